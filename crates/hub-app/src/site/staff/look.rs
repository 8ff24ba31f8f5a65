//! What staff sees of sites.

use hub_core::SiteId;
use hub_core::act::Thing;
use hub_core::course::Version;
use hub_core::site::Site;
use hub_db::audit::Record;
use hub_db::field_lock::FieldLock;
use hub_db::registration::Sighting;
use hub_db::site_list::Counts;
use hub_db::site_proof::Proof;
use hub_db::token::SiteToken;
use jiff::Timestamp;

use super::waiting::of_site;
use crate::site::replace::{Told, told};
use crate::{App, AppError, Missing};

/// Lines of the record that are shown.
const RECORD_LINES: i64 = 20;
/// Tokens that are shown.
const TOKENS: i64 = 20;

/// Whether a site has a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenStanding {
    /// It has one.
    Live {
        /// Since when.
        since: Timestamp,
    },
    /// It has none: it waits, left, or was split.
    None,
}

/// A site with everything around it.
#[derive(Clone, Debug)]
pub struct Details {
    /// The site.
    pub site: Site,
    /// Its token.
    pub token: TokenStanding,
    /// No call came within ten minutes of the last handshake.
    pub return_not_seen: bool,
    /// Its present secret is blocked.
    pub blocked: bool,
    /// What its token said of the installation that uses it, oldest first: two values of `address` or of `release` are
    /// two installations, if the site is marked as cloned.
    pub sightings: Vec<Sighting>,
    /// A newcomer that registers its address with a secret of its own, and waits for the contact or for staff.
    pub newcomer: Option<Told>,
    /// Courses of an earlier identity, which it cannot change until staff confirms.
    pub unconfirmed_courses: i64,
    /// Publications that wait for staff, and listed ones with a change that does.
    pub waiting: Vec<Version>,
    /// What staff locked, each with what the site says meanwhile; the site itself has staff's value.
    pub locks: Vec<FieldLock>,
    /// Its tokens, newest first.
    pub tokens: Vec<SiteToken>,
    /// The proof of its address, if one was asked for.
    pub proof: Option<Proof>,
    /// What the site's administrator is told to do for it.
    pub asked: Option<super::Asked>,
    /// Its publications.
    pub counts: Counts,
    /// The newest lines of the record, newest first.
    pub record: Vec<Record>,
}

/// Sites in the order of their ids, after `after`, at most `limit`, those that left included.
pub async fn list(app: &App, after: SiteId, limit: i64) -> Result<Vec<Site>, AppError> {
    Ok(hub_db::site::list(app.db.read().await?.cx(), after, limit).await?)
}

/// One site with everything around it.
///
/// # Errors
/// `NotFound` if there is none.
pub async fn show(app: &App, id: SiteId) -> Result<Details, AppError> {
    let mut conn = app.db.read().await?;
    let site = hub_db::site::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    let token = match hub_db::token::live_of_site(conn.cx(), id).await? {
        Some(since) => TokenStanding::Live { since },
        None => TokenStanding::None,
    };
    let blocked = match hub_db::site::secret(conn.cx(), id).await? {
        Some(kept) => hub_db::registration::is_blocked(conn.cx(), &kept.hash).await?,
        None => false,
    };
    let sightings = hub_db::registration::sightings(conn.cx(), (id, site.identity)).await?;
    let newcomer = hub_db::registration::waiting_replacement_of(conn.cx(), id, app.clock.now()).await?;
    let newcomer = newcomer.map(|found| told(app, &found)).transpose()?;
    let unconfirmed_courses = hub_db::course::count_unconfirmed(conn.cx(), id, site.identity).await?;
    let locks = hub_db::field_lock::of_thing(conn.cx(), Thing::Site(id)).await?;
    let tokens = hub_db::token::of_site(conn.cx(), id, TOKENS).await?;
    let proof = hub_db::site_proof::of_site(conn.cx(), id).await?;
    let asked = proof.as_ref().map(|proof| super::proof::asked(&site, proof));
    let counts = hub_db::site_list::counts(conn.cx(), &[id]).await?;
    let record = hub_db::audit::of_thing(conn.cx(), ("site", id.get()), RECORD_LINES).await?;
    drop(conn);
    let waiting = of_site(app, id).await?;
    let return_not_seen = site.return_not_seen(app.clock.now());
    Ok(Details {
        site,
        token,
        return_not_seen,
        blocked,
        sightings,
        newcomer,
        unconfirmed_courses,
        waiting,
        locks,
        tokens,
        proof,
        asked,
        counts: counts.first().map(|(_, counts)| *counts).unwrap_or_default(),
        record,
    })
}
