//! Reads course packages safely into a report. Pure and synchronous, useful without a hub.
//!
//! A course package (`.mbz`) is a zip or a gzip'd tar that somebody on the internet made. This crate reads
//! one in a single pass, never writes a byte of it anywhere, and says in one [`Report`] what it is, what is
//! in it, and what is wrong with it:
//!
//! ```no_run
//! use hub_package::{Cancel, Limits, Verdict};
//!
//! let file = std::fs::File::open("backup.mbz")?;
//! let report = hub_package::read(file, &Limits::default(), &Cancel::never())?;
//! match &report.verdict {
//!     Verdict::Accept => println!("{:?}, {} activities", report.course.fullname, report.course.activity_count),
//!     Verdict::Hold(codes) => println!("somebody must look: {codes:?}"),
//!     Verdict::Refuse(code) => println!("{} {}", code.sentence(), code.advice()),
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! * [`door::sniff`] looks at the first bytes only: enough for an upload door to turn away what is no package.
//! * [`read`] is the pass. Whatever is wrong with the *package* is a [`Finding`] of the report; an
//!   [`Unreadable`] is returned only when the *reading* failed (the disk, the deadline, a cancellation).
//! * A [`Report`] depends on the bytes, [`READER_VERSION`] and the [`Limits`] only. It holds no time of
//!   reading, no fact about a hub, a site or a publication, so it may be stored under the file's SHA-256.
//! * [`Code`] is the table of everything that can be found, each with a sentence and advice.
//!
//! Inside, each XML member is parsed once: its reader takes the facts it knows the place of, and the watches
//! (`watch.rs`) see every element of every member on the same way. `docs/recipes/add-a-finding.md` says which of
//! the two a new finding needs.
//!
//! Every size an archive declares is a claim: bytes are counted where they are produced, and the pass stops
//! within one buffer of a limit. Names of members choose what is parsed; no path is ever built from one.
//! The formats, the hostile cases and the measured numbers behind the limits stand in the project's notes on
//! course packages, whose sections the comments cite as "package notes, section n"; `docs/SOURCES.md` says what
//! these are. `docs/HOSTILE.md` lists the hostile cases with the code and the test of each.

pub mod active;
mod book;
mod cancel;
mod code;
mod container;
pub mod door;
mod files;
mod finding;
mod gather;
mod index;
mod inner;
mod kinds;
mod language;
mod limits;
mod member;
mod moodle;
mod name;
mod outline;
mod pass;
mod plugin;
mod policy;
mod privacy;
mod read;
mod report;
pub mod restore;
mod stop;
mod texts;
mod upload;
mod verdict;
mod watch;
mod xml;

pub use cancel::Cancel;
pub use code::{Code, UnknownCode};
pub use files::{FileUse, Files, LargeFile, Picture, TypeCount, Unseen, UnseenKind};
pub use finding::{Finding, Severity};
pub use kinds::Relative;
pub use language::{DetectedLanguage, Languages};
pub use limits::Limits;
pub use plugin::{Branch, Origin, Requirement};
pub use privacy::{EvidenceKind, PrivacyEvidence, PrivacyLevel};
pub use read::{READER_VERSION, Unreadable, read};
pub use report::{Activity, Backup, BackupType, Course, Kind, Packing, Report, Section, Text};
pub use verdict::Verdict;
