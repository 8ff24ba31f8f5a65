//! An appeal as both sides read it.

use hub_core::AppealId;
use hub_db::appeal::{Appeal, Message};
use hub_db::decision::Decision;

use super::{MOST_MESSAGES, decision_of};
use crate::{App, AppError, Missing};

/// A decision, and what was said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The decision. Who made it is not for the publisher's eyes.
    pub decision: Decision,
    /// The title that stands.
    pub title: String,
    /// The appeal; `None`: none was made yet.
    pub appeal: Option<Appeal>,
    /// Oldest first.
    pub messages: Vec<Message>,
}

/// What a publisher sees by a link of a mail.
///
/// # Errors
/// `NotFound` for a link that is none.
pub async fn by_link(app: &App, link: &str) -> Result<Thread, AppError> {
    let decision = decision_of(app, link).await?;
    let appeal = hub_db::appeal::of_decision(app.db.read().await?.cx(), decision.id).await?;
    read(app, decision, appeal).await
}

/// What staff sees.
///
/// # Errors
/// `NotFound` if there is no such appeal.
pub async fn thread(app: &App, id: AppealId) -> Result<Thread, AppError> {
    let mut conn = app.db.read().await?;
    let appeal = hub_db::appeal::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Appeal))?;
    let decision = hub_db::decision::by_id(conn.cx(), appeal.decision).await?;
    drop(conn);
    read(app, decision.ok_or(AppError::NotFound(Missing::Appeal))?, Some(appeal)).await
}

async fn read(app: &App, decision: Decision, appeal: Option<Appeal>) -> Result<Thread, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), decision.version).await?;
    let messages = match &appeal {
        Some(appeal) => hub_db::appeal::messages(conn.cx(), appeal.id, MOST_MESSAGES).await?,
        None => Vec::new(),
    };
    Ok(Thread {
        title: version.map(|version| version.text.title).unwrap_or_default(),
        decision,
        appeal,
        messages,
    })
}
