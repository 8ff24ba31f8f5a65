//! Staff asks a publisher to put a listing right: what is listed stays listed.

use hub_core::VersionId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;

use super::{mails, said};
use crate::{App, AppError, Missing};

/// Mails the publisher of a version.
///
/// # Errors
/// `NotFound` if there is no such version; `Invalid` if nothing is said.
pub async fn ask_publisher(app: &App, actor: Actor, id: VersionId, message: &str) -> Result<(), AppError> {
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    mails::asked(app, &mut tx, &version, &message, now).await?;
    let act = Act::new("course.publisher_asked", Thing::Version(id))
        .after(serde_json::json!({ "message": message }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
