//! Versions and their texts: publications as they stand and as they were.

use std::collections::HashMap;

use hub_core::course::{CourseText, Kind, Version};
use hub_core::listing::{Listing, PackageState};
use hub_core::site::SiteState;
use hub_core::{CourseId, SiteId, TextId, VersionId};
use jiff::Timestamp;
use sqlx::{ColumnIndex, Decode, Row, Type};

use crate::change::raise;
use crate::{Cx, DbError, millis, on, optional_timestamp, placeholders, timestamp, version_list};

const SELECT: &str = "\
    SELECT version.id, version.course_id, course.site_id, site.state AS site_state, course.site_course_id, \
        course.identity, version.number, version.kind, version.listing, version.listing_reason, version.package, \
        version.package_codes, version.accepted_early, version.package_sha256, version.size_bytes, \
        version.package_release, version.text_id, version_text.fields, version_text.screenshots, \
        version.waiting_text_id, version.created_at, version.updated_at, version.listed_at, \
        course.featured_at, CAST(COALESCE((SELECT SUM(times) FROM download WHERE download.version_id = version.id), 0) AS BIGINT) \
            AS downloads \
    FROM version JOIN course ON course.id = version.course_id \
        JOIN version_text ON version_text.id = version.text_id \
        LEFT JOIN site ON site.id = course.site_id ";

/// What anybody could see, the hub's policy aside; the same rule as `hub_core::visibility`, which is asked again for
/// every version shown. Keep both alike: the test `visibility` of hub-testkit compares them over every combination of
/// states, `the_database_and_the_visibility_function_agree_on_what_is_public`.
const PUBLIC: &str = "version.listing = 'listed' AND (version.kind = 'advert' OR version.package = 'ready') \
    AND (site.state IS NULL OR site.state <> 'suspended')";

struct VersionRow(Result<Version, DbError>);

impl<'r, R> sqlx::FromRow<'r, R> for VersionRow
where
    R: Row,
    for<'a> &'a str: ColumnIndex<R>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> Result<Self, sqlx::Error> {
        let int = |name: &str| row.try_get::<i64, _>(name);
        let optional_int = |name: &str| row.try_get::<Option<i64>, _>(name);
        let optional_text = |name: &str| row.try_get::<Option<String>, _>(name);
        let kind: String = row.try_get("kind")?;
        let listing: String = row.try_get("listing")?;
        let reason = optional_text("listing_reason")?;
        let package: String = row.try_get("package")?;
        let codes: String = row.try_get("package_codes")?;
        let fields: String = row.try_get("fields")?;
        let site_state = optional_text("site_state")?;
        let (created_at, updated_at, listed_at) =
            (int("created_at")?, int("updated_at")?, optional_int("listed_at")?);
        let accepted_early: bool = row.try_get("accepted_early")?;
        let (id, course_id, number) = (int("id")?, int("course_id")?, int("number")?);
        let (site_id, site_course_id) = (optional_int("site_id")?, optional_int("site_course_id")?);
        let featured = optional_int("featured_at")?.is_some();
        let (course_identity, downloads) = (int("identity")?, int("downloads")?);
        let (package_sha256, package_release) =
            (optional_text("package_sha256")?, optional_text("package_release")?);
        let (size_bytes, screenshots) = (optional_int("size_bytes")?, int("screenshots")?);
        let (text_id, waiting_text_id) = (int("text_id")?, optional_int("waiting_text_id")?);
        let read = || -> Result<Version, DbError> {
            Ok(Version {
                id: VersionId(id),
                course_id: CourseId(course_id),
                site_id: site_id.map(SiteId),
                site_state: site_state.as_deref().and_then(SiteState::from_name),
                site_course_id,
                course_identity,
                number,
                kind: Kind::from_name(&kind).ok_or(DbError::Damaged("a version of an unknown kind"))?,
                listing: Listing::from_columns(&listing, reason)
                    .ok_or(DbError::Damaged("a version in an unknown listing state"))?,
                package: PackageState::from_columns(&package, &codes)
                    .ok_or(DbError::Damaged("a version in an unknown package state"))?,
                accepted_early,
                package_sha256,
                size_bytes,
                package_release,
                text_id: TextId(text_id),
                text: text_from(&fields)?,
                waiting_text_id: waiting_text_id.map(TextId),
                screenshots,
                created_at: timestamp(created_at)?,
                updated_at: timestamp(updated_at)?,
                listed_at: optional_timestamp(listed_at)?,
                downloads,
                featured,
            })
        };
        Ok(Self(read()))
    }
}

fn text_from(fields: &str) -> Result<CourseText, DbError> {
    serde_json::from_str(fields).map_err(|_| DbError::Damaged("a text that cannot be read"))
}

/// Safe everywhere below: the variable parts are [`SELECT`], [`PUBLIC`], constant conditions, placeholders and the
/// dialect's lock words.
fn select(condition: &str) -> sqlx::AssertSqlSafe<String> {
    sqlx::AssertSqlSafe(format!("{SELECT}{condition}"))
}

async fn all(cx: Cx<'_>, condition: &str, values: &[i64]) -> Result<Vec<Version>, DbError> {
    let sql = select(condition);
    let rows = on!(cx, c => {
        let mut query = sqlx::query_as::<_, VersionRow>(sql);
        for value in values {
            query = query.bind(*value);
        }
        query.fetch_all(c).await
    })?;
    rows.into_iter().map(|row| row.0).collect()
}

/// The next id of the one sequence.
///
/// # Errors
/// [`DbError::Damaged`] when the sequence has reached the largest number classic clients can hold.
pub async fn next_id(cx: Cx<'_>) -> Result<VersionId, DbError> {
    let id = VersionId(raise(cx, "version", 1).await?);
    if id > VersionId::MAX {
        Err(DbError::Damaged("more publications than classic clients can count"))
    } else {
        Ok(id)
    }
}

/// One version with its accepted text.
pub async fn by_id(cx: Cx<'_>, id: VersionId) -> Result<Option<Version>, DbError> {
    Ok(all(cx, "WHERE version.id = $1", &[id.get()]).await?.pop())
}

/// One version, its row locked until the transaction ends.
pub async fn lock(mut cx: Cx<'_>, id: VersionId) -> Result<Option<Version>, DbError> {
    // Safe: the only variable part is the dialect's lock words. The lock is taken on the row alone, since PostgreSQL
    // does not lock through outer joins.
    let sql = sqlx::AssertSqlSafe(format!("SELECT id FROM version WHERE id = $1{}", cx.for_update()));
    let found =
        on!(cx.again(), c => sqlx::query_scalar::<_, i64>(sql).bind(id.get()).fetch_optional(c).await)?;
    if found.is_none() { Ok(None) } else { by_id(cx, id).await }
}

/// The versions of some ids, in no order.
pub async fn by_ids(cx: Cx<'_>, ids: &[VersionId]) -> Result<Vec<Version>, DbError> {
    let values: Vec<i64> = ids.iter().map(|id| id.get()).collect();
    all(cx, &format!("WHERE version.id IN ({})", placeholders(1, ids.len())), &values).await
}

/// All versions of a course, newest first, at most `limit`.
pub async fn of_course(cx: Cx<'_>, id: CourseId, limit: i64) -> Result<Vec<Version>, DbError> {
    all(cx, "WHERE version.course_id = $1 ORDER BY version.id DESC LIMIT $2", &[id.get(), limit]).await
}

/// The newest public version of each kind of a course: share and advert.
pub async fn newest_public(
    mut cx: Cx<'_>,
    id: CourseId,
) -> Result<(Option<Version>, Option<Version>), DbError> {
    let mut newest = [None, None];
    for (slot, kind) in newest.iter_mut().zip(["share", "advert"]) {
        // Safe: `kind` is one of the two words above.
        let condition = format!(
            "WHERE version.course_id = $1 AND version.kind = '{kind}' AND {PUBLIC} ORDER BY version.id DESC LIMIT 1"
        );
        *slot = all(cx.again(), &condition, &[id.get()]).await?.pop();
    }
    let [share, advert] = newest;
    Ok((share, advert))
}

/// A site's versions that are not gone, newest first, at most `limit`.
pub async fn of_site(cx: Cx<'_>, id: SiteId, limit: i64) -> Result<Vec<Version>, DbError> {
    let condition = "WHERE course.site_id = $1 AND version.listing NOT IN ('withdrawn', 'removed') \
        ORDER BY version.id DESC LIMIT $2";
    all(cx, condition, &[id.get(), limit]).await
}

/// All versions of the courses a site knows by these ids of its own.
pub async fn of_site_courses(
    cx: Cx<'_>,
    site_course_ids: &[i64],
    limit: i64,
) -> Result<Vec<Version>, DbError> {
    let count = site_course_ids.len();
    let condition = format!(
        "WHERE course.site_course_id IN ({}) AND version.listing NOT IN ('withdrawn', 'removed')
         ORDER BY version.id DESC LIMIT ${}",
        placeholders(1, count),
        count + 1
    );
    let values: Vec<i64> = site_course_ids.iter().copied().chain([limit]).collect();
    all(cx, &condition, &values).await
}

/// The advert of a course, gone or not.
pub async fn advert_of(cx: Cx<'_>, id: CourseId) -> Result<Option<Version>, DbError> {
    let condition =
        "WHERE version.course_id = $1 AND version.kind = 'advert' ORDER BY version.id DESC LIMIT 1";
    Ok(all(cx, condition, &[id.get()]).await?.pop())
}

/// What waits for staff, oldest first: versions in the queue and changes of listed ones.
pub async fn waiting(cx: Cx<'_>, limit: i64) -> Result<Vec<Version>, DbError> {
    let condition = "WHERE version.listing = 'waiting' OR version.waiting_text_id IS NOT NULL \
        ORDER BY version.updated_at, version.id LIMIT $1";
    all(cx, condition, &[limit]).await
}

/// Versions in one listing state, newest first, at most `limit`; all if `state` is `None`.
pub async fn list(cx: Cx<'_>, state: Option<&str>, limit: i64) -> Result<Vec<Version>, DbError> {
    let Some(state) = state else {
        return all(cx, "ORDER BY version.id DESC LIMIT $1", &[limit]).await;
    };
    let sql = select("WHERE version.listing = $1 ORDER BY version.id DESC LIMIT $2");
    let rows = on!(cx, c => sqlx::query_as::<_, VersionRow>(sql).bind(state).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|row| row.0).collect()
}

/// Shares whose file did not come: drafts without a package made before `before`, oldest first.
pub async fn drafts_before(cx: Cx<'_>, before: Timestamp, limit: i64) -> Result<Vec<Version>, DbError> {
    let condition = "WHERE version.listing = 'draft' AND version.package = 'none' AND version.created_at < $1 \
        ORDER BY version.id LIMIT $2";
    all(cx, condition, &[millis(before), limit]).await
}

/// Public versions with greater ids, in their order, at most `limit`.
pub async fn public_after(cx: Cx<'_>, after: VersionId, limit: i64) -> Result<Vec<Version>, DbError> {
    let condition = format!("WHERE {PUBLIC} AND version.id > $1 ORDER BY version.id LIMIT $2");
    all(cx, &condition, &[after.get(), limit]).await
}

/// Listed versions with greater ids whose links are looked at on this day of the week, 0 to 6, or did not answer when
/// last looked at; in the order of their ids, at most `limit`. Whether a version has a link at all is for the caller to
/// see.
pub async fn links_due_after(
    cx: Cx<'_>,
    after: VersionId,
    weekday: i64,
    limit: i64,
) -> Result<Vec<Version>, DbError> {
    let condition = "WHERE version.listing = 'listed' AND version.id > $1 AND (version.id % 7 = $2 \
        OR EXISTS (SELECT 1 FROM link_trouble WHERE link_trouble.version_id = version.id)) \
        ORDER BY version.id LIMIT $3";
    all(cx, condition, &[after.get(), weekday, limit]).await
}

/// Adds a version of `course_id` with the next number inside the course.
pub async fn insert(
    mut cx: Cx<'_>,
    id: VersionId,
    course_id: CourseId,
    kind: Kind,
    listing: &Listing,
    text_id: TextId,
    now: Timestamp,
) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO version (id, course_id, number, kind, listing, listing_reason, package, package_codes,
            accepted_early, text_id, created_at, updated_at, listed_at)
        VALUES ($1, $2, (SELECT COALESCE(MAX(number), 0) + 1 FROM version WHERE course_id = $2), $3, $4, $5, 'none',
            '', FALSE, $6, $7, $7, $8)";
    let listed_at = (*listing == Listing::Listed).then(|| millis(now));
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(id.get()).bind(course_id.get()).bind(kind.name()).bind(listing.name())
            .bind(listing.reason()).bind(text_id.get()).bind(millis(now)).bind(listed_at).execute(c).await.map(drop)
    })?;
    version_list::refresh(cx, id).await
}

/// Writes the states, the package and the texts of a version. `listed_at` is set when it is listed for the first
/// time, `gone_at` when it is withdrawn or removed.
pub async fn update(mut cx: Cx<'_>, version: &Version, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        UPDATE version SET listing = $2, listing_reason = $3, package = $4, package_codes = $5, accepted_early = $6,
            package_sha256 = $7, size_bytes = $8, package_release = $9, text_id = $10, waiting_text_id = $11,
            updated_at = $12, listed_at = COALESCE(listed_at, $13), gone_at = $14
        WHERE id = $1";
    let listed_at = version.is_public().then(|| millis(now));
    let gone_at = version.listing.is_gone().then(|| millis(now));
    on!(cx.again(), c => {
        sqlx::query(SQL).bind(version.id.get()).bind(version.listing.name()).bind(version.listing.reason())
            .bind(version.package.name()).bind(version.package.codes().join(",")).bind(version.accepted_early)
            .bind(&version.package_sha256).bind(version.size_bytes).bind(&version.package_release)
            .bind(version.text_id.get()).bind(version.waiting_text_id.map(TextId::get))
            .bind(millis(version.updated_at)).bind(listed_at).bind(gone_at).execute(c).await.map(drop)
    })?;
    version_list::refresh(cx, version.id).await
}

/// Adds a text state; a version points to it by [`insert`] or [`update`].
pub async fn insert_text(
    mut cx: Cx<'_>,
    version_id: VersionId,
    text: &CourseText,
    now: Timestamp,
) -> Result<TextId, DbError> {
    const SQL: &str = "\
        INSERT INTO version_text (version_id, title, short_name, language, licence, fields, screenshots, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, $7) RETURNING id";
    let fields =
        serde_json::to_string(text).map_err(|_| DbError::Damaged("a text that cannot be written"))?;
    let id = on!(cx.again(), c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(version_id.get()).bind(&text.title).bind(&text.short_name)
            .bind(&text.language).bind(&text.licence).bind(fields).bind(millis(now)).fetch_one(c).await
    })?;
    version_list::put_text(cx, TextId(id), text).await?;
    Ok(TextId(id))
}

/// A text that a version has, had or may get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextState {
    /// Its number; later texts have greater ones.
    pub id: TextId,
    /// When it was written.
    pub created_at: Timestamp,
    /// What it says.
    pub text: CourseText,
}

/// All texts of a version, newest first, at most `limit`.
pub async fn texts(cx: Cx<'_>, id: VersionId, limit: i64) -> Result<Vec<TextState>, DbError> {
    const SQL: &str = "\
        SELECT id, created_at, fields FROM version_text WHERE version_id = $1 ORDER BY id DESC LIMIT $2";
    let rows = on!(cx, c => {
        sqlx::query_as::<_, (i64, i64, String)>(SQL).bind(id.get()).bind(limit).fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(id, at, fields)| {
            Ok(TextState { id: TextId(id), created_at: timestamp(at)?, text: text_from(&fields)? })
        })
        .collect()
}

/// Texts with greater ids, in their order, at most `limit`.
pub(crate) async fn texts_after(
    cx: Cx<'_>,
    after: i64,
    limit: i64,
) -> Result<Vec<(TextId, CourseText)>, DbError> {
    const SQL: &str = "SELECT id, fields FROM version_text WHERE id > $1 ORDER BY id LIMIT $2";
    let rows =
        on!(cx, c => sqlx::query_as::<_, (i64, String)>(SQL).bind(after).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(|(id, fields)| Ok((TextId(id), text_from(&fields)?))).collect()
}

/// A text state and its number of screenshots.
pub async fn text(cx: Cx<'_>, id: TextId) -> Result<Option<(CourseText, i64)>, DbError> {
    const SQL: &str = "SELECT fields, screenshots FROM version_text WHERE id = $1";
    let row = on!(cx, c => sqlx::query_as::<_, (String, i64)>(SQL).bind(id.get()).fetch_optional(c).await)?;
    row.map(|(fields, screenshots)| Ok((text_from(&fields)?, screenshots))).transpose()
}

/// Publications of a site since `since`, withdrawn ones included: taking one back frees no place.
pub async fn count_since(cx: Cx<'_>, id: SiteId, since: Timestamp) -> Result<i64, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM version JOIN course ON course.id = version.course_id
        WHERE course.site_id = $1 AND version.created_at > $2";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).bind(millis(since)).fetch_one(c).await)?)
}

/// When a site made its `number`th publication since `since`, oldest first, counted as [`count_since`] does.
pub async fn nth_since(
    cx: Cx<'_>,
    id: SiteId,
    since: Timestamp,
    number: i64,
) -> Result<Option<Timestamp>, DbError> {
    const SQL: &str = "\
        SELECT version.created_at FROM version JOIN course ON course.id = version.course_id
        WHERE course.site_id = $1 AND version.created_at > $2
        ORDER BY version.created_at, version.id LIMIT 1 OFFSET $3";
    let found = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL)
        .bind(id.get()).bind(millis(since)).bind(number - 1).fetch_optional(c).await)?;
    found.map(timestamp).transpose()
}

/// Courses anybody may see, by publishing site; sites without any are left out.
pub async fn count_public_by_site(cx: Cx<'_>) -> Result<HashMap<SiteId, i64>, DbError> {
    // Safe: only constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT course.site_id, COUNT(DISTINCT version.course_id)
         FROM version JOIN course ON course.id = version.course_id JOIN site ON site.id = course.site_id
         WHERE {PUBLIC} GROUP BY course.site_id"
    ));
    let rows = on!(cx, c => sqlx::query_as::<_, (i64, i64)>(sql).fetch_all(c).await)?;
    Ok(rows.into_iter().map(|(site, courses)| (SiteId(site), courses)).collect())
}

/// Whether any version of a course was hidden or removed by staff, `besides` aside.
pub async fn staff_said_no(cx: Cx<'_>, id: CourseId, besides: VersionId) -> Result<bool, DbError> {
    const SQL: &str = "\
        SELECT COUNT(*) FROM version WHERE course_id = $1 AND id <> $2 AND listing IN ('hidden', 'removed')";
    let count = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(id.get()).bind(besides.get()).fetch_one(c).await)?;
    Ok(count > 0)
}

/// Adds a download to a version's day (days since 1970 UTC).
pub async fn add_download(cx: Cx<'_>, id: VersionId, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO download (version_id, day, times) VALUES ($1, $2, 1)
        ON CONFLICT (version_id, day) DO UPDATE SET times = download.times + 1";
    let day = now.as_second().div_euclid(86_400);
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(day).execute(c).await.map(drop))?;
    Ok(())
}

/// The version of a person (no site) that has this package and was neither withdrawn nor deleted.
pub async fn of_person_with_package(cx: Cx<'_>, sha256: &str) -> Result<Option<Version>, DbError> {
    let sql = select(
        "WHERE version.package_sha256 = $1 AND course.site_id IS NULL \
         AND version.listing NOT IN ('withdrawn', 'removed') ORDER BY version.id LIMIT 1",
    );
    let row = on!(cx, c => sqlx::query_as::<_, VersionRow>(sql).bind(sha256).fetch_optional(c).await)?;
    row.map(|row| row.0).transpose()
}

/// Versions that are not gone and have this package.
pub async fn with_package(cx: Cx<'_>, sha256: &str) -> Result<Vec<VersionId>, DbError> {
    const SQL: &str = "\
        SELECT id FROM version WHERE package_sha256 = $1 AND package IN ('ready', 'held')
            AND listing NOT IN ('withdrawn', 'removed') ORDER BY id";
    let ids = on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).bind(sha256).fetch_all(c).await)?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// Versions whose package was held or refused and that have not changed since `before`, while its bytes are kept.
pub async fn not_taken_before(cx: Cx<'_>, before: Timestamp, limit: i64) -> Result<Vec<VersionId>, DbError> {
    const SQL: &str = "\
        SELECT version.id FROM version JOIN blob_use ON blob_use.used_by = 'package' AND blob_use.used_id = version.id
        WHERE version.package IN ('held', 'refused') AND version.updated_at < $1 ORDER BY version.id LIMIT $2";
    let ids = on!(cx, c => {
        sqlx::query_scalar::<_, i64>(SQL).bind(millis(before)).bind(limit).fetch_all(c).await
    })?;
    Ok(ids.into_iter().map(VersionId).collect())
}
