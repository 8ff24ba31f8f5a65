//! Tars and gzip streams that lie (package notes, section 12).

use std::fmt::Write as _;

use hub_package::{Code, Limits, Verdict};

use crate::archives::{
    checksum, course, course_and, entry, gzip, header, tar, tar_entries, tar_file, tgz, tgz_with,
};
use crate::{accepted_with, read, read_under, refused};

#[test]
fn an_honest_tar_is_accepted_without_a_word() {
    let report = accepted_with(&tgz(&course()), &[]);
    assert!(!report.handmade);
}

#[test]
fn dot_slash_names_and_a_missing_index_are_handmade_but_fine() {
    let mut entries = vec![entry(&header("./", b'5', 0, ""), b"")];
    entries.extend(course().iter().map(|(name, data)| tar_file(&format!("./{name}"), data)));
    let report = accepted_with(&gzip(&tar(&entries)), &[]);
    assert!(report.handmade);
}

#[test]
fn a_prefix_joins_the_name() {
    let mut long = header("module.xml", b'0', 0, "");
    long[345..345 + 20].copy_from_slice(b"activities/page_1234");
    checksum(&mut long);
    accepted_with(&tgz_with(entry(&long, b"")), &[Code::MemberUnreadable]);
    long[345..345 + 20].copy_from_slice(b"../../../../../../..");
    checksum(&mut long);
    refused(&tgz_with(entry(&long, b"")), Code::UnsafeName);
}

#[test]
fn an_index_that_lists_other_things_is_a_warning() {
    let mut tree = course();
    let honest = tgz(&tree);
    accepted_with(&honest, &[]);
    let index = "Moodle archive file index. Count: 1\nfiles.xml\tf\t15\t?\n";
    tree.insert(0, (".ARCHIVE_INDEX".to_owned(), index.as_bytes().to_vec()));
    accepted_with(&gzip(&tar(&tar_entries(&tree))), &[Code::IndexMismatch]);
    tree[0].1 = b"nonsense".to_vec();
    accepted_with(&gzip(&tar(&tar_entries(&tree))), &[Code::IndexMismatch]);
}

#[test]
fn links_devices_and_pipes_are_refused() {
    for kind in [b'2', b'3', b'4', b'6', b'7', b'V', b'Z', b'D', b'M'] {
        refused(&tgz_with(entry(&header("course/x", kind, 0, "/etc/passwd"), b"")), Code::UnsafeEntryType);
    }
}

#[test]
fn a_hard_link_is_taken_only_to_itself_and_only_afterwards() {
    let link = |name: &str, target: &str| entry(&header(name, b'1', 0, target), b"");
    accepted_with(&tgz_with(link("files.xml", "files.xml")), &[Code::DuplicateLink]);
    accepted_with(&tgz_with(link("./files.xml", "files.xml")), &[Code::DuplicateLink]);
    refused(&tgz_with(link("files.xml", "/etc/passwd")), Code::UnsafeEntryType);
    refused(&tgz_with(link("course/x.xml", "files.xml")), Code::UnsafeEntryType);
    refused(&tgz_with(link("course/x.xml", "course/x.xml")), Code::UnsafeEntryType);
    let mut first = vec![link("files.xml", "files.xml")];
    first.extend(tar_entries(&course()));
    refused(&gzip(&tar(&first)), Code::UnsafeEntryType);
}

#[test]
fn entries_that_are_no_files_have_no_size() {
    refused(&tgz_with(entry(&header("course", b'5', 512, ""), &[b'x'; 512])), Code::Corrupt);
    refused(&tgz_with(entry(&header("files.xml", b'1', 512, "files.xml"), &[b'x'; 512])), Code::Corrupt);
}

#[test]
fn a_file_twice_is_a_warning_if_equal_and_refused_if_not() {
    accepted_with(&tgz_with(tar_file("files.xml", b"<files></files>")), &[Code::DuplicateMember]);
    accepted_with(&tgz_with(tar_file("./files.xml", b"<files></files>")), &[Code::DuplicateMember]);
    refused(&tgz_with(tar_file("files.xml", b"<files/>")), Code::DuplicateName);
    refused(&tgz_with(tar_file("./moodle_backup.xml", b"<evil/>")), Code::DuplicateName);
    refused(&tgz_with(entry(&header("files.xml", b'5', 0, ""), b"")), Code::DuplicateName);
    accepted_with(
        &tgz_with(tar_file("Files.xml", b"<files/>")),
        &[Code::CaseOnlyDifference, Code::ForeignMembers],
    );
}

#[test]
fn a_file_that_is_there_twice_is_counted_once() {
    let users = "<users><user id=\"1\"></user><user id=\"2\"></user></users>";
    let mut entries = tar_entries(&course_and("users.xml", users));
    entries.push(tar_file("users.xml", users.as_bytes()));
    assert_eq!(read(&gzip(&tar(&entries))).backup.user_count, 2);
}

#[test]
fn unsafe_names_are_refused() {
    for name in ["../x", "a/../x", "/etc/passwd", "a\\b", "c:x", "a\x01b", "a//b", "a/./b", "x/"] {
        refused(&tgz_with(tar_file(name, b"x")), Code::UnsafeName);
    }
    refused(&tgz_with(entry(&header("../", b'5', 0, ""), b"")), Code::UnsafeName);
    refused(&tgz_with(entry(&header("", b'5', 0, ""), b"")), Code::UnsafeName);
    refused(&tgz_with(tar_file(&"a/".repeat(20), b"x")), Code::UnsafeName);
    refused(&tgz_with(tar_file(&["a"; 20].join("/"), b"x")), Code::NameTooLong);
}

/// A PAX record with its own length in front.
fn record(key: &str, value: &str) -> Vec<u8> {
    let rest = format!(" {key}={value}\n");
    let length =
        (rest.len()..rest.len() + 9).find(|length| length.to_string().len() + rest.len() == *length).unwrap();
    format!("{length}{rest}").into_bytes()
}

#[test]
fn extensions_that_change_a_member_are_refused() {
    let pax = |kind: u8, records: &[u8]| {
        tgz_with(entry(&header("PaxHeaders/x", kind, records.len() as u64, ""), records))
    };
    for (key, value) in [
        ("path", "a/b"),
        ("linkpath", "/etc/passwd"),
        ("size", "100"),
        ("GNU.sparse.major", "1"),
        ("hdrcharset", "BINARY"),
    ] {
        let records = [record("mtime", "1700000000"), record(key, value)].concat();
        refused(&pax(b'x', &records), Code::TarExtensions);
        refused(&pax(b'g', &records), Code::TarExtensions);
    }
    refused(&pax(b'x', b"99 path=a\n"), Code::Corrupt);
    refused(&pax(b'x', &vec![b' '; 70_000]), Code::TarExtensions);
    accepted_with(&pax(b'x', &record("mtime", "1700000000")), &[Code::TarExtensionsPresent]);
    for kind in [b'L', b'K', b'S'] {
        refused(&tgz_with(entry(&header("././@LongLink", kind, 5, ""), b"name\0")), Code::TarExtensions);
    }
}

#[test]
fn harmless_extension_headers_are_neither_members_nor_contents() {
    let times = record("mtime", "1700000000.5");
    let head = entry(&header("PaxHeaders/x", b'x', times.len() as u64, ""), &times);
    let plain = tar_entries(&course());
    let extended: Vec<Vec<u8>> = plain.iter().map(|one| [head.as_slice(), one].concat()).collect();
    let (plain, extended) = (read(&gzip(&tar(&plain))), read(&gzip(&tar(&extended))));
    assert_eq!((extended.members, extended.unpacked_bytes), (plain.members, plain.unpacked_bytes));
    assert_eq!(extended.finding_counts[&Code::TarExtensionsPresent], 1);
    let limits = Limits { members: 10, ..Limits::default() };
    let flood = gzip(&tar(&vec![head; 11]));
    assert_eq!(read_under(&flood, &limits).verdict, Verdict::Refuse(Code::TooManyMembers));
}

#[test]
fn the_old_format_is_refused_by_its_name() {
    let mut block = header("moodle_backup.xml", b'0', 0, "");
    block[257..265].fill(0);
    checksum(&mut block);
    refused(&gzip(&tar(&[entry(&block, b"")])), Code::TarExtensions);
}

#[test]
fn sizes_are_octal_or_refused() {
    let mut base_256 = header("course/x.xml", b'0', 0, "");
    base_256[124..136].copy_from_slice(&[0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5]);
    checksum(&mut base_256);
    refused(&tgz_with(entry(&base_256, b"12345")), Code::TarExtensions);
    for field in [b"-0000000001\0", b"0000000000x\0", b"            ", b"999999999999"] {
        let mut block = header("course/x.xml", b'0', 0, "");
        block[124..136].copy_from_slice(field);
        checksum(&mut block);
        refused(&tgz_with(entry(&block, b"")), Code::Corrupt);
    }
    let mut huge = header("course/x.xml", b'0', 0, "");
    huge[124..136].copy_from_slice(b"77777777777\0");
    checksum(&mut huge);
    refused(&tgz_with(entry(&huge, b"12345")), Code::Truncated);
}

#[test]
fn a_wrong_header_checksum_or_magic_is_refused() {
    let mut block = header("course/x.xml", b'0', 0, "");
    block[0] ^= 1;
    refused(&tgz_with(entry(&block, b"")), Code::Corrupt);
    let mut block = header("course/x.xml", b'0', 0, "");
    block[257..265].fill(0);
    checksum(&mut block);
    refused(&tgz_with(entry(&block, b"")), Code::Corrupt);
}

#[test]
fn headers_of_gnu_tar_are_read_but_not_its_extra_fields() {
    let mut block = header("course/x.log", b'0', 1, "");
    block[257..265].copy_from_slice(b"ustar  \0");
    checksum(&mut block);
    accepted_with(&tgz_with(entry(&block, b"x")), &[]);
    block[345..350].copy_from_slice(b"01234");
    checksum(&mut block);
    refused(&tgz_with(entry(&block, b"x")), Code::TarExtensions);
}

#[test]
fn a_tar_without_its_closing_blocks_is_a_warning() {
    let entries = tar_entries(&course()).concat();
    accepted_with(&gzip(&entries), &[Code::TarEndMissing]);
    accepted_with(&gzip(&[entries.as_slice(), &[0; 512]].concat()), &[Code::TarEndMissing]);
}

#[test]
fn what_follows_the_end_is_a_warning_unless_readers_would_disagree() {
    let honest = tar(&tar_entries(&course()));
    accepted_with(&gzip(&[honest.as_slice(), &[0; 8192]].concat()), &[]);
    accepted_with(&gzip(&[honest.as_slice(), b"something"].concat()), &[Code::TrailingData]);
    accepted_with(&[gzip(&honest).as_slice(), b"\n"].concat(), &[Code::TrailingData]);
    let mut lone = tar_entries(&course());
    lone.insert(2, vec![0; 512]);
    refused(&gzip(&tar(&lone)), Code::Corrupt);
    refused(&[gzip(&honest), gzip(b"more")].concat(), Code::GzipMultiMember);
}

#[test]
fn damaged_gzip_streams_are_refused() {
    let honest = tgz(&course());
    let flip = |at: usize, mask: u8| {
        let mut bytes = honest.clone();
        bytes[at] ^= mask;
        bytes
    };
    refused(&flip(2, 1), Code::UnsupportedCompression);
    refused(&flip(3, 0x80), Code::Corrupt);
    refused(&flip(honest.len() - 1, 1), Code::Corrupt);
    refused(&flip(honest.len() - 5, 1), Code::Corrupt);
    let mut long_name = honest[..10].to_vec();
    long_name[3] = 8;
    long_name.extend(vec![b'n'; 70_000]);
    refused(&long_name, Code::Corrupt);
}

#[test]
fn optional_gzip_header_fields_are_read_and_checked() {
    let honest = tgz(&course());
    let mut head = honest[..10].to_vec();
    head[3] = 0b1_1110;
    head.extend([3, 0, 1, 2, 3]);
    head.extend(b"name\0comment\0");
    let sum = crate::archives::crc(&head) & 0xffff;
    let right = [head.as_slice(), &u16::try_from(sum).unwrap().to_le_bytes(), &honest[10..]].concat();
    accepted_with(&right, &[]);
    let wrong = [head.as_slice(), &u16::try_from(sum ^ 1).unwrap().to_le_bytes(), &honest[10..]].concat();
    refused(&wrong, Code::Corrupt);
}

#[test]
fn bombs_are_stopped_in_members_and_behind_them() {
    let report = refused(&tgz_with(tar_file("files/x", &vec![0; 20_000_000])), Code::BombRatio);
    assert!(report.unpacked_bytes < 2_000_000);
    refused(&gzip(&vec![0; 20_000_000]), Code::BombRatio);
    let honest = tar(&tar_entries(&course()));
    refused(&gzip(&[honest.as_slice(), &vec![0; 20_000_000]].concat()), Code::BombRatio);
    let limits = Limits { unpacked: 3_000, ..Limits::default() };
    assert_eq!(read_under(&gzip(&honest), &limits).verdict, Verdict::Refuse(Code::TooLargeUnpacked));
}

#[test]
fn a_cut_tar_is_refused_as_cut() {
    let honest = tgz(&course());
    for length in 2..honest.len() {
        let report = read(&honest[..length]);
        let Verdict::Refuse(code) = report.verdict else { panic!("{length} bytes were taken") };
        assert!(matches!(code, Code::Truncated | Code::Corrupt), "{length}: {:?}", report.findings);
    }
    let cut = tar(&tar_entries(&course()));
    for length in [1_000, 1_024, 1_100] {
        let report = read(&gzip(&cut[..length]));
        assert_ne!(report.verdict, Verdict::Accept, "{length}");
    }
}

#[test]
fn a_flood_of_members_is_stopped_at_the_limit() {
    let mut entries = tar_entries(&course());
    let mut index = String::new();
    for n in 0..3_000 {
        entries.push(entry(&header(&format!("course/{n}"), b'5', 0, ""), b""));
        writeln!(index, "{n}").unwrap();
    }
    let bytes = gzip(&tar(&entries));
    assert_eq!(accepted_with(&bytes, &[]).members, 3_006);
    let limits = Limits { members: 3_000, ..Limits::default() };
    let report = read_under(&bytes, &limits);
    assert_eq!((report.verdict, report.members), (Verdict::Refuse(Code::TooManyMembers), 3_001));
}

#[test]
fn foreign_files_are_ignored_with_a_warning() {
    let report = accepted_with(&tgz(&course_and("README.md", "hello")), &[Code::ForeignMembers]);
    assert!(report.handmade);
    accepted_with(&tgz_with(tar_file("__MACOSX/._files.xml", b"x")), &[Code::ForeignMembers]);
    accepted_with(&tgz_with(tar_file("Prüfung.txt", b"x")), &[Code::ForeignMembers]);
}
