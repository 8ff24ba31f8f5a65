//! Messages by relay: a visitor writes to a publisher, who answers; staff reads both, and nobody sees an address.

use serde_json::Value;

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

const SENDER: &str = "mira@home.example";

#[tokio::test]
async fn workflow_19_a_visitor_and_a_publisher_write_to_each_other_by_keyboard() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
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
    browser.says("main", "May I translate it?").await;
    browser.click("button[value=close]").await;
    browser.wait_for("button[value=open]").await;
    browser.is_clean(&hub, &[]).await;
}

/// The newest mail of a kind.
fn mail(hub: &Hub, kind: &str) -> String {
    let mails: Vec<Value> = serde_json::from_str(&hub.run(&["mail", "list", "--json"])).unwrap();
    let of_kind = mails.iter().filter(|mail| mail["kind"] == kind);
    let id = of_kind.filter_map(|mail| mail["id"].as_i64()).max().unwrap_or_else(|| panic!("no mail {kind}"));
    hub.run(&["mail", "show", &id.to_string()])
}

#[tokio::test]
async fn workflow_20_a_report_is_acknowledged_decided_with_one_click_and_answered_in_french() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let course = hub.versions().into_iter().find(|version| version["listing"] == "listed").unwrap();
    let page = format!("/courses/{}", course["id"]);
    browser.accept_language("fr").await;
    browser.open(&hub.at(&page)).await;
    browser.says("footer", "Cette traduction est un brouillon").await;
    browser.click("a[href$='/report']").await;
    browser.wait_for("input[value=copyright]").await;
    browser.click("input[value=copyright]").await;
    browser.fill("textarea[name=text]", "Ces images sont de moi.").await;
    browser.fill("input[name=email]", "visiteuse@home.example").await;
    browser.click("main form button").await;
    browser.wait_until("!document.querySelector('textarea[name=text]')").await;
    let received = mail(&hub, "report_received");
    assert!(
        received.contains("Merci pour votre signalement") && received.contains("Ces images"),
        "{received}"
    );

    browser.accept_language("en").await;
    browser.sign_in(&hub, &hub.account("moderator")).await;
    browser.open(&hub.at("/moderate/reports/1")).await;
    browser.says("blockquote", "Ces images sont de moi.").await;
    browser.fill("main textarea", "Elles ne sont pas libres.").await;
    browser.click("button[value=hide]").await;
    browser.wait_for("p.done").await;
    let outcome = mail(&hub, "report_answered");
    assert!(
        outcome.contains("Vous avez signalé") && outcome.contains("Elles ne sont pas libres."),
        "{outcome}"
    );
    assert!(mail(&hub, "course_hidden").contains("Elles ne sont pas libres."), "the publisher, too");
    browser.open(&hub.at("/numbers")).await;
    assert!(browser.text("main").await.to_lowercase().contains("report"));
    browser.is_clean(&hub, &[]).await;
}
