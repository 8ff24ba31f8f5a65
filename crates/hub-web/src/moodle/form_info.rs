//! `hub_get_forminfo`: what a mebis block offers to choose from.

use hub_app::App;
use hub_app::caller::Caller;
use hub_core::vocabulary::{Vocabulary, VocabularyKey};
use hub_wire::moodle::{FormInfo, SearchOption, Tag, TagTypes};

use crate::view::terms::Terms;

/// Vocabularies and choices of the mebis block (protocol notes, 6.9), in the language of the calling site or the
/// hub's. Of subjects only those without others below are offered, as the block shows a flat list. An own facet fills
/// the list of its name; the others are empty, never absent.
pub(super) fn form_info(app: &App, caller: &Caller) -> FormInfo {
    let language = if let Caller::Site(site) = caller { site.info.language.as_str() } else { "" };
    let terms = Terms::in_language(language, app.vocabularies(), &app.policy().language);
    let subjects = terms.vocabularies().subject();
    let mut tagtypes = TagTypes { subject: tags(&terms, subjects), ..TagTypes::default() };
    for facet in terms.vocabularies().own() {
        let VocabularyKey::Own(key) = &facet.key else { continue };
        let list = match key.mebis_list() {
            Some("schooltype") => &mut tagtypes.schooltype,
            Some("schoolyear") => &mut tagtypes.schoolyear,
            Some("compuse") => &mut tagtypes.compuse,
            Some("oer") => &mut tagtypes.oer,
            _ => continue,
        };
        *list = tags(&terms, facet);
    }
    let lists =
        [&tagtypes.subject, &tagtypes.schooltype, &tagtypes.schoolyear, &tagtypes.compuse, &tagtypes.oer];
    let option = |value: &str, text: &str| SearchOption { value: value.to_owned(), text: text.to_owned() };
    FormInfo {
        tags_total: lists.iter().map(|list| i64::try_from(list.len()).unwrap_or(i64::MAX)).sum(),
        tagtypes,
        searchoptions: vec![
            option("relevance", "Best match"),
            option("rating", "Featured first"),
            option("date", "Newest first"),
            option("dateReverse", "Oldest first"),
            option("alphabet", "By name, A to Z"),
            option("alphabetReverse", "By name, Z to A"),
        ],
        searchforoptions: vec![
            option("2", "All courses"),
            option("0", "Courses to download"),
            option("1", "Courses to enrol in"),
        ],
        defaultsearchlimit: 10,
    }
}

/// Terms to choose that have none below them, in order.
fn tags(terms: &Terms, vocabulary: &Vocabulary) -> Vec<Tag> {
    let all = vocabulary.terms();
    // Each stands directly before those below it.
    let has_below = |place: usize| {
        let next = all[place + 1..].iter().find(|next| next.merged_into.is_none());
        next.is_some_and(|next| vocabulary.depth(&next.key) > vocabulary.depth(&all[place].key))
    };
    all.iter()
        .enumerate()
        .filter(|(place, term)| term.is_offered() && !has_below(*place))
        .map(|(_, term)| Tag { id: term.number, text: terms.name_of(&vocabulary.key, term) })
        .collect()
}
