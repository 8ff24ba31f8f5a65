//! The own page of somebody who is signed in: name, language, mail address, what the hub keeps of them.

use askama::Template;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use hub_app::account::sign_in::SignInError;
use hub_app::account::{email_change, export, profile};
use hub_app::{App, AppError};
use hub_core::rights::{Right, Role};
use hub_core::secret::Secret;

use super::sign_in::not_signed_in;
use super::small_form::refused;
use crate::client_address::Client;
use crate::form::Form;
use crate::i18n::{LANGUAGES, Lang};
use crate::page::visitor::{Visitor, language_cookie};
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The own page.
#[derive(Template)]
#[template(path = "page/account/me.html")]
pub struct MePage {
    /// What every page has.
    pub ui: Ui,
    /// Their mail address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// Name and language.
    pub about: Vec<Field>,
    /// Another mail address, and the password.
    pub address: Vec<Field>,
    /// What is wrong with no field in particular; may be empty.
    pub wrong: String,
}

impl MePage {
    /// The page of an account.
    pub fn new(
        ui: Ui,
        (email, role): (&str, Role),
        (name, language): (&str, &str),
        typed: &str,
        wrong: FormErrors,
    ) -> Self {
        let lang = ui.lang;
        let mut languages = vec![Choice::new("", lang.t("me-language-browser"))];
        languages.extend(LANGUAGES.map(|code| Choice::new(code, Lang::own_name(code))));
        let about = vec![
            Field::line(lang, "name", "setup-name").value(name).autocomplete("name"),
            Field::new(lang, Kind::Select(languages), "language", "me-language")
                .help("me-language-help")
                .value(language),
        ];
        let address = vec![
            Field::email(lang, "email", "me-address-new").value(typed).required(),
            Field::password(lang, "current", "password-current", "current-password"),
        ];
        let checked = |fields: Vec<Field>| fields.into_iter().map(|field| field.checked(&wrong)).collect();
        Self {
            email: email.to_owned(),
            role,
            about: checked(about),
            address: checked(address),
            wrong: wrong.whole,
            ui,
        }
    }

    fn of(visitor: &Visitor, typed: &str, wrong: FormErrors) -> Option<Self> {
        let account = &visitor.signed_in()?.account;
        let (who, about) =
            ((account.email.as_str(), account.role), (account.name.as_str(), &*account.language));
        Some(Self::new(visitor.ui.clone(), who, about, typed, wrong))
    }
}

/// Answers `GET /me`.
pub async fn show(visitor: Visitor) -> Response {
    match MePage::of(&visitor, "", FormErrors::default()) {
        Some(page) => visitor.own_page(&page),
        None => visitor.failure(&AppError::MembersOnly),
    }
}

/// Answers `POST /me`: name and language.
pub async fn save(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let lang = LANGUAGES.into_iter().find(|code| *code == form.get("language"));
    if let Err(error) = profile::set(&app, who, form.get("name"), lang.unwrap_or_default()).await {
        return visitor.failure(&error);
    }
    let mut response = visitor.done("/me", "saved");
    if let Some(cookie) =
        lang.and_then(Lang::from_code).and_then(|lang| language_cookie(&visitor.ui.urls, lang))
    {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Answers `GET /start`, where signing in leads: who decides begins with what waits, everybody else with their page.
pub async fn start(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let first = if visitor.ui.may(Right::Decisions.name()) { "/moderate" } else { "/me" };
    match query {
        // What was done just now is said there.
        Some(query) => visitor.to(&format!("{first}?{query}")),
        None => visitor.to(first),
    }
}

/// Answers `POST /me/email`: asks for another address.
pub(crate) async fn change_email(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    form: Form,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let (email, password) = (form.get("email"), Secret::new(form.raw("current")));
    let wrong = match email_change::ask(&app, who, email, &password, visitor.browser(client)).await {
        Ok(()) => return visitor.done("/me", "new-address-sent"),
        Err(SignInError::Wrong) => {
            FormErrors::default().and("current", visitor.ui.t("password-wrong").into_owned())
        }
        Err(SignInError::App(error)) => match refused(&visitor.ui, error) {
            Ok(wrong) => wrong,
            Err(error) => return visitor.failure(&error),
        },
        Err(error) => match not_signed_in(&app, &visitor.ui, error) {
            Ok(why) => FormErrors::whole(why),
            Err(error) => return visitor.failure(&error),
        },
    };
    match MePage::of(&visitor, email, wrong) {
        Some(page) => visitor.form_again(&page),
        None => visitor.failure(&AppError::MembersOnly),
    }
}

/// Answers `GET /me/data`: everything the hub keeps of them, as a file.
pub async fn data(State(app): State<App>, visitor: Visitor) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    match export::data(&app, who).await {
        Ok(data) => {
            let head = [
                (header::CONTENT_TYPE, "application/json"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
                (header::CACHE_CONTROL, "no-store"),
            ];
            (head, Body::from_stream(data)).into_response()
        }
        Err(error) => visitor.failure(&error),
    }
}
