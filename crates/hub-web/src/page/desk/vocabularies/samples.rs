//! Samples of the pages of vocabularies.

use std::collections::HashMap;
use std::sync::Arc;

use hub_core::TermId;
use hub_core::vocabulary::{FacetKey, Names, StoredFacet, StoredTerm, Term, Vocabularies, VocabularyKey};

use super::list::VocabulariesPage;
use super::show::{Asked, VocabularyPage};
use super::term::TermPage;
use crate::view::field::FormErrors;
use crate::view::terms::Terms;
use crate::view::ui::Ui;

/// The name and markup of every page.
pub fn all(ui: &Ui) -> Vec<(String, String)> {
    let rendered = |name: &str, page: &dyn askama::DynTemplate| {
        let html = page.dyn_render().unwrap_or_else(|error| format!("could not be rendered: {error}"));
        (name.to_owned(), html)
    };
    let mut made = ui.clone();
    made.terms = Terms::of(ui.lang, Arc::new(vocabularies()), "en");
    let wrong = FormErrors::default().and("key", "a key has letters a-z").and("file", "this is no export");
    let right = VocabulariesPage::new(made.clone(), "pl", None, FormErrors::default());
    let wrong = VocabulariesPage::new(ui.clone(), "en", None, wrong);
    let mut pages = vec![rendered("vocabularies", &right), rendered("vocabularies-wrong", &wrong)];
    for (name, key, words) in [
        ("vocabulary", "subject", ""),
        ("vocabulary-licence", "licence", ""),
        ("vocabulary-own", "school-type", ""),
        ("vocabulary-own-empty", "year", ""),
        ("vocabulary-none-found", "level", "nothing"),
    ] {
        let courses = HashMap::from([("field10109".to_owned(), 12)]);
        let asked =
            Asked { hub_language: "en", courses, words, under: "", form: None, wrong: FormErrors::default() };
        let key = VocabularyKey::parse(key).ok();
        let page = key.and_then(|key| VocabularyPage::new(made.clone(), &key, asked));
        pages.extend(page.map(|page| rendered(name, &page)));
    }
    for (name, key, term) in [
        ("term", "subject", "field10109"),
        ("term-merged", "subject", "field1010903"),
        ("term-licence", "licence", "cc-sa"),
        ("term-own", "school-type", "primary"),
    ] {
        let key = VocabularyKey::parse(key).ok();
        let page = key.and_then(|key| TermPage::new(made.clone(), "en", &key, term, FormErrors::default()));
        let page = page.map(|page| if name == "term" { page.with_preview("field10108", 12) } else { page });
        pages.extend(page.map(|page| rendered(name, &page)));
    }
    pages
}

/// A hub with two facets of its own, one of them without values, and a merged subject.
fn vocabularies() -> Vocabularies {
    let names = |name: &str| Names::from([("en".to_owned(), name.to_owned())]);
    let facet = |key: &str, name: &str, position| {
        FacetKey::parse(key).ok().map(|key| StoredFacet { key, names: names(name), position })
    };
    let facets = [facet("school-type", "School type", 1000), facet("year", "Year", 2000)];
    let term = |vocabulary: &str, term: Term| {
        VocabularyKey::parse(vocabulary).ok().map(|vocabulary| StoredTerm { id: TermId(1), vocabulary, term })
    };
    let classic = Vocabularies::classic();
    let botany = classic.subject().term("field1010903").cloned().unwrap_or_default();
    let own = |key: &str, name: &str, retired| Term {
        key: key.to_owned(),
        names: names(name),
        retired,
        ..Term::default()
    };
    let terms = [
        term("subject", Term { merged_into: Some("field1010907".to_owned()), ..botany }),
        term("school-type", own("primary", "Primary school", false)),
        term("school-type", own("hauptschule", "Hauptschule", true)),
    ];
    Vocabularies::of(facets.into_iter().flatten().collect(), terms.into_iter().flatten().collect())
}
