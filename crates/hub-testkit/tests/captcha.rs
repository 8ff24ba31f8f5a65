//! The captcha: solved for real, replayed, expired, for another form, and by waiting; at a classic registration.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::sync::{Arc, Mutex};
use std::time::Duration;

use hub_app::captcha::{
    Answer, CaptchaError, PATIENT_PER_HOUR, Purpose, Puzzle, Refused, check, is_solved, puzzle,
};
use hub_app::outside::fetch::NetworkPolicy;
use hub_core::rights::Role;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{HubOptions, TestHub, db_test};
use reqwest::{Client, Response, StatusCode};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A service that checks answers, as the three do: `POST /siteverify`.
struct StandIn {
    address: String,
    says: Arc<Mutex<&'static str>>,
    asked: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl StandIn {
    async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let says = Arc::new(Mutex::new(r#"{"success": true}"#));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (answer, seen) = (says.clone(), asked.clone());
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let says = *answer.lock().unwrap();
                let request = answered(stream, says).await;
                seen.lock().unwrap().push(request);
            }
        });
        Self { address, says, asked, task }
    }

    fn says(&self, answer: &'static str) {
        *self.says.lock().unwrap() = answer;
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }

    /// Nobody listens from now on.
    async fn stop(&mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
    }
}

/// Answers one request; gives its first line and its body.
async fn answered(stream: TcpStream, answer: &str) -> String {
    let mut stream = BufReader::new(stream);
    let (mut first, mut length) = (String::new(), 0);
    stream.read_line(&mut first).await.unwrap();
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).await.unwrap();
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap();
        }
        if line.trim().is_empty() {
            break;
        }
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await.unwrap();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", answer.len());
    stream.write_all(format!("{head}{answer}").as_bytes()).await.unwrap();
    stream.shutdown().await.unwrap();
    format!("{} {}", first.split(" HTTP").next().unwrap(), String::from_utf8(body).unwrap())
}

async fn post(hub: &TestHub, path: &str, fields: &[(&str, &str)]) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = client.post(format!("{}{path}", hub.url()));
    request.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap()
}

/// A message with an answer to the service's question in it.
async fn message(hub: &TestHub, response: &str) -> (StatusCode, String) {
    let fields = [
        ("category", "question"),
        ("name", "Ada"),
        ("email", "ada@visitor.example"),
        ("text", "What I wrote"),
        ("cf-turnstile-response", response),
    ];
    let answer = post(hub, "/contact", &fields).await;
    (answer.status(), answer.text().await.unwrap())
}

/// How many conversations there are.
async fn conversations(hub: &TestHub) -> usize {
    hub_app::contact::list(&hub.app, None, None, (0, 100)).await.unwrap().rows.len()
}

/// What a page lets its reader's browser load, by name of the directive.
async fn directive(hub: &TestHub, path: &str, name: &str) -> String {
    let answer = hub.get(path).await;
    let policy = answer.headers()["content-security-policy"].to_str().unwrap().to_owned();
    let mut parts = policy.split(';').map(str::trim);
    parts.find(|part| part.split(' ').next() == Some(name)).unwrap_or_default().to_owned()
}

/// The challenge of a page.
fn on_page(page: &str) -> String {
    page.split("data-captcha=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn use_service(hub: &TestHub, url: &str) {
    for (key, value) in [
        ("captcha", "service"),
        ("captcha_service", "turnstile"),
        ("captcha_site_key", "key-of-pages"),
        ("captcha_secret", "word-of-the-hub"),
        ("captcha_service_url", url),
    ] {
        hub.set(key, value).await;
    }
}

fn challenge(hub: &TestHub, purpose: Purpose) -> String {
    match puzzle(&hub.app, purpose) {
        Some(Puzzle::Work { challenge, .. }) => challenge,
        other => panic!("{other:?}"),
    }
}

fn solved(challenge: &str) -> String {
    (0..u64::MAX).map(|nonce| format!("{nonce:x}")).find(|nonce| is_solved(challenge, nonce)).unwrap()
}

async fn try_it(hub: &TestHub, purpose: Purpose, challenge: &str, nonce: &str) -> Result<(), Refused> {
    let (challenge, nonce) = (challenge.to_owned(), nonce.to_owned());
    let from = "192.0.2.7".parse().unwrap();
    let answer = Answer { challenge, nonce, response: String::new(), from };
    match check(&hub.app, purpose, &answer).await {
        Ok(()) => Ok(()),
        Err(CaptchaError::Refused(refused)) => Err(refused),
        Err(CaptchaError::App(error)) => panic!("{error}"),
    }
}

db_test! {
    async fn a_solution_is_good_once_for_one_form_and_not_for_ever(hub) {
        assert!(puzzle(&hub.app, Purpose::Contact).is_none(), "off");
        hub.set("captcha", "proof_of_work").await;
        let first = challenge(&hub, Purpose::Contact);
        let nonce = solved(&first);
        assert!(first.len() + 1 + nonce.len() <= 55, "one block of SHA-256: {first}:{nonce}");
        assert_eq!(try_it(&hub, Purpose::Report, &first, &nonce).await, Err(Refused::Wrong));
        let wrong = (0..1000).map(|n| format!("x{n}")).find(|nonce| !is_solved(&first, nonce)).unwrap();
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &wrong).await, Err(Refused::Wrong));
        let easy = first.replacen(".11.", ".1.", 1);
        assert_ne!(easy, first);
        assert_eq!(try_it(&hub, Purpose::Contact, &easy, "0").await, Err(Refused::Wrong));
        assert_eq!(try_it(&hub, Purpose::Contact, "", "0").await, Err(Refused::Missing));
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &nonce).await, Ok(()));
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &nonce).await, Err(Refused::Spent));
        let late = challenge(&hub, Purpose::Contact);
        let nonce = solved(&late);
        hub.advance(Duration::from_hours(2));
        assert_eq!(try_it(&hub, Purpose::Contact, &late, &nonce).await, Err(Refused::Expired));
    }
}

db_test! {
    async fn without_scripts_patience_helps_some_times_an_hour(hub) {
        hub.set("captcha", "proof_of_work").await;
        let all: Vec<String> = (0..=PATIENT_PER_HOUR).map(|_| challenge(&hub, Purpose::Contact)).collect();
        hub.advance(Duration::from_secs(29));
        let early = try_it(&hub, Purpose::Contact, &all[0], "").await;
        assert_eq!(early, Err(Refused::TooEarly { seconds: 1 }));
        hub.advance(Duration::from_secs(1));
        let (last, some) = all.split_last().unwrap();
        for challenge in some {
            assert_eq!(try_it(&hub, Purpose::Contact, challenge, "").await, Ok(()));
        }
        assert_eq!(try_it(&hub, Purpose::Contact, &some[0], "").await, Err(Refused::TooMany));
        assert_eq!(try_it(&hub, Purpose::Contact, last, "").await, Err(Refused::TooMany));
        hub.advance(Duration::from_mins(61));
        assert_eq!(try_it(&hub, Purpose::Contact, last, "").await, Ok(()));
    }
}

db_test! {
    async fn a_new_site_is_registered_by_a_person_and_a_known_one_is_not_asked(hub) {
        hub.set("captcha", "proof_of_work").await;
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        let page = site.browser().open(&site.registration_address(&hub.url())).await.unwrap();
        let shown = &page.body;
        assert!(shown.contains("One step before your site is registered"), "{shown}");
        assert!(hub.sites().await.is_empty());
        let challenge = shown.split("data-captcha=\"").nth(1).unwrap().split('"').next().unwrap();
        let nonce = solved(challenge);
        site.browser().fill_in(&page, &[("captcha_nonce", &nonce)]).await.unwrap();
        assert_eq!(hub.sites().await.len(), 1);
        assert!(site.is_registered(&hub.url()));
    }
}

db_test! {
    async fn a_new_hub_checks_strangers_before_anybody_chose(
        hub = HubOptions { checks_strangers: true, ..HubOptions::default() }
    ) {
        hub.set("self_registration", "open").await;
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        let registration = site.registration_address(&hub.url());
        let registration = registration.strip_prefix(&hub.url()).unwrap();
        for path in ["/contact", "/sign-up", "/forgotten", registration] {
            let page = hub.get(path).await.text().await.unwrap();
            assert!(page.contains("data-captcha"), "{path}: {page}");
        }
        let owner = hub.signed_in(Role::Owner).await;
        let settings = owner.page("/admin/settings/robots").await;
        let chosen = settings.split("value=\"proof_of_work\"").nth(1).unwrap();
        assert!(chosen.split('>').next().unwrap().contains("checked"), "{settings}");
    }
}

db_test! {
    async fn a_service_is_asked_for_each_answer_and_when_it_is_down_nothing_is_taken(hub) {
        let mut service = StandIn::start().await;
        use_service(&hub, &service.address).await;
        let page = hub.get("/contact").await.text().await.unwrap();
        assert!(page.contains("cf-turnstile") && page.contains("data-sitekey=\"key-of-pages\""), "{page}");
        assert!(page.contains(&format!("src=\"{}/api.js\"", service.address)), "{page}");
        assert!(!page.contains("word-of-the-hub"));

        let (status, page) = message(&hub, "").await;
        assert!(status == 422 && page.contains("What I wrote"), "{page}");
        assert!(service.asked().is_empty(), "no answer is no question");
        assert_eq!(message(&hub, "good").await.0, StatusCode::SEE_OTHER);
        let asked = "POST /siteverify secret=word-of-the-hub&response=good&remoteip=127.0.0.1";
        assert_eq!(service.asked(), [asked]);
        assert_eq!(conversations(&hub).await, 1);

        service.says(r#"{"success": false, "error-codes": ["timeout-or-duplicate"]}"#);
        let (status, page) = message(&hub, "bad").await;
        assert!(status == 422 && page.contains("The check did not succeed"), "{page}");
        assert!(page.contains("What I wrote"), "nothing written is lost");
        service.says("<h1>Maintenance</h1>");
        assert!(message(&hub, "good").await.1.contains("does not answer"));
        service.stop().await;
        let (status, page) = message(&hub, "good").await;
        assert!(status == 422 && page.contains("does not answer") && page.contains("What I wrote"), "{page}");
        assert_eq!(conversations(&hub).await, 1);
    }
}

db_test! {
    async fn a_service_inside_the_network_is_not_called(
        hub = HubOptions { network: Some(NetworkPolicy::default()), ..HubOptions::default() }
    ) {
        let service = StandIn::start().await;
        use_service(&hub, &service.address).await;
        assert!(message(&hub, "good").await.1.contains("does not answer"));
        assert!(service.asked().is_empty(), "only the guarded fetcher goes out");
    }
}

db_test! {
    async fn only_pages_with_the_box_of_a_service_let_it_in(hub) {
        let names = ["script-src", "frame-src", "connect-src", "style-src", "img-src"];
        for chosen in ["off", "proof_of_work"] {
            hub.set("captcha", chosen).await;
            for name in names {
                assert!(!directive(&hub, "/contact", name).await.contains("://"), "{chosen}: {name}");
            }
        }
        use_service(&hub, "").await;
        for name in ["script-src", "frame-src"] {
            let allowed = directive(&hub, "/contact", name).await;
            assert!(allowed.ends_with(" https://challenges.cloudflare.com"), "{allowed}");
        }
        for path in ["/", "/search", "/sites", "/about", "/sign-in"] {
            for name in names {
                assert!(!directive(&hub, path, name).await.contains("://"), "{path}: {name}");
            }
        }
        // Without its keys the built-in way stands in for it.
        hub.set("captcha_secret", "").await;
        assert!(!directive(&hub, "/contact", "script-src").await.contains("://"));
        assert!(hub.get("/contact").await.text().await.unwrap().contains("data-captcha"));
    }
}

db_test! {
    async fn a_secret_key_is_kept_sealed_and_shown_nowhere(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let mut fields = vec![
            ("captcha", "service"),
            ("captcha_service", "hcaptcha"),
            ("captcha_site_key", "key-of-pages"),
            ("captcha_secret", "word-of-the-hub"),
            ("captcha_service_url", ""),
        ];
        let saved = admin.post("/admin/settings/robots", &fields).await;
        assert_eq!(saved.status(), StatusCode::SEE_OTHER);
        let sealed = hub.app.policy().captcha_secret.clone().unwrap();
        assert!(!sealed.contains("word-of-the-hub"));
        for path in ["/admin/settings/robots", "/admin/audit", "/contact"] {
            assert!(!admin.page(path).await.contains("word-of-the-hub"), "{path}");
        }
        fields[3] = ("captcha_secret", "");
        admin.post("/admin/settings/robots", &fields).await;
        assert_eq!(hub.app.policy().captcha_secret.as_ref(), Some(&sealed), "left empty, it stays");
        fields.push(("clear-captcha_secret", "1"));
        admin.post("/admin/settings/robots", &fields).await;
        assert_eq!(hub.app.policy().captcha_secret, None);
    }
}

db_test! {
    async fn an_account_and_a_new_password_are_asked_for_by_persons(hub) {
        hub.account(Role::Member).await;
        hub.set("captcha", "proof_of_work").await;
        hub.set("self_registration", "open").await;
        for (path, mail) in [("/sign-up", "account_exists"), ("/forgotten", "account_reset")] {
            let email = ("email", "member@hub.example");
            let refused = post(&hub, path, &[email]).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY, "{path}");
            let page = refused.text().await.unwrap();
            assert!(page.contains("member@hub.example"), "{path}: what was typed stays");
            hub.settle().await;
            assert!(hub.mails_of(mail).await.is_empty(), "{path}");
            let challenge = on_page(&page);
            let nonce = solved(&challenge);
            let fields = [email, ("captcha_challenge", &challenge), ("captcha_nonce", &nonce)];
            assert_eq!(post(&hub, path, &fields).await.status(), StatusCode::SEE_OTHER, "{path}");
            hub.settle().await;
            assert_eq!(hub.mails_of(mail).await.len(), 1, "{path}");
        }
    }
}

db_test! {
    async fn without_scripts_the_form_is_taken_half_a_minute_later(hub) {
        hub.set("captcha", "proof_of_work").await;
        let page = hub.get("/contact").await.text().await.unwrap();
        assert!(page.contains("<noscript>") && page.contains("Wait 30 seconds"), "it is said: {page}");
        let challenge = on_page(&page);
        let fields = [
            ("category", "question"),
            ("name", "Ada"),
            ("email", "ada@visitor.example"),
            ("text", "By hand"),
            ("captcha_challenge", &challenge),
            ("captcha_nonce", ""),
        ];
        let early = post(&hub, "/contact", &fields).await.text().await.unwrap();
        assert!(early.contains("30 seconds too early") && early.contains("By hand"), "{early}");
        let challenge = on_page(&early);
        let mut again = fields;
        again[4].1 = &challenge;
        hub.advance(Duration::from_secs(30));
        assert_eq!(post(&hub, "/contact", &again).await.status(), StatusCode::SEE_OTHER);
    }
}

db_test! {
    async fn every_moodle_registers_where_strangers_are_checked(hub) {
        hub.set("captcha", "proof_of_work").await;
        for (number, family) in (1..).zip(Family::ALL) {
            let site = SimulatedSite::start(SiteOptions::new(family, "Lake school")).await.unwrap();
            let page = site.browser().open(&site.registration_address(&hub.url())).await.unwrap();
            let nonce = solved(&on_page(&page.body));
            site.browser().fill_in(&page, &[("captcha_nonce", &nonce)]).await.unwrap();
            assert!(site.is_registered(&hub.url()), "{family:?}");
            assert_eq!(hub.sites().await.len(), number, "{family:?}");
            site.update_site_info(&hub.url()).await.unwrap();
            // The secret is known from now on: nobody is asked again.
            site.forget_confirmation(&hub.url());
            site.register(&hub.url()).await.unwrap();
            assert!(site.is_registered(&hub.url()), "{family:?}");
        }
    }
}
