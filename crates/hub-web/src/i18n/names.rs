//! Names of languages, countries, subjects, licences, audiences, levels and activity kinds. A code without a name
//! is shown as it is: sites may use what no list knows.

use std::borrow::{Borrow, Cow};
use std::collections::HashMap;
use std::sync::LazyLock;

use hub_core::rights::{Right, Role};
use hub_core::vocabulary;

use super::Lang;

/// The tables of one language: lines `code=name` (Unicode CLDR).
pub(super) struct Names {
    languages: HashMap<&'static str, &'static str>,
    countries: HashMap<&'static str, &'static str>,
}

impl Names {
    pub(super) fn read(languages: &'static str, countries: &'static str) -> Self {
        Self { languages: table(languages), countries: table(countries) }
    }
}

fn table(text: &'static str) -> HashMap<&'static str, &'static str> {
    text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('=')).collect()
}

/// Languages in their own words.
static OWN_NAMES: LazyLock<HashMap<&'static str, &'static str>> =
    LazyLock::new(|| table(include_str!("../../../../locales/own-names.txt")));

impl Lang {
    /// A language by Moodle's code in this language: "Portuguese (Brazil)" of `pt_br`.
    pub fn language_name(self, code: &str) -> String {
        let base = vocabulary::base_language(code);
        let Some(name) = self.0.names.languages.get(base.as_str()) else { return code.to_owned() };
        let name = capitalised(name);
        match code.split_once(['_', '-']) {
            Some((_, rest)) => {
                format!("{name} ({})", self.country_name(&rest.to_ascii_uppercase()).unwrap_or(rest))
            }
            None => name,
        }
    }

    /// A language in its own words: "Français"; empty if they are not known.
    pub fn own_name(code: &str) -> String {
        OWN_NAMES
            .get(vocabulary::base_language(code).as_str())
            .map(|name| capitalised(name))
            .unwrap_or_default()
    }

    /// A country by its ISO 3166 code.
    pub fn country_name(self, code: &str) -> Option<&'static str> {
        self.0.names.countries.get(code.to_ascii_uppercase().as_str()).copied()
    }

    /// A role of an account.
    pub fn role(self, role: impl Borrow<Role>) -> Cow<'static, str> {
        self.t(&format!("role-{}", role.borrow().name()))
    }

    /// What a right is to.
    pub fn right(self, right: impl Borrow<Right>) -> Cow<'static, str> {
        self.t(&format!("right-{}", right.borrow().name()))
    }

    /// A country, or its code.
    pub fn country(self, code: &str) -> String {
        self.country_name(code).map_or_else(|| code.to_owned(), str::to_owned)
    }

    /// A subject of the classic tree; English where this language has no name yet.
    pub fn subject(self, code: &str) -> String {
        let key = format!("subject-{code}");
        if self.has(&key) {
            return self.t(&key).into_owned();
        }
        vocabulary::subject(code).map_or_else(|| code.to_owned(), |subject| subject.name.to_owned())
    }

    /// Whom a course is made for.
    pub fn audience(self, code: &str) -> String {
        self.known("audience", &vocabulary::AUDIENCES, code)
    }

    /// An educational level.
    pub fn level(self, code: &str) -> String {
        self.known("level", &vocabulary::LEVELS, code)
    }

    /// A licence's short name: "CC BY-SA 4.0". Only those without one are translated.
    pub fn licence(self, code: &str) -> String {
        match code {
            "" | "unknown" => self.t("licence-unknown").into_owned(),
            "allrightsreserved" => self.t("licence-allrightsreserved").into_owned(),
            "public" => self.t("licence-public").into_owned(),
            code => vocabulary::licence(code).map_or_else(|| code.to_owned(), |known| known.name.to_owned()),
        }
    }

    /// What a licence lets people do, in one sentence.
    pub fn licence_words(self, code: &str) -> String {
        let words = match code.trim_end_matches("-4.0") {
            "public" => "licence-words-public",
            "cc" => "licence-words-by",
            "cc-sa" => "licence-words-by-sa",
            "cc-nd" => "licence-words-by-nd",
            "cc-nc" => "licence-words-by-nc",
            "cc-nc-sa" => "licence-words-by-nc-sa",
            "cc-nc-nd" => "licence-words-by-nc-nd",
            "allrightsreserved" => "licence-words-reserved",
            _ => "licence-words-unknown",
        };
        self.t(words).into_owned()
    }

    /// A kind of activity by Moodle's name of the module: "Quiz".
    pub fn activity(self, module: &str) -> String {
        let key = format!("activity-{module}");
        if self.has(&key) { self.t(&key).into_owned() } else { capitalised(module) }
    }

    fn known(self, prefix: &str, codes: &[&str], code: &str) -> String {
        if codes.contains(&code) { self.t(&format!("{prefix}-{code}")).into_owned() } else { code.to_owned() }
    }
}

fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::LANGUAGES;

    #[test]
    fn languages_are_named_with_their_region() {
        let english = Lang::english();
        assert_eq!(english.language_name("pt_br"), "Portuguese (Brazil)");
        assert_eq!(english.language_name("de_kids"), "German (kids)");
        assert_eq!(english.language_name("tlh"), "tlh");
        assert_eq!(Lang::from_code("fr").unwrap().language_name("de"), "Allemand");
        assert_eq!(Lang::own_name("fr"), "Français");
        assert_eq!(Lang::own_name("ar"), "العربية");
    }

    #[test]
    fn every_language_names_the_same_languages_and_countries() {
        let codes = |map: &HashMap<&'static str, &'static str>| {
            let mut codes: Vec<_> = map.keys().copied().collect();
            codes.sort_unstable();
            codes
        };
        let english = &Lang::english().0.names;
        assert!(vocabulary::LANGUAGES.iter().all(|code| english.languages.contains_key(code)));
        for code in LANGUAGES {
            let names = &Lang::from_code(code).unwrap().0.names;
            assert_eq!(codes(&names.languages), codes(&english.languages), "{code}");
            assert_eq!(codes(&names.countries), codes(&english.countries), "{code}");
        }
    }

    #[test]
    fn unknown_codes_are_shown_as_they_are() {
        let english = Lang::english();
        assert_eq!(english.level("year-7"), "year-7");
        assert_eq!(english.licence("gfdl"), "gfdl");
        assert_eq!(english.activity("hotpot"), "Hotpot");
        assert_eq!(english.subject("field999"), "field999");
        assert_eq!(english.subject("field1010907"), "Marine Science");
    }

    #[test]
    fn every_code_of_the_vocabularies_has_words_in_every_language() {
        for lang in Lang::all() {
            for audience in vocabulary::AUDIENCES {
                assert!(lang.has(&format!("audience-{audience}")), "{audience}");
            }
            for level in vocabulary::LEVELS {
                assert!(lang.has(&format!("level-{level}")), "{level}");
            }
            for subject in vocabulary::subjects().iter().filter(|subject| subject.depth() == 0) {
                assert!(lang.has(&format!("subject-{}", subject.code)), "{}", subject.name);
            }
            for licence in vocabulary::LICENCES {
                assert!(!lang.licence_words(licence.code).is_empty());
            }
        }
    }
}
