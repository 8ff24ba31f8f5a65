//! Filters and the counts of their values.

use hub_core::query::{CourseDocument, CourseQuery, FacetCounts};
use hub_core::{SiteId, VersionId};
use hub_search::Index;

use crate::course::{course, found_by, index, subjects, texts, words};

fn all() -> CourseQuery {
    words("")
}

fn found(index: &Index, query: &CourseQuery) -> Vec<i64> {
    let mut ids = found_by(index, query);
    ids.sort_unstable();
    ids
}

fn facets(index: &Index, query: CourseQuery) -> FacetCounts {
    index.search(&CourseQuery { with_facets: true, ..query }).unwrap().facets.unwrap()
}

fn counts(counts: &[(&str, u64)]) -> Vec<(String, u64)> {
    counts.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

/// 1: share, English, Mathematics; 2: advert, German, Mathematics and Physics; 3: both, Brazilian, History.
fn three() -> Index {
    index([
        CourseDocument {
            languages: texts(&["en"]),
            subjects: subjects(&["field1010101"]),
            audiences: texts(&["students"]),
            levels: texts(&["primary"]),
            licences: texts(&["cc-4.0"]),
            tags: texts(&["Algebra", "numbers"]),
            ..course(1, "Sums")
        },
        CourseDocument {
            share: None,
            advert: Some(VersionId(2)),
            site_id: Some(SiteId(2)),
            languages: texts(&["de_kids"]),
            subjects: subjects(&["field1010101", "field1010301"]),
            audiences: texts(&["educators"]),
            levels: texts(&["primary", "secondary"]),
            licences: texts(&["cc-4.0"]),
            tags: texts(&["algebra"]),
            ..course(2, "Summen")
        },
        CourseDocument {
            advert: Some(VersionId(4)),
            site_id: None,
            languages: texts(&["pt_br", "pt"]),
            subjects: subjects(&["field1090305"]),
            licences: texts(&["public"]),
            tags: texts(&["  ÁLGEBRA  linear "]),
            ..course(3, "Somas")
        },
    ])
}

#[test]
fn a_kind_finds_courses_that_have_one() {
    let index = three();
    assert_eq!(found(&index, &CourseQuery { shares: true, ..all() }), [1, 3]);
    assert_eq!(found(&index, &CourseQuery { adverts: true, ..all() }), [2, 3]);
    assert_eq!(found(&index, &CourseQuery { shares: true, adverts: true, ..all() }), [1, 2, 3]);
}

#[test]
fn a_language_finds_its_variants_and_a_variant_its_language() {
    let index = three();
    assert_eq!(found(&index, &CourseQuery { languages: texts(&["pt"]), ..all() }), [3]);
    assert_eq!(found(&index, &CourseQuery { languages: texts(&["DE"]), ..all() }), [2]);
    assert_eq!(found(&index, &CourseQuery { languages: texts(&["en-GB", "de"]), ..all() }), [1, 2]);
}

#[test]
fn a_subject_finds_all_below_it() {
    let index = three();
    for (subject, ids) in [
        ("field101", &[1, 2][..]),
        ("field10101", &[1, 2]),
        ("field1010101", &[1, 2]),
        ("field1010301", &[2]),
        ("field109", &[3]),
        ("field1", &[]),
    ] {
        assert_eq!(found(&index, &CourseQuery { subjects: texts(&[subject]), ..all() }), ids, "{subject}");
    }
}

#[test]
fn a_subject_of_another_tree_stands_for_itself() {
    let index = index([CourseDocument { subjects: texts(&["380"]), ..course(1, "Physik") }]);
    assert_eq!(found(&index, &CourseQuery { subjects: texts(&["380"]), ..all() }), [1]);
}

#[test]
fn tags_are_compared_without_case_accents_and_extra_spaces() {
    let index = three();
    assert_eq!(found(&index, &CourseQuery { tags: texts(&["ALGEBRA"]), ..all() }), [1, 2]);
    assert_eq!(found(&index, &CourseQuery { tags: texts(&["algebra linear"]), ..all() }), [3]);
    assert_eq!(found(&index, &CourseQuery { tags: texts(&["linear"]), ..all() }), [0; 0]);
}

#[test]
fn values_of_one_filter_widen_and_filters_narrow() {
    let index = three();
    let primary = CourseQuery { levels: texts(&["primary"]), ..all() };
    assert_eq!(found(&index, &primary), [1, 2]);
    assert_eq!(found(&index, &CourseQuery { audiences: texts(&["students"]), ..primary.clone() }), [1]);
    assert_eq!(found(&index, &CourseQuery { sites: vec![SiteId(2)], ..primary.clone() }), [2]);
    assert_eq!(found(&index, &CourseQuery { sites: vec![SiteId(2), SiteId(1)], ..primary.clone() }), [1, 2]);
    assert_eq!(found(&index, &CourseQuery { licences: texts(&["public"]), ..primary.clone() }), [0; 0]);
    assert_eq!(found(&index, &CourseQuery { words: "sum".to_owned(), ..primary.clone() }), [1, 2]);
    assert_eq!(found(&index, &CourseQuery { words: "sum".to_owned(), shares: true, ..primary.clone() }), [1]);
}

#[test]
fn unknown_values_find_nothing() {
    let index = three();
    let nothing = [0; 0];
    assert_eq!(found(&index, &CourseQuery { languages: texts(&["xx"]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { subjects: texts(&["field199"]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { audiences: texts(&["cats"]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { levels: texts(&["nursery"]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { licences: texts(&["none"]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { tags: texts(&[""]), ..all() }), nothing);
    assert_eq!(found(&index, &CourseQuery { sites: vec![SiteId(99)], ..all() }), nothing);
}

#[test]
fn each_filter_counts_its_values_among_the_hits() {
    let facets = facets(&three(), all());
    assert_eq!(facets.kinds, counts(&[("advert", 2), ("share", 2)]));
    assert_eq!(facets.languages, counts(&[("de", 1), ("en", 1), ("pt", 1)]));
    assert_eq!(facets.audiences, counts(&[("educators", 1), ("students", 1)]));
    assert_eq!(facets.levels, counts(&[("primary", 2), ("secondary", 1)]));
    assert_eq!(facets.licences, counts(&[("cc-4.0", 2), ("public", 1)]));
    assert_eq!(facets.sites, counts(&[("1", 1), ("2", 1)]));
    assert_eq!(facets.subjects[..2], counts(&[("field101", 2), ("field10101", 2)]));
    assert!(facets.subjects.contains(&("field10103".to_owned(), 1)));
    assert!(facets.subjects.contains(&("field109".to_owned(), 1)));
}

#[test]
fn each_own_facet_narrows_and_counts_by_itself() {
    let index = index([
        CourseDocument { own: texts(&["school=primary", "year=1"]), ..course(1, "a") },
        CourseDocument { own: texts(&["school=primary", "year=2"]), ..course(2, "b") },
        CourseDocument { own: texts(&["school=grammar", "year=2"]), ..course(3, "c") },
    ]);
    let query = CourseQuery { own: texts(&["school=primary", "year=1", "year=2"]), ..all() };
    assert_eq!(found(&index, &query), [1, 2]);
    let query = CourseQuery { own: texts(&["year=2", "school=primary"]), ..all() };
    assert_eq!(found(&index, &query), [2]);
    let mut own = facets(&index, query).own;
    own.sort();
    assert_eq!(
        own,
        counts(&[("school=grammar", 1), ("school=primary", 1), ("year=1", 1), ("year=2", 1)]),
        "each as if its own facet were not narrowed"
    );
    let query = CourseQuery { own: texts(&["school=grammar"]), ..all() };
    let mut own = facets(&index, query).own;
    own.sort();
    assert_eq!(own, counts(&[("school=grammar", 1), ("school=primary", 2), ("year=2", 1)]));
}

#[test]
fn tags_are_counted_together_and_shown_as_most_often_written() {
    let index = index([
        CourseDocument { tags: texts(&["école"]), ..course(1, "a") },
        CourseDocument { tags: texts(&["École", "ECOLE"]), ..course(2, "b") },
        CourseDocument { tags: texts(&["École"]), ..course(3, "c") },
    ]);
    assert_eq!(facets(&index, all()).tags, counts(&[("École", 3)]));
}

#[test]
fn a_filter_in_use_counts_what_its_other_values_would_find() {
    let index = three();
    let facets =
        facets(&index, CourseQuery { languages: texts(&["en"]), levels: texts(&["primary"]), ..all() });
    assert_eq!(facets.languages, counts(&[("de", 1), ("en", 1)]));
    assert_eq!(facets.levels, counts(&[("primary", 1)]));
    assert_eq!(facets.tags, counts(&[("Algebra", 1), ("numbers", 1)]));
}

#[test]
fn counts_follow_the_words_and_ignore_the_page() {
    let index = three();
    let query = CourseQuery { words: "sum".to_owned(), limit: 0, ..all() };
    let hits = index.search(&CourseQuery { with_facets: true, ..query }).unwrap();
    assert_eq!((hits.total, hits.hits.len()), (2, 0));
    assert_eq!(hits.facets.unwrap().languages, counts(&[("de", 1), ("en", 1)]));
}

#[test]
fn counts_are_made_only_when_asked_for() {
    assert_eq!(three().search(&all()).unwrap().facets, None);
}

#[test]
fn counts_add_up_over_several_commits_and_without_removed_courses() {
    let index = three();
    for id in 4..10 {
        let more = CourseDocument { languages: texts(&["en"]), tags: texts(&["more"]), ..course(id, "More") };
        index.apply(vec![crate::course::put(more)], id).unwrap();
    }
    index.apply(vec![hub_search::Update::Remove(hub_core::CourseId(1))], 10).unwrap();
    let facets = facets(&index, all());
    assert_eq!(facets.languages, counts(&[("en", 6), ("de", 1), ("pt", 1)]));
    assert_eq!(facets.tags[0], ("more".to_owned(), 6));
}
