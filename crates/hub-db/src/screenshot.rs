//! Screenshots of a text: re-encoded pictures by their position, from 1.

use hub_core::TextId;

use crate::{Cx, DbError, on};

/// One screenshot: the picture, its thumbnail and its card picture, each a blob.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Screenshot {
    /// 1 to 9.
    pub position: i64,
    /// The picture.
    pub sha256: String,
    /// At most 150 × 150 pixels, as classic clients show it.
    pub thumbnail_sha256: String,
    /// For cards of result pages.
    pub card_sha256: String,
    /// Of all three.
    pub media_type: String,
    /// Pixels.
    pub width: i64,
    /// Pixels.
    pub height: i64,
}

/// The screenshots of a text by position.
pub async fn list(cx: Cx<'_>, text: TextId) -> Result<Vec<Screenshot>, DbError> {
    const SQL: &str = "\
        SELECT position, sha256, thumbnail_sha256, card_sha256, media_type, width, height FROM screenshot
        WHERE text_id = $1 ORDER BY position";
    type Row = (i64, String, String, String, String, i64, i64);
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(text.get()).fetch_all(c).await)?;
    Ok(rows
        .into_iter()
        .map(|(position, sha256, thumbnail_sha256, card_sha256, media_type, width, height)| Screenshot {
            position,
            sha256,
            thumbnail_sha256,
            card_sha256,
            media_type,
            width,
            height,
        })
        .collect())
}

/// Stores one, in the place of another with the same position, and counts again.
pub async fn put(mut cx: Cx<'_>, text: TextId, shot: &Screenshot) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO screenshot (text_id, position, sha256, thumbnail_sha256, card_sha256, media_type, width, height)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (text_id, position) DO UPDATE SET sha256 = excluded.sha256,
            thumbnail_sha256 = excluded.thumbnail_sha256, card_sha256 = excluded.card_sha256,
            media_type = excluded.media_type, width = excluded.width, height = excluded.height";
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(text.get()).bind(shot.position).bind(&shot.sha256).bind(&shot.thumbnail_sha256)
            .bind(&shot.card_sha256).bind(&shot.media_type).bind(shot.width).bind(shot.height).execute(c).await.map(drop)
    })?;
    count_again(cx, text).await
}

/// Copies the rows of one text to another; their blobs' uses are the caller's.
pub async fn copy(mut cx: Cx<'_>, from: TextId, to: TextId) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO screenshot (text_id, position, sha256, thumbnail_sha256, card_sha256, media_type, width, height)
        SELECT $2, position, sha256, thumbnail_sha256, card_sha256, media_type, width, height
        FROM screenshot WHERE text_id = $1";
    on!(cx.again(), c => sqlx::query(SQL).bind(from.get()).bind(to.get()).execute(c).await.map(drop))?;
    count_again(cx, to).await
}

/// Forgets the rows of a text; their blobs' uses are the caller's.
pub async fn remove_all(mut cx: Cx<'_>, text: TextId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM screenshot WHERE text_id = $1";
    on!(cx.again(), c => sqlx::query(SQL).bind(text.get()).execute(c).await.map(drop))?;
    count_again(cx, text).await
}

async fn count_again(cx: Cx<'_>, text: TextId) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE version_text SET screenshots = (SELECT COUNT(*) FROM screenshot WHERE text_id = $1) WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(text.get()).execute(c).await.map(drop))?;
    Ok(())
}
