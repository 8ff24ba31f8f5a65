//! Who looks at a page, in which language, and how pages are sent to them.

use std::convert::Infallible;

use askama::Template;
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, header};
use hub_app::{App, AppError, error_chain};
use hub_core::visibility::Viewer;

use super::answer;
use super::error::{ErrorPage, Trouble};
use super::fill;
use crate::i18n::Lang;
use crate::request_id;
use crate::urls::Urls;
use crate::view::ui::{HubFace, Ui};

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
}

impl FromRequestParts<App> for Visitor {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Infallible> {
        Ok(Self::of(app, &parts.headers, parts.uri.path(), parts.uri.query().unwrap_or_default()).await)
    }
}

/// The page's own path and query without the choice of language.
fn here(path: &str, query: &str) -> String {
    let kept: Vec<&str> =
        query.split('&').filter(|pair| !pair.is_empty() && !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

fn chosen_language(query: &str) -> Option<&str> {
    query
        .split('&')
        .find_map(|pair| pair.strip_prefix("lang="))
        .filter(|code| Lang::from_code(code).is_some())
}

fn cookie(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let mut pairs = cookies.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.find(|(name, _)| *name == COOKIE).map(|(_, value)| value.to_owned())
}

/// Remembers a language chosen by `?lang=`. Nothing else is ever kept of a visitor who has not signed in.
pub async fn remember_language(State(app): State<App>, request: Request, next: Next) -> Response {
    let lang = request.uri().query().and_then(chosen_language).and_then(Lang::from_code);
    let mut response = next.run(request).await;
    if let Some(lang) = lang {
        let urls = Urls::new(app.address.clone());
        let secure = if urls.is_https() { "; Secure" } else { "" };
        let cookie = format!(
            "{COOKIE}={}; Path={}; Max-Age={COOKIE_AGE}; SameSite=Lax; HttpOnly{secure}",
            lang.code(),
            urls.cookie_path()
        );
        if let Ok(cookie) = HeaderValue::from_str(&cookie) {
            response.headers_mut().append(header::SET_COOKIE, cookie);
        }
    }
    response
}

impl Visitor {
    /// Somebody who sent these headers for this path and query below the hub's path. Both stand in links of the page.
    pub async fn of(app: &App, headers: &HeaderMap, path: &str, query: &str) -> Self {
        let policy = app.policy();
        let chosen = chosen_language(query).map(str::to_owned).or_else(|| cookie(headers));
        let accepted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let lang = Lang::negotiate(chosen.as_deref(), accepted, &policy.language);
        let request_id = headers.get(request_id::HEADER).and_then(|value| value.to_str().ok());
        // A database that cannot be read fails the page itself, or nothing but this banner.
        let has_owner = hub_app::account::has_owner(app).await.unwrap_or(true);
        let ui = Ui {
            lang,
            urls: Urls::new(app.address.clone()),
            hub: HubFace {
                name: policy.name.clone(),
                sentence: fill::sentence(&policy.description),
                has_logo: policy.logo.is_some(),
                feeds: policy.feeds,
                unfinished: !has_owner,
            },
            now: app.clock.now(),
            here: here(path, query),
            words: String::new(),
            request_id: request_id.unwrap_or_default().to_owned(),
        };
        Self { viewer: Viewer::Stranger, ui, headers: headers.clone() }
    }

    /// What the browser sent with the request.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// Sends a page that everybody may see.
    pub fn page(&self, page: &impl Template) -> Response {
        answer::page(&self.headers, page)
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
        self.trouble_with(trouble, detail)
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

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, HeaderValue::from_static("a=b; lang=fr;c=d"));
        assert_eq!(cookie(&headers).as_deref(), Some("fr"));
    }
}
