//! The queue as staff sees it: by state, tried again at once, given up.

use hub_core::MailId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_db::mail::Mail;

use super::{DROPPED, once_key};
use crate::jobs::Job;
use crate::{App, AppError, Missing};

/// States a mail can be listed by.
pub const STATES: [&str; 7] = ["waiting", "sent", "dead", "daily", "weekly", "gathered", DROPPED];

/// Mails of one state, newest first, older than `before` (`None`: from the newest).
///
/// # Errors
/// Only ours.
pub async fn page(app: &App, state: &str, before: Option<MailId>, limit: i64) -> Result<Vec<Mail>, AppError> {
    let before = before.unwrap_or(MailId(i64::MAX));
    Ok(hub_db::mail::page(app.db.read().await?.cx(), state, before, limit).await?)
}

/// How many mails each state has.
///
/// # Errors
/// Only ours.
pub async fn counts(app: &App) -> Result<Vec<(String, i64)>, AppError> {
    Ok(hub_db::mail::counts(app.db.read().await?.cx()).await?)
}

/// Drops a mail that waits or is dead: it is neither sent nor counted as failed any more. While it is kept it can be
/// tried again. Gives whether it was not dropped before.
///
/// # Errors
/// `NotFound`; `Conflict` for a mail in another state.
pub async fn put_aside(app: &App, actor: Actor, id: MailId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mail = open(&mut tx, id).await?;
    if mail.state == DROPPED {
        return Ok(false);
    }
    hub_db::mail::set_state(tx.cx(), id, DROPPED).await?;
    record(&mut tx, actor, "mail.given_up", &mail, DROPPED, now).await?;
    tx.commit().await?;
    Ok(true)
}

/// Tries a mail again now that waits, is dead or was dropped.
///
/// # Errors
/// `NotFound`; `Conflict` for a mail in another state.
pub async fn retry(app: &App, actor: Actor, id: MailId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mail = open(&mut tx, id).await?;
    hub_db::mail::set_state(tx.cx(), id, "waiting").await?;
    hub_db::job::hurry(tx.cx(), &once_key(id), now).await?;
    Job::SendMail { mail: id }.enqueue_once(tx.cx(), &once_key(id), now, now).await?;
    record(&mut tx, actor, "mail.retried", &mail, "waiting", now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Gives a mail up that waits.
///
/// # Errors
/// `NotFound`; `Conflict` for a mail in another state.
pub async fn give_up(app: &App, actor: Actor, id: MailId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mail = open(&mut tx, id).await?;
    hub_db::mail::set_state(tx.cx(), id, "dead").await?;
    record(&mut tx, actor, "mail.given_up", &mail, "dead", now).await?;
    Ok(tx.commit().await?)
}

async fn open(tx: &mut hub_db::Tx, id: MailId) -> Result<Mail, AppError> {
    let mail = hub_db::mail::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Mail))?;
    if matches!(mail.state.as_str(), "waiting" | "dead" | DROPPED) {
        return Ok(mail);
    }
    Err(AppError::Conflict(format!(
        "mail {id} is {}, and only one that waits or is dead can be changed",
        mail.state
    )))
}

async fn record(
    tx: &mut hub_db::Tx,
    actor: Actor,
    name: &'static str,
    mail: &Mail,
    state: &str,
    now: jiff::Timestamp,
) -> Result<(), AppError> {
    let act = Act::new(name, Thing::Mail(mail.id))
        .before(serde_json::json!({ "state": mail.state }))
        .after(serde_json::json!({ "state": state }));
    Ok(hub_db::audit::record(tx.cx(), actor, &act, now).await?)
}
