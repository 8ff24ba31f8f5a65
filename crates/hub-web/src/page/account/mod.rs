//! Pages of people with an account: signing in and out, and their own page.

pub mod code;
pub mod erase;
pub mod forgotten;
pub mod invitation;
pub mod mail;
pub mod me;
pub mod new_address;
pub mod passkeys;
pub mod provider;
pub mod security;
pub mod sign_in;
pub mod sign_up;
pub mod small_form;
