//! One version as a moderator looks at it: the text that is decided on, beside what stands.

use hub_core::course::{ContentCount, CourseText, Version};
use hub_core::{SiteId, TextId, VersionId};
use hub_db::decision::Decision;
use hub_db::queue::Claim;
use hub_db::staff_line::StaffLine;

use hub_core::moderation::LineList;

use super::queue::claims_since;
use super::{QueueCursor, QueueQuery, history, lines, queue};
use crate::course::download::{self, PictureSize, Takeable};
use crate::course::history::{FieldChange, differences};
use crate::course::show::{self, OutlineSection};
use crate::package::evidence::PackageEvidence;
use crate::{App, AppError, Missing};

/// Entries of the queue among which the ones before and after are looked for.
const MOST: i64 = 200;

/// What a moderator decides on.
#[derive(Clone, Debug)]
pub struct Look {
    /// The version, with the text that stands.
    pub version: Version,
    /// Which text is shown and decided on.
    pub text_id: TextId,
    /// What it says.
    pub text: CourseText,
    /// What a waiting change changes; empty for what is no change.
    pub changes: Vec<FieldChange>,
    /// Whether the text shown is a change of what stands.
    pub is_change: bool,
    /// Who sent it, whatever it discloses.
    pub site: Option<(SiteId, String)>,
    /// What is inside, if the package was read.
    pub outline: Vec<OutlineSection>,
    /// What the reader found in the package.
    pub evidence: Option<PackageEvidence>,
    /// How many there are of each kind of activity.
    pub activities: Vec<ContentCount>,
    /// Positions of the screenshots of the text shown.
    pub screenshots: Vec<i64>,
    /// Who is at work on it.
    pub claim: Option<Claim>,
    /// What staff decided before, newest first.
    pub decisions: Vec<Decision>,
    /// Canned reasons.
    pub reasons: Vec<StaffLine>,
    /// What to look at before accepting.
    pub checklist: Vec<StaffLine>,
}

impl Look {
    /// Whether it waits for a decision.
    pub fn waits(&self) -> bool {
        self.is_change || self.version.listing.name() == "waiting"
    }
}

/// One version, in any state.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn look(app: &App, id: VersionId) -> Result<Look, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let waiting = match version.waiting_text_id {
        Some(waiting) => hub_db::version::text(conn.cx(), waiting).await?.map(|(text, _)| (waiting, text)),
        None => None,
    };
    let is_change = waiting.is_some();
    let (text_id, text) = waiting.unwrap_or_else(|| (version.text_id, version.text.clone()));
    let site = match version.site_id {
        Some(site) => hub_db::site::by_id(conn.cx(), site).await?.map(|site| (site.id, site.info.name)),
        None => None,
    };
    let screenshots = hub_db::screenshot::list(conn.cx(), text_id).await?;
    let claim = hub_db::queue::claim_of(conn.cx(), id, claims_since(app.clock.now())).await?;
    let report = match version.package_sha256.as_deref() {
        Some(sha256) => hub_db::report::newest(conn.cx(), sha256).await?,
        None => None,
    };
    let scan = match version.package_sha256.as_deref() {
        Some(sha256) => hub_db::scan::of(conn.cx(), sha256).await?,
        None => None,
    };
    drop(conn);
    let (outline, activities) = show::inside(report.as_deref(), &text);
    Ok(Look {
        evidence: report.as_deref().and_then(|report| PackageEvidence::read(&app.policy(), report, scan)),
        changes: if is_change { differences(&version.text, &text) } else { Vec::new() },
        screenshots: screenshots.into_iter().map(|shot| shot.position).collect(),
        decisions: history(app, id).await?,
        reasons: lines(app, LineList::Reasons).await?,
        checklist: lines(app, LineList::Checklist).await?,
        version,
        text_id,
        text,
        is_change,
        site,
        outline,
        activities,
        claim,
    })
}

/// A screenshot of the text that is shown, also of one that waits.
///
/// # Errors
/// `NotFound` if there is none at this position.
pub async fn picture(app: &App, id: VersionId, position: i64) -> Result<Takeable, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let text = version.waiting_text_id.unwrap_or(version.text_id);
    let shots = hub_db::screenshot::list(conn.cx(), text).await?;
    drop(conn);
    let shot = shots.into_iter().find(|shot| shot.position == position);
    download::picture(app, shot.ok_or(AppError::NotFound(Missing::File))?, PictureSize::Original).await
}

/// What stands before and after a version in the queue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one before.
    pub previous: Option<VersionId>,
    /// The one after; of what is not in the queue, its head.
    pub next: Option<VersionId>,
    /// How many wait.
    pub total: i64,
}

/// The neighbours of a version among the entries of the queue that nobody else is at work on.
///
/// # Errors
/// Only ours.
pub async fn neighbours(app: &App, id: VersionId) -> Result<Neighbours, AppError> {
    let page = queue(app, &QueueQuery { limit: MOST, ..QueueQuery::default() }).await?;
    let at = page.entries.iter().position(|entry| entry.version == id);
    let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| page.entries.get(at));
    let mut next = page.entries.get(at.map_or(0, |at| at + 1)).map(|entry| entry.version);
    if let (Some(at), None) = (at, next) {
        let last = &page.entries[at];
        let after = Some(QueueCursor { since: last.since, version: last.version });
        let more = queue(app, &QueueQuery { after, limit: 1, ..QueueQuery::default() }).await?;
        next = more.entries.first().map(|entry| entry.version);
    }
    Ok(Neighbours { previous: before.map(|entry| entry.version), next, total: page.total })
}
