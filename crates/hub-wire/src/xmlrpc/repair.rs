//! The byte references of Moodle 3.1-3.3 (section 4.4).

use std::borrow::Cow;

/// Turns runs of decimal references that spell out one UTF-8 character byte by byte into that character:
/// `caf&#195;&#169;` becomes `café`.
///
/// PHP's unpatched `xmlrpc` extension writes every byte of non-ASCII text as its own reference; an XML
/// parser would read two characters for one. Works on the raw text, before parsing. Only complete
/// sequences of valid UTF-8 are touched, so that `&#233;` of an honest writer stays what it is. Some
/// builds of the extension lose the middle `0` of lead bytes 200-209: `&#20;`-`&#29;` before one
/// continuation byte stand for those (as references they would be illegal in XML anyway).
///
/// Costs nothing when the text holds no reference to such a byte.
pub fn repair_byte_references(xml: &str) -> Cow<'_, str> {
    let mut repaired = String::new();
    let mut copied = 0;
    let mut position = 0;
    while let Some(found) = xml[position..].find("&#") {
        let start = position + found;
        if let Some((character, length)) = byte_sequence(&xml.as_bytes()[start..]) {
            if repaired.is_empty() {
                repaired.reserve(xml.len());
            }
            repaired.push_str(&xml[copied..start]);
            repaired.push(character);
            copied = start + length;
            position = copied;
        } else {
            position = start + 2;
        }
    }
    if copied == 0 {
        return Cow::Borrowed(xml);
    }
    repaired.push_str(&xml[copied..]);
    Cow::Owned(repaired)
}

/// The character that the references at the beginning of `bytes` spell, and how many bytes they take.
fn byte_sequence(bytes: &[u8]) -> Option<(char, usize)> {
    let (first, mut length) = byte_reference(bytes)?;
    let (lead, continuations) = match first {
        20..=29 => (first + 180, 1),
        194..=223 => (first, 1),
        224..=239 => (first, 2),
        240..=244 => (first, 3),
        _ => return None,
    };
    let mut sequence = [lead, 0, 0, 0];
    for slot in &mut sequence[1..=continuations] {
        let (byte, taken) = byte_reference(&bytes[length..])?;
        if !(128..=191).contains(&byte) {
            return None;
        }
        *slot = byte;
        length += taken;
    }
    let text = std::str::from_utf8(&sequence[..=continuations]).ok()?;
    Some((text.chars().next()?, length))
}

/// A decimal reference to 0-255 at the beginning of `bytes`, and its length.
fn byte_reference(bytes: &[u8]) -> Option<(u8, usize)> {
    let digits = bytes.strip_prefix(b"&#")?;
    let end = digits.iter().take(4).position(|byte| *byte == b';')?;
    let text = std::str::from_utf8(&digits[..end]).ok()?;
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some((text.parse().ok()?, 2 + end + 1))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn byte_references(text: &str) -> String {
        text.bytes()
            .map(|byte| if byte < 128 { char::from(byte).to_string() } else { format!("&#{byte};") })
            .collect()
    }

    #[test]
    fn bytes_written_one_by_one_become_their_character() {
        assert_eq!(repair_byte_references("caf&#195;&#169; &#226;&#128;&#148; x"), "café — x");
        assert_eq!(repair_byte_references("&#230;&#151;&#165;&#240;&#159;&#152;&#128;"), "日😀");
    }

    #[test]
    fn honest_references_stay() {
        for text in ["caf&#233;", "&#201;cole", "a &#38; b", "&#xE9;", "&#195;", "&#195;x&#169;", "&#10;"] {
            assert_eq!(repair_byte_references(text), text);
        }
    }

    #[test]
    fn sequences_that_are_no_utf8_stay() {
        // A surrogate, an overlong form, a sequence that is cut.
        for text in ["&#237;&#160;&#128;", "&#224;&#128;&#128;", "&#226;&#128;", "&#244;&#144;&#128;&#128;"] {
            assert_eq!(repair_byte_references(text), text);
        }
    }

    #[test]
    fn a_lead_byte_that_lost_its_zero_is_read() {
        // 208 144 is the Cyrillic А; the broken build writes 28 for 208.
        assert_eq!(repair_byte_references("&#28;&#144;"), "А");
        assert_eq!(repair_byte_references("&#28;x"), "&#28;x");
    }

    proptest! {
        #[test]
        fn every_text_survives_being_written_byte_by_byte(text in "[^&]*") {
            let written = byte_references(&text);
            prop_assert_eq!(repair_byte_references(&written), text);
        }

        #[test]
        fn any_input_is_survived_and_repaired_once(text in ".*") {
            let once = repair_byte_references(&text).into_owned();
            prop_assert!(once.len() <= text.len());
        }
    }
}
