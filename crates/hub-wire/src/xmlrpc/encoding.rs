//! From the bytes of a body to text, by the encoding it names.

use std::borrow::Cow;

/// Why bytes could not be read as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum EncodingProblem {
    /// An encoding other than UTF-8, ISO-8859-1 or US-ASCII is named.
    Unknown(String),
    /// The bytes are not what the declaration says.
    Malformed,
}

/// Reads a body as text. Without a declaration it is UTF-8; a byte order mark of UTF-8 is dropped.
///
/// `us-ascii` is read as UTF-8, of which it is a part.
pub(super) fn decode(body: &[u8]) -> Result<Cow<'_, str>, EncodingProblem> {
    if body.starts_with(&[0xFE, 0xFF]) || body.starts_with(&[0xFF, 0xFE]) {
        return Err(EncodingProblem::Unknown("UTF-16".to_owned()));
    }
    let body = body.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(body);
    let name = declared(body).unwrap_or(b"utf-8");
    if [&b"utf-8"[..], b"utf8", b"us-ascii", b"ascii"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return std::str::from_utf8(body).map(Cow::Borrowed).map_err(|_| EncodingProblem::Malformed);
    }
    if [&b"iso-8859-1"[..], b"latin1"].iter().any(|known| name.eq_ignore_ascii_case(known)) {
        return Ok(body.iter().copied().map(char::from).collect());
    }
    Err(EncodingProblem::Unknown(String::from_utf8_lossy(&name[..name.len().min(40)]).into_owned()))
}

/// The value of `encoding=` in an XML declaration at the beginning of `body`.
fn declared(body: &[u8]) -> Option<&[u8]> {
    let rest = body.trim_ascii_start().strip_prefix(b"<?xml")?;
    let end = rest.windows(2).take(200).position(|pair| pair == b"?>")?;
    let declaration = &rest[..end];
    let at = declaration.windows(8).position(|window| window == b"encoding")?;
    let value = declaration[at + 8..].trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let (quote, value) = value.split_first()?;
    let close = value.iter().position(|byte| byte == quote)?;
    matches!(quote, b'"' | b'\'').then_some(&value[..close])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_1_is_read_as_it_says() {
        let body = b"<?xml version=\"1.0\" encoding='ISO-8859-1'?><a>caf\xE9</a>";
        assert!(decode(body).unwrap().ends_with("<a>café</a>"));
    }

    #[test]
    fn utf_8_is_what_a_body_without_a_name_is() {
        assert_eq!(decode("<a>é</a>".as_bytes()).unwrap(), "<a>é</a>");
        assert_eq!(decode(b"\xEF\xBB\xBF<a/>").unwrap(), "<a/>");
        assert_eq!(decode(b"<a>\xE9</a>"), Err(EncodingProblem::Malformed));
    }

    #[test]
    fn other_encodings_are_named_in_the_refusal() {
        let body = b"<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>";
        assert_eq!(decode(body), Err(EncodingProblem::Unknown("UTF-7".to_owned())));
        assert_eq!(decode(b"\xFF\xFE<\0"), Err(EncodingProblem::Unknown("UTF-16".to_owned())));
    }
}
