use std::collections::BTreeSet;

use futures_util::TryStreamExt as _;
use tempfile::TempDir;

use super::*;

/// Each behaviour must hold in the folder and in an object store.
fn stores() -> Vec<(TempDir, Blobs)> {
    let (one, two) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let (folder, objects) = (Blobs::in_folder(one.path()).unwrap(), Blobs::in_memory(two.path()).unwrap());
    vec![(one, folder), (two, objects)]
}

/// Bytes without a short period, so that a chunk in a wrong place shows.
fn sample(length: usize) -> Vec<u8> {
    (0..length).map(|i| (i.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect()
}

async fn store(blobs: &Blobs, bytes: &[u8]) -> Sha256Hex {
    let staged = blobs.stage_bytes(bytes).await.unwrap();
    blobs.commit_staged(staged).await.unwrap().0
}

async fn read(blobs: &Blobs, blob: &Sha256Hex, range: Option<std::ops::Range<u64>>) -> Vec<u8> {
    let open = blobs.open(blob, range).await.unwrap();
    let chunks: Vec<bytes::Bytes> = open.body.try_collect().await.unwrap();
    assert!(chunks.iter().all(|chunk| !chunk.is_empty() && chunk.len() <= READ_BUFFER_BYTES));
    chunks.concat()
}

fn names(folder: &Path) -> BTreeSet<String> {
    std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect()
}

#[tokio::test]
async fn what_goes_in_comes_out_whatever_the_length() {
    for (_data, blobs) in stores() {
        for length in [0, 1, 511, 512, 513, 65_536, 65_537, 262_144, 262_145, 9_000_000] {
            let bytes = sample(length);
            let mut staging = blobs.stage(length as u64).await.unwrap();
            for chunk in bytes.chunks(100_003) {
                staging.write(chunk).await.unwrap();
            }
            let staged = staging.finish().await.unwrap();
            assert_eq!(staged.sha256(), &Sha256Hex::of(&bytes), "length {length}");
            assert_eq!(staged.head(), &bytes[..length.min(512)]);
            assert_eq!(std::fs::read(staged.path()).unwrap(), bytes);
            let (blob, size) = blobs.commit_staged(staged).await.unwrap();
            assert_eq!((size, blobs.size(&blob).await.unwrap()), (length as u64, length as u64));
            assert_eq!(read(&blobs, &blob, None).await, bytes);
            assert!(names(&blobs.staging).is_empty());
        }
    }
}

#[tokio::test]
async fn a_range_brings_exactly_its_bytes() {
    let bytes = sample(300_000);
    for (_data, blobs) in stores() {
        let blob = store(&blobs, &bytes).await;
        for range in [0..1, 0..300_000, 299_999..300_000, 65_535..65_537, 100_000..250_000] {
            let (start, end) = (usize::try_from(range.start).unwrap(), usize::try_from(range.end).unwrap());
            assert_eq!(read(&blobs, &blob, Some(range)).await, bytes[start..end]);
        }
        for (start, end) in [(0, 300_001), (300_000, 300_001), (5, 5), (9, 3), (u64::MAX, u64::MAX)] {
            let refused = blobs.open(&blob, Some(start..end)).await.map(drop).unwrap_err();
            assert!(matches!(refused, BlobError::Range { size_bytes: 300_000 }), "{start}..{end}");
        }
    }
}

#[tokio::test]
async fn a_blob_that_is_not_there_is_said_so() {
    let blob = Sha256Hex::of(b"nothing");
    for (_data, blobs) in stores() {
        assert!(!blobs.exists(&blob).await.unwrap());
        assert!(matches!(blobs.open(&blob, None).await.map(drop), Err(BlobError::NotFound(_))));
        assert!(matches!(blobs.local(&blob).await.map(drop), Err(BlobError::NotFound(_))));
        assert!(matches!(blobs.read_small(&blob, 10).await.map(drop), Err(BlobError::NotFound(_))));
        blobs.delete(&blob).await.unwrap();
    }
}

#[tokio::test]
async fn a_deleted_blob_is_gone_and_can_be_stored_again() {
    for (_data, blobs) in stores() {
        let blob = store(&blobs, b"twice").await;
        store(&blobs, b"twice").await;
        blobs.delete(&blob).await.unwrap();
        assert!(!blobs.exists(&blob).await.unwrap());
        assert_eq!(store(&blobs, b"twice").await, blob);
        assert_eq!(read(&blobs, &blob, None).await, b"twice");
    }
}

#[tokio::test]
async fn a_byte_too_many_ends_the_upload_and_leaves_nothing() {
    for (_data, blobs) in stores() {
        let mut staging = blobs.stage(1_000_000).await.unwrap();
        staging.write(&sample(1_000_000)).await.unwrap();
        assert_eq!(staging.size_bytes(), 1_000_000);
        let refused = staging.write(b"x").await.unwrap_err();
        assert!(matches!(refused, BlobError::TooLarge { max_bytes: 1_000_000 }));
        assert!(names(&blobs.staging).is_empty(), "its file is gone at once");
        assert!(matches!(staging.write(b"x").await, Err(BlobError::Interrupted)));
        assert!(matches!(staging.finish().await.map(drop), Err(BlobError::Interrupted)));
    }
}

#[tokio::test]
async fn an_upload_that_is_given_up_leaves_nothing() {
    for (_data, blobs) in stores() {
        let mut staging = blobs.stage(u64::MAX).await.unwrap();
        staging.write(&sample(700_000)).await.unwrap();
        assert_eq!(names(&blobs.staging).len(), 1);
        drop(staging);
        drop(blobs.stage_bytes(b"whole but never stored").await.unwrap());
        assert!(names(&blobs.staging).is_empty());
        assert!(!blobs.exists(&Sha256Hex::of(b"whole but never stored")).await.unwrap());
    }
}

#[test]
fn a_write_that_was_cancelled_makes_the_upload_fail_instead_of_losing_bytes() {
    // One thread for file work, which the test keeps busy, so that the write cannot end by itself.
    let runtime = tokio::runtime::Builder::new_current_thread().max_blocking_threads(1).build().unwrap();
    let data = tempfile::tempdir().unwrap();
    let blobs = Blobs::in_folder(data.path()).unwrap();
    runtime.block_on(async {
        let mut staging = blobs.stage(u64::MAX).await.unwrap();
        let (release, released) = std::sync::mpsc::channel::<()>();
        let busy = tokio::task::spawn_blocking(move || released.recv());
        {
            let bytes = sample(600_000);
            let write = std::pin::pin!(staging.write(&bytes));
            assert!(futures_util::poll!(write).is_pending());
        }
        release.send(()).unwrap();
        busy.await.unwrap().unwrap();
        assert!(matches!(staging.finish().await.map(drop), Err(BlobError::Interrupted)));
    });
}

#[tokio::test]
async fn sweeping_removes_what_the_dead_left_and_nothing_of_the_living() {
    for (_data, blobs) in stores() {
        let mut writing = blobs.stage(u64::MAX).await.unwrap();
        writing.write(b"still ").await.unwrap();
        let finished = blobs.stage_bytes(b"not yet stored").await.unwrap();
        // What a killed process leaves: a file whose lock ended with it.
        std::fs::write(blobs.staging.join("upload-killed"), b"half").unwrap();

        assert_eq!(blobs.sweep_staging().await.unwrap(), 1);
        assert!(!blobs.staging.join("upload-killed").exists());
        writing.write(b"alive").await.unwrap();
        let (one, _) = blobs.commit_staged(writing.finish().await.unwrap()).await.unwrap();
        let (two, _) = blobs.commit_staged(finished).await.unwrap();
        assert_eq!(read(&blobs, &one, None).await, b"still alive");
        assert_eq!(read(&blobs, &two, None).await, b"not yet stored");
        assert_eq!(blobs.sweep_staging().await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_small_blob_is_read_whole_and_a_large_one_refused() {
    let bytes = sample(100_000);
    for (_data, blobs) in stores() {
        let blob = store(&blobs, &bytes).await;
        assert_eq!(blobs.read_small(&blob, 100_000).await.unwrap(), bytes);
        let refused = blobs.read_small(&blob, 99_999).await.unwrap_err();
        assert!(matches!(refused, BlobError::TooLarge { max_bytes: 99_999 }));
    }
}

#[tokio::test]
async fn every_blob_can_be_had_as_a_file_and_copies_go_away() {
    let bytes = sample(1_000_000);
    for (_data, blobs) in stores() {
        let blob = store(&blobs, &bytes).await;
        let local = blobs.local(&blob).await.unwrap();
        assert_eq!(std::fs::read(local.path()).unwrap(), bytes);
        assert_eq!(blobs.sweep_staging().await.unwrap(), 0, "a copy in use is not swept");
        drop(local);
        assert!(names(&blobs.staging).is_empty());
        assert!(blobs.exists(&blob).await.unwrap());
    }
}

#[tokio::test]
async fn blobs_lie_under_their_digest_and_only_their_owner_can_read_them() {
    use std::os::unix::fs::PermissionsExt as _;
    let data = tempfile::tempdir().unwrap();
    let blobs = Blobs::in_folder(data.path()).unwrap();
    let blob = store(&blobs, b"abc").await;
    let path = data.path().join("blobs/ba/7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(blobs.local(&blob).await.unwrap().path(), path);
    assert_eq!(std::fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn the_same_bytes_uploaded_at_once_are_stored_once() {
    for (_data, blobs) in stores() {
        let bytes = sample(300_000);
        let uploads = (0..8).map(|_| store(&blobs, &bytes));
        let stored: BTreeSet<Sha256Hex> = futures_util::future::join_all(uploads).await.into_iter().collect();
        assert_eq!(stored.len(), 1);
        assert_eq!(read(&blobs, stored.first().unwrap(), None).await, bytes);
        assert!(names(&blobs.staging).is_empty());
    }
}

#[test]
fn only_s3_addresses_name_an_object_store() {
    let data = tempfile::tempdir().unwrap();
    for wrong in ["https://bucket/prefix", "s3:///prefix", "file:///srv/blobs"] {
        let refused = Blobs::at_url(data.path(), &wrong.parse().unwrap()).map(drop).unwrap_err();
        assert!(matches!(refused, BlobError::UnknownStore), "{wrong}");
    }
}
