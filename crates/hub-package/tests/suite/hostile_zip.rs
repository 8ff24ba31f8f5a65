//! Zips that lie (package notes, section 12).

use hub_package::{Code, Limits, Verdict};

use crate::archives::{
    Member, close, course, course_and, deflate, end_record, le16, le32, members, zip, zip_of, zip_with,
};
use crate::{accepted_with, read, read_under, refused};

#[test]
fn an_honest_zip_is_accepted_without_a_word() {
    accepted_with(&zip(&course()), &[]);
    let mut with_directories = vec![Member::stored("course/", b"")];
    with_directories.extend(members(&course()));
    accepted_with(&zip_of(&with_directories), &[]);
}

#[test]
fn data_descriptors_are_legal_and_checked() {
    let all: Vec<Member> = members(&course()).into_iter().map(Member::with_descriptor).collect();
    accepted_with(&zip_of(&all), &[]);
    let mut unsigned = all.clone();
    unsigned[0].descriptor.drain(..4);
    accepted_with(&zip_of(&unsigned), &[]);
    let mut lying = all.clone();
    lying[0].descriptor[5] ^= 1;
    refused(&zip_of(&lying), Code::ZipInconsistent);
    let mut missing = all;
    missing[0].descriptor.clear();
    refused(&zip_of(&missing), Code::ZipInconsistent);
}

/// Two directory records for one local header: the kernel of every overlapping bomb.
#[test]
fn members_that_share_bytes_are_refused() {
    let kernel = Member::new("a", &vec![0; 100_000]);
    let mut twin = kernel.clone();
    twin.name = b"b".to_vec();
    let directory = [kernel.central(0), twin.central(0)].concat();
    refused(&close(kernel.local(), &directory, 2), Code::ZipOverlap);
}

/// Fifield's quoting: each member's data runs over the next member's local header.
#[test]
fn members_that_quote_the_next_header_are_refused() {
    let inner = Member::new("b", &vec![0; 100_000]);
    let mut quoted = vec![0];
    let body = inner.local();
    let header_length = u16::try_from(body.len() - inner.packed.len()).unwrap();
    quoted.extend(le16(header_length));
    quoted.extend(le16(!header_length));
    let mut outer = Member::new("a", b"");
    outer.packed = [quoted.as_slice(), &body].concat();
    outer.packed_size = u32::try_from(outer.packed.len()).unwrap();
    outer.local_packed_size = outer.packed_size;
    let bytes = outer.local();
    let inner_at = u32::try_from(bytes.len() - body.len()).unwrap();
    let directory = [outer.central(0), inner.central(inner_at)].concat();
    refused(&close(bytes, &directory, 2), Code::ZipOverlap);
}

#[test]
fn a_member_that_reaches_into_the_directory_is_refused() {
    let mut member = Member::new("a", b"hello");
    member.packed_size += 10;
    member.local_packed_size += 10;
    refused(&zip_of(&[member]), Code::ZipOverlap);
}

#[test]
fn a_long_local_extra_field_cannot_push_data_into_the_next_member() {
    let mut first = Member::new("a", b"hello");
    let second = Member::new("b", b"world");
    let honest = first.local().len();
    first.local_extra = [&le16(0x5455)[..], &le16(40), &[0; 40]].concat();
    let local = first.local();
    let bytes = [&local[..honest], &second.local()].concat();
    let directory = [first.central(0), second.central(u32::try_from(honest).unwrap())].concat();
    refused(&close(bytes, &directory, 2), Code::ZipOverlap);
}

#[test]
fn a_ratio_bomb_is_stopped() {
    let report = refused(&zip_with(Member::new("files/bomb", &vec![0; 30_000_000])), Code::BombRatio);
    assert!(report.unpacked_bytes < 2_000_000, "{}", report.unpacked_bytes);
}

#[test]
fn what_an_upload_may_unpack_to_is_limited() {
    let noise: Vec<u8> = (0..200_000_u32).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let limits = Limits { unpacked: 500_000, ..Limits::default() };
    let report = read_under(&zip(&course_and("files/x", &noise)), &limits);
    assert_eq!(report.verdict, Verdict::Refuse(Code::TooLargeUnpacked));
    // The directory tells 500 kB less than there is: noticed where the bytes are made.
    let mut lying = Member::new("files/x", &noise);
    lying.size = 5;
    lying.local_size = 5;
    let report = read_under(&zip_with(lying), &limits);
    assert_eq!(report.verdict, Verdict::Refuse(Code::Corrupt));
}

#[test]
fn sizes_of_2_to_the_63_are_refused_at_once() {
    let mut member = Member::new("a", b"x");
    (member.size, member.packed_size) = (u32::MAX, u32::MAX);
    let huge = (1_u64 << 63).to_le_bytes();
    member.extra = [&le16(1)[..], &le16(16), &huge, &huge].concat();
    refused(&zip_of(&[member.clone()]), Code::ZipOverlap);
    member.packed_size = u32::try_from(member.packed.len()).unwrap();
    member.extra = [&le16(1)[..], &le16(8), &huge].concat();
    refused(&zip_of(&[member]), Code::TooLargeUnpacked);
}

#[test]
fn unsafe_names_are_refused() {
    for name in
        ["../x", "a/../../x", "/etc/passwd", "a\\b", "C:/x", "a\0b", "a\nb", "a//b", "a/./b", "./../x"]
    {
        refused(&zip_with(Member::new(name, b"x")), Code::UnsafeName);
    }
    refused(&zip_with(Member::new(&"n".repeat(256), b"x")), Code::NameTooLong);
    refused(&zip_with(Member::new(&"n/".repeat(17), b"")), Code::NameTooLong);
}

#[test]
fn links_and_devices_are_refused() {
    for kind in [0o120_000, 0o020_000, 0o060_000, 0o010_000, 0o140_000_u32] {
        let mut member = Member::stored("link", b"/etc/passwd");
        member.attributes = (kind | 0o777) << 16;
        refused(&zip_with(member), Code::UnsafeEntryType);
    }
    let mut regular = Member::new("course/x.xml", b"<x/>");
    regular.attributes = 0o100_644 << 16;
    accepted_with(&zip_with(regular), &[]);
}

#[test]
fn a_name_twice_is_refused_whichever_comes_first() {
    let evil = Member::new("moodle_backup.xml", b"<evil/>");
    refused(&zip_with(evil.clone()), Code::DuplicateName);
    let mut first = vec![evil];
    first.extend(members(&course()));
    refused(&zip_of(&first), Code::DuplicateName);
    refused(&zip_with(Member::new("./moodle_backup.xml", b"<evil/>")), Code::DuplicateName);
    refused(&zip_with(Member::stored("moodle_backup.xml/", b"")), Code::DuplicateName);
    accepted_with(
        &zip_with(Member::new("Course/Course.xml", b"x")),
        &[Code::CaseOnlyDifference, Code::ForeignMembers],
    );
}

#[test]
fn every_difference_between_local_header_and_directory_is_refused() {
    let forge: [fn(&mut Member); 6] = [
        |member| member.local_name = b"files.xmm".to_vec(),
        |member| member.local_size += 1,
        |member| member.local_packed_size -= 1,
        |member| member.local_crc ^= 1,
        |member| member.local_method = 0,
        |member| member.local_flags = 0x800,
    ];
    for forge in forge {
        let mut all = members(&course());
        forge(&mut all[3]);
        refused(&zip_of(&all), Code::ZipInconsistent);
    }
}

#[test]
fn a_second_name_in_an_extra_field_is_refused() {
    let mut member = Member::new("a", b"x");
    member.extra = [&le16(0x7075)[..], &le16(6), &[1, 0, 0, 0, 0], b"b"].concat();
    refused(&zip_with(member), Code::ZipInconsistent);
}

#[test]
fn bytes_outside_the_members_are_refused() {
    let honest = zip(&course());
    let mut after = honest.clone();
    after.push(b'x');
    refused(&after, Code::ZipInconsistent);

    let mut members = members(&course());
    let last = members.pop().unwrap();
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for member in &members {
        directory.extend(member.central(u32::try_from(bytes.len()).unwrap()));
        bytes.extend(member.local());
    }
    bytes.extend(b"hidden");
    directory.extend(last.central(u32::try_from(bytes.len()).unwrap()));
    bytes.extend(last.local());
    refused(&close(bytes, &directory, members.len() + 1), Code::ZipInconsistent);

    // Offsets moved along, so that only the first bytes are strange.
    let member = Member::new("a", b"x");
    let bytes = [&b"PK\x03\x04junk"[..], &member.local()].concat();
    refused(&close(bytes, &member.central(8), 1), Code::ZipInconsistent);
}

#[test]
fn a_second_end_record_is_refused() {
    let honest = zip(&course());
    let twice = [honest.as_slice(), &honest[honest.len() - 22..]].concat();
    refused(&twice, Code::ZipInconsistent);

    let mut hidden = honest;
    let comment = end_record(0, 0, 0, b"");
    let at = hidden.len() - 2;
    hidden[at..].copy_from_slice(&le16(u16::try_from(comment.len()).unwrap()));
    hidden.extend(comment);
    refused(&hidden, Code::ZipInconsistent);
}

#[test]
fn a_comment_without_tricks_is_accepted() {
    let mut bytes = zip(&course());
    let at = bytes.len() - 2;
    bytes[at..].copy_from_slice(&le16(5));
    bytes.extend(b"hello");
    accepted_with(&bytes, &[]);
}

#[test]
fn a_stored_zip_inside_is_no_second_end_record() {
    let inner = zip(&course());
    accepted_with(&zip(&course_and("course/inner.log", &inner)), &[]);
    accepted_with(&zip_with(Member::stored("course/inner.log", &inner)), &[]);
}

#[test]
fn encryption_is_refused_by_name() {
    for flags in [1, 0x41, 0x2000] {
        let mut member = Member::new("a", b"x");
        (member.flags, member.local_flags) = (flags, flags);
        refused(&zip_with(member), Code::Encrypted);
    }
    let mut member = Member::new("a", b"x");
    (member.method, member.local_method) = (99, 99);
    refused(&zip_with(member), Code::Encrypted);
}

#[test]
fn other_compression_is_refused_and_named() {
    for method in [1, 9, 12, 14, 93, 95] {
        let mut member = Member::new("a", b"x");
        (member.method, member.local_method) = (method, method);
        let report = refused(&zip_with(member), Code::UnsupportedCompression);
        assert_eq!(report.findings[0].evidence, format!("zip method {method}"));
    }
}

#[test]
fn a_part_of_a_split_zip_is_refused() {
    let mut member = Member::new("a", b"x");
    member.disk = 1;
    refused(&zip_of(&[member.clone()]), Code::ZipSplit);
    member.disk = 0;
    let mut bytes = zip_of(&[member]);
    let at = bytes.len() - 18;
    bytes[at] = 2;
    refused(&bytes, Code::ZipSplit);
}

#[test]
fn zip64_that_agrees_is_accepted_and_that_lies_is_refused() {
    let mut all = members(&course());
    let (size, packed) = (u64::from(all[0].size), u64::from(all[0].packed_size));
    let field = [&le16(1)[..], &le16(16), &size.to_le_bytes(), &packed.to_le_bytes()].concat();
    for member in &mut all[..1] {
        (member.size, member.packed_size) = (u32::MAX, u32::MAX);
        (member.local_size, member.local_packed_size) = (u32::MAX, u32::MAX);
        (member.extra, member.local_extra) = (field.clone(), field.clone());
    }
    accepted_with(&with_end64(&zip_of(&all), 0), &[]);
    refused(&with_end64(&zip_of(&all), 1), Code::ZipInconsistent);
    all[0].local_extra[4] ^= 1;
    refused(&zip_of(&all), Code::ZipInconsistent);
}

/// Puts a zip64 end record and its locator before the end record; `lie` is added to the locator's offset.
fn with_end64(zip: &[u8], lie: u64) -> Vec<u8> {
    let (body, end) = zip.split_at(zip.len() - 22);
    let count = u64::from(u16::from_le_bytes([end[10], end[11]]));
    let number = |at: usize| u64::from(u32::from_le_bytes([end[at], end[at + 1], end[at + 2], end[at + 3]]));
    let position = body.len() as u64;
    let mut record = b"PK\x06\x06".to_vec();
    record.extend(44_u64.to_le_bytes());
    record.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count, count, number(12), number(16)] {
        record.extend(value.to_le_bytes());
    }
    let locator = [&b"PK\x06\x07\0\0\0\0"[..], &(position + lie).to_le_bytes(), &le32(1)].concat();
    [body, &record, &locator, end].concat()
}

#[test]
fn a_flood_of_members_is_refused_by_its_announced_number() {
    let all: Vec<Member> = (0..300).map(|n| Member::stored(&format!("{n}"), b"")).collect();
    let limits = Limits { members: 299, ..Limits::default() };
    let report = read_under(&zip_of(&all), &limits);
    assert_eq!((report.verdict, report.members), (Verdict::Refuse(Code::TooManyMembers), 0));
}

#[test]
fn sixty_thousand_members_are_read() {
    let mut all = members(&course());
    all.extend((0..60_000).map(|n| Member::stored(&format!("course/{n}.xml"), b"<x/>")));
    let report = accepted_with(&zip_of(&all), &[]);
    assert_eq!(report.members, 60_006);
}

#[test]
fn damage_is_found_wherever_it_is() {
    let mut all = members(&course());
    all[1].crc ^= 1;
    all[1].local_crc ^= 1;
    let report = refused(&zip_of(&all), Code::Corrupt);
    assert_eq!(report.findings[0].place.as_deref(), Some("activities/page_7/page.xml"));

    let mut all = members(&course());
    all[1].packed = deflate(b"other contents");
    all[1].packed_size = u32::try_from(all[1].packed.len()).unwrap();
    all[1].local_packed_size = all[1].packed_size;
    refused(&zip_of(&all), Code::Corrupt);

    let mut all = members(&course());
    all[1].packed.extend(b"unused");
    all[1].packed_size += 6;
    all[1].local_packed_size += 6;
    refused(&zip_of(&all), Code::Corrupt);

    let mut all = members(&course());
    all[1].packed[0] = 0xff;
    refused(&zip_of(&all), Code::Corrupt);
}

#[test]
fn a_cut_zip_is_refused_as_cut() {
    let honest = zip(&course());
    for length in 4..honest.len() {
        let report = read(&honest[..length]);
        let Verdict::Refuse(code) = report.verdict else { panic!("{length} bytes were taken") };
        assert!(matches!(code, Code::Truncated | Code::Corrupt), "{length}: {:?}", report.findings);
    }
}

#[test]
fn names_of_other_scripts_are_ignored_with_a_warning() {
    let report = accepted_with(&zip_with(Member::new("Prüfung\u{202e}.txt", b"x")), &[Code::ForeignMembers]);
    assert!(report.handmade);
    assert!(report.findings[0].evidence.contains("\\u{202e}"), "{}", report.findings[0].evidence);
    let mut dos = Member::new("x", b"x");
    (dos.name, dos.local_name) = (vec![0x81, 0x9a], vec![0x81, 0x9a]);
    accepted_with(&zip_with(dos), &[Code::ForeignMembers]);
}

#[test]
fn a_tars_index_in_a_zip_shows_that_it_was_packed_again() {
    let report =
        accepted_with(&zip(&course_and(".ARCHIVE_INDEX", "Moodle archive file index. Count: 0\n")), &[]);
    assert!(report.handmade && !read(&zip(&course())).handmade);
}

#[test]
fn a_package_in_a_package_is_not_opened() {
    let bomb = zip(&vec![("zeros".to_owned(), vec![0; 2_000_000])]);
    accepted_with(&zip(&course_and("course/inner.log", &bomb)), &[]);
}
