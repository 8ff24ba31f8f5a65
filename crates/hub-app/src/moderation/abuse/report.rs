//! A visitor reports a course or site.

use std::net::IpAddr;

use hub_core::act::{Act, Thing};
use hub_core::moderation::{AbuseCategory, AbuseSubject, REPORTERS_DAYS};
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_core::text::EmailAddress;
use hub_core::{AbuseReportId, CourseId};
use hub_db::Tx;
use hub_db::abuse_report::NewAbuseReport;
use jiff::{SignedDuration, Timestamp};

use crate::course::decide::{Decision, carry_out};
use crate::guesses::counted_as;
use crate::moderation::{invalid, mails, said};
use crate::{App, AppError, Missing};

/// What fingerprints of network addresses are for.
const PURPOSE: &str = "abuse report";
/// Versions of a course that are hidden at once.
const MOST_VERSIONS: i64 = 1000;

/// What a visitor says.
#[derive(Clone, Copy, Debug)]
pub struct NewReport<'a> {
    /// About what.
    pub subject: AbuseSubject,
    /// What is wrong.
    pub category: AbuseCategory,
    /// In their words, needed.
    pub text: &'a str,
    /// Where they want to be told what came of it; empty: nowhere.
    pub email: &'a str,
    /// The language they read: acknowledgment and outcome are written in it.
    pub language: &'a str,
    /// Their network address; kept for some days as a keyed hash only.
    pub from: IpAddr,
}

/// Takes a report. By the setting `reports_to_hide` enough reporters hide a course until a person has looked.
///
/// # Errors
/// `NotFound` for what the public cannot see; `Invalid` for no text or no mail address; `Conflict` if the network
/// address sent too many in a day.
pub async fn report(app: &App, new: &NewReport<'_>) -> Result<AbuseReportId, AppError> {
    app.may_answer()?;
    let text = said("text", new.text)?;
    let email = new.email.trim();
    if !email.is_empty() && EmailAddress::parse(email).is_none() {
        return Err(invalid("email", "this is no mail address; leave it empty if you want no answer"));
    }
    let sealed = if email.is_empty() {
        String::new()
    } else {
        app.key.seal(&app.rng, mails::REPORTER, email).as_str().to_owned()
    };
    let now = app.clock.now();
    let reporter = app.key.fingerprint(PURPOSE, &counted_as(new.from).to_string());
    let mut tx = app.db.begin().await?;
    check_subject(&mut tx, new.subject).await?;
    let day = now - SignedDuration::from_hours(24);
    let most = app.policy().reports_per_day;
    if hub_db::abuse_report::count_from(tx.cx(), &reporter, day).await? >= i64::from(most) {
        return Err(AppError::Conflict(format!(
            "this hub takes {most} reports a day from one network; try again tomorrow"
        )));
    }
    let row = NewAbuseReport {
        subject: new.subject,
        category: new.category,
        body: &text,
        email_sealed: &sealed,
        language: new.language,
        reporter: &reporter,
    };
    let id = hub_db::abuse_report::insert(tx.cx(), row, now).await?;
    let act = Act::new("abuse_report.received", Thing::AbuseReport(id))
        .after(serde_json::json!({ "subject": new.subject, "category": new.category }));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    if let AbuseSubject::Course(course) = new.subject {
        hide_by_policy(app, &mut tx, (course, id), now).await?;
    }
    if let Some(report) = hub_db::abuse_report::by_id(tx.cx(), id).await? {
        mails::reported(app, &mut tx, &report, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(id)
}

async fn check_subject(tx: &mut Tx, subject: AbuseSubject) -> Result<(), AppError> {
    match subject {
        AbuseSubject::Course(id) => {
            let (share, advert) = hub_db::version::newest_public(tx.cx(), id).await?;
            share.or(advert).map(drop).ok_or(AppError::NotFound(Missing::Course))
        }
        AbuseSubject::Site(id) => {
            let site = hub_db::site::by_id(tx.cx(), id).await?;
            site.filter(|site| site.state == SiteState::Active)
                .map(drop)
                .ok_or(AppError::NotFound(Missing::Site))
        }
        _ => Err(AppError::NotFound(Missing::AbuseReport)),
    }
}

/// Hides a course when as many distinct networks as the policy says have reported it within a week. The reports stay
/// open: a person looks afterwards.
async fn hide_by_policy(
    app: &App,
    tx: &mut Tx,
    (course, id): (CourseId, AbuseReportId),
    now: Timestamp,
) -> Result<(), AppError> {
    let enough = i64::from(app.policy().reports_to_hide);
    let since = now - SignedDuration::from_hours(24 * REPORTERS_DAYS);
    let subject = AbuseSubject::Course(course);
    if enough == 0 || hub_db::abuse_report::count_reporters(tx.cx(), subject, since).await? < enough {
        return Ok(());
    }
    let reason = mails::why_out_of_sight(app, tx, course).await?;
    hide(app, tx, Actor::Hub, course, &reason, now).await?;
    Ok(hub_db::abuse_report::note_hid_course(tx.cx(), id).await?)
}

/// Hides all public versions of a course and tells the publisher once.
pub(super) async fn hide(
    app: &App,
    tx: &mut Tx,
    actor: Actor,
    course: CourseId,
    reason: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let versions = hub_db::version::of_course(tx.cx(), course, MOST_VERSIONS).await?;
    let mut is_told = false;
    for version in versions.into_iter().filter(hub_core::course::Version::is_public) {
        let decision = Decision::Hide { reason: reason.to_owned() };
        let decided = carry_out(tx, actor, version.clone(), &decision, now).await?;
        if let Some(id) = decided.decision.filter(|_| !is_told) {
            mails::decided(app, tx, &decided.version, id, now).await?;
            is_told = true;
        }
    }
    Ok(())
}

/// Shows again what the hub itself hid by policy and nobody decided on since.
pub(super) async fn show_again(
    tx: &mut Tx,
    actor: Actor,
    course: CourseId,
    now: Timestamp,
) -> Result<(), AppError> {
    for version in hub_db::version::of_course(tx.cx(), course, MOST_VERSIONS).await? {
        let last = hub_db::decision::of_version(tx.cx(), version.id, 1).await?.pop();
        let is_hub = last.is_some_and(|last| {
            last.actor.0 == "hub" && last.verdict == hub_core::moderation::Verdict::Hidden
        });
        if is_hub && version.listing.name() == "hidden" {
            carry_out(tx, actor, version, &Decision::Unhide, now).await?;
        }
    }
    Ok(())
}
