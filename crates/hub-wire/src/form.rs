//! Form-encoded text: flat pairs, percent decoding, and the encoding of addresses.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What PHP's `rawurlencode` leaves as it is, besides letters and digits (RFC 3986, unreserved).
const UNRESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// The pairs of a query string or form body, decoded, in order. A name without `=` has an empty value;
/// so PHP reads `?hubname&password`.
pub fn pairs(encoded: &[u8]) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
    encoded.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).map(|pair| {
        let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (pair, &pair[..0]),
        };
        (decode(name), decode(value))
    })
}

/// Undoes percent and plus encoding. Bytes that are no UTF-8 are dropped, as Moodle drops them; an
/// incomplete escape stays as it is.
pub fn decode(encoded: &[u8]) -> Cow<'_, str> {
    if !encoded.iter().any(|byte| matches!(byte, b'%' | b'+'))
        && let Ok(text) = std::str::from_utf8(encoded)
    {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => match after {
                [high, low, tail @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                    bytes.push(hex_digit(*high) << 4 | hex_digit(*low));
                    rest = tail;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(byte),
        }
    }
    let text = String::from_utf8(bytes)
        .unwrap_or_else(|error| error.as_bytes().utf8_chunks().map(|chunk| chunk.valid()).collect());
    Cow::Owned(text)
}

/// Encodes one value for an address, as PHP's `rawurlencode` does.
pub fn encode(text: &str) -> impl std::fmt::Display + '_ {
    utf8_percent_encode(text, UNRESERVED)
}

fn hex_digit(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        _ => (digit | 0x20) - b'a' + 10,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_without_a_value_are_there_and_empty() {
        let found: Vec<_> =
            pairs(b"huburl=http%3A%2F%2Fhub.example&hubname&password=&a=b=c&&x+y=%2B+z").collect();
        let expected = [
            ("huburl", "http://hub.example"),
            ("hubname", ""),
            ("password", ""),
            ("a", "b=c"),
            ("x y", "+ z"),
        ];
        assert_eq!(found, expected.map(|(name, value)| (name.into(), value.into())));
    }

    #[test]
    fn what_is_no_utf_8_or_no_escape_does_no_harm() {
        assert_eq!(decode(b"caf%E9!"), "caf!");
        assert_eq!(decode(b"caf\xE9"), "caf");
        assert_eq!(decode(b"100%"), "100%");
        assert_eq!(decode(b"%zz%4"), "%zz%4");
    }

    #[test]
    fn only_unreserved_characters_stay_unencoded() {
        assert_eq!(
            encode("http://hub.example/a~b c+é").to_string(),
            "http%3A%2F%2Fhub.example%2Fa~b%20c%2B%C3%A9"
        );
    }

    proptest! {
        #[test]
        fn every_text_survives_an_address(text in ".*") {
            let encoded = encode(&text).to_string();
            prop_assert_eq!(decode(encoded.as_bytes()), text.as_str());
        }
    }
}
