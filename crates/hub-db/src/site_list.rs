//! Staff's list of sites.

use hub_core::SiteId;
use hub_core::desk::{Direction, PageNumber, Series, SiteQuery, SiteSort, wanted};

use crate::filter::{Filter, Value, bind_values};
use crate::seam::WordTest;
use crate::{Cx, DbError, millis, on, placeholders};

/// What a site has published, to sort by: asked of each site by one index, which for 5,000 sites with 50,000 courses
/// takes a third of the time of counting all at once and joining that.
const COURSES: &str = "\
    (SELECT COUNT(*) FROM version_list AS list
        WHERE list.site_id = site.id AND list.listing NOT IN ('withdrawn', 'removed'))";
/// Of these, those that wait.
const WAITING: &str = "\
    (SELECT COUNT(*) FROM version_list AS list
        WHERE list.site_id = site.id AND list.listing NOT IN ('withdrawn', 'removed')
            AND (list.listing = 'waiting' OR list.change_waits))";

/// Asked of each site by the same index.
const HAS_COURSES: &str = "\
    EXISTS (SELECT 1 FROM version_list WHERE site_id = site.id AND listing NOT IN ('withdrawn', 'removed'))";
/// The opposite.
const HAS_NO_COURSES: &str = "\
    NOT EXISTS (SELECT 1 FROM version_list WHERE site_id = site.id AND listing NOT IN ('withdrawn', 'removed'))";

/// The numbers of a site's publications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Neither withdrawn nor removed.
    pub courses: i64,
    /// Of these, those that wait for staff, changes included.
    pub waiting: i64,
}

fn filter(query: &SiteQuery, test: WordTest) -> Filter {
    let mut filter = Filter::default();
    filter.and_text("site.state = {}", query.state.map(hub_core::site::SiteState::name));
    filter.and_either(query.trusted, "site.trusted", "NOT site.trusted");
    filter.and_either(query.prioritised, "site.prioritised", "NOT site.prioritised");
    filter.and_text("site.country = {}", query.country.as_deref());
    filter.and_text("site.language = {}", query.language.as_deref());
    filter.and_int("site.series = {}", query.series.map(Series::number));
    filter.and_int("site.last_seen_at >= {}", query.seen_after.map(millis));
    filter.and_int("site.last_seen_at IS NULL OR site.last_seen_at < {}", query.seen_before.map(millis));
    filter.and_either(query.has_courses, HAS_COURSES, HAS_NO_COURSES);
    filter.and_words(test, "site.search_key", &wanted(&query.words));
    filter
}

fn order(query: &SiteQuery, by_bytes: &str) -> String {
    let (way, back) = match query.direction {
        Direction::Ascending => ("ASC", "DESC"),
        Direction::Descending => ("DESC", "ASC"),
    };
    let name = format!("site.name_key{by_bytes} {way}, site.id {way}");
    match query.sort {
        SiteSort::Standing => {
            format!("site.prioritised {back}, site.trusted {back}, site.in_directory {back}, {name}")
        }
        SiteSort::Name => name,
        SiteSort::Address => format!("site.address_key{by_bytes} {way}, site.id {way}"),
        SiteSort::State => format!("site.state{by_bytes} {way}, {name}"),
        SiteSort::Country => format!("site.country{by_bytes} {way}, {name}"),
        SiteSort::Language => format!("site.language{by_bytes} {way}, {name}"),
        SiteSort::Release => format!("site.series {way}, {name}"),
        SiteSort::Courses => format!("{COURSES} {way}, {name}"),
        SiteSort::Waiting => format!("{WAITING} {way}, {name}"),
        SiteSort::Registered => format!("site.registered_at {way}, site.id {way}"),
        SiteSort::LastSeen => format!("COALESCE(site.last_seen_at, 0) {way}, site.id {way}"),
    }
}

/// How many sites a query finds.
pub async fn count(cx: Cx<'_>, query: &SiteQuery) -> Result<i64, DbError> {
    let filter = filter(query, cx.word_test());
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM site {}", filter.sql()));
    Ok(on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), filter.values()).fetch_one(c).await)?)
}

/// The sites of one page of a query.
pub async fn page(cx: Cx<'_>, query: &SiteQuery, page: PageNumber) -> Result<Vec<SiteId>, DbError> {
    some(cx, query, i64::from(page.rows), page.offset()).await
}

/// The first `limit` sites of a query, `offset` passed over.
pub async fn some(cx: Cx<'_>, query: &SiteQuery, limit: i64, offset: i64) -> Result<Vec<SiteId>, DbError> {
    let mut filter = filter(query, cx.word_test());
    let condition = filter.sql();
    let order = order(query, cx.by_bytes());
    let (limit, offset) = (filter.place(Value::Int(limit)), filter.place(Value::Int(offset)));
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT site.id FROM site {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    ));
    let ids =
        on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), filter.values()).fetch_all(c).await)?;
    Ok(ids.into_iter().map(SiteId).collect())
}

/// The numbers of some sites; those without publications are left out.
pub async fn counts(cx: Cx<'_>, ids: &[SiteId]) -> Result<Vec<(SiteId, Counts)>, DbError> {
    // Safe: only placeholders vary.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT site_id, COUNT(*),
            CAST(SUM(CASE WHEN listing = 'waiting' OR change_waits THEN 1 ELSE 0 END) AS BIGINT)
        FROM version_list WHERE site_id IN ({}) AND listing NOT IN ('withdrawn', 'removed') GROUP BY site_id",
        placeholders(1, ids.len())
    ));
    let rows = on!(cx, c => {
        let mut query = sqlx::query_as::<_, (i64, i64, i64)>(sql);
        for id in ids {
            query = query.bind(id.get());
        }
        query.fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(id, courses, waiting)| (SiteId(id), Counts { courses, waiting })).collect())
}

/// What the filters of the list offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Countries.
    Country,
    /// Languages.
    Language,
    /// States.
    State,
}

/// The values that sites have, in the order of their codes, with the number of sites.
pub async fn values(cx: Cx<'_>, facet: Facet) -> Result<Vec<(String, i64)>, DbError> {
    let column = match facet {
        Facet::Country => "country",
        Facet::Language => "language",
        Facet::State => "state",
    };
    // Safe: one of the constants above.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {column}, COUNT(*) FROM site GROUP BY {column} ORDER BY {column} LIMIT 1000"
    ));
    Ok(on!(cx, c => sqlx::query_as::<_, (String, i64)>(sql).fetch_all(c).await)?)
}

/// The Moodle releases that sites have, oldest first, with the number of sites.
pub async fn series(cx: Cx<'_>) -> Result<Vec<(Series, i64)>, DbError> {
    const SQL: &str =
        "SELECT series, COUNT(*) FROM site WHERE series > 0 GROUP BY series ORDER BY series LIMIT 1000";
    let rows = on!(cx, c => sqlx::query_as::<_, (i64, i64)>(SQL).fetch_all(c).await)?;
    let known = |(number, count)| Series::from_number(number).map(|series| (series, count));
    Ok(rows.into_iter().filter_map(known).collect())
}
