//! Who is at work on what: a second moderator sees it.

use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::{AccountId, VersionId};
use hub_db::queue::Claim;

use super::queue::claims_since;
use crate::{App, AppError, Missing};

/// What happens if somebody else is at work on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Take {
    /// They keep it.
    IfFree,
    /// It is taken from them; the record says so.
    Over,
}

/// Takes a version to work on. Claiming what one has already counts as activity: pages call it when they show it.
///
/// # Errors
/// `Conflict` names who has it, unless it is taken over.
pub async fn claim(app: &App, account: AccountId, id: VersionId, take: Take) -> Result<Claim, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let had = hub_db::queue::claim_of(tx.cx(), id, claims_since(now)).await?;
    if let Some(other) = had.as_ref().filter(|had| had.account != account) {
        if take == Take::IfFree {
            return Err(taken(other));
        }
        let act = Act::new("course.claim_taken_over", Thing::Version(id))
            .before(serde_json::json!({ "account": other.account }))
            .after(serde_json::json!({ "account": account }));
        hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?;
    }
    if had.is_none() {
        // A claim that ran out begins anew.
        hub_db::queue::release(tx.cx(), id).await?;
    }
    hub_db::queue::claim(tx.cx(), id, account, now).await?;
    let claim = hub_db::queue::claim_of(tx.cx(), id, claims_since(now)).await?;
    tx.commit().await?;
    claim.ok_or(AppError::NotFound(Missing::Account))
}

pub(super) fn taken(claim: &Claim) -> AppError {
    AppError::Conflict(format!("{} is at work on it; take it over if you must", claim.name))
}

/// Gives a version back. Releasing what somebody else has changes nothing.
///
/// # Errors
/// Only ours.
pub async fn release(app: &App, account: AccountId, id: VersionId) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    let since = claims_since(app.clock.now());
    let had = hub_db::queue::claim_of(tx.cx(), id, since).await?;
    if had.is_none_or(|had| had.account == account) {
        hub_db::queue::release(tx.cx(), id).await?;
    }
    Ok(tx.commit().await?)
}
