//! The uploaded bytes, read once from front to end and hashed on the way.

use std::io::{self, Read, Seek, SeekFrom};
use std::time::Instant;

use sha2::{Digest, Sha256};

use crate::cancel::Cancel;
use crate::read::Unreadable;

/// How much is read at a time: large enough to hash at full speed, small enough to be stopped within it.
const BUFFER_BYTES: usize = 64 * 1024;

/// What a pass reads from.
pub(crate) trait ReadSeek: Read + Seek {}

impl<T: Read + Seek> ReadSeek for T {}

/// The deadline and the switch of one pass.
#[derive(Debug)]
pub(crate) struct Clock {
    deadline: Option<Instant>,
    cancel: Cancel,
}

impl Clock {
    /// Starts now and ends after `wall_time`.
    pub(crate) fn start(wall_time: std::time::Duration, cancel: &Cancel) -> Self {
        Self { deadline: Instant::now().checked_add(wall_time), cancel: cancel.clone() }
    }

    /// Fails once time is up or the pass was cancelled; asked at least once per buffer.
    pub(crate) fn check(&self) -> Result<(), Unreadable> {
        if self.cancel.is_cancelled() {
            return Err(Unreadable::Cancelled);
        }
        match self.deadline {
            Some(deadline) if Instant::now() >= deadline => Err(Unreadable::OutOfTime),
            _ => Ok(()),
        }
    }
}

/// The upload: a buffered reader that hashes what it reads.
pub(crate) struct Upload<'s> {
    source: &'s mut dyn ReadSeek,
    size: u64,
    /// Bytes taken from the source, all of them hashed.
    taken: u64,
    buffer: Box<[u8]>,
    start: usize,
    end: usize,
    hasher: Sha256,
    clock: Clock,
}

impl<'s> Upload<'s> {
    /// Measures the source and stands at its beginning.
    pub(crate) fn open(source: &'s mut dyn ReadSeek, clock: Clock) -> Result<Self, Unreadable> {
        let size = source.seek(SeekFrom::End(0)).map_err(Unreadable::Io)?;
        source.seek(SeekFrom::Start(0)).map_err(Unreadable::Io)?;
        let buffer = vec![0; BUFFER_BYTES].into_boxed_slice();
        Ok(Self { source, size, taken: 0, buffer, start: 0, end: 0, hasher: Sha256::new(), clock })
    }

    /// Length of the upload in bytes.
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// How many bytes were consumed.
    pub(crate) fn position(&self) -> u64 {
        self.taken - (self.end - self.start) as u64
    }

    /// The deadline and the switch.
    pub(crate) fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The next bytes, at least one unless the upload is at its end.
    pub(crate) fn fill(&mut self) -> Result<&[u8], Unreadable> {
        if self.start == self.end {
            self.start = 0;
            self.end = 0;
            self.take_more()?;
        }
        Ok(&self.buffer[self.start..self.end])
    }

    /// The next `count` bytes without consuming them, fewer only at the end. `count` is a few bytes.
    pub(crate) fn peek(&mut self, count: usize) -> Result<&[u8], Unreadable> {
        if self.end - self.start < count {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
            while self.end < count && self.take_more()? {}
        }
        let available = (self.end - self.start).min(count);
        Ok(&self.buffer[self.start..self.start + available])
    }

    /// Steps over bytes that [`Upload::fill`] or [`Upload::peek`] gave.
    pub(crate) fn consume(&mut self, count: usize) {
        self.start = (self.start + count).min(self.end);
    }

    /// Copies the next bytes into `into`; false if the upload ends before it is full.
    pub(crate) fn read_exact(&mut self, mut into: &mut [u8]) -> Result<bool, Unreadable> {
        while !into.is_empty() {
            let bytes = self.fill()?;
            if bytes.is_empty() {
                return Ok(false);
            }
            let count = bytes.len().min(into.len());
            into[..count].copy_from_slice(&bytes[..count]);
            into = &mut into[count..];
            self.consume(count);
        }
        Ok(true)
    }

    /// Reads `into` from `offset` without hashing and without moving: for a zip's directory, which stands at
    /// the end.
    pub(crate) fn read_at(&mut self, offset: u64, into: &mut [u8]) -> Result<(), Unreadable> {
        self.clock.check()?;
        self.source.seek(SeekFrom::Start(offset)).map_err(Unreadable::Io)?;
        self.source.read_exact(into).map_err(Unreadable::Io)?;
        self.source.seek(SeekFrom::Start(self.taken)).map_err(Unreadable::Io)?;
        Ok(())
    }

    /// Reads what is left and gives the hash of all.
    pub(crate) fn finish(mut self) -> Result<[u8; 32], Unreadable> {
        loop {
            let count = self.fill()?.len();
            if count == 0 {
                return Ok(self.hasher.finalize().into());
            }
            self.consume(count);
        }
    }

    fn take_more(&mut self) -> Result<bool, Unreadable> {
        self.clock.check()?;
        let left = usize::try_from(self.size - self.taken).unwrap_or(usize::MAX);
        let room = (self.buffer.len() - self.end).min(left);
        if room == 0 {
            return Ok(false);
        }
        let count = loop {
            match self.source.read(&mut self.buffer[self.end..self.end + room]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                other => break other.map_err(Unreadable::Io)?,
            }
        };
        if count == 0 {
            return Err(Unreadable::Io(io::ErrorKind::UnexpectedEof.into()));
        }
        self.hasher.update(&self.buffer[self.end..self.end + count]);
        self.end += count;
        self.taken += count as u64;
        Ok(true)
    }
}
