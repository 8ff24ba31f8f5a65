//! What people do for themselves: the first owner, and everybody on their own pages. Nothing is compared here: the whole
//! record is, at the end of the walk.

use aws_lc_rs::hmac;
use hub_core::rights::Actor;
use hub_db::passkey::NewPasskey;
use hub_testkit::{PASSWORD, SignedIn, Stranger, TestHub};
use reqwest::Response;

/// Who is not signed in by a role: only this person's account is changed here.
const EMAIL: &str = "mia@school.example";
const NEW_EMAIL: &str = "mia@lake.example";
const CHANGED: &str = "another long password";
const RESET: &str = "a third long password";

/// The first owner follows the link that the program prints.
pub async fn set_up(hub: &TestHub) {
    let link = hub_app::account::set_up::open_link(&hub.app).await.unwrap().unwrap();
    let fields = [("name", "owner"), ("email", "owner@hub.example"), ("password", PASSWORD)];
    let made = Stranger::of(hub).post(&format!("/setup/{}", link.expose()), &fields).await;
    assert!(made.status().is_redirection(), "{}", made.status());
    hub.set("set_up", "done").await;
}

/// A form that must be taken.
async fn sends(person: &SignedIn, form: &str, fields: &[(&str, &str)]) -> String {
    taken(form, person.post(form, fields).await).await
}

async fn taken(form: &str, answer: Response) -> String {
    let status = answer.status();
    let page = answer.text().await.unwrap();
    assert!(status.is_success() || status.is_redirection(), "{form}: {status}\n{page}");
    page
}

/// The browser of whoever signs in by a form of strangers.
async fn signed_in(hub: &TestHub, browser: &Stranger, email: &str) -> SignedIn {
    let cookies: Vec<String> =
        browser.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let account = hub_app::account::by_email(&hub.app, email).await.unwrap();
    hub.browser(account.id, &cookies.join("; ")).await
}

pub async fn all(hub: &TestHub) {
    hub.set("self_registration", "open").await;
    let mut browser = Stranger::of(hub);
    taken("/sign-up", browser.post("/sign-up", &[("email", EMAIL), ("name", "Mia")]).await).await;
    let link = hub.mailed_link("account_sign_up").await;
    taken(&link, browser.post(&link, &[("name", "Mia"), ("password", PASSWORD)]).await).await;
    let mia = signed_in(hub, &browser, EMAIL).await;

    let password = [("current", PASSWORD), ("password", CHANGED)];
    sends(&mia, "/me/security/password", &password).await;
    sends(&mia, "/me/email", &[("email", NEW_EMAIL), ("current", CHANGED)]).await;
    let link = hub.mailed_link("account_email_change").await;
    taken(&link, Stranger::of(hub).post(&link, &[]).await).await;
    taken("/forgotten", Stranger::of(hub).post("/forgotten", &[("email", NEW_EMAIL)]).await).await;
    let link = hub.mailed_link("account_reset").await;
    taken(&link, Stranger::of(hub).post(&link, &[("password", RESET)]).await).await;

    let mut browser = Stranger::of(hub);
    taken("/sign-in", browser.sign_in(NEW_EMAIL, RESET).await).await;
    let mia = signed_in(hub, &browser, NEW_EMAIL).await;
    let mia = second_factor(hub, mia).await;
    ways_in(hub, &mia).await;
    sends(&mia, "/me/erase", &[("typed", NEW_EMAIL), ("current", RESET)]).await;
}

/// What stands in a page after `before`, up to `end`.
fn between<'a>(page: &'a str, before: &str, end: &str) -> &'a str {
    let after = page.split_once(before).unwrap_or_else(|| panic!("{before}: {page}")).1;
    after.split_once(end).unwrap().0
}

/// What an app shows for a secret in base32 (RFC 4648, RFC 6238).
fn app_code(hub: &TestHub, secret: &str) -> String {
    let (mut bits, mut count, mut key) = (0_u32, 0, Vec::new());
    for c in secret.bytes() {
        bits = (bits << 5 | u32::from(if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' })) & 0xffff;
        count += 5;
        if count >= 8 {
            count -= 8;
            key.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    let step = (hub.app.clock.now().as_second() / 30).to_be_bytes();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key), &step);
    let at = usize::from(tag.as_ref()[19] & 15);
    let number = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// Sets an app up, renews the codes, signs in with one of them, and takes the app off.
async fn second_factor(hub: &TestHub, mia: SignedIn) -> SignedIn {
    let form = "/me/security/second-factor";
    let page = sends(&mia, form, &[("do", "begin")]).await;
    let secret = between(&page, "<code id=\"secret\"", "</code>").split_once('>').unwrap().1.replace(' ', "");
    let token = between(&page, "name=\"token\" value=\"", "\"").to_owned();
    let code = app_code(hub, &secret);
    sends(&mia, "/me/security/second-factor/confirm", &[("token", &token), ("code", &code)]).await;
    let page = sends(&mia, form, &[("do", "renew"), ("proof", RESET)]).await;
    let codes = between(&page, "<pre id=\"codes\"", "</pre>").split_once('>').unwrap().1;
    let code = codes.lines().next().unwrap().to_owned();

    let mut browser = Stranger::of(hub);
    browser.sign_in(NEW_EMAIL, RESET).await;
    taken("/sign-in/code", browser.post("/sign-in/code", &[("code", &code)]).await).await;
    let mia = signed_in(hub, &browser, NEW_EMAIL).await;
    sends(&mia, form, &[("do", "remove"), ("proof", RESET)]).await;
    mia
}

/// A passkey and a provider's account are taken away. How they are added needs a device and a provider.
async fn ways_in(hub: &TestHub, mia: &SignedIn) {
    let typed = hub_app::account::provider::manage::Typed {
        label: "School account".to_owned(),
        issuer: "https://other.school.example".to_owned(),
        client_id: "hub".to_owned(),
        secret: hub_core::secret::Secret::new("the secret of the hub"),
        no_secret: false,
        scopes: "email".to_owned(),
        lets_in: "accounts".to_owned(),
        domains: String::new(),
        trusts_addresses: false,
        is_on: true,
    };
    let provider =
        hub_app::account::provider::manage::add(&hub.app, Actor::CommandLine, &typed).await.unwrap();
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    hub_db::sign_in_provider::link(tx.cx(), (provider, "mia"), mia.account, "", now).await.unwrap();
    let phone = NewPasskey {
        account_id: mia.account,
        credential_id: "phone",
        name: "Phone",
        credential: "{}",
        sign_count: 0,
    };
    let passkey = hub_db::passkey::insert(tx.cx(), phone, now).await.unwrap();
    tx.commit().await.unwrap();
    sends(mia, &format!("/me/passkeys/{passkey}/remove"), &[]).await;
    sends(mia, &format!("/me/security/providers/{provider}/unlink"), &[]).await;
}
