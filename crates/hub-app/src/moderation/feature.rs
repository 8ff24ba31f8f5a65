//! Staff features a course with a reason.

use hub_core::VersionId;
use hub_core::course::Version;
use hub_core::rights::Actor;

use super::invalid;
use crate::course::edit;
use crate::{App, AppError};

/// Features the course of a version; the reason, one line, is shown beside it.
///
/// # Errors
/// `Invalid` without a reason.
pub async fn feature(app: &App, actor: Actor, id: VersionId, reason: &str) -> Result<Version, AppError> {
    if reason.trim().is_empty() {
        return Err(invalid("reason", "say in one line why; everybody reads it"));
    }
    edit::set(app, actor, id, "featured", reason).await
}

/// Features the course of a version no longer.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn unfeature(app: &App, actor: Actor, id: VersionId) -> Result<Version, AppError> {
    edit::set(app, actor, id, "featured", "").await
}
