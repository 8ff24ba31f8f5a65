//! What must hold of whatever is read.

use std::collections::{BTreeSet, HashSet};
use std::io::Cursor;
use std::time::Duration;

use hub_package::active::Sighting;
use hub_package::restore::{self, Judgement, Target};
use hub_package::{Branch, Cancel, Limits, Report, Verdict};

/// What may be inflated.
const UNPACKED: u64 = 1 << 20;
/// A pass stops within one of its buffers.
const BUFFER: u64 = 64 * 1024;
/// Sightings of one piece that are kept, as the documentation of `hub_package::active` has it.
const SIGHTINGS: usize = 500;

/// Limits so small that a few kilobytes meet them.
fn limits() -> Limits {
    Limits {
        unpacked: UNPACKED,
        unpacked_floor: UNPACKED,
        members: 100,
        text_node: 8_192,
        depth: 16,
        attributes: 8,
        sections: 20,
        activities: 20,
        kept_activities: 20,
        kept_text: 4_096,
        kept_activity_text: 2_048,
        title_chars: 200,
        findings_per_code: 5,
        wall_time: Duration::from_secs(20),
        ..Limits::default()
    }
}

/// Reads `bytes` twice and checks the reports.
///
/// # Panics
/// If the reading failed or something does not hold, which is what a fuzzer looks for.
pub fn package(bytes: &[u8]) {
    let limits = limits();
    let read = || match hub_package::read(Cursor::new(bytes), &limits, &Cancel::never()) {
        Ok(report) => report,
        Err(error) => panic!("{error}"),
    };
    let report = read();
    assert_eq!(report, read());
    assert_eq!(report.size_bytes, bytes.len() as u64);
    assert!(report.unpacked_bytes <= UNPACKED + BUFFER, "{}", report.unpacked_bytes);
    assert!(report.members <= limits.members + 1, "{}", report.members);
    assert!(report.course.sections.len() as u64 <= limits.sections);
    let json = serde_json::to_string(&report).expect("a report is plain data");
    assert!(json.len() < 1 << 20, "{}", json.len());
    assert_eq!(serde_json::from_str::<Report>(&json).expect("what was just written"), report);
    findings(&report, &limits);
    restoring(&report);
}

fn findings(report: &Report, limits: &Limits) {
    for (code, count) in &report.finding_counts {
        let kept = report.findings.iter().filter(|finding| finding.code == *code).count() as u64;
        assert_eq!(kept, (*count).min(limits.findings_per_code as u64), "{code:?}");
    }
    for finding in &report.findings {
        assert!(report.finding_counts.contains_key(&finding.code), "{:?}", finding.code);
        assert_printable(&finding.evidence);
        assert_printable(finding.place.as_deref().unwrap_or_default());
    }
    if let Verdict::Refuse(code) = &report.verdict {
        assert!(report.finding_counts.contains_key(code), "{code:?}");
    }
}

/// Judges the report for an old and a new Moodle.
fn restoring(report: &Report) {
    for (branch, plugins) in [(Branch::new(2, 5), None), (Branch::new(4, 5), Some(BTreeSet::new()))] {
        let target = Target { branch, plugins };
        let judgement = restore::judge(report, &target);
        assert_eq!(judgement, restore::judge(report, &target));
        let json = serde_json::to_string(&judgement).expect("a judgement is plain data");
        assert_eq!(serde_json::from_str::<Judgement>(&json).expect("what was just written"), judgement);
        for reason in &judgement.reasons {
            assert!(!reason.to_string().is_empty());
        }
    }
}

/// Looks for sightings twice and checks them.
///
/// # Panics
/// If something does not hold.
pub fn sightings(look: impl Fn() -> Vec<Sighting>) {
    let sightings = look();
    assert_eq!(sightings, look());
    assert!(sightings.len() <= SIGHTINGS + 1, "{}", sightings.len());
    let different: HashSet<&Sighting> = sightings.iter().collect();
    assert_eq!(different.len(), sightings.len());
    for sighting in &sightings {
        assert_printable(&sighting.evidence);
    }
}

/// Nothing in it disturbs a terminal or a log line.
fn assert_printable(text: &str) {
    assert!(!text.contains(char::is_control), "{text:?}");
}
