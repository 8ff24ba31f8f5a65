//! What searches read: the last commit, with everything opened that every search needs.

use std::sync::Arc;

use tantivy::columnar::{Column, StrColumn};
use tantivy::fastfield::AliveBitSet;
use tantivy::index::{InvertedIndexReader, SegmentId};
use tantivy::{Searcher, SegmentReader};

use crate::error::Result;
use crate::facet::{Names, Values};
use crate::schema::{Fields, Filter};

/// The last commit. Columns and dictionaries are opened once here: opening them for each search would cost more
/// than the search.
pub(crate) struct Snapshot {
    pub(crate) segments: Vec<Segment>,
    /// Documents alive in all segments.
    pub(crate) courses: u32,
    names: Arc<[Names]>,
    /// Keeps the files of the segments.
    _searcher: Searcher,
}

/// One segment: documents are numbered from 0 in each.
pub(crate) struct Segment {
    reader: SegmentReader,
    /// Shared with earlier and later snapshots: but for deletions a segment never changes.
    columns: Arc<Columns>,
}

/// What a segment holds.
pub(crate) struct Columns {
    segment: SegmentId,
    pub(crate) text: Arc<InvertedIndexReader>,
    filters: Vec<(Arc<InvertedIndexReader>, Values)>,
    pub(crate) course_id: Column<i64>,
    pub(crate) share: Column<i64>,
    pub(crate) advert: Column<i64>,
    pub(crate) listed_at: Column<i64>,
    pub(crate) updated_at: Column<i64>,
    pub(crate) featured_at: Column<i64>,
    pub(crate) title_key: Option<StrColumn>,
    pub(crate) publisher_key: Option<StrColumn>,
}

impl Snapshot {
    /// Opens what is new since an earlier snapshot.
    pub(crate) fn open(searcher: Searcher, fields: &Fields, earlier: Option<&Self>) -> Result<Self> {
        let known = |reader: &SegmentReader| {
            let mut segments = earlier?.segments.iter();
            segments.find(|segment| segment.columns.segment == reader.segment_id())
        };
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        for reader in searcher.segment_readers() {
            let columns = match known(reader) {
                Some(segment) => Arc::clone(&segment.columns),
                None => Arc::new(Columns::open(reader, fields)?),
            };
            segments.push(Segment { reader: reader.clone(), columns });
        }
        let names =
            earlier.map_or_else(|| Filter::ALL.map(Names::of).into(), |earlier| Arc::clone(&earlier.names));
        let courses = searcher.segment_readers().iter().map(SegmentReader::num_docs).sum();
        Ok(Self { segments, courses, names, _searcher: searcher })
    }

    /// The numbered values of a filter.
    pub(crate) fn names(&self, filter: Filter) -> &Names {
        &self.names[filter as usize]
    }
}

impl Columns {
    fn open(reader: &SegmentReader, fields: &Fields) -> Result<Self> {
        let columns = reader.fast_fields();
        let number = |name: &str| -> Result<Column<i64>> {
            let column = columns.column_opt(name)?;
            Ok(column.unwrap_or_else(|| Column::build_empty_column(reader.max_doc())))
        };
        let filter = |filter: Filter| -> Result<_> {
            let terms = reader.inverted_index(fields.filter(filter))?;
            Ok((terms, Values::new(columns.str(filter.column_name())?)))
        };
        Ok(Self {
            segment: reader.segment_id(),
            text: reader.inverted_index(fields.text)?,
            filters: Filter::ALL.into_iter().map(filter).collect::<Result<_>>()?,
            course_id: number("course_id")?,
            share: number("share")?,
            advert: number("advert")?,
            listed_at: number("listed_at")?,
            updated_at: number("updated_at")?,
            featured_at: number("featured_at")?,
            title_key: columns.str("title_key")?,
            publisher_key: columns.str("publisher_key")?,
        })
    }
}

impl Segment {
    pub(crate) fn columns(&self) -> &Columns {
        &self.columns
    }

    /// The terms of a filter's field.
    pub(crate) fn terms(&self, filter: Filter) -> &InvertedIndexReader {
        &self.columns.filters[filter as usize].0
    }

    /// The values of a filter to count.
    pub(crate) fn values(&self, filter: Filter) -> &Values {
        &self.columns.filters[filter as usize].1
    }

    /// Documents are numbered below this, deleted ones included.
    pub(crate) fn end(&self) -> u32 {
        self.reader.max_doc()
    }

    /// Which documents are not deleted; `None` if none is deleted.
    pub(crate) fn alive(&self) -> Option<&AliveBitSet> {
        self.reader.alive_bitset()
    }
}
