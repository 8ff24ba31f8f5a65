//! No secret stands anywhere in plain: not in the database, not in the data folder, not in the log.

use std::io::Write;
use std::path::Path;
use std::sync::{Arc, Mutex};

use aws_lc_rs::hmac;
use hub_app::account::set_up;
use hub_core::rights::{Actor, Role};
use hub_testkit::{SignedIn, Stranger, TestHub, db_test};
use tracing_subscriber::EnvFilter;

const OLD: &str = "old horse battery staple";
const NEW: &str = "new horse battery staple";
const MAIL_PASSWORD: &str = "mail-server-password-of-the-hub";
const CAPTCHA_SECRET: &str = "captcha-secret-of-the-hub";
const SITE_PASSWORD: &str = "password-that-sites-need";

/// Takes down what the hub logs.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn start() -> Self {
        let log = Self::default();
        let writer = log.clone();
        let filter =
            EnvFilter::new("info,hub_app=trace,hub_web=trace,hub_db=trace,hub_search=trace,sqlx=trace");
        let subscriber =
            tracing_subscriber::fmt().with_env_filter(filter).with_writer(move || writer.clone());
        // Tests run in a process each; where they do not, the first one's log is looked at.
        let _ = subscriber.with_ansi(false).try_init();
        log
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

/// The secrets that came up, each with what it is.
#[derive(Default)]
struct Secrets(Vec<(&'static str, String)>);

impl Secrets {
    fn add(&mut self, what: &'static str, secret: impl Into<String>) {
        let secret = secret.into();
        assert!(secret.len() >= 6, "{what}: {secret}");
        self.0.push((what, secret));
    }

    /// The last part of a link's path.
    fn add_link(&mut self, what: &'static str, link: &str) {
        self.add(what, link.rsplit('/').next().unwrap());
    }

    fn add_cookies(&mut self, what: &'static str, browser: &Stranger) {
        for (name, value) in &browser.cookies {
            if name != "lang" && value.len() > 10 {
                self.add(what, value.as_str());
            }
        }
    }
}

fn between<'a>(page: &'a str, before: &str, end: &str) -> &'a str {
    let found = page.split(before).nth(1).and_then(|rest| rest.split(end).next());
    found.unwrap_or_else(|| panic!("{before}: {page}"))
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

/// Somebody signs up, signs in, changes address and forgets their password; somebody else is invited.
async fn people(hub: &TestHub, secrets: &mut Secrets, owner: &SignedIn) {
    hub.set("self_registration", "open").await;
    let mut eve = Stranger::of(hub);
    eve.post("/sign-up", &[("email", "eve@home.example"), ("name", "Eve")]).await;
    let link = hub.mailed_link("account_sign_up").await;
    secrets.add_link("link to sign up", &link);
    eve.post(&link, &[("name", "Eve"), ("password", OLD)]).await;
    assert!(eve.is_in().await);
    secrets.add_cookies("session of a sign-up", &eve);
    let mut again = Stranger::of(hub);
    again.sign_in("eve@home.example", "a wrong password that was typed").await;
    secrets.add("wrong password", "a wrong password that was typed");
    again.sign_in("eve@home.example", OLD).await;
    assert!(again.is_in().await);
    secrets.add_cookies("session of a sign-in", &again);
    let mut forgot = Stranger::of(hub);
    forgot.post("/forgotten", &[("email", "eve@home.example")]).await;
    let link = hub.mailed_link("account_reset").await;
    secrets.add_link("link to reset", &link);
    forgot.get(&link).await;
    forgot.post("/forgotten", &[("email", "eve@home.example")]).await;
    let used = hub.mailed_link("account_reset").await;
    secrets.add_link("link to reset that was used", &used);
    Stranger::of(hub).post(&used, &[("password", NEW)]).await;
    secrets.add("old password", OLD);
    secrets.add("new password", NEW);
    owner.post("/admin/accounts/invite", &[("email", "ada@school.example"), ("role", "admin")]).await;
    let link = hub.mailed_link("account_invitation").await;
    secrets.add_link("invitation", &link);
    Stranger::of(hub).get(&link).await;
}

/// Somebody sets up an app, and signs in with it and with a recovery code.
async fn second_factor(hub: &TestHub, secrets: &mut Secrets) {
    let person = hub.signed_in(Role::Moderator).await;
    let page = person.post("/me/security/second-factor", &[("do", "begin")]).await.text().await.unwrap();
    let secret = between(&page, "<code id=\"secret\"", "</code>").split('>').nth(1).unwrap().replace(' ', "");
    let token = between(&page, "name=\"token\" value=\"", "\"").to_owned();
    let code = app_code(hub, &secret);
    let confirm = [("token", token.as_str()), ("code", &code)];
    let page = person.post("/me/security/second-factor/confirm", &confirm).await.text().await.unwrap();
    let codes = between(&page, "<pre id=\"codes\"", "</pre>").split_once('>').unwrap().1;
    secrets.add("ticket of an enrolment", token);
    secrets.add("secret of an app", secret.clone());
    for code in codes.lines() {
        secrets.add("recovery code", code);
        secrets.add("recovery code without its hyphen", code.replace('-', ""));
    }
    let mut browser = Stranger::of(hub);
    browser.sign_in("moderator@hub.example", hub_testkit::PASSWORD).await;
    secrets.add_cookies("half a sign-in", &browser);
    browser.post("/sign-in/code", &[("code", codes.lines().next().unwrap())]).await;
    assert!(browser.is_in().await);
    secrets.add_cookies("session of two steps", &browser);
    secrets.add("password", hub_testkit::PASSWORD);
}

/// Secrets of the hub itself, set on its pages; wrong ones too.
async fn settings(hub: &TestHub, secrets: &mut Secrets, owner: &SignedIn) {
    let fields = [
        ("mail_host", "127.0.0.1"),
        ("mail_security", "none"),
        ("mail_port", "9"),
        ("mail_user", "hub"),
        ("mail_password", MAIL_PASSWORD),
        ("mail_from", "hub@hub.example"),
    ];
    let kept = owner.post("/admin/settings/mail", &fields).await;
    assert!(kept.status().is_redirection(), "{}", kept.text().await.unwrap());
    hub.set("mail_server", "smtp://hub:another-mail-password@127.0.0.1:9").await;
    hub.set("captcha_secret", CAPTCHA_SECRET).await;
    hub.set("registration_password", SITE_PASSWORD).await;
    secrets.add("password of the mail server", MAIL_PASSWORD);
    secrets.add("password of the mail server", "another-mail-password");
    secrets.add("secret of the captcha service", CAPTCHA_SECRET);
    secrets.add("password for sites", SITE_PASSWORD);
    let form = [("note", "Lake school"), ("uses", "1"), ("days", "30")];
    let page = owner.post("/admin/settings/invitations", &form).await.text().await.unwrap();
    let code = page.split("id=\"invitation-code\"").nth(1).unwrap().split('>').nth(1).unwrap();
    secrets.add("invitation of a site", code.split('<').next().unwrap());
    let token = hub_app::machine::issue_directory_token(&hub.app, Actor::CommandLine).await.unwrap();
    secrets.add("token of a directory", token.expose());
}

/// Bytes of every file below a folder.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.display().to_string(), std::fs::read(&path).unwrap()));
        }
    }
    found
}

db_test! {
    /// What must be had again is sealed with the key of the data folder: bodies of mails (until they are sent and
    /// forgotten), the secret of an app, a site's own secret as its handshake and backups need it, the mail server's
    /// address and the captcha's secret. Everything else is kept as a hash. A site's short handshake code is no secret
    /// but the address of a page, and the proof of an address is published on the site: neither is looked for.
    async fn nothing_secret_stands_anywhere_in_plain(hub) {
        let log = Log::start();
        let mut secrets = Secrets::default();
        let first = set_up::open_link(&hub.app).await.unwrap().unwrap();
        secrets.add("set-up link", first.expose());
        let site = hub.trusted_site("Lake school").await;
        let row = site.hub(&hub.url()).unwrap();
        secrets.add("token that the site calls with", row.token.clone());
        secrets.add("secret of the site", row.secret.clone());
        let owner = hub.signed_in(Role::Owner).await;
        people(&hub, &mut secrets, &owner).await;
        second_factor(&hub, &mut secrets).await;
        settings(&hub, &mut secrets, &owner).await;
        hub.settle().await;
        assert!(secrets.0.len() > 30, "{}", secrets.0.len());

        let dump = hub.dump().await;
        let found_in = |secret: &str| dump.iter().find(|(_, row)| row.contains(secret));
        assert!(found_in("eve@home.example").is_some(), "the dump is one");
        for (what, secret) in &secrets.0 {
            assert!(found_in(secret).is_none(), "{what} is in the database: {:?}", found_in(secret));
        }
        let files = files(hub.folder());
        assert!(!files.is_empty());
        for (path, bytes) in &files {
            let text = String::from_utf8_lossy(bytes);
            for (what, secret) in &secrets.0 {
                assert!(!text.contains(secret.as_str()), "{what} is in {path}");
            }
        }
        let log = log.text();
        assert!(log.contains("wrong password"), "the log is one: {log}");
        for (what, secret) in &secrets.0 {
            let line = log.lines().find(|line| line.contains(secret.as_str()));
            assert!(line.is_none(), "{what} is in the log: {line:?}");
        }
    }
}
