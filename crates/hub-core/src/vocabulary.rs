//! Subjects, levels, audiences, licences and the hub's own facets. Here are the classic lists: codes every classic
//! client knows, with their English names. [`Vocabularies`] is what a hub makes of them; doors and index ask that.

mod live;
mod term;

pub use live::{MOST_DEPTH, STEP, StoredFacet, StoredTerm, Vocabularies, Vocabulary};
pub use term::{
    FacetKey, KeyError, LicenceFacts, MEBIS_LISTS, NAME_CHARS, Names, Term, VocabularyKey, check_term_key,
    nearest_key,
};

use std::collections::HashMap;
use std::sync::LazyLock;

/// A subject of the classic tree (derived from ASCED 2001): 8-character codes are top fields, 10 second level, 12
/// leaves; a child's code starts with its parent's (protocol notes, appendix A).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subject {
    /// `field1010101`.
    pub code: &'static str,
    /// `Mathematics`.
    pub name: &'static str,
}

static SUBJECTS: LazyLock<Vec<Subject>> = LazyLock::new(|| {
    include_str!("vocabulary/subjects.txt")
        .lines()
        .filter_map(|line| line.split_once('|'))
        .map(|(code, name)| Subject { code, name })
        .collect()
});

static SUBJECT_BY_CODE: LazyLock<HashMap<&'static str, Subject>> =
    LazyLock::new(|| SUBJECTS.iter().map(|subject| (subject.code, *subject)).collect());

/// All 439 subjects, in the order of their codes: each parent directly before its children.
pub fn subjects() -> &'static [Subject] {
    &SUBJECTS
}

/// The subject of a code.
pub fn subject(code: &str) -> Option<Subject> {
    SUBJECT_BY_CODE.get(code).copied()
}

impl Subject {
    /// 0 for top fields, 1 and 2 below.
    pub fn depth(self) -> usize {
        self.code.len().saturating_sub("field101".len()) / 2
    }

    /// Itself and its parents, top field first.
    pub fn path(self) -> Vec<Subject> {
        [8, 10, 12].iter().filter_map(|end| self.code.get(..*end)).filter_map(subject).collect()
    }
}

/// Language codes the classic hub took: ISO 639-1 (protocol notes, appendix B). Others are kept and shown as sent.
pub static LANGUAGES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("vocabulary/languages.txt").split_whitespace().collect());

/// The part of a Moodle language code that names the language: `pt` of `pt_br`, `de` of `de_kids`.
pub fn base_language(code: &str) -> String {
    code.split(['_', '-']).next().unwrap_or_default().to_ascii_lowercase()
}

/// Who a course is made for (protocol notes, 9.2).
pub const AUDIENCES: [&str; 3] = ["educators", "students", "admins"];

/// Educational levels (protocol notes, 9.3).
pub const LEVELS: [&str; 7] =
    ["primary", "secondary", "tertiary", "government", "association", "corporate", "other"];

/// A licence Moodle knows by a short name (protocol notes, 9.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Licence {
    /// `cc-sa-4.0`.
    pub code: &'static str,
    /// `CC BY-SA 4.0`.
    pub name: &'static str,
    /// Where its text stands; empty if there is none.
    pub url: &'static str,
}

/// Moodle's licences, the 3.0 and the 4.0 set.
pub const LICENCES: [Licence; 15] = [
    Licence { code: "unknown", name: "Licence not specified", url: "" },
    Licence { code: "allrightsreserved", name: "All rights reserved", url: "" },
    Licence {
        code: "public",
        name: "Public domain",
        url: "https://creativecommons.org/publicdomain/zero/1.0/",
    },
    Licence { code: "cc", name: "CC BY 3.0", url: "https://creativecommons.org/licenses/by/3.0/" },
    Licence { code: "cc-nd", name: "CC BY-ND 3.0", url: "https://creativecommons.org/licenses/by-nd/3.0/" },
    Licence {
        code: "cc-nc-nd",
        name: "CC BY-NC-ND 3.0",
        url: "https://creativecommons.org/licenses/by-nc-nd/3.0/",
    },
    Licence { code: "cc-nc", name: "CC BY-NC 3.0", url: "https://creativecommons.org/licenses/by-nc/3.0/" },
    Licence {
        code: "cc-nc-sa",
        name: "CC BY-NC-SA 3.0",
        url: "https://creativecommons.org/licenses/by-nc-sa/3.0/",
    },
    Licence { code: "cc-sa", name: "CC BY-SA 3.0", url: "https://creativecommons.org/licenses/by-sa/3.0/" },
    Licence { code: "cc-4.0", name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
    Licence {
        code: "cc-nd-4.0",
        name: "CC BY-ND 4.0",
        url: "https://creativecommons.org/licenses/by-nd/4.0/",
    },
    Licence {
        code: "cc-nc-nd-4.0",
        name: "CC BY-NC-ND 4.0",
        url: "https://creativecommons.org/licenses/by-nc-nd/4.0/",
    },
    Licence {
        code: "cc-nc-4.0",
        name: "CC BY-NC 4.0",
        url: "https://creativecommons.org/licenses/by-nc/4.0/",
    },
    Licence {
        code: "cc-nc-sa-4.0",
        name: "CC BY-NC-SA 4.0",
        url: "https://creativecommons.org/licenses/by-nc-sa/4.0/",
    },
    Licence {
        code: "cc-sa-4.0",
        name: "CC BY-SA 4.0",
        url: "https://creativecommons.org/licenses/by-sa/4.0/",
    },
];

/// The licence of a short name; sites may have others, which are kept and shown as sent.
pub fn licence(code: &str) -> Option<Licence> {
    LICENCES.into_iter().find(|licence| licence.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_subject_has_its_parents() {
        assert_eq!(subjects().len(), 439);
        for subject in subjects() {
            assert_eq!(subject.path().len(), subject.depth() + 1, "{}", subject.code);
        }
        assert_eq!(subject("field1010101").map(|s| s.name), Some("Mathematics"));
    }

    #[test]
    fn a_language_is_compared_without_its_region() {
        assert_eq!(base_language("pt_br"), "pt");
        assert_eq!(base_language("EN-us"), "en");
        assert_eq!(LANGUAGES.len(), 184);
    }
}
