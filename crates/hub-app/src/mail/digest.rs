//! Digests: what a receiver wants gathered becomes one mail a day, or one on Mondays.

use hub_core::notice::{Delivery, Kind};
use hub_core::text::EmailAddress;
use hub_db::Cx;
use hub_db::mail::Mail;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, civil};

use super::{DAILY, DROPPED, Draft, WEEKLY, body_of, notice, texts};
use crate::jobs::Job;
use crate::{App, AppError};

/// Mails in one digest; what is left comes with the next.
const MOST: i64 = 200;

/// Asks for the next digests, once for each time.
///
/// # Errors
/// Only ours.
pub async fn plan(app: &App) -> Result<(), AppError> {
    let now = app.clock.now();
    let at = next(now, app.policy().digest_hour);
    let mut tx = app.db.begin().await?;
    Job::SendDigests.enqueue_once(tx.cx(), &format!("send_digests {at}"), at, now).await?;
    Ok(tx.commit().await?)
}

/// The next time after `now` at which it is that hour, UTC.
fn next(now: Timestamp, hour: i8) -> Timestamp {
    let zoned = now.to_zoned(TimeZone::UTC);
    let today = zoned.date().at(hour, 0, 0, 0).to_zoned(TimeZone::UTC).map_or(now, |at| at.timestamp());
    if today > now { today } else { today + SignedDuration::from_hours(24) }
}

/// Writes what is due now and plans the next time. Run twice it finds nothing the second time.
pub(crate) async fn send(app: &App) -> Result<(), AppError> {
    gather(app, DAILY).await?;
    if app.clock.now().to_zoned(TimeZone::UTC).weekday() == civil::Weekday::Monday {
        gather(app, WEEKLY).await?;
    }
    plan(app).await?;
    app.wake();
    Ok(())
}

async fn gather(app: &App, state: &str) -> Result<(), AppError> {
    let mut after = String::new();
    loop {
        let mut tx = app.db.begin().await?;
        let Some(recipient) = hub_db::mail::next_recipient(tx.cx(), state, &after).await? else {
            return Ok(());
        };
        let mails = hub_db::mail::to_recipient(tx.cx(), state, &recipient, MOST).await?;
        let (wanted, unwanted) = sorted(tx.cx(), &recipient, mails).await?;
        for mail in &unwanted {
            hub_db::mail::set_state(tx.cx(), mail.id, DROPPED).await?;
        }
        if wanted.is_empty() {
            tx.commit().await?;
            after = recipient;
            continue;
        }
        let (policy, count) = (app.policy(), wanted.len().to_string());
        let language = texts::choose(wanted.last().map(|mail| mail.language.as_str()));
        let values = [("hub", policy.name.as_str()), ("count", count.as_str())];
        let (subject, mut body) = texts::write(language, Kind::Digest, &values);
        for mail in &wanted {
            body = format!("{body}\n* {}\n\n{}\n", mail.subject, body_of(app, mail)?.trim_end());
            hub_db::mail::set_state(tx.cx(), mail.id, "gathered").await?;
        }
        if let Some(to) = EmailAddress::parse(&recipient) {
            let draft = Draft { kind: Kind::Digest.name(), to, subject, body };
            super::queue_in(app, tx.cx(), &draft, language, app.clock.now()).await?;
        }
        tx.commit().await?;
        after = recipient;
    }
}

/// What a receiver still wants, and what they switched off since it was written.
async fn sorted(
    mut cx: Cx<'_>,
    recipient: &str,
    mails: Vec<Mail>,
) -> Result<(Vec<Mail>, Vec<Mail>), AppError> {
    let Some(to) = EmailAddress::parse(recipient) else { return Ok((mails, Vec::new())) };
    let (mut wanted, mut unwanted) = (Vec::new(), Vec::new());
    for mail in mails {
        match notice::delivery(cx.again(), &mail.kind, &to).await? {
            Delivery::Never => unwanted.push(mail),
            Delivery::Now | Delivery::Daily | Delivery::Weekly => wanted.push(mail),
        }
    }
    Ok((wanted, unwanted))
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn digests_come_at_their_hour_once_a_day() {
        let at = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
        assert_eq!(next(at("2026-03-02T05:59:00Z"), 6), at("2026-03-02T06:00:00Z"));
        assert_eq!(next(at("2026-03-02T06:00:00Z"), 6), at("2026-03-03T06:00:00Z"));
    }
}
