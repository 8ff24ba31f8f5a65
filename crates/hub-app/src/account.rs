//! Accounts of people: made, listed, managed, given another password; how they sign in.

mod asked;
pub mod email_change;
pub mod erase;
pub mod export;
pub mod invitation;
mod limit;
pub mod manage;
pub mod passkey;
pub mod password;
pub mod people;
pub mod profile;
pub mod provider;
pub mod reset;
pub mod second_factor;
pub mod session;
pub mod set_up;
pub mod sign_in;
pub mod sign_up;
mod ticket;
mod totp;

use std::sync::atomic::Ordering;

use hub_core::AccountId;
use hub_core::account::AccountState;
use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::text::{EmailAddress, cut_line};
use hub_db::account::NewAccount;
use hub_db::{DbError, Tx};
use jiff::Timestamp;

use self::password::hash_new;
use crate::{App, AppError, FieldErrors, Missing};

pub(crate) use asked::run as send_asked;
pub use hub_db::account::Account;

/// Characters kept of a person's name.
const NAME_CHARS: usize = 100;
/// Accounts read at once.
const AT_ONCE: i64 = 1000;

/// Somebody who is to have an account.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// Their address, by which they sign in.
    pub email: &'a str,
    /// What they are called; may be empty.
    pub name: &'a str,
    /// Their password.
    pub password: &'a Secret,
}

impl Person<'_> {
    /// # Errors
    /// `Invalid` for an address or password that cannot be used, `Forbidden` for the name of a machine identity.
    fn check(&self, app: &App) -> Result<(), AppError> {
        let mut errors = FieldErrors::default();
        if EmailAddress::parse(self.email).is_none() {
            errors.add("email", format!("\"{}\" is no mail address", self.email));
        }
        password::check(app, self.password, &mut errors);
        errors.into_result()?;
        crate::machine::check_account_name(self.email)
    }
}

/// Makes an account.
///
/// # Errors
/// `Invalid` for an address or password that cannot be used, `Forbidden` for the name of a machine identity,
/// `Conflict` if the address has an account.
pub async fn create(app: &App, actor: Actor, person: &Person<'_>, role: Role) -> Result<AccountId, AppError> {
    person.check(app)?;
    let hash = hash_new(app, person.password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = add(&mut tx, actor, person, role, &hash, now).await?;
    if role == Role::Owner {
        hub_db::account::end_set_up_links(tx.cx()).await?;
        // Whoever makes owners by command knows where the settings are.
        hub_db::setting::put(tx.cx(), "set_up", "done", now).await?;
        hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    }
    tx.commit().await?;
    if role == Role::Owner {
        app.refresh_policy().await?;
    }
    Ok(id)
}

/// Adds a checked person's account, in the caller's transaction.
async fn add(
    tx: &mut Tx,
    actor: Actor,
    person: &Person<'_>,
    role: Role,
    password_hash: &str,
    now: Timestamp,
) -> Result<AccountId, AppError> {
    let email = person.email.trim();
    let (email_key, name) = (key(email), cut_line(person.name, NAME_CHARS));
    let new = NewAccount { email, email_key: &email_key, name: &name, role, password_hash };
    let id = match hub_db::account::insert(tx.cx(), new, now).await {
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
    Ok(id)
}

/// The account of an address.
///
/// # Errors
/// `NotFound`.
pub async fn by_email(app: &App, email: &str) -> Result<Account, AppError> {
    let found = hub_db::account::by_key(app.db.read().await?.cx(), &key(email)).await?;
    found.map(|(account, _)| account).ok_or(AppError::NotFound(Missing::Account))
}

/// One account.
///
/// # Errors
/// `NotFound`; an erased account is not there either.
pub async fn show(app: &App, id: AccountId) -> Result<Account, AppError> {
    let account = hub_db::account::by_id(app.db.read().await?.cx(), id).await?;
    account
        .filter(|account| account.state != AccountState::Erased)
        .ok_or(AppError::NotFound(Missing::Account))
}

/// All accounts, the first made first. For commands and tests: pages ask for one page ([`people::find`]).
pub async fn list(app: &App) -> Result<Vec<Account>, AppError> {
    let mut accounts: Vec<Account> = Vec::new();
    loop {
        let after = accounts.last().map_or(AccountId(0), |last| last.id);
        let more = hub_db::account::list(app.db.read().await?.cx(), after, AT_ONCE).await?;
        if more.is_empty() {
            return Ok(accounts);
        }
        accounts.extend(more);
    }
}

/// Gives an account another password and ends its sessions.
///
/// # Errors
/// `NotFound`; `Invalid` for a password that cannot be used.
pub async fn reset_password(
    app: &App,
    actor: Actor,
    email: &str,
    password: &Secret,
) -> Result<AccountId, AppError> {
    let hash = hash_new(app, password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let id = hub_db::account::set_password(tx.cx(), &key(email), &hash, now).await?;
    let id = id.ok_or(AppError::NotFound(Missing::Account))?;
    hub_db::session::end_others(tx.cx(), id, None).await?;
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
