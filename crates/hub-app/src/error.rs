//! What can go wrong in a use case. Each door turns this into its own answer exactly once.

use std::fmt;

use hub_core::listing::WrongState;
use hub_core::policy::SettingError;
use hub_core::quota::QuotaError;
use hub_core::visibility::Sight;
use hub_db::DbError;

use crate::outside::blobs::BlobError;

/// What was asked for and is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A site.
    Site,
    /// A course or version.
    Course,
    /// An account.
    Account,
    /// A mail.
    Mail,
    /// A file: a package, a screenshot, the logo.
    File,
    /// A vocabulary: an own facet the hub does not have.
    Vocabulary,
    /// An invitation.
    Invitation,
    /// A provider that people sign in through.
    Provider,
    /// A page that staff writes, or an edition of it.
    Page,
    /// A link that was used, has expired or never was.
    Link,
    /// A publisher's appeal.
    Appeal,
    /// What a visitor reported.
    AbuseReport,
    /// A canned reason or point of the checklist.
    Line,
    /// Messages between a visitor and whom they wrote to.
    Conversation,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Site => "site",
            Self::Course => "course",
            Self::Account => "account",
            Self::Mail => "mail",
            Self::File => "file",
            Self::Vocabulary => "vocabulary; `coursehub vocabulary list` shows all",
            Self::Appeal => "appeal",
            Self::AbuseReport => "report of abuse",
            Self::Line => "canned reason or point of the checklist",
            Self::Invitation => "invitation",
            Self::Provider => "sign-in provider",
            Self::Page => "page",
            Self::Conversation => "messages",
            Self::Link => "link; it was used, has expired or never was",
        })
    }
}

/// One field that was refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name on the wire or in the form.
    pub field: &'static str,
    /// What is wrong and what to do, a sentence.
    pub why: String,
}

/// All fields that were refused: one page shows every problem at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(pub Vec<FieldError>);

impl FieldErrors {
    /// Adds one.
    pub fn add(&mut self, field: &'static str, why: impl Into<String>) {
        self.0.push(FieldError { field, why: why.into() });
    }

    /// `Ok` if there are none.
    pub fn into_result(self) -> Result<(), AppError> {
        if self.0.is_empty() { Ok(()) } else { Err(AppError::Invalid(self)) }
    }
}

impl fmt::Display for FieldErrors {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, error) in self.0.iter().enumerate() {
            let separator = if n == 0 { "" } else { "; " };
            write!(f, "{separator}{}: {}", error.field, error.why)?;
        }
        Ok(())
    }
}

/// What can go wrong in a use case. Variants say what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Not there, or not for this caller's eyes.
    #[error("no such {0}")]
    NotFound(Missing),
    /// It was here and is no more.
    #[error("it was withdrawn")]
    Gone,
    /// The caller may not do this; the sentence says why and what to do.
    #[error("{0}")]
    Forbidden(String),
    /// The hub is switched off.
    #[error("this hub is switched off at the moment")]
    HubOff,
    /// Nothing is registered or published at the moment.
    #[error("this hub is read-only at the moment: nothing can be registered or published; try again later")]
    ReadOnly,
    /// Strangers may not read this hub.
    #[error("this hub is open to registered sites and people with an account only")]
    MembersOnly,
    /// Fields were refused.
    #[error("{0}")]
    Invalid(FieldErrors),
    /// Something else has that name, address or state; the sentence says what.
    #[error("{0}")]
    Conflict(String),
    /// The quota of publications is used up.
    #[error("{0}")]
    Quota(#[from] QuotaError),
    /// The decision does not fit the state.
    #[error("{0}")]
    WrongState(#[from] WrongState),
    /// A setting was not taken.
    #[error("{0}")]
    Setting(#[from] SettingError),
    /// Larger than a limit.
    #[error("it has more than {limit_bytes} bytes, the most this hub takes")]
    TooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// Our fault; the text stays inside.
    #[error("something went wrong inside the hub")]
    Internal(#[source] Box<dyn std::error::Error + Send + Sync>),
}

impl AppError {
    /// Wraps an error of a part of ours that callers can do nothing about.
    pub fn internal(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self::Internal(error.into())
    }

    /// The error of a version that may not be seen; `None` if it may.
    pub fn from_sight(sight: Sight) -> Option<Self> {
        match sight {
            Sight::Visible => None,
            Sight::MembersOnly => Some(Self::MembersOnly),
            Sight::Gone => Some(Self::Gone),
            Sight::Unknown => Some(Self::NotFound(Missing::Course)),
            Sight::HubOff => Some(Self::HubOff),
        }
    }
}

impl From<DbError> for AppError {
    fn from(error: DbError) -> Self {
        Self::internal(error)
    }
}

impl From<BlobError> for AppError {
    fn from(error: BlobError) -> Self {
        match error {
            BlobError::TooLarge { max_bytes } => Self::TooLarge { limit_bytes: max_bytes },
            BlobError::NotFound(_) => Self::NotFound(Missing::File),
            other => Self::internal(other),
        }
    }
}

/// An error with everything behind it, for logs and the job table.
pub fn error_chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        source = inner.source();
    }
    text
}
