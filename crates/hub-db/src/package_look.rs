//! Public courses whose packages a person of the hub's staff should look at.

use hub_core::VersionId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// Keeps that somebody should look at a version because of these codes of findings; codes kept before stay.
pub async fn put(mut cx: Cx<'_>, id: VersionId, codes: &[String], now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO package_look (version_id, codes, since) VALUES ($1, $2, $3)
        ON CONFLICT (version_id) DO UPDATE SET codes = excluded.codes";
    let mut all = of(cx.again(), id).await?;
    all.extend(codes.iter().cloned());
    all.sort();
    all.dedup();
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(all.join(",")).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// The codes that nobody has looked at; none if there is nothing to look at.
pub async fn of(cx: Cx<'_>, id: VersionId) -> Result<Vec<String>, DbError> {
    const SQL: &str = "SELECT codes FROM package_look WHERE version_id = $1";
    let codes = on!(cx, c => sqlx::query_scalar::<_, String>(SQL).bind(id.get()).fetch_optional(c).await)?;
    Ok(codes.unwrap_or_default().split(',').filter(|code| !code.is_empty()).map(str::to_owned).collect())
}

/// Nobody need look at the version.
pub async fn forget(cx: Cx<'_>, id: VersionId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM package_look WHERE version_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}
