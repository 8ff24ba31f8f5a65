//! The desk of those who decide: the queue by keyboard and without scripts, reports, appeals.

use serde_json::Value;

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

/// The versions in a state.
fn in_state(hub: &Hub, state: &str) -> Vec<Value> {
    let listed = hub.run(&["course", "list", "--state", state, "--json"]);
    serde_json::from_str(&listed).unwrap()
}

/// The link to appeal in the newest mail that has one.
fn appeal(hub: &Hub) -> String {
    let mails: Vec<Value> = serde_json::from_str(&hub.run(&["mail", "list", "--json"])).unwrap();
    let links = mails.iter().filter_map(|mail| {
        let id = mail["id"].to_string();
        let shown = hub.run(&["mail", "show", id.trim_matches('"')]);
        let at = shown.find("/appeals/")?;
        shown[at..].split_whitespace().next().map(|link| link.trim_matches(['"', '\\', '<', '>']).to_owned())
    });
    links.collect::<Vec<_>>().pop().unwrap()
}

#[tokio::test]
async fn the_queue_is_decided_by_keyboard_and_a_publisher_appeals() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let waiting = in_state(&hub, "waiting");
    assert!(waiting.len() >= 2, "{waiting:?}");
    browser.sign_in(&hub, &hub.account("moderator")).await;
    browser.wait_until("location.pathname === '/moderate'").await;
    check_page(&browser, &hub, "/moderate", "moderate").await;
    check_page(&browser, &hub, "/moderate/queue", "moderate-queue").await;
    check_page(&browser, &hub, "/moderate/lists", "moderate-lists").await;

    browser.open(&hub.at("/moderate/queue")).await;
    let first = browser.text("tbody th a").await;
    browser.tab_to(&first).await;
    browser.press(key::ENTER).await;
    browser.wait_for("#decision").await;
    let path = browser.evaluate("return location.pathname").await.as_str().unwrap().to_owned();
    check_page(&browser, &hub, &path, "moderate-one").await;

    // Next, and back.
    browser.open(&hub.at(&path)).await;
    browser.write("n").await;
    browser.wait_until(&format!("location.pathname !== '{path}'")).await;
    browser.write("p").await;
    browser.wait_until(&format!("location.pathname === '{path}'")).await;
    browser.write("?").await;
    browser.wait_for("dialog[open]").await;
    browser.press(key::ESCAPE).await;
    browser.wait_until("!document.querySelector('dialog[open]')").await;

    // Without a reason the key leads to the reason; then the same key refuses.
    browser.write("r").await;
    browser.wait_until("document.activeElement.id === 'words'").await;
    browser.write("The pictures are not free.").await;
    browser.press(key::ESCAPE).await;
    browser.write("r").await;
    browser.wait_for("p.done").await;
    browser.says("p.done", "Refused").await;
    assert_eq!(in_state(&hub, "refused").len(), 1);
    browser.write("a").await;
    browser.wait_until("document.querySelector('p.done')?.textContent.includes('Accepted')").await;

    let own = appeal(&hub);
    check_page(&browser, &hub, &own, "appeal").await;
    browser.open(&hub.at(&own)).await;
    browser.fill("textarea", "I drew them.").await;
    browser.click("main form button").await;
    browser.wait_for(".thread").await;
    check_page(&browser, &hub, "/moderate/appeals/1", "moderate-appeal").await;
    browser.open(&hub.at("/moderate/appeals/1")).await;
    browser.fill("textarea", "Thank you.").await;
    browser.click("button[value=reverse]").await;
    browser.wait_for("p.done").await;
    assert!(in_state(&hub, "refused").is_empty());
    check_page(&browser, &hub, "/numbers", "numbers").await;
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn a_report_is_made_and_a_course_hidden_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    // Without scripts the captcha takes half a minute.
    hub.run(&["settings", "set", "captcha", "off"]);
    let course = hub.versions().into_iter().find(|version| version["listing"] == "listed").unwrap();
    let id = course["id"].as_i64().unwrap();
    let path = format!("/courses/{id}/report");
    check_page(&browser, &hub, &path, "report").await;
    browser.switch_scripts_off().await;
    browser.open(&hub.at(&format!("/courses/{id}"))).await;
    browser.click("a[href$='/report']").await;
    browser.click("input[value=copyright]").await;
    browser.fill("textarea", "These pictures are mine.").await;
    browser.fill("input[name=email]", "visitor@home.example").await;
    browser.click("main form button").await;
    browser.says("h1", "Your report has arrived").await;

    browser.sign_in(&hub, &hub.account("moderator")).await;
    browser.open(&hub.at("/moderate")).await;
    browser.click(".needs .name a").await;
    browser.says("blockquote", "These pictures are mine.").await;
    browser.fill("textarea", "They are not free.").await;
    browser.click("button[value=hide]").await;
    browser.says("p.done", "Decided").await;
    assert_eq!(in_state(&hub, "hidden").len(), 1);

    // Deciding, too.
    let before = in_state(&hub, "waiting").len();
    browser.open(&hub.at("/moderate/queue")).await;
    browser.click("tbody th a").await;
    browser.click("button[value=accept]").await;
    browser.says("p.done", "Accepted").await;
    assert_eq!(in_state(&hub, "waiting").len(), before - 1);
    browser.open(&hub.at("/moderate")).await;
    browser.click("details.snooze summary").await;
    browser.click("details.snooze button[value='7']").await;
    browser.says("p.done", "comes back").await;
}
