//! Where a site stands: accepted or refused, suspended or not, confirmed after it came back.

use hub_core::SiteId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};

use super::{change, lock};
use crate::site::{leave, mails, register};
use crate::{App, AppError};

/// A site that waits becomes active; its contact gets the page that sends it back.
///
/// # Errors
/// `Conflict` if it was refused or has left.
pub async fn accept(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    let site = register::accept(app, actor, id).await?;
    super::still_here(&site)?;
    Ok(site)
}

/// A site that waits is refused, and told why.
///
/// # Errors
/// `Conflict` if it does not wait; `Invalid` without a reason.
pub async fn refuse(app: &App, actor: Actor, id: SiteId, reason: &str) -> Result<Site, AppError> {
    let mut errors = crate::FieldErrors::default();
    if reason.trim().is_empty() {
        errors.add("reason", "a reason is needed; the site's contact reads it");
    }
    errors.into_result()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut site = lock(&mut tx, id).await?;
    match site.state {
        SiteState::Waiting => {}
        SiteState::Left => return Ok(site),
        SiteState::Active | SiteState::Suspended => {
            return Err(AppError::Conflict(format!(
                "site {id} is registered already; to end that: coursehub site delete {id}"
            )));
        }
    }
    mails::refused(app, &mut tx, &site, reason.trim(), now).await?;
    leave::end(&mut tx, site.clone(), actor, "site.refused", now).await?;
    tx.commit().await?;
    app.wake();
    site.state = SiteState::Left;
    Ok(site)
}

/// The calls of the site are refused and its courses out of sight, until lifted.
///
/// # Errors
/// `Conflict` if it is not registered.
pub async fn suspend(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.suspended", |site| {
        super::still_here(site)?;
        if site.state == SiteState::Waiting {
            return Err(waits(id));
        }
        site.state = SiteState::Suspended;
        Ok(())
    })
    .await
}

/// Lifts a suspension.
///
/// # Errors
/// `Conflict` if it is not registered.
pub async fn resume(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.resumed", |site| {
        super::still_here(site)?;
        if site.state == SiteState::Waiting {
            return Err(waits(id));
        }
        site.state = SiteState::Active;
        Ok(())
    })
    .await
}

fn waits(id: SiteId) -> AppError {
    AppError::Conflict(format!("site {id} waits to be accepted; accept or refuse it first"))
}

/// The site that came back with another secret is the same one: it may change its former courses again. Gives how many
/// there were.
///
/// # Errors
/// `Conflict` if it has left.
pub async fn confirm(app: &App, actor: Actor, id: SiteId) -> Result<u64, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = lock(&mut tx, id).await?;
    super::still_here(&site)?;
    let courses = hub_db::course::confirm(tx.cx(), id, site.identity).await?;
    if courses == 0 {
        return Ok(0);
    }
    let act = Act::new("site.confirmed", Thing::Site(id))
        .before(serde_json::json!({ "unconfirmed_courses": courses }))
        .after(serde_json::json!({ "identity": site.identity, "courses": courses }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(courses)
}
