//! Signing in and out.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::Response;
use hub_app::account::passkey::are_possible;
use hub_app::account::provider::manage;
use hub_app::account::session;
use hub_app::account::sign_in::{SignInError, Step, with_password};
use hub_app::{App, AppError};
use hub_core::secret::Secret;

use crate::client_address::Client;
use crate::form::Form;
use crate::i18n::Lang;
use crate::page::visitor::{Visitor, language_cookie};
use crate::session as cookie;
use crate::view::field::Field;
use crate::view::sign_in_ways::SignInWays;
use crate::view::ui::{SetUp, Ui};

/// The page to sign in on.
#[derive(Template)]
#[template(path = "page/account/sign_in.html")]
pub struct SignInPage {
    /// What every page has.
    pub ui: Ui,
    /// Where it leads to afterwards: a path below the hub's.
    pub back: String,
    /// Mail address and password.
    pub fields: Vec<Field>,
    /// What went wrong; may be empty.
    pub wrong: String,
    /// Other ways to sign in.
    pub ways: SignInWays,
    /// Whether the hub has no owner, so that nobody can sign in.
    pub nobody: bool,
}

impl SignInPage {
    /// The form with an address in it.
    pub fn new(ui: Ui, back: &str, email: &str) -> Self {
        let lang = ui.lang;
        let fields = vec![
            Field::email(lang, "email", "sign-in-email").value(email).autocomplete("username").required(),
            Field::password(lang, "password", "sign-in-password", "current-password").required(),
        ];
        let ways = SignInWays::new(&ui, back, false, Vec::new());
        Self {
            ways,
            nobody: ui.hub.set_up == SetUp::Nobody,
            back: back.to_owned(),
            fields,
            wrong: String::new(),
            ui,
        }
    }
}

/// A path of this hub to go on to; anything else would make the page a way to other sites.
pub(crate) fn own_path(back: &str) -> &str {
    let is_own = back.starts_with('/') && !back.starts_with("//") && !back.contains(['\\', '\r', '\n']);
    if is_own { back } else { "" }
}

/// Answers `GET /sign-in`.
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let query = query.unwrap_or_default();
    let back = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "back");
    let back = back.map(|(_, back)| back.into_owned()).unwrap_or_default();
    let mut ui = visitor.ui.clone();
    "/sign-in".clone_into(&mut ui.here);
    let mut page = SignInPage::new(ui, own_path(&back), "");
    page.ways = ways(&app, &visitor, &page.back).await;
    visitor.own_page(&page)
}

/// What this hub offers besides address and password; a database that cannot be read fails the sign-in itself.
pub(crate) async fn ways(app: &App, visitor: &Visitor, back: &str) -> SignInWays {
    let providers = manage::list(app).await.unwrap_or_default().into_iter().filter(|provider| provider.is_on);
    let providers = providers.map(|provider| (provider.id.get(), provider.label)).collect();
    SignInWays::new(&visitor.ui, back, are_possible(app), providers)
}

/// Answers `POST /sign-in`.
pub(crate) async fn sign(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    let (email, back) = (form.get("email"), own_path(form.get("back")));
    let password = Secret::new(form.raw("password"));
    match with_password(&app, email, &password, visitor.browser(client)).await {
        Ok(Step::SignedIn(token)) => welcome(&app, &visitor, &token, back, "").await,
        Ok(Step::SecondFactor(challenge)) => super::code::ask(&visitor, &challenge, back),
        Err(error) => {
            let mut again = SignInPage::new(visitor.ui.clone(), back, email);
            again.ways = ways(&app, &visitor, back).await;
            match not_signed_in(&app, &visitor.ui, error) {
                Ok(wrong) => {
                    again.wrong = wrong;
                    visitor.form_again(&again)
                }
                Err(error) => visitor.failure(&error),
            }
        }
    }
}

/// To where somebody wanted, signed in and in the language of their account; `done` is the key of a banner, or empty.
pub(crate) async fn welcome(
    app: &App,
    visitor: &Visitor,
    token: &Secret,
    back: &str,
    done: &str,
) -> Response {
    let to = if back.is_empty() { "/start" } else { back };
    let mut response = if done.is_empty() { visitor.to(to) } else { visitor.done(to, done) };
    let headers = response.headers_mut();
    if let Some(cookie) = cookie::begin(&visitor.ui.urls, token) {
        headers.append(header::SET_COOKIE, cookie);
    }
    let signed_in = session::find(app, token).await.ok().flatten();
    let lang = signed_in.and_then(|signed_in| Lang::from_code(&signed_in.account.language));
    if let Some(cookie) = lang.and_then(|lang| language_cookie(&visitor.ui.urls, lang)) {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// What a page says to somebody whose password or code did not do.
///
/// # Errors
/// What is no matter of the form.
pub(crate) fn not_signed_in(app: &App, ui: &Ui, error: SignInError) -> Result<String, AppError> {
    match error {
        SignInError::Wrong => Ok(ui.t("sign-in-wrong").into_owned()),
        SignInError::Again => Ok(ui.t("sign-in-again").into_owned()),
        SignInError::Wait { until } => {
            let seconds = until.duration_since(app.clock.now()).as_secs().max(1);
            Ok(ui.with("sign-in-wait", "seconds", seconds).into_owned())
        }
        SignInError::App(error) => Err(error),
    }
}

/// Answers `POST /sign-out`.
pub async fn out(State(app): State<App>, visitor: Visitor) -> Response {
    if let Some(signed_in) = visitor.signed_in()
        && let Err(error) = session::end(&app, signed_in.account.id, signed_in.session_id).await
    {
        return visitor.failure(&error);
    }
    let mut response = visitor.done("/", "signed-out");
    if let Some(cookie) = cookie::end(&visitor.ui.urls) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_no_other_site() {
        for away in
            ["//evil.example", "https://evil.example/", "/\\evil.example", "evil", "/a\r\nset-cookie: b"]
        {
            assert_eq!(own_path(away), "", "{away}");
        }
        assert_eq!(own_path("/admin/sites?q=//x"), "/admin/sites?q=//x");
    }
}
