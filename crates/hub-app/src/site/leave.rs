//! A site unregisters.

use hub_core::SiteId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::listing::Listing;
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteState};
use hub_db::Tx;
use jiff::Timestamp;

use crate::course::decide::{Decision, carry_out};
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

/// Why the courses of a site that was suspended are hidden when it goes.
const ENDED_SUSPENDED: &str = "its site was suspended when its registration ended";
/// Versions of a site that are hidden at once; more than any site has, so that one transaction does it.
const ALL_OF_THEM: i64 = 1_000_000;

/// Ends the registration of a locked site. If it was suspended, what it has listed stays out of sight.
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
    if site.state == SiteState::Suspended {
        hide_listed(tx, &site, actor, now).await?;
    }
    let standing = |site: &Site| {
        serde_json::json!({
            "state": site.state, "trusted": site.trusted, "prioritised": site.prioritised,
            "in_directory": site.in_directory,
        })
    };
    let before = standing(&site);
    site.state = SiteState::Left;
    (site.trusted, site.prioritised, site.in_directory) = (false, false, false);
    site.left_at = Some(now);
    hub_db::site::update(tx.cx(), &site).await?;
    let act = Act::new(act, Thing::Site(site.id)).before(before).after(standing(&site));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    Ok(())
}

/// A suspension keeps courses out of sight as long as it lasts, which is until now. Also hides what staff has accepted
/// and whose package is still being read.
async fn hide_listed(tx: &mut Tx, site: &Site, actor: Actor, now: Timestamp) -> Result<(), AppError> {
    let hide = Decision::Hide { reason: ENDED_SUSPENDED.to_owned() };
    for version in hub_db::version::of_site(tx.cx(), site.id, ALL_OF_THEM).await? {
        if version.listing == Listing::Listed || version.accepted_early {
            carry_out(tx, actor, version, &hide, now).await?;
        }
    }
    Ok(())
}
