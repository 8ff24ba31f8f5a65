//! A site takes courses back.

use std::collections::BTreeSet;

use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::{CourseId, SiteId, VersionId};
use hub_db::Tx;
use jiff::Timestamp;

use super::publish::former_self;
use super::screenshots;
use crate::{App, AppError, Missing};

/// Why a batch of withdrawals was refused; nothing of it was done.
#[derive(Debug, thiserror::Error)]
pub enum WithdrawError {
    /// One of the courses belongs to another site.
    #[error("course {0} belongs to another site")]
    OfAnotherSite(VersionId),
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

/// Withdraws versions of a site, all or none; numbers that do not exist, or are withdrawn already, are passed over.
pub async fn withdraw(app: &App, site_id: SiteId, ids: &[VersionId]) -> Result<(), WithdrawError> {
    app.may_change()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await.map_err(AppError::from)?;
    let site = hub_db::site::lock(tx.cx(), site_id).await.map_err(AppError::from)?;
    let site = site.ok_or(AppError::NotFound(Missing::Site))?;
    // In one order, and the feed's counter last: two callers never wait for each other.
    let ids: BTreeSet<VersionId> = ids.iter().copied().collect();
    let mut changed = Vec::new();
    for id in ids {
        let Some(version) = hub_db::version::lock(tx.cx(), id).await.map_err(AppError::from)? else {
            continue;
        };
        if version.site_id != Some(site_id) {
            return Err(WithdrawError::OfAnotherSite(id));
        }
        if version.course_identity != site.identity {
            return Err(former_self().into());
        }
        changed.extend(take_back(&mut tx, version, Actor::Site(site_id), now).await?);
    }
    for course_id in changed {
        hub_db::change::append(tx.cx(), Changed::Course(course_id), now).await.map_err(AppError::from)?;
    }
    tx.commit().await.map_err(AppError::from)?;
    app.wake();
    Ok(())
}

/// Withdraws one locked version. Gives the course whose change the caller must append to the feed; `None` if the version
/// had ended already.
pub(crate) async fn take_back(
    tx: &mut Tx,
    mut version: hub_core::course::Version,
    actor: Actor,
    now: Timestamp,
) -> Result<Option<CourseId>, AppError> {
    let (before, after) = (version.listing.name(), version.listing.on_withdraw());
    if after == version.listing && version.waiting_text_id.is_none() {
        return Ok(None);
    }
    version.listing = after;
    if let Some(dropped) = version.waiting_text_id.take() {
        screenshots::forget(tx, dropped, now).await?;
    }
    version.accepted_early = false;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act = Act::new("course.withdrawn", Thing::Version(version.id))
        .before(serde_json::json!({ "listing": before }))
        .after(serde_json::json!({ "listing": version.listing.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(Some(version.course_id))
}
