//! Packages that are no backups of Moodle 2: what they are, and what they say about themselves (package notes,
//! sections 10 and 11).
//!
//! Their outlines stand in the same places of a report as a backup's. Modules of activities are Moodle's own names
//! in a Moodle 1 backup. In the outlines of manifests they are:
//!
//! | module | what the item opens |
//! |---|---|
//! | `webcontent` | a page or file of the package |
//! | `weblink` | an address elsewhere |
//! | `discussion` | a discussion topic |
//! | `assessment` | a test (QTI) |
//! | `question_bank` | a bank of questions (QTI) |
//! | `lti` | an external tool (Basic LTI) |
//! | `assignment` | an assignment (Common Cartridge 1.3) |
//! | `sco` | a SCORM object that tells results |
//! | `asset` | a SCORM page or file |
//! | `heading` | nothing: an item that is only a title |
//! | `other` | a resource of another type, or one that is not in the manifest |

pub(crate) mod aicc;
pub(crate) mod h5p;
pub(crate) mod manifest;
pub(crate) mod moodle1;
mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::gather::Roots;
use crate::report::{Backup, Course, Kind};

/// What packages of other kinds say about themselves, beyond what a course has (package notes, section 11).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Relative {
    /// `schemaversion` of a manifest as it stands there, such as `1.1.0` or `2004 4th Edition`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schema_version: Option<String>,
    /// How many organisations (ways through its contents) a manifest has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_count: Option<u64>,
    /// Titles of those organisations, the first fifty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organizations: Vec<String>,
    /// Resources of a manifest by type.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub resource_counts: BTreeMap<String, u64>,
    /// Resources of a SCORM package that tell results.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sco_count: Option<u64>,
    /// The library that runs an H5P package, such as `H5P.InteractiveVideo`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub main_library: Option<String>,
    /// Licence of an H5P package as it stands there: `CC BY`, or `U` for one that is not told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Authors an H5P package names.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_count: Option<u64>,
    /// Libraries an H5P package needs, with their versions, the first two hundred.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dependencies: Vec<String>,
}

/// What was read of such a package.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Filled by Moodle 1 only.
    pub(crate) backup: Backup,
    pub(crate) course: Course,
    /// Empty for Moodle 1.
    pub(crate) relative: Relative,
}

/// What was found of a package of this kind, if there is anything.
pub(crate) fn take(kind: Kind, roots: &mut Roots) -> Option<Found> {
    match kind {
        Kind::Moodle1 => roots.moodle1.take(),
        Kind::Imscc | Kind::Scorm | Kind::Imscp => roots.manifest.take().map(|manifest| manifest.found),
        Kind::H5p => roots.h5p.take(),
        Kind::Moodle2 | Kind::Aicc | Kind::Nested | Kind::Unknown => None,
    }
    .map(|found| *found)
}
