//! Pages that say where a registration stands and what happens next.

use std::borrow::Cow;

use askama::Template;

use crate::view::ui::Ui;

/// Where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// The site's identifier is blocked; it must take a new one.
    Blocked,
    /// Staff decides.
    WaitsForApproval,
    /// A mail went to the contact the address is registered with.
    MailSent {
        /// The contact's address with most of it hidden: `a…@school.example`.
        to: String,
    },
    /// A mail went out less than a day ago; none was sent now.
    MailSentBefore {
        /// As above.
        to: String,
    },
    /// The registration has ended: the site left, was deleted or is suspended.
    Ended,
    /// There is no mail address to ask; only the hub's staff can help.
    NoContact,
}

/// The page of a message.
#[derive(Template)]
#[template(path = "page/registration/message.html")]
pub struct MessagePage {
    /// What every page has.
    pub ui: Ui,
    /// Where it stands.
    pub message: Message,
    /// Whether the hub has no mail set up, so that the mail waits there.
    pub mail_waits: bool,
    /// Where the one button leads: the renewal page of the site if its identifier is blocked, else back to it.
    pub button: Option<String>,
    /// Whom to ask at the hub.
    pub contact: String,
}

impl MessagePage {
    fn title_key(&self) -> &'static str {
        match self.message {
            Message::Blocked => "blocked-title",
            Message::WaitsForApproval => "waits-title",
            Message::MailSent { .. } => "sent-title",
            Message::MailSentBefore { .. } => "before-title",
            Message::Ended => "ended-title",
            Message::NoContact => "nobody-title",
        }
    }

    fn lead(&self) -> Cow<'static, str> {
        match &self.message {
            Message::Blocked => self.ui.t("blocked-lead"),
            Message::WaitsForApproval => self.ui.t("waits-lead"),
            Message::MailSent { to } => self.ui.with("sent-lead", "to", to),
            Message::MailSentBefore { to } => self.ui.with("before-lead", "to", to),
            Message::Ended => self.ui.t("ended-lead"),
            Message::NoContact => self.ui.t("nobody-lead"),
        }
    }

    fn steps(&self) -> Vec<Cow<'static, str>> {
        let keys: &[&str] = match self.message {
            Message::Blocked => &["blocked-step-renew", "blocked-step-again"],
            Message::WaitsForApproval => &["waits-step-decide", "waits-step-mail", "waits-step-open"],
            Message::MailSent { .. } | Message::MailSentBefore { .. } => {
                &["sent-step-open", "sent-step-confirm", "sent-step-lost"]
            }
            Message::Ended => &["ended-step-again"],
            Message::NoContact => &["nobody-step-ask"],
        };
        keys.iter().map(|key| self.ui.t(key)).collect()
    }

    fn button_key(&self) -> &'static str {
        if self.message == Message::Blocked { "blocked-do" } else { "back-to-site" }
    }

    fn icon(&self) -> &'static str {
        match self.message {
            Message::Blocked => "lock",
            Message::WaitsForApproval => "time",
            Message::MailSent { .. } | Message::MailSentBefore { .. } => "mail",
            Message::NoContact | Message::Ended => "warning",
        }
    }

    fn tone(&self) -> &'static str {
        match self.message {
            Message::Blocked => "danger",
            Message::NoContact | Message::Ended => "warning",
            _ => "information",
        }
    }
}
