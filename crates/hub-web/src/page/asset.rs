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

/// The style: one file for browsers, one per idea for people. Of two rules that weigh the same the later one wins, so
/// what holds for widths, contrast and paper comes last.
const STYLE: &str = concat!(
    include_str!("../../assets/style/tokens.css"),
    include_str!("../../assets/style/ground.css"),
    include_str!("../../assets/style/controls.css"),
    include_str!("../../assets/style/frame.css"),
    include_str!("../../assets/style/lists.css"),
    include_str!("../../assets/style/course.css"),
    include_str!("../../assets/style/public.css"),
    include_str!("../../assets/style/desk.css"),
    include_str!("../../assets/style/moderation.css"),
    include_str!("../../assets/style/record.css"),
    include_str!("../../assets/style/media.css"),
);

const ASSETS: &[Asset] = &[
    Asset { name: "hub.css", media_type: "text/css; charset=utf-8", bytes: STYLE.as_bytes() },
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
        assert!(!STYLE.contains("http:") && !STYLE.contains("https:") && !STYLE.contains("@import"));
    }

    /// What stands between the braces that follow `head`, each time it stands in the style.
    fn blocks(head: &str) -> Vec<&'static str> {
        let from_head = STYLE.match_indices(head).map(|(at, _)| &STYLE[at..]);
        let block = |text: &'static str| {
            let begin = text.find('{').unwrap();
            let mut depth = 0;
            let end = text[begin..].find(|c| {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth == 0
            });
            &text[begin + 1..begin + end.unwrap()]
        };
        from_head.map(block).collect()
    }

    /// The browser tests rely on it: in the dark they ask about colours alone.
    #[test]
    fn the_dark_scheme_changes_nothing_but_colours() {
        let dark = blocks("(prefers-color-scheme: dark)");
        assert!(dark.len() >= 2 && dark[0].contains("--paper"), "{dark:?}");
        let pieces = dark.iter().flat_map(|block| block.split(['{', '}', ';'])).map(str::trim);
        let declarations = pieces.filter_map(|piece| piece.split_once(": "));
        for (property, value) in declarations {
            assert!(property.starts_with("--") || property == "filter", "{property}: {value}");
        }
    }

    /// Everything below `folder`, as one text.
    fn text_below(folder: &std::path::Path) -> String {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| {
                if path.is_dir() {
                    text_below(&path)
                } else {
                    std::fs::read_to_string(&path).unwrap_or_default()
                }
            })
            .collect()
    }

    #[test]
    fn every_class_of_the_style_is_on_some_page() {
        let here = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let assets = ASSETS.iter().filter(|asset| asset.media_type.starts_with("text/javascript"));
        let scripts = assets.map(|asset| String::from_utf8_lossy(asset.bytes).into_owned());
        let pages = text_below(&here.join("templates")) + &text_below(&here.join("src"));
        let pages = pages + &scripts.collect::<String>();
        let of_words = |c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_');
        let words: std::collections::BTreeSet<&str> = pages.split(of_words).collect();
        let selectors =
            STYLE.split('}').filter_map(|rule| rule.rsplit_once('{')).map(|(selector, _)| selector);
        let classes = selectors
            .flat_map(|selector| selector.split('.').skip(1))
            .filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
            .map(|rest| rest.split(of_words).next().unwrap());
        for class in classes {
            // How deep a term stands is counted by the page.
            let known = words.contains(class) || class.starts_with("depth-");
            assert!(known, "no page has .{class}");
        }
    }
}
