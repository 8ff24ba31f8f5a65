//! Staff's list of publications: a narrow row for each version, made from the others on every write.

use hub_core::course::CourseText;
use hub_core::desk::{
    CourseSort, Direction, PageNumber, StaffCourseQuery, StateFilter, course_search_key, name_key, wanted,
};
use hub_core::{CourseId, SiteId, TextId, VersionId};

use crate::filter::{Filter, Value, bind_values};
use crate::seam::WordTest;
use crate::{Cx, DbError, millis, on};

/// Keeps what a text is filtered and sorted by.
pub(crate) async fn put_text(cx: Cx<'_>, id: TextId, text: &CourseText) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO text_key (text_id, search_key, title_key, language, licence, audience, level, subject)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (text_id) DO UPDATE SET search_key = excluded.search_key, title_key = excluded.title_key,
            language = excluded.language, licence = excluded.licence, audience = excluded.audience,
            level = excluded.level, subject = excluded.subject";
    let (search, title) = (course_search_key(text), name_key(&text.title));
    on!(cx, c => {
        sqlx::query(SQL).bind(id.get()).bind(search).bind(title).bind(&text.language).bind(&text.licence)
            .bind(&text.audience).bind(&text.level).bind(&text.subject).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Makes the rows of the versions anew that a constant condition names; reports stay as they were counted.
async fn refresh_where(cx: Cx<'_>, condition: &'static str, value: Option<i64>) -> Result<(), DbError> {
    // Safe: constant text.
    let sql = sqlx::AssertSqlSafe(format!(
        "INSERT INTO version_list (version_id, course_id, site_id, kind, listing, package, change_waits, language,
            licence, audience, level, subject, size_bytes, reports, created_at, updated_at, title_key, search_key,
            site_key)
        SELECT version.id, version.course_id, COALESCE(course.site_id, 0), version.kind, version.listing,
            version.package, version.waiting_text_id IS NOT NULL, text_key.language, text_key.licence,
            text_key.audience, text_key.level, text_key.subject, COALESCE(version.size_bytes, 0), 0,
            version.created_at, version.updated_at, text_key.title_key, text_key.search_key,
            COALESCE(site.name_key, '')
        FROM version JOIN course ON course.id = version.course_id
            LEFT JOIN site ON site.id = course.site_id
            JOIN text_key ON text_key.text_id = version.text_id
        WHERE {condition}
        ON CONFLICT (version_id) DO UPDATE SET course_id = excluded.course_id, site_id = excluded.site_id,
            kind = excluded.kind, listing = excluded.listing, package = excluded.package,
            change_waits = excluded.change_waits, language = excluded.language, licence = excluded.licence,
            audience = excluded.audience, level = excluded.level, subject = excluded.subject,
            size_bytes = excluded.size_bytes, created_at = excluded.created_at, updated_at = excluded.updated_at,
            title_key = excluded.title_key, search_key = excluded.search_key, site_key = excluded.site_key"
    ));
    on!(cx, c => {
        let mut query = sqlx::query(sql);
        if let Some(value) = value {
            query = query.bind(value);
        }
        query.execute(c).await.map(drop)
    })?;
    Ok(())
}

/// Makes the row of a version anew.
pub(crate) async fn refresh(cx: Cx<'_>, id: VersionId) -> Result<(), DbError> {
    refresh_where(cx, "version.id = $1", Some(id.get())).await
}

/// Makes the rows of a course's versions anew.
pub(crate) async fn refresh_course(cx: Cx<'_>, id: CourseId) -> Result<(), DbError> {
    refresh_where(cx, "version.course_id = $1", Some(id.get())).await
}

/// Has the rows of a site's versions follow its name.
pub(crate) async fn follow_site(cx: Cx<'_>, id: SiteId, name_key: &str) -> Result<(), DbError> {
    const SQL: &str = "UPDATE version_list SET site_key = $2 WHERE site_id = $1 AND site_key <> $2";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(name_key).execute(c).await.map(drop))?;
    Ok(())
}

/// Makes all rows anew.
pub(crate) async fn refresh_all(cx: Cx<'_>) -> Result<(), DbError> {
    refresh_where(cx, "TRUE", None).await
}

/// Notes how many open reports a version has.
pub async fn set_reports(cx: Cx<'_>, id: VersionId, open: i64) -> Result<(), DbError> {
    const SQL: &str = "UPDATE version_list SET reports = $2 WHERE version_id = $1";
    on!(cx, c => sqlx::query(SQL).bind(id.get()).bind(open).execute(c).await.map(drop))?;
    Ok(())
}

/// Conditions of a query, after the values that are there already.
fn filter(query: &StaffCourseQuery, before: Vec<Value>, test: WordTest) -> Filter {
    conditions(query, before, Way::Narrow, test)
}

/// Whether one of the filters is asked for that have an index.
fn is_narrowed(query: &StaffCourseQuery) -> bool {
    let facets = [&query.language, &query.licence, &query.audience, &query.level, &query.subject];
    facets.into_iter().any(Option::is_some)
}

/// The same for one way to a page. An expression in the place of a column has no index.
fn conditions(query: &StaffCourseQuery, before: Vec<Value>, way: Way, test: WordTest) -> Filter {
    let mut filter = Filter::after(before);
    let mut is = |narrow, along, value| {
        filter.and_text(if way == Way::Narrow { narrow } else { along }, value);
    };
    is("list.language = {}", "list.language || '' = {}", query.language.as_deref());
    is("list.licence = {}", "list.licence || '' = {}", query.licence.as_deref());
    is("list.audience = {}", "list.audience || '' = {}", query.audience.as_deref());
    is("list.level = {}", "list.level || '' = {}", query.level.as_deref());
    is("list.subject = {}", "list.subject || '' = {}", query.subject.as_deref());
    match query.state {
        None => {}
        Some(StateFilter::Queue) => filter.and("list.listing = 'waiting' OR list.change_waits"),
        Some(StateFilter::Present) => filter.and("list.listing NOT IN ('withdrawn', 'removed')"),
        Some(state) => filter.and_text("list.listing = {}", Some(state.name())),
    }
    filter.and_text("list.kind = {}", query.kind.map(hub_core::course::Kind::name));
    filter.and_int("list.site_id = {}", query.site.map(hub_core::SiteId::get));
    filter.and_either(query.reported, "list.reports > 0", "list.reports = 0");
    filter.and_int(
        "list.listing = 'draft' AND list.kind = 'share' AND list.package = 'none' AND list.created_at < {}",
        query.no_file_since.map(millis),
    );
    filter.and_int("list.size_bytes >= {}", query.min_bytes);
    filter.and_int("list.size_bytes > 0 AND list.size_bytes <= {}", query.max_bytes);
    filter.and_int("list.updated_at >= {}", query.updated_after.map(millis));
    filter.and_int("list.updated_at < {}", query.updated_before.map(millis));
    filter.and_words(test, "list.search_key", &wanted(&query.words));
    filter
}

/// How a page is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    /// By what the query asks for, and then sorted: for few among many.
    Narrow,
    /// Along the index of the order until the page is full: for many. Left to itself SQLite would fetch thousands by the
    /// index of one filter and sort them, which took twenty times as long for 2,500 of 50,000.
    Along,
}

impl Way {
    /// Up to so many are sorted in a few milliseconds.
    const FEW: i64 = 2_000;
}

/// `ORDER BY` of a query. Constant text.
fn order(query: &StaffCourseQuery, by_bytes: &str, along: Way) -> String {
    let way = match query.direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    };
    let (no_text, zero) = match along {
        Way::Narrow => (" || ''", " + 0"),
        Way::Along => ("", ""),
    };
    let text = |column: &str| format!("({column}{no_text}){by_bytes} {way}, list.version_id {way}");
    let number = |column: &str| format!("{column}{zero} {way}, list.version_id {way}");
    match query.sort {
        CourseSort::Updated => number("list.updated_at"),
        CourseSort::Created => number("list.created_at"),
        CourseSort::Title => text("list.title_key"),
        CourseSort::Site => text("list.site_key"),
        CourseSort::State => text("list.listing"),
        CourseSort::Kind => text("list.kind"),
        CourseSort::Language => text("list.language"),
        CourseSort::Licence => text("list.licence"),
        CourseSort::Size => number("list.size_bytes"),
        CourseSort::Reports => number("list.reports"),
    }
}

/// One page of what a query finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How many there are, or were counted if there are more.
    pub total: i64,
    /// There are more than were counted: a word that very many have is looked for only as far as needed.
    pub more: bool,
    /// Those of the page.
    pub ids: Vec<VersionId>,
}

/// How many publications a query finds, and those of one page. Up to 2,000 are always counted.
pub async fn find(mut cx: Cx<'_>, query: &StaffCourseQuery, page: PageNumber) -> Result<Found, DbError> {
    if !query.words.is_empty() {
        return find_words(cx, query, page).await;
    }
    let (limit, offset) = (i64::from(page.rows), page.offset());
    let total = count(cx.again(), query).await?;
    if total <= offset {
        return Ok(Found { total, more: false, ids: Vec::new() });
    }
    let way = if total > Way::FEW || !is_narrowed(query) { Way::Along } else { Way::Narrow };
    let conditions = conditions(query, Vec::new(), way, cx.word_test());
    let ids = select(cx, query, conditions, (limit, offset), way).await?;
    Ok(Found { total, more: false, ids })
}

/// A word is looked for in row after row. If few have it, the one look gives their number and the rows; if many, it ends
/// early, and the page is looked for along the order, which ends early too.
async fn find_words(mut cx: Cx<'_>, query: &StaffCourseQuery, page: PageNumber) -> Result<Found, DbError> {
    let (limit, offset) = (i64::from(page.rows), page.offset());
    let having = having_words(cx.again(), query).await?;
    let counted = i64::try_from(having.len()).unwrap_or(i64::MAX);
    if counted <= Way::FEW {
        let ids = if counted <= offset {
            Vec::new()
        } else {
            let mut among = Filter::after(Vec::new());
            among.and_one_of("list.version_id", &having);
            select(cx, query, among, (limit, offset), Way::Narrow).await?
        };
        return Ok(Found { total: counted, more: false, ids });
    }
    // One more than the page has tells whether it is the last.
    let along = conditions(query, Vec::new(), Way::Along, cx.word_test());
    let mut ids = select(cx, query, along, (limit + 1, offset), Way::Along).await?;
    let found = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    ids.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(match found {
        0 => Found { total: Way::FEW, more: true, ids },
        found if found <= limit => Found { total: offset + found, more: false, ids },
        _ => Found { total: Way::FEW.max(offset + limit), more: true, ids },
    })
}

/// The first `limit` publications of a query, `offset` passed over.
pub async fn some(
    cx: Cx<'_>,
    query: &StaffCourseQuery,
    limit: i64,
    offset: i64,
) -> Result<Vec<VersionId>, DbError> {
    let filter = filter(query, Vec::new(), cx.word_test());
    select(cx, query, filter, (limit, offset), Way::Along).await
}

/// How many publications a query finds.
async fn count(cx: Cx<'_>, query: &StaffCourseQuery) -> Result<i64, DbError> {
    let filter = filter(query, Vec::new(), cx.word_test());
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM version_list AS list {}", filter.sql()));
    Ok(on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), filter.values()).fetch_one(c).await)?)
}

/// Which publications a query finds, as they come: all if they are few, else one more than that.
async fn having_words(cx: Cx<'_>, query: &StaffCourseQuery) -> Result<Vec<i64>, DbError> {
    let mut filter = filter(query, Vec::new(), cx.word_test());
    let condition = filter.sql();
    let limit = filter.place(Value::Int(Way::FEW + 1));
    // One text, since thousands of rows cost more to take one by one than to find.
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT COALESCE(string_agg(CAST(version_id AS TEXT), ','), '')
        FROM (SELECT list.version_id FROM version_list AS list {condition} LIMIT {limit}) AS having_words"
    ));
    let ids = on!(cx, c => {
        bind_values!(sqlx::query_scalar::<_, String>(sql), filter.values()).fetch_one(c).await
    })?;
    // Numbers joined by commas, as the statement above writes them.
    Ok(ids.split(',').filter_map(|id| id.parse().ok()).collect())
}

/// Publications under conditions, in the order of a query.
async fn select(
    cx: Cx<'_>,
    query: &StaffCourseQuery,
    mut filter: Filter,
    (limit, offset): (i64, i64),
    way: Way,
) -> Result<Vec<VersionId>, DbError> {
    let order = order(query, cx.by_bytes(), way);
    let condition = filter.sql();
    let (limit, offset) = (filter.place(Value::Int(limit)), filter.place(Value::Int(offset)));
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT list.version_id FROM version_list AS list {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    ));
    let ids =
        on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), filter.values()).fetch_all(c).await)?;
    Ok(ids.into_iter().map(VersionId).collect())
}

/// Plans all publications of a query as items of a batch.
pub(crate) async fn plan(cx: Cx<'_>, batch: i64, query: &StaffCourseQuery) -> Result<(), DbError> {
    let filter = filter(query, vec![Value::Int(batch)], cx.word_test());
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "INSERT INTO batch_item (batch_id, version_id, state, before_value, after_value, why)
        SELECT CAST($1 AS BIGINT), list.version_id, 'planned', '', '', '' FROM version_list AS list {}",
        filter.sql()
    ));
    on!(cx, c => bind_values!(sqlx::query(sql), filter.values()).execute(c).await.map(drop))?;
    Ok(())
}

/// What the filters of the list offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Languages.
    Language,
    /// Licences.
    Licence,
    /// Subjects.
    Subject,
    /// Audiences.
    Audience,
    /// Levels.
    Level,
    /// Listing states.
    State,
}

/// The values that publications have, in the order of their codes, with the number of publications.
pub async fn values(cx: Cx<'_>, facet: Facet) -> Result<Vec<(String, i64)>, DbError> {
    let column = match facet {
        Facet::Language => "language",
        Facet::Licence => "licence",
        Facet::Subject => "subject",
        Facet::Audience => "audience",
        Facet::Level => "level",
        Facet::State => "listing",
    };
    // Safe: one of the constants above.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {column}, COUNT(*) FROM version_list GROUP BY {column} ORDER BY {column} LIMIT 1000"
    ));
    Ok(on!(cx, c => sqlx::query_as::<_, (String, i64)>(sql).fetch_all(c).await)?)
}
