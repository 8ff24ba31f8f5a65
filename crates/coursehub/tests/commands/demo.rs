//! `coursehub demo`.

use std::collections::BTreeSet;

use hub_sample::site::{Family, SimulatedSite, SiteOptions, Wire};

use crate::program::{Served, page, program};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_fills_itself_and_an_old_client_finds_everything() {
    let mut command = program();
    command.args(["demo", "--listen", "127.0.0.1:0"]);
    let mut demo = Served::start(command);
    // It can be looked at while it is filled.
    assert_eq!(page(&demo.url).await.0, 200);
    let printed = demo.printed_until("Ctrl-C");
    let folder = printed.split("--data ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
    assert!(std::path::Path::new(folder).join("hub.sqlite").exists());

    assert!(printed.contains("/sign-in") && printed.contains("password "), "{printed}");

    let client = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Somewhere")).await.unwrap();
    let (mut ids, mut languages, mut sites) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for page in [0, 25] {
        let options = Wire::object([("givememore", Wire::Int(page)), ("orderby", Wire::from("newest"))]);
        let parameters = [
            ("search", Wire::from("")),
            ("downloadable", Wire::Int(1)),
            ("enrollable", Wire::Int(1)),
            ("options", options),
        ];
        let found = client.call(&demo.url, "publichub", "hub_get_courses", &parameters).await.unwrap();
        for course in found["courses"].as_array().unwrap() {
            ids.insert(course["id"].as_i64().unwrap());
            languages.insert(course["language"].as_str().unwrap().to_owned());
            let address = course["courseurl"].as_str().or(course["demourl"].as_str()).unwrap();
            sites.insert(address.split('/').nth(2).unwrap().to_owned());
        }
    }
    assert!(ids.len() >= 24, "{} courses", ids.len());
    assert!(languages.len() >= 5, "{languages:?}");
    assert!(sites.len() >= 4, "{sites:?}");

    let mut waiting = program();
    waiting.args(["course", "list", "--state", "waiting", "--json", "--data", folder]);
    let waiting = crate::program::run(waiting).ok();
    assert!(serde_json::from_str::<Vec<serde_json::Value>>(&waiting).unwrap().len() >= 2, "{waiting}");

    let folder = folder.to_owned();
    assert_eq!(demo.end("INT").0, Some(0));
    assert!(!std::path::Path::new(&folder).exists(), "the folder stays");
}
