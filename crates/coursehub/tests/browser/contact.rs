//! Messages by relay: a visitor writes to a publisher, who answers; staff reads both, and nobody sees an address.

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

const SENDER: &str = "mira@home.example";

#[tokio::test]
async fn workflow_19_a_visitor_and_a_publisher_write_to_each_other_by_keyboard() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    hub.run(&["settings", "set", "captcha", "proof_of_work"]);
    let course = hub.versions().into_iter().find(|version| version["listing"] == "listed").unwrap();
    let path = format!("/courses/{}/contact", course["id"]);
    check_page(&browser, &hub, &path, "contact-course").await;

    browser.open(&hub.at(&path)).await;
    browser.tab_to("Your name").await;
    browser.focus_is_seen().await;
    browser.write("Mira").await;
    browser.tab_to("Your mail address").await;
    browser.write(SENDER).await;
    browser.tab_to("Your message").await;
    browser.write("May I translate it?").await;
    browser.tab_to("Send message").await;
    browser.press(key::ENTER).await;
    browser.wait_for(".done").await;

    let theirs = hub.mailed_link("message_new");
    check_page(&browser, &hub, &theirs, "messages").await;
    browser.open(&hub.at(&theirs)).await;
    assert!(!browser.text("main").await.contains('@'), "no address");
    browser.fill("textarea[name=text]", "Yes, please.").await;
    browser.click("main button.primary").await;
    browser.wait_for(".done").await;
    let mine = hub.mailed_link("message_answered");
    browser.open(&hub.at(&mine)).await;
    let thread = browser.text("main").await;
    assert!(thread.contains("Yes, please.") && !thread.contains('@'), "{thread}");

    browser.sign_in(&hub, &hub.account("moderator")).await;
    check_page(&browser, &hub, "/moderate/messages", "desk-messages").await;
    check_page(&browser, &hub, "/moderate/messages/1", "desk-message").await;
    browser.open(&hub.at("/moderate/messages/1")).await;
    assert!(browser.text("main").await.contains("May I translate it?"));
    browser.click("button[value=close]").await;
    browser.wait_for("button[value=open]").await;
    browser.is_clean(&hub, &[]).await;
}
