//! Gathers the facts of a package, member by member.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use crate::active::Active;
use crate::code::Code;
use crate::container::meter::Meter;
use crate::container::{Body, drain};
use crate::files::contents::{Contents, Watched, place_within};
use crate::files::{FileRows, UnseenKind};
use crate::finding::Findings;
use crate::index::{self, Index, Listing};
use crate::inner::{self, Look, Trouble};
use crate::kinds::aicc::Aicc;
use crate::kinds::manifest::{self, Manifest};
use crate::kinds::{Found, h5p, moodle1};
use crate::limits::Limits;
use crate::member::{self, Member};
use crate::moodle::backup::BackupFacts;
use crate::moodle::course::{CourseFacts, ModuleFacts, SectionFacts};
use crate::moodle::rows;
use crate::moodle::{self, Fields};
use crate::name::Name;
use crate::stop::Stop;
use crate::watch::Watches;
use crate::xml::{Xml, XmlBudget, XmlError};

/// How much of `moodle_backup.xml` Moodle looks at before it believes what it is (package notes, section 2).
const HEAD_BYTES: usize = 200;

/// Foreign names that are shown.
const FOREIGN_NAMES: usize = 5;

/// What the members said so far.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether one thing was seen; they are no state machine"
)]
pub(crate) struct Facts {
    pub(crate) backup: Option<BackupFacts>,
    /// `moodle_backup.xml` begins as Moodle requires.
    pub(crate) recognised: bool,
    pub(crate) course_seen: bool,
    pub(crate) course: Option<CourseFacts>,
    pub(crate) sections: HashMap<u64, SectionFacts>,
    /// By the hash of their directory.
    pub(crate) modules: HashMap<u64, ModuleFacts>,
    /// Hashes of the section and activity directories that hold a file.
    pub(crate) directories: HashSet<u64>,
    pub(crate) users_seen: bool,
    pub(crate) users_unreadable: bool,
    pub(crate) user_rows: u64,
    pub(crate) file_rows: FileRows,
    pub(crate) contents: Contents,
    pub(crate) questions: u64,
    pub(crate) block_counts: BTreeMap<String, u64>,
    pub(crate) roots: Roots,
    pub(crate) index: Index,
    pub(crate) own_index: Listing,
    pub(crate) dotted: bool,
    pub(crate) foreign: u64,
    pub(crate) foreign_names: Vec<String>,
    pub(crate) watches: Watches,
}

/// Members that tell a kind of package.
#[derive(Debug, Default)]
pub(crate) struct Roots {
    pub(crate) moodle2: bool,
    pub(crate) moodle1: Option<Box<Found>>,
    pub(crate) manifest: Option<Box<Manifest>>,
    pub(crate) h5p: Option<Box<Found>>,
    pub(crate) h5p_content: bool,
    pub(crate) aicc: Aicc,
    /// The top directory that holds one of them, and whether there is another.
    pub(crate) nested: Option<String>,
    pub(crate) nested_twice: bool,
}

/// The running state of one pass.
pub(crate) struct Gather<'l> {
    limits: &'l Limits,
    findings: Findings,
    key: RandomState,
    members: u64,
    /// Extension headers of a tar, which are no members but can flood as well.
    headers: u64,
    text_left: usize,
    budget: XmlBudget,
    /// What zips inside the package produce, under the limits of the package itself.
    inner: Meter<'l>,
    inner_members: u64,
    pub(crate) facts: Facts,
}

impl<'l> Gather<'l> {
    /// For an upload of `upload_bytes`.
    pub(crate) fn new(limits: &'l Limits, upload_bytes: u64) -> Self {
        let mut watches = Watches::default();
        watches.active = Active::new(limits);
        Self {
            limits,
            findings: Findings::new(limits.findings_per_code),
            key: RandomState::new(),
            members: 0,
            headers: 0,
            text_left: limits.kept_text,
            budget: XmlBudget { bytes: limits.all_xml, events: limits.xml_events },
            inner: Meter::new(limits, upload_bytes),
            inner_members: limits.members,
            facts: Facts { watches, ..Facts::default() },
        }
    }

    /// Notes a finding.
    pub(crate) fn note(&mut self, code: Code, place: Option<&str>, evidence: &str) {
        self.findings.add(code, place, evidence);
    }

    /// Members so far.
    pub(crate) fn members(&self) -> u64 {
        self.members
    }

    /// The hash under which a directory is known.
    pub(crate) fn hash(&self, directory: &str) -> u64 {
        self.key.hash_one(directory)
    }

    /// The key under which directories are hashed.
    pub(crate) fn key(&self) -> RandomState {
        self.key.clone()
    }

    /// Gives everything away at the end.
    pub(crate) fn into_parts(self) -> (Facts, Findings) {
        (self.facts, self.findings)
    }

    /// One more extension header.
    pub(crate) fn count_header(&mut self) -> Result<(), Stop> {
        self.headers += 1;
        self.check_count()
    }

    fn check_count(&self) -> Result<(), Stop> {
        if self.members + self.headers > self.limits.members {
            return Err(Stop::refuse(Code::TooManyMembers, format!("the limit is {}", self.limits.members)));
        }
        Ok(())
    }

    /// A member begins; its name is checked.
    pub(crate) fn member(&mut self, raw: &[u8], directory: bool) -> Result<Name, Stop> {
        self.members += 1;
        self.check_count()?;
        let name = Name::parse(raw, directory, self.limits)?;
        self.facts.dotted |= name.dotted;
        Ok(name)
    }

    /// A member is in the archive for the first time, to be compared with the index.
    pub(crate) fn list(&mut self, name: &Name, directory: bool, size: u64) {
        self.facts.own_index.add_member(&self.key, name, directory, size);
    }

    /// Reads what is wanted of a file. The caller drains the rest.
    pub(crate) fn file(&mut self, name: &Name, body: &mut dyn Body) -> Result<(), Stop> {
        let text = name.text.as_str();
        if name.foreign {
            self.foreign(text);
            return Ok(());
        }
        if let Some(directory) = member::part_directory(text) {
            let hash = self.hash(directory);
            self.facts.directories.insert(hash);
        }
        match Member::of(text) {
            Member::Backup => self.read_backup(text, body),
            Member::Index => {
                self.facts.index = index::read(body, &self.key)?;
                Ok(())
            }
            Member::Course => {
                self.facts.course_seen = true;
                self.facts.course = self.read_small(text, body, CourseFacts::read)?;
                Ok(())
            }
            Member::Section(id) => {
                if self.facts.sections.len() as u64 >= self.limits.sections {
                    return self.show(text, body);
                }
                if let Some(facts) = self.read_small(text, body, SectionFacts::read)? {
                    self.facts.sections.insert(id, facts);
                }
                Ok(())
            }
            Member::Module => self.read_module(text, body),
            Member::Users | Member::Files | Member::Questions => self.read_rows(text, body),
            Member::Manifest => self.read_manifest(text, body),
            Member::Blob => self.read_blob(text, body),
            Member::Block(block) => {
                moodle::count(&mut self.facts.block_counts, block);
                self.show(text, body)
            }
            Member::Other if member::is_xml(text) => self.show(text, body),
            Member::Other => Ok(()),
            Member::Moodle1 => self.read_moodle1(text, body),
            Member::H5p => self.read_h5p(text, body),
            Member::H5pContent | Member::Foreign => {
                self.root(text);
                self.foreign(text);
                self.read_foreign(text, body)
            }
        }
    }

    /// Looks at the contents of a file as they go by, and into it if it is a zip.
    fn read_blob(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let mut watched = Watched::new(body);
        let mut headed = Headed::read(&mut watched)?;
        if headed.head.starts_with(b"PK\x03\x04") {
            self.look_inside(name, &mut headed)?;
        }
        drain(&mut headed)?;
        let (active, content) = watched.finish();
        self.facts.watches.active.file(name, active);
        self.facts.contents.blob(name, content);
        Ok(())
    }

    /// Looks at a file that is no part of a backup: what there is of packages of other kinds.
    fn read_foreign(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let mut watched = Watched::new(body);
        drain(&mut watched)?;
        let (active, content) = watched.finish();
        self.facts.watches.active.named_file(name, name, active);
        self.facts.contents.other(name, name, content);
        Ok(())
    }

    fn look_inside(&mut self, place: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let mut inside = Inside {
            place,
            active: &mut self.facts.watches.active,
            contents: &mut self.facts.contents,
            locked: 0,
        };
        let trouble = inner::walk(body, &mut self.inner, &mut self.inner_members, &mut inside)?;
        if inside.locked > 0 {
            let evidence = format!("{} files need a password", inside.locked);
            self.note(Code::InnerUnreadable, Some(place), &evidence);
        }
        if let Some(trouble) = trouble {
            self.facts.contents.unseen(UnseenKind::Damaged, place, None, 0);
            match trouble {
                Trouble::Damaged(why) => self.note(Code::InnerUnreadable, Some(place), &why),
                Trouble::Bomb(why) => self.note(Code::InnerBomb, Some(place), &why),
            }
        }
        Ok(())
    }

    fn foreign(&mut self, name: &str) {
        self.facts.foreign += 1;
        if self.facts.foreign_names.len() < FOREIGN_NAMES {
            self.facts.foreign_names.push(name.to_owned());
        }
    }

    /// Notes the roots of other kinds, and those that stand one folder too deep.
    fn root(&mut self, name: &str) {
        let roots = &mut self.facts.roots;
        roots.h5p_content |= Member::of(name) == Member::H5pContent;
        roots.aicc.note(name);
        let Some((top, inner)) = name.split_once('/') else { return };
        if !matches!(inner, "moodle_backup.xml" | "moodle.xml" | "imsmanifest.xml" | "h5p.json")
            || member::is_leaving(name)
        {
            return;
        }
        match &roots.nested {
            None => roots.nested = Some(top.to_owned()),
            Some(known) if known == top => {}
            Some(_) => roots.nested_twice = true,
        }
    }

    fn read_backup(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        self.facts.roots.moodle2 = true;
        let mut body = Headed::read(body)?;
        self.facts.recognised = is_backup_head(&body.head);
        let limits = self.limits;
        let mut xml = Xml::new(&mut body, limits.backup_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        let mut fields =
            Fields { findings: &mut self.findings, limits, text_left: &mut self.text_left, place: name };
        let outcome = BackupFacts::read(&mut xml, &mut fields, &self.key);
        match outcome {
            Ok(facts) => self.facts.backup = Some(facts),
            // Said better by the finding for what no Moodle recognises.
            Err(XmlError::Malformed(_)) if !self.facts.recognised => {}
            Err(error) => return Err(refusal(error)),
        }
        Ok(())
    }

    fn read_module(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        if self.facts.modules.len() as u64 >= self.limits.activities {
            return self.show(name, body);
        }
        if let Some(facts) = self.read_small(name, body, ModuleFacts::read)?
            && let Some(directory) = member::part_directory(name)
        {
            let hash = self.hash(directory);
            self.facts.modules.insert(hash, facts);
        }
        Ok(())
    }

    /// Reads a small member; one that cannot be read is noted and its facts are left out.
    fn read_small<T>(
        &mut self,
        name: &str,
        body: &mut dyn Body,
        read: fn(&mut Xml<'_>, &mut Fields<'_>) -> Result<T, XmlError>,
    ) -> Result<Option<T>, Stop> {
        let limits = self.limits;
        let mut xml = Xml::new(body, limits.small_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        let mut fields =
            Fields { findings: &mut self.findings, limits, text_left: &mut self.text_left, place: name };
        let outcome = read(&mut xml, &mut fields);
        self.optional(name, outcome)
    }

    fn read_rows(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let limits = self.limits;
        let mut xml = Xml::new(body, limits.large_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        match Member::of(name) {
            Member::Users => {
                self.facts.users_seen = true;
                let outcome = rows::count_users(&mut xml, &mut self.facts.user_rows);
                self.facts.users_unreadable = self.optional(name, outcome)?.is_none();
            }
            Member::Files => {
                let outcome = FileRows::read(&mut xml);
                self.facts.file_rows = self.optional(name, outcome)?.unwrap_or_default();
            }
            _ => {
                let outcome = rows::count_questions(&mut xml);
                self.facts.questions = self.optional(name, outcome)?.unwrap_or_default();
            }
        }
        Ok(())
    }

    /// Reads a member of which only the watches want anything.
    fn show(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let limits = self.limits;
        let mut xml = Xml::new(body, limits.large_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        let outcome = loop {
            match xml.next() {
                Ok(Some(_)) => {}
                Ok(None) => break Ok(()),
                Err(error) => break Err(error),
            }
        };
        self.optional(name, outcome)?;
        Ok(())
    }

    fn read_manifest(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let limits = self.limits;
        let mut xml = Xml::new(body, limits.small_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        let mut fields =
            Fields { findings: &mut self.findings, limits, text_left: &mut self.text_left, place: name };
        let mut found = Box::<Manifest>::default();
        let outcome = manifest::read(&mut xml, &mut fields, &mut found);
        self.facts.roots.manifest = Some(found);
        self.foreign(name);
        // Moodle's own test package of SCORM has a manifest of nothing but the first line.
        self.optional(name, outcome)?;
        Ok(())
    }

    fn read_moodle1(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let limits = self.limits;
        let mut xml = Xml::new(body, limits.large_xml, limits, &mut self.budget)
            .watched(self.facts.watches.member(name));
        let mut fields =
            Fields { findings: &mut self.findings, limits, text_left: &mut self.text_left, place: name };
        let mut found = Box::<Found>::default();
        let outcome = moodle1::read(&mut xml, &mut fields, &mut found);
        self.facts.roots.moodle1 = Some(found);
        self.foreign(name);
        self.optional(name, outcome)?;
        Ok(())
    }

    fn read_h5p(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let outcome = h5p::read(body, self.limits)?;
        self.foreign(name);
        let found = outcome.unwrap_or_else(|why| {
            self.note(Code::MemberUnreadable, Some(name), &why);
            Found::default()
        });
        self.facts.roots.h5p = Some(Box::new(found));
        Ok(())
    }

    /// What is hostile refuses the package wherever it is; what is only broken leaves out this member.
    fn optional<T>(&mut self, name: &str, outcome: Result<T, XmlError>) -> Result<Option<T>, Stop> {
        let spent = self.budget.bytes == 0 || self.budget.events == 0;
        match outcome {
            Ok(facts) => Ok(Some(facts)),
            Err(XmlError::Malformed(why)) => {
                self.note(Code::MemberUnreadable, Some(name), &why);
                Ok(None)
            }
            Err(XmlError::Limit(why)) if !spent => {
                self.note(Code::MemberUnreadable, Some(name), &why);
                Ok(None)
            }
            Err(error) => Err(refusal(error)),
        }
    }
}

/// Looks at what is in a zip of the package.
struct Inside<'g> {
    place: &'g str,
    active: &'g mut Active,
    contents: &'g mut Contents,
    locked: u64,
}

impl Look for Inside<'_> {
    fn entry(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop> {
        let mut watched = Watched::new(body);
        drain(&mut watched)?;
        let (active, content) = watched.finish();
        let place = place_within(self.place, name);
        self.active.named_file(&place, name, active);
        self.contents.other(&place, name, content);
        Ok(())
    }

    fn locked(&mut self, name: &str) {
        self.locked += 1;
        self.contents.unseen(UnseenKind::Encrypted, &place_within(self.place, name), Some(name), 0);
    }
}

/// The refusal for XML that cannot be read and must be.
fn refusal(error: XmlError) -> Stop {
    match error {
        XmlError::Doctype => Stop::refuse(Code::XmlDoctype, ""),
        XmlError::Entity(name) => Stop::refuse(Code::XmlEntity, format!("&{name};")),
        XmlError::Encoding(name) => Stop::refuse(Code::XmlEncoding, name),
        XmlError::Malformed(why) => Stop::refuse(Code::XmlMalformed, why),
        XmlError::Limit(why) => Stop::refuse(Code::XmlLimit, why),
        XmlError::Stopped(stop) => stop,
    }
}

/// Whether Moodle would take this for the beginning of a `moodle_backup.xml` (package notes, section 2).
fn is_backup_head(head: &[u8]) -> bool {
    let head = head.to_ascii_lowercase();
    let holds = |word: &[u8]| head.windows(word.len()).any(|window| window == word);
    holds(br#"<?xml version="1.0" encoding="utf-8"?>"#)
        && holds(b"<moodle_backup>")
        && holds(b"<information>")
}

/// A body whose first bytes were looked at before it is read.
struct Headed<'b> {
    head: Vec<u8>,
    given: usize,
    body: &'b mut dyn Body,
}

impl<'b> Headed<'b> {
    fn read(body: &'b mut dyn Body) -> Result<Self, Stop> {
        let mut head = vec![0; HEAD_BYTES];
        let mut filled = 0;
        while filled < HEAD_BYTES {
            let count = body.read_some(&mut head[filled..])?;
            if count == 0 {
                break;
            }
            filled += count;
        }
        head.truncate(filled);
        Ok(Self { head, given: 0, body })
    }
}

impl Body for Headed<'_> {
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        let left = &self.head[self.given..];
        if left.is_empty() {
            return self.body.read_some(into);
        }
        let count = left.len().min(into.len());
        into[..count].copy_from_slice(&left[..count]);
        self.given += count;
        Ok(count)
    }
}
