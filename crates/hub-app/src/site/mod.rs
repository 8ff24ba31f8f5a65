//! Use cases of sites: registration, updates, leaving, decisions of staff, what is shown.

pub mod apply;
pub mod directory;
mod kept;
pub mod leave;
pub mod locks;
pub(crate) mod mails;
pub mod register;
pub mod replace;
pub(crate) mod sighting;
pub mod staff;
pub mod update;
pub mod way_back;

pub use apply::Said;
