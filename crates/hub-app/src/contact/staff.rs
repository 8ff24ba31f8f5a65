//! Staff reads conversations, answers, closes them, and blocks senders.

use hub_core::ConversationId;
use hub_core::act::{Act, Thing};
use hub_core::message::{Category, Side, State};
use hub_core::rights::Actor;
use hub_db::conversation::{self as rows, Conversation};

use super::{MOST_MESSAGES, STAFF, Thread, found, mails, said};
use crate::{App, AppError, FieldErrors};

/// A line of the list.
pub type Listed = Conversation;

/// Conversations of a page, and how many there are of each state and category.
#[derive(Clone, Debug)]
pub struct Page {
    /// The last written first.
    pub rows: Vec<Listed>,
    /// Counts.
    pub counts: Vec<(State, Category, i64)>,
}

/// Conversations, the last written first: `limit` after the first `offset`.
///
/// # Errors
/// Only ours.
pub async fn list(
    app: &App,
    state: Option<State>,
    category: Option<Category>,
    (offset, limit): (i64, i64),
) -> Result<Page, AppError> {
    let mut conn = app.db.read().await?;
    let rows = rows::list(conn.cx(), state, category, (offset, limit.clamp(1, 200))).await?;
    Ok(Page { rows, counts: rows::counts(conn.cx()).await? })
}

/// One conversation, and whether its sender is blocked.
///
/// # Errors
/// `NotFound` if there is none of this number.
pub async fn show(app: &App, id: ConversationId) -> Result<(Thread, bool), AppError> {
    let mut conn = app.db.read().await?;
    let conversation = found(conn.cx(), id).await?;
    let messages = rows::messages(conn.cx(), id, MOST_MESSAGES).await?;
    let is_blocked = rows::is_blocked(conn.cx(), &conversation.sender).await?;
    Ok((Thread { conversation, messages, side: Side::Staff }, is_blocked))
}

/// Staff answers; the sender gets a mail.
///
/// # Errors
/// `Invalid` for no text or too much; `Conflict` if the conversation is closed.
pub async fn answer(app: &App, actor: Actor, id: ConversationId, text: &str) -> Result<(), AppError> {
    let mut errors = FieldErrors::default();
    let text = said(&mut errors, text);
    errors.into_result()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let conversation = found(tx.cx(), id).await?;
    if conversation.state == State::Closed {
        return Err(AppError::Conflict("this conversation is closed; open it first".to_owned()));
    }
    let message = rows::NewMessage { side: Side::Staff, body: &text, sender: STAFF, network: "" };
    rows::add(tx.cx(), id, message, now).await?;
    let act = Act::new("conversation.answered", Thing::Conversation(id))
        .after(serde_json::json!({ "side": Side::Staff.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    mails::answered(app, &mut tx, &conversation, (Side::Staff, &text), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}

/// Opens or closes a conversation.
///
/// # Errors
/// `NotFound` if there is none of this number.
pub async fn set_state(app: &App, actor: Actor, id: ConversationId, state: State) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = found(tx.cx(), id).await?.state;
    if before == state {
        return Ok(());
    }
    rows::set_state(tx.cx(), id, state).await?;
    let act = Act::new("conversation.state_changed", Thing::Conversation(id))
        .before(serde_json::json!({ "state": before.name() }))
        .after(serde_json::json!({ "state": state.name() }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}

/// Takes no more messages of a conversation's sender, or takes them again if they were blocked; gives whether they
/// are blocked now.
///
/// # Errors
/// `NotFound` if there is no conversation of this number.
pub async fn block(app: &App, actor: Actor, id: ConversationId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let sender = found(tx.cx(), id).await?.sender;
    let was = rows::is_blocked(tx.cx(), &sender).await?;
    if was {
        rows::unblock(tx.cx(), &sender).await?;
    } else {
        rows::block(tx.cx(), &sender, now).await?;
    }
    let act = Act::new("conversation.sender_blocked", Thing::Conversation(id))
        .before(serde_json::json!({ "blocked": was }))
        .after(serde_json::json!({ "blocked": !was }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(!was)
}
