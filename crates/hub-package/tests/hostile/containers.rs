//! Zips whose end lies: directories, end records, zip64 (H11, H13, H16, H19).

use hub_package::Code;

use crate::archives::{Member, close, course, end_record, le16, le32, members, zip};
use crate::table::{Row, cut, refuse};

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = outside();
    rows.extend(ends());
    rows.extend(zip64());
    rows
}

fn outside() -> Vec<Row> {
    let odd = Code::ZipInconsistent;
    vec![
        refuse("H11", "a byte after the end", odd, "bytes stand after the end", || {
            [zip(&course()).as_slice(), b"x"].concat()
        }),
        refuse("H11", "60 000 bytes after the end", odd, "bytes stand after the end", || {
            [zip(&course()).as_slice(), &[0; 60_000]].concat()
        }),
        cut("70 000 bytes after the end", || [zip(&course()).as_slice(), &[0; 70_000]].concat()),
        refuse("H11", "bytes between two members", odd, "belong to no member", || {
            let all = members(&course());
            let (mut bytes, mut directory) = (Vec::new(), Vec::new());
            for (at, member) in all.iter().enumerate() {
                if at == 3 {
                    bytes.extend(b"hidden");
                }
                directory.extend(member.central(u32::try_from(bytes.len()).unwrap()));
                bytes.extend(member.local());
            }
            close(bytes, &directory, all.len())
        }),
        refuse("H11", "a member that the directory does not list", odd, "belong to no member", || {
            let all = members(&course());
            let (mut bytes, mut directory) = (Vec::new(), Vec::new());
            for (at, member) in all.iter().enumerate() {
                if at != 3 {
                    directory.extend(member.central(u32::try_from(bytes.len()).unwrap()));
                }
                bytes.extend(member.local());
            }
            close(bytes, &directory, all.len() - 1)
        }),
        refuse("H11", "bytes before the first member", odd, "stand before the first member", || {
            let member = Member::new("a", b"x");
            close([&b"PK\x03\x04junk"[..], &member.local()].concat(), &member.central(8), 1)
        }),
        refuse("H11", "bytes between the last member and the directory", odd, "belong to no member", || {
            let member = Member::new("a", b"x");
            close([member.local().as_slice(), b"junk"].concat(), &member.central(0), 1)
        }),
    ]
}

fn ends() -> Vec<Row> {
    let odd = Code::ZipInconsistent;
    let change = |change: fn(&mut Vec<u8>, usize)| {
        move || {
            let mut bytes = zip(&course());
            let end = bytes.len() - 22;
            change(&mut bytes, end);
            bytes
        }
    };
    vec![
        refuse("H11", "two end records", odd, "", || {
            let honest = zip(&course());
            [honest.as_slice(), &honest[honest.len() - 22..]].concat()
        }),
        refuse("H11", "an end record in the comment", odd, "more than one end record", || {
            let mut bytes = zip(&course());
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&le16(22));
            bytes.extend(end_record(0, 0, 0, b""));
            bytes
        }),
        refuse("H11", "the signature of an end record in the comment", odd, "more than one", || {
            let mut bytes = zip(&course());
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&le16(4));
            bytes.extend(b"PK\x05\x06");
            bytes
        }),
        refuse("H11", "a whole second zip in the comment", odd, "", || {
            let mut bytes = zip(&course());
            let inner = zip(&vec![("moodle_backup.xml".to_owned(), b"<evil/>".to_vec())]);
            let at = bytes.len() - 2;
            bytes[at..].copy_from_slice(&le16(u16::try_from(inner.len()).unwrap()));
            bytes.extend(inner);
            bytes
        }),
        refuse("H11", "two zips one after the other", odd, "", || {
            let mut all = zip(&course());
            all.extend(zip(&vec![("x".to_owned(), b"y".to_vec())]));
            all
        }),
        cut("a comment longer than the file", change(|bytes, end| bytes[end + 20] = 9)),
        refuse("H11", "a member fewer announced", odd, "longer than its members", {
            change(|bytes, end| {
                bytes[end + 8] -= 1;
                bytes[end + 10] -= 1;
            })
        }),
        refuse("H11", "a member more announced", odd, "shorter than its members", {
            change(|bytes, end| {
                bytes[end + 8] += 1;
                bytes[end + 10] += 1;
            })
        }),
        refuse("H11", "60 000 members announced, six there", odd, "shorter than its members", {
            change(|bytes, end| {
                bytes[end + 8..end + 10].copy_from_slice(&le16(60_000));
                bytes[end + 10..end + 12].copy_from_slice(&le16(60_000));
            })
        }),
        refuse("H31", "no member announced, six there", Code::EmptyArchive, "", {
            change(|bytes, end| bytes[end + 8..end + 12].fill(0))
        }),
        refuse("H11", "a directory offset of 4 GiB", odd, "points at no directory", {
            change(|bytes, end| bytes[end + 16..end + 20].fill(0xfe))
        }),
        refuse("H11", "a directory length of 4 GiB", odd, "points at no directory", {
            change(|bytes, end| bytes[end + 12..end + 16].fill(0xfe))
        }),
        refuse("H11", "ten bytes in front of a whole zip", odd, "points at no directory", || {
            [b"PK\x03\x04 hello", zip(&course()).as_slice()].concat()
        }),
        refuse("H11", "a directory record that is none", odd, "something that is no member", || {
            let all = members(&course());
            let (mut bytes, mut directory) = (Vec::new(), Vec::new());
            for member in &all {
                directory.extend(member.central(u32::try_from(bytes.len()).unwrap()));
                bytes.extend(member.local());
            }
            let second = all[0].central(0).len();
            directory[second] = b'X';
            close(bytes, &directory, all.len())
        }),
        refuse("H16", "the end record on another disk", Code::ZipSplit, "another disk", {
            change(|bytes, end| bytes[end + 4] = 2)
        }),
        refuse("H16", "a directory that begins on another disk", Code::ZipSplit, "another disk", {
            change(|bytes, end| bytes[end + 6] = 1)
        }),
        refuse("H16", "only some of the members on this disk", Code::ZipSplit, "not all members", {
            change(|bytes, end| bytes[end + 8] -= 1)
        }),
        refuse("H16", "the mark of a split archive in front", Code::ZipSplit, "", || {
            [b"PK\x07\x08", zip(&course()).as_slice()].concat()
        }),
    ]
}

fn zip64() -> Vec<Row> {
    let odd = Code::ZipInconsistent;
    // Offsets into the 56 bytes of the zip64 end record, the 20 of its locator and the 22 of the end record.
    let forge = |name: &str, code: Code, says: &'static str, at: usize, mask: u8| {
        refuse("H13", format!("zip64: {name}"), code, says, move || {
            let mut bytes = with_end64(&zip(&course()));
            let from = bytes.len() - 98;
            bytes[from + at] ^= mask;
            bytes
        })
    };
    vec![
        forge("a locator that points a byte further", odd, "the zip64 locator points elsewhere", 56 + 8, 1),
        forge("a locator that points to the end of the world", odd, "points elsewhere", 56 + 15, 0x7f),
        forge("a locator of five disks", Code::ZipSplit, "another disk", 56 + 16, 4),
        forge("a locator on another disk", Code::ZipSplit, "another disk", 56 + 4, 1),
        forge("a record without its signature", odd, "not where its locator says", 0, 1),
        forge("a record longer than there is", odd, "not where its locator says", 4, 8),
        forge("another number of members", Code::ZipSplit, "another disk", 32, 1),
        forge("another length of the directory", odd, "differs from the other", 40, 1),
        forge("another offset of the directory", odd, "differs from the other", 48, 1),
        forge("a record on another disk", Code::ZipSplit, "another disk", 16, 1),
        refuse("H13", "zip64: two to the 63 members", Code::TooManyMembers, "", || {
            let mut bytes = with_end64(&zip(&course()));
            let from = bytes.len() - 98;
            bytes[from + 24..from + 40].fill(0);
            (bytes[from + 31], bytes[from + 39]) = (0x80, 0x80);
            bytes[from + 76 + 8..from + 76 + 12].fill(0xff);
            bytes
        }),
        refuse("H13", "zip64: a directory that ends at two to the 64", odd, "", || {
            // The end record says that zip64 knows better; nothing after that fits.
            let mut bytes = with_end64(&zip(&course()));
            let from = bytes.len() - 98;
            bytes[from + 48..from + 56].fill(0xff);
            bytes[from + 76 + 16..from + 76 + 20].fill(0xff);
            bytes
        }),
        refuse("H13", "zip64: no field where a size needs it", odd, "", || {
            let mut member = Member::new("a", b"x");
            member.size = u32::MAX;
            member.extra = [&le16(1)[..], &le16(0)].concat();
            crate::archives::zip_of(&[member])
        }),
        refuse("H13", "zip64: a field of half a number", odd, "", || {
            let mut member = Member::new("a", b"x");
            member.size = u32::MAX;
            member.extra = [&le16(1)[..], &le16(4), &[0; 4]].concat();
            crate::archives::zip_of(&[member])
        }),
    ]
}

/// Puts a zip64 end record and its locator before the end record.
fn with_end64(zip: &[u8]) -> Vec<u8> {
    let (body, end) = zip.split_at(zip.len() - 22);
    let count = u64::from(u16::from_le_bytes([end[10], end[11]]));
    let number = |at: usize| u64::from(u32::from_le_bytes([end[at], end[at + 1], end[at + 2], end[at + 3]]));
    let mut record = b"PK\x06\x06".to_vec();
    record.extend(44_u64.to_le_bytes());
    record.extend([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for value in [count, count, number(12), number(16)] {
        record.extend(value.to_le_bytes());
    }
    let locator = [&b"PK\x06\x07\0\0\0\0"[..], &(body.len() as u64).to_le_bytes(), &le32(1)].concat();
    [body, &record, &locator, end].concat()
}
