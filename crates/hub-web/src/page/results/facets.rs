//! The filters beside the results: which values are offered, under which names, in which order.

use std::collections::HashMap;

use hub_app::site::directory::NamedSite;
use hub_core::query::FacetCounts;
use hub_core::{SiteId, vocabulary};

use crate::i18n::Lang;
use crate::view::parts::{Chip, FacetGroup, FacetValue};
use crate::view::search::{Filter, Search};
use crate::view::ui::Ui;

/// Values of one filter that are offered; whoever looks for a rarer one types it.
const MOST_VALUES: usize = 60;

/// All filters that have something to choose.
pub(super) fn groups(
    lang: Lang,
    search: &Search,
    counts: &FacetCounts,
    sites: &HashMap<SiteId, NamedSite>,
) -> Vec<FacetGroup> {
    let mut groups = Vec::new();
    for filter in Filter::ALL {
        let counted = match filter {
            Filter::Kind => &counts.kinds,
            Filter::Language => &counts.languages,
            Filter::Subject => &counts.subjects,
            Filter::Level => &counts.levels,
            Filter::Audience => &counts.audiences,
            Filter::Licence => &counts.licences,
            Filter::Tag => &counts.tags,
            Filter::Site => &counts.sites,
        };
        let all = values(lang, search, filter, counted, sites);
        let values: Vec<FacetValue> = match filter {
            Filter::Subject => tree(all.collect()).into_iter().take(MOST_VALUES).collect(),
            // The rest of hundreds of tags is never named.
            _ => all.take(MOST_VALUES).collect(),
        };
        // A single value narrows nothing, but one that is chosen must be seen.
        if values.len() > 1 || values.iter().any(|value| value.chosen) {
            groups.push(FacetGroup::of(filter, values));
        }
    }
    groups
}

fn values<'a>(
    lang: Lang,
    search: &'a Search,
    filter: Filter,
    counted: &'a [(String, u64)],
    sites: &'a HashMap<SiteId, NamedSite>,
) -> impl Iterator<Item = FacetValue> + 'a {
    let missing = search
        .values(filter)
        .into_iter()
        .filter(move |value| counted.iter().all(|(known, _)| known != value));
    let all = counted.iter().cloned().chain(missing.map(|value| (value, 0)));
    all.filter_map(move |(value, count)| {
        let label = label(lang, filter, &value, sites)?;
        let chosen = search.has(filter, &value);
        let subject = if filter == Filter::Subject { vocabulary::subject(&value) } else { None };
        let depth = subject.map_or(0, vocabulary::Subject::depth);
        let below = |code: &String| code != &value && code.starts_with(&value);
        let holds_chosen = filter == Filter::Subject && search.values(filter).iter().any(below);
        Some(FacetValue {
            label,
            chosen,
            holds_chosen,
            depth,
            count: i64::try_from(count).unwrap_or(i64::MAX),
            value,
        })
    })
}

/// The name of a value; `None` for what has none to show: an empty value, a site that discloses nothing.
fn label(lang: Lang, filter: Filter, value: &str, sites: &HashMap<SiteId, NamedSite>) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    Some(match filter {
        Filter::Kind => match value {
            "share" => lang.t("kind-share").into_owned(),
            "advert" => lang.t("kind-advert").into_owned(),
            _ => return None,
        },
        Filter::Language => lang.language_name(value),
        Filter::Subject => lang.subject(value),
        Filter::Level => lang.level(value),
        Filter::Audience => lang.audience(value),
        Filter::Licence => lang.licence(value),
        Filter::Tag => value.to_owned(),
        Filter::Site => sites.get(&SiteId(value.parse().ok()?))?.name.clone(),
    })
}

/// Subjects as a tree: top fields by number of courses, and below a chosen one its children. Codes nobody knows
/// stand at the end.
fn tree(values: Vec<FacetValue>) -> Vec<FacetValue> {
    let chosen: Vec<String> =
        values.iter().filter(|value| value.chosen).map(|value| value.value.clone()).collect();
    let is_open = |parent: &str| chosen.iter().any(|code| code.starts_with(parent));
    let is_shown = |value: &FacetValue| {
        value.chosen || value.depth == 0 || value.value.get(..value.value.len() - 2).is_some_and(is_open)
    };
    let (mut tops, below): (Vec<_>, Vec<_>) =
        values.into_iter().filter(is_shown).partition(|value| value.depth == 0);
    tops.sort_by_key(|value| vocabulary::subject(&value.value).is_none());
    let mut ordered = Vec::new();
    for top in tops {
        let code = top.value.clone();
        ordered.push(top);
        let mut children: Vec<_> =
            below.iter().filter(|value| value.value.starts_with(&code)).cloned().collect();
        children.sort_by(|a, b| a.value.cmp(&b.value));
        // A parent's code is the beginning of its children's, but a shorter text sorts first only if it is one:
        // `field10109` stands before `field1010901`.
        ordered.append(&mut children);
    }
    ordered
}

/// What is chosen, to be taken out again.
pub(super) fn chips(ui: &Ui, search: &Search, sites: &HashMap<SiteId, NamedSite>) -> Vec<Chip> {
    let chip = |(filter, value): &(Filter, String)| Chip {
        label: label(ui.lang, *filter, value, sites).unwrap_or_else(|| value.clone()),
        href: ui.urls.search(&search.without(*filter, value)),
    };
    search.chosen.iter().map(chip).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(search: &str, counts: &FacetCounts) -> Vec<(Filter, Vec<String>)> {
        let groups = groups(Lang::english(), &Search::parse(search), counts, &HashMap::new());
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
