use std::path::PathBuf;

/// What can go wrong with the index.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another process has the folder open; two would overwrite each other's commits.
    #[error("the search index in {} is in use by another process", folder.display())]
    Locked {
        /// The folder given to [`Index::open`](crate::Index::open).
        folder: PathBuf,
    },
    /// The folder can't be made, read or emptied: permissions, a full disk.
    #[error("the search index in {} can't be used", folder.display())]
    Folder {
        /// The folder it happened in.
        folder: PathBuf,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The engine failed. After a failed write nothing of it is visible and it can be tried again; if searches
    /// fail too, the folder is damaged: the next [`Index::open`](crate::Index::open) finds out and starts afresh.
    #[error("the search index failed")]
    Engine(#[from] tantivy::TantivyError),
}

impl From<std::io::Error> for Error {
    fn from(source: std::io::Error) -> Self {
        Self::Engine(source.into())
    }
}

/// Short for a result with this crate's [`Error`].
pub type Result<T> = std::result::Result<T, Error>;
