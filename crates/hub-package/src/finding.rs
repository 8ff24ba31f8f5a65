//! One problem of a package, and the list of them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use crate::code::Code;

/// What a finding does to the verdict under the default policy (package notes, section 15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// Something is odd; the package is accepted.
    Warning,
    /// A person must look before the package may be listed.
    Hold,
    /// The package is not taken.
    Refuse,
}

/// One problem of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// What was found.
    pub code: Code,
    /// How much it matters.
    pub severity: Severity,
    /// The member it was found in, escaped so that it can be printed; `None` if it is about the whole.
    #[serde(rename = "where")]
    pub place: Option<String>,
    /// What was seen, escaped and short; empty if the code says it all. Never a person's data.
    pub evidence: String,
    /// What the publisher can do, in English.
    pub advice: String,
}

/// Characters of evidence and place that are kept.
const EVIDENCE_CHARS: usize = 300;

impl Finding {
    /// A finding with the severity and the advice of its code.
    pub(crate) fn new(code: Code, place: Option<&str>, evidence: &str) -> Self {
        Self {
            code,
            severity: code.severity(),
            place: place.map(printable),
            evidence: printable(evidence),
            advice: code.advice().to_owned(),
        }
    }
}

/// `text` cut, with everything escaped that could disturb a terminal, a log line or the reading direction.
/// Letters of any script stay.
pub(crate) fn printable(text: &str) -> String {
    let mut out = String::with_capacity(text.len().min(EVIDENCE_CHARS));
    for (count, letter) in text.chars().enumerate() {
        if count == EVIDENCE_CHARS {
            out.push('…');
            break;
        }
        if letter.is_control() || is_invisible(letter) {
            // Writing to a String cannot fail.
            let _ = write!(out, "\\u{{{:x}}}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}

/// Direction controls, zero-width characters and other marks that change how text around them looks.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The findings of one pass: at most so many per code, with exact counts.
#[derive(Debug)]
pub(crate) struct Findings {
    per_code: usize,
    kept: Vec<Finding>,
    counts: BTreeMap<Code, u64>,
}

impl Findings {
    pub(crate) fn new(per_code: usize) -> Self {
        Self { per_code, kept: Vec::new(), counts: BTreeMap::new() }
    }

    /// Adds one; keeps it only while there are few of its code.
    pub(crate) fn add(&mut self, code: Code, place: Option<&str>, evidence: &str) {
        let count = self.counts.entry(code).or_default();
        *count += 1;
        if *count <= self.per_code.max(1) as u64 {
            self.kept.push(Finding::new(code, place, evidence));
        }
    }

    /// Whether there is one of this code.
    pub(crate) fn has(&self, code: Code) -> bool {
        self.counts.contains_key(&code)
    }

    /// Puts the name of the file in front of what was seen in it, where the place has one.
    pub(crate) fn name<'n>(&mut self, name_of: impl Fn(&str) -> Option<&'n str>) {
        for finding in &mut self.kept {
            if let Some(name) = finding.place.as_deref().and_then(&name_of)
                && !finding.evidence.contains(name)
            {
                let blank = if finding.evidence.is_empty() { "" } else { ": " };
                finding.evidence = printable(&[name, blank, &finding.evidence].concat());
            }
        }
    }

    /// Puts another place where `hidden` gives one, and says nothing more of what was seen there.
    pub(crate) fn hide(&mut self, hidden: impl Fn(&str) -> Option<String>) {
        for finding in &mut self.kept {
            if let Some(place) = finding.place.as_deref().and_then(&hidden) {
                finding.place = Some(place);
                finding.evidence.clear();
            }
        }
    }

    /// Takes what was found by somebody else.
    pub(crate) fn absorb(&mut self, other: Self) {
        for finding in other.kept {
            let kept = self.kept.iter().filter(|known| known.code == finding.code).count();
            if kept < self.per_code.max(1) {
                self.kept.push(finding);
            }
        }
        for (code, count) in other.counts {
            *self.counts.entry(code).or_default() += count;
        }
    }

    /// The kept findings, worst first and otherwise in the order they were made, and how many there were
    /// of each code.
    pub(crate) fn finish(mut self) -> (Vec<Finding>, BTreeMap<Code, u64>) {
        self.kept.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
        (self.kept, self.counts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evidence_is_escaped_and_cut() {
        assert_eq!(printable("a\u{202e}b\n"), "a\\u{202e}b\\u{a}");
        assert_eq!(printable("Grüße, שלום"), "Grüße, שלום");
        assert_eq!(printable(&"x".repeat(1_000)).chars().count(), EVIDENCE_CHARS + 1);
    }

    #[test]
    fn a_flood_of_one_code_is_counted_but_not_kept() {
        let mut findings = Findings::new(3);
        for _ in 0..10 {
            findings.add(Code::BadValue, None, "");
        }
        let (kept, counts) = findings.finish();
        assert_eq!((kept.len(), counts[&Code::BadValue]), (3, 10));
    }
}
