//! Reads stored packages again that an older reader read.

use std::collections::BTreeSet;

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::Version;
use hub_core::finding::Action;
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_db::Tx;
use hub_package::{Code, READER_VERSION, Report};
use jiff::Timestamp;

use super::{Job, JobFailure, read_package};
use crate::outside::crypto::Sha256Hex;
use crate::package::ruling::action;
use crate::{App, AppError};

/// Reads the next package behind `after`, in the order of their digests; the one after it is another job, so that others
/// get their turn.
pub(super) async fn run(app: &App, after: &str) -> Result<(), JobFailure> {
    let reader = i64::from(READER_VERSION);
    let old = hub_db::report::read_before(app.db.read().await?.cx(), reader, after, 1).await?;
    let Some(sha256) = old.into_iter().next() else { return Ok(()) };
    let digest = sha256.parse::<Sha256Hex>();
    let digest = digest.map_err(|_| JobFailure::ForGood("a package without its digest".to_owned()))?;
    match read_package::read(app, &digest).await {
        Ok(report) => store(app, &sha256, &report).await?,
        // The others need not wait for this one; the next day tries again.
        Err(JobFailure::Again(why) | JobFailure::ForGood(why)) => {
            tracing::warn!(sha256, why, "A stored package could not be read again");
        }
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // A second one that came so far goes on no further beside this one.
    let key = format!("read_again {sha256}");
    Job::ReadAgain { after: sha256 }.enqueue_once(tx.cx(), &key, now, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Keeps the new report, and puts what it says anew before staff.
async fn store(app: &App, sha256: &str, report: &Report) -> Result<(), AppError> {
    let now = app.clock.now();
    let json = serde_json::to_string(report).map_err(AppError::internal)?;
    let mut tx = app.db.begin().await?;
    let former = hub_db::report::newest(tx.cx(), sha256).await?;
    let former: BTreeSet<String> = former.as_deref().map(codes_of).unwrap_or_default();
    hub_db::report::put(tx.cx(), sha256, i64::from(READER_VERSION), &json, now).await?;
    let policy = app.policy();
    let is_new = |code: &&Code| action(&policy, **code) >= Action::Hold && !former.contains(code.as_str());
    let found: Vec<String> = report.finding_counts.keys().filter(is_new).map(ToString::to_string).collect();
    tell_all(&mut tx, sha256, &found, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Puts what was found anew in a package before staff, for each version that has it.
pub(super) async fn tell_all(
    tx: &mut Tx,
    sha256: &str,
    found: &[String],
    now: Timestamp,
) -> Result<(), AppError> {
    if found.is_empty() {
        return Ok(());
    }
    for id in hub_db::version::with_package(tx.cx(), sha256).await? {
        if let Some(version) = hub_db::version::lock(tx.cx(), id).await? {
            tell(tx, version, found, now).await?;
        }
    }
    Ok(())
}

/// Codes of a stored report. Reports of older readers are read as far as they can be.
fn codes_of(json: &str) -> BTreeSet<String> {
    let report: serde_json::Value = serde_json::from_str(json).unwrap_or_default();
    let counts = report.get("finding_counts").and_then(serde_json::Value::as_object);
    counts.map(|counts| counts.keys().cloned().collect()).unwrap_or_default()
}

/// A public course comes to what needs staff; one that waits is held. Nothing is taken out of sight by itself.
async fn tell(tx: &mut Tx, mut version: Version, found: &[String], now: Timestamp) -> Result<(), AppError> {
    let before = serde_json::json!({ "package": version.package, "findings": [] });
    match (&version.listing, &version.package) {
        (Listing::Waiting, PackageState::Ready | PackageState::Held { .. }) => {
            let mut codes = version.package.codes();
            codes.extend(found.iter().filter(|code| !version.package.codes().contains(code)).cloned());
            version.package = PackageState::Held { codes };
            hub_db::version::update(tx.cx(), &version, now).await?;
            hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
        }
        _ => hub_db::package_look::put(tx.cx(), version.id, found, now).await?,
    }
    let after = serde_json::json!({ "package": version.package, "findings": found });
    let act = Act::new("course.package_read_again", Thing::Version(version.id)).before(before).after(after);
    Ok(hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?)
}
