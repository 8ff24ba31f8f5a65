//! Invitations to register, known by the hash of their code.

use hub_core::InvitationId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// An invitation as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// Its id.
    pub id: InvitationId,
    /// For whom it is, in staff's words.
    pub note: String,
    /// How many sites may register with it; `None`: any number.
    pub most_uses: Option<i64>,
    /// How many have.
    pub used: i64,
    /// When it was made.
    pub created_at: Timestamp,
    /// From when on it opens nothing.
    pub expires_at: Option<Timestamp>,
    /// When staff took it back.
    pub revoked_at: Option<Timestamp>,
}

impl Invitation {
    /// Whether a site may register with it now.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none()
            && self.expires_at.is_none_or(|end| now < end)
            && self.most_uses.is_none_or(|most| self.used < most)
    }
}

type Row = (i64, String, Option<i64>, i64, i64, Option<i64>, Option<i64>);

fn from_row(
    (id, note, most_uses, used, created_at, expires_at, revoked_at): Row,
) -> Result<Invitation, DbError> {
    Ok(Invitation {
        id: InvitationId(id),
        note,
        most_uses,
        used,
        created_at: timestamp(created_at)?,
        expires_at: optional_timestamp(expires_at)?,
        revoked_at: optional_timestamp(revoked_at)?,
    })
}

/// Adds one that nobody has used.
pub async fn insert(
    cx: Cx<'_>,
    code_hash: &str,
    note: &str,
    most_uses: Option<i64>,
    expires_at: Option<Timestamp>,
    now: Timestamp,
) -> Result<InvitationId, DbError> {
    const SQL: &str = "\
        INSERT INTO invitation (code_hash, note, most_uses, used, created_at, expires_at)
        VALUES ($1, $2, $3, 0, $4, $5) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(code_hash).bind(note).bind(most_uses).bind(millis(now))
            .bind(expires_at.map(millis)).fetch_one(c).await
    })?;
    Ok(InvitationId(id))
}

/// The invitation of a code.
pub async fn by_hash(cx: Cx<'_>, code_hash: &str) -> Result<Option<Invitation>, DbError> {
    const SQL: &str = "\
        SELECT id, note, most_uses, used, created_at, expires_at, revoked_at FROM invitation WHERE code_hash = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(code_hash).fetch_optional(c).await)?;
    row.map(from_row).transpose()
}

/// Counts one use, if a site may register with it now. Gives which it was.
pub async fn spend(cx: Cx<'_>, code_hash: &str, now: Timestamp) -> Result<Option<InvitationId>, DbError> {
    const SQL: &str = "\
        UPDATE invitation SET used = used + 1
        WHERE code_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
            AND (most_uses IS NULL OR used < most_uses)
        RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(code_hash).bind(millis(now)).fetch_optional(c).await
    })?;
    Ok(id.map(InvitationId))
}

/// Takes one back; gives whether it was not before.
pub async fn revoke(cx: Cx<'_>, id: InvitationId, now: Timestamp) -> Result<bool, DbError> {
    const SQL: &str = "UPDATE invitation SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    let done = on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(done > 0)
}

/// One of them.
pub async fn by_id(cx: Cx<'_>, id: InvitationId) -> Result<Option<Invitation>, DbError> {
    const SQL: &str = "\
        SELECT id, note, most_uses, used, created_at, expires_at, revoked_at FROM invitation WHERE id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(from_row).transpose()
}

/// The newest, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Invitation>, DbError> {
    const SQL: &str = "\
        SELECT id, note, most_uses, used, created_at, expires_at, revoked_at FROM invitation
        ORDER BY id DESC LIMIT $1";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}
