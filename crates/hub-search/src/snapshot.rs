//! What searches read: the last commit, with everything opened that every search needs.

use std::sync::Arc;

use tantivy::columnar::{Column, StrColumn};
use tantivy::fastfield::AliveBitSet;
use tantivy::index::InvertedIndexReader;
use tantivy::{Searcher, SegmentReader};

use crate::error::Result;
use crate::schema::{Fields, Filter};

/// The last commit. Columns and dictionaries are opened once here: opening them for each search would cost more
/// than the search.
pub(crate) struct Snapshot {
    pub(crate) segments: Vec<Segment>,
    /// Documents alive in all segments.
    pub(crate) courses: u32,
    /// Keeps the files of the segments.
    _searcher: Searcher,
}

/// One segment: documents are numbered from 0 in each.
pub(crate) struct Segment {
    reader: SegmentReader,
    pub(crate) text: Arc<InvertedIndexReader>,
    filters: Vec<FilterColumns>,
    pub(crate) course_id: Column<i64>,
    pub(crate) share: Column<i64>,
    pub(crate) advert: Column<i64>,
    pub(crate) listed_at: Column<i64>,
    pub(crate) updated_at: Column<i64>,
    pub(crate) featured_at: Column<i64>,
    pub(crate) title_key: Option<StrColumn>,
    pub(crate) publisher_key: Option<StrColumn>,
}

struct FilterColumns {
    terms: Arc<InvertedIndexReader>,
    values: Option<StrColumn>,
}

impl Snapshot {
    pub(crate) fn open(searcher: Searcher, fields: &Fields) -> Result<Self> {
        let segments = searcher.segment_readers().iter().map(|reader| Segment::open(reader, fields));
        Ok(Self {
            segments: segments.collect::<Result<_>>()?,
            courses: searcher.segment_readers().iter().map(SegmentReader::num_docs).sum(),
            _searcher: searcher,
        })
    }
}

impl Segment {
    fn open(reader: &SegmentReader, fields: &Fields) -> Result<Self> {
        let columns = reader.fast_fields();
        let number = |name: &str| -> Result<Column<i64>> {
            let column = columns.column_opt(name)?;
            Ok(column.unwrap_or_else(|| Column::build_empty_column(reader.max_doc())))
        };
        let filter = |filter: Filter| -> Result<FilterColumns> {
            Ok(FilterColumns {
                terms: reader.inverted_index(fields.filter(filter))?,
                values: columns.str(filter.column_name())?,
            })
        };
        Ok(Self {
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
            reader: reader.clone(),
        })
    }

    /// The terms of a filter's field.
    pub(crate) fn terms(&self, filter: Filter) -> &InvertedIndexReader {
        &self.filters[filter as usize].terms
    }

    /// The values of a filter to count, if any document here has one.
    pub(crate) fn values(&self, filter: Filter) -> Option<&StrColumn> {
        self.filters[filter as usize].values.as_ref()
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
