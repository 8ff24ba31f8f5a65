//! Everything that leaves the process or comes from beyond it: stored bytes, outgoing requests, mail, pictures and
//! HTML from strangers, time, randomness, keys.
//!
//! The only room that names `clamav_client`, `object_store`, `lettre`, `reqwest` and `openidconnect`. Nothing here knows a site or a course.

pub mod blobs;
pub mod clamd;
pub mod clock;
pub mod crypto;
pub mod fault;
pub mod fetch;
pub mod html;
pub mod images;
pub mod mail;
pub mod markdown;
pub mod oidc;
pub mod password;
pub mod random;
