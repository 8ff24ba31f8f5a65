//! The files of a backup: the rows of `files.xml` and the contents they name (package notes, section 9).

pub(crate) mod contents;
mod picture;
mod unseen;

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::{Deserialize, Serialize};

pub use self::picture::{FileUse, Picture};
pub use self::unseen::{Unseen, UnseenKind};
use crate::moodle::{NULL, count};
use crate::privacy::is_user_file;
use crate::xml::{Step, Xml, XmlError};

/// Different contents that are joined with their rows, more than [`crate::Limits::members`] lets blobs be in a package.
const CONTENTS_KEPT: usize = 100_000;
/// Largest files that are told.
const LARGEST: usize = 500;
/// Names of contents that are kept for findings, pictures and what cannot be shown.
const NAMES: usize = 5_000;
/// Uses of pictures that are kept.
const PICTURE_USES: usize = 4_000;
/// Bytes of a field of a row that are kept; names of files have 255 characters at most.
const FIELD_BYTES: usize = 1_024;

/// The files of a backup. Rows of users are counted and never named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Files {
    /// Rows whose contents are not in the package.
    pub missing: u64,
    /// Contents that no row names.
    pub orphan: u64,
    /// Contents whose SHA-1 is not what their name says.
    pub hash_mismatch: u64,
    /// Contents whose size is not what their row says.
    pub size_mismatch: u64,
    /// Rows that point at an outside repository and have no contents in the package.
    pub external: u64,
    /// Bytes of the contents, each counted once.
    pub blob_bytes: u64,
    /// Bytes of the rows, as they say: what a restore takes before equal files are stored once.
    pub row_bytes: u64,
    /// Rows by the short name of their licence; `(none)` for those without.
    pub licences: BTreeMap<String, u64>,
    /// Contents by what their first bytes say, such as `image/png`; `(unknown)` for those that do not say.
    pub types: BTreeMap<String, TypeCount>,
    /// The 500 largest files that are not a user's, largest first.
    pub largest: Vec<LargeFile>,
}

/// Contents of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeCount {
    /// How many.
    pub contents: u64,
    /// Their bytes.
    pub bytes: u64,
}

/// A large file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LargeFile {
    /// Its name, as the package has it: escape it on output.
    pub name: String,
    /// Part of Moodle it belongs to, such as `mod_resource`.
    pub component: String,
    /// Area in that, such as `content`.
    pub area: String,
    /// Bytes, as its row says.
    pub size_bytes: u64,
    /// Short name of its licence; empty if it has none, and in reports of readers before version 4.
    #[serde(default)]
    pub licence: String,
}

/// SHA-1 of some contents.
pub(crate) type Hash = [u8; 20];

/// What a row says of contents.
#[derive(Clone, Copy, Debug)]
struct Said {
    rows: u64,
    size: Option<u64>,
}

/// The rows of `files.xml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct FileRows {
    /// Files, directory rows left out.
    pub(crate) files: u64,
    /// Those that point at an outside repository.
    pub(crate) external: u64,
    bytes: u64,
    licences: BTreeMap<String, u64>,
    contents: HashMap<Hash, Said>,
    /// Rows of contents beyond those that are kept.
    uncounted: bool,
    largest: Vec<LargeFile>,
    /// The first name of contents that is not a user's.
    names: HashMap<Hash, String>,
    /// Contents of users, whose names are nobody's business.
    users: HashSet<Hash>,
    /// Where pictures are used.
    picture_uses: Vec<(Hash, FileUse)>,
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    hash: Option<Hash>,
    context: Option<u64>,
    component: String,
    area: String,
    item: Option<u64>,
    path: String,
    name: String,
    media_type: String,
    licence: String,
    size: Option<u64>,
    external: bool,
}

impl Row {
    fn field(&mut self, name: &str, text: &str) {
        let text = if text == NULL { "" } else { text };
        match name {
            "contenthash" => self.hash = hash_of(text),
            "contextid" => self.context = text.parse().ok(),
            "component" => text.clone_into(&mut self.component),
            "filearea" => text.clone_into(&mut self.area),
            "itemid" => self.item = text.parse().ok(),
            "filepath" => text.clone_into(&mut self.path),
            "mimetype" => text.clone_into(&mut self.media_type),
            "filename" => text.clone_into(&mut self.name),
            "license" => text.clone_into(&mut self.licence),
            "filesize" => self.size = text.parse().ok(),
            "repositorytype" => self.external = !text.is_empty(),
            _ => {}
        }
    }
}

impl FileRows {
    /// Reads the rows.
    pub(crate) fn read(xml: &mut Xml<'_>) -> Result<Self, XmlError> {
        let mut rows = Self::default();
        let mut row = Row::default();
        while let Some(step) = xml.next()? {
            match (step, xml.path()) {
                (Step::Open, "files/file") => row = Row::default(),
                (Step::Open, path) if path.starts_with("files/file/") => xml.keep(FIELD_BYTES),
                (Step::Close, "files/file") => rows.add(std::mem::take(&mut row)),
                (Step::Close, path) => {
                    if let Some(name) = path.strip_prefix("files/file/") {
                        row.field(name, xml.text().0);
                    }
                }
                _ => {}
            }
        }
        Ok(rows)
    }

    fn add(&mut self, row: Row) {
        if row.name == "." {
            return;
        }
        self.files += 1;
        self.external += u64::from(row.external);
        self.bytes = self.bytes.saturating_add(row.size.unwrap_or(0));
        count(&mut self.licences, if row.licence.is_empty() { "(none)" } else { &row.licence });
        if let Some(hash) = row.hash.filter(|_| !row.external) {
            if let Some(said) = self.contents.get_mut(&hash) {
                said.rows += 1;
            } else if self.contents.len() < CONTENTS_KEPT {
                self.contents.insert(hash, Said { rows: 1, size: row.size });
            } else {
                self.uncounted = true;
            }
        }
        if !is_user_file(&row.component, &row.area) {
            self.keep_use(&row);
            self.keep_large(row);
        } else if let Some(hash) = row.hash
            && self.users.len() < CONTENTS_KEPT
        {
            self.users.insert(hash);
        }
    }

    fn keep_use(&mut self, row: &Row) {
        let Some(hash) = row.hash else { return };
        if self.names.len() < NAMES && !self.names.contains_key(&hash) {
            self.names.insert(hash, row.name.clone());
        }
        if row.media_type.starts_with("image/") && self.picture_uses.len() < PICTURE_USES {
            let found = FileUse {
                name: format!("{}{}", row.path.trim_start_matches('/'), row.name),
                component: row.component.clone(),
                area: row.area.clone(),
                context_id: row.context,
                item_id: row.item,
            };
            self.picture_uses.push((hash, found));
        }
    }

    fn keep_large(&mut self, row: Row) {
        let size_bytes = row.size.unwrap_or(0);
        let at = self.largest.partition_point(|known| known.size_bytes >= size_bytes);
        if at < LARGEST {
            let Row { name, component, area, licence, .. } = row;
            self.largest.insert(at, LargeFile { name, component, area, size_bytes, licence });
            self.largest.truncate(LARGEST);
        }
    }
}

fn hash_of(hexadecimal: &str) -> Option<Hash> {
    let mut hash = Hash::default();
    if hexadecimal.len() != 40 || !hexadecimal.is_ascii() {
        return None;
    }
    for (byte, at) in hash.iter_mut().zip((0..40).step_by(2)) {
        *byte = u8::from_str_radix(&hexadecimal[at..at + 2], 16).ok()?;
    }
    Some(hash)
}
