//! The pages of moderation: what needs staff, the queue, reports, appeals, and the lists staff keeps.

pub mod appeals;
pub mod lines;
pub mod needs;
pub mod one;
pub mod queue;
pub mod reports;
#[cfg(any(test, debug_assertions))]
pub mod samples;

use std::collections::HashMap;

use hub_core::rights::Right;
use jiff::Timestamp;

use crate::doors::{Class, Doors};
use crate::urls::encoded;

/// The doors of moderation.
pub(crate) fn doors() -> Doors {
    let class = Class::Staff(Right::Decisions);
    Doors::default()
        .get("/moderate", class, needs::show)
        .post("/moderate/snooze", class, needs::snooze)
        .post("/moderate/ask", class, needs::ask)
        .get("/moderate/queue", class, queue::show)
        .get("/moderate/queue/{version}", class, one::show)
        .post("/moderate/queue/{version}", class, one::decide)
        .post("/moderate/queue/{version}/claim", class, one::claim)
        .post("/moderate/queue/{version}/target", class, one::target)
        .get("/moderate/queue/{version}/pictures/{number}", class, one::picture)
        .get("/moderate/reports", class, reports::list)
        .get("/moderate/reports/{id}", class, reports::show)
        .post("/moderate/reports/{id}", class, reports::close)
        .get("/moderate/appeals", class, appeals::list)
        .get("/moderate/appeals/{id}", class, appeals::show)
        .post("/moderate/appeals/{id}", class, appeals::act)
        .get("/moderate/lists", class, lines::show)
        .post("/moderate/lists/{list}", class, lines::save)
}

/// What was asked by the query of an address.
pub(crate) struct Asked(HashMap<String, String>);

impl Asked {
    pub(crate) fn of(query: Option<&str>) -> Self {
        let pairs = url::form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        Self(pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect())
    }

    pub(crate) fn get(&self, key: &str) -> &str {
        self.0.get(key).map_or("", String::as_str)
    }
}

/// Where a list goes on, as the value of `after`: words joined by `~`.
pub(crate) fn place(since: Timestamp, id: i64) -> String {
    format!("{}~{id}", since.as_millisecond())
}

/// The reverse of [`place`].
pub(crate) fn placed(after: &str) -> Option<(Timestamp, i64)> {
    let (since, id) = after.split_once('~')?;
    Some((Timestamp::from_millisecond(since.parse().ok()?).ok()?, id.parse().ok()?))
}

/// A path with what is not empty of a query.
pub(crate) fn path_with(path: &str, query: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = query
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| format!("{key}={}", encoded(value)))
        .collect();
    if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
}

/// Text by its lines, for paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}
