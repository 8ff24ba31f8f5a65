//! Staff ends the tokens of a site.

use hub_core::SiteId;
use hub_core::act::Changed;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_db::registration::BlockedSecret;

use super::{lock, record};
use crate::site::mails;
use crate::{App, AppError, FieldErrors};

/// Blocked secrets that are listed.
const MOST_BLOCKED: i64 = 5000;

/// Whether the site's contact is told how to come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A mail says why and what to do.
    Mailed,
    /// Nothing is said: whoever has the token must not be warned.
    Silent,
}

/// Every token of the site is dead at once; the site stays registered and gets a new one when it registers again with
/// its secret. Gives how many tokens there were.
///
/// # Errors
/// `Conflict` if the site is not registered.
pub async fn rotate(app: &App, actor: Actor, id: SiteId) -> Result<u64, AppError> {
    end_tokens(app, actor, id, "rotated", Notice::Mailed).await
}

/// As [`rotate`], without a mail. `typed_name` is the site's name as whoever decides has typed it.
///
/// # Errors
/// `Invalid` if another name was typed; `Conflict` if the site is not registered.
pub async fn revoke(app: &App, actor: Actor, id: SiteId, typed_name: &str) -> Result<u64, AppError> {
    let site = hub_db::site::by_id(app.db.read().await?.cx(), id).await?;
    let site = site.ok_or(AppError::NotFound(crate::Missing::Site))?;
    let mut errors = FieldErrors::default();
    if typed_name.trim() != site.info.name.trim() {
        errors.add("name", "type the name of the site as it stands above");
    }
    errors.into_result()?;
    end_tokens(app, actor, id, "revoked", Notice::Silent).await
}

async fn end_tokens(
    app: &App,
    actor: Actor,
    id: SiteId,
    because: &'static str,
    notice: Notice,
) -> Result<u64, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = lock(&mut tx, id).await?;
    if !matches!(site.state, SiteState::Active | SiteState::Suspended) {
        return Err(AppError::Conflict(format!("site {id} is not registered; it has no token")));
    }
    let ended = hub_db::token::end_of_site(tx.cx(), id, because, now).await?;
    if ended == 0 {
        return Ok(0);
    }
    if notice == Notice::Mailed {
        mails::token_ended(app, &mut tx, &site, now).await?;
    }
    let name = if because == "rotated" { "site.token_rotated" } else { "site.token_revoked" };
    let act = record(name, id, &serde_json::json!({ "tokens": ended }), &serde_json::json!({ "tokens": 0 }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(ended)
}

/// Secrets that open nothing, newest first; [`super::unblock`] lets those of a site be used again.
///
/// # Errors
/// Only ours.
pub async fn blocked(app: &App) -> Result<Vec<BlockedSecret>, AppError> {
    Ok(hub_db::registration::blocked(app.db.read().await?.cx(), MOST_BLOCKED).await?)
}

#[cfg(test)]
mod tests {
    use hub_core::act::Thing;

    use super::*;

    #[test]
    fn an_act_says_what_was_and_what_is() {
        let act = record("site.x", SiteId(1), &serde_json::json!(1), &serde_json::json!(2));
        assert_eq!((act.thing, act.before, act.after), (Thing::Site(SiteId(1)), 1.into(), 2.into()));
    }
}
