//! Another mail address: it is the account's once its reader opened the link sent there.

use hub_core::account::AccountState;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;
use hub_db::DbError;
use serde::{Deserialize, Serialize};

use super::asked::{link, send, tell_there_is_one};
use super::session::SignedIn;
use super::sign_in::{Browser, SignInError, prove_password};
use super::ticket::{self, Purpose};
use super::{key, limit};
use crate::mail::{Kind, preferences};
use crate::{App, AppError, FieldErrors, Missing};

#[derive(Serialize, Deserialize)]
struct NewAddress {
    email: String,
}

/// Asks for another address; a link goes there. Whether the address has an account is told there only.
///
/// # Errors
/// Those of the password; `Invalid` for what cannot be the address.
pub async fn ask(
    app: &App,
    who: &SignedIn,
    email: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    let (email, account) = (email.trim(), &who.account);
    let mut errors = FieldErrors::default();
    if EmailAddress::parse(email).is_none() {
        errors.add("email", format!("\"{email}\" is no mail address"));
    } else if key(email) == key(&account.email) {
        errors.add("email", "this is the address the account has");
    }
    errors.into_result()?;
    crate::machine::check_account_name(email)?;
    prove_password(app, who, password, browser).await?;
    let now = app.clock.now();
    limit::form(app, browser, now).await?;
    let mut tx = app.db.begin().await?;
    ticket::end_all(tx.cx(), account.id, Purpose::EmailChange).await?;
    if limit::may_mail(&mut tx, &key(email), now).await? {
        if let Some((other, _)) = hub_db::account::by_key(tx.cx(), &key(email)).await? {
            tell_there_is_one(app, &mut tx, &other, now).await?;
        } else {
            let new = NewAddress { email: email.to_owned() };
            let token =
                ticket::issue(app, tx.cx(), Purpose::EmailChange, Some(account.id), &new, now).await?;
            let (link, to) = (link(app, "new-address", &token), (email, account.language.as_str()));
            send(app, &mut tx, Kind::AccountEmailChange, to, &[("link", &link)], now).await?;
        }
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// The address a link confirms.
///
/// # Errors
/// `NotFound` for one that was used, has ended or never was.
pub async fn find(app: &App, token: &Secret) -> Result<String, AppError> {
    let mut conn = app.db.read().await?;
    let found =
        ticket::find::<NewAddress>(app, conn.cx(), Purpose::EmailChange, token, app.clock.now()).await?;
    found.map(|found| found.payload.email).ok_or(AppError::NotFound(Missing::Link))
}

/// Makes the address the account's, and tells the former one. The record names no addresses: it outlives the account.
///
/// # Errors
/// `NotFound` for a link that cannot be used any more; `Conflict` if the address has an account meanwhile.
pub async fn confirm(app: &App, token: &Secret) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let taken = ticket::take::<NewAddress>(app, tx.cx(), Purpose::EmailChange, token, now).await?;
    let taken = taken.ok_or(AppError::NotFound(Missing::Link))?;
    let (id, email) = (taken.owner()?, taken.payload.email);
    let account = hub_db::account::lock(tx.cx(), id).await?;
    let account = account.filter(|account| account.state == AccountState::Active);
    let account = account.ok_or(AppError::NotFound(Missing::Link))?;
    match hub_db::account::set_email(tx.cx(), id, &email, &key(&email), now).await {
        Err(DbError::Conflict(_)) => {
            return Err(AppError::Conflict(format!("there is an account for {email} already")));
        }
        other => other?,
    }
    // What the account's person chose for their mails goes with them.
    preferences::moved(tx.cx(), &account.email, &email).await?;
    ticket::end_all(tx.cx(), id, Purpose::PasswordReset).await?;
    let to = (account.email.as_str(), account.language.as_str());
    send(app, &mut tx, Kind::AccountEmailChanged, to, &[], now).await?;
    let act = Act::new("account.email_changed", Thing::Account(id));
    hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
