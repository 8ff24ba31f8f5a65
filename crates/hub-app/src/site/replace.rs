//! A newcomer on a registered address: the old contact decides, by a link that works once.

use hub_core::act::{Act, Changed, Thing};
use hub_core::address::SiteAddress;
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::site::{Site, SiteInfo, SiteState};
use hub_db::Tx;
use hub_db::registration::Replacement;
use hub_db::site::SecretKept;
use jiff::{SignedDuration, Timestamp};

use super::apply::Said;
use super::register::{Registration, at_the_same_time, suspended};
use super::way_back::{self, WayBack};
use super::{kept, leave, mails};
use crate::outside::crypto::{Sealed, token_hash};
use crate::{App, AppError, Missing};

/// What newcomers are sealed for.
const PURPOSE: &str = "replacement newcomer";
/// Hours between two mails to the old contact.
const MAIL_EVERY_HOURS: i64 = 24;
/// Days a link works, and the newcomer's secret is kept.
const LINK_DAYS: i64 = 7;

#[derive(serde::Serialize, serde::Deserialize)]
struct Newcomer {
    secret: Secret,
    hub_url: String,
    address: SiteAddress,
    said: Said,
}

/// Keeps the newcomer and mails the old contact, at most once a day. Gives whether a mail was written now.
pub(super) async fn ask_old_contact(
    app: &App,
    tx: &mut Tx,
    site: &Site,
    registration: &Registration,
    now: Timestamp,
) -> Result<bool, AppError> {
    let earlier = hub_db::registration::replacement_of(tx.cx(), site.id).await?;
    let pause = SignedDuration::from_hours(MAIL_EVERY_HOURS);
    if earlier.is_some_and(|earlier| now.duration_since(earlier.mailed_at) < pause) {
        return Ok(false);
    }
    let newcomer = Newcomer {
        secret: registration.secret.clone(),
        hub_url: registration.hub_url.clone(),
        address: registration.address.clone(),
        said: registration.said.clone(),
    };
    let json = serde_json::to_string(&newcomer).map_err(AppError::internal)?;
    let link = app.rng.token();
    let replacement = Replacement {
        site_id: site.id,
        newcomer_sealed: app.key.seal(&app.rng, PURPOSE, &json).as_str().to_owned(),
        mailed_at: now,
        expires_at: now + SignedDuration::from_hours(24 * LINK_DAYS),
    };
    hub_db::registration::put_replacement(tx.cx(), &replacement, token_hash(&link).as_str(), now).await?;
    mails::replacement_link(app, tx, site, link.expose(), now).await?;
    mails::newcomer(app, tx, site, &newcomer.said.over(&SiteInfo::default()), now).await?;
    let act = Act::new("site.replacement_asked", Thing::Site(site.id))
        .after(serde_json::json!({ "name": newcomer.said.name, "address": newcomer.address.as_str() }));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    Ok(true)
}

/// The two sites of a link, to be compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// As it is registered.
    pub old: Site,
    /// As the newcomer says.
    pub new: SiteInfo,
    /// The newcomer's address.
    pub new_address: SiteAddress,
}

/// What a link is about.
///
/// # Errors
/// `NotFound` for a link that was used, has expired or never was.
pub async fn compare(app: &App, link: &Secret) -> Result<Comparison, AppError> {
    app.may_answer()?;
    let mut conn = app.db.read().await?;
    let found =
        hub_db::registration::replacement_by_link(conn.cx(), token_hash(link).as_str(), app.clock.now())
            .await?;
    let found = found.ok_or(AppError::NotFound(Missing::Link))?;
    let old =
        hub_db::site::by_id(conn.cx(), found.site_id).await?.ok_or(AppError::NotFound(Missing::Link))?;
    let Told { info, address, .. } = told(app, &found)?;
    Ok(Comparison { new: info, new_address: address, old })
}

/// What a newcomer says of itself.
#[derive(Clone, Debug)]
pub struct Told {
    /// All of it.
    pub info: SiteInfo,
    /// Its address: that of the site, perhaps written in another way.
    pub address: SiteAddress,
    /// When it asked.
    pub at: Timestamp,
}

pub(super) fn told(app: &App, found: &Replacement) -> Result<Told, AppError> {
    let newcomer = open(app, found)?;
    let info = newcomer.said.over(&SiteInfo::default());
    Ok(Told { info, address: newcomer.address, at: found.mailed_at })
}

/// The old contact confirms: the newcomer takes the registration over, with its courses, but not the trust staff gave.
/// If the newcomer's secret has a registration of its own, that one ends: one secret, one registration.
///
/// # Errors
/// As [`compare`]; `Conflict` if since the link was mailed the newcomer's secret was blocked or the site has got another
/// address; `Forbidden` if the newcomer is suspended.
pub async fn confirm(app: &App, link: &Secret) -> Result<WayBack, AppError> {
    app.may_change()?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = hub_db::registration::replacement_by_link(tx.cx(), token_hash(link).as_str(), now).await?;
    let found = found.ok_or(AppError::NotFound(Missing::Link))?;
    let (_, back) = take_over(app, &mut tx, &found, Actor::Visitor, now).await?;
    tx.commit().await.map_err(at_the_same_time)?;
    app.wake();
    Ok(back)
}

/// The newcomer gets the registration. Gives the site as it is now, and the way back to it.
pub(super) async fn take_over(
    app: &App,
    tx: &mut Tx,
    found: &Replacement,
    actor: Actor,
    now: Timestamp,
) -> Result<(Site, WayBack), AppError> {
    let newcomer = open(app, found)?;
    let kept = kept::keep(app, &newcomer.secret);
    // Secret before address, as registrations lock them.
    let former = hub_db::site::live_by_secret(tx.cx(), &kept.hash).await?;
    let site = hub_db::site::lock(tx.cx(), found.site_id).await?;
    let mut site =
        site.filter(|site| site.state == SiteState::Active).ok_or(AppError::NotFound(Missing::Link))?;
    check_newcomer(tx, &newcomer, &kept, &site).await?;
    if let Some(former) = former.filter(|former| former.id != site.id) {
        end_former(app, tx, former, &newcomer.address, now).await?;
    }
    let before =
        serde_json::json!({ "info": site.info, "address": site.address.as_str(), "trusted": site.trusted });
    site.info = newcomer.said.over(&site.info);
    site.address = newcomer.address.clone();
    (site.waiting_name, site.waiting_address) = (None, None);
    site.take_back_favours(app.policy().courses_per_site_per_day);
    (site.cloned_at, site.updated_at) = (None, now);
    hub_db::token::end_of_site(tx.cx(), site.id, "replaced", now).await?;
    hub_db::registration::forget_sightings(tx.cx(), site.id).await?;
    hub_db::field_lock::remove_all(tx.cx(), Thing::Site(site.id)).await?;
    hub_db::registration::remove_replacement(tx.cx(), site.id).await?;
    hub_db::site::set_secret(tx.cx(), site.id, &kept).await.map_err(at_the_same_time)?;
    let back = way_back::issue(app, tx, &mut site, &newcomer.hub_url, &newcomer.secret, now).await?;
    hub_db::site::update(tx.cx(), &site).await.map_err(at_the_same_time)?;
    let act = Act::new("site.replaced", Thing::Site(site.id)).before(before).after(
        serde_json::json!({ "info": site.info, "address": site.address.as_str(), "trusted": site.trusted }),
    );
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Site(site.id), now).await?;
    Ok((site, back))
}

/// A link works for days; what was true when it was mailed is looked at again.
async fn check_newcomer(
    tx: &mut Tx,
    newcomer: &Newcomer,
    kept: &SecretKept,
    site: &Site,
) -> Result<(), AppError> {
    if hub_db::registration::is_blocked(tx.cx(), &kept.hash).await? {
        return Err(AppError::Conflict(
            "the secret of the new site was blocked since this link was mailed; it must register once more, with \
             another secret"
                .to_owned(),
        ));
    }
    if newcomer.address.key() != site.address.key() {
        return Err(AppError::Conflict(
            "the site has got another address since this link was mailed, so there is nothing to replace; the new \
             site can simply register once more"
                .to_owned(),
        ));
    }
    Ok(())
}

/// The newcomer was registered elsewhere by its secret, which comes along: that registration ends, and its contact is
/// told.
async fn end_former(
    app: &App,
    tx: &mut Tx,
    former: Site,
    new_address: &SiteAddress,
    now: Timestamp,
) -> Result<(), AppError> {
    if former.state == SiteState::Suspended {
        return Err(suspended());
    }
    mails::moved(app, tx, &former, new_address, now).await?;
    leave::end(tx, former, Actor::Visitor, "site.moved_onto_another", now).await
}

fn open(app: &App, found: &Replacement) -> Result<Newcomer, AppError> {
    let sealed = Sealed::from_stored(found.newcomer_sealed.clone());
    let json = app.key.open(PURPOSE, &sealed).map_err(AppError::internal)?;
    serde_json::from_str(json.expose()).map_err(AppError::internal)
}
