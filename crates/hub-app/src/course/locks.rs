//! What staff corrected of an advert stays, whatever its site sends next; what it sent is kept beside.

use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Kind, Version};
use hub_core::rights::Actor;
use hub_db::Tx;
use hub_db::field_lock::{self, FieldLock};
use jiff::Timestamp;

use super::edit::{assign, replace_text, value_of};
use super::publish::tidy_text;
use super::screenshots;
use crate::{App, AppError, Missing};

/// The locked fields of a version, each with what its site sent last; the accepted text has staff's value.
///
/// # Errors
/// Only ours.
pub async fn locks(app: &App, id: VersionId) -> Result<Vec<FieldLock>, AppError> {
    Ok(field_lock::of_thing(app.db.read().await?.cx(), Thing::Version(id)).await?)
}

/// The text that a site sent, with staff's value in every locked field; what was sent there is kept.
pub(super) async fn hold(
    tx: &mut Tx,
    version: &Version,
    sent: &CourseText,
    now: Timestamp,
) -> Result<CourseText, AppError> {
    let thing = Thing::Version(version.id);
    let mut held = sent.clone();
    for lock in field_lock::of_thing(tx.cx(), thing).await? {
        let said = value_of(sent, &lock.field).unwrap_or_default();
        if said != lock.said {
            field_lock::put(tx.cx(), thing, &lock.field, &said, now).await?;
        }
        assign(&mut held, &lock.field, &value_of(&version.text, &lock.field).unwrap_or_default())?;
    }
    Ok(held)
}

/// Locks fields of an advert that staff has just corrected; `before` is its text as it was. A change that waits gets the
/// same values. Shares are not locked: a new upload is a new version.
pub(super) async fn lock(
    tx: &mut Tx,
    version: &mut Version,
    before: &CourseText,
    fields: &[&str],
    now: Timestamp,
) -> Result<(), AppError> {
    if version.kind != Kind::Advert || version.site_id.is_none() {
        return Ok(());
    }
    let thing = Thing::Version(version.id);
    let locked = field_lock::of_thing(tx.cx(), thing).await?;
    let waiting = match version.waiting_text_id {
        Some(id) => hub_db::version::text(tx.cx(), id).await?.map(|(text, _)| (id, text)),
        None => None,
    };
    let mut changed = waiting.clone();
    for field in fields {
        if locked.iter().all(|lock| lock.field != *field) {
            let said = value_of(waiting.as_ref().map_or(before, |(_, text)| text), field).unwrap_or_default();
            field_lock::put(tx.cx(), thing, field, &said, now).await?;
        }
        if let Some((_, text)) = &mut changed {
            assign(text, field, &value_of(&version.text, field).unwrap_or_default())?;
        }
    }
    if let (Some((id, text)), Some((_, was))) = (changed, waiting)
        && text != was
    {
        let new = hub_db::version::insert_text(tx.cx(), version.id, &text, now).await?;
        screenshots::copy(tx, id, new).await?;
        screenshots::forget(tx, id, now).await?;
        version.waiting_text_id = Some(new);
    }
    Ok(())
}

/// The field is what the site sends from now on; it becomes what the site sent last. Gives whether it was locked.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn unlock(app: &App, actor: Actor, id: VersionId, field: &str) -> Result<bool, AppError> {
    let now = app.clock.now();
    let thing = Thing::Version(id);
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), id).await?;
    let mut version = version.ok_or(AppError::NotFound(Missing::Course))?;
    let locks = field_lock::of_thing(tx.cx(), thing).await?;
    let Some(found) = locks.into_iter().find(|lock| lock.field == field) else { return Ok(false) };
    field_lock::remove(tx.cx(), thing, field).await?;
    let staffs = value_of(&version.text, field).unwrap_or_default();
    let mut text = version.text.clone();
    assign(&mut text, field, &found.said)?;
    let text = tidy_text(text);
    if text != version.text {
        replace_text(&mut tx, &mut version, text, now).await?;
    }
    let act = Act::new("course.unlocked", thing)
        .before(serde_json::json!({ field: staffs }))
        .after(serde_json::json!({ field: found.said }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(true)
}
