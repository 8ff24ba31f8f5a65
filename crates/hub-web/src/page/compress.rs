//! Which answers of the page doors travel compressed.
//!
//! Texts that everybody gets: pages, style, script, drawings, feeds. Not packages and pictures, which are compressed
//! already and would lose their length and ranges; not the classic protocol, whose doors this layer is not around
//! (its clients never ask for it); and not pages for one person: they hold secrets beside what an address said, and the
//! length of the two compressed together tells about the secret (BREACH, 2013).
//!
//! Staff's pages are lists of hundreds of rows, which only compressed reach people with slow connections. They are
//! compressed where the address says nothing ([`SaysNothing`]): then nobody who has somebody open it puts a guess beside
//! a secret. What strangers may have stored (a title, a message) stands there still; but the one secret that all these
//! pages hold, the word of their forms, looks different each time (see `session`), and each guess would take another
//! publication.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{Extensions, HeaderMap, StatusCode, Version, header};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{And, Predicate as _, SizeAbove};

/// What is smaller fits into one packet either way (1500 bytes of Ethernet less the heads of IPv6 and TCP, and of the
/// answer itself).
const SMALLEST_BYTES: u64 = 1024;

/// Media types of texts, without parameters.
const TEXTS: [&str; 8] = [
    "text/html",
    "text/css",
    "text/javascript",
    "image/svg+xml",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/rss+xml",
];

/// Says of an answer, by its head, whether it is to be compressed.
type OfHead = fn(StatusCode, Version, &HeaderMap, &Extensions) -> bool;

/// The layer around the doors of pages. Which of brotli and gzip the browser gets is negotiated.
pub(crate) fn layer() -> CompressionLayer<And<SizeAbove, OfHead>> {
    CompressionLayer::new().compress_when(SizeAbove::new(SMALLEST_BYTES).and(is_text as OfHead))
}

/// A request for a page of staff whose address says nothing but which page; the guard puts it there.
#[derive(Clone, Copy, Debug)]
pub(crate) struct SaysNothing;

/// Hands [`SaysNothing`] of the request on to its answer, where the layer sees it.
pub(crate) async fn hand_on(request: Request, next: Next) -> Response {
    let says_nothing = request.extensions().get::<SaysNothing>().copied();
    let mut response = next.run(request).await;
    if let Some(says_nothing) = says_nothing {
        response.extensions_mut().insert(says_nothing);
    }
    response
}

fn is_text(status: StatusCode, _: Version, headers: &HeaderMap, extensions: &Extensions) -> bool {
    let value = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = value(header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim();
    let for_everybody = !value(header::CACHE_CONTROL).contains("no-store");
    let says_nothing = extensions.get::<SaysNothing>().is_some() && status == StatusCode::OK;
    TEXTS.contains(&media_type) && (for_everybody || says_nothing)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_compressed(media_type: &str, cache: &str) -> bool {
        is_compressed_with(media_type, cache, StatusCode::OK, &Extensions::new())
    }

    fn is_compressed_with(
        media_type: &str,
        cache: &str,
        status: StatusCode,
        extensions: &Extensions,
    ) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, media_type.parse().unwrap());
        headers.insert(header::CACHE_CONTROL, cache.parse().unwrap());
        is_text(status, Version::HTTP_11, &headers, extensions)
    }

    #[test]
    fn pages_of_staff_are_where_the_address_says_nothing() {
        let mut extensions = Extensions::new();
        extensions.insert(SaysNothing);
        let compressed = |status| is_compressed_with("text/html", "no-store", status, &extensions);
        assert!(compressed(StatusCode::OK));
        assert!(!compressed(StatusCode::NOT_FOUND), "it repeats what the address said");
    }

    #[test]
    fn texts_for_everybody_are_compressed() {
        for media_type in ["text/html; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml"] {
            assert!(is_compressed(media_type, "no-cache"), "{media_type}");
        }
    }

    #[test]
    fn pictures_packages_and_what_is_for_one_person_are_not() {
        for media_type in ["image/png", "application/vnd.moodle.backup", "application/octet-stream", ""] {
            assert!(!is_compressed(media_type, "no-cache"), "{media_type}");
        }
        assert!(!is_compressed("text/html; charset=utf-8", "no-store"));
    }
}
