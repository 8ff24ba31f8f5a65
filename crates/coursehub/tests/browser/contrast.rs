//! Pages for people who need more contrast: `prefers-contrast: more`, and colours that the system gives
//! (`forced-colors: active`, as Windows' contrast themes do it).

use serde_json::{Value, json};

use crate::browser::{Browser, Rules, key};
use crate::hub::Hub;
use crate::page::THIN;

/// What the system asks of pages, and the scheme besides.
const MODES: [(&str, &str, &str); 4] = [
    ("prefers-contrast", "more", "light"),
    ("prefers-contrast", "more", "dark"),
    ("forced-colors", "active", "light"),
    ("forced-colors", "active", "dark"),
];

/// What has no edge, or one that is not to be told from what is behind it.
const WITHOUT_EDGES: &str = "\
    const bad = []; \
    for (const e of document.querySelectorAll('button, .button, .notice, .badge, input:not([type=hidden]), select')) { \
        if (!e.checkVisibility() || e.closest('details:not([open])') && !e.closest('summary')) continue; \
        if (['checkbox', 'radio', 'file', 'color', 'range'].includes(e.type)) continue; \
        if (e.closest('.search') && e.matches('button')) continue; \
        let behind = 'rgba(0, 0, 0, 0)'; \
        for (let up = e.parentElement; up && behind === 'rgba(0, 0, 0, 0)'; up = up.parentElement) \
            behind = getComputedStyle(up).backgroundColor; \
        const style = getComputedStyle(e); \
        const seen = ['Top', 'Bottom'].every((side) => parseFloat(style[`border${side}Width`]) >= 1 \
            && style[`border${side}Style`] !== 'none' && ![behind, 'rgba(0, 0, 0, 0)'].includes(style[`border${side}Color`])); \
        const filled = style.backgroundColor !== behind && style.backgroundColor !== 'rgba(0, 0, 0, 0)' && e.matches('.primary'); \
        if (!seen && !filled) bad.push(e.outerHTML.slice(0, 160)); \
    } \
    return bad";

/// What stands for where one is, and looks as what stands beside it. Backgrounds are the system's where colours are.
const NOT_TOLD_APART: &str = "\
    const forced = matchMedia('(forced-colors: active)').matches; \
    const look = (e) => ((s) => [s.outlineStyle !== 'none' && s.outlineColor, s.borderInlineStartWidth, \
        s.borderBlockEndStyle !== 'none' && s.borderBlockEndColor, !forced && s.backgroundColor].join()) \
        (getComputedStyle(e)); \
    return [...document.querySelectorAll('.side [aria-current], .tabs [aria-current], .pager [aria-current], \
        .parts [aria-current]')].filter((e) => e.checkVisibility()).filter((current) => { \
            const list = current.closest('ul, ol, nav'); \
            const other = [...list.querySelectorAll('a')].find((e) => !e.hasAttribute('aria-current')); \
            return other && look(other) === look(current); \
        }).map((e) => e.outerHTML)";

#[tokio::test]
async fn pages_are_told_apart_in_more_contrast_and_in_colours_of_the_system() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::filled();
    let waiting = hub.versions().into_iter().find(|version| version["listing"] == "waiting").unwrap();
    browser.sign_in(&hub, &hub.owner()).await;
    let mut wrong = Vec::new();
    for path in [
        "/".to_owned(),
        "/search?q=sourdough".to_owned(),
        "/courses/1".to_owned(),
        format!("/moderate/queue/{}", waiting["id"]),
        "/admin/courses".to_owned(),
        "/admin/settings/access".to_owned(),
    ] {
        browser.open(&hub.at(&path)).await;
        browser.evaluate(THIN).await;
        for (feature, value, scheme) in MODES {
            let features = json!([
                { "name": feature, "value": value },
                { "name": "prefers-color-scheme", "value": scheme },
                { "name": "prefers-reduced-motion", "value": "reduce" },
            ]);
            browser.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
            let look = format!("{path} with {feature}, {scheme}");
            browser
                .screenshot(&format!("contrast{}-{feature}-{scheme}", path.replace(['/', '?', '='], "_")))
                .await;
            let mut found = browser.axe_for(Rules::Colours).await;
            for (what, script) in [("without edge", WITHOUT_EDGES), ("not told apart", NOT_TOLD_APART)] {
                let list: Vec<Value> = serde_json::from_value(browser.evaluate(script).await).unwrap();
                found.extend(list.iter().map(|element| format!("{what}: {element}")));
            }
            wrong.extend(found.into_iter().map(|finding| format!("{look}: {finding}")));
            // Past the way to the content, which is seen itself only then.
            for _ in 0..2 {
                browser.press(key::TAB).await;
            }
            browser.focus_is_seen().await;
        }
    }
    assert!(wrong.is_empty(), "{} findings:\n{}", wrong.len(), wrong.join("\n"));
}
