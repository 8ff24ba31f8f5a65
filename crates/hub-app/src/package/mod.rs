//! Packages: what their reports mean on this hub, and how they are shown.

pub mod evidence;
pub mod look;
pub mod ruling;
pub(crate) mod scan;
