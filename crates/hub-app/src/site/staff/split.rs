//! Two installations that use one registration are told apart.

use hub_core::SiteId;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::site::SiteState;

use super::lock;
use crate::site::mails;
use crate::{App, AppError};

/// Ends the token that two installations share and tells the contact how each comes back. The site stays registered,
/// without a token, until one of them registers again at its address: that one is the site, with its courses and their
/// numbers; the other becomes a site of its own. Gives what was known of the two; nothing if the site has no token.
///
/// # Errors
/// `Conflict` if the site is not registered.
pub async fn split(app: &App, actor: Actor, id: SiteId) -> Result<Vec<String>, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut site = lock(&mut tx, id).await?;
    if !matches!(site.state, SiteState::Active | SiteState::Suspended) {
        return Err(AppError::Conflict(format!("site {id} is not registered; there is nothing to split")));
    }
    if hub_db::token::end_of_site(tx.cx(), id, "split", now).await? == 0 {
        return Ok(Vec::new());
    }
    let sightings = hub_db::registration::sightings(tx.cx(), (id, site.identity)).await?;
    let seen = sightings.into_iter().filter(|sighting| !sighting.aspect.starts_with("course "));
    let installations: Vec<String> = seen
        .map(|sighting| format!("{} {}, last heard {}", sighting.aspect, sighting.value, sighting.last_at))
        .collect();
    hub_db::registration::forget_sightings(tx.cx(), id).await?;
    // Kept, so that the one that comes back with a new secret is known for what it is.
    site.cloned_at = site.cloned_at.or(Some(now));
    (site.waiting_name, site.waiting_address) = (None, None);
    site.updated_at = now;
    hub_db::site::update(tx.cx(), &site).await?;
    mails::split(app, &mut tx, &site, &installations, now).await?;
    let act = Act::new("site.split", Thing::Site(id))
        .before(serde_json::json!({ "installations": installations }))
        .after(serde_json::json!({ "token": "ended" }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(installations)
}
