//! The order of hits, and keeping the best of many.

use hub_core::query::{Hit, Sort};
use hub_core::{CourseId, VersionId};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, i64_to_u64};

use crate::error::Result;
use crate::snapshot::{Columns, Segment, Snapshot};

/// What a segment's documents are ranked by; higher values first, then newer courses.
enum Key<'a> {
    Score,
    Number(&'a Column<i64>, Direction),
    /// Positions in the segment's sorted dictionary, comparable within the segment only.
    Text(Option<&'a StrColumn>, Direction),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Ascending,
    Descending,
}

impl<'a> Key<'a> {
    fn of(sort: Sort, has_words: Words, columns: &'a Columns) -> Self {
        use Direction::{Ascending, Descending};
        match (sort, has_words) {
            (Sort::Relevance, Words::Some) => Self::Score,
            (Sort::Relevance, Words::None) | (Sort::Newest, _) => {
                Self::Number(&columns.listed_at, Descending)
            }
            (Sort::Updated, _) => Self::Number(&columns.updated_at, Descending),
            (Sort::Oldest, _) => Self::Number(&columns.updated_at, Ascending),
            (Sort::Featured, _) => Self::Number(&columns.featured_at, Descending),
            (Sort::Name, _) => Self::Text(columns.title_key.as_ref(), Ascending),
            (Sort::NameBackwards, _) => Self::Text(columns.title_key.as_ref(), Descending),
            (Sort::Publisher, _) => Self::Text(columns.publisher_key.as_ref(), Ascending),
        }
    }

    fn rank(&self, document: DocId, score: u32) -> u64 {
        let (value, direction) = match self {
            Self::Score => (u64::from(score), Direction::Descending),
            Self::Number(column, direction) => (column.first(document).map_or(0, i64_to_u64), *direction),
            Self::Text(column, direction) => {
                (column.and_then(|column| column.ords().first(document)).unwrap_or(0), *direction)
            }
        };
        if direction == Direction::Ascending { !value } else { value }
    }

    /// The texts behind ranks, for comparing with other segments; sorts the candidates by them, as the dictionary
    /// is read from front to back.
    fn texts(&self, candidates: &mut [Candidate]) -> Result<Vec<String>> {
        let Self::Text(Some(column), direction) = self else { return Ok(Vec::new()) };
        let position = |candidate: &Candidate| match direction {
            Direction::Ascending => !candidate.0,
            Direction::Descending => candidate.0,
        };
        candidates.sort_unstable_by_key(position);
        let positions: Vec<u64> = candidates.iter().map(position).collect();
        let mut texts = Vec::with_capacity(positions.len());
        column.dictionary().sorted_ords_to_term_cb(&positions, |text| {
            texts.push(String::from_utf8_lossy(text).into_owned());
        })?;
        Ok(texts)
    }
}

/// Whether a search has words, without which no hit is more relevant than another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    Some,
    None,
}

/// Keeps the best documents of one segment.
pub(crate) struct Best<'a> {
    columns: &'a Columns,
    key: Key<'a>,
    wanted: usize,
    /// The wanted ones and, until the next clearing, others: courses are mostly indexed oldest first, so that each
    /// is the best so far, and sorting in each of them costs more than clearing up now and then.
    kept: Vec<Candidate>,
    /// A lower rank is not among the wanted.
    lowest: u64,
}

/// Rank, course id and document, compared in this order.
type Candidate = (u64, i64, DocId);

impl<'a> Best<'a> {
    pub(crate) fn new(segment: &'a Segment, sort: Sort, words: Words, wanted: usize) -> Self {
        let columns = segment.columns();
        let wanted = wanted.min(segment.end() as usize);
        Self { columns, key: Key::of(sort, words, columns), wanted, kept: Vec::new(), lowest: 0 }
    }

    pub(crate) fn offer(&mut self, document: DocId, score: u32) {
        /// Clearing up must be rare even where few are wanted.
        const ROOM: usize = 100;
        if self.wanted == 0 {
            return;
        }
        let rank = self.key.rank(document, score);
        if rank < self.lowest {
            return;
        }
        let course_id = self.columns.course_id.first(document).unwrap_or_default();
        self.kept.push((rank, course_id, document));
        if self.kept.len() >= 2 * self.wanted + ROOM {
            self.clear_up();
        }
    }

    fn clear_up(&mut self) {
        if self.kept.len() > self.wanted {
            let (_, worst, _) = self.kept.select_nth_unstable_by(self.wanted - 1, |a, b| b.cmp(a));
            self.lowest = worst.0;
            self.kept.truncate(self.wanted);
        }
    }

    /// The wanted ones, in no order.
    pub(crate) fn into_ranked(mut self, number: usize) -> Result<Vec<Ranked>> {
        self.clear_up();
        let mut texts = self.key.texts(&mut self.kept)?.into_iter();
        let ranked = self.kept.into_iter().map(|(rank, course_id, document)| Ranked {
            text: texts.next(),
            rank,
            course_id,
            segment: number,
            document,
        });
        Ok(ranked.collect())
    }
}

/// A hit that may be on the page asked for.
pub(crate) struct Ranked {
    text: Option<String>,
    rank: u64,
    course_id: i64,
    segment: usize,
    document: DocId,
}

impl Ranked {
    fn into_hit(self, snapshot: &Snapshot) -> Hit {
        let columns = snapshot.segments[self.segment].columns();
        Hit {
            course_id: CourseId(self.course_id),
            share: columns.share.first(self.document).map(VersionId),
            advert: columns.advert.first(self.document).map(VersionId),
        }
    }
}

/// The page asked for out of the best of all segments.
pub(crate) fn page(
    snapshot: &Snapshot,
    sort: Sort,
    mut ranked: Vec<Ranked>,
    offset: usize,
    limit: usize,
) -> Vec<Hit> {
    ranked.sort_unstable_by(|a, b| {
        let by_key = match sort {
            Sort::Name | Sort::Publisher => a.text.cmp(&b.text),
            Sort::NameBackwards => b.text.cmp(&a.text),
            Sort::Relevance | Sort::Newest | Sort::Updated | Sort::Oldest | Sort::Featured => {
                b.rank.cmp(&a.rank)
            }
        };
        by_key.then(b.course_id.cmp(&a.course_id))
    });
    ranked.into_iter().skip(offset).take(limit).map(|hit| hit.into_hit(snapshot)).collect()
}
