//! Somebody has looked at what was found in the package of a public course.

use hub_core::VersionId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;

use crate::{App, AppError, Missing};

/// Notes that staff has looked at the findings of a version and leaves the course as it is. Nothing to look at is no
/// error: somebody else was quicker.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn looked(app: &App, actor: Actor, id: VersionId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    hub_db::version::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let codes = hub_db::package_look::of(tx.cx(), id).await?;
    if codes.is_empty() {
        return Ok(());
    }
    hub_db::package_look::forget(tx.cx(), id).await?;
    let before = serde_json::json!({ "findings": codes });
    let act = Act::new("course.findings_looked_at", Thing::Version(id)).before(before);
    let act = act.after(serde_json::json!({ "findings": [] }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}
