//! The first owner: a one-time link that `serve` prints until the hub has one.

use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;

use super::password::hash_new;
use super::session::begin;
use super::sign_in::Browser;
use super::{Person, add, has_owner};
use crate::outside::crypto::token_hash;
use crate::{App, AppError, Missing};

/// Opens a link for the first owner; `None` once the hub has an owner. Links opened before stay open until one is
/// used, so that a restarted hub does not close the one somebody has before them.
pub async fn open_link(app: &App) -> Result<Option<Secret>, AppError> {
    if has_owner(app).await? {
        return Ok(None);
    }
    let link = app.rng.token();
    let mut tx = app.db.begin().await?;
    hub_db::account::put_set_up_link(tx.cx(), token_hash(&link).as_str(), app.clock.now()).await?;
    tx.commit().await?;
    Ok(Some(link))
}

/// Whether a link is open.
pub async fn is_open(app: &App, link: &Secret) -> Result<bool, AppError> {
    let mut conn = app.db.read().await?;
    Ok(hub_db::account::has_set_up_link(conn.cx(), token_hash(link).as_str()).await?)
}

/// Makes the owner's account, closes every link, and signs the owner in; gives the session's token.
///
/// # Errors
/// `NotFound` for a link that was used; `Invalid` for what the account cannot have.
pub async fn take(
    app: &App,
    link: &Secret,
    person: &Person<'_>,
    browser: Browser<'_>,
) -> Result<Secret, AppError> {
    if !is_open(app, link).await? {
        return Err(AppError::NotFound(Missing::Link));
    }
    person.check(app)?;
    let hash = hash_new(app, person.password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    // Whoever deletes the rows is the one: another taker of the same link finds none.
    if hub_db::account::end_set_up_links(tx.cx()).await? == 0 {
        return Err(AppError::NotFound(Missing::Link));
    }
    let id = add(&mut tx, Actor::Visitor, person, Role::Owner, &hash, now).await?;
    hub_db::audit::record(tx.cx(), Actor::Account(id), &Act::new("hub.set_up", Thing::Hub), now).await?;
    let token = begin(app, &mut tx, id, browser, now).await?;
    tx.commit().await?;
    Ok(token)
}
