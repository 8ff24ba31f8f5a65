//! What of a site waits for staff: publications, and a changed name or address.

use hub_core::SiteId;
use hub_core::VersionId;
use hub_core::course::Version;
use hub_core::listing::Listing;
use hub_core::rights::Actor;
use hub_core::site::Site;

use super::{address_taken, change, lock, still_here, taken, write};
use crate::course::decide::{Decided, Decision, decide};
use crate::{App, AppError};

/// Versions of one site that are looked at.
const MOST: i64 = 5000;

/// Publications of a site that wait, and listed ones with a change that does, oldest first.
///
/// # Errors
/// Only ours.
pub async fn waiting(app: &App, id: SiteId) -> Result<Vec<Version>, AppError> {
    of_site(app, id).await
}

pub(super) async fn of_site(app: &App, id: SiteId) -> Result<Vec<Version>, AppError> {
    let mut versions = hub_db::version::of_site(app.db.read().await?.cx(), id, MOST).await?;
    versions.retain(|version| version.listing == Listing::Waiting || version.waiting_text_id.is_some());
    versions.reverse();
    Ok(versions)
}

/// What became of one waiting publication.
#[derive(Debug)]
pub struct AcceptedOne {
    /// The version.
    pub id: VersionId,
    /// Its name.
    pub title: String,
    /// The decision, or what stood in its way.
    pub outcome: Result<Decided, AppError>,
}

/// Accepts all that waits of a site, one by one: what cannot be accepted stands in nobody's way.
///
/// # Errors
/// Only ours.
pub async fn accept_waiting(app: &App, actor: Actor, id: SiteId) -> Result<Vec<AcceptedOne>, AppError> {
    let mut all = Vec::new();
    for version in of_site(app, id).await? {
        let outcome = decide(app, actor, version.id, &Decision::Accept { despite_findings: false }).await;
        all.push(AcceptedOne { id: version.id, title: version.text.title, outcome });
    }
    Ok(all)
}

/// The site has the name and the address it says it has.
///
/// # Errors
/// `Conflict` if another site has the address, or this one has left.
pub async fn accept_change(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = lock(&mut tx, id).await?;
    let mut after = before.clone();
    if let Some(name) = after.waiting_name.take() {
        after.info.name = name;
    }
    if let Some(address) = after.waiting_address.take() {
        still_here(&before)?;
        let holder = hub_db::site::live_by_address(tx.cx(), address.key()).await?;
        if holder.is_some_and(|holder| holder.id != id) {
            return Err(address_taken());
        }
        after.address = address;
        hub_db::registration::forget_sightings(tx.cx(), id).await?;
        after.cloned_at = None;
    }
    if after == before {
        return Ok(after);
    }
    after.updated_at = now;
    write(&mut tx, actor, "site.change_accepted", &before, &after, now).await?;
    tx.commit().await.map_err(taken)?;
    app.wake();
    Ok(after)
}

/// The site keeps the name and the address it has.
///
/// # Errors
/// `NotFound` if there is no such site.
pub async fn refuse_change(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.change_refused", |site| {
        (site.waiting_name, site.waiting_address) = (None, None);
        Ok(())
    })
    .await
}
