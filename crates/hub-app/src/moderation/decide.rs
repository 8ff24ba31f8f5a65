//! A moderator decides on the very text they have read.

use hub_core::act::{Act, Thing};
use hub_core::course::Version;
use hub_core::moderation::{ASKED_DAYS, MESSAGE_CHARS, Verdict};
use hub_core::rights::Actor;
use hub_core::text::cut;
use hub_core::{DecisionId, LineId, TextId, VersionId};
use hub_db::Tx;
use hub_db::decision::{Decision as Kept, NewDecision};
use jiff::{SignedDuration, Timestamp};

use super::claim::taken;
use super::lines::text_of;
use super::queue::claims_since;
use super::{invalid, mails};
use crate::course::decide::{Decided, Decision, carry_out};
use crate::package::evidence::unseen_count;
use crate::{App, AppError, Missing};

/// Decisions of one version that are shown.
const MOST: i64 = 200;
/// Days after which something comes back to the queue at the latest.
const MOST_DAYS: i64 = 365;

/// What a moderator decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Lists it, or takes its change.
    Accept {
        /// Also takes a package that its reader has held.
        despite_findings: bool,
    },
    /// Refuses it, or drops its change. Needs a reason.
    Refuse,
    /// Takes it out of sight. Needs a reason.
    Hide,
    /// Shows it again.
    Unhide,
    /// Sends it back to its publisher: out of the queue until it is sent again or the time is over. Needs a reason,
    /// which says what to change.
    AskForChanges {
        /// Days, 1 to 365; `None`: 14.
        days: Option<i64>,
    },
}

/// Why, and what was looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// A canned reason; its text in the course's language comes first.
    pub canned: Option<LineId>,
    /// Own words, after the canned reason.
    pub words: String,
    /// Points of the checklist that were ticked.
    pub ticked: Vec<LineId>,
    /// The person knows that not everything in the package could be shown to them.
    pub unseen_known: bool,
}

/// A decision on what was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ruling {
    /// The version.
    pub version: VersionId,
    /// The text that was shown, as [`super::QueueEntry::text`] gives it.
    pub text: TextId,
    /// What is decided.
    pub choice: Choice,
    /// Why.
    pub why: Why,
}

/// Carries a ruling out, tells the publisher and releases the claim.
///
/// # Errors
/// `Conflict` if another text came meanwhile or somebody else is at work on it; `Invalid` if a reason is missing, or if
/// something of the package cannot be shown and nobody says that they know (field `unseen`);
/// `WrongState` says what stands in the way; `NotFound` also for a line that is none.
pub async fn decide(app: &App, actor: Actor, ruling: &Ruling) -> Result<Decided, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), ruling.version).await?;
    let version = version.ok_or(AppError::NotFound(Missing::Course))?;
    check_text(&version, ruling)?;
    check_claim(&mut tx, actor, version.id, now).await?;
    if matches!(ruling.choice, Choice::Accept { .. }) && !ruling.why.unseen_known {
        check_seen(&mut tx, &version).await?;
    }
    let reason = reason(app, &mut tx, &version, &ruling.why).await?;
    let ticked = ticked(app, &mut tx, &ruling.why.ticked).await?;
    let need = |field| {
        if reason.is_empty() {
            Err(invalid(field, "a reason is needed; the publisher reads it"))
        } else {
            Ok(reason.clone())
        }
    };
    let decision = match ruling.choice {
        Choice::Accept { despite_findings } => Decision::Accept { despite_findings },
        Choice::Refuse => Decision::Refuse { reason: need("reason")? },
        Choice::Hide => Decision::Hide { reason: need("reason")? },
        Choice::Unhide => Decision::Unhide,
        Choice::AskForChanges { days } => {
            let words = need("reason")?;
            let id = ask(&mut tx, actor, &version, (&words, &ticked), days, now).await?;
            hub_db::decision::annotate(tx.cx(), id, ruling.why.canned, &ticked).await?;
            mails::decided(app, &mut tx, &version, id, now).await?;
            tx.commit().await?;
            app.wake();
            let decision = Some(id);
            return Ok(Decided { version, was_so_already: false, when_package_is_ready: false, decision });
        }
    };
    let decided = carry_out(&mut tx, actor, version.clone(), &decision, now).await?;
    if let Some(id) = decided.decision {
        hub_db::decision::annotate(tx.cx(), id, ruling.why.canned, &ticked).await?;
        mails::decided(app, &mut tx, &decided.version, id, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(decided)
}

/// The decisions on a version, newest first.
///
/// # Errors
/// Only ours.
pub async fn history(app: &App, id: VersionId) -> Result<Vec<Kept>, AppError> {
    Ok(hub_db::decision::of_version(app.db.read().await?.cx(), id, MOST).await?)
}

fn check_text(version: &Version, ruling: &Ruling) -> Result<(), AppError> {
    // Hiding is about what everybody sees, whatever waits beside it.
    let of_what_stands =
        matches!(ruling.choice, Choice::Hide | Choice::Unhide) && ruling.text == version.text_id;
    if of_what_stands || version.waiting_text_id.unwrap_or(version.text_id) == ruling.text {
        return Ok(());
    }
    Err(AppError::Conflict(
        "its publisher sent another text while you were reading, or somebody decided already; look at it again"
            .to_owned(),
    ))
}

async fn check_claim(tx: &mut Tx, actor: Actor, id: VersionId, now: Timestamp) -> Result<(), AppError> {
    let claim = hub_db::queue::claim_of(tx.cx(), id, claims_since(now)).await?;
    match (actor, claim) {
        (Actor::Account(account), Some(claim)) if claim.account != account => Err(taken(&claim)),
        _ => Ok(()),
    }
}

/// Nobody accepts what they could not look at without knowing it.
async fn check_seen(tx: &mut Tx, version: &Version) -> Result<(), AppError> {
    let Some(sha256) = &version.package_sha256 else { return Ok(()) };
    let report = hub_db::report::newest(tx.cx(), sha256).await?;
    match report.as_deref().map_or(0, unseen_count) {
        0 => Ok(()),
        _ => Err(invalid("unseen", "not everything in the package can be shown; confirm that you know this")),
    }
}

async fn reason(app: &App, tx: &mut Tx, version: &Version, why: &Why) -> Result<String, AppError> {
    let words = cut(&why.words, MESSAGE_CHARS);
    let Some(canned) = why.canned else { return Ok(words) };
    let line = hub_db::staff_line::by_id(tx.cx(), canned).await?.ok_or(AppError::NotFound(Missing::Line))?;
    let canned = text_of(&line, &[&version.text.language, &app.policy().language]);
    Ok(if words.is_empty() { canned } else { format!("{canned}\n\n{words}") })
}

/// The points as they read when they were ticked: staff may word them otherwise later.
async fn ticked(app: &App, tx: &mut Tx, ids: &[LineId]) -> Result<String, AppError> {
    let mut points = Vec::with_capacity(ids.len());
    for id in ids {
        let line = hub_db::staff_line::by_id(tx.cx(), *id).await?.ok_or(AppError::NotFound(Missing::Line))?;
        points.push(serde_json::json!({ "id": id, "text": text_of(&line, &[&app.policy().language]) }));
    }
    Ok(serde_json::Value::from(points).to_string())
}

async fn ask(
    tx: &mut Tx,
    actor: Actor,
    version: &Version,
    (reason, ticked): (&str, &str),
    days: Option<i64>,
    now: Timestamp,
) -> Result<DecisionId, AppError> {
    version.listing.check_waits(version.waiting_text_id.is_some())?;
    let days = days.unwrap_or(ASKED_DAYS);
    if !(1..=MOST_DAYS).contains(&days) {
        return Err(invalid("days", "a whole number from 1 to 365"));
    }
    let text = version.waiting_text_id.unwrap_or(version.text_id);
    let back_at = now + SignedDuration::from_hours(24 * days);
    let new = NewDecision {
        version: version.id,
        text,
        verdict: Verdict::Asked,
        of_change: version.waiting_text_id.is_some(),
        reason,
        canned: None,
        ticked,
        actor,
        waited_since: version.updated_at,
    };
    let id = hub_db::decision::insert(tx.cx(), new, now).await?;
    hub_db::queue::ask(tx.cx(), version.id, text, now, back_at).await?;
    hub_db::queue::release(tx.cx(), version.id).await?;
    let act = Act::new("course.changes_asked", Thing::Version(version.id))
        .before(serde_json::json!({ "listing": version.listing.name(), "in_queue": true }))
        .after(serde_json::json!({ "in_queue": false, "back_at": back_at.to_string(), "reason": reason }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(id)
}
