//! Zip, read strictly (package notes, section 12, H1 and H8 to H20).
//!
//! The central directory is trusted and every local header must agree with it. Members must follow each other
//! from the first byte to the directory without overlap and without gap: all 39 zips of the corpus do, and a
//! reader that goes by the directory and one that goes by the local headers then see the same members.

mod directory;
mod fields;

use crc32fast::Hasher;

use self::directory::{Directory, Record, is_directory};
use super::inflate::Inflate;
use super::meter::Meter;
use super::{Body, drain};
use crate::book::{Book, Entry};
use crate::code::Code;
use crate::gather::Gather;
use crate::limits::Limits;
use crate::stop::Stop;
use crate::upload::Upload;

const LOCAL_SIGNATURE: &[u8] = b"PK\x03\x04";
const LOCAL_BYTES: usize = 30;
const DESCRIPTOR_SIGNATURE: &[u8] = b"PK\x07\x08";

/// Refuses because two parts of the zip disagree.
fn inconsistent(why: impl Into<String>) -> Stop {
    Stop::refuse(Code::ZipInconsistent, why)
}

/// Walks the zip.
pub(crate) fn walk(
    upload: &mut Upload<'_>,
    meter: &mut Meter<'_>,
    gather: &mut Gather<'_>,
    limits: &Limits,
) -> Result<(), Stop> {
    let directory = Directory::read(upload, limits)?;
    let mut zip = Zip { upload, meter, book: Book::default() };
    // A first look at sizes that are claimed: an honest archive of this size would be refused anyway, and a
    // lying one is refused sooner.
    let declared = directory.records.iter().fold(0_u64, |sum, record| sum.saturating_add(record.size));
    if declared > zip.meter.cap() {
        return Err(zip.meter.too_large(&format!("{declared} bytes declared")));
    }
    for (at, record) in directory.records.iter().enumerate() {
        let end = directory.records.get(at + 1).map_or(directory.offset, |next| next.offset);
        let name = directory.name(record);
        zip.member(record, name, end, gather).map_err(|stop| stop.at(&String::from_utf8_lossy(name)))?;
    }
    Ok(())
}

struct Zip<'z, 's, 'l> {
    upload: &'z mut Upload<'s>,
    meter: &'z mut Meter<'l>,
    /// Only to notice names that differ in case; equal names are refused before the pass.
    book: Book,
}

impl Zip<'_, '_, '_> {
    /// One member, which must fill the bytes up to `end`.
    fn member(
        &mut self,
        record: &Record,
        name: &[u8],
        end: u64,
        gather: &mut Gather<'_>,
    ) -> Result<(), Stop> {
        self.meter.begin(self.upload.position());
        let clean = gather.member(name, is_directory(name))?;
        if self.book.add(clean.text.as_bytes(), Entry::Directory) {
            gather.note(Code::CaseOnlyDifference, Some(&clean.text), "");
        }
        self.check_local_header(record, name)?;
        let data_end = self.upload.position().saturating_add(record.packed);
        if data_end > end {
            return Err(Stop::refuse(Code::ZipOverlap, "its data reaches into the next member"));
        }
        let mut body = ZipBody::new(record, self.upload, self.meter);
        if !is_directory(name) {
            gather.file(&clean, &mut body)?;
        }
        drain(&mut body)?;
        self.check_descriptor(record, end)
    }

    fn check_local_header(&mut self, record: &Record, name: &[u8]) -> Result<(), Stop> {
        let mut header = [0; LOCAL_BYTES];
        self.take(&mut header)?;
        if !header.starts_with(LOCAL_SIGNATURE) {
            return Err(inconsistent("the directory points at something that is no member"));
        }
        if fields::u16_at(&header, 6) != record.flags {
            return Err(inconsistent("the flags differ from the directory's"));
        }
        if fields::u16_at(&header, 8) != record.method {
            return Err(inconsistent("the compression method differs from the directory's"));
        }
        let mut local_name = vec![0; usize::from(fields::u16_at(&header, 26))];
        self.take(&mut local_name)?;
        if local_name != name {
            return Err(inconsistent("the name differs from the directory's"));
        }
        let mut extra = vec![0; usize::from(fields::u16_at(&header, 28))];
        self.take(&mut extra)?;
        let sizes = fields::Sizes {
            size: u64::from(fields::u32_at(&header, 22)),
            packed: u64::from(fields::u32_at(&header, 18)),
            offset: 0,
        };
        let extra = fields::Extra::parse(&extra, sizes, name)?;
        let crc = fields::u32_at(&header, 14);
        let told_later =
            record.has_descriptor() && crc == 0 && extra.sizes.size == 0 && extra.sizes.packed == 0;
        let same =
            crc == record.crc && extra.sizes.size == record.size && extra.sizes.packed == record.packed;
        if !(same || told_later) {
            return Err(inconsistent("sizes or checksum differ from the directory's"));
        }
        Ok(())
    }

    /// What stands between the data and `end`: nothing, or the data descriptor that the flags announce.
    fn check_descriptor(&mut self, record: &Record, end: u64) -> Result<(), Stop> {
        let gap = end - self.upload.position();
        if gap == 0 && !record.has_descriptor() {
            return Ok(());
        }
        if !record.has_descriptor() || !matches!(gap, 12 | 16 | 20 | 24) {
            return Err(inconsistent(format!("{gap} bytes after it belong to no member")));
        }
        let mut bytes = [0; 24];
        let bytes = &mut bytes[..usize::try_from(gap).unwrap_or(0)];
        self.take(bytes)?;
        let signed = matches!(gap, 16 | 24);
        if signed && !bytes.starts_with(DESCRIPTOR_SIGNATURE) {
            return Err(inconsistent("a data descriptor without its signature"));
        }
        let bytes = &bytes[if signed { 4 } else { 0 }..];
        let (packed, size) = if bytes.len() == 12 {
            (u64::from(fields::u32_at(bytes, 4)), u64::from(fields::u32_at(bytes, 8)))
        } else {
            (fields::u64_at(bytes, 4), fields::u64_at(bytes, 12))
        };
        if (fields::u32_at(bytes, 0), packed, size) != (record.crc, record.packed, record.size) {
            return Err(inconsistent("the data descriptor differs from the directory"));
        }
        Ok(())
    }

    fn take(&mut self, into: &mut [u8]) -> Result<(), Stop> {
        if self.upload.read_exact(into)? {
            Ok(())
        } else {
            Err(Stop::refuse(Code::Truncated, "the file ends inside a member"))
        }
    }
}

/// The data of one member.
struct ZipBody<'z, 's, 'l> {
    upload: &'z mut Upload<'s>,
    meter: &'z mut Meter<'l>,
    inflate: Option<Inflate>,
    /// Of a stored member, what is left of it.
    left: u64,
    size: u64,
    produced: u64,
    crc: Hasher,
    expected_crc: u32,
    ended: bool,
}

impl<'z, 's, 'l> ZipBody<'z, 's, 'l> {
    fn new(record: &Record, upload: &'z mut Upload<'s>, meter: &'z mut Meter<'l>) -> Self {
        Self {
            upload,
            meter,
            inflate: record.is_deflated().then(|| Inflate::new(record.packed)),
            left: record.packed,
            size: record.size,
            produced: 0,
            crc: Hasher::new(),
            expected_crc: record.crc,
            ended: false,
        }
    }

    fn read_stored(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        let bytes = self.upload.fill()?;
        let count = bytes.len().min(room);
        if count == 0 && room > 0 {
            return Err(Stop::refuse(Code::Truncated, "the file ends inside a member"));
        }
        into[..count].copy_from_slice(&bytes[..count]);
        self.upload.consume(count);
        self.left -= count as u64;
        Ok(count)
    }

    fn check_end(&self) -> Result<(), Stop> {
        let unused = self.inflate.as_ref().map_or(self.left, Inflate::left);
        if unused != 0 {
            return Err(Stop::refuse(Code::Corrupt, format!("{unused} compressed bytes are not used")));
        }
        if self.produced != self.size {
            let evidence = format!("{} bytes instead of {}", self.produced, self.size);
            return Err(Stop::refuse(Code::Corrupt, evidence));
        }
        if self.crc.clone().finalize() != self.expected_crc {
            return Err(Stop::refuse(Code::Corrupt, "the checksum is wrong"));
        }
        Ok(())
    }
}

impl Body for ZipBody<'_, '_, '_> {
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        if self.ended || into.is_empty() {
            return Ok(0);
        }
        self.upload.clock().check()?;
        let count = match &mut self.inflate {
            Some(inflate) => inflate.read(self.upload, into)?,
            None => self.read_stored(into)?,
        };
        if count == 0 {
            self.check_end()?;
            self.ended = true;
            return Ok(0);
        }
        self.produced += count as u64;
        if self.produced > self.size {
            return Err(Stop::refuse(Code::Corrupt, format!("it is longer than its {} bytes", self.size)));
        }
        self.meter.produced(count, self.upload.position())?;
        self.crc.update(&into[..count]);
        Ok(count)
    }
}
