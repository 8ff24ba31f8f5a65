//! Example courses and short ways to search.

use hub_core::query::{CourseDocument, CourseQuery, Hits};
use hub_core::vocabulary::Vocabularies;
use hub_core::{CourseId, SiteId, VersionId};
use hub_search::{Index, Update};
use jiff::Timestamp;

/// A course with a share, listed `id` seconds after the epoch, so that later ids are newer.
pub(crate) fn course(id: i64, title: &str) -> CourseDocument {
    let at = Timestamp::from_second(id).unwrap();
    CourseDocument {
        course_id: CourseId(id),
        share: Some(VersionId(id)),
        advert: None,
        site_id: Some(SiteId(1)),
        titles: vec![title.to_owned()],
        short_names: vec![],
        descriptions: vec![],
        creators: vec![],
        publishers: vec![],
        tags: vec![],
        notes: vec![],
        outcomes: vec![],
        activities: vec![],
        languages: vec![],
        subjects: vec![],
        audiences: vec![],
        levels: vec![],
        licences: vec![],
        own: vec![],
        listed_at: at,
        updated_at: at,
        featured_at: None,
    }
}

pub(crate) fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// Subjects as documents have them: with all above them.
pub(crate) fn subjects(codes: &[&str]) -> Vec<String> {
    codes.iter().flat_map(|code| Vocabularies::classic().subject().with_all_above(code)).collect()
}

pub(crate) fn put(course: CourseDocument) -> Update {
    Update::Put(Box::new(course))
}

/// An index in memory with these courses.
pub(crate) fn index(courses: impl IntoIterator<Item = CourseDocument>) -> Index {
    let index = Index::in_memory().unwrap();
    index.apply(courses.into_iter().map(put).collect(), 1).unwrap();
    index
}

/// An index of courses with these titles and ids from 1.
pub(crate) fn titled(titles: &[&str]) -> Index {
    index((1..).zip(titles).map(|(id, title)| course(id, title)))
}

pub(crate) fn words(words: &str) -> CourseQuery {
    CourseQuery { words: words.to_owned(), limit: 100, ..CourseQuery::default() }
}

pub(crate) fn ids(hits: &Hits) -> Vec<i64> {
    hits.hits.iter().map(|hit| hit.course_id.get()).collect()
}

/// The ids a query finds, in their order; checks that the total agrees.
pub(crate) fn found_by(index: &Index, query: &CourseQuery) -> Vec<i64> {
    let hits = index.search(query).unwrap();
    let ids = ids(&hits);
    if query.limit >= hits.total && query.offset == 0 {
        assert_eq!(hits.total, ids.len());
    }
    ids
}

/// The ids these words find, sorted.
pub(crate) fn found(index: &Index, text: &str) -> Vec<i64> {
    let mut ids = found_by(index, &words(text));
    ids.sort_unstable();
    ids
}
