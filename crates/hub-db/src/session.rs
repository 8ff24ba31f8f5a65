//! Sessions: browsers that are signed in, and how often signing in failed.

use hub_core::{AccountId, SessionId};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use crate::{Cx, DbError, millis, on, timestamp};

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Whose.
    pub account_id: AccountId,
    /// What the browser called itself.
    pub user_agent: String,
    /// The network it signed in from, shortened; empty if that is not known.
    pub network: String,
    /// When it signed in.
    pub created_at: Timestamp,
    /// When it was last seen.
    pub used_at: Timestamp,
    /// When it ends if it is not seen before.
    pub expires_at: Timestamp,
}

type Row = (i64, i64, String, String, i64, i64, i64);

fn read(row: Row) -> Result<Session, DbError> {
    let (id, account_id, user_agent, network, created_at, used_at, expires_at) = row;
    Ok(Session {
        id: SessionId(id),
        account_id: AccountId(account_id),
        user_agent,
        network,
        created_at: timestamp(created_at)?,
        used_at: timestamp(used_at)?,
        expires_at: timestamp(expires_at)?,
    })
}

/// A session to be.
#[derive(Clone, Copy, Debug)]
pub struct NewSession<'a> {
    /// Whose.
    pub account_id: AccountId,
    /// SHA-256 of its token.
    pub token_hash: &'a str,
    /// What the browser calls itself.
    pub user_agent: &'a str,
    /// The network it is in, shortened.
    pub network: &'a str,
    /// When it ends if it is not seen before.
    pub expires_at: Timestamp,
}

/// Begins a session.
pub async fn insert(cx: Cx<'_>, new: NewSession<'_>, now: Timestamp) -> Result<SessionId, DbError> {
    const SQL: &str = "\
        INSERT INTO session (account_id, token_hash, user_agent, network, created_at, used_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $5, $6) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(new.account_id.get()).bind(new.token_hash).bind(new.user_agent)
            .bind(new.network).bind(millis(now)).bind(millis(new.expires_at)).fetch_one(c).await
    })?;
    Ok(SessionId(id))
}

/// The session of a token's hash that has not expired at `now`.
pub async fn by_hash(cx: Cx<'_>, token_hash: &str, now: Timestamp) -> Result<Option<Session>, DbError> {
    const SQL: &str = "\
        SELECT id, account_id, user_agent, network, created_at, used_at, expires_at FROM session
        WHERE token_hash = $1 AND expires_at > $2";
    let row = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(token_hash).bind(millis(now)).fetch_optional(c).await
    })?;
    row.map(read).transpose()
}

/// The sessions of an account that have not expired at `now`, the newest first.
pub async fn of_account(cx: Cx<'_>, account_id: AccountId, now: Timestamp) -> Result<Vec<Session>, DbError> {
    const SQL: &str = "\
        SELECT id, account_id, user_agent, network, created_at, used_at, expires_at FROM session
        WHERE account_id = $1 AND expires_at > $2 ORDER BY id DESC";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(account_id.get()).bind(millis(now)).fetch_all(c).await
    })?;
    rows.into_iter().map(read).collect()
}

/// Notes that a session was seen, and puts off its end.
pub async fn seen(cx: Cx<'_>, id: SessionId, now: Timestamp, expires_at: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE session SET used_at = $2, expires_at = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(millis(now)).bind(millis(expires_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Ends one session of an account; gives whether there was one.
pub async fn end(cx: Cx<'_>, account_id: AccountId, id: SessionId) -> Result<bool, DbError> {
    const SQL: &str = "DELETE FROM session WHERE id = $1 AND account_id = $2";
    let ended = on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(account_id.get()).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(ended > 0)
}

/// Ends all sessions of an account but one; gives how many there were.
pub async fn end_others(cx: Cx<'_>, account_id: AccountId, but: Option<SessionId>) -> Result<u64, DbError> {
    const SQL: &str = "DELETE FROM session WHERE account_id = $1 AND id <> $2";
    let but = but.map_or(0, SessionId::get);
    Ok(on!(cx, c => {
        sqlx::query(SQL).bind(account_id.get()).bind(but).execute(c).await.map(|done| done.rows_affected())
    })?)
}

/// Forgets sessions that have expired, and failures older than `failures_before`.
pub async fn sweep(mut cx: Cx<'_>, now: Timestamp, failures_before: Timestamp) -> Result<(), DbError> {
    const SESSIONS: &str = "DELETE FROM session WHERE expires_at <= $1";
    const FAILURES: &str = "DELETE FROM failure WHERE last_at < $1";
    on!(cx.again(), c => sqlx::query(SESSIONS).bind(millis(now)).execute(c).await.map(drop))?;
    on!(cx, c => sqlx::query(FAILURES).bind(millis(failures_before)).execute(c).await.map(drop))?;
    Ok(())
}

/// How often a subject failed to sign in, and when first and last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Failures {
    /// How often.
    pub count: i64,
    /// When the count began.
    pub first_at: Timestamp,
    /// The last one.
    pub last_at: Timestamp,
}

/// The failures of a subject, locked; `None` if there are none.
pub async fn failures(cx: Cx<'_>, subject: &str) -> Result<Option<Failures>, DbError> {
    let sql = format!("SELECT count, first_at, last_at FROM failure WHERE subject = $1{}", cx.for_update());
    let row = on!(cx, c => {
        sqlx::query_as::<_, (i64, i64, i64)>(AssertSqlSafe(sql)).bind(subject).fetch_optional(c).await
    })?;
    row.map(|(count, first_at, last_at)| {
        Ok(Failures { count, first_at: timestamp(first_at)?, last_at: timestamp(last_at)? })
    })
    .transpose()
}

/// Counts one more failure; a count that began before `since` begins anew.
pub async fn failed(cx: Cx<'_>, subject: &str, since: Timestamp, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO failure (subject, count, first_at, last_at) VALUES ($1, 1, $3, $3)
        ON CONFLICT (subject) DO UPDATE SET
            count = CASE WHEN failure.first_at < $2 THEN 1 ELSE failure.count + 1 END,
            first_at = CASE WHEN failure.first_at < $2 THEN excluded.first_at ELSE failure.first_at END,
            last_at = excluded.last_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(subject).bind(millis(since)).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets the failures of a subject.
pub async fn forget_failures(cx: Cx<'_>, subject: &str) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM failure WHERE subject = $1";
    on!(cx, c => sqlx::query(SQL).bind(subject).execute(c).await.map(drop))?;
    Ok(())
}
