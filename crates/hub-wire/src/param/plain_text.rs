//! Plain text: tags go, except the two elements of Moodle's multi-language filter.

use std::borrow::Cow;
use std::ops::Range;

/// Drops every tag, the way PHP counts them: a `<` with anything but white space after it begins one; it
/// ends at the `>` of its depth outside quotes, or never. NUL goes too.
pub(super) fn strip_tags(text: &str) -> Cow<'_, str> {
    if text.contains('\0') {
        return Cow::Owned(strip_tags(&text.replace('\0', "")).into_owned());
    }
    strip_except(text, |_| false)
}

/// As [`strip_tags`], but text in several languages may keep its markup if all of it is well formed:
/// `<span lang="de" class="multilang">..</span>` or the older `<lang lang="de">..</lang>`, not nested.
pub(super) fn clean_multilang(text: &str) -> Cow<'_, str> {
    if text.contains('\0') {
        return Cow::Owned(clean_multilang(&text.replace('\0', "")).into_owned());
    }
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    for element in [Multilang::Lang, Multilang::Span] {
        if !text.contains(element.closing()) {
            continue;
        }
        let kept = strip_except(text, |tag| element.is_open(tag) || tag == element.closing());
        if is_balanced(&kept, element) {
            return kept;
        }
        break;
    }
    strip_tags(text)
}

#[derive(Clone, Copy)]
enum Multilang {
    Lang,
    Span,
}

impl Multilang {
    fn closing(self) -> &'static str {
        match self {
            Self::Lang => "</lang>",
            Self::Span => "</span>",
        }
    }

    /// Whether `tag` is a well-formed opening tag: for `span` both attributes, in any order.
    fn is_open(self, tag: &str) -> bool {
        let name = match self {
            Self::Lang => "<lang",
            Self::Span => "<span",
        };
        let Some(attributes) = tag.strip_prefix(name).and_then(|rest| rest.strip_suffix('>')) else {
            return false;
        };
        if !attributes.starts_with(|character: char| character.is_ascii_whitespace()) {
            return false;
        }
        let (mut languages, mut classes) = (0, 0);
        for attribute in attributes.split_ascii_whitespace() {
            if attribute == "class=\"multilang\"" {
                classes += 1;
            } else if is_language_attribute(attribute) {
                languages += 1;
            } else {
                return false;
            }
        }
        match self {
            Self::Lang => (languages, classes) == (1, 0),
            Self::Span => (languages, classes) == (1, 1),
        }
    }
}

fn is_language_attribute(attribute: &str) -> bool {
    let value = attribute.strip_prefix("lang=\"").and_then(|rest| rest.strip_suffix('"'));
    value.is_some_and(|value| {
        !value.is_empty()
            && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
    })
}

/// Whether opening and closing tags alternate and the last one closes.
fn is_balanced(text: &str, element: Multilang) -> bool {
    let mut open = false;
    let mut from = 0;
    while let Some(tag) = next_tag(text, from) {
        let closes = &text[tag.clone()] == element.closing();
        if closes != open {
            return false;
        }
        open = !closes;
        from = tag.end;
    }
    !open
}

fn strip_except(text: &str, keep: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut from = 0;
    let mut changed = false;
    while let Some(tag) = next_tag(text, from) {
        from = tag.end;
        if keep(&text[tag.clone()]) {
            continue;
        }
        out.push_str(&text[copied..tag.start]);
        copied = tag.end;
        changed = true;
    }
    if !changed {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[copied..]);
    Cow::Owned(out)
}

/// The next tag at or after `from`; reaches to the end of the text if it never closes.
fn next_tag(text: &str, from: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += text[at..].find('<')?;
        match bytes.get(at + 1) {
            Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => at += 1,
            _ => break,
        }
    }
    if text[at..].starts_with("<!--") {
        let end = text[at + 4..].find("-->").map_or(text.len(), |found| at + 4 + found + 3);
        return Some(at..end);
    }
    let mut depth = 0_usize;
    let mut quote = None;
    for (offset, &byte) in bytes[at + 1..].iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if byte == open => quote = None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (None, b'<') => depth += 1,
            (None, b'>') if depth == 0 => return Some(at..at + 1 + offset + 1),
            (None, b'>') => depth -= 1,
            _ => {}
        }
    }
    Some(at..text.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_go_and_comparisons_stay() {
        assert_eq!(strip_tags("<p>one</p> <a title='>'>two</a>"), "one two");
        assert_eq!(strip_tags("1 < 2 and 3 > 2"), "1 < 2 and 3 > 2");
        assert_eq!(strip_tags("a<!-- > -->b"), "ab");
        assert_eq!(strip_tags("cut <b"), "cut ");
        assert_eq!(strip_tags("<<b>i>x"), "x");
    }

    #[test]
    fn well_formed_multilang_stays() {
        for text in [
            "<span lang=\"en\" class=\"multilang\">Course</span><span class=\"multilang\" lang=\"de\">Kurs</span>",
            "<lang lang=\"en\">Course</lang> <lang lang=\"pt_br\">Curso</lang>",
        ] {
            assert_eq!(clean_multilang(text), text);
        }
    }

    #[test]
    fn broken_multilang_loses_all_its_tags() {
        assert_eq!(clean_multilang("<span lang=\"en\" class=\"multilang\">a"), "a");
        assert_eq!(clean_multilang("<span lang=\"en\">a</span>"), "a");
        assert_eq!(clean_multilang("<span lang=\"en\" class=\"multilang\" onclick=\"x\">a</span>"), "a");
    }

    #[test]
    fn other_tags_beside_multilang_go() {
        assert_eq!(
            clean_multilang("<span lang=\"en\" class=\"multilang\"><b>a</b></span>"),
            "<span lang=\"en\" class=\"multilang\">a</span>"
        );
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing_more(text in "[<>/a\"' \0=-]{0,40}|(<|>|span|lang|=|\"|/| |multilang|class|</span>|</lang>|<span lang=\"en\" class=\"multilang\">|\0){0,12}") {
            let once = clean_multilang(&text).into_owned();
            prop_assert_eq!(clean_multilang(&once), once.as_str());
            let once = strip_tags(&text).into_owned();
            prop_assert_eq!(strip_tags(&once), once.as_str());
        }
    }
}
