//! Blobs: which files there are, and every use of them.

use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// What uses a blob. Each use is a row, so that nothing in use is ever purged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// The package of a version.
    Package(hub_core::VersionId),
    /// A screenshot, its thumbnail or its card picture, of a text.
    Screenshot(hub_core::TextId),
    /// The hub's logo.
    Logo,
}

impl Use {
    fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Package(id) => ("package", id.get()),
            Self::Screenshot(id) => ("screenshot", id.get()),
            Self::Logo => ("logo", 0),
        }
    }
}

/// Records that bytes are about to be stored, or touches the row if they already were, so that a purge leaves them
/// alone for a day; a mark of deletion is taken back. Call it before the bytes get their lasting name: the purge
/// deletes bytes only while it holds the marked row.
pub async fn put(cx: Cx<'_>, sha256: &str, size_bytes: i64, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO blob (sha256, size_bytes, state, touched_at) VALUES ($1, $2, 'stored', $3)
        ON CONFLICT (sha256) DO UPDATE SET touched_at = excluded.touched_at, state = 'stored'";
    on!(cx, c => sqlx::query(SQL).bind(sha256).bind(size_bytes).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Records a use; recording it twice is the same.
pub async fn add_use(cx: Cx<'_>, sha256: &str, used_by: Use) -> Result<(), DbError> {
    const SQL: &str =
        "INSERT INTO blob_use (sha256, used_by, used_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let (word, id) = used_by.columns();
    on!(cx, c => sqlx::query(SQL).bind(sha256).bind(word).bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// Forgets every use by one thing; the blobs are touched, so that the day before a purge begins now.
pub async fn remove_uses(mut cx: Cx<'_>, used_by: Use, now: Timestamp) -> Result<(), DbError> {
    const TOUCH: &str = "\
        UPDATE blob SET touched_at = $3
        WHERE sha256 IN (SELECT sha256 FROM blob_use WHERE used_by = $1 AND used_id = $2)";
    const SQL: &str = "DELETE FROM blob_use WHERE used_by = $1 AND used_id = $2";
    let (word, id) = used_by.columns();
    on!(cx.again(), c => sqlx::query(TOUCH).bind(word).bind(id).bind(millis(now)).execute(c).await.map(drop))?;
    on!(cx, c => sqlx::query(SQL).bind(word).bind(id).execute(c).await.map(drop))?;
    Ok(())
}

/// Marks up to `limit` blobs that nothing uses and nobody touched since `before` as being deleted, and gives them,
/// together with those a crash left marked.
pub async fn mark_unused(mut cx: Cx<'_>, before: Timestamp, limit: i64) -> Result<Vec<String>, DbError> {
    const MARK: &str = "UPDATE blob SET state = 'deleting' WHERE sha256 = $1";
    let lock = cx.for_update_skip_locked();
    // Safe: the only variable part is the dialect's lock words.
    let select = sqlx::AssertSqlSafe(format!(
        "SELECT sha256 FROM blob WHERE (touched_at < $1 OR state = 'deleting')
            AND NOT EXISTS (SELECT 1 FROM blob_use WHERE blob_use.sha256 = blob.sha256)
        ORDER BY touched_at LIMIT $2{lock}"
    ));
    let hashes = on!(cx.again(), c => {
        sqlx::query_scalar::<_, String>(select).bind(millis(before)).bind(limit).fetch_all(c).await
    })?;
    for hash in &hashes {
        on!(cx.again(), c => sqlx::query(MARK).bind(hash).execute(c).await.map(drop))?;
    }
    Ok(hashes)
}

/// Locks a marked row that still nothing uses until the transaction ends; `false` if somebody came meanwhile.
/// While it is held, the bytes may be deleted.
pub async fn lock_marked(cx: Cx<'_>, sha256: &str) -> Result<bool, DbError> {
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT sha256 FROM blob WHERE sha256 = $1 AND state = 'deleting'
            AND NOT EXISTS (SELECT 1 FROM blob_use WHERE blob_use.sha256 = blob.sha256){}",
        cx.for_update()
    ));
    Ok(on!(cx, c => sqlx::query_scalar::<_, String>(sql).bind(sha256).fetch_optional(c).await)?.is_some())
}

/// Forgets a blob whose bytes are deleted.
pub async fn remove(cx: Cx<'_>, sha256: &str) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM blob WHERE sha256 = $1";
    on!(cx, c => sqlx::query(SQL).bind(sha256).execute(c).await.map(drop))?;
    Ok(())
}

/// How many blobs a thing uses.
pub async fn count_uses(cx: Cx<'_>, used_by: Use) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM blob_use WHERE used_by = $1 AND used_id = $2";
    let (word, id) = used_by.columns();
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(word).bind(id).fetch_one(c).await)?)
}

/// Whether there is a row of these bytes, for the sweep of files without one.
pub async fn exists(cx: Cx<'_>, sha256: &str) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM blob WHERE sha256 = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(sha256).fetch_one(c).await)? > 0)
}

/// How many blobs there are, and their bytes together.
pub async fn totals(cx: Cx<'_>) -> Result<(i64, i64), DbError> {
    const SQL: &str = "SELECT COUNT(*), CAST(COALESCE(SUM(size_bytes), 0) AS BIGINT) FROM blob";
    Ok(on!(cx, c => sqlx::query_as::<_, (i64, i64)>(SQL).fetch_one(c).await)?)
}
