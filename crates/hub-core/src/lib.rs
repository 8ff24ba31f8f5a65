//! What a hub is: types, states, rules and permissions. No input or output, no async.
//!
//! A [`site`] registers with the hub and publishes [`course`]s. Every publication is a version with a
//! [`listing`] state; [`visibility`] holds the one function that says who may see it, [`policy`] what the
//! hub's settings open and close, [`rights`] what each caller may do. Text from outside becomes a type once
//! ([`address`], [`text`]); afterwards nobody checks again.

pub mod account;
pub mod act;
pub mod address;
pub mod course;
pub mod csv;
pub mod desk;
pub mod finding;
pub mod fold;
pub mod ids;
pub mod listing;
pub mod message;
pub mod moderation;
pub mod need;
pub mod notice;
pub mod page;
pub mod policy;
pub mod query;
pub mod quota;
pub mod rights;
pub mod scan;
pub mod script;
pub mod secret;
pub mod sign_in_provider;
pub mod site;
pub mod text;
pub mod visibility;
pub mod vocabulary;

pub use ids::{
    AbuseReportId, AccountId, AppealId, ConversationId, CourseId, DecisionId, InvitationId, JobId, LineId,
    MailId, PasskeyId, ProviderId, SessionId, SiteId, TermId, TextId, TokenId, VersionId,
};
