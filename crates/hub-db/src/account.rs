//! Accounts: how people sign in.

use hub_core::AccountId;
use hub_core::rights::Role;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, timestamp};

/// An account without its password hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// As it was typed.
    pub email: String,
    /// What it may do.
    pub role: Role,
    /// When it was made.
    pub created_at: Timestamp,
}

/// Adds an account. `email_key` is the address folded for comparison.
///
/// # Errors
/// [`DbError::Conflict`] if the address has an account.
pub async fn insert(
    cx: Cx<'_>,
    email: &str,
    email_key: &str,
    role: Role,
    password_hash: &str,
    now: Timestamp,
) -> Result<AccountId, DbError> {
    const SQL: &str = "\
        INSERT INTO account (email, email_key, role, password_hash, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $5) RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(email).bind(email_key).bind(role.name()).bind(password_hash)
            .bind(millis(now)).fetch_one(c).await
    })?;
    Ok(AccountId(id))
}

/// Accounts in the order they were made, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Account>, DbError> {
    const SQL: &str = "SELECT id, email, role, created_at FROM account ORDER BY id LIMIT $1";
    let rows =
        on!(cx, c => sqlx::query_as::<_, (i64, String, String, i64)>(SQL).bind(limit).fetch_all(c).await)?;
    rows.into_iter()
        .map(|(id, email, role, created_at)| {
            let role = Role::from_name(&role).ok_or(DbError::Damaged("an account of an unknown role"))?;
            Ok(Account { id: AccountId(id), email, role, created_at: timestamp(created_at)? })
        })
        .collect()
}

/// Gives an account another password; `None` if the address has no account.
pub async fn set_password(
    cx: Cx<'_>,
    email_key: &str,
    password_hash: &str,
    now: Timestamp,
) -> Result<Option<AccountId>, DbError> {
    const SQL: &str =
        "UPDATE account SET password_hash = $2, updated_at = $3 WHERE email_key = $1 RETURNING id";
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(email_key).bind(password_hash).bind(millis(now)).fetch_optional(c).await
    })?;
    Ok(id.map(AccountId))
}

/// Whether anybody owns the hub; until then it is not set up.
pub async fn has_owner(cx: Cx<'_>) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM account WHERE role = 'owner'";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)? > 0)
}
