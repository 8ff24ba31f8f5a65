//! One entry of a vocabulary, and the names of vocabularies.

use std::collections::BTreeMap;
use std::fmt;

use crate::policy::nearest;

/// Names by base language code: `en` → `Mathematics`.
pub type Names = BTreeMap<String, String>;

/// Characters of a term's or facet's name.
pub const NAME_CHARS: usize = 120;
/// Characters of a term's key. Classic columns take 30 for audience and level and 100 for subjects (protocol notes,
/// 10.2); codes that old clients send are never cut by this, they only name terms.
const KEY_CHARS: usize = 60;
/// Characters of an own facet's key.
const FACET_CHARS: usize = 30;

/// Words that mean something else in addresses and commands.
const TAKEN: [&str; 16] = [
    "subject",
    "subjects",
    "level",
    "levels",
    "audience",
    "audiences",
    "licence",
    "licences",
    "language",
    "kind",
    "tag",
    "site",
    "q",
    "page",
    "sort",
    "lang",
];

/// A key of an own facet: `school-type`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(transparent)]
pub struct FacetKey(String);

impl FacetKey {
    /// Lower-case letters, digits and hyphens, beginning with a letter, at most 30.
    ///
    /// # Errors
    /// Says what is wrong.
    pub fn parse(raw: &str) -> Result<Self, KeyError> {
        let starts = raw.starts_with(|c: char| c.is_ascii_lowercase());
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !starts || !raw.chars().all(allowed) || raw.len() > FACET_CHARS {
            return Err(KeyError::Facet);
        }
        if TAKEN.contains(&raw) { Err(KeyError::Taken) } else { Ok(Self(raw.to_owned())) }
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Which list of `hub_get_forminfo` this facet fills, and whose values mebis clients send with courses
    /// (protocol notes, 6.9): the one with the same name, hyphens aside.
    pub fn mebis_list(&self) -> Option<&'static str> {
        let plain = self.0.replace('-', "");
        MEBIS_LISTS.into_iter().find(|name| *name == plain)
    }
}

/// Lists of the mebis dialect that a hub's own facets can fill.
pub const MEBIS_LISTS: [&str; 4] = ["schooltype", "schoolyear", "compuse", "oer"];

/// Which vocabulary.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum VocabularyKey {
    /// What a course is about: a tree.
    Subject,
    /// Educational levels.
    Level,
    /// Whom a course is made for.
    Audience,
    /// Licences.
    Licence,
    /// A facet of the hub's own, such as school types.
    Own(FacetKey),
}

impl VocabularyKey {
    /// The vocabularies every hub has.
    pub const CLASSIC: [Self; 4] = [Self::Subject, Self::Level, Self::Audience, Self::Licence];

    /// Of its word; `subjects` means `subject`.
    ///
    /// # Errors
    /// Neither a classic vocabulary nor a word an own facet could have.
    pub fn parse(raw: &str) -> Result<Self, KeyError> {
        let raw = raw.trim();
        let word = raw.strip_suffix('s').unwrap_or(raw);
        match Self::CLASSIC.into_iter().find(|key| key.as_str() == word) {
            Some(classic) => Ok(classic),
            None => FacetKey::parse(raw.strip_prefix("facet.").unwrap_or(raw)).map(Self::Own),
        }
    }

    /// Its word in the database, in addresses and commands.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Subject => "subject",
            Self::Level => "level",
            Self::Audience => "audience",
            Self::Licence => "licence",
            Self::Own(key) => key.as_str(),
        }
    }
}

impl fmt::Display for VocabularyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a key was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// A facet's.
    #[error(
        "the key of a facet has lower-case letters, digits and hyphens, begins with a letter and is at most 30 long"
    )]
    Facet,
    /// It already means something.
    #[error("this word means something else in addresses; choose another key")]
    Taken,
    /// A term's.
    #[error(
        "a key has letters a-z, digits, dots, hyphens and underscores, begins with a letter or digit and is at most 60 long"
    )]
    Term,
}

/// Whether a term may have this key.
///
/// # Errors
/// Says what is wrong.
pub fn check_term_key(raw: &str) -> Result<(), KeyError> {
    let starts = raw.starts_with(|c: char| c.is_ascii_alphanumeric());
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if starts && raw.len() <= KEY_CHARS && raw.chars().all(allowed) { Ok(()) } else { Err(KeyError::Term) }
}

/// What a licence allows.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct LicenceFacts {
    /// SPDX identifier, `CC-BY-SA-4.0`; empty if it has none.
    pub spdx: String,
    /// Where its text stands; empty if there is none.
    pub url: String,
    /// Anybody may use and share it.
    pub reuse: bool,
    /// Also for money.
    pub commercial: bool,
    /// Changed copies may be shared.
    pub derivatives: bool,
}

/// One entry of a vocabulary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The code courses have: `field1010101`, `cc-sa-4.0`.
    pub key: String,
    /// A number that never changes and means this term only: what `hub_get_forminfo` calls `id`.
    pub number: i64,
    /// The term it is below.
    pub parent: Option<String>,
    /// Names that staff gave, by language.
    pub names: Names,
    /// Its place among its siblings, smallest first.
    pub position: i64,
    /// No longer offered; shown where it is used.
    pub retired: bool,
    /// The code that clients are told who know the classic lists only; without one its nearest parent's.
    pub classic: Option<String>,
    /// Of licences.
    pub licence: Option<LicenceFacts>,
    /// The term that stands for this one now.
    pub merged_into: Option<String>,
    /// English name of a term of the classic lists; `None` for the hub's own.
    pub classic_name: Option<&'static str>,
}

impl Term {
    /// Whether it is offered where people choose: neither retired nor merged.
    pub fn is_offered(&self) -> bool {
        !self.retired && self.merged_into.is_none()
    }

    /// What staff called it: in the language, else in English, else in the hub's language.
    pub fn staff_name(&self, language: &str, hub_language: &str) -> Option<&str> {
        [language, "en", hub_language].into_iter().find_map(|code| self.names.get(code)).map(String::as_str)
    }

    /// Any name for people who read English, else the key: for logs and the command line.
    pub fn plain_name(&self) -> &str {
        let any = || self.names.values().next().map(String::as_str);
        self.names.get("en").map(String::as_str).or(self.classic_name).or_else(any).unwrap_or(&self.key)
    }
}

/// The key among `candidates` that was probably meant.
pub fn nearest_key<'a>(word: &str, candidates: impl Iterator<Item = &'a Term>) -> Option<&'a str> {
    nearest(word, candidates.map(|term| term.key.as_str()))
}
