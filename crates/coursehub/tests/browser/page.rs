//! One page in every look.

use crate::browser::Browser;
use crate::hub::Hub;

/// Who looks: scheme, language, width.
const LOOKS: [(&str, &str, u32); 6] = [
    ("light", "en", 1440),
    ("light", "en", 360),
    ("dark", "en", 360),
    ("dark", "en", 1440),
    ("light", "ar", 1440),
    ("light", "ar", 360),
];

/// Opens a path of the hub light, dark and in Arabic, wide and as on a phone. Fails on everything that axe-core calls
/// moderate, serious or critical, on a page wider than the window, on errors in the console, and on requests to
/// elsewhere. Keeps a picture of each as `target/screenshots/NAME-LOOK.png`.
pub async fn check_page(browser: &Browser, hub: &Hub, path: &str, name: &str) {
    let mut found = Vec::new();
    let mut language = "";
    for (scheme, code, width) in LOOKS {
        browser.prefer(scheme).await;
        browser.resize(width, 900).await;
        if code != language {
            browser.choose_language(&hub.at("/"), code).await;
            browser.open(&hub.at(path)).await;
            language = code;
        }
        let look = format!("{name}-{scheme}-{code}-{width}");
        browser.does_not_overflow(&look).await;
        browser.screenshot(&look).await;
        found.extend(browser.axe().await.into_iter().map(|finding| format!("{look}: {finding}")));
        browser.is_clean(hub, &[]).await;
    }
    browser.prefer("light").await;
    browser.resize(1440, 900).await;
    browser.choose_language(&hub.at("/"), "en").await;
    assert!(found.is_empty(), "{} findings on {path}:\n{}", found.len(), found.join("\n"));
}
