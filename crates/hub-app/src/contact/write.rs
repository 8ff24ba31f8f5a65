//! Staff writes to a site: its contact answers by a link, and the answer is told to staff.

use hub_core::act::{Act, Thing};
use hub_core::message::{Category, Side, Subject};
use hub_core::rights::Actor;
use hub_core::text::EmailAddress;
use hub_core::{ConversationId, SiteId};
use hub_db::conversation as rows;

use super::{SEALED_FOR, STAFF, mails, said};
use crate::{App, AppError, FieldErrors, Missing};

/// Begins a conversation with a site's contact, also of a site that strangers may not write to.
///
/// # Errors
/// `NotFound` if there is no such site; `Invalid` for no text or too much; `Conflict` if its contact has no mail
/// address.
pub async fn write_to_site(
    app: &App,
    actor: Actor,
    id: SiteId,
    text: &str,
) -> Result<ConversationId, AppError> {
    let mut errors = FieldErrors::default();
    let text = said(&mut errors, text);
    errors.into_result()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let site = hub_db::site::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    let contact = EmailAddress::parse(&site.info.contact_email)
        .ok_or_else(|| AppError::Conflict("the contact of this site has no mail address".to_owned()))?;
    let hub = app.policy().name.clone();
    let sealed = app.key.seal(&app.rng, SEALED_FOR, contact.as_str());
    let row = rows::NewConversation {
        subject: Subject::Site(id),
        about: &site.info.name,
        category: Category::Question,
        sender_name: &hub,
        sender_sealed: "",
        sender: STAFF,
        sender_language: "",
        receiver_sealed: sealed.as_str(),
        receiver_language: &site.info.language,
    };
    let conversation = rows::insert(tx.cx(), row, now).await?;
    let message = rows::NewMessage { side: Side::Staff, body: &text, sender: STAFF, network: "" };
    rows::add(tx.cx(), conversation, message, now).await?;
    let act = Act::new("conversation.started", Thing::Conversation(conversation))
        .after(serde_json::json!({ "category": Category::Question.name(), "about": site.info.name }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    let begun = super::found(tx.cx(), conversation).await?;
    mails::started(app, &mut tx, &begun, &text, now).await?;
    tx.commit().await?;
    app.wake();
    Ok(conversation)
}
