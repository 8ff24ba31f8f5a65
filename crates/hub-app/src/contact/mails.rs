//! The mails of conversations: each side gets a link of its own and never the other's address.

use hub_core::message::Side;
use hub_core::notice::Kind;
use hub_db::Tx;
use hub_db::conversation::Conversation;
use jiff::Timestamp;

use super::{STAFF, token, unsealed};
use crate::mail::{Notice, Receiver, notify};
use crate::{App, AppError};

fn about<'a>(app: &App, conversation: &'a Conversation, hub: &'a mut String) -> &'a str {
    app.policy().name.clone_into(hub);
    if conversation.about.is_empty() { hub } else { &conversation.about }
}

fn link(app: &App, conversation: &Conversation, side: Side) -> String {
    app.address.join(&format!("/messages/{}", token(app, conversation.id, side)))
}

/// To whom was written: the first message.
pub(super) async fn started(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    text: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let (mut hub, name) = (String::new(), conversation.sender_name.as_str());
    let link = link_of_receiver(app, conversation);
    let values = [
        ("about", about(app, conversation, &mut hub)),
        ("category", conversation.category.name()),
        ("name", name),
        ("text", text),
        ("link", link.as_str()),
    ];
    to_receiver(app, tx, conversation, (Kind::MessageNew, &values), now).await
}

/// To the sender: what they wrote.
pub(super) async fn copied(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    text: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    to_sender(app, tx, conversation, (Kind::MessageCopy, text), now).await
}

/// To the other side: an answer.
pub(super) async fn answered(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    (side, text): (Side, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let to_receiver_of_staff = side == Side::Staff && conversation.sender == STAFF;
    if side != Side::Sender && !to_receiver_of_staff {
        return to_sender(app, tx, conversation, (Kind::MessageAnswered, text), now).await;
    }
    let mut hub = String::new();
    let link = link_of_receiver(app, conversation);
    let values = [("about", about(app, conversation, &mut hub)), ("text", text), ("link", link.as_str())];
    to_receiver(app, tx, conversation, (Kind::MessageAnswered, &values), now).await
}

fn desk_link(app: &App, conversation: &Conversation) -> String {
    app.address.join(&format!("/moderate/messages/{}", conversation.id))
}

/// Staff reads behind a sign-in; others by a link.
fn link_of_receiver(app: &App, conversation: &Conversation) -> String {
    if conversation.receiver_sealed.is_empty() {
        desk_link(app, conversation)
    } else {
        link(app, conversation, Side::Receiver)
    }
}

async fn to_sender(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    (kind, text): (Kind, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    if conversation.sender == STAFF {
        return to_moderators(app, tx, conversation, (kind, text), now).await;
    }
    if conversation.sender_sealed.is_empty() {
        // Whoever wrote has erased their account, and with it where answers went.
        return Ok(());
    }
    let address = unsealed(app, &conversation.sender_sealed)?;
    let receivers = [Receiver::Address { address: &address, language: &conversation.sender_language }];
    let (mut hub, link) = (String::new(), link(app, conversation, Side::Sender));
    let values = [("about", about(app, conversation, &mut hub)), ("text", text), ("link", link.as_str())];
    notify(app, tx, &Notice { kind, receivers: &receivers, values: &values }, now).await
}

/// Staff began it: whoever of them is on duty reads the answer.
async fn to_moderators(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    (kind, text): (Kind, &str),
    now: Timestamp,
) -> Result<(), AppError> {
    let link = desk_link(app, conversation);
    let values = [("about", conversation.about.as_str()), ("text", text), ("link", link.as_str())];
    notify(app, tx, &Notice { kind, receivers: &[Receiver::Moderators], values: &values }, now).await
}

async fn to_receiver(
    app: &App,
    tx: &mut Tx,
    conversation: &Conversation,
    (kind, values): (Kind, &[(&str, &str)]),
    now: Timestamp,
) -> Result<(), AppError> {
    if conversation.receiver_sealed.is_empty() {
        let notice = Notice { kind, receivers: &[Receiver::Moderators], values };
        return notify(app, tx, &notice, now).await;
    }
    let address = unsealed(app, &conversation.receiver_sealed)?;
    let receivers = [Receiver::Address { address: &address, language: &conversation.receiver_language }];
    notify(app, tx, &Notice { kind, receivers: &receivers, values }, now).await
}
