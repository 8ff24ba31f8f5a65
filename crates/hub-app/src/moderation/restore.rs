//! Staff restores what staff deleted, as long as the hub keeps it.

use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::course::Version;
use hub_core::listing::{Listing, WrongState};
use hub_core::moderation::Verdict;
use hub_core::rights::Actor;
use hub_db::decision::NewDecision;
use jiff::{SignedDuration, Timestamp};

use super::mails;
use crate::{App, AppError, Missing};

/// Until when a deleted version can be restored; `None` if it was not deleted or that time is over.
///
/// # Errors
/// Only ours.
pub async fn restorable_until(app: &App, id: VersionId) -> Result<Option<Timestamp>, AppError> {
    let mut conn = app.db.read().await?;
    let Some((_, removed_at, None)) = hub_db::decision::removed(conn.cx(), id).await? else {
        return Ok(None);
    };
    let version = hub_db::version::by_id(conn.cx(), id).await?;
    let until = removed_at + SignedDuration::from_hours(24 * i64::from(app.policy().keep_removed_days));
    let is_removed = version.is_some_and(|version| version.listing == Listing::Removed);
    Ok((is_removed && app.clock.now() <= until).then_some(until))
}

/// Gives a deleted version the state in which it was deleted.
///
/// # Errors
/// `WrongState` if it was not deleted, or so long ago that its texts and its file are gone
/// (setting `keep_removed_days`).
pub async fn restore(app: &App, actor: Actor, id: VersionId) -> Result<Version, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let removed = hub_db::decision::removed(tx.cx(), id).await?;
    let Some((was, removed_at, purged_at)) = removed else {
        let error = match before.listing.on_restore(&before.listing) {
            Err(error) => error,
            Ok(_) => WrongState::Purged,
        };
        return Err(error.into());
    };
    let mut version = before.clone();
    version.listing = before.listing.on_restore(&was)?;
    let keep = SignedDuration::from_hours(24 * i64::from(app.policy().keep_removed_days));
    if purged_at.is_some() || now.duration_since(removed_at) > keep {
        return Err(WrongState::Purged.into());
    }
    hub_db::version::update(tx.cx(), &version, now).await?;
    hub_db::decision::forget_removed(tx.cx(), id).await?;
    let new = NewDecision {
        version: id,
        text: version.text_id,
        verdict: Verdict::Restored,
        of_change: false,
        reason: "",
        canned: None,
        ticked: "[]",
        actor,
        waited_since: removed_at,
    };
    let decision = hub_db::decision::insert(tx.cx(), new, now).await?;
    let act = Act::new("course.restored", Thing::Version(id))
        .before(serde_json::json!({ "listing": before.listing }))
        .after(serde_json::json!({ "listing": version.listing }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    mails::decided(app, &mut tx, &version, decision, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(version)
}
