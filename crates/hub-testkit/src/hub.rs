//! A hub that listens on a loopback port, with a clock that tests move.

use std::net::{IpAddr, SocketAddr};
use std::sync::OnceLock;
use std::time::Duration;

use hub_app::mail::Readable;
use hub_app::outside::blobs::Blobs;
use hub_app::outside::clamd::Clamd;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::DataKey;
use hub_app::outside::fetch::{Cidr, Fetcher, NetworkPolicy, Resolver, Table};
use hub_app::outside::mail::{Authorities, Mailer};
use hub_app::outside::random::Rng;
use hub_app::{App, AppConfig};
use hub_core::VersionId;
use hub_core::address::HubAddress;
use hub_core::rights::Actor;
use reqwest::Client;
use reqwest::redirect::Policy;
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::database::{Engine, TestDatabase};

/// When every test begins.
const START: &str = "2026-03-02T09:00:00Z";

/// What a test may want different.
#[derive(Clone, Debug, Default)]
pub struct HubOptions {
    /// Path of the hub's address: empty or such as `/Hub`.
    pub path: String,
    /// Host name of the hub's address instead of `127.0.0.1`; the port is the listening one.
    pub host: Option<String>,
    /// Other addresses the hub answers under; `{port}` stands for the listening port.
    pub aliases: Vec<String>,
    /// Which addresses it may call; without one any loopback port, where simulated sites listen.
    pub network: Option<NetworkPolicy>,
    /// Names of sites and where they lead, instead of what the system knows.
    pub names: Vec<(String, IpAddr)>,
    /// Who is asked for text records of those names; nobody, without.
    pub name_server: Option<SocketAddr>,
    /// The port of its address, if something that stands before it listens there.
    pub public_port: Option<u16>,
    /// Networks whose proxies are believed.
    pub trusted_proxies: Vec<Cidr>,
    /// How patient its doors are.
    pub limits: hub_web::Limits,
    /// Its mail server; without one mails wait.
    pub mail_url: Option<String>,
    /// Whether its captcha is as on every new hub; else it is off.
    pub checks_strangers: bool,
    /// Authorities that its mail server may be certified by.
    pub mail_authorities: Authorities,
    /// Its malware scanner.
    pub clamd: Option<Clamd>,
}

impl HubOptions {
    /// An address with capitals, a port and a path: all doors must work there.
    pub fn under_a_path() -> Self {
        Self { host: Some("LocalHost".to_owned()), path: "/Kurse/Hub".to_owned(), ..Self::default() }
    }

    fn mailer(&self) -> Option<Mailer> {
        let url = self.mail_url.as_deref()?;
        Some(
            Mailer::new(url, "Course hub <hub@hub.example>", &self.mail_authorities)
                .expect("the address of a mail server"),
        )
    }

    fn fetcher(&self) -> Fetcher {
        let policy = self.network.clone().unwrap_or_else(loopback);
        if self.names.is_empty() {
            return Fetcher::new(policy);
        }
        let table =
            self.names.iter().fold(Table::default(), |table, (name, address)| table.with(name, &[*address]));
        let table = match self.name_server {
            Some(server) => table.asking(server),
            None => table,
        };
        Fetcher::with_resolver(policy, Resolver::Table(table))
    }
}

/// Simulated sites listen on whatever loopback port is free.
fn loopback() -> NetworkPolicy {
    let allow_private = ["127.0.0.0/8", "::1/128"].map(|net| net.parse().expect("a network")).to_vec();
    NetworkPolicy { allow_private, allow_ports: (1..=u16::MAX).collect() }
}

/// A hub of a test's own.
pub struct TestHub {
    /// Its use cases.
    pub app: App,
    stop: Option<oneshot::Sender<()>>,
    port: u16,
    options: HubOptions,
    database: TestDatabase,
    folder: TempDir,
    client: OnceLock<Client>,
}

impl TestHub {
    /// Starts a hub with nothing in it.
    pub async fn start(engine: Engine) -> Self {
        Self::start_with(engine, HubOptions::default()).await
    }

    /// Starts a hub that differs.
    ///
    /// # Panics
    /// If a part of it cannot be had: tests have nothing else to do then.
    pub async fn start_with(engine: Engine, options: HubOptions) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = TestDatabase::create(engine, folder.path()).await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a loopback port");
        let port = listener.local_addr().expect("a bound port").port();
        let public_port = options.public_port.unwrap_or(port);
        let host = options.host.as_deref().unwrap_or("127.0.0.1");
        let address =
            HubAddress::parse(&format!("http://{host}:{public_port}{}", options.path)).expect("an address");
        let aliases = options.aliases.iter().map(|alias| alias.replace("{port}", &port.to_string()));
        let aliases = aliases.map(|alias| HubAddress::parse(&alias).expect("an address")).collect();
        let rng = Rng::seeded(7);
        let config = AppConfig {
            db: database.open().await,
            blobs: Blobs::in_folder(folder.path()).expect("a blob folder"),
            index: hub_search::Index::open(&folder.path().join("index")).expect("an index"),
            key: DataKey::load(folder.path(), None, &rng).expect("a key"),
            clock: Clock::manual(START.parse().expect("a time")),
            rng,
            fetch: options.fetcher(),
            mailer: options.mailer(),
            mail_authorities: options.mail_authorities.clone(),
            clamd: options.clamd.clone(),
            address,
            aliases,
            trusted_proxies: options.trusted_proxies.clone(),
        };
        let app = App::start(config).await.expect("the hub starts");
        let (stop, stopped) = oneshot::channel();
        let router = hub_web::router_within(&app, options.limits);
        tokio::spawn(hub_web::serve(listener, router, async move {
            let _ = stopped.await;
        }));
        let client = OnceLock::new();
        let hub = Self { app, stop: Some(stop), port, options, database, folder, client };
        if !hub.options.checks_strangers {
            hub.let_strangers_in().await;
        }
        hub
    }

    /// Switches the captcha off, leaving nothing in the record: simulated browsers have no scripts, and most tests are
    /// about something else.
    async fn let_strangers_in(&self) {
        let mut tx = self.app.db.begin().await.expect("a transaction");
        hub_db::setting::put(tx.cx(), "captcha", "off", self.app.clock.now()).await.expect("a setting");
        tx.commit().await.expect("a commit");
        self.app.refresh_policy().await.expect("the settings are read");
    }

    /// The hub's own address, without trailing slash.
    pub fn url(&self) -> String {
        self.app.address.as_str().to_owned()
    }

    /// What it was started with.
    pub fn options(&self) -> &HubOptions {
        &self.options
    }

    /// The port it listens on, at 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Its data folder.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// A client that follows no redirect, the same for everybody who asks this hub: making one reads all roots of the
    /// system.
    pub(crate) fn client(&self) -> Client {
        let make = || Client::builder().redirect(Policy::none()).no_proxy().build().expect("a client");
        self.client.get_or_init(make).clone()
    }

    /// Its database's address.
    pub fn database_url(&self) -> &str {
        self.database.url()
    }

    /// Changes a setting as the command line does.
    ///
    /// # Panics
    /// If the hub does not take it.
    pub async fn set(&self, key: &str, value: &str) {
        hub_app::settings::set(&self.app, Actor::CommandLine, key, value)
            .await
            .expect("the setting is taken");
    }

    /// Moves the hub's clock.
    pub fn advance(&self, by: Duration) {
        self.app.clock.advance(by);
    }

    /// All mails the hub has written, oldest first.
    ///
    /// # Panics
    /// If they cannot be read.
    pub async fn mails(&self) -> Vec<Readable> {
        let mut mails = Vec::new();
        for mail in hub_app::mail::list(&self.app, 1000).await.expect("the mails are listed") {
            mails.insert(0, hub_app::mail::show(&self.app, mail.id).await.expect("a mail is readable"));
        }
        mails
    }

    /// The mails of one kind, oldest first.
    pub async fn mails_of(&self, kind: &str) -> Vec<Readable> {
        let mut mails = self.mails().await;
        mails.retain(|mail| mail.mail.kind == kind);
        mails
    }

    /// As if the package of a version had been read by a reader that saw nothing in it, before this one.
    ///
    /// # Panics
    /// If the database refuses.
    pub async fn as_an_older_reader_saw_it(&self, id: VersionId) {
        const SQL: &str = "UPDATE report SET reader_version = 0, report = '{}'
            WHERE sha256 = (SELECT package_sha256 FROM version WHERE id = $1)";
        let mut tx = self.app.db.begin().await.expect("a transaction");
        hub_db::on!(tx.cx(), c => sqlx::query(SQL).bind(id.get()).execute(c).await.map(drop))
            .expect("the report is written");
        tx.commit().await.expect("the change is committed");
    }

    /// Runs all due jobs and brings the index up to the change feed.
    ///
    /// # Panics
    /// If the job queue cannot be read.
    pub async fn settle(&self) {
        while hub_app::jobs::run_next(&self.app).await.expect("the job queue can be read") {}
        hub_app::search::catch_up(&self.app).await.expect("the change feed can be read");
    }
}

impl Drop for TestHub {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
    }
}
