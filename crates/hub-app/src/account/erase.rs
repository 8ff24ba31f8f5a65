//! Erasing one's own account: everything that tells whose it was goes; its number stays, which the record names.

use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;

use super::key;
use super::manage::prove_not_last;
use super::session::SignedIn;
use super::sign_in::{Browser, SignInError, prove_password};
use crate::{App, FieldErrors};

/// Erases the account of whoever is signed in. `typed` is their mail address, typed to confirm. Courses belong to sites,
/// so none goes with it.
///
/// # Errors
/// Those of the password; `Invalid` if the address was not typed; `Conflict` for the last owner.
pub async fn erase(
    app: &App,
    who: &SignedIn,
    typed: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    let (account, now) = (&who.account, app.clock.now());
    let mut errors = FieldErrors::default();
    if key(typed) != key(&account.email) {
        errors.add("typed", format!("type the address of the account: {}", account.email));
    }
    errors.into_result()?;
    prove_password(app, who, password, browser).await?;
    let mut tx = app.db.begin().await?;
    let owners = hub_db::account::lock_active_owners(tx.cx()).await?;
    prove_not_last(&owners, account.id)?;
    hub_db::account::erase(tx.cx(), account.id, now).await?;
    if let Some(address) = EmailAddress::parse(&account.email) {
        let receiver = crate::mail::preferences::receiver(&address);
        hub_db::mail::forget_preferences(tx.cx(), &receiver).await?;
    }
    let act = Act::new("account.erased", Thing::Account(account.id));
    hub_db::audit::record(tx.cx(), Actor::Account(account.id), &act, now).await?;
    Ok(tx.commit().await?)
}
