//! The hub's own facets: school type, school year and whatever else courses should be found by.

use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::vocabulary::{FacetKey, Names, STEP, StoredFacet, Vocabularies, Vocabulary, VocabularyKey};
use hub_db::Tx;
use jiff::Timestamp;
use serde_json::json;

use super::rename::put_all;
use super::{TermRecord, checked, done, load, name_of, refused};
use crate::{App, AppError, Missing};

/// Facets of one hub: each is counted in every search.
const MOST_FACETS: usize = 20;

/// What to do with a facet that courses have values of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// Leave all as it is and say so.
    Refuse,
    /// Take the values off the courses.
    TakeOff,
}

/// Makes a facet of the hub's own, without terms yet.
///
/// # Errors
/// `Conflict` if there is one of this key; `Invalid` for a key or names that do not fit.
pub async fn make_facet(app: &App, actor: Actor, key: &str, names: Names) -> Result<FacetKey, AppError> {
    let key = FacetKey::parse(key.trim()).map_err(|error| refused("key", error.to_string()))?;
    let names = checked(names)?;
    if names.is_empty() {
        return Err(refused("name", "a facet needs a name"));
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    if all.facet(key.as_str()).is_some() {
        return Err(AppError::Conflict(format!("there is a facet \"{}\" already", key.as_str())));
    }
    if all.own().len() >= MOST_FACETS {
        return Err(refused("key", format!("a hub has at most {MOST_FACETS} facets of its own")));
    }
    let position = all.own().last().map_or(0, |last| last.position) + STEP;
    let facet = StoredFacet { key: key.clone(), names, position };
    write(&mut tx, actor, "vocabulary.facet_made", None, &facet, now).await?;
    // Courses may have come with values for it before it was there.
    done(app, tx, &[Changed::EveryCourse], now).await?;
    Ok(key)
}

/// Gives a facet its name in one language; an empty one is taken away. Gives whether it was different before.
///
/// # Errors
/// `NotFound`, and `Invalid` for the last name.
pub async fn rename_facet(
    app: &App,
    actor: Actor,
    key: &FacetKey,
    language: &str,
    name: &str,
) -> Result<bool, AppError> {
    let (code, name) = name_of(language, name)?;
    change(app, actor, key, "vocabulary.facet_renamed", |_, facet| {
        match name {
            Some(name) => facet.names.insert(code, name),
            None => facet.names.remove(&code),
        };
        if facet.names.is_empty() { Err(refused("name", "a facet needs a name")) } else { Ok(()) }
    })
    .await
}

/// Gives a facet its names in several languages at once, in one act; empty ones are taken away. Gives whether anything
/// was different before.
///
/// # Errors
/// As [`rename_facet`].
pub async fn rename_facet_all(
    app: &App,
    actor: Actor,
    key: &FacetKey,
    names: &Names,
) -> Result<bool, AppError> {
    let named = names.iter().map(|(code, name)| name_of(code, name)).collect::<Result<Vec<_>, _>>()?;
    change(app, actor, key, "vocabulary.facet_renamed", |_, facet| {
        put_all(&mut facet.names, named);
        if facet.names.is_empty() { Err(refused("name", "a facet needs a name")) } else { Ok(()) }
    })
    .await
}

/// Puts a facet at a place among the others, counted from 1. Gives whether it was elsewhere before.
///
/// # Errors
/// `NotFound`.
pub async fn order_facet(app: &App, actor: Actor, key: &FacetKey, place: usize) -> Result<bool, AppError> {
    change(app, actor, key, "vocabulary.facet_moved", |all, facet| {
        let others: Vec<&Vocabulary> =
            all.own().iter().filter(|other| other.position != facet.position).collect();
        let at = place.saturating_sub(1).min(others.len());
        let left = at.checked_sub(1).and_then(|left| others.get(left)).map(|other| other.position);
        let right = others.get(at).map(|other| other.position);
        let is_there =
            left.is_none_or(|left| left < facet.position) && right.is_none_or(|right| facet.position < right);
        if !is_there {
            facet.position = match (left, right) {
                (Some(left), Some(right)) => left.midpoint(right),
                (Some(left), None) => left + STEP,
                (None, right) => right.unwrap_or(STEP) - STEP,
            };
        }
        Ok(())
    })
    .await
}

/// Removes a facet with all its terms. The audit record keeps them.
///
/// # Errors
/// `NotFound`; `Conflict` if courses have values of it and `used` is [`Used::Refuse`].
pub async fn remove_facet(app: &App, actor: Actor, key: &FacetKey, used: Used) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = all.facet(key.as_str()).ok_or(AppError::NotFound(Missing::Vocabulary))?;
    let courses = hub_db::vocabulary::courses_with(tx.cx(), key).await?;
    if courses > 0 && used == Used::Refuse {
        return Err(AppError::Conflict(format!(
            "staff gave {courses} courses values of \"{}\"; retire its terms instead, or remove it with --force",
            key.as_str()
        )));
    }
    let terms: Vec<TermRecord> =
        vocabulary.terms().iter().map(|term| TermRecord::of(&vocabulary.key, term)).collect();
    hub_db::vocabulary::remove_facet(tx.cx(), key).await?;
    let act = Act::new("vocabulary.facet_removed", Thing::Hub).before(json!({
        "key": key.as_str(), "names": vocabulary.names, "terms": terms, "courses": courses,
    }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    done(app, tx, &[Changed::EveryCourse], now).await
}

async fn change(
    app: &App,
    actor: Actor,
    key: &FacetKey,
    act: &'static str,
    decide: impl FnOnce(&Vocabularies, &mut StoredFacet) -> Result<(), AppError> + Send,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let before = all.facet(key.as_str()).and_then(stored).ok_or(AppError::NotFound(Missing::Vocabulary))?;
    let mut after = before.clone();
    decide(&all, &mut after)?;
    if before == after {
        return Ok(false);
    }
    write(&mut tx, actor, act, Some(&before), &after, now).await?;
    done(app, tx, &[Changed::Vocabulary], now).await?;
    Ok(true)
}

/// An own facet as it is stored.
pub(super) fn stored(vocabulary: &Vocabulary) -> Option<StoredFacet> {
    let VocabularyKey::Own(key) = &vocabulary.key else { return None };
    let (names, position) = (vocabulary.names.clone(), vocabulary.position);
    Some(StoredFacet { key: key.clone(), names, position })
}

/// Stores a facet and records it.
pub(super) async fn write(
    tx: &mut Tx,
    actor: Actor,
    name: &'static str,
    before: Option<&StoredFacet>,
    after: &StoredFacet,
    now: Timestamp,
) -> Result<(), AppError> {
    let fields = |facet: &StoredFacet| json!({ "key": facet.key.as_str(), "names": facet.names, "position": facet.position });
    hub_db::vocabulary::put_facet(tx.cx(), after).await?;
    let act = Act::new(name, Thing::Hub)
        .before(before.map_or(serde_json::Value::Null, fields))
        .after(fields(after));
    Ok(hub_db::audit::record(tx.cx(), actor, &act, now).await?)
}
