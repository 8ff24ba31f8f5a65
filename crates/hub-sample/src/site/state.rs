//! What a site remembers: its part of the database.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rand::RngExt;

use super::listener::Received;
use super::publish::Kind;

/// A row of `registration_hubs` (classic protocol notes, section 3.2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HubRow {
    /// What the administrator typed, without trailing slashes.
    pub hub_url: String,
    /// The hub's name, once it is known.
    pub hub_name: String,
    /// Before confirmation the secret, afterwards what the hub issued.
    pub token: String,
    /// The site's own identifier for this hub.
    pub secret: String,
    /// Whether the registration has been completed.
    pub is_confirmed: bool,
}

/// A row about something published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationRow {
    /// The hub it is on.
    pub hub_url: String,
    /// The course's id on the site.
    pub site_course_id: i64,
    /// The id the hub gave.
    pub hub_course_id: i64,
    /// Advertised or shared.
    pub kind: Kind,
}

/// How the site answers requests for its front page and its courses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Front {
    /// Status for HEAD.
    pub head: u16,
    /// Status for GET.
    pub get: u16,
    /// Where to, for statuses of redirection.
    pub location: Option<String>,
}

impl Default for Front {
    fn default() -> Self {
        Self { head: 200, get: 200, location: None }
    }
}

#[derive(Clone, Debug, Default)]
struct Tables {
    hubs: Vec<HubRow>,
    publications: Vec<PublicationRow>,
    /// Short names of the site's courses; a course's id is its place plus [`FIRST_COURSE`].
    courses: Vec<String>,
    front: Front,
    received: Vec<Received>,
}

/// Course 1 of a Moodle is its front page.
const FIRST_COURSE: i64 = 2;

/// The site's memory, shared with its listener.
#[derive(Debug, Default)]
pub(super) struct State(Mutex<Tables>);

impl State {
    fn tables(&self) -> MutexGuard<'_, Tables> {
        // Nobody leaves the tables half written: a test that panicked elsewhere may still read them.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn copy(&self) -> Self {
        let tables = Tables { received: Vec::new(), front: Front::default(), ..self.tables().clone() };
        Self(Mutex::new(tables))
    }

    pub(super) fn hub(&self, hub_url: &str) -> Option<HubRow> {
        let hub_url = hub_url.trim_end_matches('/');
        self.tables().hubs.iter().find(|row| row.hub_url == hub_url).cloned()
    }

    /// The row to register with: the one that is there, or a new one with a new secret.
    pub(super) fn begin_registration(&self, hub_url: &str, host: &str) -> HubRow {
        let hub_url = hub_url.trim_end_matches('/');
        if let Some(row) = self.hub(hub_url) {
            return row;
        }
        let secret = format!("{}{host}", random_alphanumerics());
        let row = HubRow {
            hub_url: hub_url.to_owned(),
            hub_name: String::new(),
            token: secret.clone(),
            secret,
            is_confirmed: false,
        };
        self.tables().hubs.push(row.clone());
        row
    }

    /// Completes the unconfirmed registration with exactly that address and token. False if there is none.
    pub(super) fn confirm(&self, hub_url: &str, token: &str, new_token: &str, hub_name: &str) -> bool {
        let mut tables = self.tables();
        let Some(row) = tables.hubs.iter_mut().find(|row| is_waiting(row, hub_url, token)) else {
            return false;
        };
        // Tokens are cleaned to letters and digits on arrival.
        row.token = new_token.chars().filter(char::is_ascii_alphanumeric).collect();
        hub_name.clone_into(&mut row.hub_name);
        row.is_confirmed = true;
        true
    }

    /// Drops the unconfirmed registration with exactly that address and token. False if there is none.
    pub(super) fn renew(&self, hub_url: &str, token: &str) -> bool {
        let mut tables = self.tables();
        let before = tables.hubs.len();
        tables.hubs.retain(|row| !is_waiting(row, hub_url, token));
        tables.hubs.len() < before
    }

    pub(super) fn forget_confirmation(&self, hub_url: &str) {
        let hub_url = hub_url.trim_end_matches('/');
        for row in self.tables().hubs.iter_mut().filter(|row| row.hub_url == hub_url) {
            row.token.clone_from(&row.secret);
            row.is_confirmed = false;
        }
    }

    pub(super) fn forget_hub(&self, hub_url: &str) {
        self.tables().hubs.retain(|row| row.hub_url != hub_url);
    }

    /// The id of a course, given at its first mention.
    pub(super) fn course_id(&self, short_name: &str) -> i64 {
        let mut tables = self.tables();
        let place = tables.courses.iter().position(|name| name == short_name).unwrap_or_else(|| {
            tables.courses.push(short_name.to_owned());
            tables.courses.len() - 1
        });
        FIRST_COURSE + i64::try_from(place).unwrap_or(i64::MAX - FIRST_COURSE)
    }

    pub(super) fn publications(&self) -> Vec<PublicationRow> {
        self.tables().publications.clone()
    }

    pub(super) fn add_publication(&self, row: PublicationRow) {
        let mut tables = self.tables();
        tables
            .publications
            .retain(|known| known.hub_url != row.hub_url || known.hub_course_id != row.hub_course_id);
        tables.publications.push(row);
    }

    pub(super) fn forget_publications(&self, hub_url: &str, hub_course_ids: &[i64]) {
        self.tables()
            .publications
            .retain(|row| row.hub_url != hub_url || !hub_course_ids.contains(&row.hub_course_id));
    }

    pub(super) fn front(&self) -> Front {
        self.tables().front.clone()
    }

    pub(super) fn set_front(&self, front: Front) {
        self.tables().front = front;
    }

    pub(super) fn received(&self) -> Vec<Received> {
        self.tables().received.clone()
    }

    pub(super) fn note(&self, received: Received) {
        self.tables().received.push(received);
    }
}

/// The check of the client's confirmation and renewal pages: everything byte for byte.
fn is_waiting(row: &HubRow, hub_url: &str, token: &str) -> bool {
    !row.is_confirmed && row.hub_url == hub_url && row.token == token
}

/// 32 random letters and digits: the first part of a secret.
fn random_alphanumerics() -> String {
    let mut random = rand::rng();
    (0..32).map(|_| char::from(random.sample(rand::distr::Alphanumeric))).collect()
}
