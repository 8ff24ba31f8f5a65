//! Staff chooses which pictures a version shows, in which order, and adds some.

use bytes::Bytes;
use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{Version, limits};
use hub_core::rights::Actor;
use hub_db::blob::Use;

use super::screenshot::made;
use super::screenshots;
use crate::outside::images;
use crate::{App, AppError, FieldErrors, Missing};

pub use hub_db::screenshot::Screenshot;

/// The pictures of a version's accepted text, in order.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn list(app: &App, id: VersionId) -> Result<Vec<Screenshot>, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    Ok(hub_db::screenshot::list(conn.cx(), version.text_id).await?)
}

/// Shows the pictures at the positions `keep`, in this order and counted from 1, then the new ones. Others are taken off.
///
/// # Errors
/// `Invalid` for what is no picture and for more than nine; `Conflict` if a picture to keep has gone meanwhile.
pub async fn arrange(
    app: &App,
    actor: Actor,
    id: VersionId,
    keep: &[i64],
    new: Vec<Bytes>,
) -> Result<Version, AppError> {
    let most = usize::try_from(limits::SCREENSHOTS).unwrap_or(usize::MAX);
    if keep.len() + new.len() > most {
        return Err(refused(format!("a course has at most {most} pictures")));
    }
    let mut rows = Vec::with_capacity(new.len());
    for bytes in new {
        if bytes.len() > images::MAX_BYTES {
            return Err(refused(format!("a picture has at most {} bytes", images::MAX_BYTES)));
        }
        rows.push(made(app, bytes, 1).await?);
    }
    let (now, thing) = (app.clock.now(), Thing::Version(id));
    let mut tx = app.db.begin().await?;
    let mut version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let before = hub_db::screenshot::list(tx.cx(), version.text_id).await?;
    let mut after: Vec<Screenshot> = Vec::with_capacity(keep.len() + rows.len());
    for position in keep {
        let shot = before.iter().find(|shot| shot.position == *position);
        let gone =
            || AppError::Conflict("the pictures have changed meanwhile; look at them again".to_owned());
        after.push(shot.cloned().ok_or_else(gone)?);
    }
    after.extend(rows);
    for (shot, position) in after.iter_mut().zip(1..) {
        shot.position = position;
    }
    if after == before {
        return Ok(version);
    }
    // The text stays the same: what it says does not change with its pictures.
    hub_db::screenshot::remove_all(tx.cx(), version.text_id).await?;
    for shot in &after {
        hub_db::screenshot::put(tx.cx(), version.text_id, shot).await?;
    }
    hub_db::blob::remove_uses(tx.cx(), Use::Screenshot(version.text_id), now).await?;
    screenshots::use_all(&mut tx, version.text_id).await?;
    version.screenshots = i64::try_from(after.len()).unwrap_or(i64::MAX);
    version.updated_at = now;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let names =
        |shots: &[Screenshot]| -> Vec<String> { shots.iter().map(|shot| shot.sha256.clone()).collect() };
    let act = Act::new("course.pictures_arranged", thing)
        .before(serde_json::json!({ "pictures": names(&before) }))
        .after(serde_json::json!({ "pictures": names(&after) }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(version)
}

fn refused(why: String) -> AppError {
    let mut errors = FieldErrors::default();
    errors.add("pictures", why);
    AppError::Invalid(errors)
}
