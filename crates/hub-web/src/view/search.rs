//! The address of a search: every state of the results page is one, and the same search always has the same.

use std::fmt::Write as _;

use hub_core::SiteId;
use hub_core::query::{CourseQuery, Sort};
use hub_core::vocabulary::{FacetKey, Vocabularies, Vocabulary};

use crate::urls::encoded;

/// What results can be narrowed by, in the order of the facets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Filter {
    /// `share` or `advert`.
    Kind,
    /// Base language code.
    Language,
    /// Subject code.
    Subject,
    /// Level code.
    Level,
    /// Audience code.
    Audience,
    /// Licence short name.
    Licence,
    /// Values of the hub's own facets, each `facet=value`.
    Own,
    /// Tag.
    Tag,
    /// Publishing site by id.
    Site,
}

impl Filter {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Kind,
        Self::Language,
        Self::Subject,
        Self::Level,
        Self::Audience,
        Self::Licence,
        Self::Own,
        Self::Tag,
        Self::Site,
    ];

    /// The word in addresses; of own facets the beginning, [`OWN`].
    pub fn parameter(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Subject => "subject",
            Self::Level => "level",
            Self::Audience => "audience",
            Self::Licence => "licence",
            Self::Own => OWN,
            Self::Tag => "tag",
            Self::Site => "site",
        }
    }

    /// Key of its heading.
    pub fn title_key(self) -> &'static str {
        match self {
            Self::Kind => "filter-kind",
            Self::Language => "filter-language",
            Self::Subject => "filter-subject",
            Self::Level => "filter-level",
            Self::Audience => "filter-audience",
            Self::Licence => "filter-licence",
            // Own facets have names of their own.
            Self::Own => "filters",
            Self::Tag => "filter-tag",
            Self::Site => "filter-site",
        }
    }
}

/// Before the key of an own facet in addresses: `facet.school-type=primary`.
pub const OWN: &str = "facet.";

/// Courses on one page of results; the classic hub showed 10 (protocol notes, 9.5).
pub const PER_PAGE: usize = 20;

/// The last page that can be asked for: whoever has turned 500 pages needs another search.
const LAST_PAGE: usize = 500;

/// Values of all filters together that are looked at; more is not a search by a person.
const MOST_VALUES: usize = 60;

/// Characters of the words that are looked at.
const MOST_CHARACTERS: usize = 300;

/// A search as its address says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// The words.
    pub words: String,
    /// Chosen values, sorted by filter, no value twice.
    pub chosen: Vec<(Filter, String)>,
    /// Order.
    pub sort: Sort,
    /// Page, from 1.
    pub page: usize,
}

impl Search {
    /// A search of words alone.
    pub fn of_words(words: &str) -> Self {
        Self { words: words.to_owned(), page: 1, ..Self::default() }
    }

    /// Reads the query of an address. What it does not know is left out, never an error: addresses are typed,
    /// cut and mangled on their way.
    pub fn parse(query: &str) -> Self {
        let mut search = Self { page: 1, ..Self::default() };
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            match &*key {
                "q" => search.words = hub_core::text::cut_line(value, MOST_CHARACTERS),
                "sort" => search.sort = Sort::from_name(value).unwrap_or_default(),
                "page" => search.page = value.parse().unwrap_or(1).clamp(1, LAST_PAGE),
                key if key.starts_with(OWN) => {
                    if let Ok(facet) = FacetKey::parse(key.trim_start_matches(OWN)) {
                        let value = format!("{}={value}", facet.as_str());
                        search.choose(Filter::Own, &hub_core::text::cut_line(&value, MOST_CHARACTERS));
                    }
                }
                key => {
                    if let Some(filter) = Filter::ALL.into_iter().find(|filter| filter.parameter() == key) {
                        search.choose(filter, &hub_core::text::cut_line(value, MOST_CHARACTERS));
                    }
                }
            }
        }
        search.chosen.sort_by_key(|(filter, _)| *filter);
        search
    }

    /// The same by the terms in force: merged and very old codes as what stands for them now, and of a term and one
    /// below it only the narrower. Who opens a field and ticks something in it wants less, not the field all the same.
    #[must_use]
    pub fn in_force(&self, vocabularies: &Vocabularies) -> Self {
        let mut search = Self { chosen: Vec::new(), ..self.clone() };
        for (filter, value) in &self.chosen {
            let value = match vocabulary_of(vocabularies, *filter, value) {
                Some((vocabulary, "", code)) => vocabulary.canonical(code).to_owned(),
                Some((vocabulary, facet, code)) => format!("{facet}={}", vocabulary.canonical(code)),
                None => value.clone(),
            };
            search.choose(*filter, &value);
        }
        let all = search.chosen.clone();
        search.chosen.retain(|(filter, value)| {
            let Some((vocabulary, facet, code)) = vocabulary_of(vocabularies, *filter, value) else {
                return true;
            };
            let is_narrower = |(by, other): &&(Filter, String)| {
                by == filter
                    && other != value
                    && vocabulary_of(vocabularies, *by, other)
                        .is_some_and(|(_, of, inner)| of == facet && vocabulary.is_within(inner, code))
            };
            !all.iter().any(|chosen| is_narrower(&chosen))
        });
        search
    }

    fn choose(&mut self, filter: Filter, value: &str) {
        if self.chosen.len() < MOST_VALUES && !self.has(filter, value) {
            self.chosen.push((filter, value.to_owned()));
        }
    }

    /// Whether a value is chosen.
    pub fn has(&self, filter: Filter, value: &str) -> bool {
        self.chosen.iter().any(|(by, chosen)| *by == filter && chosen == value)
    }

    /// Chosen values of one filter.
    pub fn values(&self, filter: Filter) -> Vec<String> {
        self.chosen.iter().filter(|(by, _)| *by == filter).map(|(_, value)| value.clone()).collect()
    }

    /// Whether it asks for anything but an order.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.chosen.is_empty()
    }

    /// The same with one value taken out, from the first page.
    #[must_use]
    pub fn without(&self, filter: Filter, value: &str) -> Self {
        let mut other = self.at_page(1);
        other.chosen.retain(|(by, chosen)| !(*by == filter && chosen == value));
        other
    }

    /// The same with nothing chosen, from the first page.
    #[must_use]
    pub fn words_only(&self) -> Self {
        Self { chosen: Vec::new(), page: 1, ..self.clone() }
    }

    /// Only one value chosen, without words.
    pub fn only(filter: Filter, value: &str) -> Self {
        Self { chosen: vec![(filter, value.to_owned())], page: 1, ..Self::default() }
    }

    /// Another page of the same.
    #[must_use]
    pub fn at_page(&self, page: usize) -> Self {
        Self { page, ..self.clone() }
    }

    /// The path with its query, without the hub's own path.
    pub fn path(&self) -> String {
        format!("/search{}", self.query(true))
    }

    /// The query of a feed of it: feeds have no pages.
    pub fn feed_query(&self) -> String {
        self.query(false)
    }

    fn query(&self, with_page: bool) -> String {
        let mut query = String::new();
        let mut add = |key: &str, value: &str| {
            let sign = if query.is_empty() { '?' } else { '&' };
            let _ = write!(query, "{sign}{key}={}", encoded(value));
        };
        if !self.words.is_empty() {
            add("q", &self.words);
        }
        for (filter, value) in &self.chosen {
            match value.split_once('=') {
                Some((facet, value)) if *filter == Filter::Own => add(&format!("{OWN}{facet}"), value),
                _ => add(filter.parameter(), value),
            }
        }
        if self.sort != Sort::default() {
            add("sort", self.sort.name());
        }
        if with_page && self.page > 1 {
            add("page", &self.page.to_string());
        }
        query
    }

    /// As the index takes it.
    pub fn to_course_query(&self) -> CourseQuery {
        CourseQuery {
            words: self.words.clone(),
            shares: self.has(Filter::Kind, "share"),
            adverts: self.has(Filter::Kind, "advert"),
            languages: self.values(Filter::Language),
            subjects: self.values(Filter::Subject),
            audiences: self.values(Filter::Audience),
            levels: self.values(Filter::Level),
            licences: self.values(Filter::Licence),
            own: self.values(Filter::Own),
            tags: self.values(Filter::Tag),
            sites: self.values(Filter::Site).iter().filter_map(|id| id.parse::<SiteId>().ok()).collect(),
            sort: self.sort,
            offset: (self.page.max(1) - 1) * PER_PAGE,
            limit: PER_PAGE,
            with_facets: true,
        }
    }
}

/// The vocabulary a chosen value belongs to, the own facet's key if it is one, and the code; `None` for other filters.
fn vocabulary_of<'a, 'b>(
    vocabularies: &'a Vocabularies,
    filter: Filter,
    value: &'b str,
) -> Option<(&'a Vocabulary, &'b str, &'b str)> {
    match filter {
        Filter::Subject => Some((vocabularies.subject(), "", value)),
        Filter::Level => Some((vocabularies.level(), "", value)),
        Filter::Audience => Some((vocabularies.audience(), "", value)),
        Filter::Licence => Some((vocabularies.licence(), "", value)),
        Filter::Own => {
            let (facet, code) = value.split_once('=')?;
            Some((vocabularies.facet(facet)?, facet, code))
        }
        Filter::Kind | Filter::Language | Filter::Tag | Filter::Site => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_search_always_has_the_same_address() {
        let one =
            Search::parse("language=de&q=leaf+water&kind=share&language=de&sort=relevance&page=1&foo=1");
        let two = Search::parse("kind=share&q=leaf%20water&language=de");
        assert_eq!(one, two);
        assert_eq!(one.path(), "/search?q=leaf%20water&kind=share&language=de");
        assert_eq!(Search::parse(one.path().split_once('?').unwrap().1), one);
    }

    #[test]
    fn taking_a_filter_out_goes_back_to_the_first_page() {
        let search = Search::parse("q=leaf&language=de&language=fr&page=3&sort=newest");
        assert_eq!(search.without(Filter::Language, "de").path(), "/search?q=leaf&language=fr&sort=newest");
        assert_eq!(search.words_only().path(), "/search?q=leaf&sort=newest");
        assert_eq!(search.feed_query(), "?q=leaf&language=de&language=fr&sort=newest");
    }

    #[test]
    fn a_subject_inside_a_chosen_field_narrows_it() {
        let search =
            Search::parse("subject=field101&subject=field10109&subject=field109&subject=field1010903");
        let search = search.in_force(&Vocabularies::classic());
        assert_eq!(search.values(Filter::Subject), ["field109", "field1010903"]);
    }

    #[test]
    fn a_value_of_an_own_facet_has_an_address() {
        let search = Search::parse("facet.school-type=primary&facet.year=1&facet.year=2");
        assert_eq!(search.values(Filter::Own), ["school-type=primary", "year=1", "year=2"]);
        assert_eq!(Search::parse(search.path().split_once('?').unwrap().1), search);
        assert_eq!(search.path(), "/search?facet.school-type=primary&facet.year=1&facet.year=2");
    }

    #[test]
    fn nonsense_is_left_out() {
        let search = Search::parse("page=-3&sort=zzz&site=abc&q=%20%20");
        assert_eq!(search.page, 1);
        assert_eq!(search.to_course_query().sites, []);
        assert_eq!(Search::parse("page=99999999999999999999").page, 1);
        assert_eq!(Search::parse("page=9999").page, LAST_PAGE);
    }

    #[test]
    fn pages_skip_what_was_shown() {
        assert_eq!(Search::parse("page=3").to_course_query().offset, 2 * PER_PAGE);
    }
}
