//! Workflow 10: staff makes a hub private and asks for a password of those who register.

use hub_sample::site::{Family, Kind, Outcome, Page, SimulatedSite, SiteOptions};

use crate::browser::Browser;
use crate::hub::Hub;
use crate::site_workflows::{advert, decide, is_found_soon, page_of, site};

const PASSWORD: &str = "rosebud of the lake";

async fn with_password(typed: &str) -> SimulatedSite {
    let mut options = SiteOptions::new(Family::ExtUnpatched, "Forest school");
    typed.clone_into(&mut options.info.password);
    SimulatedSite::start(options).await.unwrap()
}

async fn refused(hub: &Hub, typed: &str) -> Page {
    match with_password(typed).await.register(hub.url()).await.unwrap() {
        Outcome::Page(page) => page,
        other => panic!("{typed}: {other:?}"),
    }
}

#[tokio::test]
async fn workflow_10_a_private_hub_shows_strangers_nothing_and_asks_for_its_password() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    let lake = site(&hub, "Lake school").await;
    decide(&browser, &hub, &page_of(&hub, &lake), "trust").await;
    let wind = advert(&hub, &lake, "WIND").await;
    is_found_soon(&hub, wind).await;

    // Who reads, and who registers, are two choices on one page.
    browser.open(&hub.at("/admin/settings/access")).await;
    browser.click("input[name=reading][value=members], select[name=reading] option[value=members]").await;
    browser
        .click("input[name=registration][value=password], select[name=registration] option[value=password]")
        .await;
    browser.fill("input[name=registration_password]", PASSWORD).await;
    browser.click("main form[action$='/access'] button.primary").await;
    browser.wait_for(".done").await;
    let page = browser.evaluate("return document.documentElement.outerHTML").await;
    assert!(!page.as_str().unwrap().contains(PASSWORD), "the password is never shown again");

    // A stranger's browser is asked to sign in, whatever it asks for; a stranger's Moodle finds nothing.
    let visitor = browser.another().await;
    let course = format!("/courses/{wind}");
    for path in ["/", "/search?q=wind", "/sites", &course, &format!("/?courseid={wind}"), "/feeds/atom"] {
        visitor.open(&hub.at(path)).await;
        let seen = visitor.evaluate("return document.documentElement.outerHTML").await;
        let seen = seen.as_str().unwrap();
        assert!(!seen.contains("WIND") && !seen.contains("Lake school"), "{path}: {seen}");
    }
    visitor.open(&hub.at("/search")).await;
    visitor.wait_for("a[href*='/sign-in']").await;
    for path in [
        format!("/pictures/{wind}"),
        format!("/local/hub/webservice/download.php?filetype=screenshot&courseid={wind}"),
        format!("/local/hub/webservice/download.php?filetype=backup&courseid={wind}"),
        "/sitemap.xml".to_owned(),
    ] {
        let status =
            visitor.evaluate(&format!("return fetch('{path}').then((answer) => answer.status)")).await;
        assert!(matches!(status.as_i64(), Some(401 | 403 | 404)), "{path}: {status}");
    }
    let stranger = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Stranger")).await.unwrap();
    assert!(stranger.search(hub.url(), "", Kind::Advert, &[]).await.is_err());

    // Registered sites, and people with an account, see all.
    assert!(lake.search(hub.url(), "", Kind::Advert, &[]).await.unwrap().course(wind).is_some());
    visitor.sign_in(&hub, &hub.account("member")).await;
    visitor.open(&hub.at("/search?q=wind")).await;
    visitor.says("main", "WIND").await;

    // Without the password nobody registers; guessing is slowed, and the right one still opens.
    let wrong = refused(&hub, "guessed").await;
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("The password of this hub is missing or wrong."), "{}", wrong.body);
    let mut slowed = None;
    for number in 0..20 {
        let page = refused(&hub, &format!("guess {number}")).await;
        if page.status == 429 {
            slowed = Some(page);
            break;
        }
    }
    let slowed = slowed.expect("guesses are not slowed");
    assert!(slowed.body.contains("again"), "when to try again: {}", slowed.body);
    visitor.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn workflow_10_who_knows_the_password_registers() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    browser.sign_in(&hub, &hub.owner()).await;
    browser.open(&hub.at("/admin/settings/access")).await;
    browser
        .click("input[name=registration][value=password], select[name=registration] option[value=password]")
        .await;
    browser.fill("input[name=registration_password]", PASSWORD).await;
    browser.click("main form[action$='/access'] button.primary").await;
    browser.wait_for(".done").await;
    assert_eq!(refused(&hub, "").await.status, 422);
    let forest = with_password(PASSWORD).await;
    assert_eq!(forest.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    browser.open(&hub.at("/admin/sites")).await;
    browser.says("tbody", "Forest school").await;
}
