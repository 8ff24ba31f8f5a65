//! Staff ends a registration.

use hub_core::SiteId;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_db::Tx;
use jiff::Timestamp;

use super::{lock, record};
use crate::course::decide::{Decision, carry_out};
use crate::site::{leave, mails};
use crate::{App, AppError};

/// What becomes of the courses of a deleted site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Courses {
    /// They stay as they are.
    Stay,
    /// They are deleted with it.
    Go,
}

/// What a deletion did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deleted {
    /// The site was registered until now; its contact was mailed.
    pub was_here: bool,
    /// Publications deleted with it.
    pub publications: usize,
}

/// Versions of a site that are deleted at once; more than any site has, so that one transaction does it.
const ALL_OF_THEM: i64 = 1_000_000;

/// Ends the registration of a site: its token is dead at once, and its contact is mailed how to clean up.
///
/// # Errors
/// `NotFound` if there never was such a site.
pub async fn delete(app: &App, actor: Actor, id: SiteId, courses: Courses) -> Result<Deleted, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    lock(&mut tx, id).await?;
    let mut publications = 0;
    if courses == Courses::Go {
        for version in hub_db::version::of_site(tx.cx(), id, ALL_OF_THEM).await? {
            carry_out(&mut tx, actor, version, &Decision::Delete, now).await?;
            publications += 1;
        }
    }
    let was_here = end_site(app, &mut tx, actor, id, "site.deleted", now).await?;
    tx.commit().await?;
    app.wake();
    Ok(Deleted { was_here, publications })
}

/// Ends the registration and mails the contact; gives whether there was one.
async fn end_site(
    app: &App,
    tx: &mut Tx,
    actor: Actor,
    id: SiteId,
    act: &'static str,
    now: Timestamp,
) -> Result<bool, AppError> {
    let mut site = lock(tx, id).await?;
    let was_here = site.state != SiteState::Left;
    if was_here {
        mails::deleted(app, tx, &site, now).await?;
    }
    // Whoever comes back after this comes back by the rules, copied database or not.
    if site.cloned_at.take().is_some() && !was_here {
        hub_db::site::update(tx.cx(), &site).await?;
    }
    leave::end(tx, site, actor, act, now).await?;
    Ok(was_here)
}

/// The secret of the site opens nothing any more: its registration ends, and whoever comes with this secret is sent to
/// make a new one.
///
/// # Errors
/// `Conflict` if the hub has no secret of it.
pub async fn block(app: &App, actor: Actor, id: SiteId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = lock(&mut tx, id).await?;
    let Some(kept) = hub_db::site::secret(tx.cx(), id).await? else {
        return Err(AppError::Conflict(format!("the hub has no secret of site {id} that could be blocked")));
    };
    let newly = !hub_db::registration::is_blocked(tx.cx(), &kept.hash).await?;
    hub_db::registration::block(tx.cx(), &kept.hash, id, site.address.as_str(), now).await?;
    let was_here = end_site(app, &mut tx, actor, id, "site.blocked", now).await?;
    if !newly && !was_here {
        return Ok(());
    }
    if !was_here {
        let (was, is) = (serde_json::json!({ "blocked": false }), serde_json::json!({ "blocked": true }));
        hub_db::audit::record(tx.cx(), actor, &record("site.blocked", id, &was, &is), now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// The blocked secrets of a site may be used again. Gives how many there were.
///
/// # Errors
/// `NotFound` if there never was such a site.
pub async fn unblock(app: &App, actor: Actor, id: SiteId) -> Result<u64, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    lock(&mut tx, id).await?;
    let count = hub_db::registration::unblock(tx.cx(), id).await?;
    if count > 0 {
        let (was, is) = (serde_json::json!({ "blocked": count }), serde_json::json!({ "blocked": 0 }));
        hub_db::audit::record(tx.cx(), actor, &record("site.unblocked", id, &was, &is), now).await?;
        tx.commit().await?;
    }
    Ok(count)
}
