//! Moodle's REST form (section 4.8): named parameters as form fields, replies in JSON or XML.
//!
//! Core since 3.4 speaks it on the classic address; a request belongs here when it names `wsfunction`.
//! Everything is answered with HTTP status 200, errors too.

mod decode;
mod encode;
mod error;
mod write;

pub use decode::{RestCall, RestError, RestLimits, decode, parse};
pub use encode::encode;
pub use error::{error, exception_class};
pub use write::response;

/// The form of a reply, chosen by `moodlewsrestformat`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// What all known clients ask for.
    Json,
    /// What a client gets that asks for nothing.
    #[default]
    Xml,
}

impl Format {
    /// The content type to answer with.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Json => "application/json; charset=utf-8",
            Self::Xml => "application/xml; charset=utf-8",
        }
    }
}
