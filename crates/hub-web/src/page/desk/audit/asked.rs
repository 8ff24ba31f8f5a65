//! What is asked of the record, as it stands in addresses.

use hub_core::desk::AuditQuery;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan as _};

use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// Who can be asked for without a number.
pub(super) const WHO: [&str; 5] = ["hub", "command_line", "visitor", "account", "site"];
/// What can be asked for without a number.
pub(super) const KINDS: [&str; 9] =
    ["hub", "site", "version", "account", "term", "appeal", "abuse_report", "mail", "conversation"];
/// Characters of words at most.
const WORDS_CHARS: usize = 200;

/// A search in the record. Empty texts ask for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    pub(super) words: String,
    /// `hub`, `account`, `account:3`.
    pub(super) who: String,
    /// An act, or an area with its dot.
    pub(super) act: String,
    /// `site`, `site:7`.
    pub(super) about: String,
    /// A day, UTC.
    pub(super) from: String,
    /// The last day, UTC.
    pub(super) to: String,
    pub(super) older: Option<i64>,
}

impl Asked {
    pub(super) fn read(query: &str) -> Self {
        let mut asked = Self::default();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            let value: String = value.trim().chars().take(WORDS_CHARS).collect();
            match name.as_ref() {
                "q" => asked.words = value,
                "who" if pair(&value, &WHO).is_some() => asked.who = value,
                "act" => asked.act = value,
                "about" if pair(&value, &KINDS).is_some() => asked.about = value,
                "from" => asked.from = value,
                "to" => asked.to = value,
                "older" => asked.older = value.parse().ok(),
                _ => {}
            }
        }
        asked
    }

    /// Its address below a path.
    pub(super) fn path(&self, path: &str) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        let older = self.older.map(|older| older.to_string()).unwrap_or_default();
        for (name, value) in [
            ("q", &self.words),
            ("who", &self.who),
            ("act", &self.act),
            ("about", &self.about),
            ("from", &self.from),
            ("to", &self.to),
            ("older", &older),
        ] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }

    pub(super) fn older_than(&self, older: Option<i64>) -> Self {
        Self { older, ..self.clone() }
    }

    /// Of one who acts, whatever else was asked for.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub(super) fn by(&self, who: &str) -> Self {
        Self { who: who.to_owned(), ..Self::default() }
    }

    /// About one thing, whatever else was asked for.
    #[expect(clippy::unused_self, reason = "templates call methods")]
    pub(super) fn about(&self, thing: &str) -> Self {
        Self { about: thing.to_owned(), ..Self::default() }
    }

    pub(super) fn is_narrowed(&self) -> bool {
        self.older_than(None) != Self::default()
    }

    pub(super) fn query(&self) -> AuditQuery {
        AuditQuery {
            actor: pair(&self.who, &WHO),
            act: self.act.clone(),
            thing: pair(&self.about, &KINDS),
            after: day(&self.from).and_then(start_of),
            before: day(&self.to).and_then(|day| day.checked_add(1.day()).ok()).and_then(start_of),
            words: self.words.clone(),
            older_than: self.older,
        }
    }

    /// Days that are none.
    pub(super) fn wrong(&self, ui: &Ui) -> FormErrors {
        let mut wrong = FormErrors::default();
        for (name, value) in [("from", &self.from), ("to", &self.to)] {
            if !value.is_empty() && day(value).is_none() {
                wrong = wrong.and(name, ui.t("audit-day-wrong"));
            }
        }
        wrong
    }
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn start_of(day: Date) -> Option<Timestamp> {
    day.to_zoned(TimeZone::UTC).ok().map(|start| start.timestamp())
}

/// A word of these, with or without a number.
fn pair(text: &str, words: &[&str]) -> Option<(String, Option<i64>)> {
    let (word, id) = match text.split_once(':') {
        Some((word, id)) => (word, Some(id.parse().ok()?)),
        None => (text, None),
    };
    words.contains(&word).then(|| (word.to_owned(), id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_survives_its_address() {
        let asked =
            Asked::read("q=leaf+a%26b&who=account:3&act=course.&about=site:7&from=2026-03-01&older=9");
        assert_eq!(Asked::read(asked.path("/x").split_once('?').unwrap().1), asked);
        assert_eq!(asked.query().actor, Some(("account".to_owned(), Some(3))));
        assert_eq!(Asked::default().path("/x"), "/x");
    }

    #[test]
    fn the_last_day_counts_whole_and_what_is_no_day_asks_for_nothing() {
        let query = Asked::read("from=2026-03-01&to=2026-03-01").query();
        assert_eq!(query.after.unwrap().to_string(), "2026-03-01T00:00:00Z");
        assert_eq!(query.before.unwrap().to_string(), "2026-03-02T00:00:00Z");
        assert_eq!(Asked::read("from=x&to=9999-12-31").query(), AuditQuery::default());
    }

    #[test]
    fn nobody_is_asked_for_who_cannot_be() {
        assert_eq!(Asked::read("who=root&about=moon:1&who=site:x"), Asked::default());
    }
}
