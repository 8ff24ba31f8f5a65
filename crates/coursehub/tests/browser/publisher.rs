//! Workflow 8: a publisher follows a course from its Moodle and by mail, and withdraws it.

use hub_sample::course::{Course, Section};
use hub_sample::site::SimulatedSite;
use serde_json::Value;

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::{decide, is_gone_soon, page_of, site};

/// Shares a course with its package; the hub reads it before anything else is done.
async fn share(hub: &Hub, site: &SimulatedSite, name: &str) -> i64 {
    let page = Section::new("Leaves").page("A leaf", "<p>It is green.</p>");
    let course = Course::new(name, name, "en").summary("<p>How things grow.</p>").section(page);
    let id = site.publish_share(hub.url(), &course, 0).await.unwrap();
    let began = std::time::Instant::now();
    let is_read =
        || hub.versions().iter().any(|version| version["id"] == id && version["package"] == "ready");
    while !is_read() {
        assert!(began.elapsed().as_secs() < 20, "the package is not read");
    }
    id
}

/// What its own Moodle is told: whether it is listed.
async fn is_listed(hub: &Hub, site: &SimulatedSite, id: i64) -> Option<bool> {
    let own = site.check_status(hub.url()).await.unwrap();
    own.course(id).map(|course| course["privacy"] == 1)
}

async fn status(browser: &Browser, path: &str) -> Value {
    browser.evaluate(&format!("return fetch('{path}').then((answer) => answer.status)")).await
}

async fn decide_in_queue(browser: &Browser, hub: &Hub, id: i64, choice: &str, words: &str) {
    browser.open(&hub.at(&format!("/moderate/queue/{id}"))).await;
    if !words.is_empty() {
        browser.fill("textarea[name=words]", words).await;
    }
    browser.click(&format!("button[value={choice}]")).await;
    browser.wait_for("p.done").await;
}

#[tokio::test]
async fn workflow_08_a_publisher_follows_a_course_and_withdraws_it() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    let (lake, hill) = (site(&hub, "Lake school").await, site(&hub, "Hill school").await);
    let wind = share(&hub, &lake, "WIND").await;
    let publisher = browser.another().await;

    // It waits, then is refused with a reason, which the publisher reads by the link in the mail.
    assert_eq!(is_listed(&hub, &lake, wind).await, Some(false));
    decide_in_queue(&browser, &hub, wind, "refuse", "Whose pictures are these?").await;
    assert_eq!(is_listed(&hub, &lake, wind).await, Some(false));
    publisher.open(&hub.at(&hub.mailed_link("course_refused"))).await;
    publisher.says("main", "Whose pictures are these?").await;

    // Sent again it waits again, and is listed.
    share(&hub, &lake, "WIND").await;
    let again = hub.versions().into_iter().filter(|version| version["listing"] == "waiting");
    let wind = again.filter_map(|version| version["id"].as_i64()).next_back().unwrap();
    decide_in_queue(&browser, &hub, wind, "accept", "").await;
    assert_eq!(is_listed(&hub, &lake, wind).await, Some(true));
    publisher.open(&hub.at(&format!("/courses/{wind}"))).await;
    let file = publisher.download(".take a.primary").await;
    assert_eq!(file[..2], [0x1f, 0x8b], "a gzip archive");
    let shown: Value =
        serde_json::from_str(&hub.run(&["course", "show", &wind.to_string(), "--json"])).unwrap();
    assert_eq!(shown["downloads"], 1, "{shown}");

    // The mail has a link to the publisher's own page of it.
    let mail = hub.newest_mail("course_accepted");
    let own = mail.split_whitespace().find(|word| word.contains("/published/")).unwrap();
    publisher.open(own).await;
    publisher.says(".badges", "listed").await;
    publisher.says(".facts", "Downloads").await;
    assert!(publisher.axe().await.is_empty());
    let forged = own.replace("/published/", "/published/9");
    assert_eq!(status(&publisher, forged.strip_prefix(hub.url()).unwrap()).await, 404);

    // Another site's course cannot be touched.
    let _ = hill.unregister_courses(hub.url(), &[wind]).await;
    assert_eq!(is_listed(&hub, &lake, wind).await, Some(true));

    // Withdrawn, it is nowhere, and its file is gone for good.
    let package = format!("/local/hub/webservice/download.php?filetype=backup&courseid={wind}");
    assert_eq!(status(&publisher, &package).await, 200);
    publisher.click("#withdraw > summary").await;
    publisher.click("button[value=withdraw]").await;
    publisher.wait_for("p.done").await;
    publisher.says(".badges", "withdrawn").await;
    assert_eq!(status(&publisher, &package).await, 410);
    publisher.open(&hub.at(&format!("/courses/{wind}"))).await;
    publisher.says("h1", "no longer here").await;
    is_gone_soon(&hub, wind).await;
    publisher.open(&hub.at("/search?q=wind")).await;
    publisher.wait_for("#count").await;
    assert!(publisher.find_all(".hit").await.is_empty());
    for outlet in ["/feeds/atom", "/feeds/rss", "/sitemap.xml"] {
        let text =
            publisher.evaluate(&format!("return fetch('{outlet}').then((answer) => answer.text())")).await;
        assert!(!text.as_str().unwrap().contains("WIND"), "{outlet}: {text}");
    }
    assert_eq!(is_listed(&hub, &lake, wind).await, None);
    // Its Moodle may take courses back as well.
    let rain = share(&hub, &lake, "RAIN").await;
    assert_eq!(lake.unregister_courses(hub.url(), &[rain]).await.unwrap(), 1);
    assert_eq!(is_listed(&hub, &lake, rain).await, None);
    // Staff is told nothing is left to decide.
    decide(&browser, &hub, &page_of(&hub, &lake), "trust").await;
    assert!(browser.find_all("button[value=accept-waiting]").await.is_empty());
    browser.is_clean(&hub, &[]).await;
}
