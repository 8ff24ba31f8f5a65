//! `coursehub site`.

use clap::Subcommand;
use hub_core::SiteId;

use super::Form;

#[derive(Debug, Subcommand)]
pub enum SiteCommand {
    /// All sites
    List(Form),
    /// One site: what it says of itself, where it stands, what happened
    Show {
        /// The site's number
        id: i64,
        #[command(flatten)]
        form: Form,
    },
    /// List its publications at once from now on
    Trust {
        /// The site's number
        id: i64,
        /// Accept what waits, too
        #[arg(long)]
        accept_waiting: bool,
    },
    #[command(flatten)]
    Decision(SiteDecision),
    /// Say that a site which came back with another secret is the same: it may change its former courses again
    Confirm {
        /// The site's number
        id: i64,
    },
    /// Block its secret: it cannot register with it again
    Block {
        /// The site's number
        id: i64,
    },
    /// Lift the block of its secret
    Unblock {
        /// The site's number
        id: i64,
    },
    /// Delete it; its contact is told by mail
    Delete {
        /// The site's number
        id: i64,
        /// Delete its courses, too
        #[arg(long)]
        with_courses: bool,
    },
    /// Split two copies that share one registration: both register again, the first one keeps the courses
    Split {
        /// The site's number
        id: i64,
    },
}

/// What changes one site and nothing else.
#[derive(Debug, Subcommand)]
pub enum SiteDecision {
    /// Correct what a site says of itself, or set its own limit
    Set {
        /// The site's number
        id: i64,
        /// What to change, such as name or courses_per_day
        key: String,
        /// The new value; "" empties
        #[arg(allow_hyphen_values = true)]
        value: String,
    },
    /// Look at its publications first again
    Untrust {
        /// The site's number
        id: i64,
    },
    /// Show it first in the list of sites; it is trusted by that
    Prioritise {
        /// The site's number
        id: i64,
    },
    /// Show it in its usual place; it stays trusted
    Unprioritise {
        /// The site's number
        id: i64,
    },
    /// Show it in the public list of sites, if it agreed
    ShowInList {
        /// The site's number
        id: i64,
    },
    /// Leave it out of the public list of sites
    HideFromList {
        /// The site's number
        id: i64,
    },
    /// Stop it: its calls are refused and its courses out of sight
    Suspend {
        /// The site's number
        id: i64,
    },
    /// End a suspension
    Resume {
        /// The site's number
        id: i64,
    },
    /// Accept a site that asked to register
    Accept {
        /// The site's number
        id: i64,
    },
    /// Refuse a site that asked to register
    Refuse {
        /// The site's number
        id: i64,
        /// Why; its contact reads it
        #[arg(long)]
        reason: String,
    },
    /// Accept its changed name or address
    AcceptChange {
        /// The site's number
        id: i64,
    },
    /// Drop its changed name or address
    RefuseChange {
        /// The site's number
        id: i64,
    },
}

impl SiteDecision {
    /// Which site.
    pub fn site(&self) -> SiteId {
        match self {
            Self::Set { id, .. }
            | Self::Untrust { id }
            | Self::Prioritise { id }
            | Self::Unprioritise { id }
            | Self::ShowInList { id }
            | Self::HideFromList { id }
            | Self::Suspend { id }
            | Self::Resume { id }
            | Self::Accept { id }
            | Self::Refuse { id, .. }
            | Self::AcceptChange { id }
            | Self::RefuseChange { id } => SiteId(*id),
        }
    }
}
