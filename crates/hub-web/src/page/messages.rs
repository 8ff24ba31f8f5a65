//! A conversation by the link of one side: reading, answering. The token in the address is the permission.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::App;
use hub_app::contact::{self, Thread};
use hub_core::message::{Side, State as Standing};

use crate::client_address::Client;
use crate::form::Form;
use crate::page::contact::wrong;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/messages.html")]
pub struct MessagesPage {
    /// What every page has.
    pub ui: Ui,
    /// The messages.
    pub thread: Thread,
    /// Where the answer goes.
    pub action: String,
    /// The answer.
    pub field: Field,
    /// What is wrong with the form as a whole; may be empty.
    pub wrong: String,
}

impl MessagesPage {
    /// The conversation with an answer begun.
    pub fn new(ui: Ui, thread: Thread, text: &str, errors: &FormErrors) -> Self {
        let field = Field::new(ui.lang, Kind::Lines(6), "text", "messages-answer").value(text).required();
        let (field, action) = (field.checked(errors), ui.urls.to(&ui.here));
        Self { thread, action, field, wrong: errors.whole.clone(), ui }
    }

    fn is_open(&self) -> bool {
        self.thread.conversation.state == Standing::Open
    }

    fn who(&self, side: &Side) -> String {
        who(&self.ui, &self.thread, *side)
    }
}

/// How a writer is called on a page.
pub fn who(ui: &Ui, thread: &Thread, side: Side) -> String {
    let name = &thread.conversation.sender_name;
    match side {
        side if side == thread.side => ui.t("messages-you").into_owned(),
        Side::Sender => name.clone(),
        Side::Receiver => ui.t("messages-receiver").into_owned(),
        Side::Staff => ui.with("messages-staff", "hub", ui.hub.name.clone()).into_owned(),
    }
}

fn page(visitor: &Visitor, token: &str, thread: Thread, text: &str, errors: &FormErrors) -> MessagesPage {
    let ui = Ui { here: format!("/messages/{token}"), ..visitor.ui.clone() };
    MessagesPage::new(ui, thread, text, errors)
}

/// Answers `GET /messages/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match contact::read(&app, &token).await {
        Ok(thread) => visitor.own_page(&page(&visitor, &token, thread, "", &FormErrors::default())),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /messages/{token}`.
pub(crate) async fn answer(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    let thread = match contact::read(&app, &token).await {
        Ok(thread) => thread,
        Err(error) => return visitor.failure(&error),
    };
    match contact::reply(&app, &token, form.get("text"), client.address).await {
        Ok(()) => visitor.done(&format!("/messages/{token}"), "message-answered"),
        Err(error) => match wrong(&visitor.ui, error) {
            Ok(errors) => visitor.form_again(&page(&visitor, &token, thread, form.get("text"), &errors)),
            Err(error) => visitor.failure(&error),
        },
    }
}
