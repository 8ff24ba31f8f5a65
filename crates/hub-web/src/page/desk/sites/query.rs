//! The address of a page of the list: its filters, order and page, read and written.

use hub_core::desk::{Direction, Series, SiteQuery, SiteSort};
use hub_core::site::SiteState;
use jiff::{SignedDuration, Timestamp};

use crate::urls::encoded;

/// The filters, by their words in addresses, in the order of the form.
pub(super) const FILTERS: [&str; 9] =
    ["q", "state", "trusted", "prioritised", "country", "language", "moodle", "seen", "courses"];
/// What stands for sites without a country.
pub(super) const NONE: &str = "none";
/// Days of the filter by when a site was last heard.
pub(super) const DAYS: [i64; 3] = [7, 30, 180];

/// The columns that can be sorted by, with their words in addresses.
const SORTS: [(&str, SiteSort); 9] = [
    ("name", SiteSort::Name),
    ("state", SiteSort::State),
    ("country", SiteSort::Country),
    ("language", SiteSort::Language),
    ("moodle", SiteSort::Release),
    ("courses", SiteSort::Courses),
    ("waiting", SiteSort::Waiting),
    ("registered", SiteSort::Registered),
    ("seen", SiteSort::LastSeen),
];

/// A page of the list as its address asks for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    filters: Vec<(&'static str, String)>,
    /// Sorted by this column; empty for the usual order.
    pub(super) sort: String,
    /// Whether from the end.
    pub(super) down: bool,
    /// Counts from 1.
    pub(super) page: u32,
}

impl Asked {
    /// From the query of an address; what is not known in it is left out.
    pub(super) fn read(query: &str) -> Self {
        let mut asked = Self { page: 1, ..Self::default() };
        for (key, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value = value.trim();
            if let Some(name) = FILTERS.into_iter().find(|name| *name == key && !value.is_empty()) {
                asked.filters.push((name, value.chars().take(200).collect()));
            }
            match &*key {
                "sort" if SORTS.iter().any(|(word, _)| *word == value) => value.clone_into(&mut asked.sort),
                "down" => asked.down = value == "1",
                "page" => asked.page = value.parse().unwrap_or(1).max(1),
                _ => {}
            }
        }
        asked
    }

    /// The value of a filter; empty if it is not set.
    pub(super) fn filter(&self, name: &str) -> &str {
        self.filters.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    /// Whether anything is left out of the list.
    pub(super) fn is_narrowed(&self) -> bool {
        !self.filters.is_empty()
    }

    /// What is asked of the list.
    pub(super) fn query(&self, now: Timestamp) -> SiteQuery {
        let yes_no = |name: &str| match self.filter(name) {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        };
        let some = |name: &str| Some(self.filter(name).to_owned()).filter(|value| !value.is_empty());
        let (mut seen_after, mut seen_before) = (None, None);
        for days in DAYS {
            let then = now - SignedDuration::from_hours(24 * days);
            if self.filter("seen") == format!("within-{days}") {
                seen_after = Some(then);
            } else if self.filter("seen") == format!("not-{days}") {
                seen_before = Some(then);
            }
        }
        let sort = SORTS.iter().find(|(word, _)| *word == self.sort).map(|(_, sort)| *sort);
        SiteQuery {
            words: self.filter("q").to_owned(),
            state: SiteState::from_name(self.filter("state")),
            trusted: yes_no("trusted"),
            prioritised: yes_no("prioritised"),
            country: some("country").map(|code| if code == NONE { String::new() } else { code }),
            language: some("language"),
            series: Series::of_release(self.filter("moodle")),
            seen_after,
            seen_before,
            has_courses: yes_no("courses"),
            sort: sort.unwrap_or_default(),
            direction: if self.down { Direction::Descending } else { Direction::Ascending },
        }
    }

    /// The path of this page of the list, below the hub's.
    pub(super) fn path(&self, of: &str) -> String {
        let mut pairs: Vec<String> =
            self.filters.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
        if !self.sort.is_empty() {
            pairs.push(format!("sort={}", self.sort));
        }
        if self.down {
            pairs.push("down=1".to_owned());
        }
        if self.page > 1 {
            pairs.push(format!("page={}", self.page));
        }
        if pairs.is_empty() { of.to_owned() } else { format!("{of}?{}", pairs.join("&")) }
    }

    /// Another page of the same list.
    pub(super) fn at_page(&self, page: u32) -> Self {
        Self { page, ..self.clone() }
    }

    /// The same sites by another column: the other way round if it is this one already.
    pub(super) fn sorted(&self, by: &str) -> Self {
        Self { sort: by.to_owned(), down: self.sort == by && !self.down, page: 1, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_and_written_again() {
        let query = "q=lake%20school&state=active&country=CH&seen=not-30&sort=seen&down=1&page=3";
        let asked = Asked::read(query);
        assert_eq!(asked.path("/admin/sites"), format!("/admin/sites?{query}"));
        let wanted = asked.query(Timestamp::UNIX_EPOCH);
        assert_eq!((wanted.sort, wanted.direction), (SiteSort::LastSeen, Direction::Descending));
        assert_eq!(wanted.state, Some(SiteState::Active));
        assert_eq!(wanted.seen_before, Some(Timestamp::UNIX_EPOCH - SignedDuration::from_hours(720)));
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let asked = Asked::read("sort=secret&page=-1&state=&x=1&down=2");
        assert_eq!(asked.path("/admin/sites"), "/admin/sites");
        assert!(!asked.is_narrowed());
        assert_eq!(asked.query(Timestamp::UNIX_EPOCH), SiteQuery::default());
    }

    #[test]
    fn a_column_is_sorted_both_ways() {
        let once = Asked::default().sorted("name");
        assert!(!once.down && once.sorted("name").down && !once.sorted("seen").down);
    }
}
