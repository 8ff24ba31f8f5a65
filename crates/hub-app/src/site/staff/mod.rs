//! What staff does with sites. Every act is recorded with what it changed; doing what is so already is no error and
//! leaves no trace.

mod connectivity;
mod directory;
mod end;
pub mod find;
mod lock;
mod look;
mod newcomer;
mod proof;
mod set;
mod split;
mod standing;
mod tokens;
mod trust;
mod waiting;

use hub_core::SiteId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};
use hub_db::Tx;
use jiff::Timestamp;
use serde_json::{Map, Value};

use crate::{App, AppError, Missing};

pub use connectivity::{Connectivity, Finding, check_connectivity};
pub use directory::{hide_from_list, show_in_list};
pub use end::{Courses, Deleted, block, delete, unblock};
pub use hub_db::registration::BlockedSecret;
pub use lock::{hold, is_lockable, unlock};
pub use look::{Details, TokenStanding, list, show};
pub use newcomer::{accept_newcomer, refuse_newcomer};
pub use proof::{Asked, Looked, Method, NotFound, ask_proof, look_for_proof};
pub use set::{KEYS, set, set_all};
pub use split::split;
pub use standing::{accept, confirm, refuse, resume, suspend};
pub use tokens::{Notice, blocked, revoke, rotate};
pub use trust::{Trusted, prioritise, trust, unprioritise, untrust};
pub use waiting::{AcceptedOne, accept_change, accept_waiting, refuse_change, waiting};

/// One decision on one site: load and lock, let `decide` change it, write, record.
async fn change(
    app: &App,
    actor: Actor,
    id: SiteId,
    act: &'static str,
    decide: impl FnOnce(&mut Site) -> Result<(), AppError>,
) -> Result<Site, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = lock(&mut tx, id).await?;
    let mut after = before.clone();
    decide(&mut after)?;
    if after == before {
        return Ok(after);
    }
    write(&mut tx, actor, act, &before, &after, now).await?;
    if after.trusted && !before.trusted {
        super::mails::trusted(app, &mut tx, &after, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(after)
}

async fn lock(tx: &mut Tx, id: SiteId) -> Result<Site, AppError> {
    hub_db::site::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))
}

/// Writes a changed site with its line in the record and in the change feed.
async fn write(
    tx: &mut Tx,
    actor: Actor,
    act: &'static str,
    before: &Site,
    after: &Site,
    now: Timestamp,
) -> Result<(), AppError> {
    hub_db::site::update(tx.cx(), after).await.map_err(taken)?;
    let (was, is) = difference(before, after);
    let act = Act::new(act, Thing::Site(after.id)).before(was).after(is);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(after.id), now).await?;
    Ok(())
}

/// An act on a site that changes no field of its row.
fn record(name: &'static str, id: SiteId, before: &Value, after: &Value) -> Act {
    Act::new(name, Thing::Site(id)).before(before.clone()).after(after.clone())
}

/// The only thing of a site that another one can have is its address.
fn taken(error: hub_db::DbError) -> AppError {
    match error {
        hub_db::DbError::Conflict(_) => address_taken(),
        other => other.into(),
    }
}

fn address_taken() -> AppError {
    AppError::Conflict("another site is registered at this address".to_owned())
}

/// The fields that differ, as they were and as they are.
fn difference(before: &Site, after: &Site) -> (Value, Value) {
    let (before, after) = (fields(before), fields(after));
    let differs = |name: &String| before.get(name) != after.get(name);
    let only = |of: &Map<String, Value>| {
        let kept = of.iter().filter(|(name, _)| differs(name));
        Value::Object(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
    };
    (only(&before), only(&after))
}

fn fields(site: &Site) -> Map<String, Value> {
    let own = serde_json::json!({
        "state": site.state,
        "address": site.address.as_str(),
        "trusted": site.trusted,
        "prioritised": site.prioritised,
        "in_directory": site.in_directory,
        "courses_per_day": site.courses_per_day,
        "waiting_name": site.waiting_name,
        "waiting_address": site.waiting_address.as_ref().map(hub_core::address::SiteAddress::as_str),
        "cloned_at": site.cloned_at,
        "notes": site.notes,
    });
    let said = serde_json::json!(site.info);
    let members = |value: Value| if let Value::Object(members) = value { members } else { Map::new() };
    members(own).into_iter().chain(members(said)).collect()
}

/// Most decisions make no sense for a site that is gone.
fn still_here(site: &Site) -> Result<(), AppError> {
    if site.state == SiteState::Left {
        return Err(AppError::Conflict(format!(
            "site {} has left this hub; it can only be registered again from its own Moodle",
            site.id
        )));
    }
    Ok(())
}
