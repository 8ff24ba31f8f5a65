//! The pages of the hub's staff.

pub mod rights;
