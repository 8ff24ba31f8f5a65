//! Small parts that several pages share.

use super::search::{Filter, OWN, PER_PAGE, Search};
use crate::i18n::Lang;
use crate::urls::Urls;

/// One value of a filter with the number of courses that have it.
#[derive(Clone, Debug)]
pub struct FacetValue {
    /// As in the address.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// Courses that have it, among the results.
    pub count: i64,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Whether something below it is chosen: then it is ticked and cannot be.
    pub holds_chosen: bool,
    /// 0, or 1 and 2 for subjects below a field.
    pub depth: usize,
}

/// One filter with its values.
#[derive(Clone, Debug)]
pub struct FacetGroup {
    /// Which.
    pub filter: Filter,
    /// Key and name of an own facet.
    pub own: Option<(String, String)>,
    /// Values shown at once.
    pub first: Vec<FacetValue>,
    /// Values behind "more".
    pub more: Vec<FacetValue>,
}

/// Values of one filter shown before "more".
const FACETS_AT_ONCE: usize = 7;

impl FacetGroup {
    /// From all values in the order they shall stand; chosen ones are always among those shown at once, and a single
    /// value more is shown rather than hidden.
    pub fn of(filter: Filter, values: Vec<FacetValue>) -> Self {
        if values.len() <= FACETS_AT_ONCE + 1 {
            return Self { filter, own: None, first: values, more: Vec::new() };
        }
        let (mut first, mut more) = (Vec::new(), Vec::new());
        for value in values {
            if value.chosen || value.holds_chosen || first.len() < FACETS_AT_ONCE {
                first.push(value);
            } else {
                more.push(value);
            }
        }
        Self { filter, own: None, first, more }
    }

    /// Of an own facet.
    #[must_use]
    pub fn of_own(key: &str, name: String, values: Vec<FacetValue>) -> Self {
        Self { own: Some((key.to_owned(), name)), ..Self::of(Filter::Own, values) }
    }

    /// The word in addresses.
    pub fn parameter(&self) -> String {
        match &self.own {
            Some((key, _)) => format!("{OWN}{key}"),
            None => self.filter.parameter().to_owned(),
        }
    }

    /// Its heading.
    pub fn title(&self, lang: &Lang) -> String {
        match &self.own {
            Some((_, name)) => name.clone(),
            None => lang.t(self.filter.title_key()).into_owned(),
        }
    }
}

/// A chosen value that can be taken out.
#[derive(Clone, Debug)]
pub struct Chip {
    /// What is chosen.
    pub label: String,
    /// The results without it.
    pub href: String,
}

/// One place in a pager.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagerStep {
    /// The page that is shown.
    Here(i64),
    /// Another page.
    Page(i64, String),
    /// Pages left out.
    Gap,
}

/// Ways to the other pages of a list.
#[derive(Clone, Debug, Default)]
pub struct Pager {
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// First, last and the pages around this one; empty if there is only one.
    pub steps: Vec<PagerStep>,
}

impl Pager {
    /// Of `pages` pages, this being `page`, both from 1.
    pub fn new(page: usize, pages: usize, href: impl Fn(usize) -> String) -> Self {
        if pages <= 1 {
            return Self::default();
        }
        let mut steps = Vec::new();
        let mut last = 0;
        for number in (1..=pages).filter(|n| *n == 1 || *n == pages || n.abs_diff(page) <= 1) {
            if number > last + 1 {
                steps.push(PagerStep::Gap);
            }
            let shown = i64::try_from(number).unwrap_or(i64::MAX);
            steps.push(if number == page {
                PagerStep::Here(shown)
            } else {
                PagerStep::Page(shown, href(number))
            });
            last = number;
        }
        Self {
            previous: (page > 1).then(|| href((page - 1).min(pages))),
            next: (page < pages).then(|| href(page + 1)),
            steps,
        }
    }

    /// Of a search with so many hits.
    pub fn of_search(urls: &Urls, search: &Search, total: usize) -> Self {
        Self::new(search.page, total.div_ceil(PER_PAGE), |page| urls.search(&search.at_page(page)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pager_shows_both_ends_and_the_neighbours() {
        let pager = Pager::new(5, 20, |page| page.to_string());
        let page = |n: i64| PagerStep::Page(n, n.to_string());
        let expected =
            [page(1), PagerStep::Gap, page(4), PagerStep::Here(5), page(6), PagerStep::Gap, page(20)];
        assert_eq!(pager.steps, expected);
        assert_eq!((pager.previous.as_deref(), pager.next.as_deref()), (Some("4"), Some("6")));
        assert!(Pager::new(1, 1, |page| page.to_string()).steps.is_empty());
        assert_eq!(Pager::new(1, 2, |page| page.to_string()).steps.len(), 2);
    }

    #[test]
    fn a_chosen_value_is_never_hidden_behind_more() {
        let values = (0..40)
            .map(|n| FacetValue {
                value: n.to_string(),
                label: n.to_string(),
                count: 40 - n,
                chosen: n == 30,
                holds_chosen: false,
                depth: 0,
            })
            .collect();
        let group = FacetGroup::of(Filter::Tag, values);
        assert!(group.first.iter().any(|value| value.value == "30"));
        assert_eq!(group.first.len() + group.more.len(), 40);
    }
}
