//! Sorting and paging.

use hub_core::query::{CourseDocument, CourseQuery, Sort};
use hub_search::Index;
use jiff::Timestamp;

use crate::course::{course, found_by, index, put, texts, titled, words};

fn sorted(index: &Index, sort: Sort) -> Vec<i64> {
    found_by(index, &CourseQuery { sort, ..words("") })
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).unwrap()
}

/// Each course in a commit of its own, so that orders are merged over segments.
fn one_by_one(courses: Vec<CourseDocument>) -> Index {
    let index = Index::in_memory().unwrap();
    for (sequence, course) in (1..).zip(courses) {
        index.apply(vec![put(course)], sequence).unwrap();
    }
    index
}

fn five() -> Vec<CourseDocument> {
    vec![
        CourseDocument {
            listed_at: at(50),
            updated_at: at(10),
            publishers: texts(&["Zoe"]),
            ..course(1, "école")
        },
        CourseDocument { listed_at: at(40), updated_at: at(90), ..course(2, "Zebras") },
        CourseDocument {
            listed_at: at(60),
            updated_at: at(70),
            featured_at: Some(at(1)),
            publishers: texts(&["ána"]),
            ..course(3, "Unit 10")
        },
        CourseDocument {
            listed_at: at(60),
            updated_at: at(70),
            featured_at: Some(at(2)),
            publishers: texts(&["Bo"]),
            ..course(4, "unit 9")
        },
        CourseDocument { listed_at: at(-5), updated_at: at(-5), ..course(5, "Écoles") },
    ]
}

#[test]
fn each_order_is_kept_within_and_across_commits() {
    for index in [index(five()), one_by_one(five())] {
        assert_eq!(sorted(&index, Sort::Relevance), [4, 3, 1, 2, 5]);
        assert_eq!(sorted(&index, Sort::Newest), [4, 3, 1, 2, 5]);
        assert_eq!(sorted(&index, Sort::Updated), [2, 4, 3, 1, 5]);
        assert_eq!(sorted(&index, Sort::Oldest), [5, 1, 4, 3, 2]);
        assert_eq!(sorted(&index, Sort::Name), [1, 5, 4, 3, 2]);
        assert_eq!(sorted(&index, Sort::NameBackwards), [2, 3, 4, 5, 1]);
        assert_eq!(sorted(&index, Sort::Publisher), [5, 2, 3, 4, 1]);
        assert_eq!(sorted(&index, Sort::Featured), [4, 3, 5, 2, 1]);
    }
}

#[test]
fn equal_names_come_newest_first_in_both_directions() {
    let index = titled(&["Botany", "botany!", "Botany", "Zoology"]);
    assert_eq!(sorted(&index, Sort::Name), [3, 2, 1, 4]);
    assert_eq!(sorted(&index, Sort::NameBackwards), [4, 3, 2, 1]);
}

#[test]
fn an_order_asked_for_goes_before_relevance() {
    let index = titled(&["Botany", "Zoology and botany"]);
    assert_eq!(found_by(&index, &CourseQuery { sort: Sort::Newest, ..words("botany") }), [2, 1]);
}

#[test]
fn pages_follow_each_other_without_gap_or_repeat() {
    let index = Index::in_memory().unwrap();
    let courses: Vec<_> = (1..=30).map(|id| put(course(id, &format!("Botany {}", id % 3)))).collect();
    for (sequence, batch) in (1..).zip(courses.chunks(10)) {
        index.apply(batch.to_vec(), sequence).unwrap();
    }
    for sort in [Sort::Relevance, Sort::Newest, Sort::Name, Sort::Publisher, Sort::Featured] {
        let whole = found_by(&index, &CourseQuery { sort, ..words("botany") });
        assert_eq!(whole.len(), 30);
        let mut pages = Vec::new();
        for offset in (0..35).step_by(7) {
            let query = CourseQuery { sort, offset, limit: 7, ..words("botany") };
            let hits = index.search(&query).unwrap();
            assert_eq!(hits.total, 30);
            pages.extend(crate::course::ids(&hits));
        }
        assert_eq!(pages, whole, "{sort:?}");
    }
}

#[test]
fn a_page_behind_the_end_is_empty_but_knows_the_total() {
    let index = titled(&["Botany", "Botany"]);
    for (offset, limit) in [(2, 10), (usize::MAX, usize::MAX), (0, 0)] {
        let hits = index.search(&CourseQuery { offset, limit, ..words("botany") }).unwrap();
        assert_eq!((hits.total, hits.hits.len()), (2, 0));
    }
    let hits = index.search(&CourseQuery { offset: 1, limit: usize::MAX, ..words("botany") }).unwrap();
    assert_eq!(crate::course::ids(&hits), [1]);
}

#[test]
fn an_empty_index_finds_nothing_in_any_order() {
    let index = Index::in_memory().unwrap();
    for sort in [Sort::Relevance, Sort::Name, Sort::Oldest] {
        let query = CourseQuery { sort, with_facets: true, ..words("") };
        assert_eq!(index.search(&query).unwrap().total, 0);
    }
}
