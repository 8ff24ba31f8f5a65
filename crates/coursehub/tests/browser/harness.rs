//! What the other tests rely on: that faults are seen, and helpers that pages to come need.

use crate::browser::Browser;
use crate::hub::Hub;

#[tokio::test]
async fn faults_of_a_page_are_seen() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    browser.open(&hub.at("/")).await;
    assert!(browser.axe().await.is_empty());
    browser
        .evaluate(
            "document.querySelector('h1').style.color = '#ddd'; document.querySelector('h1').style.background = '#fff'; \
             document.querySelector('main input').removeAttribute('placeholder'); \
             document.querySelector('main label').remove()",
        )
        .await;
    let found = browser.axe().await.join("\n");
    assert!(found.contains("color-contrast") && found.contains("label"), "{found}");
    assert!(browser.console_errors().await.is_empty());

    // The page's own policy keeps requests to elsewhere from leaving; that it tried is an error in the console.
    browser
        .evaluate("const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; document.body.append(i)")
        .await;
    browser.wait_until("document.images[document.images.length - 1].complete").await;
    assert!(browser.console_errors().await.join("\n").contains("Content Security Policy"));
}

#[tokio::test]
async fn a_hub_says_that_it_is_being_set_up_until_somebody_owns_it() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    browser.open(&hub.at("/")).await;
    browser.wait_for(".banner").await;
    let owner = hub.owner();
    assert!(owner.email.starts_with("owner@") && owner.password.len() >= 12);
    browser.open(&hub.at("/")).await;
    assert!(browser.find_all(".banner").await.is_empty());
}

#[tokio::test]
async fn passkeys_can_be_made_on_a_hub_at_localhost() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let authenticator = browser.add_authenticator().await;
    browser.open(&hub.at("/")).await;
    let make = "window.made = 'not yet'; navigator.credentials.create({ publicKey: { \
        challenge: new Uint8Array(16), rp: { name: 'hub', id: 'localhost' }, \
        user: { id: new Uint8Array(4), name: 'ana', displayName: 'Ana' }, \
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }], \
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' } } }) \
        .then(() => { window.made = 'made' }, (error) => { window.made = String(error) })";
    browser.evaluate(make).await;
    browser.wait_until("window.made !== 'not yet'").await;
    assert_eq!(browser.evaluate("return window.made").await, "made");
    assert_eq!(browser.passkeys(&authenticator).await.len(), 1);
    browser.remove_authenticator(&authenticator).await;
}
