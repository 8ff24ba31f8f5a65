//! Opens a hub's data: for `serve` with everything, for other commands without the search index, which belongs to the
//! running `serve`.

use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use anyhow::{Context as _, bail};
use hub_app::outside::blobs::Blobs;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::DataKey;
use hub_app::outside::fetch::Fetcher;
use hub_app::outside::random::Rng;
use hub_app::{App, AppConfig};
use hub_core::address::HubAddress;
use hub_core::secret::Secret;
use hub_db::Db;

use crate::configuration::Configuration;

/// What `serve` notes for the commands beside it: under which address it answers, and on which database.
const SERVED: &str = "served.toml";

#[derive(Debug, serde::Serialize, serde::Deserialize)]
struct Served {
    url: String,
    engine: String,
}

/// Opens a hub for a command. Search is empty here; what a command writes is found by the running `serve` within a
/// second, or at its next start.
///
/// # Errors
/// If a part of it cannot be opened; the words say what to do.
pub async fn open(configuration: &Configuration) -> anyhow::Result<App> {
    create_folder(&configuration.data)?;
    let served = served(&configuration.data);
    let address = match (&configuration.url, &served) {
        (Some(url), _) => url.clone(),
        (None, Some(served)) => HubAddress::parse(&served.url).context("the noted address of the hub")?,
        (None, None) => listening_address(configuration)?,
    };
    if let Some(served) = served.filter(|served| served.engine != engine(configuration)) {
        bail!(
            "this hub was last served on {}, but this command would use {}; give it the same database_url \
             (COURSEHUB_DATABASE_URL or --config)",
            served.engine,
            engine(configuration),
        );
    }
    let index = hub_search::Index::in_memory()?;
    let fetch = Fetcher::new(configuration.network.clone());
    assemble(configuration, hub_search::Opened { index, last_sequence: 0 }, address, fetch).await
}

/// Puts a hub together over an index.
///
/// # Errors
/// If a part of it cannot be opened; the words say what to do.
pub async fn assemble(
    configuration: &Configuration,
    index: hub_search::Opened,
    address: HubAddress,
    fetch: Fetcher,
) -> anyhow::Result<App> {
    let rng = Rng::system();
    let given = std::env::var("COURSEHUB_KEY").ok().map(Secret::new);
    let parts = AppConfig {
        db: open_database(configuration).await?,
        blobs: blobs(configuration)?,
        index,
        key: DataKey::load(&configuration.data, given.as_ref(), &rng)?,
        clock: Clock::System,
        rng,
        fetch,
        mailer: configuration.mailer()?,
        mail_authorities: configuration.mail_authorities.clone(),
        clamd: configuration.clamd.clone(),
        address,
        aliases: configuration.aliases.clone(),
        trusted_proxies: configuration.trusted_proxies.clone(),
    };
    Ok(App::start(parts).await?)
}

/// Opens the database and brings its tables to this version.
///
/// # Errors
/// If it cannot be reached or is newer than this program.
pub async fn open_database(configuration: &Configuration) -> anyhow::Result<Db> {
    if let Some(url) = &configuration.database_url {
        return Db::open(url.expose()).await.with_context(|| {
            let shown = crate::configuration::masked(url.expose());
            format!("the database {shown} cannot be opened; is it running, and may this user connect?")
        });
    }
    let path = configuration.data.join("hub.sqlite");
    Db::open_sqlite(&path).await.with_context(|| {
        format!("{} cannot be opened; may this user write it, and is there space?", path.display())
    })
}

/// Opens the store of packages and pictures.
///
/// # Errors
/// If its folder cannot be made or the address names no store.
pub fn blobs(configuration: &Configuration) -> anyhow::Result<Blobs> {
    Ok(match &configuration.blob_url {
        Some(url) => Blobs::at_url(&configuration.data, url)?,
        None => Blobs::in_folder(&configuration.data)?,
    })
}

/// Makes the data folder, for its owner only.
///
/// # Errors
/// If it cannot be made.
pub fn create_folder(folder: &Path) -> anyhow::Result<()> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(folder).with_context(|| {
        format!("the data folder {} cannot be made; choose another with --data", folder.display())
    })
}

/// The address if none is configured: where the hub listens.
///
/// # Errors
/// Never for an address that can be listened on.
pub fn listening_address(configuration: &Configuration) -> anyhow::Result<HubAddress> {
    let mut listen = configuration.listen;
    if listen.ip().is_unspecified() {
        listen.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
    }
    Ok(HubAddress::parse(&format!("http://{listen}"))?)
}

/// The database's kind, for people.
pub fn engine(configuration: &Configuration) -> &'static str {
    let url = configuration.database_url.as_ref().map_or("", Secret::expose);
    if url.starts_with("postgres") { "PostgreSQL" } else { "SQLite" }
}

/// Notes for the commands beside `serve` what they cannot know.
///
/// # Errors
/// If the data folder cannot be written.
pub fn note_served(configuration: &Configuration, address: &HubAddress) -> anyhow::Result<()> {
    let served = Served { url: address.as_str().to_owned(), engine: engine(configuration).to_owned() };
    let path = configuration.data.join(SERVED);
    std::fs::write(&path, toml::to_string(&served)?)
        .with_context(|| format!("{} cannot be written", path.display()))
}

fn served(data: &Path) -> Option<Served> {
    toml::from_str(&std::fs::read_to_string(data.join(SERVED)).ok()?).ok()
}
