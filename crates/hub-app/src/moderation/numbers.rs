//! What the hub tells everybody of its moderation, by month.

use std::collections::BTreeMap;

use hub_core::LineId;
use hub_core::moderation::{AbuseState, AppealState, Verdict};
use hub_core::visibility::{Viewer, may_read};
use hub_db::Cx;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use super::lines::text_of;
use crate::{App, AppError};

/// Months told at most.
const MOST_MONTHS: u32 = 60;

/// Refusals for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedBy {
    /// The canned reason; `None`: in own words.
    pub reason: Option<LineId>,
    /// Its text in the hub's language; empty for own words.
    pub text: String,
    /// How often.
    pub times: i64,
}

/// One month, UTC.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthNumbers {
    /// Its first day.
    pub month: Date,
    /// Versions that came, drafts aside.
    pub received: i64,
    /// Decisions by what was decided; verdicts that were not made are missing.
    pub decided: Vec<(Verdict, i64)>,
    /// Refusals by reason, most first.
    pub refused_by: Vec<RefusedBy>,
    /// Seconds from sending to accepting, refusing or asking for changes; half took longer. `None`: no such decision.
    pub median_seconds: Option<i64>,
    /// Appeals made in the month, by where they stand now.
    pub appeals: Vec<(AppealState, i64)>,
    /// Reports of abuse received in the month, by where they stand now.
    pub abuse_reports: Vec<(AbuseState, i64)>,
}

/// The same for everybody who may read the hub.
///
/// # Errors
/// `MembersOnly` or `HubOff`, as the visibility function says.
pub async fn public_numbers(app: &App, viewer: Viewer, months: u32) -> Result<Vec<MonthNumbers>, AppError> {
    match may_read(viewer, &app.policy()).and_then(AppError::from_sight) {
        Some(closed) => Err(closed),
        None => numbers(app, months).await,
    }
}

/// The last months, the present one first; at most 60.
///
/// # Errors
/// Only ours.
pub async fn numbers(app: &App, months: u32) -> Result<Vec<MonthNumbers>, AppError> {
    let mut first = app.clock.now().to_zoned(TimeZone::UTC).date().first_of_month();
    let mut conn = app.db.read().await?;
    let mut all = Vec::new();
    for _ in 0..months.min(MOST_MONTHS) {
        all.push(month(app, conn.cx(), first).await?);
        first = first.checked_sub(1.month()).map_err(AppError::internal)?;
    }
    Ok(all)
}

async fn month(app: &App, mut cx: Cx<'_>, first: Date) -> Result<MonthNumbers, AppError> {
    let start = |day: Date| -> Result<Timestamp, AppError> {
        Ok(day.to_zoned(TimeZone::UTC).map_err(AppError::internal)?.timestamp())
    };
    let (from, to) = (start(first)?, start(first.checked_add(1.month()).map_err(AppError::internal)?)?);
    let decisions = hub_db::decision::between(cx.again(), from, to).await?;
    let (mut decided, mut refused_by, mut waits) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
    for (verdict, canned, millis) in decisions {
        if matches!(verdict.as_str(), "accepted" | "refused" | "asked") {
            waits.push(millis / 1000);
        }
        if verdict == Verdict::Refused.name() {
            *refused_by.entry(canned).or_insert(0) += 1;
        }
        *decided.entry(verdict).or_insert(0) += 1;
    }
    waits.sort_unstable();
    let mut reasons = Vec::new();
    for (canned, times) in refused_by {
        let reason = canned.map(LineId);
        let line = match reason {
            Some(id) => hub_db::staff_line::by_id(cx.again(), id).await?,
            None => None,
        };
        let text = line.map(|line| text_of(&line, &[&app.policy().language])).unwrap_or_default();
        reasons.push(RefusedBy { reason, text, times });
    }
    reasons.sort_by_key(|refused| std::cmp::Reverse(refused.times));
    let known = |name: &str, count: i64| Verdict::from_name(name).map(|verdict| (verdict, count));
    let appeals = hub_db::appeal::between(cx.again(), from, to).await?;
    let reports = hub_db::abuse_report::between(cx.again(), from, to).await?;
    Ok(MonthNumbers {
        month: first,
        received: hub_db::decision::received(cx, from, to).await?,
        decided: decided.iter().filter_map(|(name, count)| known(name, *count)).collect(),
        refused_by: reasons,
        median_seconds: waits.get(waits.len() / 2).copied(),
        appeals: appeals.iter().filter_map(|(name, n)| Some((AppealState::from_name(name)?, *n))).collect(),
        abuse_reports: reports
            .iter()
            .filter_map(|(name, n)| Some((AbuseState::from_name(name)?, *n)))
            .collect(),
    })
}
