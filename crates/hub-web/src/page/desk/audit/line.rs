//! One line of the record in words.

use hub_app::audit::{AuditRow, Record};
use hub_core::vocabulary::VocabularyKey;
use jiff::Timestamp;
use serde_json::Value;

use crate::page::desk::vocabularies::path_of_term;
use crate::view::difference::{Difference, differences};
use crate::view::ui::Ui;

/// One line.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// Who did it, by name where one is known.
    pub who: String,
    /// As it is asked for: `account:3`.
    pub(super) who_word: String,
    /// Where staff sees them.
    pub who_href: Option<String>,
    /// What was done, in words.
    pub act: String,
    pub(super) thing: String,
    pub(super) thing_word: String,
    pub(super) thing_href: Option<String>,
    /// What it changed.
    pub differences: Vec<Difference>,
}

impl Line {
    /// Of the page of the thing itself, where names are not looked up.
    pub(crate) fn bare(ui: &Ui, record: &Record) -> Self {
        let (actor_name, thing_name) = (String::new(), String::new());
        Self::of(ui, &AuditRow { record: record.clone(), actor_name, thing_name })
    }

    pub(crate) fn of(ui: &Ui, row: &AuditRow) -> Self {
        let record = &row.record;
        let (actor, thing) = (&record.actor, &record.thing);
        let term = (thing.0 == "term").then(|| term(ui, &record.after)).flatten();
        let mut differences = differences(&record.before, &record.after);
        if term.is_some() {
            // Which value it is, and what every new one has, is no news.
            let is_new = |one: &Difference| one.was.is_empty() && record.before == "null";
            differences.retain(|one| match one.field.as_str() {
                "vocabulary" | "key" => false,
                "position" | "retired" => !is_new(one),
                _ => true,
            });
        }
        for one in &mut differences {
            one.field = field(ui, &one.field);
        }
        let place = hub_page(&record.act).map(str::to_owned).or_else(|| page_of(thing));
        let (thing_name, place) = match term {
            Some((name, place)) => (name, Some(place)),
            None => (name_of(ui, thing, &row.thing_name), place),
        };
        Self {
            at: record.at,
            who: who(ui, actor, &row.actor_name),
            who_word: word(actor),
            who_href: page_of(actor).map(|path| ui.urls.to(&path)),
            act: act(ui, &record.act),
            thing: thing_name,
            thing_word: word(thing),
            thing_href: place.map(|path| ui.urls.to(&path)),
            differences,
        }
    }

    /// What this line calls somebody or something that is asked for by this word.
    pub(super) fn named(&self, word: &str) -> Option<String> {
        [(&self.who_word, &self.who), (&self.thing_word, &self.thing)]
            .into_iter()
            .find(|(known, _)| *known == word)
            .map(|(_, name)| name.clone())
    }
}

/// What an act is called; one that has no text is shown by its name.
pub(super) fn act(ui: &Ui, name: &str) -> String {
    let key = format!("act-{}", name.replace('.', "-"));
    if ui.has(&key) { ui.t(&key).into_owned() } else { name.to_owned() }
}

/// What a field is called, piece by piece of its path; a piece that has no text stands for itself.
fn field(ui: &Ui, path: &str) -> String {
    let named = |piece: &str| {
        let keys = [
            format!("audit-field-{}", piece.replace(' ', "_")),
            format!("courses-desk-field-{}", piece.replace(' ', "-")),
        ];
        keys.iter().find(|key| ui.has(key)).map_or_else(|| piece.to_owned(), |key| ui.t(key).into_owned())
    };
    path.split(" · ").map(named).collect::<Vec<_>>().join(" · ")
}

/// `Site 7` of `site:7`; a word without a number stands for itself.
pub(super) fn numbered(ui: &Ui, word: &str) -> String {
    let Some((kind, id)) = word.split_once(':') else { return act(ui, word) };
    let key = format!("audit-one-{kind}");
    if ui.has(&key) { ui.with(&key, "id", id).into_owned() } else { word.to_owned() }
}

fn word((kind, id): &(String, i64)) -> String {
    match kind.as_str() {
        "hub" | "command_line" | "visitor" => kind.clone(),
        kind => format!("{kind}:{id}"),
    }
}

fn who(ui: &Ui, actor: &(String, i64), name: &str) -> String {
    match actor.0.as_str() {
        kind @ ("hub" | "command_line" | "visitor") => ui.t(&format!("audit-who-{kind}")).into_owned(),
        _ => name_of(ui, actor, name),
    }
}

fn name_of(ui: &Ui, thing: &(String, i64), name: &str) -> String {
    match (thing.0.as_str(), name) {
        ("hub", _) => ui.t("audit-thing-hub").into_owned(),
        (_, "") => numbered(ui, &word(thing)),
        (_, name) => name.to_owned(),
    }
}

/// Name and page of a term: the record holds its vocabulary and key.
fn term(ui: &Ui, after: &str) -> Option<(String, String)> {
    let after: Value = serde_json::from_str(after).ok()?;
    let (vocabulary, key) = (after["vocabulary"].as_str()?, after["key"].as_str()?);
    let words = ui.terms.vocabularies().get(&VocabularyKey::parse(vocabulary).ok()?);
    let known = words.and_then(|words| Some(ui.terms.name_of(&words.key, words.term(key)?)));
    let name = known.unwrap_or_else(|| key.to_owned());
    Some((name, path_of_term(vocabulary, key)))
}

/// Where staff sees somebody or something.
fn page_of((kind, id): &(String, i64)) -> Option<String> {
    Some(match kind.as_str() {
        "site" => format!("/admin/sites/{id}"),
        "version" => format!("/admin/courses/{id}"),
        "account" => format!("/admin/accounts/{id}"),
        "appeal" => format!("/moderate/appeals/{id}"),
        "abuse_report" => format!("/moderate/reports/{id}"),
        "conversation" => format!("/moderate/messages/{id}"),
        "mail" => "/admin/mail".to_owned(),
        _ => return None,
    })
}

/// Where staff sees what an act changed of the hub itself.
fn hub_page(act: &str) -> Option<&'static str> {
    let (area, _) = act.split_once('.')?;
    Some(match area {
        "settings" => "/admin/settings",
        "page" => "/admin/pages",
        "invitation" => "/admin/settings/invitations",
        "vocabulary" => "/admin/vocabularies",
        "moderation" => "/moderate/lists",
        "courses" => "/admin/courses/batches",
        _ => return None,
    })
}

#[cfg(any(test, debug_assertions))]
pub(crate) fn samples(ui: &Ui) -> Vec<Line> {
    let line = |act: &str, actor: (&str, i64, &str), thing: (&str, i64, &str), before: &str, after: &str| {
        let record = Record {
            id: 8,
            at: ui.now,
            actor: (actor.0.to_owned(), actor.1),
            act: act.to_owned(),
            thing: (thing.0.to_owned(), thing.1),
            before: before.to_owned(),
            after: after.to_owned(),
        };
        Line::of(ui, &AuditRow { record, actor_name: actor.2.to_owned(), thing_name: thing.2.to_owned() })
    };
    let ada = ("account", 3, "ada@school.example");
    let long = "From the microscope to the whole forest: how plants make what we breathe and eat. ".repeat(4);
    let json = |text: &str| serde_json::json!({ "description": text, "tags": ["botany"] }).to_string();
    let renamed = r#"{"vocabulary":"subject","key":"field1010101","names":{"de":"Pflanzen"}}"#;
    vec![
        line(
            "course.edited",
            ada,
            ("version", 7, "Photosynthesis"),
            &json(&long),
            &json(&long.replacen("whole", "old", 2)),
        ),
        line("vocabulary.renamed", ada, ("term", 4, ""), r#"{"names":{}}"#, renamed),
        line(
            "site.registered",
            ("visitor", 0, ""),
            ("site", 2, "Lakeside School"),
            "null",
            r#"{"state":"active"}"#,
        ),
        line("hub.something_new", ("hub", 0, ""), ("hub", 0, ""), "null", "null"),
    ]
}
