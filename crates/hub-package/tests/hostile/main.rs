//! Hostile archives, one table row each: what attacks readers of packages (package notes, section 12), made by
//! code, refused for its own reason, within little memory and time, and with nothing written anywhere.
//!
//! A program of its own and with one test, because it measures its own process. `docs/HOSTILE.md` lists the
//! cases. Run it with `--nocapture` to see every row with its evidence and cost.
#![expect(clippy::unwrap_used, reason = "helpers of tests stand outside the test functions")]

#[path = "../common/archives.rs"]
#[allow(dead_code, reason = "the other test program uses the rest")]
mod archives;
mod bombs;
mod containers;
mod gzips;
mod measure;
mod names;
mod strangers;
mod table;
mod tars;
mod texts;
mod zips;

use std::collections::BTreeSet;
use std::net::TcpListener;
use std::sync::OnceLock;

use hub_package::{Cancel, Limits, Report, Verdict};

use self::measure::Cost;
use self::table::{Expect, Row, Source};

/// What one reading of the whole table may add to the process at its worst moment (package notes, section 13).
const MEMORY_KIB: u64 = 64 * 1024;

/// Where external entities point: nobody may call there.
static LISTENER: OnceLock<TcpListener> = OnceLock::new();

fn port() -> u16 {
    let listener = LISTENER.get_or_init(|| {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        listener
    });
    listener.local_addr().unwrap().port()
}

fn rows() -> Vec<Row> {
    let mut rows = zips::rows();
    for more in [
        containers::rows(),
        names::rows(),
        tars::rows(),
        gzips::rows(),
        bombs::rows(),
        texts::rows(),
        strangers::rows(),
    ] {
        rows.extend(more);
    }
    rows
}

/// Reads one archive; says what is wrong with the outcome, or nothing.
fn check(row: &Row, source: &mut dyn Source, cost: &mut Cost) -> (Report, Vec<String>) {
    let before = measure::files_and_writes();
    let report = cost.of(|| hub_package::read(source, &Limits::default(), &Cancel::never()).unwrap());
    let mut wrong = Vec::new();
    if measure::files_and_writes() != before {
        wrong.push("something was written or left open".to_owned());
    }
    if !row.expect.holds(&report) {
        wrong.push(format!("expected {:?}: {:?} {:?}", row.expect, report.verdict, report.findings));
    }
    (report, wrong)
}

#[test]
fn every_hostile_archive_has_its_reason_and_costs_little() {
    port();
    let rows = rows();
    let mut wrong = Vec::new();
    let mut contents = BTreeSet::new();
    let mut names = BTreeSet::new();
    let mut refused = 0;
    let mut cost = Cost::default();
    let start = measure::peak_kib();
    for row in &rows {
        let mut source = (row.build)();
        let spent = cost;
        let (report, complaints) = check(row, &mut *source, &mut cost);
        wrong.extend(complaints.iter().map(|complaint| format!("{} {}: {complaint}", row.case, row.name)));
        if !contents.insert(report.sha256.clone()) {
            wrong.push(format!("{} {}: the same bytes as another", row.case, row.name));
        }
        if !names.insert(row.name.clone()) {
            wrong.push(format!("{} {}: the same name as another", row.case, row.name));
        }
        refused += u32::from(matches!(row.expect, Expect::Refuse(..)));
        print_row(row, &report, cost.millis() - spent.millis());
    }
    cuts(&mut cost, &mut wrong);
    let grown = measure::peak_kib() - start;
    println!(
        "{} archives, {refused} of them refused; reading took {:.0} ms of processor time; memory grew by {grown} KiB",
        rows.len(),
        cost.millis(),
    );
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(refused >= 150, "{refused} archives");
    assert!(grown < MEMORY_KIB, "memory grew by {grown} KiB");
    let documented = include_str!("../../../../docs/HOSTILE.md");
    for row in &rows {
        assert!(documented.contains(&format!("| {} |", row.case)), "{} is not in docs/HOSTILE.md", row.case);
    }
    let called = LISTENER.get().unwrap().accept();
    assert_eq!(called.unwrap_err().kind(), std::io::ErrorKind::WouldBlock, "an entity was fetched");
}

fn print_row(row: &Row, report: &Report, millis: f64) {
    let first = report.findings.first();
    println!(
        "{:4} {:60} {:24} {:>8.1} ms  {}",
        row.case,
        row.name,
        first.map_or("-", |finding| finding.code.as_str()),
        millis,
        first.map_or("", |finding| finding.evidence.as_str()),
    );
}

/// A package of the size real ones have, cut every 4 KiB (H19): never taken, always said to be cut or damaged.
fn cuts(cost: &mut Cost, wrong: &mut Vec<String>) {
    for (name, whole) in [("zip", table::real_sized_zip()), ("tar.gz", table::real_sized_tgz())] {
        let all = cost.of(|| {
            hub_package::read(std::io::Cursor::new(&whole), &Limits::default(), &Cancel::never()).unwrap()
        });
        assert_eq!(all.verdict, Verdict::Accept, "{:?}", all.findings);
        for length in (4096..whole.len()).step_by(4096) {
            let row = Row::refused_as_cut(format!("a {name} cut after {length} bytes"));
            let mut source = std::io::Cursor::new(&whole[..length]);
            let (_, complaints) = check(&row, &mut source, cost);
            wrong.extend(complaints.iter().map(|complaint| format!("{}: {complaint}", row.name)));
        }
        println!("H19  a {name} of {} bytes cut at {} places", whole.len(), whole.len() / 4096);
    }
}
