//! Zips whose members or headers lie (H1, H6, H8, H11 to H16, H20).

use hub_package::Code;

use crate::archives::{Member, close, course, deflate, le16, le32, members, zip_of, zip_with};
use crate::table::{Row, cut, forged, refuse};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = overlaps();
    rows.extend(disagreements());
    rows.extend(locked());
    rows.extend(damage());
    rows.extend(kinds());
    rows
}

fn overlaps() -> Vec<Row> {
    let shared = |count: usize| {
        move || {
            let kernel = Member::new("a000", &vec![0; 100_000]);
            let directory: Vec<u8> = (0..count)
                .flat_map(|n| {
                    let mut twin = kernel.clone();
                    twin.name = format!("a{n:03}").into_bytes();
                    twin.central(0)
                })
                .collect();
            close(kernel.local(), &directory, count)
        }
    };
    let overlap = Code::ZipOverlap;
    vec![
        refuse("H1", "two names for one local header", overlap, "it reaches into", shared(2)),
        refuse("H1", "250 names for one local header", overlap, "it reaches into", shared(250)),
        refuse("H1", "a member that quotes the next header", overlap, "it reaches into", || quoted(2)),
        refuse("H1", "250 members that quote the next, 42 kB for 5 GB", overlap, "", || quoted(250)),
        refuse("H1", "data that reaches into the directory", overlap, "the directory", || {
            forged_last(|member| {
                member.packed_size += 10;
                member.local_packed_size += 10;
            })
        }),
        refuse("H1", "data that reaches into the next member", overlap, "sections/section_3", || {
            let mut all = members(&course());
            all[4].packed_size += 40;
            all[4].local_packed_size += 40;
            zip_of(&all)
        }),
        refuse("H1", "a local extra field that pushes data into the next", overlap, "", || {
            let mut first = Member::new("a", b"hello");
            let second = Member::new("b", b"world");
            let honest = first.local().len();
            first.local_extra = [&le16(0x5455)[..], &le16(40), &[0; 40]].concat();
            let local = first.local();
            let bytes = [&local[..honest], &second.local()].concat();
            let directory = [first.central(0), second.central(u32::try_from(honest).unwrap())].concat();
            close(bytes, &directory, 2)
        }),
        refuse("H1", "a member inside a stored member", overlap, "it reaches into", || {
            let inner = Member::new("b", b"world");
            let outer = Member::stored("a", &inner.local());
            let at = u32::try_from(outer.local().len() - inner.local().len()).unwrap();
            let directory = [outer.central(0), inner.central(at)].concat();
            close(outer.local(), &directory, 2)
        }),
        refuse("H13", "compressed size 2^63 by zip64", overlap, "", || {
            let mut member = Member::new("a", b"x");
            (member.size, member.packed_size) = (u32::MAX, u32::MAX);
            let huge = (1_u64 << 63).to_le_bytes();
            member.extra = [&le16(1)[..], &le16(16), &huge, &huge].concat();
            zip_of(&[member])
        }),
        refuse("H13", "size 2^63 by zip64", Code::TooLargeUnpacked, "9223372036854775808", || {
            let mut member = Member::new("a", b"x");
            member.size = u32::MAX;
            member.extra = [&le16(1)[..], &le16(8), &(1_u64 << 63).to_le_bytes()].concat();
            zip_of(&[member])
        }),
        refuse("H13", "sizes that add up to 2^64 by zip64", Code::TooLargeUnpacked, "declared", || {
            let all: Vec<Member> = (0..4)
                .map(|n| {
                    let mut member = Member::new(&format!("a{n}"), b"x");
                    member.size = u32::MAX;
                    member.extra = [&le16(1)[..], &le16(8), &(1_u64 << 62).to_le_bytes()].concat();
                    member
                })
                .collect();
            zip_of(&all)
        }),
    ]
}

/// Fifield's construction: the data of each member quotes the local header of the next in a stored block, so that
/// all of them share one kernel (https://www.bamsoftware.com/hacks/zipbomb/).
fn quoted(count: usize) -> Vec<u8> {
    let kernel = deflate(&vec![0; 20_000_000]);
    let mut size = 20_000_000_u32;
    let mut tail: Vec<u8> = Vec::new();
    let mut placed: Vec<(Member, usize)> = Vec::new();
    for n in (0..count).rev() {
        let mut member = Member::new(&format!("{n:03}"), b"");
        let packed = if tail.is_empty() {
            kernel.len()
        } else {
            let length = u16::try_from(33).unwrap();
            let quote = [&[0][..], &le16(length), &le16(!length)].concat();
            size += 33;
            tail = [quote, tail].concat();
            tail.len()
        };
        (member.size, member.local_size) = (size, size);
        member.packed_size = u32::try_from(packed).unwrap();
        member.local_packed_size = member.packed_size;
        if tail.is_empty() {
            tail.clone_from(&kernel);
        }
        tail = [member.local(), tail].concat();
        placed.push((member, tail.len()));
    }
    let directory: Vec<u8> = placed
        .iter()
        .rev()
        .flat_map(|(member, from_end)| member.central(u32::try_from(tail.len() - from_end).unwrap()))
        .collect();
    close(tail, &directory, count)
}

fn forged_last(forge: impl Fn(&mut Member)) -> Vec<u8> {
    let mut all = members(&course());
    forge(all.last_mut().unwrap());
    zip_of(&all)
}

fn disagreements() -> Vec<Row> {
    let forge = |name: &str, says: &'static str, forge: fn(&mut Member)| {
        refuse("H11", format!("local header: {name}"), Code::ZipInconsistent, says, move || forged(forge))
    };
    let mut rows = vec![
        forge("another name", "the name differs", |member| member.local_name = b"files.xmm".to_vec()),
        forge("a longer name", "the name differs", |member| member.local_name = b"files.xml2".to_vec()),
        refuse("H11", "local header: no name", Code::ZipOverlap, "", || {
            forged(|member| member.local_name.clear())
        }),
        forge("a larger size", "sizes or checksum differ", |member| member.local_size += 1),
        forge("a size of nothing", "sizes or checksum differ", |member| member.local_size = 0),
        forge("a smaller compressed size", "sizes or checksum differ", |member| {
            member.local_packed_size -= 1;
        }),
        forge("another checksum", "sizes or checksum differ", |member| member.local_crc ^= 1),
        forge("stored where deflated", "the compression method", |member| member.local_method = 0),
        forge("the flag of UTF-8", "the flags differ", |member| member.local_flags = 0x800),
        forge("an encryption flag only here", "the flags differ", |member| member.local_flags = 1),
        forge("a descriptor flag only here", "the flags differ", |member| member.local_flags = 8),
        forge("zip64 sizes that differ", "sizes or checksum differ", |member| {
            (member.local_size, member.local_packed_size) = (u32::MAX, u32::MAX);
            let sizes = [5_u64.to_le_bytes(), u64::from(member.packed_size).to_le_bytes()].concat();
            member.local_extra = [&le16(1)[..], &le16(16), &sizes].concat();
        }),
    ];
    let descriptor = |name: &str, says: &'static str, forge: fn(&mut Member)| {
        refuse("H12", format!("data descriptor: {name}"), Code::ZipInconsistent, says, move || {
            forged(|member| {
                *member = member.clone().with_descriptor();
                forge(member);
            })
        })
    };
    rows.extend([
        descriptor("another checksum", "differs from the directory", |member| member.descriptor[5] ^= 1),
        descriptor("another compressed size", "differs from the directory", |member| {
            member.descriptor[8] ^= 1;
        }),
        descriptor("another size", "differs from the directory", |member| member.descriptor[12] ^= 1),
        descriptor("none", "0 bytes after it", |member| member.descriptor.clear()),
        descriptor("without its signature but as long", "without its signature", |member| {
            member.descriptor[0] = 0;
        }),
        descriptor("longer than any", "belong to no member", |member| member.descriptor.extend([0; 9])),
        refuse("H11", "a second name in an extra field", Code::ZipInconsistent, "", || {
            forged(|member| {
                member.extra = [&le16(0x7075)[..], &le16(6), &[1, 0, 0, 0, 0], b"b"].concat();
            })
        }),
        refuse("H11", "an extra field longer than there is", Code::ZipInconsistent, "", || {
            forged(|member| member.extra = [&le16(0x5455)[..], &le16(500), &[0; 4]].concat())
        }),
        refuse(
            "H11",
            "a directory with contents",
            Code::ZipInconsistent,
            "a directory with contents",
            || zip_with(Member::new("course/", b"<x/>")),
        ),
    ]);
    rows
}

fn locked() -> Vec<Row> {
    let mut rows = Vec::new();
    for flags in [1_u16, 0x41, 0x2000, 0x0801] {
        rows.push(refuse("H14", format!("encryption flags {flags:#x}"), Code::Encrypted, "", move || {
            forged(|member| (member.flags, member.local_flags) = (flags, flags))
        }));
    }
    rows.push(refuse("H14", "the method of AES", Code::Encrypted, "", || {
        forged(|member| (member.method, member.local_method) = (99, 99))
    }));
    for (name, field) in [("AES", 0x9901_u16), ("strong encryption", 0x0017)] {
        rows.push(refuse("H14", format!("the extra field of {name}"), Code::Encrypted, "field", move || {
            forged(|member| {
                member.extra = [&le16(field)[..], &le16(7), &[2, 0, b'A', b'E', 3, 8, 0]].concat();
            })
        }));
    }
    for method in [1_u16, 6, 9, 12, 14, 20, 93, 95, 97, 98, 0xffff] {
        rows.push(refuse(
            "H15",
            format!("zip method {method}"),
            Code::UnsupportedCompression,
            "zip method",
            move || forged(|member| (member.method, member.local_method) = (method, method)),
        ));
    }
    rows.push(refuse("H15", "patched data", Code::UnsupportedCompression, "patched data", || {
        forged(|member| (member.flags, member.local_flags) = (0x20, 0x20))
    }));
    rows
}

fn damage() -> Vec<Row> {
    let corrupt = |name: &str, says: &'static str, forge: fn(&mut Member)| {
        refuse("H20", format!("zip: {name}"), Code::Corrupt, says, move || forged(forge))
    };
    vec![
        corrupt("a wrong checksum in both headers", "the checksum is wrong", |member| {
            member.crc ^= 1;
            member.local_crc ^= 1;
        }),
        corrupt("a size one too small", "longer than its", |member| {
            member.size -= 1;
            member.local_size -= 1;
        }),
        corrupt("a size one too large", "", |member| {
            member.size += 1;
            member.local_size += 1;
        }),
        corrupt("a size of nothing for contents", "longer than its 0 bytes", |member| {
            (member.size, member.local_size) = (0, 0);
        }),
        corrupt("other contents of the same length", "the checksum is wrong", |member| {
            *member = Member { packed: deflate(b"<filez></filez>"), ..member.clone() };
            member.packed_size = u32::try_from(member.packed.len()).unwrap();
            member.local_packed_size = member.packed_size;
        }),
        corrupt("bytes after the deflate stream", "compressed bytes are not used", |member| {
            member.packed.extend(b"unused");
            member.packed_size += 6;
            member.local_packed_size += 6;
        }),
        corrupt("an unknown deflate block", "the compressed data is damaged", |member| {
            member.packed[0] = 0xff;
        }),
        corrupt("a stored block whose lengths disagree", "the compressed data is damaged", |member| {
            member.packed[..5].copy_from_slice(&[1, 5, 0, 5, 0]);
        }),
        corrupt("a deflate stream without an end", "longer than declared", |member| {
            member.packed.pop();
            member.packed_size -= 1;
            member.local_packed_size -= 1;
        }),
        corrupt("stored bytes fewer than declared", "", |member| {
            *member = Member::stored("files.xml", b"<files></files>");
            (member.size, member.local_size) = (20, 20);
        }),
        cut("a zip without its end record", || {
            let bytes = zip_of(&members(&course()));
            bytes[..bytes.len() - 22].to_vec()
        }),
        cut("a zip without the last byte", || {
            let mut bytes = zip_of(&members(&course()));
            bytes.pop();
            bytes
        }),
        cut("a zip of one local header", || Member::new("a", b"").local()),
        cut("a zip of four bytes", || b"PK\x03\x04".to_vec()),
    ]
}

fn kinds() -> Vec<Row> {
    let mut rows = Vec::new();
    for (name, kind) in [
        ("symbolic link", 0o120_777_u32),
        ("character device", 0o020_666),
        ("block device", 0o060_660),
        ("pipe", 0o010_644),
        ("socket", 0o140_755),
        ("door", 0o150_000),
    ] {
        rows.push(refuse(
            "H6",
            format!("zip: a {name}"),
            Code::UnsafeEntryType,
            "unix file type",
            move || {
                let mut member = Member::stored("course/link", b"/etc/passwd");
                member.attributes = kind << 16;
                zip_with(member)
            },
        ));
    }
    rows.push(refuse("H6", "zip: a link with a target of 4 GB", Code::UnsafeEntryType, "", || {
        let mut member = Member::stored("course/link", b"x");
        member.attributes = 0o120_777 << 16;
        (member.size, member.local_size) = (u32::MAX - 1, u32::MAX - 1);
        zip_with(member)
    }));
    let twice = |name: &str, more: fn() -> Member, first: bool| {
        refuse("H8", format!("zip: {name}"), Code::DuplicateName, "", move || {
            let mut all = members(&course());
            all.insert(if first { 0 } else { all.len() }, more());
            zip_of(&all)
        })
    };
    rows.extend([
        twice("a second moodle_backup.xml", || Member::new("moodle_backup.xml", b"<evil/>"), false),
        twice("another moodle_backup.xml in front", || Member::new("moodle_backup.xml", b"<evil/>"), true),
        twice("./moodle_backup.xml", || Member::new("./moodle_backup.xml", b"<evil/>"), false),
        twice("././moodle_backup.xml in front", || Member::new("././moodle_backup.xml", b"<evil/>"), true),
        twice("a directory named as a file", || Member::stored("moodle_backup.xml/", b""), false),
        twice("the same file again", || Member::new("files.xml", b"<files></files>"), false),
        refuse("H16", "a member on another disk", Code::ZipSplit, "a member on another disk", || {
            forged(|member| member.disk = 1)
        }),
        refuse("H10", "zip: a name of 65 535 bytes", Code::NameTooLong, "65535 bytes", || {
            let mut member = Member::new("a", b"x");
            member.name = vec![b'n'; 65_535];
            member.local_name.clone_from(&member.name);
            zip_with(member)
        }),
        refuse("H11", "an offset beyond the file", Code::ZipOverlap, "", || {
            let member = Member::new("a", b"x");
            let other = Member::new("b", b"x");
            let directory = [member.central(0), other.central(0x7fff_ffff)].concat();
            close(member.local(), &directory, 2)
        }),
        refuse("H11", "an offset that points at no member", Code::ZipInconsistent, "", || {
            let member = Member::new("a", b"some more contents than only this");
            let mut bytes = member.local();
            bytes[..4].copy_from_slice(&le32(0x0403_4b50));
            bytes[..4].copy_from_slice(b"PK\x03\x04");
            let second = Member::stored("b", &[b'x'; 60]);
            let at = u32::try_from(bytes.len()).unwrap();
            let mut local = second.local();
            local[0] = b'Q';
            bytes.extend(local);
            close(bytes, &[member.central(0), second.central(at)].concat(), 2)
        }),
    ]);
    rows
}
