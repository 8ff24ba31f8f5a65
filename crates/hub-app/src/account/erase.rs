//! Erasing one's own account: everything that tells whose it was goes; its number stays, which the record names.

use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;
use hub_db::account::Account;
use hub_db::{Tx, person};

use super::export::is_reporter;
use super::key;
use super::manage::prove_not_last;
use super::session::SignedIn;
use super::sign_in::{Browser, SignInError, prove_password, subject_of};
use crate::{App, AppError, FieldErrors, contact};

/// Reports looked at in one go.
const AT_ONCE: i64 = 500;

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
    forget(app, &mut tx, account).await?;
    let act = Act::new("account.erased", Thing::Account(account.id));
    hub_db::audit::record(tx.cx(), Actor::Account(account.id), &act, now).await?;
    Ok(tx.commit().await?)
}

/// What names their address anywhere else: mails to it, choices, counts, conversations and reports. What they wrote to
/// others stays with those, without name and address.
async fn forget(app: &App, tx: &mut Tx, account: &Account) -> Result<(), AppError> {
    let email_key = key(&account.email);
    if let Some(address) = EmailAddress::parse(&account.email) {
        let receiver = crate::mail::preferences::receiver(&address);
        hub_db::mail::forget_preferences(tx.cx(), &receiver).await?;
    }
    person::forget_mails(tx.cx(), &email_key).await?;
    let second_factor = format!("second factor {}", account.id);
    for counted in [email_key.as_str(), &format!("mails to {email_key}"), &second_factor] {
        hub_db::session::forget_failures(tx.cx(), &subject_of(counted)).await?;
    }
    person::forget_sender(tx.cx(), &contact::sender_hash(app, &account.email)).await?;
    let mut after = 0;
    loop {
        let reports = person::reports(tx.cx(), after, AT_ONCE).await?;
        let Some(last) = reports.last() else { return Ok(()) };
        after = last.place;
        for report in &reports {
            if is_reporter(app, &email_key, &report.texts[0])? {
                person::forget_reporter(tx.cx(), report.place).await?;
            }
        }
    }
}
