//! Everything a visitor needs works by keyboard.

use crate::browser::{Browser, key};
use crate::hub::Hub;

#[tokio::test]
async fn a_course_is_found_and_reached_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.open(&hub.at("/")).await;
    browser.press(key::TAB).await;
    assert_eq!(browser.focused().await, "Skip to the content");
    browser.press(key::ENTER).await;
    browser.tab_to("Search for courses").await;
    browser.focus_is_seen().await;
    browser.write("photosynthesis").await;
    browser.press(key::ENTER).await;
    browser.wait_until("location.pathname === '/search' && document.readyState === 'complete'").await;

    // A filter ticked by the space bar shows at once; the focus stays on it.
    browser.tab_to("botany 1").await;
    browser.focus_is_seen().await;
    browser.press(key::SPACE).await;
    browser.wait_until("location.search.includes('tag=botany') && document.querySelector('.chips')").await;
    assert_eq!(browser.focused().await, "botany 1");

    let title = browser.text(".hit a").await;
    browser.tab_to(&title).await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_for("article.course").await;
    assert_eq!(browser.text("h1").await, title);
    browser.tab_to("Download the course").await;
    browser.focus_is_seen().await;

    // A menu opens with Enter and closes with Escape, which gives the focus back.
    browser.open(&hub.at("/about")).await;
    browser.tab_to("Language en").await;
    browser.press(key::ENTER).await;
    browser.wait_for("details.languages[open]").await;
    browser.press(key::TAB).await;
    browser.press(key::ESCAPE).await;
    browser.wait_until("!document.querySelector('details.languages[open]')").await;
    assert!(browser.focused().await.eq_ignore_ascii_case("Language en"));
    browser.is_clean(&hub, &[]).await;
}
