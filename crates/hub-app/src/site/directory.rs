//! The public site list, a site's page, and how courses name their site: only what staff shows and the site discloses.

use std::collections::HashMap;

use hub_core::SiteId;
use hub_core::site::{Disclosure, Site};
use hub_core::visibility::{Viewer, may_read};
use jiff::Timestamp;

use crate::{App, AppError, Missing};

/// Sites in the list at most; the order is the visitor's language's, so all are read.
const MOST_SITES: i64 = 20_000;

/// What anybody may know of a site that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Face {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// What it says of itself, plain text.
    pub description: String,
    /// Country code, or empty.
    pub country: String,
    /// Language code, or empty.
    pub language: String,
    /// Where it is, if it wants to be linked.
    pub address: Option<String>,
    /// First in the list.
    pub prioritised: bool,
    /// Whether visitors may write to it.
    pub contactable: bool,
    /// When it first registered.
    pub registered_at: Timestamp,
}

impl Face {
    /// `None` for a site that is not shown.
    fn of(site: Site) -> Option<Self> {
        let address = match site.shown_as() {
            Disclosure::NotDisplayed => return None,
            Disclosure::Named => None,
            Disclosure::Linked => Some(site.address.as_str().to_owned()),
        };
        Some(Self {
            id: site.id,
            name: site.info.name,
            description: site.info.description,
            country: site.info.country,
            language: site.info.language,
            address,
            prioritised: site.prioritised,
            contactable: site.info.contactable && !site.info.contact_email.is_empty(),
            registered_at: site.registered_at,
        })
    }
}

/// A site as courses name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSite {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: String,
}

/// A site in the list with the number of its public courses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The site.
    pub site: Face,
    /// Its public courses.
    pub courses: i64,
}

/// All sites that are shown, in no order.
///
/// # Errors
/// `MembersOnly` or `HubOff` when strangers may not read.
pub async fn list(app: &App, viewer: Viewer) -> Result<Vec<Listed>, AppError> {
    open_to(app, viewer)?;
    let mut conn = app.db.read().await?;
    let sites = hub_db::site::in_directory(conn.cx(), MOST_SITES).await?;
    let courses = hub_db::version::count_public_by_site(conn.cx()).await?;
    let listed = |site: Face| Listed { courses: courses.get(&site.id).copied().unwrap_or_default(), site };
    Ok(sites.into_iter().filter_map(Face::of).map(listed).collect())
}

/// One site that is shown.
///
/// # Errors
/// `NotFound` for all others, as if they were not registered.
pub async fn show(app: &App, viewer: Viewer, id: SiteId) -> Result<Face, AppError> {
    open_to(app, viewer)?;
    let site = hub_db::site::by_id(app.db.read().await?.cx(), id).await?;
    site.and_then(Face::of).ok_or(AppError::NotFound(Missing::Site))
}

/// Those of some sites that are shown, by id.
pub async fn names(app: &App, ids: &[SiteId]) -> Result<HashMap<SiteId, NamedSite>, AppError> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let sites = hub_db::site::shown_names(app.db.read().await?.cx(), ids).await?;
    Ok(sites.into_iter().map(|(id, name)| (id, NamedSite { id, name })).collect())
}

fn open_to(app: &App, viewer: Viewer) -> Result<(), AppError> {
    match may_read(viewer, &app.policy()).and_then(AppError::from_sight) {
        Some(closed) => Err(closed),
        None => Ok(()),
    }
}
