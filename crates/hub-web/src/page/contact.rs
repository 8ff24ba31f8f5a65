//! Writing to a publisher, a site or the hub's staff. Nobody's address is shown.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hub_app::captcha::Purpose;
use hub_app::contact::{self, ContactError, Copy, NewMessage, Receivers, Refused, To};
use hub_app::{App, AppError, FieldErrors, Missing};
use hub_core::message::{Category, NAME_CHARS, Subject, TEXT_CHARS};
use hub_core::{CourseId, SiteId};

use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::captcha::{self, Captcha, Unsolved};
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/contact.html")]
pub struct ContactPage {
    /// What every page has.
    pub ui: Ui,
    /// Title or name of what the message is about; empty: the hub.
    pub about: String,
    /// Where the form goes.
    pub action: String,
    /// The fields.
    pub fields: Vec<Field>,
    /// What is wrong with the form as a whole; may be empty.
    pub wrong: String,
    /// What keeps programs out.
    pub captcha: Option<Captcha>,
}

impl ContactPage {
    /// The form as it was sent, or empty.
    pub fn new(
        ui: Ui,
        (about, has_own): (&str, bool),
        form: &Form,
        errors: &FormErrors,
        captcha: Option<Captcha>,
    ) -> Self {
        let lang = ui.lang;
        let categories = Category::ALL.map(|category| {
            let name = category.name();
            Choice::new(name, lang.t(&format!("message-{name}")))
                .help(lang.t(&format!("message-{name}-help")))
        });
        let mut fields = Vec::new();
        if has_own && !about.is_empty() && ui.here.starts_with("/courses/") {
            let to = [("publisher", "contact-to-publisher"), ("hub", "contact-to-hub")];
            let to = to.map(|(value, key)| Choice::new(value, lang.t(key)));
            let chosen = if form.get("to") == "hub" { "hub" } else { "publisher" };
            fields.push(Field::new(lang, Kind::Radio(to.to_vec()), "to", "contact-to").value(chosen));
        }
        let category = form.get("category");
        fields.push(
            Field::new(lang, Kind::Radio(categories.to_vec()), "category", "contact-category")
                .value(if category.is_empty() { "question" } else { category })
                .required(),
        );
        if ui.person.is_none() {
            fields.push(
                Field::line(lang, "name", "contact-name")
                    .value(form.get("name"))
                    .autocomplete("name")
                    .required(),
            );
            fields.push(
                Field::email(lang, "email", "contact-email")
                    .value(form.get("email"))
                    .help("contact-email-help")
                    .required(),
            );
        }
        fields.push(
            Field::new(lang, Kind::Lines(8), "text", "contact-text").value(form.get("text")).required(),
        );
        fields.push(Field::tick(lang, "copy", "contact-copy", form.has("copy")));
        let fields = fields.into_iter().map(|field| field.checked(errors)).collect();
        let action = ui.urls.to(&ui.here);
        Self { about: about.to_owned(), action, fields, wrong: errors.whole.clone(), captcha, ui }
    }
}

/// Answers `GET /contact`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    shown(&app, &visitor, Ok(Subject::Hub)).await
}

/// Answers `GET /courses/{id}/contact`.
pub async fn show_course(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    shown(&app, &visitor, course(&id)).await
}

/// Answers `GET /sites/{id}/contact`.
pub async fn show_site(State(app): State<App>, visitor: Visitor, Path(id): Path<String>) -> Response {
    shown(&app, &visitor, site(&id)).await
}

/// Answers `POST /contact`.
pub(crate) async fn send(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    sent(&app, client, &visitor, &form, Ok(Subject::Hub)).await
}

/// Answers `POST /courses/{id}/contact`.
pub(crate) async fn send_course(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    sent(&app, client, &visitor, &form, course(&id)).await
}

/// Answers `POST /sites/{id}/contact`.
pub(crate) async fn send_site(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(id): Path<String>,
    form: Form,
) -> Response {
    sent(&app, client, &visitor, &form, site(&id)).await
}

/// Answers the classic form's address, which classic pages and mails link to with the course's number in `id`.
pub async fn classic(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let id = url::form_urlencoded::parse(query.as_bytes())
        .find(|(name, _)| name == "id")
        .and_then(|(_, id)| id.parse::<CourseId>().ok());
    let urls = &visitor.ui.urls;
    let target = match id {
        Some(id) if id.get() > 0 => urls.course_contact(id),
        _ => urls.contact(),
    };
    let headers = [(header::LOCATION, target), (header::CACHE_CONTROL, "no-store".to_owned())];
    (StatusCode::SEE_OTHER, headers).into_response()
}

fn course(id: &str) -> Result<Subject, AppError> {
    id.parse().map(Subject::Course).map_err(|_| AppError::NotFound(Missing::Course))
}

fn site(id: &str) -> Result<Subject, AppError> {
    id.parse::<SiteId>().map(Subject::Site).map_err(|_| AppError::NotFound(Missing::Site))
}

async fn whom(
    app: &App,
    visitor: &Visitor,
    subject: Result<Subject, AppError>,
) -> Result<Receivers, AppError> {
    contact::whom(app, visitor.viewer, subject?).await
}

/// Why a message was not taken, in the writer's language.
///
/// # Errors
/// Gives back what is no matter of the form.
pub(crate) fn wrong(ui: &Ui, error: ContactError) -> Result<FormErrors, AppError> {
    let fields = match error {
        ContactError::Refused(refused) => {
            return Ok(FormErrors::whole(match refused {
                Refused::Blocked => ui.t("contact-blocked"),
                Refused::TooMany { most } => ui.with("contact-too-many", "count", most),
                Refused::Closed => ui.t("messages-closed"),
            }));
        }
        ContactError::App(AppError::Invalid(FieldErrors(fields))) => fields,
        ContactError::App(error) => return FormErrors::from_error(error),
    };
    Ok(fields.into_iter().fold(FormErrors::default(), |wrong, error| {
        let why = match error.field {
            "text" => ui.with("contact-text-wrong", "count", TEXT_CHARS),
            "name" => ui.with("contact-name-wrong", "count", NAME_CHARS),
            "email" => ui.t("contact-email-wrong"),
            "category" => ui.t("contact-category-wrong"),
            _ => error.why.into(),
        };
        wrong.and(error.field, why)
    }))
}

fn page(app: &App, visitor: &Visitor, to: &Receivers, form: &Form, errors: &FormErrors) -> ContactPage {
    let ui = Ui { here: path(to.subject), ..visitor.ui.clone() };
    let captcha = Captcha::of(app, visitor, Purpose::Contact);
    ContactPage::new(ui, (&to.about, to.has_own()), form, errors, captcha)
}

fn path(subject: Subject) -> String {
    match subject {
        Subject::Hub => "/contact".to_owned(),
        Subject::Course(id) => format!("/courses/{id}/contact"),
        Subject::Site(id) => format!("/sites/{id}/contact"),
    }
}

async fn shown(app: &App, visitor: &Visitor, subject: Result<Subject, AppError>) -> Response {
    match whom(app, visitor, subject).await {
        Ok(to) => {
            let page = page(app, visitor, &to, &Form::default(), &FormErrors::default());
            captcha::let_in(page.captcha.as_ref(), visitor.own_page(&page))
        }
        Err(error) => visitor.failure(&error),
    }
}

async fn sent(
    app: &App,
    client: Client,
    visitor: &Visitor,
    form: &Form,
    subject: Result<Subject, AppError>,
) -> Response {
    let to = match whom(app, visitor, subject).await {
        Ok(to) => to,
        Err(error) => return visitor.failure(&error),
    };
    let again = |errors: &FormErrors| {
        let page = page(app, visitor, &to, form, errors);
        captcha::let_in(page.captcha.as_ref(), visitor.form_again(&page))
    };
    match captcha::check(app, visitor, client, form, Purpose::Contact).await {
        Ok(()) => {}
        Err(Unsolved::Say(why)) => return again(&FormErrors::whole(why)),
        Err(Unsolved::Failed(error)) => return visitor.failure(&error),
    }
    let account = visitor.signed_in().map(|signed_in| &signed_in.account);
    let name = account.map_or(form.get("name"), |account| {
        if account.name.is_empty() { account.role.name() } else { account.name.as_str() }
    });
    let new = NewMessage {
        category: Category::from_name(form.get("category")),
        name,
        email: account.map_or(form.get("email"), |account| account.email.as_str()),
        text: form.get("text"),
        language: visitor.ui.lang.code(),
        to: if form.get("to") == "hub" { To::Hub } else { To::Own },
        copy: if form.has("copy") { Copy::Wanted } else { Copy::NotWanted },
        from: client.address,
    };
    match contact::send(app, visitor.actor(), &to, &new).await {
        Ok(_) => visitor.done(&path(to.subject), "message-sent"),
        Err(error) => match wrong(&visitor.ui, error) {
            Ok(errors) => again(&errors),
            Err(error) => visitor.failure(&error),
        },
    }
}
