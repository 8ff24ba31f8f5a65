//! People and secrets in a package (package notes, section 7).
//!
//! Settings of a backup are claims; what counts are the rows. A watch sees every element: it counts user accounts,
//! rows about a user (in the places of Moodle's own backups, [`places`], and by a general rule in every other
//! member), files of users, secrets, e-mail addresses and names of authors. It keeps where and how many, never a
//! value.
//!
//! The general rule: an element with elements inside is a row about a user if one of its children is named like
//! the number of a person and is filled, or if its children name a person in full, and if it is not the activity
//! itself, whose user is whoever made it.

mod judge;
mod level;
mod mail;
mod people;
mod places;
mod words;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use crate::code::Code;
use crate::moodle::NULL;
use crate::watch::{Element, Watch};

pub(crate) use judge::Claims;
pub use level::{EvidenceKind, PrivacyEvidence, PrivacyLevel};
pub(crate) use people::is_user_file;
use people::{Accounts, EventRow, FileRow};
use places::Place;
use words::{Identity, Name};

/// Bytes of an element's text that are searched for addresses. Longer ones are pictures inside of texts.
const TEXT_BYTES: usize = 256 * 1024;

/// Different places, elements and kinds of evidence that are kept; the rest is counted together.
const PLACES_KEPT: usize = 300;

/// Different secrets that are kept, by member and element.
const SECRETS_KEPT: usize = 1_000;

/// Different authors that are counted.
const AUTHORS: usize = 100_000;

/// Different names of elements whose meaning is kept.
const NAMES: usize = 5_000;

/// Characters kept of an element's path: its end.
const PATH_CHARS: usize = 160;

/// What was seen at one place.
#[derive(Debug)]
struct Seen {
    count: u64,
    /// The member it was seen in first.
    member: String,
}

/// What was seen of people and secrets.
#[derive(Debug, Default)]
pub(crate) struct Privacy {
    evidence: BTreeMap<(EvidenceKind, String, String), Seen>,
    /// How many of each code, member and element.
    secrets: BTreeMap<(Code, String, String), u64>,
    accounts: Accounts,
    authors: HashSet<u64>,
    key: RandomState,
    names: HashMap<Box<str>, Name>,
    /// Examples of a workshop's teacher, whose files stand where submissions do.
    examples: u64,
    workshop_files: u64,
    member: Member,
    frames: Vec<Frame>,
}

/// What is known of the current member.
#[derive(Debug, Default)]
struct Member {
    /// Its name, numbers of parts as `*`.
    pattern: String,
    places: Vec<&'static Place>,
    /// Rows outside of these are looked for.
    searched: bool,
    users: bool,
    files: bool,
    file: FileRow,
    event: EventRow,
}

/// An element that is open.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each says whether one thing was seen inside")]
struct Frame {
    place: Option<&'static Place>,
    /// Has elements inside.
    parent: bool,
    person: bool,
    /// Filled elements inside.
    filled: u64,
    first_name: bool,
    last_name: bool,
    user_name: bool,
    mail: bool,
    encrypted: bool,
    /// A pair of `name` and `value`: the secret that the name promises, and whether a value is there.
    named: Option<(Code, String)>,
    valued: bool,
}

impl Watch for Privacy {
    fn open(&mut self, element: &Element<'_>) -> usize {
        if self.frames.is_empty() {
            self.member = Member::new(element.place);
        }
        let mut frame = Frame {
            place: self.member.places.iter().find(|place| place.is_row(element.path)).copied(),
            encrypted: element.attribute("encrypted") == Some("true"),
            ..Frame::default()
        };
        if let Some(around) = self.frames.last_mut() {
            around.parent = true;
        }
        for (name, value) in element.attributes {
            frame.filled += u64::from(name != "id");
            frame.person |= self.name(name).is_person(value);
        }
        if self.member.users && element.path == "users/user" {
            self.accounts.begin();
        }
        if self.member.files && element.path == "files/file" {
            self.member.file = FileRow::default();
        }
        if element.path == "events/event" {
            self.member.event = EventRow::default();
        }
        self.frames.push(frame);
        TEXT_BYTES
    }

    fn close(&mut self, element: &Element<'_>, text: &str, _cut: bool) {
        let Some(frame) = self.frames.pop() else { return };
        if frame.parent {
            self.close_row(element, &frame);
        } else {
            self.close_leaf(element, &frame, text);
        }
    }

    fn end(&mut self, _place: &str, _whole: bool) {
        self.frames.clear();
    }
}

impl Privacy {
    fn note(&mut self, kind: EvidenceKind, element: &str, member: &str, count: u64) {
        let pattern = self.member.pattern.clone();
        self.note_at(kind, pattern, end_of(element).to_owned(), member, count);
    }

    fn note_at(&mut self, kind: EvidenceKind, place: String, element: String, member: &str, count: u64) {
        let mut key = (kind, place, element);
        if self.evidence.len() >= PLACES_KEPT && !self.evidence.contains_key(&key) {
            key = (kind, "(other)".into(), String::new());
        }
        let seen = self.evidence.entry(key).or_insert_with(|| Seen { count: 0, member: member.to_owned() });
        seen.count += count;
    }

    /// What a name says.
    fn name(&mut self, name: &str) -> Name {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let read = Name::read(name);
        if self.names.len() < NAMES {
            self.names.insert(name.into(), read);
        }
        read
    }

    /// An element without elements inside: a field of the row around it.
    fn close_leaf(&mut self, element: &Element<'_>, frame: &Frame, text: &str) {
        let value = text.trim();
        if value.is_empty() || text == NULL {
            return;
        }
        if self.member.users {
            self.accounts.field(element.name, value);
        } else {
            let addresses = mail::count(value);
            if addresses > 0 {
                self.note(EvidenceKind::EmailAddresses, element.path, element.place, addresses);
            }
        }
        if self.member.files {
            self.file_field(element, value);
        }
        let name = self.name(element.name);
        if name.secret
            && !frame.encrypted
            && is_secret_value(value)
            && let Some(code) = words::secret(element.place, element.name)
        {
            self.secret(code, element.place, element.path, element.name);
        }
        let Some(row) = self.frames.last_mut() else { return };
        row.filled += 1;
        match row.place {
            Some(place) => {
                row.person |= place.person.contains(&element.name) && words::is_filled(value);
                self.member.event.field(element.name, value);
            }
            None => row.field(element, name, value, !frame.encrypted),
        }
    }

    /// An element with elements inside: perhaps a row.
    fn close_row(&mut self, element: &Element<'_>, frame: &Frame) {
        if let Some((code, name)) = &frame.named
            && frame.valued
        {
            self.secret(*code, element.place, element.path, name);
        }
        if self.member.users {
            if element.path == "users/user" {
                self.accounts.end();
            }
            return;
        }
        if self.member.files {
            if element.path == "files/file" {
                self.close_file(element.place);
            }
            return;
        }
        if element.name == "examplesubmission" {
            self.examples += 1;
        }
        let is_row = match frame.place {
            Some(_) if element.path == "events/event" => frame.person && self.member.event.is_own(),
            Some(_) => frame.person,
            None => self.member.searched && !is_part_itself(element) && frame.names_a_person(),
        };
        if is_row {
            self.note(EvidenceKind::UserRows, element.path, element.place, 1);
        }
    }

    fn file_field(&mut self, element: &Element<'_>, value: &str) {
        if element.path == "files/file/author" && self.authors.len() < AUTHORS {
            let hash = self.key.hash_one(value);
            self.authors.insert(hash);
        }
        self.member.file.field(element.name, value);
    }

    fn close_file(&mut self, member: &str) {
        let file = std::mem::take(&mut self.member.file);
        if file.directory {
            return;
        }
        if people::is_workshop_file(&file.component, &file.area) {
            self.workshop_files += 1;
        } else if people::is_user_file(&file.component, &file.area) {
            let element = format!("{}/{}", file.component, file.area);
            self.note(EvidenceKind::UserFiles, &element, member, 1);
        }
    }

    fn secret(&mut self, code: Code, member: &str, path: &str, name: &str) {
        self.note(EvidenceKind::Secrets, path, member, 1);
        let mut key = (code, member.to_owned(), name.to_owned());
        if self.secrets.len() >= SECRETS_KEPT && !self.secrets.contains_key(&key) {
            key = (code, String::new(), "more".into());
        }
        *self.secrets.entry(key).or_default() += 1;
    }
}

impl Member {
    fn new(name: &str) -> Self {
        Self {
            pattern: pattern(name),
            places: places::places_in(name),
            searched: places::is_searched(name),
            users: name == "users.xml",
            files: name == "files.xml",
            file: FileRow::default(),
            event: EventRow::default(),
        }
    }
}

impl Frame {
    /// A field of a row that is in no table.
    fn field(&mut self, element: &Element<'_>, name: Name, value: &str, plain: bool) {
        self.person |= name.is_person(value);
        match name.identity {
            Some(Identity::FirstName) => self.first_name = true,
            Some(Identity::LastName) => self.last_name = true,
            Some(Identity::UserName) => self.user_name = true,
            Some(Identity::Mail) => self.mail = mail::count(value) == 1,
            None => {}
        }
        match element.name {
            "name" => {
                self.named =
                    words::secret(element.place, value).map(|code| (code, value.to_ascii_lowercase()));
            }
            "value" => self.valued = plain && is_secret_value(value),
            _ => {}
        }
    }

    fn names_a_person(&self) -> bool {
        let in_full = self.first_name && self.last_name
            || self.mail && (self.first_name || self.last_name || self.user_name);
        self.filled > 0 && self.person || in_full
    }
}

/// Whether a filled element of a secret's name holds one: switches do not.
fn is_secret_value(value: &str) -> bool {
    !matches!(value, "0" | "1")
}

/// The activity, block, section or course that a member is about, whose user is whoever made it.
fn is_part_itself(element: &Element<'_>) -> bool {
    element.depth == 1
        || element.depth == 2 && (element.path.starts_with("activity/") || element.path.starts_with("block/"))
}

/// `activities/quiz_7/quiz.xml` → `activities/quiz_*/quiz.xml`.
fn pattern(name: &str) -> String {
    let folder = |folder: &str| match folder.rsplit_once('_') {
        Some((start, number)) if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => {
            format!("{start}_*")
        }
        _ => folder.to_owned(),
    };
    name.split('/').map(folder).collect::<Vec<_>>().join("/")
}

/// The end of a long path.
fn end_of(path: &str) -> &str {
    &path[path.ceil_char_boundary(path.len().saturating_sub(PATH_CHARS))..]
}
