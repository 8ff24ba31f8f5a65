//! What of a course goes into the index, and how important each of its words is there.

use std::collections::{BTreeSet, HashMap};

use hub_core::query::CourseDocument;
use hub_core::vocabulary::base_language;
use tantivy::TantivyDocument;
use tantivy::schema::Field;

use crate::fold::{fold, sort_key, words};
use crate::schema::{ADVERT, Fields, Filter, SHARE};

/// Importance of a word by where it stands. A course is what its title says: a title word outweighs the word
/// everywhere else together, and even the mere beginning of a title word (see `clause::BEGINNING`) outweighs the
/// whole word in running text.
const IN_TITLE: u32 = 20;
/// Shared out among the words of a title: *Algebra* is more about algebra than *Algebra for future teachers*.
const TITLE_TO_ITSELF: u32 = 12;
const IN_SHORT_NAME_OR_TAG: u32 = 8;
const IN_PERSONS_NAME: u32 = 4;
/// Each time it occurs in running text, until [`MOST_IN_TEXT`].
const IN_TEXT: u32 = 1;
const MOST_IN_TEXT: u32 = 3;

/// The index's document of a course.
pub(crate) fn of_course(course: &CourseDocument, fields: &Fields) -> TantivyDocument {
    let mut document = TantivyDocument::default();
    document.add_i64(fields.course_id, course.course_id.get());
    for (field, kind, version) in
        [(fields.share, SHARE, course.share), (fields.advert, ADVERT, course.advert)]
    {
        if let Some(version) = version {
            document.add_i64(field, version.get());
            document.add_text(fields.filter(Filter::Kind), kind);
        }
    }
    document.add_i64(fields.listed_at, course.listed_at.as_millisecond());
    document.add_i64(fields.updated_at, course.updated_at.as_millisecond());
    if let Some(featured_at) = course.featured_at {
        document.add_i64(fields.featured_at, featured_at.as_millisecond());
    }
    document.add_text(fields.title_key, first_key(&course.titles));
    document.add_text(fields.publisher_key, first_key(&course.publishers));
    document.add_text(fields.text, text(course));
    for filter in Filter::ALL {
        add_each(&mut document, fields.filter(filter), values(course, filter));
    }
    add_each(&mut document, fields.tag_as_written, shown_tags(&course.tags));
    document
}

/// The form tags are compared in.
pub(crate) fn tag_key(tag: &str) -> String {
    fold(&one_spaced(tag))
}

fn one_spaced(tag: &str) -> String {
    tag.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Tags as written, the first spelling of each.
fn shown_tags(tags: &[String]) -> Vec<String> {
    let mut keys = BTreeSet::new();
    tags.iter().filter(|tag| keys.insert(tag_key(tag))).map(|tag| one_spaced(tag)).collect()
}

fn first_key(names: &[String]) -> String {
    names.first().map(|name| sort_key(name)).unwrap_or_default()
}

/// The values of a filter. Kinds are written with their versions.
fn values(course: &CourseDocument, filter: Filter) -> Vec<String> {
    match filter {
        Filter::Kind => Vec::new(),
        Filter::Language => course.languages.iter().map(|code| base_language(code)).collect(),
        Filter::Subject => course.subjects.clone(),
        Filter::Audience => course.audiences.clone(),
        Filter::Level => course.levels.clone(),
        Filter::Licence => course.licences.clone(),
        Filter::Own => course.own.clone(),
        Filter::Tag => course.tags.iter().map(|tag| tag_key(tag)).collect(),
        Filter::Site => course.site_id.iter().map(ToString::to_string).collect(),
    }
}

/// Each value once, so that a course counts once.
fn add_each(document: &mut TantivyDocument, field: Field, values: impl IntoIterator<Item = String>) {
    let values: BTreeSet<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
    for value in values {
        document.add_text(field, value);
    }
}

/// Every word of the course as often as it is important.
fn text(course: &CourseDocument) -> String {
    let mut text = String::new();
    for (word, times) in importances(course) {
        for _ in 0..times {
            text.push_str(&word);
            text.push(' ');
        }
    }
    text
}

fn importances(course: &CourseDocument) -> HashMap<String, u32> {
    let mut importances: HashMap<String, u32> = HashMap::new();
    for texts in [&course.descriptions, &course.notes, &course.outcomes, &course.activities] {
        for word in texts.iter().flat_map(|text| words(text)) {
            let importance = importances.entry(word).or_default();
            *importance = (*importance + IN_TEXT).min(MOST_IN_TEXT);
        }
    }
    add_once(&mut importances, IN_SHORT_NAME_OR_TAG, course.short_names.iter().chain(&course.tags));
    add_once(&mut importances, IN_PERSONS_NAME, course.creators.iter().chain(&course.publishers));

    let mut in_titles: HashMap<String, u32> = HashMap::new();
    for title in &course.titles {
        let words = words(title);
        let share = TITLE_TO_ITSELF / u32::try_from(words.len().max(1)).unwrap_or(u32::MAX);
        for word in words {
            let importance = in_titles.entry(word).or_default();
            *importance = (*importance).max(IN_TITLE + share);
        }
    }
    for (word, importance) in in_titles {
        *importances.entry(word).or_default() += importance;
    }
    importances
}

fn add_once<'a>(
    importances: &mut HashMap<String, u32>,
    importance: u32,
    texts: impl Iterator<Item = &'a String>,
) {
    let words: BTreeSet<String> = texts.flat_map(|text| words(text)).collect();
    for word in words {
        *importances.entry(word).or_default() += importance;
    }
}
