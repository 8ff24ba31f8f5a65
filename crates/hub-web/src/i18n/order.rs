//! The order of names in a visitor's language, never by bytes: `Ä` stands beside `A` in German, `école` beside
//! `ecole` in French.
//!
//! ICU4X's collator does this with the tailorings of every language (Unicode collation, CLDR root and locales).
//! Folding accents by hand would be smaller and wrong for most scripts.

use std::cmp::Ordering;

use icu_collator::options::{CollatorOptions, Strength};
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::Locale as IcuLocale;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Lang;

/// The collator of one language.
pub(super) struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    pub(super) fn of(code: &str) -> Self {
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Tertiary);
        let locale: Option<IcuLocale> = code.parse().ok();
        Self(locale.and_then(|locale| Collator::try_new(locale.into(), options).ok()))
    }
}

impl Lang {
    /// Which of two names comes first.
    pub fn compare(self, left: &str, right: &str) -> Ordering {
        match &self.0.order.0 {
            Some(collator) => collator.compare(left, right),
            // Compiled data holds every language of ours; a test below pins it.
            None => left.cmp(right),
        }
    }
}

/// A text without case and marks, to find words in it.
pub fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The letter a name stands under in a list: its first letter without marks, upper case; `#` for names that begin
/// with a digit or sign.
pub fn initial(name: &str) -> String {
    let Some(first) = name.nfd().find(|c| c.is_alphanumeric()) else { return "#".to_owned() };
    if first.is_alphabetic() { first.to_uppercase().collect() } else { "#".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(code: &str, names: &[&'static str]) -> Vec<&'static str> {
        let lang = Lang::from_code(code).unwrap();
        let mut names = names.to_vec();
        names.sort_by(|a, b| lang.compare(a, b));
        names
    }

    #[test]
    fn names_are_ordered_as_readers_expect() {
        assert_eq!(sorted("de", &["Zoo", "Äpfel", "apfel", "Birne"]), ["apfel", "Äpfel", "Birne", "Zoo"]);
        assert_eq!(sorted("es", &["nube", "ñandú", "oso"]), ["nube", "ñandú", "oso"]);
        assert_eq!(sorted("fr", &["zéro", "Écluse", "eau"]), ["eau", "Écluse", "zéro"]);
        assert_eq!(sorted("ar", &["ياسمين", "ألف", "باب"]), ["ألف", "باب", "ياسمين"]);
    }

    #[test]
    fn every_language_has_its_collator() {
        assert!(Lang::all().all(|lang| lang.0.order.0.is_some()));
    }

    #[test]
    fn a_name_stands_under_its_first_letter_without_marks() {
        assert_eq!(initial("École du Lac"), "E");
        assert_eq!(initial("«ärzte»"), "A");
        assert_eq!(initial("مدرسة"), "م");
        assert_eq!(initial("3rd school"), "#");
        assert_eq!(initial("***"), "#");
    }
}
