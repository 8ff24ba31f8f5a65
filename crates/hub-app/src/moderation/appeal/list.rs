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
