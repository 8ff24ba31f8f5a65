//! Hands a mail to the mail server.

use hub_core::MailId;
use hub_core::text::EmailAddress;

use super::JobFailure;
use crate::outside::mail::MailError;
use crate::{App, error_chain, mail};

/// Sends one mail. Without a mail server it stays waiting, and a start with one takes it up.
pub(super) async fn run(app: &App, id: MailId) -> Result<(), JobFailure> {
    let readable = mail::show(app, id).await?;
    if readable.mail.state != "waiting" {
        return Ok(());
    }
    let Some(to) = EmailAddress::parse(&readable.mail.recipient) else {
        return Err(JobFailure::ForGood("the recipient is no mail address".to_owned()));
    };
    if mail::drop_unwanted(app, &readable.mail, &to).await? {
        return Ok(());
    }
    let mailer = match app.mailer() {
        Ok(Some(mailer)) => mailer,
        Ok(None) => return Ok(()),
        Err(error) => return Err(JobFailure::Again(error_chain(&error))),
    };
    let outgoing = mail::outgoing(app, readable, to);
    let outcome = mailer.send(&outgoing).await;
    let mut tx = app.db.begin().await?;
    let result = match outcome {
        Ok(()) => {
            hub_db::mail::sent(tx.cx(), id, app.clock.now()).await?;
            Ok(())
        }
        Err(error) => {
            let why = error_chain(&error);
            let for_good = matches!(error, MailError::Permanent { .. });
            hub_db::mail::not_sent(tx.cx(), id, &why, for_good).await?;
            if for_good { Err(JobFailure::ForGood(why)) } else { Err(JobFailure::Again(why)) }
        }
    };
    tx.commit().await?;
    result
}
