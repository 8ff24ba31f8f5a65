use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

use hub_core::CourseId;
use hub_core::query::{CourseDocument, CourseQuery, Hits};
use tantivy::directory::MmapDirectory;
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term};

use crate::document;
use crate::error::{Error, Result};
use crate::schema::{self, Fields};
use crate::search::search;
use crate::snapshot::Snapshot;

/// The index of one hub. Shared by reference or in an `Arc`; searches run beside each other and beside a write.
pub struct Index {
    engine: tantivy::Index,
    fields: Fields,
    reader: IndexReader,
    snapshot: RwLock<Arc<Snapshot>>,
    /// Made by the first write, kept until [`Index::release_writer`]: it holds two threads and some 15 MB.
    writer: Mutex<Option<IndexWriter>>,
    /// Where the index lies; `None` in memory.
    folder: Option<PathBuf>,
    /// Locked as long as the index is open.
    _lock: Option<File>,
}

/// An index and how much of the change feed it knows.
pub struct Opened {
    /// The index.
    pub index: Index,
    /// Sequence number of the last change that was applied; 0 for a new or discarded index.
    pub last_sequence: i64,
}

/// What a change of the feed means for the index.
#[derive(Clone, Debug, PartialEq)]
pub enum Update {
    /// The course is as given; it replaces what was known of it.
    Put(Box<CourseDocument>),
    /// The course has no public version any more.
    Remove(CourseId),
}

impl Index {
    /// Opens the index in a folder, which is made if it is missing. An index that is missing, damaged or of another
    /// version of this crate is replaced by an empty one with `last_sequence` 0.
    ///
    /// # Errors
    /// [`Error::Locked`] if another process (or another `Index` of this one) has it open; [`Error::Folder`] if the
    /// folder can't be written.
    pub fn open(path: &Path) -> Result<Opened> {
        let in_folder = |source| Error::Folder { folder: path.to_owned(), source };
        fs::create_dir_all(path).map_err(in_folder)?;
        let lock = File::create(path.join("lock")).map_err(in_folder)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Error::Locked { folder: path.to_owned() },
            TryLockError::Error(source) => in_folder(source),
        })?;
        // Apart from the lock, so that it can be discarded as a whole.
        let folder = path.join("index");
        match open_existing(&folder) {
            Ok(Some((engine, last_sequence))) => match Self::over(engine, Some(folder.clone())) {
                Ok(index) => return Ok(Opened { index: Self { _lock: Some(lock), ..index }, last_sequence }),
                Err(error) => {
                    tracing::warn!(%error, folder = %path.display(), "The search index is damaged and is built anew");
                }
            },
            Ok(None) => tracing::info!(folder = %path.display(), "The search index is built anew"),
            Err(error) => {
                tracing::warn!(%error, folder = %path.display(), "The search index is damaged and is built anew");
            }
        }
        discard(&folder).map_err(in_folder)?;
        fs::create_dir_all(&folder).map_err(in_folder)?;
        let directory = MmapDirectory::open(&folder).map_err(tantivy::TantivyError::from)?;
        let engine = tantivy::Index::open_or_create(directory, schema::build().0)?;
        let index = Self::over(engine, Some(folder))?;
        Ok(Opened { index: Self { _lock: Some(lock), ..index }, last_sequence: 0 })
    }

    /// Whether a process has the index of a folder open.
    pub fn is_open(path: &Path) -> bool {
        let Ok(lock) = File::open(path.join("lock")) else { return false };
        matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock))
    }

    /// The last change that the index in a folder holds, without opening it: another process may have it open.
    /// `None` if there is no index, or one of another version of this crate.
    ///
    /// # Errors
    /// [`Error::Engine`] if its head can't be read.
    pub fn last_sequence_in(path: &Path) -> Result<Option<i64>> {
        Ok(open_existing(&path.join("index"))?.map(|(_, last_sequence)| last_sequence))
    }

    /// An index that is gone when it is dropped: for tests, and for commands that do not search.
    ///
    /// # Errors
    /// Only if memory runs out.
    pub fn in_memory() -> Result<Self> {
        Self::over(tantivy::Index::create_in_ram(schema::build().0), None)
    }

    fn over(engine: tantivy::Index, folder: Option<PathBuf>) -> Result<Self> {
        let fields = schema::build().1;
        let reader = engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let snapshot = RwLock::new(Arc::new(Snapshot::open(reader.searcher(), &fields, None)?));
        Ok(Self { engine, fields, reader, snapshot, writer: Mutex::new(None), folder, _lock: None })
    }

    /// Applies changes in their order and notes `last_sequence`, the number of the last of them, all in one commit.
    /// When it returns the commit is on disk and the next search sees it; after an error or a crash all of it or
    /// nothing is there. The same changes may be applied again.
    ///
    /// Waits for the disk, some 10 ms; large batches cost less per course.
    ///
    /// # Errors
    /// [`Error::Engine`] if it can't be written; nothing of it is visible then.
    pub fn apply(&self, batch: Vec<Update>, last_sequence: i64) -> Result<()> {
        self.write(last_sequence, |writer| {
            for update in batch {
                let course_id = match &update {
                    Update::Put(course) => course.course_id,
                    Update::Remove(course_id) => *course_id,
                };
                writer.delete_term(Term::from_field_i64(self.fields.course_id, course_id.get()));
                if let Update::Put(course) = update {
                    writer.add_document(document::of_course(&course, &self.fields))?;
                }
            }
            Ok(())
        })
    }

    /// Empties the index; the change feed is then followed from its beginning (sequence 0).
    ///
    /// # Errors
    /// [`Error::Engine`] if it can't be written; it is as before then.
    pub fn wipe(&self) -> Result<()> {
        self.write(0, |writer| {
            writer.delete_all_documents()?;
            Ok(())
        })
    }

    /// Ends the writer's threads and gives back their memory, after tidying up what they were at. To be called when
    /// no changes are expected soon; the next write makes a new writer, which takes about a millisecond.
    ///
    /// # Errors
    /// [`Error::Engine`] if tidying up failed; nothing committed is lost.
    pub fn release_writer(&self) -> Result<()> {
        let Some(writer) = self.lock_writer().take() else { return Ok(()) };
        writer.wait_merging_threads()?;
        self.show_last_commit()
    }

    /// Courses that match, the page asked for, and counts.
    ///
    /// One word takes 0.03 ms among 10,000 courses and 0.2 ms among 200,000, with facets 0.5 and 8 ms; one letter 2
    /// and 14 ms, as nearly every course has a word that begins so; no words 0.3 and 4 ms, with facets 7 and 75 ms
    /// (means of one core, `tests/it/speed.rs`). So a search without facets may be called directly from async code
    /// on all but the largest hubs; one with facets belongs in `spawn_blocking`.
    ///
    /// # Errors
    /// [`Error::Engine`] if the files can't be read.
    pub fn search(&self, query: &CourseQuery) -> Result<Hits> {
        search(&self.snapshot(), query)
    }

    /// Courses in the index.
    pub fn course_count(&self) -> u64 {
        u64::from(self.snapshot().courses)
    }

    fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Changes the index in one commit.
    fn write(&self, last_sequence: i64, change: impl FnOnce(&IndexWriter) -> Result<()>) -> Result<()> {
        let mut kept = self.lock_writer();
        // Out of its place while in use: after an error it is dropped, and with it what was not committed.
        let mut writer = match kept.take() {
            Some(writer) => writer,
            None => self.new_writer()?,
        };
        change(&writer)?;
        let mut commit = writer.prepare_commit()?;
        commit.set_payload(&payload(last_sequence));
        commit.commit()?;
        self.sync_folder()?;
        *kept = Some(writer);
        self.show_last_commit()
    }

    fn lock_writer(&self) -> MutexGuard<'_, Option<IndexWriter>> {
        self.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn new_writer(&self) -> Result<IndexWriter> {
        // One thread and the least memory the engine takes (15 MB): a change is a few courses.
        let options = IndexWriterOptions::builder().num_worker_threads(1).num_merge_threads(1).build();
        let writer: IndexWriter<TantivyDocument> = self.engine.writer_with_options(options)?;
        writer.set_merge_policy(Box::new(merge_policy()));
        Ok(writer)
    }

    /// The engine syncs its files and the folder before it renames the commit into place, not after.
    fn sync_folder(&self) -> Result<()> {
        if let Some(folder) = &self.folder {
            File::open(folder)
                .and_then(|folder| folder.sync_all())
                .map_err(|source| Error::Folder { folder: folder.clone(), source })?;
        }
        Ok(())
    }

    fn show_last_commit(&self) -> Result<()> {
        self.reader.reload()?;
        let earlier = self.snapshot();
        let snapshot = Arc::new(Snapshot::open(self.reader.searcher(), &self.fields, Some(&earlier))?);
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = snapshot;
        Ok(())
    }
}

/// Every search pays for each segment, so few are kept: small ones are merged early, and those with many deleted
/// documents again.
fn merge_policy() -> LogMergePolicy {
    let mut policy = LogMergePolicy::default();
    policy.set_min_num_segments(4);
    policy.set_min_layer_size(1000);
    policy.set_del_docs_ratio_before_merge(0.3);
    policy
}

fn payload(last_sequence: i64) -> String {
    format!("{} {last_sequence}", schema::VERSION)
}

fn open_existing(folder: &Path) -> Result<Option<(tantivy::Index, i64)>> {
    if !folder.join("meta.json").exists() {
        return Ok(None);
    }
    let engine = tantivy::Index::open_in_dir(folder)?;
    if engine.schema() != schema::build().0 {
        return Ok(None);
    }
    let Some(payload) = engine.load_metas()?.payload else { return Ok(None) };
    let Some((version, last_sequence)) = payload.split_once(' ') else { return Ok(None) };
    match last_sequence.parse() {
        Ok(last_sequence) if version == schema::VERSION => Ok(Some((engine, last_sequence))),
        _ => Ok(None),
    }
}

/// Removes the index's folder; its head first, so that what is left of an interrupted removal is no index.
fn discard(folder: &Path) -> std::io::Result<()> {
    for removed in [fs::remove_file(folder.join("meta.json")), fs::remove_dir_all(folder)] {
        if let Err(error) = removed
            && error.kind() != std::io::ErrorKind::NotFound
        {
            return Err(error);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use hub_core::query::CourseQuery;

    use super::*;

    #[test]
    fn what_was_not_committed_is_gone_after_reopening() {
        let folder = tempfile::tempdir().unwrap();
        let index = Index::open(folder.path()).unwrap().index;
        index.apply(Vec::new(), 5).unwrap();
        index.release_writer().unwrap();
        let mut writer = index.new_writer().unwrap();
        let mut document = TantivyDocument::default();
        document.add_text(index.fields.text, "botany");
        writer.add_document(document).unwrap();
        // Flushed to disk, but the commit is never made.
        let commit = writer.prepare_commit().unwrap();
        drop(commit);
        drop(writer);
        drop(index);

        let opened = Index::open(folder.path()).unwrap();
        assert_eq!(opened.last_sequence, 5);
        assert_eq!(opened.index.search(&CourseQuery::default()).unwrap().total, 0);
        assert_eq!(opened.index.course_count(), 0);
    }

    #[test]
    fn a_failed_write_leaves_nothing_for_the_next_one() {
        let index = Index::in_memory().unwrap();
        let failed = index.write(1, |writer| {
            let mut document = TantivyDocument::default();
            document.add_text(index.fields.text, "botany");
            writer.add_document(document)?;
            Err(std::io::Error::other("the disk is full").into())
        });
        assert!(failed.is_err());
        index.apply(Vec::new(), 2).unwrap();
        assert_eq!(index.course_count(), 0);
    }
}
