//! Accounts to be: staff invites somebody by mail, or somebody asks for an account; the link in the mail leads to where
//! they choose their name and password. Nobody but the reader of the mail ever knows that password.

use hub_core::AccountId;
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;
use serde::{Deserialize, Serialize};

use super::asked::{link, send};
use super::manage::prove_may_manage;
use super::password::hash_new;
use super::session::begin;
use super::sign_in::Browser;
use super::ticket::{self, Purpose};
use super::{Person, add, key};
use crate::mail::Kind;
use crate::{App, AppError, FieldErrors, Missing};

/// Who may have an account, and which.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invitation {
    /// Its address.
    pub email: String,
    /// What its person is called, as far as the inviter knows; may be empty.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// Who invites; `None` for somebody who asked for it by themselves.
    pub invited_by: Option<AccountId>,
    /// The language of the mail and of the account; may be empty.
    pub language: String,
}

/// Invites somebody by mail.
///
/// # Errors
/// `Invalid` for what is no mail address, `Conflict` if it has an account, `Forbidden` for a role that the actor may
/// not give.
pub async fn invite(
    app: &App,
    actor: Actor,
    email: &str,
    name: &str,
    role: Role,
    language: &str,
) -> Result<(), AppError> {
    let email = email.trim();
    let mut errors = FieldErrors::default();
    if EmailAddress::parse(email).is_none() {
        errors.add("email", format!("\"{email}\" is no mail address"));
    }
    errors.into_result()?;
    crate::machine::check_account_name(email)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    prove_may_manage(&mut tx, actor, role).await?;
    if hub_db::account::by_key(tx.cx(), &key(email)).await?.is_some() {
        return Err(AppError::Conflict(format!("there is an account for {email} already")));
    }
    let invited_by = if let Actor::Account(id) = actor { Some(id) } else { None };
    let new = Invitation {
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        invited_by,
        language: language.to_owned(),
    };
    let token = ticket::issue(app, tx.cx(), Purpose::Invitation, None, &new, now).await?;
    let link = link(app, "invitation", &token);
    send(app, &mut tx, Kind::AccountInvitation, (email, language), &[("link", &link)], now).await?;
    let act = Act::new("account.invited", Thing::Hub).after(serde_json::json!({ "role": role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// What a link invites to.
///
/// # Errors
/// `NotFound` for one that was used, has ended or never was.
pub async fn find(app: &App, token: &Secret) -> Result<Invitation, AppError> {
    let mut conn = app.db.read().await?;
    let found =
        ticket::find::<Invitation>(app, conn.cx(), Purpose::Invitation, token, app.clock.now()).await?;
    found.map(|found| found.payload).ok_or(AppError::NotFound(Missing::Link))
}

/// Makes the account and signs its person in; gives the session's token.
///
/// # Errors
/// `NotFound` for a link that cannot be used any more, `Invalid` for a password that cannot be used, `Forbidden` if
/// whoever invited may not do so any more, `Conflict` if the address has an account meanwhile.
pub async fn accept(
    app: &App,
    token: &Secret,
    name: &str,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<Secret, AppError> {
    let invitation = find(app, token).await?;
    let person = Person { email: &invitation.email, name, password };
    person.check(app)?;
    let hash = hash_new(app, password).await?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let taken = ticket::take::<Invitation>(app, tx.cx(), Purpose::Invitation, token, now).await?;
    let invitation = taken.ok_or(AppError::NotFound(Missing::Link))?.payload;
    match invitation.invited_by {
        Some(inviter) => prove_may_manage(&mut tx, Actor::Account(inviter), invitation.role).await?,
        None if app.policy().may_sign_up(&invitation.email) || invitation.role != Role::Member => {}
        None => return Err(AppError::NotFound(Missing::Link)),
    }
    let id = add(&mut tx, Actor::Visitor, &person, invitation.role, &hash, now).await?;
    if invitation.role == Role::Owner {
        hub_db::account::end_set_up_links(tx.cx()).await?;
    }
    if !invitation.language.is_empty() {
        hub_db::account::set_language(tx.cx(), id, &invitation.language, now).await?;
    }
    let session = begin(app, &mut tx, id, browser, now).await?;
    tx.commit().await?;
    Ok(session)
}
