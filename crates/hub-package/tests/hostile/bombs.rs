//! Bombs and floods (H2, H3, H9).

use flate2::Compression;
use flate2::write::GzEncoder;
use hub_package::Code;

use crate::archives::{
    Member, course, course_and, end_record, entry, gzip, header, le32, members, tar, tar_entries, tar_file,
    tgz_with, zip, zip_of, zip_with,
};
use crate::table::{
    Computed, Row, Source, gzip_of_repeated, letters, noise, note, refuse, repeated_member, zip_of_pieces,
};

const MIB: usize = 1 << 20;

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = ratios();
    rows.extend(totals());
    rows.extend(nested());
    rows.extend(floods());
    rows
}

fn ratios() -> Vec<Row> {
    let ratio = Code::BombRatio;
    vec![
        refuse("H2", "zip: 10 MB for 10 GB of zeros", ratio, "files/zeros", || {
            zip_with(repeated_member("files/zeros", &[(&[0; MIB], 10_000)]))
        }),
        refuse(
            "H2",
            "zip: 10 GB of zeros, declared as such by zip64",
            Code::TooLargeUnpacked,
            "declared",
            || {
                let mut member = repeated_member("files/zeros", &[(&[0; MIB], 10_000)]);
                let size = (10_000 * MIB as u64).to_le_bytes();
                (member.size, member.local_size) = (u32::MAX, u32::MAX);
                member.extra = [&[1, 0, 8, 0][..], &size].concat();
                let both = [&size[..], &u64::from(member.packed_size).to_le_bytes()].concat();
                member.local_extra = [&[1, 0, 16, 0][..], &both].concat();
                member.local_packed_size = u32::MAX;
                zip_with(member)
            },
        ),
        refuse("H2", "zip: 100 MB of zeros, honestly declared", ratio, "the limit is 250:1", || {
            zip_with(repeated_member("files/zeros", &[(&[0; MIB], 100)]))
        }),
        refuse("H2", "zip: moodle_backup.xml of 2 GB of blanks", ratio, "moodle_backup.xml", || {
            zip_of_pieces("moodle_backup.xml", &[(&[b' '; MIB], 2_048)])
        }),
        refuse("H2", "zip: questions.xml of 2 GB of blanks", ratio, "questions.xml", || {
            zip_with(repeated_member("questions.xml", &[(&[b' '; MIB], 2_048)]))
        }),
        refuse("H2", "tar: a member of 3 MB of zeros", ratio, "files/zeros", || {
            tgz_with(tar_file("files/zeros", &vec![0; 3 * MIB]))
        }),
        refuse("H2", "tar.gz: 10 MB for 10 GB of zeros", ratio, "", || gzip_of_repeated(&[0; MIB], 10_000)),
        refuse("H2", "tar.gz: 8 GB of zeros behind a header", ratio, "files/zeros", || {
            let head = header("files/zeros", b'0', 0o77_777_777_777, "");
            let mut piece = vec![0; MIB];
            piece[..512].copy_from_slice(&head);
            // The header stands in every piece, but only the first is looked at as one.
            gzip_of_repeated(&piece, 8_192)
        }),
        refuse("H2", "tar.gz: zeros after the end of the tar", ratio, "", || {
            gzip(&[tar(&tar_entries(&course())), vec![0; 3 * MIB]].concat())
        }),
        refuse("H2", "tar: an index of 3 MB of blanks", ratio, ".ARCHIVE_INDEX", || {
            let mut all = vec![tar_file(".ARCHIVE_INDEX", &vec![b' '; 3 * MIB])];
            all.extend(tar_entries(&course()));
            gzip(&tar(&all))
        }),
        refuse("H2", "tar: a log of 3 MB of line ends", ratio, "moodle_backup.log", || {
            tgz_with(tar_file("moodle_backup.log", &vec![b'\n'; 3 * MIB]))
        }),
        refuse("H2", "zip: an image of 3 MB of zeros", ratio, "files/da/", || {
            zip_with(Member::new("files/da/da39a3ee5e6b4b0d3255bfef95601890afd80709", &vec![0; 3 * MIB]))
        }),
    ]
}

/// Members that each stay below the limit of one, and are too much together.
fn totals() -> Vec<Row> {
    vec![
        refuse("H2", "zip: 300 members of a megabyte of zeros", Code::TooLargeUnpacked, "declared", || {
            let one = Member::new("files/000", &[0; MIB]);
            let all: Vec<Member> = (0..300)
                .map(|n| {
                    let name = format!("files/{n:03}").into_bytes();
                    Member { local_name: name.clone(), name, ..one.clone() }
                })
                .collect();
            zip_of(&all)
        }),
        refuse("H2", "zip: the same, declared as nothing", Code::Corrupt, "longer than its", || {
            let one = Member::new("files/000", &[0; MIB]);
            let all: Vec<Member> = (0..300)
                .map(|n| {
                    let name = format!("files/{n:03}").into_bytes();
                    Member { local_name: name.clone(), name, size: 0, local_size: 0, ..one.clone() }
                })
                .collect();
            zip_of(&all)
        }),
        refuse("H2", "tar: 300 members of a megabyte of zeros", Code::TooLargeUnpacked, "produced", || {
            let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
            for n in 0..300 {
                let one = tar_file(&format!("files/{n:03}"), &[0; MIB]);
                std::io::Write::write_all(&mut encoder, &one).unwrap();
            }
            encoder.finish().unwrap()
        }),
    ]
}

/// Archives in archives are not opened by the pass: they are the contents of files (H3).
fn nested() -> Vec<Row> {
    // 42.zip in small: sixteen zips of sixteen zips of zeros.
    let nest = || {
        let layer = |inner: &[u8]| {
            let tree = (0..16).map(|n| (format!("lib {n:x}.zip"), inner.to_vec())).collect();
            zip(&tree)
        };
        layer(&layer(&zip(&vec![("0.dll".to_owned(), vec![0; MIB])])))
    };
    vec![
        refuse("H3", "a zip of zips of zips of zeros", Code::NoMoodleBackup, "", nest),
        note("H3", "a course with a zip of zips of zips of zeros", &[], move || {
            zip(&course_and("course/inner.log", nest()))
        }),
        refuse("H3", "a package in a package", Code::NoMoodleBackup, "", || {
            zip(&vec![("backup.mbz".to_owned(), zip(&course()))])
        }),
    ]
}

/// The row with a zip of a million members, which announces them or not.
fn computed(row: Row, honest: bool) -> Row {
    let build = move || {
        let length = COUNT * (LOCAL + CENTRAL) + if honest { 98 } else { 22 };
        Box::new(Computed::new(length, million(honest))) as Box<dyn Source>
    };
    Row { build: Box::new(build), ..row }
}

fn floods() -> Vec<Row> {
    let many = Code::TooManyMembers;
    vec![
        computed(refuse("H9", "zip: a million empty members", many, "1000000", Vec::new), true),
        computed(
            refuse(
                "H9",
                "zip: a million members, ten announced",
                Code::ZipInconsistent,
                "longer than",
                Vec::new,
            ),
            false,
        ),
        refuse("H9", "tar: a million empty members", many, "the limit is 100000", || {
            let piece: Vec<u8> =
                (0..1_000).flat_map(|n| entry(&header(&format!("course/{n}"), b'5', 0, ""), b"")).collect();
            gzip_of_repeated(&piece, 1_000)
        }),
        refuse("H9", "tar: a million extension headers", many, "the limit is 100000", || {
            let piece = entry(&header("PaxHeaders/x", b'x', 0, ""), b"").repeat(1_000);
            gzip_of_repeated(&piece, 1_000)
        }),
        refuse("H9", "tar: a million links of a file to itself", many, "the limit is 100000", || {
            let mut piece = tar_file("files.xml", b"<files></files>");
            for _ in 0..1_000 {
                piece.extend(entry(&header("files.xml", b'1', 0, "files.xml"), b""));
            }
            gzip_of_repeated(&piece, 1_000)
        }),
        refuse("H9", "zip: a directory of 100 001 entries for one member", many, "100001", || {
            let member = Member::stored("a", b"");
            let mut bytes = member.local();
            let at = bytes.len();
            let directory = member.central(0);
            bytes.extend(&directory);
            end64(bytes, 100_001, directory.len() as u64, at as u64)
        }),
        note("H9", "a course with 20 000 empty directories", &[], || {
            let mut all = members(&course());
            all.extend((0..20_000).map(|n| Member::stored(&format!("course/{n}/"), b"")));
            zip_of(&all)
        }),
        note("H30", "a course with the same file a thousand times", &[Code::DuplicateMember], || {
            let more = tar_file("course/x.log", &noise(1_000)).repeat(1_000);
            tgz_with(more)
        }),
        note("H30", "a course with a long text", &[], || zip(&course_and("course/x.log", letters(3 * MIB)))),
    ]
}

const LOCAL: u64 = 37;
const CENTRAL: u64 = 53;
const COUNT: u64 = 1_000_000;

/// A zip of a million empty members with names of seven digits, computed where it is read.
fn million(honest: bool) -> impl Fn(u64) -> Vec<u8> {
    let one = |n: u64| {
        let name = format!("{n:07}");
        let mut member = Member::stored("", b"");
        (member.name, member.local_name) = (name.clone().into_bytes(), name.into_bytes());
        member
    };
    let end = if honest {
        end64(Vec::new(), COUNT, COUNT * CENTRAL, COUNT * LOCAL)
    } else {
        let (length, offset) = (COUNT * CENTRAL, COUNT * LOCAL);
        end_record(10, u32::try_from(length).unwrap(), u32::try_from(offset).unwrap(), b"")
    };
    // The record's own place counts from the start of the file.
    let end = if honest { placed(end, COUNT * (LOCAL + CENTRAL)) } else { end };
    move |at| {
        let directory = COUNT * LOCAL;
        let tail = COUNT * (LOCAL + CENTRAL);
        let (first, size) = if at < directory { (0, LOCAL) } else { (directory, CENTRAL) };
        if at >= tail {
            return end[usize::try_from(at - tail).unwrap()..].to_vec();
        }
        let n = (at - first) / size;
        let skip = usize::try_from((at - first) % size).unwrap();
        let last = (n + 1_000).min(COUNT);
        let bytes: Vec<u8> = (n..last)
            .flat_map(|n| {
                if first == 0 { one(n).local() } else { one(n).central(u32::try_from(n * LOCAL).unwrap()) }
            })
            .collect();
        bytes[skip..].to_vec()
    }
}

/// Puts a zip64 end record, its locator and an end record behind `bytes`.
fn end64(mut bytes: Vec<u8>, count: u64, length: u64, offset: u64) -> Vec<u8> {
    let place = bytes.len() as u64;
    bytes.extend(b"PK\x06\x06");
    bytes.extend(44_u64.to_le_bytes());
    bytes.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count, count, length, offset] {
        bytes.extend(value.to_le_bytes());
    }
    bytes.extend([&b"PK\x06\x07\0\0\0\0"[..], &place.to_le_bytes(), &le32(1)].concat());
    bytes.extend(end_record(u16::MAX, u32::MAX, u32::MAX, b""));
    bytes
}

/// The same end for a file in which it begins at `place`.
fn placed(mut end: Vec<u8>, place: u64) -> Vec<u8> {
    end[56 + 8..56 + 16].copy_from_slice(&place.to_le_bytes());
    end
}
