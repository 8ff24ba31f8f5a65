//! Appeals, oldest first.

use hub_core::AppealId;
use hub_core::moderation::AppealState;
use hub_db::appeal::Appeal;
use jiff::Timestamp;

use crate::{App, AppError};

/// The last appeal of a page: when it was made, and its id.
pub type AppealCursor = (Timestamp, AppealId);

/// Appeals in one state after some others of it, oldest first, at most `limit` and 200.
///
/// # Errors
/// Only ours.
pub async fn list(
    app: &App,
    state: AppealState,
    after: Option<AppealCursor>,
    limit: i64,
) -> Result<Vec<Appeal>, AppError> {
    Ok(hub_db::appeal::list(app.db.read().await?.cx(), state, after, limit.clamp(1, 200)).await?)
}

/// The same with the titles of the courses.
///
/// # Errors
/// Only ours.
pub async fn titled(
    app: &App,
    state: AppealState,
    after: Option<AppealCursor>,
    limit: i64,
) -> Result<Vec<(Appeal, String)>, AppError> {
    let appeals = list(app, state, after, limit).await?;
    let ids: Vec<_> = appeals.iter().map(|appeal| appeal.version).collect();
    let versions = hub_db::version::by_ids(app.db.read().await?.cx(), &ids).await?;
    let title =
        |id| versions.iter().find(|version| version.id == id).map(|version| version.text.title.clone());
    Ok(appeals
        .into_iter()
        .map(|appeal| {
            let title = title(appeal.version).unwrap_or_default();
            (appeal, title)
        })
        .collect())
}
