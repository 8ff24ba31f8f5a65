//! A course as cards and its page show it.

use hub_app::course::restore::Needs;
use hub_core::{CourseId, SiteId, VersionId};
use jiff::Timestamp;

use super::html::CleanHtml;

#[cfg(any(test, debug_assertions))]
mod sample;

/// A site as courses name it. Only what the site discloses may be in here.
#[derive(Clone, Debug)]
pub struct SiteLink {
    /// Its id, if it has a page of its own here.
    pub id: Option<SiteId>,
    /// Its name.
    pub name: String,
}

/// A piece of text, marked if it is what was searched for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it matches the words.
    pub marked: bool,
}

/// A course in a list.
#[derive(Clone, Debug)]
pub struct CourseCard {
    /// The course.
    pub id: CourseId,
    /// Title.
    pub title: String,
    /// The version whose first screenshot is the picture, if it has one.
    pub picture: Option<VersionId>,
    /// Who made it.
    pub creator: String,
    /// Which site it comes from, if that may be told.
    pub site: Option<SiteLink>,
    /// Beginning of the description, with what was searched for marked.
    pub description: Vec<Piece>,
    /// Language code.
    pub language: String,
    /// Level code.
    pub level: String,
    /// Licence short name.
    pub licence: String,
    /// Whether it can be downloaded.
    pub share: bool,
    /// Whether it can be visited.
    pub advert: bool,
    /// Bytes of the package.
    pub size_bytes: Option<i64>,
    /// Moodle release of the package: `3.3.3`.
    pub release: String,
    /// Times downloaded.
    pub downloads: i64,
    /// When it was listed.
    pub listed_at: Timestamp,
    /// Whether staff features it.
    pub featured: bool,
}

/// What can be downloaded.
#[derive(Clone, Debug)]
pub struct ShareView {
    /// The version.
    pub id: VersionId,
    /// Name of the file.
    pub file_name: String,
    /// Bytes.
    pub size_bytes: i64,
    /// SHA-256, lower hex.
    pub sha256: String,
    /// Moodle release it was made with, as the reader found it; may be empty.
    pub release: String,
    /// Whether it can be tried out.
    pub has_demo: bool,
    /// What it needs of a Moodle; `None` if its package was not read.
    pub needs: Option<Needs>,
    /// Times downloaded.
    pub downloads: i64,
}

/// What can be visited.
#[derive(Clone, Debug)]
pub struct AdvertView {
    /// The version.
    pub id: VersionId,
    /// Host that the visitor will be on.
    pub host: String,
}

/// An activity inside a section.
#[derive(Clone, Debug)]
pub struct ActivityView {
    /// Moodle's name of the module.
    pub module: String,
    /// Its name.
    pub name: String,
}

/// A section of the outline.
#[derive(Clone, Debug)]
pub struct SectionView {
    /// Its place in the course; 0 is Moodle's general section above the others.
    pub number: i64,
    /// Its name; empty if it has none.
    pub name: String,
    /// What is in it.
    pub activities: Vec<ActivityView>,
}

/// How many of one kind of activity there are.
#[derive(Clone, Debug)]
pub struct KindCount {
    /// Moodle's name of the module.
    pub module: String,
    /// How many.
    pub count: i64,
}

/// One row of the history.
#[derive(Clone, Debug)]
pub struct VersionRow {
    /// Counts from 1.
    pub number: i64,
    /// Whether it is a share.
    pub share: bool,
    /// When it was listed.
    pub listed_at: Timestamp,
    /// Bytes of its package.
    pub size_bytes: Option<i64>,
    /// Moodle release of its package.
    pub release: String,
    /// Whether it is the one shown.
    pub current: bool,
}

/// A course on its page.
#[derive(Clone, Debug)]
pub struct CourseView {
    /// The course.
    pub id: CourseId,
    /// Title.
    pub title: String,
    /// Description by paragraphs.
    pub description: Vec<String>,
    /// Who made it.
    pub creator: String,
    /// Others who helped.
    pub contributors: String,
    /// Who put it here.
    pub publisher: String,
    /// Which site it comes from, if that may be told.
    pub site: Option<SiteLink>,
    /// The creator's notes.
    pub notes: CleanHtml,
    /// Language code.
    pub language: String,
    /// Subject code.
    pub subject: String,
    /// Audience code.
    pub audience: String,
    /// Level code.
    pub level: String,
    /// Licence short name.
    pub licence: String,
    /// Where the licence's text stands; empty if unknown.
    pub licence_url: String,
    /// Tags.
    pub tags: Vec<String>,
    /// Values of the hub's own facets: the facet's key and those of its terms.
    pub own: Vec<(String, Vec<String>)>,
    /// What can be downloaded.
    pub share: Option<ShareView>,
    /// What can be visited.
    pub advert: Option<AdvertView>,
    /// What is inside, if the package was read.
    pub outline: Vec<SectionView>,
    /// Kinds of activities, most first.
    pub kinds: Vec<KindCount>,
    /// What a learner can do afterwards.
    pub outcomes: Vec<String>,
    /// The version whose screenshots are shown and their positions, from 1.
    pub screenshots: Option<(VersionId, Vec<i64>)>,
    /// All listed versions, newest first.
    pub versions: Vec<VersionRow>,
    /// When it was first listed.
    pub listed_at: Timestamp,
    /// When it last changed.
    pub updated_at: Timestamp,
    /// Whether staff features it.
    pub featured: bool,
}

impl CourseView {
    /// Activities in the outline or, without one, as the site counted them.
    pub fn activities(&self) -> i64 {
        self.kinds.iter().map(|kind| kind.count).sum()
    }

    /// Whether a version other than the newest is shown; then the number of the newest.
    pub fn newer_version(&self) -> Option<i64> {
        let current = self.versions.iter().find(|row| row.current)?;
        let newest = self.versions.iter().find(|row| row.share == current.share)?;
        (newest.number > current.number).then_some(newest.number)
    }
}
