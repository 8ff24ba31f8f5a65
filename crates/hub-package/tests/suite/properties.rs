//! Whatever the bytes are: no panic, no limit passed, the same answer twice.

use std::sync::LazyLock;

use hub_package::{Cancel, Code, Limits, Report, Verdict};
use proptest::prelude::*;

use crate::archives::{
    Member, Tree, course, course_and, file, gzip, members, tar, tar_entries, tgz, zip, zip_of,
};
use crate::{kinds, samples};

/// Limits small enough to be met.
fn tight() -> Limits {
    Limits {
        unpacked_floor: 200_000,
        unpacked: 200_000,
        members: 60,
        text_node: 20_000,
        depth: 12,
        kept_text: 2_000,
        findings_per_code: 3,
        ..Limits::default()
    }
}

/// Archives to damage: ours, and the smaller samples if they are there.
static SEEDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let mut seeds = vec![zip(&course()), tgz(&course()), gzip(&tar(&tar_entries(&course())))];
    seeds.push(zip_of(&members(&course()).into_iter().map(Member::with_descriptor).collect::<Vec<_>>()));
    for entry in samples::folder().into_iter().flat_map(|folder| std::fs::read_dir(folder).unwrap()) {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        if bytes.len() < 20_000 {
            seeds.push(bytes);
        }
    }
    seeds
});

/// Reads twice, compares, and checks what must hold of every report.
fn check(bytes: &[u8], limits: &Limits) -> Report {
    let read = || hub_package::read(std::io::Cursor::new(bytes), limits, &Cancel::never()).unwrap();
    let report = read();
    assert_eq!(report, read());
    assert_eq!(report.size_bytes, bytes.len() as u64);
    assert!(report.unpacked_bytes <= limits.unpacked_for(report.size_bytes) + 64 * 1024);
    assert!(report.members <= limits.members + 1);
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&json).unwrap(), report);
    for (code, count) in &report.finding_counts {
        let kept = report.findings.iter().filter(|finding| finding.code == *code).count();
        assert_eq!(kept as u64, (*count).min(limits.findings_per_code as u64));
    }
    report
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_reported_on(
        start in prop::sample::select(vec![&b""[..], b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08\0"]),
        rest in prop::collection::vec(any::<u8>(), 0..2_000),
    ) {
        let report = check(&[start, &rest].concat(), &tight());
        prop_assert_ne!(report.verdict, Verdict::Accept);
    }

    #[test]
    fn random_tars_are_reported_on(rest in prop::collection::vec(any::<u8>(), 0..4_000)) {
        let mut bytes = tar(&tar_entries(&course()));
        let at = rest.len() % bytes.len();
        bytes.splice(at.., rest);
        check(&gzip(&bytes), &tight());
    }

    /// Package notes, section 16, test 40: a changed byte is noticed, or changes nothing that is told.
    #[test]
    fn one_changed_byte_is_noticed_or_without_effect(
        seed in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        mask in 1..=255_u8,
    ) {
        let honest = seed.get(&SEEDS);
        if honest.is_empty() {
            return Ok(());
        }
        let mut bytes = honest.clone();
        bytes[at.index(honest.len())] ^= mask;
        let report = check(&bytes, &Limits::default());
        let before = crate::read(honest);
        if report.verdict == Verdict::Accept {
            prop_assert_eq!(report.course, before.course);
            prop_assert_eq!(report.backup, before.backup);
        }
    }

    #[test]
    fn damaged_archives_are_reported_on(
        seed in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_usize, 0..4_usize), 1..8),
        small in any::<bool>(),
    ) {
        let mut bytes = seed.get(&SEEDS).clone();
        for (at, value, remove, insert) in changes {
            let at = at.index(bytes.len() + 1);
            let end = (at + remove).min(bytes.len());
            bytes.splice(at..end, vec![value; insert]);
        }
        let limits = if small { tight() } else { Limits::default() };
        check(&bytes, &limits);
    }

    #[test]
    fn damaged_documents_are_reported_on(
        member in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        insert in prop::collection::vec(
            prop::sample::select(vec!["<", ">", "&", ";", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>",
                "<x>", "</x>", "&lt;", "&#0;", "\"", "'", "=", "\u{0}", "ü", "$@NULL@$", "<!DOCTYPE x>", " "]),
            1..12,
        ),
    ) {
        let mut tree = course();
        let index = member.index(tree.len());
        let contents = &mut tree[index].1;
        let at = at.index(contents.len() + 1);
        contents.splice(at..at, insert.concat().into_bytes());
        check(&zip(&tree), &tight());
    }
}

/// One document of each other kind, and of the members that are rows.
fn documents() -> Vec<Tree> {
    let users = "<users><user id=\"1\"><username>a</username><email>a@b.example</email></user></users>";
    let files = "<files><file id=\"1\"><contenthash>da39a3ee5e6b4b0d3255bfef95601890afd80709</contenthash>\
                 <component>course</component><filearea>summary</filearea><filename>a.png</filename>\
                 <filesize>0</filesize><license>cc</license></file></files>";
    let json = "{\"title\":\"A\",\"mainLibrary\":\"H5P.A\",\"authors\":[{}],\"preloadedDependencies\":\
                [{\"machineName\":\"H5P.A\",\"majorVersion\":\"1\",\"minorVersion\":0}]}";
    vec![
        vec![file("moodle.xml", kinds::moodle1("<PASSWORD>x</PASSWORD>", "<USER><ID>1</ID></USER>"))],
        kinds::cartridge("1.3.0", "imsccv1p3/"),
        vec![file("h5p.json", json), file("content/content.json", "{}")],
        course_and("users.xml", users),
        course_and("files.xml", files),
        course_and("questions.xml", "<q><question><qtype>essay</qtype></question></q>"),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Pieces put into, taken out of and repeated in a document: a report all the same, in both containers.
    #[test]
    fn damaged_documents_of_every_kind_are_reported_on(
        which in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), 0..60_usize, prop::sample::select(vec![
            "", "<", ">", "&", "</", "/>", "\"", "<item>", "</item>", "<title>", "</title>", "<MOD>", "</MOD>", "<SECTION>",
            "<resource identifier=\"r1\" type=\"x\"/>", "<organization>", "{", "}", "[", "]", ",", ":", "null", "1e999",
            "\\u0000", "\\ud800", "\u{0}", "ü", "99999999999999999999", "-1", "$@NULL@$", "<!DOCTYPE x>", "&x;",
        ])), 1..6),
        tar in any::<bool>(),
    ) {
        let mut all = documents();
        let mut tree = all.swap_remove(which.index(all.len()));
        // The changed document is the last of a backup and the first of the others.
        let last = if tree.len() > 2 { tree.len() - 1 } else { 0 };
        let contents = &mut tree[last].1;
        for (at, remove, insert) in changes {
            let at = at.index(contents.len() + 1);
            let end = (at + remove).min(contents.len());
            contents.splice(at..end, insert.bytes());
        }
        let report = check(&if tar { tgz(&tree) } else { zip(&tree) }, &tight());
        prop_assert!(report.course.sections.len() as u64 <= report.course.section_count.max(1));
    }
}

#[test]
fn the_tight_limits_still_accept_the_small_course() {
    assert_eq!(check(&zip(&course()), &tight()).verdict, Verdict::Accept);
    let mut limits = tight();
    limits.members = 5;
    assert_eq!(check(&zip(&course()), &limits).verdict, Verdict::Refuse(Code::TooManyMembers));
}
