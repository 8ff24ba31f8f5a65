//! What strangers ask by a form is answered by mail alone, and by a job: the page comes after the same work and with the
//! same words, whether or not the address has an account.

use hub_core::account::AccountState;
use hub_core::rights::Role;
use hub_core::secret::Secret;
use hub_db::Tx;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::invitation::Invitation;
use super::sign_in::{Browser, SignInError};
use super::ticket::{self, Purpose};
use super::{key, limit};
use crate::jobs::Job;
use crate::mail::{Kind, Notice, Receiver, notify};
use crate::outside::crypto::Sealed;
use crate::{App, AppError};

/// What the job's content is sealed for.
const PURPOSE: &str = "account mail";

/// What was asked.
#[derive(Serialize, Deserialize)]
pub(super) enum Asked {
    /// Another password.
    Reset {
        /// For the account of this address.
        email: String,
    },
    /// An account.
    SignUp {
        /// Its address.
        email: String,
        /// What its person is called.
        name: String,
        /// The language of the page they asked on.
        language: String,
    },
}

/// Takes a form; what comes of it is told by mail only.
pub(super) async fn take(app: &App, asked: &Asked, browser: Browser<'_>) -> Result<(), SignInError> {
    let now = app.clock.now();
    limit::form(app, browser, now).await?;
    let text = serde_json::to_string(asked).map_err(AppError::internal)?;
    let asked = app.key.seal(&app.rng, PURPOSE, &text).as_str().to_owned();
    let mut tx = app.db.begin().await?;
    Job::AccountMail { asked }.enqueue(tx.cx(), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Writes the mail.
pub(crate) async fn run(app: &App, asked: String) -> Result<(), AppError> {
    let text = app.key.open(PURPOSE, &Sealed::from_stored(asked)).map_err(AppError::internal)?;
    let asked = serde_json::from_str(text.expose()).map_err(AppError::internal)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    match asked {
        Asked::Reset { email } => reset(app, &mut tx, &email, now).await?,
        Asked::SignUp { email, name, language } => {
            sign_up(app, &mut tx, &email, name, &language, now).await?;
        }
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}

async fn reset(app: &App, tx: &mut Tx, email: &str, now: Timestamp) -> Result<(), AppError> {
    let email_key = key(email);
    let Some((account, _)) = hub_db::account::by_key(tx.cx(), &email_key).await? else { return Ok(()) };
    if account.state != AccountState::Active || !limit::may_mail(tx, &email_key, now).await? {
        return Ok(());
    }
    let token = ticket::issue(app, tx.cx(), Purpose::PasswordReset, Some(account.id), &(), now).await?;
    let link = link(app, "reset", &token);
    send(app, tx, Kind::AccountReset, (&account.email, &account.language), &[("link", &link)], now).await
}

async fn sign_up(
    app: &App,
    tx: &mut Tx,
    email: &str,
    name: String,
    language: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let email_key = key(email);
    if !limit::may_mail(tx, &email_key, now).await? {
        return Ok(());
    }
    if let Some((account, _)) = hub_db::account::by_key(tx.cx(), &email_key).await? {
        return tell_there_is_one(app, tx, &account, now).await;
    }
    let new = Invitation {
        email: email.to_owned(),
        name,
        role: Role::Member,
        invited_by: None,
        language: language.to_owned(),
    };
    let token = ticket::issue(app, tx.cx(), Purpose::SignUp, None, &new, now).await?;
    let link = link(app, "invitation", &token);
    send(app, tx, Kind::AccountSignUp, (email, language), &[("link", &link)], now).await
}

/// Tells the person of an account that somebody gave their address for another one.
pub(super) async fn tell_there_is_one(
    app: &App,
    tx: &mut Tx,
    account: &hub_db::account::Account,
    now: Timestamp,
) -> Result<(), AppError> {
    let link = app.address.join("/forgotten");
    send(app, tx, Kind::AccountExists, (&account.email, &account.language), &[("link", &link)], now).await
}

/// Writes to one address in its language.
pub(super) async fn send(
    app: &App,
    tx: &mut Tx,
    kind: Kind,
    (address, language): (&str, &str),
    values: &[(&str, &str)],
    now: Timestamp,
) -> Result<(), AppError> {
    let receivers = &[Receiver::Address { address, language }];
    notify(app, tx, &Notice { kind, receivers, values }, now).await
}

/// The whole address of a one-time link.
pub(super) fn link(app: &App, page: &str, token: &Secret) -> String {
    app.address.join(&format!("/{page}/{}", token.expose()))
}
