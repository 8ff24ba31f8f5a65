//! Wire formats: bytes to typed requests and back. Knows no rule of the hub.
//!
//! The classic hub speaks two dialects of one web service: XML-RPC with positional parameters (every
//! Moodle up to 3.3 and the plug-ins after it) and Moodle's REST form with named ones (core since 3.4).
//! Both become the same [`Value`]; [`moodle::Request`] is what a client asked for, [`moodle::Reply`] what
//! it is told. Around them: the registration address ([`registration`]), the fields of the file scripts
//! ([`upload`]), and feeds ([`feed`]).
//!
//! ```
//! use hub_wire::{moodle, xmlrpc};
//!
//! let body = b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<methodCall><methodName>hub_get_info</methodName></methodCall>";
//! let family = xmlrpc::Family::detect(Some("Zend_XmlRpc_Client"), body);
//! let call = xmlrpc::parse_call(body, family, &xmlrpc::Limits::default()).unwrap();
//! let function = moodle::Function::from_name(&call.method).unwrap();
//! let request = moodle::Request::from_positional(function, call.params).unwrap();
//! assert_eq!(request, moodle::Request::GetInfo);
//! ```
//!
//! Everything here is pure and synchronous, and every parser has limits. Section numbers in the
//! documentation are those of the classic protocol notes; what these are says `docs/SOURCES.md`.

pub mod feed;
pub mod form;
pub mod moodle;
pub mod moodle_rest;
pub mod param;
pub mod registration;
pub mod upload;
mod value;
pub mod xmlrpc;

pub use value::{Members, Value};
