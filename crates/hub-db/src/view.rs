//! How often the pages of courses were looked at.

use hub_core::CourseId;
use jiff::Timestamp;

use crate::{Cx, DbError, on};

/// Adds views of a course to a day (days since 1970 UTC). A course that is gone meanwhile is passed over.
pub async fn add(cx: Cx<'_>, id: CourseId, times: i64, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO course_view (course_id, day, times) SELECT id, $2, $3 FROM course WHERE id = $1
        ON CONFLICT (course_id, day) DO UPDATE SET times = course_view.times + excluded.times";
    let day = now.as_second().div_euclid(86_400);
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(day).bind(times).execute(c).await.map(drop))?;
    Ok(())
}

/// How often a course was looked at in all.
pub async fn of_course(cx: Cx<'_>, id: CourseId) -> Result<i64, DbError> {
    const SQL: &str = "SELECT CAST(COALESCE(SUM(times), 0) AS BIGINT) FROM course_view WHERE course_id = $1";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).fetch_one(c).await)?)
}
