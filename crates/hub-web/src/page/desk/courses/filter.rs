//! What staff's list is narrowed and sorted by, as it stands in addresses and forms.

use hub_core::course::Kind;
use hub_core::desk::{CourseSort, Direction, StaffCourseQuery, StateFilter};
use hub_core::listing::FILE_WITHIN_HOURS;
use hub_core::text::cut_line;
use jiff::{SignedDuration, Timestamp};

use super::LIST;
use crate::form::Form;

/// The word for "without one" among languages, licences and the like.
pub const NONE: &str = "none";
/// Characters of a value.
const MOST: usize = 200;
/// Bytes of a megabyte, as sizes are shown.
const MEGABYTE: i64 = 1_000_000;

/// The parameters, in the order of the form.
pub const NAMES: [&str; 16] = [
    "q", "state", "kind", "site", "language", "licence", "audience", "level", "subject", "reported", "file",
    "over", "under", "changed", "sort", "dir",
];

/// The values of the parameters; empty if not narrowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CourseFilter {
    values: [String; NAMES.len()],
    /// Counts from 1.
    pub page: u32,
}

impl CourseFilter {
    /// From the query of an address; what it does not know is left out.
    pub fn parse(query: &str) -> Self {
        Self::of(url::form_urlencoded::parse(query.as_bytes()))
    }

    /// From a form that carries it.
    pub fn of_form(form: &Form) -> Self {
        Self::of(form.fields().iter().map(|(name, value)| (name, value)))
    }

    fn of<N: AsRef<str>, V: AsRef<str>>(pairs: impl Iterator<Item = (N, V)>) -> Self {
        let mut filter = Self { page: 1, ..Self::default() };
        for (name, value) in pairs {
            let (name, value) = (name.as_ref(), value.as_ref());
            if name == "page" {
                filter.page = value.parse().unwrap_or(1).max(1);
            } else if let Some(place) = NAMES.iter().position(|known| *known == name) {
                filter.values[place] = cut_line(value, MOST);
            }
        }
        filter
    }

    /// The value of a parameter.
    pub fn get(&self, name: &str) -> &str {
        NAMES.iter().position(|known| *known == name).map_or("", |place| &self.values[place])
    }

    /// With another value.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Self {
        if let Some(place) = NAMES.iter().position(|known| *known == name) {
            value.clone_into(&mut self.values[place]);
        }
        self.page = 1;
        self
    }

    /// On another page.
    #[must_use]
    pub fn at_page(mut self, page: u32) -> Self {
        self.page = page;
        self
    }

    /// Whether anything is narrowed: another order narrows nothing.
    pub fn is_narrowed(&self) -> bool {
        NAMES.iter().any(|name| !matches!(*name, "sort" | "dir") && !self.get(name).is_empty())
    }

    /// The parameters that say something, for hidden fields of a form.
    pub fn pairs(&self) -> Vec<(&'static str, &str)> {
        NAMES.iter().map(|name| (*name, self.get(name))).filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Address of the list below the hub's path.
    pub fn path(&self) -> String {
        self.path_from(LIST)
    }

    /// The same of another page.
    pub fn path_from(&self, base: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.pairs());
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { base.to_owned() } else { format!("{base}?{query}") }
    }

    /// What the list is sorted by; the newest change comes first until somebody chooses.
    pub fn sort(&self) -> (CourseSort, Direction) {
        let sort = CourseSort::ALL.into_iter().find(|sort| sort_name(*sort) == self.get("sort"));
        let direction = match (self.get("dir"), sort) {
            ("down", _) | ("", None) => Direction::Descending,
            _ => Direction::Ascending,
        };
        (sort.unwrap_or_default(), direction)
    }

    /// As the use cases take it.
    pub fn query(&self, now: Timestamp) -> StaffCourseQuery {
        let code = |name: &str| match self.get(name) {
            "" => None,
            NONE => Some(String::new()),
            code => Some(code.to_owned()),
        };
        let bytes = |name: &str| {
            let megabytes = self.get(name).parse::<i64>().ok().filter(|number| *number >= 0);
            megabytes.map(|number| number.saturating_mul(MEGABYTE))
        };
        let ago = |days: i64| now - SignedDuration::from_hours(24 * days);
        let changed = self.get("changed");
        let days = |text: &str| text.parse::<i64>().ok().filter(|days| (0..=36_500).contains(days));
        let (sort, direction) = self.sort();
        StaffCourseQuery {
            words: self.get("q").to_owned(),
            state: StateFilter::from_name(self.get("state")),
            kind: Kind::from_name(self.get("kind")),
            site: self.get("site").parse().ok(),
            language: code("language"),
            licence: code("licence"),
            audience: code("audience"),
            level: code("level"),
            subject: code("subject"),
            reported: match self.get("reported") {
                "yes" => Some(true),
                "no" => Some(false),
                _ => None,
            },
            no_file_since: (self.get("file") == NONE)
                .then(|| now - SignedDuration::from_hours(FILE_WITHIN_HOURS)),
            min_bytes: bytes("over"),
            max_bytes: bytes("under"),
            updated_after: days(changed).map(ago),
            updated_before: changed.strip_prefix("not-").and_then(days).map(ago),
            sort,
            direction,
        }
    }
}

/// The word of an order in addresses.
pub fn sort_name(sort: CourseSort) -> &'static str {
    match sort {
        CourseSort::Updated => "updated",
        CourseSort::Created => "created",
        CourseSort::Title => "title",
        CourseSort::Site => "site",
        CourseSort::State => "state",
        CourseSort::Kind => "kind",
        CourseSort::Language => "language",
        CourseSort::Licence => "licence",
        CourseSort::Size => "size",
        CourseSort::Reports => "reports",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_holds_the_whole_filter() {
        let query = "q=plants+%26+trees&state=hidden&licence=none&changed=not-365&sort=size&dir=down&page=3";
        let filter = CourseFilter::parse(query);
        assert_eq!(filter.path(), format!("{LIST}?{query}"));
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let asked = filter.query(now);
        assert_eq!(asked.licence.as_deref(), Some(""), "those without one");
        assert_eq!(asked.state, Some(StateFilter::Hidden));
        assert_eq!(asked.updated_before, Some(now - SignedDuration::from_hours(24 * 365)));
        assert_eq!((asked.sort, asked.direction), (CourseSort::Size, Direction::Descending));
        assert_eq!(filter.and("state", "").page, 1, "another filter begins at the first page");
    }

    #[test]
    fn what_is_unknown_narrows_nothing() {
        let filter = CourseFilter::parse("state=nosuch&kind=x&site=x&over=-1&changed=x&sort=x&page=0&y=1");
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let newest_first =
            StaffCourseQuery { direction: Direction::Descending, ..StaffCourseQuery::default() };
        assert_eq!(filter.query(now), newest_first);
        assert_eq!(filter.page, 1);
    }
}
