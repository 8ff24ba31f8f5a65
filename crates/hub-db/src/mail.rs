//! Mails: rows that wait, are sent, or could not be. Bodies are sealed by the caller: some hold one-time links.

use hub_core::MailId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// A mail as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Its id.
    pub id: MailId,
    /// Which mail it is: `site_new`, `replacement_link`.
    pub kind: String,
    /// One address.
    pub recipient: String,
    /// One line.
    pub subject: String,
    /// The body, sealed with the data folder's key.
    pub body_sealed: String,
    /// `waiting`, `sent`, `failed`.
    pub state: String,
    /// Times it was tried.
    pub attempts: i64,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
}

type Row = (i64, String, String, String, String, String, i64, Option<String>, i64, Option<i64>);

fn from_row(row: Row) -> Result<Mail, DbError> {
    let (id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at) = row;
    let (created_at, sent_at) = (timestamp(created_at)?, optional_timestamp(sent_at)?);
    let id = MailId(id);
    Ok(Mail { id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at })
}

/// Adds a mail that waits.
pub async fn insert(
    cx: Cx<'_>,
    kind: &str,
    recipient: &str,
    subject: &str,
    body_sealed: &str,
    now: Timestamp,
) -> Result<MailId, DbError> {
    const SQL: &str = "\
        INSERT INTO mail (kind, recipient, subject, body_sealed, state, attempts, created_at)
        VALUES ($1, $2, $3, $4, 'waiting', 0, $5) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind).bind(recipient).bind(subject).bind(body_sealed)
            .bind(millis(now)).fetch_one(c).await
    })?;
    Ok(MailId(id))
}

/// One mail.
pub async fn by_id(cx: Cx<'_>, id: MailId) -> Result<Option<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at
        FROM mail WHERE id = $1";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Mails, newest first, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at
        FROM mail ORDER BY id DESC LIMIT $1";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(limit).fetch_all(c).await)?
        .into_iter()
        .map(from_row)
        .collect()
}

/// The mail server took it.
pub async fn sent(cx: Cx<'_>, id: MailId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE mail SET state = 'sent', sent_at = $2, attempts = attempts + 1, last_error = NULL WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// It could not be sent; `for_good` gives it up.
pub async fn not_sent(cx: Cx<'_>, id: MailId, error: &str, for_good: bool) -> Result<(), DbError> {
    const SQL: &str = "UPDATE mail SET state = $2, last_error = $3, attempts = attempts + 1 WHERE id = $1";
    let state = if for_good { "failed" } else { "waiting" };
    let error: String = error.chars().take(1000).collect();
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(state).bind(error).execute(c).await.map(drop))?;
    Ok(())
}

/// Ids of mails that wait, oldest first, at most `limit`: taken up again when a mail server is configured.
pub async fn waiting(cx: Cx<'_>, limit: i64) -> Result<Vec<MailId>, DbError> {
    const SQL: &str = "SELECT id FROM mail WHERE state = 'waiting' ORDER BY id LIMIT $1";
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(limit).fetch_all(c).await)?;
    Ok(ids.into_iter().map(MailId).collect())
}
