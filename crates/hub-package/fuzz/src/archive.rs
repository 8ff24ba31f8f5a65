//! Writes containers.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;

const BLOCK: usize = 512;
/// Where a tar's header has its checksum, and its magic word.
const CHECKSUM: std::ops::Range<usize> = 148..156;
const MAGIC: std::ops::Range<usize> = 257..262;
const BLANKS: [u8; 8] = [b' '; 8];

/// A member of an archive: its name, at most 100 bytes long, and its contents.
pub type Member<'m> = (&'m str, &'m [u8]);

/// A gzip stream that holds `bytes` as they are.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(bytes).expect("writing to memory");
    encoder.finish().expect("writing to memory")
}

/// A gzip'd tar of files.
pub fn tar_gz(members: &[Member<'_>]) -> Vec<u8> {
    let mut bytes = tar(members);
    fill_in_checksums(&mut bytes);
    gzip(&bytes)
}

/// A tar whose headers leave their checksums blank, see [`fill_in_checksums`].
pub fn tar(members: &[Member<'_>]) -> Vec<u8> {
    let mut tar = Vec::new();
    for (name, contents) in members {
        tar.extend(header(name, b'0', contents.len(), ""));
        tar.extend(*contents);
        tar.resize(tar.len().next_multiple_of(BLOCK), 0);
    }
    tar.resize(tar.len() + 2 * BLOCK, 0);
    tar
}

/// A tar's header without its checksum.
pub fn header(name: &str, kind: u8, size: usize, link: &str) -> [u8; BLOCK] {
    let mut block = [0; BLOCK];
    block[..name.len()].copy_from_slice(name.as_bytes());
    block[124..136].copy_from_slice(format!("{size:011o}\0").as_bytes());
    block[CHECKSUM].copy_from_slice(&BLANKS);
    block[156] = kind;
    block[157..157 + link.len()].copy_from_slice(link.as_bytes());
    block[257..265].copy_from_slice(b"ustar\x0000");
    block
}

/// Fills in the checksums that the headers of `tar` leave blank: changed headers stay headers, and wrong checksums are
/// tried all the same.
pub fn fill_in_checksums(tar: &mut [u8]) {
    for block in tar.chunks_exact_mut(BLOCK) {
        if block[MAGIC] == *b"ustar" && block[CHECKSUM] == BLANKS {
            let sum: u32 = block.iter().copied().map(u32::from).sum();
            block[CHECKSUM].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
        }
    }
}

/// How a zip says the sizes of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizes {
    /// In front of the contents.
    Before,
    /// Behind them, in a data descriptor.
    Behind,
}

/// A zip of deflated files.
pub fn zip(members: &[Member<'_>], sizes: Sizes) -> Vec<u8> {
    let (mut bytes, mut directory) = (Vec::new(), Vec::new());
    for (name, contents) in members {
        let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(contents).expect("writing to memory");
        let packed = encoder.finish().expect("writing to memory");
        let said =
            [crc32fast::hash(contents), length(&packed), length(contents)].map(u32::to_le_bytes).concat();
        let flags: u16 = if sizes == Sizes::Behind { 8 } else { 0 };
        let kind = [flags.to_le_bytes(), 8_u16.to_le_bytes(), [0; 2], [0; 2]].concat();
        let name_length = u16::try_from(name.len()).expect("a short name").to_le_bytes();
        let offset = length(&bytes).to_le_bytes();
        directory.extend([b"PK\x01\x02\x14\0\x14\0", &kind[..], &said, &name_length].concat());
        directory.extend([&[0; 12][..], &offset, name.as_bytes()].concat());
        let before = if sizes == Sizes::Behind { vec![0; 12] } else { said.clone() };
        bytes.extend([b"PK\x03\x04\x14\0", &kind[..], &before, &name_length, &[0; 2]].concat());
        bytes.extend([name.as_bytes(), &packed].concat());
        if sizes == Sizes::Behind {
            bytes.extend([b"PK\x07\x08", &said[..]].concat());
        }
    }
    let count = u16::try_from(members.len()).expect("few members").to_le_bytes();
    let place = [length(&directory), length(&bytes)].map(u32::to_le_bytes).concat();
    bytes.extend(directory);
    bytes.extend([b"PK\x05\x06\0\0\0\0", &count[..], &count, &place, &[0; 2]].concat());
    bytes
}

fn length(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.len()).expect("a short text")
}
