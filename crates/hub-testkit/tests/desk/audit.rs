//! The record of acts, as staff reads, searches and saves it.

use std::collections::BTreeSet;
use std::path::Path;

use hub_core::act::names;
use hub_core::rights::{Actor, Role};
use hub_testkit::db_test;

use super::text;

db_test! {
    async fn the_record_is_searched_by_who_what_about_when_and_words(hub) {
        let site = hub.trusted_site("Lake school").await;
        let admin = hub.signed_in(Role::Admin).await;
        hub_app::settings::set(&hub.app, Actor::Account(admin.account), "name", "Green library").await.unwrap();
        let all = text(&admin.page("/admin/audit").await);
        for part in ["Site registered", "Account created", "Settings changed", "admin@hub.example", "Lake school", "Green library"] {
            assert!(all.contains(part), "no {part} in {all}");
        }
        let rows = all.split("What changed").nth(1).unwrap();
        assert!(rows.find("Green library").unwrap() < rows.find("Lake school").unwrap(), "newest first: {rows}");
        let id = hub.row_of(&site).await.id;
        let rows = |html: &str| html.matches("<td class=\"when\">").count();
        for (query, expected) in [
            (format!("who=account:{}", admin.account), 1),
            ("act=settings.".to_owned(), 1),
            ("act=settings.changed&q=GREEN".to_owned(), 1),
            ("q=nothinglikethis".to_owned(), 0),
            (format!("about=site:{id}&act=site.registered"), 1),
            ("about=account".to_owned(), 1),
            ("from=2026-03-03".to_owned(), 0),
            ("to=2026-03-01".to_owned(), 0),
            ("from=2026-03-02&to=2026-03-02&act=settings.".to_owned(), 1),
        ] {
            let html = admin.page(&format!("/admin/audit?{query}")).await;
            assert_eq!(rows(&html), expected, "{query}: {}", text(&html));
        }
        let one = admin.page(&format!("/admin/audit?about=site:{id}")).await;
        assert!(one.contains(&format!("href=\"/admin/sites/{id}\"")), "{one}");
        assert!(one.contains(&format!("<option value=\"site:{id}\" selected>Lake school</option>")), "{one}");
        assert_eq!(admin.get("/admin/audit?from=yesterday").await.status(), 422);
    }
}

db_test! {
    async fn a_long_record_is_paged_and_saved_whole(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        for number in 0..60 {
            let name = format!("Library {number}");
            hub_app::settings::set(&hub.app, Actor::CommandLine, "name", &name).await.unwrap();
        }
        let first = admin.page("/admin/audit?act=settings.&who=command_line").await;
        assert!(first.contains("Library 59") && !first.contains("Library 5<"), "{first}");
        let next = first.split("rel=\"next\"").next().unwrap().rsplit("href=\"").next().unwrap();
        let next = next.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        assert!(next.contains("who=command_line") && next.contains("older="), "{next}");
        let second = admin.page(&next).await;
        assert!(second.contains("Library 5<") && !second.contains("rel=\"next\""), "{second}");

        let csv = admin.get("/admin/audit.csv?act=settings.").await;
        assert_eq!(csv.headers()["content-type"], "text/csv; charset=utf-8");
        assert_eq!(csv.headers()["content-disposition"], "attachment; filename=\"audit.csv\"");
        let csv = csv.text().await.unwrap();
        assert_eq!(csv.lines().count(), 61, "{csv}");
        let lines = admin.page("/admin/audit.jsonl?act=settings.&q=library+41").await;
        let line: serde_json::Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
        assert_eq!((line["act"].as_str(), line["actor"]["kind"].as_str()), (Some("settings.changed"), Some("command_line")));
        // One before it and one after it.
        assert_eq!(lines.lines().count(), 2, "{lines}");
        assert_eq!(admin.get("/admin/audit.csv?to=never").await.status(), 400);
    }
}

/// Literals of the program that look like acts, with what they are instead.
const NO_ACTS: [&str; 3] = ["account.totp", "mail.example", "site.secret"];

/// Literals below a folder that look like acts.
fn literals(folder: &Path, areas: &BTreeSet<&str>, found: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            literals(&path, areas, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for literal in code.split('"') {
            if let Some((area, word)) = literal.split_once('.')
                && areas.contains(area)
                && !word.is_empty()
                && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
            {
                found.insert(literal.to_owned());
            }
        }
    }
}

#[test]
fn every_act_of_the_program_has_a_name_and_a_text() {
    let areas: BTreeSet<&str> = names::areas().collect();
    let folder = hub_testkit::clients::workspace().join("crates/hub-app/src");
    let mut found = BTreeSet::new();
    literals(&folder, &areas, &mut found);
    found.retain(|name| !NO_ACTS.contains(&name.as_str()));
    assert!(found.len() > 80, "only {}", found.len());
    let known: BTreeSet<String> = names::NAMES.iter().map(|name| (*name).to_owned()).collect();
    let unknown: Vec<_> = found.difference(&known).collect();
    assert!(unknown.is_empty(), "name these in hub_core::act::names and locales/*/audit.ftl: {unknown:?}");
    for lang in hub_web::i18n::Lang::all() {
        for name in names::NAMES {
            let key = format!("act-{}", name.replace('.', "-"));
            assert!(lang.has(&key) && !lang.t(&key).is_empty(), "{}: there is no text {key}", lang.code());
        }
        for area in names::areas() {
            assert!(lang.has(&format!("audit-area-{area}")), "{}: no text for {area}", lang.code());
        }
    }
}
