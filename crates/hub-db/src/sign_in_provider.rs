//! Providers that people sign in through, and who is who there.

use hub_core::sign_in_provider::{LetsIn, Provider};
use hub_core::{AccountId, ProviderId};
use jiff::Timestamp;
use sqlx::AssertSqlSafe;

use crate::{Cx, DbError, millis, on, timestamp};

/// What is written of a provider.
#[derive(Clone, Copy, Debug)]
pub struct Written<'a> {
    /// The provider; of a new one the id counts for nothing.
    pub provider: &'a Provider,
    /// Its secret, sealed; empty if it has none.
    pub secret_sealed: &'a str,
}

/// Somebody's identity at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider.
    pub provider_id: ProviderId,
    /// Who it is there.
    pub subject: String,
    /// Whose it is here.
    pub account_id: AccountId,
    /// The mail address it had there when it was last seen; may be empty.
    pub email: String,
    /// When it was linked.
    pub created_at: Timestamp,
    /// When it last signed in.
    pub used_at: Timestamp,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    label: String,
    issuer: String,
    client_id: String,
    client_secret_sealed: String,
    scopes: String,
    makes_accounts: bool,
    links_by_email: bool,
    domains: String,
    is_on: bool,
}

const COLUMNS: &str = "\
    id, label, issuer, client_id, client_secret_sealed, scopes, makes_accounts, links_by_email, domains, is_on";

/// A provider and its sealed secret.
fn read(row: Row) -> (Provider, String) {
    let domains: Vec<String> = row.domains.split_whitespace().map(str::to_owned).collect();
    let lets_in = match (row.makes_accounts, domains.is_empty()) {
        (false, _) => LetsIn::Accounts,
        (true, true) => LetsIn::Anybody,
        (true, false) => LetsIn::Domains(domains),
    };
    let provider = Provider {
        id: ProviderId(row.id),
        label: row.label,
        issuer: row.issuer,
        client_id: row.client_id,
        scopes: row.scopes,
        lets_in,
        trusts_addresses: row.links_by_email,
        is_on: row.is_on,
    };
    (provider, row.client_secret_sealed)
}

/// Adds a provider.
pub async fn insert(cx: Cx<'_>, new: Written<'_>, now: Timestamp) -> Result<ProviderId, DbError> {
    const SQL: &str = "\
        INSERT INTO oidc_provider (label, issuer, client_id, client_secret_sealed, scopes, makes_accounts,
            links_by_email, domains, is_on, created_at, updated_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) RETURNING id";
    let Written { provider, secret_sealed } = new;
    let id = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(&provider.label).bind(&provider.issuer).bind(&provider.client_id)
            .bind(secret_sealed).bind(&provider.scopes).bind(provider.lets_in != LetsIn::Accounts)
            .bind(provider.trusts_addresses).bind(provider.lets_in.domains().join(" ")).bind(provider.is_on)
            .bind(millis(now)).fetch_one(c).await
    })?;
    Ok(ProviderId(id))
}

/// Writes a provider anew; its issuer stays, because identities are of one issuer.
pub async fn update(cx: Cx<'_>, changed: Written<'_>, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE oidc_provider SET label = $2, client_id = $3, client_secret_sealed = $4, scopes = $5,
            makes_accounts = $6, links_by_email = $7, domains = $8, is_on = $9, updated_at = $10
        WHERE id = $1";
    let Written { provider, secret_sealed } = changed;
    on!(cx, c => {
        sqlx::query(SQL).bind(provider.id.get()).bind(&provider.label).bind(&provider.client_id).bind(secret_sealed)
            .bind(&provider.scopes).bind(provider.lets_in != LetsIn::Accounts).bind(provider.trusts_addresses)
            .bind(provider.lets_in.domains().join(" ")).bind(provider.is_on).bind(millis(now)).execute(c).await
            .map(drop)
    })?;
    Ok(())
}

/// Removes a provider and all identities there; gives how many they were.
pub async fn remove(mut cx: Cx<'_>, id: ProviderId) -> Result<u64, DbError> {
    const IDENTITIES: &str = "DELETE FROM oidc_identity WHERE provider_id = $1";
    const PROVIDER: &str = "DELETE FROM oidc_provider WHERE id = $1";
    let gone = on!(cx.again(), c => {
        sqlx::query(IDENTITIES).bind(id.get()).execute(c).await.map(|done| done.rows_affected())
    })?;
    on!(cx, c => sqlx::query(PROVIDER).bind(id.get()).execute(c).await.map(drop))?;
    Ok(gone)
}

/// One provider and its sealed secret.
pub async fn by_id(cx: Cx<'_>, id: ProviderId) -> Result<Option<(Provider, String)>, DbError> {
    // Safe: nothing but constant words.
    let sql = AssertSqlSafe(format!("SELECT {COLUMNS} FROM oidc_provider WHERE id = $1"));
    let row = on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?;
    Ok(row.map(read))
}

/// The same, locked.
pub async fn lock(cx: Cx<'_>, id: ProviderId) -> Result<Option<(Provider, String)>, DbError> {
    // Safe: nothing but constant words.
    let sql = AssertSqlSafe(format!("SELECT {COLUMNS} FROM oidc_provider WHERE id = $1{}", cx.for_update()));
    let row = on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(id.get()).fetch_optional(c).await)?;
    Ok(row.map(read))
}

/// All providers in the order they were added, at most `limit`.
pub async fn list(cx: Cx<'_>, limit: i64) -> Result<Vec<Provider>, DbError> {
    // Safe: nothing but constant words.
    let sql = AssertSqlSafe(format!("SELECT {COLUMNS} FROM oidc_provider ORDER BY id LIMIT $1"));
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(limit).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|row| read(row).0).collect())
}

/// How many people are linked with a provider.
pub async fn count_linked(cx: Cx<'_>, id: ProviderId) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM oidc_identity WHERE provider_id = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).fetch_one(c).await)?)
}

/// How many of them have neither password nor passkey nor another provider.
pub async fn count_left_without(cx: Cx<'_>, id: ProviderId) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM oidc_identity AS identity JOIN account ON account.id = identity.account_id
        WHERE identity.provider_id = $1 AND account.password_hash = ''
            AND NOT EXISTS (SELECT 1 FROM passkey WHERE passkey.account_id = account.id)
            AND NOT EXISTS (SELECT 1 FROM oidc_identity AS other
                WHERE other.account_id = account.id AND other.provider_id <> $1)";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).fetch_one(c).await)?)
}

type IdentityRow = (i64, String, i64, String, i64, i64);

fn read_identity(row: IdentityRow) -> Result<Identity, DbError> {
    let (provider_id, subject, account_id, email, created_at, used_at) = row;
    Ok(Identity {
        provider_id: ProviderId(provider_id),
        subject,
        account_id: AccountId(account_id),
        email,
        created_at: timestamp(created_at)?,
        used_at: timestamp(used_at)?,
    })
}

/// Who a subject of a provider is here.
pub async fn identity(cx: Cx<'_>, provider: ProviderId, subject: &str) -> Result<Option<Identity>, DbError> {
    const SQL: &str = "\
        SELECT provider_id, subject, account_id, email, created_at, used_at FROM oidc_identity
        WHERE provider_id = $1 AND subject = $2";
    let row = on!(cx, c => {
        sqlx::query_as::<_, IdentityRow>(SQL).bind(provider.get()).bind(subject).fetch_optional(c).await
    })?;
    row.map(read_identity).transpose()
}

/// The identities of an account, the first linked first.
pub async fn identities_of(cx: Cx<'_>, account: AccountId) -> Result<Vec<Identity>, DbError> {
    const SQL: &str = "\
        SELECT provider_id, subject, account_id, email, created_at, used_at FROM oidc_identity
        WHERE account_id = $1 ORDER BY created_at, provider_id";
    let rows = on!(cx, c => sqlx::query_as::<_, IdentityRow>(SQL).bind(account.get()).fetch_all(c).await)?;
    rows.into_iter().map(read_identity).collect()
}

/// Links an account with who its person is at a provider.
///
/// # Errors
/// [`DbError::Conflict`] if that identity is somebody's already, or the account has another one there.
pub async fn link(
    cx: Cx<'_>,
    (provider, subject): (ProviderId, &str),
    account: AccountId,
    email: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO oidc_identity (provider_id, subject, account_id, email, created_at, used_at)
        VALUES ($1, $2, $3, $4, $5, $5)";
    on!(cx, c => {
        sqlx::query(SQL).bind(provider.get()).bind(subject).bind(account.get()).bind(email).bind(millis(now))
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Notes that an identity signed in, and the address it has there now.
pub async fn used(
    cx: Cx<'_>,
    (provider, subject): (ProviderId, &str),
    email: &str,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str =
        "UPDATE oidc_identity SET email = $3, used_at = $4 WHERE provider_id = $1 AND subject = $2";
    on!(cx, c => {
        sqlx::query(SQL).bind(provider.get()).bind(subject).bind(email).bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Removes an account's identity at a provider; `false` if it has none there.
pub async fn unlink(cx: Cx<'_>, account: AccountId, provider: ProviderId) -> Result<bool, DbError> {
    const SQL: &str = "DELETE FROM oidc_identity WHERE account_id = $1 AND provider_id = $2";
    let done = on!(cx, c => {
        sqlx::query(SQL).bind(account.get()).bind(provider.get()).execute(c).await.map(|done| done.rows_affected())
    })?;
    Ok(done > 0)
}

/// How many identities of an account are at providers that are on.
pub async fn count_usable(cx: Cx<'_>, account: AccountId) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM oidc_identity AS identity JOIN oidc_provider AS provider
            ON provider.id = identity.provider_id
        WHERE identity.account_id = $1 AND provider.is_on";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(account.get()).fetch_one(c).await)?)
}
