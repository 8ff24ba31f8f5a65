//! The pass over one package.

use std::io::{self, Read, Seek};

use crate::cancel::Cancel;
use crate::limits::Limits;
use crate::report::Report;

/// Version of the reader: raised whenever the same bytes may give another report.
pub const READER_VERSION: u32 = 4;

/// Why there is no report. What is wrong with a package itself is a finding, never this.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The source could not be read; trying again may help.
    #[error("the package could not be read")]
    Io(#[source] io::Error),
    /// [`Cancel::cancel`] was called.
    #[error("the reading was cancelled")]
    Cancelled,
    /// The pass took longer than [`Limits::wall_time`].
    #[error("the reading took too long")]
    OutOfTime,
}

/// Reads one package from start to end and reports on it.
///
/// Nothing is written anywhere; memory does not grow with the package. The source is read once from front to
/// end (a zip's directory, at its end, before that) and hashed on the way.
///
/// # Errors
/// Only when reading itself fails: see [`Unreadable`].
pub fn read<S: Read + Seek>(source: S, limits: &Limits, cancel: &Cancel) -> Result<Report, Unreadable> {
    crate::pass::run(source, limits, cancel)
}
