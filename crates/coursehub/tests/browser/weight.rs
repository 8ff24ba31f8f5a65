//! What a first visit costs.

use crate::browser::Browser;
use crate::hub::Hub;

/// For whom the network is slow or paid by the byte: 60 kB are two seconds on a connection of 250 kbit/s.
const MOST_BYTES: f64 = 60_000.0;
/// Page, style, script, icon, and two to spare.
const MOST_REQUESTS: usize = 6;

#[tokio::test]
async fn a_first_visit_is_light() {
    let hub = Hub::filled();
    for path in ["/", "/search", "/courses/1"] {
        // A new browser has nothing in its memory.
        let Some(browser) = Browser::start().await else { return };
        is_light(&browser, &hub, path).await;
    }
}

#[tokio::test]
async fn the_queue_is_light_for_those_who_decide() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    browser.sign_in(&hub, &hub.account("moderator")).await;
    for path in ["/moderate", "/moderate/queue"] {
        browser.devtools("Network.clearBrowserCache", serde_json::json!({})).await;
        browser.fetched().await;
        is_light(&browser, &hub, path).await;
    }
}

async fn is_light(browser: &Browser, hub: &Hub, path: &str) {
    browser.open(&hub.at(path)).await;
    let all = browser.fetched().await;
    // Screenshots weigh what their publishers made them weigh. Lists load them when they come into sight.
    let own: Vec<_> = all.iter().filter(|fetched| !is_picture_of_a_course(&fetched.url)).collect();
    let bytes: f64 = own.iter().map(|fetched| fetched.bytes).sum();
    println!("{path}: {} requests, {bytes} bytes", own.len());
    assert!(own.len() <= MOST_REQUESTS, "{path}: {own:#?}");
    assert!(bytes > 0.0 && bytes <= MOST_BYTES, "{path}: {bytes} bytes: {own:#?}");
}

fn is_picture_of_a_course(url: &str) -> bool {
    url.contains("/pictures/") || url.contains("filetype=screenshot")
}
