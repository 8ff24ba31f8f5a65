//! What staff sees of the record: who did what to which thing, and what it was before and after.

use std::collections::{HashMap, VecDeque};

use bytes::Bytes;
use futures_util::stream;
use hub_core::desk::{AuditQuery, wanted};
use hub_core::{SiteId, VersionId, csv};
use hub_db::Cx;

pub use hub_db::audit::Record;

use crate::stream::FileStream;
use crate::{App, AppError};

/// Lines of a page at most.
const MOST_ROWS: usize = 500;
/// Lines in which words are looked for at once, a few milliseconds; where the words are rarer, the page says from where
/// to go on.
const LOOKED_AT: i64 = 20_000;

/// One line of the record, with names.
#[derive(Clone, Debug)]
pub struct AuditRow {
    /// The line.
    pub record: Record,
    /// The account's mail address or the site's name; empty for others and for those that are gone.
    pub actor_name: String,
    /// The title, name or mail address of the thing; empty for others and for those that are gone.
    pub thing_name: String,
}

/// One page of the record, newest first.
#[derive(Clone, Debug)]
pub struct AuditPage {
    /// Its lines.
    pub rows: Vec<AuditRow>,
    /// `older_than` of the next page; `None` on the last one. A page that has fewer lines than were asked for and has
    /// a next one was ended by the number of lines looked through.
    pub next: Option<i64>,
}

/// Lines of the record, newest first, at most `rows`.
///
/// # Errors
/// Only ours.
pub async fn find(app: &App, query: &AuditQuery, rows: usize) -> Result<AuditPage, AppError> {
    let rows = rows.clamp(1, MOST_ROWS);
    let mut conn = app.db.read().await?;
    let down_to = if wanted(&query.words).is_empty() {
        None
    } else {
        let newest = hub_db::audit::newest(conn.cx()).await?;
        Some(query.older_than.unwrap_or(newest + 1) - LOOKED_AT)
    };
    let limit = i64::try_from(rows + 1).unwrap_or(i64::MAX);
    let mut records = hub_db::audit::list(conn.cx(), query, down_to, limit).await?;
    // One more than asked for shows that there is a next page.
    let next = if records.len() > rows {
        records.truncate(rows);
        records.last().map(|last| last.id)
    } else {
        down_to.filter(|down_to| *down_to > 1)
    };
    Ok(AuditPage { rows: named(conn.cx(), records).await?, next })
}

async fn named(mut cx: Cx<'_>, records: Vec<Record>) -> Result<Vec<AuditRow>, AppError> {
    let ids = |kind: &str| {
        let both = records.iter().flat_map(|record| [&record.actor, &record.thing]);
        let mut ids: Vec<i64> = both.filter(|(found, _)| found == kind).map(|(_, id)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    };
    let mut names: HashMap<(&str, i64), String> = HashMap::new();
    let sites: Vec<SiteId> = ids("site").into_iter().map(SiteId).collect();
    for site in hub_db::site::by_ids(cx.again(), &sites).await? {
        names.insert(("site", site.id.get()), site.info.name);
    }
    let versions: Vec<VersionId> = ids("version").into_iter().map(VersionId).collect();
    for version in hub_db::version::by_ids(cx.again(), &versions).await? {
        names.insert(("version", version.id.get()), version.text.title);
    }
    for id in ids("account") {
        if let Some(account) = hub_db::account::by_id(cx.again(), hub_core::AccountId(id)).await? {
            names.insert(("account", id), account.email);
        }
    }
    let name = |of: &(String, i64)| names.get(&(of.0.as_str(), of.1)).cloned().unwrap_or_default();
    Ok(records
        .into_iter()
        .map(|record| AuditRow { actor_name: name(&record.actor), thing_name: name(&record.thing), record })
        .collect())
}

/// How the record is written into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// CSV (UTF-8, RFC 4180), safe to open in a spreadsheet.
    Csv,
    /// One JSON object a line.
    JsonLines,
}

const COLUMNS: [&str; 11] = [
    "id",
    "at",
    "actor",
    "actor_id",
    "actor_name",
    "act",
    "thing",
    "thing_id",
    "thing_name",
    "before",
    "after",
];

/// All lines of a query as a file, newest first.
pub fn export(app: &App, query: &AuditQuery, form: Form) -> FileStream {
    let head = match form {
        Form::Csv => csv::line(&COLUMNS),
        Form::JsonLines => String::new(),
    };
    let start = (app.clone(), Some(query.clone()), VecDeque::from([Bytes::from(head)]));
    Box::pin(stream::try_unfold(start, move |(app, query, mut ready)| async move {
        if let Some(bytes) = ready.pop_front() {
            return Ok(Some((bytes, (app, query, ready))));
        }
        let Some(mut query) = query else { return Ok(None) };
        let page = find(&app, &query, MOST_ROWS).await?;
        let lines: String = page.rows.iter().map(|row| line(row, form)).collect();
        query.older_than = page.next;
        let next = page.next.is_some().then_some(query);
        Ok(Some((Bytes::from(lines), (app, next, ready))))
    }))
}

fn line(row: &AuditRow, form: Form) -> String {
    let record = &row.record;
    match form {
        Form::Csv => csv::line(&[
            record.id.to_string().as_str(),
            &record.at.to_string(),
            &record.actor.0,
            &record.actor.1.to_string(),
            &row.actor_name,
            &record.act,
            &record.thing.0,
            &record.thing.1.to_string(),
            &row.thing_name,
            &record.before,
            &record.after,
        ]),
        Form::JsonLines => {
            let value = |text: &str| serde_json::from_str(text).unwrap_or(serde_json::Value::Null);
            let mut line = serde_json::json!({
                "id": record.id, "at": record.at,
                "actor": { "kind": record.actor.0, "id": record.actor.1, "name": row.actor_name },
                "act": record.act,
                "thing": { "kind": record.thing.0, "id": record.thing.1, "name": row.thing_name },
                "before": value(&record.before), "after": value(&record.after),
            })
            .to_string();
            line.push('\n');
            line
        }
    }
}
