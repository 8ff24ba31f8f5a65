//! A site unregisters.

use hub_core::SiteId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};
use hub_db::Tx;
use jiff::Timestamp;

use crate::{App, AppError, Missing};

/// The act, and why the token ended, of a site that left by itself.
pub(crate) const LEFT: &str = "site.left";

/// The site leaves: its token is dead, what staff gave it is cleared, its courses stay. Leaving twice is the same.
pub async fn leave(app: &App, site_id: SiteId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = hub_db::site::lock(tx.cx(), site_id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    end(&mut tx, site, Actor::Site(site_id), LEFT, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Ends the registration of a locked site.
pub(crate) async fn end(
    tx: &mut Tx,
    mut site: Site,
    actor: Actor,
    act: &'static str,
    now: Timestamp,
) -> Result<(), AppError> {
    hub_db::token::end_of_site(tx.cx(), site.id, act, now).await?;
    hub_db::registration::remove_replacement(tx.cx(), site.id).await?;
    if site.state == SiteState::Left {
        return Ok(());
    }
    let before = serde_json::json!({
        "state": site.state, "trusted": site.trusted, "prioritised": site.prioritised,
        "in_directory": site.in_directory,
    });
    site.state = SiteState::Left;
    (site.trusted, site.prioritised, site.in_directory) = (false, false, false);
    site.left_at = Some(now);
    hub_db::site::update(tx.cx(), &site).await?;
    let act =
        Act::new(act, Thing::Site(site.id)).before(before).after(serde_json::json!({ "state": site.state }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    Ok(())
}
