//! What staff does with sites from beginning to end, by the number of the workflow in the list of features: staff
//! presses buttons of pages, Moodles of the classic kind call beside it.

use std::time::Instant;

use hub_sample::course::{Course, Section};
use hub_sample::site::{Family, Kind, Outcome, Page, SimulatedSite, SiteError, SiteOptions};
use serde_json::Value;

use crate::browser::{Browser, key};
use crate::hub::Hub;

/// A Moodle that has registered.
pub async fn site(hub: &Hub, name: &str) -> SimulatedSite {
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap();
    assert_eq!(site.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    site
}

pub async fn advert(hub: &Hub, site: &SimulatedSite, name: &str) -> i64 {
    let page = Section::new("Leaves").page("A leaf", "<p>It is green.</p>");
    let course = Course::new(name, name, "en").summary("<p>How things grow.</p>").section(page);
    site.publish_advert(hub.url(), &course, 0).await.unwrap()
}

fn rows(hub: &Hub) -> Vec<Value> {
    serde_json::from_str(&hub.run(&["site", "list", "--json"])).unwrap()
}

/// The path of staff's page of a site.
pub fn page_of(hub: &Hub, site: &SimulatedSite) -> String {
    let row = rows(hub).into_iter().find(|row| row["address"] == site.wwwroot() && row["state"] != "left");
    format!("/admin/sites/{}", row.unwrap()["id"])
}

/// Whether a Moodle that nobody registered finds a course.
pub async fn is_found(hub: &Hub, id: i64) -> bool {
    let stranger = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Stranger")).await.unwrap();
    stranger.search(hub.url(), "", Kind::Advert, &[]).await.unwrap().course(id).is_some()
}

/// Waits until strangers find it: the index follows within a second.
pub async fn is_found_soon(hub: &Hub, id: i64) {
    let began = Instant::now();
    while !is_found(hub, id).await {
        assert!(began.elapsed().as_secs() < 10, "course {id} is not found");
        tokio::task::yield_now().await;
    }
}

/// Waits until strangers find it no more.
pub async fn is_gone_soon(hub: &Hub, id: i64) {
    let began = Instant::now();
    while is_found(hub, id).await {
        assert!(began.elapsed().as_secs() < 10, "course {id} is still found");
        tokio::task::yield_now().await;
    }
}

/// Presses the button of a decision, and waits for the sentence that says it was done.
pub async fn decide(browser: &Browser, hub: &Hub, page: &str, act: &str) {
    browser.open(&hub.at(page)).await;
    browser.click(&format!("button[value={act}]")).await;
    browser.wait_for(".done").await;
}

/// Types the site's name into the form of what cannot be undone.
pub async fn decide_by_name(browser: &Browser, hub: &Hub, page: &str, act: &str, name: &str) {
    browser.open(&hub.at(page)).await;
    browser.click(&format!("#{act} > summary")).await;
    browser.fill(&format!("#f-{act}-name"), name).await;
    browser.press(key::ENTER).await;
    browser.wait_for(".done").await;
}

pub fn code(answer: Result<Value, SiteError>) -> Option<String> {
    answer.err().and_then(|error| error.error_code().map(str::to_owned))
}

pub fn page(outcome: Outcome) -> Page {
    match outcome {
        Outcome::Page(page) => page,
        other => panic!("no page but {other:?}"),
    }
}

#[tokio::test]
async fn workflows_9_11_14_15_a_site_is_trusted_changes_is_prioritised_revoked_and_blocked() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    let mut lake = site(&hub, "Lake school").await;
    let at = page_of(&hub, &lake);

    // 9: what waits is offered; what comes is visible; what is listed stays.
    let first = advert(&hub, &lake, "FIRST").await;
    assert!(!is_found(&hub, first).await);
    decide(&browser, &hub, &at, "trust").await;
    browser.click("button[value=accept-waiting]").await;
    browser.wait_for(".done").await;
    is_found_soon(&hub, first).await;
    let second = advert(&hub, &lake, "SECOND").await;
    is_found_soon(&hub, second).await;
    decide(&browser, &hub, &at, "untrust").await;
    let third = advert(&hub, &lake, "THIRD").await;
    assert!(is_found(&hub, second).await && !is_found(&hub, third).await);

    // 15: priority brings trust and the first place; without it trust stays.
    let alpha = site(&hub, "Alpha school").await;
    for (at, act) in [(&page_of(&hub, &alpha), "show"), (&at, "show"), (&at, "prioritise")] {
        decide(&browser, &hub, at, act).await;
    }
    browser.open(&hub.at("/sites")).await;
    let list = browser.text("main").await;
    let (lake_at, alpha_at) = (list.find("Lake school").unwrap(), list.find("Alpha school").unwrap());
    assert!(lake_at < alpha_at, "{list}");
    decide(&browser, &hub, &at, "unprioritise").await;
    assert!(!browser.find_all("button[value=untrust]").await.is_empty(), "it keeps trust");

    // 11: a new name waits with old and new.
    let mut info = lake.info().clone();
    "Lake School of Art".clone_into(&mut info.name);
    lake.set_info(info);
    lake.update_site_info(hub.url()).await.unwrap();
    browser.open(&hub.at(&at)).await;
    let change = browser.text("section[aria-labelledby=change]").await;
    assert!(change.contains("Lake school") && change.contains("Lake School of Art"), "{change}");
    decide(&browser, &hub, &at, "accept-change").await;
    assert_eq!(browser.text("h1").await, "Lake School of Art");

    // 14: calls fail at once; a blocked secret is led to renew; unblocked, it works again.
    decide_by_name(&browser, &hub, &at, "revoke", "Lake School of Art").await;
    assert_eq!(code(lake.get_info(hub.url()).await).as_deref(), Some("invalidtoken"));
    decide_by_name(&browser, &hub, &at, "block", "Lake School of Art").await;
    lake.forget_confirmation(hub.url());
    assert_eq!(page(lake.register(hub.url()).await.unwrap()).status, 403);
    browser.open(&hub.at("/admin/sites/blocked")).await;
    browser.click("main .entry button").await;
    browser.wait_for(".done").await;
    assert_eq!(lake.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    lake.get_info(hub.url()).await.unwrap();
    browser.open(&hub.at(&at)).await;
    browser.click("#older > summary").await;
    let history = browser.text("main").await;
    for act in ["Site trusted", "Site put first", "Token of the site ended", "site blocked", "site unblocked"]
    {
        assert!(history.contains(act), "{act} is not in the record: {history}");
    }
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn workflow_12_copies_are_seen_and_split_by_one_button() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;

    // 12: two installations with one token are seen, and split by one button.
    let lake = site(&hub, "Lake school").await;
    let at = page_of(&hub, &lake);
    let course = advert(&hub, &lake, "WIND").await;
    let copy = lake.copy().await.unwrap();
    for caller in [&lake, &copy, &lake, &copy] {
        // What the hub says to either is not looked at here.
        let _ = caller.update_site_info(hub.url()).await;
    }
    browser.open(&hub.at(&at)).await;
    let clone = browser.text("section[aria-labelledby=clone]").await;
    assert!(clone.contains(lake.wwwroot()) && clone.contains(copy.wwwroot()), "{clone}");
    decide(&browser, &hub, &at, "split").await;
    assert!(lake.get_info(hub.url()).await.is_err() && copy.get_info(hub.url()).await.is_err());
    lake.forget_confirmation(hub.url());
    assert_eq!(lake.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    assert!(lake.check_status(hub.url()).await.unwrap().course(course).is_some(), "it keeps its course");
    browser.is_clean(&hub, &[]).await;
}
