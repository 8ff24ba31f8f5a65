//! The ustar archive inside a gzip (package notes, section 1): plain POSIX headers and those GNU tar writes.
//!
//! A size is taken from the header block and nowhere else; whatever would override it is refused. Data of a
//! member is never looked at as a header.

use super::gzip::Gzip;
use super::meter::Meter;
use super::{Body, drain};
use crate::book::{Book, Entry, Printer};
use crate::code::Code;
use crate::gather::Gather;
use crate::name::Name;
use crate::stop::Stop;

const BLOCK: usize = 512;

/// Longest PAX header that is looked into; harmless ones are far shorter.
const PAX_BYTES: u64 = 64 * 1024;

/// Walks the tar inside `gzip`.
pub(crate) fn walk(
    gzip: &mut Gzip<'_, '_>,
    meter: &mut Meter<'_>,
    gather: &mut Gather<'_>,
) -> Result<(), Stop> {
    let mut tar = Tar { gzip, meter, book: Book::default(), extended: false };
    let mut block = [0; BLOCK];
    let mut first = true;
    loop {
        let count = tar.read_block(&mut block)?;
        if first && !(count == BLOCK && (has_magic(&block) || block == [0; BLOCK])) {
            return Err(if count == BLOCK && has_checksum(&block) {
                Stop::refuse(Code::TarExtensions, "the old v7 format, without a magic word")
            } else {
                Stop::refuse(Code::GzipNotTar, "")
            });
        }
        first = false;
        match count {
            0 => {
                gather.note(Code::TarEndMissing, None, "no closing block");
                return Ok(());
            }
            BLOCK if block == [0; BLOCK] => return tar.finish(gather),
            BLOCK => {
                let header = Header::parse(&block)?;
                tar.member(&header, gather)
                    .map_err(|stop| stop.at(&String::from_utf8_lossy(&header.name)))?;
            }
            _ => return Err(Stop::refuse(Code::Truncated, "the tar ends inside a header")),
        }
    }
}

struct Tar<'t, 'u, 's, 'l> {
    gzip: &'t mut Gzip<'u, 's>,
    meter: &'t mut Meter<'l>,
    book: Book,
    /// An extension header was noted; one finding is enough.
    extended: bool,
}

impl Tar<'_, '_, '_, '_> {
    /// Fills `block` as far as the stream goes.
    fn read_block(&mut self, block: &mut [u8; BLOCK]) -> Result<usize, Stop> {
        let mut filled = 0;
        while filled < BLOCK {
            let count = self.gzip.read(&mut block[filled..])?;
            if count == 0 {
                break;
            }
            filled += count;
        }
        self.meter.structure(filled)?;
        Ok(filled)
    }

    /// After the first zero block: a second one must follow or the stream end; the rest is padding.
    fn finish(&mut self, gather: &mut Gather<'_>) -> Result<(), Stop> {
        let mut block = [0; BLOCK];
        match self.read_block(&mut block)? {
            0 => gather.note(Code::TarEndMissing, None, "one closing block instead of two"),
            BLOCK if block == [0; BLOCK] => {}
            // Some readers stop at a single zero block and others go on: they would see different members.
            _ => return Err(Stop::refuse(Code::Corrupt, "a zero block stands between members")),
        }
        self.meter.begin(self.gzip.consumed());
        let mut rest = vec![0; 64 * 1024];
        let mut foreign = false;
        loop {
            let count = self.gzip.read(&mut rest)?;
            if count == 0 {
                break;
            }
            self.meter.slack(count, self.gzip.consumed())?;
            foreign |= rest[..count].iter().any(|byte| *byte != 0);
        }
        if foreign {
            gather.note(Code::TrailingData, None, "after the end of the tar");
        }
        Ok(())
    }

    fn member(&mut self, header: &Header, gather: &mut Gather<'_>) -> Result<(), Stop> {
        self.meter.begin(self.gzip.consumed());
        if matches!(header.kind, b'x' | b'g') {
            gather.count_header()?;
            return self.pax(header, gather);
        }
        let directory = header.kind == b'5';
        let name = match header.kind {
            b'0' | 0 | b'1' | b'5' => gather.member(&header.name, directory)?,
            b'L' | b'K' => return Err(Stop::refuse(Code::TarExtensions, "a GNU long name")),
            b'S' => return Err(Stop::refuse(Code::TarExtensions, "a GNU sparse file")),
            kind => {
                let evidence = format!("tar entry type {}", char::from(kind).escape_default());
                return Err(Stop::refuse(Code::UnsafeEntryType, evidence));
            }
        };
        if header.kind != b'0' && header.kind != 0 && header.size != 0 {
            // Moodle's reader does not skip the data of such an entry, others do.
            return Err(Stop::refuse(Code::Corrupt, "an entry that is no file has a size"));
        }
        match header.kind {
            b'5' => self.directory(&name, gather),
            b'1' => self.link(header, &name, gather),
            _ => self.file(header, &name, gather),
        }
    }

    fn directory(&mut self, name: &Name, gather: &mut Gather<'_>) -> Result<(), Stop> {
        if let Some(Entry::File(_)) = self.book.find(name.text.as_bytes()) {
            return Err(Stop::refuse(Code::DuplicateName, "a file and a directory"));
        }
        self.write_down(name, Entry::Directory, gather);
        Ok(())
    }

    /// A hard link is taken only to the same name: GNU tar writes that when a path is given twice.
    fn link(&mut self, header: &Header, name: &Name, gather: &mut Gather<'_>) -> Result<(), Stop> {
        let target = header.link.as_slice();
        let mut own = target;
        while let Some(inner) = own.strip_prefix(b"./") {
            own = inner;
        }
        let seen = matches!(self.book.find(own), Some(Entry::File(_)));
        if own != name.text.as_bytes() || !seen {
            let evidence = format!("a hard link to {}", String::from_utf8_lossy(target));
            return Err(Stop::refuse(Code::UnsafeEntryType, evidence));
        }
        gather.note(Code::DuplicateLink, Some(&name.text), "");
        Ok(())
    }

    fn file(&mut self, header: &Header, name: &Name, gather: &mut Gather<'_>) -> Result<(), Stop> {
        let before = self.book.find(name.text.as_bytes());
        if before == Some(Entry::Directory) {
            return Err(Stop::refuse(Code::DuplicateName, "a file and a directory"));
        }
        let printer = self.book.printer();
        let mut body = TarBody { gzip: self.gzip, meter: self.meter, left: header.size, printer };
        if before.is_none() {
            gather.file(name, &mut body)?;
        }
        drain(&mut body)?;
        let entry = Entry::File(body.printer.finish());
        match before {
            None => self.write_down(name, entry, gather),
            Some(same) if same == entry => gather.note(Code::DuplicateMember, Some(&name.text), ""),
            Some(_) => return Err(Stop::refuse(Code::DuplicateName, "the contents differ")),
        }
        self.skip_padding(header.size)
    }

    fn write_down(&mut self, name: &Name, entry: Entry, gather: &mut Gather<'_>) {
        if let Entry::File(print) = entry {
            gather.list(name, false, print.length());
        } else if self.book.find(name.text.as_bytes()).is_none() {
            gather.list(name, true, 0);
        }
        if self.book.add(name.text.as_bytes(), entry) {
            gather.note(Code::CaseOnlyDifference, Some(&name.text), "");
        }
    }

    /// Members are padded to whole blocks.
    fn skip_padding(&mut self, size: u64) -> Result<(), Stop> {
        let beyond = usize::try_from(size % BLOCK as u64).unwrap_or(0);
        if beyond == 0 {
            return Ok(());
        }
        let mut padding = [0; BLOCK];
        let mut left = BLOCK - beyond;
        while left > 0 {
            let count = self.gzip.read(&mut padding[..left])?;
            if count == 0 {
                return Err(Stop::refuse(Code::Truncated, "the tar ends inside a member's padding"));
            }
            self.meter.structure(count)?;
            left -= count;
        }
        Ok(())
    }

    /// An extension header: harmless keys are skipped, those that change what a member is are refused.
    fn pax(&mut self, header: &Header, gather: &mut Gather<'_>) -> Result<(), Stop> {
        if header.size > PAX_BYTES {
            return Err(Stop::refuse(Code::TarExtensions, "a PAX header above 64 KiB"));
        }
        let mut records = vec![0; usize::try_from(header.size).unwrap_or(0)];
        let mut filled = 0;
        while filled < records.len() {
            let count = self.gzip.read(&mut records[filled..])?;
            if count == 0 {
                return Err(Stop::refuse(Code::Truncated, "the tar ends inside a PAX header"));
            }
            self.meter.structure(count)?;
            filled += count;
        }
        self.skip_padding(header.size)?;
        let keys = pax_keys(&records).ok_or_else(|| Stop::refuse(Code::Corrupt, "a malformed PAX header"))?;
        let overrides = |key: &&String| {
            matches!(key.as_str(), "path" | "linkpath" | "size" | "hdrcharset")
                || key.starts_with("GNU.sparse")
        };
        if let Some(key) = keys.iter().find(overrides) {
            return Err(Stop::refuse(Code::TarExtensions, format!("the PAX key {key}")));
        }
        if !self.extended {
            self.extended = true;
            gather.note(Code::TarExtensionsPresent, None, &keys.join(", "));
        }
        Ok(())
    }
}

/// The keys of a PAX header's records, each `length key=value\n`; `None` if it is malformed.
fn pax_keys(mut records: &[u8]) -> Option<Vec<String>> {
    let mut keys = Vec::new();
    // Padding with zeros after the last record is written by some tools.
    while !records.is_empty() && records.iter().any(|byte| *byte != 0) {
        let space = records.iter().take(10).position(|byte| *byte == b' ')?;
        let length: usize = std::str::from_utf8(&records[..space]).ok()?.parse().ok()?;
        let record = records.get(space + 1..length)?.strip_suffix(b"\n")?;
        let equals = record.iter().position(|byte| *byte == b'=')?;
        keys.push(String::from_utf8_lossy(&record[..equals]).into_owned());
        records = &records[length..];
    }
    Some(keys)
}

/// The data of one member.
struct TarBody<'t, 'u, 's, 'l> {
    gzip: &'t mut Gzip<'u, 's>,
    meter: &'t mut Meter<'l>,
    left: u64,
    printer: Printer,
}

impl Body for TarBody<'_, '_, '_, '_> {
    fn read_some(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        let room = usize::try_from(self.left).unwrap_or(usize::MAX).min(into.len());
        if room == 0 {
            return Ok(0);
        }
        let count = self.gzip.read(&mut into[..room])?;
        if count == 0 {
            return Err(Stop::refuse(Code::Truncated, "the tar ends inside a member"));
        }
        self.meter.produced(count, self.gzip.consumed())?;
        self.printer.update(&into[..count]);
        self.left -= count as u64;
        Ok(count)
    }
}

/// What a header block says.
struct Header {
    name: Vec<u8>,
    link: Vec<u8>,
    kind: u8,
    size: u64,
}

impl Header {
    fn parse(block: &[u8; BLOCK]) -> Result<Self, Stop> {
        let corrupt = |why: &str| Stop::refuse(Code::Corrupt, why);
        if !has_magic(block) {
            return Err(corrupt("a tar header without its magic word"));
        }
        if !has_checksum(block) {
            return Err(corrupt("a tar header's checksum is wrong"));
        }
        let mut name = text(&block[..100]).to_vec();
        let prefix = text(&block[345..500]);
        if is_posix(block) {
            if !prefix.is_empty() {
                name = [prefix, b"/", &name].concat();
            }
        } else if block[345..500].iter().any(|byte| *byte != 0) {
            // GNU tar keeps times and sparse maps there; Moodle would take them for a part of the name.
            return Err(Stop::refuse(Code::TarExtensions, "a GNU header with extra fields"));
        }
        let size = if block[124] & 0x80 != 0 {
            return Err(
                Stop::refuse(Code::TarExtensions, "a base-256 size").at(&String::from_utf8_lossy(&name))
            );
        } else {
            octal(&block[124..136]).ok_or_else(|| corrupt("a tar size is not octal"))?
        };
        Ok(Self { name, link: text(&block[157..257]).to_vec(), kind: block[156], size })
    }
}

/// The checksum counts its own field as blanks.
fn has_checksum(block: &[u8; BLOCK]) -> bool {
    let value = |(at, byte): (usize, &u8)| if (148..156).contains(&at) { 32 } else { u64::from(*byte) };
    octal(&block[148..156]) == Some(block.iter().enumerate().map(value).sum())
}

/// POSIX `ustar\0` with version `00`, or what GNU tar writes, `ustar  \0`.
fn has_magic(block: &[u8; BLOCK]) -> bool {
    is_posix(block) || &block[257..265] == b"ustar  \0"
}

fn is_posix(block: &[u8; BLOCK]) -> bool {
    &block[257..265] == b"ustar\x0000"
}

/// A text field up to its zero byte.
fn text(field: &[u8]) -> &[u8] {
    let end = field.iter().position(|byte| *byte == 0).unwrap_or(field.len());
    &field[..end]
}

/// An octal field: blanks, digits, then blanks or zero bytes. `None` if it is anything else.
fn octal(field: &[u8]) -> Option<u64> {
    let field = field.trim_ascii_start();
    let end = field.iter().position(|byte| matches!(byte, 0 | b' ')).unwrap_or(field.len());
    let (digits, rest) = field.split_at(end);
    if digits.is_empty() || rest.iter().any(|byte| !matches!(byte, 0 | b' ')) {
        return None;
    }
    digits.iter().try_fold(0_u64, |value, digit| match digit {
        b'0'..=b'7' => Some(value << 3 | u64::from(digit - b'0')),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn octal_fields_are_read_strictly() {
        assert_eq!(octal(b"00000000017\0"), Some(15));
        assert_eq!(octal(b"     17 \0"), Some(15));
        assert_eq!(octal(b"77777777777\0"), Some(0o77_777_777_777));
        for field in [&b"\0\0\0\0"[..], b"-0000000001\0", b"00000000018\0", b"1 2\0", b"0x10\0"] {
            assert_eq!(octal(field), None, "{field:?}");
        }
    }

    #[test]
    fn pax_records_are_read_by_their_length() {
        assert_eq!(pax_keys(b"11 path=a/b\n"), None);
        assert_eq!(pax_keys(b"12 path=a/b\n17 comment=path=\n"), Some(vec!["path".into(), "comment".into()]));
        for bad in [
            &b"12 path=a/b"[..],
            b"x path=a\n",
            b"0 =\n",
            b"3 \n",
            b"99999999999999999999 a=b\n",
            b"9 path\n",
        ] {
            assert_eq!(pax_keys(bad), None, "{bad:?}");
        }
    }
}
