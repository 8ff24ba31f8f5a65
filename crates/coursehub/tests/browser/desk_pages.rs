//! Pages of staff that are about the hub as a whole: vocabularies, the record of acts, mails; and one's own mails. By
//! mouse, by keyboard, without scripts.

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

#[tokio::test]
async fn pages_of_vocabularies_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    hub.run(&["vocabulary", "facet", "add", "school-type", "School type"]);
    hub.run(&["vocabulary", "add", "school-type", "Primary school"]);
    hub.run(&["vocabulary", "retire", "level", "government"]);
    browser.sign_in(&hub, &owner).await;
    for (path, name) in [
        ("/admin/vocabularies", "vocabularies"),
        ("/admin/vocabularies/subject", "vocabulary-subject"),
        ("/admin/vocabularies/school-type", "vocabulary-own"),
        ("/admin/vocabularies/subject/field10109?into=field10108", "vocabulary-term"),
        ("/admin/vocabularies/licence/cc-sa", "vocabulary-licence"),
    ] {
        check_page(&browser, &hub, path, name).await;
    }
}

#[tokio::test]
async fn the_record_and_mails_are_right_in_every_look() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    hub.run(&["vocabulary", "retire", "level", "government"]);
    browser.sign_in(&hub, &owner).await;
    for (path, name) in [
        ("/admin/audit", "audit"),
        ("/admin/audit?q=nothinglikethis&from=2026-01-01", "audit-none"),
        ("/admin/mail", "mail"),
        ("/me/mail", "own-mail"),
    ] {
        check_page(&browser, &hub, path, name).await;
    }
}

/// A facet is made, filled, put in order and merged: what staff does is in force for visitors and in the record.
#[tokio::test]
async fn a_facet_is_made_ordered_and_merged_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    browser.sign_in(&hub, &owner).await;
    browser.open(&hub.at("/admin/vocabularies")).await;
    // Without a facet the form is open.
    browser.tab_to("Key").await;
    browser.write("school-type").await;
    browser.tab_to("Name (English)").await;
    browser.focus_is_seen().await;
    browser.write("School type").await;
    browser.tab_to("Make the facet").await;
    browser.press(key::ENTER).await;
    browser.wait_until("location.pathname.endsWith('/school-type')").await;
    for name in ["Primary school", "Grammar school"] {
        browser.tab_to("Name (English)").await;
        browser.write(name).await;
        browser.press(key::ENTER).await;
        let shown =
            format!("[...document.querySelectorAll('tbody bdi')].some((e) => e.textContent === '{name}')");
        browser.wait_until(&shown).await;
    }
    let first = "document.querySelector('tbody tr').id";
    browser.tab_to("Up: Grammar school").await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_until(&format!("{first} === 'term-grammar-school'")).await;

    // One value into another, after a look at what moves.
    browser.open(&hub.at("/admin/vocabularies/school-type/primary-school")).await;
    browser.tab_to("Merge into").await;
    browser.write("Gr").await;
    browser.tab_to("See what would move").await;
    browser.press(key::ENTER).await;
    browser.wait_for(".preview").await;
    browser.tab_to("Merge into Grammar school").await;
    browser.press(key::ENTER).await;
    browser.wait_for(".done").await;

    // The record says so, and leads back to the value.
    browser.open(&hub.at("/admin/audit?act=vocabulary.")).await;
    browser.says("tbody tr", "Value merged into another").await;
    browser.click("tbody tr td:nth-of-type(3) a").await;
    browser.wait_until("location.pathname.endsWith('/school-type/primary-school')").await;
    browser.says("main header", "Merged into Grammar school").await;
}

#[tokio::test]
async fn mails_are_chosen_and_failed_ones_dropped_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    browser.switch_scripts_off().await;
    browser.sign_in(&hub, &owner).await;
    browser.open(&hub.at("/me/mail")).await;
    browser.find("#f-mail-site_new").await.send_keys("On Mondays").await.unwrap();
    browser.click("main form button.primary").await;
    browser.wait_for(".done").await;
    let chosen = browser.find("#f-mail-site_new").await.prop("value").await.unwrap();
    assert_eq!(chosen.as_deref(), Some("weekly"));
    browser.open(&hub.at("/admin/audit?act=site.")).await;
    assert!(!browser.find_all("tbody tr").await.is_empty(), "the demo's sites registered");
}
