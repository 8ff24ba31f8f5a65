//! A visitor reports a course or site: the form, and what happens next.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::captcha::Purpose;
use hub_app::course::show as course;
use hub_app::moderation::abuse::{self, NewReport};
use hub_app::site::directory;
use hub_app::{App, AppError, Missing};
use hub_core::moderation::{AbuseCategory, AbuseSubject};
use hub_core::{SiteId, VersionId};

use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::captcha::{self, Captcha, Unsolved};
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The form.
#[derive(Template)]
#[template(path = "page/report.html")]
pub struct ReportFormPage {
    /// What every page has.
    pub ui: Ui,
    /// What is reported: its title or name.
    pub name: String,
    /// Where that is.
    pub back: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// What is wrong with no field in particular.
    pub wrong: String,
    /// What keeps programs out.
    pub captcha: Option<Captcha>,
    /// Whether it was sent.
    pub sent: bool,
}

impl ReportFormPage {
    /// The form, with what was filled in.
    pub fn new(
        ui: Ui,
        (name, back): (String, String),
        filled: &Form,
        wrong: &FormErrors,
        captcha: Option<Captcha>,
    ) -> Self {
        let lang = ui.lang;
        let choice = |category: &AbuseCategory| {
            Choice::new(category.name(), lang.t(&format!("category-{}", category.name())))
        };
        let categories = Kind::Radio(AbuseCategory::ALL.iter().map(choice).collect());
        let fields = vec![
            Field::new(lang, categories, "category", "report-category")
                .value(filled.get("category"))
                .required(),
            Field::new(lang, Kind::Lines(6), "text", "report-text").value(filled.get("text")).required(),
            Field::email(lang, "email", "report-email").value(filled.get("email")).help("report-email-help"),
        ];
        let fields = fields.into_iter().map(|field| field.checked(wrong)).collect();
        Self { name, back, fields, wrong: wrong.whole.clone(), captcha, sent: false, ui }
    }

    fn action(&self) -> String {
        self.ui.urls.to(&self.ui.here)
    }
}

/// What is reported, if this visitor may see it.
struct Subject {
    about: AbuseSubject,
    name: String,
    back: String,
    here: String,
}

async fn subject_course(app: &App, visitor: &Visitor, id: &str) -> Result<Subject, AppError> {
    let id = id.parse().map(VersionId).map_err(|_| AppError::NotFound(Missing::Course))?;
    let shown = course::course(app, visitor.viewer, id).await?;
    let title = shown.answer.text.title;
    Ok(Subject {
        about: AbuseSubject::Course(shown.id),
        back: visitor.ui.urls.course(shown.id, &title),
        here: format!("/courses/{}/report", shown.id),
        name: title,
    })
}

async fn subject_site(app: &App, visitor: &Visitor, id: &str) -> Result<Subject, AppError> {
    let id = id.parse::<SiteId>().map_err(|_| AppError::NotFound(Missing::Site))?;
    let site = directory::show(app, visitor.viewer, id).await?;
    Ok(Subject {
        about: AbuseSubject::Site(id),
        back: visitor.ui.urls.site(id),
        here: format!("/sites/{id}/report"),
        name: site.name,
    })
}

fn form_page(app: &App, visitor: &Visitor, of: Subject, filled: &Form, wrong: &FormErrors) -> ReportFormPage {
    let ui = Ui { here: of.here, ..visitor.ui.clone() };
    let captcha = Captcha::of(app, visitor, Purpose::Report);
    ReportFormPage::new(ui, (of.name, of.back), filled, wrong, captcha)
}

fn show(app: &App, visitor: &Visitor, of: Result<Subject, AppError>) -> Response {
    match of {
        Ok(of) => {
            let page = form_page(app, visitor, of, &Form::default(), &FormErrors::default());
            captcha::let_in(page.captcha.as_ref(), visitor.own_page(&page))
        }
        Err(error) => visitor.failure(&error),
    }
}

fn again(app: &App, visitor: &Visitor, of: Subject, form: &Form, wrong: &FormErrors) -> Response {
    let page = form_page(app, visitor, of, form, wrong);
    captcha::let_in(page.captcha.as_ref(), visitor.form_again(&page))
}

async fn send(
    app: &App,
    visitor: &Visitor,
    client: Client,
    of: Result<Subject, AppError>,
    form: &Form,
) -> Response {
    let of = match of {
        Ok(of) => of,
        Err(error) => return visitor.failure(&error),
    };
    let t = |key| visitor.ui.t(key);
    let mut wrong = FormErrors::default();
    let category = AbuseCategory::from_name(form.get("category"));
    if category.is_none() {
        wrong = wrong.and("category", t("report-category-needed"));
    }
    if form.get("text").is_empty() {
        wrong = wrong.and("text", t("report-text-needed"));
    }
    let Some(category) = category.filter(|_| wrong.is_empty()) else {
        return again(app, visitor, of, form, &wrong);
    };
    match captcha::check(app, visitor, client, form, Purpose::Report).await {
        Ok(()) => {}
        Err(Unsolved::Say(why)) => return again(app, visitor, of, form, &FormErrors::whole(why)),
        Err(Unsolved::Failed(error)) => return visitor.failure(&error),
    }
    let (text, email) = (form.get("text"), form.get("email"));
    let language = visitor.ui.lang.code();
    let new = NewReport { subject: of.about, category, text, email, language, from: client.address };
    match abuse::report(app, &new).await {
        Ok(_) => {
            let mut page = form_page(app, visitor, of, form, &wrong);
            page.sent = true;
            visitor.own_page(&page)
        }
        Err(error) => {
            let wrong = match error {
                AppError::Invalid(_) => FormErrors::default().and("email", t("report-email-wrong")),
                AppError::Conflict(_) => FormErrors::whole(t("report-too-many")),
                error => return visitor.failure(&error),
            };
            again(app, visitor, of, form, &wrong)
        }
    }
}

/// Answers `GET /courses/{id}/report`.
pub async fn show_course(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    show(&app, &visitor, subject_course(&app, &visitor, &id).await)
}

/// Answers `POST /courses/{id}/report`.
pub(crate) async fn send_course(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let of = subject_course(&app, &visitor, &id).await;
    send(&app, &visitor, client, of, &form).await
}

/// Answers `GET /sites/{id}/report`.
pub async fn show_site(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    show(&app, &visitor, subject_site(&app, &visitor, &id).await)
}

/// Answers `POST /sites/{id}/report`.
pub(crate) async fn send_site(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    let of = subject_site(&app, &visitor, &id).await;
    send(&app, &visitor, client, of, &form).await
}
