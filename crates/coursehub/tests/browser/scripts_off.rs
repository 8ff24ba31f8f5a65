//! Everything a visitor needs works without scripts, and what staff does most.

use crate::accounts::give_password;
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
    browser.arrives_at("/search?q=photosynthesis").await;
    browser.says("#count", "course").await;

    // Filters wait for their button.
    browser.open(&hub.at("/search")).await;
    let all = browser.text("#count").await;
    browser.click("input[name=language][value=de]").await;
    browser.click("#filters .apply button").await;
    browser.arrives_at("language=de").await;
    browser.wait_for(".chips li + li").await;
    assert_ne!(browser.text("#count").await, all);
    assert_eq!(browser.find_all(".chips li").await.len(), 2);

    // Sorting, too.
    browser.click("select[name=sort] option[value=name]").await;
    browser.click(".sort noscript button").await;
    browser.arrives_at("sort=name").await;

    browser.open(&hub.at("/search?q=photosynthesis&kind=share")).await;
    browser.click(".hit a").await;
    browser.says("h1", "photosynthesis").await;
    let file = browser.download(".take a.primary").await;
    assert_eq!(file[..2], [0x1f, 0x8b], "a gzip archive");

    // The language is chosen in a menu that opens by itself, and is kept.
    browser.click("header details.languages summary").await;
    browser.click("header details.languages a[lang=de]").await;
    browser.wait_for("html[lang=de]").await;
    browser.open(&hub.at("/about")).await;
    browser.wait_for("html[lang=de]").await;
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn somebody_signs_in_for_a_course_trusts_invites_and_takes_another_password_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let owner = hub.owner();
    browser.switch_scripts_off().await;

    // The old link "Rate and comment" signs in first and then shows the course (protocol notes, test 43).
    let course = hub.versions().into_iter().find(|version| version["listing"] == "listed").unwrap();
    browser.open(&hub.at(&format!("/?courseid={}&mustbelogged=1", course["id"]))).await;
    browser.wait_for("main input[name=password]").await;
    browser.arrives_at("/sign-in").await;
    browser.fill("input[name=email]", &owner.email).await;
    browser.fill("input[name=password]", &owner.password).await;
    browser.click("main button.primary").await;
    browser.wait_for("article.course").await;
    browser.arrives_at(&format!("/courses/{}", course["id"])).await;

    browser.open(&hub.at("/admin/sites?trusted=no&state=active")).await;
    browser.click("tbody th a").await;
    browser.wait_for("button[value=trust]").await;
    browser.click("button[value=trust]").await;
    browser.wait_for("button[value=untrust]").await;
    // What is rare unfolds without scripts, too.
    browser.click("#revoke > summary").await;
    assert!(browser.find("#f-revoke-name").await.is_displayed().await.unwrap());

    browser.open(&hub.at("/admin/accounts/invite")).await;
    browser.fill("input[name=email]", "ada@school.example").await;
    browser.click("input[name=role][value=moderator]").await;
    browser.click("main button.primary").await;
    browser.wait_for(".done").await;
    let link = hub.mailed_link("account_invitation");

    browser.open(&hub.at("/me/security")).await;
    browser.fill("input[name=current]", &owner.password).await;
    browser.fill("input[name=password]", "three words without scripts").await;
    browser.click("form[action$='/password'] button.primary").await;
    browser.wait_for(".done").await;
    browser.click("header details.person summary").await;
    browser.click("header details.person form[action$='/sign-out'] button").await;
    browser.wait_for("header a.enter").await;
    give_password(&browser, &hub, &owner.email, "three words without scripts").await;
    browser.wait_for("header details.person").await;
    browser.click("header details.person summary").await;
    browser.click("header details.person form[action$='/sign-out'] button").await;
    browser.wait_for("header a.enter").await;

    browser.open(&hub.at(&link)).await;
    browser.fill("input[name=name]", "Ada Lindqvist").await;
    browser.fill("input[name=password]", "three words of hers").await;
    browser.click("main button.primary").await;
    browser.wait_for("header details.person").await;
    browser.arrives_at("/me").await;

    browser.open(&hub.at(&format!("/courses/{}/contact", course["id"]))).await;
    browser.fill("textarea[name=text]", "May I translate it?").await;
    browser.click("main button.primary").await;
    browser.wait_for(".done").await;
    browser.is_clean(&hub, &[]).await;
}
