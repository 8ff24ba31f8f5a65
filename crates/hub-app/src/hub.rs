//! What the hub says of itself.

use hub_core::SiteId;
use hub_core::query::{CourseQuery, FacetCounts, Sort};
use hub_core::site::{Site, SiteState};
use hub_core::visibility::Viewer;

use crate::search::{Found, find};
use crate::{App, AppError};

/// How much there is, as anybody may know it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Sites registered now.
    pub sites: i64,
    /// Courses anybody may see.
    pub courses: i64,
    /// Of these, courses people may enrol in.
    pub adverts: i64,
    /// Of these, courses people may restore.
    pub shares: i64,
}

/// Counts sites and courses. Courses are counted by the index, which is made for counting.
pub async fn counts(app: &App) -> Result<Counts, AppError> {
    let sites = hub_db::site::count_active(app.db.read().await?.cx()).await?;
    let count = |shares, adverts| {
        let query = CourseQuery { shares, adverts, limit: 0, ..CourseQuery::default() };
        let found = app.index.search(&query).map_err(AppError::internal)?;
        Ok::<_, AppError>(i64::try_from(found.total).unwrap_or(i64::MAX))
    };
    Ok(Counts {
        sites,
        courses: count(true, true)?,
        adverts: count(false, true)?,
        shares: count(true, false)?,
    })
}

/// The site that came to the hub last, as long as it is looked at for the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstSite {
    /// Its name.
    pub name: String,
    /// Whether it waits for staff.
    pub waits: bool,
}

/// The first site of the hub that is registered or wants to be; `None` until one has come.
pub async fn first_site(app: &App) -> Result<Option<FirstSite>, AppError> {
    let sites = hub_db::site::list(app.db.read().await?.cx(), SiteId(0), MOST_FIRST).await?;
    let is_here = |site: &&Site| matches!(site.state, SiteState::Active | SiteState::Waiting);
    let active = sites.iter().find(|site| site.state == SiteState::Active);
    let found = active.or_else(|| sites.iter().find(is_here));
    Ok(found.map(|site| FirstSite { name: site.info.name.clone(), waits: site.state == SiteState::Waiting }))
}

/// Sites among which the first is looked for; some may have left again.
const MOST_FIRST: i64 = 50;

/// Courses in each row of the front page.
const ROW: usize = 8;

/// What the front page shows.
#[derive(Clone, Debug, Default)]
pub struct Front {
    /// Sites registered now.
    pub sites: i64,
    /// Courses the viewer may see.
    pub courses: usize,
    /// Newest first.
    pub newest: Vec<Found>,
    /// Chosen by staff, newest first.
    pub featured: Vec<Found>,
    /// Values of each filter among all courses.
    pub facets: FacetCounts,
}

/// Gathers the front page. Courses are counted by the index, which is made for counting.
///
/// # Errors
/// `MembersOnly` or `HubOff` when strangers may not read.
pub async fn front(app: &App, viewer: Viewer) -> Result<Front, AppError> {
    let row = |sort, with_facets| CourseQuery { sort, limit: ROW, with_facets, ..CourseQuery::default() };
    let newest = find(app, viewer, &row(Sort::Newest, true)).await?;
    let featured = find(app, viewer, &row(Sort::Featured, false)).await?;
    let sites = hub_db::site::count_active(app.db.read().await?.cx()).await?;
    let is_featured = |found: &Found| found.answer().is_some_and(|version| version.featured);
    Ok(Front {
        sites,
        courses: newest.total,
        newest: newest.courses,
        featured: featured.courses.into_iter().filter(is_featured).collect(),
        facets: newest.facets.unwrap_or_default(),
    })
}
