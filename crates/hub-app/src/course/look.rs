//! What staff sees of courses: all of them, and one version with everything around it.

use std::collections::{HashMap, HashSet};

use hub_core::course::{CourseText, Version};
use hub_core::listing::FILE_WITHIN_HOURS;
use hub_core::need::DEAD_LINK_FAILURES;
use hub_core::site::{Site, SiteState};
use hub_core::{SiteId, VersionId};
use hub_db::Cx;
use hub_db::link::LinkTrouble;
use hub_package::Report;
use jiff::SignedDuration;

use crate::package::evidence::PackageEvidence;
use crate::vocabulary::values::{self, Values};
use crate::{App, AppError, Missing};

pub use hub_db::audit::Record;

/// Versions of one course that are looked at.
const MOST_VERSIONS: i64 = 1000;
/// Lines of the record that are shown.
const RECORD_LINES: i64 = 20;
/// Sites asked for at once; well below what either database takes in one statement.
const SITES_AT_ONCE: usize = 500;
/// Dead links that are marked in a list.
const MOST_DEAD: i64 = 10_000;

/// A version and the name of its site.
#[derive(Clone, Debug)]
pub struct Row {
    /// The version.
    pub version: Version,
    /// Its site's name, if a site published it.
    pub site_name: Option<String>,
    /// Where that site stands.
    pub site_state: Option<SiteState>,
    /// Its link leads nowhere.
    pub is_link_dead: bool,
}

/// What [`list`] calls drafts whose file did not come in time.
pub const NO_FILE: &str = "no-file";

/// Versions newest first, at most `limit`, all or those of one listing state. What waits comes oldest first and has
/// the changes of listed versions, too; what is [`NO_FILE`] comes oldest first.
pub async fn list(app: &App, state: Option<&str>, limit: i64) -> Result<Vec<Row>, AppError> {
    let mut conn = app.db.read().await?;
    let versions = match state {
        Some("waiting") => hub_db::version::waiting(conn.cx(), limit).await?,
        Some(NO_FILE) => {
            let before = app.clock.now() - SignedDuration::from_hours(FILE_WITHIN_HOURS);
            hub_db::version::drafts_before(conn.cx(), before, limit).await?
        }
        state => hub_db::version::list(conn.cx(), state, limit).await?,
    };
    rows_of(conn.cx(), versions).await
}

/// Versions with the names of their sites.
pub(super) async fn rows_of(mut cx: Cx<'_>, versions: Vec<Version>) -> Result<Vec<Row>, AppError> {
    let mut ids: Vec<SiteId> = versions.iter().filter_map(|version| version.site_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut names = HashMap::new();
    for some in ids.chunks(SITES_AT_ONCE) {
        let sites = hub_db::site::by_ids(cx.again(), some).await?;
        names.extend(sites.into_iter().map(|site| (site.id, (site.info.name, site.state))));
    }
    let dead = hub_db::link::failed(cx, DEAD_LINK_FAILURES, MOST_DEAD).await?;
    let dead: HashSet<VersionId> = dead.into_iter().collect();
    let row = |version: Version| {
        let is_link_dead = dead.contains(&version.id);
        let (site_name, site_state) = version.site_id.and_then(|id| names.get(&id).cloned()).unzip();
        Row { version, site_name, site_state, is_link_dead }
    };
    Ok(versions.into_iter().map(row).collect())
}

/// A version with everything around it.
#[derive(Clone, Debug)]
pub struct Details {
    /// The version.
    pub version: Version,
    /// Its site, if a site published it.
    pub site: Option<Site>,
    /// The text that waits.
    pub waiting: Option<CourseText>,
    /// What is wrong with its link.
    pub link: Option<LinkTrouble>,
    /// How often its course was looked at.
    pub views: i64,
    /// Why its course is featured.
    pub featured: Option<String>,
    /// What the reader found in its package.
    pub report: Option<Report>,
    /// The same, for those who decide.
    pub evidence: Option<PackageEvidence>,
    /// Codes of findings in its package that nobody of staff has looked at though it is public.
    pub unseen: Vec<String>,
    /// All versions of its course, newest first.
    pub versions: Vec<Version>,
    /// The newest lines of the record, newest first.
    pub record: Vec<Record>,
    /// Whether the hub lists this licence without a look; of the text that waits, if one does.
    pub licence_allowed: bool,
    /// Its values of the hub's own facets.
    pub own: Values,
}

/// One version with everything around it.
///
/// # Errors
/// `NotFound` if there is none.
pub async fn show(app: &App, id: VersionId) -> Result<Details, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let site = match version.site_id {
        Some(site_id) => hub_db::site::by_id(conn.cx(), site_id).await?,
        None => None,
    };
    let waiting = match version.waiting_text_id {
        Some(text_id) => hub_db::version::text(conn.cx(), text_id).await?.map(|(text, _)| text),
        None => None,
    };
    let report = match version.package_sha256.as_deref() {
        Some(sha256) => hub_db::report::newest(conn.cx(), sha256).await?,
        None => None,
    };
    let scan = match version.package_sha256.as_deref() {
        Some(sha256) => hub_db::scan::of(conn.cx(), sha256).await?,
        None => None,
    };
    let unseen = hub_db::package_look::of(conn.cx(), id).await?;
    let link = hub_db::link::of_version(conn.cx(), id).await?;
    let link = link.filter(|link| link.url == version.text.course_url);
    let course = hub_db::course::by_id(conn.cx(), version.course_id).await?;
    let versions = hub_db::version::of_course(conn.cx(), version.course_id, MOST_VERSIONS).await?;
    let views = hub_db::view::of_course(conn.cx(), version.course_id).await?;
    let record = hub_db::audit::of_thing(conn.cx(), ("version", id.get()), RECORD_LINES).await?;
    let vocabularies = app.vocabularies();
    let own = values::of_course(&vocabularies, &mut conn, version.course_id, std::iter::once(&version.text))
        .await?;
    let licence = waiting.as_ref().map_or(&version.text.licence, |text| &text.licence);
    let licence_allowed = app.policy().allows_licence(vocabularies.licence(), licence);
    Ok(Details {
        licence_allowed,
        own,
        version,
        site,
        waiting,
        link,
        views,
        featured: course.and_then(|course| course.featured_reason),
        evidence: report.as_deref().and_then(|json| PackageEvidence::read(&app.policy(), json, scan)),
        report: report.and_then(|json| serde_json::from_str(&json).ok()),
        unseen,
        versions,
        record,
    })
}
