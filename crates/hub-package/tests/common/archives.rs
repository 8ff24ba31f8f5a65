//! Makes archives, honest and hostile.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::write::{DeflateEncoder, GzEncoder};
use flate2::{Compression, Crc};

/// Names and contents of a package's files, in order.
pub(crate) type Tree = Vec<(String, Vec<u8>)>;

pub(crate) fn file(name: &str, contents: impl AsRef<[u8]>) -> (String, Vec<u8>) {
    (name.to_owned(), contents.as_ref().to_vec())
}

/// `moodle_backup.xml` of a small course; `information` is put in front of the rest.
pub(crate) fn backup_xml(information: &str, kind: &str, contents: &str, settings: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<moodle_backup>\n  <information>\n    \
         <name>backup.mbz</name>\n{information}    <moodle_version>2024100708</moodle_version>\n    \
         <moodle_release>4.5.8 (Build: 20251208)</moodle_release>\n    \
         <original_course_fullname>Botany</original_course_fullname>\n    \
         <original_course_shortname>BOT</original_course_shortname>\n    \
         <original_course_format>topics</original_course_format>\n    <details><detail backup_id=\"1\">\
         <type>{kind}</type><format>moodle2</format><interactive>1</interactive><mode>10</mode></detail></details>\n\
         <contents>{contents}</contents><settings>{settings}</settings>\n  </information>\n</moodle_backup>\n"
    )
}

/// One section with one page.
pub(crate) const CONTENTS: &str = "<activities><activity><moduleid>7</moduleid><sectionid>3</sectionid>\
    <modulename>page</modulename><title>Leaves</title><directory>activities/page_7</directory></activity></activities>\
    <sections><section><sectionid>3</sectionid><title>0</title><directory>sections/section_3</directory></section>\
    </sections><course><courseid>2</courseid><title>BOT</title><directory>course</directory></course>";

/// A small honest course.
pub(crate) fn course() -> Tree {
    course_with(&backup_xml("", "course", CONTENTS, ""))
}

/// The same with another `moodle_backup.xml`.
pub(crate) fn course_with(backup: &str) -> Tree {
    vec![
        file(
            "activities/page_7/module.xml",
            "<module id=\"7\"><modulename>page</modulename><visible>1</visible></module>",
        ),
        file("activities/page_7/page.xml", "<activity><page><name>Leaves</name></page></activity>"),
        file(
            "course/course.xml",
            "<course id=\"2\"><shortname>BOT</shortname><fullname>Botany</fullname></course>",
        ),
        file("files.xml", "<files></files>"),
        file("moodle_backup.xml", backup),
        file(
            "sections/section_3/section.xml",
            "<section id=\"3\"><number>0</number><name>$@NULL@$</name><sequence>7</sequence><visible>1</visible></section>",
        ),
    ]
}

/// The course with one file replaced or added.
pub(crate) fn course_and(name: &str, contents: impl AsRef<[u8]>) -> Tree {
    let mut tree = course();
    tree.retain(|(known, _)| known != name);
    tree.push(file(name, contents));
    tree
}

pub(crate) fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub(crate) fn crc(bytes: &[u8]) -> u32 {
    let mut crc = Crc::new();
    crc.update(bytes);
    crc.sum()
}

// Tar.

/// A POSIX header block with a right checksum.
pub(crate) fn header(name: &str, kind: u8, size: u64, link: &str) -> [u8; 512] {
    let mut block = [0; 512];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[100..108].copy_from_slice(b"0000644\0");
    block[108..124].copy_from_slice(b"0000000\x000000000\0");
    block[124..136].copy_from_slice(format!("{size:011o}\0").as_bytes());
    block[136..148].copy_from_slice(b"12070400000\0");
    block[156] = kind;
    block[157..157 + link.len()].copy_from_slice(link.as_bytes());
    block[257..265].copy_from_slice(b"ustar\x0000");
    checksum(&mut block);
    block
}

/// Makes a changed header's checksum right again.
pub(crate) fn checksum(block: &mut [u8; 512]) {
    block[148..156].fill(b' ');
    let sum: u32 = block.iter().copied().map(u32::from).sum();
    block[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
}

/// A header and its data, padded to whole blocks.
pub(crate) fn entry(header: &[u8; 512], data: &[u8]) -> Vec<u8> {
    let mut bytes = header.to_vec();
    bytes.extend_from_slice(data);
    bytes.resize(bytes.len().next_multiple_of(512), 0);
    bytes
}

pub(crate) fn tar_file(name: &str, data: &[u8]) -> Vec<u8> {
    entry(&header(name, b'0', data.len() as u64, ""), data)
}

/// Entries, two closing blocks, no gzip.
pub(crate) fn tar(entries: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = entries.concat();
    bytes.resize(bytes.len() + 1024, 0);
    bytes
}

pub(crate) fn tar_entries(tree: &Tree) -> Vec<Vec<u8>> {
    tree.iter().map(|(name, data)| tar_file(name, data)).collect()
}

/// A package as tar.gz, with Moodle's index in front.
pub(crate) fn tgz(tree: &Tree) -> Vec<u8> {
    let mut index = format!("Moodle archive file index. Count: {}\n", tree.len());
    for (name, data) in tree {
        writeln!(index, "{name}\tf\t{}\t?", data.len()).unwrap();
    }
    let mut entries = vec![tar_file(".ARCHIVE_INDEX", index.as_bytes())];
    entries.extend(tar_entries(tree));
    gzip(&tar(&entries))
}

/// The course and one more entry, without an index.
pub(crate) fn tgz_with(more: Vec<u8>) -> Vec<u8> {
    let mut entries = tar_entries(&course());
    entries.push(more);
    gzip(&tar(&entries))
}

// Zip.

/// One member of a zip; what a test wants to forge it changes after [`Member::new`].
#[derive(Clone)]
pub(crate) struct Member {
    pub(crate) name: Vec<u8>,
    pub(crate) local_name: Vec<u8>,
    pub(crate) packed: Vec<u8>,
    pub(crate) method: u16,
    pub(crate) local_method: u16,
    pub(crate) flags: u16,
    pub(crate) local_flags: u16,
    pub(crate) crc: u32,
    pub(crate) local_crc: u32,
    pub(crate) size: u32,
    pub(crate) local_size: u32,
    pub(crate) packed_size: u32,
    pub(crate) local_packed_size: u32,
    pub(crate) attributes: u32,
    pub(crate) extra: Vec<u8>,
    pub(crate) local_extra: Vec<u8>,
    pub(crate) disk: u16,
    pub(crate) descriptor: Vec<u8>,
}

impl Member {
    /// A deflated member.
    pub(crate) fn new(name: &str, data: &[u8]) -> Self {
        Self::packed(name, deflate(data), 8, data)
    }

    pub(crate) fn stored(name: &str, data: &[u8]) -> Self {
        Self::packed(name, data.to_vec(), 0, data)
    }

    fn packed(name: &str, packed: Vec<u8>, method: u16, data: &[u8]) -> Self {
        let (size, packed_size) = (u32::try_from(data.len()).unwrap(), u32::try_from(packed.len()).unwrap());
        Self {
            name: name.as_bytes().to_vec(),
            local_name: name.as_bytes().to_vec(),
            packed,
            method,
            local_method: method,
            flags: 0,
            local_flags: 0,
            crc: crc(data),
            local_crc: crc(data),
            size,
            local_size: size,
            packed_size,
            local_packed_size: packed_size,
            attributes: 0,
            extra: Vec::new(),
            local_extra: Vec::new(),
            disk: 0,
            descriptor: Vec::new(),
        }
    }

    /// Tells sizes and checksum behind the data, as writers to a pipe do.
    pub(crate) fn with_descriptor(mut self) -> Self {
        self.flags |= 8;
        self.local_flags |= 8;
        (self.local_crc, self.local_size, self.local_packed_size) = (0, 0, 0);
        self.descriptor =
            [&b"PK\x07\x08"[..], &le32(self.crc), &le32(self.packed_size), &le32(self.size)].concat();
        self
    }

    pub(crate) fn local(&self) -> Vec<u8> {
        [
            &b"PK\x03\x04\x14\0"[..],
            &le16(self.local_flags),
            &le16(self.local_method),
            &[0; 4],
            &le32(self.local_crc),
            &le32(self.local_packed_size),
            &le32(self.local_size),
            &le16(length(&self.local_name)),
            &le16(length(&self.local_extra)),
            &self.local_name,
            &self.local_extra,
            &self.packed,
            &self.descriptor,
        ]
        .concat()
    }

    pub(crate) fn central(&self, offset: u32) -> Vec<u8> {
        [
            &b"PK\x01\x02\x14\x03\x14\0"[..],
            &le16(self.flags),
            &le16(self.method),
            &[0; 4],
            &le32(self.crc),
            &le32(self.packed_size),
            &le32(self.size),
            &le16(length(&self.name)),
            &le16(length(&self.extra)),
            &[0; 2],
            &le16(self.disk),
            &[0; 2],
            &le32(self.attributes),
            &le32(offset),
            &self.name,
            &self.extra,
        ]
        .concat()
    }
}

pub(crate) fn le16(value: u16) -> [u8; 2] {
    value.to_le_bytes()
}

pub(crate) fn le32(value: u32) -> [u8; 4] {
    value.to_le_bytes()
}

fn length(bytes: &[u8]) -> u16 {
    u16::try_from(bytes.len()).unwrap()
}

/// The end record.
pub(crate) fn end_record(count: u16, length: u32, offset: u32, comment: &[u8]) -> Vec<u8> {
    let comment_length = le16(u16::try_from(comment.len()).unwrap());
    [
        b"PK\x05\x06\0\0\0\0",
        &le16(count)[..],
        &le16(count),
        &le32(length),
        &le32(offset),
        &comment_length,
        comment,
    ]
    .concat()
}

/// Local headers and data, then the directory, then the end record.
pub(crate) fn zip_of(members: &[Member]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut directory = Vec::new();
    for member in members {
        directory.extend(member.central(u32::try_from(bytes.len()).unwrap()));
        bytes.extend(member.local());
    }
    close(bytes, &directory, members.len())
}

/// Puts a directory and the end record behind `bytes`.
pub(crate) fn close(mut bytes: Vec<u8>, directory: &[u8], count: usize) -> Vec<u8> {
    let offset = u32::try_from(bytes.len()).unwrap();
    bytes.extend(directory);
    let count = u16::try_from(count).unwrap();
    bytes.extend(end_record(count, u32::try_from(directory.len()).unwrap(), offset, b""));
    bytes
}

pub(crate) fn members(tree: &Tree) -> Vec<Member> {
    tree.iter().map(|(name, data)| Member::new(name, data)).collect()
}

/// A package as zip.
pub(crate) fn zip(tree: &Tree) -> Vec<u8> {
    zip_of(&members(tree))
}

/// The course with one more member.
pub(crate) fn zip_with(more: Member) -> Vec<u8> {
    let mut all = members(&course());
    all.push(more);
    zip_of(&all)
}
