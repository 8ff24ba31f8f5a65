//! The whole life of an account: invited, signed in, with a second factor, recovered, reset, erased.

use aws_lc_rs::hmac;
use jiff::Timestamp;

use crate::browser::{Browser, key};
use crate::hub::{Credentials, Hub, TRIES};
use crate::page::check_page;

/// What an app shows for a secret in base32 (RFC 4648, RFC 6238), so many seconds from now.
pub fn app_code(secret: &str, ahead: i64) -> String {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for c in secret.bytes().filter(u8::is_ascii_alphanumeric) {
        bits = (bits << 5 | u32::from(if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' })) & 0xffff;
        count += 5;
        if count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    let step = ((Timestamp::now().as_second() + ahead) / 30).to_be_bytes();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &bytes), &step);
    let at = usize::from(tag.as_ref()[19] & 15);
    let number = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

pub async fn arrived(browser: &Browser, path: &str) {
    browser
        .wait_until(&format!("location.pathname === '{path}' && document.readyState === 'complete'"))
        .await;
}

pub async fn sign_out(browser: &Browser) {
    browser.wait_for("form[action$='/sign-out']").await;
    browser.evaluate("document.querySelector('form[action$=\"/sign-out\"]').submit()").await;
    browser.wait_for("header a.enter").await;
}

pub async fn give_password(browser: &Browser, hub: &Hub, email: &str, password: &str) {
    browser.open(&hub.at("/sign-in")).await;
    browser.fill("input[name=email]", email).await;
    browser.fill("input[name=password]", password).await;
    browser.click("main button.primary").await;
}

/// Sets up an app on the page of security; the secret and the recovery codes.
pub async fn enrol(browser: &Browser, hub: &Hub) -> (String, Vec<String>) {
    browser.open(&hub.at("/me/security")).await;
    browser.click("button[value=begin]").await;
    let secret = browser.wait_for("#secret").await.text().await.unwrap();
    assert!(browser.find_all(".qr svg").await.len() == 1);
    browser.fill("input[name=code]", &app_code(&secret, 0)).await;
    browser.click(".desk button.primary").await;
    let codes = browser.wait_for("#codes").await.text().await.unwrap();
    (secret, codes.lines().map(str::to_owned).collect())
}

#[tokio::test]
async fn an_account_lives_from_its_invitation_to_its_end() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let owner = hub.owner();
    browser.sign_in(&hub, &owner).await;
    check_page(&browser, &hub, "/admin/accounts", "accounts").await;
    check_page(&browser, &hub, "/admin/accounts/1", "account").await;
    check_page(&browser, &hub, "/admin/accounts/invite", "invite").await;
    check_page(&browser, &hub, "/me", "me").await;
    check_page(&browser, &hub, "/me/security", "security").await;
    check_page(&browser, &hub, "/me/erase", "erase").await;
    browser.open(&hub.at("/admin/accounts/invite")).await;
    browser.fill("input[name=email]", "ada@school.example").await;
    browser.click("input[name=role][value=moderator]").await;
    browser.click("main button.primary").await;
    arrived(&browser, "/admin/accounts").await;
    let link = hub.mailed_link("account_invitation");
    sign_out(&browser).await;

    check_page(&browser, &hub, &link, "invitation").await;
    browser.open(&hub.at(&link)).await;
    browser.fill("input[name=name]", "Ada Lindqvist").await;
    browser.fill("input[name=password]", "three words of hers").await;
    browser.click("main button.primary").await;
    arrived(&browser, "/me").await;
    let (secret, codes) = enrol(&browser, &hub).await;
    assert!(browser.axe().await.is_empty(), "recovery codes");
    browser.open(&hub.at("/me")).await;
    sign_out(&browser).await;

    // Each code is good once, so the next one is taken, which the hub takes half a minute early.
    give_password(&browser, &hub, "ada@school.example", "three words of hers").await;
    arrived(&browser, "/sign-in/code").await;
    check_page(&browser, &hub, "/sign-in/code", "sign-in-code").await;
    browser.open(&hub.at("/sign-in/code")).await;
    browser.fill("input[name=code]", &app_code(&secret, 30)).await;
    browser.click("main button.primary").await;
    arrived(&browser, "/moderate").await;
    sign_out(&browser).await;
    give_password(&browser, &hub, "ada@school.example", "three words of hers").await;
    arrived(&browser, "/sign-in/code").await;
    browser.fill("input[name=code]", &codes[0]).await;
    browser.click("main button.primary").await;
    arrived(&browser, "/moderate").await;
    sign_out(&browser).await;

    check_page(&browser, &hub, "/forgotten", "forgotten").await;
    browser.open(&hub.at("/forgotten")).await;
    browser.fill("input[name=email]", "ada@school.example").await;
    browser.click("main button.primary").await;
    arrived(&browser, "/sign-in").await;
    let link = hub.mailed_link("account_reset");
    check_page(&browser, &hub, &link, "reset").await;
    browser.open(&hub.at(&link)).await;
    browser.fill("input[name=password]", "three other words").await;
    browser.click("main button.primary").await;
    arrived(&browser, "/sign-in").await;
    give_password(&browser, &hub, "ada@school.example", "three other words").await;
    arrived(&browser, "/sign-in/code").await;
    browser.fill("input[name=code]", &codes[1]).await;
    browser.click("main button.primary").await;
    arrived(&browser, "/moderate").await;

    // Workflow 27: what the hub holds of her is a file; then it is gone, and with it every word of her.
    browser.open(&hub.at("/me")).await;
    let file =
        "return fetch(document.querySelector('a[href$=\"/me/data\"]').href).then((answer) => answer.text())";
    let file = browser.evaluate(file).await;
    let file: serde_json::Value = serde_json::from_str(file.as_str().unwrap()).unwrap();
    assert!(
        file.to_string().contains("ada@school.example") && file.to_string().contains("Ada Lindqvist"),
        "{file}"
    );
    browser.open(&hub.at("/me/erase")).await;
    browser.fill("input[name=typed]", "ada@school.example").await;
    browser.fill("input[name=current]", "three other words").await;
    browser.click("main button.danger").await;
    arrived(&browser, "/").await;
    assert!(!hub.run(&["admin", "list"]).contains("ada@school.example"));
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn a_password_is_changed_by_keyboard_alone() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    let member = hub.account("member");
    browser.open(&hub.at("/sign-in")).await;
    browser.tab_to("Mail address").await;
    browser.write(&member.email).await;
    browser.tab_to("Password").await;
    browser.focus_is_seen().await;
    browser.write(&member.password).await;
    browser.press(key::ENTER).await;
    arrived(&browser, "/me").await;
    browser.open(&hub.at("/me/security")).await;
    browser.tab_to("Your present password").await;
    browser.write(&member.password).await;
    browser.tab_to("New password").await;
    browser.write("three words by keyboard").await;
    browser.tab_to("Change the password").await;
    browser.focus_is_seen().await;
    browser.press(key::ENTER).await;
    browser.wait_until("location.search.includes('done=password')").await;
    sign_out(&browser).await;
    let changed = Credentials { password: "three words by keyboard".to_owned(), ..member };
    browser.sign_in(&hub, &changed).await;
    browser.is_clean(&hub, &[]).await;
}

#[tokio::test]
async fn somebody_makes_an_account_and_a_second_factor_without_scripts() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::empty();
    hub.owner();
    // Without scripts the captcha takes half a minute.
    hub.run(&["settings", "set", "captcha", "off"]);
    hub.run(&["settings", "set", "self_registration", "open"]);
    browser.switch_scripts_off().await;
    // A running hub sees what another process has set within a second.
    for _ in 0..TRIES {
        browser.open(&hub.at("/sign-in")).await;
        if !browser.find_all("main a[href$='/sign-up']").await.is_empty() {
            break;
        }
    }
    browser.click("main a[href$='/sign-up']").await;
    browser.fill("input[name=email]", "mia@home.example").await;
    browser.click("main button.primary").await;
    let link = hub.mailed_link("account_sign_up");
    browser.open(&hub.at(&link)).await;
    browser.fill("input[name=password]", "three words of mine").await;
    browser.click("main button.primary").await;
    let (_, codes) = enrol(&browser, &hub).await;
    assert_eq!(codes.len(), 10);
    browser.click("header details.person summary").await;
    browser.click("header details.person form[action$='/sign-out'] button").await;
    browser.wait_for("header a.enter").await;
    give_password(&browser, &hub, "mia@home.example", "three words of mine").await;
    browser.wait_for("input[name=code]").await;
    browser.fill("input[name=code]", &codes[0]).await;
    browser.click("main button.primary").await;
    browser.arrives_at("/me?done=recovery-used").await;
    browser.is_clean(&hub, &[]).await;
}
