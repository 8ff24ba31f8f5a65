//! Trusted and prioritised sites.

use hub_core::SiteId;
use hub_core::course::Version;
use hub_core::rights::Actor;
use hub_core::site::Site;

use super::waiting::of_site;
use super::{change, still_here};
use crate::{App, AppError};

/// A site that is trusted now.
#[derive(Clone, Debug)]
pub struct Trusted {
    /// The site.
    pub site: Site,
    /// What it published before and still waits: trust counts for what comes.
    pub waiting: Vec<Version>,
}

/// What the site publishes from now on is listed at once.
///
/// # Errors
/// `Conflict` if it has left.
pub async fn trust(app: &App, actor: Actor, id: SiteId) -> Result<Trusted, AppError> {
    let site = change(app, actor, id, "site.trusted", |site| {
        still_here(site)?;
        site.trusted = true;
        Ok(())
    })
    .await?;
    Ok(Trusted { site, waiting: of_site(app, id).await? })
}

/// What the site publishes from now on waits for staff; what is listed stays.
///
/// # Errors
/// `Conflict` while it is prioritised.
pub async fn untrust(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.untrusted", |site| {
        if site.prioritised {
            return Err(AppError::Conflict(format!(
                "site {id} is prioritised, and prioritised sites are trusted; take its priority first: coursehub site \
                 unprioritise {id}"
            )));
        }
        site.trusted = false;
        Ok(())
    })
    .await
}

/// First in the site list; trusted with it.
///
/// # Errors
/// `Conflict` if it has left.
pub async fn prioritise(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.prioritised", |site| {
        still_here(site)?;
        (site.prioritised, site.trusted) = (true, true);
        Ok(())
    })
    .await
}

/// No longer first; it stays trusted.
///
/// # Errors
/// `NotFound` if there is no such site.
pub async fn unprioritise(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.unprioritised", |site| {
        site.prioritised = false;
        Ok(())
    })
    .await
}
