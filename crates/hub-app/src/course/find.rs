//! Staff's list of publications: filtered, sorted, paged, and as a file.

use std::collections::HashMap;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use hub_core::course::Version;
use hub_core::desk::{PageNumber, StaffCourseQuery};
use hub_core::{SiteId, VersionId, csv};
use hub_db::Cx;
use hub_db::version_list::{self, Facet};

use super::look::{Row, rows_of};
use crate::stream::FileStream;
use crate::{App, AppError};

/// One page of the list.
#[derive(Clone, Debug)]
pub struct CourseList {
    /// Its lines.
    pub rows: Vec<Row>,
    /// Publications on all pages, or those counted if there are more.
    pub total: i64,
    /// There are more than were counted.
    pub more: bool,
    /// Which page it is.
    pub page: PageNumber,
}

/// What the filters offer: the codes that publications have, each with their number; empty for those without one.
#[derive(Clone, Debug, Default)]
pub struct CourseChoices {
    /// Listing states.
    pub states: Vec<(String, i64)>,
    /// Languages.
    pub languages: Vec<(String, i64)>,
    /// Licences.
    pub licences: Vec<(String, i64)>,
    /// Subjects.
    pub subjects: Vec<(String, i64)>,
    /// Audiences.
    pub audiences: Vec<(String, i64)>,
    /// Levels.
    pub levels: Vec<(String, i64)>,
}

/// The publications of one page of a query. A page behind the last one has no lines.
///
/// # Errors
/// Only ours.
pub async fn find(app: &App, query: &StaffCourseQuery, page: PageNumber) -> Result<CourseList, AppError> {
    let mut conn = app.db.read().await?;
    let found = version_list::find(conn.cx(), query, page).await?;
    let versions = in_order(conn.cx(), &found.ids).await?;
    let rows = rows_of(conn.cx(), versions).await?;
    Ok(CourseList { rows, total: found.total, more: found.more, page })
}

/// What the filters of the list offer.
///
/// # Errors
/// Only ours.
pub async fn choices(app: &App) -> Result<Arc<CourseChoices>, AppError> {
    app.course_choices.get(app, async || count_choices(app).await).await
}

async fn count_choices(app: &App) -> Result<CourseChoices, AppError> {
    let mut conn = app.db.read().await?;
    Ok(CourseChoices {
        states: version_list::values(conn.cx(), Facet::State).await?,
        languages: version_list::values(conn.cx(), Facet::Language).await?,
        licences: version_list::values(conn.cx(), Facet::Licence).await?,
        subjects: version_list::values(conn.cx(), Facet::Subject).await?,
        audiences: version_list::values(conn.cx(), Facet::Audience).await?,
        levels: version_list::values(conn.cx(), Facet::Level).await?,
    })
}

/// Versions in the order of their ids; those that are not there are left out.
pub(super) async fn in_order(cx: Cx<'_>, ids: &[VersionId]) -> Result<Vec<Version>, AppError> {
    let versions = hub_db::version::by_ids(cx, ids).await?;
    let mut versions: HashMap<VersionId, Version> =
        versions.into_iter().map(|version| (version.id, version)).collect();
    Ok(ids.iter().filter_map(|id| versions.remove(id)).collect())
}

/// Publications written at once.
const AT_ONCE: usize = 200;

/// The columns of the file, by the names the command line has for them.
const COLUMNS: [&str; 22] = [
    "id",
    "course_id",
    "title",
    "short_name",
    "kind",
    "listing",
    "reason",
    "change_waits",
    "package",
    "link_dead",
    "site_id",
    "site",
    "language",
    "licence",
    "subject",
    "audience",
    "level",
    "tags",
    "size_bytes",
    "downloads",
    "created_at",
    "updated_at",
];

/// All publications of a query as a CSV file (UTF-8, RFC 4180), safe to open in a spreadsheet. What is published
/// meanwhile is not in it.
///
/// # Errors
/// Only ours.
pub async fn csv(app: &App, query: &StaffCourseQuery) -> Result<FileStream, AppError> {
    let ids = version_list::some(app.db.read().await?.cx(), query, i64::MAX, 0).await?;
    let chunks: Vec<Vec<VersionId>> = ids.chunks(AT_ONCE).map(<[VersionId]>::to_vec).collect();
    let head = stream::iter([Ok(Bytes::from(csv::line(&COLUMNS)))]);
    let body = stream::try_unfold((app.clone(), chunks.into_iter()), |(app, mut chunks)| async move {
        let Some(ids) = chunks.next() else { return Ok(None) };
        let mut conn = app.db.read().await?;
        let versions = in_order(conn.cx(), &ids).await?;
        let rows = rows_of(conn.cx(), versions).await?;
        drop(conn);
        let lines: String = rows.iter().map(|row| csv::line(&cells(row))).collect();
        Ok(Some((Bytes::from(lines), (app, chunks))))
    });
    Ok(Box::pin(futures_util::StreamExt::chain(head, body)))
}

fn cells(row: &Row) -> [String; 22] {
    let (version, text) = (&row.version, &row.version.text);
    [
        version.id.to_string(),
        version.course_id.to_string(),
        text.title.clone(),
        text.short_name.clone(),
        version.kind.name().to_owned(),
        version.listing.name().to_owned(),
        version.listing.reason().unwrap_or_default().to_owned(),
        version.waiting_text_id.is_some().to_string(),
        version.package.name().to_owned(),
        row.is_link_dead.to_string(),
        version.site_id.map(|id: SiteId| id.to_string()).unwrap_or_default(),
        row.site_name.clone().unwrap_or_default(),
        text.language.clone(),
        text.licence.clone(),
        text.subject.clone(),
        text.audience.clone(),
        text.level.clone(),
        text.tags.join(", "),
        version.size_bytes.map(|bytes| bytes.to_string()).unwrap_or_default(),
        version.downloads.to_string(),
        version.created_at.to_string(),
        version.updated_at.to_string(),
    ]
}
