//! Searches the texts of a package's XML as they go by.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use base64::Engine as _;

use super::address::Address;
use super::file::by_name;
use super::{FileWatch, Form, Links, Sighting, quote, scan};
use crate::code::Code;
use crate::finding::Findings;
use crate::language::{LanguageWatch, Languages};
use crate::limits::Limits;
use crate::member;
use crate::report::Text;
use crate::texts::{ActivityTexts, Room};
use crate::watch::{Element, Watch};

/// Sightings that are remembered so that none is noted twice in one member; later ones may be.
const REMEMBERED: usize = 20_000;

/// What one `<` costs of [`crate::Limits::search_work`]; a byte costs a quarter.
const TAG_WORK: u64 = 32;

/// Bytes of the shortest text that could do anything: `<a/b`.
const SHORTEST: usize = 4;

/// Longest text that is taken for an address.
const ADDRESS_BYTES: usize = 4_096;

/// Links of one Markdown text that are looked at.
const MARKDOWN_LINKS: usize = 10_000;

/// Members whose addresses are nobody's links: people's home pages, where files came from, and who issued a badge,
/// which Moodle fills in by itself.
const WITHOUT_LINKS: &[&str] = &["badges.xml", "files.xml", "users.xml"];

/// Elements whose text is language and not settings.
const PROSE: &[&str] = &[
    "answertext",
    "content",
    "contents",
    "definition",
    "description",
    "feedback",
    "generalfeedback",
    "intro",
    "message",
    "questiontext",
    "summary",
    "text",
];

/// Looks at every text and file of a package: what can run in it, where its links lead, which languages it is in,
/// and what of it is kept for the preview.
#[derive(Debug)]
pub(crate) struct Active {
    search: Search,
    languages: LanguageWatch,
    /// Context and texts of activities by their directory.
    texts: HashMap<String, (Option<u64>, Vec<Text>)>,
    current: Option<(Option<u64>, ActivityTexts)>,
    row: FileRow,
    text_left: usize,
    text_chars: usize,
    text_bytes: usize,
    activities: usize,
}

impl Default for Active {
    fn default() -> Self {
        Self::new(&Limits::default())
    }
}

impl Active {
    pub(crate) fn new(limits: &Limits) -> Self {
        Self {
            search: Search::new(limits),
            languages: LanguageWatch::default(),
            texts: HashMap::new(),
            current: None,
            row: FileRow::default(),
            text_left: limits.kept_activity_text,
            text_chars: limits.activity_text_chars,
            text_bytes: limits.text_node,
            activities: limits.kept_activities,
        }
    }

    /// A file went by.
    pub(crate) fn file(&mut self, member: &str, watch: FileWatch) {
        self.search.file(member, watch);
    }

    /// A file went by whose name is known.
    pub(crate) fn named_file(&mut self, place: &str, name: &str, watch: FileWatch) {
        self.search.file(place, watch);
        self.search.named(place, name, name);
    }

    /// One element of a row of `files.xml`, in which the names of the files stand.
    fn row(&mut self, path: &str, text: &str) {
        match path {
            "files/file/contenthash" => text.clone_into(&mut self.row.hash),
            "files/file/component" => text.clone_into(&mut self.row.component),
            "files/file/filename" => text.clone_into(&mut self.row.name),
            "files/file" => {
                let row = std::mem::take(&mut self.row);
                self.search.name(&row);
            }
            _ => {}
        }
    }

    /// The context and the texts of an activity, by its directory.
    pub(crate) fn take_texts(&mut self, directory: &str) -> (Option<u64>, Vec<Text>) {
        self.texts.remove(directory).unwrap_or_default()
    }

    /// The languages of what went by.
    pub(crate) fn languages(&self, declared: Option<String>) -> Languages {
        self.languages.languages(declared)
    }

    /// Reports what was found. `source_site` is the address of the site the package comes from.
    pub(crate) fn judge(self, source_site: Option<&str>, findings: &mut Findings) {
        findings.absorb(self.search.findings);
        self.search.links.judge(source_site, findings);
    }
}

impl Watch for Active {
    fn open(&mut self, element: &Element<'_>) -> usize {
        if element.depth == 1 {
            let context = element.attribute("contextid").and_then(|id| id.parse().ok());
            self.current = main_member(element.place).map(|_| (context, ActivityTexts::default()));
        }
        self.text_bytes
    }

    fn close(&mut self, element: &Element<'_>, text: &str, _cut: bool) {
        if element.place == "files.xml" {
            self.row(element.path, text);
        }
        if let Some((_, current)) = &mut self.current {
            let mut room = Room { left: &mut self.text_left, chars: self.text_chars };
            current.element(element.path, text, &mut room);
        }
        if text.is_empty() {
            return;
        }
        self.search.element(element.place, element.name, text);
        if PROSE.contains(&element.name) && holds_prose(element.place) {
            self.languages.see(text);
        }
    }

    fn end(&mut self, place: &str, _whole: bool) {
        if let Some((context, texts)) = self.current.take()
            && let Some(directory) = main_member(place)
            && self.texts.len() < self.activities
        {
            self.texts.insert(directory.to_owned(), (context, texts.finish()));
        }
    }
}

/// What is looked at of a row of `files.xml` (package notes, section 9).
#[derive(Debug, Default)]
struct FileRow {
    hash: String,
    component: String,
    name: String,
}

impl FileRow {
    /// The member that holds the contents.
    fn member(&self) -> Option<String> {
        let hex = self.hash.len() == 40 && self.hash.bytes().all(|byte| byte.is_ascii_hexdigit());
        hex.then(|| format!("files/{}/{}", &self.hash[..2], self.hash))
    }

    /// Its name, or only the ending where people's own files are kept, which may be named after them.
    fn shown(&self) -> &str {
        let own = self.component == "user"
            || self.component.starts_with("assign")
            || self.component == "mod_workshop";
        match self.name.rfind('.') {
            Some(dot) if own => &self.name[dot..],
            _ => &self.name,
        }
    }
}

/// The directory of an activity, if `place` is the member that its module wrote: `activities/page_7/page.xml`.
fn main_member(place: &str) -> Option<&str> {
    let directory = member::part_directory(place)?;
    let (module, _) = member::activity_directory(directory)?;
    let file = place.strip_prefix(directory)?.strip_prefix('/')?;
    (file.strip_suffix(".xml") == Some(module)).then_some(directory)
}

/// Members that teachers write in.
fn holds_prose(place: &str) -> bool {
    place == "questions.xml"
        || place == "course/course.xml"
        || place.starts_with("sections/")
        || main_member(place).is_some()
}

/// Searches texts and files, and remembers what was noted.
#[derive(Debug)]
struct Search {
    key: RandomState,
    noted: HashSet<u64>,
    work_left: u64,
    incomplete: bool,
    links: Links,
    findings: Findings,
}

impl Search {
    fn new(limits: &Limits) -> Self {
        Self {
            key: RandomState::new(),
            noted: HashSet::new(),
            work_left: limits.search_work,
            incomplete: false,
            links: Links::default(),
            findings: Findings::new(limits.findings_per_code),
        }
    }

    /// Looks at the text of one element.
    fn element(&mut self, member: &str, name: &str, text: &str) {
        // The outline repeats what the other members say.
        if member == "moodle_backup.xml" || text.len() < SHORTEST {
            return;
        }
        if name == "configdata" {
            // PHP's serialised data are searched as text and never read as data.
            if let Some(inner) = decoded(text) {
                self.text(member, name, &inner);
            }
            return;
        }
        if is_json(text) {
            self.text(member, name, &without_escapes(text));
        } else {
            self.text(member, name, text);
        }
    }

    fn text(&mut self, member: &str, name: &str, text: &str) {
        let mut sightings = Vec::new();
        if text.contains('<') {
            if !self.may_cost(text.as_bytes()) {
                self.give_up(member);
                return;
            }
            self.links.enter(member);
            let mut unwanted = Links::default();
            let links = if WITHOUT_LINKS.contains(&member) { &mut unwanted } else { &mut self.links };
            sightings = scan(text, Form::Html, links);
        } else if is_address_field(name) && text.len() <= ADDRESS_BYTES {
            let address = Address::parse(text);
            if matches!(address, Address::Script | Address::Document { .. }) {
                sightings.push(Sighting { code: Code::ActiveAddress, evidence: quote::text(text) });
            }
            if !WITHOUT_LINKS.contains(&member) {
                self.links.enter(member);
                self.links.see(&address);
            }
        }
        sightings.extend(markdown(text));
        for sighting in sightings {
            self.note(member, sighting.code, &format!("{name}: {}", sighting.evidence));
        }
    }

    /// Notes what a file's contents showed.
    fn file(&mut self, member: &str, mut watch: FileWatch) {
        if watch.to_search().is_some_and(|text| !self.may_cost(text)) {
            self.give_up(member);
            watch.forget();
        }
        self.links.enter(member);
        for sighting in watch.finish(&mut self.links) {
            // What a file is may have been told by its name; what is in it may be said several times.
            if !is_kind(sighting.code) || self.is_new(member, sighting.code) {
                self.note(member, sighting.code, &sighting.evidence);
            }
        }
    }

    /// Notes what a file's name says, unless its bytes said so.
    fn name(&mut self, row: &FileRow) {
        if let Some(member) = row.member() {
            self.named(&member, &row.name, row.shown());
        }
    }

    fn named(&mut self, place: &str, name: &str, shown: &str) {
        if let Some(code) = by_name(name)
            && self.is_new(place, code)
        {
            self.note(place, code, shown);
        }
    }

    /// Whether this was not said of the file before.
    fn is_new(&mut self, member: &str, code: Code) -> bool {
        let hash = self.key.hash_one((member, code));
        let new = !self.noted.contains(&hash);
        if new && self.noted.len() < REMEMBERED {
            self.noted.insert(hash);
        }
        new
    }

    fn note(&mut self, member: &str, code: Code, evidence: &str) {
        let hash = self.key.hash_one((member, code, evidence));
        if self.noted.contains(&hash) {
            return;
        }
        if self.noted.len() < REMEMBERED {
            self.noted.insert(hash);
        }
        self.findings.add(code, Some(member), evidence);
    }

    fn may_cost(&mut self, text: &[u8]) -> bool {
        let tags = memchr::memchr_iter(b'<', text).count() as u64;
        let cost = text.len() as u64 / 4 + tags * TAG_WORK;
        match self.work_left.checked_sub(cost) {
            Some(left) => {
                self.work_left = left;
                true
            }
            None => false,
        }
    }

    /// Says once that something was not searched.
    fn give_up(&mut self, member: &str) {
        if !std::mem::replace(&mut self.incomplete, true) {
            self.findings.add(Code::ScanIncomplete, Some(member), "this text and others after it");
        }
    }
}

/// Codes that say what a file is.
fn is_kind(code: Code) -> bool {
    matches!(
        code,
        Code::HtmlFile | Code::ScriptFile | Code::FlashFile | Code::OfficeMacros | Code::ExecutableFile
    )
}

/// Whether an element holds an address and nothing else, by its name: `externalurl`, `toolurl`, `weblink` …
fn is_address_field(name: &str) -> bool {
    name.contains("url") || name.contains("link") || name == "href" || name == "reference"
}

/// Text encoded as Base64, as blocks keep their settings.
fn decoded(text: &str) -> Option<String> {
    let packed: String = text.split_ascii_whitespace().collect();
    let bytes = base64::engine::general_purpose::STANDARD.decode(packed).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn is_json(text: &str) -> bool {
    text.starts_with(['{', '[']) && text.contains('\\')
}

/// The text of JSON without the escapes that hide markup in its strings (RFC 8259, section 7). What is no escape
/// stays as it is.
fn without_escapes(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let Some(letter) = rest.chars().next() else { break };
        rest = &rest[letter.len_utf8()..];
        match letter {
            'n' | 'r' | 't' | 'b' | 'f' => out.push(' '),
            'u' => {
                let hex = rest.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                if hex.is_some() {
                    rest = &rest[4..];
                }
                out.push(hex.and_then(char::from_u32).unwrap_or('\u{fffd}'));
            }
            other => out.push(other),
        }
    }
    out.push_str(rest);
    out
}

/// Addresses of Markdown's links that run script; other links are left to the text's own format.
fn markdown(text: &str) -> Vec<Sighting> {
    let target = |at: usize| {
        let rest = text[at + 2..].trim_start_matches([' ', '<']);
        &rest[..rest
            .find([')', ' ', '>', '\n'])
            .unwrap_or(rest.len().min(200))
            .min(rest.floor_char_boundary(200))]
    };
    text.match_indices("](")
        .take(MARKDOWN_LINKS)
        .map(|(at, _)| target(at))
        .filter(|target| Address::parse(target) == Address::Script)
        .map(|target| Sighting { code: Code::ActiveAddress, evidence: format!("]({})", quote::text(target)) })
        .take(1)
        .collect()
}
