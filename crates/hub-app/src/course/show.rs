//! A course's page: its newest versions, what is inside, where it comes from, and its history.

use hub_core::course::{ContentCount, CourseText, Kind, Version};
use hub_core::visibility::{Sight, Viewer, may_read, sight};
use hub_core::{CourseId, VersionId};
use hub_package::{Activity, Report, Section};

use crate::site::directory::{NamedSite, names};
use crate::vocabulary::values::{self, Values};
use crate::{App, AppError, Missing, plain_text};

/// Versions of one course that are looked at; a course published daily for three years has fewer.
const MOST_VERSIONS: i64 = 1000;

/// One activity inside a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineActivity {
    /// Moodle's name of the module.
    pub module: String,
    /// Its name, plain text.
    pub title: String,
}

/// One section of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlineSection {
    /// Its name, plain text; empty if it has none.
    pub title: String,
    /// Its activities in order; those of a subsection follow it.
    pub activities: Vec<OutlineActivity>,
}

/// A course as its page shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The course.
    pub id: CourseId,
    /// The version that answers for the course: its text is the page's text.
    pub answer: Version,
    /// The share that can be downloaded.
    pub share: Option<Version>,
    /// The advert that can be visited.
    pub advert: Option<Version>,
    /// Its site, as far as that discloses itself.
    pub site: Option<NamedSite>,
    /// What was found in the share's package, if that was read.
    pub report: Option<Report>,
    /// What is inside the share, if its package was read.
    pub outline: Vec<OutlineSection>,
    /// How many there are of each kind of activity, most first: of the package, or as the site counted them.
    pub activities: Vec<ContentCount>,
    /// The version whose screenshots are shown, and their positions.
    pub screenshots: Option<(VersionId, Vec<i64>)>,
    /// All versions the viewer may see, newest first.
    pub versions: Vec<Version>,
    /// Its values of the hub's own facets.
    pub own: Values,
}

/// The page of a course. `id` may be that of any of its versions, as classic addresses have it: then `Shown::id`
/// differs from it and the door leads on.
///
/// # Errors
/// `NotFound`, `Gone`, `MembersOnly` or `HubOff`, as the visibility function says.
pub async fn course(app: &App, viewer: Viewer, id: VersionId) -> Result<Shown, AppError> {
    let versions = visible(app, viewer, id).await?;
    let newest = |kind: Kind| versions.iter().find(|version| version.kind == kind).cloned();
    shown(app, newest(Kind::Share), newest(Kind::Advert), versions).await
}

/// The page of one version by its number inside the course.
///
/// # Errors
/// As for [`course`]; `Gone` and `NotFound` speak of the version.
pub async fn version(app: &App, viewer: Viewer, id: VersionId, number: i64) -> Result<Shown, AppError> {
    closed(app, viewer)?;
    let mut versions = of_course(app, id).await?;
    let policy = app.policy();
    let Some(found) = versions.iter().find(|version| version.number == number).cloned() else {
        return Err(AppError::NotFound(Missing::Course));
    };
    if let Some(error) = AppError::from_sight(sight(viewer, &policy, &found.facts())) {
        return Err(error);
    }
    versions.retain(|version| sight(viewer, &policy, &version.facts()) == Sight::Visible);
    let (share, advert) = match found.kind {
        Kind::Share => (Some(found), None),
        Kind::Advert => (None, Some(found)),
    };
    shown(app, share, advert, versions).await
}

/// A version, if the viewer may see it.
///
/// # Errors
/// As for [`course`].
pub async fn one(app: &App, viewer: Viewer, id: VersionId) -> Result<Version, AppError> {
    closed(app, viewer)?;
    let version = hub_db::version::by_id(app.db.read().await?.cx(), id).await?;
    let version = version.ok_or(AppError::NotFound(Missing::Course))?;
    match AppError::from_sight(sight(viewer, &app.policy(), &version.facts())) {
        Some(error) => Err(error),
        None => Ok(version),
    }
}

fn closed(app: &App, viewer: Viewer) -> Result<(), AppError> {
    match may_read(viewer, &app.policy()).and_then(AppError::from_sight) {
        Some(closed) => Err(closed),
        None => Ok(()),
    }
}

/// All versions of the course that this version belongs to, newest first.
async fn of_course(app: &App, id: VersionId) -> Result<Vec<Version>, AppError> {
    let mut conn = app.db.read().await?;
    let named = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    Ok(hub_db::version::of_course(conn.cx(), named.course_id, MOST_VERSIONS).await?)
}

/// The versions of a course that the viewer may see, newest first; never none.
async fn visible(app: &App, viewer: Viewer, id: VersionId) -> Result<Vec<Version>, AppError> {
    closed(app, viewer)?;
    let mut versions = of_course(app, id).await?;
    let policy = app.policy();
    let gone = versions.iter().any(|version| sight(viewer, &policy, &version.facts()) == Sight::Gone);
    versions.retain(|version| sight(viewer, &policy, &version.facts()) == Sight::Visible);
    match (versions.is_empty(), gone) {
        (false, _) => Ok(versions),
        (true, true) => Err(AppError::Gone),
        (true, false) => Err(AppError::NotFound(Missing::Course)),
    }
}

async fn shown(
    app: &App,
    share: Option<Version>,
    advert: Option<Version>,
    versions: Vec<Version>,
) -> Result<Shown, AppError> {
    let answer = share.as_ref().or(advert.as_ref()).cloned().ok_or(AppError::NotFound(Missing::Course))?;
    let mut conn = app.db.read().await?;
    let report = match share.as_ref().and_then(|share| share.package_sha256.as_deref()) {
        Some(sha256) => hub_db::report::newest(conn.cx(), sha256).await?,
        None => None,
    };
    let mut screenshots = None;
    for version in share.iter().chain(&advert).filter(|version| version.screenshots > 0) {
        let shots = hub_db::screenshot::list(conn.cx(), version.text_id).await?;
        if !shots.is_empty() {
            screenshots = Some((version.id, shots.into_iter().map(|shot| shot.position).collect()));
            break;
        }
    }
    let texts = share.iter().chain(&advert).map(|version| &version.text);
    let own = values::of_course(&app.vocabularies(), &mut conn, answer.course_id, texts).await?;
    drop(conn);
    let report = report.and_then(|json| serde_json::from_str::<Report>(&json).ok());
    let site = match answer.site_id {
        Some(site) => names(app, &[site]).await?.remove(&site),
        None => None,
    };
    Ok(Shown {
        id: answer.course_id,
        site,
        outline: report.as_ref().map(outline).unwrap_or_default(),
        activities: activities(report.as_ref(), &answer.text),
        report,
        screenshots,
        share,
        advert,
        versions,
        own,
        answer,
    })
}

/// What is inside by a report as it is kept, else as the site counted it.
pub(crate) fn inside(report: Option<&str>, text: &CourseText) -> (Vec<OutlineSection>, Vec<ContentCount>) {
    let report = report.and_then(|json| serde_json::from_str::<Report>(json).ok());
    (report.as_ref().map(outline).unwrap_or_default(), activities(report.as_ref(), text))
}

fn outline(report: &Report) -> Vec<OutlineSection> {
    let mut sections: Vec<OutlineSection> = report.course.sections.iter().map(section).collect();
    if !report.course.other_activities.is_empty() {
        let mut activities = Vec::new();
        report.course.other_activities.iter().for_each(|found| add(&mut activities, found));
        sections.push(OutlineSection { title: String::new(), activities });
    }
    sections
}

fn section(section: &Section) -> OutlineSection {
    let mut activities = Vec::new();
    section.activities.iter().for_each(|found| add(&mut activities, found));
    OutlineSection { title: section.title.as_deref().map(plain_text).unwrap_or_default(), activities }
}

fn add(activities: &mut Vec<OutlineActivity>, found: &Activity) {
    activities.push(OutlineActivity { module: found.module.clone(), title: plain_text(&found.title) });
    if let Some(inner) = &found.subsection {
        inner.activities.iter().for_each(|found| add(activities, found));
    }
}

fn activities(report: Option<&Report>, text: &CourseText) -> Vec<ContentCount> {
    let mut counts: Vec<ContentCount> = match report {
        Some(report) => report
            .course
            .activity_counts
            .iter()
            .map(|(module, count)| ContentCount {
                module_type: "activity".to_owned(),
                module_name: module.clone(),
                count: i64::try_from(*count).unwrap_or(i64::MAX),
            })
            .collect(),
        None => text.contents.iter().filter(|found| found.module_type != "block").cloned().collect(),
    };
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.module_name.cmp(&b.module_name)));
    counts
}
