//! Who somebody is at the providers, as they see and end it themselves.

use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::sign_in_provider::Provider;
use hub_core::{AccountId, ProviderId};
use hub_db::Cx;

pub use hub_db::sign_in_provider::Identity;

use super::MOST;
use crate::account::session::SignedIn;
use crate::{App, AppError, Missing};

/// A provider, and who somebody is there if they linked it.
#[derive(Clone, Debug)]
pub struct Linked {
    /// The provider; one that is off only if it is linked.
    pub provider: Provider,
    /// Who they are there.
    pub identity: Option<Identity>,
}

/// The providers somebody can link and those they did.
///
/// # Errors
/// Only ours.
pub async fn list(app: &App, account: AccountId) -> Result<Vec<Linked>, AppError> {
    let mut conn = app.db.read().await?;
    let providers = hub_db::sign_in_provider::list(conn.cx(), MOST).await?;
    let mut identities = hub_db::sign_in_provider::identities_of(conn.cx(), account).await?;
    let linked = providers.into_iter().map(|provider| {
        let at = identities.iter().position(|identity| identity.provider_id == provider.id);
        Linked { identity: at.map(|at| identities.swap_remove(at)), provider }
    });
    Ok(linked.filter(|linked| linked.provider.is_on || linked.identity.is_some()).collect())
}

/// Ends the link of one's own account with a provider.
///
/// # Errors
/// `NotFound` if there is none; `Conflict` if nothing else would be left to sign in with.
pub async fn unlink(app: &App, who: &SignedIn, provider: ProviderId) -> Result<(), AppError> {
    let (account, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    // Two ways taken away at once would each leave the other.
    hub_db::account::lock(tx.cx(), account).await?;
    let of = hub_db::sign_in_provider::lock(tx.cx(), provider).await?;
    let (of, _) = of.ok_or(AppError::NotFound(Missing::Provider))?;
    if !hub_db::sign_in_provider::unlink(tx.cx(), account, provider).await? {
        return Err(AppError::NotFound(Missing::Provider));
    }
    prove_way_in(tx.cx(), account).await?;
    let act = Act::new("account.provider_unlinked", Thing::Account(account))
        .before(serde_json::json!({ "provider": of.label }));
    hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?;
    Ok(tx.commit().await?)
}

/// Whether an account still has something to sign in with: a password, a passkey or a provider that is on.
///
/// # Errors
/// `Conflict` if it has nothing.
pub(crate) async fn prove_way_in(mut cx: Cx<'_>, account: AccountId) -> Result<(), AppError> {
    let password = hub_db::account::password_hash(cx.again(), account).await?;
    let has_password = password.is_some_and(|hash| !hash.is_empty());
    if has_password
        || hub_db::passkey::count(cx.again(), account).await? > 0
        || hub_db::sign_in_provider::count_usable(cx, account).await? > 0
    {
        return Ok(());
    }
    let why = "this is the last way into your account; choose a password or add another passkey first";
    Err(AppError::Conflict(why.to_owned()))
}
