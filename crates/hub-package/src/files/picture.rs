//! Pictures of a package, for people to look at.

use serde::{Deserialize, Serialize};

/// Pictures that are told; their number is exact.
pub(super) const PICTURES: usize = 2_000;
/// First bytes of a picture that its size in pixels is looked for in. Photographs may begin with as much of notes.
const HEAD_BYTES: usize = 64 * 1024;

/// A picture in a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The member that holds it, such as `files/ab/ab12…`; inside a zip of the package, the zip's member, `!` and the
    /// name in it.
    pub place: String,
    /// SHA-1 of its contents, in hexadecimal.
    pub sha1: String,
    /// What its first bytes say, such as `image/png`.
    pub media_type: String,
    /// Pixels across and down, as its header says; `None` if that was not found.
    pub pixels: Option<(u32, u32)>,
    /// Bytes.
    pub size_bytes: u64,
    /// Where the course uses it, files of users left out; for a picture inside a zip, where that is used.
    pub uses: Vec<FileUse>,
}

/// A row of `files.xml`: one place where a file is used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileUse {
    /// Path and name, such as `photos/leaf.png`. Escape it on output.
    pub name: String,
    /// Part of Moodle it belongs to, such as `mod_page`.
    pub component: String,
    /// Area in that, such as `content`.
    pub area: String,
    /// Number of the context on the source site, see [`crate::Activity::context_id`].
    pub context_id: Option<u64>,
    /// Number of the item in the area, such as the section whose summary shows it.
    pub item_id: Option<u64>,
}

/// Looks for the size of a picture as it goes by.
#[derive(Debug)]
pub(super) struct PictureWatch {
    pub(super) media_type: &'static str,
    head: Vec<u8>,
}

impl PictureWatch {
    /// `head` are its first bytes.
    pub(super) fn new(media_type: &'static str, head: Vec<u8>) -> Self {
        Self { media_type, head }
    }

    pub(super) fn push(&mut self, chunk: &[u8]) {
        let count = chunk.len().min(HEAD_BYTES.saturating_sub(self.head.len()));
        self.head.extend_from_slice(&chunk[..count]);
    }

    pub(super) fn pixels(&self) -> Option<(u32, u32)> {
        let size = imagesize::blob_size(&self.head).ok()?;
        Some((u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?))
    }
}
