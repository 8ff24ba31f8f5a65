//! Staff corrects a version in its form: values, and which of them hold against the site's next publication, at once.

use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Kind, Version};
use hub_core::rights::Actor;
use hub_db::field_lock;

use super::edit::{assign, replace_text, value_of};
use super::locks;
use super::publish::tidy_text;
use crate::{App, AppError, FieldErrors, Missing};

/// Whether a version's fields can hold against what its site publishes next: shares are never changed by their sites.
pub fn can_lock(version: &Version) -> bool {
    version.kind == Kind::Advert && version.site_id.is_some()
}

/// Sets fields of a version's accepted text and locks those that `keep` names; of the other fields given here, the locked
/// ones are given back to the site. A field that is given back with the value it had takes what the site sent last.
/// One text, one line in the record.
///
/// # Errors
/// `Invalid` names every field that is unknown or does not fit.
pub async fn correct(
    app: &App,
    actor: Actor,
    id: VersionId,
    fields: &[(&str, &str)],
    keep: &[&str],
) -> Result<Version, AppError> {
    let (now, thing) = (app.clock.now(), Thing::Version(id));
    let mut tx = app.db.begin().await?;
    let mut version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let before = version.text.clone();
    let text = corrected(&before, fields)?;
    let locked = field_lock::of_thing(tx.cx(), thing).await?;
    let is_locked = |field: &str| locked.iter().any(|lock| lock.field == field);
    let may_lock = can_lock(&version);
    let names = || fields.iter().map(|(field, _)| *field);
    let differs = |text: &CourseText, field: &str| value_of(&before, field) != value_of(text, field);
    let kept: Vec<&str> = names().filter(|field| may_lock && keep.contains(field)).collect();
    let to_lock: Vec<&str> =
        kept.iter().copied().filter(|field| !is_locked(field) || differs(&text, field)).collect();
    let newly: Vec<&str> = kept.iter().copied().filter(|field| !is_locked(field)).collect();
    let to_unlock: Vec<&str> = names().filter(|field| is_locked(field) && !keep.contains(field)).collect();
    let text = given_back(text, &before, &locked, &to_unlock)?;
    let changed: Vec<&str> = names().filter(|field| differs(&text, field)).collect();
    if changed.is_empty() && newly.is_empty() && to_unlock.is_empty() {
        return Ok(version);
    }
    if text != before {
        replace_text(&mut tx, &mut version, text, now).await?;
    }
    locks::lock(&mut tx, &mut version, &before, &to_lock, now).await?;
    for field in &to_unlock {
        field_lock::remove(tx.cx(), thing, field).await?;
    }
    hub_db::version::update(tx.cx(), &version, now).await?;
    let mut was = values(&before, &changed);
    let mut is = values(&version.text, &changed);
    if !newly.is_empty() || !to_unlock.is_empty() {
        let then: Vec<&str> = names().filter(|field| is_locked(field)).collect();
        was.insert("locked".to_owned(), then.into());
        is.insert("locked".to_owned(), kept.into());
    }
    let act = Act::new("course.edited", thing).before(was.into()).after(is.into());
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(version)
}

/// The text with the values given.
fn corrected(before: &CourseText, fields: &[(&str, &str)]) -> Result<CourseText, AppError> {
    let (mut text, mut errors) = (before.clone(), FieldErrors::default());
    for (field, value) in fields {
        match assign(&mut text, field, value) {
            Err(AppError::Invalid(wrong)) => errors.0.extend(wrong.0),
            other => other?,
        }
    }
    if text.title.trim().is_empty() {
        errors.add("title", "a course needs a name");
    }
    errors.into_result()?;
    Ok(tidy_text(text))
}

/// With what the site sent last in fields that are given back unchanged.
fn given_back(
    mut text: CourseText,
    before: &CourseText,
    locked: &[field_lock::FieldLock],
    fields: &[&str],
) -> Result<CourseText, AppError> {
    for lock in locked.iter().filter(|lock| fields.contains(&lock.field.as_str())) {
        if value_of(before, &lock.field) == value_of(&text, &lock.field) {
            assign(&mut text, &lock.field, &lock.said)?;
        }
    }
    Ok(tidy_text(text))
}

fn values(text: &CourseText, fields: &[&str]) -> serde_json::Map<String, serde_json::Value> {
    let value = |field: &str| value_of(text, field).unwrap_or_default().into();
    fields.iter().map(|field| ((*field).to_owned(), value(field))).collect()
}
