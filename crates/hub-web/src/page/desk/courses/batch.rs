//! One act on many publications: looked at, done, and undone.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::bulk::{self, BulkAct, Preview, Progress, Selection, UNDO_HOURS};
use hub_app::{App, AppError, Missing};
use hub_core::VersionId;

use super::filter::CourseFilter;
use super::{LIST, list, path_of};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// Batches on the page of all.
const NEWEST: i64 = 30;

/// What a form of the list says.
struct Asked {
    act: BulkAct,
    selection: Selection,
    filter: CourseFilter,
}

impl Asked {
    fn of(app: &App, form: &Form) -> Result<Self, FormErrors> {
        let filter = CourseFilter::of_form(form);
        let mut ids: Vec<VersionId> = form.all("v").filter_map(|id| id.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        let selection = if form.has("all") {
            Selection::All(Box::new(filter.query(app.clock.now())))
        } else {
            Selection::These(ids)
        };
        let text = |name: &str| form.get(name).to_owned();
        let act = match form.get("act") {
            "list" => BulkAct::List,
            "hide" => BulkAct::Hide { reason: text("reason") },
            "delete" => BulkAct::Delete,
            "add_tag" => BulkAct::AddTag { tag: text("tag") },
            "remove_tag" => BulkAct::RemoveTag { tag: text("tag") },
            "mail" => BulkAct::Mail { subject: text("subject_line"), body: text("body") },
            _ => return Err(FormErrors::default().and("act", "choose what to do")),
        };
        Ok(Self { act, selection, filter })
    }
}

/// The key of an act's name.
fn act_key(act: &BulkAct) -> String {
    format!("courses-desk-act-{}", act.name().replace('_', "-"))
}

/// Whether a curator may do it.
fn is_retagging(act: &BulkAct) -> bool {
    matches!(act, BulkAct::AddTag { .. } | BulkAct::RemoveTag { .. })
}

/// What would be done to how many.
#[derive(Template)]
#[template(path = "page/desk/courses/preview.html")]
pub struct PreviewPage {
    /// What every page has.
    pub ui: Ui,
    /// The act.
    pub act: BulkAct,
    /// To what.
    pub preview: Preview,
    /// What the form carries on.
    pub hidden: Vec<(String, String)>,
    /// The list from which it was chosen.
    pub back: String,
    /// Typed before mails are sent.
    pub confirm: Option<Field>,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl PreviewPage {
    fn new(ui: Ui, asked: Asked, preview: Preview, wrong: FormErrors) -> Self {
        let mut hidden: Vec<(String, String)> = match &asked.selection {
            Selection::All(_) => vec![("all".to_owned(), "1".to_owned())],
            Selection::These(ids) => ids.iter().map(|id| ("v".to_owned(), id.to_string())).collect(),
        };
        let mut add = |name: &str, value: &str| hidden.push((name.to_owned(), value.to_owned()));
        asked.filter.pairs().into_iter().for_each(|(name, value)| add(name, value));
        add("act", asked.act.name());
        add("token", &preview.token);
        match &asked.act {
            BulkAct::Hide { reason } => add("reason", reason),
            BulkAct::AddTag { tag } | BulkAct::RemoveTag { tag } => add("tag", tag),
            BulkAct::Mail { subject, body } => {
                add("subject_line", subject);
                add("body", body);
            }
            BulkAct::List | BulkAct::Delete => {}
        }
        let number = preview.total.to_string();
        let confirm = (!asked.act.can_be_undone()).then(|| {
            let help = ui.with("courses-desk-confirm-help", "number", number);
            let field = Field::line(ui.lang, "confirm", "courses-desk-confirm");
            field.helped(help).required().checked(&wrong)
        });
        let back = ui.urls.to(&asked.filter.path());
        Self { act: asked.act, preview, hidden, back, confirm, wrong, ui }
    }

    fn act_key(&self) -> String {
        act_key(&self.act)
    }

    fn run_key(&self) -> String {
        format!("courses-desk-run-{}", self.act.name().replace('_', "-"))
    }

    fn action(&self) -> String {
        let door = if is_retagging(&self.act) { "retag" } else { "run" };
        self.ui.urls.to(&format!("{LIST}/{door}"))
    }

    fn count(&self) -> i64 {
        i64::try_from(self.preview.total).unwrap_or(i64::MAX)
    }

    fn others(&self) -> i64 {
        i64::try_from(self.preview.total.saturating_sub(self.preview.first.len())).unwrap_or(i64::MAX)
    }

    fn version(&self, id: &VersionId) -> String {
        self.ui.urls.to(&path_of(*id))
    }
}

/// Answers `POST /admin/courses/preview`. Changes nothing.
pub async fn preview(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let wrong = match Asked::of(&app, &form) {
        Ok(asked) if !is_retagging(&asked.act) && !visitor.ui.may("decisions") => {
            return visitor
                .failure(&AppError::Forbidden("only who decides on courses may do this".to_owned()));
        }
        Ok(asked) => match bulk::preview(&app, &asked.act, &asked.selection).await {
            Ok(found) if found.total == 0 => FormErrors::whole(visitor.ui.t("courses-desk-nothing-chosen")),
            Ok(found) => {
                return visitor.own_page(&PreviewPage::new(
                    visitor.ui.clone(),
                    asked,
                    found,
                    FormErrors::default(),
                ));
            }
            Err(error) => match FormErrors::from_error(error) {
                Ok(wrong) => of_list(wrong),
                Err(error) => return visitor.failure(&error),
            },
        },
        Err(wrong) => wrong,
    };
    match list::page(&app, &visitor, CourseFilter::of_form(&form), wrong).await {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// The list names the subject of a mail otherwise: it has a filter of that name.
fn of_list(wrong: FormErrors) -> FormErrors {
    let subject = wrong.of("subject").to_owned();
    if subject.is_empty() { wrong } else { wrong.and("subject_line", subject) }
}

/// Answers `POST /admin/courses/run`.
pub async fn run(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    begin(&app, &visitor, &form, false).await
}

/// Answers `POST /admin/courses/retag`.
pub async fn retag(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    begin(&app, &visitor, &form, true).await
}

async fn begin(app: &App, visitor: &Visitor, form: &Form, retagging: bool) -> Response {
    let asked = match Asked::of(app, form) {
        Ok(asked) if is_retagging(&asked.act) == retagging => asked,
        _ => return visitor.to(LIST),
    };
    let seen = match bulk::preview(app, &asked.act, &asked.selection).await {
        Ok(seen) => seen,
        Err(error) => return visitor.failure(&error),
    };
    if !asked.act.can_be_undone() && form.get("confirm") != seen.total.to_string() {
        let wrong = FormErrors::default().and("confirm", visitor.ui.t("courses-desk-confirm-wrong"));
        return visitor.form_again(&PreviewPage::new(visitor.ui.clone(), asked, seen, wrong));
    }
    match bulk::run(app, visitor.actor(), &asked.act, &asked.selection, form.get("token")).await {
        Ok(progress) => visitor.done(&format!("{LIST}/batches/{}", progress.id), "courses-batch"),
        Err(error) => match FormErrors::from_error(error) {
            // The token of what is there now: looked at again, it can be done.
            Ok(_) if seen.total > 0 => {
                let wrong = FormErrors::whole(visitor.ui.t("courses-desk-changed-meanwhile"));
                visitor.form_again(&PreviewPage::new(visitor.ui.clone(), asked, seen, wrong))
            }
            Ok(_) => visitor.to(LIST),
            Err(error) => visitor.failure(&error),
        },
    }
}

/// One act and what became of it.
#[derive(Template)]
#[template(path = "page/desk/courses/batch.html")]
pub struct BatchPage {
    /// What every page has.
    pub ui: Ui,
    /// How far it is.
    pub batch: Progress,
}

impl BatchPage {
    fn act_key(&self) -> String {
        act_key(&self.batch.act)
    }

    fn undo(&self) -> Option<String> {
        let may = is_retagging(&self.batch.act) || self.ui.may("decisions");
        let door = if is_retagging(&self.batch.act) { "retag/undo" } else { "undo" };
        (self.batch.can_be_undone && may)
            .then(|| self.ui.urls.to(&format!("{LIST}/batches/{}/{door}", self.batch.id)))
    }

    fn hours() -> i64 {
        UNDO_HOURS
    }

    fn version(&self, id: &VersionId) -> String {
        self.ui.urls.to(&path_of(*id))
    }

    fn list(&self) -> String {
        self.ui.urls.to(LIST)
    }

    fn again(&self) -> String {
        self.ui.urls.to(&format!("{LIST}/batches/{}", self.batch.id))
    }
}

/// Answers `GET /admin/courses/batches/{id}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    match progress(&app, &id).await {
        Ok(batch) => visitor.own_page(&BatchPage { ui: visitor.ui.clone(), batch }),
        Err(error) => visitor.failure(&error),
    }
}

async fn progress(app: &App, id: &str) -> Result<Progress, AppError> {
    let id = id.parse().map_err(|_| AppError::NotFound(Missing::Course))?;
    bulk::progress(app, id).await
}

/// Answers `POST /admin/courses/batches/{id}/undo`.
pub async fn undo(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    take_back(&app, &visitor, &id, false).await
}

/// Answers `POST /admin/courses/batches/{id}/retag/undo`.
pub async fn undo_retag(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    take_back(&app, &visitor, &id, true).await
}

async fn take_back(app: &App, visitor: &Visitor, id: &str, retagging: bool) -> Response {
    let undone = match progress(app, id).await {
        Ok(batch) if is_retagging(&batch.act) == retagging => {
            bulk::undo(app, visitor.actor(), batch.id).await
        }
        Ok(_) => Err(AppError::NotFound(Missing::Course)),
        Err(error) => Err(error),
    };
    match undone {
        Ok(batch) => visitor.done(&format!("{LIST}/batches/{}", batch.id), "courses-undone"),
        Err(error) => visitor.failure(&error),
    }
}

/// The newest acts on many.
#[derive(Template)]
#[template(path = "page/desk/courses/batches.html")]
pub struct BatchesPage {
    /// What every page has.
    pub ui: Ui,
    /// Newest first.
    pub batches: Vec<Progress>,
}

impl BatchesPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn act_key(&self, batch: &Progress) -> String {
        act_key(&batch.act)
    }

    fn href(&self, batch: &Progress) -> String {
        self.ui.urls.to(&format!("{LIST}/batches/{}", batch.id))
    }

    fn list(&self) -> String {
        self.ui.urls.to(LIST)
    }
}

/// Answers `GET /admin/courses/batches`.
pub async fn show_all(State(app): State<App>, visitor: Visitor) -> Response {
    match bulk::list(&app, NEWEST).await {
        Ok(batches) => visitor.own_page(&BatchesPage { ui: visitor.ui.clone(), batches }),
        Err(error) => visitor.failure(&error),
    }
}

/// The form that mails the publisher of one version goes through the same preview.
pub fn mail_fields(ui: &Ui) -> Vec<Field> {
    vec![
        Field::line(ui.lang, "subject_line", "courses-desk-mail-subject").required(),
        Field::new(ui.lang, Kind::Lines(4), "body", "courses-desk-mail-body").required(),
    ]
}

#[cfg(any(test, debug_assertions))]
mod samples {
    use hub_core::rights::Actor;

    use super::{Asked, BatchPage, BatchesPage, BulkAct, CourseFilter, FormErrors, Preview, PreviewPage};
    use super::{Progress, Selection, Ui, VersionId};

    impl PreviewPage {
        /// Of many, by mail.
        pub fn sample(ui: Ui) -> Self {
            let act = BulkAct::Mail { subject: "Please look".to_owned(), body: "Two\nlines".to_owned() };
            let asked =
                Asked { act, selection: Selection::All(Box::default()), filter: CourseFilter::default() };
            let first = vec![(VersionId(3), "Botany".to_owned()), (VersionId(4), "علم النبات".to_owned())];
            let preview = Preview { total: 4321, first, token: "0123".to_owned() };
            Self::new(ui, asked, preview, FormErrors::whole("They have changed meanwhile."))
        }
    }

    fn batch(ui: &Ui) -> Progress {
        Progress {
            id: 4,
            act: BulkAct::Hide { reason: "No licence".to_owned() },
            actor: Actor::CommandLine,
            total: 900,
            planned: 200,
            done: 698,
            skipped: 2,
            undone: 0,
            kept: 0,
            exceptions: vec![(VersionId(8), "it is hidden already".to_owned())],
            begun_at: ui.now - jiff::SignedDuration::from_mins(2),
            ended_at: None,
            undone_at: None,
            can_be_undone: false,
        }
    }

    impl BatchPage {
        /// At work, or done.
        pub fn sample(ui: Ui, done: bool) -> Self {
            let mut batch = batch(&ui);
            if done {
                (batch.planned, batch.done, batch.ended_at, batch.can_be_undone) =
                    (0, 898, Some(ui.now), true);
            }
            Self { ui, batch }
        }
    }

    impl BatchesPage {
        /// One; or none.
        pub fn sample(ui: Ui, count: usize) -> Self {
            Self { batches: vec![batch(&ui); count], ui }
        }
    }
}
