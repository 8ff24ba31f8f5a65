//! A hub is opened: from the link that `serve` prints to the first Moodle's green light.

use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::mail_server::MailServer;

use crate::browser::Browser;
use crate::hub::Hub;
use crate::page::check_page;

/// Presses the button that leads on, and waits for that step.
async fn on(browser: &Browser, step: &str) {
    browser.click(".question form button.primary").await;
    at(browser, step).await;
}

async fn at(browser: &Browser, step: &str) {
    let there = format!("location.pathname === '/setup/steps/{step}' && document.readyState === 'complete'");
    browser.wait_until(&there).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workflow_01_open_a_hub() {
    let Some(browser) = Browser::start().await else { return };
    let Some(mut post) = MailServer::start(0) else { return };
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let (hub, link) = Hub::printing_its_link(&[site.address().port()]);

    browser.open(&link).await;
    assert!(browser.axe().await.is_empty());
    browser.fill("input[name=name]", "Ada Lindqvist").await;
    browser.fill("input[name=email]", "ada@hub.example").await;
    browser.fill("input[name=password]", "a long word of the owner").await;
    browser.click("main button.primary").await;
    at(&browser, "name").await;
    browser.fill("input[name=name]", "Hub of the valley").await;
    on(&browser, "description").await;
    browser.fill("textarea[name=description]", "Courses of *three* schools.").await;
    on(&browser, "logo").await;
    on(&browser, "contact").await;
    browser.fill("input[name=contact_email]", "ada@hub.example").await;
    on(&browser, "address").await;
    on(&browser, "mail").await;
    browser.fill("input[name=mail_host]", "127.0.0.1").await;
    browser.click("input[name=mail_security][value=none]").await;
    browser.fill("input[name=mail_port]", &post.port().to_string()).await;
    browser.fill("input[name=mail_from]", "hub@hub.example").await;
    on(&browser, "reading").await;
    let (mail, _post) = tokio::task::spawn_blocking(move || (post.wait(), post)).await.unwrap();
    assert_eq!(mail.to, ["ada@hub.example"], "a message was really sent");
    on(&browser, "registration").await;
    on(&browser, "courses").await;
    browser.fill("input[name=courses_per_site_per_day]", "5").await;
    on(&browser, "licences").await;
    on(&browser, "captcha").await;
    on(&browser, "backup").await;
    on(&browser, "connect").await;
    assert!(browser.find_all(".light .lamp").await.len() == 1, "dark yet");

    // The Moodle's administrator, before another browser, registers it; a new hub asks strangers for a proof of work.
    let admin = browser.another().await;
    admin.open(&site.registration_address(&hub.at(""))).await;
    admin.click("main form button.primary").await;
    admin.wait_until(&format!("location.href.startsWith('{}')", site.wwwroot())).await;
    browser.wait_for(".light .notice.good").await;
    browser.says(".light", "Lake school").await;

    browser.click(".progress form button").await;
    browser.wait_until("location.pathname === '/admin/settings'").await;
    assert_eq!(hub.run(&["settings", "get", "name"]).trim(), "Hub of the valley");
    assert_eq!(hub.run(&["settings", "get", "captcha"]).trim(), "proof_of_work");
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn the_questions_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    browser.sign_in(&hub, &hub.owner()).await;
    for step in
        ["name", "description", "logo", "address", "mail", "registration", "licences", "captcha", "connect"]
    {
        check_page(&browser, &hub, &format!("/setup/steps/{step}"), &format!("set-up-{step}")).await;
    }
}
