//! What a registration is: new, again, moved, back, or a newcomer on a registered address.

use hub_core::act::{Act, Changed, Thing};
use hub_core::ids::SiteId;
use hub_core::policy::Entrance;
use hub_core::rights::Actor;
use hub_core::site::{Site, SiteInfo, SiteState};
use hub_core::text::EmailAddress;
use hub_db::{Cx, Tx};
use jiff::{SignedDuration, Timestamp};

use super::{Choice, Outcome, Registration};
use crate::site::{kept, locks, mails, replace, sighting, way_back};
use crate::{App, AppError, invitation};

pub(super) async fn decide(app: &App, registration: &Registration, hash: &str) -> Result<Outcome, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let by_secret = hub_db::site::live_by_secret(tx.cx(), hash).await?;
    let by_address = hub_db::site::live_by_address(tx.cx(), registration.address.key()).await?;
    if by_secret.as_ref().is_some_and(|known| known.state == SiteState::Suspended) {
        return Err(suspended());
    }
    let outcome = match (by_secret, by_address) {
        (Some(known), Some(there)) if known.id == there.id => {
            again(app, &mut tx, known, registration, now).await?
        }
        (_, Some(there)) if there.state == SiteState::Waiting => {
            return waits_already(tx, &there, registration, now).await;
        }
        (_, Some(there)) if there.state == SiteState::Suspended => return Err(suspended()),
        (None, Some(there)) if is_split(tx.cx(), &there).await? && is_original(&there, registration) => {
            return_of_original(app, &mut tx, there, registration, now).await?
        }
        (_, Some(there)) => {
            let mailed_now = replace::ask_old_contact(app, &mut tx, &there, registration, now).await?;
            let contact = EmailAddress::parse(&there.info.contact_email).as_ref().map(hidden);
            Outcome::OldContactAsked { mailed_now, contact }
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
pub(in crate::site) fn at_the_same_time(error: hub_db::DbError) -> AppError {
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
    // The same address may be spelled otherwise: the way back is built from what the site says now.
    let before = site.clone();
    site.address = registration.address.clone();
    let name_waits = registration.said.apply(&mut site);
    locks::hold(tx, &before, &mut site, &registration.said, Some(&registration.address), now).await?;
    site.updated_at = now;
    if name_waits && site.waiting_name.is_some() {
        let new_name = site.waiting_name.clone().unwrap_or_default();
        let address = site.address.as_str().to_owned();
        let old = (site.info.name.as_str(), address.as_str());
        mails::changed_site(app, tx, &site, old, (&new_name, &address), now).await?;
    }
    if site.state == SiteState::Waiting {
        return wait(app, tx, site, registration, now).await;
    }
    finish(app, tx, (Some(&before), site), registration, "site.registered_again", now).await
}

async fn moved(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let old = (site.info.name.clone(), site.address.as_str().to_owned());
    mails::moved(app, tx, &site, &registration.address, now).await?;
    let before = site.clone();
    // Whoever moves with the secret says where the site is now.
    hub_db::field_lock::remove(tx.cx(), Thing::Site(site.id), "address").await?;
    site.address = registration.address.clone();
    site.info = registration.said.over(&site.info);
    locks::hold(tx, &before, &mut site, &registration.said, None, now).await?;
    site.in_directory = false;
    (site.waiting_name, site.waiting_address) = (None, None);
    site.updated_at = now;
    let (name, address) = (site.info.name.clone(), site.address.as_str().to_owned());
    mails::changed_site(app, tx, &site, (&old.0, &old.1), (&name, &address), now).await?;
    if site.state == SiteState::Waiting {
        return wait(app, tx, site, registration, now).await;
    }
    finish(app, tx, (Some(&before), site), registration, "site.moved", now).await
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
        // A copy that unregistered for both must not take the original's place without being asked.
        if let Some(known) = left.as_ref().filter(|site| site.cloned_at.is_some())
            && registration.choice != Some(Choice::Moved)
        {
            let new = Box::new(registration.said.over(&known.info));
            return Ok(Outcome::MovedOrCopied { old: Box::new(known.clone()), new });
        }
    }
    let original = left.as_ref().is_some_and(|site| is_original(site, registration));
    let was_copied = left.as_ref().is_some_and(|site| site.cloned_at.is_some());
    let entrance = app.policy().entrance(original || was_copied);
    let approval = entrance == Entrance::Waits;
    let state = if approval { SiteState::Waiting } else { SiteState::Active };
    let before = left.clone();
    let site = match left {
        Some(site) => come_back(app, tx, site, registration, hash, state, now).await?,
        None => insert(app, tx, registration, state, now).await?,
    };
    mails::new_site(app, tx, &site, now).await?;
    if entrance == Entrance::Invitation {
        invitation::spend(tx, site.id, registration.password.as_ref(), now).await?;
    }
    if approval {
        record(tx, before.as_ref(), &site, "site.asked", now).await?;
        return wait(app, tx, site, registration, now).await;
    }
    finish(app, tx, (before.as_ref(), site), registration, "site.registered", now).await
}

/// What a site says over what it said before, by its address if that leaves it without a name.
fn named(registration: &Registration, before: &SiteInfo) -> SiteInfo {
    let mut info = registration.said.over(before);
    if info.name.is_empty() {
        registration.address.as_str().clone_into(&mut info.name);
    }
    info
}

async fn insert(
    app: &App,
    tx: &mut Tx,
    registration: &Registration,
    state: SiteState,
    now: Timestamp,
) -> Result<Site, AppError> {
    let mut site = Site {
        id: SiteId(0),
        state,
        address: registration.address.clone(),
        info: named(registration, &SiteInfo::default()),
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
    let original_of_a_clone = is_original(&site, registration);
    let old_contact = site.info.contact_email.clone();
    let before = site.clone();
    if !same_secret {
        // Another installation begins anew.
        hub_db::field_lock::remove_all(tx.cx(), Thing::Site(site.id)).await?;
        hub_db::site::set_secret(tx.cx(), site.id, &kept::keep(app, &registration.secret)).await?;
        if !original_of_a_clone {
            site.identity += 1;
            // What it does not say is not its predecessor's: least of all the contact, who is mailed the way back.
            site.info = SiteInfo::default();
        }
        site.take_back_favours(app.policy().courses_per_site_per_day);
    }
    site.state = state;
    site.address = registration.address.clone();
    site.info = named(registration, &site.info);
    hub_db::field_lock::remove(tx.cx(), Thing::Site(site.id), "address").await?;
    locks::hold(tx, &before, &mut site, &registration.said, None, now).await?;
    (site.trusted, site.prioritised, site.in_directory) = (false, false, false);
    (site.waiting_name, site.waiting_address) = (None, None);
    (site.left_at, site.cloned_at, site.handshake_at, site.last_seen_at) = (None, None, None, None);
    site.updated_at = now;
    hub_db::site::update(tx.cx(), &site).await.map_err(at_the_same_time)?;
    if !same_secret {
        mails::came_back(app, tx, &site, &old_contact, original_of_a_clone, now).await?;
    }
    Ok(site)
}

async fn finish(
    app: &App,
    tx: &mut Tx,
    (before, mut site): (Option<&Site>, Site),
    registration: &Registration,
    act: &'static str,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    // Earlier tokens end here, so whatever installations spoke before, one speaks from now on.
    hub_db::registration::forget_sightings(tx.cx(), site.id).await?;
    site.cloned_at = None;
    let heard = sighting::heard(Some(&registration.address), &registration.said);
    sighting::note(tx, &mut site, &heard, now).await?;
    hub_db::token::end_of_site(tx.cx(), site.id, "handshake", now).await?;
    let back = way_back::issue(app, tx, &mut site, &registration.hub_url, &registration.secret, now).await?;
    hub_db::site::update(tx.cx(), &site).await.map_err(at_the_same_time)?;
    mails::registered(app, tx, &site, &back.code, now).await?;
    record(tx, before, &site, act, now).await?;
    Ok(Outcome::Confirmed(Box::new(back)))
}

/// Keeps a site waiting for staff, with the page that shows so.
async fn wait(
    app: &App,
    tx: &mut Tx,
    site: Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let code = way_back::keep(app, tx, site.id, &registration.hub_url, &registration.secret, now).await?;
    hub_db::site::update(tx.cx(), &site).await?;
    Ok(Outcome::WaitsForApproval { code })
}

/// The act of registering the address of a site that waits, with another secret.
const ASKED_BY_ANOTHER: &str = "site.asked_by_another";

/// The address of a site that waits, with another secret: the first request stands as it was, or else staff would accept
/// one site and let in another. That somebody else asked is kept for staff, at most once a day; whoever made the first
/// request and has lost its secret asks staff to refuse it.
async fn waits_already(
    mut tx: Tx,
    site: &Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let since = now - SignedDuration::from_hours(24);
    let record = hub_db::audit::of_thing(tx.cx(), ("site", site.id.get()), 1).await?;
    let known = record.first().is_some_and(|last| last.act == ASKED_BY_ANOTHER && last.at > since);
    if !known {
        let said = registration.said.over(&SiteInfo::default());
        let act = Act::new(ASKED_BY_ANOTHER, Thing::Site(site.id)).after(serde_json::json!({
            "name": said.name, "contact_name": said.contact_name, "contact_email": said.contact_email,
        }));
        hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
        tx.commit().await?;
    }
    Err(AppError::Conflict(
        "a request to register this address, with another secret, waits for the hub's staff; if it was yours, ask \
         them to refuse it, then register once more"
            .to_owned(),
    ))
}

pub(in crate::site) fn suspended() -> AppError {
    AppError::Forbidden("this site is suspended on this hub; ask its staff".to_owned())
}

/// Whether staff split the site: it is registered, was used by two installations, and has no token.
pub(super) async fn is_split(cx: Cx<'_>, site: &Site) -> Result<bool, AppError> {
    let cloned = site.state == SiteState::Active && site.cloned_at.is_some();
    Ok(cloned && hub_db::token::live_of_site(cx, site.id).await?.is_none())
}

/// Whether a registration comes from the original of two copies that shared a registration, which cost it its secret:
/// it says the registered address and the registered contact, which only the hub's staff and the two copies know. A site
/// without a contact has nothing that only they know.
pub(super) fn is_original(site: &Site, registration: &Registration) -> bool {
    let said = registration.said.contact_email.as_deref().and_then(EmailAddress::parse);
    let same_contact =
        said.is_some_and(|said| said.as_str().eq_ignore_ascii_case(site.info.contact_email.trim()));
    site.cloned_at.is_some() && site.address.key() == registration.address.key() && same_contact
}

/// One of the two copies that staff split comes back at the registered address: it is the site.
async fn return_of_original(
    app: &App,
    tx: &mut Tx,
    mut site: Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<Outcome, AppError> {
    let old_contact = site.info.contact_email.clone();
    let before = site.clone();
    let kept = kept::keep(app, &registration.secret);
    hub_db::site::set_secret(tx.cx(), site.id, &kept).await.map_err(at_the_same_time)?;
    site.address = registration.address.clone();
    site.info = registration.said.over(&site.info);
    locks::hold(tx, &before, &mut site, &registration.said, None, now).await?;
    site.take_back_favours(app.policy().courses_per_site_per_day);
    (site.waiting_name, site.waiting_address) = (None, None);
    site.updated_at = now;
    mails::came_back(app, tx, &site, &old_contact, true, now).await?;
    finish(app, tx, (Some(&before), site), registration, "site.registered_again", now).await
}

/// Keeps what a site was, if the hub knew it, and what it is.
async fn record(
    tx: &mut Tx,
    before: Option<&Site>,
    site: &Site,
    name: &'static str,
    now: Timestamp,
) -> Result<(), AppError> {
    let standing = |site: &Site| {
        serde_json::json!({
            "state": site.state, "address": site.address.as_str(), "name": site.info.name,
            "identity": site.identity,
        })
    };
    let before = before.map_or(serde_json::Value::Null, standing);
    let act = Act::new(name, Thing::Site(site.id)).before(before).after(standing(site));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    Ok(())
}
