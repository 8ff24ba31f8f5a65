//! Jobs: work that outlives the request that asked for it, claimed by lease.
//!
//! A job is enqueued in the transaction that needs it. A worker claims the next due one for a while; if it dies, the
//! lease runs out and another takes it, so every job must be safe to run twice.

use hub_core::JobId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// A claimed job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claimed {
    /// Its id.
    pub id: JobId,
    /// Which job it is.
    pub kind: String,
    /// Its JSON.
    pub payload: String,
    /// How often it was claimed, this time included.
    pub attempts: i64,
}

/// Adds a job that runs at `run_at`. With a `once_key`, a second one is not added while the first is not done.
pub async fn enqueue(
    cx: Cx<'_>,
    kind: &str,
    payload: &str,
    once_key: Option<&str>,
    run_at: Timestamp,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO job (kind, payload, once_key, run_at, leased_until, attempts, created_at)
        VALUES ($1, $2, $3, $4, 0, 0, $5) ON CONFLICT (once_key) DO NOTHING";
    on!(cx, c => {
        sqlx::query(SQL).bind(kind).bind(payload).bind(once_key).bind(millis(run_at)).bind(millis(now))
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Claims the job that is due longest, until `leased_until`.
pub async fn claim(cx: Cx<'_>, now: Timestamp, leased_until: Timestamp) -> Result<Option<Claimed>, DbError> {
    let lock = cx.for_update_skip_locked();
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!(
        "UPDATE job SET attempts = attempts + 1, leased_until = $2 WHERE id = (
            SELECT id FROM job WHERE dead_at IS NULL AND run_at <= $1 AND leased_until <= $1
            ORDER BY run_at, id LIMIT 1{lock})
        RETURNING id, kind, payload, attempts"
    ));
    let row = on!(cx, c => {
        sqlx::query_as::<_, (i64, String, String, i64)>(sql).bind(millis(now)).bind(millis(leased_until))
            .fetch_optional(c).await
    })?;
    Ok(row.map(|(id, kind, payload, attempts)| Claimed { id: JobId(id), kind, payload, attempts }))
}

/// The job is done.
pub async fn done(cx: Cx<'_>, id: JobId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM job WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// The job failed; it is tried again at `again_at`, or never when that is `None`.
pub async fn failed(
    cx: Cx<'_>,
    id: JobId,
    error: &str,
    again_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE job SET last_error = $2, leased_until = 0, run_at = $3, dead_at = $4, once_key = NULL WHERE id = $1";
    const AGAIN: &str = "UPDATE job SET last_error = $2, leased_until = 0, run_at = $3 WHERE id = $1";
    let error: String = error.chars().take(2000).collect();
    match again_at {
        Some(again_at) => on!(cx, c => {
            sqlx::query(AGAIN).bind(id.get()).bind(error).bind(millis(again_at)).execute(c).await.map(drop)
        })?,
        None => on!(cx, c => {
            sqlx::query(SQL).bind(id.get()).bind(error).bind(millis(now)).bind(millis(now)).execute(c).await.map(drop)
        })?,
    }
    Ok(())
}

/// A job that waits under this key is due now.
pub async fn hurry(cx: Cx<'_>, once_key: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE job SET run_at = $2 WHERE once_key = $1 AND dead_at IS NULL";
    on!(cx, c => sqlx::query(SQL).bind(once_key).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// When the next job is due, if there is one that is not dead.
pub async fn next_due(cx: Cx<'_>) -> Result<Option<i64>, DbError> {
    const SQL: &str = "\
        SELECT MIN(CASE WHEN leased_until > run_at THEN leased_until ELSE run_at END) FROM job WHERE dead_at IS NULL";
    Ok(on!(cx, c => sqlx::query_scalar::<_, Option<i64>>(SQL).fetch_one(c).await)?)
}

/// Jobs not done: waiting, and given up.
pub async fn count(cx: Cx<'_>) -> Result<(i64, i64), DbError> {
    const SQL: &str = "SELECT COUNT(*), COUNT(dead_at) FROM job";
    let (all, dead) = on!(cx, c => sqlx::query_as::<_, (i64, i64)>(SQL).fetch_one(c).await)?;
    Ok((all - dead, dead))
}
