//! Behaviour of the package reader, on archives made here and on the shared samples.
#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside the test functions")]

mod active;
mod active_browser;
mod active_files;
mod active_package;
#[path = "../common/archives.rs"]
mod archives;
mod door;
mod facts;
mod files;
mod hostile_tar;
mod hostile_xml;
mod hostile_zip;
mod inner;
mod kinds;
mod people;
mod privacy;
mod properties;
mod restore;
mod samples;

use std::io::Cursor;

use hub_package::{Cancel, Code, Limits, Report, Verdict};

/// Reads under the default limits.
fn read(bytes: &[u8]) -> Report {
    read_under(bytes, &Limits::default())
}

fn read_under(bytes: &[u8], limits: &Limits) -> Report {
    hub_package::read(Cursor::new(bytes), limits, &Cancel::never()).unwrap()
}

/// Asserts that `bytes` are refused for `code`.
#[track_caller]
fn refused(bytes: &[u8], code: Code) -> Report {
    let report = read(bytes);
    assert_eq!(report.verdict, Verdict::Refuse(code), "{:?}", report.findings);
    report
}

/// Asserts that `bytes` are held for a person to look at.
#[track_caller]
fn held(bytes: &[u8], code: Code) -> Report {
    let report = read(bytes);
    assert_eq!(report.verdict, Verdict::Hold(vec![code]), "{:?}", report.findings);
    report
}

/// Asserts that `bytes` are accepted with exactly these warnings and notes.
#[track_caller]
fn accepted_with(bytes: &[u8], codes: &[Code]) -> Report {
    let report = read(bytes);
    assert_eq!(report.verdict, Verdict::Accept, "{:?}", report.findings);
    let found: Vec<Code> = report.finding_counts.keys().copied().collect();
    assert_eq!(found, codes, "{:?}", report.findings);
    report
}
