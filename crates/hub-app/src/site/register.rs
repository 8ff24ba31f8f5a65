//! A Moodle site registers: new, again, moved, copied, back after leaving, or on an address that is taken.

use hub_core::act::{Act, Changed, Thing};
use hub_core::address::{AddressError, SiteAddress};
use hub_core::ids::SiteId;
use hub_core::policy::Registration as Who;
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::site::{Site, SiteInfo, SiteState};
use hub_core::text::EmailAddress;
use hub_db::Tx;
use jiff::Timestamp;

use super::apply::Said;
use super::way_back::{self, WayBack};
use super::{kept, mails, replace};
use crate::outside::fetch::Verdict;
use crate::outside::password;
use crate::{App, AppError, Missing};

/// What the administrator chose on the page that compares a moved or copied site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The same site at another address.
    Moved,
    /// A copy, which needs a secret of its own.
    Copied,
}

/// A registration as it came.
#[derive(Clone, Debug)]
pub struct Registration {
    /// The site's raw secret.
    pub secret: Secret,
    /// Where the site is.
    pub address: SiteAddress,
    /// The hub's address, as the site must get it back.
    pub hub_url: String,
    /// The hub's password, as typed.
    pub password: Option<Secret>,
    /// What the site says of itself.
    pub said: Said,
    /// What was wrong with its fields when they were read.
    pub problems: Vec<Problem>,
    /// The choice, if the page was already shown.
    pub choice: Option<Choice>,
}

/// One field that keeps a site from being registered, by its classic name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Such as `contactemail`.
    pub field: &'static str,
    /// What is wrong with it.
    pub wrong: Wrong,
}

/// What is wrong with a field of a registration.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Needed, and sent empty or, for address and secret, not at all.
    #[error("this field came empty and is needed; fill it in on your site's registration form")]
    Missing,
    /// Not the address of a site.
    #[error("{0}")]
    Address(AddressError),
    /// Not a mail address.
    #[error("this is not a mail address")]
    Mail,
    /// The hub's password is another one.
    #[error("this hub has a password for registrations, and this is not it; ask the hub's staff")]
    Password,
    /// The hub called the site, or refused to, and saw no site.
    #[error("the hub does not see a site at this address: {0}")]
    Unreachable(Verdict),
}

/// Why a site was not registered.
#[derive(Debug, thiserror::Error)]
pub enum RegisterError {
    /// Its fields: all that is wrong, at once.
    #[error("{}", sentence(.0))]
    Problems(Vec<Problem>),
    /// The hub takes no new sites.
    #[error("this hub takes no new sites at the moment; ask its staff")]
    Closed,
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for RegisterError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

fn sentence(problems: &[Problem]) -> String {
    let each: Vec<String> =
        problems.iter().map(|problem| format!("{}: {}", problem.field, problem.wrong)).collect();
    each.join("; ")
}

/// How a registration went.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Registered: the browser goes back to the site.
    Confirmed(Box<WayBack>),
    /// Known secret, other address: the administrator is asked.
    MovedOrCopied {
        /// As it is registered.
        old: Box<Site>,
        /// What the site says now.
        new: Box<SiteInfo>,
    },
    /// The secret is blocked, or the site said it is a copy: it needs a secret of its own.
    NeedsNewSecret {
        /// Blocked by staff.
        blocked: bool,
    },
    /// Another site is registered at this address, and its contact was asked.
    OldContactAsked {
        /// A mail was written now; otherwise one was within the last day.
        mailed_now: bool,
        /// The registered site has no mail address to ask.
        nobody_to_ask: bool,
        /// The mail address with most of its name hidden, so that its owner knows where to look.
        contact: String,
    },
    /// Staff decides.
    WaitsForApproval {
        /// The code of the page that shows where things stand.
        code: String,
    },
}

/// Registers a site.
///
/// # Errors
/// `Problems` names every wrong field (`password` among them); `Closed` a hub that takes no new sites.
pub async fn register(app: &App, registration: &Registration) -> Result<Outcome, RegisterError> {
    app.may_change()?;
    let hash = kept::hash(&registration.secret);
    if hub_db::registration::is_blocked(app.db.read().await?.cx(), &hash).await? {
        return Ok(Outcome::NeedsNewSecret { blocked: true });
    }
    let mut problems = registration.problems.clone();
    problems.extend(wrong_password(app, registration).await?);
    if !problems.is_empty() {
        return Err(RegisterError::Problems(problems));
    }
    check_open(app, &hash).await?;
    if registration.choice == Some(Choice::Copied) {
        return Ok(Outcome::NeedsNewSecret { blocked: false });
    }
    probe(app, &registration.address).await?;
    Ok(decide(app, registration, &hash).await?)
}

async fn wrong_password(app: &App, registration: &Registration) -> Result<Option<Problem>, AppError> {
    let policy = app.policy();
    if policy.registration != Who::Password {
        return Ok(None);
    }
    let given =
        registration.password.as_ref().map(|password| password.expose().to_owned()).unwrap_or_default();
    let right = match &policy.registration_password {
        Some(hash) => password::verify(given, hash.clone()).await?,
        None => false,
    };
    Ok((!right).then_some(Problem { field: "password", wrong: Wrong::Password }))
}

/// A closed hub knows the sites it has, and the original of a copy that unregistered for both.
async fn check_open(app: &App, hash: &str) -> Result<(), RegisterError> {
    if app.policy().registration != Who::Closed {
        return Ok(());
    }
    let mut conn = app.db.read().await?;
    if hub_db::site::live_by_secret(conn.cx(), hash).await?.is_some() {
        return Ok(());
    }
    let left = hub_db::site::left_by_secret(conn.cx(), hash).await?;
    if left.is_some_and(|site| site.cloned_at.is_some()) { Ok(()) } else { Err(RegisterError::Closed) }
}

/// Looks whether the site answers, before anything is written and after the password was checked: the hub calls no
/// address for strangers.
async fn probe(app: &App, address: &SiteAddress) -> Result<(), RegisterError> {
    let url =
        address.to_url().ok_or_else(|| AppError::internal("an address that was parsed cannot be parsed"))?;
    let report = app.fetch.probe(&url).await;
    if report.exists() {
        return Ok(());
    }
    tracing::info!(site.address = %address, "No site was seen at {address}: {report}");
    Err(RegisterError::Problems(vec![Problem { field: "url", wrong: Wrong::Unreachable(report.verdict) }]))
}

async fn decide(app: &App, registration: &Registration, hash: &str) -> Result<Outcome, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let by_secret = hub_db::site::live_by_secret(tx.cx(), hash).await?;
    let by_address = hub_db::site::live_by_address(tx.cx(), registration.address.key()).await?;
    let outcome = match (by_secret, by_address) {
        (Some(known), Some(there)) if known.id == there.id => {
            again(app, &mut tx, known, registration, now).await?
        }
        (_, Some(there)) => {
            let mailed_now = replace::ask_old_contact(app, &mut tx, &there, registration, now).await?;
            let address = EmailAddress::parse(&there.info.contact_email);
            let contact = address.as_ref().map(hidden).unwrap_or_default();
            Outcome::OldContactAsked { mailed_now, nobody_to_ask: address.is_none(), contact }
        }
        (Some(known), None) if registration.choice == Some(Choice::Moved) => {
            moved(app, &mut tx, known, registration, now).await?
        }
        (Some(known), None) => {
            let new = Box::new(registration.said.over(&known.info));
            Outcome::MovedOrCopied { old: Box::new(known), new }
        }
        (None, None) => arrive(app, &mut tx, registration, hash, now).await?,
    };
    tx.commit().await.map_err(at_the_same_time)?;
    app.wake();
    Ok(outcome)
}

/// `a…@school.example`.
fn hidden(address: &EmailAddress) -> String {
    let (name, host) = address.as_str().split_once('@').unwrap_or_default();
    format!("{}…@{host}", name.chars().take(1).collect::<String>())
}

/// Two registrations of one address at the same moment: one of them is told to try again.
fn at_the_same_time(error: hub_db::DbError) -> AppError {
    match error {
        hub_db::DbError::Conflict(_) => {
            AppError::Conflict("this site was registered at this very moment; try again".to_owned())
        }
        other => other.into(),
    }
}

async fn again(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    if site.state == SiteState::Suspended {
        return Err(AppError::Forbidden("this site is suspended on this hub; ask its staff".to_owned()));
    }
    let name_waits = registration.said.apply(&mut site);
    site.updated_at = now;
    if name_waits {
        let new_name = site.waiting_name.clone().unwrap_or_default();
        let address = site.address.as_str().to_owned();
        let old = (site.info.name.as_str(), address.as_str());
        mails::changed_site(app, tx, &site, old, (&new_name, &address), now).await?;
    }
    if site.state == SiteState::Waiting {
        let code = way_back::keep(app, tx, site.id, &registration.hub_url, &registration.secret, now).await?;
        hub_db::site::update(tx.cx(), &site).await?;
        return Ok(Outcome::WaitsForApproval { code });
    }
    finish(app, tx, site, registration, "site.registered_again", now).await
}

async fn moved(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    if site.state != SiteState::Active {
        return Err(AppError::Forbidden("this site is not active on this hub; ask its staff".to_owned()));
    }
    let old = (site.info.name.clone(), site.address.as_str().to_owned());
    mails::moved(app, tx, &site, &old.1, now).await?;
    site.address = registration.address.clone();
    site.info = registration.said.over(&site.info);
    site.in_directory = false;
    (site.waiting_name, site.waiting_address, site.cloned_at) = (None, None, None);
    site.updated_at = now;
    hub_db::registration::forget_sightings(tx.cx(), site.id).await?;
    let (name, address) = (site.info.name.clone(), site.address.as_str().to_owned());
    mails::changed_site(app, tx, &site, (&old.0, &old.1), (&name, &address), now).await?;
    finish(app, tx, site, registration, "site.moved", now).await
}

/// A site nobody here knows, or one that left before.
async fn arrive(
    app: &App,
    tx: &mut Tx,
    registration: &Registration,
    hash: &str,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let mut left = hub_db::site::left_by_address(tx.cx(), registration.address.key()).await?;
    if left.is_none() {
        left = hub_db::site::left_by_secret(tx.cx(), hash).await?;
    }
    let approval = app.policy().registration == Who::Approval;
    let state = if approval { SiteState::Waiting } else { SiteState::Active };
    let site = match left {
        Some(site) => come_back(app, tx, site, registration, hash, state, now).await?,
        None => insert(app, tx, registration, state, now).await?,
    };
    mails::new_site(app, tx, &site, now).await?;
    if approval {
        let code = way_back::keep(app, tx, site.id, &registration.hub_url, &registration.secret, now).await?;
        hub_db::site::update(tx.cx(), &site).await?;
        record(tx, &site, "site.asked", now).await?;
        return Ok(Outcome::WaitsForApproval { code });
    }
    finish(app, tx, site, registration, "site.registered", now).await
}

async fn insert(
    app: &App,
    tx: &mut Tx,
    registration: &Registration,
    state: SiteState,
    now: Timestamp,
) -> Result<Site, AppError> {
    let mut info = registration.said.over(&SiteInfo::default());
    if info.name.is_empty() {
        registration.address.as_str().clone_into(&mut info.name);
    }
    let mut site = Site {
        id: SiteId(0),
        state,
        address: registration.address.clone(),
        info,
        trusted: false,
        prioritised: false,
        in_directory: false,
        courses_per_day: None,
        identity: 1,
        waiting_name: None,
        waiting_address: None,
        registered_at: now,
        updated_at: now,
        handshake_at: None,
        last_seen_at: None,
        left_at: None,
        cloned_at: None,
        notes: String::new(),
    };
    let kept = kept::keep(app, &registration.secret);
    site.id = hub_db::site::insert(tx.cx(), &site, &kept).await.map_err(at_the_same_time)?;
    Ok(site)
}

/// The row of a site that left is used again, untrusted. With its old secret it is the same site. With another one its
/// former courses are out of its reach until staff confirms, unless it left while two copies used its registration:
/// then the copy that left cost the original its secret, and the original comes back as itself.
async fn come_back(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    hash: &str,
    state: SiteState,
    now: Timestamp,
) -> Result<Site, AppError> {
    let same_secret = hub_db::site::secret(tx.cx(), site.id).await?.is_some_and(|kept| kept.hash == hash);
    let original_of_a_clone = site.cloned_at.is_some() && site.address.key() == registration.address.key();
    let old_contact = site.info.contact_email.clone();
    if !same_secret {
        hub_db::site::set_secret(tx.cx(), site.id, &kept::keep(app, &registration.secret)).await?;
        if !original_of_a_clone {
            site.identity += 1;
        }
    }
    site.state = state;
    site.address = registration.address.clone();
    site.info = registration.said.over(&site.info);
    (site.trusted, site.prioritised, site.in_directory) = (false, false, false);
    (site.waiting_name, site.waiting_address) = (None, None);
    (site.left_at, site.cloned_at, site.handshake_at, site.last_seen_at) = (None, None, None, None);
    site.updated_at = now;
    hub_db::registration::forget_sightings(tx.cx(), site.id).await?;
    hub_db::site::update(tx.cx(), &site).await.map_err(at_the_same_time)?;
    if !same_secret {
        mails::came_back(app, tx, &site, &old_contact, original_of_a_clone, now).await?;
    }
    Ok(site)
}

async fn finish(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    act: &'static str,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let back = way_back::issue(app, tx, &mut site, &registration.hub_url, &registration.secret, now).await?;
    hub_db::site::update(tx.cx(), &site).await.map_err(at_the_same_time)?;
    mails::registered(app, tx, &site, &back.code, now).await?;
    record(tx, &site, act, now).await?;
    Ok(Outcome::Confirmed(Box::new(back)))
}

async fn record(tx: &mut Tx, site: &Site, name: &'static str, now: Timestamp) -> Result<(), AppError> {
    let act = Act::new(name, Thing::Site(site.id)).after(serde_json::json!({
        "state": site.state, "address": site.address, "name": site.info.name, "identity": site.identity,
    }));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    Ok(())
}

/// Staff accepts a site that waits: it becomes active, and its contact gets the page that sends it back.
///
/// # Errors
/// `NotFound` if there is no such site; accepting an active one is no error.
pub async fn accept(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut site = hub_db::site::lock(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Site))?;
    if site.state != SiteState::Waiting {
        return Ok(site);
    }
    site.state = SiteState::Active;
    hub_db::site::update(tx.cx(), &site).await?;
    if let Some(handshake) = hub_db::registration::newest_handshake(tx.cx(), id, now).await? {
        mails::accepted(app, &mut tx, &site, &handshake.code, now).await?;
    }
    let act = Act::new("site.accepted", Thing::Site(id)).after(serde_json::json!({ "state": site.state }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(site)
}
