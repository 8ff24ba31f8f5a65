//! Mails the hub writes: kept sealed, handed to the mail server by a job, readable by `coursehub mail` meanwhile.

use hub_core::MailId;
use hub_core::text::EmailAddress;
use hub_db::Cx;
use jiff::Timestamp;

use crate::jobs::Job;
use crate::outside::crypto::Sealed;
use crate::outside::mail::OutgoingMail;
use crate::{App, AppError, Missing};

/// What bodies are sealed for.
const PURPOSE: &str = "mail body";

/// A mail before it is kept.
#[derive(Clone, Debug)]
pub struct Draft {
    /// Which mail it is: `site_new`.
    pub kind: &'static str,
    /// To whom.
    pub to: EmailAddress,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Keeps a mail and asks a worker to send it, in the caller's transaction.
pub async fn queue(app: &App, mut cx: Cx<'_>, draft: &Draft, now: Timestamp) -> Result<MailId, AppError> {
    let sealed = app.key.seal(&app.rng, PURPOSE, &draft.body);
    let to = draft.to.as_str();
    let id = hub_db::mail::insert(cx.again(), draft.kind, to, &draft.subject, sealed.as_str(), now).await?;
    Job::SendMail { mail: id }.enqueue_once(cx, &once_key(id), now, now).await?;
    Ok(id)
}

/// One job a mail at a time, so that none is sent twice.
fn once_key(id: MailId) -> String {
    format!("send_mail {id}")
}

/// Mails taken up at once.
const TAKE_UP: i64 = 10_000;

/// Asks a worker to send mails that were written while there was no mail server.
pub async fn take_up_waiting(app: &App) -> Result<usize, AppError> {
    let now = app.clock.now();
    let waiting = hub_db::mail::waiting(app.db.read().await?.cx(), TAKE_UP).await?;
    if waiting.is_empty() {
        return Ok(0);
    }
    let mut tx = app.db.begin().await?;
    for id in &waiting {
        Job::SendMail { mail: *id }.enqueue_once(tx.cx(), &once_key(*id), now, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(waiting.len())
}

/// Sends a mail at once, past the queue, and gives what the mail server said.
///
/// # Errors
/// `Conflict` if there is no mail server or it did not take the mail.
pub async fn test(app: &App, to: EmailAddress) -> Result<(), AppError> {
    let Some(mailer) = &app.mailer else {
        return Err(AppError::Conflict(
            "there is no mail server: give mail_url and mail_from in the configuration; until then mails wait \
             (coursehub mail list)"
                .to_owned(),
        ));
    };
    let name = &app.policy().name;
    let mail = OutgoingMail {
        id: MailId(0),
        to,
        subject: format!("{name}: a test mail"),
        text: format!("{name} can send mail.\n\n{}\n", app.address),
        written_at: app.clock.now(),
    };
    mailer.send(&mail).await.map_err(|error| AppError::Conflict(error.to_string()))
}

/// Keeps a mail to the hub's staff, if the hub has a contact address.
pub async fn queue_to_staff(
    app: &App,
    cx: Cx<'_>,
    kind: &'static str,
    subject: String,
    body: String,
    now: Timestamp,
) -> Result<(), AppError> {
    if let Some(to) = EmailAddress::parse(&app.policy().contact_email) {
        queue(app, cx, &Draft { kind, to, subject, body }, now).await?;
    }
    Ok(())
}

/// A mail with its readable body.
#[derive(Clone, Debug)]
pub struct Readable {
    /// Its row.
    pub mail: hub_db::mail::Mail,
    /// Plain text.
    pub body: String,
}

/// Mails, newest first.
pub async fn list(app: &App, limit: i64) -> Result<Vec<hub_db::mail::Mail>, AppError> {
    Ok(hub_db::mail::list(app.db.read().await?.cx(), limit).await?)
}

/// One mail with its body.
pub async fn show(app: &App, id: MailId) -> Result<Readable, AppError> {
    let mail = hub_db::mail::by_id(app.db.read().await?.cx(), id).await?;
    let mail = mail.ok_or(AppError::NotFound(Missing::Mail))?;
    let body =
        app.key.open(PURPOSE, &Sealed::from_stored(mail.body_sealed.clone())).map_err(AppError::internal)?;
    Ok(Readable { mail, body: body.expose().to_owned() })
}
