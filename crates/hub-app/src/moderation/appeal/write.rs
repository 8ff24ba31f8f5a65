//! A publisher writes again in the thread of an appeal.

use super::{check_room, decision_of, lock_open};
use crate::moderation::{mails, said};
use crate::{App, AppError, Missing};

/// Adds a message of the publisher, by a link of any mail about the decision.
///
/// # Errors
/// `NotFound` for a link that is none or a decision that was not appealed; `Conflict` if it was decided.
pub async fn write(app: &App, link: &str, message: &str) -> Result<(), AppError> {
    let decision = decision_of(app, link).await?;
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let appeal = hub_db::appeal::of_decision(tx.cx(), decision.id).await?;
    let appeal = lock_open(&mut tx, appeal.ok_or(AppError::NotFound(Missing::Appeal))?.id).await?;
    check_room(&mut tx, appeal.id).await?;
    hub_db::appeal::add_message(tx.cx(), appeal.id, None, &message, now).await?;
    if let Some(version) = hub_db::version::by_id(tx.cx(), appeal.version).await? {
        mails::appealed(app, &mut tx, &version, (appeal.id, &message), now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}
