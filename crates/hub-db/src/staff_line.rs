//! Lines that staff keeps: canned reasons and the checklist.

use std::collections::BTreeMap;

use hub_core::LineId;
use hub_core::moderation::LineList;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// A line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffLine {
    /// Its id, kept for ever: decisions name it.
    pub id: LineId,
    /// A text for each language code.
    pub texts: BTreeMap<String, String>,
    /// Whether it is no longer offered.
    pub is_retired: bool,
}

fn texts_from(texts: &str) -> Result<BTreeMap<String, String>, DbError> {
    serde_json::from_str(texts).map_err(|_| DbError::Damaged("a line of staff that cannot be read"))
}

/// The lines of a list that are offered, in their order, at most `limit`.
pub async fn list(cx: Cx<'_>, list: LineList, limit: i64) -> Result<Vec<StaffLine>, DbError> {
    const SQL: &str = "\
        SELECT id, texts FROM staff_line WHERE list = $1 AND retired_at IS NULL ORDER BY position, id LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, String)>(SQL).bind(list.name()).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(id, texts)| Ok(StaffLine { id: LineId(id), texts: texts_from(&texts)?, is_retired: false }))
        .collect()
}

/// One line, retired or not.
pub async fn by_id(cx: Cx<'_>, id: LineId) -> Result<Option<StaffLine>, DbError> {
    const SQL: &str = "SELECT texts, retired_at IS NOT NULL AS is_retired FROM staff_line WHERE id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, (String, bool)>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(|(texts, is_retired)| Ok(StaffLine { id, texts: texts_from(&texts)?, is_retired })).transpose()
}

/// Writes a line at a place of its list: a new one, or over the one of that id.
pub async fn put(
    cx: Cx<'_>,
    list: LineList,
    id: Option<LineId>,
    position: i64,
    texts: &BTreeMap<String, String>,
) -> Result<(), DbError> {
    const INSERT: &str = "INSERT INTO staff_line (list, position, texts) VALUES ($1, $2, $3)";
    const UPDATE: &str =
        "UPDATE staff_line SET position = $2, texts = $3, retired_at = NULL WHERE list = $1 AND id = $4";
    let texts =
        serde_json::to_string(texts).map_err(|_| DbError::Damaged("a line that cannot be written"))?;
    match id {
        None => on!(cx, c => {
            sqlx::query(INSERT).bind(list.name()).bind(position).bind(texts).execute(c).await.map(drop)
        })?,
        Some(id) => on!(cx, c => {
            sqlx::query(UPDATE).bind(list.name()).bind(position).bind(texts).bind(id.get()).execute(c).await.map(drop)
        })?,
    }
    Ok(())
}

/// Offers a line no longer; decisions that name it still know its text.
pub async fn retire(cx: Cx<'_>, id: LineId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE staff_line SET retired_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
