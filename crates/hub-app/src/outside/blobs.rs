//! The bytes people gave us: packages and pictures, each known by its SHA-256.
//!
//! The order that makes "stored" mean stored, each phase a function of its own:
//!
//! 1. [`Blobs::stage`], [`Staging::write`], [`Staging::finish`]: a file in `staging/` grows, hashed as it comes;
//! 2. [`Blobs::sync`]: its bytes are on the disk (`fsync`);
//! 3. [`Blobs::place`]: it gets its name `blobs/ab/cdef…` by one rename, and the folders that name it are on the disk
//!    (`fsync` of `blobs/ab` and of `blobs`); for an object store: it is uploaded as a whole;
//! 4. the caller commits the row that refers to it.
//!
//! A crash before 3 leaves a file that [`Blobs::sweep_staging`] removes; between 3 and 4 a blob without a row, which the
//! purge finds; after 4 all is there. The folder is written with plain file calls and not through `object_store`'s
//! local store: that one copies into a staging file of its own, while ours is renamed and written once.

mod read;
mod stage;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use object_store::aws::AmazonS3Builder;
use object_store::memory::InMemory;
use object_store::path::Path as ObjectPath;
use object_store::{ObjectStore, ObjectStoreExt as _, WriteMultipart};
use tempfile::TempPath;
use url::Url;

use super::crypto::Sha256Hex;
pub use read::{BlobStream, LocalBlob, OpenBlob};
pub use stage::{HEAD_BYTES, Staged, Staging};

/// Size of the buffers blobs are read in.
pub const READ_BUFFER_BYTES: usize = 64 * 1024;
/// Size of the parts of an upload to an object store; S3 takes at most 10,000 parts, so files up to 80 GiB.
const PART_BYTES: usize = 8 * 1024 * 1024;
/// Parts of one upload that are under way at a time; bounds its memory to 24 MiB.
const PARTS_AT_ONCE: usize = 2;

/// What can go wrong with stored bytes.
#[derive(Debug, thiserror::Error)]
pub enum BlobError {
    /// No such blob.
    #[error("no blob {0} is stored")]
    NotFound(Sha256Hex),
    /// More bytes came than allowed.
    #[error("more than {max_bytes} bytes")]
    TooLarge {
        /// The limit that was passed.
        max_bytes: u64,
    },
    /// The asked range is not inside the blob.
    #[error("the range is not inside the {size_bytes} bytes of the blob")]
    Range {
        /// How long the blob is.
        size_bytes: u64,
    },
    /// The folder or the disk said no.
    #[error("{} could not be read or written", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The object store said no.
    #[error("the object store refused or could not be reached")]
    Store(#[source] object_store::Error),
    /// `blob_url` names no store we know.
    #[error("blob_url must be s3://bucket/prefix (credentials come from the AWS_* variables)")]
    UnknownStore,
    /// An earlier write was cut off; the upload has to start again.
    #[error("an earlier write of this upload did not finish")]
    Interrupted,
}

impl BlobError {
    fn at(path: &Path, source: io::Error) -> Self {
        Self::File { path: path.to_owned(), source }
    }
}

/// The store of blobs, with its staging folder. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Blobs {
    staging: Arc<Path>,
    place: Place,
}

#[derive(Clone, Debug)]
enum Place {
    Folder(Arc<Path>),
    Objects { store: Arc<dyn ObjectStore>, prefix: ObjectPath },
}

impl Blobs {
    /// Blobs in the folder `data/blobs`, staged in `data/staging`; both are made.
    pub fn in_folder(data: &Path) -> Result<Self, BlobError> {
        let blobs = data.join("blobs");
        create_folder(&blobs)?;
        Ok(Self { staging: staging_folder(data)?, place: Place::Folder(blobs.into()) })
    }

    /// Blobs in memory, staged in `data/staging`: the way of an object store, for tests.
    pub fn in_memory(data: &Path) -> Result<Self, BlobError> {
        let place =
            Place::Objects { store: Arc::new(InMemory::new()), prefix: ObjectPath::from("in/memory") };
        Ok(Self { staging: staging_folder(data)?, place })
    }

    /// Blobs where `blob_url` says (`s3://bucket/prefix`), staged in `data/staging`. Credentials, region and endpoint
    /// come from the usual `AWS_*` variables.
    pub fn at_url(data: &Path, blob_url: &Url) -> Result<Self, BlobError> {
        let ("s3", Some(bucket)) = (blob_url.scheme(), blob_url.host_str()) else {
            return Err(BlobError::UnknownStore);
        };
        let prefix = ObjectPath::from_url_path(blob_url.path()).map_err(|_| BlobError::UnknownStore)?;
        let store = AmazonS3Builder::from_env().with_bucket_name(bucket).build().map_err(BlobError::Store)?;
        Ok(Self { staging: staging_folder(data)?, place: Place::Objects { store: Arc::new(store), prefix } })
    }

    /// Phases 2 and 3: afterwards the bytes are stored for good under the returned digest, and the row may be
    /// committed. Storing the same bytes again is harmless.
    pub async fn commit_staged(&self, staged: Staged) -> Result<(Sha256Hex, u64), BlobError> {
        let staged = self.sync(staged).await?;
        self.place(staged).await
    }

    /// Phase 2: the staged bytes are on the disk.
    pub async fn sync(&self, staged: Staged) -> Result<Staged, BlobError> {
        blocking(move || {
            staged.file.sync_all().map_err(|error| BlobError::at(&staged.path, error))?;
            Ok(staged)
        })
        .await
    }

    /// Phase 3: the staged bytes get their lasting name. Call [`sync`](Self::sync) before.
    pub async fn place(&self, staged: Staged) -> Result<(Sha256Hex, u64), BlobError> {
        let named = (staged.sha256.clone(), staged.size_bytes);
        match &self.place {
            Place::Folder(folder) => {
                let folder = Arc::clone(folder);
                blocking(move || rename_into(&folder, &staged.sha256, staged.path)).await?;
            }
            Place::Objects { store, prefix } => {
                upload(store.as_ref(), &object_name(prefix, &staged.sha256), &staged.path).await?;
            }
        }
        Ok(named)
    }

    /// Whether a blob is stored.
    pub async fn exists(&self, blob: &Sha256Hex) -> Result<bool, BlobError> {
        match self.size(blob).await {
            Ok(_) => Ok(true),
            Err(BlobError::NotFound(_)) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// The length of a blob in bytes.
    pub async fn size(&self, blob: &Sha256Hex) -> Result<u64, BlobError> {
        match &self.place {
            Place::Folder(folder) => {
                let (path, blob) = (file_name(folder, blob), blob.clone());
                blocking(move || match std::fs::metadata(&path) {
                    Ok(metadata) => Ok(metadata.len()),
                    Err(error) => Err(missing_or(&blob, &path, error)),
                })
                .await
            }
            Place::Objects { store, prefix } => {
                let head = store.head(&object_name(prefix, blob)).await;
                head.map(|meta| meta.size).map_err(|error| absent_or(blob, error))
            }
        }
    }

    /// Deletes a blob; one that is not there counts as deleted. Only the purge does this, after its row says so.
    pub async fn delete(&self, blob: &Sha256Hex) -> Result<(), BlobError> {
        let deleted = match &self.place {
            Place::Folder(folder) => {
                let (path, blob) = (file_name(folder, blob), blob.clone());
                blocking(move || std::fs::remove_file(&path).map_err(|e| missing_or(&blob, &path, e))).await
            }
            Place::Objects { store, prefix } => {
                store.delete(&object_name(prefix, blob)).await.map_err(|error| absent_or(blob, error))
            }
        };
        match deleted {
            Err(BlobError::NotFound(_)) => Ok(()),
            other => other,
        }
    }
}

/// `ab/cdef…`: two levels, so that no folder of a million packages gets more than 4,000 names.
fn split_name(blob: &Sha256Hex) -> (&str, &str) {
    blob.as_str().split_at(2)
}

fn file_name(folder: &Path, blob: &Sha256Hex) -> PathBuf {
    let (shard, rest) = split_name(blob);
    folder.join(shard).join(rest)
}

fn object_name(prefix: &ObjectPath, blob: &Sha256Hex) -> ObjectPath {
    let (shard, rest) = split_name(blob);
    prefix.clone().join(shard).join(rest)
}

fn staging_folder(data: &Path) -> Result<Arc<Path>, BlobError> {
    let staging = data.join("staging");
    create_folder(&staging)?;
    Ok(staging.into())
}

fn create_folder(folder: &Path) -> Result<(), BlobError> {
    std::fs::create_dir_all(folder).map_err(|error| BlobError::at(folder, error))?;
    match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => sync_folder(parent),
        _ => sync_folder(Path::new(".")),
    }
}

fn sync_folder(folder: &Path) -> Result<(), BlobError> {
    File::open(folder).and_then(|file| file.sync_all()).map_err(|error| BlobError::at(folder, error))
}

/// One rename, then both folders. `blobs` itself is synced always, not only when this call made the shard: the one who
/// made it a moment ago may not have come so far.
fn rename_into(folder: &Path, blob: &Sha256Hex, staged: TempPath) -> Result<(), BlobError> {
    let path = file_name(folder, blob);
    let shard = path.parent().unwrap_or(folder);
    match std::fs::create_dir(shard) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {
            return Err(BlobError::at(shard, error));
        }
        _ => {}
    }
    staged.persist(&path).map_err(|failed| BlobError::at(&path, failed.error))?;
    sync_folder(shard)?;
    sync_folder(folder)
}

/// Uploads a file in parts; nothing is visible under the name until all of it is there.
async fn upload(store: &dyn ObjectStore, name: &ObjectPath, file: &Path) -> Result<(), BlobError> {
    let parts = store.put_multipart(name).await.map_err(BlobError::Store)?;
    let mut parts = WriteMultipart::new_with_chunk_size(parts, PART_BYTES);
    match send_parts(&mut parts, file).await {
        Ok(()) => parts.finish().await.map(drop).map_err(BlobError::Store),
        Err(error) => {
            // The first failure is the one to report; the store's own clean-up rules take parts left behind.
            let _ = parts.abort().await;
            Err(error)
        }
    }
}

async fn send_parts(parts: &mut WriteMultipart, path: &Path) -> Result<(), BlobError> {
    use tokio::io::AsyncReadExt as _;
    let mut file = tokio::fs::File::open(path).await.map_err(|error| BlobError::at(path, error))?;
    loop {
        let mut buffer = bytes::BytesMut::with_capacity(READ_BUFFER_BYTES);
        let read = file.read_buf(&mut buffer).await.map_err(|error| BlobError::at(path, error))?;
        if read == 0 {
            return Ok(());
        }
        parts.wait_for_capacity(PARTS_AT_ONCE).await.map_err(BlobError::Store)?;
        parts.put(buffer.freeze());
    }
}

fn missing_or(blob: &Sha256Hex, path: &Path, error: io::Error) -> BlobError {
    if error.kind() == io::ErrorKind::NotFound {
        BlobError::NotFound(blob.clone())
    } else {
        BlobError::at(path, error)
    }
}

fn absent_or(blob: &Sha256Hex, error: object_store::Error) -> BlobError {
    match error {
        object_store::Error::NotFound { .. } => BlobError::NotFound(blob.clone()),
        other => BlobError::Store(other),
    }
}

/// Runs file work on the threads meant for it.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, BlobError> + Send + 'static,
) -> Result<T, BlobError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(result) => result,
        Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
        Err(_shutting_down) => Err(BlobError::Interrupted),
    }
}

#[cfg(test)]
mod tests;
