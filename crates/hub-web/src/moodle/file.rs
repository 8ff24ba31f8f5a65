//! A stored file as an answer: ranges, entity tags and conditional requests (RFC 9110).

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hub_app::course::download::Takeable;
use hub_app::{App, AppError};

/// How the browser is to show a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Saved under its name.
    Saved,
    /// In the page that embeds it; any site may.
    Inline,
}

/// Answers with a file or the part of it that was asked for, and says which for a caller that counts.
pub(crate) async fn answer(
    app: &App,
    method: &Method,
    headers: &HeaderMap,
    file: &Takeable,
    shown: Shown,
    cache: &'static str,
) -> Result<(Response, Sent), AppError> {
    let tag = format!("\"{}\"", file.sha256);
    let mut response = Response::new(Body::empty());
    put(&mut response, header::ETAG, &tag);
    put(&mut response, header::CACHE_CONTROL, cache);
    put(&mut response, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    if names(headers, &header::IF_NONE_MATCH, &tag) == Some(true) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Ok((response, Sent::Nothing));
    }
    if names(headers, &header::IF_MATCH, &tag) == Some(false) {
        return Ok((StatusCode::PRECONDITION_FAILED.into_response(), Sent::Nothing));
    }
    put(&mut response, header::CONTENT_TYPE, &file.media_type);
    put(&mut response, header::ACCEPT_RANGES, "bytes");
    put(&mut response, header::CONTENT_DISPOSITION, &disposition(&file.file_name, shown));
    if shown == Shown::Inline {
        // Moodle's pages embed these pictures from other sites.
        put(&mut response, header::HeaderName::from_static("cross-origin-resource-policy"), "cross-origin");
    }
    let asked = headers.get(header::RANGE).and_then(|value| value.to_str().ok());
    let asked = asked.filter(|_| if_range_holds(headers, &tag));
    let range = match asked.map_or(Asked::Whole, |text| parse_range(text, file.size_bytes)) {
        Asked::Whole => None,
        Asked::Part(range) => Some(range),
        Asked::Outside => {
            *response.status_mut() = StatusCode::RANGE_NOT_SATISFIABLE;
            put(&mut response, header::CONTENT_RANGE, &format!("bytes */{}", file.size_bytes));
            return Ok((response, Sent::Nothing));
        }
    };
    let length = range.as_ref().map_or(file.size_bytes, |range| range.end - range.start);
    put(&mut response, header::CONTENT_LENGTH, &length.to_string());
    if let Some(range) = &range {
        *response.status_mut() = StatusCode::PARTIAL_CONTENT;
        let text = format!("bytes {}-{}/{}", range.start, range.end - 1, file.size_bytes);
        put(&mut response, header::CONTENT_RANGE, &text);
    }
    if method == Method::HEAD {
        return Ok((response, Sent::Nothing));
    }
    let first = range.as_ref().is_none_or(|range| range.start == 0);
    let open = app.blobs.open(&file.sha256, range).await?;
    *response.body_mut() = Body::from_stream(open.body);
    Ok((response, if first { Sent::FromTheStart } else { Sent::LaterPart }))
}

/// What of the file goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sent {
    /// Only headers.
    Nothing,
    /// A part that does not hold the first byte: a download that was begun before goes on.
    LaterPart,
    /// Everything, or the first part: a download begins.
    FromTheStart,
}

fn put(response: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

/// Whether a conditional header names the tag; `None` if it is absent.
fn names(headers: &HeaderMap, name: &header::HeaderName, tag: &str) -> Option<bool> {
    let text = headers.get(name)?.to_str().ok()?;
    Some(text.split(',').map(str::trim).any(|one| one == "*" || one.trim_start_matches("W/") == tag))
}

fn if_range_holds(headers: &HeaderMap, tag: &str) -> bool {
    headers.get(header::IF_RANGE).is_none_or(|value| value.as_bytes() == tag.as_bytes())
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Whole,
    Part(std::ops::Range<u64>),
    Outside,
}

/// One range of bytes. Several at once, and other units, are answered with the whole file, as RFC 9110 14.2 allows.
fn parse_range(text: &str, size: u64) -> Asked {
    let Some((first, last)) = text.strip_prefix("bytes=").and_then(|range| range.split_once('-')) else {
        return Asked::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    let number = |text: &str| text.parse::<u64>().ok();
    let range = match (number(first), number(last)) {
        (Some(first), Some(last)) if first <= last => first..last.saturating_add(1).min(size),
        (Some(first), None) if last.is_empty() => first..size,
        (None, Some(suffix)) if first.is_empty() && suffix > 0 => size.saturating_sub(suffix)..size,
        (None, Some(0)) if first.is_empty() => return Asked::Outside,
        _ => return Asked::Whole,
    };
    if range.start < range.end { Asked::Part(range) } else { Asked::Outside }
}

/// `attachment; filename="ALG1.mbz"`, with the name in UTF-8 beside it where it has other letters (RFC 6266).
fn disposition(name: &str, shown: Shown) -> String {
    let kind = if shown == Shown::Saved { "attachment" } else { "inline" };
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_graphic() && !"\"\\".contains(c) || c == ' ' { c } else { '_' })
        .collect();
    if plain == name {
        return format!("{kind}; filename=\"{plain}\"");
    }
    let encoded = percent_encoding::utf8_percent_encode(name, percent_encoding::NON_ALPHANUMERIC);
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_says() {
        assert_eq!(parse_range("bytes=0-9", 100), Asked::Part(0..10));
        assert_eq!(parse_range("bytes=90-", 100), Asked::Part(90..100));
        assert_eq!(parse_range("bytes=-10", 100), Asked::Part(90..100));
        assert_eq!(parse_range("bytes=50-500", 100), Asked::Part(50..100));
        assert_eq!(parse_range("bytes=100-", 100), Asked::Outside);
        assert_eq!(parse_range("bytes=-0", 100), Asked::Outside);
        for whole in ["bytes=0-1,5-6", "items=0-1", "bytes=9-1", "bytes=a-b", ""] {
            assert_eq!(parse_range(whole, 100), Asked::Whole, "{whole}");
        }
    }

    #[test]
    fn names_of_all_scripts_are_kept() {
        assert_eq!(disposition("ALG1.mbz", Shown::Saved), "attachment; filename=\"ALG1.mbz\"");
        let arabic = disposition("ماء.mbz", Shown::Saved);
        assert!(arabic.contains("filename=\"___.mbz\"; filename*=UTF-8''%D9%85"), "{arabic}");
    }
}
