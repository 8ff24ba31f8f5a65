//! A course and its versions: what a publication says about itself.

use std::fmt;

use jiff::{SignedDuration, Timestamp};

use crate::ids::{CourseId, SiteId, TextId, VersionId};
use crate::listing::{FILE_WITHIN_HOURS, Listing, PackageState};
use crate::site::SiteState;
use crate::visibility::{Facts, Publisher};

/// What a version offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A link to a course people may enrol in; updated in place.
    Advert,
    /// A package people may restore; immutable, a new version each time.
    Share,
}

impl Kind {
    /// The word in the database, in addresses and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Advert => "advert",
            Self::Share => "share",
        }
    }

    /// The reverse of [`Kind::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "advert" => Some(Self::Advert),
            "share" => Some(Self::Share),
            _ => None,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// One kind of activity or block of a course and how many of it there are, as its site counted them.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ContentCount {
    /// `activity` or `block`.
    pub module_type: String,
    /// Moodle's name of the module: `forum`, `quiz`.
    pub module_name: String,
    /// How many.
    pub count: i64,
}

/// What a publication says about the course: the fields of the classic publication form (protocol notes, 6.3), and
/// those of the mebis dialect (6.9).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct CourseText {
    /// Full name, 1 to 255 characters.
    pub title: String,
    /// Short name, at most 100 characters.
    pub short_name: String,
    /// Plain text without tags.
    pub description: String,
    /// Moodle's language code: `en`, `pt_br`. Unknown ones are kept and shown as they are.
    pub language: String,
    /// Who puts it on the hub.
    pub publisher_name: String,
    /// Where the publisher is told what becomes of it; never on public pages.
    pub publisher_email: String,
    /// Who made it.
    pub creator_name: String,
    /// Others who helped, as one text.
    pub contributors: String,
    /// Tags, the classic `coverage` split at commas.
    pub tags: Vec<String>,
    /// Moodle's short name of the licence: `cc`, `cc-sa-4.0`.
    pub licence: String,
    /// Subject code (vocabulary `subjects`), empty if none.
    pub subject: String,
    /// Audience code: `educators`, `students`, `admins`.
    pub audience: String,
    /// Level code: `primary` and others.
    pub level: String,
    /// The creator's notes, cleaned when they arrived.
    pub creator_notes: String,
    /// Format of the notes: 1 HTML, 2 plain.
    pub creator_notes_format: i64,
    /// Where an advert leads.
    pub course_url: String,
    /// Where a share can be tried out; may be empty.
    pub demo_url: String,
    /// Activities and blocks as the site counted them.
    pub contents: Vec<ContentCount>,
    /// Names of learning outcomes.
    pub outcomes: Vec<String>,
    /// How many screenshots the site announced.
    pub screenshots_announced: i64,
    /// The mebis LTI tool, JSON text; shown to registered sites only, since it holds a shared secret.
    pub lti_tool: Option<String>,
    /// Other fields of the mebis dialect, kept as sent.
    pub mebis: Option<serde_json::Value>,
}

/// Column sizes of the classic hub (protocol notes, 10.2), in characters.
pub mod limits {
    /// `fullname`.
    pub const TITLE: usize = 255;
    /// `shortname`.
    pub const SHORT_NAME: usize = 100;
    /// `description`; a text column there, so this bound is ours: twenty pages of text.
    pub const DESCRIPTION: usize = 40_000;
    /// `publishername`, `creatorname`, `contributornames`, `coverage`, `courseurl`, `demourl`.
    pub const LINE: usize = 255;
    /// `publisheremail`.
    pub const EMAIL: usize = 100;
    /// `language`.
    pub const LANGUAGE: usize = 30;
    /// `subject`.
    pub const SUBJECT: usize = 100;
    /// `audience`, `educationallevel`.
    pub const CODE: usize = 30;
    /// `creatornotes`; a text column there, so this bound is ours.
    pub const NOTES: usize = 200_000;
    /// Entries of `contents` kept; real courses have some dozens of kinds.
    pub const CONTENTS: usize = 500;
    /// Entries of `outcomes` kept.
    pub const OUTCOMES: usize = 500;
    /// Bytes of `ltitool`, and of the other fields of the mebis dialect as JSON; this bound is ours.
    pub const DIALECT: usize = 20_000;
    /// Screenshots of one version: slots 1 to 9 (protocol notes, 9.5).
    pub const SCREENSHOTS: i64 = 9;
}

/// A version with the text that answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The "course id" of the classic protocol.
    pub id: VersionId,
    /// The course it belongs to.
    pub course_id: CourseId,
    /// The site that published it, if a site did.
    pub site_id: Option<SiteId>,
    /// Where that site stands.
    pub site_state: Option<SiteState>,
    /// The course's id on that site.
    pub site_course_id: Option<i64>,
    /// Which identity of the site owns the course; a later one cannot change it until staff confirms.
    pub course_identity: i64,
    /// Counts from 1 inside the course.
    pub number: i64,
    /// Advert or share.
    pub kind: Kind,
    /// Where it stands.
    pub listing: Listing,
    /// Where its package stands.
    pub package: PackageState,
    /// Staff accepted it before its package was read.
    pub accepted_early: bool,
    /// SHA-256 of the package, lower hex.
    pub package_sha256: Option<String>,
    /// Bytes of the package.
    pub size_bytes: Option<i64>,
    /// Moodle release the package was made with, as the reader found it.
    pub package_release: Option<String>,
    /// Which text state this is.
    pub text_id: TextId,
    /// What it says.
    pub text: CourseText,
    /// A change that waits.
    pub waiting_text_id: Option<TextId>,
    /// Screenshots stored for the text.
    pub screenshots: i64,
    /// When it was first sent.
    pub created_at: Timestamp,
    /// When its text or file last changed.
    pub updated_at: Timestamp,
    /// When it was first listed.
    pub listed_at: Option<Timestamp>,
    /// Times its package was downloaded.
    pub downloads: i64,
    /// Whether staff featured its course.
    pub featured: bool,
}

impl Version {
    /// Whether anybody could see it, the hub's policy aside: listed, and an advert or a package found good.
    pub fn is_public(&self) -> bool {
        is_public(self.kind, &self.listing, &self.package)
    }

    /// Whether it is a share whose file should have come long ago.
    pub fn has_no_file(&self, now: Timestamp) -> bool {
        self.kind == Kind::Share
            && self.listing == Listing::Draft
            && self.package == PackageState::None
            && now.duration_since(self.created_at) > SignedDuration::from_hours(FILE_WITHIN_HOURS)
    }

    /// What the visibility function needs to know.
    pub fn facts(&self) -> Facts<'_> {
        Facts {
            kind: self.kind,
            listing: &self.listing,
            package: &self.package,
            site: self.site_id.zip(self.site_state).map(|(id, state)| Publisher {
                id,
                identity: self.course_identity,
                state,
            }),
            was_listed: self.listed_at.is_some(),
        }
    }
}

/// Public = listed and (advert, or package ready).
pub fn is_public(kind: Kind, listing: &Listing, package: &PackageState) -> bool {
    *listing == Listing::Listed && (kind == Kind::Advert || *package == PackageState::Ready)
}
