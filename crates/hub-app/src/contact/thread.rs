//! A conversation as one side sees it by its link, and their answers.

use std::net::IpAddr;

use hub_core::act::{Act, Thing};
use hub_core::message::{Side, State};
use hub_core::rights::Actor;
use hub_db::conversation::{self as rows, Conversation, Message};

use super::{
    ContactError, MOST_MESSAGES, Refused, STAFF, check_limits, found, mails, network_hash, open, said,
    sender_hash, unsealed,
};
use crate::{App, AppError, FieldErrors};

/// A conversation and its messages, oldest first.
#[derive(Clone, Debug)]
pub struct Thread {
    /// The conversation. Its addresses are sealed; pages show none.
    pub conversation: Conversation,
    /// Its messages.
    pub messages: Vec<Message>,
    /// Who reads it.
    pub side: Side,
}

/// The conversation of a link.
///
/// # Errors
/// `NotFound` for a link that never was.
pub async fn read(app: &App, token: &str) -> Result<Thread, AppError> {
    app.may_answer()?;
    let (id, side) = open(app, token)?;
    let mut conn = app.db.read().await?;
    let conversation = found(conn.cx(), id).await?;
    let messages = rows::messages(conn.cx(), id, MOST_MESSAGES).await?;
    Ok(Thread { conversation, messages, side })
}

/// Answers by a link; the other side gets a mail.
///
/// # Errors
/// `Refused` if staff closed the conversation, and for too many in a day; `Invalid` for no text or too much.
pub async fn reply(app: &App, token: &str, text: &str, from: IpAddr) -> Result<(), ContactError> {
    let Thread { conversation, messages, side } = read(app, token).await?;
    let mut errors = FieldErrors::default();
    let text = said(&mut errors, text);
    errors.into_result()?;
    let full = i64::try_from(messages.len()).is_ok_and(|count| count >= MOST_MESSAGES);
    if conversation.state == State::Closed || full {
        return Err(Refused::Closed.into());
    }
    let sender = match side {
        Side::Sender => conversation.sender.clone(),
        _ if conversation.receiver_sealed.is_empty() => STAFF.to_owned(),
        _ => sender_hash(app, &unsealed(app, &conversation.receiver_sealed)?),
    };
    let now = app.clock.now();
    let network = network_hash(app, from);
    let mut tx = app.db.begin().await?;
    check_limits(app, tx.cx(), &sender, &network, now).await?;
    let message = rows::NewMessage { side, body: &text, sender: &sender, network: &network };
    rows::add(tx.cx(), conversation.id, message, now).await?;
    let act = Act::new("conversation.answered", Thing::Conversation(conversation.id))
        .after(serde_json::json!({ "side": side.name() }));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    mails::answered(app, &mut tx, &conversation, (side, &text), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
