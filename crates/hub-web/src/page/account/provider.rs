//! Signing in through a provider, and linking one's account with who one is there.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hub_app::account::provider::finish::{Answer, Came, finish};
use hub_app::account::provider::{ProviderError, begin, identity};
use hub_app::account::sign_in::Step;
use hub_app::outside::oidc::OidcError;
use hub_app::{App, AppError};
use hub_core::ProviderId;
use hub_core::secret::Secret;

use super::sign_in::{SignInPage, own_path, ways, welcome};
use crate::client_address::Client;
use crate::page::visitor::Visitor;
use crate::session::{cookie, set_cookie};
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// What a browser keeps while it is at a provider.
const COOKIE: &str = "provider";
/// Seconds it keeps it: as long as the hub does.
const COOKIE_AGE: u32 = 15 * 60;

/// The page that leads to a provider. After a form a browser is not led to other sites (`form-action` of the page's
/// policy), so somebody who links goes on from here.
#[derive(Template)]
#[template(path = "page/account/go_on.html")]
pub struct GoOnPage {
    /// What every page has.
    pub ui: Ui,
    /// The provider's address.
    pub way: String,
}

/// Answers `GET /sign-in/with/{id}`.
pub(crate) async fn leave(
    State(app): State<App>,
    Path(id): Path<ProviderId>,
    client: Client,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let back = parameter(query.as_deref().unwrap_or_default(), "back").unwrap_or_default();
    match begin::begin(&app, id, own_path(&back), None, visitor.browser(client)).await {
        Ok(begun) => {
            let head = [
                (header::LOCATION, begun.way.to_string()),
                (header::CACHE_CONTROL, "no-store".to_owned()),
                (header::REFERRER_POLICY, "no-referrer".to_owned()),
            ];
            kept(&visitor, &begun.browser, (StatusCode::SEE_OTHER, head).into_response())
        }
        Err(error) => not_in(&app, &visitor, own_path(&back), error).await,
    }
}

/// Answers `GET /sign-in/with/{id}/back`.
pub(crate) async fn come_back(
    State(app): State<App>,
    Path(id): Path<ProviderId>,
    client: Client,
    visitor: Visitor,
    RawQuery(query): RawQuery,
) -> Response {
    let query = query.unwrap_or_default();
    let [state, code, error] =
        ["state", "code", "error"].map(|name| parameter(&query, name).unwrap_or_default());
    let issuer = parameter(&query, "iss");
    let answer = Answer { state: &state, code: &code, error: &error, issuer: issuer.as_deref() };
    let browser_kept = Secret::new(cookie(visitor.headers(), COOKIE).unwrap_or_default());
    let who = visitor.signed_in();
    let mut response = match finish(&app, id, answer, &browser_kept, who, visitor.browser(client)).await {
        Ok(Came::In(Step::SignedIn(token), back)) => {
            welcome(&app, &visitor, &token, own_path(&back), "").await
        }
        Ok(Came::In(Step::SecondFactor(challenge), back)) => {
            super::code::ask(&visitor, &challenge, own_path(&back))
        }
        Ok(Came::Linked) => visitor.done("/me/security", "provider-linked"),
        Err(error) => not_in(&app, &visitor, "", error).await,
    };
    if let Some(cookie) = set_cookie(&visitor.ui.urls, COOKIE, "", 0) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// Answers `POST /me/security/providers/{id}/link`.
pub(crate) async fn link(
    State(app): State<App>,
    Path(id): Path<ProviderId>,
    client: Client,
    visitor: Visitor,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    match begin::begin(&app, id, "/me/security", Some(who), visitor.browser(client)).await {
        Ok(begun) => {
            let page = GoOnPage { ui: visitor.ui.clone(), way: begun.way.to_string() };
            kept(&visitor, &begun.browser, visitor.own_page(&page))
        }
        Err(error) => not_in(&app, &visitor, "", error).await,
    }
}

/// Answers `POST /me/security/providers/{id}/unlink`.
pub async fn unlink(State(app): State<App>, Path(id): Path<ProviderId>, visitor: Visitor) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    match identity::unlink(&app, who, id).await {
        Ok(()) => visitor.done("/me/security", "provider-unlinked"),
        Err(AppError::Conflict(_)) => {
            let wrong = FormErrors::whole(visitor.ui.t("provider-last-way"));
            super::security::again(&app, &visitor, &wrong).await
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Has the browser keep what brings it back.
fn kept(visitor: &Visitor, token: &Secret, mut response: Response) -> Response {
    if let Some(cookie) = set_cookie(&visitor.ui.urls, COOKIE, token.expose(), COOKIE_AGE) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A parameter of a query, as providers write them.
fn parameter(query: &str, name: &str) -> Option<String> {
    url::form_urlencoded::parse(query.as_bytes())
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
}

/// Says why a provider brought nobody in, and offers the other ways.
async fn not_in(app: &App, visitor: &Visitor, back: &str, error: ProviderError) -> Response {
    let wrong = match why(&visitor.ui, error) {
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    let mut ui = visitor.ui.clone();
    "/sign-in".clone_into(&mut ui.here);
    let mut page = SignInPage::new(ui, back, "");
    page.ways = ways(app, visitor, back).await;
    page.wrong = wrong;
    visitor.form_again(&page)
}

/// Why, in the reader's language; what is a matter of staff is in the log.
///
/// # Errors
/// What is no matter of the sign-in.
fn why(ui: &Ui, error: ProviderError) -> Result<String, AppError> {
    let key = match error {
        ProviderError::App(error) => return Err(error),
        ProviderError::Unknown => "provider-unknown",
        ProviderError::Stale | ProviderError::Provider(OidcError::Stale) => "provider-stale",
        ProviderError::Declined(_) => "provider-declined",
        ProviderError::NoAddress => "provider-no-address",
        ProviderError::Taken => "provider-taken",
        ProviderError::Wait => "provider-wait",
        ProviderError::Again => "sign-in-again",
        ProviderError::Provider(why) => {
            tracing::warn!(%why, "A sign-in provider brought nobody in");
            if matches!(why, OidcError::Down(_)) { "provider-down" } else { "provider-broken" }
        }
        ProviderError::HasAccount(email) => {
            return Ok(ui.with("provider-has-account", "email", email).into_owned());
        }
        ProviderError::NoAccount(email) => {
            return Ok(ui.with("provider-no-account", "email", email).into_owned());
        }
    };
    Ok(ui.t(key).into_owned())
}
