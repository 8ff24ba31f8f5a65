//! The first steps of a new hub.

pub mod owner;
pub mod steps;
