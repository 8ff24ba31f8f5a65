//! Reads an uploaded package and decides what becomes of its version.

use std::fs::File;

use hub_core::VersionId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::course::Version;
use hub_core::listing::{Listing, PackageState};
use hub_core::notice::Kind as MailKind;
use hub_core::rights::Actor;
use hub_core::scan::{Concern, Scan};
use hub_core::site::Site;
use hub_db::Tx;
use hub_package::{Cancel, Finding, Limits, READER_VERSION, Report, Unreadable};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Semaphore;

use super::{Job, JobFailure};
use crate::course::publish::tell_moderators;
use crate::mail::{self, Notice, Receiver};
use crate::outside::crypto::Sha256Hex;
use crate::outside::fault::{self, Moment};
use crate::package::ruling::rule;
use crate::package::scan::{self, Asked};
use crate::{App, AppError, error_chain};

/// Code of a package that the hub could not read; no finding of the reader's.
const UNREAD: &str = "not_read";
/// Packages read at once (package notes, section 13).
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// How long a package waits before the scanner that did not answer is asked again.
const SCANNER_WAIT: SignedDuration = SignedDuration::from_mins(1);

pub(super) async fn run(app: &App, id: VersionId) -> Result<(), JobFailure> {
    let version = hub_db::version::by_id(app.db.read().await?.cx(), id).await?;
    let Some(version) = version.filter(|version| version.package == PackageState::Reading) else {
        return Ok(());
    };
    let sha256 = version.package_sha256.as_deref().and_then(|hash| hash.parse::<Sha256Hex>().ok());
    let sha256 = sha256.ok_or_else(|| JobFailure::ForGood("a package without its digest".to_owned()))?;
    let scan = match scan::scan(app, &sha256).await? {
        Asked::NoScanner => None,
        Asked::Scanned(scan) => Some(scan),
        // However long it takes: no attempt is spent on waiting.
        Asked::Down => return wait(app, id).await,
        Asked::Failed(why) => return Err(JobFailure::Again(why)),
    };
    let report = read(app, &sha256).await?;
    fault::reach(Moment::InJob).await;
    store(app, id, &sha256, &report, scan.as_ref()).await.map_err(JobFailure::from)
}

async fn wait(app: &App, id: VersionId) -> Result<(), JobFailure> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    Job::ReadPackage { version: id }.enqueue_at(tx.cx(), now + SCANNER_WAIT, now).await?;
    Ok(tx.commit().await?)
}

/// Reads a stored package.
pub(super) async fn read(app: &App, sha256: &Sha256Hex) -> Result<Report, JobFailure> {
    let _permit = AT_ONCE.acquire().await.map_err(|error| JobFailure::Again(error.to_string()))?;
    let local = app.blobs.local(sha256).await.map_err(AppError::from)?;
    let reading = tokio::task::spawn_blocking(move || {
        let file = File::open(local.path()).map_err(Unreadable::Io)?;
        hub_package::read(file, &Limits::default(), &Cancel::never())
    });
    match reading.await {
        Ok(Ok(report)) => Ok(report),
        // The next attempt would take as long.
        Ok(Err(error @ Unreadable::OutOfTime)) => Err(JobFailure::ForGood(error_chain(&error))),
        Ok(Err(error)) => Err(JobFailure::Again(error_chain(&error))),
        Err(panicked) => Err(JobFailure::Again(panicked.to_string())),
    }
}

/// Keeps a report and decides what becomes of the version, if that still waits for it.
pub(crate) async fn store(
    app: &App,
    id: VersionId,
    sha256: &Sha256Hex,
    report: &Report,
    scan: Option<&Scan>,
) -> Result<(), AppError> {
    let now = app.clock.now();
    let json = serde_json::to_string(report).map_err(AppError::internal)?;
    let mut tx = app.db.begin().await?;
    let Some(mut version) = hub_db::version::lock(tx.cx(), id).await? else { return Ok(()) };
    let still_this = version.package_sha256.as_deref() == Some(sha256.as_str());
    if version.package != PackageState::Reading || !still_this {
        return Ok(());
    }
    hub_db::report::put(tx.cx(), sha256.as_str(), i64::from(READER_VERSION), &json, now).await?;
    let before = standing(&version);
    let listing_before = version.listing.clone();
    let trusted = trusts(app, &mut tx, &version).await?;
    let concern = scan.and_then(Scan::concern);
    let ruling = rule(&app.policy(), report, concern, trusted);
    version.package = ruling.package;
    version.package_release.clone_from(&report.backup.moodle_release);
    version.updated_at = now;
    version.listing = match version.package {
        PackageState::Ready => {
            let said_no = hub_db::version::staff_said_no(tx.cx(), version.course_id, id).await?;
            version.listing.when_package_ready(trusted, version.accepted_early, said_no)
        }
        // A person looks at what was held back; what was refused waits for a new upload.
        PackageState::Held { .. } if version.listing == Listing::Draft => Listing::Waiting,
        _ => version.listing.clone(),
    };
    // Whatever became of this file, the acceptance does not reach to the next one.
    version.accepted_early = false;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act = Act::new("course.package_read", Thing::Version(id)).before(before).after(standing(&version));
    hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?;
    tell_publisher(app, &mut tx, &version, &told(report, concern, &version.package.codes()), now).await?;
    hub_db::package_look::forget(tx.cx(), id).await?;
    if version.listing == Listing::Listed && !ruling.look.is_empty() {
        hub_db::package_look::put(tx.cx(), id, &ruling.look, now).await?;
        tell_of_findings(app, &mut tx, &version, &told(report, concern, &ruling.look), now).await?;
    }
    if version.listing == Listing::Waiting && listing_before != Listing::Waiting {
        tell_staff(app, &mut tx, &version, now).await?;
    }
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    fault::reach(Moment::InJob).await;
    tx.commit().await?;
    app.wake();
    if version.package != PackageState::Ready {
        let (state, codes) = (version.package.name(), version.package.codes().join(", "));
        tracing::info!(version.id = %id, state, codes, "The package of version {id} is {state}: {codes}");
    }
    Ok(())
}

/// Where a version stands, for the record.
fn standing(version: &Version) -> serde_json::Value {
    serde_json::json!({ "package": version.package, "listing": version.listing })
}

/// A package that could not be read at all waits for a person; a new upload takes its place.
pub(super) async fn hold_unread(
    app: &App,
    tx: &mut Tx,
    id: VersionId,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(mut version) = hub_db::version::lock(tx.cx(), id).await? else { return Ok(()) };
    if version.package != PackageState::Reading {
        return Ok(());
    }
    let before = standing(&version);
    version.package = PackageState::Held { codes: vec![UNREAD.to_owned()] };
    let waits_now = version.listing == Listing::Draft;
    if waits_now {
        version.listing = Listing::Waiting;
    }
    version.accepted_early = false;
    version.updated_at = now;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act =
        Act::new("course.package_not_read", Thing::Version(id)).before(before).after(standing(&version));
    hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?;
    if waits_now {
        tell_staff(app, tx, &version, now).await?;
    }
    hub_db::change::append(tx.cx(), Changed::Course(version.course_id), now).await?;
    Ok(())
}

/// Whether the share is listed without a person's look: its site is trusted, and its licence is allowed.
async fn trusts(app: &App, tx: &mut Tx, version: &Version) -> Result<bool, AppError> {
    if !app.policy().allows_licence(app.vocabularies().licence(), &version.text.licence) {
        return Ok(false);
    }
    Ok(site_of(tx, version)
        .await?
        .is_some_and(|site| site.trusted && site.identity == version.course_identity))
}

/// The publisher learns why a package was not taken; Moodle shows nothing of it.
async fn tell_publisher(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    findings: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let kind = match version.package {
        PackageState::Refused { .. } => MailKind::PackageRefused,
        PackageState::Held { .. } => MailKind::PackageHeld,
        _ => return Ok(()),
    };
    let language = match site_of(tx, version).await? {
        Some(site) => site.info.language,
        None => String::new(),
    };
    let publisher = Receiver::Address { address: &version.text.publisher_email, language: &language };
    let values = [("title", version.text.title.as_str()), ("findings", findings)];
    mail::notify(app, tx, &Notice { kind, receivers: &[publisher], values: &values }, now).await
}

/// Findings that a mail tells of at most.
const TOLD: usize = 20;

/// What has these codes, as lines of a mail: the scanner's concern first.
fn told(report: &Report, concern: Option<Concern<'_>>, codes: &[String]) -> String {
    let is_told = |code: &str| codes.iter().any(|told| told == code);
    let scanned = concern.filter(|concern| is_told(concern.code));
    let scanned = scanned.map(|concern| {
        let seen = [concern.sentence, concern.seen].join(" ");
        format!("- {} ({})\n  {}", seen.trim_end(), concern.code, concern.advice)
    });
    let line = |finding: &Finding| format!("- {} ({})\n  {}", finding.evidence, finding.code, finding.advice);
    let found = report.findings.iter().filter(|finding| is_told(finding.code.as_str())).map(line);
    scanned.into_iter().chain(found).take(TOLD).collect::<Vec<_>>().join("\n")
}

/// Those who decide learn that a course is public in whose package something was found.
async fn tell_of_findings(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    findings: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(site) = site_of(tx, version).await? else { return Ok(()) };
    let link = app.address.join(&format!("/admin/courses/{}", version.id));
    let values = [
        ("title", version.text.title.as_str()),
        ("site", site.info.name.as_str()),
        ("findings", findings),
        ("link", link.as_str()),
    ];
    let notice =
        Notice { kind: MailKind::PackageListed, receivers: &[Receiver::Moderators], values: &values };
    mail::notify(app, tx, &notice, now).await
}

/// Those who decide learn of a course that waits for them from now on.
async fn tell_staff(app: &App, tx: &mut Tx, version: &Version, now: Timestamp) -> Result<(), AppError> {
    let Some(site) = site_of(tx, version).await? else { return Ok(()) };
    let course = (version.id, version.text.title.as_str());
    tell_moderators(app, tx, MailKind::CourseWaits, &site, course, now).await
}

async fn site_of(tx: &mut Tx, version: &Version) -> Result<Option<Site>, AppError> {
    let Some(id) = version.site_id else { return Ok(None) };
    Ok(hub_db::site::by_id(tx.cx(), id).await?)
}
