//! The languages of the hub and of its courses.

use crate::browser::Browser;
use crate::hub::Hub;

async fn language_and_direction(browser: &Browser) -> (String, String) {
    let page = browser.find("html").await;
    let attribute = async |name| page.attr(name).await.unwrap().unwrap_or_default();
    (attribute("lang").await, attribute("dir").await)
}

#[tokio::test]
async fn pages_speak_the_language_asked_for_and_courses_keep_theirs() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    for (accepted, code, direction) in
        [("de-AT, en;q=0.5", "de", "ltr"), ("ar", "ar", "rtl"), ("tlh, fr;q=0.8, en;q=0.2", "fr", "ltr")]
    {
        browser.accept_language(accepted).await;
        browser.open(&hub.at("/")).await;
        let expected = (code.to_owned(), direction.to_owned());
        assert_eq!(language_and_direction(&browser).await, expected, "{accepted}");
    }
    // What was chosen counts more than what the browser says, on every page from then on.
    browser.click("header details.languages summary").await;
    browser.click("header details.languages a[lang=es]").await;
    assert_eq!(language_and_direction(&browser).await.0, "es");
    browser.open(&hub.at("/sites")).await;
    assert_eq!(language_and_direction(&browser).await.0, "es");

    // Japanese is no language of the pages, but one of courses: it has a name, and can be filtered by.
    browser.choose_language(&hub.at("/"), "en").await;
    browser.open(&hub.at("/search")).await;
    browser.click("input[name=language][value=ja]").await;
    browser.wait_until("document.querySelector('.chips')").await;
    assert_eq!(browser.text("#count").await, "1 course");
    browser.says(".chips", "Japanese").await;
    browser.says(".hit .traits", "Japanese").await;
    browser.is_clean(&hub, &[]).await;
}
