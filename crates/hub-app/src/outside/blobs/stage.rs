//! Phase 1: bytes on their way in.

use std::fs::{File, TryLockError};
use std::io::{self, Write as _};
use std::path::Path;

use sha2::{Digest as _, Sha256};
use tempfile::TempPath;

use super::{BlobError, Blobs, blocking};
use crate::outside::crypto::Sha256Hex;
use crate::outside::fault::{self, Moment};

/// How many first bytes are kept to tell what a file is: enough for the magic of a tar entry (offset 257) and of every
/// picture format.
pub const HEAD_BYTES: usize = 512;
/// How much is collected before it is written and hashed in one go off the async threads.
const WRITE_BUFFER_BYTES: usize = 256 * 1024;

/// A file growing in the staging folder: hashed while it is written, never longer than its limit, never in memory.
/// Dropped unfinished, its file goes away.
#[derive(Debug)]
pub struct Staging {
    /// Away while a thread writes with it; stays away when that write was cancelled or failed.
    sink: Option<Sink>,
    buffer: Vec<u8>,
    head: Vec<u8>,
    size_bytes: u64,
    max_bytes: u64,
}

#[derive(Debug)]
struct Sink {
    file: File,
    path: TempPath,
    hasher: Sha256,
}

/// A whole file in the staging folder, not yet stored. Dropped, its file goes away.
#[derive(Debug)]
pub struct Staged {
    // Keeps the lock that tells other processes that the file is in use.
    pub(super) file: File,
    pub(super) path: TempPath,
    pub(super) sha256: Sha256Hex,
    pub(super) size_bytes: u64,
    head: Vec<u8>,
}

impl Staged {
    /// The digest of the bytes.
    pub fn sha256(&self) -> &Sha256Hex {
        &self.sha256
    }

    /// How many bytes there are.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The first bytes, at most [`HEAD_BYTES`].
    pub fn head(&self) -> &[u8] {
        &self.head
    }

    /// Where the bytes are for now, for whoever wants to look into them before they are stored.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Blobs {
    /// Begins a file of at most `max_bytes`.
    pub async fn stage(&self, max_bytes: u64) -> Result<Staging, BlobError> {
        let folder = self.staging.clone();
        let sink = blocking(move || {
            let created = tempfile::Builder::new().prefix("upload-").tempfile_in(&folder);
            let (file, path) = created.map_err(|error| BlobError::at(&folder, error))?.into_parts();
            file.lock().map_err(|error| BlobError::at(&path, error))?;
            Ok(Sink { file, path, hasher: Sha256::new() })
        })
        .await?;
        Ok(Staging { sink: Some(sink), buffer: Vec::new(), head: Vec::new(), size_bytes: 0, max_bytes })
    }

    /// Stages bytes that are in memory already (a re-encoded picture).
    pub async fn stage_bytes(&self, bytes: &[u8]) -> Result<Staged, BlobError> {
        let mut staging = self.stage(u64::MAX).await?;
        staging.write(bytes).await?;
        staging.finish().await
    }

    /// Removes what a killed process left in the staging folder; says how many files that were. Files that a living
    /// process writes are locked by it and stay. Called when the hub starts.
    pub async fn sweep_staging(&self) -> Result<usize, BlobError> {
        let folder = self.staging.clone();
        blocking(move || sweep(&folder).map_err(|error| BlobError::at(&folder, error))).await
    }
}

impl Staging {
    /// Adds `chunk`. After any error nothing more can be added.
    pub async fn write(&mut self, chunk: &[u8]) -> Result<(), BlobError> {
        if self.sink.is_none() {
            return Err(BlobError::Interrupted);
        }
        let size_bytes = self.size_bytes.saturating_add(chunk.len() as u64);
        if size_bytes > self.max_bytes {
            self.sink = None;
            return Err(BlobError::TooLarge { max_bytes: self.max_bytes });
        }
        self.size_bytes = size_bytes;
        let missing = HEAD_BYTES.saturating_sub(self.head.len()).min(chunk.len());
        self.head.extend_from_slice(&chunk[..missing]);
        for piece in chunk.chunks(WRITE_BUFFER_BYTES) {
            self.buffer.extend_from_slice(piece);
            if self.buffer.len() >= WRITE_BUFFER_BYTES {
                self.flush().await?;
                fault::reach(Moment::Spooling).await;
            }
        }
        Ok(())
    }

    /// How many bytes came so far.
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Ends the file. Its bytes are written, but not yet safe: see [`Blobs::sync`].
    pub async fn finish(mut self) -> Result<Staged, BlobError> {
        self.flush().await?;
        let sink = self.sink.take().ok_or(BlobError::Interrupted)?;
        Ok(Staged {
            file: sink.file,
            path: sink.path,
            sha256: Sha256Hex::from_digest(&sink.hasher.finalize().into()),
            size_bytes: self.size_bytes,
            head: self.head,
        })
    }

    async fn flush(&mut self) -> Result<(), BlobError> {
        let mut sink = self.sink.take().ok_or(BlobError::Interrupted)?;
        let buffer = std::mem::take(&mut self.buffer);
        let (sink, mut buffer) = blocking(move || {
            sink.file.write_all(&buffer).map_err(|error| BlobError::at(&sink.path, error))?;
            sink.hasher.update(&buffer);
            Ok((sink, buffer))
        })
        .await?;
        buffer.clear();
        self.buffer = buffer;
        self.sink = Some(sink);
        Ok(())
    }
}

fn sweep(folder: &Path) -> io::Result<usize> {
    let mut removed = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_file() {
            continue;
        }
        let file = match File::open(entry.path()) {
            Ok(file) => file,
            // Finished and renamed between the listing and now.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            Err(error) => return Err(error),
        };
        match file.try_lock() {
            Ok(()) => {
                std::fs::remove_file(entry.path())?;
                removed += 1;
            }
            Err(TryLockError::WouldBlock) => {}
            Err(TryLockError::Error(error)) => return Err(error),
        }
    }
    Ok(removed)
}
