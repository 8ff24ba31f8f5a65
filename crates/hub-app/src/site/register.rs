//! A Moodle site registers: new, again, moved, copied, back after leaving, or on an address that is taken.

mod decide;

pub(super) use decide::{at_the_same_time, suspended};

use std::net::IpAddr;

use hub_core::act::{Act, Changed, Thing};
use hub_core::address::{AddressError, SiteAddress};
use hub_core::ids::SiteId;
use hub_core::policy::Entrance;
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::site::{Site, SiteInfo, SiteState};

use super::apply::Said;
use super::way_back::{self, WayBack};
use super::{kept, mails};
use crate::captcha;
use crate::guesses::Wait;
use crate::outside::fetch::Verdict;
use crate::outside::password;
use crate::{App, AppError, Missing, invitation};

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
    /// Where the request comes from; wrong passwords are counted by it.
    pub from: IpAddr,
    /// What the site says of itself.
    pub said: Said,
    /// What was wrong with its fields when they were read.
    pub problems: Vec<Problem>,
    /// The choice, if the page was already shown.
    pub choice: Option<Choice>,
    /// What shows that a person sends it; `None`: they are signed in here.
    pub captcha: Option<captcha::Answer>,
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
    /// No invitation has this code, or it opens nothing any more.
    #[error(
        "this hub takes sites by invitation, and this is no invitation that is open; ask the hub's staff for one"
    )]
    Invitation,
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
    /// This address has sent too many wrong passwords; whether this one is right was not looked at.
    #[error("too many wrong passwords came from your address; try again in {} minutes", .0.minutes())]
    TooManyGuesses(Wait),
    /// The hub takes no new sites.
    #[error("this hub takes no new sites at the moment; ask its staff")]
    Closed,
    /// A stranger's new site: the captcha of [`captcha::puzzle`] comes first.
    #[error("{0}")]
    Captcha(captcha::Refused),
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
        /// The mail address with most of its name hidden, so that its owner knows where to look; without one there is
        /// nobody to ask.
        contact: Option<String>,
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
/// `Problems` names every wrong field (`password` among them); `TooManyGuesses` says how long to wait; `Closed` a hub
/// that takes no new sites.
pub async fn register(app: &App, registration: &Registration) -> Result<Outcome, RegisterError> {
    app.may_change()?;
    let hash = kept::hash(&registration.secret);
    if hub_db::registration::is_blocked(app.db.read().await?.cx(), &hash).await? {
        return Ok(Outcome::NeedsNewSecret { blocked: true });
    }
    let entrance = app.policy().entrance(is_known(app, registration, &hash).await?);
    let mut problems = registration.problems.clone();
    problems.extend(wrong_word(app, registration, entrance).await?);
    if !problems.is_empty() {
        return Err(RegisterError::Problems(problems));
    }
    if entrance == Entrance::Closed {
        return Err(RegisterError::Closed);
    }
    if registration.choice == Some(Choice::Copied) {
        return Ok(Outcome::NeedsNewSecret { blocked: false });
    }
    check_person(app, registration, &hash).await?;
    probe(app, &registration.address).await?;
    Ok(decide::decide(app, registration, &hash).await?)
}

/// What is wrong with the hub's password or the invitation, which classic forms send in the same field.
async fn wrong_word(
    app: &App,
    registration: &Registration,
    entrance: Entrance,
) -> Result<Option<Problem>, RegisterError> {
    let wrong = match entrance {
        Entrance::Password => Wrong::Password,
        Entrance::Invitation => Wrong::Invitation,
        Entrance::Open | Entrance::Waits | Entrance::Closed => return Ok(None),
    };
    let wrong = Ok(Some(Problem { field: "password", wrong }));
    let given = registration.password.as_ref().filter(|password| !password.expose().is_empty());
    // No password is no guess: Moodle's form sends it empty until somebody fills it in.
    let Some(given) = given else { return wrong };
    let policy = app.policy();
    if entrance == Entrance::Password && policy.registration_password.is_none() {
        return wrong;
    }
    let from = registration.from;
    app.guesses.begin(from, app.clock.now()).map_err(|wait| {
        let minutes = wait.minutes();
        tracing::warn!(client.address = %from, "Too many wrong passwords from {from}: it waits {minutes} minutes");
        RegisterError::TooManyGuesses(wait)
    })?;
    let is_right = match &policy.registration_password {
        _ if entrance == Entrance::Invitation => invitation::is_open(app, given).await?,
        Some(hash) => password::verify(given.expose().to_owned(), hash.clone()).await?,
        None => false,
    };
    if is_right {
        app.guesses.was_right(from);
        return Ok(None);
    }
    tracing::info!(client.address = %from, "A wrong password for registrations came from {from}");
    wrong
}

/// Whether the hub knows who registers: by the secret; or where staff has split one site in two, or as the original of
/// a copy that unregistered for both: these were told to register again, and come with another secret.
async fn is_known(app: &App, registration: &Registration, hash: &str) -> Result<bool, RegisterError> {
    let mut conn = app.db.read().await?;
    let key = registration.address.key();
    let has_secret = hub_db::site::live_by_secret(conn.cx(), hash).await?.is_some();
    let left = hub_db::site::left_by_secret(conn.cx(), hash).await?;
    let left_there = hub_db::site::left_by_address(conn.cx(), key).await?;
    let known_there = match hub_db::site::live_by_address(conn.cx(), key).await? {
        Some(there) => decide::is_split(conn.cx(), &there).await?,
        None => left_there.is_some_and(|site| decide::is_original(&site, registration)),
    };
    Ok(has_secret || known_there || left.is_some_and(|site| site.cloned_at.is_some()))
}

/// A site whose secret the hub knows was let in before; any other is asked for a person, who may be known too.
async fn check_person(app: &App, registration: &Registration, hash: &str) -> Result<(), RegisterError> {
    let Some(answer) = &registration.captcha else { return Ok(()) };
    let mut conn = app.db.read().await?;
    let is_known = hub_db::site::live_by_secret(conn.cx(), hash).await?.is_some()
        || hub_db::site::left_by_secret(conn.cx(), hash).await?.is_some();
    drop(conn);
    if is_known {
        return Ok(());
    }
    captcha::check(app, captcha::Purpose::Registration, answer).await.map_err(|error| match error {
        captcha::CaptchaError::Refused(refused) => RegisterError::Captcha(refused),
        captcha::CaptchaError::App(error) => RegisterError::App(error),
    })
}

/// Looks whether the site answers, before anything is written and after the password was checked: the hub calls no
/// address for strangers.
async fn probe(app: &App, address: &SiteAddress) -> Result<(), RegisterError> {
    let url =
        address.to_url().ok_or_else(|| AppError::internal("an address that was parsed cannot be parsed"))?;
    let report = app.fetch.probe_in_turn(&url).await.ok_or_else(|| {
        AppError::Conflict(
            "this hub looks at too many sites at this moment; try again in a minute".to_owned(),
        )
    })?;
    if report.exists() {
        return Ok(());
    }
    tracing::info!(site.address = %address, "No site was seen at {address}: {report}");
    Err(RegisterError::Problems(vec![Problem { field: "url", wrong: Wrong::Unreachable(report.verdict) }]))
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
    let code = way_back::keep_again(app, &mut tx, id, now).await?;
    mails::accepted(app, &mut tx, &site, code.as_deref(), now).await?;
    let act = Act::new("site.accepted", Thing::Site(id))
        .before(serde_json::json!({ "state": SiteState::Waiting }))
        .after(serde_json::json!({ "state": site.state }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(site)
}
