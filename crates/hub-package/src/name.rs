//! Names of members. They choose what is parsed and are printed in reports; no path is ever built from one.

use crate::code::Code;
use crate::limits::Limits;
use crate::stop::Stop;

/// A member's name that passed the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Without leading `./` and closing `/`; empty for the root directory. Lossy if it is not UTF-8.
    pub(crate) text: String,
    /// It began with `./`, which Moodle never writes.
    pub(crate) dotted: bool,
    /// It is not ASCII, so it is no name of Moodle's.
    pub(crate) foreign: bool,
}

impl Name {
    /// Applies the rules of the package notes, section 12, H5 and H10: `./` in front is removed and nothing
    /// else is repaired; what would still need cleaning is refused.
    pub(crate) fn parse(raw: &[u8], directory: bool, limits: &Limits) -> Result<Self, Stop> {
        let shown = String::from_utf8_lossy(raw);
        if raw.len() > limits.name_bytes {
            let evidence = format!("{} bytes; the limit is {}", raw.len(), limits.name_bytes);
            return Err(Stop::refuse(Code::NameTooLong, evidence).at(&shown));
        }
        let unsafe_name = |why: &str| Err(Stop::refuse(Code::UnsafeName, why).at(&shown));
        let mut rest = raw;
        while let Some(inner) = rest.strip_prefix(b"./") {
            rest = inner;
        }
        let dotted = rest.len() < raw.len();
        if directory {
            rest = rest.strip_suffix(b"/").unwrap_or(rest);
            if rest.is_empty() || rest == b"." {
                let at_root = dotted || raw == b"." || raw == b"./";
                return if at_root {
                    Ok(Self { text: String::new(), dotted: true, foreign: false })
                } else {
                    unsafe_name("it is empty")
                };
            }
        }
        if let Some(why) = unsafe_reason(rest) {
            return unsafe_name(why);
        }
        let components = rest.split(|byte| *byte == b'/').count();
        if components > limits.name_components {
            let evidence = format!("{components} components; the limit is {}", limits.name_components);
            return Err(Stop::refuse(Code::NameTooLong, evidence).at(&shown));
        }
        Ok(Self { text: String::from_utf8_lossy(rest).into_owned(), dotted, foreign: !rest.is_ascii() })
    }
}

fn unsafe_reason(name: &[u8]) -> Option<&'static str> {
    if name.is_empty() {
        return Some("it is empty");
    }
    if name.iter().any(u8::is_ascii_control) {
        return Some("it holds a control character");
    }
    if name.contains(&b'\\') {
        return Some("it holds a backslash");
    }
    if name.first() == Some(&b'/') {
        return Some("it is absolute");
    }
    if let [letter, b':', ..] = name
        && letter.is_ascii_alphabetic()
    {
        return Some("it begins with a drive letter");
    }
    for component in name.split(|byte| *byte == b'/') {
        match component {
            b"" => return Some("a component is empty"),
            b"." | b".." => return Some("it holds . or .."),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(raw: &[u8], directory: bool) -> Result<Name, Code> {
        Name::parse(raw, directory, &Limits::default()).map_err(|stop| match stop {
            Stop::Refuse(refusal) => refusal.code,
            Stop::Unreadable(error) => panic!("{error}"),
        })
    }

    #[test]
    fn a_leading_dot_slash_is_removed_and_nothing_else() {
        for (raw, directory, text) in [
            (&b"moodle_backup.xml"[..], false, "moodle_backup.xml"),
            (b"./moodle_backup.xml", false, "moodle_backup.xml"),
            (b"././a/b", false, "a/b"),
            (b"./course/", true, "course"),
            (b"course", true, "course"),
            (b"./", true, ""),
            (b".", true, ""),
            (b".ARCHIVE_INDEX", false, ".ARCHIVE_INDEX"),
            (b"a..b/c.", false, "a..b/c."),
        ] {
            assert_eq!(parse(raw, directory).unwrap().text, text);
        }
    }

    #[test]
    fn names_that_would_need_cleaning_are_refused() {
        for raw in [
            &b""[..],
            b"/etc/passwd",
            b"../x",
            b"a/../b",
            b"./../x",
            b"a/./b",
            b"a//b",
            b"a/",
            b"\\x",
            b"a\\b",
            b"C:/x",
            b"c:x",
            b"//server/share",
            b"a\0b",
            b"a\nb",
            b"a\x7f",
            b"..",
            b".",
            b"./",
        ] {
            assert_eq!(parse(raw, false), Err(Code::UnsafeName), "{raw:?}");
        }
        for raw in [&b""[..], b"/", b"a//", b"../", b"a/../"] {
            assert_eq!(parse(raw, true), Err(Code::UnsafeName), "{raw:?}");
        }
    }

    #[test]
    fn long_and_deep_names_are_refused() {
        assert_eq!(parse(&[b'a'; 256], false), Err(Code::NameTooLong));
        assert!(parse(&[b'a'; 255], false).is_ok());
        assert_eq!(parse(&b"a/".repeat(16)[..], true).unwrap().text.len(), 31);
        assert_eq!(parse(&b"a/".repeat(17)[..], true), Err(Code::NameTooLong));
    }

    #[test]
    fn names_of_other_scripts_are_foreign_whatever_their_encoding() {
        assert!(parse("Prüfung.txt".as_bytes(), false).unwrap().foreign);
        assert!(parse(b"\xff\xfe", false).unwrap().foreign);
        assert!(!parse(b"plain", false).unwrap().foreign);
    }
}
