//! Sessions: browsers that are signed in.

use hub_core::account::AccountState;
use hub_core::secret::Secret;
use hub_core::text::cut_line;
use hub_core::{AccountId, SessionId};
use hub_db::Tx;
use hub_db::account::Account;
use hub_db::session::{NewSession, Session};
use jiff::{SignedDuration, Timestamp};

use super::sign_in::Browser;
use crate::outside::crypto::token_hash;
use crate::{App, AppError};

/// Days a session lives without being seen.
const IDLE_DAYS: i64 = 14;
/// A session's last sight is written down at most this often, so that reading pages writes nothing.
const SEEN_EVERY_MINUTES: i64 = 10;
/// Characters kept of what a browser calls itself.
const USER_AGENT_CHARS: usize = 255;

/// Somebody who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Whose session.
    pub account: Account,
    /// Which of their sessions.
    pub session_id: SessionId,
}

/// Begins a session in the caller's transaction; gives the token for the browser's cookie.
pub(super) async fn begin(
    app: &App,
    tx: &mut Tx,
    account: AccountId,
    browser: Browser<'_>,
    now: Timestamp,
) -> Result<Secret, AppError> {
    let token = app.rng.token();
    let hash = token_hash(&token);
    let new = NewSession {
        account_id: account,
        token_hash: hash.as_str(),
        user_agent: &cut_line(browser.user_agent, USER_AGENT_CHARS),
        network: &browser.network(),
        expires_at: end_after(now),
    };
    hub_db::session::insert(tx.cx(), new, now).await?;
    hub_db::account::seen(tx.cx(), account, now).await?;
    Ok(token)
}

/// Who holds this token; `None` for one that ended or never was.
pub async fn find(app: &App, token: &Secret) -> Result<Option<SignedIn>, AppError> {
    let now = app.clock.now();
    let mut conn = app.db.read().await?;
    let Some(session) = hub_db::session::by_hash(conn.cx(), token_hash(token).as_str(), now).await? else {
        return Ok(None);
    };
    let account = hub_db::account::by_id(conn.cx(), session.account_id).await?;
    drop(conn);
    let Some(account) = account.filter(|account| account.state == AccountState::Active) else {
        return Ok(None);
    };
    if now.duration_since(session.used_at) >= SignedDuration::from_mins(SEEN_EVERY_MINUTES) {
        let mut tx = app.db.begin().await?;
        hub_db::session::seen(tx.cx(), session.id, now, end_after(now)).await?;
        hub_db::account::seen(tx.cx(), account.id, now).await?;
        tx.commit().await?;
    }
    Ok(Some(SignedIn { account, session_id: session.id }))
}

/// The sessions of an account, the newest first.
pub async fn list(app: &App, account: AccountId) -> Result<Vec<Session>, AppError> {
    let mut conn = app.db.read().await?;
    Ok(hub_db::session::of_account(conn.cx(), account, app.clock.now()).await?)
}

/// Ends one session of an account; ending one that has ended is no error.
pub async fn end(app: &App, account: AccountId, id: SessionId) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    hub_db::session::end(tx.cx(), account, id).await?;
    Ok(tx.commit().await?)
}

/// Ends every session of an account but the one that asks; gives how many there were.
pub async fn end_others(app: &App, account: AccountId, but: SessionId) -> Result<u64, AppError> {
    let mut tx = app.db.begin().await?;
    let ended = hub_db::session::end_others(tx.cx(), account, Some(but)).await?;
    tx.commit().await?;
    Ok(ended)
}

fn end_after(now: Timestamp) -> Timestamp {
    now + SignedDuration::from_hours(24 * IDLE_DAYS)
}
