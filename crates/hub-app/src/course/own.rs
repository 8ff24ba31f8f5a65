//! A course as its publisher sees it by the link in a mail, who may have no account anywhere: where it stands, why, how
//! often it was taken, and the way to take it back.

use hub_core::VersionId;
use hub_core::act::Changed;
use hub_core::course::Version;
use hub_core::listing::Listing;
use hub_core::rights::Actor;
use hub_core::site::Site;
use hub_db::Cx;
use hub_db::decision::Decision;

use super::withdraw::take_back;
use crate::moderation::mails::publisher_address;
use crate::outside::crypto::{same_secret, token_hash};
use crate::{App, AppError, Missing};

/// Digits of a link's signature: 160 bits.
const SIGNATURE_DIGITS: usize = 40;

/// A course and what its publisher is told of it.
#[derive(Clone, Debug)]
pub struct OwnCourse {
    /// The version the link is about.
    pub version: Version,
    /// How often its course was looked at.
    pub views: i64,
    /// The newest decision of staff, if there was one.
    pub decision: Option<Decision>,
}

impl OwnCourse {
    /// Whether there is something to take back.
    pub fn may_be_withdrawn(&self) -> bool {
        self.version.listing.on_withdraw() != self.version.listing || self.version.waiting_text_id.is_some()
    }

    /// Whether the decision that stands can be appealed.
    pub fn may_be_appealed(&self) -> bool {
        let is_against = matches!(self.version.listing, Listing::Refused { .. } | Listing::Hidden { .. });
        is_against && self.decision.as_ref().is_some_and(|decision| decision.verdict.may_be_appealed())
    }
}

/// The link of a publisher: the version's number and a signature over it and the address that gets its mails. Nothing is
/// kept of it, and it ends when the course gets another publisher.
pub(crate) fn link(app: &App, id: VersionId, address: &str) -> String {
    app.address.join(&format!("/published/{}", token(app, id, address)))
}

fn token(app: &App, id: VersionId, address: &str) -> String {
    let mut signature = app.key.fingerprint("publisher link", &format!("{id} {}", address.to_lowercase()));
    signature.truncate(SIGNATURE_DIGITS);
    format!("{id}p{signature}")
}

async fn opened(app: &App, mut cx: Cx<'_>, link: &str) -> Result<Version, AppError> {
    let missing = || AppError::NotFound(Missing::Link);
    let id = link.split_once('p').and_then(|(id, _)| id.parse().ok()).map(VersionId).ok_or_else(missing)?;
    let version = hub_db::version::by_id(cx.again(), id).await?.ok_or_else(missing)?;
    let site = site_of(cx, &version).await?;
    let address = publisher_address(&version, site.as_ref());
    if same_secret(link, &token(app, id, address)) { Ok(version) } else { Err(missing()) }
}

async fn site_of(cx: Cx<'_>, version: &Version) -> Result<Option<Site>, AppError> {
    match version.site_id {
        Some(id) => Ok(hub_db::site::by_id(cx, id).await?),
        None => Ok(None),
    }
}

/// The course of a link.
///
/// # Errors
/// `NotFound` for a link that never was, or whose course has another publisher by now.
pub async fn by_link(app: &App, link: &str) -> Result<OwnCourse, AppError> {
    let mut conn = app.db.read().await?;
    let version = opened(app, conn.cx(), link).await?;
    let decision = hub_db::decision::of_version(conn.cx(), version.id, 1).await?.pop();
    let views = hub_db::view::of_course(conn.cx(), version.course_id).await?;
    Ok(OwnCourse { version, views, decision })
}

/// Takes the course back, as its Moodle does by withdrawing it; doing so twice is the same.
///
/// # Errors
/// As [`by_link`].
pub async fn withdraw(app: &App, link: &str) -> Result<(), AppError> {
    app.may_change()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = opened(app, tx.cx(), link).await?.id;
    let version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Link))?;
    if let Some(course) = take_back(&mut tx, version, Actor::Visitor, now).await? {
        hub_db::change::append(tx.cx(), Changed::Course(course), now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// A fresh link of its own to the decision that stands, where the publisher speaks up against it.
///
/// # Errors
/// As [`by_link`]; `Conflict` if there is nothing to appeal.
pub async fn appeal(app: &App, link: &str) -> Result<String, AppError> {
    let own = by_link(app, link).await?;
    let decision = own.decision.as_ref().filter(|_| own.may_be_appealed());
    let decision =
        decision.ok_or_else(|| AppError::Conflict("only a refusal or hiding can be appealed".to_owned()))?;
    let (token, now) = (app.rng.token(), app.clock.now());
    let mut tx = app.db.begin().await?;
    hub_db::decision::add_link(tx.cx(), token_hash(&token).as_str(), decision.id, now).await?;
    tx.commit().await?;
    Ok(token.expose().to_owned())
}
