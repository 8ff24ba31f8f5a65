//! Decisions of staff on versions, the links that lead publishers to them, and what was deleted.

use hub_core::listing::Listing;
use hub_core::moderation::Verdict;
use hub_core::rights::Actor;
use hub_core::{DecisionId, LineId, TextId, VersionId};
use jiff::Timestamp;

use crate::audit::actor_columns;
use crate::{Cx, DbError, millis, on, timestamp};

/// A decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// On what.
    pub version: VersionId,
    /// On which text.
    pub text: TextId,
    /// What was decided.
    pub verdict: Verdict,
    /// Whether it was about a change of what stands.
    pub of_change: bool,
    /// What the publisher reads; may be empty.
    pub reason: String,
    /// The canned reason it began with.
    pub canned: Option<LineId>,
    /// Points of the checklist that were ticked, JSON.
    pub ticked: String,
    /// Who decided, as a word and a number.
    pub actor: (String, i64),
    /// When what was decided on had been sent.
    pub waited_since: Timestamp,
    /// When.
    pub decided_at: Timestamp,
}

/// A decision to be.
#[derive(Clone, Copy, Debug)]
pub struct NewDecision<'a> {
    /// On what.
    pub version: VersionId,
    /// On which text.
    pub text: TextId,
    /// What was decided.
    pub verdict: Verdict,
    /// Whether it was about a change of what stands.
    pub of_change: bool,
    /// What the publisher reads; may be empty.
    pub reason: &'a str,
    /// The canned reason it began with.
    pub canned: Option<LineId>,
    /// Points of the checklist that were ticked, JSON.
    pub ticked: &'a str,
    /// Who decided.
    pub actor: Actor,
    /// When what was decided on had been sent.
    pub waited_since: Timestamp,
}

type Row = (i64, i64, i64, String, bool, String, Option<i64>, String, String, i64, i64, i64);

const COLUMNS: &str = "id, version_id, text_id, verdict, of_change, reason, canned_id, ticked, actor_kind, actor_id, \
    waited_since, decided_at";

fn from_row(row: Row) -> Result<Decision, DbError> {
    let (id, version, text, verdict, of_change, reason, canned, ticked, kind, actor, since, at) = row;
    Ok(Decision {
        id: DecisionId(id),
        version: VersionId(version),
        text: TextId(text),
        verdict: Verdict::from_name(&verdict).ok_or(DbError::Damaged("an unknown decision"))?,
        of_change,
        reason,
        canned: canned.map(LineId),
        ticked,
        actor: (kind, actor),
        waited_since: timestamp(since)?,
        decided_at: timestamp(at)?,
    })
}

/// Adds a decision.
pub async fn insert(cx: Cx<'_>, new: NewDecision<'_>, now: Timestamp) -> Result<DecisionId, DbError> {
    const SQL: &str = "\
        INSERT INTO decision (version_id, text_id, verdict, of_change, reason, canned_id, ticked, actor_kind, actor_id,
            waited_since, decided_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id";
    let (actor_kind, actor_id) = actor_columns(new.actor);
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(new.version.get()).bind(new.text.get()).bind(new.verdict.name())
            .bind(new.of_change).bind(new.reason).bind(new.canned.map(LineId::get)).bind(new.ticked)
            .bind(actor_kind).bind(actor_id).bind(millis(new.waited_since)).bind(millis(now)).fetch_one(c).await
    })?;
    Ok(DecisionId(id))
}

/// Notes what was ticked and which canned reason was taken, once the decision is there.
pub async fn annotate(
    cx: Cx<'_>,
    id: DecisionId,
    canned: Option<LineId>,
    ticked: &str,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE decision SET canned_id = $2, ticked = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(canned.map(LineId::get)).bind(ticked).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// One decision.
pub async fn by_id(cx: Cx<'_>, id: DecisionId) -> Result<Option<Decision>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM decision WHERE id = $1"));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// The decisions on a version, newest first, at most `limit`.
pub async fn of_version(cx: Cx<'_>, id: VersionId, limit: i64) -> Result<Vec<Decision>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM decision WHERE version_id = $1 ORDER BY id DESC LIMIT $2"
    ));
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

/// Decisions made from `from` on and before `to`: verdict, canned reason, milliseconds from sending to decision.
pub async fn between(
    cx: Cx<'_>,
    from: Timestamp,
    to: Timestamp,
) -> Result<Vec<(String, Option<i64>, i64)>, DbError> {
    const SQL: &str = "\
        SELECT verdict, canned_id, decided_at - waited_since FROM decision
        WHERE decided_at >= $1 AND decided_at < $2";
    Ok(on!(cx, c => {
        sqlx::query_as::<_, (String, Option<i64>, i64)>(SQL).bind(millis(from)).bind(millis(to)).fetch_all(c).await
    })?)
}

/// Versions received from `from` on and before `to`, drafts aside.
pub async fn received(cx: Cx<'_>, from: Timestamp, to: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM version WHERE created_at >= $1 AND created_at < $2 AND listing <> 'draft'";
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(millis(from)).bind(millis(to)).fetch_one(c).await
    })?)
}

/// Adds a link that leads to a decision.
pub async fn add_link(cx: Cx<'_>, hash: &str, id: DecisionId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "INSERT INTO appeal_link (hash, decision_id, created_at) VALUES ($1, $2, $3)";
    on!(cx, c => sqlx::query(SQL).bind(hash).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Where a link leads.
pub async fn of_link(cx: Cx<'_>, hash: &str) -> Result<Option<DecisionId>, DbError> {
    const SQL: &str = "SELECT decision_id FROM appeal_link WHERE hash = $1";
    let id = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(hash).fetch_optional(c).await)?;
    Ok(id.map(DecisionId))
}

/// Keeps what a version was before it is deleted.
pub async fn keep_removed(
    cx: Cx<'_>,
    id: VersionId,
    before: &Listing,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO removed_version (version_id, listing, listing_reason, removed_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (version_id) DO UPDATE SET listing = excluded.listing, listing_reason = excluded.listing_reason,
            removed_at = excluded.removed_at, purged_at = NULL";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(before.name()).bind(before.reason()).bind(millis(now)).execute(c)
            .await.map(drop)
    })?;
    Ok(())
}

/// What a deleted version was, and when its bytes and texts went, if they have.
pub async fn removed(
    cx: Cx<'_>,
    id: VersionId,
) -> Result<Option<(Listing, Timestamp, Option<Timestamp>)>, DbError> {
    const SQL: &str =
        "SELECT listing, listing_reason, removed_at, purged_at FROM removed_version WHERE version_id = $1";
    type Row = (String, Option<String>, i64, Option<i64>);
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(|(listing, reason, removed_at, purged_at)| {
        let listing = Listing::from_columns(&listing, reason)
            .ok_or(DbError::Damaged("a deleted version in an unknown state"))?;
        Ok((listing, timestamp(removed_at)?, crate::optional_timestamp(purged_at)?))
    })
    .transpose()
}

/// Forgets that a version was deleted.
pub async fn forget_removed(cx: Cx<'_>, id: VersionId) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM removed_version WHERE version_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// Versions deleted before `before` whose texts are still there, oldest first.
pub async fn to_purge(cx: Cx<'_>, before: Timestamp, limit: i64) -> Result<Vec<VersionId>, DbError> {
    const SQL: &str = "\
        SELECT version_id FROM removed_version WHERE purged_at IS NULL AND removed_at < $1
        ORDER BY removed_at, version_id LIMIT $2";
    let ids = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(millis(before)).bind(limit).fetch_all(c).await
    })?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// All text states of a version.
pub async fn texts_of(cx: Cx<'_>, id: VersionId) -> Result<Vec<TextId>, DbError> {
    const SQL: &str = "SELECT id FROM version_text WHERE version_id = $1 ORDER BY id";
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).fetch_all(c).await)?;
    Ok(ids.into_iter().map(TextId).collect())
}

/// Empties all texts of a version and notes it.
pub async fn purge(mut cx: Cx<'_>, id: VersionId, now: Timestamp) -> Result<(), DbError> {
    const TEXTS: &str = "\
        UPDATE version_text SET title = '', short_name = '', language = '', licence = '', fields = '{}',
            screenshots = 0
        WHERE version_id = $1";
    const SQL: &str = "UPDATE removed_version SET purged_at = $2 WHERE version_id = $1";
    on!(cx.again(), c => sqlx::query(TEXTS).bind(id.get()).execute(c).await.map(drop))?;
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
