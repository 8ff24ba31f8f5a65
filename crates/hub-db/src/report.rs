//! Package reports: what the reader found, by the bytes and the reader's version.

use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// Stores a report; a second one of the same bytes and reader changes nothing.
pub async fn put(
    cx: Cx<'_>,
    sha256: &str,
    reader_version: i64,
    report: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO report (sha256, reader_version, report, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    on!(cx, c => {
        sqlx::query(SQL).bind(sha256).bind(reader_version).bind(report).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Digests after `after`, in their order, of packages in use that only readers before this one have read.
pub async fn read_before(
    cx: Cx<'_>,
    reader_version: i64,
    after: &str,
    limit: i64,
) -> Result<Vec<String>, DbError> {
    const SQL: &str = "\
        SELECT DISTINCT version.package_sha256 FROM version
        WHERE version.package IN ('ready', 'held') AND version.listing NOT IN ('withdrawn', 'removed')
            AND version.package_sha256 > $2
            AND NOT EXISTS (SELECT 1 FROM report
                WHERE report.sha256 = version.package_sha256 AND report.reader_version >= $1)
        ORDER BY version.package_sha256 LIMIT $3";
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, String>(SQL).bind(reader_version).bind(after).bind(limit).fetch_all(c).await
    })?)
}

/// The newest reader's report of these bytes, as JSON.
pub async fn newest(cx: Cx<'_>, sha256: &str) -> Result<Option<String>, DbError> {
    const SQL: &str = "SELECT report FROM report WHERE sha256 = $1 ORDER BY reader_version DESC LIMIT 1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, String>(SQL).bind(sha256).fetch_optional(c).await)?)
}
