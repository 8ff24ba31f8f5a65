//! `coursehub audit`.

use hub_app::{App, audit};
use hub_core::desk::AuditQuery;
use jiff::Timestamp;

use crate::args::{AuditCommand, AuditList};
use crate::failure::WrongUse;
use crate::print;

/// Characters of what something was before and after, in a table.
const VALUE_COLUMNS: usize = 60;

/// Runs it.
///
/// # Errors
/// What was typed wrong.
pub async fn run(app: &App, command: AuditCommand) -> anyhow::Result<()> {
    match command {
        AuditCommand::List(list) => run_list(app, list).await,
    }
}

async fn run_list(app: &App, list: AuditList) -> anyhow::Result<()> {
    let mut query = AuditQuery {
        actor: list.by.as_deref().map(named).transpose()?,
        thing: list.of.as_deref().map(named).transpose()?,
        act: list.act.unwrap_or_default(),
        after: list.after.as_deref().map(time).transpose()?,
        before: list.before.as_deref().map(time).transpose()?,
        words: list.words.join(" "),
        older_than: None,
    };
    let mut rows = Vec::new();
    while rows.len() < list.limit {
        let page = audit::find(app, &query, list.limit - rows.len()).await?;
        rows.extend(page.rows);
        query.older_than = page.next;
        if page.next.is_none() {
            break;
        }
    }
    let rows = rows.into_iter().map(|row| {
        let record = row.record;
        let value = |text: &str| serde_json::from_str(text).unwrap_or(serde_json::Value::Null);
        let short = |text: &str| print::short(&print::one_line(text), VALUE_COLUMNS);
        let (before, after) = (short(&record.before), short(&record.after));
        vec![
            print::number(record.id),
            print::time(Some(record.at)),
            print::text(whom(&record.actor, &row.actor_name)),
            print::text(record.act),
            print::text(whom(&record.thing, &row.thing_name)),
            print::both(before, value(&record.before)),
            print::both(after, value(&record.after)),
            print::hidden(serde_json::json!({ "kind": record.actor.0, "id": record.actor.1 })),
            print::hidden(serde_json::json!({ "kind": record.thing.0, "id": record.thing.1 })),
        ]
    });
    let columns = [
        ("id", "id"),
        ("at", "when"),
        ("by", "who"),
        ("act", "act"),
        ("of", "what"),
        ("before", "before"),
        ("after", "after"),
        ("actor", ""),
        ("thing", ""),
    ];
    print::list(list.form, &columns, rows.collect(), "Nothing in the record is like this.");
    Ok(())
}

/// `site 3 (Lake school)`.
fn whom((kind, id): &(String, i64), name: &str) -> String {
    let kind = kind.replace('_', " ");
    match (*id, name) {
        (0, _) => kind,
        (id, "") => format!("{kind} {id}"),
        (id, name) => format!("{kind} {id} ({name})"),
    }
}

/// `site:3`, or `site` for all of them.
fn named(text: &str) -> anyhow::Result<(String, Option<i64>)> {
    let (kind, id) = text.split_once(':').map_or((text, None), |(kind, id)| (kind, Some(id)));
    let id = id.map(str::parse).transpose();
    let id =
        id.map_err(|_| WrongUse(format!("\"{text}\" should look like site:3, or site for all sites")))?;
    Ok((kind.to_owned(), id))
}

/// A day or a moment, UTC.
fn time(text: &str) -> anyhow::Result<Timestamp> {
    let moment = if text.contains('T') { text.to_owned() } else { format!("{text}T00:00:00Z") };
    let wrong = |_| WrongUse(format!("\"{text}\" is no time; 2026-03-02 and 2026-03-02T09:00:00Z are"));
    Ok(moment.parse().map_err(wrong)?)
}
