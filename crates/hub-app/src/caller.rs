//! Who calls with a token: the three machine identities.

use hub_core::TokenId;
use hub_core::act::{Act, Thing};
use hub_core::policy::{Enabled, Policy, Reading};
use hub_core::rights::{Actor, Scope};
use hub_core::secret::{Secret, is_token_shaped};
use hub_core::site::{Site, SiteState};
use hub_core::visibility::Viewer;
use hub_db::token::Token;
use jiff::SignedDuration;

use crate::outside::crypto::token_hash;
use crate::site::leave;
use crate::{App, AppError};

/// The literal token of the public reader (protocol notes, 8.2).
pub const PUBLIC_TOKEN: &str = "publichub";

/// The machine identity behind a token.
#[derive(Clone, Debug)]
pub enum Caller {
    /// A registered site.
    Site(Box<Site>),
    /// Anybody, on a hub that everybody may read.
    PublicReader,
    /// Reads the hub's own information.
    DirectoryReader,
}

/// Why a token does not open a door.
#[derive(Debug, thiserror::Error)]
pub enum TokenError {
    /// No live token; the sentence says what to do.
    #[error("Invalid token - token not found. {CURE}")]
    Invalid,
    /// The site is suspended: not an invalid token, or core would delete its registration.
    #[error("this site is suspended on this hub; ask the hub's staff")]
    Suspended,
    /// The hub is switched off.
    #[error("this hub is switched off at the moment")]
    HubOff,
    /// Our fault.
    #[error(transparent)]
    App(#[from] AppError),
}

/// What every invalid-token fault adds: the usual reason, and the way out.
pub const CURE: &str = "If this site was copied from another one, or was registered anew elsewhere, its token has \
    ended: unregister from this hub (with force if asked), then register again. Courses and their numbers stay";

/// Whether Moodles that are not registered may search.
pub(crate) fn has_public_reader(policy: &Policy) -> bool {
    policy.enabled != Enabled::Off && policy.reading == Reading::Everyone
}

/// How old the last noted call may be before the next is noted: a call that changes nothing must not write.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// Finds who calls, and notes that the site was seen.
pub async fn authenticate(app: &App, token: &Secret) -> Result<Caller, TokenError> {
    let policy = app.policy();
    if policy.enabled == Enabled::Off {
        return Err(TokenError::HubOff);
    }
    if token.expose() == PUBLIC_TOKEN {
        return if has_public_reader(&policy) { Ok(Caller::PublicReader) } else { Err(TokenError::Invalid) };
    }
    if !is_token_shaped(token.expose()) {
        return Err(TokenError::Invalid);
    }
    let mut conn = app.db.read().await.map_err(AppError::from)?;
    let found =
        hub_db::token::by_hash(conn.cx(), token_hash(token).as_str()).await.map_err(AppError::from)?;
    let Some(found) = found else { return Err(TokenError::Invalid) };
    if found.ended_because.is_some() {
        drop(conn);
        note_life_after_leaving(app, &found).await?;
        return Err(TokenError::Invalid);
    }
    let site_id = match (found.scope, found.site_id) {
        (Scope::DirectoryReader, _) => return Ok(Caller::DirectoryReader),
        (Scope::Site, Some(site_id)) => site_id,
        (Scope::PublicReader, _) | (Scope::Site, None) => return Err(TokenError::Invalid),
    };
    let site = hub_db::site::by_id(conn.cx(), site_id).await.map_err(AppError::from)?;
    drop(conn);
    let site = site.ok_or(TokenError::Invalid)?;
    match site.state {
        SiteState::Active => {}
        SiteState::Suspended => return Err(TokenError::Suspended),
        SiteState::Waiting | SiteState::Left => return Err(TokenError::Invalid),
    }
    note_seen(app, &site, found.id).await?;
    Ok(Caller::Site(Box::new(site)))
}

/// How long after a site unregistered its ended token must be used for that to mean something: the client that
/// unregistered forgets its token at once, or after one more attempt.
const LIFE_AFTER: SignedDuration = SignedDuration::from_hours(1);

/// A site unregistered, and its token is still used: a copy unregistered for both, and the original is alive. It is
/// marked, so that the original gets its courses back when it registers again.
async fn note_life_after_leaving(app: &App, token: &Token) -> Result<(), AppError> {
    let now = app.clock.now();
    let long_after = token.ended_at.is_some_and(|ended| now.duration_since(ended) >= LIFE_AFTER);
    let Some(site_id) = token.site_id else { return Ok(()) };
    if token.ended_because.as_deref() != Some(leave::LEFT) || !long_after {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    let Some(mut site) = hub_db::site::lock(tx.cx(), site_id).await? else { return Ok(()) };
    if site.state != SiteState::Left || site.cloned_at.is_some() {
        return Ok(());
    }
    site.cloned_at = Some(now);
    hub_db::site::update(tx.cx(), &site).await?;
    let copied = |is: bool| serde_json::json!({ "copied": is });
    let act =
        Act::new("site.alive_after_leaving", Thing::Site(site_id)).before(copied(false)).after(copied(true));
    hub_db::audit::record(tx.cx(), Actor::Hub, &act, now).await?;
    Ok(tx.commit().await?)
}

async fn note_seen(app: &App, site: &Site, token: TokenId) -> Result<(), AppError> {
    let now = app.clock.now();
    let fresh = |seen: jiff::Timestamp| {
        now.duration_since(seen) < SEEN_EVERY && site.handshake_at.is_none_or(|handshake| seen >= handshake)
    };
    if site.last_seen_at.is_some_and(fresh) {
        return Ok(());
    }
    let mut tx = app.db.begin().await?;
    hub_db::site::seen(tx.cx(), site.id, now).await?;
    // Tokens of earlier attempts at the way back have done their service.
    hub_db::token::end_before(tx.cx(), site.id, token, "handshake", now).await?;
    Ok(tx.commit().await?)
}

impl Caller {
    /// As the visibility function sees it.
    pub fn viewer(&self) -> Viewer {
        match self {
            Self::Site(site) => Viewer::Site { id: site.id, identity: site.identity },
            Self::PublicReader | Self::DirectoryReader => Viewer::Stranger,
        }
    }
}
