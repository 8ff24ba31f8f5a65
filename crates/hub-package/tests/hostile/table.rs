//! The rows of the table and what several of them are made with.

use std::io::{Cursor, Read, Seek, SeekFrom};

use flate2::{Compress, Compression, FlushCompress};
use hub_package::{Code, Report, Severity, Verdict};

use crate::archives::{Member, Tree, course, file, gzip, members, tar, tar_entries, zip, zip_of};

/// What the reader wants of an upload.
pub(crate) trait Source: Read + Seek {}

impl<T: Read + Seek> Source for T {}

/// What must come of a row.
#[derive(Debug)]
pub(crate) enum Expect {
    /// Refused for this code, and the evidence says this.
    Refuse(Code, &'static str),
    /// Refused as cut or damaged.
    RefuseAsCut,
    /// Not refused; these codes are among the findings.
    Note(&'static [Code]),
}

impl Expect {
    pub(crate) fn holds(&self, report: &Report) -> bool {
        match self {
            Self::Refuse(code, says) => {
                report.verdict == Verdict::Refuse(*code)
                    && report.findings.iter().any(|finding| {
                        let place = finding.place.as_deref().unwrap_or_default();
                        finding.code == *code && (finding.evidence.contains(says) || place.contains(says))
                    })
            }
            Self::RefuseAsCut => {
                matches!(report.verdict, Verdict::Refuse(Code::Truncated | Code::Corrupt))
            }
            Self::Note(codes) => {
                let worst = report.findings.iter().map(|finding| finding.severity).max();
                worst != Some(Severity::Refuse)
                    && codes.iter().all(|code| report.finding_counts.contains_key(code))
            }
        }
    }
}

/// One hostile archive.
pub(crate) struct Row {
    /// The case of the package notes, section 12.
    pub(crate) case: &'static str,
    pub(crate) name: String,
    pub(crate) expect: Expect,
    pub(crate) build: Box<dyn Fn() -> Box<dyn Source>>,
}

impl Row {
    pub(crate) fn refused_as_cut(name: String) -> Self {
        Self { case: "H19", name, expect: Expect::RefuseAsCut, build: Box::new(|| Box::new(Cursor::new(""))) }
    }
}

/// An archive that is refused for `code`; evidence or place hold `says`.
pub(crate) fn refuse(
    case: &'static str,
    name: impl Into<String>,
    code: Code,
    says: &'static str,
    build: impl Fn() -> Vec<u8> + 'static,
) -> Row {
    let build = move || Box::new(Cursor::new(build())) as Box<dyn Source>;
    Row { case, name: name.into(), expect: Expect::Refuse(code, says), build: Box::new(build) }
}

/// An archive that is cut or damaged, whichever the reader meets first.
pub(crate) fn cut(name: &str, build: impl Fn() -> Vec<u8> + 'static) -> Row {
    Row { expect: Expect::RefuseAsCut, ..refuse("H19", name, Code::Corrupt, "", build) }
}

/// An odd archive that is not refused but noted.
pub(crate) fn note(
    case: &'static str,
    name: impl Into<String>,
    codes: &'static [Code],
    build: impl Fn() -> Vec<u8> + 'static,
) -> Row {
    Row { expect: Expect::Note(codes), ..refuse(case, name, Code::Corrupt, "", build) }
}

/// Bytes without pattern, the same each time.
pub(crate) fn noise(count: usize) -> Vec<u8> {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    };
    (0..count).map(|_| next()).collect()
}

/// Letters that compress about 60:1: far from the limit of a ratio, and small to keep.
pub(crate) fn letters(count: usize) -> String {
    let salt = noise(count / 400 * 4 + 4);
    let mut text = String::with_capacity(count);
    for four in salt.chunks_exact(4) {
        text.extend(four.iter().map(|byte| char::from(b'a' + byte % 26)));
        for _ in 0..66 {
            text.push_str("leaves");
        }
        if text.len() >= count {
            break;
        }
    }
    text.truncate(count);
    text
}

/// Bytes, and how often they follow each other.
pub(crate) type Pieces<'p> = [(&'p [u8], usize)];

/// A deflate stream of `pieces`, made without having it all: deflate blocks after a full flush stand for
/// themselves, so the same bytes can be put down again and again (RFC 1951, section 3.2.3).
fn repeated(pieces: &Pieces<'_>) -> Vec<u8> {
    let mut stream = Vec::new();
    for (piece, times) in pieces {
        let mut compress = Compress::new(Compression::best(), false);
        let mut block = vec![0; piece.len() + 4_096];
        compress.compress(piece, &mut block, FlushCompress::Full).unwrap();
        block.truncate(usize::try_from(compress.total_out()).unwrap());
        stream.extend(block.repeat(*times));
    }
    // An empty stored block that says it is the last.
    stream.extend([1, 0, 0, 0xff, 0xff]);
    stream
}

/// CRC-32 and length of `pieces`.
fn sums(pieces: &Pieces<'_>) -> (u32, u64) {
    let mut all = flate2::Crc::new();
    let mut length = 0;
    for (piece, times) in pieces {
        let mut one = flate2::Crc::new();
        one.update(piece);
        for _ in 0..*times {
            all.combine(&one);
        }
        length += piece.len() as u64 * *times as u64;
    }
    (all.sum(), length)
}

/// A gzip stream of `piece` repeated.
pub(crate) fn gzip_of_repeated(piece: &[u8], times: usize) -> Vec<u8> {
    let pieces = [(piece, times)];
    let (crc, length) = sums(&pieces);
    let mut bytes = b"\x1f\x8b\x08\0\0\0\0\0\0\x03".to_vec();
    bytes.extend(repeated(&pieces));
    bytes.extend(crc.to_le_bytes());
    bytes.extend(u32::try_from(length & 0xffff_ffff).unwrap().to_le_bytes());
    bytes
}

/// A member of these contents, which tells their size unless it is beyond what any upload of its size may hold.
pub(crate) fn repeated_member(name: &str, pieces: &Pieces<'_>) -> Member {
    let mut member = Member::new(name, b"");
    let (crc, length) = sums(pieces);
    member.packed = repeated(pieces);
    (member.crc, member.local_crc) = (crc, crc);
    member.size = u32::try_from(length.min(200_000_000)).unwrap();
    member.local_size = member.size;
    member.packed_size = u32::try_from(member.packed.len()).unwrap();
    member.local_packed_size = member.packed_size;
    member
}

/// The small course as a zip, one member of it with these contents.
pub(crate) fn zip_of_pieces(name: &str, pieces: &Pieces<'_>) -> Vec<u8> {
    let mut all = members(&course());
    all.retain(|member| member.name != name.as_bytes());
    all.push(repeated_member(name, pieces));
    zip_of(&all)
}

/// A course of the size many real ones have: about a megabyte, most of it files that do not compress.
fn real_sized() -> Tree {
    let mut tree = course();
    let all = noise(900_000);
    for (number, piece) in all.chunks(60_000).enumerate() {
        tree.push(file(&format!("activities/page_7/part{number}.bin"), piece));
    }
    tree.push(file("questions.xml", format!("<questions><x>{}</x></questions>", letters(400_000))));
    tree
}

pub(crate) fn real_sized_zip() -> Vec<u8> {
    zip(&real_sized())
}

pub(crate) fn real_sized_tgz() -> Vec<u8> {
    gzip(&tar(&tar_entries(&real_sized())))
}

/// The small course as a zip, one member of it forged.
pub(crate) fn forged(forge: impl Fn(&mut Member)) -> Vec<u8> {
    let mut all = members(&course());
    forge(&mut all[3]);
    zip_of(&all)
}

/// An upload that is computed where it is read, because it is larger than the memory the test may use.
pub(crate) struct Computed<F> {
    length: u64,
    at: u64,
    /// Writes the bytes from an offset on, as many as it likes but at least one.
    bytes: F,
}

impl<F: Fn(u64) -> Vec<u8>> Computed<F> {
    pub(crate) fn new(length: u64, bytes: F) -> Self {
        Self { length, at: 0, bytes }
    }
}

impl<F: Fn(u64) -> Vec<u8>> Read for Computed<F> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at >= self.length {
            return Ok(0);
        }
        let bytes = (self.bytes)(self.at);
        let count = bytes.len().min(into.len());
        into[..count].copy_from_slice(&bytes[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl<F> Seek for Computed<F> {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.length.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        }
        .ok_or(std::io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}
