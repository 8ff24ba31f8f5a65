//! Tickets: what somebody may do once, by a token of which only the hash is kept.

use hub_core::AccountId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// A ticket to be.
#[derive(Clone, Copy, Debug)]
pub struct NewTicket<'a> {
    /// SHA-256 of its token.
    pub hash: &'a str,
    /// What it is good for.
    pub purpose: &'a str,
    /// Whose it is, if somebody's.
    pub account_id: Option<AccountId>,
    /// What it is about, sealed.
    pub payload_sealed: &'a str,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// A ticket as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticket {
    /// Whose it is, if somebody's.
    pub account_id: Option<AccountId>,
    /// What it is about, sealed.
    pub payload_sealed: String,
}

/// A ticket as a list has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// SHA-256 of its token.
    pub hash: String,
    /// What it is about, sealed.
    pub payload_sealed: String,
    /// When it was issued.
    pub created_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// Open tickets of nobody for `purpose`, newest first, at most `limit`. Index: `ticket_purpose`.
pub async fn of_nobody(
    cx: Cx<'_>,
    purpose: &str,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<Listed>, DbError> {
    const SQL: &str = "\
        SELECT hash, payload_sealed, created_at, expires_at FROM ticket
        WHERE purpose = $1 AND account_id IS NULL AND expires_at > $2
        ORDER BY created_at DESC, hash DESC LIMIT $3";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (String, String, i64, i64)>(SQL).bind(purpose).bind(millis(now)).bind(limit)
            .fetch_all(c).await
    })?;
    let listed = |(hash, payload_sealed, created, expires)| {
        Ok(Listed { hash, payload_sealed, created_at: timestamp(created)?, expires_at: timestamp(expires)? })
    };
    rows.into_iter().map(listed).collect()
}

/// Adds a ticket.
pub async fn insert(cx: Cx<'_>, new: NewTicket<'_>, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO ticket (hash, purpose, account_id, payload_sealed, created_at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6)";
    on!(cx, c => {
        sqlx::query(SQL).bind(new.hash).bind(new.purpose).bind(new.account_id.map(AccountId::get))
            .bind(new.payload_sealed).bind(millis(now)).bind(millis(new.expires_at)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// The ticket of a token's hash, if it is for `purpose` and has not ended; it stays.
pub async fn find(cx: Cx<'_>, hash: &str, purpose: &str, now: Timestamp) -> Result<Option<Ticket>, DbError> {
    const SQL: &str = "\
        SELECT account_id, payload_sealed FROM ticket WHERE hash = $1 AND purpose = $2 AND expires_at > $3";
    type Row = (Option<i64>, String);
    let row = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(hash).bind(purpose).bind(millis(now)).fetch_optional(c).await
    })?;
    Ok(row.map(|(account, payload_sealed)| Ticket { account_id: account.map(AccountId), payload_sealed }))
}

/// As [`find`], and takes it away: of two that come with the same token at once, one gets it.
pub async fn take(cx: Cx<'_>, hash: &str, purpose: &str, now: Timestamp) -> Result<Option<Ticket>, DbError> {
    const SQL: &str = "\
        DELETE FROM ticket WHERE hash = $1 AND purpose = $2 AND expires_at > $3
        RETURNING account_id, payload_sealed";
    type Row = (Option<i64>, String);
    let row = on!(cx, c => {
        sqlx::query_as::<_, Row>(SQL).bind(hash).bind(purpose).bind(millis(now)).fetch_optional(c).await
    })?;
    Ok(row.map(|(account, payload_sealed)| Ticket { account_id: account.map(AccountId), payload_sealed }))
}

/// Ends all tickets of an account for `purpose`; gives how many there were.
pub async fn end_all(cx: Cx<'_>, account: AccountId, purpose: &str) -> Result<u64, DbError> {
    const SQL: &str = "DELETE FROM ticket WHERE account_id = $1 AND purpose = $2";
    Ok(on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(purpose).execute(c).await.map(|done| done.rows_affected())
    })?)
}

/// Forgets tickets that have ended.
pub async fn sweep(cx: Cx<'_>, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "DELETE FROM ticket WHERE expires_at <= $1";
    on!(cx, c => sqlx::query(SQL).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}
