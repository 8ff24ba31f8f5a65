//! Asks the malware scanner about packages, and tells staff while it does not answer.

use hub_core::need::NeedKind;
use hub_core::notice::Kind as MailKind;
use hub_core::scan::{Outcome, Scan};
use hub_db::need::{self, Need};

use crate::mail::{self, Notice, Receiver};
use crate::outside::clamd::{Answer, Clamd, ClamdError};
use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError};

/// Number of the hub among the subjects of needs.
const HUB: i64 = 0;

/// What came of asking.
#[derive(Debug)]
pub(crate) enum Asked {
    /// The hub has no scanner.
    NoScanner,
    /// It answered.
    Scanned(Scan),
    /// Nobody answers: the package waits, and staff knows.
    Down,
    /// It answers, but cannot scan this package.
    Failed(String),
}

/// Has a stored package scanned, unless that was done with the signatures in force.
pub(crate) async fn scan(app: &App, sha256: &Sha256Hex) -> Result<Asked, AppError> {
    let Some(clamd) = &app.clamd else { return Ok(Asked::NoScanner) };
    match ask(app, clamd, sha256).await? {
        Ok(scan) => {
            is_up(app).await?;
            Ok(Asked::Scanned(scan))
        }
        Err(ClamdError::Failed(why)) => Ok(Asked::Failed(why)),
        Err(down @ ClamdError::Down { .. }) => {
            is_down(app, &down.to_string()).await?;
            Ok(Asked::Down)
        }
    }
}

async fn ask(app: &App, clamd: &Clamd, sha256: &Sha256Hex) -> Result<Result<Scan, ClamdError>, AppError> {
    let signatures = match clamd.version().await {
        Ok(signatures) => signatures,
        Err(error) => return Ok(Err(error)),
    };
    let known = hub_db::scan::of(app.db.read().await?.cx(), sha256.as_str()).await?;
    if let Some(known) = known.filter(|known| known.signatures == signatures) {
        return Ok(Ok(known));
    }
    let local = app.blobs.local(sha256).await?;
    let (outcome, name) = match clamd.scan(local.path()).await {
        Ok(Answer::Clean) => (Outcome::Clean, String::new()),
        Ok(Answer::Found(name)) => (Outcome::Found, name),
        Ok(Answer::TooLarge) => (Outcome::TooLarge, String::new()),
        Err(error) => return Ok(Err(error)),
    };
    let scan = Scan { outcome, name, signatures, scanned_at: app.clock.now() };
    let mut tx = app.db.begin().await?;
    hub_db::scan::put(tx.cx(), sha256.as_str(), &scan).await?;
    tx.commit().await?;
    Ok(Ok(scan))
}

/// Staff is told once, and finds it among what needs somebody until the scanner answers again.
async fn is_down(app: &App, why: &str) -> Result<(), AppError> {
    tracing::warn!(why, "Packages wait for the malware scanner");
    let (kind, now) = (NeedKind::ScannerDown, app.clock.now());
    let mut tx = app.db.begin().await?;
    if need::since(tx.cx(), kind, HUB).await?.is_some() {
        return Ok(());
    }
    let found = Need { kind, subject: HUB, since: now, title: String::new(), detail: why.to_owned() };
    need::put(tx.cx(), &found, now).await?;
    let link = app.address.join("/moderate");
    let values = [("reason", why), ("link", link.as_str())];
    let notice = Notice { kind: MailKind::ScannerDown, receivers: &[Receiver::Moderators], values: &values };
    mail::notify(app, &mut tx, &notice, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

async fn is_up(app: &App) -> Result<(), AppError> {
    let was_down = need::since(app.db.read().await?.cx(), NeedKind::ScannerDown, HUB).await?;
    if was_down.is_some() {
        let mut tx = app.db.begin().await?;
        need::forget(tx.cx(), NeedKind::ScannerDown, HUB).await?;
        tx.commit().await?;
    }
    Ok(())
}
