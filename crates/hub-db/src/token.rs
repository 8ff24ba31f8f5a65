//! Tokens: kept as SHA-256 only.

use hub_core::rights::Scope;
use hub_core::{SiteId, TokenId};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp};

/// A token that was found by its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// What it is for.
    pub scope: Scope,
    /// The site it speaks for.
    pub site_id: Option<SiteId>,
    /// Why it ended, if it did.
    pub ended_because: Option<String>,
    /// When it ended, if it did.
    pub ended_at: Option<Timestamp>,
    /// Milliseconds of its last use.
    pub last_used_at: Option<i64>,
}

/// Stores a new token.
pub async fn insert(
    cx: Cx<'_>,
    hash: &str,
    scope: Scope,
    site_id: Option<SiteId>,
    now: Timestamp,
) -> Result<TokenId, DbError> {
    const SQL: &str =
        "INSERT INTO token (hash, scope, site_id, created_at) VALUES ($1, $2, $3, $4) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(hash).bind(scope.name()).bind(site_id.map(SiteId::get))
            .bind(millis(now)).fetch_one(c).await
    })?;
    Ok(TokenId(id))
}

/// The token of a hash, ended or not.
pub async fn by_hash(cx: Cx<'_>, hash: &str) -> Result<Option<Token>, DbError> {
    const SQL: &str = "\
        SELECT id, scope, site_id, CASE WHEN ended_at IS NULL THEN NULL ELSE COALESCE(ended_because, '') END,
            ended_at, last_used_at
        FROM token WHERE hash = $1";
    type Row = (i64, String, Option<i64>, Option<String>, Option<i64>, Option<i64>);
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(hash).fetch_optional(c).await)?;
    row.map(|(id, scope, site_id, ended_because, ended_at, last_used_at)| {
        let scope = Scope::from_name(&scope).ok_or(DbError::Damaged("a token of an unknown scope"))?;
        let (site_id, ended_at) = (site_id.map(SiteId), optional_timestamp(ended_at)?);
        Ok(Token { id: TokenId(id), scope, site_id, ended_because, ended_at, last_used_at })
    })
    .transpose()
}

/// Since when a site has a live token; `None` if it has none.
pub async fn live_of_site(cx: Cx<'_>, site_id: SiteId) -> Result<Option<Timestamp>, DbError> {
    const SQL: &str =
        "SELECT created_at FROM token WHERE site_id = $1 AND ended_at IS NULL ORDER BY id DESC LIMIT 1";
    let since = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(site_id.get()).fetch_optional(c).await)?;
    optional_timestamp(since)
}

/// A token that a site has or had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SiteToken {
    /// When it was issued.
    pub created_at: Timestamp,
    /// When it was used last.
    pub last_used_at: Option<Timestamp>,
    /// When it ended, and why.
    pub ended: Option<(Timestamp, String)>,
}

/// Tokens of a site, newest first, at most `limit`.
pub async fn of_site(cx: Cx<'_>, site_id: SiteId, limit: i64) -> Result<Vec<SiteToken>, DbError> {
    const SQL: &str = "\
        SELECT created_at, last_used_at, ended_at, ended_because FROM token WHERE site_id = $1
        ORDER BY id DESC LIMIT $2";
    type Row = (i64, Option<i64>, Option<i64>, Option<String>);
    let rows =
        on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(site_id.get()).bind(limit).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(created_at, last_used_at, ended_at, because)| {
            Ok(SiteToken {
                created_at: crate::timestamp(created_at)?,
                last_used_at: optional_timestamp(last_used_at)?,
                ended: optional_timestamp(ended_at)?.map(|at| (at, because.unwrap_or_default())),
            })
        })
        .collect()
}

/// Notes a use.
pub async fn used(cx: Cx<'_>, id: TokenId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE token SET last_used_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Ends every live token of a site; gives how many there were.
pub async fn end_of_site(cx: Cx<'_>, site_id: SiteId, because: &str, now: Timestamp) -> Result<u64, DbError> {
    const SQL: &str =
        "UPDATE token SET ended_at = $2, ended_because = $3 WHERE site_id = $1 AND ended_at IS NULL";
    Ok(on!(cx, c => {
        sqlx::query(SQL).bind(site_id.get()).bind(millis(now)).bind(because).execute(c).await.map(|r| r.rows_affected())
    })?)
}

/// Ends every live token of a site that is older than `token`.
pub async fn end_before(
    cx: Cx<'_>,
    site_id: SiteId,
    token: TokenId,
    because: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE token SET ended_at = $3, ended_because = $4 WHERE site_id = $1 AND id < $2 AND ended_at IS NULL";
    on!(cx, c => {
        sqlx::query(SQL).bind(site_id.get()).bind(token.get()).bind(millis(now)).bind(because).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Ends every live token of a scope that belongs to no site.
pub async fn end_of_scope(cx: Cx<'_>, scope: Scope, because: &str, now: Timestamp) -> Result<u64, DbError> {
    const SQL: &str =
        "UPDATE token SET ended_at = $2, ended_because = $3 WHERE scope = $1 AND ended_at IS NULL";
    Ok(on!(cx, c => {
        sqlx::query(SQL).bind(scope.name()).bind(millis(now)).bind(because).execute(c).await.map(|r| r.rows_affected())
    })?)
}
