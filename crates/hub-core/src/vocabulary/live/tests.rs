use super::*;

fn own(key: &str, parent: Option<&str>, classic: Option<&str>) -> StoredTerm {
    StoredTerm {
        id: TermId(7),
        vocabulary: VocabularyKey::Subject,
        term: Term {
            key: key.to_owned(),
            parent: parent.map(str::to_owned),
            classic: classic.map(str::to_owned),
            position: 5,
            ..Term::default()
        },
    }
}

fn merged(key: &str, into: &str) -> StoredTerm {
    let term = Term {
        merged_into: Some(into.to_owned()),
        ..Vocabularies::classic().subject().term(key).unwrap().clone()
    };
    StoredTerm { id: TermId(8), vocabulary: VocabularyKey::Subject, term }
}

#[test]
fn the_classic_lists_are_there_without_anything_stored() {
    let all = Vocabularies::classic();
    assert_eq!(all.subject().terms().len(), 439);
    assert_eq!(all.subject().with_all_above("field1010101"), ["field101", "field10101", "field1010101"]);
    assert_eq!(all.subject().depth("field1010101"), 2);
    assert_eq!(all.licence().term("cc-nc-sa").unwrap().licence.as_ref().unwrap().spdx, "CC-BY-NC-SA-3.0");
    assert_eq!(all.licence().term("cc-nd-4.0").unwrap().licence.as_ref().unwrap().spdx, "CC-BY-ND-4.0");
    assert!(!all.licence().term("allrightsreserved").unwrap().licence.as_ref().unwrap().reuse);
    assert_eq!(all.level().terms()[0].key, "primary");
    assert_eq!(all.subject().by_number(1).unwrap().key, "field1010101");
    let numbers: std::collections::HashSet<i64> =
        all.subject().terms().iter().map(|term| term.number).collect();
    assert_eq!(numbers.len(), 439);
}

#[test]
fn a_merged_code_stands_for_what_it_was_merged_into() {
    let all = Vocabularies::of(Vec::new(), vec![merged("field1010101", "field1010103")]);
    let subjects = all.subject();
    assert_eq!(subjects.canonical("field1010101"), "field1010103");
    assert_eq!(subjects.classic("field1010101"), "field1010103");
    assert!(subjects.is_within("field1010101", "field101"));
    assert!(subjects.term("field1010101").is_some_and(|term| !term.is_offered()));
}

#[test]
fn circles_in_what_is_stored_end() {
    let all = Vocabularies::of(
        Vec::new(),
        vec![
            merged("field1010101", "field1010103"),
            merged("field1010103", "field1010101"),
            own("a", Some("b"), None),
            own("b", Some("a"), None),
        ],
    );
    assert!(all.subject().resolve("field1010101").is_some());
    assert!(all.subject().path("a").len() <= MOST_DEPTH);
    assert_eq!(all.subject().terms().len(), 441);
}

#[test]
fn old_clients_are_told_the_nearest_classic_code() {
    let all = Vocabularies::of(
        Vec::new(),
        vec![
            own("robots", None, Some("field1020101")),
            own("drones", Some("robots"), None),
            own("x", None, None),
        ],
    );
    let subjects = all.subject();
    assert_eq!(subjects.classic("drones"), "field1020101");
    assert_eq!(subjects.classic("x"), "x");
    assert_eq!(subjects.classic("nobody"), "nobody");
    assert_eq!(subjects.classic("010101"), "field1010101");
    assert_eq!(subjects.asked_by_classic("field102"), ["field102", "robots", "drones"]);
    assert_eq!(subjects.asked_by_classic("field101"), ["field101"]);
    assert_eq!(subjects.asked_by_classic("nobody"), ["nobody"]);
}

#[test]
fn people_name_a_term_by_key_number_or_name() {
    let all = Vocabularies::classic();
    assert_eq!(all.subject().meant("mathematics").unwrap().key, "field1010101");
    assert_eq!(all.subject().meant("1").unwrap().key, "field1010101");
    assert!(all.subject().meant("nothing of that kind").is_none());
}

#[test]
fn keys_of_facets_do_not_hide_other_filters() {
    assert!(FacetKey::parse("language").is_err());
    assert!(FacetKey::parse("School").is_err());
    assert_eq!(FacetKey::parse("school-type").unwrap().mebis_list(), Some("schooltype"));
    assert_eq!(VocabularyKey::parse("subjects"), Ok(VocabularyKey::Subject));
}
