//! Everything a visitor needs works by keyboard.

use crate::accounts::{app_code, arrived, enrol, sign_out};
use crate::browser::{Browser, key};
use crate::hub::{Credentials, Hub};

/// Signs in by the form, as far as the password leads.
async fn sign_in(browser: &Browser, hub: &Hub, who: &Credentials) {
    browser.open(&hub.at("/sign-in")).await;
    browser.tab_to("Mail address").await;
    browser.write(&who.email).await;
    browser.tab_to("Password").await;
    browser.write(&who.password).await;
    browser.press(key::ENTER).await;
}

/// Goes to something with that name and presses Enter there; that it has the focus must be seen.
async fn press(browser: &Browser, name: &str) {
    browser.tab_to(name).await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
}

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

#[tokio::test]
async fn somebody_is_invited_accepts_and_signs_in_with_a_one_time_code_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let owner = hub.owner();
    sign_in(&browser, &hub, &owner).await;
    browser.wait_for("header details.person").await;
    browser.open(&hub.at("/admin/accounts/invite")).await;
    browser.tab_to("Mail address").await;
    browser.focus_is_seen().await;
    browser.write("ada@school.example").await;
    let role = "document.activeElement.name === 'role'";
    for _ in 0..5 {
        browser.press(key::TAB).await;
        if browser.evaluate(&format!("return {role}")).await == true {
            break;
        }
    }
    browser.focus_is_seen().await;
    for _ in 0..8 {
        if browser.evaluate("return document.activeElement.value").await == "moderator" {
            break;
        }
        browser.press(key::DOWN).await;
    }
    browser.wait_until(&format!("{role} && document.querySelector('[value=moderator]').checked")).await;
    press(&browser, "Send the invitation").await;
    arrived(&browser, "/admin/accounts").await;
    let link = hub.mailed_link("account_invitation");
    sign_out(&browser).await;

    browser.open(&hub.at(&link)).await;
    let ada =
        Credentials { email: "ada@school.example".to_owned(), password: "three words of hers".to_owned() };
    browser.tab_to("New password").await;
    browser.focus_is_seen().await;
    browser.write(&ada.password).await;
    browser.press(key::ENTER).await;
    arrived(&browser, "/me").await;
    let (secret, _) = enrol(&browser, &hub).await;
    browser.open(&hub.at("/me")).await;
    sign_out(&browser).await;

    sign_in(&browser, &hub, &ada).await;
    arrived(&browser, "/sign-in/code").await;
    browser.tab_to("Code").await;
    browser.focus_is_seen().await;
    // Each code is good once, so the next one is taken, which the hub takes half a minute early.
    browser.write(&app_code(&secret, 30)).await;
    browser.press(key::ENTER).await;
    arrived(&browser, "/moderate").await;
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn courses_are_hidden_in_bulk_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    sign_in(&browser, &hub, &hub.owner()).await;
    browser.wait_for("header details.person").await;
    browser.open(&hub.at("/admin/courses?state=listed&language=de")).await;
    let count = browser.find_all("tbody tr").await.len();
    let all = "return document.querySelector('input[name=all]').closest('label').innerText.trim()";
    browser.tab_to(browser.evaluate(all).await.as_str().unwrap()).await;
    browser.focus_is_seen().await;
    browser.press(key::SPACE).await;
    browser.tab_to("Do this").await;
    browser.focus_is_seen().await;
    browser.write("Hide").await;
    browser.tab_to("Reason").await;
    browser.write("Only a trial").await;
    press(&browser, "Look at what will be done").await;
    browser.wait_for("input[name=token]").await;
    press(&browser, "Hide them").await;
    browser.wait_for(".pairs dd").await;
    let hidden = hub.versions().into_iter().filter(|version| version["listing"] == "hidden").count();
    assert!(count > 0 && hidden == count, "{hidden} of {count}");
    browser.is_clean(&hub, &[]).await;
}
