//! Passkeys: public keys of authenticators.

use hub_core::{AccountId, PasskeyId};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// A passkey as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Its id.
    pub id: PasskeyId,
    /// Whose.
    pub account_id: AccountId,
    /// What its person calls it.
    pub name: String,
    /// JSON of the library that checks signatures; holds no secret.
    pub credential: String,
    /// How often it signed, as it said last; 0 if it does not count.
    pub sign_count: i64,
    /// When it was added.
    pub created_at: Timestamp,
    /// When somebody last signed in with it.
    pub used_at: Option<Timestamp>,
}

/// A passkey to be.
#[derive(Clone, Copy, Debug)]
pub struct NewPasskey<'a> {
    /// Whose.
    pub account_id: AccountId,
    /// The authenticator's id of it, unpadded URL-safe base64.
    pub credential_id: &'a str,
    /// What its person calls it.
    pub name: &'a str,
    /// JSON of the library that checks signatures.
    pub credential: &'a str,
    /// How often it signed.
    pub sign_count: i64,
}

/// Adds a passkey.
///
/// # Errors
/// [`DbError::Conflict`] if it is somebody's already.
pub async fn insert(cx: Cx<'_>, new: NewPasskey<'_>, now: Timestamp) -> Result<PasskeyId, DbError> {
    const SQL: &str = "\
        INSERT INTO passkey (account_id, credential_id, name, credential, sign_count, created_at)
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(new.account_id.get()).bind(new.credential_id).bind(new.name)
            .bind(new.credential).bind(new.sign_count).bind(millis(now)).fetch_one(c).await
    })?;
    Ok(PasskeyId(id))
}

type Row = (i64, i64, String, String, i64, i64, Option<i64>);

fn read(row: Row) -> Result<Passkey, DbError> {
    let (id, account_id, name, credential, sign_count, created_at, used_at) = row;
    Ok(Passkey {
        id: PasskeyId(id),
        account_id: AccountId(account_id),
        name,
        credential,
        sign_count,
        created_at: timestamp(created_at)?,
        used_at: optional_timestamp(used_at)?,
    })
}

/// The passkeys of an account, the first added first.
pub async fn of_account(cx: Cx<'_>, account: AccountId) -> Result<Vec<Passkey>, DbError> {
    const SQL: &str = "\
        SELECT id, account_id, name, credential, sign_count, created_at, used_at FROM passkey
        WHERE account_id = $1 ORDER BY id";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(account.get()).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// How many passkeys an account has.
pub async fn count(cx: Cx<'_>, account: AccountId) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM passkey WHERE account_id = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(account.get()).fetch_one(c).await)?)
}

/// The passkey of an authenticator's id.
pub async fn by_credential_id(cx: Cx<'_>, credential_id: &str) -> Result<Option<Passkey>, DbError> {
    const SQL: &str = "\
        SELECT id, account_id, name, credential, sign_count, created_at, used_at FROM passkey
        WHERE credential_id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(credential_id).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// Notes that somebody signed in with a passkey.
pub async fn used(
    cx: Cx<'_>,
    id: PasskeyId,
    credential: &str,
    sign_count: i64,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE passkey SET credential = $2, sign_count = $3, used_at = $4 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(credential).bind(sign_count).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Gives a passkey of an account another name; `false` if it has no such passkey.
pub async fn rename(cx: Cx<'_>, account: AccountId, id: PasskeyId, name: &str) -> Result<bool, DbError> {
    const SQL: &str = "UPDATE passkey SET name = $3 WHERE id = $2 AND account_id = $1";
    let done = on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(id.get()).bind(name).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(done > 0)
}

/// Removes a passkey of an account; `false` if it has no such passkey.
pub async fn remove(cx: Cx<'_>, account: AccountId, id: PasskeyId) -> Result<bool, DbError> {
    const SQL: &str = "DELETE FROM passkey WHERE id = $2 AND account_id = $1";
    let done = on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(id.get()).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(done > 0)
}
