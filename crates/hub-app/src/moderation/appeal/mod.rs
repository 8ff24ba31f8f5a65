//! Appeals: a publisher speaks up against a refusal or hiding, once for each decision; staff answers and decides.

mod answer;
mod close;
mod list;
mod open;
mod thread;
mod write;

pub use answer::answer;
pub use close::{Outcome, close};
pub use list::{AppealCursor, list, titled};
pub use open::open;
pub use thread::{Thread, by_link, thread};
pub use write::write;

use hub_core::AppealId;
use hub_core::moderation::AppealState;
use hub_core::secret::Secret;
use hub_db::Tx;
use hub_db::appeal::Appeal;
use hub_db::decision::Decision;

use crate::outside::crypto::token_hash;
use crate::{App, AppError, Missing};

/// Messages of one thread; enough for any argument worth having.
const MOST_MESSAGES: i64 = 100;

/// The decision a link of a mail leads to.
async fn decision_of(app: &App, link: &str) -> Result<Decision, AppError> {
    let hash = token_hash(&Secret::new(link));
    let mut conn = app.db.read().await?;
    let id = hub_db::decision::of_link(conn.cx(), hash.as_str()).await?;
    let id = id.ok_or(AppError::NotFound(Missing::Link))?;
    hub_db::decision::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Link))
}

/// An appeal that waits for staff, locked.
async fn lock_open(tx: &mut Tx, id: AppealId) -> Result<Appeal, AppError> {
    let appeal = hub_db::appeal::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Appeal))?;
    if appeal.state == AppealState::Open {
        return Ok(appeal);
    }
    Err(AppError::Conflict("this appeal was decided already".to_owned()))
}

/// # Errors
/// `Conflict` if the thread is as long as it may be.
async fn check_room(tx: &mut Tx, id: AppealId) -> Result<(), AppError> {
    let messages = hub_db::appeal::messages(tx.cx(), id, MOST_MESSAGES).await?;
    if i64::try_from(messages.len()) == Ok(MOST_MESSAGES) {
        return Err(AppError::Conflict("this thread has 100 messages; staff decides on it now".to_owned()));
    }
    Ok(())
}
