//! Everything a visitor needs works without scripts.

use crate::browser::Browser;
use crate::hub::Hub;

#[tokio::test]
async fn a_course_is_found_and_taken_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.switch_scripts_off().await;
    browser.open(&hub.at("/")).await;
    browser.fill("main input[name=q]", "photosynthesis").await;
    browser.click("main form[role=search] button").await;
    assert!(browser.address().await.contains("/search?q=photosynthesis"));
    assert!(browser.text("#count").await.contains("course"));

    // Filters wait for their button.
    browser.open(&hub.at("/search")).await;
    let all = browser.text("#count").await;
    browser.click("input[name=language][value=de]").await;
    browser.click("#filters .apply button").await;
    assert!(browser.address().await.contains("language=de"));
    assert_ne!(browser.text("#count").await, all);
    assert_eq!(browser.find_all(".chips li").await.len(), 2);

    // Sorting, too.
    browser.click("select[name=sort] option[value=name]").await;
    browser.click(".sort noscript button").await;
    assert!(browser.address().await.contains("sort=name"), "{}", browser.address().await);

    browser.open(&hub.at("/search?q=photosynthesis&kind=share")).await;
    browser.click(".hit a").await;
    assert!(browser.text("h1").await.contains("photosynthesis"));
    let file = browser.download(".take a.primary").await;
    assert_eq!(file[..2], [0x1f, 0x8b], "a gzip archive");

    // The language is chosen in a menu that opens by itself, and is kept.
    browser.click("header details.languages summary").await;
    browser.click("header details.languages a[lang=de]").await;
    assert_eq!(browser.find("html").await.attr("lang").await.unwrap().as_deref(), Some("de"));
    browser.open(&hub.at("/about")).await;
    assert_eq!(browser.find("html").await.attr("lang").await.unwrap().as_deref(), Some("de"));
    browser.is_clean(&hub, &[]).await;
}
