//! Staff corrects what a site says of itself, and sets its own limits.

use hub_core::SiteId;
use hub_core::act::Thing;
use hub_core::address::SiteAddress;
use hub_core::policy::nearest;
use hub_core::rights::Actor;
use hub_core::site::{Site, limits};
use hub_core::text::{EmailAddress, cut, cut_line};
use hub_db::{Tx, field_lock};
use jiff::Timestamp;

use super::{address_taken, lock, still_here, taken, write};
use crate::site::locks::value_of;
use crate::{App, AppError, FieldErrors};

/// What can be set of a site, each with what it takes.
pub const KEYS: &[(&str, &str)] = &[
    ("name", "the site's name, 1 to 255 characters"),
    ("description", "plain text"),
    ("contact_name", "the administrator's name"),
    ("contact_email", "one mail address, or nothing"),
    ("language", "a language code such as en"),
    ("country", "two letters such as FR, or nothing"),
    ("address", "where the site is; its token stays valid"),
    (
        "courses_per_day",
        "publications in 24 hours: a number (0: none), unlimited, or nothing for the hub's value",
    ),
    ("notes", "for staff only"),
];

/// Sets one thing of a site. What the site says itself is locked with it: its next update does not change it, and
/// [`super::unlock`] gives it back.
///
/// # Errors
/// `Invalid` names what is wrong with key or value; `Conflict` if another site has the address.
pub async fn set(app: &App, actor: Actor, id: SiteId, key: &str, value: &str) -> Result<Site, AppError> {
    set_all(app, actor, id, &[(key, value)]).await
}

/// As [`set`], for several things in one act: all of them, or none.
///
/// # Errors
/// `Invalid` names everything that is wrong; `Conflict` if another site has the address.
pub async fn set_all(app: &App, actor: Actor, id: SiteId, values: &[(&str, &str)]) -> Result<Site, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = lock(&mut tx, id).await?;
    let mut after = before.clone();
    apply_all(&mut after, values)?;
    if after == before {
        return Ok(after);
    }
    if after.address.key() != before.address.key() {
        still_here(&before)?;
        if hub_db::site::live_by_address(tx.cx(), after.address.key()).await?.is_some() {
            return Err(address_taken());
        }
        // What was heard under the old address says nothing about the new one.
        hub_db::registration::forget_sightings(tx.cx(), id).await?;
        after.cloned_at = None;
    }
    after.updated_at = now;
    for (key, _) in values {
        hold_against_updates(&mut tx, &before, key, now).await?;
    }
    write(&mut tx, actor, "site.set", &before, &after, now).await?;
    tx.commit().await.map_err(taken)?;
    app.wake();
    Ok(after)
}

fn apply_all(site: &mut Site, values: &[(&str, &str)]) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    for (key, value) in values {
        match apply(site, key, value.trim()) {
            Err(AppError::Invalid(FieldErrors(wrong))) => errors.0.extend(wrong),
            other => other?,
        }
    }
    errors.into_result()
}

/// What staff corrected stays when the site says something else; what it said is kept.
pub(super) async fn hold_against_updates(
    tx: &mut Tx,
    before: &Site,
    key: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let thing = Thing::Site(before.id);
    let Some(said) = value_of(before, key) else { return Ok(()) };
    let locks = field_lock::of_thing(tx.cx(), thing).await?;
    if locks.iter().all(|lock| lock.field != key) {
        // A change that waits is the last thing the site said.
        let said = match key {
            "name" => before.waiting_name.clone().unwrap_or(said),
            "address" => before.waiting_address.as_ref().map_or(said, |address| address.as_str().to_owned()),
            _ => said,
        };
        field_lock::put(tx.cx(), thing, key, &said, now).await?;
    }
    Ok(())
}

fn apply(site: &mut Site, key: &str, value: &str) -> Result<(), AppError> {
    let info = &mut site.info;
    match key {
        "name" => {
            let name = cut_line(value, limits::LINE);
            info.name = (!name.is_empty()).then_some(name).ok_or_else(|| wrong(key, "a name is needed"))?;
            site.waiting_name = None;
        }
        "description" => info.description = cut(value, limits::DESCRIPTION),
        "contact_name" => info.contact_name = cut_line(value, limits::LINE),
        "contact_email" => {
            let good = value.is_empty() || EmailAddress::parse(value).is_some();
            info.contact_email = good.then(|| value.to_owned()).ok_or_else(|| {
                wrong(key, "this is not a mail address; it should look like ana@school.example")
            })?;
        }
        "language" => {
            let good =
                !value.is_empty() && value.chars().all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
            let code = good.then(|| cut_line(value, limits::LANGUAGE).to_ascii_lowercase());
            info.language =
                code.ok_or_else(|| wrong(key, "a language code is needed, such as en or pt_br"))?;
        }
        "country" => {
            let good = value.is_empty() || value.len() == 2 && value.chars().all(|c| c.is_ascii_alphabetic());
            info.country = good
                .then(|| value.to_ascii_uppercase())
                .ok_or_else(|| wrong(key, "two letters are needed, such as FR, or nothing"))?;
        }
        "address" => {
            site.address = SiteAddress::parse(value).map_err(|error| wrong(key, &error.to_string()))?;
            site.waiting_address = None;
        }
        "courses_per_day" => {
            site.courses_per_day = match value {
                "" => None,
                "unlimited" => Some(None),
                number => Some(Some(number.parse().map_err(|_| {
                    wrong(key, "a whole number, \"unlimited\", or nothing for the hub's own value")
                })?)),
            };
        }
        "notes" => value.clone_into(&mut site.notes),
        unknown => return Err(unknown_key(unknown)),
    }
    Ok(())
}

fn wrong(key: &str, why: &str) -> AppError {
    let field = KEYS.iter().map(|(known, _)| *known).find(|known| *known == key).unwrap_or("key");
    let mut errors = FieldErrors::default();
    errors.add(field, why);
    AppError::Invalid(errors)
}

fn unknown_key(key: &str) -> AppError {
    let all: Vec<&str> = KEYS.iter().map(|(known, _)| *known).collect();
    let near = nearest(key, all.iter().copied());
    let near = near.map(|near| format!(", did you mean \"{near}\"")).unwrap_or_default();
    wrong("key", &format!("a site has no \"{key}\"{near}; there are {}", all.join(", ")))
}
