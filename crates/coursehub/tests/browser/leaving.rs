//! Workflow 13: a site leaves or is deleted, with its courses or without, and may come back.

use hub_sample::site::{Leave, Outcome};

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::{
    advert, code, decide, decide_by_name, is_found, is_found_soon, is_gone_soon, page_of, site,
};

#[tokio::test]
async fn workflow_13_sites_leave_and_are_deleted_with_their_courses_and_without() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;

    // A site leaves; its courses stay, and whoever looks after them sees whose they were and whom to ask.
    let lake = site(&hub, "Lake school").await;
    let lake_at = page_of(&hub, &lake);
    decide(&browser, &hub, &lake_at, "trust").await;
    let wind = advert(&hub, &lake, "WIND").await;
    is_found_soon(&hub, wind).await;
    let token = lake.hub(hub.url()).unwrap().token;
    lake.unregister_site(hub.url(), Leave::IfAllowed).await.unwrap();
    assert_eq!(
        code(lake.call(hub.url(), &token, "hub_get_info", &[]).await).as_deref(),
        Some("invalidtoken")
    );
    assert!(is_found(&hub, wind).await);
    browser.open(&hub.at("/admin/sites?state=left")).await;
    browser.says("tbody", "Lake school").await;
    browser.open(&hub.at(&lake_at)).await;
    browser.says(".badges", "Has left").await;
    let info = lake.info().clone();
    let facts = browser.evaluate("return document.querySelector('main').outerHTML").await;
    assert!(facts.as_str().unwrap().contains(&info.contact_email), "whom to ask stands there");
    browser.open(&hub.at(&format!("/admin/courses/{wind}"))).await;
    browser.says("main", "Lake school").await;
    // It comes back as the same site.
    assert_eq!(lake.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    assert_eq!(page_of(&hub, &lake), lake_at);

    // Staff deletes one, and its courses stay: the token is dead at once, the contact gets the way to clean up.
    let hill = site(&hub, "Hill school").await;
    let hill_at = page_of(&hub, &hill);
    decide(&browser, &hub, &hill_at, "trust").await;
    let left_behind = advert(&hub, &hill, "HILL").await;
    is_found_soon(&hub, left_behind).await;
    decide_by_name(&browser, &hub, &hill_at, "delete", "Hill school").await;
    assert_eq!(code(hill.get_info(hub.url()).await).as_deref(), Some("invalidtoken"));
    assert!(is_found(&hub, left_behind).await, "its courses stay unless the other was chosen");
    // Moodle before 3.4 has the page itself.
    let mail = hub.newest_mail("site_deleted");
    assert!(mail.contains(&format!("{}/admin/registration/index.php?huburl=", hill.wwwroot())), "{mail}");
    hill.unregister_site(hub.url(), Leave::ByForce).await.unwrap();
    assert_eq!(hill.register(hub.url()).await.unwrap(), Outcome::Confirmed, "and it may come back");

    // With its courses: they are gone everywhere.
    let dome = site(&hub, "Dome school").await;
    let dome_at = page_of(&hub, &dome);
    decide(&browser, &hub, &dome_at, "trust").await;
    let gone = advert(&hub, &dome, "DOME").await;
    is_found_soon(&hub, gone).await;
    browser.open(&hub.at(&dome_at)).await;
    browser.click("#delete > summary").await;
    browser.click("input[name=courses][value=go]").await;
    browser.fill("#f-delete-name", "Dome school").await;
    browser.click("#delete button").await;
    browser.wait_for(".done").await;
    is_gone_soon(&hub, gone).await;
    let visitor = browser.another().await;
    visitor.open(&hub.at(&format!("/courses/{gone}"))).await;
    visitor.says("h1", "no longer here").await;
    browser.is_clean(&hub, &[]).await;
}
