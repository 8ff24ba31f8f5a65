//! Passkeys, with the authenticator that Chromium itself plays.

use serde_json::json;

use crate::browser::Browser;
use crate::hub::Hub;
use crate::page::check_page;

/// Sends a form as the page's own scripts do; `fields` is an expression. Gives status and body.
async fn post(browser: &Browser, address: &str, fields: &str) -> serde_json::Value {
    let script = format!(
        "const request = new XMLHttpRequest(); request.open('POST', '{address}', false); \
         request.setRequestHeader('content-type', 'application/x-www-form-urlencoded'); \
         request.send(new URLSearchParams({fields})); \
         return {{ status: request.status, body: request.responseText }}"
    );
    browser.evaluate(&script).await
}

async fn sign_out(browser: &Browser, hub: &Hub) {
    browser.devtools("Network.clearBrowserCookies", json!({})).await;
    browser.open(&hub.at("/sign-in")).await;
}

/// Presses the button of a passkey and waits until the page has gone on.
async fn sign_in_by_passkey(browser: &Browser) {
    browser.click("form[data-passkey=get] button").await;
    browser.wait_until("location.pathname === '/moderate'").await;
}

#[tokio::test]
async fn a_passkey_is_added_signs_in_and_is_removed() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let owner = hub.owner();
    let authenticator = browser.add_authenticator().await;
    browser.sign_in(&hub, &owner).await;
    check_page(&browser, &hub, "/me/passkeys", "passkeys-none").await;
    browser.open(&hub.at("/me/passkeys")).await;
    browser.fill("form[data-passkey=add] input[name=name]", "Phone <b>").await;
    browser.click("form[data-passkey=add] button").await;
    browser.wait_until("location.search === '?done=passkey-added'").await;
    assert_eq!(browser.text(".entry b").await, "Phone <b>");
    assert_eq!(browser.passkeys(&authenticator).await.len(), 1);
    check_page(&browser, &hub, "/me/passkeys", "passkeys").await;

    sign_out(&browser, &hub).await;
    check_page(&browser, &hub, "/sign-in", "sign-in-passkey").await;
    browser.open(&hub.at("/sign-in?back=/me/passkeys")).await;
    browser.click("form[data-passkey=get] button").await;
    browser.wait_until("location.pathname === '/me/passkeys'").await;
    assert!(!browser.text(".entry .soft").await.contains("never used"));

    browser.click(".entry summary").await;
    browser.fill(".entry input[name=name]", "Telephone").await;
    browser.click(".entry form:first-of-type button").await;
    browser.wait_until("location.search === '?done=passkey-renamed'").await;
    assert_eq!(browser.text(".entry b").await, "Telephone");
    browser.click(".entry summary").await;
    browser.click(".entry button.danger").await;
    browser.wait_until("location.search === '?done=passkey-removed'").await;
    for act in ["account.passkey_added", "account.passkey_removed"] {
        browser.open(&hub.at(&format!("/admin/audit?act={act}"))).await;
        assert_eq!(browser.find_all("tbody tr").await.len(), 1, "{act} is in the record");
    }
    browser.open(&hub.at("/me/passkeys")).await;

    sign_out(&browser, &hub).await;
    browser.click("form[data-passkey=get] button").await;
    browser.wait_until("!document.querySelector('form[data-passkey] [role=alert]').hidden").await;
    browser.says("form[data-passkey] [role=alert]", "does not know that passkey").await;
    browser.open(&hub.at("/me")).await;
    browser.arrives_at("/sign-in").await;
}

#[tokio::test]
async fn what_an_authenticator_said_counts_once_and_from_this_hub_only() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let owner = hub.owner();
    let _authenticator = browser.add_authenticator().await;
    browser.sign_in(&hub, &owner).await;
    browser.open(&hub.at("/me/passkeys")).await;
    browser.fill("form[data-passkey=add] input[name=name]", "Phone").await;
    browser.click("form[data-passkey=add] button").await;
    browser.wait_until("location.search === '?done=passkey-added'").await;

    // The answer is kept while it is sent, and sent again afterwards.
    sign_out(&browser, &hub).await;
    let keep = "const send = window.fetch; window.fetch = (address, options) => { \
        if (String(address).endsWith('/sign-in/passkey')) sessionStorage.setItem('kept', String(options.body)); \
        return send(address, options); }; return null";
    browser.evaluate(keep).await;
    sign_in_by_passkey(&browser).await;
    sign_out(&browser, &hub).await;
    let again = post(&browser, "/sign-in/passkey", "sessionStorage.getItem('kept')").await;
    assert_eq!(again["status"], 422, "{again}");
    browser.open(&hub.at("/me")).await;
    browser.arrives_at("/sign-in").await;

    // Of another page's challenge: the same key, the right challenge, an origin that is not this hub's.
    let begun = post(&browser, "/sign-in/passkey/begin", "''").await;
    let begun: serde_json::Value = serde_json::from_str(begun["body"].as_str().unwrap()).unwrap();
    let foreign = format!(
        "(() => {{ const kept = new URLSearchParams(sessionStorage.getItem('kept')); \
         const answer = JSON.parse(kept.get('answer')); \
         answer.response.clientDataJSON = btoa(JSON.stringify({{ type: 'webauthn.get', \
             challenge: '{}', origin: 'http://localhost.evil.example', crossOrigin: false }})) \
             .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', ''); \
         return {{ token: '{}', answer: JSON.stringify(answer) }} }})()",
        begun["options"]["challenge"].as_str().unwrap(),
        begun["token"].as_str().unwrap(),
    );
    let refused = post(&browser, "/sign-in/passkey", &foreign).await;
    assert_eq!(refused["status"], 422, "{refused}");
    assert!(refused["body"].as_str().unwrap().contains("does not know"), "{refused}");
}
