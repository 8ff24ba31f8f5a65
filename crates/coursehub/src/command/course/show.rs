//! `coursehub course show`.

use std::fmt::Write as _;

use anyhow::Context as _;
use hub_app::App;
use hub_app::course::look::{self, Details};
use hub_core::VersionId;
use hub_core::course::{CourseText, Kind};
use hub_core::listing::{Listing, PackageState};
use hub_core::need::DEAD_LINK_FAILURES;
use hub_core::site::SiteState;
use hub_db::audit::Record;
use serde_json::Value;

use crate::args::Form;
use crate::command::inspect;
use crate::print::{self, Sheet};

/// Shows one version.
///
/// # Errors
/// If there is none.
pub async fn run(app: &App, id: VersionId, form: Form) -> anyhow::Result<()> {
    let details = look::show(app, id).await.with_context(|| format!("course {id} cannot be shown"))?;
    if form.json {
        print::json(&json(&details));
    } else {
        print::out(&shown(app, &details));
    }
    Ok(())
}

fn json(details: &Details) -> Value {
    let version = &details.version;
    serde_json::json!({
        "id": version.id, "course_id": version.course_id, "number": version.number, "kind": version.kind,
        "listing": version.listing.name(), "reason": version.listing.reason(),
        "package": version.package.name(), "codes": version.package.codes(), "public": version.is_public(),
        "accepted_early": version.accepted_early, "site_id": version.site_id,
        "site_state": details.site.as_ref().map(|site| site.state),
        "site": details.site.as_ref().map(|site| &site.info.name), "site_course_id": version.site_course_id,
        "sha256": version.package_sha256, "size_bytes": version.size_bytes, "release": version.package_release,
        "text": version.text, "waiting": details.waiting, "screenshots": version.screenshots,
        "created_at": version.created_at, "updated_at": version.updated_at, "listed_at": version.listed_at,
        "views": details.views, "downloads": version.downloads, "featured": details.featured,
        "versions": details.versions.iter().map(|version| version.id).collect::<Vec<_>>(),
        "link": details.link,
        "licence_allowed": details.licence_allowed,
        "facets": details.own.iter().cloned().collect::<std::collections::BTreeMap<_, _>>(),
        "report": details.report,
        "record": details.record.iter().map(record_json).collect::<Vec<_>>(),
    })
}

fn record_json(line: &Record) -> Value {
    let parsed = |text: &str| serde_json::from_str::<Value>(text).unwrap_or(Value::Null);
    serde_json::json!({
        "id": line.id, "at": line.at, "actor": line.actor.0, "actor_id": line.actor.1, "act": line.act,
        "before": parsed(&line.before), "after": parsed(&line.after),
    })
}

fn facets(details: &Details) -> String {
    let facets = details.own.iter().map(|(facet, terms)| format!("{facet}: {}", terms.join(", ")));
    facets.collect::<Vec<_>>().join("; ")
}

fn shown(app: &App, details: &Details) -> String {
    let version = &details.version;
    let mut sheet = Sheet::default();
    let date = |at: Option<jiff::Timestamp>| at.map(print::date).unwrap_or_default();
    sheet
        .line("Course", format!("{} ({})", version.text.title, version.id))
        .line("Page", app.address.join(&format!("/courses/{}", version.course_id)))
        .line("State", state(details))
        .line("Package", package(details))
        .line(
            "Kind",
            format!("{}, version {} of {}", version.kind.name(), version.number, details.versions.len()),
        )
        .line("Site", site(details))
        .line("Link", link(details))
        .line(
            "Licence",
            if details.licence_allowed { "" } else { "not among licences_allowed: waits for a look" },
        )
        .line("Facets", facets(details))
        .line("Featured", details.featured.as_deref().unwrap_or_default())
        .line("Sent", print::date(version.created_at))
        .line("Changed", print::date(version.updated_at))
        .line("First listed", date(version.listed_at))
        .line("Views", times(details.views))
        .line("Downloads", times(version.downloads));
    let mut text = sheet.text();
    text.push_str("\nWhat it says\n");
    text.push_str(&indented(&says(&version.text)));
    if let Some(waiting) = &details.waiting {
        text.push_str("\nThe change that waits\n");
        text.push_str(&difference(&version.text, waiting));
    }
    if let Some(report) = details.report.as_ref().filter(|report| !report.findings.is_empty()) {
        text.push_str("\nWhat the reader found\n");
        for finding in &report.findings {
            text.push_str(&print::printable(&inspect::finding_line(finding)));
        }
    }
    if details.versions.len() > 1 {
        text.push_str("\nVersions\n");
        for other in &details.versions {
            let _ = writeln!(
                text,
                "  {}  {}  {}  {}",
                other.id,
                other.kind.name(),
                other.listing.name(),
                print::date(other.created_at)
            );
        }
    }
    text + &record(&details.record)
}

/// Whose it is. Courses of a site that left stay; whom to ask about them is said here.
/// How often, or nothing.
fn times(count: i64) -> String {
    if count > 0 { count.to_string() } else { String::new() }
}

fn site(details: &Details) -> String {
    let Some(site) = &details.site else { return "none; added by staff".to_owned() };
    let mut text = format!("{} ({})", site.info.name, site.id);
    if site.state == SiteState::Left {
        let since = site.left_at.map(|at| format!(" {}", print::date(at))).unwrap_or_default();
        let _ = write!(
            text,
            ", left{since}\nits contact: {} {}",
            site.info.contact_name, site.info.contact_email
        );
    }
    text
}

/// What is wrong with the page it leads to.
fn link(details: &Details) -> String {
    let Some(link) = &details.link else { return String::new() };
    let (since, why) = (print::date(link.since), print::one_line(&link.why));
    let standing =
        if link.failures >= DEAD_LINK_FAILURES { "dead" } else { "did not answer when last looked for" };
    format!("{standing} since {since}: {why}\n{}", link.url)
}

/// Where it stands, why, and what would follow.
fn state(details: &Details) -> String {
    let version = &details.version;
    let mut state = version.listing.name().to_owned();
    if let Some(reason) = version.listing.reason() {
        let _ = write!(state, ": {}", print::one_line(reason));
    }
    match (&version.listing, version.kind, &version.package) {
        (Listing::Draft, Kind::Share, PackageState::None) => state.push_str(", its file has not come yet"),
        (Listing::Listed, Kind::Share, package) if *package != PackageState::Ready => {
            state.push_str(", not public until its package is ready");
        }
        _ => {}
    }
    if version.accepted_early && !version.is_public() {
        state.push_str(", accepted and listed when its package has been read");
    }
    if details.waiting.is_some() {
        state.push_str(", a change waits");
    }
    state
}

fn package(details: &Details) -> String {
    let version = &details.version;
    if version.kind == Kind::Advert {
        return String::new();
    }
    let mut text = version.package.name().to_owned();
    let codes = version.package.codes();
    if !codes.is_empty() {
        let _ = write!(text, " ({})", codes.join(", "));
    }
    if let Some(bytes) = version.size_bytes {
        let _ = write!(text, ", {}", print::size(bytes));
    }
    if let Some(release) = &version.package_release {
        let _ = write!(text, ", Moodle {}", print::one_line(release));
    }
    if let Some(sha256) = &version.package_sha256 {
        let _ = write!(text, "\nSHA-256 {sha256}");
    }
    text
}

fn says(text: &CourseText) -> String {
    let mut sheet = Sheet::default();
    for (field, value) in fields(text) {
        sheet.line(&field, value);
    }
    sheet.text()
}

/// Every field that says something, as `course set` names it.
fn fields(text: &CourseText) -> Vec<(String, String)> {
    let Ok(Value::Object(fields)) = serde_json::to_value(text) else { return Vec::new() };
    let shown = |value: Value| match value {
        Value::String(text) => text,
        Value::Null => String::new(),
        Value::Array(items) => {
            let items = items.into_iter().map(|item| match item {
                Value::String(text) => text,
                Value::Object(count) => {
                    let part = |name: &str| count.get(name).map(Value::to_string).unwrap_or_default();
                    format!("{} {}", part("count"), part("module_name").trim_matches('"'))
                }
                other => other.to_string(),
            });
            items.collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    // The LTI tool holds a secret it shares with the site.
    let is_shown = |name: &String| {
        !matches!(name.as_str(), "lti_tool" | "creator_notes_format" | "screenshots_announced")
    };
    fields.into_iter().filter(|(name, _)| is_shown(name)).map(|(name, value)| (name, shown(value))).collect()
}

/// Lines `- before` and `+ after` of the fields that differ.
fn difference(before: &CourseText, after: &CourseText) -> String {
    let mut text = String::new();
    for ((name, was), (_, is)) in fields(before).into_iter().zip(fields(after)) {
        if was != is {
            let _ = writeln!(text, "  {name}");
            for (sign, value) in [("-", was), ("+", is)] {
                for line in print::printable(&value).lines() {
                    let _ = writeln!(text, "    {sign} {line}");
                }
            }
        }
    }
    if text.is_empty() { "  only its pictures or its file\n".to_owned() } else { text }
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}\n")).fold(String::new(), |all, line| all + &line)
}

/// Columns of what a line of the record says; `--json` has all of it.
const RECORD_COLUMNS: usize = 120;

/// Columns of a hash there.
const HASH_COLUMNS: usize = 13;

/// Lines of the record, newest first.
pub fn record(lines: &[Record]) -> String {
    let mut text = String::new();
    if !lines.is_empty() {
        text.push_str("\nWhat happened\n");
    }
    for line in lines {
        let (actor, id) = &line.actor;
        let actor = if *id == 0 { actor.replace('_', " ") } else { format!("{actor} {id}") };
        let after = facts(&line.after);
        let _ = writeln!(
            text,
            "  {}  {}  {}  {}",
            print::date(line.at),
            line.act,
            actor,
            print::short(&print::one_line(&after), RECORD_COLUMNS)
        );
    }
    text
}

/// What a line of the record says, in words: `listing: waiting, package: ready`.
fn facts(json: &str) -> String {
    let Ok(Value::Object(fields)) = serde_json::from_str::<Value>(json) else { return String::new() };
    let mut facts = Vec::new();
    for (name, value) in fields {
        let value = match value {
            Value::Null | Value::Array(_) => continue,
            Value::Bool(set) => if set { "yes" } else { "no" }.to_owned(),
            Value::Number(number) => number.to_string(),
            Value::String(text) if name == "sha256" => print::short(&text, HASH_COLUMNS),
            Value::String(text) => text,
            // States carry their reason; what else has parts is in `--json`.
            Value::Object(parts) => match (parts.get("state"), parts.get("written")) {
                (Some(Value::String(state)), _) | (_, Some(Value::String(state))) => state.clone(),
                _ => continue,
            },
        };
        facts.push(format!("{}: {value}", name.replace('_', " ")));
    }
    facts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_record_is_read_in_words() {
        let said = r#"{"listing":{"state":"waiting"},"package":{"state":"ready"},"trusted":true,"info":{"name":"A"}}"#;
        assert_eq!(facts(said), "listing: waiting, package: ready, trusted: yes");
        assert_eq!(facts("null"), "");
    }

    #[test]
    fn a_change_shows_only_what_differs() {
        let before = CourseText { title: "Botany".into(), language: "en".into(), ..CourseText::default() };
        let after = CourseText { title: "Botany 2".into(), ..before.clone() };
        assert_eq!(difference(&before, &after), "  title\n    - Botany\n    + Botany 2\n");
        assert!(difference(&before, &before).contains("only its pictures"));
    }
}
