//! A newcomer on a registered address: staff compares it with the site that is there, and decides in the place of a
//! contact who does not answer, or who must not have to.

use hub_core::SiteId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};
use hub_db::Tx;
use hub_db::registration::Replacement;
use jiff::Timestamp;

use super::{lock, taken};
use crate::site::{mails, replace};
use crate::{App, AppError, FieldErrors, Missing};

/// The newcomer has the registration and its courses; the old contact is told, and the new one gets the way back.
///
/// # Errors
/// `Conflict` if nobody waits, or as [`replace::confirm`].
pub async fn accept_newcomer(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = waiting(&mut tx, id, now).await?;
    let old = hub_db::site::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    if old.state != SiteState::Active {
        return Err(AppError::Conflict("the site is suspended; lift that first".to_owned()));
    }
    let (site, back) = replace::take_over(app, &mut tx, &found, actor, now).await?;
    mails::replaced(app, &mut tx, &old, &site.info.name, now).await?;
    mails::accepted(app, &mut tx, &site, Some(&back.code), now).await?;
    tx.commit().await.map_err(taken)?;
    app.wake();
    Ok(site)
}

/// The registration stays with whom it is; the newcomer is told why, and the old contact's link works no more.
///
/// # Errors
/// `Conflict` if nobody waits; `Invalid` without a reason.
pub async fn refuse_newcomer(app: &App, actor: Actor, id: SiteId, reason: &str) -> Result<Site, AppError> {
    let mut errors = FieldErrors::default();
    if reason.trim().is_empty() {
        errors.add("newcomer_reason", "a reason is needed; the site's contact reads it");
    }
    errors.into_result()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = waiting(&mut tx, id, now).await?;
    let site = lock(&mut tx, id).await?;
    let told = replace::told(app, &found)?;
    hub_db::registration::refuse_replacement(tx.cx(), id, now).await?;
    let act = Act::new("site.newcomer_refused", Thing::Site(id))
        .before(serde_json::json!({ "newcomer": told.info.name, "contact": told.info.contact_name }))
        .after(serde_json::json!({ "reason": reason.trim() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    let newcomer = Site { info: told.info, address: told.address, ..site.clone() };
    mails::refused(app, &mut tx, &newcomer, reason.trim(), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(site)
}

async fn waiting(tx: &mut Tx, id: SiteId, now: Timestamp) -> Result<Replacement, AppError> {
    let found = hub_db::registration::waiting_replacement_of(tx.cx(), id, now).await?;
    found.ok_or_else(|| AppError::Conflict("nobody waits for this registration any more".to_owned()))
}
