//! Accounts to be: staff invites somebody by mail, or somebody asks for an account; the link in the mail leads to where
//! they choose their name and password. Nobody but the reader of the mail ever knows that password.

use std::collections::{HashMap, HashSet};

use hub_core::AccountId;
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::text::EmailAddress;
use hub_db::Tx;
use jiff::Timestamp;
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

/// Open invitations that are listed.
const MOST_LISTED: i64 = 500;

/// Who may have an account, and which.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Invitation {
    /// Its address.
    pub email: String,
    /// What its person is called, as far as the inviter knows; may be empty.
    pub name: String,
    /// Its role.
    pub role: Role,
    /// Who invites; `None` for an operator by command, and for somebody who asked by themselves.
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
    let new = Invitation {
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        invited_by: inviter(actor),
        language: language.to_owned(),
    };
    issue(app, &mut tx, &new, now).await?;
    let act = Act::new("account.invited", Thing::Hub).after(serde_json::json!({ "role": role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

fn inviter(actor: Actor) -> Option<AccountId> {
    if let Actor::Account(id) = actor { Some(id) } else { None }
}

/// Issues the link and mails it.
async fn issue(app: &App, tx: &mut Tx, new: &Invitation, now: Timestamp) -> Result<(), AppError> {
    let token = ticket::issue(app, tx.cx(), Purpose::Invitation, None, new, now).await?;
    let link = link(app, "invitation", &token);
    let to = (new.email.as_str(), new.language.as_str());
    send(app, tx, Kind::AccountInvitation, to, &[("link", &link)], now).await
}

/// An invitation that waits for its person.
#[derive(Clone, Debug)]
pub struct Open {
    /// By which it is named: the hash of its link's token, with which nothing can be opened.
    pub id: String,
    /// Whom it invites.
    pub invitation: Invitation,
    /// The address of who invites; empty if an operator did by command, or erased their account since.
    pub inviter: String,
    /// When it was sent last.
    pub sent_at: Timestamp,
    /// When it ends.
    pub expires_at: Timestamp,
}

/// The invitations of staff that wait for their people, the last sent first, at most 500.
///
/// # Errors
/// Only ours.
pub async fn open(app: &App) -> Result<Vec<Open>, AppError> {
    let mut conn = app.db.read().await?;
    let now = app.clock.now();
    let tickets =
        ticket::of_nobody::<Invitation>(app, conn.cx(), Purpose::Invitation, now, MOST_LISTED).await?;
    // Few people invite, whoever they invite.
    let mut inviters: HashMap<AccountId, String> = HashMap::new();
    for id in tickets.iter().filter_map(|ticket| ticket.payload.invited_by).collect::<HashSet<_>>() {
        let account = hub_db::account::by_id(conn.cx(), id).await?;
        inviters.insert(id, account.map(|account| account.email).unwrap_or_default());
    }
    let open = tickets.into_iter().map(|ticket| Open {
        id: ticket.hash,
        inviter: ticket.payload.invited_by.and_then(|id| inviters.get(&id).cloned()).unwrap_or_default(),
        invitation: ticket.payload,
        sent_at: ticket.issued_at,
        expires_at: ticket.expires_at,
    });
    Ok(open.collect())
}

/// Takes an invitation back: its link opens nothing any more.
///
/// # Errors
/// `NotFound` for one that was used, has ended or never was; `Forbidden` for a role that the actor may not give.
pub async fn withdraw(app: &App, actor: Actor, id: &str) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let invitation = take_open(app, &mut tx, actor, id, now).await?;
    let act = Act::new("account.invitation_withdrawn", Thing::Hub)
        .before(serde_json::json!({ "role": invitation.role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}

/// Sends an invitation again: a fresh link with its whole time, by whoever sends it now; the earlier link ends.
///
/// # Errors
/// As [`withdraw`]; `Conflict` if the address has an account meanwhile.
pub async fn send_again(app: &App, actor: Actor, id: &str) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut invitation = take_open(app, &mut tx, actor, id, now).await?;
    let email = &invitation.email;
    if hub_db::account::by_key(tx.cx(), &key(email)).await?.is_some() {
        return Err(AppError::Conflict(format!("there is an account for {email} already")));
    }
    invitation.invited_by = inviter(actor);
    issue(app, &mut tx, &invitation, now).await?;
    let act = Act::new("account.invited_again", Thing::Hub)
        .after(serde_json::json!({ "role": invitation.role.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

async fn take_open(
    app: &App,
    tx: &mut Tx,
    actor: Actor,
    id: &str,
    now: Timestamp,
) -> Result<Invitation, AppError> {
    let taken = ticket::take_by_hash::<Invitation>(app, tx.cx(), Purpose::Invitation, id, now).await?;
    let invitation = taken.ok_or(AppError::NotFound(Missing::Link))?;
    prove_may_manage(tx, actor, invitation.role).await?;
    Ok(invitation)
}

/// What a link invites to.
///
/// # Errors
/// `NotFound` for one that was used, has ended or never was.
pub async fn find(app: &App, token: &Secret) -> Result<Invitation, AppError> {
    let (mut conn, now) = (app.db.read().await?, app.clock.now());
    for purpose in [Purpose::Invitation, Purpose::SignUp] {
        if let Some(found) = ticket::find::<Invitation>(app, conn.cx(), purpose, token, now).await? {
            return Ok(found.payload);
        }
    }
    Err(AppError::NotFound(Missing::Link))
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
    let invitation = take(app, &mut tx, token, now).await?;
    if let Some(inviter) = invitation.invited_by {
        prove_may_manage(&mut tx, Actor::Account(inviter), invitation.role).await?;
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

/// Uses a link up. Whoever asked for it by themselves comes in as long as the hub lets people do so.
async fn take(app: &App, tx: &mut Tx, token: &Secret, now: Timestamp) -> Result<Invitation, AppError> {
    let invited = ticket::take::<Invitation>(app, tx.cx(), Purpose::Invitation, token, now).await?;
    if let Some(invited) = invited {
        return Ok(invited.payload);
    }
    let asked = ticket::take::<Invitation>(app, tx.cx(), Purpose::SignUp, token, now).await?;
    let asked = asked.filter(|asked| app.policy().may_sign_up(&asked.payload.email));
    Ok(asked.ok_or(AppError::NotFound(Missing::Link))?.payload)
}
