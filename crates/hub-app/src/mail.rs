//! Mails the hub writes: kept sealed, handed to the mail server by a job, readable by `coursehub mail` meanwhile.

use hub_core::MailId;
use hub_core::text::EmailAddress;
use hub_db::Cx;
use jiff::Timestamp;

use crate::jobs::Job;
use crate::outside::crypto::Sealed;
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
    Job::SendMail { mail: id }.enqueue(cx, now).await?;
    Ok(id)
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
