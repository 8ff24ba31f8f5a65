//! What in a course can run, load, spy or lead astray: active content in its HTML, read as browsers read it.
//!
//! [`html`] goes over one piece of HTML with a tokenizer that follows the HTML standard (never with patterns over
//! the markup) and lists what it sees, quoted and cut. It judges nothing but the piece itself: Moodle cleans most
//! texts when it shows them, an attacker's text is still evidence about the package.
//!
//! Where readers may differ, the piece is read in every way and the sightings are put together: with and without
//! scripting (`<noscript>`), and, once SVG, MathML or an element that drops others (`<select>`, `<template>`) is in it, also as if every element held markup
//! and as if none were foreign. Work and memory are bounded for hostile input: see the constants here and in
//! `reader`.

mod address;
mod file;
mod foreign;
mod hosts;
mod judge;
mod links;
mod quote;
mod reader;
mod style;
mod tag;
mod watch;

use std::collections::HashSet;

use crate::code::Code;

pub(crate) use file::FileWatch;
pub use file::file;
pub(crate) use links::Links;
use reader::Mode;
pub(crate) use watch::Active;

/// Different sightings of one piece that are kept.
const SIGHTINGS: usize = 500;

/// How deep HTML inside attributes of HTML (`srcdoc`) is read.
const DEPTH: usize = 2;

/// One thing that was seen in a piece of HTML.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Sighting {
    /// What it is.
    pub code: Code,
    /// The markup it was seen in: rebuilt, cut, without queries of addresses and without names of mailboxes.
    pub evidence: String,
}

/// Lists the active content of a piece of HTML, each different thing once.
pub fn html(text: &str) -> Vec<Sighting> {
    scan(text, Form::Html, &mut Links::default())
}

/// How a piece is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Html,
    /// SVG and XHTML of their own: every element holds markup, and names may have prefixes.
    Xml,
}

/// Lists the active content of a piece and counts its links.
pub(crate) fn scan(text: &str, form: Form, links: &mut Links) -> Vec<Sighting> {
    let mut sightings = Sightings::default();
    if form == Form::Xml {
        judge::entities(text, &mut sightings);
        reader::read(text, Mode::Xml, 0, &mut sightings, links);
        return sightings.kept;
    }
    reader::read(text, Mode::Browser, 0, &mut sightings, links);
    for mode in other_readings(text) {
        let mut more = Sightings::default();
        reader::read(text, *mode, 0, &mut more, &mut Links::default());
        sightings.merge(&more);
    }
    sightings.kept
}

/// In which other ways a piece could be read.
fn other_readings(text: &str) -> &'static [Mode] {
    const FOREIGN: &[&str] = &["<svg", "<math", "<select", "<frameset", "<template"];
    const RAW: &[&str] = &[
        "<style",
        "<title",
        "<textarea",
        "<xmp",
        "<iframe",
        "<noembed",
        "<noframes",
        "<noscript",
        "<plaintext",
        "<script",
        "<![cdata",
    ];
    let (mut foreign, mut raw, mut noscript) = (false, false, false);
    for (at, _) in text.match_indices('<') {
        let rest = &text.as_bytes()[at..];
        // The letters that the words begin with; most tags are told by this alone.
        if !rest.get(1).is_some_and(|first| b"sftxinp!m".contains(&first.to_ascii_lowercase())) {
            continue;
        }
        let begins = |word: &&str| {
            rest.len() >= word.len() && rest[..word.len()].eq_ignore_ascii_case(word.as_bytes())
        };
        foreign = foreign || FOREIGN.iter().any(begins);
        raw = raw || RAW.iter().any(begins);
        noscript = noscript || begins(&"<noscript");
    }
    match (foreign && raw, noscript) {
        (true, true) => &[Mode::WithoutScripting, Mode::Markup, Mode::Flat, Mode::Bare],
        (true, false) => &[Mode::Markup, Mode::Flat, Mode::Bare],
        (false, true) => &[Mode::WithoutScripting],
        (false, false) => &[],
    }
}

/// What one reading saw.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    kept: Vec<Sighting>,
    known: HashSet<Sighting>,
}

impl Sightings {
    /// Notes something unless it is known or there is no room.
    pub(super) fn add(&mut self, code: Code, evidence: &str) {
        if self.kept.len() >= SIGHTINGS {
            return;
        }
        let sighting = Sighting { code, evidence: crate::finding::printable(evidence) };
        if self.known.insert(sighting.clone()) {
            self.kept.push(sighting);
        }
    }

    /// Takes what another reading saw of a code, if it saw more of it: a thing that both saw may be quoted
    /// differently.
    fn merge(&mut self, other: &Self) {
        let count = |kept: &[Sighting], code| kept.iter().filter(|sighting| sighting.code == code).count();
        let before = self.kept.clone();
        for sighting in &other.kept {
            if count(&other.kept, sighting.code) > count(&before, sighting.code) {
                self.add(sighting.code, &sighting.evidence);
            }
        }
    }
}
