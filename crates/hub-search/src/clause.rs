//! One condition of a search: a word or a filter, and the documents of a segment that meet it.

use tantivy::index::InvertedIndexReader;
use tantivy::postings::{Postings, SegmentPostings, TermInfo};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, TERMINATED};

use crate::error::Result;
use crate::fold::Wanted;
use crate::schema::Filter;
use crate::snapshot::{Segment, Snapshot};

/// What a word of importance 1 counts, whole and as the beginning of a longer one.
const WHOLE: u16 = 20;
const BEGINNING: u16 = 7;

/// Words as important as can be stay far below. The product with the above fits `u16`.
/// So does the sum over all words of a search fit `u32`.
const MOST_IMPORTANT: u32 = 1000;

/// A condition, looked up in the dictionaries of all segments.
pub(crate) struct Condition {
    /// How much a match counts beside those of the other words: rare words more. 0 for filters.
    weight: u32,
    /// For each segment, the terms of which a document must have one, with what each counts.
    found: Vec<Vec<(TermInfo, u16)>>,
    source: Source,
}

#[derive(Clone, Copy)]
enum Source {
    Text,
    Filter(Filter),
}

impl Condition {
    /// Courses with this word.
    pub(crate) fn word(snapshot: &Snapshot, word: &Wanted) -> Result<Self> {
        let mut found = Vec::with_capacity(snapshot.segments.len());
        for segment in &snapshot.segments {
            found.push(match word {
                Wanted::Beginning(word) => beginning_with(&segment.columns().text, word)?,
                Wanted::Whole(word) => {
                    segment.columns().text.terms().get(word)?.into_iter().map(|term| (term, WHOLE)).collect()
                }
            });
        }
        let documents: u32 = found.iter().flatten().map(|(term, _)| term.doc_freq).sum();
        let rarity = (1.0 + f64::from(snapshot.courses) / (1.0 + f64::from(documents))).ln();
        // Whole numbers, so that equal matches are equal in whatever order they are added up.
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 1 to 16 * ln(2^32)"
        )]
        let weight = (rarity * 16.0).max(1.0) as u32;
        Ok(Self { weight, found, source: Source::Text })
    }

    /// Courses with one of these values.
    pub(crate) fn filter(snapshot: &Snapshot, filter: Filter, values: &[String]) -> Result<Self> {
        let mut found = Vec::with_capacity(snapshot.segments.len());
        for segment in &snapshot.segments {
            let mut terms = Vec::new();
            for value in values {
                terms.extend(segment.terms(filter).terms().get(value)?.map(|term| (term, 1)));
            }
            found.push(terms);
        }
        Ok(Self { weight: 0, found, source: Source::Filter(filter) })
    }

    /// The documents of a segment that meet it; `None` if none does.
    pub(crate) fn documents(&self, segment: &Segment, number: usize) -> Result<Option<Documents>> {
        let (index, record) = match self.source {
            Source::Text => (&*segment.columns().text, IndexRecordOption::WithFreqs),
            Source::Filter(filter) => (segment.terms(filter), IndexRecordOption::Basic),
        };
        let list = match &self.found[number][..] {
            [] => return Ok(None),
            [(term, worth)] => List::One(Box::new(index.read_postings_from_terminfo(term, record)?), *worth),
            terms => List::Many(merge(index, terms, record, segment.end())?),
        };
        let most = self.found[number].iter().map(|(term, _)| term.doc_freq).sum();
        Ok(Some(Documents { weight: self.weight, most, list }))
    }
}

/// The word itself and all it begins, from the sorted dictionary.
fn beginning_with(index: &InvertedIndexReader, word: &str) -> Result<Vec<(TermInfo, u16)>> {
    // No UTF-8 text has this byte, so the range ends after the last word that begins so.
    let end = [word.as_bytes(), &[0xff]].concat();
    let mut terms = index.terms().range().ge(word).lt(end).into_stream()?;
    let mut found = Vec::new();
    while let Some((term, postings)) = terms.next() {
        let worth = if term.len() == word.len() { WHOLE } else { BEGINNING };
        found.push((postings.clone(), worth));
    }
    Ok(found)
}

/// What each document of the segment counts for its best term, 0 where it has none: adding into a plain array is
/// faster than any merge of thousands of sorted lists, which is what a short beginning asks for.
fn merge(
    index: &InvertedIndexReader,
    terms: &[(TermInfo, u16)],
    record: IndexRecordOption,
    end: DocId,
) -> Result<Vec<u16>> {
    let mut counts = vec![0u16; end as usize];
    let Some((first, _)) = terms.first() else { return Ok(counts) };
    let mut block = index.read_block_postings_from_terminfo(first, record)?;
    for (number, (term, worth)) in terms.iter().enumerate() {
        if number > 0 {
            index.reset_block_postings_from_terminfo(term, &mut block)?;
        }
        while block.block_len() > 0 {
            for position in 0..block.block_len() {
                let frequency = if record.has_freq() { block.freq(position) } else { 1 };
                let count = &mut counts[block.doc(position) as usize];
                *count = (*count).max(counted(frequency, *worth));
            }
            block.advance();
        }
    }
    Ok(counts)
}

fn counted(frequency: u32, worth: u16) -> u16 {
    let frequency = frequency.min(MOST_IMPORTANT) as u16;
    frequency * worth
}

/// Documents of one segment that meet a condition, in ascending order.
pub(crate) struct Documents {
    weight: u32,
    /// At least as many as there are.
    most: u32,
    list: List,
}

enum List {
    One(Box<SegmentPostings>, u16),
    Many(Vec<u16>),
}

impl Documents {
    /// The first document from `from` on that meets the condition; [`TERMINATED`] after the last. `from` must never
    /// go back.
    fn seek(&mut self, from: DocId) -> DocId {
        match &mut self.list {
            List::One(postings, _) => {
                if postings.doc() >= from {
                    postings.doc()
                } else {
                    postings.seek(from)
                }
            }
            List::Many(counts) => next_counted(counts, from),
        }
    }

    /// What the document counts, which is the one [`Documents::seek`] found last.
    fn score(&self, document: DocId) -> u32 {
        if self.weight == 0 {
            return 0;
        }
        let count = match &self.list {
            List::One(postings, worth) => counted(postings.term_freq(), *worth),
            List::Many(counts) => counts[document as usize],
        };
        self.weight * u32::from(count)
    }
}

fn next_counted(counts: &[u16], from: DocId) -> DocId {
    const STEP: usize = 32;
    let mut position = from as usize;
    // Whole steps of nothing are passed over at once; the compiler compares them in a few instructions.
    while let Some(step) = counts.get(position..position + STEP) {
        if step.iter().any(|count| *count != 0) {
            break;
        }
        position += STEP;
    }
    let rest = counts.get(position..).unwrap_or_default();
    match rest.iter().position(|count| *count != 0) {
        #[expect(clippy::cast_possible_truncation, reason = "positions of documents, which are u32")]
        Some(ahead) => (position + ahead) as DocId,
        None => TERMINATED,
    }
}

/// Calls `visit` with each document of a segment that meets all conditions, in any order, and its score.
pub(crate) fn each_match(
    segment: &Segment,
    number: usize,
    conditions: &[&Condition],
    mut visit: impl FnMut(DocId, u32),
) -> Result<()> {
    let alive = segment.alive();
    let is_alive = |document| alive.is_none_or(|alive| alive.is_alive(document));
    let mut lists = Vec::with_capacity(conditions.len());
    for condition in conditions {
        let Some(documents) = condition.documents(segment, number)? else { return Ok(()) };
        lists.push(documents);
    }
    lists.sort_by_key(|documents| documents.most);
    let Some((rarest, others)) = lists.split_first_mut() else {
        // From the end: courses are mostly indexed oldest first, and the newest are mostly wanted first.
        for document in (0..segment.end()).rev().filter(|document| is_alive(*document)) {
            visit(document, 0);
        }
        return Ok(());
    };
    let mut document = rarest.seek(0);
    'next: while document != TERMINATED {
        for other in &mut *others {
            let next = other.seek(document);
            if next > document {
                document = if next == TERMINATED { TERMINATED } else { rarest.seek(next) };
                continue 'next;
            }
        }
        if is_alive(document) {
            let score = others.iter().map(|other| other.score(document)).sum::<u32>();
            visit(document, score + rarest.score(document));
        }
        document = rarest.seek(document + 1);
    }
    Ok(())
}
