//! Workflow 16: many courses are narrowed down, saved as a file, and their publishers written to.

use std::time::Instant;

use hub_sample::course::Course;
use serde_json::Value;

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::site;

/// How many lines the list has; the filled hub's courses all fit on one page.
async fn shown(browser: &Browser, hub: &Hub, query: &str) -> usize {
    browser.open(&hub.at(&format!("/admin/courses?{query}"))).await;
    browser.find_all("tbody tr").await.len()
}

#[tokio::test]
async fn workflow_16_many_courses_are_narrowed_down_saved_and_written_about() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.sign_in(&hub, &hub.owner()).await;
    let all = hub.versions();
    let count = |fits: &dyn Fn(&Value) -> bool| all.iter().filter(|version| fits(version)).count();
    let site = all.iter().find_map(|version| version["site_id"].as_i64()).unwrap();
    for (query, expected) in [
        ("kind=share".to_owned(), count(&|version| version["kind"] == "share")),
        ("language=de".to_owned(), count(&|version| version["language"] == "de")),
        ("state=waiting".to_owned(), count(&|version| version["listing"] == "waiting")),
        (format!("site={site}"), count(&|version| version["site_id"] == site)),
        (
            format!("site={site}&kind=advert&state=listed"),
            count(&|version| {
                version["site_id"] == site && version["kind"] == "advert" && version["listing"] == "listed"
            }),
        ),
        ("changed=not-30".to_owned(), 0),
    ] {
        assert_eq!(shown(&browser, &hub, &query).await, expected, "{query}");
    }

    // By the form: a word and a language. The address can be shared.
    shown(&browser, &hub, "").await;
    browser.fill("input[name=q]", "photosynthesis").await;
    browser.click("form.filters button.secondary").await;
    browser.arrives_at("q=photosynthesis").await;
    let found = browser.find_all("tbody tr").await.len();
    assert!(found > 0 && found < all.len(), "{found} of {}", all.len());

    // The file has what is shown, under a line of names.
    let file =
        "return fetch(document.querySelector('a[href*=\"/csv\"]').href).then((answer) => answer.text())";
    let file = browser.evaluate(file).await;
    let lines: Vec<&str> = file.as_str().unwrap().trim_end().lines().collect();
    assert!(lines[0].starts_with("id,course_id,title,"), "{}", lines[0]);
    assert_eq!(lines.len(), found + 1, "{lines:#?}");

    // All that were found are written about: first to whom, and only then, with their number typed, the mails.
    browser.click("input[name=all]").await;
    browser.click("select[name=act] option[value=mail]").await;
    browser.fill("input[name=subject_line]", "About your pictures").await;
    browser.fill("textarea[name=body]", "Please say where they are from.").await;
    browser.click(".selection button.primary").await;
    browser.wait_for("input[name=confirm]").await;
    browser.says("main", "Please say where they are from.").await;
    assert!(!hub.run(&["mail", "list", "--json"]).contains("About your pictures"));
    browser.fill("input[name=confirm]", &found.to_string()).await;
    browser.click("main form button.primary").await;
    browser.wait_for(".pairs dd").await;
    browser.wait_until("document.querySelector('.pairs')?.innerText.length > 0").await;
    browser.open(&hub.at("/admin/audit?act=course.publisher_mailed")).await;
    assert_eq!(browser.find_all("tbody tr").await.len(), found, "each mail is in the record");
    browser.is_clean(&hub, &[]).await;
}

/// More than two pages of the list.
const MANY: usize = 120;

#[tokio::test]
async fn workflow_16_what_fills_several_pages_is_hidden_at_once_and_brought_back() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    hub.run(&["settings", "set", "courses_per_site_per_day", ""]);
    browser.sign_in(&hub, &hub.owner()).await;
    let lake = site(&hub, "Lake school").await;
    for number in 0..MANY {
        let name = format!("Wind {number}");
        lake.publish_advert(hub.url(), &Course::new(&name, &name, "en").summary("<p>Air.</p>"), 0)
            .await
            .unwrap();
    }
    let sea = Course::new("Sea", "Sea", "en").summary("<p>Water.</p>");
    lake.publish_advert(hub.url(), &sea, 0).await.unwrap();
    let states = |name: &str| hub.versions().iter().filter(|version| version["listing"] == name).count();
    assert_eq!(states("waiting"), MANY + 1);
    let until_all_are = |name: &str| {
        let began = Instant::now();
        while states(name) < MANY {
            assert!(began.elapsed().as_secs() < 60, "not all are {name}");
        }
        assert_eq!((states(name), states("waiting")), (MANY, 1), "{name}");
    };

    // All that were found, not only those in sight, are chosen; the one without the word is not.
    for (act, state) in [("list", "listed"), ("hide", "hidden")] {
        let rows = shown(&browser, &hub, "q=wind").await;
        assert!(rows < MANY, "{rows} on a page");
        browser.click("input[name=all]").await;
        browser.click(&format!("select[name=act] option[value={act}]")).await;
        if act == "hide" {
            browser.fill(".selection [name=reason]", "Not about wind.").await;
        }
        browser.click(".selection button.primary").await;
        browser.says("main h1", &MANY.to_string()).await;
        if !browser.find_all("input[name=confirm]").await.is_empty() {
            browser.fill("input[name=confirm]", &MANY.to_string()).await;
        }
        browser.click("main form button.primary").await;
        browser.wait_for(".pairs dd").await;
        until_all_are(state);
    }

    // Taken back, all are as they were before.
    browser.open(&browser.address().await).await;
    browser.click("main form button.secondary").await;
    until_all_are("listed");
}
