//! XML read as a stream, under limits (package notes, section 12, H21 to H25).
//!
//! There is no document type, no entity beyond the five of XML itself, and no way to reach a file or the
//! network. Text is kept only where the caller asks for it, and never more than asked.

use std::io::{self, BufRead, BufReader};

use quick_xml::Reader;
use quick_xml::errors::{Error, SyntaxError};
use quick_xml::events::{BytesRef, BytesStart, Event};

use crate::container::{Body, BodyReader};
use crate::limits::Limits;
use crate::stop::Stop;
use crate::watch::Watching;

/// Bytes read from a member at a time.
const BUFFER_BYTES: usize = 32 * 1024;

/// Bytes of an attribute's value that are kept: identifiers and namespaces.
const ATTRIBUTE_BYTES: usize = 1_024;

/// Why a document is not read further.
#[derive(Debug)]
pub(crate) enum XmlError {
    /// It declares a document type.
    Doctype,
    /// It names an entity that is not defined.
    Entity(String),
    /// It is not UTF-8 by its own account, or not XML 1.0.
    Encoding(String),
    /// It is not well-formed.
    Malformed(String),
    /// It is beyond a limit.
    Limit(String),
    /// The archive ended the pass meanwhile.
    Stopped(Stop),
}

/// What the XML of a package may still cost.
#[derive(Debug)]
pub(crate) struct XmlBudget {
    pub(crate) bytes: u64,
    pub(crate) events: u64,
}

/// What [`Xml::next`] came to. The element is the last of [`Xml::path`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// An element begins; its attributes are known.
    Open,
    /// It ends; if it had no elements inside, its text is known as far as [`Xml::keep`] asked for it.
    Close,
}

/// One document.
#[expect(clippy::struct_excessive_bools, reason = "each belongs to another rule of the grammar")]
pub(crate) struct Xml<'b> {
    reader: Reader<Guard<'b>>,
    limits: &'b Limits,
    events_left: &'b mut u64,
    bytes_left: &'b mut u64,
    event: Vec<u8>,
    path: String,
    /// Where each name of the path begins.
    starts: Vec<usize>,
    closing: bool,
    attributes: Vec<(String, String)>,
    text: String,
    keep: usize,
    /// Bytes of text that the watches want.
    watched: usize,
    cut: bool,
    text_run: usize,
    begun: bool,
    root_seen: bool,
    watching: Option<Watching<'b>>,
}

impl<'b> Xml<'b> {
    /// Reads `body` up to `limit` bytes.
    pub(crate) fn new(
        body: &'b mut dyn Body,
        limit: u64,
        limits: &'b Limits,
        budget: &'b mut XmlBudget,
    ) -> Self {
        let guard = Guard {
            inner: BufReader::with_capacity(BUFFER_BYTES, BodyReader::new(body)),
            left: limit.min(budget.bytes),
            limit,
            event: 0,
            event_limit: limits.text_node.min(usize::MAX - 1),
            begun: false,
            tripped: None,
        };
        let mut reader = Reader::from_reader(guard);
        reader.config_mut().expand_empty_elements = true;
        Self {
            reader,
            limits,
            events_left: &mut budget.events,
            bytes_left: &mut budget.bytes,
            event: Vec::new(),
            path: String::new(),
            starts: Vec::new(),
            closing: false,
            attributes: Vec::new(),
            text: String::new(),
            keep: 0,
            watched: 0,
            cut: false,
            text_run: 0,
            begun: false,
            root_seen: false,
            watching: None,
        }
    }

    /// The same, with watches that see every element.
    pub(crate) fn watched(mut self, watching: Watching<'b>) -> Self {
        self.watching = Some(watching);
        self
    }

    /// Names from the root to the current element, joined by `/`.
    pub(crate) fn path(&self) -> &str {
        &self.path
    }

    /// The current element's name.
    pub(crate) fn name(&self) -> &str {
        &self.path[self.starts.last().copied().unwrap_or(0)..]
    }

    /// How deep the current element stands; the root is 1.
    pub(crate) fn depth(&self) -> usize {
        self.starts.len()
    }

    /// Attributes of the element that was opened last.
    pub(crate) fn attributes(&self) -> &[(String, String)] {
        &self.attributes
    }

    /// One attribute of the element that was opened last.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Asks for up to `bytes` of the text of the element that was just opened.
    pub(crate) fn keep(&mut self, bytes: usize) {
        self.keep = bytes;
    }

    /// The kept text of the element that just closed, and whether there was more.
    pub(crate) fn text(&self) -> (&str, bool) {
        // There may be more of it, for a watch.
        let kept = &self.text[..self.text.floor_char_boundary(self.keep)];
        (kept, self.keep > 0 && (self.cut || kept.len() < self.text.len()))
    }

    /// The next beginning or end of an element; `None` after the root has ended and nothing else follows.
    pub(crate) fn next(&mut self) -> Result<Option<Step>, XmlError> {
        let step = self.read_step();
        let depth = self.starts.len();
        if let Some(watching) = &mut self.watching {
            match step {
                Ok(Some(Step::Open)) => {
                    self.watched = watching.open(&self.path, depth, &self.attributes);
                }
                Ok(Some(Step::Close)) => watching.close(&self.path, depth, &self.text, self.cut),
                Ok(None) => watching.end(true),
                Err(_) => watching.end(false),
            }
        }
        step
    }

    fn read_step(&mut self) -> Result<Option<Step>, XmlError> {
        if self.closing {
            self.closing = false;
            self.pop();
        }
        loop {
            if *self.events_left == 0 {
                return Err(XmlError::Limit(format!("more than {} XML events", self.limits.xml_events)));
            }
            *self.events_left -= 1;
            let before = self.reader.buffer_position();
            let mut buffer = std::mem::take(&mut self.event);
            buffer.clear();
            self.reader.get_mut().event = 0;
            let outcome = match self.reader.read_event_into(&mut buffer) {
                Ok(event) => self.take(event),
                Err(error) => Err(self.reader.get_mut().explain(error)),
            };
            self.event = buffer;
            *self.bytes_left = self.bytes_left.saturating_sub(self.reader.buffer_position() - before);
            match outcome? {
                Seen::Step(step) => return Ok(Some(step)),
                Seen::Nothing => {}
                Seen::End => return Ok(None),
            }
        }
    }

    fn take(&mut self, event: Event<'_>) -> Result<Seen, XmlError> {
        match event {
            Event::Start(start) | Event::Empty(start) => self.open(&start),
            Event::End(_) => Ok(self.close()),
            Event::Text(text) => self.add_text(&text.into_inner()),
            Event::CData(text) => self.add_text(&text.into_inner()),
            Event::GeneralRef(reference) => self.add_reference(&reference),
            Event::DocType(_) => Err(XmlError::Doctype),
            Event::Comment(comment) if has_forbidden(&comment) => {
                Err(XmlError::Malformed("a character that XML forbids".into()))
            }
            Event::Comment(_) | Event::PI(_) => {
                self.begun = true;
                Ok(Seen::Nothing)
            }
            Event::Decl(declaration) => {
                if self.begun {
                    return Err(XmlError::Malformed("an XML declaration that is not at the start".into()));
                }
                self.begun = true;
                let version =
                    declaration.version().map_err(|error| XmlError::Malformed(error.to_string()))?;
                if version != "1.0" {
                    return Err(XmlError::Encoding(format!("XML {version}")));
                }
                match declaration.encoding() {
                    None => Ok(Seen::Nothing),
                    Some(Ok(encoding)) if encoding.eq_ignore_ascii_case("utf-8") => Ok(Seen::Nothing),
                    Some(Ok(encoding)) => Err(XmlError::Encoding(encoding.into_owned())),
                    Some(Err(error)) => Err(XmlError::Malformed(error.to_string())),
                }
            }
            Event::Eof if !self.starts.is_empty() => Err(XmlError::Malformed("it ends too early".into())),
            Event::Eof if !self.root_seen => Err(XmlError::Malformed("it has no element".into())),
            Event::Eof => Ok(Seen::End),
        }
    }

    fn pop(&mut self) {
        if let Some(start) = self.starts.pop() {
            self.path.truncate(start.saturating_sub(1));
        }
        self.forget_text();
    }

    fn forget_text(&mut self) {
        self.text.clear();
        self.keep = 0;
        self.watched = 0;
        self.cut = false;
        self.text_run = 0;
    }

    fn open(&mut self, start: &BytesStart<'_>) -> Result<Seen, XmlError> {
        if self.starts.is_empty() && self.root_seen {
            return Err(XmlError::Malformed("a second root element".into()));
        }
        self.begun = true;
        self.root_seen = true;
        let name = start.name().into_inner();
        self.check_name(name)?;
        if self.starts.len() >= self.limits.depth {
            return Err(XmlError::Limit(format!("deeper than {} elements", self.limits.depth)));
        }
        self.forget_text();
        self.attributes.clear();
        for attribute in start.attributes() {
            let attribute = attribute.map_err(|error| XmlError::Malformed(error.to_string()))?;
            if self.attributes.len() >= self.limits.attributes {
                return Err(XmlError::Limit(format!("more than {} attributes", self.limits.attributes)));
            }
            let key = attribute.key.into_inner();
            self.check_name(key)?;
            let value = plain_value(&attribute.value)?;
            self.attributes.push((key.to_owned(), value));
        }
        if !self.path.is_empty() {
            self.path.push('/');
        }
        self.starts.push(self.path.len());
        self.path.push_str(name);
        Ok(Seen::Step(Step::Open))
    }

    fn check_name(&self, name: &str) -> Result<(), XmlError> {
        if name.len() > self.limits.xml_name {
            return Err(XmlError::Limit(format!("a name longer than {} bytes", self.limits.xml_name)));
        }
        let letter = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | b':') || byte >= 0x80;
        let more = |byte: u8| letter(byte) || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
        match name.as_bytes() {
            [first, rest @ ..] if letter(*first) && rest.iter().all(|byte| more(*byte)) => Ok(()),
            _ => Err(XmlError::Malformed("a name that is none".into())),
        }
    }

    fn close(&mut self) -> Seen {
        self.closing = true;
        Seen::Step(Step::Close)
    }

    fn add_text(&mut self, text: &str) -> Result<Seen, XmlError> {
        if has_forbidden(text) {
            return Err(XmlError::Malformed("a character that XML forbids".into()));
        }
        if self.starts.is_empty() {
            self.begun = true;
            return if text.trim_ascii().is_empty() {
                Ok(Seen::Nothing)
            } else {
                Err(XmlError::Malformed("text outside the root element".into()))
            };
        }
        self.text_run += text.len();
        if self.text_run > self.limits.text_node {
            return Err(XmlError::Limit(format!("a text longer than {} bytes", self.limits.text_node)));
        }
        let most = self.keep.max(self.watched);
        let room = most.saturating_sub(self.text.len());
        // Once it is cut, later and shorter pieces must not close the gap.
        if text.len() <= room && !self.cut {
            self.text.push_str(text);
        } else if most > 0 && !self.cut {
            self.text.push_str(&text[..text.floor_char_boundary(room)]);
            self.cut = true;
        }
        Ok(Seen::Nothing)
    }

    fn add_reference(&mut self, reference: &BytesRef<'_>) -> Result<Seen, XmlError> {
        if self.starts.is_empty() {
            return Err(XmlError::Malformed("text outside the root element".into()));
        }
        let letter = resolve(reference)?;
        self.add_text(letter.encode_utf8(&mut [0; 4]))
    }
}

/// What one event of the parser means.
enum Seen {
    Step(Step),
    Nothing,
    End,
}

/// Characters outside the XML 1.0 production `Char`. What UTF-8 cannot hold is refused before.
fn has_forbidden(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().any(|byte| *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r'))
        || (bytes.contains(&0xef) && text.contains(['\u{fffe}', '\u{ffff}']))
}

fn resolve(reference: &BytesRef<'_>) -> Result<char, XmlError> {
    if reference.is_char_ref() {
        let letter = reference.resolve_char_ref().ok().flatten();
        return match letter {
            Some(letter) if !has_forbidden(letter.encode_utf8(&mut [0; 4])) => Ok(letter),
            _ => Err(XmlError::Malformed("a reference to a character that XML forbids".into())),
        };
    }
    match &**reference {
        "amp" => Ok('&'),
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        other => Err(XmlError::Entity(other.to_owned())),
    }
}

/// An attribute's value without references, cut to what is kept.
fn plain_value(raw: &str) -> Result<String, XmlError> {
    if raw.contains('<') || has_forbidden(raw) {
        return Err(XmlError::Malformed("an attribute with a character that XML forbids".into()));
    }
    let plain = quick_xml::escape::unescape(raw).map_err(|error| match error {
        quick_xml::escape::EscapeError::UnrecognizedEntity(_, name) => XmlError::Entity(name),
        other => XmlError::Malformed(other.to_string()),
    })?;
    Ok(plain[..plain.floor_char_boundary(ATTRIBUTE_BYTES)].to_owned())
}

/// What ended the reading below the parser.
#[derive(Debug)]
enum Trip {
    Size(u64),
    Event(usize),
    Encoding,
}

/// Keeps the parser from buffering more than one event may have and from reading beyond the member's limit.
struct Guard<'b> {
    inner: BufReader<BodyReader<'b>>,
    left: u64,
    limit: u64,
    /// Bytes of the current event.
    event: usize,
    event_limit: usize,
    begun: bool,
    tripped: Option<Trip>,
}

impl Guard<'_> {
    /// Says in our words why the parser failed.
    fn explain(&mut self, error: Error) -> XmlError {
        match (self.tripped.take(), self.inner.get_mut().take_stop(), error) {
            (_, Some(stop), _) => XmlError::Stopped(stop),
            (Some(Trip::Size(limit)), ..) => XmlError::Limit(format!("longer than {limit} bytes")),
            (Some(Trip::Event(limit)), ..) => XmlError::Limit(format!("a text longer than {limit} bytes")),
            (Some(Trip::Encoding), ..) => XmlError::Encoding("UTF-16 or UTF-32".into()),
            (_, _, Error::Syntax(SyntaxError::UnclosedDoctype)) => XmlError::Doctype,
            (_, _, error) => XmlError::Malformed(error.to_string()),
        }
    }

    fn trip(&mut self, trip: Trip) -> io::Error {
        self.tripped = Some(trip);
        io::Error::other("a limit was reached")
    }
}

impl io::Read for Guard<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let bytes = self.fill_buf()?;
        let count = bytes.len().min(into.len());
        into[..count].copy_from_slice(&bytes[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Guard<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.event > self.event_limit {
            return Err(self.trip(Trip::Event(self.event_limit)));
        }
        if !self.begun {
            self.begun = true;
            let head = self.inner.fill_buf()?;
            if matches!(head, [0xfe, 0xff, ..] | [0xff, 0xfe, ..] | [0, ..] | [_, 0, ..]) {
                return Err(self.trip(Trip::Encoding));
            }
        }
        if self.left == 0 && !self.inner.fill_buf()?.is_empty() {
            return Err(self.trip(Trip::Size(self.limit)));
        }
        let allowed = usize::try_from(self.left).unwrap_or(usize::MAX).min(self.event_limit + 1 - self.event);
        let bytes = self.inner.fill_buf()?;
        Ok(&bytes[..bytes.len().min(allowed)])
    }

    fn consume(&mut self, count: usize) {
        self.inner.consume(count);
        self.event += count;
        self.left = self.left.saturating_sub(count as u64);
    }
}
