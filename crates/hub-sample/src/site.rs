//! A Moodle site as a hub sees one.
//!
//! It listens on a loopback port, answers the hub's probe and the browser's return from a registration, keeps its
//! `registration_hubs` rows in memory, and sends what the classic clients send, byte for byte (classic protocol
//! notes, sections 2 to 7). The administrator's browser is inside: [`SimulatedSite::register`] goes through the
//! hub's pages as a person would.
//!
//! ```no_run
//! use hub_sample::{course::Course, site::{Family, SimulatedSite, SiteOptions}};
//!
//! # async fn example() -> Result<(), hub_sample::site::SiteError> {
//! let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "École du Lac")).await?;
//! let hub = "http://127.0.0.1:8080";
//! site.register(hub).await?;
//! assert!(site.is_registered(hub));
//! let course = Course::new("BOT-1", "Botany", "en");
//! let version = site.publish_share(hub, &course, 2).await?;
//! let found = site.check_status(hub).await?;
//! # Ok(()) }
//! ```
//!
//! It speaks plain HTTP only; a hub with TLS needs something in front of it.

mod browser;
mod call;
mod decode;
mod encode;
mod form;
mod http;
mod info;
mod listener;
mod publish;
mod registration;
mod state;
mod value;

#[cfg(test)]
mod tests;

use std::net::SocketAddr;
use std::sync::Arc;

pub use browser::{Browser, Page};
pub use decode::{BadReply, Reply};
pub use http::Answer;
pub use info::SiteInfo;
pub use listener::Received;
pub use publish::{Found, Kind};
pub use registration::{Leave, Outcome};
pub use state::{Front, HubRow, PublicationRow};
pub use value::Wire;

use state::State;

/// Which generation of clients the site is (classic protocol notes, section 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// Moodle 2.0 to 3.0: Zend's XML-RPC client, asks for the signature before every call.
    Zend,
    /// Moodle 3.1 to 3.3: PHP's extension; non-ASCII text byte by byte as references.
    ExtUnpatched,
    /// Moodle 3.2.5, 3.3.2 and later with the hub plug-ins: the same with raw UTF-8.
    ExtPatched,
    /// Moodle 3.9 to 3.11 with the mebis plug-ins: other parameters.
    Mebis,
    /// Moodle 3.4 and later, registration in the core: REST with JSON.
    CoreRest,
}

impl Family {
    /// All of them, oldest first.
    pub const ALL: [Self; 5] =
        [Self::Zend, Self::ExtUnpatched, Self::ExtPatched, Self::Mebis, Self::CoreRest];

    /// Version number and release text of a typical Moodle of that family.
    pub fn moodle(self) -> (&'static str, &'static str) {
        match self {
            Self::Zend => ("2014051200.00", "2.7 (Build: 20140512)"),
            Self::ExtUnpatched => ("2017051501.03", "3.3.1+ (Build: 20170727)"),
            Self::ExtPatched => ("2018051700.00", "3.5 (Build: 20180517)"),
            Self::Mebis => ("2021051700.00", "3.11 (Build: 20210517)"),
            Self::CoreRest => ("2024100700.00", "4.5 (Build: 20241007)"),
        }
    }
}

/// How a simulated site is.
#[derive(Clone, Debug)]
pub struct SiteOptions {
    /// Which client it has.
    pub family: Family,
    /// What it tells about itself.
    pub info: SiteInfo,
    /// Its public address; without one it is the listener's. `{port}` stands for the listener's port. The browser inside
    /// reaches the listener under either.
    pub wwwroot: Option<String>,
    /// Path below the listener's root, `/moodle` or empty.
    pub path: String,
    /// Whether uploads ask first (`Expect: 100-continue`), as curl does for larger bodies.
    pub expects_continue: bool,
}

impl SiteOptions {
    /// A site of that family and name, everything else usual.
    pub fn new(family: Family, name: impl Into<String>) -> Self {
        Self {
            family,
            info: SiteInfo::new(family, name),
            wwwroot: None,
            path: String::new(),
            expects_continue: false,
        }
    }
}

/// What can go wrong on the site's side.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// The hub refused the call.
    #[error("the hub refused: {text}")]
    Fault {
        /// The number; clients pass over it.
        code: i64,
        /// The text, with `| ERRORCODE: ` and the machine word at its end.
        text: String,
    },
    /// The hub answered another status than 200: the clients from 3.1 on take this for a null result without a word.
    #[error("the hub answered with status {0}")]
    Status(u16),
    /// The reply is not what the client can read.
    #[error(transparent)]
    BadReply(#[from] BadReply),
    /// The result has another form than the client expects.
    #[error("the hub's result has another form than expected: {0}")]
    Unexpected(serde_json::Value),
    /// There is no confirmed registration with that hub.
    #[error("the site is not registered with {0}")]
    NotRegistered(String),
    /// The page has no form with that button or field.
    #[error("the page {0} has no form with the field {1}")]
    NoSuchForm(String, String),
    /// The connection failed.
    #[error("the connection failed")]
    Connection(#[from] std::io::Error),
    /// The browser's request failed.
    #[error("the browser's request failed")]
    Browser(#[from] reqwest::Error),
    /// The address cannot be called.
    #[error("{0} cannot be called: only http addresses can")]
    Unsupported(String),
    /// The answer is no proper HTTP.
    #[error("the answer is broken: {0}")]
    Broken(&'static str),
    /// Nothing came in time.
    #[error("no answer in time")]
    Timeout,
}

impl SiteError {
    /// The machine word of a refusal, as `invalidtoken`.
    pub fn error_code(&self) -> Option<&str> {
        match self {
            Self::Fault { text, .. } => text.rsplit_once("ERRORCODE: ").map(|(_, code)| code.trim()),
            _ => None,
        }
    }
}

/// A running site; it stops when dropped.
#[derive(Debug)]
pub struct SimulatedSite {
    options: SiteOptions,
    wwwroot: String,
    address: SocketAddr,
    state: Arc<State>,
    browser: Browser,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for SimulatedSite {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl SimulatedSite {
    /// Starts a site on a free loopback port.
    ///
    /// # Errors
    /// If no port can be listened on.
    pub async fn start(options: SiteOptions) -> Result<Self, SiteError> {
        Self::start_with(options, State::default()).await
    }

    async fn start_with(options: SiteOptions, state: State) -> Result<Self, SiteError> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let local = format!("http://{address}{}", options.path);
        let port = address.port().to_string();
        let wwwroot =
            options.wwwroot.as_ref().map_or_else(|| local.clone(), |root| root.replace("{port}", &port));
        let state = Arc::new(state);
        let server = tokio::spawn(listener::serve(listener, options.path.clone(), Arc::clone(&state)));
        let browser = Browser::new(vec![(wwwroot.clone(), local)])?;
        Ok(Self { options, wwwroot, address, state, browser, server })
    }

    /// A second site made from a copy of this one's database, as people do for tests: other address, same secret, same
    /// tokens, same publications.
    ///
    /// # Errors
    /// If no port can be listened on.
    pub async fn copy(&self) -> Result<Self, SiteError> {
        let options = SiteOptions { wwwroot: None, ..self.options.clone() };
        Self::start_with(options, self.state.copy()).await
    }

    /// The same site after a move: other address, the old one gone with the old site.
    ///
    /// # Errors
    /// If no port can be listened on.
    pub async fn moved(self) -> Result<Self, SiteError> {
        self.copy().await
    }

    /// The site's address without trailing slash.
    pub fn wwwroot(&self) -> &str {
        &self.wwwroot
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Which client it has.
    pub fn family(&self) -> Family {
        self.options.family
    }

    /// What it tells about itself.
    pub fn info(&self) -> &SiteInfo {
        &self.options.info
    }

    /// Changes what it tells about itself, from the next call on.
    pub fn set_info(&mut self, info: SiteInfo) {
        self.options.info = info;
    }

    /// How it answers whoever asks for its front page, the hub's probe above all.
    pub fn set_front(&self, front: Front) {
        self.state.set_front(front);
    }

    /// Every request it got, oldest first.
    pub fn received(&self) -> Vec<Received> {
        self.state.received()
    }

    /// The administrator's browser.
    pub fn browser(&self) -> &Browser {
        &self.browser
    }

    /// The row about that hub, if there is one.
    pub fn hub(&self, hub_url: &str) -> Option<HubRow> {
        self.state.hub(hub_url)
    }

    /// Whether a registration with that hub has been completed.
    pub fn is_registered(&self, hub_url: &str) -> bool {
        self.hub(hub_url).is_some_and(|row| row.is_confirmed)
    }

    /// Puts the row about a hub back to before its confirmation, as a database restored from an older copy has it: the
    /// next registration uses the old secret again, and a hub that knows the secret asks whether the site was moved
    /// or copied. Without a row nothing changes.
    pub fn forget_confirmation(&self, hub_url: &str) {
        self.state.forget_confirmation(hub_url);
    }

    /// Forgets all about a hub without telling it, as a new database does: the next registration has a new secret.
    pub fn forget_hub(&self, hub_url: &str) {
        self.state.forget_hub(hub_url.trim_end_matches('/'));
    }

    /// What it has published.
    pub fn publications(&self) -> Vec<PublicationRow> {
        self.state.publications()
    }
}
