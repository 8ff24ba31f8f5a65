//! The index as its callers use it.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod course;
mod durability;
mod filters;
mod order;
mod speed;
mod words;
