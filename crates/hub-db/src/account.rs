//! Accounts: how people sign in.

use hub_core::AccountId;
use hub_core::account::AccountState;
use hub_core::desk::name_key;
use hub_core::fold::fold;
use hub_core::rights::Role;
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use crate::{Cx, DbError, millis, on, optional_timestamp, timestamp};

/// An account without its password hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// Its id.
    pub id: AccountId,
    /// As it was typed.
    pub email: String,
    /// What its person is called; may be empty.
    pub name: String,
    /// What it may do.
    pub role: Role,
    /// Active, suspended or erased.
    pub state: AccountState,
    /// When it was made.
    pub created_at: Timestamp,
    /// The language its person reads, a code such as `de`; empty if they did not choose.
    pub language: String,
    /// When its person was last here, to about ten minutes; `None` if they never signed in.
    pub seen_at: Option<Timestamp>,
    /// Whether it is asked for a code of an app.
    pub has_totp: bool,
}

/// An account to be.
#[derive(Clone, Copy, Debug)]
pub struct NewAccount<'a> {
    /// As it was typed.
    pub email: &'a str,
    /// The address folded for comparison.
    pub email_key: &'a str,
    /// What its person is called; may be empty.
    pub name: &'a str,
    /// What it may do.
    pub role: Role,
    /// A PHC string.
    pub password_hash: &'a str,
}

/// Adds an account.
///
/// # Errors
/// [`DbError::Conflict`] if the address has an account.
pub async fn insert(mut cx: Cx<'_>, new: NewAccount<'_>, now: Timestamp) -> Result<AccountId, DbError> {
    const SQL: &str = "\
        INSERT INTO account (email, email_key, name, role, password_hash, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $6) RETURNING id";
    let id = on!(cx.again(), c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(new.email).bind(new.email_key).bind(new.name).bind(new.role.name())
            .bind(new.password_hash).bind(millis(now)).fetch_one(c).await
    })?;
    let id = AccountId(id);
    write_keys(cx, id, new.name, new.email).await?;
    Ok(id)
}

/// Writes what staff's list filters and sorts an account by.
async fn write_keys(cx: Cx<'_>, id: AccountId, name: &str, email: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET name_key = $2, search_key = $3 WHERE id = $1";
    let (name_key, search_key) = (name_key(&format!("{name} {email}")), fold(&format!("{name} {email}")));
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(name_key).bind(search_key).execute(c).await.map(drop))?;
    Ok(())
}

/// Writes the keys of accounts after one of them anew, at most `limit`; gives the last one.
pub(crate) async fn fill_keys(
    mut cx: Cx<'_>,
    after: AccountId,
    limit: i64,
) -> Result<Option<AccountId>, DbError> {
    const SQL: &str =
        "SELECT id, name, email FROM account WHERE id > $1 AND state <> 'erased' ORDER BY id LIMIT $2";
    let rows = on!(cx.again(), c => {
        sqlx::query_as::<_, (i64, String, String)>(SQL).bind(after.get()).bind(limit).fetch_all(c).await
    })?;
    for (id, name, email) in &rows {
        write_keys(cx.again(), AccountId(*id), name, email).await?;
    }
    Ok(rows.last().map(|row| AccountId(row.0)))
}

/// What [`Row`] is read from.
pub(crate) const COLUMNS: &str = "id, email, name, role, state, created_at, language, seen_at, \
    totp_sealed IS NOT NULL AS has_totp, password_hash";

#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    id: i64,
    email: String,
    name: String,
    role: String,
    state: String,
    created_at: i64,
    language: String,
    seen_at: Option<i64>,
    has_totp: bool,
    password_hash: String,
}

/// An account and the hash of its password.
fn read_both(row: Row) -> Result<(Account, String), DbError> {
    let role = Role::from_name(&row.role).ok_or(DbError::Damaged("an account of an unknown role"))?;
    let state =
        AccountState::from_name(&row.state).ok_or(DbError::Damaged("an account in an unknown state"))?;
    let account = Account {
        id: AccountId(row.id),
        email: row.email,
        name: row.name,
        role,
        state,
        created_at: timestamp(row.created_at)?,
        language: row.language,
        seen_at: optional_timestamp(row.seen_at)?,
        has_totp: row.has_totp,
    };
    Ok((account, row.password_hash))
}

pub(crate) fn read(row: Row) -> Result<Account, DbError> {
    Ok(read_both(row)?.0)
}

/// One account.
pub async fn by_id(cx: Cx<'_>, id: AccountId) -> Result<Option<Account>, DbError> {
    const SQL: &str = "\
        SELECT id, email, name, role, state, created_at, language, seen_at, totp_sealed IS NOT NULL AS has_totp,
            password_hash FROM account WHERE id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// One account, locked.
pub async fn lock(cx: Cx<'_>, id: AccountId) -> Result<Option<Account>, DbError> {
    let sql = format!(
        "SELECT id, email, name, role, state, created_at, language, seen_at, totp_sealed IS NOT NULL AS has_totp,
            password_hash FROM account WHERE id = $1{}",
        cx.for_update()
    );
    // Safe: nothing but constant words.
    let row =
        on!(cx, c => sqlx::query_as::<_, Row>(AssertSqlSafe(sql)).bind(id.get()).fetch_optional(c).await)?;
    row.map(read).transpose()
}

/// The account of an address, and the hash of its password (empty: it has none).
pub async fn by_key(cx: Cx<'_>, email_key: &str) -> Result<Option<(Account, String)>, DbError> {
    const SQL: &str = "\
        SELECT id, email, name, role, state, created_at, language, seen_at, totp_sealed IS NOT NULL AS has_totp,
            password_hash FROM account WHERE email_key = $1";
    let row = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(email_key).fetch_optional(c).await)?;
    row.map(read_both).transpose()
}

/// The hash of an account's password; empty if it has none.
pub async fn password_hash(cx: Cx<'_>, id: AccountId) -> Result<Option<String>, DbError> {
    const SQL: &str = "SELECT password_hash FROM account WHERE id = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, String>(SQL).bind(id.get()).fetch_optional(c).await)?)
}

/// Accounts in the order they were made after another, at most `limit`; erased ones are left out.
pub async fn list(cx: Cx<'_>, after: AccountId, limit: i64) -> Result<Vec<Account>, DbError> {
    const SQL: &str = "\
        SELECT id, email, name, role, state, created_at, language, seen_at, totp_sealed IS NOT NULL AS has_totp,
            password_hash FROM account WHERE state <> 'erased' AND id > $1
        ORDER BY id LIMIT $2";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(after.get()).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// The staff of the hub in the order their accounts were made; suspended ones too, erased ones not.
pub async fn staff(cx: Cx<'_>) -> Result<Vec<Account>, DbError> {
    const SQL: &str = "\
        SELECT id, email, name, role, state, created_at, language, seen_at, totp_sealed IS NOT NULL AS has_totp,
            password_hash FROM account
        WHERE role IN ('owner', 'admin', 'moderator', 'curator') AND state <> 'erased' ORDER BY id";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}

/// Owners who can sign in: with a password, a passkey, or at a provider that is on.
const ABLE_OWNERS: &str = "\
    SELECT id FROM account WHERE role = 'owner' AND state = 'active' AND (password_hash <> ''
        OR EXISTS (SELECT 1 FROM passkey WHERE passkey.account_id = account.id)
        OR EXISTS (SELECT 1 FROM oidc_identity AS identity JOIN oidc_provider AS provider
            ON provider.id = identity.provider_id WHERE identity.account_id = account.id AND provider.is_on))
    ORDER BY id";

/// The owners who can sign in, locked, in the order of their ids: whoever takes one away holds them all, so that two
/// at once do not take the last two.
pub async fn lock_active_owners(cx: Cx<'_>) -> Result<Vec<AccountId>, DbError> {
    let sql = format!("{ABLE_OWNERS}{}", cx.for_update());
    // Safe: nothing but constant words.
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(AssertSqlSafe(sql)).fetch_all(c).await)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// The owners who can sign in, in the order of their ids.
pub async fn active_owners(cx: Cx<'_>) -> Result<Vec<AccountId>, DbError> {
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(ABLE_OWNERS).fetch_all(c).await)?;
    Ok(ids.into_iter().map(AccountId).collect())
}

/// Gives an account another role.
pub async fn set_role(cx: Cx<'_>, id: AccountId, role: Role, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET role = $2, updated_at = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(role.name()).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Puts an account into another state.
pub async fn set_state(
    cx: Cx<'_>,
    id: AccountId,
    state: AccountState,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET state = $2, updated_at = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(state.name()).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Gives an account another address.
///
/// # Errors
/// [`DbError::Conflict`] if the address has an account.
pub async fn set_email(
    mut cx: Cx<'_>,
    id: AccountId,
    email: &str,
    email_key: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE account SET email = $2, email_key = $3, updated_at = $4 WHERE id = $1 RETURNING name";
    let name = on!(cx.again(), c => {
        sqlx::query_scalar::<_, String>(SQL).bind(id.get()).bind(email).bind(email_key).bind(millis(now))
            .fetch_optional(c).await
    })?;
    write_keys(cx, id, &name.unwrap_or_default(), email).await
}

/// Gives an account another name.
pub async fn set_name(mut cx: Cx<'_>, id: AccountId, name: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET name = $2, updated_at = $3 WHERE id = $1 RETURNING email";
    let email = on!(cx.again(), c => {
        sqlx::query_scalar::<_, String>(SQL).bind(id.get()).bind(name).bind(millis(now)).fetch_optional(c).await
    })?;
    write_keys(cx, id, name, &email.unwrap_or_default()).await
}

/// Keeps the language an account's person reads; empty: none chosen.
pub async fn set_language(cx: Cx<'_>, id: AccountId, language: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET language = $2, updated_at = $3 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(language).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Notes that an account's person is here.
pub async fn seen(cx: Cx<'_>, id: AccountId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET seen_at = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Gives an account another password by its id.
pub async fn set_password_of(
    cx: Cx<'_>,
    id: AccountId,
    password_hash: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE account SET password_hash = $2, updated_at = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(password_hash).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Takes everything out of an account that tells whose it was, and everything anybody signed in with. The row and its
/// id stay: the audit record names them.
pub async fn erase(mut cx: Cx<'_>, id: AccountId, now: Timestamp) -> Result<(), DbError> {
    const ACCOUNT: &str = "\
        UPDATE account SET email = '', email_key = $2, name = '', role = 'member', password_hash = '',
            state = 'erased', name_key = '', search_key = '', totp_sealed = NULL, totp_last_step = 0, language = '', seen_at = NULL,
            updated_at = $3
        WHERE id = $1";
    const OWNED: [&str; 6] = [
        "DELETE FROM session WHERE account_id = $1",
        "DELETE FROM claim WHERE account_id = $1",
        "DELETE FROM recovery_code WHERE account_id = $1",
        "DELETE FROM ticket WHERE account_id = $1",
        "DELETE FROM passkey WHERE account_id = $1",
        "DELETE FROM oidc_identity WHERE account_id = $1",
    ];
    for sql in OWNED {
        on!(cx.again(), c => sqlx::query(sql).bind(id.get()).execute(c).await.map(drop))?;
    }
    // No address has this form, so the key stays unique without telling anything.
    let key = format!("erased {id}");
    on!(cx, c => sqlx::query(ACCOUNT).bind(id.get()).bind(key).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
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

/// Keeps the hash of a one-time link by which the hub's first owner makes their account.
pub async fn put_set_up_link(cx: Cx<'_>, hash: &str, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "INSERT INTO set_up_link (hash, created_at) VALUES ($1, $2)";
    on!(cx, c => sqlx::query(SQL).bind(hash).bind(millis(now)).execute(c).await.map(drop))?;
    Ok(())
}

/// Whether such a link is open.
pub async fn has_set_up_link(cx: Cx<'_>, hash: &str) -> Result<bool, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM set_up_link WHERE hash = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(hash).fetch_one(c).await)? > 0)
}

/// Closes all such links; gives how many there were.
pub async fn end_set_up_links(cx: Cx<'_>) -> Result<u64, DbError> {
    const SQL: &str = "DELETE FROM set_up_link";
    Ok(on!(cx, c => sqlx::query(SQL).execute(c).await.map(|done| done.rows_affected()))?)
}
