//! Taking a passkey away.

use hub_core::PasskeyId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;

use crate::account::provider::identity::prove_way_in;
use crate::account::session::SignedIn;
use crate::{App, AppError, Missing};

/// Removes one's own passkey: nobody signs in with it any more. Sessions stay.
///
/// # Errors
/// `NotFound` if it is not one's own; `Conflict` if nothing else would be left to sign in with.
pub async fn remove(app: &App, who: &SignedIn, id: PasskeyId) -> Result<(), AppError> {
    let (account, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    hub_db::account::lock(tx.cx(), account).await?;
    let all = hub_db::passkey::of_account(tx.cx(), account).await?;
    let passkey = all.into_iter().find(|passkey| passkey.id == id);
    let passkey = passkey.ok_or(AppError::NotFound(Missing::Account))?;
    hub_db::passkey::remove(tx.cx(), account, id).await?;
    prove_way_in(tx.cx(), account).await?;
    let act = Act::new("account.passkey_removed", Thing::Account(account))
        .before(serde_json::json!({ "passkey": passkey.name }));
    hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?;
    Ok(tx.commit().await?)
}
