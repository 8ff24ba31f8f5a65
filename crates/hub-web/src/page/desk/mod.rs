//! The pages of the hub's staff.

pub mod account;
pub mod accounts;
pub mod audit;
pub mod courses;
pub mod mail;
pub mod messages;
pub mod pages;
pub mod providers;
pub mod rights;
pub mod sites;
pub mod vocabularies;
