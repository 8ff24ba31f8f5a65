//! The search of a Moodle: what a community block finds, and what a publisher's status page asks for.

use hub_core::course::{Kind, Version};
use hub_core::listing::Listing;
use hub_core::query::CourseQuery;
use hub_core::site::Site;
use hub_core::visibility::{Sight, sight};
use hub_core::vocabulary::{Vocabularies, Vocabulary, base_language};
use hub_core::{SiteId, VersionId};

use crate::caller::Caller;
use crate::{App, AppError, search};

/// What a Moodle asks for.
#[derive(Clone, Debug, Default)]
pub struct MoodleSearch {
    /// Words, filters, order and page.
    pub query: CourseQuery,
    /// Only these versions.
    pub ids: Option<Vec<VersionId>>,
    /// Only versions of courses that have these ids on their sites.
    pub site_course_ids: Option<Vec<i64>>,
    /// All of the calling site's own versions, listed or not, without paging.
    pub all_of_site: bool,
}

/// One version as a Moodle is shown it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The version; for its owner with the text that waits, if one does, and the screenshots of that.
    pub version: Version,
    /// Whether the caller owns it.
    pub owned: bool,
}

impl Shown {
    /// The classic `privacy`: 1 listed, 0 not.
    pub fn is_listed(&self) -> bool {
        self.version.listing == Listing::Listed
    }
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct MoodleResults {
    /// All matches, also those on other pages.
    pub total: usize,
    /// The page asked for.
    pub versions: Vec<Shown>,
}

/// Most versions answered from the database; classic clients ask for one or for all of a site.
const MOST: i64 = 5000;

/// Searches as a Moodle. What names versions or sites is answered from the database, so that a caller reads what it
/// just wrote; the rest by the index.
pub async fn search(app: &App, caller: &Caller, wanted: &MoodleSearch) -> Result<MoodleResults, AppError> {
    let site = if let Caller::Site(site) = caller { Some(&**site) } else { None };
    if !wanted.query.shares && !wanted.query.adverts {
        return Ok(MoodleResults::default());
    }
    let wanted = &MoodleSearch { query: by_classic(&wanted.query, &app.vocabularies()), ..wanted.clone() };
    let (total, versions) = match (site, wanted) {
        (Some(site), MoodleSearch { all_of_site: true, .. }) => own(app, caller, site.id, wanted).await?,
        (_, MoodleSearch { ids: None, site_course_ids: None, .. }) => {
            by_index(app, caller, &wanted.query).await?
        }
        _ => by_name(app, caller, wanted).await?,
    };
    let mut shown = Vec::with_capacity(versions.len());
    for version in versions {
        shown.push(show(app, site, version).await?);
    }
    Ok(MoodleResults { total, versions: shown })
}

/// A Moodle knows the classic lists only: by their codes it also means the hub's own terms it is told by them.
fn by_classic(query: &CourseQuery, vocabularies: &Vocabularies) -> CourseQuery {
    let meant = |vocabulary: &Vocabulary, codes: &[String]| {
        codes.iter().flat_map(|code| vocabulary.asked_by_classic(code)).collect()
    };
    CourseQuery {
        subjects: meant(vocabularies.subject(), &query.subjects),
        audiences: meant(vocabularies.audience(), &query.audiences),
        levels: meant(vocabularies.level(), &query.levels),
        licences: meant(vocabularies.licence(), &query.licences),
        ..query.clone()
    }
}

async fn show(app: &App, site: Option<&Site>, mut version: Version) -> Result<Shown, AppError> {
    let owned =
        site.is_some_and(|site| version.site_id == Some(site.id) && version.course_identity == site.identity);
    if let Some(text_id) = version.waiting_text_id.filter(|_| owned)
        && let Some(waiting) = hub_db::version::text(app.db.read().await?.cx(), text_id).await?
    {
        (version.text, version.screenshots) = waiting;
    }
    Ok(Shown { version, owned })
}

/// A site's own, listed or not. What it published before it came back with another secret is not: of that it is shown
/// what everybody is.
async fn own(
    app: &App,
    caller: &Caller,
    site: SiteId,
    wanted: &MoodleSearch,
) -> Result<(usize, Vec<Version>), AppError> {
    let mut versions = hub_db::version::of_site(app.db.read().await?.cx(), site, MOST).await?;
    let (policy, vocabularies) = (app.policy(), app.vocabularies());
    versions.retain(|version| {
        let seen = sight(caller.viewer(), &policy, &version.facts()) == Sight::Visible;
        seen && names(wanted, version) && matches(&wanted.query, &vocabularies, version)
    });
    Ok((versions.len(), versions))
}

async fn by_name(
    app: &App,
    caller: &Caller,
    wanted: &MoodleSearch,
) -> Result<(usize, Vec<Version>), AppError> {
    let mut conn = app.db.read().await?;
    let mut versions = match (&wanted.ids, &wanted.site_course_ids) {
        (Some(ids), _) => hub_db::version::by_ids(conn.cx(), &ids[..ids.len().min(1000)]).await?,
        (None, Some(ids)) => {
            hub_db::version::of_site_courses(conn.cx(), &ids[..ids.len().min(1000)], MOST).await?
        }
        (None, None) => Vec::new(),
    };
    drop(conn);
    let (policy, vocabularies) = (app.policy(), app.vocabularies());
    versions.retain(|version| {
        let seen = sight(caller.viewer(), &policy, &version.facts()) == Sight::Visible;
        seen && version.is_public()
            && names(wanted, version)
            && matches(&wanted.query, &vocabularies, version)
    });
    versions.sort_by_key(|version| std::cmp::Reverse((version.updated_at, version.id)));
    let total = versions.len();
    Ok((total, versions.into_iter().skip(wanted.query.offset).take(wanted.query.limit).collect()))
}

async fn by_index(
    app: &App,
    caller: &Caller,
    query: &CourseQuery,
) -> Result<(usize, Vec<Version>), AppError> {
    let results = search::find(app, caller.viewer(), query).await?;
    let answer = |found: search::Found| {
        found.share.filter(|_| query.shares).or(found.advert.filter(|_| query.adverts))
    };
    Ok((results.total, results.courses.into_iter().filter_map(answer).collect()))
}

fn names(wanted: &MoodleSearch, version: &Version) -> bool {
    wanted.ids.as_ref().is_none_or(|ids| ids.contains(&version.id))
        && wanted
            .site_course_ids
            .as_ref()
            .is_none_or(|ids| version.site_course_id.is_some_and(|id| ids.contains(&id)))
}

/// The filters of a query on one version, for answers that do not come from the index. Words are compared without
/// case, each anywhere in title, description or tags.
fn matches(query: &CourseQuery, vocabularies: &Vocabularies, version: &Version) -> bool {
    let text = &version.text;
    let kind = match version.kind {
        Kind::Share => query.shares,
        Kind::Advert => query.adverts,
    };
    let any = |vocabulary: &Vocabulary, wanted: &[String], value: &str| {
        wanted.is_empty() || wanted.iter().any(|one| vocabulary.is_within(value, one))
    };
    let language = query.languages.is_empty()
        || query.languages.iter().any(|one| base_language(one) == base_language(&text.language));
    let words = || {
        let haystack = format!("{} {} {}", text.title, text.description, text.tags.join(" ")).to_lowercase();
        query.words.to_lowercase().split_whitespace().all(|word| haystack.contains(word))
    };
    kind && language
        && any(vocabularies.subject(), &query.subjects, &text.subject)
        && any(vocabularies.audience(), &query.audiences, &text.audience)
        && any(vocabularies.level(), &query.levels, &text.level)
        && any(vocabularies.licence(), &query.licences, &text.licence)
        && words()
}
