//! What every command prints: JSON that can be read, help, and nothing secret.

use hub_sample::site::{Family, Outcome, SimulatedSite, SiteOptions};
use serde_json::Value;

use crate::program::{Data, arg, coursehub, package};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn json_is_json_everywhere_and_tells_no_secret() {
    let data = Data::new();
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let hub = data.serve(&[&site]);
    data.run_with(&["admin", "create", "ana@hub.example", "--password-stdin"], "correct horse battery").ok();
    data.run(&["settings", "set", "contact_email", "staff@hub.example"]).ok();
    data.run(&["settings", "set", "registration_password", "rosebud"]).ok();
    assert_eq!(site.register(&hub.url).await.unwrap(), Outcome::Confirmed);
    let file = data.file("botany.mbz", &package("BOT-PHOTO"));
    data.run(&["course", "add", arg(&file)]).ok();
    let row = site.hub(&hub.url).unwrap();
    let secrets = [row.token.as_str(), row.secret.as_str(), "rosebud", "correct horse battery", "$argon2"];

    for list in [
        &["admin", "list"][..],
        &["site", "list"],
        &["course", "list"],
        &["settings", "list"],
        &["mail", "list"],
        &["doctor"],
    ] {
        let rows = data.json(list);
        let rows = rows.as_array().unwrap_or_else(|| panic!("{list:?} is no array"));
        assert!(!rows.is_empty() && rows.iter().all(|row| !row["id"].is_null()), "{list:?}: {rows:?}");
        for secret in secrets {
            assert!(!Value::from(rows.clone()).to_string().contains(secret), "{list:?} tells {secret}");
            assert!(!data.run(list).out.contains(secret), "{list:?} tells {secret}");
        }
    }
    for show in [&["site", "show", "1"][..], &["course", "show", "1"], &["mail", "show", "1"]] {
        let shown = data.json(show);
        assert_eq!(shown["id"], 1, "{show:?}");
        for secret in secrets {
            assert!(!shown.to_string().contains(secret), "{show:?} tells {secret}");
            assert!(!data.run(show).out.contains(secret), "{show:?} tells {secret}");
        }
    }
    let report: Value = serde_json::from_str(&coursehub(&["inspect", arg(&file), "--json"]).ok()).unwrap();
    assert_eq!(report["verdict"], "accepted");
}

#[test]
fn whoever_types_too_little_is_shown_what_there_is() {
    for words in
        [&[][..], &["site"], &["course"], &["settings"], &["mail"], &["admin"], &["config"], &["directory"]]
    {
        let help = coursehub(words).failed(2);
        assert!(help.contains("Usage: coursehub") && help.contains("Commands:"), "{words:?}: {help}");
    }
    assert!(coursehub(&["course", "accept"]).failed(2).contains("<ID>"));
}

#[test]
fn papers_are_printed_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = coursehub(&["completions", shell]).ok();
        assert!(script.contains("show-in-list") && script.contains("coursehub"), "{shell}");
    }
    assert!(coursehub(&["man"]).ok().starts_with(".ie"), "a manual page");
    coursehub(&["completions", "tcl"]).failed(2);
}

#[test]
fn the_index_is_built_anew_without_a_running_hub() {
    let data = Data::new();
    let file = data.file("botany.mbz", &package("BOT-PHOTO"));
    data.run(&["course", "add", arg(&file)]).ok();
    assert!(data.run(&["reindex"]).ok().contains("anew from 1 course."));
    let gone = data.run(&["course", "add", "/no/such/file.mbz"]);
    assert_eq!(gone.code, 1, "{gone:?}");
    assert!(gone.err.contains("/no/such/file.mbz"), "{gone:?}");
}
