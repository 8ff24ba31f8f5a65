//! The pages of the hub's staff.

pub mod pages;
pub mod rights;
pub mod sites;
