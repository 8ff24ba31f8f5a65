//! The pages people see. One file a page: its template struct, its samples, its handler.

pub mod about;
pub mod answer;
pub mod asset;
pub mod course;
pub mod error;
pub mod front;
pub mod registration;
pub mod results;
pub mod site;
pub mod sites;

#[cfg(any(test, debug_assertions))]
pub mod components;

#[cfg(any(test, debug_assertions))]
pub mod samples;

#[cfg(test)]
pub(crate) mod tests;
