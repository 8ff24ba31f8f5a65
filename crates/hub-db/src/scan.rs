//! What the malware scanner said of packages, by their bytes.

use hub_core::scan::{Outcome, Scan};

use crate::{Cx, DbError, millis, on, timestamp};

/// Keeps an answer; one of before is forgotten.
pub async fn put(cx: Cx<'_>, sha256: &str, scan: &Scan) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO scan (sha256, signatures, outcome, signature, scanned_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (sha256) DO UPDATE SET signatures = excluded.signatures, outcome = excluded.outcome,
            signature = excluded.signature, scanned_at = excluded.scanned_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(sha256).bind(&scan.signatures).bind(scan.outcome.name()).bind(&scan.name)
            .bind(millis(scan.scanned_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// The newest answer about these bytes.
pub async fn of(cx: Cx<'_>, sha256: &str) -> Result<Option<Scan>, DbError> {
    const SQL: &str = "SELECT outcome, signature, signatures, scanned_at FROM scan WHERE sha256 = $1";
    let row = on!(cx, c => {
        sqlx::query_as::<_, (String, String, String, i64)>(SQL).bind(sha256).fetch_optional(c).await
    })?;
    let Some((outcome, name, signatures, scanned_at)) = row else { return Ok(None) };
    let outcome = Outcome::from_name(&outcome).ok_or(DbError::Damaged("an unknown answer of the scanner"))?;
    Ok(Some(Scan { outcome, name, signatures, scanned_at: timestamp(scanned_at)? }))
}

/// The first digest after `after`, in their order, of a package in use that was not scanned with these signatures.
pub async fn next_other(cx: Cx<'_>, signatures: &str, after: &str) -> Result<Option<String>, DbError> {
    const SQL: &str = "\
        SELECT version.package_sha256 FROM version
        WHERE version.package IN ('ready', 'held') AND version.listing NOT IN ('withdrawn', 'removed')
            AND version.package_sha256 > $2
            AND NOT EXISTS (SELECT 1 FROM scan
                WHERE scan.sha256 = version.package_sha256 AND scan.signatures = $1)
        ORDER BY version.package_sha256 LIMIT 1";
    Ok(
        on!(cx, c => sqlx::query_scalar::<_, String>(SQL).bind(signatures).bind(after).fetch_optional(c).await)?,
    )
}
