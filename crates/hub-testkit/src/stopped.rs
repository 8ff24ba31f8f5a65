//! The data of a hub that ran in a process of its own, looked at and aged while that process does not run.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hub_app::jobs::{self, Job};
use hub_app::outside::blobs::Blobs;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::DataKey;
use hub_app::outside::fetch::{Fetcher, NetworkPolicy};
use hub_app::outside::random::Rng;
use hub_app::{App, AppConfig};
use hub_core::act::Changed;
use hub_core::address::HubAddress;
use hub_core::{SiteId, VersionId};
use hub_db::{Db, on};
use jiff::{SignedDuration, Timestamp};

/// A data folder and its database, without a hub.
///
/// All functions panic if the database refuses: a test has nothing else to do then.
#[derive(Clone, Debug)]
pub struct StoppedHub {
    db: Db,
    folder: PathBuf,
}

#[expect(clippy::missing_panics_doc, reason = "said once, at the type")]
impl StoppedHub {
    /// Opens the database at `database_url` and remembers the data folder.
    pub async fn open(database_url: &str, folder: &Path) -> Self {
        let db = Db::open(database_url).await.expect("the database opens");
        Self { db, folder: folder.to_owned() }
    }

    /// Trusts every site and lifts its quota, past all rules.
    pub async fn trust_every_site(&self) {
        let now = Timestamp::now();
        let mut tx = self.db.begin().await.expect("a transaction");
        for mut site in hub_db::site::list(tx.cx(), SiteId(0), 1000).await.expect("the sites") {
            site.trusted = true;
            site.courses_per_day = Some(None);
            hub_db::site::update(tx.cx(), &site).await.expect("the site is written");
            hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await.expect("the feed is written");
        }
        tx.commit().await.expect("the change is committed");
    }

    /// As if some minutes had passed: the jobs a killed worker held are free again.
    pub async fn let_leases_run_out(&self) {
        const SQL: &str = "UPDATE job SET leased_until = 0";
        let mut tx = self.db.begin().await.expect("a transaction");
        on!(tx.cx(), c => sqlx::query(SQL).execute(c).await.map(drop)).expect("the leases are written");
        tx.commit().await.expect("the change is committed");
    }

    /// As if every site had been sent home eleven minutes ago.
    pub async fn handshakes_were_long_ago(&self) {
        const SQL: &str = "UPDATE site SET handshake_at = $1";
        let then = hub_db::millis(Timestamp::now() - SignedDuration::from_mins(11));
        let mut tx = self.db.begin().await.expect("a transaction");
        on!(tx.cx(), c => sqlx::query(SQL).bind(then).execute(c).await.map(drop))
            .expect("the sites are written");
        tx.commit().await.expect("the change is committed");
    }

    /// As if every version had been sent so many hours ago.
    pub async fn versions_were_sent_hours_ago(&self, hours: i64) {
        const SQL: &str = "UPDATE version SET created_at = $1";
        let then = hub_db::millis(Timestamp::now() - SignedDuration::from_hours(hours));
        let mut tx = self.db.begin().await.expect("a transaction");
        on!(tx.cx(), c => sqlx::query(SQL).bind(then).execute(c).await.map(drop))
            .expect("the versions are written");
        tx.commit().await.expect("the change is committed");
    }

    /// As if a day had passed: what nothing uses is purged.
    pub async fn purge(&self) {
        let rng = Rng::seeded(9);
        let config = AppConfig {
            db: self.db.clone(),
            blobs: Blobs::in_folder(&self.folder).expect("a blob folder"),
            index: hub_search::Index::open(&self.folder.join("index")).expect("an index"),
            key: DataKey::load(&self.folder, None, &rng).expect("a key"),
            clock: Clock::manual(Timestamp::now() + SignedDuration::from_hours(25)),
            rng,
            fetch: Fetcher::new(NetworkPolicy::default()),
            mailer: None,
            mail_authorities: hub_app::outside::mail::Authorities::default(),
            clamd: None,
            address: HubAddress::parse("http://127.0.0.1").expect("an address"),
            aliases: Vec::new(),
            trusted_proxies: Vec::new(),
        };
        let app = App::start(config).await.expect("the hub starts");
        app.blobs.sweep_staging().await.expect("the staging folder can be swept");
        let now = app.clock.now();
        let mut tx = app.db.begin().await.expect("a transaction");
        Job::PurgeBlobs.enqueue(tx.cx(), now).await.expect("the job is written");
        tx.commit().await.expect("the job is committed");
        while jobs::run_next(&app).await.expect("the job queue can be read") {}
    }

    /// State and codes of the package of a version, as `refused truncated`.
    pub async fn package_state(&self, version_id: i64) -> String {
        let mut conn = self.db.read().await.expect("a connection");
        let version = hub_db::version::by_id(conn.cx(), VersionId(version_id)).await.expect("the version");
        let package = version.expect("there is such a version").package;
        [package.name().to_owned()].into_iter().chain(package.codes()).collect::<Vec<_>>().join(" ")
    }

    /// SHA-256 of every blob that has a row.
    pub async fn blob_rows(&self) -> BTreeSet<String> {
        self.hashes("SELECT sha256 FROM blob").await
    }

    /// SHA-256 of every blob that something uses.
    pub async fn blobs_in_use(&self) -> BTreeSet<String> {
        self.hashes("SELECT sha256 FROM blob_use").await
    }

    async fn hashes(&self, sql: &'static str) -> BTreeSet<String> {
        let mut conn = self.db.read().await.expect("a connection");
        let found = on!(conn.cx(), c => sqlx::query_scalar::<_, String>(sql).fetch_all(c).await);
        found.expect("the blobs can be read").into_iter().collect()
    }

    /// SHA-256 of every file in the blob folder, by its name.
    pub fn blob_files(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for shard in names(&self.folder.join("blobs")) {
            found.extend(names(&self.folder.join("blobs").join(&shard)).map(|rest| format!("{shard}{rest}")));
        }
        found
    }

    /// Files in the staging folder.
    pub fn staged_files(&self) -> usize {
        names(&self.folder.join("staging")).count()
    }

    /// Closes the database.
    pub async fn close(self) {
        self.db.close().await;
    }
}

fn names(folder: &Path) -> impl Iterator<Item = String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
}
