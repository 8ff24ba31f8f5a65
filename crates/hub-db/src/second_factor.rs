//! Second factors: the secret of one-time codes, and codes for when it is lost.

use hub_core::AccountId;
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on};

/// The sealed secret of an account's one-time codes; `None` if it has none.
pub async fn totp(cx: Cx<'_>, account: AccountId) -> Result<Option<String>, DbError> {
    const SQL: &str = "SELECT totp_sealed FROM account WHERE id = $1";
    let row = on!(cx, c => {
        sqlx::query_scalar::<_, Option<String>>(SQL).bind(account.get()).fetch_optional(c).await
    })?;
    Ok(row.flatten())
}

/// Keeps the sealed secret of an account's one-time codes, the code of `step` being used up; `None` removes it.
pub async fn set_totp(
    cx: Cx<'_>,
    account: AccountId,
    sealed: Option<&str>,
    step: i64,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str =
        "UPDATE account SET totp_sealed = $2, totp_last_step = $3, updated_at = $4 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(sealed).bind(step).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Uses up the code of a time step; `false` if it, or a later one, was used before. One statement, so that of two at
/// once one is refused.
pub async fn use_step(cx: Cx<'_>, account: AccountId, step: i64) -> Result<bool, DbError> {
    const SQL: &str = "UPDATE account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2";
    let used = on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(step).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(used > 0)
}

/// Replaces all recovery codes of an account by those of these hashes; none takes them away.
pub async fn put_recovery_codes(
    mut cx: Cx<'_>,
    account: AccountId,
    hashes: &[String],
    now: Timestamp,
) -> Result<(), DbError> {
    const END: &str = "DELETE FROM recovery_code WHERE account_id = $1";
    const ADD: &str = "INSERT INTO recovery_code (hash, account_id, created_at) VALUES ($1, $2, $3)";
    on!(cx.again(), c => sqlx::query(END).bind(account.get()).execute(c).await.map(drop))?;
    for hash in hashes {
        on!(cx.again(), c => {
            sqlx::query(ADD).bind(hash).bind(account.get()).bind(millis(now)).execute(c).await.map(drop)
        })?;
    }
    Ok(())
}

/// Uses up a recovery code; `false` if the account has none of this hash.
pub async fn use_recovery_code(cx: Cx<'_>, account: AccountId, hash: &str) -> Result<bool, DbError> {
    const SQL: &str = "DELETE FROM recovery_code WHERE account_id = $1 AND hash = $2";
    let used = on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(hash).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(used > 0)
}

/// How many recovery codes an account has left.
pub async fn recovery_codes_left(cx: Cx<'_>, account: AccountId) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM recovery_code WHERE account_id = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(account.get()).fetch_one(c).await)?)
}
