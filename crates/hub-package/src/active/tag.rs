//! One start tag, as far as it is looked at.

use super::address::Address;

/// Bytes of a name that are kept; no name of HTML, SVG or MathML is longer than 30.
pub(super) const NAME_BYTES: usize = 64;

/// Bytes of one value that are kept.
pub(super) const VALUE_BYTES: usize = 64 * 1024;

/// Event handlers of one tag that are kept, and addresses with an unusual prefix; one is enough to know.
const HANDLERS: usize = 16;

/// A start tag. Only attributes that matter are kept, so that no flood of others hides them or costs memory.
#[derive(Debug, Default)]
pub(super) struct Tag {
    pub(super) name: Vec<u8>,
    pub(super) self_closing: bool,
    attributes: Vec<(String, String)>,
    handlers: usize,
    /// The attribute being read.
    key: Vec<u8>,
    value: Vec<u8>,
    reading: bool,
    kind: Kind,
}

/// What is done with the value of the attribute being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Kind {
    #[default]
    Unwanted,
    /// Kept as it is.
    Text,
    /// Kept without the blanks that browsers drop, so that no flood of them pushes the address out.
    Address,
}

impl Tag {
    pub(super) fn begin(&mut self) {
        self.name.clear();
        self.self_closing = false;
        self.attributes.clear();
        self.handlers = 0;
        self.reading = false;
    }

    pub(super) fn push_name(&mut self, more: &[u8]) {
        push(&mut self.name, more, NAME_BYTES);
    }

    pub(super) fn begin_attribute(&mut self) {
        self.finish_attribute();
        self.reading = true;
        self.key.clear();
        self.value.clear();
    }

    pub(super) fn push_key(&mut self, more: &[u8]) {
        push(&mut self.key, more, NAME_BYTES);
    }

    pub(super) fn begin_value(&mut self) {
        self.kind = kind(&self.key);
    }

    pub(super) fn push_value(&mut self, more: &[u8]) {
        match self.kind {
            Kind::Unwanted => {}
            Kind::Text => push(&mut self.value, more, VALUE_BYTES),
            Kind::Address => {
                let room = VALUE_BYTES - self.value.len();
                let empty = self.value.is_empty();
                let kept = more.iter().copied().filter(|byte| *byte > b' ' || (!empty && *byte == b' '));
                self.value.extend(kept.take(room));
            }
        }
    }

    /// Puts the attribute being read to the others; the first of a name counts.
    pub(super) fn finish_attribute(&mut self) {
        if !std::mem::take(&mut self.reading) {
            return;
        }
        let handler = is_handler(&self.key);
        let odd = self.key.ends_with(b":href") && self.key != b"xlink:href";
        if kind(&self.key) == Kind::Unwanted || ((handler || odd) && self.handlers >= HANDLERS) {
            return;
        }
        if odd && Address::parse(&String::from_utf8_lossy(&self.value)) != Address::Script {
            return;
        }
        let key = String::from_utf8_lossy(&self.key).into_owned();
        if self.attributes.iter().any(|(known, _)| *known == key) {
            return;
        }
        self.handlers += usize::from(handler || odd);
        self.attributes.push((key, String::from_utf8_lossy(&self.value).into_owned()));
        self.value.clear();
    }

    /// The value of an attribute.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == key).map(|(_, value)| value.as_str())
    }

    /// All attributes that are kept.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }
}

/// Appends as much as there is room for.
fn push(to: &mut Vec<u8>, more: &[u8], room: usize) {
    let count = more.len().min(room.saturating_sub(to.len()));
    to.extend_from_slice(&more[..count]);
}

/// Attributes whose value browsers open, load or send to, the old ones included (HTML standard, "Attributes";
/// SVG 2; HTML 3.2 for `dynsrc`, `lowsrc` and the like).
pub(super) fn is_address(key: &str) -> bool {
    matches!(
        key,
        "href"
            | "src"
            | "action"
            | "formaction"
            | "data"
            | "poster"
            | "background"
            | "srcset"
            | "ping"
            | "codebase"
            | "code"
            | "archive"
            | "classid"
            | "longdesc"
            | "dynsrc"
            | "lowsrc"
            | "manifest"
            | "movie"
            | "cite"
            | "profile"
            | "usemap"
            | "handler"
    ) || key.ends_with(":href")
}

/// Attributes that are looked at though they are no addresses.
const TEXTS: &[&str] = &[
    "actiontype",
    "allow",
    "attributename",
    "color",
    "content",
    "encoding",
    "face",
    "from",
    "height",
    "hidden",
    "http-equiv",
    "language",
    "method",
    "name",
    "rel",
    "size",
    "srcdoc",
    "style",
    "to",
    "type",
    "value",
    "values",
    "width",
    "xmlns",
];

fn kind(key: &[u8]) -> Kind {
    let Ok(key) = std::str::from_utf8(key) else { return Kind::Unwanted };
    if is_address(key) {
        return Kind::Address;
    }
    if is_handler(key.as_bytes()) || TEXTS.contains(&key) { Kind::Text } else { Kind::Unwanted }
}

/// Words that begin with `on`, are no events, and stand in tags that were meant as text (`a <b only if …`).
const WORDS: &[&[u8]] =
    &[b"once", b"one", b"ones", b"oneself", b"only", b"onto", b"onward", b"onwards", b"online", b"ongoing"];

/// Whether browsers would take an attribute for an event handler: every name that begins with `on`, since events
/// are added every year, but for words of English.
pub(super) fn is_handler(key: &[u8]) -> bool {
    let key = key.rsplit(|byte| *byte == b':').next().unwrap_or(key);
    key.len() >= 5
        && key.starts_with(b"on")
        && key[2..].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-' || *byte == b'_')
        && !WORDS.contains(&key)
}
