//! One act on many publications: what is planned, what was done, and what each was before.

use hub_core::VersionId;
use hub_core::desk::StaffCourseQuery;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp, version_list};

/// A batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: i64,
    /// The act, JSON.
    pub act: String,
    /// Who, JSON.
    pub actor: String,
    /// Publications in it.
    pub total: i64,
    /// When it was begun.
    pub created_at: Timestamp,
    /// When the last one was done.
    pub ended_at: Option<Timestamp>,
    /// When it was undone.
    pub undone_at: Option<Timestamp>,
}

/// Where one publication of a batch stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemState {
    /// Not yet done.
    Planned,
    /// Done.
    Done,
    /// Not done: it stood so already, or something stood in the way.
    Skipped,
    /// Done and undone.
    Undone,
    /// Done and not undone: it has changed since.
    Kept,
}

impl ItemState {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Done => "done",
            Self::Skipped => "skipped",
            Self::Undone => "undone",
            Self::Kept => "kept",
        }
    }

    /// The reverse of [`ItemState::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Planned, Self::Done, Self::Skipped, Self::Undone, Self::Kept]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// One publication of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The publication.
    pub version: VersionId,
    /// Where it stands.
    pub state: ItemState,
    /// What it was, JSON; empty if nothing was done.
    pub before: String,
    /// What it became, JSON.
    pub after: String,
    /// Why it was passed over.
    pub why: String,
}

type Row = (i64, String, String, i64, i64, Option<i64>, Option<i64>);

fn from_row((id, act, actor, total, created_at, ended_at, undone_at): Row) -> Result<Batch, DbError> {
    Ok(Batch {
        id,
        act,
        actor,
        total,
        created_at: timestamp(created_at)?,
        ended_at: optional_timestamp(ended_at)?,
        undone_at: optional_timestamp(undone_at)?,
    })
}

/// Begins a batch without publications.
pub async fn insert(cx: Cx<'_>, act: &str, actor: &str, now: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "INSERT INTO batch (act, actor, total, created_at) VALUES ($1, $2, 0, $3) RETURNING id";
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(act).bind(actor).bind(millis(now)).fetch_one(c).await
    })?)
}

/// Plans some publications; those that are not there are left out.
pub async fn plan_some(mut cx: Cx<'_>, batch: i64, ids: &[VersionId]) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO batch_item (batch_id, version_id, state, before_value, after_value, why)
        SELECT CAST($1 AS BIGINT), id, 'planned', '', '', '' FROM version WHERE id = $2 ON CONFLICT DO NOTHING";
    for id in ids {
        on!(cx.again(), c => sqlx::query(SQL).bind(batch).bind(id.get()).execute(c).await.map(drop))?;
    }
    Ok(())
}

/// Plans all publications of a query.
pub async fn plan_all(cx: Cx<'_>, batch: i64, query: &StaffCourseQuery) -> Result<(), DbError> {
    version_list::plan(cx, batch, query).await
}

/// All publications of a batch in the order of their ids.
pub async fn versions(cx: Cx<'_>, batch: i64) -> Result<Vec<VersionId>, DbError> {
    const SQL: &str = "SELECT version_id FROM batch_item WHERE batch_id = $1 ORDER BY version_id";
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(batch).fetch_all(c).await)?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// Notes how many publications a batch has.
pub async fn set_total(cx: Cx<'_>, batch: i64, total: i64) -> Result<(), DbError> {
    const SQL: &str = "UPDATE batch SET total = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(batch).bind(total).execute(c).await.map(drop))?;
    Ok(())
}

/// One batch, locked until the transaction ends.
pub async fn lock(cx: Cx<'_>, id: i64) -> Result<Option<Batch>, DbError> {
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT id, act, actor, total, created_at, ended_at, undone_at FROM batch WHERE id = $1{}",
        cx.for_update()
    ));
    let row = on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id).fetch_optional(c).await)?;
    row.map(from_row).transpose()
}

/// One batch.
pub async fn by_id(cx: Cx<'_>, id: i64) -> Result<Option<Batch>, DbError> {
    const SQL: &str =
        "SELECT id, act, actor, total, created_at, ended_at, undone_at FROM batch WHERE id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id).fetch_optional(c).await)?;
    row.map(from_row).transpose()
}

/// The newest batches, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Batch>, DbError> {
    const SQL: &str = "\
        SELECT id, act, actor, total, created_at, ended_at, undone_at FROM batch ORDER BY id DESC LIMIT $1";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

/// Publications of a batch in one state, in the order of their ids, at most `limit`.
pub async fn items(cx: Cx<'_>, batch: i64, state: ItemState, limit: i64) -> Result<Vec<Item>, DbError> {
    const SQL: &str = "\
        SELECT version_id, state, before_value, after_value, why FROM batch_item
        WHERE batch_id = $1 AND state = $2 ORDER BY version_id LIMIT $3";
    type Row = (i64, String, String, String, String);
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(batch).bind(state.name()).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(version, state, before, after, why)| {
            let state =
                ItemState::from_name(&state).ok_or(DbError::Damaged("an unknown state in a batch"))?;
            Ok(Item { version: VersionId(version), state, before, after, why })
        })
        .collect()
}

/// Writes what became of a publication.
pub async fn update_item(cx: Cx<'_>, batch: i64, item: &Item) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE batch_item SET state = $3, before_value = $4, after_value = $5, why = $6
        WHERE batch_id = $1 AND version_id = $2";
    on!(cx, c => {
        sqlx::query(SQL).bind(batch).bind(item.version.get()).bind(item.state.name()).bind(&item.before)
            .bind(&item.after).bind(&item.why).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// How many publications of a batch are in each state.
pub async fn counts(cx: Cx<'_>, batch: i64) -> Result<Vec<(ItemState, i64)>, DbError> {
    const SQL: &str = "SELECT state, COUNT(*) FROM batch_item WHERE batch_id = $1 GROUP BY state";
    let rows = on!(cx, c => sqlx::query_as::<_, (String, i64)>(SQL).bind(batch).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(state, count)| {
            let state =
                ItemState::from_name(&state).ok_or(DbError::Damaged("an unknown state in a batch"))?;
            Ok((state, count))
        })
        .collect()
}

/// The last publication was done.
pub async fn ended(cx: Cx<'_>, batch: i64, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE batch SET ended_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(batch).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// The batch is being undone from now on.
pub async fn undone(cx: Cx<'_>, batch: i64, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE batch SET undone_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(batch).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
