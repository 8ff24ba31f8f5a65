//! The way back: a new token for a site, the address its administrator's browser is sent to, and the page that shows
//! whether it got there.

use hub_core::SiteId;
use hub_core::address::{HubAddress, SiteAddress};
use hub_core::rights::Scope;
use hub_core::secret::Secret;
use hub_core::site::{Site, SiteState};
use hub_db::Tx;
use hub_db::registration::Handshake;
use jiff::{SignedDuration, Timestamp};

use crate::outside::crypto::{Sealed, token_hash};
use crate::{App, AppError, Missing};

/// What raw secrets are sealed for while their handshake can be tried again.
const PURPOSE: &str = "handshake secret";
/// Hours the page of a handshake lives, and with it the sealed secret.
const PAGE_HOURS: i64 = 7 * 24;

/// Everything the address back to the site is made of.
#[derive(Clone, Debug)]
pub struct WayBack {
    /// The site.
    pub site: SiteAddress,
    /// The hub's address as the site wrote it.
    pub hub_url: String,
    /// The site's raw secret.
    pub secret: Secret,
    /// The token it will use.
    pub new_token: Secret,
    /// The hub's name.
    pub hub_name: String,
    /// The code of the page that shows where things stand.
    pub code: String,
}

/// Issues a token for an active site. The caller ends those before it, or leaves them until this one is used.
pub(super) async fn issue(
    app: &App,
    tx: &mut Tx,
    site: &mut Site,
    hub_url: &str,
    secret: &Secret,
    now: Timestamp,
) -> Result<WayBack, AppError> {
    let new_token = app.rng.token();
    hub_db::token::insert(tx.cx(), token_hash(&new_token).as_str(), Scope::Site, Some(site.id), now).await?;
    site.handshake_at = Some(now);
    let code = keep(app, tx, site.id, hub_url, secret, now).await?;
    Ok(WayBack {
        site: site.address.clone(),
        hub_url: hub_url.to_owned(),
        secret: secret.clone(),
        new_token,
        hub_name: app.policy().name.clone(),
        code,
    })
}

/// Keeps what *try again* needs, under a short code.
pub(super) async fn keep(
    app: &App,
    tx: &mut Tx,
    site_id: SiteId,
    hub_url: &str,
    secret: &Secret,
    now: Timestamp,
) -> Result<String, AppError> {
    let handshake = Handshake {
        code: app.rng.short_code(),
        site_id,
        hub_url: hub_url.to_owned(),
        secret_sealed: app.key.seal(&app.rng, PURPOSE, secret.expose()).as_str().to_owned(),
        created_at: now,
    };
    let expires_at = now + SignedDuration::from_hours(PAGE_HOURS);
    hub_db::registration::put_handshake(tx.cx(), &handshake, expires_at).await?;
    Ok(handshake.code)
}

/// A new page for the newest handshake of a site, which lives as long as a first one; `None` if that has expired.
pub(super) async fn keep_again(
    app: &App,
    tx: &mut Tx,
    site_id: SiteId,
    now: Timestamp,
) -> Result<Option<String>, AppError> {
    let Some(newest) = hub_db::registration::newest_handshake(tx.cx(), site_id, now).await? else {
        return Ok(None);
    };
    let again = Handshake { code: app.rng.short_code(), created_at: now, ..newest };
    let expires_at = now + SignedDuration::from_hours(PAGE_HOURS);
    hub_db::registration::put_handshake(tx.cx(), &again, expires_at).await?;
    Ok(Some(again.code))
}

/// Where a registration stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The hub's staff decides.
    WaitsForApproval,
    /// The site was sent on its way back moments ago.
    OnItsWay,
    /// The site called with its token: everything works.
    Registered,
    /// No call came within ten minutes.
    ReturnNotSeen,
    /// Suspended or gone.
    Ended,
}

/// What the page of a handshake shows.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its code.
    pub code: String,
    /// The site.
    pub site: Site,
    /// Where it stands.
    pub standing: Standing,
    /// The hub's address as the site wrote it.
    pub hub_url: String,
}

/// The page of a handshake.
///
/// # Errors
/// `NotFound` once it has expired.
pub async fn page(app: &App, code: &str) -> Result<Page, AppError> {
    app.may_answer()?;
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let handshake = hub_db::registration::handshake(conn.cx(), code, now).await?;
    let handshake = handshake.ok_or(AppError::NotFound(Missing::Link))?;
    let site =
        hub_db::site::by_id(conn.cx(), handshake.site_id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    Ok(Page { code: handshake.code, standing: standing(&site, now), site, hub_url: handshake.hub_url })
}

fn standing(site: &Site, now: Timestamp) -> Standing {
    let called = || site.handshake_at.is_some_and(|at| site.last_seen_at.is_some_and(|seen| seen >= at));
    match site.state {
        SiteState::Waiting => Standing::WaitsForApproval,
        SiteState::Suspended | SiteState::Left => Standing::Ended,
        SiteState::Active if called() => Standing::Registered,
        SiteState::Active if site.return_not_seen(now) => Standing::ReturnNotSeen,
        SiteState::Active => Standing::OnItsWay,
    }
}

/// Issues a new token and sends the browser back once more: for a way back that was blocked. The token before it lives
/// until the new one is used, since nobody here knows whether it arrived.
///
/// # Errors
/// `NotFound` once the page has expired, `Forbidden` if the site is not active or has called.
pub async fn try_again(app: &App, code: &str) -> Result<WayBack, AppError> {
    app.may_change()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let handshake = hub_db::registration::handshake(tx.cx(), code, now).await?;
    let handshake = handshake.ok_or(AppError::NotFound(Missing::Link))?;
    let site = hub_db::site::lock(tx.cx(), handshake.site_id).await?;
    let mut site = site.ok_or(AppError::NotFound(Missing::Site))?;
    if site.state != SiteState::Active {
        return Err(AppError::Forbidden("this site is not active on this hub".to_owned()));
    }
    if standing(&site, now) == Standing::Registered {
        return Err(AppError::Forbidden(
            "your site has called this hub: it is registered already".to_owned(),
        ));
    }
    let secret =
        app.key.open(PURPOSE, &Sealed::from_stored(handshake.secret_sealed)).map_err(AppError::internal)?;
    let kept = hub_db::site::secret(tx.cx(), site.id).await?;
    if kept.is_none_or(|kept| kept.hash != super::kept::hash(&secret)) {
        return Err(AppError::NotFound(Missing::Link));
    }
    let back = issue(app, &mut tx, &mut site, &handshake.hub_url, &secret, now).await?;
    hub_db::site::update(tx.cx(), &site).await?;
    let act = hub_core::act::Act::new("site.tried_again", hub_core::act::Thing::Site(site.id));
    hub_db::audit::record(tx.cx(), hub_core::rights::Actor::Visitor, &act, now).await?;
    tx.commit().await?;
    Ok(back)
}

/// The address of this hub that a site must be sent back with: what it wrote, if that is one of ours; else the address
/// the request really came to, if that is an alias; else the main one. The site compares byte for byte, so its own
/// spelling is kept, a slash at the end included (protocol notes, 3.2). `requested` are candidates, the likeliest first.
pub fn echo(app: &App, written: Option<&str>, requested: &[String]) -> String {
    let ours = |text: &str| {
        let asked = HubAddress::parse(text).ok()?;
        std::iter::once(&app.address).chain(&app.aliases).find(|known| known.key() == asked.key())
    };
    if let Some(written) = written.filter(|written| ours(written).is_some()) {
        return written.to_owned();
    }
    // Browsers write hosts in lower case, so for these the spelling of the configuration is the better guess.
    let asked = requested.iter().find_map(|text| ours(text)).unwrap_or(&app.address);
    asked.as_str().to_owned()
}
