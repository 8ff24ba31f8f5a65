//! Everything that is wrong with a registration on one page, by field.

use askama::Template;
use fluent_bundle::FluentValue;

use crate::view::ui::Ui;

/// What is wrong with one field, or with the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A required field is there and empty.
    Missing,
    /// The site's address is no web address.
    NotAnAddress,
    /// The address has another scheme than http or https.
    Scheme,
    /// The address has a user name or password.
    Credentials,
    /// Longer than so many characters.
    TooLong(usize),
    /// The hub's password was wrong or missing.
    Password,
    /// The invitation was missing, unknown or is not open any more.
    Invitation,
    /// Too many wrong passwords came from this address; so many minutes to wait.
    TooManyGuesses(i64),
    /// The hub takes no new sites.
    Closed,
    /// Nothing is registered at the moment.
    ReadOnly,
    /// The site did not answer: the word says what happened.
    Unreachable(Unreachable),
    /// The one-time link is unknown, used or too old.
    Link,
    /// The contact's mail address is none.
    NotAMailAddress,
    /// Another live site has the address.
    AddressTaken,
}

/// Why the hub could not see a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// Its name has no address.
    NoSuchHost,
    /// It lies in a private network.
    PrivateNetwork,
    /// The port is not one the hub asks.
    Port,
    /// Nobody listens, or the connection broke.
    Refused,
    /// No answer in time.
    Timeout,
    /// The certificate is not good.
    Certificate,
    /// It answered with an error of its own.
    Status,
    /// Too many redirects, or to somewhere the hub does not go.
    Redirect,
}

/// One problem.
#[derive(Clone, Debug)]
pub struct Problem {
    field: &'static str,
    wrong: Wrong,
    message_key: &'static str,
    advice_key: Option<&'static str>,
    /// What was given, if showing it helps; never a password or identifier.
    given: String,
}

impl Problem {
    /// `field` by its classic name: `url`, `contactemail`; `hub` if no field is at fault.
    pub fn new(field: &'static str, wrong: Wrong, given: &str) -> Self {
        let (message_key, advice_key) = keys(&wrong);
        let secret = matches!(field, "token" | "password");
        let given = if secret { String::new() } else { given.to_owned() };
        Self { field, wrong, message_key, advice_key, given }
    }

    fn label_key(&self) -> &'static str {
        match self.field {
            "url" => "field-url",
            "name" => "field-name",
            "contactname" => "field-contactname",
            "contactemail" => "field-contactemail",
            "description" => "field-description",
            "language" => "field-language",
            "token" => "field-token",
            "password" => "field-password",
            _ => "field-hub",
        }
    }

    /// What is filled into the message.
    fn fills(&self) -> Vec<(&'static str, FluentValue<'static>)> {
        match self.wrong {
            Wrong::TooLong(max) => vec![("max", FluentValue::from(max))],
            Wrong::TooManyGuesses(minutes) => vec![("minutes", FluentValue::from(minutes))],
            _ => Vec::new(),
        }
    }
}

fn keys(wrong: &Wrong) -> (&'static str, Option<&'static str>) {
    match wrong {
        Wrong::Missing => ("problem-missing", None),
        Wrong::NotAnAddress => ("problem-address", None),
        Wrong::Scheme => ("problem-scheme", None),
        Wrong::Credentials => ("problem-credentials", None),
        Wrong::TooLong(_) => ("problem-long", None),
        Wrong::Password => ("problem-password", Some("problem-password-advice")),
        Wrong::Invitation => ("problem-invitation", Some("problem-invitation-advice")),
        Wrong::TooManyGuesses(_) => ("problem-guesses", Some("problem-guesses-advice")),
        Wrong::Closed => ("problem-closed", Some("problem-closed-advice")),
        Wrong::ReadOnly => ("problem-readonly", Some("problem-readonly-advice")),
        Wrong::Link => ("problem-link", Some("problem-link-advice")),
        Wrong::NotAMailAddress => ("problem-mail", None),
        Wrong::AddressTaken => ("problem-taken", Some("problem-taken-advice")),
        Wrong::Unreachable(why) => match why {
            Unreachable::NoSuchHost => ("problem-host", Some("problem-host-advice")),
            Unreachable::PrivateNetwork => ("problem-private", Some("problem-private-advice")),
            Unreachable::Port => ("problem-port", Some("problem-port-advice")),
            Unreachable::Refused => ("problem-connection", Some("problem-connection-advice")),
            Unreachable::Timeout => ("problem-timeout", Some("problem-connection-advice")),
            Unreachable::Certificate => ("problem-certificate", Some("problem-certificate-advice")),
            Unreachable::Status => ("problem-status", Some("problem-connection-advice")),
            Unreachable::Redirect => ("problem-redirect", Some("problem-redirect-advice")),
        },
    }
}

/// The page of all problems.
#[derive(Template)]
#[template(path = "page/registration/problems.html")]
pub struct ProblemsPage {
    /// What every page has.
    pub ui: Ui,
    /// All of them.
    pub problems: Vec<Problem>,
    /// The page of the site where registration is tried again, if its address could be read.
    pub back: Option<String>,
}
