//! The two containers of a package: gzip'd tar as Moodle 2.9 and later write it, zip as older ones did
//! (mbz notes, section 1).

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write;

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, GzBuilder};

use super::Member;

/// What Moodle writes as modification time into tar headers when it knows none: 1 January 2013.
const TAR_TIME: u64 = 1_356_998_400;
/// Size of a tar block.
const BLOCK: usize = 512;

/// Packs members in their order as gzip'd tar with `.ARCHIVE_INDEX` in front.
pub(super) fn tar_gz(members: &[Member], modified_at: i64) -> Vec<u8> {
    let folders = folders_before(members);
    let count = members.len() + folders.iter().map(Vec::len).sum::<usize>();
    let mut index = format!("Moodle archive file index. Count: {count}\n");
    for (member, folders) in members.iter().zip(&folders) {
        for folder in folders {
            let _ = writeln!(index, "{folder}\td\t0\t?");
        }
        let _ = writeln!(index, "{}\tf\t{}\t{modified_at}", member.path, member.bytes.len());
    }
    // Moodle's packages carry no time in the gzip header; 3 is Unix.
    let mut gzip = GzBuilder::new().mtime(0).operating_system(3).write(Vec::new(), Compression::default());
    let time = u64::try_from(modified_at).unwrap_or(TAR_TIME);
    put(&mut gzip, ".ARCHIVE_INDEX", b'0', TAR_TIME, index.as_bytes());
    for (member, folders) in members.iter().zip(&folders) {
        for folder in folders {
            put(&mut gzip, folder, b'5', TAR_TIME, &[]);
        }
        put(&mut gzip, &member.path, b'0', time, &member.bytes);
    }
    write(&mut gzip, &[0; 2 * BLOCK]);
    gzip.finish().expect("writing to memory cannot fail")
}

/// For each member the folders that first appear with it, outermost first, each ending in `/`.
fn folders_before(members: &[Member]) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::new();
    members
        .iter()
        .map(|member| {
            let ends = member.path.match_indices('/').map(|(at, _)| member.path[..=at].to_owned());
            ends.filter(|folder| seen.insert(folder.clone())).collect()
        })
        .collect()
}

fn write(target: &mut impl Write, bytes: &[u8]) {
    target.write_all(bytes).expect("writing to memory cannot fail");
}

/// One tar entry: POSIX ustar, owner 0, mode 644 or 755.
fn put(gzip: &mut GzEncoder<Vec<u8>>, name: &str, kind: u8, time: u64, bytes: &[u8]) {
    assert!(name.len() <= 100, "names of packages are short (59 bytes at most were seen): {name}");
    let mut header = [0u8; BLOCK];
    header[..name.len()].copy_from_slice(name.as_bytes());
    let mode = if kind == b'5' { "000755" } else { "000644" };
    header[100..106].copy_from_slice(mode.as_bytes());
    header[108..114].copy_from_slice(b"000000");
    header[116..122].copy_from_slice(b"000000");
    header[124..135].copy_from_slice(format!("{:011o}", bytes.len()).as_bytes());
    header[136..147].copy_from_slice(format!("{time:011o}").as_bytes());
    header[148..156].copy_from_slice(b"        ");
    header[156] = kind;
    header[257..265].copy_from_slice(b"ustar\x0000");
    let sum: u32 = header.iter().map(|&byte| u32::from(byte)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    write(gzip, &header);
    write(gzip, bytes);
    write(gzip, &vec![0; bytes.len().next_multiple_of(BLOCK) - bytes.len()]);
}

/// 1 January 2013, 00:00, as zip dates are written: year since 1980, month, day in 7, 4 and 5 bits.
const ZIP_DATE: u16 = (33 << 9) | (1 << 5) | 1;

/// Packs members in their order as zip: deflated, no data descriptors, no folders.
///
/// # Panics
/// If a member or the whole is 4 GiB or more; example courses are small.
pub(super) fn zip(members: &[Member]) -> Vec<u8> {
    let size = |length: usize| u32::try_from(length).expect("an example package is far below 4 GiB");
    let mut archive = Vec::new();
    let mut directory = Vec::new();
    for member in members {
        let mut deflate = DeflateEncoder::new(Vec::new(), Compression::default());
        write(&mut deflate, &member.bytes);
        let packed = deflate.finish().expect("writing to memory cannot fail");
        let mut common = Vec::new();
        common.extend(20u16.to_le_bytes()); // needs version 2.0
        common.extend(0u16.to_le_bytes()); // flags
        common.extend(8u16.to_le_bytes()); // deflated
        common.extend(0u16.to_le_bytes()); // time of day
        common.extend(ZIP_DATE.to_le_bytes());
        common.extend(crc32fast::hash(&member.bytes).to_le_bytes());
        common.extend(size(packed.len()).to_le_bytes());
        common.extend(size(member.bytes.len()).to_le_bytes());
        let name_length = u16::try_from(member.path.len()).expect("names of packages are short");
        common.extend(name_length.to_le_bytes());
        common.extend(0u16.to_le_bytes()); // extra field
        let offset = size(archive.len());
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(member.path.as_bytes());
        archive.extend(packed);
        directory.extend(b"PK\x01\x02");
        directory.extend([20, 3]); // made on Unix, version 2.0
        directory.extend(&common);
        directory.extend([0; 6]); // comment, disk, internal attributes
        directory.extend((0o100_644u32 << 16).to_le_bytes()); // regular file, rw-r--r--
        directory.extend(offset.to_le_bytes());
        directory.extend(member.path.as_bytes());
    }
    let count = u16::try_from(members.len()).expect("an example package has few members");
    let start = size(archive.len());
    let length = size(directory.len());
    archive.extend(directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(length.to_le_bytes());
    archive.extend(start.to_le_bytes());
    archive.extend(0u16.to_le_bytes());
    archive
}
