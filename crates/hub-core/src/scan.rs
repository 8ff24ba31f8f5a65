//! What a malware scanner says of a package.

use jiff::Timestamp;

use crate::moderation::words;

/// What the scanner said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It knows nothing bad in it.
    Clean,
    /// It knows something bad in it.
    Found,
    /// The package is larger than the scanner takes.
    TooLarge,
}
words!(Outcome { Clean = "clean", Found = "found", TooLarge = "too_large" });

/// An answer of the scanner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// What it said.
    pub outcome: Outcome,
    /// Name of the signature that was found; empty otherwise.
    pub name: String,
    /// What the scanner calls itself and its signatures.
    pub signatures: String,
    /// When it was asked.
    pub scanned_at: Timestamp,
}

/// Something that the scanner holds a package for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Concern<'a> {
    /// Its code, beside those of the reader's findings.
    pub code: &'static str,
    /// What is wrong, in English.
    pub sentence: &'static str,
    /// What the publisher can do, in English.
    pub advice: &'static str,
    /// The scanner's own word for it; may be empty.
    pub seen: &'a str,
}

impl Scan {
    /// What speaks against the package, if anything does.
    pub fn concern(&self) -> Option<Concern<'_>> {
        match self.outcome {
            Outcome::Clean => None,
            Outcome::Found => Some(Concern {
                code: "malware",
                sentence: "The malware scanner knows something in this package.",
                advice: "Look for the file on the site it comes from, take it out of the course, and back up again.",
                seen: &self.name,
            }),
            Outcome::TooLarge => Some(Concern {
                code: "not_scanned",
                sentence: "The package is larger than the malware scanner takes.",
                advice: "The hub's staff looks at it; a smaller package would be scanned.",
                seen: "",
            }),
        }
    }
}
