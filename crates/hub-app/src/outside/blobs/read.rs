//! Bytes on their way out.

use std::fs::File;
use std::io;
use std::ops::Range;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;

use bytes::{Bytes, BytesMut};
use futures_util::{Stream, StreamExt as _, TryStreamExt as _, stream};
use object_store::{GetOptions, GetRange, ObjectStore as _};
use tempfile::NamedTempFile;
use tokio::io::AsyncWriteExt as _;

use super::{
    BlobError, Blobs, Place, READ_BUFFER_BYTES, absent_or, blocking, file_name, missing_or, object_name,
};
use crate::outside::crypto::Sha256Hex;

/// The chunks of a blob in their order, each at most [`READ_BUFFER_BYTES`].
pub type BlobStream = Pin<Box<dyn Stream<Item = io::Result<Bytes>> + Send>>;

/// A blob opened for reading.
pub struct OpenBlob {
    /// The length of the whole blob.
    pub size_bytes: u64,
    /// Which of its bytes `body` brings.
    pub range: Range<u64>,
    /// The bytes.
    pub body: BlobStream,
}

/// A blob as a file on this machine. A copy fetched from an object store goes away when this is dropped.
#[derive(Debug)]
pub enum LocalBlob {
    /// The stored file itself: read it, never write it.
    Stored(PathBuf),
    /// A copy in the staging folder, locked while it is in use.
    Fetched(NamedTempFile),
}

impl LocalBlob {
    /// The file.
    pub fn path(&self) -> &Path {
        match self {
            Self::Stored(path) => path,
            Self::Fetched(copy) => copy.path(),
        }
    }
}

impl Blobs {
    /// Opens a blob, or the part of it that `range` names (start included, end not). An empty range and one that
    /// ends beyond the blob are errors; HTTP's range rules are the caller's business, with the length from
    /// [`size`](Blobs::size) or from its row.
    pub async fn open(&self, blob: &Sha256Hex, range: Option<Range<u64>>) -> Result<OpenBlob, BlobError> {
        match &self.place {
            Place::Folder(folder) => {
                let (path, blob) = (file_name(folder, blob), blob.clone());
                blocking(move || {
                    let file = File::open(&path).map_err(|error| missing_or(&blob, &path, error))?;
                    let size_bytes = file.metadata().map_err(|error| BlobError::at(&path, error))?.len();
                    let range = inside(range, size_bytes)?;
                    Ok(OpenBlob { size_bytes, range: range.clone(), body: file_stream(file, range) })
                })
                .await
            }
            Place::Objects { store, prefix } => {
                let size_bytes = self.size(blob).await?;
                let range = inside(range, size_bytes)?;
                if range.is_empty() {
                    return Ok(OpenBlob { size_bytes, range, body: stream::empty().boxed() });
                }
                let options =
                    GetOptions { range: Some(GetRange::Bounded(range.clone())), ..GetOptions::default() };
                let got = store.get_opts(&object_name(prefix, blob), options).await;
                let chunks = got.map_err(|error| absent_or(blob, error))?.into_stream();
                let body = chunks.map_err(io::Error::from).map_ok(pieces).try_flatten().boxed();
                Ok(OpenBlob { size_bytes, range, body })
            }
        }
    }

    /// The whole blob in memory, if it has at most `max_bytes`.
    pub async fn read_small(&self, blob: &Sha256Hex, max_bytes: u64) -> Result<Bytes, BlobError> {
        let open = self.open(blob, None).await?;
        if open.size_bytes > max_bytes {
            return Err(BlobError::TooLarge { max_bytes });
        }
        let mut whole = BytesMut::new();
        let mut body = open.body;
        while let Some(chunk) = body.next().await {
            whole.extend_from_slice(&chunk.map_err(|error| BlobError::at(Path::new(blob.as_str()), error))?);
        }
        Ok(whole.freeze())
    }

    /// The blob as a file that can be read at any place: itself where blobs are files, else a copy that is fetched
    /// for this.
    pub async fn local(&self, blob: &Sha256Hex) -> Result<LocalBlob, BlobError> {
        if let Place::Folder(folder) = &self.place {
            let path = file_name(folder, blob);
            return self.size(blob).await.map(|_| LocalBlob::Stored(path));
        }
        let mut body = self.open(blob, None).await?.body;
        let folder = Arc::clone(&self.staging);
        let (copy, file) = blocking(move || {
            let created = tempfile::Builder::new().prefix("copy-").tempfile_in(&folder);
            let copy = created.map_err(|error| BlobError::at(&folder, error))?;
            let locked = copy.as_file().lock().and_then(|()| copy.as_file().try_clone());
            let file = locked.map_err(|error| BlobError::at(copy.path(), error))?;
            Ok((copy, file))
        })
        .await?;
        let mut file = tokio::fs::File::from_std(file);
        while let Some(chunk) = body.next().await {
            let written = match chunk {
                Ok(chunk) => file.write_all(&chunk).await,
                Err(error) => Err(error),
            };
            written.map_err(|error| BlobError::at(copy.path(), error))?;
        }
        file.flush().await.map_err(|error| BlobError::at(copy.path(), error))?;
        Ok(LocalBlob::Fetched(copy))
    }
}

fn inside(range: Option<Range<u64>>, size_bytes: u64) -> Result<Range<u64>, BlobError> {
    match range {
        None => Ok(0..size_bytes),
        Some(range) if range.start < range.end && range.end <= size_bytes => Ok(range),
        Some(_) => Err(BlobError::Range { size_bytes }),
    }
}

/// Reads at places, so that no seek is shared, one buffer at a time.
fn file_stream(file: File, range: Range<u64>) -> BlobStream {
    let file = Arc::new(file);
    stream::try_unfold(range, move |rest| {
        let file = Arc::clone(&file);
        async move {
            if rest.is_empty() {
                return Ok(None);
            }
            let length = READ_BUFFER_BYTES.min(usize::try_from(rest.end - rest.start).unwrap_or(usize::MAX));
            let read = move || {
                let mut buffer = vec![0; length];
                file.read_exact_at(&mut buffer, rest.start).map(|()| Bytes::from(buffer))
            };
            let chunk = tokio::task::spawn_blocking(read).await.map_err(io::Error::other)??;
            let next = rest.start + chunk.len() as u64;
            Ok(Some((chunk, next..rest.end)))
        }
    })
    .boxed()
}

/// Cuts what an object store sent into our buffer size, so that readers meet one size everywhere.
fn pieces(mut chunk: Bytes) -> impl Stream<Item = io::Result<Bytes>> + Send {
    stream::iter(std::iter::from_fn(move || {
        let length = chunk.len().min(READ_BUFFER_BYTES);
        (length > 0).then(|| Ok(chunk.split_to(length)))
    }))
}
