//! The mail server, typed in parts as mail programs ask for them, and a test of it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::{App, AppError, FieldErrors, settings};
use hub_core::text::EmailAddress;

use super::fields::wrong;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::urls::encoded;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/settings/mail.html")]
pub struct MailPage {
    /// What every page has.
    pub ui: Ui,
    /// Key of the sentence on the server in force.
    pub state_key: &'static str,
    /// Whether a server was set here, which can be removed.
    pub is_set: bool,
    /// The server's fields.
    pub fields: Vec<Field>,
    /// Where the test goes.
    pub test: Field,
    /// What is wrong.
    pub wrong: FormErrors,
}

/// Key of the sentence on which server is in force.
pub(crate) fn state_key(app: &App) -> &'static str {
    match (app.policy().mail_server.is_some(), app.mailer()) {
        (true, _) => "mail-state-set",
        (false, Ok(Some(_))) => "mail-state-file",
        (false, _) => "mail-state-none",
    }
}

/// Fields of the server as they were typed, with the sender in force.
fn fields(ui: &Ui, from: &str, form: Option<&Form>, wrong: &FormErrors) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.get(name));
    let line = |name: &'static str, kind| {
        Field::new(ui.lang, kind, name, &format!("set-{name}"))
            .help(&format!("set-{name}-help"))
            .value(typed(name))
            .left_to_right()
    };
    let choice = |word: &str| {
        let key = format!("set-mail_security-{word}");
        Choice::new(word, ui.t(&key)).help(ui.t(&format!("{key}-help")))
    };
    let security = Kind::Radio(["starttls", "tls", "none"].map(choice).to_vec());
    let chosen = if typed("mail_security").is_empty() { "starttls" } else { typed("mail_security") };
    let sender = if form.is_some() { typed("mail_from") } else { from };
    let password = Field::password(ui.lang, "mail_password", "set-mail_password", "off");
    let fields = [
        line("mail_host", Kind::Line("text")),
        line("mail_security", security).value(chosen),
        line("mail_port", Kind::Line("number")),
        line("mail_user", Kind::Line("text")).autocomplete("off"),
        password.help("set-mail_password-help"),
        line("mail_from", Kind::Line("text")).value(sender),
    ];
    fields.into_iter().map(|field| field.checked(wrong)).collect()
}

fn test_field(visitor: &Visitor, form: Option<&Form>, wrong: &FormErrors) -> Field {
    let own = visitor.signed_in().map_or("", |signed_in| signed_in.account.email.as_str());
    let to = form.map_or("", |form| form.get("mail_test"));
    let to = if to.is_empty() { own } else { to };
    Field::email(visitor.ui.lang, "mail_test", "mail-test-to").value(to).checked(wrong)
}

fn sender(app: &App) -> String {
    let policy = app.policy();
    if policy.mail_from.is_empty() { policy.contact_email.clone() } else { policy.mail_from.clone() }
}

/// The fields of the guided set-up: the server and where a test goes.
pub(crate) fn wizard_fields(app: &App, visitor: &Visitor, sent: Option<(&Form, &FormErrors)>) -> Vec<Field> {
    let (form, none) = (sent.map(|(form, _)| form), FormErrors::default());
    let wrong = sent.map_or(&none, |(_, wrong)| wrong);
    let mut fields = fields(&visitor.ui, &sender(app), form, wrong);
    let to = test_field(visitor, form, wrong).help("mail-test-lead");
    fields.push(to.labelled(visitor.ui.t("mail-test")));
    fields
}

fn page(app: &App, visitor: &Visitor, form: Option<&Form>, wrong: FormErrors) -> MailPage {
    MailPage {
        state_key: state_key(app),
        is_set: app.policy().mail_server.is_some(),
        fields: fields(&visitor.ui, &sender(app), form, &wrong),
        test: test_field(visitor, form, &wrong),
        wrong,
        ui: visitor.ui.clone(),
    }
}

/// Answers `GET /admin/settings/mail`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    visitor.own_page(&page(&app, &visitor, None, FormErrors::default()))
}

/// Answers `POST /admin/settings/mail`: sets the server, removes it, or sends a test.
pub async fn save(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let done = match form.get("do") {
        "clear" => {
            settings::change(&app, visitor.actor(), &[("mail_server", "")]).await.map(|_| "mail-cleared")
        }
        "test" => test(&app, &visitor, form.get("mail_test")).await.map(|()| "mail-test"),
        _ => set(&app, &visitor, &form).await.map(|()| "settings"),
    };
    match done.map_err(|error| wrong(&visitor, error)) {
        Ok(done) => visitor.done("/admin/settings/mail", done),
        Err(Ok(wrong)) => visitor.form_again(&page(&app, &visitor, Some(&form), wrong)),
        Err(Err(error)) => visitor.failure(&error),
    }
}

/// In the guided set-up: sets the server if one was typed, and sends a test if there is one now.
///
/// # Errors
/// `Invalid` names what does not fit, `Conflict` says why the test was not sent.
pub(crate) async fn take(app: &App, visitor: &Visitor, form: &Form) -> Result<(), AppError> {
    if !form.get("mail_host").is_empty() {
        set(app, visitor, form).await?;
    }
    if matches!(app.mailer(), Ok(None)) || form.get("mail_test").is_empty() {
        return Ok(());
    }
    test(app, visitor, form.get("mail_test")).await
}

async fn set(app: &App, visitor: &Visitor, form: &Form) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    let host = form.get("mail_host");
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '_');
    if host.is_empty() || !host.chars().all(is_name) {
        errors.add("mail_host", visitor.ui.t("set-mail_server-wrong"));
    }
    let port = form.get("mail_port");
    if !port.is_empty() && !port.parse::<u16>().is_ok_and(|port| port > 0) {
        errors.add("mail_port", "1 to 65535");
    }
    let from = form.get("mail_from");
    if from.is_empty() {
        errors.add("mail_from", "an address");
    }
    errors.into_result()?;
    // The server is checked together with the sender in force.
    settings::change(app, visitor.actor(), &[("mail_from", from)]).await?;
    let address = server_address(form, host, port);
    settings::change(app, visitor.actor(), &[("mail_server", &address)]).await.map(drop)
}

/// The address as the setting takes it.
fn server_address(form: &Form, host: &str, port: &str) -> String {
    let scheme = match form.get("mail_security") {
        "tls" => "smtps",
        "none" => "smtp",
        _ => "smtp+starttls",
    };
    let host = if host.contains(':') { format!("[{host}]") } else { host.to_owned() };
    let port = if port.is_empty() { String::new() } else { format!(":{port}") };
    let user = match (form.get("mail_user"), form.raw("mail_password")) {
        ("", "") => String::new(),
        (user, password) => format!("{}:{}@", encoded(user), encoded(password)),
    };
    format!("{scheme}://{user}{host}{port}")
}

/// Sends a test at once.
///
/// # Errors
/// `Invalid` for something that is no address, `Conflict` says why the test was not sent.
pub(crate) async fn test(app: &App, visitor: &Visitor, to: &str) -> Result<(), AppError> {
    let Some(to) = EmailAddress::parse(to) else {
        let mut errors = FieldErrors::default();
        errors.add("mail_test", "an address");
        return Err(AppError::Invalid(errors));
    };
    hub_app::mail::test(app, to).await.map_err(|error| match error {
        AppError::Conflict(why) => {
            AppError::Conflict(visitor.ui.with("mail-test-failed", "why", why).into_owned())
        }
        other => other,
    })
}

#[cfg(any(test, debug_assertions))]
impl MailPage {
    /// A hub with a server.
    pub fn sample(ui: Ui) -> Self {
        let wrong = FormErrors::default().and("mail_port", ui.t("set-mail_port-wrong"));
        Self {
            state_key: "mail-state-set",
            is_set: true,
            fields: fields(&ui, "hub@school.example", None, &wrong),
            test: Field::email(ui.lang, "mail_test", "mail-test-to").value("ada@school.example"),
            wrong,
            ui,
        }
    }
}
