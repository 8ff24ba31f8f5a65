//! Staff's pages of sites: trusting, revoking and blocking, prioritising; by mouse, by keyboard, without scripts.

use serde_json::Value;

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

/// The sites as `coursehub site list --json` prints them.
fn sites(hub: &Hub) -> Vec<Value> {
    serde_json::from_str(&hub.run(&["site", "list", "--json"])).unwrap()
}

/// Id and name of the first site that is like that.
fn one(hub: &Hub, like: impl Fn(&Value) -> bool) -> (i64, String) {
    let site = sites(hub).into_iter().find(|site| like(site)).expect("the demo has such a site");
    (site["id"].as_i64().unwrap(), site["name"].as_str().unwrap().to_owned())
}

fn is(hub: &Hub, id: i64, what: &str) -> bool {
    sites(hub).into_iter().find(|site| site["id"].as_i64() == Some(id)).unwrap()[what] == Value::Bool(true)
}

#[tokio::test]
async fn sites_are_trusted_prioritised_and_revoked_by_staff() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    browser.sign_in(&hub, &owner).await;
    let (id, name) = one(&hub, |site| site["state"] == "active" && site["trusted"] == false);
    let page = format!("/admin/sites/{id}");
    check_page(&browser, &hub, "/admin/sites", "desk-sites").await;
    check_page(&browser, &hub, &page, "desk-site").await;
    check_page(&browser, &hub, "/admin/sites/blocked", "desk-blocked").await;

    // From the list to the site, and trust it.
    browser.open(&hub.at("/admin/sites")).await;
    browser.fill("input[name=q]", &name).await;
    browser.press(key::ENTER).await;
    browser.wait_until("location.search.includes('q=') && document.readyState === 'complete'").await;
    browser.click("tbody th a").await;
    browser.click("button[value=trust]").await;
    browser.wait_for(".done").await;
    assert!(is(&hub, id, "trusted"));

    // Prioritised, it stands first in the public list; it can be trusted no longer only after that.
    browser.click("button[value=prioritise]").await;
    browser.wait_for("button[value=unprioritise]").await;
    assert!(browser.find_all("button[value=untrust]").await.is_empty());
    browser.click("button[value=unprioritise]").await;
    browser.wait_for("button[value=untrust]").await;
    assert!(is(&hub, id, "trusted"), "it keeps trust");

    // A leaked token: nothing happens before the name is typed.
    browser.click("#revoke > summary").await;
    browser.fill("#f-revoke-name", "something else").await;
    browser.press(key::ENTER).await;
    browser.wait_for("[role=alert]").await;
    browser.fill("#f-revoke-name", &name).await;
    browser.press(key::ENTER).await;
    browser.wait_until("document.querySelector('.done') && !document.querySelector('#f-revoke-name')").await;
    browser.click("#block > summary").await;
    browser.fill("#f-block-name", &name).await;
    browser.press(key::ENTER).await;
    browser.wait_for("button[value=unblock]").await;
    browser.open(&hub.at("/admin/sites/blocked")).await;
    browser.click("main .entry button").await;
    browser.wait_for(".done").await;
    assert!(browser.find_all("main .entry").await.is_empty(), "unblocked");
}

#[tokio::test]
async fn a_site_is_decided_on_by_keyboard_and_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    browser.sign_in(&hub, &owner).await;
    let (id, name) = one(&hub, |site| site["state"] == "active" && site["trusted"] == false);
    browser.open(&hub.at("/admin/sites")).await;
    browser.tab_to("Name, address or contact").await;
    browser.focus_is_seen().await;
    browser.write(&name).await;
    browser.press(key::ENTER).await;
    browser.wait_until("location.search.includes('q=') && document.readyState === 'complete'").await;
    browser.tab_to(&name).await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_for("button[value=trust]").await;
    browser.tab_to("Trust").await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_for(".done").await;
    assert!(is(&hub, id, "trusted"));

    browser.switch_scripts_off().await;
    browser.open(&hub.at(&format!("/admin/sites/{id}"))).await;
    browser.click("button[value=prioritise]").await;
    browser.wait_for(".done").await;
    assert!(is(&hub, id, "prioritised"));
    browser.fill("#f-notes", "rang the school").await;
    browser.click("form[action$='/settings'] button").await;
    assert_eq!(
        browser.find("#f-notes").await.prop("value").await.unwrap().as_deref(),
        Some("rang the school")
    );
    browser.is_clean(&hub, &[]).await;
}
