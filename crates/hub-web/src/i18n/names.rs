//! Names of languages, countries, activity kinds and the terms of the classic lists. A code without a name is shown as
//! it is: sites may use what no list knows.

use std::borrow::{Borrow, Cow};
use std::collections::HashMap;
use std::sync::LazyLock;

use hub_core::rights::{Right, Role};
use hub_core::vocabulary::{self, VocabularyKey};

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

    /// What this language calls a term of the classic lists; `None` where it has no words of its own.
    pub fn classic_term(self, vocabulary: &VocabularyKey, key: &str) -> Option<String> {
        let key = format!("{vocabulary}-{key}");
        self.has(&key).then(|| self.t(&key).into_owned())
    }

    /// A kind of activity by Moodle's name of the module: "Quiz".
    pub fn activity(self, module: &str) -> String {
        let key = format!("activity-{module}");
        if self.has(&key) { self.t(&key).into_owned() } else { capitalised(module) }
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
    fn an_activity_nobody_knows_is_named_by_its_code() {
        assert_eq!(Lang::english().activity("hotpot"), "Hotpot");
    }
}
