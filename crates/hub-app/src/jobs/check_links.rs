//! Looks once a week whether the pages of listed adverts, and the demos of shares, still answer: each day at a seventh
//! of them, and at those that did not answer the day before. One that did not on three days is dead: it needs staff,
//! who also sees it beside the course, and its publisher is mailed once.

use hub_core::VersionId;
use hub_core::act::{Act, Thing};
use hub_core::course::{Kind, Version};
use hub_core::listing::Listing;
use hub_core::need::DEAD_LINK_FAILURES;
use hub_core::notice::Kind as MailKind;
use hub_core::rights::Actor;
use hub_db::Tx;
use hub_db::link::{self, LinkTrouble};
use jiff::{SignedDuration, Timestamp};
use url::Url;

use super::{Job, JobFailure};
use crate::mail::{self, Notice, Receiver};
use crate::outside::fetch::Verdict;
use crate::{App, AppError};

/// Listings of one job: each takes up to 7.5 seconds, and the lease must outlive them all.
const BATCH: i64 = 10;
/// Checks in vain closer together count as one: the job may run twice.
const APART: SignedDuration = SignedDuration::from_hours(20);

/// Checks the links of some listings after that one, and asks for a job that goes on.
pub(super) async fn run(app: &App, after: VersionId) -> Result<(), JobFailure> {
    let weekday = app.clock.now().as_second().div_euclid(86_400).rem_euclid(7);
    let listed = hub_db::version::links_due_after(app.db.read().await?.cx(), after, weekday, BATCH).await?;
    for version in &listed {
        check(app, version).await?;
    }
    if let Some(last) = listed.last().filter(|_| i64::try_from(listed.len()) == Ok(BATCH)) {
        let now = app.clock.now();
        let mut tx = app.db.begin().await?;
        let key = format!("check_links {}", last.id);
        Job::CheckLinks { after: last.id }.enqueue_once(tx.cx(), &key, now, now).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The link that people follow: to an advert's course, to a share's demo.
fn link_of(version: &Version) -> &str {
    match version.kind {
        Kind::Advert => &version.text.course_url,
        Kind::Share => &version.text.demo_url,
    }
}

async fn check(app: &App, listed: &Version) -> Result<(), AppError> {
    let Ok(url) = Url::parse(link_of(listed)) else { return Ok(()) };
    let why = match app.fetch.probe(&url).await.verdict {
        Verdict::Exists { .. } => None,
        Verdict::NoSite { status } => Some(format!("it answers with status {status}")),
        Verdict::Failed(error) => Some(error.to_string()),
        // An address that this hub never calls may be fine for everybody else.
        Verdict::Refused(_) => return Ok(()),
    };
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let Some(version) = hub_db::version::lock(tx.cx(), listed.id).await? else { return Ok(()) };
    let before = link::of_version(tx.cx(), version.id).await?;
    let still_this = version.listing == Listing::Listed && link_of(&version) == link_of(listed);
    match why {
        Some(why) if still_this => in_vain(app, &mut tx, &version, before, why, now).await?,
        _ => answers(&mut tx, &version, before, now).await?,
    }
    Ok(tx.commit().await?)
}

async fn answers(
    tx: &mut Tx,
    version: &Version,
    before: Option<LinkTrouble>,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(before) = before else { return Ok(()) };
    link::remove(tx.cx(), version.id).await?;
    if before.failures >= DEAD_LINK_FAILURES {
        let was = serde_json::json!({ "url": before.url, "why": before.why });
        let act = Act::new("course.link_alive", Thing::Version(version.id)).before(was);
        hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?;
    }
    Ok(())
}

async fn in_vain(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    before: Option<LinkTrouble>,
    why: String,
    now: Timestamp,
) -> Result<(), AppError> {
    let url = link_of(version).to_owned();
    let before = before.filter(|before| before.url == url);
    let (failures, since) = match &before {
        Some(before) if now.duration_since(before.checked_at) < APART => return Ok(()),
        Some(before) => (before.failures + 1, before.since),
        None => (1, now),
    };
    let trouble = LinkTrouble { version: version.id, url, why, failures, since, checked_at: now };
    link::put(tx.cx(), &trouble).await?;
    if failures == DEAD_LINK_FAILURES {
        let after = serde_json::json!({ "url": trouble.url, "why": trouble.why });
        let act = Act::new("course.link_dead", Thing::Version(version.id)).after(after);
        hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?;
        tell_publisher(app, tx, version, &trouble, now).await?;
    }
    Ok(())
}

async fn tell_publisher(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    trouble: &LinkTrouble,
    now: Timestamp,
) -> Result<(), AppError> {
    let language = match version.site_id {
        Some(id) => hub_db::site::by_id(tx.cx(), id).await?.map(|site| site.info.language),
        None => None,
    };
    let language = language.unwrap_or_default();
    let publisher = Receiver::Address { address: &version.text.publisher_email, language: &language };
    let values = [
        ("title", version.text.title.as_str()),
        ("address", trouble.url.as_str()),
        ("reason", trouble.why.as_str()),
    ];
    let notice = Notice { kind: MailKind::LinkDead, receivers: &[publisher], values: &values };
    mail::notify(app, tx, &notice, now).await
}
