//! Adverts whose page does not answer.

use hub_core::VersionId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// What is wrong with an advert's link.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct LinkTrouble {
    /// The advert.
    pub version: VersionId,
    /// The address that was asked.
    pub url: String,
    /// What came instead of the page.
    pub why: String,
    /// Checks in vain, one after the other.
    pub failures: i64,
    /// The first of them.
    pub since: Timestamp,
    /// The last of them.
    pub checked_at: Timestamp,
}

/// The trouble with one advert, if there is any.
pub async fn of_version(cx: Cx<'_>, id: VersionId) -> Result<Option<LinkTrouble>, DbError> {
    const SQL: &str = "SELECT url, why, failures, since, checked_at FROM link_trouble WHERE version_id = $1";
    let row = on!(cx, c => {
        sqlx::query_as::<_, (String, String, i64, i64, i64)>(SQL).bind(id.get()).fetch_optional(c).await
    })?;
    row.map(|(url, why, failures, since, checked_at)| {
        let (since, checked_at) = (timestamp(since)?, timestamp(checked_at)?);
        Ok(LinkTrouble { version: id, url, why, failures, since, checked_at })
    })
    .transpose()
}

/// Adverts with at least so many checks in vain, at most `limit`.
pub async fn failed(cx: Cx<'_>, failures: i64, limit: i64) -> Result<Vec<VersionId>, DbError> {
    const SQL: &str =
        "SELECT version_id FROM link_trouble WHERE failures >= $1 ORDER BY failures, version_id LIMIT $2";
    let ids = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(failures).bind(limit).fetch_all(c).await
    })?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// Notes trouble in place of what was noted before.
pub async fn put(cx: Cx<'_>, trouble: &LinkTrouble) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO link_trouble (version_id, url, why, failures, since, checked_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (version_id) DO UPDATE SET url = excluded.url, why = excluded.why, failures = excluded.failures,
            since = excluded.since, checked_at = excluded.checked_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(trouble.version.get()).bind(&trouble.url).bind(&trouble.why).bind(trouble.failures)
            .bind(millis(trouble.since)).bind(millis(trouble.checked_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// The link answers, or nobody is led there any more.
pub async fn remove(cx: Cx<'_>, id: VersionId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM link_trouble WHERE version_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}
