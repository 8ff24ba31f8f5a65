//! What keeps programs out of the forms of strangers: a proof of work of our own, or somebody's service. A door shows
//! what [`puzzle`] gives and asks [`check`] before the form's use case. People who are signed in are never asked.

mod service;
mod work;

use std::net::IpAddr;

use hub_core::policy::{Captcha, CaptchaService};

use crate::{App, AppError};

pub use work::{BITS, LIFE, PATIENCE, PATIENT_PER_HOUR, is_solved};

/// Which form it is; an answer for one is good for no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The classic registration of a site.
    Registration,
    /// An account of one's own.
    SignUp,
    /// A link for a forgotten password.
    Forgotten,
    /// A report of abuse.
    Report,
    /// A message.
    Contact,
}

impl Purpose {
    /// One letter in a challenge.
    fn letter(self) -> char {
        match self {
            Self::Registration => 'r',
            Self::SignUp => 's',
            Self::Forgotten => 'f',
            Self::Report => 'a',
            Self::Contact => 'c',
        }
    }
}

/// What a form shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Puzzle {
    /// A nonce is looked for so that SHA-256 of `challenge:nonce` begins with so many bits of zero.
    Work {
        /// The challenge.
        challenge: String,
        /// The bits.
        bits: u32,
    },
    /// The box of a service.
    Service(Widget),
}

/// The box of a service on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Widget {
    /// Address of its script.
    pub script: String,
    /// Class of the element it fills.
    pub class: &'static str,
    /// The hub's key for pages.
    pub site_key: String,
    /// What the page must let in: sources for a Content-Security-Policy, separated by spaces.
    pub sources: String,
}

/// What a form sent.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The challenge; empty if none was shown.
    pub challenge: String,
    /// What was found; empty if the browser runs no scripts.
    pub nonce: String,
    /// What the service's box put into the form; may be empty.
    pub response: String,
    /// Where it comes from.
    pub from: IpAddr,
}

/// Why an answer is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// There is none.
    #[error("there is no answer")]
    Missing,
    /// It does not solve this form's challenge.
    #[error("the answer is wrong")]
    Wrong,
    /// The page was open too long.
    #[error("the challenge has expired")]
    Expired,
    /// It was used before.
    #[error("the challenge was used before")]
    Spent,
    /// Without an answer, and sent before the time of waiting was over.
    #[error("wait {seconds} seconds more")]
    TooEarly {
        /// How long to wait still.
        seconds: i64,
    },
    /// Too many without an answer came from this network.
    #[error("too many were let in by waiting from this network")]
    TooMany,
    /// The service could not be asked.
    #[error("the service could not be asked")]
    Silent,
}

/// Why [`check`] says no.
#[derive(Debug, thiserror::Error)]
pub enum CaptchaError {
    /// The answer is not taken; the form is shown again with another challenge.
    #[error("{0}")]
    Refused(Refused),
    /// Ours.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for CaptchaError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

impl From<Refused> for CaptchaError {
    fn from(refused: Refused) -> Self {
        Self::Refused(refused)
    }
}

/// What a form for this purpose shows; `None` if nothing is asked.
pub fn puzzle(app: &App, purpose: Purpose) -> Option<Puzzle> {
    match app.policy().captcha() {
        Captcha::Off => None,
        Captcha::ProofOfWork => Some(Puzzle::Work { challenge: work::issue(app, purpose), bits: BITS }),
        Captcha::Service => Some(Puzzle::Service(service::widget(&app.policy()))),
    }
}

/// The field of a form in which a service's box puts its answer.
pub fn response_field(service: CaptchaService) -> &'static str {
    service::parts(service).field
}

/// Takes an answer; each is good once.
///
/// # Errors
/// `Refused` says why not.
pub async fn check(app: &App, purpose: Purpose, answer: &Answer) -> Result<(), CaptchaError> {
    match app.policy().captcha() {
        Captcha::Off => Ok(()),
        Captcha::ProofOfWork => work::check(app, purpose, answer).await,
        Captcha::Service => service::check(app, answer).await,
    }
}

/// The setting's value for a service's secret key.
pub(crate) fn seal(app: &App, secret: &str) -> String {
    app.key.seal(&app.rng, service::SEALED_FOR, secret).as_str().to_owned()
}
