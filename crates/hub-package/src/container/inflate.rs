//! Raw deflate out of the upload, or out of a zip inside it.

use flate2::{Decompress, FlushDecompress, Status};

use crate::code::Code;
use crate::stop::Stop;
use crate::upload::Upload;

/// Where compressed bytes come from.
pub(crate) trait Fill {
    /// The next bytes that are there; none at the end.
    fn fill(&mut self) -> Result<&[u8], Stop>;
    /// `count` of them are done with.
    fn consume(&mut self, count: usize);
}

impl Fill for Upload<'_> {
    fn fill(&mut self) -> Result<&[u8], Stop> {
        Ok(Upload::fill(self)?)
    }

    fn consume(&mut self, count: usize) {
        Upload::consume(self, count);
    }
}

/// One deflate stream, which begins where its source stands.
pub(crate) struct Inflate {
    raw: Decompress,
    /// Compressed bytes this stream may still take.
    left: u64,
    ended: bool,
}

impl Inflate {
    /// A stream of at most `limit` compressed bytes.
    pub(crate) fn new(limit: u64) -> Self {
        Self { raw: Decompress::new(false), left: limit, ended: false }
    }

    /// Compressed bytes taken so far.
    pub(crate) fn consumed(&self) -> u64 {
        self.raw.total_in()
    }

    /// Compressed bytes that may still be taken.
    pub(crate) fn left(&self) -> u64 {
        self.left
    }

    /// The next inflated bytes into `into`, which is not empty; zero once the stream has ended by itself.
    pub(crate) fn read(&mut self, source: &mut impl Fill, into: &mut [u8]) -> Result<usize, Stop> {
        while !self.ended {
            let bytes = source.fill()?;
            let at_end = bytes.is_empty();
            let allowed = usize::try_from(self.left).unwrap_or(usize::MAX).min(bytes.len());
            let (taken_before, made_before) = (self.raw.total_in(), self.raw.total_out());
            let status = self
                .raw
                .decompress(&bytes[..allowed], into, FlushDecompress::None)
                .map_err(|_| Stop::refuse(Code::Corrupt, "the compressed data is damaged"))?;
            // Both are at most the lengths of the slices given above.
            let taken = usize::try_from(self.raw.total_in() - taken_before).unwrap_or(allowed);
            let made = usize::try_from(self.raw.total_out() - made_before).unwrap_or(into.len());
            source.consume(taken);
            self.left -= taken as u64;
            self.ended = status == Status::StreamEnd;
            if made > 0 {
                return Ok(made);
            }
            if taken == 0 && !self.ended {
                return Err(if at_end {
                    Stop::refuse(Code::Truncated, "the compressed data ends too early")
                } else {
                    Stop::refuse(Code::Corrupt, "the compressed data is longer than declared")
                });
            }
        }
        Ok(0)
    }
}
