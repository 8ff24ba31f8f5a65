//! The settings of the hub, in groups; what they open right now; invitations; the mail server.

pub mod access;
pub mod fields;
pub mod group;
pub mod invitations;
pub mod mail;
pub mod overview;
