//! A registered site says anew what it is.

use hub_core::act::{Act, Changed, Thing};
use hub_core::address::{AddressError, SiteAddress};
use hub_core::rights::Actor;
use hub_core::site::Site;

use super::apply::Said;
use super::{locks, mails, sighting};
use crate::{App, AppError, Missing};

/// Why an update was refused.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// Another live site has the address.
    #[error("another site is registered at this address; that site must leave or move first")]
    AddressTaken,
    /// The address cannot be one of a site.
    #[error("{0}")]
    Address(#[from] AddressError),
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for UpdateError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

/// Takes what a site says of itself. Contact and numbers apply at once; another name or address waits for staff, who
/// are mailed. An update that changes nothing leaves no trace but that the site was heard. The site is not probed: a registered site behind a firewall stays registered.
pub async fn update(app: &App, site: &Site, said: &Said, address: Option<&str>) -> Result<(), UpdateError> {
    app.may_change()?;
    let now = app.clock.now();
    let address = address.filter(|text| !text.trim().is_empty()).map(SiteAddress::parse).transpose()?;
    let mut tx = app.db.begin().await?;
    if let Some(address) = &address {
        let holder = hub_db::site::live_by_address(tx.cx(), address.key()).await?;
        if holder.is_some_and(|holder| holder.id != site.id) {
            return Err(UpdateError::AddressTaken);
        }
    }
    let locked = hub_db::site::lock(tx.cx(), site.id).await?;
    let mut site = locked.ok_or(AppError::NotFound(Missing::Site))?;
    let before = site.clone();
    let mut waits = said.apply(&mut site);
    if let Some(address) = &address {
        let moved = address.key() != site.address.key();
        waits |= moved && site.waiting_address.as_ref() != Some(address);
        site.waiting_address = moved.then(|| address.clone());
    }
    locks::hold(&mut tx, &before, &mut site, said, address.as_ref(), now).await?;
    waits &= site.waiting_name != before.waiting_name || site.waiting_address != before.waiting_address;
    let heard = sighting::heard(address.as_ref(), said);
    sighting::note(&mut tx, &mut site, &heard, now).await?;
    if site == before {
        // The weekly call of a site where nothing has changed; that it called is noted.
        return Ok(tx.commit().await.map_err(AppError::from)?);
    }
    site.updated_at = now;
    hub_db::site::update(tx.cx(), &site).await?;
    // Two installations that speak in turns would announce each other's name every week; staff knows already.
    if waits && before.cloned_at.is_none() {
        let new_name = site.waiting_name.as_deref().unwrap_or(&site.info.name);
        let new_address = site.waiting_address.as_ref().unwrap_or(&site.address);
        let (old, new) =
            ((before.info.name.as_str(), before.address.as_str()), (new_name, new_address.as_str()));
        mails::changed_site(app, &mut tx, &site, old, new, now).await?;
    }
    let said = |site: &Site| {
        let waiting_address = site.waiting_address.as_ref().map(SiteAddress::as_str);
        serde_json::json!({
            "info": site.info, "waiting_name": site.waiting_name, "waiting_address": waiting_address,
        })
    };
    let act = Act::new("site.updated", Thing::Site(site.id)).before(said(&before)).after(said(&site));
    hub_db::audit::record(tx.cx(), Actor::Site(site.id), &act, now).await?;
    // Of what a site may change at once, its courses show only whether they may name it.
    if site.info.disclosure != before.info.disclosure {
        hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    }
    tx.commit().await.map_err(AppError::from)?;
    app.wake();
    Ok(())
}
