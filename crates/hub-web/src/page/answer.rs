//! How a rendered page is sent: with the headers every page has, and a tag by which a browser need not fetch it
//! again.

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use sha2::{Digest, Sha256};

use super::asset::is_known;

/// What pages may load and do: only what comes from here. Inline styles and scripts do not run; the data blocks of
/// course pages are no scripts.
pub const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; \
     connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The same for pages whose form ends on the registering site: browsers check where a form is redirected to.
pub const CONTENT_POLICY_OF_REGISTRATION: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
     img-src 'self'; connect-src 'self'; form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'";

/// How long a page may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// A public page: kept, asked after each time; the answer is often "not modified".
    Ask,
    /// A page for one person or about one request: never.
    Never,
}

/// A page that everybody may see.
pub fn page(request: &HeaderMap, page: &impl Template) -> Response {
    respond(request, StatusCode::OK, page, Keep::Ask, CONTENT_POLICY)
}

/// A page about something that went wrong.
pub fn failure(request: &HeaderMap, status: StatusCode, page: &impl Template) -> Response {
    respond(request, status, page, Keep::Never, CONTENT_POLICY)
}

/// A page of the registration.
pub fn registration(request: &HeaderMap, status: StatusCode, page: &impl Template) -> Response {
    respond(request, status, page, Keep::Never, CONTENT_POLICY_OF_REGISTRATION)
}

/// What a feed is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaType {
    /// Atom 1.0.
    Atom,
    /// RSS 2.0.
    Rss,
}

/// A feed that everybody may read. Readers come again and again, mostly for nothing new.
pub fn feed(request: &HeaderMap, text: String, media_type: MediaType) -> Response {
    let media_type = match media_type {
        MediaType::Atom => "application/atom+xml; charset=utf-8",
        MediaType::Rss => "application/rss+xml; charset=utf-8",
    };
    send(request, StatusCode::OK, text, media_type, Keep::Ask, CONTENT_POLICY)
}

fn respond(
    request: &HeaderMap,
    status: StatusCode,
    page: &impl Template,
    keep: Keep,
    policy: &'static str,
) -> Response {
    match page.render() {
        Ok(html) => send(request, status, html, "text/html; charset=utf-8", keep, policy),
        Err(error) => {
            tracing::error!(%error, "A page could not be rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn send(
    request: &HeaderMap,
    status: StatusCode,
    text: String,
    media_type: &'static str,
    keep: Keep,
    policy: &'static str,
) -> Response {
    let tag = (keep == Keep::Ask).then(|| format!("W/\"{}\"", hex::encode(&Sha256::digest(&text)[..12])));
    let known = tag.as_deref().is_some_and(|tag| is_known(request, tag));
    let mut response =
        if known { StatusCode::NOT_MODIFIED.into_response() } else { (status, text).into_response() };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_TYPE, media_type),
        (header::CONTENT_SECURITY_POLICY, policy),
        // Classic addresses carry secrets; nobody shall learn them from where a visitor came.
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::VARY, "Accept-Language, Cookie"),
        (header::CACHE_CONTROL, if keep == Keep::Ask { "no-cache" } else { "no-store" }),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if let Some(tag) = tag.and_then(|tag| HeaderValue::from_str(&tag).ok()) {
        headers.insert(header::ETAG, tag);
    }
    response
}
