//! Reports of abuse: visitors say what is wrong with a course or site, a person looks, they are told what came of it.

mod close;
mod list;
mod report;

pub use close::{Ending, Which, close};
pub use list::{AbuseCursor, about, list, name, show};
pub use report::{NewReport, report};

pub(crate) use super::mails::reporter;
