//! Fields that staff corrected and a site cannot change; what it says meanwhile is kept.

use hub_core::act::Thing;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// One locked field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldLock {
    /// Its name, as staff sets it.
    pub field: String,
    /// What the site says.
    pub said: String,
    /// Since when.
    pub locked_at: Timestamp,
}

/// The locks of a thing, by field.
pub async fn of_thing(cx: Cx<'_>, thing: Thing) -> Result<Vec<FieldLock>, DbError> {
    const SQL: &str = "\
        SELECT field, said, locked_at FROM field_lock WHERE thing_kind = $1 AND thing_id = $2 ORDER BY field";
    let (kind, id) = thing.columns();
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (String, String, i64)>(SQL).bind(kind).bind(id).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(field, said, at)| Ok(FieldLock { field, said, locked_at: timestamp(at)? }))
        .collect()
}

/// Locks a field, `said` being what the site says; of a locked one only `said` is kept if `said` is new.
pub async fn put(cx: Cx<'_>, thing: Thing, field: &str, said: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO field_lock (thing_kind, thing_id, field, said, locked_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (thing_kind, thing_id, field) DO UPDATE SET said = excluded.said";
    let (kind, id) = thing.columns();
    on!(cx, c => {
        sqlx::query(SQL).bind(kind).bind(id).bind(field).bind(said).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Unlocks a field; whether it was locked.
pub async fn remove(cx: Cx<'_>, thing: Thing, field: &str) -> Result<bool, DbError> {
    const SQL: &str = "DELETE FROM field_lock WHERE thing_kind = $1 AND thing_id = $2 AND field = $3";
    let (kind, id) = thing.columns();
    let gone = on!(cx, c => {
        sqlx::query(SQL).bind(kind).bind(id).bind(field).execute(c).await.map(|r| r.rows_affected())
    })?;
    Ok(gone > 0)
}

/// Unlocks all fields of a thing.
pub async fn remove_all(cx: Cx<'_>, thing: Thing) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM field_lock WHERE thing_kind = $1 AND thing_id = $2";
    let (kind, id) = thing.columns();
    on!(cx, c => sqlx::query(SQL).bind(kind).bind(id).execute(c).await.map(drop))?;
    Ok(())
}
