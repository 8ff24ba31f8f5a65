//! Courses: the rows that give a site's course its one permanent page.

use hub_core::{CourseId, SiteId};
use jiff::Timestamp;

use crate::{Cx, DbError, millis, on, optional_timestamp, version_list};

/// A course's own row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseRow {
    /// Its id, that of its first version.
    pub id: CourseId,
    /// The site that publishes it.
    pub site_id: Option<SiteId>,
    /// Which identity of that site owns it.
    pub identity: i64,
    /// When staff featured it.
    pub featured_at: Option<Timestamp>,
    /// Why.
    pub featured_reason: Option<String>,
}

type Row = (i64, Option<i64>, i64, Option<i64>, Option<String>);

fn from_row((id, site_id, identity, featured_at, featured_reason): Row) -> Result<CourseRow, DbError> {
    Ok(CourseRow {
        id: CourseId(id),
        site_id: site_id.map(SiteId),
        identity,
        featured_at: optional_timestamp(featured_at)?,
        featured_reason,
    })
}

/// Adds a course. Its id is that of its first version.
pub async fn insert(
    cx: Cx<'_>,
    id: CourseId,
    site: Option<(SiteId, i64)>,
    site_course_id: Option<i64>,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO course (id, site_id, site_course_id, identity, created_at) VALUES ($1, $2, $3, $4, $5)";
    let identity = site.map_or(1, |(_, identity)| identity);
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(site.map(|(id, _)| id.get())).bind(site_course_id).bind(identity)
            .bind(millis(now)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// One course.
pub async fn by_id(cx: Cx<'_>, id: CourseId) -> Result<Option<CourseRow>, DbError> {
    const SQL: &str = "SELECT id, site_id, identity, featured_at, featured_reason FROM course WHERE id = $1";
    on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(id.get()).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// The course a site knows by an id of its own, locked until the transaction ends.
pub async fn lock_by_site_course(
    cx: Cx<'_>,
    site_id: SiteId,
    site_course_id: i64,
) -> Result<Option<CourseRow>, DbError> {
    // Safe: the only variable part is the dialect's lock words.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT id, site_id, identity, featured_at, featured_reason FROM course
         WHERE site_id = $1 AND site_course_id = $2{}",
        cx.for_update()
    ));
    on!(cx, c => sqlx::query_as::<_, Row>(sql).bind(site_id.get()).bind(site_course_id).fetch_optional(c).await)?
        .map(from_row)
        .transpose()
}

/// Ids of a site's courses, after `after`, at most `limit`.
pub async fn ids_of_site(
    cx: Cx<'_>,
    site_id: SiteId,
    after: CourseId,
    limit: i64,
) -> Result<Vec<CourseId>, DbError> {
    const SQL: &str = "SELECT id FROM course WHERE site_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    let ids = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(site_id.get()).bind(after.get()).bind(limit).fetch_all(c).await
    })?;
    Ok(ids.into_iter().map(CourseId).collect())
}

/// Ids of all courses after `after`, at most `limit`: what a new index reads.
pub async fn ids(cx: Cx<'_>, after: CourseId, limit: i64) -> Result<Vec<CourseId>, DbError> {
    const SQL: &str = "SELECT id FROM course WHERE id > $1 ORDER BY id LIMIT $2";
    let ids =
        on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(after.get()).bind(limit).fetch_all(c).await)?;
    Ok(ids.into_iter().map(CourseId).collect())
}

/// Features a course with a reason, or no longer.
pub async fn set_featured(
    cx: Cx<'_>,
    id: CourseId,
    featured: Option<(&str, Timestamp)>,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE course SET featured_at = $2, featured_reason = $3 WHERE id = $1";
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(featured.map(|(_, at)| millis(at))).bind(featured.map(|(why, _)| why))
            .execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What staff noted on a course.
pub async fn notes(cx: Cx<'_>, id: CourseId) -> Result<String, DbError> {
    const SQL: &str = "SELECT notes FROM course WHERE id = $1";
    let notes = on!(cx, c => sqlx::query_scalar::<_, String>(SQL).bind(id.get()).fetch_optional(c).await)?;
    Ok(notes.unwrap_or_default())
}

/// Notes something on a course.
pub async fn set_notes(cx: Cx<'_>, id: CourseId, notes: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE course SET notes = $2 WHERE id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(notes).execute(c).await.map(drop))?;
    Ok(())
}

/// Gives a course to another site and identity of it, where it has this id, if that is known.
pub async fn set_site(
    mut cx: Cx<'_>,
    id: CourseId,
    site: (SiteId, i64),
    site_course_id: Option<i64>,
) -> Result<(), DbError> {
    const SQL: &str = "UPDATE course SET site_id = $2, identity = $3, site_course_id = $4 WHERE id = $1";
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(id.get()).bind(site.0.get()).bind(site.1).bind(site_course_id).execute(c).await.map(drop)
    })?;
    version_list::refresh_course(cx, id).await
}

/// Gives all courses of a site to its present identity.
pub async fn confirm(cx: Cx<'_>, site_id: SiteId, identity: i64) -> Result<u64, DbError> {
    const SQL: &str = "UPDATE course SET identity = $2 WHERE site_id = $1 AND identity <> $2";
    Ok(on!(cx, c => {
        sqlx::query(SQL).bind(site_id.get()).bind(identity).execute(c).await.map(|r| r.rows_affected())
    })?)
}

/// Courses of a site that belong to an earlier identity of it.
pub async fn count_unconfirmed(cx: Cx<'_>, site_id: SiteId, identity: i64) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COUNT(*) FROM course WHERE site_id = $1 AND identity <> $2";
    Ok(on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(site_id.get()).bind(identity).fetch_one(c).await
    })?)
}
