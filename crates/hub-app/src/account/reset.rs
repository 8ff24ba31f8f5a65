//! A forgotten password: another one by a link in a mail.

use hub_core::account::AccountState;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;

use super::asked::{Asked, take};
use super::key;
use super::password::hash_new;
use super::sign_in::{Browser, SignInError, subject_of};
use super::ticket::{self, Purpose};
use crate::{App, AppError, Missing};

/// Asks for a link; it goes to the account's address, and nothing else tells whether there is one.
///
/// # Errors
/// [`SignInError::Wait`] if too many asked from there.
pub async fn ask(app: &App, email: &str, browser: Browser<'_>) -> Result<(), SignInError> {
    take(app, &Asked::Reset { email: email.trim().to_owned() }, browser).await
}

/// Whether a link is open.
pub async fn is_open(app: &App, token: &Secret) -> Result<bool, AppError> {
    let mut conn = app.db.read().await?;
    let found = ticket::find::<()>(app, conn.cx(), Purpose::PasswordReset, token, app.clock.now()).await?;
    Ok(found.is_some())
}

/// Gives the account of a link another password. Its sessions and half-done sign-ins end, and so do other links. The
/// second factor stays: a mail box alone opens no account that has one.
///
/// # Errors
/// `NotFound` for a link that cannot be used any more; `Invalid` for a password that cannot be used.
pub async fn set(app: &App, token: &Secret, password: &Secret) -> Result<(), AppError> {
    if !is_open(app, token).await? {
        return Err(AppError::NotFound(Missing::Link));
    }
    let hash = hash_new(app, password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let taken = ticket::take::<()>(app, tx.cx(), Purpose::PasswordReset, token, now).await?;
    let id = taken.ok_or(AppError::NotFound(Missing::Link))?.owner()?;
    let account = hub_db::account::lock(tx.cx(), id).await?;
    let account = account.filter(|account| account.state == AccountState::Active);
    let account = account.ok_or(AppError::NotFound(Missing::Link))?;
    hub_db::account::set_password_of(tx.cx(), id, &hash, now).await?;
    hub_db::session::end_others(tx.cx(), id, None).await?;
    for purpose in [Purpose::PasswordReset, Purpose::SignIn, Purpose::EmailChange, Purpose::Totp] {
        ticket::end_all(tx.cx(), id, purpose).await?;
    }
    hub_db::session::forget_failures(tx.cx(), &subject_of(&key(&account.email))).await?;
    let act = Act::new("account.password_reset_by_mail", Thing::Account(id));
    hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    Ok(tx.commit().await?)
}
