//! The audit record: append-only, written in the transaction of the act.

use hub_core::act::Act;
use hub_core::desk::{AuditQuery, wanted};
use hub_core::fold::fold;
use hub_core::rights::Actor;
use jiff::Timestamp;

use crate::filter::{Filter, Value, bind_values};
use crate::{Cx, DbError, millis, on, timestamp};

/// One line of the record, as it is read back.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its number.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// Who, as a word and a number.
    pub actor: (String, i64),
    /// What.
    pub act: String,
    /// To what, as a word and a number.
    pub thing: (String, i64),
    /// JSON of the fields before.
    pub before: String,
    /// JSON of the fields after.
    pub after: String,
}

/// Adds a line.
pub async fn record(cx: Cx<'_>, actor: Actor, act: &Act, now: Timestamp) -> Result<(), DbError> {
    const SQL: &str = "\
        INSERT INTO audit (acted_at, actor_kind, actor_id, act, thing_kind, thing_id, before_value, after_value,
            search_key)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let (actor_kind, actor_id) = actor_columns(actor);
    let (thing_kind, thing_id) = act.thing.columns();
    let (before, after) = (act.before.to_string(), act.after.to_string());
    on!(cx, c => {
        sqlx::query(SQL).bind(millis(now)).bind(actor_kind).bind(actor_id).bind(act.name).bind(thing_kind)
            .bind(thing_id).bind(&before).bind(&after).bind(search_key(&before, &after)).execute(c).await.map(drop)
    })?;
    Ok(())
}

/// What words are looked for in.
fn search_key(before: &str, after: &str) -> String {
    fold(&format!("{before}\n{after}"))
}

/// Writes the keys of lines after one of them anew, at most `limit`; gives the last one.
pub(crate) async fn fill_keys(mut cx: Cx<'_>, after: i64, limit: i64) -> Result<Option<i64>, DbError> {
    const SELECT: &str = "SELECT id, before_value, after_value FROM audit WHERE id > $1 ORDER BY id LIMIT $2";
    const UPDATE: &str = "UPDATE audit SET search_key = $2 WHERE id = $1";
    let rows = on!(cx.again(), c => {
        sqlx::query_as::<_, (i64, String, String)>(SELECT).bind(after).bind(limit).fetch_all(c).await
    })?;
    for (id, before, after) in &rows {
        let key = search_key(before, after);
        on!(cx.again(), c => sqlx::query(UPDATE).bind(id).bind(key).execute(c).await.map(drop))?;
    }
    Ok(rows.last().map(|row| row.0))
}

type Row = (i64, i64, String, i64, String, String, i64, String, String);

fn from_row(row: Row) -> Result<Record, DbError> {
    let (id, at, actor_kind, actor_id, act, thing_kind, thing_id, before, after) = row;
    let (actor, thing) = ((actor_kind, actor_id), (thing_kind, thing_id));
    Ok(Record { id, at: timestamp(at)?, actor, act, thing, before, after })
}

/// Lines of a query, newest first, at most `limit`; with `down_to` none whose number is smaller.
pub async fn list(
    cx: Cx<'_>,
    query: &AuditQuery,
    down_to: Option<i64>,
    limit: i64,
) -> Result<Vec<Record>, DbError> {
    let mut filter = Filter::default();
    if let Some((kind, id)) = &query.actor {
        filter.and_text("actor_kind = {}", Some(kind));
        filter.and_int("actor_id = {}", *id);
    }
    if let Some((kind, id)) = &query.thing {
        filter.and_text("thing_kind = {}", Some(kind));
        filter.and_int("thing_id = {}", *id);
    }
    if !query.act.is_empty() {
        let beginning = filter.place(Value::Text(query.act.clone()));
        filter.and_placed(&format!("substr(act, 1, length({beginning})) = {beginning}"));
    }
    filter.and_int("acted_at >= {}", query.after.map(millis));
    filter.and_int("acted_at < {}", query.before.map(millis));
    filter.and_int("id < {}", query.older_than);
    filter.and_int("id >= {}", down_to);
    filter.and_words(cx.word_test(), "search_key", &wanted(&query.words));
    let condition = filter.sql();
    let limit = filter.place(Value::Int(limit));
    // Safe: constant text and numbered placeholders.
    let sql = sqlx::AssertSqlSafe(format!(
        "SELECT id, acted_at, actor_kind, actor_id, act, thing_kind, thing_id, before_value, after_value FROM audit
        {condition} ORDER BY id DESC LIMIT {limit}"
    ));
    let rows = on!(cx, c => bind_values!(sqlx::query_as::<_, Row>(sql), filter.values()).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

/// The number of the newest line; 0 if there is none.
pub async fn newest(cx: Cx<'_>) -> Result<i64, DbError> {
    const SQL: &str = "SELECT COALESCE(MAX(id), 0) FROM audit";
    Ok(on!(cx, c => sqlx::query_scalar::<_, i64>(SQL).fetch_one(c).await)?)
}

/// The record of one thing, newest first, at most `limit` lines.
pub async fn of_thing(cx: Cx<'_>, thing: (&str, i64), limit: i64) -> Result<Vec<Record>, DbError> {
    const SQL: &str = "\
        SELECT id, acted_at, actor_kind, actor_id, act, thing_kind, thing_id, before_value, after_value FROM audit
        WHERE thing_kind = $1 AND thing_id = $2 ORDER BY id DESC LIMIT $3";
    let rows = on!(cx, c => sqlx::query_as::<_, Row>(SQL).bind(thing.0).bind(thing.1).bind(limit).fetch_all(c).await)?;
    rows.into_iter().map(from_row).collect()
}

/// Deletes lines older than this; gives how many.
pub async fn forget(cx: Cx<'_>, before: Timestamp) -> Result<u64, DbError> {
    const SQL: &str = "DELETE FROM audit WHERE acted_at < $1";
    Ok(on!(cx, c => sqlx::query(SQL).bind(millis(before)).execute(c).await.map(|done| done.rows_affected()))?)
}

pub(crate) fn actor_columns(actor: Actor) -> (&'static str, i64) {
    match actor {
        Actor::Hub => ("hub", 0),
        Actor::CommandLine => ("command_line", 0),
        Actor::Account(id) => ("account", id.get()),
        Actor::Site(id) => ("site", id.get()),
        Actor::Visitor => ("visitor", 0),
    }
}
