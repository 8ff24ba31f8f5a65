//! Housekeeping: drafts whose package never came, packages that were not taken, secrets kept for a week, bytes nobody
//! uses.

use hub_core::VersionId;
use hub_core::act::Changed;
use hub_core::listing::{DRAFT_DAYS, Listing, PackageState};
use hub_core::rights::Actor;
use hub_db::Tx;
use hub_db::blob::Use;
use jiff::{SignedDuration, Timestamp};

use super::JobFailure;
use crate::course::withdraw::take_back;
use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError};

/// Hours a blob is left alone after its last use or upload.
const PURGE_AFTER_HOURS: i64 = 24;
/// Days the bytes of a held or refused package are kept for staff.
const NOT_TAKEN_DAYS: i64 = 30;
/// Days a count of failures is kept: far longer than anybody waits because of one.
const FAILURE_DAYS: i64 = 1;
/// Rows handled in one transaction.
const BATCH: i64 = 100;

/// Withdraws drafts older than [`DRAFT_DAYS`], and lets go of packages that were not taken, of what registrations kept
/// for a time, and of sessions, links and failures to sign in that have ended.
pub(super) async fn withdraw_drafts(app: &App) -> Result<(), JobFailure> {
    let now = app.clock.now();
    let before = now - SignedDuration::from_hours(24 * DRAFT_DAYS);
    loop {
        let drafts = hub_db::version::drafts_before(app.db.read().await?.cx(), before, BATCH).await?;
        for draft in &drafts {
            withdraw_draft(app, draft.id, now).await?;
        }
        if is_last(drafts.len()) {
            break;
        }
    }
    let before = now - SignedDuration::from_hours(24 * NOT_TAKEN_DAYS);
    loop {
        let versions = hub_db::version::not_taken_before(app.db.read().await?.cx(), before, BATCH).await?;
        for version in &versions {
            let_go(app, *version, before, now).await?;
        }
        if is_last(versions.len()) {
            break;
        }
    }
    let mut tx = app.db.begin().await?;
    hub_db::registration::forget_expired(tx.cx(), now).await?;
    forget(app, &mut tx, now).await?;
    hub_db::spent_challenge::sweep(tx.cx(), now).await?;
    let failures_before = now - SignedDuration::from_hours(24 * FAILURE_DAYS);
    hub_db::session::sweep(tx.cx(), now, failures_before).await?;
    hub_db::ticket::sweep(tx.cx(), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Deletes what staff wants kept for a time only.
async fn forget(app: &App, tx: &mut Tx, now: Timestamp) -> Result<(), AppError> {
    let policy = app.policy();
    let since = |days: u32| now - SignedDuration::from_hours(24 * i64::from(days));
    if let Some(before) = policy.address_days.map(since) {
        hub_db::site::forget_contacts(tx.cx(), before).await?;
        hub_db::mail::forget(tx.cx(), before).await?;
    }
    if let Some(before) = policy.record_days.map(since) {
        hub_db::audit::forget(tx.cx(), before).await?;
    }
    Ok(())
}

/// Whether nothing follows a batch of that many rows.
fn is_last(rows: usize) -> bool {
    i64::try_from(rows).is_ok_and(|rows| rows < BATCH)
}

async fn withdraw_draft(app: &App, id: VersionId, now: Timestamp) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    if let Some(version) = hub_db::version::lock(tx.cx(), id).await?
        && version.listing == Listing::Draft
        && version.package == PackageState::None
        && let Some(course_id) = take_back(&mut tx, version, Actor::Hub, now).await?
    {
        hub_db::change::append(tx.cx(), Changed::Course(course_id), now).await?;
    }
    Ok(tx.commit().await?)
}

/// Lets go of the bytes of a package that was not taken, unless another has come in its place since it was looked up.
async fn let_go(app: &App, id: VersionId, before: Timestamp, now: Timestamp) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), id).await?;
    let still = version.is_some_and(|version| {
        matches!(version.package, PackageState::Held { .. } | PackageState::Refused { .. })
            && version.updated_at < before
    });
    if still {
        hub_db::blob::remove_uses(tx.cx(), Use::Package(id), now).await?;
    }
    Ok(tx.commit().await?)
}

/// Deletes bytes that nothing uses and nobody touched for a day: mark the row, then delete bytes and row while the
/// marked row is held, so that an upload of the same bytes either takes the mark back or begins anew.
pub(super) async fn purge_blobs(app: &App) -> Result<(), JobFailure> {
    let before = app.clock.now() - SignedDuration::from_hours(PURGE_AFTER_HOURS);
    loop {
        let marked = mark(app, before).await?;
        if marked.is_empty() {
            return Ok(());
        }
        for sha256 in marked {
            delete(app, &sha256).await?;
        }
    }
}

async fn mark(app: &App, before: Timestamp) -> Result<Vec<String>, AppError> {
    let mut tx = app.db.begin().await?;
    let marked = hub_db::blob::mark_unused(tx.cx(), before, BATCH).await?;
    tx.commit().await?;
    Ok(marked)
}

async fn delete(app: &App, sha256: &str) -> Result<(), AppError> {
    let parsed: Sha256Hex = sha256.parse().map_err(AppError::internal)?;
    let mut tx = app.db.begin().await?;
    if hub_db::blob::lock_marked(tx.cx(), sha256).await? {
        app.blobs.delete(&parsed).await?;
        hub_db::blob::remove(tx.cx(), sha256).await?;
    }
    Ok(tx.commit().await?)
}
