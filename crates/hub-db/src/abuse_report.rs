//! What visitors report.

use hub_core::AbuseReportId;
use hub_core::moderation::{AbuseCategory, AbuseState, AbuseSubject};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// What a visitor reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbuseReport {
    /// Its id.
    pub id: AbuseReportId,
    /// About what.
    pub subject: AbuseSubject,
    /// What is wrong.
    pub category: AbuseCategory,
    /// In the visitor's words.
    pub body: String,
    /// Where the outcome is sent, sealed; empty: nowhere.
    pub email_sealed: String,
    /// The language they read.
    pub language: String,
    /// Where it stands.
    pub state: AbuseState,
    /// Whether it was the one that hid the course until staff has looked.
    pub hid_course: bool,
    /// When it came.
    pub received_at: Timestamp,
    /// When staff decided.
    pub closed_at: Option<Timestamp>,
    /// What staff said to it; empty while it is open.
    pub outcome: String,
}

/// A report of abuse to be.
#[derive(Clone, Copy, Debug)]
pub struct NewAbuseReport<'a> {
    /// About what.
    pub subject: AbuseSubject,
    /// What is wrong.
    pub category: AbuseCategory,
    /// In the visitor's words.
    pub body: &'a str,
    /// Where the outcome is sent, sealed; empty: nowhere.
    pub email_sealed: &'a str,
    /// The language they read.
    pub language: &'a str,
    /// A keyed hash of the network address.
    pub reporter: &'a str,
}

type Row = (i64, String, i64, String, String, String, String, bool, i64, Option<i64>, String, String);

const SELECT: &str = "SELECT id, subject_kind, subject_id, category, body, email_sealed, state, hid_course, \
    received_at, closed_at, outcome, language FROM abuse_report ";

fn from_row(row: Row) -> Result<AbuseReport, DbError> {
    let (
        id,
        kind,
        subject,
        category,
        body,
        email_sealed,
        state,
        hid_course,
        received,
        closed,
        outcome,
        language,
    ) = row;
    Ok(AbuseReport {
        id: AbuseReportId(id),
        subject: AbuseSubject::from_columns(&kind, subject)
            .ok_or(DbError::Damaged("a report of abuse about something unknown"))?,
        category: AbuseCategory::from_name(&category).unwrap_or(AbuseCategory::Other),
        body,
        email_sealed,
        language,
        state: AbuseState::from_name(&state)
            .ok_or(DbError::Damaged("a report of abuse in an unknown state"))?,
        hid_course,
        received_at: timestamp(received)?,
        closed_at: optional_timestamp(closed)?,
        outcome,
    })
}

/// Adds a report.
pub async fn insert(cx: Cx<'_>, new: NewAbuseReport<'_>, now: Timestamp) -> Result<AbuseReportId, DbError> {
    const SQL: &str = "\
        INSERT INTO abuse_report (subject_kind, subject_id, category, body, email_sealed, reporter, state, hid_course,
            received_at, outcome, language)
        VALUES ($1, $2, $3, $4, $5, $6, 'open', FALSE, $7, '', $8) RETURNING id";
    let (kind, id) = new.subject.columns();
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind).bind(id).bind(new.category.name()).bind(new.body)
            .bind(new.email_sealed).bind(new.reporter).bind(millis(now)).bind(new.language).fetch_one(c).await
    })?;
    Ok(AbuseReportId(id))
}

/// One report, its row locked until the transaction ends.
pub async fn lock(cx: Cx<'_>, id: AbuseReportId) -> Result<Option<AbuseReport>, DbError> {
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE id = $1{}", cx.for_update()));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// One report.
pub async fn by_id(cx: Cx<'_>, id: AbuseReportId) -> Result<Option<AbuseReport>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!("{SELECT}WHERE id = $1"));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Reports in one state after some others of it, oldest first, at most `limit`.
pub async fn list(
    cx: Cx<'_>,
    state: AbuseState,
    after: Option<(Timestamp, AbuseReportId)>,
    limit: i64,
) -> Result<Vec<AbuseReport>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT}WHERE state = $1 AND (received_at > $2 OR (received_at = $2 AND id > $3))
         ORDER BY received_at, id LIMIT $4"
    ));
    let (at, id) = after.map_or((i64::MIN, 0), |(at, id)| (millis(at), id.get()));
    let rows = on!(cx, c => {
        sqlx::query_as::<_, Row>(sql).bind(state.name()).bind(at).bind(id).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter().map(from_row).collect()
}

/// Open reports about one thing, oldest first, at most `limit`.
pub async fn open_about(cx: Cx<'_>, subject: AbuseSubject, limit: i64) -> Result<Vec<AbuseReport>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "{SELECT}WHERE subject_kind = $1 AND subject_id = $2 AND state = 'open' ORDER BY received_at, id LIMIT $3"
    ));
    let (kind, id) = subject.columns();
    let rows =
        on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(kind).bind(id).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

/// Reports from one network address since `since`.
pub async fn count_from(cx: Cx<'_>, reporter: &str, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM abuse_report WHERE reporter = $1 AND received_at > $2";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(reporter).bind(millis(since)).fetch_one(c).await)?)
}

/// Network addresses with an open report about one thing since `since`.
pub async fn count_reporters(cx: Cx<'_>, subject: AbuseSubject, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(DISTINCT reporter) FROM abuse_report
        WHERE subject_kind = $1 AND subject_id = $2 AND received_at > $3 AND state = 'open'";
    let (kind, id) = subject.columns();
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind).bind(id).bind(millis(since)).fetch_one(c).await
    })?)
}

/// Notes that a report hid its course.
pub async fn note_hid_course(cx: Cx<'_>, id: AbuseReportId) -> Result<(), DbError> {
    const SQL: &str = "UPDATE abuse_report SET hid_course = TRUE WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))?;
    Ok(())
}

/// Closes a report; the reporter's address is forgotten with it.
pub async fn close(
    cx: Cx<'_>,
    id: AbuseReportId,
    state: AbuseState,
    outcome: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str =
        "UPDATE abuse_report SET state = $2, outcome = $3, closed_at = $4, email_sealed = '' WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(state.name()).bind(outcome).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets from which network addresses reports before `before` came.
pub async fn forget_reporters(cx: Cx<'_>, before: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE abuse_report SET reporter = '' WHERE received_at < $1 AND reporter <> ''";
    on!(cx, c => sqlx::query(SQL).bind(millis(before)).execute(c).await.map(drop))?;
    Ok(())
}

/// Reports received from `from` on and before `to`, by where they stand now.
pub async fn between(cx: Cx<'_>, from: Timestamp, to: Timestamp) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "SELECT state, COUNT(*) FROM abuse_report WHERE received_at >= $1 AND received_at < $2 GROUP BY state";
    Ok(on!(cx, c => {
        sqlx::query_as::<_, (String, i64)>(SQL).bind(millis(from)).bind(millis(to)).fetch_all(c).await
    })?)
}
