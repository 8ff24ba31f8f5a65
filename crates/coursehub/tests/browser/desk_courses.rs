//! Staff manages many courses and corrects one (workflows 16 and 17 of the list of features).

use crate::browser::{Browser, key};
use crate::hub::Hub;
use crate::page::check_page;

#[tokio::test]
async fn staff_manages_many_courses_and_corrects_one() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.sign_in(&hub, &hub.owner()).await;
    let id = hub.versions()[0]["id"].as_i64().unwrap();
    check_page(&browser, &hub, "/admin/courses", "courses-desk").await;
    check_page(&browser, &hub, &format!("/admin/courses/{id}"), "courses-desk-version").await;
    check_page(&browser, &hub, &format!("/admin/courses/{id}/edit"), "courses-desk-edit").await;
    check_page(&browser, &hub, &format!("/admin/courses/{id}/history"), "courses-desk-history").await;
    check_page(&browser, &hub, "/admin/courses/batches", "courses-desk-batches").await;

    // By keyboard alone: a title is corrected and shows at once.
    browser.open(&hub.at(&format!("/admin/courses/{id}"))).await;
    browser.tab_to("Correct").await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_for("#f-title").await;
    browser.tab_to("Title").await;
    browser.write(" for everybody").await;
    browser.press(key::ENTER).await;
    browser.wait_for(".done").await;
    browser.says("h1", "for everybody").await;
    browser.open(&hub.at(&format!("/admin/courses/{id}/history"))).await;
    browser.says(".diff ins", "for everybody").await;
}

#[tokio::test]
async fn many_courses_are_hidden_and_shown_again_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.sign_in(&hub, &hub.owner()).await;
    browser.switch_scripts_off().await;
    browser.open(&hub.at("/admin/courses?state=listed&language=de")).await;
    let count = browser.find_all("tbody tr").await.len();
    assert!(count > 0);
    browser.click("input[name=all]").await;
    browser.click("select[name=act] option[value=hide]").await;
    browser.fill("input[name=reason]", "Only a trial").await;
    browser.click(".selection button.primary").await;
    browser.wait_for("input[name=token]").await;
    browser.says("h1", &count.to_string()).await;
    browser.click(".desk form button.primary").await;
    browser.wait_for(".pairs dd").await;
    browser.says(".pairs dd", &count.to_string()).await;
    let hidden = hub.versions().into_iter().filter(|version| version["listing"] == "hidden").count();
    assert!(hidden >= count, "{hidden}");
    browser.click(".desk form button.secondary").await;
    // How many were undone stands there once they are.
    browser.wait_for(".pairs div:nth-child(3)").await;
    assert!(hub.versions().iter().all(|version| version["listing"] != "hidden"));
}
