//! One page in every look.
//!
//! Six looks, and in each only what can differ from the looks before it:
//!
//! * Light, English, wide: everything axe-core knows, on the whole page.
//! * Light, English, as on a phone: everything again. There rows of tables are cards, bars are menus, and what was shown
//!   is hidden or the other way round.
//! * Dark, wide and as on a phone: the rules about colours. The scheme gives other values to the tokens of colours and
//!   does nothing else (a test beside the style pins that), so names, roles, order and sizes are those of the light page.
//! * Arabic, wide: everything, because every word and the direction are others.
//! * Arabic, as on a phone: the rules about sizes and places; words are those of the wide page, colours of the English one.
//!
//! Width, pictures and the console are looked at in all six. After the first look the page is thinned: a list's or
//! table's row is taken out if one with the same tags, classes, roles and kinds of attributes stands there already. It
//! would get the same style by the same rules; what can differ between such rows (ids that repeat, names that say
//! nothing) was asked of all of them in the first look. A vocabulary's page has ten thousand elements before, and a few
//! hundred after.

use crate::browser::{Browser, Rules};
use crate::hub::Hub;

/// Who looks: scheme, language, width; and what is asked.
const LOOKS: [(&str, &str, u32, Rules); 6] = [
    ("light", "en", 1440, Rules::All),
    ("light", "en", 360, Rules::All),
    ("dark", "en", 360, Rules::Colours),
    ("dark", "en", 1440, Rules::Colours),
    ("light", "ar", 360, Rules::Places),
    ("light", "ar", 1440, Rules::All),
];

/// Takes out rows that are like one before them in all that a style or a role can depend on. A row that holds the focus
/// or the address's target stays.
pub const THIN: &str = "\
    const shape = (element) => element.outerHTML.replace(/>[^<]*/g, '>') \
        .replace(/ (?!class|role|type|dir|lang|hidden|open|disabled|checked|aria-)([a-z-]+)=\"[^\"]*\"/g, ' $1') \
        .replace(/ (aria-(?!hidden|current|sort|expanded|selected|invalid|disabled)[a-z]+)=\"[^\"]*\"/g, ' $1'); \
    const seen = new Set(); \
    for (const row of document.querySelectorAll('main :is(tr, li, option)')) { \
        if (!row.isConnected || row.matches(':target')) continue; \
        let above = ''; \
        for (let e = row.parentElement; e; e = e.parentElement) above += e.tagName + '.' + e.className + '#' + e.id; \
        const key = above + shape(row); \
        if (seen.has(key)) row.remove(); else seen.add(key); \
    }";

/// Opens a path of the hub light, dark and in Arabic, wide and as on a phone. Fails on everything that axe-core calls
/// moderate, serious or critical, on a page wider than the window, on errors in the console, and on requests to
/// elsewhere. Keeps a picture of each as `target/screenshots/NAME-LOOK.png`.
pub async fn check_page(browser: &Browser, hub: &Hub, path: &str, name: &str) {
    let mut found = Vec::new();
    for language in ["en", "ar"] {
        let looks = || LOOKS.iter().filter(|look| look.1 == language);
        browser.choose_language(&hub.at("/"), language).await;
        browser.prefer("light").await;
        browser.open(&hub.at(path)).await;
        for (scheme, _, width, _) in looks() {
            let look = format!("{name}-{scheme}-{language}-{width}");
            browser.prefer(scheme).await;
            browser.resize(*width, 900).await;
            browser.does_not_overflow(&look).await;
            browser.screenshot(&look).await;
        }
        for (number, (scheme, _, width, rules)) in looks().enumerate() {
            browser.prefer(scheme).await;
            browser.resize(*width, 900).await;
            if language != "en" || number == 1 {
                browser.evaluate(THIN).await;
            }
            let look = format!("{name}-{scheme}-{language}-{width}");
            found.extend(
                browser.axe_for(*rules).await.into_iter().map(|finding| format!("{look}: {finding}")),
            );
        }
        browser.is_clean(hub, &[]).await;
    }
    browser.prefer("light").await;
    browser.resize(1440, 900).await;
    browser.choose_language(&hub.at("/"), "en").await;
    assert!(found.is_empty(), "{} findings on {path}:\n{}", found.len(), found.join("\n"));
}
