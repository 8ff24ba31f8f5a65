//! What the hub says of itself.

use hub_core::query::{CourseQuery, FacetCounts, Sort};
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
