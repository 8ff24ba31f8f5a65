//! Staff keeps a field as it is, or gives it back to the site.

use hub_core::SiteId;
use hub_core::act::Thing;
use hub_core::address::SiteAddress;
use hub_core::rights::Actor;
use hub_core::site::Site;
use hub_db::field_lock;

use super::set::hold_against_updates;
use super::{address_taken, lock, record, still_here, taken, write};
use crate::site::locks::of_info;
use crate::{App, AppError, FieldErrors};

/// The field stays as it is, whatever the site says from now on; what it says is kept beside. Gives whether it was not
/// locked before.
///
/// # Errors
/// `Invalid` if the field cannot be locked.
pub async fn hold(app: &App, actor: Actor, id: SiteId, field: &str) -> Result<bool, AppError> {
    let now = app.clock.now();
    let thing = Thing::Site(id);
    let mut tx = app.db.begin().await?;
    let site = lock(&mut tx, id).await?;
    if !is_lockable(&site, field) {
        let mut errors = FieldErrors::default();
        errors.add("field", "this can't be locked: the site does not say it");
        return Err(AppError::Invalid(errors));
    }
    if field_lock::of_thing(tx.cx(), thing).await?.iter().any(|lock| lock.field == field) {
        return Ok(false);
    }
    hold_against_updates(&mut tx, &site, field, now).await?;
    let act = record("site.locked", id, &serde_json::Value::Null, &serde_json::json!({ "locked": field }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// The field is what the site says from now on; it becomes what the site said last. Gives whether it was locked.
///
/// # Errors
/// `Conflict` if another site has the address that this one says.
pub async fn unlock(app: &App, actor: Actor, id: SiteId, field: &str) -> Result<bool, AppError> {
    let now = app.clock.now();
    let thing = Thing::Site(id);
    let mut tx = app.db.begin().await?;
    let before = lock(&mut tx, id).await?;
    let locks = field_lock::of_thing(tx.cx(), thing).await?;
    let Some(found) = locks.into_iter().find(|lock| lock.field == field) else { return Ok(false) };
    field_lock::remove(tx.cx(), thing, field).await?;
    let mut after = before.clone();
    if field == "address" {
        let said = SiteAddress::parse(&found.said).map_err(|error| AppError::Conflict(error.to_string()))?;
        if said.key() != before.address.key() {
            still_here(&before)?;
            if hub_db::site::live_by_address(tx.cx(), said.key()).await?.is_some() {
                return Err(address_taken());
            }
            hub_db::registration::forget_sightings(tx.cx(), id).await?;
            after.cloned_at = None;
        }
        after.address = said;
    } else if let Some(place) = of_info(&mut after.info, field) {
        place.clone_from(&found.said);
    }
    if after == before {
        let act =
            record("site.unlocked", id, &serde_json::json!({ "locked": field }), &serde_json::Value::Null);
        hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    } else {
        after.updated_at = now;
        write(&mut tx, actor, "site.unlocked", &before, &after, now).await?;
    }
    tx.commit().await.map_err(taken)?;
    app.wake();
    Ok(true)
}

/// Whether a field of the site can be locked at all: the site says it.
pub fn is_lockable(site: &Site, field: &str) -> bool {
    crate::site::locks::value_of(site, field).is_some()
}
