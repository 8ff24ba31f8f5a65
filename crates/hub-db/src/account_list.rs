//! Staff's list of accounts.

use hub_core::desk::{AccountQuery, AccountSort, Direction, wanted};

use crate::account::{Account, COLUMNS, Row, read};
use crate::filter::{Filter, Value, bind_values};
use crate::seam::WordTest;
use crate::{Cx, DbError, on};

/// Owners first; the words of the index `account_rank`.
const RANK: &str = "CASE role WHEN 'owner' THEN 0 WHEN 'admin' THEN 1 WHEN 'moderator' THEN 2 WHEN 'curator' THEN 3 \
    ELSE 4 END";

fn filter(query: &AccountQuery, test: WordTest) -> Filter {
    let mut filter = Filter::default();
    filter.and("state <> 'erased'");
    filter.and_text("role = {}", query.role.map(hub_core::rights::Role::name));
    filter.and_text("state = {}", query.state.map(hub_core::account::AccountState::name));
    filter.and_words(test, "search_key", &wanted(&query.words));
    filter
}

fn order(query: &AccountQuery, by_bytes: &str) -> String {
    let way = match query.direction {
        Direction::Ascending => "ASC",
        Direction::Descending => "DESC",
    };
    match query.sort {
        AccountSort::Name => format!("name_key {way}, id {way}"),
        AccountSort::Address => format!("email_key{by_bytes} {way}, id {way}"),
        AccountSort::Role => format!("({RANK}) {way}, id {way}"),
        AccountSort::State => format!("state{by_bytes} {way}, id {way}"),
        AccountSort::Created => format!("created_at {way}, id {way}"),
        AccountSort::Seen => format!("COALESCE(seen_at, 0) {way}, id {way}"),
    }
}

/// How many accounts a query finds.
pub async fn count(cx: Cx<'_>, query: &AccountQuery) -> Result<i64, DbError> {
    let filter = filter(query, cx.word_test());
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM account {}", filter.sql()));
    Ok(on!(cx, c => bind_values!(sqlx::query_scalar::<_, i64>(sql), filter.values()).fetch_one(c).await)?)
}

/// The first `limit` accounts of a query, `offset` passed over.
pub async fn some(
    cx: Cx<'_>,
    query: &AccountQuery,
    limit: i64,
    offset: i64,
) -> Result<Vec<Account>, DbError> {
    let mut filter = filter(query, cx.word_test());
    let condition = filter.sql();
    let order = order(query, cx.by_bytes());
    let (limit, offset) = (filter.place(Value::Int(limit)), filter.place(Value::Int(offset)));
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM account {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
    ));
    let rows = on!(cx, c => bind_values!(sqlx::query_as::<_, Row>(sql), filter.values()).fetch_all(c).await)?;
    rows.into_iter().map(read).collect()
}
