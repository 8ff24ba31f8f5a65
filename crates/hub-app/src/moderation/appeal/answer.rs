//! Staff answers in the thread of an appeal.

use hub_core::act::{Act, Thing};
use hub_core::moderation::AppealState;
use hub_core::rights::Actor;
use hub_core::{AccountId, AppealId};

use super::lock_open;
use crate::moderation::{mails, said};
use crate::{App, AppError};

/// Adds a message of staff and mails it to the publisher, without deciding.
///
/// # Errors
/// `Conflict` if it was decided; `Invalid` if nothing is said.
pub async fn answer(app: &App, account: AccountId, id: AppealId, message: &str) -> Result<(), AppError> {
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let appeal = lock_open(&mut tx, id).await?;
    hub_db::appeal::add_message(tx.cx(), id, Some(account), &message, now).await?;
    if let Some(version) = hub_db::version::by_id(tx.cx(), appeal.version).await? {
        let what = (appeal.decision, AppealState::Open, message.as_str());
        mails::appeal_answered(app, &mut tx, &version, what, now).await?;
    }
    let act = Act::new("appeal.answered", Thing::Appeal(id)).after(serde_json::json!({ "message": message }));
    hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
