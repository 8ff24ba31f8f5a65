//! Will it restore on mine? What a Moodle of a given branch and with given plug-ins makes of a package (package notes,
//! sections 6, 8, 10 and 11).

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::plugin::{Branch, Origin, Requirement};
use crate::report::{BackupType, Kind, Packing, Report};
use crate::verdict::Verdict;

/// The first Moodle that restores what this crate calls a backup.
const FIRST: Branch = Branch::new(2, 0);
/// The first Moodle that converts backups of Moodle 1.9.
const CONVERTS_MOODLE1: Branch = Branch::new(2, 1);
/// The first Moodle that unpacks a gzip'd tar.
const UNPACKS_TAR: Branch = Branch::new(2, 6);

/// The Moodle that somebody wants to restore on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its branch.
    pub branch: Branch,
    /// Components that are installed there, such as `qtype_stack`; those that come with Moodle need not be named. `None`
    /// if nobody knows what was added.
    pub plugins: Option<BTreeSet<String>>,
}

/// The short answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// All of it.
    Yes,
    /// The course, but not everything in it.
    WithoutParts,
    /// Something is not known that decides.
    CannotTell,
    /// Not at all.
    No,
}

/// Why, or what else to know. The order is that of importance.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Reason {
    /// The package is refused by the reader.
    Refused {
        /// Why.
        code: Code,
    },
    /// It is no course that Moodle restores.
    NotACourse {
        /// What it is.
        kind: Kind,
    },
    /// A Common Cartridge of a version that Moodle does not read.
    Cartridge {
        /// The version.
        version: String,
    },
    /// The Moodle is older than what it must be for packages of this kind.
    TooOld {
        /// The first that restores it.
        first: String,
    },
    /// It was made with a newer Moodle: Moodle warns, and may lose or refuse parts.
    MadeByNewer {
        /// The branch it was made with.
        made: String,
    },
    /// The package does not say which Moodle it comes from.
    MadeByUnknown,
    /// A plug-in that this Moodle does not have: what needs it is left out, or replaced by something simpler.
    Missing {
        /// Its component.
        component: String,
        /// How many parts need it.
        uses: u64,
        /// First branch that ships it, if Moodle does.
        since: Option<String>,
        /// Last branch that shipped it, if Moodle did.
        until: Option<String>,
    },
    /// A plug-in of which nobody knows whether this Moodle has it.
    Unknown {
        /// Its component.
        component: String,
        /// How many parts need it.
        uses: u64,
    },
    /// A theme: the course looks different without it, nothing else.
    Theme {
        /// Its component.
        component: String,
    },
    /// A local plug-in: it must be installed and set up, and its data is not in the package.
    Local {
        /// Its component.
        component: String,
    },
    /// A backup of Moodle 1.9 is converted when it is restored.
    Converts,
    /// One section or activity: it is restored into a course that is there.
    IntoACourse {
        /// What it is.
        backup_type: BackupType,
    },
}

impl Reason {
    /// What it does to the answer.
    fn answer(&self) -> Answer {
        match self {
            Self::Refused { .. } | Self::NotACourse { .. } | Self::Cartridge { .. } | Self::TooOld { .. } => {
                Answer::No
            }
            Self::MadeByNewer { .. } | Self::MadeByUnknown | Self::Unknown { .. } => Answer::CannotTell,
            Self::Missing { .. } => Answer::WithoutParts,
            Self::Theme { .. } | Self::Local { .. } | Self::Converts | Self::IntoACourse { .. } => {
                Answer::Yes
            }
        }
    }
}

impl fmt::Display for Reason {
    /// An English sentence.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused { code } => write!(f, "The package is refused: {}", code.sentence()),
            Self::NotACourse { kind } => f.write_str(match kind {
                Kind::Scorm | Kind::Aicc => {
                    "This is a SCORM or AICC package, no course: add it to a course as a SCORM package."
                }
                Kind::H5p => "This is H5P content, no course: add it to a course as an H5P activity.",
                Kind::Imscp => "This is an IMS content package, no course: add it to a course as one.",
                Kind::Nested => "The backup stands in a folder of the package: pack it again without the folder.",
                _ => "This is no backup of a course.",
            }),
            Self::Cartridge { version } => {
                write!(f, "Moodle reads Common Cartridges 1.0 and 1.1; this is {version}.")
            }
            Self::TooOld { first } => write!(f, "It needs Moodle {first} or later."),
            Self::MadeByNewer { made } => {
                write!(f, "It was made with Moodle {made}, which is newer: Moodle warns, and may lose parts or fail.")
            }
            Self::MadeByUnknown => f.write_str("The package does not say which Moodle it was made with."),
            Self::Missing { component, uses, since, until } => {
                write!(f, "Without {component}, which {uses} of its parts need")?;
                match (since, until) {
                    (_, Some(until)) => write!(f, " (it came with Moodle until {until})"),
                    (Some(since), None) => write!(f, " (it comes with Moodle {since} and later)"),
                    (None, None) => Ok(()),
                }?;
                f.write_str(": ")?;
                f.write_str(match component.split_once('_').map_or("", |(kind, _)| kind) {
                    "mod" => "these activities are left out.",
                    "qtype" => "these questions stay as a place-holder.",
                    "format" => "the course takes the format that is usual there.",
                    "block" => "these blocks are left out.",
                    _ => "what they say is left out.",
                })
            }
            Self::Unknown { component, uses } => {
                write!(f, "{uses} of its parts need {component}, which may or may not be installed.")
            }
            Self::Theme { component } => {
                write!(f, "To look as it was made it needs {component} installed and course themes enabled.")
            }
            Self::Local { component } => write!(
                f,
                "{component} must be installed and set up; its data is not in the package."
            ),
            Self::Converts => f.write_str(
                "It is a backup of Moodle 1.9: upload it at Restore, let Moodle convert it, and look through the \
                 course afterwards.",
            ),
            Self::IntoACourse { backup_type } => f.write_str(match backup_type {
                BackupType::Activity => "It is one activity, which is restored into a course that is there.",
                _ => "It is one section, which is restored into a course that is there.",
            }),
        }
    }
}

/// What a Moodle makes of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judgement {
    /// In one word.
    pub answer: Answer,
    /// Why, what matters most first.
    pub reasons: Vec<Reason>,
}

/// Judges whether `target` restores the package.
pub fn judge(report: &Report, target: &Target) -> Judgement {
    let mut reasons = match &report.verdict {
        Verdict::Refuse(code) if !is_only_another_kind(report) => vec![Reason::Refused { code: *code }],
        _ => of_kind(report, target),
    };
    reasons.sort();
    // The worst decides, and what cannot be told is worse than parts that are missing for sure.
    let answer = reasons.iter().map(Reason::answer).max().unwrap_or(Answer::Yes);
    Judgement { answer, reasons }
}

/// Whether nothing speaks against the package but that it is of a kind which hubs do not take by default.
fn is_only_another_kind(report: &Report) -> bool {
    !matches!(report.kind, Kind::Moodle2 | Kind::Unknown)
}

fn of_kind(report: &Report, target: &Target) -> Vec<Reason> {
    let too_old = |first: Branch| vec![Reason::TooOld { first: first.to_string() }];
    match report.kind {
        Kind::Moodle2 => of_backup(report, target),
        Kind::Moodle1 if target.branch < CONVERTS_MOODLE1 => too_old(CONVERTS_MOODLE1),
        Kind::Moodle1 => vec![Reason::Converts],
        Kind::Imscc => match report.kind_version.as_deref() {
            Some("1.0" | "1.1") => Vec::new(),
            version => vec![Reason::Cartridge { version: version.unwrap_or("another").to_owned() }],
        },
        kind => vec![Reason::NotACourse { kind }],
    }
}

fn of_backup(report: &Report, target: &Target) -> Vec<Reason> {
    let first = if report.container == Packing::TarGz { UNPACKS_TAR } else { FIRST };
    if target.branch < first {
        return vec![Reason::TooOld { first: first.to_string() }];
    }
    let mut reasons = Vec::new();
    match report.backup.moodle_branch.as_deref().and_then(Branch::parse) {
        Some(made) if made > target.branch => reasons.push(Reason::MadeByNewer { made: made.to_string() }),
        Some(_) => {}
        None => reasons.push(Reason::MadeByUnknown),
    }
    if let Some(backup_type @ (BackupType::Section | BackupType::Activity)) = report.backup.backup_type {
        reasons.push(Reason::IntoACourse { backup_type });
    }
    reasons.extend(report.requirements.iter().filter_map(|needed| of_plugin(needed, target)));
    reasons
}

/// What a plug-in that the package needs means for the target; nothing if it is there.
fn of_plugin(needed: &Requirement, target: &Target) -> Option<Reason> {
    let component = needed.component.clone();
    let is_added = target.plugins.as_ref().map(|plugins| plugins.contains(&component));
    let is_shipped = needed.is_shipped_with(target.branch);
    if is_added == Some(true) || is_shipped == Some(true) {
        return match needed.kind() {
            // That it is installed does not bring its data.
            "local" => Some(Reason::Local { component }),
            _ => None,
        };
    }
    match needed.kind() {
        "theme" => Some(Reason::Theme { component }),
        "local" => Some(Reason::Local { component }),
        // Who may enrol, which filters are on and how a site logs is the site's own; a restore never fails for it.
        "enrol" | "filter" | "logstore" | "report" | "tool" | "plagiarism" | "ltiservice" | "qbank" => None,
        _ if is_added == Some(false) && is_shipped == Some(false)
            || is_shipped == Some(false) && needed.origin == Origin::Standard =>
        {
            let Requirement { uses, since, until, .. } = needed.clone();
            Some(Reason::Missing { component, uses, since, until })
        }
        // A block that a site does not have is dropped, and known blocks come and go.
        "block" if is_shipped.is_none() => None,
        _ => Some(Reason::Unknown { component, uses: needed.uses }),
    }
}
