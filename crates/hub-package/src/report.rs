//! What a pass found out.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::files::{Files, Picture, Unseen};
use crate::finding::Finding;
use crate::kinds::Relative;
use crate::language::Languages;
use crate::limits::Limits;
use crate::plugin::Requirement;
use crate::privacy::{PrivacyEvidence, PrivacyLevel};
use crate::verdict::Verdict;

/// Everything a pass found out about one package.
///
/// Depends on the bytes, [`crate::READER_VERSION`] and the limits only: the same input gives an equal report.
/// As JSON it is one flat object; texts of the package stand in it as they are, so escape them on output and
/// sanitise what is HTML. Numbers that a damaged or refused package did not give are `None`, zero or empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// [`crate::READER_VERSION`] of the reader that made it.
    pub reader_version: u32,
    /// What to do with the package under the default policy.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What kind of package it is.
    pub kind: Kind,
    /// The kind's own version where it has one: Common Cartridge `1.1`, SCORM `1.2` or `2004`.
    pub kind_version: Option<String>,
    /// What it is packed in.
    pub container: Packing,
    /// Packed by hand: a tar without Moodle's index or with `./` names, or with foreign members.
    pub handmade: bool,
    /// SHA-256 of the upload, lower-case hexadecimal.
    pub sha256: String,
    /// Size of the upload.
    pub size_bytes: u64,
    /// Contents of all members read, inflated; of a refused package, up to where reading stopped.
    pub unpacked_bytes: u64,
    /// Members seen, directories and links included.
    pub members: u64,
    /// What the backup says about itself.
    #[serde(flatten)]
    pub backup: Backup,
    /// The course in it.
    #[serde(flatten)]
    pub course: Course,
    /// How much about people is in it. Reports of readers before version 2 say nothing of it.
    #[serde(default)]
    pub privacy: PrivacyLevel,
    /// What was seen of people and secrets, by place; places beyond the first 300 are counted as `(other)`.
    #[serde(default)]
    pub privacy_evidence: Vec<PrivacyEvidence>,
    /// Plug-ins that the backup needs, by component; empty for packages of other kinds. Reports of readers before
    /// version 3 say nothing of it.
    #[serde(default)]
    pub requirements: Vec<Requirement>,
    /// Its files: what is missing, licences, types. Reports of readers before version 3 say nothing of it.
    #[serde(default)]
    pub files: Files,
    /// Its pictures, those in zips of the package included, in the order of the package; 2,000 at most. Reports of
    /// readers before version 4 have none.
    #[serde(default)]
    pub pictures: Vec<Picture>,
    /// How many pictures there are.
    #[serde(default)]
    pub picture_count: u64,
    /// What people cannot be shown; 500 items at most. Reports of readers before version 4 have none.
    #[serde(default)]
    pub unseen: Vec<Unseen>,
    /// How many such items there are.
    #[serde(default)]
    pub unseen_count: u64,
    /// What a package of another kind says about itself; empty for backups.
    #[serde(default)]
    pub relative: Relative,
    /// What is wrong or odd, worst first; at most [`Limits::findings_per_code`] of one code.
    pub findings: Vec<Finding>,
    /// How many findings of each code there were.
    pub finding_counts: BTreeMap<Code, u64>,
    /// The limits the pass kept.
    pub limits: Limits,
}

/// What a backup says about itself (package notes, sections 3 and 6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// Text such as `4.5.8 (Build: 20251208)`; distributions change it.
    pub moodle_release: Option<String>,
    /// Decimal text such as `2013111811.01`; not a float.
    pub moodle_version: Option<String>,
    /// Branch such as `4.5`, from the release or else from the version's date.
    pub moodle_branch: Option<String>,
    /// Release of the backup engine, which lags behind Moodle's.
    pub backup_release: Option<String>,
    /// Version of the backup engine.
    pub backup_version: Option<String>,
    /// What was backed up.
    pub backup_type: Option<BackupType>,
    /// How: 10 general, 20 import, 30 hub, 40 same site, 50 automated, 60 converted, 70 asynchronous, 80 copy.
    pub mode: Option<u32>,
    /// When, in Unix seconds, by the source site's clock.
    pub backup_date: Option<i64>,
    /// Whether a person clicked through the backup; false for automated ones.
    pub interactive: Option<bool>,
    /// Whether file contents were included; absent before 2.6, which means yes.
    pub include_files: Option<bool>,
    /// Address of the source site. Often internal: never public unless it is the registered site's own.
    pub original_wwwroot: Option<String>,
    /// MD5 of the source site's identifier, in hexadecimal. Not public either.
    pub original_site_identifier_hash: Option<String>,
    /// Number of the course on the source site.
    pub original_course_id: Option<u64>,
    /// The `users` setting: the backup says that user accounts are in it.
    pub users_included: Option<bool>,
    /// The `anonymize` setting: a claim. Whether it is true stands in [`Report::privacy`].
    pub anonymised: Option<bool>,
    /// Rows of `users.xml`, whatever the setting says.
    pub user_count: u64,
    /// Rows of `files.xml` without the directory rows.
    pub file_rows: u64,
    /// Members `files/xx/<sha1>`: the distinct contents.
    pub file_blobs: u64,
    /// Questions of `questions.xml`.
    pub question_count: u64,
    /// Those questions by kind, such as `multichoice`.
    #[serde(default)]
    pub question_counts: BTreeMap<String, u64>,
}

/// What was backed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackupType {
    /// A whole course.
    Course,
    /// One section.
    Section,
    /// One activity.
    Activity,
}

/// The course of a backup and its outline (package notes, sections 3 and 4).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    /// Name at the time of the backup, else that of `course.xml`. May hold multilang markup.
    pub fullname: Option<String>,
    /// Short name, likewise.
    pub shortname: Option<String>,
    /// The full name of `course.xml` where it differs.
    pub alias: Option<String>,
    /// Summary as stored: HTML, Markdown or text by `summary_format`. Sanitise before showing.
    pub summary: Option<String>,
    /// 0 Moodle's own, 1 HTML, 2 plain text, 4 Markdown.
    pub summary_format: Option<u32>,
    /// Course format such as `topics`, `weeks` or a plug-in's.
    pub format: Option<String>,
    /// Forced language, nearly always absent.
    pub language: Option<String>,
    /// The language of the course as declared, and those of its texts as detected.
    #[serde(default)]
    pub languages: Languages,
    /// Name of the category on the source site: a hint.
    pub category: Option<String>,
    /// Tags of the course.
    pub tags: Vec<String>,
    /// Unix seconds.
    pub start_date: Option<i64>,
    /// Unix seconds.
    pub end_date: Option<i64>,
    /// Sections in order of display; a subsection stands under its activity.
    pub sections: Vec<Section>,
    /// Activities whose section is not in the package.
    pub other_activities: Vec<Activity>,
    /// Section entries of `moodle_backup.xml`, subsections included.
    pub section_count: u64,
    /// Activity entries of `moodle_backup.xml`.
    pub activity_count: u64,
    /// Those entries by module.
    pub activity_counts: BTreeMap<String, u64>,
    /// Blocks by name.
    pub block_counts: BTreeMap<String, u64>,
}

/// One section of a course.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its number on the source site, which its files name as their item.
    #[serde(default)]
    pub id: Option<u64>,
    /// Its number; 0 is the part above the first topic.
    pub number: Option<u64>,
    /// Its own name; `None` if it has none and is shown by number or date.
    pub title: Option<String>,
    /// Summary as stored; sanitise before showing.
    pub summary: Option<String>,
    /// Whether students see it; `None` if the package does not say. Do not show hidden titles publicly.
    pub visible: Option<bool>,
    /// Its activities in order of display.
    pub activities: Vec<Activity>,
}

/// One activity or resource.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    /// Module such as `quiz`.
    pub module: String,
    /// Title as stored: may hold multilang markup; of a label, the beginning of its text.
    pub title: String,
    /// Number of the course module on the source site.
    pub module_id: Option<u64>,
    /// Number of its context on the source site, which its files name.
    #[serde(default)]
    pub context_id: Option<u64>,
    /// Whether students see it; `None` if the package does not say.
    pub visible: Option<bool>,
    /// Its texts in their order: the introduction, what is on a page or label, the visible chapters of a book. Cut
    /// by [`Limits::activity_text_chars`] and [`Limits::kept_activity_text`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub texts: Vec<Text>,
    /// The section inside it, if this is a subsection (Moodle 4.5 and later).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subsection: Option<Box<Section>>,
}

/// A text of an activity as stored. Sanitise before showing, whatever its format says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// Title of a chapter.
    pub title: Option<String>,
    /// 0 Moodle's own, 1 HTML, 2 plain text, 4 Markdown; `None` if the package does not say.
    pub format: Option<u32>,
    /// The text, with Moodle's tokens for files and links in it.
    pub text: String,
}

/// What kind of package it is (package notes, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A backup of Moodle 2.0 or later.
    Moodle2,
    /// A backup of Moodle 1.x.
    Moodle1,
    /// IMS Common Cartridge.
    Imscc,
    /// SCORM.
    Scorm,
    /// IMS content package.
    Imscp,
    /// H5P.
    H5p,
    /// AICC, a forerunner of SCORM.
    Aicc,
    /// One of these, inside one folder too many.
    Nested,
    /// None of these.
    Unknown,
}

/// What a package is packed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Packing {
    /// Zip.
    #[serde(rename = "zip")]
    Zip,
    /// Gzip'd tar.
    #[serde(rename = "tar.gz")]
    TarGz,
    /// Gzip around something else.
    #[serde(rename = "gzip")]
    Gzip,
    /// Neither zip nor gzip.
    #[serde(rename = "none")]
    None,
}
