//! The mails of moderation: to publishers, to visitors who reported something, and to those who decide.

use hub_core::course::Version;
use hub_core::moderation::{AbuseSubject, AppealState, Verdict};
use hub_core::notice::Kind;
use hub_core::site::Site;
use hub_core::text::EmailAddress;
use hub_core::{AppealId, CourseId, DecisionId};
use hub_db::Tx;
use hub_db::abuse_report::AbuseReport;
use jiff::Timestamp;

use crate::course::own;
use crate::mail::{Notice, Receiver, notify, texts};
use crate::outside::crypto::{Sealed, token_hash};
use crate::{App, AppError};

/// What addresses of reporters are sealed for.
pub(super) const REPORTER: &str = "abuse report";

/// Where a publisher is written to: at the address in the text, else at that of the site's contact; may be empty.
pub(crate) fn publisher_address<'a>(version: &'a Version, site: Option<&'a Site>) -> &'a str {
    let own = version.text.publisher_email.as_str();
    if EmailAddress::parse(own).is_some() {
        return own;
    }
    site.map_or("", |site| &site.info.contact_email)
}

/// To the publisher, in the language of the site, with the link to their own page of the course.
async fn to_publisher(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    (kind, values): (Kind, &[(&str, &str)]),
    now: Timestamp,
) -> Result<(), AppError> {
    let site = match version.site_id {
        Some(id) => hub_db::site::by_id(tx.cx(), id).await?,
        None => None,
    };
    let language = site.as_ref().map_or("", |site| &site.info.language);
    let address = publisher_address(version, site.as_ref());
    let own = own::link(app, version.id, address);
    let mut all = vec![("title", version.text.title.as_str()), ("own", &own)];
    all.extend_from_slice(values);
    notify(
        app,
        tx,
        &Notice { kind, receivers: &[Receiver::Address { address, language }], values: &all },
        now,
    )
    .await
}

/// Why the hub itself hid a course, in the language its publisher is written to in.
pub(super) async fn why_out_of_sight(app: &App, tx: &mut Tx, course: CourseId) -> Result<String, AppError> {
    let newest = hub_db::version::of_course(tx.cx(), course, 1).await?.pop();
    let site = match newest.and_then(|version| version.site_id) {
        Some(id) => hub_db::site::by_id(tx.cx(), id).await?,
        None => None,
    };
    let language = site.map(|site| site.info.language).unwrap_or_default();
    Ok(texts::sentence(texts::choose([language.as_str(), app.policy().language.as_str()]), "reason-reported"))
}

async fn to_moderators(
    app: &App,
    tx: &mut Tx,
    (kind, values): (Kind, &[(&str, &str)]),
    now: Timestamp,
) -> Result<(), AppError> {
    notify(app, tx, &Notice { kind, receivers: &[Receiver::Moderators], values }, now).await
}

/// A fresh link by which whoever has it speaks for the publisher about a decision.
async fn link(app: &App, tx: &mut Tx, decision: DecisionId, now: Timestamp) -> Result<String, AppError> {
    let token = app.rng.token();
    hub_db::decision::add_link(tx.cx(), token_hash(&token).as_str(), decision, now).await?;
    Ok(app.address.join(&format!("/appeals/{}", token.expose())))
}

fn course_page(app: &App, version: &Version) -> String {
    app.address.join(&format!("/courses/{}", version.course_id))
}

/// To the publisher: what staff decided, why, and how to appeal. `version` is as it is after the decision.
pub(crate) async fn decided(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    id: DecisionId,
    now: Timestamp,
) -> Result<(), AppError> {
    let Some(decision) = hub_db::decision::by_id(tx.cx(), id).await? else { return Ok(()) };
    let kind = match (decision.verdict, decision.of_change) {
        // Accepted early it is not listed yet, and the link would lead nowhere.
        (Verdict::Accepted | Verdict::Unhidden | Verdict::Restored, _) if !version.is_public() => {
            return Ok(());
        }
        (Verdict::Accepted, _) => Kind::CourseAccepted,
        (Verdict::Refused, false) => Kind::CourseRefused,
        (Verdict::Refused, true) => Kind::ChangeRefused,
        (Verdict::Hidden, _) => Kind::CourseHidden,
        (Verdict::Unhidden | Verdict::Restored, _) => Kind::CourseUnhidden,
        (Verdict::Asked, _) => Kind::CourseChangesAsked,
        (Verdict::Deleted, _) => Kind::CourseDeleted,
    };
    let link = if decision.verdict.may_be_appealed() {
        link(app, tx, id, now).await?
    } else {
        course_page(app, version)
    };
    let values = [("reason", decision.reason.as_str()), ("link", link.as_str())];
    to_publisher(app, tx, version, (kind, &values), now).await
}

/// To those who decide: a publisher appealed or wrote again.
pub(super) async fn appealed(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    (id, message): (AppealId, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let link = app.address.join(&format!("/moderate/appeals/{id}"));
    let values = [("title", version.text.title.as_str()), ("text", message), ("link", link.as_str())];
    to_moderators(app, tx, (Kind::AppealNew, &values), now).await
}

/// To the publisher: staff answered, or decided on the appeal.
pub(super) async fn appeal_answered(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    (decision, state, message): (DecisionId, AppealState, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let kind = match state {
        AppealState::Open => Kind::AppealAnswered,
        AppealState::Upheld => Kind::AppealUpheld,
        AppealState::Reversed => Kind::AppealReversed,
    };
    let link = link(app, tx, decision, now).await?;
    to_publisher(app, tx, version, (kind, &[("text", message), ("link", &link)]), now).await
}

/// To the publisher: staff asks to put something right, by a report or by what it found itself.
pub(super) async fn asked(
    app: &App,
    tx: &mut Tx,
    version: &Version,
    message: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let link = course_page(app, version);
    let values = [("reason", message), ("link", link.as_str())];
    to_publisher(app, tx, version, (Kind::CourseChangesAsked, &values), now).await
}

/// What a report is about, in quotation marks.
async fn what(tx: &mut Tx, subject: AbuseSubject) -> Result<String, AppError> {
    let name = match subject {
        AbuseSubject::Course(id) => {
            hub_db::version::of_course(tx.cx(), id, 1).await?.pop().map(|version| version.text.title)
        }
        AbuseSubject::Site(id) => hub_db::site::by_id(tx.cx(), id).await?.map(|site| site.info.name),
        _ => None,
    };
    Ok(format!("\"{}\"", name.unwrap_or_default()))
}

/// The mail address of a report.
pub(crate) fn reporter(app: &App, sealed: &str) -> Result<String, AppError> {
    let opened = app.key.open(REPORTER, &Sealed::from_stored(sealed.to_owned()));
    Ok(opened.map_err(AppError::internal)?.expose().to_owned())
}

async fn to_reporter(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    (kind, text): (Kind, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    if report.email_sealed.is_empty() {
        return Ok(());
    }
    let address = reporter(app, &report.email_sealed)?;
    let what = what(tx, report.subject).await?;
    let receivers = [Receiver::Address { address: &address, language: &report.language }];
    let values = [("what", what.as_str()), ("text", text)];
    notify(app, tx, &Notice { kind, receivers: &receivers, values: &values }, now).await
}

/// To the visitor and to those who decide: a report came.
pub(super) async fn reported(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    now: Timestamp,
) -> Result<(), AppError> {
    to_reporter(app, tx, report, (Kind::ReportReceived, &report.body), now).await?;
    let what = what(tx, report.subject).await?;
    let link = app.address.join(&format!("/moderate/reports/{}", report.id));
    let values = [("what", what.as_str()), ("reason", report.body.as_str()), ("link", link.as_str())];
    to_moderators(app, tx, (Kind::ReportNew, &values), now).await
}

/// To the visitor: what came of a report.
pub(super) async fn report_closed(
    app: &App,
    tx: &mut Tx,
    report: &AbuseReport,
    outcome: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    to_reporter(app, tx, report, (Kind::ReportAnswered, outcome), now).await
}
