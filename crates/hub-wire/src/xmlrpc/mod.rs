//! XML-RPC as Moodle's three generations of clients speak it (section 4).
//!
//! Reading: [`Family::detect`], then [`parse_call`]. Writing: [`response`] or [`fault`], in the
//! [`ReplyForm`] the client's user agent calls for. Answer every call with HTTP status 200 and a right
//! `Content-Length`; never redirect one (section 4.1).

mod encoding;
mod family;
mod fault;
mod limits;
mod method_signature;
mod parse;
mod repair;
mod write;

pub use family::{Family, ReplyForm};
pub use fault::{fault_code, fault_text};
pub use limits::Limits;
pub use method_signature::{METHOD_SIGNATURE, signature};
pub use parse::{Call, ParseError, Response, parse_call, parse_response};
pub(crate) use parse::{is_legal_character, parse_double};
pub use repair::repair_byte_references;
pub use write::{fault, response, write_value};

pub use crate::Value;
