//! Names of subjects, levels, audiences, licences and the hub's own facets, as the vocabularies in force have them:
//! in the reader's language, else in English, else in the hub's language, else the code itself. A code nobody knows
//! is shown as it is: sites may use what no list has.

use std::sync::Arc;

use hub_core::vocabulary::{LicenceFacts, Term, Vocabularies, Vocabulary, VocabularyKey, base_language};

use crate::i18n::Lang;

/// The vocabularies in one language.
#[derive(Clone, Debug)]
pub struct Terms {
    lang: Lang,
    /// Base code of the reader's language, which may be none that pages are written in.
    language: String,
    hub_language: String,
    vocabularies: Arc<Vocabularies>,
}

impl Terms {
    /// In the language of a page.
    pub fn of(lang: Lang, vocabularies: Arc<Vocabularies>, hub_language: &str) -> Self {
        let (language, hub_language) = (lang.code().to_owned(), base_language(hub_language));
        Self { lang, language, hub_language, vocabularies }
    }

    /// In any language, for clients that are no pages; one without a code gets the hub's.
    pub fn in_language(code: &str, vocabularies: Arc<Vocabularies>, hub_language: &str) -> Self {
        let hub_language = base_language(hub_language);
        let language = if code.is_empty() { hub_language.clone() } else { base_language(code) };
        let lang = Lang::from_code(&language).unwrap_or_else(Lang::english);
        Self { lang, language, hub_language, vocabularies }
    }

    /// The classic lists, as tests and samples show them.
    pub fn classic(lang: Lang) -> Self {
        Self::of(lang, Vocabularies::classic(), "en")
    }

    /// The vocabularies themselves.
    pub fn vocabularies(&self) -> &Vocabularies {
        &self.vocabularies
    }

    /// A subject.
    pub fn subject(&self, code: &str) -> String {
        self.name(self.vocabularies.subject(), code)
    }

    /// Whom a course is made for.
    pub fn audience(&self, code: &str) -> String {
        self.name(self.vocabularies.audience(), code)
    }

    /// An educational level.
    pub fn level(&self, code: &str) -> String {
        self.name(self.vocabularies.level(), code)
    }

    /// A licence's short name: "CC BY-SA 4.0".
    pub fn licence(&self, code: &str) -> String {
        self.name(self.vocabularies.licence(), if code.is_empty() { "unknown" } else { code })
    }

    /// What a licence lets people do, in one sentence.
    pub fn licence_words(&self, code: &str) -> String {
        let Some(licence) = self.vocabularies.licence().resolve(code) else {
            return self.lang.t("licence-words-unknown").into_owned();
        };
        let as_always = || {
            let classic = Vocabularies::classic();
            classic.licence().term(&licence.key).is_some_and(|known| known.licence == licence.licence)
        };
        let words = match licence.key.trim_end_matches("-4.0") {
            known if licence.classic_name.is_some() && as_always() => classic_words(known),
            _ => words_of(licence.licence.as_ref()),
        };
        self.lang.t(words).into_owned()
    }

    /// Where the licence's text stands; empty if unknown.
    pub fn licence_url(&self, code: &str) -> String {
        let facts = self.vocabularies.licence().resolve(code).and_then(|licence| licence.licence.as_ref());
        facts.map(|facts| facts.url.clone()).unwrap_or_default()
    }

    /// A value of an own facet.
    pub fn own(&self, facet: &str, code: &str) -> String {
        self.vocabularies.facet(facet).map_or_else(|| code.to_owned(), |found| self.name(found, code))
    }

    /// An own facet.
    pub fn facet(&self, key: &str) -> String {
        let names = self.vocabularies.facet(key).map(|facet| &facet.names);
        let languages = [self.language.as_str(), "en", self.hub_language.as_str()];
        let name = names.and_then(|names| {
            languages.into_iter().find_map(|code| names.get(code)).or_else(|| names.values().next())
        });
        name.map_or_else(|| key.to_owned(), Clone::clone)
    }

    /// Keys from the top to the term of a code; a code nobody knows stands alone.
    pub fn subject_path(&self, code: &str) -> Vec<String> {
        self.vocabularies.subject().with_all_above(code)
    }

    /// The name of a code, merged and very old ones included.
    pub fn name(&self, vocabulary: &Vocabulary, code: &str) -> String {
        vocabulary.resolve(code).map_or_else(|| code.to_owned(), |term| self.name_of(&vocabulary.key, term))
    }

    /// The name of a term. Staff's words come before those of the program in each language.
    pub fn name_of(&self, vocabulary: &VocabularyKey, term: &Term) -> String {
        if let Some(name) = term.names.get(&self.language) {
            return name.clone();
        }
        // English has no text of its own for most: there the classic name is it.
        if term.classic_name.is_some()
            && self.lang.code() == self.language
            && let Some(name) = self.lang.classic_term(vocabulary, &term.key)
        {
            return name;
        }
        term.staff_name("en", "en")
            .or(term.classic_name)
            .or_else(|| term.staff_name(&self.hub_language, &self.hub_language))
            .unwrap_or_else(|| term.plain_name())
            .to_owned()
    }
}

fn classic_words(code: &str) -> &'static str {
    match code {
        "public" => "licence-words-public",
        "cc" => "licence-words-by",
        "cc-sa" => "licence-words-by-sa",
        "cc-nd" => "licence-words-by-nd",
        "cc-nc" => "licence-words-by-nc",
        "cc-nc-sa" => "licence-words-by-nc-sa",
        "cc-nc-nd" => "licence-words-by-nc-nd",
        "allrightsreserved" => "licence-words-reserved",
        _ => "licence-words-unknown",
    }
}

/// Of a licence the hub added: only what its marks say.
fn words_of(facts: Option<&LicenceFacts>) -> &'static str {
    match facts {
        Some(LicenceFacts { reuse: true, commercial: true, derivatives: true, .. }) => "licence-words-free",
        Some(LicenceFacts { reuse: true, commercial: true, .. }) => "licence-words-free-nd",
        Some(LicenceFacts { reuse: true, derivatives: true, .. }) => "licence-words-free-nc",
        Some(LicenceFacts { reuse: true, .. }) => "licence-words-free-nc-nd",
        _ => "licence-words-own",
    }
}

#[cfg(test)]
mod tests {
    use hub_core::TermId;
    use hub_core::vocabulary::{LICENCES, StoredTerm, subjects};

    use super::*;

    fn with(key: &str, names: &[(&str, &str)]) -> Arc<Vocabularies> {
        let mut term = Vocabularies::classic().level().term(key).cloned().unwrap_or_default();
        key.clone_into(&mut term.key);
        let named = |(code, name): &(&str, &str)| ((*code).to_owned(), (*name).to_owned());
        term.names = names.iter().map(named).collect();
        let stored = StoredTerm { id: TermId(1), vocabulary: VocabularyKey::Level, term };
        Arc::new(Vocabularies::of(Vec::new(), vec![stored]))
    }

    #[test]
    fn a_name_is_the_readers_else_english_else_the_hubs_else_the_key() {
        let level = |code: &str, vocabularies: &Arc<Vocabularies>| {
            Terms::in_language(code, Arc::clone(vocabularies), "pl").level("kita")
        };
        let all = with("kita", &[("de", "Kita"), ("en", "Nursery"), ("pl", "Żłobek")]);
        assert_eq!(level("de_kids", &all), "Kita");
        assert_eq!(level("fr", &all), "Nursery");
        assert_eq!(level("", &all), "Żłobek");
        assert_eq!(level("fr", &with("kita", &[("de", "Kita"), ("pl", "Żłobek")])), "Żłobek");
        assert_eq!(level("fr", &with("other", &[])), "kita");
    }

    #[test]
    fn what_staff_did_not_name_keeps_its_classic_name() {
        let terms =
            Terms::of(Lang::from_code("de").unwrap(), with("primary", &[("en", "First school")]), "en");
        assert_eq!(terms.level("primary"), "Grundschule");
        let terms = Terms::of(Lang::english(), with("primary", &[("en", "First school")]), "en");
        assert_eq!(terms.level("primary"), "First school");
        let polish = Terms::in_language("pl", Vocabularies::classic(), "en");
        assert_eq!(polish.level("primary"), "Primary");
    }

    #[test]
    fn unknown_codes_are_shown_as_they_are() {
        let english = Terms::classic(Lang::english());
        assert_eq!(english.level("year-7"), "year-7");
        assert_eq!(english.licence("gfdl"), "gfdl");
        assert_eq!(english.subject("field999"), "field999");
        assert_eq!(english.subject("field1010907"), "Marine Science");
        assert_eq!(english.own("school", "x"), "x");
    }

    #[test]
    fn every_classic_term_has_a_name_in_every_language() {
        for lang in Lang::all() {
            let all = Vocabularies::classic();
            for (vocabulary, terms) in
                [(VocabularyKey::Level, all.level()), (VocabularyKey::Audience, all.audience())]
            {
                for term in terms.terms() {
                    assert!(lang.classic_term(&vocabulary, &term.key).is_some(), "{}", term.key);
                }
            }
            for subject in subjects().iter().filter(|subject| subject.depth() == 0) {
                assert!(
                    lang.classic_term(&VocabularyKey::Subject, subject.code).is_some(),
                    "{}",
                    subject.name
                );
            }
            for licence in LICENCES {
                assert!(!Terms::classic(lang).licence_words(licence.code).is_empty());
            }
        }
    }
}
