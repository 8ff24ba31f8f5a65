//! `coursehub course`.

use std::path::PathBuf;

use clap::{Subcommand, ValueEnum};
use hub_app::course::look;

use super::Form;

#[derive(Debug, Subcommand)]
pub enum CourseCommand {
    /// Published courses, newest first
    List {
        /// Only those in this state; "waiting" also has changes that wait, "no-file" is a draft whose file has not
        /// come within 24 hours
        #[arg(long, value_enum)]
        state: Option<State>,
        #[command(flatten)]
        form: Form,
    },
    /// One version: where it stands and why, what it says, what waits, what happened
    Show {
        /// The version's number
        id: i64,
        #[command(flatten)]
        form: Form,
    },
    /// Correct what a version says; "featured" takes the reason
    Set {
        /// The version's number
        id: i64,
        /// What to change, such as title, description, tags, featured, or facet.KEY of an own facet
        key: String,
        /// The new value; "" empties
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// List a version, or take its change that waits
    Accept {
        /// The version's number
        id: i64,
        /// Take a package that is held, such as one with user accounts; look at it first
        #[arg(long)]
        despite_findings: bool,
    },
    /// Refuse a version that waits, or drop its change
    Refuse {
        /// The version's number
        id: i64,
        /// Why; its publisher reads it
        #[arg(long)]
        reason: String,
    },
    /// Take a version out of sight
    Hide {
        /// The version's number
        id: i64,
        /// Why; its publisher reads it
        #[arg(long)]
        reason: String,
    },
    /// Show a hidden version again
    Unhide {
        /// The version's number
        id: i64,
    },
    /// Delete a version for good
    Delete {
        /// The version's number
        id: i64,
    },
    /// Publish packages from disk; those added before are passed over, so it can be repeated after a stop
    Add {
        /// Packages: .mbz
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// TOML with what the courses say: keys for all, and tables [files."name.mbz"] for one
        #[arg(long, value_name = "FILE")]
        meta: Option<PathBuf>,
    },
}

/// The listing states, as typed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum State {
    Draft,
    NoFile,
    Waiting,
    Listed,
    Refused,
    Hidden,
    Withdrawn,
    Removed,
}

impl State {
    /// The word in the database, or of the use case that lists.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::NoFile => look::NO_FILE,
            Self::Waiting => "waiting",
            Self::Listed => "listed",
            Self::Refused => "refused",
            Self::Hidden => "hidden",
            Self::Withdrawn => "withdrawn",
            Self::Removed => "removed",
        }
    }
}
