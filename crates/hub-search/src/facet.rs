//! Counting the values of a filter among the hits.

use std::collections::HashMap;

use tantivy::DocId;
use tantivy::columnar::StrColumn;

use crate::document::tag_key;
use crate::error::Result;
use crate::schema::Filter;
use crate::snapshot::Segment;

/// Values returned for one filter: the subject tree has 439, and nobody reads more.
const MOST_VALUES: usize = 500;

/// Counts one filter's values in one segment.
pub(crate) struct Counter<'a> {
    values: Option<&'a StrColumn>,
    /// By position in the segment's dictionary.
    counts: Vec<u64>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(segment: &'a Segment, filter: Filter) -> Self {
        let values = segment.values(filter);
        Self { values, counts: vec![0; values.map_or(0, |values| values.dictionary().num_terms())] }
    }

    pub(crate) fn count(&mut self, document: DocId) {
        let Some(values) = self.values else { return };
        for position in values.ords().values_for_doc(document) {
            if let Some(count) = usize::try_from(position).ok().and_then(|at| self.counts.get_mut(at)) {
                *count += 1;
            }
        }
    }

    fn add_to(&self, totals: &mut HashMap<String, u64>) -> Result<()> {
        let Some(values) = self.values else { return Ok(()) };
        let counted = || (0u64..).zip(&self.counts).filter(|(_, count)| **count > 0);
        let positions: Vec<u64> = counted().map(|(position, _)| position).collect();
        let mut counts = counted().map(|(_, count)| *count);
        values.dictionary().sorted_ords_to_term_cb(&positions, |value| {
            let value = String::from_utf8_lossy(value).into_owned();
            *totals.entry(value).or_default() += counts.next().unwrap_or_default();
        })?;
        Ok(())
    }
}

/// The counts of all segments together, most first, equal ones in the order of their values.
pub(crate) fn total(filter: Filter, counters: &[Counter<'_>]) -> Result<Vec<(String, u64)>> {
    let mut totals = HashMap::new();
    for counter in counters {
        counter.add_to(&mut totals)?;
    }
    let mut counts: Vec<(String, u64)> = match filter {
        Filter::Tag => as_mostly_written(totals),
        _ => totals.into_iter().collect(),
    };
    counts.sort_unstable_by(|(a, a_count), (b, b_count)| b_count.cmp(a_count).then_with(|| a.cmp(b)));
    counts.truncate(MOST_VALUES);
    Ok(counts)
}

/// Tags that differ in case or accents are one, shown as most of the hits write it.
fn as_mostly_written(tags: HashMap<String, u64>) -> Vec<(String, u64)> {
    let mut by_key: HashMap<String, Vec<(String, u64)>> = HashMap::new();
    for (tag, count) in tags {
        by_key.entry(tag_key(&tag)).or_default().push((tag, count));
    }
    let merged = by_key.into_values().filter_map(|mut spellings| {
        let total = spellings.iter().map(|(_, count)| count).sum();
        spellings.sort_unstable_by(|(a, a_count), (b, b_count)| b_count.cmp(a_count).then_with(|| a.cmp(b)));
        spellings.into_iter().next().map(|(tag, _)| (tag, total))
    });
    merged.collect()
}
