//! Contents of files as they go by.

use std::collections::{BTreeMap, HashMap};

use infer::MatcherType;
use sha1::{Digest, Sha1};

use super::picture::{PICTURES, Picture, PictureWatch};
use super::unseen::{self, UNSEEN, Unseen, UnseenKind};
use super::{FileRows, FileUse, Files, Hash, TypeCount, hash_of};
use crate::active::FileWatch;
use crate::code::Code;
use crate::container::Body;
use crate::finding::Findings;
use crate::stop::Stop;

/// First bytes that tell what a file is; the marks that `infer` knows stand before them.
const HEAD_BYTES: usize = 512;
/// Contents whose names are kept for findings.
const CHANGED_KEPT: usize = 100;
/// Between the name of a zip and that of a member in it.
const WITHIN: char = '!';

/// The place of the member `name` of the zip at `place`.
pub(crate) fn place_within(place: &str, name: &str) -> String {
    format!("{place}{WITHIN}{}", crate::finding::printable(name))
}

/// Looks at contents as they go by.
#[derive(Debug, Default)]
pub(crate) struct ContentWatch {
    sha1: Sha1,
    size: u64,
    head: Vec<u8>,
    kind: Option<infer::Type>,
    picture: Option<PictureWatch>,
    drawing: bool,
}

impl ContentWatch {
    /// The next bytes.
    pub(crate) fn push(&mut self, chunk: &[u8]) {
        let decided = self.size >= HEAD_BYTES as u64;
        self.size += chunk.len() as u64;
        self.sha1.update(chunk);
        if let Some(picture) = &mut self.picture {
            picture.push(chunk);
        } else if !decided {
            self.head.extend_from_slice(chunk);
            if self.size >= HEAD_BYTES as u64 {
                self.decide();
            }
        }
    }

    fn decide(&mut self) {
        let head = std::mem::take(&mut self.head);
        self.kind = infer::get(&head);
        self.drawing = self.kind.is_none_or(|kind| kind.matcher_type() == MatcherType::Text) && is_svg(&head);
        if let Some(kind) = self.kind.filter(|kind| unseen::is_shown(kind.mime_type())) {
            self.picture = Some(PictureWatch::new(kind.mime_type(), head));
        }
    }

    fn finish(mut self) -> Content {
        if self.size < HEAD_BYTES as u64 {
            self.decide();
        }
        let unseen = match self.kind {
            _ if self.drawing => Some(UnseenKind::Picture),
            Some(kind) => unseen::kind(kind.matcher_type(), kind.mime_type()),
            None => None,
        };
        Content {
            sha1: self.sha1.finalize().into(),
            size: self.size,
            media_type: if self.drawing {
                Some("image/svg+xml")
            } else {
                self.kind.map(|kind| kind.mime_type())
            },
            picture: self.picture,
            unseen,
        }
    }
}

/// Whether the first bytes are those of a drawing.
fn is_svg(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head).to_ascii_lowercase();
    text.trim_start_matches('\u{feff}').trim_start().starts_with('<') && text.contains("<svg")
}

/// What was seen of contents.
struct Content {
    sha1: Hash,
    size: u64,
    media_type: Option<&'static str>,
    picture: Option<PictureWatch>,
    unseen: Option<UnseenKind>,
}

/// The bytes of a file on their way to whoever reads them: everything that goes by is looked at.
pub(crate) struct Watched<'b> {
    body: &'b mut dyn Body,
    active: FileWatch,
    content: ContentWatch,
}

impl<'b> Watched<'b> {
    pub(crate) fn new(body: &'b mut dyn Body) -> Self {
        Self { body, active: FileWatch::default(), content: ContentWatch::default() }
    }

    /// What was seen.
    pub(crate) fn finish(self) -> (FileWatch, ContentWatch) {
        (self.active, self.content)
    }
}

impl Body for Watched<'_> {
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        let count = self.body.read_some(into)?;
        self.active.push(&into[..count]);
        self.content.push(&into[..count]);
        Ok(count)
    }
}

/// The contents that went by.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    /// Size by the hash of the name.
    blobs: HashMap<Hash, u64>,
    types: BTreeMap<String, TypeCount>,
    bytes: u64,
    /// Names of contents with another SHA-1.
    changed: Vec<String>,
    changed_count: u64,
    pictures: Vec<Picture>,
    picture_count: u64,
    unseen: Vec<Unseen>,
    unseen_count: u64,
}

/// What of the contents people look at.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    pub(crate) pictures: Vec<Picture>,
    pub(crate) picture_count: u64,
    pub(crate) unseen: Vec<Unseen>,
    pub(crate) unseen_count: u64,
}

impl Contents {
    /// How many blobs there are.
    pub(crate) fn count(&self) -> u64 {
        self.blobs.len() as u64
    }

    /// The blob `name` (`files/xx/<sha1>`) has gone by.
    pub(crate) fn blob(&mut self, name: &str, watch: ContentWatch) {
        let Some(hash) = name.rsplit('/').next().and_then(hash_of) else { return };
        let content = watch.finish();
        self.blobs.insert(hash, content.size);
        self.bytes = self.bytes.saturating_add(content.size);
        count_type(&mut self.types, content.media_type.unwrap_or("(unknown)"), content.size);
        if content.sha1 != hash {
            self.changed_count += 1;
            if self.changed.len() < CHANGED_KEPT {
                self.changed.push(name.to_owned());
            }
        }
        self.show(name, None, &content);
    }

    /// Another file has gone by: one inside a zip, or a member of a package that is no backup.
    pub(crate) fn other(&mut self, place: &str, name: &str, watch: ContentWatch) {
        let mut content = watch.finish();
        let is_zip = content.media_type == Some("application/zip");
        if is_zip && place.contains(WITHIN) {
            content.unseen = Some(UnseenKind::Archive);
        }
        self.show(place, Some(name), &content);
    }

    fn show(&mut self, place: &str, name: Option<&str>, content: &Content) {
        if let Some(kind) = content.unseen {
            self.unseen(kind, place, name, content.size);
        }
        let Some(picture) = &content.picture else { return };
        self.picture_count += 1;
        if self.pictures.len() < PICTURES {
            self.pictures.push(Picture {
                place: place.to_owned(),
                sha1: hexadecimal(content.sha1),
                media_type: picture.media_type.to_owned(),
                pixels: picture.pixels(),
                size_bytes: content.size,
                uses: Vec::new(),
            });
        }
    }

    /// Something that nobody can be shown.
    pub(crate) fn unseen(&mut self, kind: UnseenKind, place: &str, name: Option<&str>, size_bytes: u64) {
        self.unseen_count += 1;
        if self.unseen.len() < UNSEEN {
            let name = name.map(crate::finding::printable);
            self.unseen.push(Unseen { kind, place: place.to_owned(), name, size_bytes });
        }
    }

    /// Joins rows and contents. Findings are noted if the package was read to its end and promises contents, and those
    /// about a file get its name.
    pub(crate) fn join(self, mut rows: FileRows, promises: bool, findings: &mut Findings) -> (Files, Shown) {
        let (names, uses) = (std::mem::take(&mut rows.names), std::mem::take(&mut rows.picture_uses));
        let Self {
            blobs,
            types,
            bytes,
            changed,
            changed_count,
            pictures,
            picture_count,
            unseen,
            unseen_count,
        } = self;
        let mut files = Files {
            hash_mismatch: changed_count,
            external: rows.external,
            blob_bytes: bytes,
            row_bytes: rows.bytes,
            licences: rows.licences,
            types,
            largest: rows.largest,
            ..Files::default()
        };
        for (hash, said) in &rows.contents {
            match blobs.get(hash) {
                // Moodle leaves out the contents of empty files now and then.
                None if said.size == Some(0) => {}
                None => files.missing += said.rows,
                Some(size) => files.size_mismatch += u64::from(said.size.is_some_and(|said| said != *size)),
            }
        }
        if !rows.uncounted {
            files.orphan = blobs.keys().filter(|hash| !rows.contents.contains_key(*hash)).count() as u64;
        }
        if promises {
            note(&files, &changed, findings);
        }
        findings.name(|place| names.get(&blob_of(place)?).map(String::as_str));
        let mut shown = Shown { pictures, picture_count, unseen, unseen_count };
        shown.name(&names, uses);
        let is_users = |place: &str| blob_of(place).is_some_and(|hash| rows.users.contains(&hash));
        findings.hide(|place| is_users(place).then(|| hidden(place)).flatten());
        shown.hide(is_users);
        (files, shown)
    }
}

impl Shown {
    /// Fills in what the rows say.
    fn name(&mut self, names: &HashMap<Hash, String>, uses: Vec<(Hash, FileUse)>) {
        let mut of: HashMap<Hash, Vec<FileUse>> = HashMap::new();
        for (hash, found) in uses {
            of.entry(hash).or_default().push(found);
        }
        for picture in &mut self.pictures {
            if let Some(uses) = blob_of(&picture.place).and_then(|hash| of.get(&hash)) {
                picture.uses.clone_from(uses);
            }
        }
        for item in self.unseen.iter_mut().filter(|item| item.name.is_none()) {
            item.name = blob_of(&item.place).and_then(|hash| names.get(&hash)).cloned();
        }
    }

    /// Takes out what may name people.
    fn hide(&mut self, is_users: impl Fn(&str) -> bool) {
        for picture in self.pictures.iter_mut().filter(|picture| is_users(&picture.place)) {
            picture.place = hidden(&picture.place).unwrap_or_else(|| picture.place.clone());
        }
        for item in self.unseen.iter_mut().filter(|item| is_users(&item.place)) {
            item.place = hidden(&item.place).unwrap_or_else(|| item.place.clone());
            item.name = None;
        }
    }
}

/// The place without the name of the member of a user's zip, which may be named after them.
fn hidden(place: &str) -> Option<String> {
    let (zip, _) = place.split_once(WITHIN)?;
    Some(format!("{zip}{WITHIN}…"))
}

fn note(files: &Files, changed: &[String], findings: &mut Findings) {
    for name in changed {
        findings.add(Code::FileHashMismatch, Some(name), "its SHA-1 is another one");
    }
    if files.missing > 0 {
        findings.add(Code::FileMissing, Some("files.xml"), &format!("{} files", files.missing));
    }
    if files.size_mismatch > 0 {
        findings.add(Code::FileSizeMismatch, Some("files.xml"), &format!("{} files", files.size_mismatch));
    }
}

/// The blob that a place is in: `files/ab/ab12…`, or a member of a zip that is one.
fn blob_of(place: &str) -> Option<Hash> {
    let member = place.split(WITHIN).next()?.strip_prefix("files/")?;
    hash_of(member.rsplit('/').next()?)
}

fn count_type(types: &mut BTreeMap<String, TypeCount>, kind: &str, bytes: u64) {
    let known = types.entry(kind.to_owned()).or_default();
    known.contents += 1;
    known.bytes = known.bytes.saturating_add(bytes);
}

fn hexadecimal(hash: Hash) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    hash.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}
