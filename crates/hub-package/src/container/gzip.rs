//! One gzip stream (RFC 1952), checked to its last byte.

use crc32fast::Hasher;

use super::inflate::Inflate;
use crate::code::Code;
use crate::stop::Stop;
use crate::upload::Upload;

/// Longest name or comment in the header; package notes, section 12, H4. Moodle writes none.
const TEXT_BYTES: usize = 64 * 1024;

/// The gzip stream an upload consists of.
pub(crate) struct Gzip<'u, 's> {
    upload: &'u mut Upload<'s>,
    inflate: Inflate,
    crc: Hasher,
    produced: u64,
    ended: bool,
    header_crc: Hasher,
}

impl<'u, 's> Gzip<'u, 's> {
    /// Reads the header.
    pub(crate) fn open(upload: &'u mut Upload<'s>) -> Result<Self, Stop> {
        let mut gzip = Self {
            upload,
            inflate: Inflate::new(u64::MAX),
            crc: Hasher::new(),
            produced: 0,
            ended: false,
            header_crc: Hasher::new(),
        };
        gzip.read_header()?;
        Ok(gzip)
    }

    fn read_header(&mut self) -> Result<(), Stop> {
        let mut fixed = [0; 10];
        self.read_header_bytes(&mut fixed)?;
        let [_, _, method, flags, ..] = fixed;
        if method != 8 {
            return Err(Stop::refuse(Code::UnsupportedCompression, format!("gzip method {method}")));
        }
        if flags & 0b1110_0000 != 0 {
            return Err(Stop::refuse(Code::Corrupt, "the gzip header has unknown flags"));
        }
        if flags & 0b100 != 0 {
            let mut length = [0; 2];
            self.read_header_bytes(&mut length)?;
            for _ in 0..u16::from_le_bytes(length) {
                self.read_header_bytes(&mut [0])?;
            }
        }
        for flag in [0b1000, 0b1_0000] {
            if flags & flag != 0 {
                self.skip_text()?;
            }
        }
        if flags & 0b10 != 0 {
            let expected = self.header_crc.clone().finalize() & 0xffff;
            let mut stored = [0; 2];
            self.read_header_bytes(&mut stored)?;
            if u32::from(u16::from_le_bytes(stored)) != expected {
                return Err(Stop::refuse(Code::Corrupt, "the gzip header's checksum is wrong"));
            }
        }
        Ok(())
    }

    fn read_header_bytes(&mut self, into: &mut [u8]) -> Result<(), Stop> {
        if !self.upload.read_exact(into)? {
            return Err(Stop::refuse(Code::Truncated, "the file ends inside the gzip header"));
        }
        self.header_crc.update(into);
        Ok(())
    }

    fn skip_text(&mut self) -> Result<(), Stop> {
        for _ in 0..TEXT_BYTES {
            let mut byte = [0];
            self.read_header_bytes(&mut byte)?;
            if byte == [0] {
                return Ok(());
            }
        }
        Err(Stop::refuse(Code::Corrupt, "a text in the gzip header is longer than 64 KiB"))
    }

    /// Compressed bytes taken so far.
    pub(crate) fn consumed(&self) -> u64 {
        self.inflate.consumed()
    }

    /// The next bytes, zero at the end, which is given only if length and checksum agree.
    pub(crate) fn read(&mut self, into: &mut [u8]) -> Result<usize, Stop> {
        if self.ended || into.is_empty() {
            return Ok(0);
        }
        self.upload.clock().check()?;
        let count = self.inflate.read(self.upload, into)?;
        if count == 0 {
            self.check_trailer()?;
            self.ended = true;
        } else {
            self.crc.update(&into[..count]);
            self.produced += count as u64;
        }
        Ok(count)
    }

    fn check_trailer(&mut self) -> Result<(), Stop> {
        let mut trailer = [0; 8];
        if !self.upload.read_exact(&mut trailer)? {
            return Err(Stop::refuse(Code::Truncated, "the file ends inside the gzip trailer"));
        }
        let [c0, c1, c2, c3, s0, s1, s2, s3] = trailer;
        if u32::from_le_bytes([c0, c1, c2, c3]) != self.crc.clone().finalize() {
            return Err(Stop::refuse(Code::Corrupt, "the gzip checksum is wrong"));
        }
        if u64::from(u32::from_le_bytes([s0, s1, s2, s3])) != self.produced & 0xffff_ffff {
            return Err(Stop::refuse(Code::Corrupt, "the gzip length is wrong"));
        }
        if self.upload.peek(2)? == [0x1f, 0x8b] {
            return Err(Stop::refuse(Code::GzipMultiMember, ""));
        }
        Ok(())
    }

    /// Bytes of the upload after the stream; known once [`Gzip::read`] gave its end.
    pub(crate) fn trailing(&self) -> u64 {
        self.upload.size() - self.upload.position()
    }
}
