//! Needs that staff does not want to see for some days.

use hub_core::act::{Act, Thing};
use hub_core::need::NeedKind;
use hub_core::rights::Actor;
use hub_core::{AbuseReportId, AppealId, SiteId, VersionId};
use jiff::{SignedDuration, Timestamp};

use super::invalid;
use crate::{App, AppError};

/// Days a need can be snoozed for.
const MOST_DAYS: i64 = 365;

/// Leaves a need out of the list for some days, 1 to 365; gives until when.
///
/// # Errors
/// `Invalid` for a number of days that does not fit.
pub async fn snooze(
    app: &App,
    actor: Actor,
    (kind, subject): (NeedKind, i64),
    days: i64,
) -> Result<Timestamp, AppError> {
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(invalid("days", "a whole number from 1 to 365"));
    }
    let until = app.clock.now() + SignedDuration::from_hours(24 * days);
    put(app, actor, (kind, subject), until, "need.snoozed").await?;
    Ok(until)
}

/// Shows a snoozed need again at once.
///
/// # Errors
/// Only ours.
pub async fn wake_up(app: &App, actor: Actor, (kind, subject): (NeedKind, i64)) -> Result<(), AppError> {
    put(app, actor, (kind, subject), app.clock.now(), "need.woken").await
}

async fn put(
    app: &App,
    actor: Actor,
    (kind, subject): (NeedKind, i64),
    until: Timestamp,
    name: &'static str,
) -> Result<(), AppError> {
    let now = app.clock.now();
    let thing = match kind.subject() {
        "abuse_report" => Thing::AbuseReport(AbuseReportId(subject)),
        "appeal" => Thing::Appeal(AppealId(subject)),
        "site" => Thing::Site(SiteId(subject)),
        _ => Thing::Version(VersionId(subject)),
    };
    let mut tx = app.db.begin().await?;
    let before = hub_db::need::snoozed_until(tx.cx(), kind, subject).await?;
    hub_db::need::snooze(tx.cx(), kind, subject, until, actor).await?;
    let words = |until: Option<Timestamp>| serde_json::json!({ "kind": kind.name(), "until": until.map(|until| until.to_string()) });
    let act = Act::new(name, thing).before(words(before)).after(words(Some(until)));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}
