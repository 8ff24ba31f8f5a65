//! What visitors reported: the list, one report, and what comes of it.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::moderation::AbuseReport;
use hub_app::moderation::abuse::{self, Ending, Which};
use hub_app::{App, AppError, Missing};
use hub_core::AbuseReportId;
use hub_core::moderation::{AbuseState, AbuseSubject};

use super::{Asked, paragraphs, path_with, place, placed};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// Reports on a page.
const PER_PAGE: i64 = 25;

/// A report and the name of what it is about.
#[derive(Clone, Debug)]
pub struct ReportRow {
    /// The report.
    pub report: AbuseReport,
    /// The title of the course or the name of the site.
    pub name: String,
}

impl ReportRow {
    /// Where what it is about is shown.
    pub fn subject(&self, ui: &Ui) -> String {
        match self.report.subject {
            AbuseSubject::Course(id) => ui.urls.to(&format!("/moderate/queue/{id}")),
            AbuseSubject::Site(id) => ui.urls.site(id),
            _ => ui.urls.front(),
        }
    }

    fn is_course(&self) -> bool {
        matches!(self.report.subject, AbuseSubject::Course(_))
    }
}

/// The list.
#[derive(Template)]
#[template(path = "page/moderate/reports.html")]
pub struct ReportsPage {
    /// What every page has.
    pub ui: Ui,
    /// Which ones are shown.
    pub state: AbuseState,
    /// The reports.
    pub rows: Vec<ReportRow>,
    /// Where the next page is.
    pub next: Option<String>,
}

impl ReportsPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn states(&self) -> &'static [AbuseState] {
        AbuseState::ALL
    }
}

/// One report.
#[derive(Template)]
#[template(path = "page/moderate/report.html")]
pub struct ReportPage {
    /// What every page has.
    pub ui: Ui,
    /// The report.
    pub row: ReportRow,
    /// Other open ones about the same.
    pub others: Vec<AbuseReport>,
    /// What was written before the form was refused.
    pub message: String,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl ReportPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn lines(&self, text: &str) -> Vec<String> {
        paragraphs(text)
    }
}

/// Answers `GET /moderate/reports`.
pub async fn list(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let asked = Asked::of(query.as_deref());
    let state = AbuseState::from_name(asked.get("state")).unwrap_or(AbuseState::Open);
    let after = placed(asked.get("after")).map(|(since, id)| (since, AbuseReportId(id)));
    let made = async {
        let mut found = abuse::list(&app, state, after, PER_PAGE + 1).await?;
        let more = i64::try_from(found.len()).is_ok_and(|count| count > PER_PAGE);
        if more {
            found.pop();
        }
        let next = found.last().filter(|_| more).map(|last| place(last.received_at, last.id.get()));
        let mut rows = Vec::with_capacity(found.len());
        for report in found {
            rows.push(ReportRow { name: abuse::name(&app, report.subject).await?, report });
        }
        let ui = visitor.ui.clone();
        let next = next.map(|after| {
            ui.urls.to(&path_with("/moderate/reports", &[("state", state.name()), ("after", &after)]))
        });
        Ok(ReportsPage { ui, state, rows, next })
    };
    match made.await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

fn id_of(raw: &str) -> Result<AbuseReportId, AppError> {
    raw.parse().map(AbuseReportId).map_err(|_| AppError::NotFound(Missing::AbuseReport))
}

async fn page(app: &App, visitor: &Visitor, id: AbuseReportId) -> Result<ReportPage, AppError> {
    let report = abuse::show(app, id).await?;
    let mut others = abuse::about(app, report.subject).await?;
    others.retain(|other| other.id != id);
    let mut ui = visitor.ui.clone();
    ui.here = format!("/moderate/reports/{id}");
    let row = ReportRow { name: abuse::name(app, report.subject).await?, report };
    Ok(ReportPage { ui, row, others, message: String::new(), wrong: FormErrors::default() })
}

/// Answers `GET /moderate/reports/{id}`.
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

/// Answers `POST /moderate/reports/{id}`.
pub async fn close(State(app): State<App>, visitor: Visitor, Path(id): Path<String>, form: Form) -> Response {
    let id = match id_of(&id) {
        Ok(id) => id,
        Err(error) => return visitor.failure(&error),
    };
    let ending = match form.get("ending") {
        "hide" => Ending::HideCourse,
        "ask" => Ending::AskPublisher,
        _ => Ending::Dismiss,
    };
    let which = if form.has("all") { Which::AllAboutIt } else { Which::ThisOne };
    let error = match abuse::close(&app, visitor.actor(), id, (ending, which), form.get("message")).await {
        Ok(()) => return visitor.done("/moderate/reports", "report-closed"),
        Err(error) => error,
    };
    let says_nothing = matches!(error, AppError::Invalid(_)) && form.get("message").is_empty();
    let wrong = match FormErrors::from_error(error) {
        Ok(_) if says_nothing => FormErrors::whole(visitor.ui.t("say-something")),
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    match page(&app, &visitor, id).await {
        Ok(page) => {
            visitor.form_again(&ReportPage { message: form.get("message").to_owned(), wrong, ..page })
        }
        Err(error) => visitor.failure(&error),
    }
}
