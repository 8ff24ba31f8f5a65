//! Settings: the hub's policy by key.

use hub_core::policy::Policy;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// The policy as stored; keys that were never set have their defaults. Values this program does not understand are
/// passed over, so that a newer program's settings do not stop an older one.
pub async fn policy(cx: Cx<'_>) -> Result<Policy, DbError> {
    const SQL: &str = "SELECT key, value FROM setting";
    let rows = on!(cx, c => sqlx::query_as::<_, (String, String)>(SQL).fetch_all(c).await)?;
    let mut policy = Policy::default();
    for (key, value) in rows {
        if let Err(error) = policy.set(&key, &value) {
            tracing::warn!(%key, %error, "A stored setting is not understood and its default is used");
        }
    }
    Ok(policy)
}

/// Stores one value.
pub async fn put(cx: Cx<'_>, key: &str, value: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO setting (key, value, updated_at) VALUES ($1, $2, $3)
        ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at";
    on!(cx, c => sqlx::query(SQL).bind(key).bind(value).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
