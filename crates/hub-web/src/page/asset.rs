//! Style, script and pictures of the pages: inside the binary, served under the hash of their content.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use sha2::{Digest, Sha256};

struct Asset {
    name: &'static str,
    media_type: &'static str,
    bytes: &'static [u8],
}

const ASSETS: &[Asset] = &[
    Asset {
        name: "hub.css",
        media_type: "text/css; charset=utf-8",
        bytes: include_bytes!("../../assets/hub.css"),
    },
    Asset {
        name: "captcha.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/captcha.js"),
    },
    Asset {
        name: "hub.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/hub.js"),
    },
    Asset {
        name: "passkey.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/passkey.js"),
    },
    Asset {
        name: "queue.js",
        media_type: "text/javascript; charset=utf-8",
        bytes: include_bytes!("../../assets/queue.js"),
    },
    Asset { name: "icon.svg", media_type: "image/svg+xml", bytes: include_bytes!("../../assets/icon.svg") },
];

/// First 16 hex digits of each asset's SHA-256: enough to tell versions apart.
static HASHES: LazyLock<Vec<String>> =
    LazyLock::new(|| ASSETS.iter().map(|asset| hex::encode(&Sha256::digest(asset.bytes)[..8])).collect());

/// Path of an asset below the hub's own path. A name that does not exist is answered with 404 when asked for; the
/// test of all pages looks every one up.
pub fn path(name: &str) -> String {
    let hash = ASSETS.iter().position(|asset| asset.name == name).map_or("missing", |at| HASHES[at].as_str());
    format!("/assets/{hash}/{name}")
}

/// Answers `/assets/{hash}/{name}`. Under its right hash an asset never changes; under another one (a page of the
/// release before, still open) the present one is sent and not kept.
pub async fn show(Path((hash, name)): Path<(String, String)>, request: HeaderMap) -> Response {
    let Some(at) = ASSETS.iter().position(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let cache = if HASHES[at] == hash { "public, max-age=31536000, immutable" } else { "no-cache" };
    // Weak: the same tag stands for the compressed bytes.
    let tag = format!("W/\"{}\"", HASHES[at]);
    let headers = [
        (header::CONTENT_TYPE, ASSETS[at].media_type.to_owned()),
        (header::CACHE_CONTROL, cache.to_owned()),
        (header::ETAG, tag.clone()),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    if is_known(&request, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    (headers, ASSETS[at].bytes).into_response()
}

/// Whether the client says that it has the version of this entity tag (RFC 9110, 13.1.2, weak comparison).
pub fn is_known(headers: &HeaderMap, tag: &str) -> bool {
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    headers
        .get_all(header::IF_NONE_MATCH)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|known| known.trim() == "*" || bare(known) == bare(tag))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_a_page_names_exists() {
        for asset in ASSETS {
            assert!(!path(asset.name).contains("missing"));
        }
        assert!(path("nothing.css").contains("missing"));
    }

    #[test]
    fn a_known_tag_is_found_in_any_spelling() {
        let mut headers = HeaderMap::new();
        headers.insert(header::IF_NONE_MATCH, "\"a\", W/\"b\"".parse().unwrap());
        assert!(is_known(&headers, "\"b\"") && is_known(&headers, "W/\"a\""));
        assert!(!is_known(&headers, "\"c\""));
    }

    #[test]
    fn the_style_sheet_loads_nothing_from_elsewhere() {
        let css = std::str::from_utf8(ASSETS[0].bytes).unwrap();
        assert!(!css.contains("http:") && !css.contains("https:") && !css.contains("@import"));
    }
}
