//! Pages of settings, legal texts and the guided set-up, in every look.

use crate::browser::Browser;
use crate::hub::Hub;
use crate::page::check_page;

#[tokio::test]
async fn settings_and_legal_pages_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    browser.sign_in(&hub, &hub.owner()).await;
    check_page(&browser, &hub, "/admin/settings", "settings").await;
    for group in [
        "hub",
        "access",
        "accounts",
        "limits",
        "licences",
        "moderation",
        "robots",
        "keeping",
        "mail",
        "invitations",
    ] {
        check_page(&browser, &hub, &format!("/admin/settings/{group}"), &format!("settings-{group}")).await;
    }
    check_page(&browser, &hub, "/admin/pages", "legal-pages").await;
    check_page(&browser, &hub, "/admin/pages/imprint", "legal-page").await;
    check_page(&browser, &hub, "/admin/rights", "rights").await;
}

#[tokio::test]
async fn a_setting_is_changed_without_scripts_and_what_is_wrong_is_said() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    browser.sign_in(&hub, &hub.owner()).await;
    browser.switch_scripts_off().await;
    browser.open(&hub.at("/admin/settings/robots")).await;
    browser.click("input[name=captcha][value=proof_of_work]").await;
    browser.click("main form button.primary").await;
    browser.wait_for(".done").await;
    assert_eq!(hub.run(&["settings", "get", "captcha"]).trim(), "proof_of_work");
    browser.open(&hub.at("/admin/settings/moderation")).await;
    browser.fill("input[name=digest_hour]", "25").await;
    browser.click("main form button.primary").await;
    browser.wait_for("[aria-invalid=true]").await;
    assert_ne!(hub.run(&["settings", "get", "digest_hour"]).trim(), "25");
}
