//! Accounts of people: made, listed, given another password. Signing in is the pages' business.

use std::sync::atomic::Ordering;

use hub_core::AccountId;
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;
use hub_db::DbError;
use hub_db::account::Account;

use crate::outside::password;
use crate::{App, AppError, FieldErrors, Missing};

/// Characters a password has at least: the length under which guessing offline comes within reach
/// (NIST SP 800-63B asks for 8, for passwords alone 15; 12 is what most Moodle policies ask of managers).
pub const MIN_PASSWORD_CHARS: usize = 12;
/// Characters a password has at most, so that hashing one costs nothing worth an attack.
pub const MAX_PASSWORD_CHARS: usize = 1000;
/// Most accounts listed.
const MOST: i64 = 10_000;

/// Makes an account.
///
/// # Errors
/// `Invalid` for an address or password that cannot be used, `Forbidden` for the name of a machine identity,
/// `Conflict` if the address has an account.
pub async fn create(
    app: &App,
    actor: Actor,
    email: &str,
    role: Role,
    password: &Secret,
) -> Result<AccountId, AppError> {
    let mut errors = FieldErrors::default();
    let address = EmailAddress::parse(email);
    if address.is_none() {
        errors.add("email", format!("\"{email}\" is no mail address"));
    }
    check(password, &mut errors);
    errors.into_result()?;
    crate::machine::check_account_name(email)?;
    let email = address.as_ref().map_or("", EmailAddress::as_str);
    let hash = password::hash(password.expose().to_owned()).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = match hub_db::account::insert(tx.cx(), email, &key(email), role, &hash, now).await {
        Err(DbError::Conflict(_)) => {
            return Err(AppError::Conflict(format!(
                "there is an account for {email} already; to change its password: coursehub admin reset-password"
            )));
        }
        other => other?,
    };
    let act =
        Act::new("account.created", Thing::Account(id)).after(serde_json::json!({ "role": role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// All accounts, the first made first.
pub async fn list(app: &App) -> Result<Vec<Account>, AppError> {
    Ok(hub_db::account::list(app.db.read().await?.cx(), MOST).await?)
}

/// Gives an account another password.
///
/// # Errors
/// `NotFound`; `Invalid` for a password that cannot be used.
pub async fn reset_password(
    app: &App,
    actor: Actor,
    email: &str,
    password: &Secret,
) -> Result<AccountId, AppError> {
    let mut errors = FieldErrors::default();
    check(password, &mut errors);
    errors.into_result()?;
    let hash = password::hash(password.expose().to_owned()).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = hub_db::account::set_password(tx.cx(), &key(email), &hash, now).await?;
    let id = id.ok_or(AppError::NotFound(Missing::Account))?;
    hub_db::audit::record(tx.cx(), actor, &Act::new("account.password_reset", Thing::Account(id)), now)
        .await?;
    tx.commit().await?;
    Ok(id)
}

/// Whether somebody owns the hub: until then set-up is not done. Once somebody does, the answer costs nothing.
pub async fn has_owner(app: &App) -> Result<bool, AppError> {
    if app.is_owned.load(Ordering::Relaxed) {
        return Ok(true);
    }
    let is_owned = hub_db::account::has_owner(app.db.read().await?.cx()).await?;
    app.is_owned.store(is_owned, Ordering::Relaxed);
    Ok(is_owned)
}

/// What addresses are compared by: nobody means two people by two spellings.
fn key(email: &str) -> String {
    email.trim().to_lowercase()
}

fn check(password: &Secret, errors: &mut FieldErrors) {
    let length = password.expose().chars().count();
    if !(MIN_PASSWORD_CHARS..=MAX_PASSWORD_CHARS).contains(&length) {
        errors.add(
            "password",
            format!(
                "it must have {MIN_PASSWORD_CHARS} to {MAX_PASSWORD_CHARS} characters, this has {length}"
            ),
        );
    }
}
