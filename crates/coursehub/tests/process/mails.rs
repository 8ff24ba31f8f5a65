//! Mails of a served hub: they wait without a mail server, the commands show them, and they go out when there is one.

use std::process::Stdio;

use hub_sample::site::{Family, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::mail_server::MailServer;
use serde_json::Value;
use tokio::process::Command;

use crate::served::Service;

/// Runs a command beside the served hub; gives what it printed.
async fn run(service: &Service, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coursehub"));
    command.args(words).arg("--data").arg(&service.folder).stdin(Stdio::null());
    let output = command.output().await.unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

async fn mails(service: &Service) -> Vec<Value> {
    serde_json::from_str(&run(service, &["mail", "list", "--json"]).await).unwrap()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mails_wait_readable_until_the_hub_is_served_with_a_mail_server() {
    let folder = tempfile::tempdir().unwrap();
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let mut service = Service::new(folder.path(), std::slice::from_ref(&site));
    // Before it is served: a served hub follows the settings within a second, not at once.
    run(&service, &["settings", "set", "name", "Example Hub"]).await;
    run(&service, &["settings", "set", "contact_email", "staff@hub.example"]).await;
    let mut hub = service.start().await;
    site.register(&service.url()).await.unwrap();
    site.forget_hub(&service.url());
    let Outcome::Page(asked) = site.register(&service.url()).await.unwrap() else { panic!("no page") };
    for text in ["This hub cannot send mail at the moment. The message is kept", "a…@school.example"] {
        assert!(asked.body.contains(text), "{text}: {}", asked.body);
    }

    let waiting = mails(&service).await;
    let kinds: Vec<_> = waiting.iter().map(|mail| mail["kind"].as_str().unwrap()).collect();
    assert_eq!(
        kinds,
        ["site_newcomer", "replacement_link", "site_registered", "site_new"],
        "the newest first"
    );
    assert!(waiting.iter().all(|mail| mail["state"] == "waiting"), "{waiting:?}");
    let shown = run(&service, &["mail", "show", &waiting[1]["id"].to_string()]).await;
    let start = format!("{}/registrations/replace/", service.url());
    let at = shown.find(&start).unwrap_or_else(|| panic!("no link: {shown}"));
    let replace = shown[at..].split_whitespace().next().unwrap().to_owned();
    assert!(shown.contains("ada@school.example") && shown.contains("Lake school"), "{shown}");
    let table = run(&service, &["mail", "list"]).await;
    assert!(table.contains("staff@hub.example") && table.contains("waiting"), "{table}");

    hub.kill().await.unwrap();
    let Some(mut server) = MailServer::start(0) else { return };
    service.mail_url = Some(server.url());
    let mut hub = service.start().await;
    let got = tokio::task::spawn_blocking(move || {
        let mut got: Vec<_> = (0..4).map(|_| server.wait()).collect();
        got.sort_by(|a, b| a.subject.cmp(&b.subject));
        (got, server)
    });
    let (got, server) = got.await.unwrap();
    let seen: Vec<_> = got.iter().map(|mail| (mail.to[0].as_str(), mail.subject.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("ada@school.example", "Example Hub: is your site \"Lake school\" being registered anew?"),
            ("staff@hub.example", "Example Hub: new site \"Lake school\""),
            ("staff@hub.example", "Example Hub: somebody else on the address of \"Lake school\""),
            ("ada@school.example", "Example Hub: your site \"Lake school\" is registered"),
        ]
    );
    assert!(got[0].text.contains(&replace), "the same link: {}", got[0].text);
    let both = site.browser().open(&replace).await.unwrap();
    let done = site.browser().fill_in(&both, &[]).await.unwrap();
    assert!(done.body.contains("registrationconfirmed"), "{done:?}");
    let doctor = run(&service, &["doctor", "--json"]).await;
    assert!(doctor.contains("no mail_url"), "the command was not told of it: {doctor}");
    hub.kill().await.unwrap();
    tokio::task::spawn_blocking(move || server.end()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_commands_say_that_a_registered_site_has_not_returned() {
    let folder = tempfile::tempdir().unwrap();
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let service = Service::new(folder.path(), std::slice::from_ref(&site));
    let mut hub = service.start().await;
    site.register(&service.url()).await.unwrap();
    let before = run(&service, &["site", "show", "1"]).await;
    assert!(!before.contains("return not seen"), "{before}");
    let database = format!("sqlite:{}", folder.path().join("hub.sqlite").display());
    hub_testkit::StoppedHub::open(&database, folder.path()).await.handshakes_were_long_ago().await;
    let shown = run(&service, &["site", "show", "1"]).await;
    for text in [
        "Registered, return not seen: no call came within 10 minutes of the handshake.",
        "a firewall at the site answers 403 to addresses in parameters, or nobody was signed in there",
        "has the exact exception for mod_security",
    ] {
        assert!(shown.contains(text), "{text}: {shown}");
    }
    let listed = run(&service, &["site", "list"]).await;
    assert!(listed.contains("return not seen"), "{listed}");
    let doctor: Vec<Value> = serde_json::from_str(&run(&service, &["doctor", "--json"]).await).unwrap();
    let sites = doctor.iter().find(|check| check["id"] == "sites").unwrap();
    assert_eq!(sites["outcome"], "warn");
    assert!(sites["what"].as_str().unwrap().contains("1 site registered, return not seen"), "{sites}");
    site.get_info(&service.url()).await.unwrap();
    let after = run(&service, &["site", "show", "1"]).await;
    assert!(!after.contains("return not seen"), "{after}");
    hub.kill().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_commands_say_whose_file_never_came() {
    use hub_sample::site::Kind;

    let folder = tempfile::tempdir().unwrap();
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let service = Service::new(folder.path(), std::slice::from_ref(&site));
    let mut hub = service.start().await;
    site.register(&service.url()).await.unwrap();
    let course = hub_testkit::small_course(1);
    let id = site.register_course(&service.url(), &course, Kind::Share, 0).await.unwrap();
    let list = ["course", "list", "--state", "no-file"];
    assert!(run(&service, &list).await.contains("No courses in this state."));
    let database = format!("sqlite:{}", folder.path().join("hub.sqlite").display());
    hub_testkit::StoppedHub::open(&database, folder.path()).await.versions_were_sent_hours_ago(25).await;
    let listed = run(&service, &list).await;
    assert!(listed.contains("Small course 1") && listed.contains("no file came"), "{listed}");
    let json = run(&service, &["course", "list", "--json"]).await;
    let rows: Vec<Value> = serde_json::from_str(&json).unwrap();
    assert_eq!((&rows[0]["id"], &rows[0]["no_file"]), (&Value::from(id), &Value::from(true)));
    let doctor = run(&service, &["doctor"]).await;
    assert!(
        doctor.contains("1 course has no file after 24 hours; coursehub course list --state no-file"),
        "{doctor}"
    );
    site.upload_backup(&service.url(), id, &site.back_up(&course)).await.unwrap();
    assert!(run(&service, &list).await.contains("No courses in this state."));
    hub.kill().await.unwrap();
}
