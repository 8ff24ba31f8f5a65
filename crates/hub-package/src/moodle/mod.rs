//! Members of a Moodle backup, each read into facts (package notes, sections 3 to 6).

pub(crate) mod backup;
pub(crate) mod course;
pub(crate) mod release;
pub(crate) mod rows;

use std::collections::BTreeMap;

use crate::code::Code;
use crate::finding::Findings;
use crate::limits::Limits;
use crate::xml::Xml;

/// The whole, exact text that stands for SQL's NULL (package notes, section 5).
pub(crate) const NULL: &str = "$@NULL@$";

/// The last second of the year 9999: no honest date is later.
const LATEST: i64 = 253_402_300_799;

/// Different modules or blocks that are counted by name; Moodle has about thirty of each.
const KINDS: usize = 200;

/// Takes the values of one member's elements, and notes what makes no sense.
pub(crate) struct Fields<'f> {
    pub(crate) findings: &'f mut Findings,
    pub(crate) limits: &'f Limits,
    /// Bytes of text the report may still keep.
    pub(crate) text_left: &'f mut usize,
    pub(crate) place: &'f str,
}

impl Fields<'_> {
    /// The text of the element that just closed, up to `chars` characters; `None` for NULL.
    pub(crate) fn text(&mut self, xml: &Xml<'_>, chars: usize) -> Option<String> {
        let (text, mut cut) = xml.text();
        if text == NULL && !cut {
            return None;
        }
        let mut end = text.char_indices().nth(chars).map_or(text.len(), |(at, _)| at);
        if end > *self.text_left {
            end = text.floor_char_boundary(*self.text_left);
        }
        cut |= end < text.len();
        *self.text_left -= end;
        if cut {
            self.findings.add(Code::TextCut, Some(self.place), xml.name());
        }
        Some(text[..end].to_owned())
    }

    /// The same, trimmed; `None` if nothing is left.
    pub(crate) fn title(&mut self, xml: &Xml<'_>) -> Option<String> {
        let text = self.text(xml, self.limits.title_chars)?;
        let trimmed = text.trim();
        if trimmed.is_empty() { None } else { Some(trimmed.to_owned()) }
    }

    /// A short text such as a version, trimmed; `None` if nothing is left.
    pub(crate) fn word(&mut self, xml: &Xml<'_>) -> Option<String> {
        let text = self.text(xml, self.limits.text_chars)?;
        let trimmed = text.trim();
        if trimmed.is_empty() { None } else { Some(trimmed.to_owned()) }
    }

    /// A decimal number; `None` for NULL, nothing and nonsense.
    pub(crate) fn number(&mut self, xml: &Xml<'_>) -> Option<u64> {
        let text = match xml.text().0.trim() {
            "" | NULL => return None,
            text => text,
        };
        if text.bytes().all(|byte| byte.is_ascii_digit())
            && let Ok(number) = text.parse()
        {
            return Some(number);
        }
        self.bad(xml);
        None
    }

    /// A small number such as a format.
    pub(crate) fn small(&mut self, xml: &Xml<'_>) -> Option<u32> {
        let number = u32::try_from(self.number(xml)?).ok();
        if number.is_none() {
            self.bad(xml);
        }
        number
    }

    /// Unix seconds; `None` for 0, which means none, and for what is no date.
    pub(crate) fn time(&mut self, xml: &Xml<'_>) -> Option<i64> {
        match self.number(xml).map(i64::try_from)? {
            Ok(0) => None,
            Ok(seconds) if seconds <= LATEST => Some(seconds),
            _ => {
                self.bad(xml);
                None
            }
        }
    }

    /// `1`, or false for `0` and nothing; `None` for NULL and nonsense.
    pub(crate) fn flag(&mut self, xml: &Xml<'_>) -> Option<bool> {
        match xml.text().0.trim() {
            "1" => Some(true),
            "0" | "" => Some(false),
            NULL => None,
            _ => {
                self.bad(xml);
                None
            }
        }
    }

    /// The name of a module, block or format: Moodle's plug-in names.
    pub(crate) fn plugin(&mut self, xml: &Xml<'_>) -> Option<String> {
        let word = self.word(xml)?;
        if is_plugin_name(&word) {
            return Some(word);
        }
        self.bad(xml);
        None
    }

    fn bad(&mut self, xml: &Xml<'_>) {
        let evidence = format!("{}: {}", xml.name(), xml.text().0);
        self.findings.add(Code::BadValue, Some(self.place), &evidence);
    }
}

/// Lower-case letters, digits and underscores, a letter first.
pub(crate) fn is_plugin_name(name: &str) -> bool {
    name.len() <= 100
        && name.starts_with(|letter: char| letter.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
}

/// Counts one of `name`; a flood of names is counted together as `(other)`.
pub(crate) fn count(counts: &mut BTreeMap<String, u64>, name: &str) {
    if let Some(number) = counts.get_mut(name) {
        *number += 1;
    } else if counts.len() < KINDS {
        counts.insert(name.to_owned(), 1);
    } else {
        *counts.entry("(other)".into()).or_default() += 1;
    }
}
