//! Limits of what strangers can make the hub do: forms from one network address, mails to one mail address.

use std::net::IpAddr;

use hub_db::Tx;
use jiff::{SignedDuration, Timestamp};

use super::sign_in::{Browser, SignInError, subject_of};
use crate::guesses::counted_as;
use crate::{App, AppError};

/// Forms taken from one network address within [`WINDOW`]: a class of pupils signing up behind one address passes.
const FORMS: i64 = 40;
/// Ways to a provider from one network address within [`WINDOW`]: a school signs in behind one in the morning.
const PROVIDERS: i64 = 600;
/// Mails sent to one mail address within [`WINDOW`].
const MAILS: i64 = 3;
/// From the first one.
const WINDOW: SignedDuration = SignedDuration::from_hours(1);

/// Counts a form that makes the hub write a mail.
///
/// # Errors
/// [`SignInError::Wait`] if too many came from the browser's address.
pub(super) async fn form(app: &App, browser: Browser<'_>, now: Timestamp) -> Result<(), SignInError> {
    let mut tx = app.db.begin().await?;
    let address: IpAddr = counted_as(browser.address);
    let first = take(&mut tx, &format!("forms from {address}"), FORMS, now).await?;
    tx.commit().await?;
    first.map_or(Ok(()), |first| Err(SignInError::Wait { until: first + WINDOW }))
}

/// Counts a way to a provider: two requests that the hub makes for a stranger.
///
/// # Errors
/// [`SignInError::Wait`] if too many came from the browser's address.
pub(super) async fn provider(app: &App, browser: Browser<'_>, now: Timestamp) -> Result<(), SignInError> {
    let mut tx = app.db.begin().await?;
    let address: IpAddr = counted_as(browser.address);
    let first = take(&mut tx, &format!("providers from {address}"), PROVIDERS, now).await?;
    tx.commit().await?;
    first.map_or(Ok(()), |first| Err(SignInError::Wait { until: first + WINDOW }))
}

/// Counts a mail to an address; `false` if it had too many, and shall have no other for now.
pub(super) async fn may_mail(tx: &mut Tx, email_key: &str, now: Timestamp) -> Result<bool, AppError> {
    Ok(take(tx, &format!("mails to {email_key}"), MAILS, now).await?.is_none())
}

/// Counts one more; gives when the count began if it is full.
async fn take(tx: &mut Tx, what: &str, most: i64, now: Timestamp) -> Result<Option<Timestamp>, AppError> {
    let subject = subject_of(what);
    if let Some(counted) = hub_db::session::failures(tx.cx(), &subject).await?
        && counted.count >= most
        && now.duration_since(counted.first_at) < WINDOW
    {
        return Ok(Some(counted.first_at));
    }
    hub_db::session::failed(tx.cx(), &subject, now - WINDOW, now).await?;
    Ok(None)
}
