//! Looks into a zip that is a file of a package: one level deep, as its bytes go by.
//!
//! A tar cannot be read twice, so the zip's members are taken in the order of their local headers, and the directory
//! behind them must then list just these. A zip that would look different to a reader of its directory is called
//! damaged; so is one that only its directory can tell the sizes of.

use std::hash::{BuildHasher, RandomState};

use crc32fast::Hasher;

use crate::container::inflate::{Fill, Inflate};
use crate::container::meter::Meter;
use crate::container::{Body, drain};
use crate::stop::Stop;

/// What the zip's members are shown to.
pub(crate) trait Look {
    /// A file. What is left of its contents is read over.
    fn entry(&mut self, name: &str, body: &mut dyn Body) -> Result<(), Stop>;
    /// A file that needs a password.
    fn locked(&mut self, name: &str);
}

/// Why a zip was not looked into to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It does not fit together, or is of a kind that is not read.
    Damaged(String),
    /// It goes beyond a limit.
    Bomb(String),
}

/// What ends the walk.
enum Halt {
    Stop(Stop),
    Trouble(Trouble),
}

impl From<Stop> for Halt {
    fn from(stop: Stop) -> Self {
        Self::Stop(stop)
    }
}

fn damaged(why: impl Into<String>) -> Halt {
    Halt::Trouble(Trouble::Damaged(why.into()))
}

const BUFFER_BYTES: usize = 32 * 1024;
const LOCAL_BYTES: usize = 26;
const CENTRAL_BYTES: usize = 42;
const END_BYTES: usize = 18;
const ENCRYPTED: u16 = 1;
const DESCRIPTOR: u16 = 8;

/// Walks over the zip that `body` holds. Errors are those of `body` and `look`; what is wrong with the zip is the
/// trouble. `members_left` is shared by all zips of one package.
pub(crate) fn walk(
    body: &mut dyn Body,
    meter: &mut Meter<'_>,
    members_left: &mut u64,
    look: &mut dyn Look,
) -> Result<Option<Trouble>, Stop> {
    let source = Source { body, buffer: vec![0; BUFFER_BYTES], start: 0, end: 0, position: 0, broken: false };
    let mut zip = Zip { source, meter, members_left, key: RandomState::new(), seen: (0, 0), listed: (0, 0) };
    match zip.walk(look) {
        Ok(()) => Ok(None),
        Err(Halt::Trouble(trouble)) => Ok(Some(trouble)),
        Err(Halt::Stop(stop)) => Err(stop),
    }
}

struct Zip<'z, 'l> {
    source: Source<'z>,
    meter: &'z mut Meter<'l>,
    members_left: &'z mut u64,
    key: RandomState,
    /// Number and sum of hashes of the members that were walked over.
    seen: (u64, u64),
    /// The same of those that the directory lists.
    listed: (u64, u64),
}

/// What both headers of a member say.
#[derive(Debug, Hash)]
struct Entry {
    name: Vec<u8>,
    offset: u64,
    method: u16,
    crc: u32,
    packed: u64,
    size: u64,
}

impl Zip<'_, '_> {
    fn walk(&mut self, look: &mut dyn Look) -> Result<(), Halt> {
        loop {
            let offset = self.source.position;
            match &self.exact::<4>()? {
                b"PK\x03\x04" if self.listed.0 == 0 => self.member(offset, look)?,
                b"PK\x01\x02" => self.record()?,
                b"PK\x05\x06" => return self.end(),
                _ => return Err(damaged("its members do not follow each other, or it is a zip64")),
            }
        }
    }

    fn exact<const N: usize>(&mut self) -> Result<[u8; N], Halt> {
        let mut bytes = [0; N];
        self.take(&mut bytes)?;
        Ok(bytes)
    }

    fn take(&mut self, into: &mut [u8]) -> Result<(), Halt> {
        let mut filled = 0;
        while filled < into.len() {
            let bytes = self.source.fill()?;
            if bytes.is_empty() {
                return Err(damaged("it ends too early"));
            }
            let count = bytes.len().min(into.len() - filled);
            into[filled..filled + count].copy_from_slice(&bytes[..count]);
            self.source.consume(count);
            filled += count;
        }
        Ok(())
    }

    fn skip(&mut self, mut count: u64) -> Result<(), Halt> {
        while count > 0 {
            let there = self.source.fill()?.len();
            if there == 0 {
                return Err(damaged("it ends too early"));
            }
            let step = usize::try_from(count).unwrap_or(usize::MAX).min(there);
            self.source.consume(step);
            count -= step as u64;
        }
        Ok(())
    }

    fn bytes(&mut self, count: u16) -> Result<Vec<u8>, Halt> {
        let mut bytes = vec![0; usize::from(count)];
        self.take(&mut bytes)?;
        Ok(bytes)
    }

    fn member(&mut self, offset: u64, look: &mut dyn Look) -> Result<(), Halt> {
        *self.members_left = self
            .members_left
            .checked_sub(1)
            .ok_or_else(|| Halt::Trouble(Trouble::Bomb("more members than are looked at".to_owned())))?;
        let header = self.exact::<LOCAL_BYTES>()?;
        let (flags, method) = (u16_at(&header, 2), u16_at(&header, 4));
        let name = self.bytes(u16_at(&header, 22))?;
        self.skip(u64::from(u16_at(&header, 24)))?;
        let mut entry = Entry {
            name,
            offset,
            method,
            crc: u32_at(&header, 10),
            packed: u64::from(u32_at(&header, 14)),
            size: u64::from(u32_at(&header, 18)),
        };
        let shown = String::from_utf8_lossy(&entry.name).into_owned();
        let told_later = flags & DESCRIPTOR != 0;
        if flags & ENCRYPTED != 0 {
            look.locked(&shown);
        }
        let readable = flags & ENCRYPTED == 0 && matches!(method, 0 | 8);
        // Who writes to a file may tell the size at both places.
        if told_later && !(readable && method == 8) && entry.packed == 0 {
            return Err(damaged(format!("{shown}: its size is told by the directory only")));
        }
        if readable {
            self.contents(&mut entry, &shown, told_later, look)?;
        } else {
            self.skip(entry.packed)?;
            if told_later {
                self.descriptor(&entry)?;
            }
        }
        self.seen.0 += 1;
        self.seen.1 = self.seen.1.wrapping_add(self.key.hash_one(&entry));
        Ok(())
    }

    /// Shows the contents of one member, and fills in what stands behind them.
    fn contents(
        &mut self,
        entry: &mut Entry,
        shown: &str,
        told_later: bool,
        look: &mut dyn Look,
    ) -> Result<(), Halt> {
        let began_at = self.source.position;
        self.meter.begin(began_at);
        let limit = if entry.packed == 0 && told_later { u64::MAX } else { entry.packed };
        let mut body = EntryBody {
            source: &mut self.source,
            meter: self.meter,
            inflate: (entry.method == 8).then(|| Inflate::new(limit)),
            left: entry.packed,
            size: 0,
            crc: Hasher::new(),
            trouble: None,
            ended: false,
        };
        if !shown.ends_with('/') {
            look.entry(shown, &mut body)?;
        }
        drain(&mut body)?;
        let EntryBody { size, crc, trouble, .. } = body;
        if let Some(trouble) = trouble {
            return Err(Halt::Trouble(trouble));
        }
        let (crc, packed) = (crc.finalize(), self.source.position - began_at);
        if told_later {
            if entry.packed == 0 {
                (entry.crc, entry.packed, entry.size) = (crc, packed, size);
            }
            self.descriptor(entry)?;
        }
        if (entry.crc, entry.packed, entry.size) != (crc, packed, size) {
            return Err(damaged(format!("{shown}: sizes or checksum do not fit")));
        }
        Ok(())
    }

    /// The data descriptor, with its signature or without (APPNOTE 4.3.9).
    fn descriptor(&mut self, entry: &Entry) -> Result<(), Halt> {
        let mut first = self.exact::<4>()?;
        if &first == b"PK\x07\x08" {
            first = self.exact::<4>()?;
        }
        let rest = self.exact::<8>()?;
        let said = (u32::from_le_bytes(first), u64::from(u32_at(&rest, 0)), u64::from(u32_at(&rest, 4)));
        if said != (entry.crc, entry.packed, entry.size) {
            return Err(damaged("a data descriptor does not fit, or it is a zip64"));
        }
        Ok(())
    }

    /// One entry of the directory.
    fn record(&mut self) -> Result<(), Halt> {
        let header = self.exact::<CENTRAL_BYTES>()?;
        let name = self.bytes(u16_at(&header, 24))?;
        self.skip(u64::from(u16_at(&header, 26)) + u64::from(u16_at(&header, 28)))?;
        let entry = Entry {
            name,
            offset: u64::from(u32_at(&header, 38)),
            method: u16_at(&header, 6),
            crc: u32_at(&header, 12),
            packed: u64::from(u32_at(&header, 16)),
            size: u64::from(u32_at(&header, 20)),
        };
        self.listed.0 += 1;
        self.listed.1 = self.listed.1.wrapping_add(self.key.hash_one(&entry));
        if self.listed.0 > self.seen.0 {
            return Err(damaged("its directory lists more members than there are"));
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Halt> {
        let end = self.exact::<END_BYTES>()?;
        self.skip(u64::from(u16_at(&end, 16)))?;
        if self.seen != self.listed {
            return Err(damaged("its directory differs from its members"));
        }
        if !self.source.fill()?.is_empty() {
            return Err(damaged("something stands behind its end"));
        }
        Ok(())
    }
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]])
}

/// The bytes of the zip.
struct Source<'b> {
    body: &'b mut dyn Body,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    position: u64,
    /// The package itself could not be read further.
    broken: bool,
}

impl Fill for Source<'_> {
    fn fill(&mut self) -> Result<&[u8], Stop> {
        if self.start == self.end {
            self.start = 0;
            self.end = self.body.read_some(&mut self.buffer).inspect_err(|_| self.broken = true)?;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    fn consume(&mut self, count: usize) {
        self.start += count;
        self.position += count as u64;
    }
}

/// The contents of one member. It ends where trouble begins, and keeps that.
struct EntryBody<'z, 'b, 'l> {
    source: &'z mut Source<'b>,
    meter: &'z mut Meter<'l>,
    inflate: Option<Inflate>,
    /// Of a stored member, what is left of it.
    left: u64,
    size: u64,
    crc: Hasher,
    trouble: Option<Trouble>,
    ended: bool,
}

impl EntryBody<'_, '_, '_> {
    fn stored(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        if room == 0 {
            return Ok(0);
        }
        let bytes = self.source.fill()?;
        let count = bytes.len().min(room);
        if count == 0 {
            self.trouble = Some(Trouble::Damaged("it ends too early".to_owned()));
        }
        into[..count].copy_from_slice(&bytes[..count]);
        self.source.consume(count);
        self.left -= count as u64;
        Ok(count)
    }
}

impl Body for EntryBody<'_, '_, '_> {
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        if self.ended || into.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.inflate {
            Some(inflate) => inflate.read(self.source, into),
            None => self.stored(into),
        };
        let count = match read {
            Ok(count) => count,
            Err(Stop::Refuse(refusal)) if !self.source.broken => {
                self.trouble = Some(Trouble::Damaged(refusal.evidence));
                0
            }
            Err(stop) => return Err(stop),
        };
        self.ended = count == 0;
        if let Err(Stop::Refuse(refusal)) = self.meter.produced(count, self.source.position) {
            self.trouble = Some(Trouble::Bomb(refusal.evidence));
            self.ended = true;
            return Ok(0);
        }
        self.size += count as u64;
        self.crc.update(&into[..count]);
        Ok(count)
    }
}
