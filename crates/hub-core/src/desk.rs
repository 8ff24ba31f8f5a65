//! What staff asks its lists for: sites, publications, and the audit record.

use std::fmt;

use jiff::Timestamp;

use crate::account::AccountState;
use crate::course::CourseText;
use crate::course::Kind;
use crate::fold::{fold, is_of_word, sort_key};
use crate::ids::SiteId;
use crate::rights::Role;
use crate::site::{Site, SiteState};
use crate::text::cut_line;

/// Words of a search in a list that are looked at.
const MOST_WORDS: usize = 8;
/// Characters of a site's description or of a course's tags that its list is searched in.
const MOST_CHARS: usize = 300;

/// Which way a list is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A to Z, old to new, small to large.
    #[default]
    Ascending,
    /// The other way.
    Descending,
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct PageNumber {
    /// Counts from 1.
    pub number: u32,
    /// Rows of a page, 1 to [`PageNumber::MOST_ROWS`].
    pub rows: u32,
}

impl PageNumber {
    /// Rows of a page at most.
    pub const MOST_ROWS: u32 = 500;

    /// Page `number`, counted from 1, of `rows` rows each; both brought into their bounds.
    pub fn new(number: u32, rows: u32) -> Self {
        Self { number: number.max(1), rows: rows.clamp(1, Self::MOST_ROWS) }
    }

    /// Rows before the page.
    pub fn offset(self) -> i64 {
        i64::from(self.number.max(1) - 1) * i64::from(self.rows)
    }
}

impl Default for PageNumber {
    fn default() -> Self {
        Self { number: 1, rows: 50 }
    }
}

/// A series of Moodle releases: 4.5 of `4.5.1+ (Build: 20241122)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct Series {
    /// 4 of 4.5.
    pub major: u16,
    /// 5 of 4.5.
    pub minor: u16,
}

impl Series {
    /// The series of a release as Moodle writes it; `None` if it does not begin with two numbers.
    pub fn of_release(release: &str) -> Option<Self> {
        let mut numbers = release.trim().split(|c: char| !c.is_ascii_digit());
        let major = numbers.next()?.parse().ok()?;
        let minor = numbers.next()?.parse().ok().filter(|minor| *minor < 1000)?;
        Some(Self { major, minor })
    }

    /// One number that sorts as releases do: 4.5 is 4005.
    pub fn number(self) -> i64 {
        i64::from(self.major) * 1000 + i64::from(self.minor)
    }

    /// The reverse of [`Series::number`]; 0 is no series.
    pub fn from_number(number: i64) -> Option<Self> {
        let (major, minor) = (u16::try_from(number / 1000).ok()?, u16::try_from(number % 1000).ok()?);
        (number > 0).then_some(Self { major, minor })
    }
}

impl fmt::Display for Series {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.major, self.minor)
    }
}

/// What the list of sites is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteSort {
    /// Prioritised, trusted, shown in the list, name: the classic order.
    #[default]
    Standing,
    /// Its name.
    Name,
    /// Its address.
    Address,
    /// Its state.
    State,
    /// Its country.
    Country,
    /// Its language.
    Language,
    /// Its Moodle.
    Release,
    /// Its publications that are not gone.
    Courses,
    /// Its publications that wait.
    Waiting,
    /// When it registered.
    Registered,
    /// When it was last heard; never comes first.
    LastSeen,
}

impl SiteSort {
    /// All, in the order of the columns.
    pub const ALL: [Self; 11] = [
        Self::Standing,
        Self::Name,
        Self::Address,
        Self::State,
        Self::Country,
        Self::Language,
        Self::Release,
        Self::Courses,
        Self::Waiting,
        Self::Registered,
        Self::LastSeen,
    ];
}

/// Which sites are listed, and how. The default lists all, those that left included.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct SiteQuery {
    /// All of these words stand in name, description, address or contact; parts of words count, case and accents do not.
    pub words: String,
    /// In this state.
    pub state: Option<SiteState>,
    /// Trusted, or not.
    pub trusted: Option<bool>,
    /// Prioritised, or not.
    pub prioritised: Option<bool>,
    /// In this country: two capital letters; empty for those without one.
    pub country: Option<String>,
    /// In this language.
    pub language: Option<String>,
    /// With a Moodle of this series.
    pub series: Option<Series>,
    /// Heard at or after this.
    pub seen_after: Option<Timestamp>,
    /// Not heard since this, or never.
    pub seen_before: Option<Timestamp>,
    /// With publications that are not gone, or without.
    pub has_courses: Option<bool>,
    /// Sorted by this.
    pub sort: SiteSort,
    /// And this way.
    pub direction: Direction,
}

/// What the list of accounts is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AccountSort {
    /// The name; those without one by their address.
    #[default]
    Name,
    /// The mail address.
    Address,
    /// The role, owners first.
    Role,
    /// Active or suspended.
    State,
    /// When it was made.
    Created,
    /// When its person was last here; those who never were come first.
    Seen,
}

impl AccountSort {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Name, Self::Address, Self::Role, Self::State, Self::Created, Self::Seen];
}

/// Which accounts are listed, and how. Erased ones never are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AccountQuery {
    /// All of these words stand in name or address; parts of words count, case and accents do not.
    pub words: String,
    /// Of this role.
    pub role: Option<Role>,
    /// In this state.
    pub state: Option<AccountState>,
    /// Sorted by this.
    pub sort: AccountSort,
    /// And this way.
    pub direction: Direction,
}

/// What the list of publications is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseSort {
    /// When its text or file last changed: ascending is the queue's order.
    #[default]
    Updated,
    /// When it was first sent.
    Created,
    /// Its title.
    Title,
    /// Its site's name.
    Site,
    /// Its listing state.
    State,
    /// Advert or share.
    Kind,
    /// Its language.
    Language,
    /// Its licence.
    Licence,
    /// Bytes of its package.
    Size,
    /// Open reports.
    Reports,
}

impl CourseSort {
    /// All, in the order of the columns.
    pub const ALL: [Self; 10] = [
        Self::Updated,
        Self::Created,
        Self::Title,
        Self::Site,
        Self::State,
        Self::Kind,
        Self::Language,
        Self::Licence,
        Self::Size,
        Self::Reports,
    ];
}

/// Which listing states are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StateFilter {
    /// What staff has to decide: waiting versions, and changes of listed ones.
    Queue,
    /// No package yet.
    Draft,
    /// Waits for a decision.
    Waiting,
    /// Accepted.
    Listed,
    /// Staff said no.
    Refused,
    /// Taken out of sight.
    Hidden,
    /// Taken back by the publisher.
    Withdrawn,
    /// Deleted by staff.
    Removed,
    /// Neither withdrawn nor removed.
    Present,
}

impl StateFilter {
    /// All.
    pub const ALL: [Self; 9] = [
        Self::Queue,
        Self::Draft,
        Self::Waiting,
        Self::Listed,
        Self::Refused,
        Self::Hidden,
        Self::Withdrawn,
        Self::Removed,
        Self::Present,
    ];

    /// The word in addresses; of those that are a listing state also the word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Queue => "queue",
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Listed => "listed",
            Self::Refused => "refused",
            Self::Hidden => "hidden",
            Self::Withdrawn => "withdrawn",
            Self::Removed => "removed",
            Self::Present => "present",
        }
    }

    /// The reverse of [`StateFilter::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Which publications are listed, and how. The default lists all, those changed longest ago first.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct StaffCourseQuery {
    /// All of these words stand in title, short name, publisher, creator, contributors or tags; parts of words count,
    /// case and accents do not.
    pub words: String,
    /// In this state.
    pub state: Option<StateFilter>,
    /// Of this kind.
    pub kind: Option<Kind>,
    /// Of this site.
    pub site: Option<SiteId>,
    /// In this language.
    pub language: Option<String>,
    /// With this licence; empty for those without one.
    pub licence: Option<String>,
    /// For this audience.
    pub audience: Option<String>,
    /// At this level.
    pub level: Option<String>,
    /// On this subject.
    pub subject: Option<String>,
    /// With an open report, or without.
    pub reported: Option<bool>,
    /// Shares whose file did not come and that were made before this.
    pub no_file_since: Option<Timestamp>,
    /// With a package of at least so many bytes.
    pub min_bytes: Option<i64>,
    /// With a package of at most so many bytes.
    pub max_bytes: Option<i64>,
    /// Changed at or after this.
    pub updated_after: Option<Timestamp>,
    /// Not changed since this.
    pub updated_before: Option<Timestamp>,
    /// Sorted by this.
    pub sort: CourseSort,
    /// And this way.
    pub direction: Direction,
}

/// Which lines of the audit record are listed; always newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct AuditQuery {
    /// Who, as the record's word and number: `("account", Some(3))`; without a number all of the kind.
    pub actor: Option<(String, Option<i64>)>,
    /// What the act's name begins with: `site.`, `course.hidden`.
    pub act: String,
    /// To what, as the record's word and number; without a number all of the kind.
    pub thing: Option<(String, Option<i64>)>,
    /// At or after this.
    pub after: Option<Timestamp>,
    /// Before this.
    pub before: Option<Timestamp>,
    /// All of these words stand in what it was before and after; case and accents do not count.
    pub words: String,
    /// Older than the line with this number: where the page before ended.
    pub older_than: Option<i64>,
}

/// The words of a search in a list, folded, each a part of what is searched in.
pub fn wanted(words: &str) -> Vec<String> {
    let folded = fold(words);
    let words = folded.split_whitespace().filter(|word| word.chars().any(is_of_word) || word.len() > 1);
    words.take(MOST_WORDS).map(str::to_owned).collect()
}

/// What the words of a [`SiteQuery`] are looked for in.
pub fn site_search_key(site: &Site) -> String {
    let info = &site.info;
    let description: String = info.description.chars().take(MOST_CHARS).collect();
    joined(&[&info.name, site.address.as_str(), &info.contact_name, &info.contact_email, &description])
}

/// What the words of a [`StaffCourseQuery`] are looked for in.
pub fn course_search_key(text: &CourseText) -> String {
    let tags = text.tags.join(" ");
    joined(&[
        &text.title,
        &text.short_name,
        &text.publisher_name,
        &text.creator_name,
        &text.contributors,
        &tags,
    ])
}

/// What a name is sorted by in a list.
pub fn name_key(name: &str) -> String {
    sort_key(name)
}

/// Folded, a line each, so that no word reaches from one field into the next.
fn joined(fields: &[&str]) -> String {
    let fields = fields.iter().map(|field| fold(&cut_line(field, MOST_CHARS)));
    fields.filter(|field| !field.is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_is_read_from_what_moodle_writes() {
        let series = |release| Series::of_release(release).map(|series| series.to_string());
        assert_eq!(series("4.5.1+ (Build: 20241122)").as_deref(), Some("4.5"));
        assert_eq!(series("3.11").as_deref(), Some("3.11"));
        assert_eq!(series("Moodle"), None);
        assert_eq!(series(""), None);
        assert!(Series::of_release("3.11").unwrap() > Series::of_release("3.9.1").unwrap());
        let back = Series::from_number(Series { major: 4, minor: 5 }.number());
        assert_eq!(back, Some(Series { major: 4, minor: 5 }));
    }

    #[test]
    fn the_words_of_a_search_are_folded_and_few() {
        assert_eq!(wanted("  École  du LAC - "), ["ecole", "du", "lac"]);
        assert_eq!(wanted(&"a ".repeat(50)).len(), MOST_WORDS);
    }

    #[test]
    fn a_page_is_within_its_bounds() {
        assert_eq!(PageNumber::new(0, 0), PageNumber { number: 1, rows: 1 });
        assert_eq!(PageNumber::new(3, 50).offset(), 100);
    }
}
