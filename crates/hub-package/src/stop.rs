//! Why a pass ends before the package does.

use crate::code::Code;
use crate::read::Unreadable;

/// Ends a pass at once.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The package is refused; nothing more of it is looked at.
    Refuse(Box<Refusal>),
    /// The reading failed.
    Unreadable(Unreadable),
}

/// The finding a pass ends with.
#[derive(Debug)]
pub(crate) struct Refusal {
    pub(crate) code: Code,
    pub(crate) place: Option<String>,
    pub(crate) evidence: String,
}

impl Stop {
    /// Refuses the package for `code`.
    pub(crate) fn refuse(code: Code, evidence: impl Into<String>) -> Self {
        Self::Refuse(Box::new(Refusal { code, place: None, evidence: evidence.into() }))
    }

    /// The same stop, with the member it happened in unless it names one already.
    pub(crate) fn at(mut self, place: &str) -> Self {
        if let Self::Refuse(refusal) = &mut self {
            refusal.place.get_or_insert_with(|| place.to_owned());
        }
        self
    }
}

impl From<Unreadable> for Stop {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error)
    }
}
