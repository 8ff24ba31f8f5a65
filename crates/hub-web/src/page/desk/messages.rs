//! Messages of visitors, as staff sees them: all of them, with filters; one of them, with what can be done.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::contact::{self, Listed, Thread};
use hub_app::{App, AppError, Missing};
use hub_core::ConversationId;
use hub_core::message::{Category, STAFF, Side, State as Standing};

use crate::form::Form;
use crate::page::messages::who;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// Conversations of a page.
const PER_PAGE: i64 = 50;

/// A way to a part of the list.
pub struct Part {
    /// Its address.
    pub href: String,
    /// Key of its name.
    pub key: String,
    /// How many are in it.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// The list.
#[derive(Template)]
#[template(path = "page/desk/messages.html")]
pub struct MessageListPage {
    /// What every page has.
    pub ui: Ui,
    /// Open and closed.
    pub states: Vec<Part>,
    /// All, and each category.
    pub categories: Vec<Part>,
    /// The conversations.
    pub rows: Vec<Listed>,
    /// The page before.
    pub newer: Option<String>,
    /// The page after.
    pub older: Option<String>,
}

impl MessageListPage {
    /// A page of the list, from 0.
    pub fn new(
        ui: Ui,
        (state, category, page): (Standing, Option<Category>, i64),
        counts: &[(Standing, Category, i64)],
        mut rows: Vec<Listed>,
    ) -> Self {
        let address = |state: Standing, category: Option<Category>, page: i64| {
            let category = category.map_or("", Category::name);
            ui.urls.to(&format!("/moderate/messages?state={}&category={category}&page={page}", state.name()))
        };
        let count = |wanted: Standing, of: Option<Category>| {
            let fits = counts
                .iter()
                .filter(|(state, known, _)| *state == wanted && of.is_none_or(|of| of == *known));
            fits.map(|(_, _, count)| count).sum()
        };
        let states = [Standing::Open, Standing::Closed].map(|each| Part {
            href: address(each, category, 0),
            key: format!("messages-state-{}", each.name()),
            count: count(each, category),
            current: each == state,
        });
        let each = std::iter::once(None).chain(Category::ALL.map(Some));
        let categories = each.map(|each| Part {
            href: address(state, each, 0),
            key: each.map_or("messages-all".to_owned(), |each| format!("message-{}", each.name())),
            count: count(state, each),
            current: each == category,
        });
        let more = i64::try_from(rows.len()).is_ok_and(|found| found > PER_PAGE);
        rows.truncate(usize::try_from(PER_PAGE).unwrap_or(usize::MAX));
        let newer = (page > 0).then(|| address(state, category, page - 1));
        let older = more.then(|| address(state, category, page + 1));
        Self { states: states.into(), categories: categories.collect(), rows, newer, older, ui }
    }
}

/// Answers `GET /moderate/messages`.
pub async fn list(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let value = |wanted: &str| {
        let found = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == wanted);
        found.map(|(_, value)| value.into_owned()).unwrap_or_default()
    };
    let state = Standing::from_name(&value("state")).unwrap_or(Standing::Open);
    let category = Category::from_name(&value("category"));
    let page = value("page").parse().unwrap_or(0).clamp(0, 1_000_000);
    match contact::list(&app, Some(state), category, (page * PER_PAGE, PER_PAGE + 1)).await {
        Ok(found) => {
            let ui = visitor.ui.clone();
            visitor.own_page(&MessageListPage::new(ui, (state, category, page), &found.counts, found.rows))
        }
        Err(error) => visitor.failure(&error),
    }
}

/// One conversation.
#[derive(Template)]
#[template(path = "page/desk/message.html")]
pub struct MessagePage {
    /// What every page has.
    pub ui: Ui,
    /// The messages.
    pub thread: Thread,
    /// Whether its sender is blocked.
    pub blocked: bool,
    /// Where the forms go.
    pub action: String,
    /// The answer.
    pub field: Field,
    /// What is wrong with the form as a whole; may be empty.
    pub wrong: String,
}

impl MessagePage {
    /// The conversation with an answer begun.
    pub fn new(ui: Ui, (thread, blocked): (Thread, bool), text: &str, errors: &FormErrors) -> Self {
        let field = Field::new(ui.lang, Kind::Lines(6), "text", "messages-answer").value(text).required();
        let action = ui.urls.to(&format!("/moderate/messages/{}", thread.conversation.id));
        Self { thread, blocked, action, field: field.checked(errors), wrong: errors.whole.clone(), ui }
    }

    fn is_open(&self) -> bool {
        self.thread.conversation.state == Standing::Open
    }

    fn is_by_staff(&self) -> bool {
        self.thread.conversation.sender == STAFF
    }

    fn to_staff(&self) -> bool {
        self.thread.conversation.receiver_sealed.is_empty()
    }

    fn who(&self, side: &Side) -> String {
        match side {
            Side::Staff => self.ui.with("messages-staff", "hub", self.ui.hub.name.clone()).into_owned(),
            _ => who(&self.ui, &self.thread, *side),
        }
    }
}

fn parsed(id: &str) -> Result<ConversationId, AppError> {
    id.parse().map_err(|_| AppError::NotFound(Missing::Conversation))
}

/// Answers `GET /moderate/messages/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let found = match parsed(&id) {
        Ok(id) => contact::show(&app, id).await,
        Err(error) => Err(error),
    };
    match found {
        Ok(found) => {
            visitor.own_page(&MessagePage::new(visitor.ui.clone(), found, "", &FormErrors::default()))
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /moderate/messages/{id}`: the button that was pressed says what is done.
pub async fn act(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let found = match parsed(&id) {
        Ok(id) => contact::show(&app, id).await,
        Err(error) => Err(error),
    };
    let found = match found {
        Ok(found) => found,
        Err(error) => return visitor.failure(&error),
    };
    let (id, actor) = (found.0.conversation.id, visitor.actor());
    let done = match form.get("do") {
        "close" => contact::set_state(&app, actor, id, Standing::Closed).await.map(|()| "message-closed"),
        "open" => contact::set_state(&app, actor, id, Standing::Open).await.map(|()| "message-opened"),
        "block" => contact::block(&app, actor, id)
            .await
            .map(|blocked| if blocked { "sender-blocked" } else { "sender-unblocked" }),
        _ => contact::answer(&app, actor, id, form.get("text")).await.map(|()| "message-answered"),
    };
    match done {
        Ok(done) => visitor.done(&format!("/moderate/messages/{id}"), done),
        Err(error) => match FormErrors::from_error(error) {
            Ok(errors) => {
                visitor.form_again(&MessagePage::new(visitor.ui.clone(), found, form.get("text"), &errors))
            }
            Err(error) => visitor.failure(&error),
        },
    }
}
