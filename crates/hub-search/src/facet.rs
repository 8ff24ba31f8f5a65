//! Counting the values of a filter among the hits.
//!
//! Each segment has its own sorted dictionary of values. To count without comparing texts, every value gets a
//! number that is the same in all segments ([`Names`]); a segment's table from its own positions to these numbers
//! is made once, by the first search that counts there.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

use tantivy::DocId;
use tantivy::columnar::StrColumn;

use crate::document::tag_key;
use crate::error::Result;
use crate::schema::Filter;
use crate::snapshot::Snapshot;

/// Values returned for one filter: the subject tree has 439, and nobody reads more.
const MOST_VALUES: usize = 500;

/// The numbered values of one filter, of all courses there ever were while the index was open.
pub(crate) struct Names {
    filter: Filter,
    numbered: RwLock<Numbered>,
}

#[derive(Default)]
struct Numbered {
    number_of: HashMap<Arc<str>, u32>,
    names: Vec<Name>,
    /// Tags only: the first spelling of each tag.
    first_of_key: HashMap<String, u32>,
}

struct Name {
    text: Arc<str>,
    /// The number all spellings are counted under.
    counted_as: u32,
}

impl Names {
    pub(crate) fn of(filter: Filter) -> Self {
        Self { filter, numbered: RwLock::default() }
    }

    fn number_all(&self, values: &StrColumn) -> Result<Vec<u32>> {
        let mut numbered = self.numbered.write().unwrap_or_else(PoisonError::into_inner);
        let mut numbers = Vec::with_capacity(values.dictionary().num_terms());
        let mut stream = values.dictionary().stream()?;
        while stream.advance() {
            numbers.push(numbered.number(self.filter, &String::from_utf8_lossy(stream.key())));
        }
        Ok(numbers)
    }

    fn len(&self) -> usize {
        self.numbered.read().unwrap_or_else(PoisonError::into_inner).names.len()
    }

    /// Names and counts, most first, equal ones in the order of their names. Spellings of one tag are one, shown
    /// as most of the hits write it.
    fn name(&self, counts: &[u32]) -> Vec<(String, u64)> {
        struct Together {
            total: u64,
            most: u32,
            shown: u32,
        }
        let numbered = self.numbered.read().unwrap_or_else(PoisonError::into_inner);
        let mut together: HashMap<u32, Together> = HashMap::new();
        for ((number, name), count) in (0u32..).zip(&numbered.names).zip(counts) {
            if *count == 0 {
                continue;
            }
            let sum =
                together.entry(name.counted_as).or_insert(Together { total: 0, most: 0, shown: number });
            sum.total += u64::from(*count);
            let shown = &numbered.names[sum.shown as usize].text;
            if *count > sum.most || (*count == sum.most && name.text < *shown) {
                (sum.most, sum.shown) = (*count, number);
            }
        }
        let mut named: Vec<(&str, u64)> =
            together.values().map(|sum| (&*numbered.names[sum.shown as usize].text, sum.total)).collect();
        named.sort_unstable_by(|(a, a_count), (b, b_count)| b_count.cmp(a_count).then_with(|| a.cmp(b)));
        named.truncate(MOST_VALUES);
        named.into_iter().map(|(name, count)| (name.to_owned(), count)).collect()
    }
}

impl Numbered {
    fn number(&mut self, filter: Filter, text: &str) -> u32 {
        if let Some(number) = self.number_of.get(text) {
            return *number;
        }
        let number =
            u32::try_from(self.names.len()).expect("courses are fewer than 2^31 and have few values");
        let counted_as = match filter {
            Filter::Tag => *self.first_of_key.entry(tag_key(text)).or_insert(number),
            _ => number,
        };
        let text: Arc<str> = text.into();
        self.names.push(Name { text: Arc::clone(&text), counted_as });
        self.number_of.insert(text, number);
        number
    }
}

/// The values of one filter in one segment.
pub(crate) struct Values {
    column: Option<StrColumn>,
    /// From a position in the segment's dictionary to the number in [`Names`].
    numbers: OnceLock<Vec<u32>>,
}

impl Values {
    pub(crate) fn new(column: Option<StrColumn>) -> Self {
        Self { column, numbers: OnceLock::new() }
    }

    fn numbers(&self, names: &Names) -> Result<&[u32]> {
        if let Some(numbers) = self.numbers.get() {
            return Ok(numbers);
        }
        let numbers =
            self.column.as_ref().map_or_else(|| Ok(Vec::new()), |column| names.number_all(column))?;
        Ok(self.numbers.get_or_init(|| numbers))
    }
}

/// Counts one filter's values.
pub(crate) struct Counter<'a> {
    names: &'a Names,
    /// For each segment.
    values: Vec<(Option<&'a StrColumn>, &'a [u32])>,
    /// By number.
    counts: Vec<u32>,
}

impl<'a> Counter<'a> {
    pub(crate) fn new(snapshot: &'a Snapshot, filter: Filter) -> Result<Self> {
        let names = snapshot.names(filter);
        let mut of_segments = Vec::with_capacity(snapshot.segments.len());
        for segment in &snapshot.segments {
            let values = segment.values(filter);
            of_segments.push((values.column.as_ref(), values.numbers(names)?));
        }
        Ok(Self { names, values: of_segments, counts: vec![0; names.len()] })
    }

    /// Counts a document of the segment with this number.
    pub(crate) fn count(&mut self, segment: usize, document: DocId) {
        let (Some(column), numbers) = self.values[segment] else { return };
        for position in column.ords().values_for_doc(document) {
            #[expect(clippy::cast_possible_truncation, reason = "a position in a dictionary in memory")]
            let number = numbers[position as usize];
            self.counts[number as usize] += 1;
        }
    }

    /// What was counted, most first.
    pub(crate) fn total(&self) -> Vec<(String, u64)> {
        self.names.name(&self.counts)
    }
}
