//! Which values of the hub's own facets a course has: those staff gave it, else those its site sent.

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::CourseText;
use hub_core::rights::Actor;
use hub_core::vocabulary::{FacetKey, Vocabularies, Vocabulary, VocabularyKey};
use hub_core::{CourseId, VersionId};
use hub_db::Conn;
use serde_json::{Value, json};

use super::{named, refused};
use crate::{App, AppError, Missing};

/// Values of one facet on one course.
const MOST_VALUES: usize = 50;

/// A facet by its key with the keys of the course's terms in force.
pub type Values = Vec<(String, Vec<String>)>;

/// The subject of a text and, of the mebis dialect, further ones.
pub fn subjects(text: &CourseText) -> Vec<String> {
    let further = text.mebis.as_ref().and_then(|fields| fields.get("subjects")).and_then(Value::as_array);
    let further = further.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let mut subjects: Vec<String> = std::iter::once(text.subject.clone()).chain(further).collect();
    subjects.retain(|code| !code.is_empty());
    subjects
}

/// The values of a course, facets in order. `texts` are those that answer for it. A hub without facets asks nothing.
pub async fn of_course<'a>(
    vocabularies: &Vocabularies,
    conn: &mut Conn,
    id: CourseId,
    texts: impl Iterator<Item = &'a CourseText>,
) -> Result<Values, AppError> {
    if vocabularies.own().is_empty() {
        return Ok(Vec::new());
    }
    let staff = hub_db::vocabulary::of_course(conn.cx(), id).await?;
    Ok(together(vocabularies, &staff, texts))
}

fn together<'a>(
    vocabularies: &Vocabularies,
    staff: &[(String, String)],
    texts: impl Iterator<Item = &'a CourseText>,
) -> Values {
    let sent: Vec<&Value> = texts.filter_map(|text| text.mebis.as_ref()).collect();
    let mut all = Vec::new();
    for facet in vocabularies.own() {
        let by_staff = staff.iter().filter(|(key, _)| key == facet.key.as_str());
        let mut terms: Vec<String> =
            by_staff.filter_map(|(_, term)| facet.resolve(term)).map(|term| term.key.clone()).collect();
        let list = if let VocabularyKey::Own(key) = &facet.key { key.mebis_list() } else { None };
        if let Some(list) = list.filter(|_| terms.is_empty()) {
            sent.iter()
                .filter_map(|fields| fields.get(list))
                .for_each(|value| read(facet, value, &mut terms));
        }
        terms.sort_by_key(|key| facet.rank(key));
        terms.dedup();
        if !terms.is_empty() {
            all.push((facet.key.to_string(), terms));
        }
    }
    all
}

/// What a mebis client sent for one facet: JSON as text, of which only the words matter, each a number of
/// `hub_get_forminfo`, a key or a name (protocol notes, 6.9). What the hub does not know is passed over.
fn read(facet: &Vocabulary, value: &Value, terms: &mut Vec<String>) {
    match value {
        Value::String(text) => match serde_json::from_str::<Value>(text) {
            Ok(inner) if !inner.is_string() => read(facet, &inner, terms),
            _ => {
                let words = text.trim_matches('"').split(',');
                terms.extend(words.filter_map(|word| facet.meant(word)).map(|term| term.key.clone()));
            }
        },
        Value::Number(number) => {
            let term = number.as_i64().and_then(|number| facet.by_number(number));
            terms.extend(term.and_then(|term| facet.resolve(&term.key)).map(|term| term.key.clone()));
        }
        Value::Array(values) => values.iter().take(MOST_VALUES).for_each(|value| read(facet, value, terms)),
        Value::Object(fields) => {
            for (key, value) in fields.iter().take(MOST_VALUES) {
                match value {
                    // A form of ticks: the names of those set.
                    Value::Bool(true) => read(facet, &Value::String(key.clone()), terms),
                    other => read(facet, other, terms),
                }
            }
        }
        Value::Bool(_) | Value::Null => {}
    }
}

/// As the index holds them: each with all above it.
pub(crate) fn indexed(vocabularies: &Vocabularies, values: &Values) -> Vec<String> {
    let mut indexed = Vec::new();
    for (facet, terms) in values {
        let Some(vocabulary) = vocabularies.facet(facet) else { continue };
        let all = terms.iter().flat_map(|term| vocabulary.with_all_above(term));
        indexed.extend(all.map(|term| format!("{facet}={term}")));
    }
    indexed
}

/// Gives a course its values of one facet, separated by commas, each a key or a name; none: those its site sent count
/// again. Gives whether it was different before.
///
/// # Errors
/// `Invalid` for a facet or value the hub does not have.
pub async fn set(
    app: &App,
    actor: Actor,
    id: VersionId,
    facet: &str,
    values: &str,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = super::load(&mut tx).await?;
    let key = FacetKey::parse(facet).ok().filter(|key| all.facet(key.as_str()).is_some());
    let Some((key, vocabulary)) = key.and_then(|key| Some((key, all.facet(facet)?))) else {
        let known: Vec<&str> = all.own().iter().map(|facet| facet.key.as_str()).collect();
        let known = if known.is_empty() { "none yet".to_owned() } else { known.join(", ") };
        return Err(refused("field", format!("this hub has no facet \"{facet}\"; it has: {known}")));
    };
    let mut terms = Vec::new();
    for word in values.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        let term = named(vocabulary, word)?;
        let term = vocabulary.resolve(&term.key).unwrap_or(term);
        if !terms.contains(&term.key) {
            terms.push(term.key.clone());
        }
    }
    if terms.len() > MOST_VALUES {
        return Err(refused("value", format!("a course has at most {MOST_VALUES} values of a facet")));
    }
    terms.sort();
    let version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let before = hub_db::vocabulary::of_course(tx.cx(), version.course_id).await?;
    let before: Vec<String> =
        before.into_iter().filter(|(of, _)| of == key.as_str()).map(|(_, term)| term).collect();
    if before == terms {
        return Ok(false);
    }
    hub_db::vocabulary::set_of_course(tx.cx(), version.course_id, &key, &terms).await?;
    let field = format!("facet.{}", key.as_str());
    let act = Act::new("course.edited", Thing::Version(id))
        .before(json!({ &field: before }))
        .after(json!({ &field: terms }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(true)
}
