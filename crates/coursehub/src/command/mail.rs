//! `coursehub mail`.

use anyhow::Context as _;
use hub_app::{App, mail};
use hub_core::MailId;
use hub_core::rights::Actor;
use hub_core::text::EmailAddress;

use crate::args::MailCommand;
use crate::failure::WrongUse;
use crate::print::{self, Sheet};

/// Mails listed.
const MOST: i64 = 1000;

/// Runs it.
///
/// # Errors
/// What the use case refused.
pub async fn run(app: &App, command: MailCommand) -> anyhow::Result<()> {
    match command {
        MailCommand::List(form) => {
            let rows = mail::list(app, MOST).await?.into_iter().map(|mail| {
                vec![
                    print::number(mail.id.get()),
                    print::text(mail.state),
                    print::time(Some(mail.created_at)),
                    print::text(mail.recipient),
                    print::text(mail.subject),
                    print::text(mail.last_error.unwrap_or_default()),
                    print::time(mail.sent_at),
                    print::hidden(mail.kind),
                ]
            });
            let columns = [
                ("id", "id"),
                ("state", "state"),
                ("created_at", "written"),
                ("recipient", "to"),
                ("subject", "subject"),
                ("last_error", "the server said"),
                ("sent_at", "sent"),
                ("kind", ""),
            ];
            print::list(form, &columns, rows.collect(), "No mails yet.");
        }
        MailCommand::Show { id, form } => {
            let found =
                mail::show(app, MailId(id)).await.with_context(|| format!("mail {id} cannot be shown"))?;
            let (mail, body) = (found.mail, found.body);
            if form.json {
                print::json(&serde_json::json!({
                    "id": mail.id, "kind": mail.kind, "state": mail.state, "recipient": mail.recipient,
                    "subject": mail.subject, "body": body, "attempts": mail.attempts,
                    "last_error": mail.last_error, "created_at": mail.created_at, "sent_at": mail.sent_at,
                }));
                return Ok(());
            }
            let mut sheet = Sheet::default();
            sheet
                .line("To", mail.recipient)
                .line("Subject", mail.subject)
                .line("Written", print::date(mail.created_at))
                .line("State", mail.state)
                .line("Sent", mail.sent_at.map(print::date).unwrap_or_default())
                .line("The server said", mail.last_error.unwrap_or_default());
            print::out(&format!("{}\n{}", sheet.text(), print::printable(&body)));
        }
        MailCommand::Retry { id } => {
            let tried = mail::queue::retry(app, Actor::CommandLine, MailId(id)).await;
            tried.with_context(|| format!("mail {id} cannot be tried again"))?;
            print::out(&format!("Mail {id} is tried again now."));
        }
        MailCommand::Test { address } => {
            let to = EmailAddress::parse(&address)
                .ok_or_else(|| WrongUse(format!("\"{address}\" is no mail address")))?;
            mail::test(app, to).await.context("the test mail was not sent")?;
            print::out(&format!("The mail server took a mail to {address}."));
        }
    }
    Ok(())
}
