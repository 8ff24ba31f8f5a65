//! What a first visit costs: each page opened by a browser with nothing in its memory.

use std::collections::BTreeSet;

use crate::browser::Browser;
use crate::hub::Hub;

/// For whom the network is slow or paid by the byte: 60 kB are two seconds on a connection of 250 kbit/s.
const MOST_BYTES: f64 = 60_000.0;
/// Page, style, script, icon, and two to spare.
const MOST_REQUESTS: usize = 6;

/// Pages that the side bar does not lead to.
const DEEPER: &[&str] = &[
    "/admin/accounts/1",
    "/admin/audit?q=nothinglikethis",
    "/admin/courses/batches",
    "/admin/pages/imprint",
    "/admin/settings/hub",
    "/admin/settings/limits",
    "/admin/settings/licences",
    "/admin/settings/mail",
    "/admin/sites/1",
    "/admin/sites/blocked",
    "/admin/vocabularies/licence/cc-sa",
    "/admin/vocabularies/subject",
    "/admin/vocabularies/subject/field10109",
    "/moderate/queue",
    "/setup/steps/name",
    "/setup/steps/mail",
    "/setup/steps/licences",
    "/setup/steps/captcha",
    "/setup/steps/backup",
    "/setup/steps/connect",
];

#[tokio::test]
async fn a_first_visit_is_light() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let mut heavy = Heavy::default();
    for path in [
        "/",
        "/search",
        "/search?q=a&kind=share",
        "/courses/1",
        "/courses/1/versions/1",
        "/courses/1/report",
        "/sites",
        "/sites/1",
        "/about",
        "/sign-in",
    ] {
        heavy.weigh(&browser, &hub, path).await;
    }
    let (new, link) = Hub::printing_its_link(&[]);
    heavy.weigh(&browser, &new, &link[new.at("").len()..]).await;
    heavy.are_none();
}

#[tokio::test]
async fn pages_of_staff_and_of_the_set_up_are_light() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let waiting = hub.versions().into_iter().find(|version| version["listing"] == "waiting").unwrap();
    browser.sign_in(&hub, &hub.owner()).await;
    browser.open(&hub.at("/moderate")).await;
    let places = "return [...document.querySelectorAll('.side a')].map((a) => new URL(a.href).pathname)";
    let places: BTreeSet<String> = serde_json::from_value(browser.evaluate(places).await).unwrap();
    assert!(places.len() > 12, "{places:?}");
    let deeper = DEEPER.iter().map(|path| (*path).to_owned());
    let one =
        ["/moderate/queue/ID", "/admin/courses/ID", "/admin/courses/ID/edit", "/admin/courses/ID/history"]
            .map(|path| path.replace("ID", &waiting["id"].to_string()));
    let mut heavy = Heavy::default();
    for path in places.into_iter().chain(deeper).chain(one) {
        heavy.weigh(&browser, &hub, &path).await;
    }
    heavy.are_none();
}

/// What was found too heavy: all of it is told at once.
#[derive(Default)]
struct Heavy(Vec<String>);

impl Heavy {
    async fn weigh(&mut self, browser: &Browser, hub: &Hub, path: &str) {
        browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
        browser.fetched().await;
        browser.open(&hub.at(path)).await;
        let all = browser.fetched().await;
        // Screenshots weigh what their publishers made them weigh. Lists load them when they come into sight.
        let own: Vec<_> = all.iter().filter(|fetched| !is_picture_of_a_course(&fetched.url)).collect();
        let bytes: f64 = own.iter().map(|fetched| fetched.bytes).sum();
        println!("{path}: {} requests, {bytes} bytes", own.len());
        let failed = browser.evaluate("return document.querySelector('main .failure') !== null").await;
        assert_eq!(failed, serde_json::json!(false), "{path} is no page");
        if own.is_empty() || own.len() > MOST_REQUESTS || bytes <= 0.0 || bytes > MOST_BYTES {
            self.0.push(format!("{path}: {bytes} bytes: {own:#?}"));
        }
    }

    fn are_none(&self) {
        assert!(self.0.is_empty(), "{}", self.0.join("\n"));
    }
}

fn is_picture_of_a_course(url: &str) -> bool {
    url.contains("/pictures/") || url.contains("filetype=screenshot")
}
