//! What staff corrected of a site stays, whatever the site says; what it says is kept beside.

use hub_core::act::Thing;
use hub_core::address::SiteAddress;
use hub_core::site::{Site, SiteInfo};
use hub_db::Tx;
use hub_db::field_lock;
use jiff::Timestamp;

use super::Said;
use crate::AppError;

/// What can be locked: what a site says of itself and staff can set.
pub const LOCKABLE: [&str; 7] =
    ["name", "description", "contact_name", "contact_email", "language", "country", "address"];

/// What a site has in a field that can be locked.
pub(super) fn value_of(site: &Site, field: &str) -> Option<String> {
    if field == "address" {
        return Some(site.address.as_str().to_owned());
    }
    of_info(&mut site.info.clone(), field).map(|value| value.clone())
}

/// The place of a field that can be locked; that of the address is elsewhere.
pub(super) fn of_info<'a>(info: &'a mut SiteInfo, field: &str) -> Option<&'a mut String> {
    Some(match field {
        "name" => &mut info.name,
        "description" => &mut info.description,
        "contact_name" => &mut info.contact_name,
        "contact_email" => &mut info.contact_email,
        "language" => &mut info.language,
        "country" => &mut info.country,
        _ => return None,
    })
}

/// Puts what staff locked back into a site that has just taken what was said, and keeps what was said. `before` is the
/// site as it was, `site` is changed, the caller writes it.
pub(super) async fn hold(
    tx: &mut Tx,
    before: &Site,
    site: &mut Site,
    said: &Said,
    address: Option<&SiteAddress>,
    now: Timestamp,
) -> Result<(), AppError> {
    let thing = Thing::Site(site.id);
    for lock in field_lock::of_thing(tx.cx(), thing).await? {
        let told = if lock.field == "address" {
            site.waiting_address = None;
            site.address = before.address.clone();
            address.map_or_else(|| lock.said.clone(), |address| address.as_str().to_owned())
        } else {
            told(before, &lock.field, &lock.said, said).unwrap_or_default()
        };
        if told != lock.said {
            field_lock::put(tx.cx(), thing, &lock.field, &told, now).await?;
        }
        let kept = value_of(before, &lock.field).unwrap_or_default();
        if let Some(place) = of_info(&mut site.info, &lock.field) {
            *place = kept;
        }
        if lock.field == "name" {
            site.waiting_name = None;
        }
    }
    Ok(())
}

/// What a site says in a field now, which it said `before` the last time; what it leaves out it says as before.
fn told(site: &Site, field: &str, before: &str, said: &Said) -> Option<String> {
    let mut info = site.info.clone();
    before.clone_into(of_info(&mut info, field)?);
    of_info(&mut said.over(&info), field).cloned()
}
