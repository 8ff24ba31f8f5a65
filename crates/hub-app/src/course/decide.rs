//! Staff decides on a version or on a change that waits.

use hub_core::act::{Act, Changed, Thing};
use hub_core::course::{CourseText, Version};
use hub_core::listing::{Listing, PackageState, WrongState};
use hub_core::moderation::Verdict;
use hub_core::rights::Actor;
use hub_core::{DecisionId, TextId, VersionId};
use hub_db::Tx;
use hub_db::blob::Use;
use hub_db::decision::NewDecision;
use jiff::Timestamp;

use super::screenshots;
use crate::moderation::mails;
use crate::{App, AppError, FieldErrors, Missing};

/// What staff decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Lists the version, or takes its change.
    Accept {
        /// Also takes a package that its reader has held.
        despite_findings: bool,
    },
    /// Refuses the version, or drops its change.
    Refuse {
        /// Told to the publisher.
        reason: String,
    },
    /// Takes it out of sight.
    Hide {
        /// Told to the publisher.
        reason: String,
    },
    /// Shows it again.
    Unhide,
    /// Deletes it.
    Delete,
}

/// What a decision led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The version as it stands now.
    pub version: Version,
    /// Nothing changed: it stood so already.
    pub was_so_already: bool,
    /// Accepted, and takes effect when the package has been read.
    pub when_package_is_ready: bool,
    /// The row that keeps the decision, if staff or the hub decided and something changed.
    pub decision: Option<DecisionId>,
}

/// Carries a decision out. Deciding what stands already is no error.
///
/// # Errors
/// `WrongState` says what stands in the way; `Invalid` a missing reason.
pub async fn decide(
    app: &App,
    actor: Actor,
    id: VersionId,
    decision: &Decision,
) -> Result<Decided, AppError> {
    require_reason(decision)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let decided = carry_out(&mut tx, actor, version, decision, now).await?;
    if let Some(id) = decided.decision {
        mails::decided(app, &mut tx, &decided.version, id, now).await?;
    }
    tx.commit().await?;
    if !decided.was_so_already {
        app.wake();
    }
    Ok(decided)
}

/// Carries a decision on a version out, in the caller's transaction.
pub(crate) async fn carry_out(
    tx: &mut Tx,
    actor: Actor,
    version: Version,
    decision: &Decision,
    now: Timestamp,
) -> Result<Decided, AppError> {
    let (id, act_name) = (version.id, act_name(decision));
    let mut after = version.clone();
    apply(tx, &mut after, decision, now).await?;
    let when_package_is_ready = after.accepted_early && !version.is_public() && !after.is_public();
    if after == version {
        return Ok(Decided { version, was_so_already: true, when_package_is_ready, decision: None });
    }
    hub_db::version::update(tx.cx(), &after, now).await?;
    let decision = keep(tx, actor, &version, decision, now).await?;
    let act = Act::new(act_name, Thing::Version(id)).before(summary(&version)).after(summary(&after));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(after.course_id), now).await?;
    Ok(Decided { version: after, was_so_already: false, when_package_is_ready, decision })
}

/// Keeps a decision of staff or of the hub with what it was about, and releases the claim on it.
async fn keep(
    tx: &mut Tx,
    actor: Actor,
    version: &Version,
    decision: &Decision,
    now: Timestamp,
) -> Result<Option<DecisionId>, AppError> {
    if matches!(actor, Actor::Site(_) | Actor::Visitor) {
        return Ok(None);
    }
    hub_db::queue::release(tx.cx(), version.id).await?;
    let (verdict, reason) = match decision {
        Decision::Accept { .. } => (Verdict::Accepted, ""),
        Decision::Refuse { reason } => (Verdict::Refused, reason.as_str()),
        Decision::Hide { reason } => (Verdict::Hidden, reason.as_str()),
        Decision::Unhide => (Verdict::Unhidden, ""),
        Decision::Delete => {
            hub_db::decision::keep_removed(tx.cx(), version.id, &version.listing, now).await?;
            (Verdict::Deleted, "")
        }
    };
    let waiting = version.waiting_text_id.filter(|_| matches!(verdict, Verdict::Accepted | Verdict::Refused));
    let new = NewDecision {
        version: version.id,
        text: waiting.unwrap_or(version.text_id),
        verdict,
        of_change: waiting.is_some(),
        reason,
        canned: None,
        ticked: "[]",
        actor,
        waited_since: version.updated_at,
    };
    Ok(Some(hub_db::decision::insert(tx.cx(), new, now).await?))
}

/// Puts a change that was refused in the place it had, so that it can be accepted after all; with the pictures of the
/// text that stands, since its own are gone.
///
/// # Errors
/// `Conflict` if another change waits meanwhile.
pub(crate) async fn take_up_again(
    tx: &mut Tx,
    mut version: Version,
    text: TextId,
    now: Timestamp,
) -> Result<Version, AppError> {
    if version.waiting_text_id.is_some() {
        return Err(AppError::Conflict("another text waits meanwhile; decide on that one".to_owned()));
    }
    screenshots::copy(tx, version.text_id, text).await?;
    version.waiting_text_id = Some(text);
    hub_db::version::update(tx.cx(), &version, now).await?;
    Ok(version)
}

/// Empties a version that was deleted for good: texts, pictures and package.
pub(crate) async fn empty(tx: &mut Tx, mut version: Version, now: Timestamp) -> Result<(), AppError> {
    for text in hub_db::decision::texts_of(tx.cx(), version.id).await? {
        screenshots::forget(tx, text, now).await?;
    }
    hub_db::blob::remove_uses(tx.cx(), Use::Package(version.id), now).await?;
    hub_db::decision::purge(tx.cx(), version.id, now).await?;
    (version.package, version.package_sha256) = (PackageState::None, None);
    (version.size_bytes, version.package_release) = (None, None);
    version.text = CourseText::default();
    Ok(hub_db::version::update(tx.cx(), &version, now).await?)
}

async fn apply(
    tx: &mut Tx,
    version: &mut Version,
    decision: &Decision,
    now: Timestamp,
) -> Result<(), AppError> {
    match decision {
        Decision::Accept { despite_findings } => {
            let already = version.listing == Listing::Listed && version.waiting_text_id.is_none();
            if already {
                return Ok(());
            }
            if *despite_findings {
                lift_hold(tx, version).await?;
            }
            let (listing, early) = version.listing.on_accept(version.kind, &version.package)?;
            version.listing = listing;
            version.accepted_early = early;
            if let Some(text_id) = version.waiting_text_id.take() {
                screenshots::forget(tx, version.text_id, now).await?;
                version.text_id = text_id;
                version.updated_at = now;
            }
        }
        Decision::Refuse { reason } => {
            if let Some(text_id) = version.waiting_text_id.take() {
                screenshots::forget(tx, text_id, now).await?;
            } else {
                version.listing = version.listing.on_refuse(reason)?;
                version.accepted_early = false;
            }
        }
        Decision::Hide { reason } => version.listing = version.listing.on_hide(reason)?,
        Decision::Unhide => version.listing = version.listing.on_unhide(version.kind, &version.package)?,
        Decision::Delete => {
            version.listing = Listing::Removed;
            version.accepted_early = false;
            if let Some(text_id) = version.waiting_text_id.take() {
                screenshots::forget(tx, text_id, now).await?;
            }
        }
    }
    Ok(())
}

async fn lift_hold(tx: &mut Tx, version: &mut Version) -> Result<(), AppError> {
    let lifted = version.package.lift_hold();
    if lifted == version.package {
        return Ok(());
    }
    if hub_db::blob::count_uses(tx.cx(), Use::Package(version.id)).await? == 0 {
        return Err(WrongState::PackageNotKept.into());
    }
    version.package = lifted;
    Ok(())
}

fn require_reason(decision: &Decision) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    if let Decision::Refuse { reason } | Decision::Hide { reason } = decision
        && reason.trim().is_empty()
    {
        errors.add("reason", "a reason is needed; the publisher reads it");
    }
    errors.into_result()
}

fn act_name(decision: &Decision) -> &'static str {
    match decision {
        Decision::Accept { .. } => "course.accepted",
        Decision::Refuse { .. } => "course.refused",
        Decision::Hide { .. } => "course.hidden",
        Decision::Unhide => "course.unhidden",
        Decision::Delete => "course.deleted",
    }
}

fn summary(version: &Version) -> serde_json::Value {
    serde_json::json!({
        "listing": version.listing,
        "text": version.text_id,
        "change_waits": version.waiting_text_id.is_some(),
        "package": version.package,
        "accepted_early": version.accepted_early,
    })
}

/// What keeps a listing of a site from being accepted, for a list of decisions: `None` if nothing does.
pub fn objection(version: &Version) -> Option<WrongState> {
    version.listing.on_accept(version.kind, &version.package).err()
}
