//! Drives the tokenizer over one piece and hands every start tag to the judge.

use std::convert::Infallible;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::foreign::{Foreign, Space};
use super::judge;
use super::links::Links;
use super::style::Style;
use super::tag::{NAME_BYTES, Tag};
use super::{DEPTH, Sightings, quote};
use crate::code::Code;

/// Bytes of a style sheet that are looked at.
const STYLE_BYTES: usize = 256 * 1024;

/// Bytes of a script that are kept for quoting.
const SCRIPT_BYTES: usize = 400;

/// Bytes of a comment that are looked at.
const COMMENT_BYTES: usize = 1_024;

/// In which way a piece is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// As a browser does that runs script.
    Browser,
    /// As one that does not: `<noscript>` holds markup.
    WithoutScripting,
    /// As if every element held markup.
    Markup,
    /// As if SVG and MathML were HTML.
    Flat,
    /// As if every element held markup and none were foreign.
    Bare,
    /// As XML.
    Xml,
}

/// Reads one piece in one way.
pub(super) fn read(text: &str, mode: Mode, depth: usize, sightings: &mut Sightings, links: &mut Links) {
    let reader = Reader {
        mode,
        depth,
        foreign: Foreign::default(),
        last_start: Vec::new(),
        tag: Tag::default(),
        is_end: false,
        open: false,
        comment: Vec::new(),
        capture: None,
        sightings,
        links,
    };
    // Reading a text in memory cannot fail.
    let Ok(()) = Tokenizer::new_with_emitter(text, reader).finish();
}

/// The text of an element that is being kept.
#[derive(Debug)]
enum Capture {
    Script { start: String, text: Vec<u8> },
    Style { text: Vec<u8> },
}

struct Reader<'o> {
    mode: Mode,
    depth: usize,
    foreign: Foreign,
    last_start: Vec<u8>,
    tag: Tag,
    is_end: bool,
    /// A start tag has begun and not ended.
    open: bool,
    comment: Vec<u8>,
    capture: Option<Capture>,
    sightings: &'o mut Sightings,
    links: &'o mut Links,
}

impl Reader<'_> {
    fn start(&mut self) -> Option<State> {
        if self.mode == Mode::Xml
            && let Some(colon) = self.tag.name.iter().rposition(|byte| *byte == b':')
        {
            self.tag.name.drain(..=colon);
        }
        let space = self.enter();
        judge::tag(&self.tag, space, self.sightings, self.links);
        match self.tag.name.as_slice() {
            b"script" if judge::runs(&self.tag) && self.tag.get("src").is_none() => {
                let start = quote::tag(&self.tag, &["type", "href", "xlink:href"]);
                let closed = self.tag.self_closing && space != Space::Html;
                self.capture = Some(Capture::Script { start, text: Vec::new() });
                if closed || self.mode == Mode::Xml && self.tag.self_closing {
                    self.finish_capture();
                }
            }
            b"style" => self.capture = Some(Capture::Style { text: Vec::new() }),
            _ => {}
        }
        if let Some(inner) = self.tag.get("srcdoc")
            && self.depth < DEPTH
        {
            let inner = inner.to_owned();
            read(&inner, Mode::Browser, self.depth + 1, self.sightings, self.links);
        }
        self.state(space)
    }

    /// Follows the element into its namespace.
    fn enter(&mut self) -> Space {
        if matches!(self.mode, Mode::Flat | Mode::Bare) {
            return Space::Html;
        }
        let tag = &self.tag;
        let is_html = tag.get("encoding").is_some_and(|encoding| {
            encoding.eq_ignore_ascii_case("text/html")
                || encoding.eq_ignore_ascii_case("application/xhtml+xml")
        });
        let breaks =
            tag.name == b"font" && ["color", "face", "size"].iter().any(|key| tag.get(key).is_some());
        self.foreign.start(&tag.name, tag.self_closing, is_html, breaks)
    }

    /// What the element that began holds (HTML standard, 13.2.6.4).
    fn state(&self, space: Space) -> Option<State> {
        if space != Space::Html || matches!(self.mode, Mode::Markup | Mode::Bare | Mode::Xml) {
            return None;
        }
        match self.tag.name.as_slice() {
            b"textarea" | b"title" => Some(State::RcData),
            b"style" | b"xmp" | b"iframe" | b"noembed" | b"noframes" => Some(State::RawText),
            b"noscript" if self.mode != Mode::WithoutScripting => Some(State::RawText),
            b"script" => Some(State::ScriptData),
            b"plaintext" => Some(State::PlainText),
            _ => None,
        }
    }

    fn finish_capture(&mut self) {
        match self.capture.take() {
            None => {}
            Some(Capture::Script { start, text }) => {
                let text = quote::text(&String::from_utf8_lossy(&text));
                self.sightings.add(Code::ActiveScript, &format!("{start}{text}"));
            }
            Some(Capture::Style { text }) => {
                let text = String::from_utf8_lossy(&text);
                let evidence = || format!("<style>{}", quote::text(&text));
                judge::style(Style::read(&text), evidence, self.sightings);
            }
        }
    }
}

impl Emitter for Reader<'_> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, last_start_tag: Option<&[u8]>) {
        self.last_start = last_start_tag.unwrap_or_default().to_vec();
    }

    fn emit_eof(&mut self) {
        // A tag without an end is ended by whatever a page puts after the piece.
        if std::mem::take(&mut self.open) {
            self.tag.finish_attribute();
            self.finish_capture();
            let _ = self.start();
        }
        self.finish_capture();
    }

    fn emit_error(&mut self, _error: Error) {}

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    fn emit_string(&mut self, more: &[u8]) {
        let (text, room) = match &mut self.capture {
            None => return,
            Some(Capture::Script { text, .. }) => (text, SCRIPT_BYTES),
            Some(Capture::Style { text }) => (text, STYLE_BYTES),
        };
        let count = more.len().min(room.saturating_sub(text.len()));
        text.extend_from_slice(&more[..count]);
    }

    fn init_start_tag(&mut self) {
        self.is_end = false;
        self.open = true;
        self.tag.begin();
    }

    fn init_end_tag(&mut self) {
        self.is_end = true;
        self.tag.begin();
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.open = false;
        self.tag.finish_attribute();
        self.finish_capture();
        if self.is_end {
            self.foreign.end(&self.tag.name);
            return None;
        }
        self.last_start.clear();
        self.last_start.extend_from_slice(&self.tag.name);
        self.start()
    }

    fn emit_current_comment(&mut self) {
        if self.mode == Mode::Xml {
            judge::declaration(&String::from_utf8_lossy(&self.comment), self.sightings);
        }
    }

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {
        self.tag.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    fn push_tag_name(&mut self, more: &[u8]) {
        self.tag.push_name(more);
    }

    fn push_comment(&mut self, more: &[u8]) {
        let count = more.len().min(COMMENT_BYTES.saturating_sub(self.comment.len()));
        self.comment.extend_from_slice(&more[..count]);
    }

    fn push_doctype_name(&mut self, _more: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.tag.begin_attribute();
    }

    fn init_attribute_value(&mut self) {
        self.tag.begin_value();
    }

    fn push_attribute_name(&mut self, more: &[u8]) {
        self.tag.push_key(more);
    }

    fn push_attribute_value(&mut self, more: &[u8]) {
        self.tag.push_value(more);
    }

    fn set_doctype_public_identifier(&mut self, _value: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _value: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _more: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _more: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end
            && !self.last_start.is_empty()
            && self.tag.name.len() < NAME_BYTES
            && self.tag.name == self.last_start
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.mode == Mode::Xml || self.foreign.has_cdata()
    }
}
