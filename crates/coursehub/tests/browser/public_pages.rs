//! Every public page, in every look.

use serde_json::Value;

use crate::browser::Browser;
use crate::hub::Hub;
use crate::page::check_page;

/// Ids of the courses that have a share alone, an advert alone, and both.
fn courses(hub: &Hub) -> (i64, i64, i64) {
    let versions: Vec<Value> =
        hub.versions().into_iter().filter(|version| version["listing"] == "listed").collect();
    let has = |course: &Value, kind: &str| {
        versions.iter().any(|version| version["course_id"] == *course && version["kind"] == kind)
    };
    let first = |share: bool, advert: bool| {
        let mut courses = versions.iter().map(|version| &version["course_id"]);
        let found = courses.find(|course| has(course, "share") == share && has(course, "advert") == advert);
        found.and_then(Value::as_i64).unwrap()
    };
    (first(true, false), first(false, true), first(true, true))
}

#[tokio::test]
async fn lists_and_what_is_about_the_hub_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    for (path, name) in [
        ("/", "front"),
        ("/search", "results"),
        ("/search?q=a&kind=share&language=en", "results-filtered"),
        ("/search?q=zzzz", "results-none"),
        ("/nothing-is-here", "error-404"),
        ("/sites", "sites"),
        ("/sites/1", "site"),
        ("/about", "about"),
        // Without what a site sends it says so.
        ("/local/hub/siteregistration.php", "registration"),
    ] {
        check_page(&browser, &hub, path, name).await;
    }
}

#[tokio::test]
async fn courses_and_a_new_hub_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let (share, advert, both) = courses(&hub);
    check_page(&browser, &hub, &format!("/courses/{share}"), "course-share").await;
    check_page(&browser, &hub, &format!("/courses/{advert}"), "course-advert").await;
    check_page(&browser, &hub, &format!("/courses/{both}"), "course-both").await;
    check_page(&browser, &hub, &format!("/courses/{both}/versions/1"), "course-version").await;
    hub.run(&["course", "delete", &share.to_string()]);
    check_page(&browser, &hub, &format!("/courses/{share}"), "error-410").await;

    let new = Hub::empty();
    check_page(&browser, &new, "/", "front-empty").await;
}
