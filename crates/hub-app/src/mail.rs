//! Mails the hub writes: kept sealed, handed to the mail server by a job, readable by `coursehub mail` meanwhile.

pub mod digest;
mod html;
mod notice;
pub mod preferences;
pub mod queue;
pub(crate) mod server;
pub(crate) mod texts;

use hub_core::MailId;
use hub_core::notice::Delivery;
use hub_core::text::EmailAddress;
use hub_db::Cx;
use hub_db::mail::NewMail;
use jiff::Timestamp;

use crate::jobs::Job;
use crate::outside::crypto::Sealed;
use crate::outside::mail::OutgoingMail;
use crate::{App, AppError, Missing};

pub use hub_core::notice::Kind;
pub use hub_db::mail::Mail;
pub use notice::{Notice, Receiver, notify};

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

/// Keeps a mail in English and asks a worker to send it, in the caller's transaction. `None` if its receiver has
/// switched this kind off.
pub async fn queue(app: &App, cx: Cx<'_>, draft: &Draft, now: Timestamp) -> Result<Option<MailId>, AppError> {
    queue_in(app, cx, draft, "en", now).await
}

/// Keeps a mail of a language as its receiver wants it: for now, for a digest, or not at all.
async fn queue_in(
    app: &App,
    mut cx: Cx<'_>,
    draft: &Draft,
    language: &str,
    now: Timestamp,
) -> Result<Option<MailId>, AppError> {
    let state = match notice::delivery(cx.again(), draft.kind, &draft.to).await? {
        Delivery::Now => "waiting",
        Delivery::Daily => DAILY,
        Delivery::Weekly => WEEKLY,
        Delivery::Never => return Ok(None),
    };
    let sealed = app.key.seal(&app.rng, PURPOSE, &draft.body);
    let (recipient, subject, body_sealed) = (draft.to.as_str(), draft.subject.as_str(), sealed.as_str());
    let new = NewMail { kind: draft.kind, recipient, subject, body_sealed, language, state };
    let id = hub_db::mail::insert(cx.again(), new, now).await?;
    if state == "waiting" {
        Job::SendMail { mail: id }.enqueue_once(cx, &once_key(id), now, now).await?;
    }
    Ok(Some(id))
}

/// State of mails that wait for the digest of the day.
const DAILY: &str = "daily";
/// State of mails that wait for the digest of the week.
const WEEKLY: &str = "weekly";

/// State of mails that staff dropped, or that their receiver no longer wanted when they were to go out.
const DROPPED: &str = "dropped";

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
    let Some(mailer) = app.mailer()? else {
        return Err(AppError::Conflict(
            "there is no mail server: give the setting mail_server, or mail_url and mail_from in the configuration; until then mails wait \
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
        html: None,
        unsubscribe: None,
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

/// A mail as it is handed over: both texts, and below them the way to the preferences where there is a choice.
pub(crate) fn outgoing(app: &App, readable: Readable, to: EmailAddress) -> OutgoingMail {
    let (mail, mut text) = (readable.mail, readable.body);
    let language = texts::choose([mail.language.as_str()]);
    let kind = Kind::from_name(&mail.kind).filter(|kind| kind.may_be_switched_off());
    let unsubscribe = kind
        .map(|kind| app.address.join(&format!("/mail/preferences/{}", preferences::token(app, &to, kind))));
    if let Some(link) = &unsubscribe {
        text = format!("{}\n\n{}\n{link}\n", text.trim_end(), texts::footer(language));
    }
    let html = html::document(&app.policy().name, language, texts::is_right_to_left(language), &text);
    let (id, subject, written_at) = (mail.id, mail.subject, mail.created_at);
    OutgoingMail { id, to, subject, text, html: Some(html), unsubscribe, written_at }
}

/// Mails, newest first.
pub async fn list(app: &App, limit: i64) -> Result<Vec<hub_db::mail::Mail>, AppError> {
    Ok(hub_db::mail::list(app.db.read().await?.cx(), limit).await?)
}

/// One mail with its body.
pub async fn show(app: &App, id: MailId) -> Result<Readable, AppError> {
    let mail = hub_db::mail::by_id(app.db.read().await?.cx(), id).await?;
    let mail = mail.ok_or(AppError::NotFound(Missing::Mail))?;
    let body = body_of(app, &mail)?;
    Ok(Readable { mail, body })
}

/// Drops a mail that its receiver switched off since it was written. Gives whether it did.
pub(crate) async fn drop_unwanted(app: &App, mail: &Mail, to: &EmailAddress) -> Result<bool, AppError> {
    let mut tx = app.db.begin().await?;
    if notice::delivery(tx.cx(), &mail.kind, to).await? != Delivery::Never {
        return Ok(false);
    }
    hub_db::mail::set_state(tx.cx(), mail.id, DROPPED).await?;
    tx.commit().await?;
    Ok(true)
}

/// The opened body of a mail.
fn body_of(app: &App, mail: &hub_db::mail::Mail) -> Result<String, AppError> {
    let sealed = Sealed::from_stored(mail.body_sealed.clone());
    Ok(app.key.open(PURPOSE, &sealed).map_err(AppError::internal)?.expose().to_owned())
}
