//! Signing in with address and password. Who fails too often waits, longer each time; an address without an account
//! is answered like a wrong password, after the same work.

use std::net::IpAddr;

use hub_core::secret::Secret;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::OnceCell;

use super::key;
use super::session::begin;
use crate::outside::crypto::Sha256Hex;
use crate::outside::password;
use crate::{App, AppError};

/// A count of failures that began longer ago begins anew.
const WINDOW_MINUTES: i64 = 60;
/// Failures of an account before its next try waits.
const FREE_FAILURES: i64 = 5;
/// An account waits for a minute at most, so that strangers cannot lock its person out. Whoever tries from one network
/// address waits longer: [`crate::guesses`].
const LONGEST_SECONDS: i64 = 60;

/// The browser somebody signs in with.
#[derive(Clone, Copy, Debug)]
pub struct Browser<'a> {
    /// What it calls itself.
    pub user_agent: &'a str,
    /// Where it is.
    pub address: IpAddr,
}

/// Why signing in failed.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// No account has this address and password.
    #[error("no account has this address and password")]
    Wrong,
    /// Too many failures.
    #[error("too many wrong passwords; try again after {until}")]
    Wait {
        /// When trying makes sense again.
        until: Timestamp,
    },
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for SignInError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

/// Checks a password and begins a session; gives its token.
///
/// # Errors
/// [`SignInError::Wrong`] and [`SignInError::Wait`], the same whether or not the address has an account.
pub async fn sign_in(
    app: &App,
    email: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<Secret, SignInError> {
    let now = app.clock.now();
    app.guesses.begin(browser.address, now).map_err(|wait| SignInError::Wait { until: now + wait.0 })?;
    let subject = Sha256Hex::of(key(email).as_bytes());
    count(app, subject.as_str(), now).await?;
    let found = hub_db::account::by_key(app.db.read().await?.cx(), &key(email)).await?;
    let hash = match &found {
        Some((_, hash)) => hash.clone(),
        None => hash_of_nobody().await?,
    };
    let fits = password::verify(password.expose().to_owned(), hash).await?;
    let (Some((account, _)), true) = (found, fits) else { return Err(SignInError::Wrong) };
    app.guesses.was_right(browser.address);
    let mut tx = app.db.begin().await?;
    hub_db::session::forget_failures(tx.cx(), subject.as_str()).await?;
    let token = begin(app, &mut tx, account.id, browser.user_agent, now).await?;
    tx.commit().await?;
    Ok(token)
}

/// Counts a failure before the password is looked at, so that many tries at once are no way around. Addresses of mail
/// are counted by their hashes: what people typed wrongly is nobody's business.
async fn count(app: &App, subject: &str, now: Timestamp) -> Result<(), SignInError> {
    let mut tx = app.db.begin().await?;
    if let Some(failures) = hub_db::session::failures(tx.cx(), subject).await? {
        let until = failures.last_at + wait_after(failures.count);
        if until > now {
            return Err(SignInError::Wait { until });
        }
    }
    let since = now - SignedDuration::from_mins(WINDOW_MINUTES);
    hub_db::session::failed(tx.cx(), subject, since, now).await?;
    Ok(tx.commit().await?)
}

/// How long an account waits after so many failures: one second, doubled with each more.
fn wait_after(failures: i64) -> SignedDuration {
    let over = failures - FREE_FAILURES;
    if over < 0 {
        return SignedDuration::ZERO;
    }
    let doubled = 1_i64.checked_shl(u32::try_from(over).unwrap_or(u32::MAX)).filter(|wait| *wait > 0);
    SignedDuration::from_secs(doubled.unwrap_or(i64::MAX).min(LONGEST_SECONDS))
}

/// What is compared for an address without an account, so that both take the same time.
async fn hash_of_nobody() -> Result<String, AppError> {
    static HASH: OnceCell<String> = OnceCell::const_new();
    HASH.get_or_try_init(|| password::hash("nobody".to_owned())).await.cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_and_has_an_end() {
        let waits = [0, 4, 5, 6, 8, 20, 90, i64::MAX].map(|failures| wait_after(failures).as_secs());
        assert_eq!(waits, [0, 0, 1, 2, 8, 60, 60, 60]);
    }
}
