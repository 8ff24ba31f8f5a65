//! The files of a backup: the rows of `files.xml` and the contents they name (package notes, section 9).

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use sha1::{Digest, Sha1};

use crate::code::Code;
use crate::finding::Findings;
use crate::moodle::{NULL, count};
use crate::privacy::is_user_file;
use crate::xml::{Step, Xml, XmlError};

/// Different contents that are joined with their rows, more than [`crate::Limits::members`] lets blobs be in a package.
const CONTENTS_KEPT: usize = 100_000;
/// Largest files that are told.
const LARGEST: usize = 20;
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
    /// The largest files that are not a user's, largest first.
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
}

/// SHA-1 of some contents.
type Hash = [u8; 20];

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
}

/// The row that is being read.
#[derive(Debug, Default)]
struct Row {
    hash: Option<Hash>,
    component: String,
    area: String,
    name: String,
    licence: String,
    size: Option<u64>,
    external: bool,
}

impl Row {
    fn field(&mut self, name: &str, text: &str) {
        let text = if text == NULL { "" } else { text };
        match name {
            "contenthash" => self.hash = hash_of(text),
            "component" => text.clone_into(&mut self.component),
            "filearea" => text.clone_into(&mut self.area),
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
            self.keep_large(row);
        }
    }

    fn keep_large(&mut self, row: Row) {
        let size_bytes = row.size.unwrap_or(0);
        let at = self.largest.partition_point(|known| known.size_bytes >= size_bytes);
        if at < LARGEST {
            let Row { name, component, area, .. } = row;
            self.largest.insert(at, LargeFile { name, component, area, size_bytes });
            self.largest.truncate(LARGEST);
        }
    }
}

/// The contents that went by.
#[derive(Debug, Default)]
pub(crate) struct Blobs {
    /// Size by the hash of the name.
    seen: HashMap<Hash, u64>,
    types: BTreeMap<String, TypeCount>,
    bytes: u64,
    /// Names of contents with another SHA-1.
    changed: Vec<String>,
    changed_count: u64,
}

/// Looks at one blob as it goes by.
#[derive(Debug, Default)]
pub(crate) struct BlobWatch {
    sha1: Sha1,
    size: u64,
    kind: Option<&'static str>,
}

impl BlobWatch {
    /// The next bytes.
    pub(crate) fn push(&mut self, chunk: &[u8]) {
        if self.size == 0 {
            self.kind = infer::get(chunk).map(|kind| kind.mime_type());
        }
        self.size += chunk.len() as u64;
        self.sha1.update(chunk);
    }
}

/// Contents whose names are kept for findings.
const CHANGED_KEPT: usize = 100;

impl Blobs {
    /// How many there are.
    pub(crate) fn count(&self) -> u64 {
        self.seen.len() as u64
    }

    /// The member `name` (`files/xx/<sha1>`) has gone by.
    pub(crate) fn add(&mut self, name: &str, watch: BlobWatch) {
        let Some(hash) = name.rsplit('/').next().and_then(hash_of) else { return };
        self.seen.insert(hash, watch.size);
        self.bytes = self.bytes.saturating_add(watch.size);
        count_type(&mut self.types, watch.kind.unwrap_or("(unknown)"), watch.size);
        if Hash::from(watch.sha1.finalize()) != hash {
            self.changed_count += 1;
            if self.changed.len() < CHANGED_KEPT {
                self.changed.push(name.to_owned());
            }
        }
    }

    /// Joins rows and contents. Findings are noted if the package was read to its end and promises contents.
    pub(crate) fn join(self, rows: FileRows, promises: bool, findings: &mut Findings) -> Files {
        let mut files = Files {
            hash_mismatch: self.changed_count,
            external: rows.external,
            blob_bytes: self.bytes,
            row_bytes: rows.bytes,
            licences: rows.licences,
            types: self.types,
            largest: rows.largest,
            ..Files::default()
        };
        for (hash, said) in &rows.contents {
            match self.seen.get(hash) {
                // Moodle leaves out the contents of empty files now and then.
                None if said.size == Some(0) => {}
                None => files.missing += said.rows,
                Some(size) => files.size_mismatch += u64::from(said.size.is_some_and(|said| said != *size)),
            }
        }
        if !rows.uncounted {
            files.orphan = self.seen.keys().filter(|hash| !rows.contents.contains_key(*hash)).count() as u64;
        }
        if promises {
            for name in &self.changed {
                findings.add(Code::FileHashMismatch, Some(name), "its SHA-1 is another one");
            }
            if files.missing > 0 {
                findings.add(Code::FileMissing, Some("files.xml"), &format!("{} files", files.missing));
            }
            if files.size_mismatch > 0 {
                let evidence = format!("{} files", files.size_mismatch);
                findings.add(Code::FileSizeMismatch, Some("files.xml"), &evidence);
            }
        }
        files
    }
}

fn count_type(types: &mut BTreeMap<String, TypeCount>, kind: &str, bytes: u64) {
    let known = types.entry(kind.to_owned()).or_default();
    known.contents += 1;
    known.bytes = known.bytes.saturating_add(bytes);
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
