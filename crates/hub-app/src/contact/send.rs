//! Somebody writes a first message.

use std::net::IpAddr;

use hub_core::act::{Act, Thing};
use hub_core::message::{Category, NAME_CHARS, Side, Subject};
use hub_core::rights::Actor;
use hub_core::text::{EmailAddress, cut_line};
use hub_core::visibility::Viewer;
use hub_core::{ConversationId, SiteId, VersionId};
use hub_db::conversation as rows;

use super::{ContactError, SEALED_FOR, check_limits, mails, network_hash, said, sender_hash};
use crate::course::show;
use crate::site::directory;
use crate::{App, AppError, FieldErrors, Missing};

/// Whom one can write to about something.
#[derive(Clone, Debug)]
pub struct Receivers {
    /// The thing itself: a course's id is that of its page.
    pub subject: Subject,
    /// Its title or name; empty: the hub.
    pub about: String,
    /// The publisher's or the site's mail address, if there is one; else only the hub's staff reads it.
    address: Option<EmailAddress>,
    /// The language of the site, if it is one's; else empty.
    language: String,
}

impl Receivers {
    /// Whether somebody besides the hub's staff can be written to.
    pub fn has_own(&self) -> bool {
        self.address.is_some()
    }
}

/// What a visitor writes.
#[derive(Clone, Copy, Debug)]
pub struct NewMessage<'a> {
    /// What it is.
    pub category: Option<Category>,
    /// Their name.
    pub name: &'a str,
    /// Where the answer goes.
    pub email: &'a str,
    /// What they say.
    pub text: &'a str,
    /// The language they read.
    pub language: &'a str,
    /// Whether it goes to the hub's staff instead of the publisher.
    pub to: To,
    /// Whether they want a copy.
    pub copy: Copy,
    /// Their network address; kept as a keyed hash.
    pub from: IpAddr,
}

/// To whom a message about a course goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum To {
    /// The publisher or the site, where there is one to write to.
    Own,
    /// The hub's staff.
    Hub,
}

/// Whether the sender gets what they wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// By mail.
    Wanted,
    /// Not.
    NotWanted,
}

/// Whom `viewer` can write to about something that they can see.
///
/// # Errors
/// As the page of the thing; `NotFound` for sites that do not want to be written to.
pub async fn whom(app: &App, viewer: Viewer, subject: Subject) -> Result<Receivers, AppError> {
    app.may_answer()?;
    match subject {
        Subject::Hub => {
            Ok(Receivers { subject, about: String::new(), address: None, language: String::new() })
        }
        Subject::Course(id) => course(app, viewer, VersionId(id.get())).await,
        Subject::Site(id) => site(app, viewer, id).await,
    }
}

async fn course(app: &App, viewer: Viewer, id: VersionId) -> Result<Receivers, AppError> {
    let shown = show::course(app, viewer, id).await?;
    let mut address = EmailAddress::parse(&shown.answer.text.publisher_email);
    let mut language = String::new();
    if let Some(site) = shown.answer.site_id {
        let site = hub_db::site::by_id(app.db.read().await?.cx(), site).await?;
        language = site.as_ref().map(|site| site.info.language.clone()).unwrap_or_default();
        // A site that does not want to be written to is not written to by way of its courses.
        let site = site.filter(|site| site.info.contactable);
        address = address.or_else(|| EmailAddress::parse(&site?.info.contact_email));
    }
    Ok(Receivers {
        subject: Subject::Course(shown.id),
        about: shown.answer.text.title.clone(),
        address,
        language,
    })
}

async fn site(app: &App, viewer: Viewer, id: SiteId) -> Result<Receivers, AppError> {
    let face = directory::show(app, viewer, id).await?;
    let site = hub_db::site::by_id(app.db.read().await?.cx(), id).await?;
    let site = site.filter(|site| site.info.contactable).ok_or(AppError::NotFound(Missing::Site))?;
    let address = EmailAddress::parse(&site.info.contact_email).ok_or(AppError::NotFound(Missing::Site))?;
    Ok(Receivers {
        subject: Subject::Site(id),
        about: face.name,
        address: Some(address),
        language: site.info.language,
    })
}

/// Takes a message and mails its receiver a link.
///
/// # Errors
/// `Refused` for too many in a day, and senders that staff blocked; `Invalid` names the fields.
pub async fn send(
    app: &App,
    actor: Actor,
    to: &Receivers,
    new: &NewMessage<'_>,
) -> Result<ConversationId, ContactError> {
    app.may_answer()?;
    let mut errors = FieldErrors::default();
    let text = said(&mut errors, new.text);
    let name = cut_line(new.name, NAME_CHARS + 1);
    if name.is_empty() {
        errors.add("name", "say who you are");
    } else if name.chars().count() > NAME_CHARS {
        errors.add("name", format!("a name has {NAME_CHARS} characters at most"));
    }
    let email = EmailAddress::parse(new.email.trim());
    if email.is_none() {
        errors.add("email", "this is no mail address; the answer is sent there");
    }
    if new.category.is_none() {
        errors.add("category", "choose what your message is");
    }
    errors.into_result()?;
    let (Some(email), Some(category)) = (email, new.category) else {
        return Err(AppError::internal("a checked message lacks a field").into());
    };
    let now = app.clock.now();
    let (sender, network) = (sender_hash(app, email.as_str()), network_hash(app, new.from));
    let seal = |address: &str| app.key.seal(&app.rng, SEALED_FOR, address).as_str().to_owned();
    let own = to.address.as_ref().filter(|_| new.to == To::Own);
    let (sender_sealed, receiver_sealed) =
        (seal(email.as_str()), own.map(|own| seal(own.as_str())).unwrap_or_default());
    let mut tx = app.db.begin().await?;
    check_limits(app, tx.cx(), &sender, &network, now).await?;
    let row = rows::NewConversation {
        subject: to.subject,
        about: &to.about,
        category,
        sender_name: &name,
        sender_sealed: &sender_sealed,
        sender: &sender,
        sender_language: new.language,
        receiver_sealed: &receiver_sealed,
        receiver_language: &to.language,
    };
    let id = rows::insert(tx.cx(), row, now).await?;
    let message = rows::NewMessage { side: Side::Sender, body: &text, sender: &sender, network: &network };
    rows::add(tx.cx(), id, message, now).await?;
    let act = Act::new("conversation.started", Thing::Conversation(id))
        .after(serde_json::json!({ "category": category.name(), "about": to.about }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    let conversation = super::found(tx.cx(), id).await?;
    mails::started(app, &mut tx, &conversation, &text, now).await?;
    if new.copy == Copy::Wanted {
        mails::copied(app, &mut tx, &conversation, &text, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(id)
}
