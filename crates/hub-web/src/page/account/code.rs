//! The second half of signing in: a code of the app, or a recovery code.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::header;
use axum::response::Response;
use hub_app::account::sign_in::{Challenge, Proof, SignInError, finish};
use hub_app::{App, AppError, Missing};
use hub_core::secret::Secret;

use super::sign_in::{not_signed_in, own_path, welcome};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::session::{cookie, set_cookie};
use crate::urls::encoded;
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// Keeps the token of a sign-in that is half done.
const COOKIE: &str = "challenge";
/// Seconds the browser keeps it: as long as the hub does.
const COOKIE_AGE: u32 = 10 * 60;
/// Digits of an app's code (RFC 6238 as every app does it).
const DIGITS: usize = 6;

/// The page that asks for a code.
#[derive(Template)]
#[template(path = "page/account/code.html")]
pub struct CodePage {
    /// What every page has.
    pub ui: Ui,
    /// Where it leads to afterwards: a path below the hub's.
    pub back: String,
    /// The code.
    pub field: Field,
}

impl CodePage {
    /// The form, with what was wrong.
    pub fn new(ui: Ui, back: &str, wrong: &FormErrors) -> Self {
        let field = Field::line(ui.lang, "code", "code-label").help("code-help").left_to_right().required();
        let field = field.autocomplete("one-time-code").checked(wrong);
        Self { back: back.to_owned(), field, ui }
    }
}

/// The token of the sign-in that is half done in this browser.
pub(crate) fn challenge(visitor: &Visitor) -> Option<Secret> {
    cookie(visitor.headers(), COOKIE).filter(|token| !token.is_empty()).map(Secret::new)
}

/// Leads whoever gave the right password to the page.
pub(crate) fn ask(visitor: &Visitor, challenge: &Challenge, back: &str) -> Response {
    let path = if back.is_empty() { String::new() } else { format!("?back={}", encoded(back)) };
    let mut response = visitor.to(&format!("/sign-in/code{path}"));
    if let Some(cookie) = set_cookie(&visitor.ui.urls, COOKIE, challenge.token.expose(), COOKIE_AGE) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Answers `GET /sign-in/code`.
pub async fn show(visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    if challenge(&visitor).is_none() {
        return visitor.to("/sign-in");
    }
    let query = query.unwrap_or_default();
    let back = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "back");
    let back = back.map(|(_, back)| back.into_owned()).unwrap_or_default();
    visitor.own_page(&CodePage::new(visitor.ui.clone(), own_path(&back), &FormErrors::default()))
}

/// Answers `POST /sign-in/code`.
pub(crate) async fn sign(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    let (typed, back) = (form.get("code"), own_path(form.get("back")));
    let Some(token) = challenge(&visitor) else { return visitor.done("/sign-in", "sign-in-again") };
    let digits = typed.chars().filter(|c| !c.is_whitespace());
    let is_code = digits.clone().count() == DIGITS && digits.clone().all(|c| c.is_ascii_digit());
    let proof = if is_code { Proof::Code(typed) } else { Proof::RecoveryCode(typed) };
    let why = match finish(&app, &token, proof, visitor.browser(client)).await {
        Ok(session) => {
            let done = if is_code { "" } else { "recovery-used" };
            let mut response = welcome(&app, &visitor, &session, back, done).await;
            if let Some(cookie) = set_cookie(&visitor.ui.urls, COOKIE, "", 0) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            return response;
        }
        Err(SignInError::App(AppError::NotFound(Missing::Link))) => {
            return visitor.done("/sign-in", "sign-in-again");
        }
        Err(SignInError::Wrong) => visitor.ui.t("code-wrong").into_owned(),
        Err(error) => match not_signed_in(&app, &visitor.ui, error) {
            Ok(why) => why,
            Err(error) => return visitor.failure(&error),
        },
    };
    visitor.form_again(&CodePage::new(visitor.ui.clone(), back, &FormErrors::default().and("code", why)))
}
