//! Text from outside, made a type once. Sizes are the columns of the classic hub (protocol notes, section 10),
//! so that what a classic client sends and reads back keeps its shape.

use std::fmt;

/// Cuts `raw` to at most `max` characters (not bytes), after trimming and dropping control characters.
pub fn cut(raw: &str, max: usize) -> String {
    raw.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).take(max).collect()
}

/// One line of at most `max` characters: runs of white space become one blank.
pub fn cut_line(raw: &str, max: usize) -> String {
    let line = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    line.chars().filter(|c| !c.is_control()).take(max).collect()
}

/// One line of at most `max` characters, its inner blanks as they were sent: a publisher's Moodle reads back what it
/// wrote. Line ends and tabs become blanks, the ends are trimmed.
pub fn cut_line_as_sent(raw: &str, max: usize) -> String {
    let blank = |c: char| if c.is_whitespace() { ' ' } else { c };
    raw.trim().chars().map(blank).filter(|c| !c.is_control()).take(max).collect()
}

/// The name a course or site is listed under: trimmed, 1 to 255 characters, one line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Title(String);

/// Why a title was refused; shown beside the form field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TitleError {
    /// Nothing but white space.
    #[error("a title is needed")]
    Empty,
    /// Longer than the column of the classic hub.
    #[error("at most {max} characters, this has {found}")]
    TooLong {
        /// The limit, in characters.
        max: usize,
        /// What was given, in characters.
        found: usize,
    },
}

impl Title {
    /// Characters, column `fullname` of the classic hub.
    pub const MAX_CHARS: usize = 255;

    /// A title typed into a form of ours: refused when it does not fit.
    pub fn parse(raw: &str) -> Result<Self, TitleError> {
        let text = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        match text.chars().count() {
            0 => Err(TitleError::Empty),
            found if found > Self::MAX_CHARS => Err(TitleError::TooLong { max: Self::MAX_CHARS, found }),
            _ => Ok(Self(text)),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A mail address a message can be sent to: one `@`, no white space or control characters, at most 254 bytes
/// (RFC 5321, 4.5.3.1.3).
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// `None` if `raw` is not one plain address.
    pub fn parse(raw: &str) -> Option<Self> {
        let raw = raw.trim();
        let (local, domain) = raw.rsplit_once('@')?;
        let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"".contains(c);
        let domain_plain = domain.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '.');
        let whole =
            !local.is_empty() && !domain.is_empty() && !domain.starts_with('.') && !domain.ends_with('.');
        (raw.len() <= 254 && whole && domain_plain && local.chars().all(plain) && !local.contains('@'))
            .then(|| Self(raw.to_owned()))
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A readable piece of an address made from a title: lower case letters and digits of any script joined by `-`,
/// at most 60 characters. Empty when the title has none.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if slug.chars().count() >= 60 {
            break;
        }
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_as_sent_keeps_its_inner_blanks_and_stays_one_line() {
        assert_eq!(cut_line_as_sent(" Generated  & more\r\n", 255), "Generated  & more");
        assert_eq!(cut_line_as_sent("one\ttwo\nthree\u{7}", 255), "one two three");
        assert_eq!(cut_line_as_sent("abc", 2), "ab");
    }

    #[test]
    fn a_title_is_one_trimmed_line() {
        assert_eq!(Title::parse("  Plants \n and light ").unwrap().as_str(), "Plants and light");
        assert_eq!(Title::parse(" \t"), Err(TitleError::Empty));
        assert_eq!(Title::parse(&"é".repeat(300)), Err(TitleError::TooLong { max: 255, found: 300 }));
    }

    #[test]
    fn an_address_with_a_line_break_or_two_at_signs_is_no_address() {
        assert!(EmailAddress::parse("ana@school.example").is_some());
        for wrong in
            ["", "a@", "@b", "a b@c.example", "a@b\nBcc: x@y.example", "a@b@c", "<a@b.example>", "a@b,c@d"]
        {
            assert_eq!(EmailAddress::parse(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn a_slug_keeps_letters_of_every_script() {
        assert_eq!(slug("Algebra & more!"), "algebra-more");
        assert_eq!(slug("دورة المياه"), "دورة-المياه");
        assert_eq!(slug("!!!"), "");
    }
}
