//! The filters beside the results: which values are offered, under which names, in which order.

use std::collections::HashMap;

use hub_app::site::directory::NamedSite;
use hub_core::SiteId;
use hub_core::query::FacetCounts;
use hub_core::vocabulary::{Vocabulary, VocabularyKey};

use crate::i18n::Lang;
use crate::view::parts::{Chip, FacetGroup, FacetValue};
use crate::view::search::{Filter, Search};
use crate::view::terms::Terms;
use crate::view::ui::Ui;

/// Values of one filter that are offered; whoever looks for a rarer one types it.
const MOST_VALUES: usize = 60;

/// All filters that have something to choose.
pub(super) fn groups(
    terms: &Terms,
    lang: Lang,
    search: &Search,
    counts: &FacetCounts,
    sites: &HashMap<SiteId, NamedSite>,
) -> Vec<FacetGroup> {
    let names = Names { terms, lang, sites };
    let mut groups = Vec::new();
    for filter in Filter::ALL {
        let counted = match filter {
            Filter::Kind => &counts.kinds,
            Filter::Language => &counts.languages,
            Filter::Subject => &counts.subjects,
            Filter::Level => &counts.levels,
            Filter::Audience => &counts.audiences,
            Filter::Licence => &counts.licences,
            Filter::Own => {
                groups.extend(own(&names, search, &counts.own));
                continue;
            }
            Filter::Tag => &counts.tags,
            Filter::Site => &counts.sites,
        };
        let chosen = search.values(filter);
        let all = values(&names, filter, &chosen, counted);
        let values: Vec<FacetValue> = match names.vocabulary(filter) {
            Some(vocabulary) => arranged(vocabulary, &all.collect::<Vec<_>>()),
            // The rest of hundreds of tags is never named.
            None => all.take(MOST_VALUES).collect(),
        };
        if is_offered(&values) {
            groups.push(FacetGroup::of(filter, values));
        }
    }
    groups
}

/// A single value narrows nothing, but one that is chosen must be seen.
fn is_offered(values: &[FacetValue]) -> bool {
    values.len() > 1 || values.iter().any(|value| value.chosen)
}

/// The hub's own facets, in the order staff gave them.
fn own(names: &Names<'_>, search: &Search, counted: &[(String, u64)]) -> Vec<FacetGroup> {
    let mut groups = Vec::new();
    for facet in names.terms.vocabularies().own() {
        let key = facet.key.as_str();
        let of_this = |value: &str| Some(value.strip_prefix(key)?.strip_prefix('=')?.to_owned());
        let chosen: Vec<String> =
            search.values(Filter::Own).iter().filter_map(|value| of_this(value)).collect();
        let counted: Vec<(String, u64)> =
            counted.iter().filter_map(|(value, count)| Some((of_this(value)?, *count))).collect();
        let label = |value: &str| Some(names.terms.name(facet, value));
        let values = arranged(facet, &with_chosen(Some(facet), &chosen, &counted, label).collect::<Vec<_>>());
        if is_offered(&values) {
            groups.push(FacetGroup::of_own(key, names.terms.facet(key), values));
        }
    }
    groups
}

/// What values are called.
struct Names<'a> {
    terms: &'a Terms,
    lang: Lang,
    sites: &'a HashMap<SiteId, NamedSite>,
}

impl Names<'_> {
    fn vocabulary(&self, filter: Filter) -> Option<&Vocabulary> {
        let vocabularies = self.terms.vocabularies();
        match filter {
            Filter::Subject => Some(vocabularies.subject()),
            Filter::Level => Some(vocabularies.level()),
            Filter::Audience => Some(vocabularies.audience()),
            Filter::Licence => Some(vocabularies.licence()),
            Filter::Own | Filter::Kind | Filter::Language | Filter::Tag | Filter::Site => None,
        }
    }

    /// The name of a value; `None` for what has none to show: an empty value, a site that discloses nothing.
    fn label(&self, filter: Filter, value: &str) -> Option<String> {
        if value.is_empty() {
            return None;
        }
        Some(match filter {
            Filter::Kind => match value {
                "share" => self.lang.t("kind-share").into_owned(),
                "advert" => self.lang.t("kind-advert").into_owned(),
                _ => return None,
            },
            Filter::Language => self.lang.language_name(value),
            Filter::Subject => self.terms.subject(value),
            Filter::Level => self.terms.level(value),
            Filter::Audience => self.terms.audience(value),
            Filter::Licence => self.terms.licence(value),
            Filter::Own => match value.split_once('=') {
                Some((facet, value)) => self.terms.own(facet, value),
                None => value.to_owned(),
            },
            Filter::Tag => value.to_owned(),
            Filter::Site => self.sites.get(&SiteId(value.parse().ok()?))?.name.clone(),
        })
    }
}

fn values<'a>(
    names: &'a Names<'_>,
    filter: Filter,
    chosen: &'a [String],
    counted: &'a [(String, u64)],
) -> impl Iterator<Item = FacetValue> + 'a {
    with_chosen(names.vocabulary(filter), chosen, counted, move |value| names.label(filter, value))
}

/// The values counted and those chosen that were not.
fn with_chosen<'a>(
    vocabulary: Option<&'a Vocabulary>,
    all_chosen: &'a [String],
    counted: &'a [(String, u64)],
    label: impl Fn(&str) -> Option<String> + 'a,
) -> impl Iterator<Item = FacetValue> + 'a {
    let missing = all_chosen.iter().filter(|value| counted.iter().all(|(known, _)| known != *value));
    let all = counted.iter().cloned().chain(missing.map(|value| (value.clone(), 0)));
    all.filter_map(move |(value, count)| {
        let label = label(&value)?;
        let below = |code: &String| {
            *code != value && vocabulary.is_some_and(|vocabulary| vocabulary.is_within(code, &value))
        };
        Some(FacetValue {
            label,
            chosen: all_chosen.contains(&value),
            holds_chosen: all_chosen.iter().any(below),
            depth: vocabulary.map_or(0, |vocabulary| vocabulary.depth(&value)),
            count: i64::try_from(count).unwrap_or(i64::MAX),
            value,
        })
    })
}

/// Terms as a tree: below a chosen one what stands directly below it. Subjects and licences are many: those with most
/// courses come first. The others are in the order staff gave them, and so are children. Codes nobody knows stand at
/// the end.
fn arranged(vocabulary: &Vocabulary, values: &[FacetValue]) -> Vec<FacetValue> {
    let is_open =
        |parent: &str| values.iter().any(|value| value.chosen && vocabulary.is_within(&value.value, parent));
    let is_shown = |value: &FacetValue| {
        let path = vocabulary.path(&value.value);
        let parent = path.len().checked_sub(2).and_then(|place| path.get(place));
        value.chosen || value.depth == 0 || parent.is_some_and(|parent| is_open(&parent.key))
    };
    let (mut tops, mut below): (Vec<FacetValue>, Vec<FacetValue>) =
        values.iter().filter(|value| is_shown(value)).cloned().partition(|value| value.depth == 0);
    if matches!(vocabulary.key, VocabularyKey::Subject | VocabularyKey::Licence) {
        tops.sort_by_key(|value| vocabulary.resolve(&value.value).is_none());
    } else {
        tops.sort_by_key(|value| vocabulary.rank(&value.value));
    }
    below.sort_by_key(|value| vocabulary.rank(&value.value));
    let mut ordered = Vec::new();
    for top in tops {
        let code = top.value.clone();
        ordered.push(top);
        ordered.extend(below.iter().filter(|value| vocabulary.is_within(&value.value, &code)).cloned());
    }
    ordered.truncate(MOST_VALUES);
    ordered
}

/// What is chosen, to be taken out again.
pub(super) fn chips(ui: &Ui, search: &Search, sites: &HashMap<SiteId, NamedSite>) -> Vec<Chip> {
    let names = Names { terms: &ui.terms, lang: ui.lang, sites };
    let chip = |(filter, value): &(Filter, String)| Chip {
        label: names.label(*filter, value).unwrap_or_else(|| value.clone()),
        href: ui.urls.search(&search.without(*filter, value)),
    };
    search.chosen.iter().map(chip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(search: &str, counts: &FacetCounts) -> Vec<(Filter, Vec<String>)> {
        let terms = Terms::classic(Lang::english());
        let groups = groups(&terms, Lang::english(), &Search::parse(search), counts, &HashMap::new());
        let labels = |values: Vec<FacetValue>| values.into_iter().map(|value| value.label).collect();
        groups.into_iter().map(|group| (group.filter, labels(group.first))).collect()
    }

    fn subjects() -> FacetCounts {
        let counted = [
            ("field109", 9),
            ("field101", 7),
            ("field10109", 5),
            ("field1010903", 3),
            ("field10901", 2),
            ("x", 1),
        ];
        FacetCounts {
            subjects: counted.map(|(code, count)| (code.to_owned(), count)).to_vec(),
            ..FacetCounts::default()
        }
    }

    #[test]
    fn subjects_open_below_what_is_chosen() {
        assert_eq!(
            labels("", &subjects())[0].1,
            ["Society and culture", "Natural and physical sciences", "x"]
        );
        assert_eq!(
            labels("subject=field101", &subjects())[0].1,
            ["Society and culture", "Natural and physical sciences", "Biological sciences", "x"]
        );
        assert_eq!(
            labels("subject=field1010903", &subjects())[0].1,
            ["Society and culture", "Natural and physical sciences", "Biological sciences", "Botany", "x"]
        );
    }

    #[test]
    fn a_site_that_discloses_nothing_is_not_named_and_a_single_value_is_no_filter() {
        let counts = FacetCounts {
            sites: vec![("7".to_owned(), 3), ("8".to_owned(), 2)],
            licences: vec![("cc".to_owned(), 3)],
            ..FacetCounts::default()
        };
        assert_eq!(labels("", &counts), []);
        assert_eq!(labels("licence=gfdl", &counts)[0].1, ["CC BY 3.0", "gfdl"]);
    }
}
