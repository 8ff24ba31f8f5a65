//! The change feed: what changed, numbered without gaps, so that every follower can say how far it has read.

use hub_core::act::Changed;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// Raises a counter of the `counter` table and gives its new value. The row stays locked until the transaction
/// ends: numbers are given in the order of commits, and a rolled back one is given again.
pub(crate) async fn raise(cx: Cx<'_>, counter: &'static str, by: i64) -> Result<i64, DbError> {
    const SQL: &str = "UPDATE counter SET value = value + $2 WHERE name = $1 RETURNING value";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(counter).bind(by).fetch_one(c).await)?)
}

/// Adds one entry and gives its sequence number. Call it late in the transaction: from here on other writers on
/// PostgreSQL wait for the counter's row.
pub async fn append(mut cx: Cx<'_>, changed: Changed, now: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "INSERT INTO change (sequence, kind, thing_id, changed_at) VALUES ($1, $2, $3, $4)";
    let sequence = raise(cx.again(), "change", 1).await?;
    let (kind, id) = changed.columns();
    on!(cx, c => sqlx::query(SQL).bind(sequence).bind(kind).bind(id).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(sequence)
}

/// Entries after `sequence`, oldest first, at most `limit`. Entries of a kind this program does not know are passed
/// over but counted by their number.
pub async fn after(cx: Cx<'_>, sequence: i64, limit: i64) -> Result<Vec<(i64, Option<Changed>)>, DbError> {
    const SQL: &str =
        "SELECT sequence, kind, thing_id FROM change WHERE sequence > $1 ORDER BY sequence LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, String, i64)>(SQL).bind(sequence).bind(limit).fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(sequence, kind, id)| (sequence, Changed::from_columns(&kind, id))).collect())
}

/// The number of the last entry, 0 when there is none.
pub async fn last(cx: Cx<'_>) -> Result<i64, DbError> {
    const SQL: &str = "SELECT value FROM counter WHERE name = 'change'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)?)
}
