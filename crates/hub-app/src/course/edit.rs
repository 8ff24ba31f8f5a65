//! Staff corrects what a version says, and features courses.

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Version};
use hub_core::policy::nearest;
use hub_core::rights::Actor;
use hub_core::text::{Title, cut, cut_line};
use hub_core::{CourseId, VersionId};
use hub_db::Tx;
use jiff::Timestamp;

use super::publish::tidy_text;
use super::{locks, screenshots};
use crate::vocabulary::values;
use crate::{App, AppError, FieldErrors, Missing};

/// Characters of what staff notes on a course.
const NOTES: usize = 20_000;

/// What `course set` can change, and a sentence on each.
pub const FIELDS: &[(&str, &str)] = &[
    ("title", "full name, 1 to 255 characters"),
    ("short_name", "short name, at most 100 characters"),
    ("description", "plain text"),
    ("language", "language code such as en or pt_br"),
    ("publisher_name", "who put it on the hub"),
    ("publisher_email", "where the publisher is told what becomes of it; never shown"),
    ("creator_name", "who made it"),
    ("contributors", "others who helped"),
    ("tags", "separated by commas"),
    ("licence", "short name such as cc-sa-4.0"),
    ("subject", "code such as field1010101"),
    ("audience", "educators, students or admins"),
    ("level", "primary, secondary, tertiary, government, association, corporate or other"),
    ("creator_notes", "shown above the download button"),
    ("course_url", "where an advert leads"),
    ("demo_url", "where a share can be tried out"),
    ("featured", "the reason to feature the course; empty: no longer featured"),
];

/// Whether staff's values hold against what the site publishes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// The fields are locked: [`super::locks::unlock`] gives them back. Only adverts can change.
    Locked,
    /// The site's next publication of the advert replaces them.
    UntilNextTime,
}

/// Sets several fields of a version's accepted text at once: one text, one line in the record. What stands already is
/// left alone; all of it must fit. `fields` are names of [`FIELDS`] but `featured`.
///
/// # Errors
/// `Invalid` names every field that is unknown or does not fit.
pub async fn save(
    app: &App,
    actor: Actor,
    id: VersionId,
    fields: &[(&str, &str)],
    hold: Hold,
) -> Result<Version, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let before = version.text.clone();
    let mut text = before.clone();
    let mut errors = FieldErrors::default();
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
    let text = tidy_text(text);
    let changed: Vec<&str> = fields
        .iter()
        .map(|(field, _)| *field)
        .filter(|field| value_of(&before, field) != value_of(&text, field))
        .collect();
    if changed.is_empty() {
        return Ok(version);
    }
    let values = |text: &CourseText| {
        let values = changed.iter().map(|field| {
            ((*field).to_owned(), serde_json::Value::from(value_of(text, field).unwrap_or_default()))
        });
        serde_json::Value::Object(values.collect())
    };
    let act = Act::new("course.edited", Thing::Version(id)).before(values(&before)).after(values(&text));
    replace_text(&mut tx, &mut version, text, now).await?;
    if hold == Hold::Locked {
        locks::lock(&mut tx, &mut version, &before, &changed, now).await?;
        hub_db::version::update(tx.cx(), &version, now).await?;
    }
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(version)
}

/// Gives a version another text, with the pictures it has.
pub(super) async fn replace_text(
    tx: &mut Tx,
    version: &mut Version,
    text: CourseText,
    now: Timestamp,
) -> Result<(), AppError> {
    let text_id = hub_db::version::insert_text(tx.cx(), version.id, &text, now).await?;
    screenshots::copy(tx, version.text_id, text_id).await?;
    screenshots::forget(tx, version.text_id, now).await?;
    version.text_id = text_id;
    version.text = text;
    version.updated_at = now;
    Ok(hub_db::version::update(tx.cx(), version, now).await?)
}

/// What staff noted on a course; nobody else reads it.
///
/// # Errors
/// Only ours.
pub async fn notes(app: &App, id: CourseId) -> Result<String, AppError> {
    Ok(hub_db::course::notes(app.db.read().await?.cx(), id).await?)
}

/// Notes something on a course, in the place of what was noted before.
///
/// # Errors
/// `NotFound` if there is no such course.
pub async fn set_notes(app: &App, actor: Actor, id: CourseId, notes: &str) -> Result<(), AppError> {
    let now = app.clock.now();
    let notes = cut(notes, NOTES);
    let mut tx = app.db.begin().await?;
    hub_db::course::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let before = hub_db::course::notes(tx.cx(), id).await?;
    if before == notes {
        return Ok(());
    }
    hub_db::course::set_notes(tx.cx(), id, &notes).await?;
    let act = Act::new("course.noted", Thing::Version(VersionId(id.get())))
        .before(serde_json::json!({ "notes": before }))
        .after(serde_json::json!({ "notes": notes }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}

/// Sets one field of a version's accepted text, and locks it if it is an advert's: what the site publishes next does
/// not change it. `featured` and the values of own facets (`facet.KEY`, separated by commas) belong to the whole
/// course. What stands already is left alone and not recorded.
///
/// # Errors
/// `Invalid` for an unknown field or a value that does not fit.
pub async fn set(
    app: &App,
    actor: Actor,
    id: VersionId,
    field: &str,
    value: &str,
) -> Result<Version, AppError> {
    if let Some(facet) = field.strip_prefix("facet.") {
        values::set(app, actor, id, facet, value).await?;
        let version = hub_db::version::by_id(app.db.read().await?.cx(), id).await?;
        return version.ok_or(AppError::NotFound(Missing::Course));
    }
    if field != "featured" {
        return save(app, actor, id, &[(field, value)], Hold::Locked).await;
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let course = hub_db::course::by_id(tx.cx(), version.course_id).await?;
    let after = cut_line(value, 255);
    let before = course.and_then(|course| course.featured_reason).unwrap_or_default();
    if before == after {
        return Ok(version);
    }
    let featured = (!after.is_empty()).then_some((after.as_str(), now));
    hub_db::course::set_featured(tx.cx(), version.course_id, featured).await?;
    let act = Act::new("course.edited", Thing::Version(id))
        .before(serde_json::json!({ field: before }))
        .after(serde_json::json!({ field: after }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(version)
}

/// Puts a value into its field.
pub(super) fn assign(text: &mut CourseText, field: &str, value: &str) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    let place = match field {
        "title" => {
            if !value.is_empty()
                && let Err(error) = Title::parse(value)
            {
                errors.add("title", error.to_string());
            }
            &mut text.title
        }
        "short_name" => &mut text.short_name,
        "description" => &mut text.description,
        "language" => &mut text.language,
        "publisher_name" => &mut text.publisher_name,
        "publisher_email" => &mut text.publisher_email,
        "creator_name" => &mut text.creator_name,
        "contributors" => &mut text.contributors,
        "licence" => &mut text.licence,
        "subject" => &mut text.subject,
        "audience" => &mut text.audience,
        "level" => &mut text.level,
        "creator_notes" => &mut text.creator_notes,
        "course_url" => &mut text.course_url,
        "demo_url" => &mut text.demo_url,
        "tags" => {
            text.tags = value.split(',').map(str::to_owned).collect();
            return Ok(());
        }
        unknown => {
            let near = nearest(unknown, FIELDS.iter().map(|(name, _)| *name));
            let hint = near.map(|name| format!(", did you mean \"{name}\"")).unwrap_or_default();
            errors.add("field", format!("a course has no field \"{unknown}\"{hint}"));
            return Err(AppError::Invalid(errors));
        }
    };
    errors.into_result()?;
    value.clone_into(place);
    Ok(())
}

/// What stands in a field; `None` if a text has no such field.
pub fn value_of(text: &CourseText, field: &str) -> Option<String> {
    let value = match field {
        "title" => &text.title,
        "short_name" => &text.short_name,
        "description" => &text.description,
        "language" => &text.language,
        "publisher_name" => &text.publisher_name,
        "publisher_email" => &text.publisher_email,
        "creator_name" => &text.creator_name,
        "contributors" => &text.contributors,
        "licence" => &text.licence,
        "subject" => &text.subject,
        "audience" => &text.audience,
        "level" => &text.level,
        "creator_notes" => &text.creator_notes,
        "course_url" => &text.course_url,
        "demo_url" => &text.demo_url,
        "tags" => return Some(text.tags.join(", ")),
        _ => return None,
    };
    Some(value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_named_can_be_set() {
        for (field, _) in FIELDS.iter().filter(|(field, _)| *field != "featured") {
            let mut text = CourseText::default();
            assign(&mut text, field, "value").unwrap();
            assert_eq!(value_of(&text, field).as_deref(), Some("value"), "{field}");
        }
        let unknown = assign(&mut CourseText::default(), "licens", "").unwrap_err().to_string();
        assert!(unknown.contains("\"licence\""), "{unknown}");
    }
}
