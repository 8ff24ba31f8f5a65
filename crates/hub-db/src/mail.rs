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
    /// `waiting`, `sent`, `dead`; `daily` and `weekly` wait for a digest, `gathered` went into one; `dropped` by staff
    /// or because its receiver no longer wants it.
    pub state: String,
    /// Times it was tried.
    pub attempts: i64,
    /// What the mail server said last.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Timestamp,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
    /// Code of the language it is written in.
    pub language: String,
}

type Row = (i64, String, String, String, String, String, i64, Option<String>, i64, Option<i64>, String);

fn from_row(row: Row) -> Result<Mail, DbError> {
    let (
        id,
        kind,
        recipient,
        subject,
        body_sealed,
        state,
        attempts,
        last_error,
        created_at,
        sent_at,
        language,
    ) = row;
    let (created_at, sent_at) = (timestamp(created_at)?, optional_timestamp(sent_at)?);
    let id = MailId(id);
    Ok(Mail {
        id,
        kind,
        recipient,
        subject,
        body_sealed,
        state,
        attempts,
        last_error,
        created_at,
        sent_at,
        language,
    })
}

/// A mail to be.
#[derive(Clone, Copy, Debug)]
pub struct NewMail<'a> {
    /// Which mail it is.
    pub kind: &'a str,
    /// One address.
    pub recipient: &'a str,
    /// One line.
    pub subject: &'a str,
    /// The body, sealed.
    pub body_sealed: &'a str,
    /// Code of its language.
    pub language: &'a str,
    /// `waiting`, or the digest it waits for.
    pub state: &'a str,
}

/// A recipient without case, as accounts are compared.
pub(crate) fn recipient_key(recipient: &str) -> String {
    recipient.trim().to_lowercase()
}

/// Adds a mail.
pub async fn insert(cx: Cx<'_>, new: NewMail<'_>, now: Timestamp) -> Result<MailId, DbError> {
    const SQL: &str = "\
        INSERT INTO mail (kind, recipient, subject, body_sealed, language, state, attempts, created_at, recipient_key)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7, $8) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(new.kind).bind(new.recipient).bind(new.subject).bind(new.body_sealed)
            .bind(new.language).bind(new.state).bind(millis(now)).bind(recipient_key(new.recipient)).fetch_one(c).await
    })?;
    Ok(MailId(id))
}

/// One mail.
pub async fn by_id(cx: Cx<'_>, id: MailId) -> Result<Option<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at,
            language
        FROM mail WHERE id = $1";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Mails, newest first, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at,
            language
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
    let state = if for_good { "dead" } else { "waiting" };
    let error: String = error.chars().take(1000).collect();
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(state).bind(error).execute(c).await.map(drop))?;
    Ok(())
}

/// A mail that waits is dead now, with the reason.
pub async fn give_up(cx: Cx<'_>, id: MailId, why: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE mail SET state = 'dead', last_error = $2 WHERE id = $1 AND state = 'waiting'";
    let why: String = why.chars().take(1000).collect();
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(why).execute(c).await.map(drop))?;
    Ok(())
}

/// Ids of mails that wait, oldest first, at most `limit`: taken up again when a mail server is configured.
pub async fn waiting(cx: Cx<'_>, limit: i64) -> Result<Vec<MailId>, DbError> {
    const SQL: &str = "SELECT id FROM mail WHERE state = 'waiting' ORDER BY id LIMIT $1";
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(limit).fetch_all(c).await)?;
    Ok(ids.into_iter().map(MailId).collect())
}

/// Mails of one state with ids below `before`, newest first, at most `limit`. Index: `mail_by_state`.
pub async fn page(cx: Cx<'_>, state: &str, before: MailId, limit: i64) -> Result<Vec<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at,
            language
        FROM mail WHERE state = $1 AND id < $2 ORDER BY id DESC LIMIT $3";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(state).bind(before.get()).bind(limit).fetch_all(c).await)?
        .into_iter()
        .map(from_row)
        .collect()
}

/// How many mails each state has. Index: `mail_by_state`.
pub async fn counts(cx: Cx<'_>) -> Result<Vec<(String, i64)>, DbError> {
    const SQL: &str = "SELECT state, COUNT(*) FROM mail GROUP BY state ORDER BY state";
    Ok(on!(cx, c => sqlx::query_as::<_, (String, i64)>(SQL).fetch_all(c).await)?)
}

/// Gives mails another state.
pub async fn set_state(cx: Cx<'_>, id: MailId, state: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE mail SET state = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(state).execute(c).await.map(drop))?;
    Ok(())
}

/// The next address that mails of a state wait for, in order after `after`. Index: `mail_by_state`.
pub async fn next_recipient(cx: Cx<'_>, state: &str, after: &str) -> Result<Option<String>, DbError> {
    const SQL: &str = "SELECT MIN(recipient) FROM mail WHERE state = $1 AND recipient > $2";
    Ok(on!(cx, c => sqlx::query_scalar::<_, Option<String>>(SQL).bind(state).bind(after).fetch_one(c).await)?)
}

/// Mails of a state to one address, oldest first, at most `limit`.
pub async fn to_recipient(cx: Cx<'_>, state: &str, to: &str, limit: i64) -> Result<Vec<Mail>, DbError> {
    const SQL: &str = "\
        SELECT id, kind, recipient, subject, body_sealed, state, attempts, last_error, created_at, sent_at,
            language
        FROM mail WHERE state = $1 AND recipient = $2 ORDER BY id LIMIT $3";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(state).bind(to).bind(limit).fetch_all(c).await)?
        .into_iter()
        .map(from_row)
        .collect()
}

/// Whether an address was written a mail of this kind since then.
pub async fn was_written(cx: Cx<'_>, kind: &str, to: &str, since: Timestamp) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM mail WHERE kind = $1 AND recipient = $2 AND created_at >= $3";
    let found = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(kind).bind(to).bind(millis(since)).fetch_one(c).await
    })?;
    Ok(found > 0)
}

/// What a receiver chose: pairs of kind (`*` for all others) and delivery.
pub async fn preferences(cx: Cx<'_>, receiver: &str) -> Result<Vec<(String, String)>, DbError> {
    const SQL: &str =
        "SELECT kind, delivery FROM mail_preference WHERE receiver = $1 ORDER BY kind LIMIT 100";
    Ok(on!(cx, c => sqlx::query_as::<_, (String, String)>(SQL).bind(receiver).fetch_all(c).await)?)
}

/// Keeps one choice of a receiver.
pub async fn prefer(
    cx: Cx<'_>,
    receiver: &str,
    kind: &str,
    delivery: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO mail_preference (receiver, kind, delivery, updated_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (receiver, kind) DO UPDATE SET delivery = excluded.delivery, updated_at = excluded.updated_at";
    on!(cx, c => {
        sqlx::query(SQL).bind(receiver).bind(kind).bind(delivery).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Forgets what a receiver chose.
pub async fn forget_preferences(cx: Cx<'_>, receiver: &str) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM mail_preference WHERE receiver = $1";
    on!(cx, c => sqlx::query(SQL).bind(receiver).execute(c).await.map(drop))?;
    Ok(())
}

/// Gives the preferences of one receiver to another, who has none.
pub async fn move_preferences(cx: Cx<'_>, from: &str, to: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE mail_preference SET receiver = $2 WHERE receiver = $1";
    on!(cx, c => sqlx::query(SQL).bind(from).bind(to).execute(c).await.map(drop))?;
    Ok(())
}

/// Deletes mails written before this that wait for nothing any more; gives how many.
pub async fn forget(cx: Cx<'_>, before: Timestamp) -> Result<u64, DbError> {
    const SQL: &str =
        "DELETE FROM mail WHERE state IN ('sent', 'dead', 'gathered', 'dropped') AND created_at < $1";
    Ok(on!(cx, c => sqlx::query(SQL).bind(millis(before)).execute(c).await.map(|done| done.rows_affected()))?)
}
