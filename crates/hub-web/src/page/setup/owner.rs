//! The account of whoever opens the link that the program prints.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::Response;
use hub_app::account::{Person, set_up};
use hub_app::{App, AppError, Missing};
use hub_core::secret::Secret;

use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::session as cookie;
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/setup/owner.html")]
pub struct OwnerPage {
    /// What every page has.
    pub ui: Ui,
    /// Where the form goes.
    pub action: String,
    /// Name, mail address, password.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub wrong: FormErrors,
}

impl OwnerPage {
    /// The form with what was typed before.
    pub fn new(ui: Ui, link: &str, name: &str, email: &str, wrong: FormErrors) -> Self {
        let lang = ui.lang;
        let fields = vec![
            Field::line(lang, "name", "setup-name").help("setup-name-help").value(name).autocomplete("name"),
            Field::email(lang, "email", "setup-email").help("setup-email-help").value(email).required(),
            Field::password(lang, "password", "setup-password", "new-password")
                .helped(ui.with("setup-password-help", "count", ui.hub.password_min_chars))
                .required(),
        ];
        let fields = fields.into_iter().map(|field| field.checked(&wrong)).collect();
        Self { action: ui.urls.to(&format!("/setup/{link}")), fields, wrong, ui }
    }
}

/// Answers `GET /setup/{link}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(link): Path<String>) -> Response {
    match set_up::is_open(&app, &Secret::new(link.as_str())).await {
        Ok(true) => {
            let mut ui = visitor.ui.clone();
            // The choice of language leads back here; nothing else may learn the link.
            ui.here = format!("/setup/{link}");
            visitor.own_page(&OwnerPage::new(ui, &link, "", "", FormErrors::default()))
        }
        Ok(false) => visitor.failure(&AppError::NotFound(Missing::Link)),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /setup/{link}`.
pub(crate) async fn take(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(link): Path<String>,
    form: Form,
) -> Response {
    let browser = visitor.browser(client);
    let password = Secret::new(form.raw("password"));
    let person = Person { email: form.get("email"), name: form.get("name"), password: &password };
    let token = match set_up::take(&app, &Secret::new(link.as_str()), &person, browser).await {
        Ok(token) => token,
        Err(error) => {
            return match FormErrors::from_error(error) {
                Ok(wrong) => {
                    let page = OwnerPage::new(visitor.ui.clone(), &link, person.name, person.email, wrong);
                    visitor.form_again(&page)
                }
                Err(error) => visitor.failure(&error),
            };
        }
    };
    let mut response = visitor.done("/setup/steps/name", "owner");
    if let Some(cookie) = cookie::begin(&visitor.ui.urls, &token) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}
