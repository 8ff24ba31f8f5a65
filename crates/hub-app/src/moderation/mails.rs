//! The mails of moderation: to publishers, to visitors who reported something, and to staff.

use hub_core::DecisionId;
use hub_core::course::Version;
use hub_core::moderation::{AbuseState, AppealState, Verdict};
use hub_core::text::EmailAddress;
use hub_db::Tx;
use hub_db::abuse_report::AbuseReport;
use jiff::Timestamp;

use crate::mail::{Draft, queue, queue_to_staff};
use crate::outside::crypto::{Sealed, token_hash};
use crate::{App, AppError};

/// What addresses of reporters are sealed for.
pub(super) const REPORTER: &str = "abuse report";

/// Where the publisher of a version is written to: the address in the text, else the contact of its site.
async fn publisher(tx: &mut Tx, version: &Version) -> Result<Option<EmailAddress>, AppError> {
    if let Some(to) = EmailAddress::parse(&version.text.publisher_email) {
        return Ok(Some(to));
    }
    let Some(site) = version.site_id else { return Ok(None) };
    let site = hub_db::site::by_id(tx.cx(), site).await?;
    Ok(site.and_then(|site| EmailAddress::parse(&site.info.contact_email)))
}

async fn to_publisher(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    (kind, what): (&'static str, &str),
    body: String,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(to) = publisher(tx, version).await? else { return Ok(()) };
    let subject = format!("{}: \"{}\" {what}", app.policy().name, version.text.title);
    queue(app, tx.cx(), &Draft { kind, to, subject, body }, now).await?;
    Ok(())
}

/// A fresh link by which whoever has it speaks for the publisher about a decision.
async fn link(app: &App, tx: &mut Tx, decision: DecisionId, now: Timestamp) -> Result<String, AppError> {
    let token = app.rng.token();
    hub_db::decision::add_link(tx.cx(), token_hash(&token).as_str(), decision, now).await?;
    Ok(app.address.join(&format!("/appeals/{}", token.expose())))
}

/// To the publisher: what staff decided, why, and how to appeal.
pub(super) async fn decided(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    id: DecisionId,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(decision) = hub_db::decision::by_id(tx.cx(), id).await? else { return Ok(()) };
    let (kind, what) = match (decision.verdict, decision.of_change) {
        (Verdict::Accepted, false) => ("course_accepted", "was accepted"),
        (Verdict::Accepted, true) => ("course_accepted", "shows your change now"),
        (Verdict::Refused, false) => ("course_refused", "was not accepted"),
        (Verdict::Refused, true) => ("course_refused", "keeps its text: your change was not accepted"),
        (Verdict::Hidden, _) => ("course_hidden", "was hidden"),
        (Verdict::Unhidden, _) => ("course_unhidden", "is shown again"),
        (Verdict::Asked, _) => ("course_changes_asked", "needs a change"),
        (Verdict::Restored, _) => ("course_restored", "was restored"),
        (Verdict::Deleted, _) => ("course_deleted", "was deleted"),
    };
    let page = app.address.join(&format!("/courses/{}", version.course_id));
    let mut body = format!("Your course \"{}\" on {} {what}.\n", version.text.title, app.policy().name);
    if !decision.reason.is_empty() {
        body = [body, format!("\n{}\n", decision.reason)].concat();
    }
    match decision.verdict {
        Verdict::Asked => body.push_str("\nChange it in your Moodle and publish it again.\n"),
        verdict if verdict.may_be_appealed() => {
            let link = link(app, tx, id, now).await?;
            let appeal = format!(
                "\nIf you think this is wrong, open this link and say why. It is yours alone, do not pass it \
                 on:\n{link}\n"
            );
            body = [body, appeal].concat();
        }
        _ => body = [body, format!("\n{page}\n")].concat(),
    }
    to_publisher(app, tx, version, (kind, what), body, now).await
}

/// To staff: a publisher appealed or wrote again.
pub(super) async fn appealed(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    message: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let subject = format!("{}: appeal about \"{}\"", app.policy().name, version.text.title);
    let body = format!("The publisher of \"{}\" writes:\n\n{message}\n", version.text.title);
    queue_to_staff(app, tx.cx(), "appeal_opened", subject, body, now).await
}

/// To the publisher: staff answered, or decided on the appeal.
pub(super) async fn appeal_answered(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    (decision, state, message): (DecisionId, AppealState, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let (kind, what) = match state {
        AppealState::Open => ("appeal_answered", "has an answer to your appeal"),
        AppealState::Upheld => ("appeal_upheld", "stays as it was decided"),
        AppealState::Reversed => ("appeal_reversed", "is listed: your appeal was right"),
    };
    let link = link(app, tx, decision, now).await?;
    let body = format!("Your course \"{}\" {what}.\n\n{message}\n\n{link}\n", version.text.title);
    to_publisher(app, tx, version, (kind, what), body, now).await
}

/// To the publisher: a visitor reported the course and staff asks to put it right.
pub(super) async fn asked_about_report(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    message: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let body = format!(
        "Somebody reported your course \"{}\" to {}, and its staff asks you to look at it:\n\n{message}\n",
        version.text.title,
        app.policy().name
    );
    to_publisher(app, tx, version, ("course_reported", "was reported"), body, now).await
}

async fn to_reporter(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    (kind, what, body): (&'static str, &str, String),
    now: Timestamp,
) -> Result<(), AppError> {
    if report.email_sealed.is_empty() {
        return Ok(());
    }
    let sealed = Sealed::from_stored(report.email_sealed.clone());
    let opened = app.key.open(REPORTER, &sealed).map_err(AppError::internal)?;
    let Some(to) = EmailAddress::parse(opened.expose()) else { return Ok(()) };
    let subject = format!("{}: {what}", app.policy().name);
    queue(app, tx.cx(), &Draft { kind, to, subject, body }, now).await?;
    Ok(())
}

/// To the visitor and to staff: a report came.
pub(super) async fn reported(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    now: Timestamp,
) -> Result<(), AppError> {
    let hub = app.policy().name.clone();
    let body = format!(
        "Thank you for your report to {hub}. A person will look at it, and you are told what came of it. This is what \
         you wrote:\n\n{}\n",
        report.body
    );
    to_reporter(app, tx, report, ("abuse_report_received", "your report has arrived", body), now).await?;
    let subject = format!("{hub}: a visitor reported something ({})", report.category.name());
    queue_to_staff(app, tx.cx(), "abuse_report_new", subject, format!("{}\n", report.body), now).await
}

/// To the visitor: what came of a report.
pub(super) async fn report_closed(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    (state, outcome): (AbuseState, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let what = match state {
        AbuseState::Open => return Ok(()),
        AbuseState::Dismissed => "nothing was changed",
        AbuseState::Hidden => "the course was taken out of sight",
        AbuseState::Asked => "the publisher was asked to put it right",
    };
    let body = format!("You reported something to {}. Outcome: {what}.\n\n{outcome}\n", app.policy().name);
    to_reporter(app, tx, report, ("abuse_report_closed", "what came of your report", body), now).await
}
