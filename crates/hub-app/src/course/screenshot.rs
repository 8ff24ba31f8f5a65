//! A site sends a screenshot of a course.

use bytes::Bytes;
use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::listing::Resent;
use hub_core::rights::Actor;
use hub_core::site::Site;
use hub_db::blob::Use;
use hub_db::screenshot::Screenshot;

use super::screenshots;
use super::upload::{load, owned};
use crate::outside::blobs::Staged;
use crate::outside::images;
use crate::{App, AppError, FieldErrors, blob};

/// Takes a staged picture as screenshot number `position` (1 to 9), in the place of an earlier one. It is decoded and
/// encoded anew, so that nothing but a picture is ever stored. Where a change of the text would wait, the picture
/// waits with it.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Invalid` (not a picture, too large).
pub async fn put(
    app: &App,
    site: &Site,
    id: VersionId,
    position: i64,
    staged: Staged,
) -> Result<(), AppError> {
    app.may_change()?;
    load(app, site, id).await?;
    if staged.size_bytes() > images::MAX_BYTES as u64 {
        return Err(AppError::TooLarge { limit_bytes: images::MAX_BYTES as u64 });
    }
    let bytes = tokio::fs::read(staged.path()).await.map_err(AppError::internal)?;
    let row = made(app, bytes.into(), position).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut version = owned(hub_db::version::lock(tx.cx(), id).await?, site)?;
    let text_id = match version.waiting_text_id {
        Some(waiting) => waiting,
        None if version.listing.on_resend(site.trusted) == Resent::Waits => {
            let waiting = hub_db::version::insert_text(tx.cx(), id, &version.text, now).await?;
            screenshots::copy(&mut tx, version.text_id, waiting).await?;
            version.waiting_text_id = Some(waiting);
            waiting
        }
        None => version.text_id,
    };
    hub_db::screenshot::put(tx.cx(), text_id, &row).await?;
    // The picture that was in this place is given up, unless the text shows it in another.
    hub_db::blob::remove_uses(tx.cx(), Use::Screenshot(text_id), now).await?;
    screenshots::use_all(&mut tx, text_id).await?;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act = Act::new("course.screenshot_received", Thing::Version(id))
        .after(serde_json::json!({ "position": position, "sha256": row.sha256 }));
    hub_db::audit::record(tx.cx(), Actor::Site(site.id), &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Decodes a picture and keeps it in its three sizes.
pub(super) async fn made(app: &App, bytes: Bytes, position: i64) -> Result<Screenshot, AppError> {
    let shot = match app.pictures.screenshot(bytes).await {
        Ok(shot) => shot,
        Err(error) => {
            let mut errors = FieldErrors::default();
            errors.add("file", error.to_string());
            return Err(AppError::Invalid(errors));
        }
    };
    Ok(Screenshot {
        position,
        sha256: store(app, &shot.full).await?,
        thumbnail_sha256: store(app, &shot.thumbnail).await?,
        card_sha256: store(app, &shot.card).await?,
        media_type: shot.full.format.media_type().to_owned(),
        width: i64::from(shot.full.width),
        height: i64::from(shot.full.height),
    })
}

async fn store(app: &App, picture: &images::Picture) -> Result<String, AppError> {
    let sha256 = blob::keep(app, app.blobs.stage_bytes(&picture.bytes).await?).await?;
    Ok(sha256.as_str().to_owned())
}
