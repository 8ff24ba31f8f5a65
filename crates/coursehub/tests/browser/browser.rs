//! Chromium, driven through chromedriver.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use fantoccini::elements::Element;
use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder, Locator};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::hub::{Credentials, Hub};

/// Keys as WebDriver names them (WebDriver, 17.4.2: a private area of Unicode).
pub mod key {
    pub const TAB: &str = "\u{e004}";
    pub const ENTER: &str = "\u{e007}";
    pub const ESCAPE: &str = "\u{e00c}";
    pub const SPACE: &str = " ";
    pub const DOWN: &str = "\u{e015}";
}

/// How long a page may take for what it does at once on a quiet machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// Browsers at the same time where all tests run in one process; `.config/nextest.toml` says the same for nextest.
static PLACES: Semaphore = Semaphore::const_new(2);

/// How Chromium is started: without a screen, without its sandbox (which needs rights that containers lack; it opens
/// pages of ours only), and without asking anybody anything by itself.
const FLAGS: [&str; 8] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// One chromedriver with one session; both end with the test.
pub struct Browser {
    client: Client,
    // Dropped in this order: the driver ends Chromium, then its profile can go.
    _driver: Driver,
    _profile: TempDir,
    _place: Option<SemaphorePermit<'static>>,
}

/// A running chromedriver.
struct Driver {
    child: Child,
    port: u16,
}

impl Driver {
    /// Starts it on a free port of its choice. It takes one of IPv4 first and then wants the same of IPv6; where somebody
    /// has that one, it ends, and is started again.
    fn start() -> Self {
        (0..5).find_map(|_| Self::try_start()).expect("chromedriver finds a port")
    }

    fn try_start() -> Option<Self> {
        let mut command = Command::new("chromedriver");
        command.arg("--port=0").stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut line = String::new();
        while !line.contains("started successfully on port") {
            line.clear();
            if out.read_line(&mut line).unwrap() == 0 {
                let _ = child.wait();
                return None;
            }
        }
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        let port = line.trim().trim_end_matches('.').rsplit(' ').next().unwrap().parse().unwrap();
        Some(Self { child, port })
    }

    /// Asks it to end its browsers and itself.
    fn shut_down(&self) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
        stream.read_to_end(&mut Vec::new()).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Killed without that it would leave Chromium behind. A test that failed ends here, too.
        let asked = self.shut_down();
        let began = Instant::now();
        while asked.is_ok() && began.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(5));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A command of WebDriver or of chromedriver that the client library has no name for.
#[derive(Debug)]
struct Raw {
    method: Method,
    /// Below the session's address.
    path: String,
    body: Value,
}

impl WebDriverCompatibleCommand for Raw {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (self.method.clone(), (self.method == Method::POST).then(|| self.body.to_string()))
    }
}

/// Where cargo builds: beside the folder it gives to tests.
pub fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// The file of axe-core.
fn axe_file() -> PathBuf {
    target().join("test-axe/node_modules/axe-core/axe.min.js")
}

fn is_missing() -> Option<String> {
    for program in ["chromium", "chromedriver"] {
        let mut probe = Command::new(program);
        probe.arg("--version").stdout(Stdio::null()).stderr(Stdio::null());
        if !probe.status().is_ok_and(|status| status.success()) {
            return Some(format!("{program} is not on this machine"));
        }
    }
    (!axe_file().exists()).then(|| format!("{} is not there", axe_file().display()))
}

impl Browser {
    /// A browser with nothing in its memory; `None` where Chromium may be missing and is.
    pub async fn start() -> Option<Self> {
        if let Some(what) = is_missing() {
            return hub_testkit::clients::skip(&format!("{what}: run scripts/install-test-tools"));
        }
        Some(Self::on(Some(PLACES.acquire().await.unwrap())).await)
    }

    /// Another one for the same test, which has its place already: two tests that each waited for a second place would
    /// wait for ever.
    pub async fn another(&self) -> Self {
        Self::on(None).await
    }

    async fn on(place: Option<SemaphorePermit<'static>>) -> Self {
        let driver = Driver::start();
        let profile = tempfile::tempdir().unwrap();
        let mut flags: Vec<String> = FLAGS.map(str::to_owned).to_vec();
        flags.push(format!("--user-data-dir={}", profile.path().display()));
        let capabilities = json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "args": flags, "prefs": { "intl.accept_languages": "en" } },
            "goog:loggingPrefs": { "performance": "ALL", "browser": "ALL" },
        });
        let Value::Object(capabilities) = capabilities else { unreachable!("it is an object") };
        let address = format!("http://127.0.0.1:{}", driver.port);
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let client = builder.capabilities(capabilities).connect(&address).await.unwrap();
        let browser = Self { client, _driver: driver, _profile: profile, _place: place };
        browser.resize(1440, 900).await;
        // Chromium's own first page is nobody's here.
        browser.open("about:blank").await;
        browser.fetched().await;
        browser
    }

    /// Any command below the session's address; see the WebDriver specification.
    pub async fn raw(&self, method: Method, path: &str, body: Value) -> Value {
        let command = Raw { method, path: path.to_owned(), body };
        self.client.issue_cmd(command).await.unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// A command of the DevTools protocol.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Value {
        self.raw(Method::POST, "goog/cdp/execute", json!({ "cmd": command, "params": parameters })).await
    }

    /// Opens an address and waits until it is loaded.
    pub async fn open(&self, address: &str) {
        self.client.goto(address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// The address it is at.
    pub async fn address(&self) -> String {
        self.client.current_url().await.unwrap().to_string()
    }

    /// The one element of that selector.
    pub async fn find(&self, selector: &str) -> Element {
        match self.client.find(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("{selector} on {}: {error}", self.address().await),
        }
    }

    /// All elements of that selector.
    pub async fn find_all(&self, selector: &str) -> Vec<Element> {
        self.client.find_all(Locator::Css(selector)).await.unwrap()
    }

    /// The shown text of the one element of that selector. A page that gives way to the next between the two is asked
    /// again.
    pub async fn text(&self, selector: &str) -> String {
        let began = Instant::now();
        loop {
            match self.find(selector).await.text().await {
                Ok(text) => return text,
                Err(error) => assert!(began.elapsed() < PATIENCE, "{selector}: {error}"),
            }
        }
    }

    /// Waits until the element of that selector says those words. What a click leads to may come a moment later.
    pub async fn says(&self, selector: &str, words: &str) {
        let text = format!("document.querySelector({})?.innerText", json!(selector));
        self.wait_until(&format!("{text}?.includes({})", json!(words))).await;
    }

    /// Waits until the address has that part.
    pub async fn arrives_at(&self, part: &str) {
        self.wait_until(&format!("location.href.includes({})", json!(part))).await;
        // The address changes before the page is read to its end.
        self.wait_until("document.readyState !== 'loading'").await;
    }

    /// Clicks the element of that selector.
    pub async fn click(&self, selector: &str) {
        self.find(selector).await.click().await.unwrap_or_else(|error| panic!("{selector}: {error}"));
    }

    /// Empties a field and writes into it.
    pub async fn fill(&self, selector: &str, text: &str) {
        let field = self.find(selector).await;
        field.clear().await.unwrap();
        field.send_keys(text).await.unwrap();
    }

    /// Waits until an element of that selector is there.
    pub async fn wait_for(&self, selector: &str) -> Element {
        let waiting = self.client.wait().at_most(PATIENCE).for_element(Locator::Css(selector));
        waiting.await.unwrap_or_else(|error| panic!("{selector} does not come: {error}"))
    }

    /// Waits until an expression of JavaScript is true. A page that goes away meanwhile has not answered yet.
    pub async fn wait_until(&self, expression: &str) {
        let began = Instant::now();
        loop {
            let answer = self.client.execute(&format!("return Boolean({expression})"), Vec::new()).await;
            if answer.as_ref().is_ok_and(|value| *value == json!(true)) {
                return;
            }
            assert!(began.elapsed() < PATIENCE, "not within {PATIENCE:?}: {expression} ({answer:?})");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Runs a script in the page; what the page's policy forbids to its own scripts does not bind it.
    pub async fn evaluate(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Makes the page that wide and high, in CSS pixels.
    pub async fn resize(&self, width: u32, height: u32) {
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await;
    }

    /// Wants pages `light` or `dark`, and without motion: what moves has no colour to be measured.
    pub async fn prefer(&self, scheme: &str) {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// Sends these languages with every request, as `Accept-Language`.
    pub async fn accept_language(&self, languages: &str) {
        let headers = json!({ "headers": { "Accept-Language": languages } });
        self.devtools("Network.setExtraHTTPHeaders", headers).await;
    }

    /// Has chosen a language for the hub at `address` before.
    pub async fn choose_language(&self, address: &str, code: &str) {
        let cookie = json!({ "name": "lang", "value": code, "url": address });
        self.devtools("Network.setCookie", cookie).await;
    }

    /// Switches the scripts of pages off; those of the test still run.
    pub async fn switch_scripts_off(&self) {
        self.devtools("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await;
    }

    /// Adds an authenticator that holds passkeys and whose user always agrees. Gives its id.
    pub async fn add_authenticator(&self) -> String {
        let options = json!({
            "protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
            "hasUserVerification": true, "isUserConsenting": true, "isUserVerified": true,
        });
        let id = self.raw(Method::POST, "webauthn/authenticator", options).await;
        id.as_str().unwrap().to_owned()
    }

    /// The passkeys in an authenticator.
    pub async fn passkeys(&self, authenticator: &str) -> Vec<Value> {
        let path = format!("webauthn/authenticator/{authenticator}/credentials");
        self.raw(Method::GET, &path, Value::Null).await.as_array().cloned().unwrap_or_default()
    }

    /// Takes an authenticator away.
    pub async fn remove_authenticator(&self, authenticator: &str) {
        self.raw(Method::DELETE, &format!("webauthn/authenticator/{authenticator}"), Value::Null).await;
    }

    /// Signs in by the form at `/sign-in`.
    #[allow(dead_code, reason = "for the tests of pages that need it")]
    pub async fn sign_in(&self, hub: &Hub, who: &Credentials) {
        self.open(&hub.at("/sign-in")).await;
        self.fill("input[name=email]", &who.email).await;
        self.fill("input[name=password]", &who.password).await;
        self.find("input[name=password]").await.send_keys(key::ENTER).await.unwrap();
        self.wait_until("!location.pathname.endsWith('/sign-in')").await;
    }

    /// Presses keys, wherever the focus is.
    pub async fn write(&self, keys: &str) {
        self.client.active_element().await.unwrap().send_keys(keys).await.unwrap();
    }

    /// Presses one key of [`key`], as a keyboard does: Tab goes on, Enter follows a link.
    pub async fn press(&self, key: &str) {
        let actions = json!([{ "type": "key", "id": "keyboard", "actions": [
            { "type": "keyDown", "value": key }, { "type": "keyUp", "value": key },
        ]}]);
        self.raw(Method::POST, "actions", json!({ "actions": actions })).await;
    }

    /// The accessible name of what has the focus.
    pub async fn focused(&self) -> String {
        let element = self.client.active_element().await.unwrap();
        let path = format!("element/{}/computedlabel", &*element.element_id());
        self.raw(Method::GET, &path, Value::Null).await.as_str().unwrap_or_default().to_owned()
    }

    /// Presses Tab until something with that accessible name has the focus.
    pub async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..200 {
            self.press(key::TAB).await;
            let focused = self.focused().await;
            // What the style writes in capitals is named so.
            if focused.eq_ignore_ascii_case(name) {
                return;
            }
            passed.push(focused);
        }
        panic!("Tab does not lead to \"{name}\", but to {passed:?}");
    }

    /// Fails if what has the focus does not show it: an outline or a shadow around it or, where a link covers its
    /// whole card, around that.
    pub async fn focus_is_seen(&self) {
        let seen = "const focused = document.activeElement; \
            const styles = [getComputedStyle(focused), getComputedStyle(focused, '::after'), \
                ...['.card', '.hit'].map((card) => focused.closest(card)).filter(Boolean).map((e) => getComputedStyle(e))]; \
            return styles.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 \
                || style.boxShadow !== 'none')";
        assert_eq!(self.evaluate(seen).await, json!(true), "{}", self.focused().await);
    }

    /// Fails if the page is wider than the window.
    pub async fn does_not_overflow(&self, name: &str) {
        let wide = "const root = document.documentElement; return root.scrollWidth > root.clientWidth ? \
            [...document.body.querySelectorAll('*')].filter((e) => e.getBoundingClientRect().right > root.clientWidth \
            || e.getBoundingClientRect().left < 0).slice(0, 5).map((e) => e.outerHTML.slice(0, 120)) : null";
        let found = self.evaluate(wide).await;
        assert!(found.is_null(), "{name} is wider than the window: {found:#}");
    }

    /// Clicks the link to a file and gives the bytes that arrive on disk.
    pub async fn download(&self, selector: &str) -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        let here = json!({ "behavior": "allow", "downloadPath": path });
        self.devtools("Browser.setDownloadBehavior", here).await;
        self.click(selector).await;
        let began = Instant::now();
        loop {
            // Until it is complete a file has another name, while an empty one keeps the place of its own.
            let mut files = std::fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().path());
            let is_there = |file: &Path| std::fs::metadata(file).is_ok_and(|found| found.len() > 0);
            let ends = |file: &Path| file.extension().is_some_and(|end| end == "mbz");
            if let Some(file) = files.find(|file| ends(file) && is_there(file)) {
                return std::fs::read(file).unwrap();
            }
            assert!(began.elapsed() < PATIENCE, "{selector}: no file within {PATIENCE:?}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// Keeps a picture of the window as `target/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        let folder = target().join("screenshots");
        std::fs::create_dir_all(&folder).unwrap();
        // Larger files in half the time: they are looked at, not kept.
        let quickly = json!({ "format": "png", "optimizeForSpeed": true });
        let shot = self.devtools("Page.captureScreenshot", quickly).await;
        let picture = BASE64.decode(shot["data"].as_str().unwrap()).unwrap();
        std::fs::write(folder.join(format!("{name}.png")), picture).unwrap();
    }

    /// What axe-core finds on the page that is more than minor: rule, element, help.
    pub async fn axe(&self) -> Vec<String> {
        self.axe_for(Rules::All).await
    }

    /// What axe-core finds by these rules that is more than minor.
    pub async fn axe_for(&self, rules: Rules) -> Vec<String> {
        let known = self.evaluate("return typeof axe === 'object'").await;
        if known != json!(true) {
            let source = std::fs::read_to_string(axe_file()).unwrap();
            self.evaluate(&source).await;
        }
        // Of what it gives back only the findings are sent over: the rest is text about rules that were kept.
        let run = "const [rules, done] = arguments; \
            const options = { resultTypes: ['violations'], elementRef: false }; \
            if (rules) options.runOnly = { type: 'rule', values: rules }; \
            axe.run(document, options).then((found) => done(found.violations), \
            (error) => done([{ id: String(error), impact: 'critical', nodes: [{}] }]))";
        let found = self.client.execute_async(run, vec![json!(rules.names())]).await.unwrap();
        let mut lines = Vec::new();
        for rule in found.as_array().unwrap().iter().filter(|rule| rule["impact"] != "minor") {
            for node in rule["nodes"].as_array().unwrap() {
                lines.push(format!(
                    "{} {}: {} {}\n    {}",
                    rule["impact"], rule["id"], rule["help"], node["html"], node["failureSummary"]
                ));
            }
        }
        lines
    }
}

/// Which of axe-core's rules are asked.
#[derive(Clone, Copy, Debug)]
pub enum Rules {
    /// All that it asks by itself.
    All,
    /// Those whose answer depends on colours.
    Colours,
    /// Those whose answer depends on sizes and places.
    Places,
}

impl Rules {
    fn names(self) -> Option<&'static [&'static str]> {
        match self {
            Self::All => None,
            Self::Colours => Some(&["color-contrast", "link-in-text-block"]),
            Self::Places => Some(&["target-size", "scrollable-region-focusable"]),
        }
    }
}
