//! The order of hits, and keeping the best of many.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use hub_core::query::{Hit, Sort};
use hub_core::{CourseId, VersionId};
use tantivy::columnar::{Column, StrColumn};
use tantivy::{DocId, i64_to_u64};

use crate::error::Result;
use crate::snapshot::{Segment, Snapshot};

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
    fn of(sort: Sort, has_words: Words, segment: &'a Segment) -> Self {
        use Direction::{Ascending, Descending};
        match (sort, has_words) {
            (Sort::Relevance, Words::Some) => Self::Score,
            (Sort::Relevance, Words::None) | (Sort::Newest, _) => {
                Self::Number(&segment.listed_at, Descending)
            }
            (Sort::Updated, _) => Self::Number(&segment.updated_at, Descending),
            (Sort::Oldest, _) => Self::Number(&segment.updated_at, Ascending),
            (Sort::Featured, _) => Self::Number(&segment.featured_at, Descending),
            (Sort::Name, _) => Self::Text(segment.title_key.as_ref(), Ascending),
            (Sort::NameBackwards, _) => Self::Text(segment.title_key.as_ref(), Descending),
            (Sort::Publisher, _) => Self::Text(segment.publisher_key.as_ref(), Ascending),
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

    /// The text behind a rank, for comparing with other segments.
    fn text(&self, rank: u64) -> Result<Option<String>> {
        let Self::Text(Some(column), direction) = self else { return Ok(None) };
        let mut text = String::new();
        column.ord_to_str(if *direction == Direction::Ascending { !rank } else { rank }, &mut text)?;
        Ok(Some(text))
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
    segment: &'a Segment,
    key: Key<'a>,
    wanted: usize,
    /// The worst kept is on top.
    kept: BinaryHeap<Reverse<(u64, i64, DocId)>>,
}

impl<'a> Best<'a> {
    pub(crate) fn new(segment: &'a Segment, sort: Sort, words: Words, wanted: usize) -> Self {
        let wanted = wanted.min(segment.end() as usize);
        Self { segment, key: Key::of(sort, words, segment), wanted, kept: BinaryHeap::new() }
    }

    pub(crate) fn offer(&mut self, document: DocId, score: u32) {
        if self.wanted == 0 {
            return;
        }
        let rank = self.key.rank(document, score);
        if self.kept.len() == self.wanted {
            if self.kept.peek().is_some_and(|Reverse((worst, ..))| rank < *worst) {
                return;
            }
            self.kept.push(Reverse((rank, self.course_id(document), document)));
            self.kept.pop();
        } else {
            self.kept.push(Reverse((rank, self.course_id(document), document)));
        }
    }

    fn course_id(&self, document: DocId) -> i64 {
        self.segment.course_id.first(document).unwrap_or_default()
    }

    /// The kept ones, in no order.
    pub(crate) fn into_ranked(self, number: usize) -> Result<Vec<Ranked>> {
        let ranked = self.kept.iter().map(|Reverse((rank, course_id, document))| {
            let text = self.key.text(*rank)?;
            Ok(Ranked { text, rank: *rank, course_id: *course_id, segment: number, document: *document })
        });
        ranked.collect()
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
        let segment = &snapshot.segments[self.segment];
        Hit {
            course_id: CourseId(self.course_id),
            share: segment.share.first(self.document).map(VersionId),
            advert: segment.advert.first(self.document).map(VersionId),
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
