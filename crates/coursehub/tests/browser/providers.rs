//! Signing in through a provider of OpenID Connect that nobody here wrote: panva's `oidc-provider`.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, ChildStdout, Command, Stdio};

use hub_testkit::Stranger;

use crate::browser::{Browser, target};
use crate::hub::Hub;
use crate::page::check_page;

/// A served provider; ends with this.
struct Provider {
    child: Child,
    issuer: String,
    /// What else it prints; it ends when nobody listens.
    _printed: BufReader<ChildStdout>,
}

impl Provider {
    /// Serves one that sends browsers back to `redirect`.
    fn serve(redirect: &str) -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/clients/oidc/provider.mjs");
        let mut command = Command::new("node");
        command.arg(script).arg(target().join("test-oidc")).arg(redirect);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut issuer = String::new();
        let mut printed = BufReader::new(child.stdout.take().unwrap());
        printed.read_line(&mut issuer).unwrap();
        assert!(issuer.starts_with("http://127.0.0.1:"), "the provider does not start: {issuer}");
        Self { child, issuer: issuer.trim().to_owned(), _printed: printed }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// At the provider: says who one is, and agrees.
async fn says_who(browser: &Browser, who: &str) {
    browser.wait_for("input[name=login]").await;
    browser.fill("input[name=login]", who).await;
    browser.fill("input[name=password]", "any").await;
    browser.click("button[type=submit]").await;
    browser.wait_for("input[name=prompt][value=consent]").await;
    browser.click("button[type=submit]").await;
}

/// Staff adds the provider, by its form.
async fn add_provider(browser: &Browser, hub: &Hub, issuer: &str) {
    browser.open(&hub.at("/admin/sign-in-providers")).await;
    browser.fill("#f-label", "School account").await;
    browser.fill("#f-issuer", issuer).await;
    browser.fill("#f-client_id", "hub").await;
    browser.fill("#f-secret", "the secret of the hub").await;
    browser.click("input[name=lets_in][value=domains]").await;
    browser.fill("#f-domains", "school.example").await;
    browser.click("input[name=on]").await;
    browser.click("main form button.primary").await;
    browser.wait_for(".done").await;
    assert_eq!(browser.text("#redirect-address").await, hub.at("/sign-in/with/1/back"));
    browser.click("button[value=check]").await;
    browser.wait_for(".notice.good").await;
}

#[tokio::test]
async fn people_sign_in_through_a_provider_and_link_it() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    let owner = hub.owner();
    let provider = Provider::serve(&hub.at("/sign-in/with/1/back"));
    browser.sign_in(&hub, &owner).await;
    check_page(&browser, &hub, "/admin/sign-in-providers", "sign-in-providers").await;
    add_provider(&browser, &hub, &provider.issuer).await;
    check_page(&browser, &hub, "/admin/sign-in-providers/1", "sign-in-provider").await;

    // The owner links who they are there; a provider decides nothing about roles.
    browser.open(&hub.at("/me/security")).await;
    browser.click("form[action$='/providers/1/link'] button").await;
    says_who(&browser, "olga").await;
    browser.wait_for(".done").await;
    // The provider's page asks for letters from elsewhere; that is its own matter.
    browser.console_errors().await;
    browser.fetched().await;
    check_page(&browser, &hub, "/me/security", "security-linked").await;
    browser.open(&hub.at("/admin/audit?act=account.provider_linked")).await;
    assert_eq!(browser.find_all("tbody tr").await.len(), 1, "it is in the record");
    // Without the hub's session; the provider still knows who sits there.
    let session = serde_json::json!({ "name": "session", "url": hub.at("/") });
    browser.devtools("Network.deleteCookies", session).await;
    browser.open(&hub.at("/sign-in?back=/admin/rights")).await;
    browser.click("a[href*='/sign-in/with/1']").await;
    browser.wait_until("location.pathname === '/admin/rights'").await;

    // Somebody new of the school becomes a member, and cannot lock themselves out.
    let other = browser.another().await;
    other.open(&hub.at("/sign-in")).await;
    other.click("a[href*='/sign-in/with/1']").await;
    says_who(&other, "ada").await;
    other.wait_until("location.pathname === '/me'").await;
    other.open(&hub.at("/me")).await;
    assert_eq!(other.evaluate("return document.querySelector('#f-name').value").await, "Ada of the school");
    other.open(&hub.at("/admin/rights")).await;
    assert!(
        other.evaluate("return document.title").await.as_str().is_some_and(|title| !title.contains("Rights"))
    );
    other.open(&hub.at("/me/security")).await;
    other.click("form[action$='/providers/1/unlink'] button").await;
    other.wait_for(".notice.danger").await;
    other.fill("#f-password", "a password of Ada's own").await;
    other.click("form[action$='/security/password'] button").await;
    other.wait_for(".done").await;
    other.click("form[action$='/providers/1/unlink'] button").await;
    other.wait_until("!document.querySelector(\"form[action$='/providers/1/unlink']\")").await;
}

#[tokio::test]
async fn a_provider_brings_nobody_into_the_account_of_another() {
    let Some(browser) = Browser::start().await else { return };
    let hub = Hub::for_sites();
    let owner = hub.owner();
    let provider = Provider::serve(&hub.at("/sign-in/with/1/back"));
    browser.sign_in(&hub, &owner).await;
    add_provider(&browser, &hub, &provider.issuer).await;

    for (who, why) in [
        (owner.email.as_str(), "There is an account for"),
        ("eve@else.example", "has no account on this hub"),
        ("una", "no verified mail address"),
    ] {
        let stranger = browser.another().await;
        stranger.open(&hub.at("/sign-in")).await;
        stranger.click("a[href*='/sign-in/with/1']").await;
        says_who(&stranger, who).await;
        stranger.wait_for(".notice.danger").await;
        assert!(stranger.text(".notice.danger").await.contains(why), "{who}");
    }

    // Without the browser's cookie, with a code that is none, and a second time: nobody is let in.
    for keeps_cookie in [false, true] {
        let mut stranger = Stranger::at(&hub.at(""));
        let left = stranger.get("/sign-in/with/1").await;
        assert_eq!(left.status(), 303);
        let way = url::Url::parse(left.headers()["location"].to_str().unwrap()).unwrap();
        let asked: HashMap<_, _> = way.query_pairs().into_owned().collect();
        assert_eq!((&*asked["response_type"], &*asked["code_challenge_method"]), ("code", "S256"));
        assert!(asked["nonce"].len() >= 32 && asked["state"].len() >= 32);
        let (state, issuer) = (&asked["state"], &provider.issuer);
        let kept = if keeps_cookie { stranger.cookies.clone() } else { Vec::new() };
        // The second time the state is used up, whatever came of it.
        for _ in 0..2 {
            stranger.cookies.clone_from(&kept);
            let answer =
                stranger.get(&format!("/sign-in/with/1/back?code=none&state={state}&iss={issuer}")).await;
            assert_eq!(answer.status(), 422);
            assert!(stranger.cookies.iter().all(|(name, _)| name != "session"));
            assert!(answer.text().await.unwrap().contains("begun in another browser"));
        }
    }
}
