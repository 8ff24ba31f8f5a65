//! Signing in: address and password, then the second factor if the account has one. Who fails too often waits, longer
//! each time; an address without an account is answered like a wrong password, after the same work.

use std::net::IpAddr;

use hub_core::AccountId;
use hub_core::account::AccountState;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_db::account::Account;
use hub_db::{Cx, Tx};
use jiff::{SignedDuration, Timestamp};
use tokio::sync::OnceCell;

use super::key;
use super::password::normalised;
use super::second_factor::{use_recovery_code, use_totp};
use super::session::{SignedIn, begin};
use super::ticket::{self, Purpose};
use crate::outside::crypto::Sha256Hex;
use crate::outside::password;
use crate::{App, AppError, Missing};

/// A count of failures that began longer ago begins anew.
const WINDOW_MINUTES: i64 = 60;
/// Failures of an account before its next try waits.
const FREE_FAILURES: i64 = 5;
/// An account waits for a minute at most, so that strangers cannot lock its person out. Whoever tries from one network
/// address waits longer: [`crate::guesses`].
const LONGEST_SECONDS: i64 = 60;
/// Whoever has the password and guesses codes waits up to a quarter of an hour: of a million codes three are good at a
/// time, so that a year of guessing finds one with a chance below a third. Passkeys do not wait.
const LONGEST_CODE_SECONDS: i64 = 15 * 60;

/// How long after signing in somebody without a password needs no other proof that it is them.
const FRESH_MINUTES: i64 = 10;

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
    /// The account has no password to be asked for, and this session is too old to do without.
    #[error("sign in again, and do this within ten minutes")]
    Again,
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl Browser<'_> {
    /// The network it is in, kept with the session so that a person knows their own from a stranger's: the first 24
    /// bits of an IPv4 address, 48 of an IPv6 one, which tell a provider and a region but no household.
    pub fn network(&self) -> String {
        match self.address.to_canonical() {
            IpAddr::V4(v4) => {
                let [a, b, c, _] = v4.octets();
                format!("{a}.{b}.{c}.0/24")
            }
            IpAddr::V6(v6) => {
                let kept = v6.to_bits() & (u128::MAX << 80);
                format!("{}/48", std::net::Ipv6Addr::from_bits(kept))
            }
        }
    }
}

impl From<hub_db::DbError> for SignInError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

/// What follows the right password.
#[derive(Clone, Debug)]
pub enum Step {
    /// A session; the token for the browser's cookie.
    SignedIn(Secret),
    /// The account has a second factor.
    SecondFactor(Challenge),
}

/// A sign-in that is half done.
#[derive(Clone, Debug)]
pub struct Challenge {
    /// Brings [`finish`] back to it; for a hidden field or a short-lived cookie.
    pub token: Secret,
    /// When it is too late.
    pub expires_at: Timestamp,
    /// Whether the account has a passkey, with which it can be finished too.
    pub has_passkey: bool,
}

/// The second half of a sign-in.
#[derive(Clone, Copy, Debug)]
pub enum Proof<'a> {
    /// A code of the account's app.
    Code(&'a str),
    /// One of its recovery codes.
    RecoveryCode(&'a str),
}

/// What a half-done sign-in keeps.
#[derive(serde::Serialize, serde::Deserialize)]
struct Half {
    /// Failures are counted by this.
    email_key: String,
}

/// Signs in by password alone, for doors that have no second step: an account with a second factor is refused.
///
/// # Errors
/// As [`with_password`], and `Forbidden` for an account with a second factor.
pub async fn sign_in(
    app: &App,
    email: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<Secret, SignInError> {
    match with_password(app, email, password, browser).await? {
        Step::SignedIn(token) => Ok(token),
        Step::SecondFactor(_) => {
            let why = "this account signs in with a code of its app too, which this page does not ask for";
            Err(AppError::Forbidden(why.to_owned()).into())
        }
    }
}

/// Checks a password; begins a session, or asks for the second factor.
///
/// # Errors
/// [`SignInError::Wrong`] and [`SignInError::Wait`], the same whether or not the address has an account. After the
/// right password only: `Forbidden` for a suspended account.
pub async fn with_password(
    app: &App,
    email: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<Step, SignInError> {
    let now = app.clock.now();
    let email_key = key(email);
    let subject = subject_of(&email_key);
    begin_try(app, &subject, LONGEST_SECONDS, browser, now).await?;
    let found = hub_db::account::by_key(app.db.read().await?.cx(), &email_key).await?;
    let hash = match &found {
        // An account that signs in through a provider only has no password.
        Some((_, hash)) if !hash.is_empty() => hash.clone(),
        _ => hash_of_nobody().await?,
    };
    let fits = password::verify(normalised(password), hash).await?;
    let (Some((account, _)), true) = (found.filter(|(_, hash)| !hash.is_empty()), fits) else {
        let from = browser.address;
        tracing::info!(client.address = %from, "A wrong password of a person came from {from}");
        return Err(SignInError::Wrong);
    };
    app.guesses.was_right(browser.address);
    prove_active(&account)?;
    let mut tx = app.db.begin().await?;
    let step = after_first_factor(app, &mut tx, &account, browser, now).await?;
    hub_db::session::forget_failures(tx.cx(), &subject).await?;
    tx.commit().await?;
    Ok(step)
}

/// Begins a session for somebody who proved who they are by a password or a provider, or asks for their second factor.
pub(super) async fn after_first_factor(
    app: &App,
    tx: &mut Tx,
    account: &Account,
    browser: Browser<'_>,
    now: Timestamp,
) -> Result<Step, AppError> {
    if hub_db::second_factor::totp(tx.cx(), account.id).await?.is_none() {
        return Ok(Step::SignedIn(begin(app, tx, account.id, browser, now).await?));
    }
    let half = Half { email_key: key(&account.email) };
    let token = ticket::issue(app, tx.cx(), Purpose::SignIn, Some(account.id), &half, now).await?;
    let has_passkey = hub_db::passkey::count(tx.cx(), account.id).await? > 0;
    Ok(Step::SecondFactor(Challenge { token, expires_at: now + Purpose::SignIn.lives(), has_passkey }))
}

/// Finishes what [`with_password`] began; gives the session's token.
///
/// # Errors
/// [`SignInError::Wrong`] and [`SignInError::Wait`]; `NotFound` for a challenge that was used or is too old.
pub async fn finish(
    app: &App,
    challenge: &Secret,
    proof: Proof<'_>,
    browser: Browser<'_>,
) -> Result<Secret, SignInError> {
    let now = app.clock.now();
    let found = ticket::find::<Half>(app, app.db.read().await?.cx(), Purpose::SignIn, challenge, now).await?;
    let found = found.ok_or(AppError::NotFound(Missing::Link))?;
    let id = found.owner()?;
    let subject = subject_of(&format!("second factor {id}"));
    begin_try(app, &subject, LONGEST_CODE_SECONDS, browser, now).await?;
    let mut tx = app.db.begin().await?;
    let fits = match proof {
        Proof::Code(typed) => use_totp(app, tx.cx(), id, typed, now).await?,
        Proof::RecoveryCode(typed) => use_recovery_code(tx.cx(), id, typed).await?,
    };
    if !fits {
        return Err(SignInError::Wrong);
    }
    let token = complete(app, &mut tx, challenge, id, browser, now).await?;
    if matches!(proof, Proof::RecoveryCode(_)) {
        let left = hub_db::second_factor::recovery_codes_left(tx.cx(), id).await?;
        let act = Act::new("account.recovery_code_used", Thing::Account(id))
            .after(serde_json::json!({ "recovery_codes_left": left }));
        hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    }
    hub_db::session::forget_failures(tx.cx(), &subject).await?;
    tx.commit().await?;
    app.guesses.was_right(browser.address);
    Ok(token)
}

/// Uses up a half-done sign-in of `id` and begins the session, once the second factor is proved.
pub(super) async fn complete(
    app: &App,
    tx: &mut Tx,
    challenge: &Secret,
    id: AccountId,
    browser: Browser<'_>,
    now: Timestamp,
) -> Result<Secret, AppError> {
    let taken = ticket::take::<Half>(app, tx.cx(), Purpose::SignIn, challenge, now).await?;
    taken.filter(|found| found.account == Some(id)).ok_or(AppError::NotFound(Missing::Link))?;
    let account = hub_db::account::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Account))?;
    prove_active(&account)?;
    begin(app, tx, id, browser, now).await
}

/// Whose a half-done sign-in is; `None` if it was used or is too old.
pub(super) async fn of_half_done(
    app: &App,
    cx: Cx<'_>,
    challenge: &Secret,
    now: Timestamp,
) -> Result<Option<AccountId>, AppError> {
    let found = ticket::find::<Half>(app, cx, Purpose::SignIn, challenge, now).await?;
    Ok(found.and_then(|found| found.account))
}

/// Asks somebody who is signed in for their password again, throttled as at the door. Where the account has none, a
/// provider or a passkey must have vouched for them just now.
pub(super) async fn prove_password(
    app: &App,
    who: &SignedIn,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    let (account, now) = (&who.account, app.clock.now());
    let hash = hub_db::account::password_hash(app.db.read().await?.cx(), account.id).await?;
    let hash = hash.ok_or(AppError::NotFound(Missing::Account))?;
    if hash.is_empty() {
        return prove_fresh(app, who).await;
    }
    let subject = subject_of(&key(&account.email));
    begin_try(app, &subject, LONGEST_SECONDS, browser, now).await?;
    if !password::verify(normalised(password), hash).await? {
        return Err(SignInError::Wrong);
    }
    app.guesses.was_right(browser.address);
    let mut tx = app.db.begin().await?;
    hub_db::session::forget_failures(tx.cx(), &subject).await?;
    Ok(tx.commit().await?)
}

/// Whether somebody signed in just now: what adds a way into an account asks for it, so that a browser left alone gives
/// nobody one.
///
/// # Errors
/// [`SignInError::Again`].
pub(super) async fn prove_fresh(app: &App, who: &SignedIn) -> Result<(), SignInError> {
    let now = app.clock.now();
    let sessions = hub_db::session::of_account(app.db.read().await?.cx(), who.account.id, now).await?;
    let this = sessions.into_iter().find(|session| session.id == who.session_id);
    let fresh = SignedDuration::from_mins(FRESH_MINUTES);
    let is_fresh = this.is_some_and(|session| now.duration_since(session.created_at) <= fresh);
    if is_fresh { Ok(()) } else { Err(SignInError::Again) }
}

/// Whether its person may sign in. Say it only to somebody who proved to be that person.
pub(super) fn prove_active(account: &Account) -> Result<(), AppError> {
    if account.state == AccountState::Active {
        return Ok(());
    }
    Err(AppError::Forbidden("this account is suspended; please ask the hub's staff".to_owned()))
}

/// What failures are counted by. Addresses of mail are counted by their hashes: what people typed wrongly is nobody's
/// business.
pub(super) fn subject_of(what: &str) -> String {
    Sha256Hex::of(what.as_bytes()).to_string()
}

/// Counts a failure before anything is looked at, so that many tries at once are no way around.
async fn begin_try(
    app: &App,
    subject: &str,
    longest_seconds: i64,
    browser: Browser<'_>,
    now: Timestamp,
) -> Result<(), SignInError> {
    if let Err(wait) = app.guesses.begin(browser.address, now) {
        let (from, minutes) = (browser.address, wait.minutes());
        tracing::warn!(client.address = %from, "Too many wrong passwords from {from}: it waits {minutes} minutes");
        return Err(SignInError::Wait { until: now + wait.0 });
    }
    let mut tx = app.db.begin().await?;
    if let Some(failures) = hub_db::session::failures(tx.cx(), subject).await? {
        let until = failures.last_at + wait_after(failures.count, longest_seconds);
        if until > now {
            return Err(SignInError::Wait { until });
        }
    }
    let since = now - SignedDuration::from_mins(WINDOW_MINUTES);
    hub_db::session::failed(tx.cx(), subject, since, now).await?;
    Ok(tx.commit().await?)
}

/// How long an account waits after so many failures: one second, doubled with each more.
fn wait_after(failures: i64, longest_seconds: i64) -> SignedDuration {
    let over = failures - FREE_FAILURES;
    if over < 0 {
        return SignedDuration::ZERO;
    }
    let doubled = 1_i64.checked_shl(u32::try_from(over).unwrap_or(u32::MAX)).filter(|wait| *wait > 0);
    SignedDuration::from_secs(doubled.unwrap_or(i64::MAX).min(longest_seconds))
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
        let waits =
            [0, 4, 5, 6, 8, 20, 90, i64::MAX].map(|failures| wait_after(failures, LONGEST_SECONDS).as_secs());
        assert_eq!(waits, [0, 0, 1, 2, 8, 60, 60, 60]);
    }

    #[test]
    fn of_an_address_only_the_network_is_kept() {
        let network = |text: &str| Browser { user_agent: "", address: text.parse().unwrap() }.network();
        assert_eq!(network("192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("::ffff:192.0.2.77"), "192.0.2.0/24");
        assert_eq!(network("2001:db8:1:2:3:4:5:6"), "2001:db8:1::/48");
    }
}
