//! Empties what staff deleted longer ago than the hub keeps it for restoring.

use hub_core::VersionId;
use hub_core::act::{Act, Thing};
use hub_core::listing::Listing;
use hub_core::rights::Actor;
use jiff::{SignedDuration, Timestamp};

use super::JobFailure;
use crate::course::decide::empty;
use crate::{App, AppError};

/// Versions looked up at once.
const BATCH: i64 = 100;
/// Days from a report of abuse after which its network address is forgotten: one more than reporters are counted over.
const REPORTER_DAYS: i64 = 8;

pub(super) async fn run(app: &App) -> Result<(), JobFailure> {
    let now = app.clock.now();
    let before = now - SignedDuration::from_hours(24 * i64::from(app.policy().keep_removed_days));
    loop {
        let versions = hub_db::decision::to_purge(app.db.read().await?.cx(), before, BATCH).await?;
        for version in &versions {
            purge(app, *version, now).await?;
        }
        if i64::try_from(versions.len()).is_ok_and(|found| found < BATCH) {
            break;
        }
    }
    let mut tx = app.db.begin().await?;
    let before = now - SignedDuration::from_hours(24 * REPORTER_DAYS);
    hub_db::abuse_report::forget_reporters(tx.cx(), before).await?;
    tx.commit().await?;
    Ok(())
}

async fn purge(app: &App, id: VersionId, now: Timestamp) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    match hub_db::version::lock(tx.cx(), id).await? {
        Some(version) if version.listing == Listing::Removed => {
            empty(&mut tx, version, now).await?;
            hub_db::audit::record(tx.cx(), Actor::Hub, &Act::new("course.purged", Thing::Version(id)), now)
                .await?;
        }
        // It was given back by undoing a batch.
        _ => hub_db::decision::forget_removed(tx.cx(), id).await?,
    }
    Ok(tx.commit().await?)
}
