//! Messages by relay: a visitor writes to a publisher, a site or the hub's staff, both answer by links of their own,
//! and neither sees the other's mail address. Staff reads all of them, closes conversations and blocks senders.

mod mails;
mod send;
mod staff;
mod thread;
mod write;

use hub_core::ConversationId;
use hub_core::message::{STAFF, Side, TEXT_CHARS};
use hub_db::Cx;
use hub_db::conversation::Conversation;
use jiff::{SignedDuration, Timestamp};
use std::net::IpAddr;

use crate::guesses::counted_as;
use crate::outside::crypto::{Sealed, same_secret};
use crate::{App, AppError, FieldErrors, Missing};

pub use send::{Copy, NewMessage, Receivers, To, send, whom};
pub use staff::{Listed, Page, answer, block, list, set_state, show};
pub use thread::{Thread, read, reply};
pub use write::write_to_site;

/// What addresses are sealed for.
const SEALED_FOR: &str = "conversation address";
/// Messages of a conversation that are shown, and taken.
const MOST_MESSAGES: i64 = 500;
/// Digits of a link's signature: 160 bits.
const SIGNATURE_DIGITS: usize = 40;

/// Why a message is not taken though each of its fields is in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Staff blocked its sender.
    #[error("the staff of this hub takes no more messages from you")]
    Blocked,
    /// So many were taken in 24 hours from one person or network.
    #[error("this hub takes {most} messages a day from one person or network; try again tomorrow")]
    TooMany {
        /// How many are.
        most: u32,
    },
    /// Staff closed the conversation, or it is as long as one may be.
    #[error("the staff of this hub closed this conversation")]
    Closed,
}

/// Why a message was not taken.
#[derive(Debug, thiserror::Error)]
pub enum ContactError {
    /// The sender reads why, in their language.
    #[error("{0}")]
    Refused(Refused),
    /// Anything else; `Invalid` names fields.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for ContactError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

impl From<Refused> for ContactError {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// The link of one side of a conversation: its number, its side and a signature, so that nothing is kept of it.
fn token(app: &App, id: ConversationId, side: Side) -> String {
    let letter = if side == Side::Sender { 's' } else { 'r' };
    let head = format!("{id}{letter}");
    let mut signature = app.key.fingerprint("conversation link", &head);
    signature.truncate(SIGNATURE_DIGITS);
    format!("{head}{signature}")
}

/// The reverse of [`token`].
fn open(app: &App, text: &str) -> Result<(ConversationId, Side), AppError> {
    let missing = || AppError::NotFound(Missing::Link);
    let digits = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(missing)?;
    let id = text[..digits].parse().map_err(|_| missing())?;
    let side = if text[digits..].starts_with('s') { Side::Sender } else { Side::Receiver };
    if same_secret(text, &token(app, id, side)) { Ok((id, side)) } else { Err(missing()) }
}

fn unsealed(app: &App, sealed: &str) -> Result<String, AppError> {
    let opened = app.key.open(SEALED_FOR, &Sealed::from_stored(sealed.to_owned()));
    Ok(opened.map_err(AppError::internal)?.expose().to_owned())
}

/// By what conversations of a mail address are found.
pub(crate) fn sender_hash(app: &App, email: &str) -> String {
    app.key.fingerprint("conversation sender", &email.trim().to_lowercase())
}

fn network_hash(app: &App, from: IpAddr) -> String {
    app.key.fingerprint("conversation network", &counted_as(from).to_string())
}

/// A text as it is kept.
fn said(errors: &mut FieldErrors, raw: &str) -> String {
    let text = raw.replace("\r\n", "\n").trim().to_owned();
    let found = text.chars().count();
    if found == 0 {
        errors.add("text", "write your message here");
    } else if found > TEXT_CHARS {
        errors.add("text", format!("a message has {TEXT_CHARS} characters at most, this has {found}"));
    }
    text
}

/// Whether one more message of this sender and network is taken today.
async fn check_limits(
    app: &App,
    mut cx: Cx<'_>,
    sender: &str,
    network: &str,
    now: Timestamp,
) -> Result<(), ContactError> {
    if hub_db::conversation::is_blocked(cx.again(), sender).await? {
        return Err(Refused::Blocked.into());
    }
    let (day, most) = (now - SignedDuration::from_hours(24), app.policy().messages_per_day);
    let own = hub_db::conversation::count_of_sender(cx.again(), sender, day).await?;
    let near = hub_db::conversation::count_of_network(cx, network, day).await?;
    if own.max(near) >= i64::from(most) {
        return Err(Refused::TooMany { most }.into());
    }
    Ok(())
}

async fn found(cx: Cx<'_>, id: ConversationId) -> Result<Conversation, AppError> {
    hub_db::conversation::by_id(cx, id).await?.ok_or(AppError::NotFound(Missing::Conversation))
}
