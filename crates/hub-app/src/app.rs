//! The hub at work: its parts, put together once and shared by every door.

use std::ops::Deref;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex as StdMutex, PoisonError, RwLock};

use hub_core::address::HubAddress;
use hub_core::policy::Policy;
use hub_core::vocabulary::Vocabularies;
use hub_db::Db;
use tokio::sync::{Mutex, Notify};

use crate::course::find::CourseChoices;
use crate::course::views::Views;
use crate::error::AppError;
use crate::guesses::Guesses;
use crate::kept::Kept;
use crate::outside::blobs::Blobs;
use crate::outside::clamd::Clamd;
use crate::outside::clock::Clock;
use crate::outside::crypto::DataKey;
use crate::outside::fetch::{Cidr, Fetcher};
use crate::outside::images::Pictures;
use crate::outside::mail::{Authorities, Mailer};
use crate::outside::random::Rng;
use crate::pages::Pages;
use crate::site::staff::find::SiteChoices;

/// Pictures decoded at once: each may take 160 MB for a moment.
const PICTURES_AT_ONCE: usize = 2;

/// What a hub is made of; the binary and the tests fill it in.
pub struct AppConfig {
    /// The database, migrated.
    pub db: Db,
    /// Stored bytes.
    pub blobs: Blobs,
    /// The full-text index, and the last entry of the change feed it holds.
    pub index: hub_search::Opened,
    /// The data folder's key.
    pub key: DataKey,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub rng: Rng,
    /// The only way out to addresses others chose.
    pub fetch: Fetcher,
    /// The mail server; without one mails wait.
    pub mailer: Option<Mailer>,
    /// Authorities that mail servers may be certified by, besides the public ones.
    pub mail_authorities: Authorities,
    /// The malware scanner; without one no package is scanned.
    pub clamd: Option<Clamd>,
    /// The hub's public address.
    pub address: HubAddress,
    /// Other addresses it answers under.
    pub aliases: Vec<HubAddress>,
    /// Networks whose proxies are believed what they say of the caller.
    pub trusted_proxies: Vec<Cidr>,
}

/// The hub at work. Cheap to clone.
#[derive(Clone)]
pub struct App(Arc<Inner>);

/// The parts of an [`App`].
pub struct Inner {
    /// The database.
    pub db: Db,
    /// Stored bytes.
    pub blobs: Blobs,
    /// The full-text index.
    pub index: Arc<hub_search::Index>,
    /// The data folder's key.
    pub key: DataKey,
    /// Time.
    pub clock: Clock,
    /// Randomness.
    pub rng: Rng,
    /// The only way out to addresses others chose.
    pub fetch: Fetcher,
    /// The mail server of the configuration file; see [`App::mailer`].
    configured_mailer: Option<Arc<Mailer>>,
    /// Authorities that mail servers may be certified by, besides the public ones.
    pub mail_authorities: Authorities,
    /// The malware scanner; without one no package is scanned.
    pub clamd: Option<Clamd>,
    /// The mail server of the settings, with the setting it was made of.
    set_mailer: StdMutex<Option<(String, Arc<Mailer>)>>,
    /// The hub's public address.
    pub address: HubAddress,
    /// Other addresses it answers under.
    pub aliases: Vec<HubAddress>,
    /// Networks whose proxies are believed what they say of the caller.
    pub trusted_proxies: Vec<Cidr>,
    /// Wrong passwords of the last minutes.
    pub guesses: Guesses,
    /// Decoding and encoding of pictures.
    pub pictures: Pictures,
    /// Rung when a job was enqueued.
    pub jobs_wake: Notify,
    /// Rung when the change feed grew.
    pub feed_wake: Notify,
    /// The last entry of the change feed the index holds.
    pub(crate) followed: Mutex<i64>,
    /// Whether somebody was seen to own the hub; it is never without an owner again.
    pub(crate) is_owned: AtomicBool,
    /// What the filters of staff's list of courses offer.
    pub(crate) course_choices: Kept<CourseChoices>,
    /// What the filters of staff's list of sites offer.
    pub(crate) site_choices: Kept<SiteChoices>,
    /// Views of courses that were not written yet.
    pub(crate) views: Views,
    policy: RwLock<Arc<Policy>>,
    pages: RwLock<Arc<Pages>>,
    vocabularies: RwLock<Arc<Vocabularies>>,
}

impl App {
    /// Puts the parts together and reads the policy and the vocabularies.
    pub async fn start(config: AppConfig) -> Result<Self, AppError> {
        let vocabularies = hub_db::vocabulary::all(config.db.read().await?.cx()).await?;
        let policy = hub_db::setting::policy(config.db.read().await?.cx()).await?;
        let pages = hub_db::page_text::newest(config.db.read().await?.cx()).await?;
        Ok(Self(Arc::new(Inner {
            db: config.db,
            blobs: config.blobs,
            index: Arc::new(config.index.index),
            followed: Mutex::new(config.index.last_sequence),
            key: config.key,
            clock: config.clock,
            rng: config.rng,
            fetch: config.fetch,
            course_choices: Kept::default(),
            site_choices: Kept::default(),
            configured_mailer: config.mailer.map(Arc::new),
            mail_authorities: config.mail_authorities,
            clamd: config.clamd,
            set_mailer: StdMutex::new(None),
            address: config.address,
            aliases: config.aliases,
            trusted_proxies: config.trusted_proxies,
            guesses: Guesses::default(),
            pictures: Pictures::new(PICTURES_AT_ONCE),
            jobs_wake: Notify::new(),
            feed_wake: Notify::new(),
            is_owned: AtomicBool::new(false),
            views: Views::default(),
            policy: RwLock::new(Arc::new(policy)),
            pages: RwLock::new(Arc::new(Pages::of(pages))),
            vocabularies: RwLock::new(Arc::new(vocabularies)),
        })))
    }

    /// The policy in force. Settings changed by another process are seen when its entry of the change feed is read,
    /// within a second.
    pub fn policy(&self) -> Arc<Policy> {
        Arc::clone(&self.policy.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The mail server in force: that of the settings, else that of the configuration file; without one mails wait.
    ///
    /// # Errors
    /// If the setting cannot be opened any more: the data folder has another key.
    pub fn mailer(&self) -> Result<Option<Arc<Mailer>>, AppError> {
        let policy = self.policy();
        let Some(sealed) = &policy.mail_server else { return Ok(self.configured_mailer.clone()) };
        let from = self.mail_from();
        let made_of = format!("{sealed} {from}");
        let mut kept = self.set_mailer.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, mailer)) = kept.as_ref()
            && *of == made_of
        {
            return Ok(Some(Arc::clone(mailer)));
        }
        let url = crate::mail::server::open(self, sealed)?;
        let mailer =
            Arc::new(Mailer::new(url.expose(), &from, &self.mail_authorities).map_err(AppError::internal)?);
        *kept = Some((made_of, Arc::clone(&mailer)));
        Ok(Some(mailer))
    }

    /// From whom the mails of a server of the settings are: the setting, else the configuration file's sender, else
    /// the hub's contact.
    pub(crate) fn mail_from(&self) -> String {
        let policy = self.policy();
        if !policy.mail_from.is_empty() {
            return policy.mail_from.clone();
        }
        match &self.configured_mailer {
            Some(mailer) => mailer.from(),
            None => policy.contact_email.clone(),
        }
    }

    /// The pages that staff wrote, as they stand; those written by another process are seen as the policy is.
    pub fn pages(&self) -> Arc<Pages> {
        Arc::clone(&self.pages.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the policy again, and the pages that staff wrote.
    pub async fn refresh_policy(&self) -> Result<(), AppError> {
        let mut conn = self.db.read().await?;
        let policy = hub_db::setting::policy(conn.cx()).await?;
        let pages = hub_db::page_text::newest(conn.cx()).await?;
        drop(conn);
        *self.pages.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(Pages::of(pages));
        *self.policy.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(policy);
        Ok(())
    }

    /// The vocabularies in force; those changed by another process are seen as the policy is.
    pub fn vocabularies(&self) -> Arc<Vocabularies> {
        Arc::clone(&self.vocabularies.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the vocabularies again.
    pub async fn refresh_vocabularies(&self) -> Result<(), AppError> {
        let vocabularies = hub_db::vocabulary::all(self.db.read().await?.cx()).await?;
        *self.vocabularies.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(vocabularies);
        Ok(())
    }

    /// After a commit: workers look for jobs and the index for changes.
    pub fn wake(&self) {
        self.jobs_wake.notify_one();
        self.feed_wake.notify_one();
    }

    /// Whether anybody is answered at all now.
    pub fn may_answer(&self) -> Result<(), AppError> {
        if self.policy().enabled == hub_core::policy::Enabled::Off { Err(AppError::HubOff) } else { Ok(()) }
    }

    /// Whether something may be registered or published now.
    pub fn may_change(&self) -> Result<(), AppError> {
        match self.policy().enabled {
            hub_core::policy::Enabled::On => Ok(()),
            hub_core::policy::Enabled::ReadOnly => Err(AppError::ReadOnly),
            hub_core::policy::Enabled::Off => Err(AppError::HubOff),
        }
    }
}

impl Deref for App {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
