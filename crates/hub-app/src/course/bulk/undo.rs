//! A bulk act is taken back.

use hub_core::TextId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_db::Tx;
use hub_db::batch::{Item, ItemState};
use hub_db::blob::Use;
use hub_db::screenshot::Screenshot;
use jiff::{SignedDuration, Timestamp};

use super::act::{AT_ONCE, State, go_on, reread};
use super::{BulkAct, Progress, progress};
use crate::course::screenshots;
use crate::jobs::Job;
use crate::{App, AppError, Missing};

/// Hours within which a batch can be undone: as long as pictures that nobody uses are kept.
pub const UNDO_HOURS: i64 = 24;

pub(super) fn is_in_time(begun_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(begun_at) < SignedDuration::from_hours(UNDO_HOURS)
}

/// Gives every publication of a batch the state it had. What has changed since is left alone, and the progress names
/// it. Undoing twice is the same.
///
/// # Errors
/// `Conflict` says why it cannot be undone: mails, a batch at work, or more than [`UNDO_HOURS`] ago.
pub async fn undo(app: &App, actor: Actor, id: i64) -> Result<Progress, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let batch = hub_db::batch::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let act: BulkAct = serde_json::from_str(&batch.act).map_err(AppError::internal)?;
    let refuse = |why: &str| Err(AppError::Conflict(why.to_owned()));
    if batch.undone_at.is_some() {
        drop(tx);
        return progress(app, id).await;
    }
    if !act.can_be_undone() {
        return refuse("mails that were sent cannot be taken back");
    }
    if batch.ended_at.is_none() {
        return refuse("it is still at work; wait until it has ended");
    }
    if !is_in_time(batch.created_at, now) {
        return refuse("it was begun more than 24 hours ago; change the courses themselves");
    }
    hub_db::batch::undone(tx.cx(), id, now).await?;
    let record = Act::new("courses.batch_undo_begun", Thing::Hub)
        .before(serde_json::json!({ "batch": id, "act": act }))
        .after(serde_json::json!({ "batch": id, "act": null }));
    hub_db::audit::record(tx.cx(), actor, &record, now).await?;
    let is_long = batch.total > AT_ONCE;
    if is_long {
        Job::Batch { batch: id }.enqueue(tx.cx(), now).await?;
    }
    tx.commit().await?;
    app.wake();
    if !is_long {
        go_on(app, id).await?;
    }
    progress(app, id).await
}

/// Takes it back from one.
pub(super) async fn one(tx: &mut Tx, actor: Actor, item: Item, now: Timestamp) -> Result<Item, AppError> {
    let before: State = serde_json::from_str(&item.before).map_err(AppError::internal)?;
    let after: State = serde_json::from_str(&item.after).map_err(AppError::internal)?;
    let kept = |why: &str| Item { state: ItemState::Kept, why: why.to_owned(), ..item.clone() };
    let Some(mut version) = hub_db::version::lock(tx.cx(), item.version).await? else {
        return Ok(kept("it is gone"));
    };
    if State::of(&version) != after {
        return Ok(kept("it has changed since and was left as it is"));
    }
    for (text, pictures) in &before.pictures {
        give_back(tx, *text, pictures).await?;
    }
    if before.text != after.text {
        screenshots::forget(tx, after.text, now).await?;
        if before.waiting == Some(after.text) {
            // The text waits again, with its pictures.
            let pictures = before.pictures.iter().find(|(text, _)| *text == after.text);
            if let Some((text, pictures)) = pictures {
                give_back(tx, *text, pictures).await?;
            }
        }
    }
    version.listing = before.listing.clone();
    version.accepted_early = before.accepted_early;
    version.text_id = before.text;
    version.waiting_text_id = before.waiting;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let restored = reread(tx, version.id).await?.unwrap_or(version);
    let summary = |state: &State| serde_json::json!({ "listing": state.listing, "text": state.text, "change_waits": state.waiting.is_some() });
    let act = Act::new("course.batch_undone", Thing::Version(restored.id))
        .before(summary(&after))
        .after(summary(&before));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(restored.course_id), now).await?;
    Ok(Item { state: ItemState::Undone, ..item })
}

/// Gives a text its pictures again. Their bytes are there: what nobody uses is kept for a day.
async fn give_back(tx: &mut Tx, text: TextId, pictures: &[Screenshot]) -> Result<(), AppError> {
    for picture in pictures {
        hub_db::screenshot::put(tx.cx(), text, picture).await?;
        for sha256 in [&picture.sha256, &picture.thumbnail_sha256, &picture.card_sha256] {
            hub_db::blob::add_use(tx.cx(), sha256, Use::Screenshot(text)).await?;
        }
    }
    Ok(())
}
