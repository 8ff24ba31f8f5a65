//! Appeals of publishers as staff sees them: the list, one with its thread, the answer and the decision.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::moderation::appeal::{self, Outcome, Thread};
use hub_app::moderation::{Appeal, Message};
use hub_app::{App, AppError, Missing};
use hub_core::AppealId;
use hub_core::moderation::AppealState;

use super::{Asked, paragraphs, path_with, place, placed};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// Appeals on a page.
const PER_PAGE: i64 = 25;

/// The list.
#[derive(Template)]
#[template(path = "page/moderate/appeals.html")]
pub struct AppealsPage {
    /// What every page has.
    pub ui: Ui,
    /// Which ones are shown.
    pub state: AppealState,
    /// The appeals, with the titles of their courses.
    pub rows: Vec<(Appeal, String)>,
    /// Where the next page is.
    pub next: Option<String>,
}

impl AppealsPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn states(&self) -> &'static [AppealState] {
        AppealState::ALL
    }
}

/// One appeal.
#[derive(Template)]
#[template(path = "page/moderate/appeal.html")]
pub struct AppealPage {
    /// What every page has.
    pub ui: Ui,
    /// Its number.
    pub id: AppealId,
    /// The decision, and what was said.
    pub thread: Thread,
    /// What was written before the form was refused.
    pub message: String,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl AppealPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn lines(&self, text: &str) -> Vec<String> {
        paragraphs(text)
    }

    fn state(&self) -> AppealState {
        self.thread.appeal.as_ref().map_or(AppealState::Open, |appeal| appeal.state)
    }

    fn is_open(&self) -> bool {
        self.state() == AppealState::Open
    }

    fn outcome(&self) -> &str {
        self.thread.appeal.as_ref().map_or("", |appeal| appeal.outcome.as_str())
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn who(&self, message: &Message) -> &'static str {
        if message.staff.is_some() { "appeal-by-staff" } else { "appeal-by-publisher" }
    }
}

/// Answers `GET /moderate/appeals`.
pub async fn list(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::of(query.as_deref());
    let state = AppealState::from_name(asked.get("state")).unwrap_or(AppealState::Open);
    let after = placed(asked.get("after")).map(|(since, id)| (since, AppealId(id)));
    let made = async {
        let mut rows = appeal::titled(&app, state, after, PER_PAGE + 1).await?;
        let more = i64::try_from(rows.len()).is_ok_and(|count| count > PER_PAGE);
        if more {
            rows.pop();
        }
        let next = rows.last().filter(|_| more).map(|(last, _)| place(last.opened_at, last.id.get()));
        let ui = visitor.ui.clone();
        let next = next.map(|after| {
            ui.urls.to(&path_with("/moderate/appeals", &[("state", state.name()), ("after", &after)]))
        });
        Ok(AppealsPage { ui, state, rows, next })
    };
    match made.await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

fn id_of(raw: &str) -> Result<AppealId, AppError> {
    raw.parse().map(AppealId).map_err(|_| AppError::NotFound(Missing::Appeal))
}

async fn page(app: &App, visitor: &Visitor, id: AppealId) -> Result<AppealPage, AppError> {
    let thread = appeal::thread(app, id).await?;
    let mut ui = visitor.ui.clone();
    ui.here = format!("/moderate/appeals/{id}");
    Ok(AppealPage { ui, id, thread, message: String::new(), wrong: FormErrors::default() })
}

/// Answers `GET /moderate/appeals/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    let made = match id_of(&id) {
        Ok(id) => page(&app, &visitor, id).await,
        Err(error) => Err(error),
    };
    match made {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /moderate/appeals/{id}`: an answer, or the decision.
pub async fn act(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let (Ok(id), Some(me)) = (id_of(&id), visitor.signed_in().map(|signed_in| signed_in.account.id)) else {
        return visitor.failure(&AppError::NotFound(Missing::Appeal));
    };
    let message = form.get("message");
    let reverse = Outcome::Reverse { despite_findings: form.has("despite") };
    let (done, key) = match form.get("act") {
        "uphold" => {
            (appeal::close(&app, visitor.actor(), id, Outcome::Uphold, message).await, "appeal-closed")
        }
        "reverse" => (appeal::close(&app, visitor.actor(), id, reverse, message).await, "appeal-closed"),
        _ => (appeal::answer(&app, me, id, message).await, "appeal-answered"),
    };
    let error = match done {
        Ok(()) => return visitor.done(&format!("/moderate/appeals/{id}"), key),
        Err(error) => error,
    };
    let says_nothing = matches!(error, AppError::Invalid(_));
    let wrong = match FormErrors::from_error(error) {
        Ok(_) if says_nothing => FormErrors::whole(visitor.ui.t("say-something")),
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    match page(&app, &visitor, id).await {
        Ok(page) => visitor.form_again(&AppealPage { message: message.to_owned(), wrong, ..page }),
        Err(error) => visitor.failure(&error),
    }
}
