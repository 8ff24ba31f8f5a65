//! Pages of people with an account: signing in and out, and their own page.

pub mod me;
pub mod sign_in;
