//! How many public courses have a term, as the search counts them.

use std::collections::HashMap;

use hub_core::query::{CourseQuery, Sort};
use hub_core::vocabulary::VocabularyKey;

use crate::{App, AppError};

/// Public courses by the key of each term of a vocabulary, those below a term counted with it. Terms without courses
/// are not in it.
///
/// # Errors
/// Only ours.
pub fn courses(app: &App, vocabulary: &VocabularyKey) -> Result<HashMap<String, i64>, AppError> {
    let query = CourseQuery { sort: Sort::Newest, with_facets: true, ..CourseQuery::default() };
    let hits = app.index.search(&query).map_err(AppError::internal)?;
    let counts = hits.facets.unwrap_or_default();
    let own = |key: &str, value: &str| value.strip_prefix(&format!("{key}=")).map(str::to_owned);
    let of: Vec<(String, u64)> = match vocabulary {
        VocabularyKey::Subject => counts.subjects,
        VocabularyKey::Level => counts.levels,
        VocabularyKey::Audience => counts.audiences,
        VocabularyKey::Licence => counts.licences,
        VocabularyKey::Own(key) => counts
            .own
            .into_iter()
            .filter_map(|(value, count)| Some((own(key.as_str(), &value)?, count)))
            .collect(),
    };
    Ok(of.into_iter().map(|(key, count)| (key, i64::try_from(count).unwrap_or(i64::MAX))).collect())
}

/// Public courses that have one term, or one below it: those that a merge moves.
///
/// # Errors
/// Only ours.
pub fn courses_with(app: &App, vocabulary: &VocabularyKey, term: &str) -> Result<i64, AppError> {
    let hits = app.index.search(&with(vocabulary, term)).map_err(AppError::internal)?;
    Ok(i64::try_from(hits.total).unwrap_or(i64::MAX))
}

/// The search for all that has a term.
pub(crate) fn with(vocabulary: &VocabularyKey, term: &str) -> CourseQuery {
    let mut query = CourseQuery { sort: Sort::Newest, ..CourseQuery::default() };
    let key = term.to_owned();
    match vocabulary {
        VocabularyKey::Subject => query.subjects.push(key),
        VocabularyKey::Level => query.levels.push(key),
        VocabularyKey::Audience => query.audiences.push(key),
        VocabularyKey::Licence => query.licences.push(key),
        VocabularyKey::Own(facet) => query.own.push(format!("{}={key}", facet.as_str())),
    }
    query
}
