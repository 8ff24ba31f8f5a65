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
    // A filter the search does not use is counted on the way; one it uses needs a run without itself. The own
    // facets are one filter here: some may be used, others not.
    let counted: Vec<Filter> = if query.with_facets {
        let unused = |filter: &Filter| *filter == Filter::Own || !conditions.narrow_by(*filter);
        Filter::ALL.into_iter().filter(unused).collect()
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
        for used in &conditions.filters {
            let counts = counts_without_itself(snapshot, &conditions, used)?;
            let counted = counts_of(&mut facets, used.filter);
            match &used.facet {
                None => *counted = counts,
                // The other own facets were counted among the hits.
                Some(facet) => {
                    counted.retain(|(value, _)| facet_of(value) != facet);
                    counted.extend(counts.into_iter().filter(|(value, _)| facet_of(value) == facet));
                }
            }
        }
        hits.facets = Some(facets);
    }
    Ok(hits)
}

/// What the values of a filter would find instead of those chosen, so that several can be chosen.
fn counts_without_itself(
    snapshot: &Snapshot,
    conditions: &Conditions,
    used: &Narrowing,
) -> Result<Vec<(String, u64)>> {
    let others = conditions.but(Some(used));
    let mut counter = Counter::new(snapshot, used.filter)?;
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
        Filter::Own => &mut facets.own,
        Filter::Tag => &mut facets.tags,
        Filter::Site => &mut facets.sites,
    }
}

/// All that a hit must meet.
struct Conditions {
    words: Vec<Condition>,
    filters: Vec<Narrowing>,
}

/// One filter that a search uses. Each own facet is one.
struct Narrowing {
    filter: Filter,
    facet: Option<String>,
    condition: Condition,
}

impl Conditions {
    fn of(snapshot: &Snapshot, query: &CourseQuery) -> Result<Self> {
        let words =
            wanted(&query.words).iter().map(|word| Condition::word(snapshot, word)).collect::<Result<_>>()?;
        let mut filters = Vec::new();
        for filter in Filter::ALL {
            let values = values(query, filter);
            for (facet, values) in by_facet(filter, values) {
                let condition = Condition::filter(snapshot, filter, &values)?;
                filters.push(Narrowing { filter, facet, condition });
            }
        }
        Ok(Self { words, filters })
    }

    fn narrow_by(&self, filter: Filter) -> bool {
        self.filters.iter().any(|used| used.filter == filter)
    }

    /// All but one.
    fn but(&self, left_out: Option<&Narrowing>) -> Vec<&Condition> {
        let is_kept = |used: &&Narrowing| left_out.is_none_or(|left_out| !std::ptr::eq(left_out, *used));
        let filters = self.filters.iter().filter(is_kept).map(|used| &used.condition);
        self.words.iter().chain(filters).collect()
    }
}

/// The values of a filter, those of each own facet apart; none if there are none.
fn by_facet(filter: Filter, values: Vec<String>) -> Vec<(Option<String>, Vec<String>)> {
    let mut parts: Vec<(Option<String>, Vec<String>)> = Vec::new();
    for value in values {
        let facet = (filter == Filter::Own).then(|| facet_of(&value).to_owned());
        match parts.iter_mut().find(|(other, _)| *other == facet) {
            Some((_, values)) => values.push(value),
            None => parts.push((facet, vec![value])),
        }
    }
    parts
}

/// `school` of `school=primary`.
fn facet_of(value: &str) -> &str {
    value.split('=').next().unwrap_or_default()
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
        Filter::Own => query.own.clone(),
        Filter::Tag => query.tags.iter().map(|tag| tag_key(tag)).collect(),
        Filter::Site => query.sites.iter().map(ToString::to_string).collect(),
    }
}
