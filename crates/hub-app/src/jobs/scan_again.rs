//! Has stored packages scanned again when the malware scanner has other signatures.

use hub_core::scan::Scan;

use super::{Job, JobFailure};
use crate::outside::crypto::Sha256Hex;
use crate::package::scan::{self, Asked};
use crate::{App, AppError};

/// Scans the next package behind `after` that was not scanned with the signatures in force, in the order of their
/// digests; the one after it is another job, so that others get their turn.
pub(super) async fn run(app: &App, after: &str) -> Result<(), JobFailure> {
    let Some(clamd) = &app.clamd else { return Ok(()) };
    // While it is down there is nothing new to say about packages that are stored; the next day asks again.
    let Ok(signatures) = clamd.version().await else { return Ok(()) };
    let next = hub_db::scan::next_other(app.db.read().await?.cx(), &signatures, after).await?;
    let Some(sha256) = next else { return Ok(()) };
    let digest = sha256.parse::<Sha256Hex>();
    let digest = digest.map_err(|_| JobFailure::ForGood("a package without its digest".to_owned()))?;
    let before = hub_db::scan::of(app.db.read().await?.cx(), &sha256).await?;
    match scan::scan(app, &digest).await? {
        Asked::Scanned(scan) => {
            let told = before.as_ref().and_then(Scan::concern).map(|concern| concern.code);
            if let Some(concern) = scan.concern().filter(|concern| told != Some(concern.code)) {
                let mut tx = app.db.begin().await.map_err(AppError::from)?;
                super::read_again::tell_all(&mut tx, &sha256, &[concern.code.to_owned()], app.clock.now())
                    .await?;
                tx.commit().await.map_err(AppError::from)?;
            }
        }
        Asked::NoScanner | Asked::Down => return Ok(()),
        // The others need not wait for this one; the next day tries again.
        Asked::Failed(why) => tracing::warn!(sha256, why, "A stored package could not be scanned again"),
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // A second one that came so far goes on no further beside this one.
    let key = format!("scan_again {sha256}");
    Job::ScanAgain { after: sha256 }.enqueue_once(tx.cx(), &key, now, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
