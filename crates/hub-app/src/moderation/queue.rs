//! The queue: what waits for a decision, oldest first, of any age.

use hub_core::moderation::{CLAIM_MINUTES, QueueKind};
use hub_core::{AccountId, SiteId, VersionId};
use hub_db::queue::Filter;
use jiff::{SignedDuration, Timestamp};

use crate::{App, AppError};

pub use hub_db::queue::Waiting as QueueEntry;

/// Entries on a page at most.
const MOST: i64 = 200;

/// Where a page of the queue ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct QueueCursor {
    /// When the last entry was sent.
    pub since: Timestamp,
    /// The last entry.
    pub version: VersionId,
}

/// Which part of the queue is wanted; the default is its head, whatever waits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QueueQuery {
    /// Why it waits.
    pub why: Option<QueueKind>,
    /// Who sent it.
    pub site: Option<SiteId>,
    /// Its language, as in the text.
    pub language: Option<String>,
    /// Who is at work on it.
    pub claimed_by: Option<AccountId>,
    /// Only what nobody is at work on.
    pub unclaimed: bool,
    /// What follows this place.
    pub after: Option<QueueCursor>,
    /// Entries on the page, 1 to 200; 0 means 25.
    pub limit: i64,
}

/// A page of the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuePage {
    /// Oldest first.
    pub entries: Vec<QueueEntry>,
    /// Where the next page begins; `None`: this was the last.
    pub next: Option<QueueCursor>,
    /// Entries on all pages together.
    pub total: i64,
}

/// Since when a claim must have been active to count.
pub(super) fn claims_since(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_mins(CLAIM_MINUTES)
}

/// A page of what waits: new versions, changes of listed ones, and held packages. What was sent back for changes is
/// not in it until its publisher sends it again or the time is over.
///
/// # Errors
/// Only ours.
pub async fn queue(app: &App, query: &QueueQuery) -> Result<QueuePage, AppError> {
    let now = app.clock.now();
    let filter = Filter {
        why: query.why,
        site: query.site,
        language: query.language.as_deref(),
        claimed_by: query.claimed_by,
        unclaimed: query.unclaimed,
    };
    let limit = if query.limit == 0 { 25 } else { query.limit.clamp(1, MOST) };
    let times = (now, claims_since(now));
    let after = query.after.map(|cursor| (cursor.since, cursor.version));
    let mut conn = app.db.read().await?;
    let mut entries = hub_db::queue::page(conn.cx(), filter, after, times, limit + 1).await?;
    let total = hub_db::queue::count(conn.cx(), filter, times).await?;
    let more = i64::try_from(entries.len()).is_ok_and(|found| found > limit);
    if more {
        entries.pop();
    }
    let next =
        entries.last().filter(|_| more).map(|last| QueueCursor { since: last.since, version: last.version });
    Ok(QueuePage { entries, next, total })
}

/// How many entries the whole queue has.
///
/// # Errors
/// Only ours.
pub async fn queue_length(app: &App) -> Result<i64, AppError> {
    Ok(hub_db::queue::length(app.db.read().await?.cx(), app.clock.now()).await?)
}
