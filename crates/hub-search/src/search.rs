//! Answering a search from a snapshot.

use hub_core::query::{CourseQuery, FacetCounts, Hits};
use hub_core::vocabulary::base_language;

use crate::clause::{Condition, each_match};
use crate::document::tag_key;
use crate::error::Result;
use crate::facet::Counter;
use crate::fold::wanted;
use crate::ranking::{Best, Words, page};
use crate::schema::{ADVERT, Filter, SHARE};
use crate::snapshot::Snapshot;

/// Runs a search.
pub(crate) fn search(snapshot: &Snapshot, query: &CourseQuery) -> Result<Hits> {
    let conditions = Conditions::of(snapshot, query)?;
    let words = if conditions.words.is_empty() { Words::None } else { Words::Some };
    let wanted = if query.limit == 0 { 0 } else { query.offset.saturating_add(query.limit) };
    // A filter the search does not use is counted on the way; one it uses needs a run without itself.
    let counted: Vec<Filter> = if query.with_facets {
        Filter::ALL.into_iter().filter(|filter| !conditions.narrow_by(*filter)).collect()
    } else {
        Vec::new()
    };

    let mut hits = Hits::default();
    let mut ranked = Vec::new();
    let mut counters =
        counted.iter().map(|filter| Counter::new(snapshot, *filter)).collect::<Result<Vec<_>>>()?;
    let all = conditions.but(None);
    for (number, segment) in snapshot.segments.iter().enumerate() {
        let mut best = Best::new(segment, query.sort, words, wanted);
        each_match(segment, number, &all, |document, score| {
            hits.total += 1;
            best.offer(document, score);
            for counter in &mut counters {
                counter.count(number, document);
            }
        })?;
        ranked.extend(best.into_ranked(number)?);
    }
    hits.hits = page(snapshot, query.sort, ranked, query.offset, query.limit);
    if query.with_facets {
        let mut facets = FacetCounts::default();
        for (filter, counter) in counted.into_iter().zip(&counters) {
            *counts_of(&mut facets, filter) = counter.total();
        }
        for filter in Filter::ALL.into_iter().filter(|filter| conditions.narrow_by(*filter)) {
            *counts_of(&mut facets, filter) = counts_without_itself(snapshot, &conditions, filter)?;
        }
        hits.facets = Some(facets);
    }
    Ok(hits)
}

/// What the values of a filter would find instead of those chosen, so that several can be chosen.
fn counts_without_itself(
    snapshot: &Snapshot,
    conditions: &Conditions,
    filter: Filter,
) -> Result<Vec<(String, u64)>> {
    let others = conditions.but(Some(filter));
    let mut counter = Counter::new(snapshot, filter)?;
    for (number, segment) in snapshot.segments.iter().enumerate() {
        each_match(segment, number, &others, |document, _| counter.count(number, document))?;
    }
    Ok(counter.total())
}

fn counts_of(facets: &mut FacetCounts, filter: Filter) -> &mut Vec<(String, u64)> {
    match filter {
        Filter::Kind => &mut facets.kinds,
        Filter::Language => &mut facets.languages,
        Filter::Subject => &mut facets.subjects,
        Filter::Audience => &mut facets.audiences,
        Filter::Level => &mut facets.levels,
        Filter::Licence => &mut facets.licences,
        Filter::Tag => &mut facets.tags,
        Filter::Site => &mut facets.sites,
    }
}

/// All that a hit must meet.
struct Conditions {
    words: Vec<Condition>,
    filters: Vec<(Filter, Condition)>,
}

impl Conditions {
    fn of(snapshot: &Snapshot, query: &CourseQuery) -> Result<Self> {
        let words =
            wanted(&query.words).iter().map(|word| Condition::word(snapshot, word)).collect::<Result<_>>()?;
        let mut filters = Vec::new();
        for filter in Filter::ALL {
            let values = values(query, filter);
            if !values.is_empty() {
                filters.push((filter, Condition::filter(snapshot, filter, &values)?));
            }
        }
        Ok(Self { words, filters })
    }

    fn narrow_by(&self, filter: Filter) -> bool {
        self.filters.iter().any(|(used, _)| *used == filter)
    }

    /// All but those of one filter.
    fn but(&self, left_out: Option<Filter>) -> Vec<&Condition> {
        let filters = self.filters.iter().filter(|(filter, _)| Some(*filter) != left_out);
        self.words.iter().chain(filters.map(|(_, condition)| condition)).collect()
    }
}

/// The values a search narrows by, as they stand in the index.
fn values(query: &CourseQuery, filter: Filter) -> Vec<String> {
    match filter {
        Filter::Kind => match (query.shares, query.adverts) {
            (true, false) => vec![SHARE.to_owned()],
            (false, true) => vec![ADVERT.to_owned()],
            (true, true) | (false, false) => Vec::new(),
        },
        Filter::Language => query.languages.iter().map(|code| base_language(code)).collect(),
        Filter::Subject => query.subjects.clone(),
        Filter::Audience => query.audiences.clone(),
        Filter::Level => query.levels.clone(),
        Filter::Licence => query.licences.clone(),
        Filter::Tag => query.tags.iter().map(|tag| tag_key(tag)).collect(),
        Filter::Site => query.sites.iter().map(ToString::to_string).collect(),
    }
}
