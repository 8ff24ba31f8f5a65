//! What needs staff: one list by urgency.

use hub_core::need::NeedKind;
use hub_db::need::Need;
use jiff::Timestamp;

use crate::{App, AppError};

/// Needs on a page at most.
const MOST: i64 = 200;

/// Where a page of needs ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct NeedCursor {
    /// Of the last one.
    pub kind: NeedKind,
    /// Since when the last one is so.
    pub since: Timestamp,
    /// The subject of the last one.
    pub subject: i64,
}

/// Which needs are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NeedFilter {
    /// One kind only.
    pub kind: Option<NeedKind>,
    /// What follows this place.
    pub after: Option<NeedCursor>,
    /// Needs on the page, 1 to 200; 0 means 25.
    pub limit: i64,
}

/// A page of needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NeedPage {
    /// By kind in the order of [`NeedKind`], within a kind the longest first.
    pub needs: Vec<Need>,
    /// Where the next page begins; `None`: this was the last.
    pub next: Option<NeedCursor>,
}

/// A page of what needs staff and nobody snoozed. Kinds that [`NeedKind::is_found_daily`] says are as of the last look.
///
/// # Errors
/// Only ours.
pub async fn needs(app: &App, filter: &NeedFilter) -> Result<NeedPage, AppError> {
    let now = app.clock.now();
    let limit = if filter.limit == 0 { 25 } else { filter.limit.clamp(1, MOST) };
    let mut conn = app.db.read().await?;
    let (mut needs, mut left) = (Vec::new(), limit + 1);
    for kind in NeedKind::ALL.iter().copied() {
        let is_past = filter.after.is_some_and(|after| kind < after.kind);
        if is_past || left == 0 || filter.kind.is_some_and(|wanted| wanted != kind) {
            continue;
        }
        let after = filter.after.filter(|after| after.kind == kind).map(|after| (after.since, after.subject));
        let found = hub_db::need::page(conn.cx(), kind, after, now, left).await?;
        left -= i64::try_from(found.len()).unwrap_or(left);
        needs.extend(found);
    }
    let more = left == 0;
    if more {
        needs.pop();
    }
    let next = needs.last().filter(|_| more);
    let next = next.map(|last| NeedCursor { kind: last.kind, since: last.since, subject: last.subject });
    Ok(NeedPage { needs, next })
}

/// How many needs there are of each kind, most urgent first; kinds without any too.
///
/// # Errors
/// Only ours.
pub async fn need_counts(app: &App) -> Result<Vec<(NeedKind, i64)>, AppError> {
    Ok(hub_db::need::counts(app.db.read().await?.cx(), app.clock.now()).await?)
}
