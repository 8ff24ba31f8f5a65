//! Notices: mails of a kind to receivers who each chose when they want it.
//!
//! ```ignore
//! mail::notify(app, &mut tx, &Notice {
//!     kind: Kind::CourseRefused,
//!     receivers: &[Receiver::Address { address: publisher_email, language: &site.info.language }],
//!     values: &[("title", &title), ("reason", &reason)],
//! }, now).await?;
//! ```
//!
//! The rows and their jobs are written in the act's own transaction; call [`App::wake`](crate::App::wake) after
//! the commit. Text and subject are `mail-KIND` in `locales/*/mails.ftl` of each language; the variants of [`Kind`]
//! name the values each takes, `hub` is filled in here. What a receiver switched off is not written at all; what
//! they want gathered waits for the digest. A new kind is a row in `hub_core::notice` and its text in five files.

use hub_core::account::AccountState;
use hub_core::notice::{Delivery, Kind};
use hub_core::rights::Right;
use hub_core::text::EmailAddress;
use hub_db::Tx;
use jiff::Timestamp;

use super::{Draft, preferences, texts};
use crate::{App, AppError};

/// Who is written to.
#[derive(Clone, Copy, Debug)]
pub enum Receiver<'a> {
    /// An address, and the language its owner reads if that is known (else empty: the hub's). Something that is no
    /// address is passed over.
    Address {
        /// The address as it was given to us.
        address: &'a str,
        /// A code such as `de`; may be empty.
        language: &'a str,
    },
    /// Everybody who manages sites: owners and admins; while there is none, the hub's contact.
    Administrators,
    /// Everybody who moderates: owners, admins and moderators; while there is none, the hub's contact.
    Moderators,
}

/// A mail to be written to some receivers.
#[derive(Clone, Copy, Debug)]
pub struct Notice<'a> {
    /// Which mail.
    pub kind: Kind,
    /// To whom.
    pub receivers: &'a [Receiver<'a>],
    /// What is filled into its text.
    pub values: &'a [(&'a str, &'a str)],
}

/// Writes a notice to each receiver, as each wants it.
///
/// # Errors
/// Only ours.
pub async fn notify(app: &App, tx: &mut Tx, notice: &Notice<'_>, now: Timestamp) -> Result<(), AppError> {
    let policy = app.policy();
    let reason = notice.values.iter().find(|(name, _)| *name == "reason").map_or("", |(_, why)| why);
    for (to, language) in addresses(app, tx, notice.receivers).await? {
        let language = texts::choose([language.as_str(), policy.language.as_str()]);
        // What the hub itself says is said in the receiver's language; words of people stay as they are.
        let reason = texts::said(language, reason);
        let mut values = vec![("hub", policy.name.as_str())];
        values.extend(notice.values.iter().map(|(name, value)| match *name {
            "reason" => ("reason", reason.as_str()),
            name => (name, *value),
        }));
        let (subject, body) = texts::write(language, notice.kind, &values);
        let draft = Draft { kind: notice.kind.name(), to, subject, body };
        super::queue_in(app, tx.cx(), &draft, language, now).await?;
    }
    Ok(())
}

async fn addresses(
    app: &App,
    tx: &mut Tx,
    receivers: &[Receiver<'_>],
) -> Result<Vec<(EmailAddress, String)>, AppError> {
    let mut found: Vec<(EmailAddress, String)> = Vec::new();
    let mut add = |address: &str, language: &str| {
        if let Some(to) = EmailAddress::parse(address)
            && !found.iter().any(|(known, _)| known.as_str().eq_ignore_ascii_case(to.as_str()))
        {
            found.push((to, language.to_owned()));
        }
    };
    for receiver in receivers {
        match receiver {
            Receiver::Address { address, language } => add(address, language),
            Receiver::Moderators | Receiver::Administrators => {
                let right =
                    if matches!(receiver, Receiver::Moderators) { Right::Decisions } else { Right::Sites };
                let mut staff = hub_db::account::staff(tx.cx()).await?;
                staff.retain(|person| person.state == AccountState::Active && person.role.may(right));
                if staff.is_empty() {
                    add(&app.policy().contact_email, "");
                }
                for person in &staff {
                    add(&person.email, &person.language);
                }
            }
        }
    }
    Ok(found)
}

/// When a mail of this kind to this address goes out.
pub(super) async fn delivery(
    cx: hub_db::Cx<'_>,
    kind: &str,
    to: &EmailAddress,
) -> Result<Delivery, AppError> {
    match Kind::from_name(kind) {
        Some(kind) if kind.may_be_switched_off() && kind != Kind::Digest => {
            let rows = hub_db::mail::preferences(cx, &preferences::receiver(to)).await?;
            Ok(preferences::choice(&rows, kind))
        }
        _ => Ok(Delivery::Now),
    }
}
