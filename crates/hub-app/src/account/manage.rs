//! Managing other people's accounts: roles, suspending and resuming. The hub is never left without an owner who can
//! sign in.

use hub_core::AccountId;
use hub_core::account::{AccountState, may_manage};
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_db::Tx;
use hub_db::account::Account;

use super::ticket::{self, Purpose};
use crate::{App, AppError, Missing};

/// Gives an account another role. Gives whether it had another before. Its sessions go on: what they may do is asked
/// at every act.
///
/// # Errors
/// `NotFound`; `Forbidden` if the actor may not; `Conflict` for the last owner.
pub async fn set_role(app: &App, actor: Actor, id: AccountId, role: Role) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let owners = hub_db::account::lock_active_owners(tx.cx()).await?;
    let account = lock_manageable(&mut tx, id).await?;
    prove_may_manage(&mut tx, actor, account.role).await?;
    prove_may_manage(&mut tx, actor, role).await?;
    if account.role == role {
        return Ok(false);
    }
    if role != Role::Owner {
        prove_not_last(&owners, id)?;
    }
    hub_db::account::set_role(tx.cx(), id, role, now).await?;
    if role == Role::Owner {
        hub_db::account::end_set_up_links(tx.cx()).await?;
    }
    let act = Act::new("account.role_changed", Thing::Account(id))
        .before(serde_json::json!({ "role": account.role.name() }))
        .after(serde_json::json!({ "role": role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Suspends an account: nobody signs in with it, and its sessions end. Gives whether it was active before.
///
/// # Errors
/// `NotFound`; `Forbidden` if the actor may not; `Conflict` for the last owner.
pub async fn suspend(app: &App, actor: Actor, id: AccountId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let owners = hub_db::account::lock_active_owners(tx.cx()).await?;
    let account = lock_manageable(&mut tx, id).await?;
    prove_may_manage(&mut tx, actor, account.role).await?;
    if account.state == AccountState::Suspended {
        return Ok(false);
    }
    prove_not_last(&owners, id)?;
    hub_db::account::set_state(tx.cx(), id, AccountState::Suspended, now).await?;
    hub_db::session::end_others(tx.cx(), id, None).await?;
    for purpose in [Purpose::SignIn, Purpose::PasswordReset, Purpose::EmailChange] {
        ticket::end_all(tx.cx(), id, purpose).await?;
    }
    record_state(&mut tx, actor, &account, AccountState::Suspended, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Lets an account's person sign in again. Gives whether it was suspended before.
///
/// # Errors
/// `NotFound`; `Forbidden` if the actor may not.
pub async fn resume(app: &App, actor: Actor, id: AccountId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let account = lock_manageable(&mut tx, id).await?;
    prove_may_manage(&mut tx, actor, account.role).await?;
    if account.state == AccountState::Active {
        return Ok(false);
    }
    hub_db::account::set_state(tx.cx(), id, AccountState::Active, now).await?;
    record_state(&mut tx, actor, &account, AccountState::Active, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Ends every session of an account; gives how many there were.
///
/// # Errors
/// `NotFound`; `Forbidden` if the actor may not.
pub async fn end_sessions(app: &App, actor: Actor, id: AccountId) -> Result<u64, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let account = lock_manageable(&mut tx, id).await?;
    prove_may_manage(&mut tx, actor, account.role).await?;
    let ended = hub_db::session::end_others(tx.cx(), id, None).await?;
    ticket::end_all(tx.cx(), id, Purpose::SignIn).await?;
    if ended > 0 {
        let act = Act::new("account.sessions_ended", Thing::Account(id))
            .before(serde_json::json!({ "sessions": ended }))
            .after(serde_json::json!({ "sessions": 0 }));
        hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    }
    tx.commit().await?;
    Ok(ended)
}

/// Whether an account is the hub's last owner: then it cannot be suspended, given another role or erased.
pub async fn is_last_owner(app: &App, id: AccountId) -> Result<bool, AppError> {
    Ok(hub_db::account::active_owners(app.db.read().await?.cx()).await? == [id])
}

async fn record_state(
    tx: &mut Tx,
    actor: Actor,
    account: &Account,
    state: AccountState,
    now: jiff::Timestamp,
) -> Result<(), AppError> {
    let name = if state == AccountState::Active { "account.resumed" } else { "account.suspended" };
    let act = Act::new(name, Thing::Account(account.id))
        .before(serde_json::json!({ "state": account.state.name() }))
        .after(serde_json::json!({ "state": state.name() }));
    Ok(hub_db::audit::record(tx.cx(), actor, &act, now).await?)
}

/// An account that is still somebody's, locked.
pub(super) async fn lock_manageable(tx: &mut Tx, id: AccountId) -> Result<Account, AppError> {
    let account = hub_db::account::lock(tx.cx(), id).await?;
    account
        .filter(|account| account.state != AccountState::Erased)
        .ok_or(AppError::NotFound(Missing::Account))
}

/// Whether `actor` may manage an account of role `of`; the role of a person is read in the same transaction, so that
/// one who was demoted a moment ago may not.
pub(super) async fn prove_may_manage(tx: &mut Tx, actor: Actor, of: Role) -> Result<(), AppError> {
    let role = match actor {
        Actor::Hub | Actor::CommandLine => return Ok(()),
        Actor::Account(id) => {
            let account = hub_db::account::by_id(tx.cx(), id).await?;
            account.filter(|account| account.state == AccountState::Active).map(|account| account.role)
        }
        Actor::Site(_) | Actor::Visitor => None,
    };
    may_manage(role.unwrap_or(Role::Member), of).map_err(|why| AppError::Forbidden(why.to_string()))
}

/// Whether there is an owner besides `id`, of those who can sign in.
pub(super) fn prove_not_last(active_owners: &[AccountId], id: AccountId) -> Result<(), AppError> {
    if active_owners == [id] {
        let why = "this is the hub's last owner; make somebody else an owner first";
        return Err(AppError::Conflict(why.to_owned()));
    }
    Ok(())
}
