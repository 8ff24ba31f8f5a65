//! The publisher's side of an appeal, by the link of a mail: the token in it is the permission.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::moderation::Message;
use hub_app::moderation::appeal::{self, Thread};
use hub_app::{App, AppError};
use hub_core::moderation::AppealState;

use super::moderate::paragraphs;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/appeal.html")]
pub struct OwnAppealPage {
    /// What every page has.
    pub ui: Ui,
    /// The decision, and what was said.
    pub thread: Thread,
    /// What was written before the form was refused.
    pub message: String,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl OwnAppealPage {
    fn state(&self) -> Option<AppealState> {
        self.thread.appeal.as_ref().map(|appeal| appeal.state)
    }

    fn may_write(&self) -> bool {
        match self.state() {
            None => self.thread.decision.verdict.may_be_appealed(),
            Some(state) => state == AppealState::Open,
        }
    }

    fn outcome(&self) -> &str {
        self.thread.appeal.as_ref().map_or("", |appeal| appeal.outcome.as_str())
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn lines(&self, text: &str) -> Vec<String> {
        paragraphs(text)
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn who(&self, message: &Message) -> &'static str {
        if message.staff.is_some() { "appeal-by-staff" } else { "appeal-by-you" }
    }

    fn action(&self) -> String {
        self.ui.urls.to(&self.ui.here)
    }
}

async fn page(app: &App, visitor: &Visitor, token: &str) -> Result<OwnAppealPage, AppError> {
    let thread = appeal::by_link(app, token).await?;
    let ui = Ui { here: format!("/appeals/{}", crate::urls::encoded(token)), ..visitor.ui.clone() };
    Ok(OwnAppealPage { ui, thread, message: String::new(), wrong: FormErrors::default() })
}

/// Answers `GET /appeals/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match page(&app, &visitor, &token).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /appeals/{token}`: opens the appeal, or writes again.
pub async fn write(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    let before = match page(&app, &visitor, &token).await {
        Ok(page) => page,
        Err(error) => return visitor.failure(&error),
    };
    let message = form.get("message");
    let done = match before.state() {
        None => appeal::open(&app, &token, message).await.map(drop),
        Some(_) => appeal::write(&app, &token, message).await,
    };
    let wrong = match done {
        Ok(()) => return visitor.done(&before.ui.here, "appeal-sent"),
        Err(AppError::Invalid(_)) => FormErrors::whole(visitor.ui.t("say-something")),
        Err(error) => match FormErrors::from_error(error) {
            Ok(wrong) => wrong,
            Err(error) => return visitor.failure(&error),
        },
    };
    match page(&app, &visitor, &token).await {
        Ok(page) => visitor.form_again(&OwnAppealPage { message: message.to_owned(), wrong, ..page }),
        Err(error) => visitor.failure(&error),
    }
}
