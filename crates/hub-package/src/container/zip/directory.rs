//! The central directory and what points at it.

use super::fields::{Extra, Sizes, u16_at, u32_at, u64_at};
use super::inconsistent;
use crate::code::Code;
use crate::limits::Limits;
use crate::stop::Stop;
use crate::upload::Upload;

const END_SIGNATURE: &[u8] = b"PK\x05\x06";
const END_BYTES: usize = 22;
const LOCATOR_SIGNATURE: &[u8] = b"PK\x06\x07";
const LOCATOR_BYTES: usize = 20;
const END64_SIGNATURE: &[u8] = b"PK\x06\x06";
const END64_BYTES: usize = 56;
const RECORD_SIGNATURE: &[u8] = b"PK\x01\x02";
const RECORD_BYTES: usize = 46;
const LOCAL_BYTES: u64 = 30;

/// Bit 0 and bit 6 of the flags encrypt the member, bit 13 its directory.
const ENCRYPTED_FLAGS: u16 = 0b10_0000_0100_0001;
const PATCHED_FLAG: u16 = 0b10_0000;
const DESCRIPTOR_FLAG: u16 = 0b1000;
const STORED: u16 = 0;
const DEFLATED: u16 = 8;
const AES_METHOD: u16 = 99;

/// The members of a zip, in the order of their bytes.
pub(super) struct Directory {
    pub(super) records: Vec<Record>,
    /// All names one after the other: one allocation instead of a hundred thousand.
    names: Vec<u8>,
    /// Where the directory begins, which is where the last member must end.
    pub(super) offset: u64,
}

/// One member as the directory tells it.
pub(super) struct Record {
    pub(super) offset: u64,
    pub(super) size: u64,
    pub(super) packed: u64,
    pub(super) crc: u32,
    pub(super) flags: u16,
    pub(super) method: u16,
    name_length: u16,
    name_at: u32,
}

impl Record {
    /// Sizes and checksum stand behind the data as well.
    pub(super) fn has_descriptor(&self) -> bool {
        self.flags & DESCRIPTOR_FLAG != 0
    }

    pub(super) fn is_deflated(&self) -> bool {
        self.method == DEFLATED
    }
}

impl Directory {
    /// Finds and reads the directory, and checks that its members can stand one after the other.
    pub(super) fn read(upload: &mut Upload<'_>, limits: &Limits) -> Result<Self, Stop> {
        let end = End::find(upload)?;
        if end.count > limits.members {
            let evidence = format!("{}; the limit is {}", end.count, limits.members);
            return Err(Stop::refuse(Code::TooManyMembers, evidence));
        }
        if end.count == 0 {
            return Err(Stop::refuse(Code::EmptyArchive, ""));
        }
        let mut directory = Self { records: Vec::new(), names: Vec::new(), offset: end.offset };
        let mut reader =
            Window { upload, at: end.offset, end: end.offset + end.length, bytes: Vec::new(), used: 0 };
        for _ in 0..end.count {
            directory.read_record(&mut reader, limits)?;
        }
        if reader.left() != 0 {
            return Err(inconsistent("the directory is longer than its members"));
        }
        directory.records.sort_by_key(|record| record.offset);
        directory.check_places()?;
        directory.check_names()?;
        Ok(directory)
    }

    pub(super) fn name(&self, record: &Record) -> &[u8] {
        let at = record.name_at as usize;
        &self.names[at..at + usize::from(record.name_length)]
    }

    fn read_record(&mut self, reader: &mut Window<'_, '_>, limits: &Limits) -> Result<(), Stop> {
        let fixed = reader.take(RECORD_BYTES)?;
        if !fixed.starts_with(RECORD_SIGNATURE) {
            return Err(inconsistent("the directory holds something that is no member"));
        }
        let (flags, method, crc) = (u16_at(fixed, 8), u16_at(fixed, 10), u32_at(fixed, 16));
        let header = Sizes {
            packed: u64::from(u32_at(fixed, 20)),
            size: u64::from(u32_at(fixed, 24)),
            offset: u64::from(u32_at(fixed, 42)),
        };
        let (name_length, extra_length, comment_length) =
            (u16_at(fixed, 28), u16_at(fixed, 30), u16_at(fixed, 32));
        let (disk, attributes) = (u16_at(fixed, 34), u32_at(fixed, 38));
        let name = reader.take(usize::from(name_length))?.to_vec();
        let shown = String::from_utf8_lossy(&name).into_owned();
        if name.len() > limits.name_bytes {
            let evidence = format!("{} bytes; the limit is {}", name.len(), limits.name_bytes);
            return Err(Stop::refuse(Code::NameTooLong, evidence).at(&shown));
        }
        let extra = reader.take(usize::from(extra_length))?;
        let sizes = Extra::parse(extra, header, &name).map_err(|stop| stop.at(&shown))?.sizes;
        reader.take(usize::from(comment_length))?;
        if disk != 0 {
            return Err(Stop::refuse(Code::ZipSplit, "a member on another disk").at(&shown));
        }
        check_kind(flags, method, attributes).map_err(|stop| stop.at(&shown))?;
        let record = Record {
            offset: sizes.offset,
            size: sizes.size,
            packed: sizes.packed,
            crc,
            flags,
            method,
            name_length,
            // At most limits.members names of limits.name_bytes each; a limit that overflows is refused.
            name_at: u32::try_from(self.names.len())
                .map_err(|_| Stop::refuse(Code::TooManyMembers, "4 GiB of names"))?,
        };
        if is_directory(&name) && record.size != 0 {
            return Err(inconsistent("a directory with contents").at(&shown));
        }
        self.names.extend_from_slice(&name);
        self.records.push(record);
        Ok(())
    }

    /// The first member begins the file; each ends before the next, the last before the directory. Local
    /// headers can only be longer than assumed here, and are looked at again when they are read.
    fn check_places(&self) -> Result<(), Stop> {
        if let Some(first) = self.records.first()
            && first.offset != 0
        {
            return Err(inconsistent(format!("{} bytes stand before the first member", first.offset)));
        }
        for (at, record) in self.records.iter().enumerate() {
            let limit = self.records.get(at + 1).map_or(self.offset, |next| next.offset);
            let least = LOCAL_BYTES + u64::from(record.name_length);
            let end = record.offset.saturating_add(least).saturating_add(record.packed);
            if end > limit {
                let other = self.records.get(at + 1).map_or("the directory".into(), |next| {
                    String::from_utf8_lossy(self.name(next)).into_owned()
                });
                let stop = Stop::refuse(Code::ZipOverlap, format!("it reaches into {other}"));
                return Err(stop.at(&String::from_utf8_lossy(self.name(record))));
            }
        }
        Ok(())
    }

    /// No name twice, neither exactly nor after `./` is removed.
    fn check_names(&self) -> Result<(), Stop> {
        let plain = |record: &Record| {
            let mut name = self.name(record);
            while let Some(inner) = name.strip_prefix(b"./") {
                name = inner;
            }
            name.strip_suffix(b"/").unwrap_or(name)
        };
        let mut order: Vec<&Record> = self.records.iter().collect();
        order.sort_by(|a, b| plain(a).cmp(plain(b)));
        match order.windows(2).find(|pair| plain(pair[0]) == plain(pair[1])) {
            Some(pair) => {
                Err(Stop::refuse(Code::DuplicateName, "").at(&String::from_utf8_lossy(plain(pair[0]))))
            }
            None => Ok(()),
        }
    }
}

/// Directories are the names that end in a slash.
pub(super) fn is_directory(name: &[u8]) -> bool {
    name.ends_with(b"/")
}

fn check_kind(flags: u16, method: u16, attributes: u32) -> Result<(), Stop> {
    if flags & ENCRYPTED_FLAGS != 0 || method == AES_METHOD {
        return Err(Stop::refuse(Code::Encrypted, ""));
    }
    if flags & PATCHED_FLAG != 0 {
        return Err(Stop::refuse(Code::UnsupportedCompression, "patched data"));
    }
    if method != STORED && method != DEFLATED {
        return Err(Stop::refuse(Code::UnsupportedCompression, format!("zip method {method}")));
    }
    // Unix file types in the upper half; tools of other systems leave it empty.
    match attributes >> 28 {
        0 | 0o10 | 0o4 => Ok(()),
        kind => Err(Stop::refuse(Code::UnsafeEntryType, format!("unix file type {kind:o}"))),
    }
}

/// The end record: where the directory is.
struct End {
    count: u64,
    offset: u64,
    length: u64,
}

impl End {
    /// Finds the one end record, which must close the file and stand right behind the directory.
    fn find(upload: &mut Upload<'_>) -> Result<Self, Stop> {
        let size = upload.size();
        // The record and the longest comment it can have.
        let length = size.min(END_BYTES as u64 + u64::from(u16::MAX));
        let mut tail = vec![0; usize::try_from(length).unwrap_or(0)];
        upload.read_at(size - length, &mut tail)?;
        let tail_at = size - length;
        let mut found = None;
        let (mut broken, mut cut, mut astray) = (false, false, false);
        for at in (0..tail.len().saturating_sub(END_BYTES - 1)).rev() {
            if !tail[at..].starts_with(END_SIGNATURE) {
                continue;
            }
            let record = &tail[at..];
            let position = tail_at + at as u64;
            let told = END_BYTES + usize::from(u16_at(record, 20));
            let closes = record.len() == told;
            // Signatures inside the data of members are none of our business: a stored zip has one.
            let end = match Self::parse(&record[..END_BYTES], position, upload) {
                Ok(Some(end)) => end,
                Ok(None) => {
                    astray |= closes;
                    continue;
                }
                Err(Stop::Refuse(_)) if !closes => continue,
                Err(stop) => return Err(stop),
            };
            if record.len() < told {
                cut = true;
            } else if !closes {
                broken = true;
            } else if found.is_none() {
                found = Some((end, at));
            }
        }
        let Some((end, at)) = found else {
            return Err(if broken {
                inconsistent("bytes stand after the end")
            } else if cut {
                Stop::refuse(Code::Truncated, "the comment at the end is cut")
            } else if astray {
                inconsistent("the end record points at no directory")
            } else {
                Stop::refuse(Code::Truncated, "the end of the zip is missing")
            });
        };
        let hidden = tail[at + END_BYTES..].windows(4).any(|window| window == END_SIGNATURE);
        if broken || cut || hidden {
            return Err(inconsistent("more than one end record"));
        }
        Ok(end)
    }

    /// Reads the record at `position`. `None` if the bytes before it are no directory of that length, so that
    /// it is no end record of this file.
    fn parse(record: &[u8], position: u64, upload: &mut Upload<'_>) -> Result<Option<Self>, Stop> {
        let (disk, first_disk, here) = (u16_at(record, 4), u16_at(record, 6), u16_at(record, 8));
        if (disk != 0 && disk != 0xffff) || (first_disk != 0 && first_disk != 0xffff) {
            return Err(Stop::refuse(Code::ZipSplit, "the end record names another disk"));
        }
        if here != u16_at(record, 10) {
            return Err(Stop::refuse(Code::ZipSplit, "not all members are on this disk"));
        }
        let mut end = Self {
            count: u64::from(u16_at(record, 10)),
            length: u64::from(u32_at(record, 12)),
            offset: u64::from(u32_at(record, 16)),
        };
        let mut directory_end = position;
        if let Some(end64) = End64::before(position, upload)? {
            let agrees =
                |short: u64, long: u64, told_elsewhere: u64| short == long || short == told_elsewhere;
            if !agrees(end.count, end64.end.count, 0xffff)
                || !agrees(end.length, end64.end.length, 0xffff_ffff)
                || !agrees(end.offset, end64.end.offset, 0xffff_ffff)
            {
                return Err(inconsistent("the zip64 end record differs from the other"));
            }
            end = end64.end;
            directory_end = end64.position;
        }
        if end.offset.checked_add(end.length) != Some(directory_end) {
            return Ok(None);
        }
        if end.count > 0 {
            let mut signature = [0; 4];
            upload.read_at(end.offset, &mut signature)?;
            if signature != RECORD_SIGNATURE {
                return Ok(None);
            }
        }
        Ok(Some(end))
    }
}

/// The zip64 end record.
struct End64 {
    end: End,
    position: u64,
}

impl End64 {
    /// The record whose locator stands right before `position`, if there is a locator.
    fn before(position: u64, upload: &mut Upload<'_>) -> Result<Option<Self>, Stop> {
        let Some(locator_at) = position.checked_sub(LOCATOR_BYTES as u64) else { return Ok(None) };
        let mut locator = [0; LOCATOR_BYTES];
        upload.read_at(locator_at, &mut locator)?;
        if !locator.starts_with(LOCATOR_SIGNATURE) {
            return Ok(None);
        }
        // Only the plain record, right before its locator: everything else is a way to hide another one.
        let at = u64_at(&locator, 8);
        if u32_at(&locator, 4) != 0 || u32_at(&locator, 16) > 1 {
            return Err(Stop::refuse(Code::ZipSplit, "the zip64 locator names another disk"));
        }
        if locator_at.checked_sub(END64_BYTES as u64) != Some(at) {
            return Err(inconsistent("the zip64 locator points elsewhere"));
        }
        let mut record = [0; END64_BYTES];
        upload.read_at(at, &mut record)?;
        if !record.starts_with(END64_SIGNATURE) || u64_at(&record, 4) != END64_BYTES as u64 - 12 {
            return Err(inconsistent("the zip64 end record is not where its locator says"));
        }
        let (here, count) = (u64_at(&record, 24), u64_at(&record, 32));
        if u32_at(&record, 16) != 0 || u32_at(&record, 20) != 0 || here != count {
            return Err(Stop::refuse(Code::ZipSplit, "the zip64 end record names another disk"));
        }
        let end = End { count, length: u64_at(&record, 40), offset: u64_at(&record, 48) };
        Ok(Some(Self { end, position: at }))
    }
}

/// The directory, read piece by piece before the pass begins.
struct Window<'w, 's> {
    upload: &'w mut Upload<'s>,
    at: u64,
    end: u64,
    bytes: Vec<u8>,
    used: usize,
}

impl Window<'_, '_> {
    const PIECE: u64 = 256 * 1024;

    fn left(&self) -> u64 {
        self.end - self.at + (self.bytes.len() - self.used) as u64
    }

    /// The next `count` bytes, at most 64 KiB.
    fn take(&mut self, count: usize) -> Result<&[u8], Stop> {
        if self.left() < count as u64 {
            return Err(inconsistent("the directory is shorter than its members"));
        }
        if self.bytes.len() - self.used < count {
            self.bytes.drain(..self.used);
            self.used = 0;
            let piece = usize::try_from((self.end - self.at).min(Self::PIECE)).unwrap_or(0);
            let old = self.bytes.len();
            self.bytes.resize(old + piece, 0);
            self.upload.read_at(self.at, &mut self.bytes[old..])?;
            self.at += piece as u64;
        }
        let bytes = &self.bytes[self.used..self.used + count];
        self.used += count;
        Ok(bytes)
    }
}
