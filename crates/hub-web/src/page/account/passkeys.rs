//! The passkeys of somebody who is signed in, and signing in with one.
//!
//! What a browser and an authenticator say to each other is JSON; it travels in a field of a form like any other, so
//! that the guard knows where it comes from. Answers are JSON for the module `passkey.js`.

use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{StatusCode, header};
use hub_app::account::passkey::{Begun, are_possible, list, register, remove, rename, sign_in};
use hub_app::account::session::SignedIn;
use hub_app::account::sign_in::{Browser, SignInError};
use hub_app::{App, AppError, Missing, error_chain};
use hub_core::PasskeyId;
use hub_core::secret::Secret;
use jiff::Timestamp;
use serde_json::json;

use super::sign_in::own_path;
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::session::{self, cookie};
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// Keeps the token of a sign-in that is half done.
const HALF_DONE: &str = "challenge";

/// One passkey.
#[derive(Clone, Debug)]
pub struct PasskeyRow {
    /// Its id.
    pub id: PasskeyId,
    /// What its person calls it.
    pub name: String,
    /// When it was added.
    pub added: Timestamp,
    /// When somebody last signed in with it.
    pub used: Option<Timestamp>,
}

/// The page of one's passkeys.
#[derive(Template)]
#[template(path = "page/account/passkeys.html")]
pub struct PasskeysPage {
    /// What every page has.
    pub ui: Ui,
    /// Whether this hub can have passkeys.
    pub possible: bool,
    /// The passkeys, the first added first.
    pub passkeys: Vec<PasskeyRow>,
    /// The name of the one to be.
    pub name: Field,
    /// What was wrong with another name; may be empty.
    pub wrong: String,
}

impl PasskeysPage {
    /// The page with these passkeys.
    pub fn new(ui: Ui, possible: bool, passkeys: Vec<PasskeyRow>) -> Self {
        let name = Field::line(ui.lang, "name", "passkey-name").help("passkey-name-help").required();
        Self { name, possible, passkeys, wrong: String::new(), ui }
    }
}

async fn page(app: &App, visitor: &Visitor, who: &SignedIn) -> Result<PasskeysPage, AppError> {
    let rows = list::list(app, who.account.id).await?.into_iter().map(|passkey| PasskeyRow {
        id: passkey.id,
        name: passkey.name,
        added: passkey.created_at,
        used: passkey.used_at,
    });
    Ok(PasskeysPage::new(visitor.ui.clone(), are_possible(app), rows.collect()))
}

/// Answers `GET /me/passkeys`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    match page(&app, &visitor, who).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /me/passkeys/begin`.
pub async fn begin(State(app): State<App>, visitor: Visitor) -> Response {
    let Some(who) = visitor.signed_in() else { return refused(&visitor, AppError::MembersOnly) };
    begun(&visitor, register::begin(&app, who).await)
}

/// Answers `POST /me/passkeys`.
pub async fn add(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(who) = visitor.signed_in() else { return refused(&visitor, AppError::MembersOnly) };
    let token = Secret::new(form.get("token"));
    match register::finish(&app, who, &token, form.get("name"), form.get("answer")).await {
        Ok(_) => lead(&visitor.ui.urls.to("/me/passkeys?done=passkey-added")),
        Err(error) => refused(&visitor, error),
    }
}

/// Answers `POST /me/passkeys/{id}/name`.
pub async fn name(
    State(app): State<App>,
    Path(id): Path<PasskeyId>,
    visitor: Visitor,
    form: Form,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let error = match rename::rename(&app, who, id, form.get("name")).await {
        Ok(()) => return visitor.done("/me/passkeys", "passkey-renamed"),
        Err(error) => error,
    };
    match (FormErrors::from_error(error), page(&app, &visitor, who).await) {
        (Ok(wrong), Ok(mut page)) => {
            wrong.of("name").clone_into(&mut page.wrong);
            visitor.form_again(&page)
        }
        (Err(error), _) | (_, Err(error)) => visitor.failure(&error),
    }
}

/// Answers `POST /me/passkeys/{id}/remove`.
pub async fn take_away(State(app): State<App>, Path(id): Path<PasskeyId>, visitor: Visitor) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    match remove::remove(&app, who, id).await {
        Ok(()) => visitor.done("/me/passkeys", "passkey-removed"),
        Err(AppError::Conflict(said)) => match page(&app, &visitor, who).await {
            Ok(mut page) => {
                page.wrong = said;
                visitor.form_again(&page)
            }
            Err(error) => visitor.failure(&error),
        },
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /sign-in/passkey/begin`.
pub async fn begin_sign_in(State(app): State<App>, visitor: Visitor) -> Response {
    let half_done = cookie(visitor.headers(), HALF_DONE).filter(|token| !token.is_empty()).map(Secret::new);
    begun(&visitor, sign_in::begin(&app, half_done.as_ref()).await)
}

/// Answers `POST /sign-in/passkey`.
pub(crate) async fn sign(State(app): State<App>, client: Client, visitor: Visitor, form: Form) -> Response {
    let user_agent = visitor.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok());
    let browser = Browser { user_agent: user_agent.unwrap_or_default(), address: client.address };
    let token = Secret::new(form.get("token"));
    match sign_in::finish(&app, &token, form.get("answer"), browser).await {
        Ok(token) => {
            let back = own_path(form.get("back"));
            let mut response = lead(&visitor.ui.urls.to(if back.is_empty() { "/start" } else { back }));
            if let Some(cookie) = session::begin(&visitor.ui.urls, &token) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            response
        }
        Err(SignInError::Wrong | SignInError::Again | SignInError::Wait { .. }) => {
            why(visitor.ui.t("passkey-wrong").as_ref())
        }
        Err(SignInError::App(error)) => refused(&visitor, error),
    }
}

fn begun(visitor: &Visitor, begun: Result<Begun, AppError>) -> Response {
    match begun {
        Ok(begun) => {
            answer(StatusCode::OK, &json!({ "token": begun.token.expose(), "options": begun.options }))
        }
        Err(error) => refused(visitor, error),
    }
}

fn answer(status: StatusCode, body: &serde_json::Value) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

fn lead(to: &str) -> Response {
    answer(StatusCode::OK, &json!({ "to": to }))
}

fn why(why: &str) -> Response {
    answer(StatusCode::UNPROCESSABLE_ENTITY, &json!({ "why": why }))
}

/// What a use case refused, in a sentence for the person in front of the page.
fn refused(visitor: &Visitor, error: AppError) -> Response {
    match error {
        AppError::NotFound(Missing::Link) => why(visitor.ui.t("passkey-too-late").as_ref()),
        AppError::Invalid(errors) => {
            let said: Vec<String> =
                errors.0.iter().map(|error| visitor.ui.said(&error.why).into_owned()).collect();
            why(&said.join(" "))
        }
        AppError::Internal(source) => {
            tracing::error!(error = error_chain(source.as_ref()), "A passkey's door failed");
            answer(StatusCode::INTERNAL_SERVER_ERROR, &json!({}))
        }
        AppError::Conflict(said) | AppError::Forbidden(said) => why(&visitor.ui.said(&said)),
        other => why(&visitor.ui.said(&other.to_string())),
    }
}

#[cfg(any(test, debug_assertions))]
impl PasskeysPage {
    /// Two passkeys.
    pub fn sample(ui: Ui) -> Self {
        let row = |id, name: &str, used: Option<i64>| PasskeyRow {
            id: PasskeyId(id),
            name: name.to_owned(),
            added: ui.now - jiff::SignedDuration::from_hours(2000),
            used: used.map(|hours| ui.now - jiff::SignedDuration::from_hours(hours)),
        };
        let rows = vec![
            row(1, "Phone", Some(3)),
            row(2, "The key on my key ring, the blue one with the sticker", None),
        ];
        Self::new(ui, true, rows)
    }
}
