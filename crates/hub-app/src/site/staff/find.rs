//! Staff's list of sites: filtered, sorted, paged, and as a file.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use hub_core::desk::{PageNumber, Series, SiteQuery};
use hub_core::site::Site;
use hub_core::{SiteId, csv};
use hub_db::Cx;
use hub_db::site_list::{self, Counts, Facet};

use crate::stream::FileStream;
use crate::{App, AppError};

/// One line of the list.
#[derive(Clone, Debug)]
pub struct SiteRow {
    /// The site.
    pub site: Site,
    /// Its publications.
    pub counts: Counts,
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct SiteList {
    /// Its lines.
    pub rows: Vec<SiteRow>,
    /// Sites on all pages.
    pub total: i64,
    /// Which page it is.
    pub page: PageNumber,
}

/// What the filters offer: the values that sites have, each with the number of sites.
#[derive(Clone, Debug, Default)]
pub struct SiteChoices {
    /// States.
    pub states: Vec<(String, i64)>,
    /// Country codes; empty for sites without one.
    pub countries: Vec<(String, i64)>,
    /// Language codes.
    pub languages: Vec<(String, i64)>,
    /// Moodle releases, oldest first.
    pub series: Vec<(Series, i64)>,
}

/// The sites of one page of a query. A page behind the last one has no lines.
///
/// # Errors
/// Only ours.
pub async fn find(app: &App, query: &SiteQuery, page: PageNumber) -> Result<SiteList, AppError> {
    let mut conn = app.db.read().await?;
    let total = site_list::count(conn.cx(), query).await?;
    let ids = site_list::page(conn.cx(), query, page).await?;
    Ok(SiteList { rows: rows(conn.cx(), &ids).await?, total, page })
}

/// What the filters of the list offer.
///
/// # Errors
/// Only ours.
pub async fn choices(app: &App) -> Result<Arc<SiteChoices>, AppError> {
    app.site_choices.get(app, async || count_choices(app).await).await
}

async fn count_choices(app: &App) -> Result<SiteChoices, AppError> {
    let mut conn = app.db.read().await?;
    Ok(SiteChoices {
        states: site_list::values(conn.cx(), Facet::State).await?,
        countries: site_list::values(conn.cx(), Facet::Country).await?,
        languages: site_list::values(conn.cx(), Facet::Language).await?,
        series: site_list::series(conn.cx()).await?,
    })
}

/// Sites in the order of their ids, with their numbers.
async fn rows(mut cx: Cx<'_>, ids: &[SiteId]) -> Result<Vec<SiteRow>, AppError> {
    let sites = hub_db::site::by_ids(cx.again(), ids).await?;
    let mut sites: HashMap<SiteId, Site> = sites.into_iter().map(|site| (site.id, site)).collect();
    let counts: HashMap<SiteId, Counts> = site_list::counts(cx, ids).await?.into_iter().collect();
    let row = |id: &SiteId| {
        let site = sites.remove(id)?;
        Some(SiteRow { site, counts: counts.get(id).copied().unwrap_or_default() })
    };
    Ok(ids.iter().filter_map(row).collect())
}

/// Sites written at once.
const AT_ONCE: usize = 200;

/// The columns of the file, by the names the command line has for them.
const COLUMNS: [&str; 20] = [
    "id",
    "name",
    "address",
    "state",
    "trusted",
    "prioritised",
    "in_directory",
    "country",
    "language",
    "moodle_release",
    "contact_name",
    "contact_email",
    "courses",
    "waiting",
    "registered_at",
    "last_seen_at",
    "left_at",
    "waiting_name",
    "waiting_address",
    "notes",
];

/// All sites of a query as a CSV file (UTF-8, RFC 4180), safe to open in a spreadsheet. Sites that are added meanwhile
/// are not in it.
///
/// # Errors
/// Only ours.
pub async fn csv(app: &App, query: &SiteQuery) -> Result<FileStream, AppError> {
    let ids = site_list::some(app.db.read().await?.cx(), query, i64::MAX, 0).await?;
    let chunks: Vec<Vec<SiteId>> = ids.chunks(AT_ONCE).map(<[SiteId]>::to_vec).collect();
    let head = stream::iter([Ok(Bytes::from(csv::line(&COLUMNS)))]);
    let body = stream::try_unfold((app.clone(), chunks.into_iter()), |(app, mut chunks)| async move {
        let Some(ids) = chunks.next() else { return Ok(None) };
        let rows = rows(app.db.read().await?.cx(), &ids).await?;
        let lines: String = rows.iter().map(|row| csv::line(&cells(row))).collect();
        Ok(Some((Bytes::from(lines), (app, chunks))))
    });
    Ok(Box::pin(futures_util::StreamExt::chain(head, body)))
}

fn cells(row: &SiteRow) -> [String; 20] {
    let site = &row.site;
    let time = |at: Option<jiff::Timestamp>| at.map(|at| at.to_string()).unwrap_or_default();
    [
        site.id.to_string(),
        site.info.name.clone(),
        site.address.as_str().to_owned(),
        site.state.name().to_owned(),
        site.trusted.to_string(),
        site.prioritised.to_string(),
        site.in_directory.to_string(),
        site.info.country.clone(),
        site.info.language.clone(),
        site.info.moodle_release.clone(),
        site.info.contact_name.clone(),
        site.info.contact_email.clone(),
        row.counts.courses.to_string(),
        row.counts.waiting.to_string(),
        time(Some(site.registered_at)),
        time(site.last_seen_at),
        time(site.left_at),
        site.waiting_name.clone().unwrap_or_default(),
        site.waiting_address.as_ref().map(|address| address.as_str().to_owned()).unwrap_or_default(),
        site.notes.clone(),
    ]
}
