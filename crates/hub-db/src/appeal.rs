//! Appeals of publishers, and the messages of their threads.

use hub_core::moderation::AppealState;
use hub_core::{AccountId, AppealId, DecisionId, VersionId};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// An appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appeal {
    /// Its id.
    pub id: AppealId,
    /// Against which decision.
    pub decision: DecisionId,
    /// About which version.
    pub version: VersionId,
    /// Where it stands.
    pub state: AppealState,
    /// When it was made.
    pub opened_at: Timestamp,
    /// When staff decided.
    pub closed_at: Option<Timestamp>,
    /// What staff said to it; empty while it is open.
    pub outcome: String,
}

/// A message of an appeal's thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who of staff wrote it; `None`: the publisher.
    pub staff: Option<AccountId>,
    /// Plain text.
    pub body: String,
    /// When.
    pub sent_at: Timestamp,
}

type Row = (i64, i64, i64, String, i64, Option<i64>, String);

const SELECT: &str = "SELECT id, decision_id, version_id, state, opened_at, closed_at, outcome FROM appeal ";

fn from_row((id, decision, version, state, opened_at, closed_at, outcome): Row) -> Result<Appeal, DbError> {
    Ok(Appeal {
        id: AppealId(id),
        decision: DecisionId(decision),
        version: VersionId(version),
        state: AppealState::from_name(&state).ok_or(DbError::Damaged("an appeal in an unknown state"))?,
        opened_at: timestamp(opened_at)?,
        closed_at: optional_timestamp(closed_at)?,
        outcome,
    })
}

/// Opens an appeal.
///
/// # Errors
/// [`DbError::Conflict`] if the decision was appealed already.
pub async fn insert(
    cx: Cx<'_>,
    decision: DecisionId,
    version: VersionId,
    now: Timestamp,
) -> Result<AppealId, DbError> {
    const SQL: &str = "\
        INSERT INTO appeal (decision_id, version_id, state, opened_at, outcome) VALUES ($1, $2, 'open', $3, '')
        RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(decision.get()).bind(version.get()).bind(millis(now)).fetch_one(c).await
    })?;
    Ok(AppealId(id))
}

/// One appeal, its row locked until the transaction ends.
pub async fn lock(cx: Cx<'_>, id: AppealId) -> Result<Option<Appeal>, DbError> {
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE id = $1{}", cx.for_update()));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// One appeal.
pub async fn by_id(cx: Cx<'_>, id: AppealId) -> Result<Option<Appeal>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE id = $1"));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// The appeal against a decision, if there is one.
pub async fn of_decision(cx: Cx<'_>, id: DecisionId) -> Result<Option<Appeal>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE decision_id = $1"));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Appeals in one state after some others of it, oldest first, at most `limit`.
pub async fn list(
    cx: Cx<'_>,
    state: AppealState,
    after: Option<(Timestamp, AppealId)>,
    limit: i64,
) -> Result<Vec<Appeal>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT}WHERE state = $1 AND (opened_at > $2 OR (opened_at = $2 AND id > $3))
         ORDER BY opened_at, id LIMIT $4"
    ));
    let (at, id) = after.map_or((i64::MIN, 0), |(at, id)| (millis(at), id.get()));
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Row>(sql).bind(state.name()).bind(at).bind(id).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(from_row).collect()
}

/// Closes an appeal.
pub async fn close(
    cx: Cx<'_>,
    id: AppealId,
    state: AppealState,
    outcome: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE appeal SET state = $2, outcome = $3, closed_at = $4 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(state.name()).bind(outcome).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Adds a message to the thread.
pub async fn add_message(
    cx: Cx<'_>,
    id: AppealId,
    staff: Option<AccountId>,
    body: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str =
        "INSERT INTO appeal_message (appeal_id, account_id, body, sent_at) VALUES ($1, $2, $3, $4)";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(staff.map(AccountId::get)).bind(body).bind(millis(now)).execute(c).await
            .map(drop)
    })?;
    Ok(())
}

/// The messages of a thread, oldest first, at most `limit`.
pub async fn messages(cx: Cx<'_>, id: AppealId, limit: i64) -> Result<Vec<Message>, DbError> {
    const SQL: &str = "\
        SELECT account_id, body, sent_at FROM appeal_message WHERE appeal_id = $1 ORDER BY id LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (Option<i64>, String, i64)>(SQL).bind(id.get()).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(staff, body, sent_at)| {
            Ok(Message { staff: staff.map(AccountId), body, sent_at: timestamp(sent_at)? })
        })
        .collect()
}

/// Appeals made from `from` on and before `to`, by where they stand now.
pub async fn between(cx: Cx<'_>, from: Timestamp, to: Timestamp) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str =
        "SELECT state, COUNT(*) FROM appeal WHERE opened_at >= $1 AND opened_at < $2 GROUP BY state";
    Ok(on!(cx, c => {
        sqlx::query_as::<_, (String, i64)>(SQL).bind(millis(from)).bind(millis(to)).fetch_all(c).await
    })?)
}
