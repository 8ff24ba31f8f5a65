//! Which answers of the page doors travel compressed.
//!
//! Texts that everybody gets: pages, style, script, drawings, feeds. Not packages and pictures, which are compressed
//! already and would lose their length and ranges; not the classic protocol, whose doors this layer is not around
//! (its clients never ask for it); and nothing that must not be kept: pages for one person hold secrets beside what an
//! address said, and the length of the two compressed together tells about the secret (BREACH, 2013).

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
    CompressionLayer::new().compress_when(SizeAbove::new(SMALLEST_BYTES).and(is_public_text as OfHead))
}

fn is_public_text(_: StatusCode, _: Version, headers: &HeaderMap, _: &Extensions) -> bool {
    let value = |name| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let media_type = value(header::CONTENT_TYPE).split(';').next().unwrap_or_default().trim();
    TEXTS.contains(&media_type) && !value(header::CACHE_CONTROL).contains("no-store")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_compressed(media_type: &str, cache: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, media_type.parse().unwrap());
        headers.insert(header::CACHE_CONTROL, cache.parse().unwrap());
        is_public_text(StatusCode::OK, Version::HTTP_11, &headers, &Extensions::new())
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
