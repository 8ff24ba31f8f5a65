//! Who looks at a page, in which language, and how pages are sent to them.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use http::request::Parts;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use hub_app::account::session::SignedIn;
use hub_app::account::sign_in::Browser;
use hub_app::{App, AppError, error_chain};
use hub_core::policy::SelfRegistration;
use hub_core::rights::{Actor, Right};
use hub_core::visibility::Viewer;

use super::answer;
use super::error::{ErrorPage, Trouble};
use super::fill;
use crate::client_address::Client;
use crate::i18n::Lang;
use crate::request_id;
use crate::session::{Session, cookie, set_cookie};
use crate::urls::Urls;
use crate::view::terms::Terms;
use crate::view::ui::{HubFace, PersonFace, SetUp, Ui};

/// Keeps the chosen language.
const COOKIE: &str = "lang";
/// A year, in seconds.
const COOKIE_AGE: u32 = 365 * 24 * 60 * 60;

/// Somebody in front of a page.
pub struct Visitor {
    /// What the visibility function is asked with.
    pub viewer: Viewer,
    /// What every page has.
    pub ui: Ui,
    headers: HeaderMap,
    session: Option<Session>,
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        let (path, query) = (parts.uri.path(), parts.uri.query().unwrap_or_default());
        Ok(Self::of(app, &parts.headers, path, query, parts.extensions.get::<Session>()).await)
    }
}

/// The page's own path and query without the choice of language and what was done on the page before.
fn here(path: &str, query: &str) -> String {
    let passing = |pair: &str| pair.is_empty() || pair.starts_with("lang=") || pair.starts_with("done=");
    let kept: Vec<&str> = query.split('&').filter(|pair| !passing(pair)).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// The key of the sentence that says what was done on the page before.
fn done(query: &str) -> Option<String> {
    let word = query.split('&').find_map(|pair| pair.strip_prefix("done="))?;
    let key = format!("done-{word}");
    Lang::english().has(&key).then_some(key)
}

fn chosen_language(query: &str) -> Option<&str> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .filter(|code| Lang::from_code(code).is_some())
}

/// Remembers a language chosen by `?lang=`. Nothing else is ever kept of a visitor who has not signed in.
pub async fn remember_language(State(app): State<App>, request: Request, next: Next) -> Response {
    let lang = request.uri().query().and_then(chosen_language).and_then(Lang::from_code);
    let mut response = next.run(request).await;
    if let Some(cookie) = lang.and_then(|lang| language_cookie(&Urls::new(app.address.clone()), lang)) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The cookie that keeps a chosen language.
pub(crate) fn language_cookie(urls: &Urls, lang: Lang) -> Option<HeaderValue> {
    set_cookie(urls, COOKIE, lang.code(), COOKIE_AGE)
}

impl Visitor {
    /// Somebody who sent these headers for this path and query below the hub's path. Both stand in links of the page.
    pub(crate) async fn of(
        app: &App,
        headers: &HeaderMap,
        path: &str,
        query: &str,
        session: Option<&Session>,
    ) -> Self {
        let policy = app.policy();
        let of_account = || session.map(|session| session.signed_in.account.language.clone());
        let chosen = chosen_language(query).map(str::to_owned).or_else(|| cookie(headers, COOKIE));
        let chosen = chosen.or_else(of_account).filter(|code| !code.is_empty());
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = Lang::negotiate(chosen.as_deref(), accepted, &policy.language);
        let request_id = headers.get(request_id::HEADER).and_then(|value| value.to_str().ok());
        // A database that cannot be read fails the page itself, or nothing but this banner.
        let has_owner = hub_app::account::has_owner(app).await.unwrap_or(true);
        let decides = session.is_some_and(|session| session.signed_in.account.role.may(Right::Decisions));
        // As above: without the number the page is still of use.
        let waiting =
            if decides { hub_app::moderation::queue_length(app).await.unwrap_or_default() } else { 0 };
        let ui = Ui {
            lang,
            terms: Terms::of(lang, app.vocabularies(), &policy.language),
            urls: Urls::new(app.address.clone()),
            hub: HubFace {
                name: policy.name.clone(),
                sentence: fill::sentence(&policy.description),
                has_logo: policy.logo.is_some(),
                feeds: policy.feeds,
                set_up: match (has_owner, policy.set_up_done) {
                    (false, _) => SetUp::Nobody,
                    (true, false) => SetUp::Open,
                    (true, true) => SetUp::Done,
                },
                pages: app.pages().written(),
                password_min_chars: policy.password_min_chars,
                sign_up: policy.self_registration != SelfRegistration::Off,
            },
            now: app.clock.now(),
            here: here(path, query),
            words: String::new(),
            request_id: request_id.unwrap_or_default().to_owned(),
            person: session.map(PersonFace::of),
            done: done(query),
            waiting,
        };
        let viewer = session.map_or(Viewer::Stranger, Session::viewer);
        Self { viewer, ui, headers: headers.clone(), session: session.cloned() }
    }

    /// Who is signed in.
    pub fn signed_in(&self) -> Option<&SignedIn> {
        self.session.as_ref().map(|session| &session.signed_in)
    }

    /// Who acts, for the record.
    pub fn actor(&self) -> Actor {
        self.signed_in().map_or(Actor::Visitor, |signed_in| Actor::Account(signed_in.account.id))
    }

    /// The browser that sent the request, for sessions and for counting failures.
    pub(crate) fn browser(&self, client: Client) -> Browser<'_> {
        let user_agent = self.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Browser { user_agent: user_agent.unwrap_or_default(), address: client.address }
    }

    /// What the browser sent with the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Sends a page that everybody may see; to somebody who is signed in it is their own.
    pub fn page(&self, page: &impl Template) -> Response {
        if self.session.is_some() { self.own_page(page) } else { answer::page(&self.headers, page) }
    }

    /// Sends a page for this person only.
    pub fn own_page(&self, page: &impl Template) -> Response {
        answer::failure(&self.headers, StatusCode::OK, page)
    }

    /// Sends a page again whose form was refused, with what is wrong in it.
    pub fn form_again(&self, page: &impl Template) -> Response {
        answer::failure(&self.headers, StatusCode::UNPROCESSABLE_ENTITY, page)
    }

    /// After a form was taken: to a page of this hub (its path below the hub's), which says that it was done by the
    /// text `done-{done}`. Loading that page again sends nothing again.
    pub fn done(&self, path: &str, done: &str) -> Response {
        let sign = if path.contains('?') { '&' } else { '?' };
        self.to(&format!("{path}{sign}done={done}"))
    }

    /// To another page of this hub, by its path below the hub's.
    pub fn to(&self, path: &str) -> Response {
        let head =
            [(header::LOCATION, self.ui.urls.to(path)), (header::CACHE_CONTROL, "no-store".to_owned())];
        (StatusCode::SEE_OTHER, head).into_response()
    }

    /// Sends the page of what went wrong.
    pub fn failure(&self, error: &AppError) -> Response {
        let mut detail = String::new();
        let trouble = match error {
            AppError::NotFound(_) => Trouble::NotFound,
            AppError::Gone => Trouble::Gone,
            AppError::HubOff => Trouble::HubOff,
            AppError::MembersOnly => Trouble::HubPrivate,
            AppError::Forbidden(_) | AppError::ReadOnly => Trouble::Forbidden,
            AppError::TooLarge { limit_bytes } => {
                detail = self.ui.megabytes(i64::try_from(*limit_bytes).unwrap_or(i64::MAX));
                Trouble::TooLarge
            }
            AppError::Quota(_) => Trouble::TooMany,
            AppError::Invalid(_) | AppError::Conflict(_) | AppError::WrongState(_) | AppError::Setting(_) => {
                Trouble::Unprocessable
            }
            AppError::Internal(source) => {
                tracing::error!(error = error_chain(source.as_ref()), "A page failed");
                Trouble::Internal
            }
        };
        if detail.is_empty() {
            detail = self.reason(error);
        }
        self.trouble_with(trouble, detail)
    }

    /// Why, in the reader's language, if it is one of the sentences people read.
    fn reason(&self, error: &AppError) -> String {
        let known = |text: &str| self.ui.known(text);
        match error {
            AppError::Invalid(errors) => {
                let said: Vec<String> = errors.0.iter().filter_map(|error| known(&error.why)).collect();
                said.join(" ")
            }
            AppError::Forbidden(why) | AppError::Conflict(why) => known(why).unwrap_or_default(),
            AppError::WrongState(why) => known(&why.to_string()).unwrap_or_default(),
            _ => String::new(),
        }
    }

    /// Sends the page of a trouble that no use case told of.
    pub fn trouble(&self, trouble: Trouble) -> Response {
        self.trouble_with(trouble, String::new())
    }

    fn trouble_with(&self, trouble: Trouble, detail: String) -> Response {
        let mut page = ErrorPage::new(self.ui.clone(), trouble);
        page.detail = detail;
        answer::failure(&self.headers, trouble.status(), &page)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_language_is_not_part_of_where_one_is() {
        assert_eq!(here("/search", "q=a&lang=de&page=2"), "/search?q=a&page=2");
        assert_eq!(here("/", "lang=de"), "/");
        assert_eq!(chosen_language("q=a&lang=de"), Some("de"));
        assert_eq!(chosen_language("lang=tlh"), None);
    }
}
