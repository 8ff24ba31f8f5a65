//! Any bytes as a package: no panic, no limit passed, the same report twice.
//!
//! The first byte says how the rest is used, because a fuzzer cannot guess checksums: as it is, as the tar in
//! a gzip, or as one member of a small package.

#![no_main]

use std::io::{Cursor, Write as _};
use std::time::Duration;

use flate2::Compression;
use flate2::write::GzEncoder;
use hub_package::{Cancel, Limits, Report, Verdict};
use libfuzzer_sys::fuzz_target;

const MEMBERS: [&str; 11] = [
    "moodle_backup.xml",
    "course/course.xml",
    "sections/section_3/section.xml",
    "activities/page_7/module.xml",
    "users.xml",
    "questions.xml",
    ".ARCHIVE_INDEX",
    "files.xml",
    "moodle.xml",
    "imsmanifest.xml",
    "h5p.json",
];

/// Members that make a package of another kind: beside `moodle_backup.xml` nothing is told of them.
const OTHER_KINDS: [&str; 3] = ["moodle.xml", "imsmanifest.xml", "h5p.json"];

const BACKUP: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><moodle_backup><information><details><detail>\
    <type>course</type></detail></details></information></moodle_backup>";

fuzz_target!(|input: &[u8]| {
    let Some((how, rest)) = input.split_first() else { return };
    match how % 13 {
        0 => check(rest),
        1 => check(&gzip(rest)),
        member => {
            let name = MEMBERS[usize::from(member) - 2];
            let mut tar = Vec::new();
            let others = if OTHER_KINDS.contains(&name) {
                [("content/content.json", "{}"), ("index.html", "")]
            } else {
                [("moodle_backup.xml", BACKUP), ("course/course.xml", "<course></course>")]
            };
            for (other, data) in others {
                if other != name {
                    add(&mut tar, other, data.as_bytes());
                }
            }
            add(&mut tar, name, rest);
            tar.extend([0; 1024]);
            check(&gzip(&tar));
        }
    }
});

fn check(bytes: &[u8]) {
    let limits = Limits {
        unpacked: 1 << 20,
        unpacked_floor: 1 << 20,
        members: 100,
        text_node: 8_192,
        kept_text: 4_096,
        findings_per_code: 5,
        wall_time: Duration::from_secs(20),
        ..Limits::default()
    };
    let read = || match hub_package::read(Cursor::new(bytes), &limits, &Cancel::never()) {
        Ok(report) => report,
        Err(error) => panic!("{error}"),
    };
    let report = read();
    assert_eq!(report, read());
    assert!(report.unpacked_bytes <= (1 << 20) + 64 * 1024);
    assert!(report.members <= limits.members + 1);
    assert_eq!(report.size_bytes, bytes.len() as u64);
    let json = serde_json::to_string(&report).expect("a report is plain data");
    assert!(json.len() < 200_000, "{}", json.len());
    assert_eq!(serde_json::from_str::<Report>(&json).expect("what was just written"), report);
    if let Verdict::Refuse(code) = report.verdict {
        assert!(report.finding_counts[&code] > 0);
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

fn add(tar: &mut Vec<u8>, name: &str, data: &[u8]) {
    let mut block = [0; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[124..136].copy_from_slice(format!("{:011o}\0", data.len()).as_bytes());
    block[156] = b'0';
    block[257..265].copy_from_slice(b"ustar\x0000");
    block[148..156].fill(b' ');
    let sum: u32 = block.iter().copied().map(u32::from).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    tar.extend(block);
    tar.extend(data);
    tar.resize(tar.len().next_multiple_of(512), 0);
}
