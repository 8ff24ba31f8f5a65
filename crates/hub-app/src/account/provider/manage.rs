//! Providers as staff adds, changes and removes them.

use hub_core::ProviderId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_core::sign_in_provider::{LetsIn, Provider};
use hub_core::text::cut_line;
use hub_db::Cx;
use hub_db::sign_in_provider::Written;
use serde_json::{Value, json};
use url::Url;

use super::{MOST, SEAL};
use crate::outside::oidc::{Description, OidcError};
use crate::{App, AppError, FieldErrors, Missing};

/// Characters of a label and of a client's id.
const LINE_CHARS: usize = 200;
/// Characters of an issuer's address.
const ISSUER_CHARS: usize = 500;

/// A provider as staff's pages show it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The provider.
    pub provider: Provider,
    /// Whether it has a secret.
    pub has_secret: bool,
    /// How many people are linked with it.
    pub linked: i64,
    /// How many of them have nothing else to sign in with.
    pub left_without: i64,
}

/// What staff typed of a provider.
#[derive(Clone, Debug)]
pub struct Typed {
    /// What people call it.
    pub label: String,
    /// Its address; of one that is there already it counts for nothing.
    pub issuer: String,
    /// What it calls this hub.
    pub client_id: String,
    /// Its secret; empty: the one it has stays.
    pub secret: Secret,
    /// Whether it is to have none.
    pub no_secret: bool,
    /// What is asked of it.
    pub scopes: String,
    /// A word of [`LetsIn::NAMES`].
    pub lets_in: String,
    /// The domains that word may need.
    pub domains: String,
    /// Whether its addresses are trusted.
    pub trusts_addresses: bool,
    /// Whether people are offered it.
    pub is_on: bool,
}

/// All providers, and those that are on for the sign-in page.
///
/// # Errors
/// Only ours.
pub async fn list(app: &App) -> Result<Vec<Provider>, AppError> {
    Ok(hub_db::sign_in_provider::list(app.db.read().await?.cx(), MOST).await?)
}

/// One provider with what staff wants to know of it.
///
/// # Errors
/// `NotFound`.
pub async fn show(app: &App, id: ProviderId) -> Result<Shown, AppError> {
    let mut conn = app.db.read().await?;
    let found = hub_db::sign_in_provider::by_id(conn.cx(), id).await?;
    let (provider, secret) = found.ok_or(AppError::NotFound(Missing::Provider))?;
    Ok(Shown {
        provider,
        has_secret: !secret.is_empty(),
        linked: hub_db::sign_in_provider::count_linked(conn.cx(), id).await?,
        left_without: hub_db::sign_in_provider::count_left_without(conn.cx(), id).await?,
    })
}

/// Whether a provider can be used as it is: asks it for its description and its keys.
///
/// # Errors
/// [`OidcError`] inside, which says what does not fit; `NotFound`.
pub async fn check(app: &App, id: ProviderId) -> Result<Result<(), OidcError>, AppError> {
    let shown = show(app, id).await?;
    Ok(Description::read(&app.fetch, &shown.provider.issuer).await.map(drop))
}

/// Adds a provider.
///
/// # Errors
/// `Invalid` with what is wrong; `Conflict` for one too many.
pub async fn add(app: &App, actor: Actor, typed: &Typed) -> Result<ProviderId, AppError> {
    let provider = checked(app, typed, None)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let others = hub_db::sign_in_provider::list(tx.cx(), MOST).await?;
    if i64::try_from(others.len()).is_ok_and(|others| others >= MOST) {
        return Err(AppError::Conflict(format!("a hub has {MOST} sign-in providers at most")));
    }
    if others.iter().any(|other| other.issuer == provider.issuer && other.client_id == provider.client_id) {
        let mut errors = FieldErrors::default();
        errors.add("issuer", "this hub has that provider already");
        errors.into_result()?;
    }
    let secret_sealed = sealed(app, &typed.secret);
    let written = Written { provider: &provider, secret_sealed: &secret_sealed };
    let id = hub_db::sign_in_provider::insert(tx.cx(), written, now).await?;
    let act =
        Act::new("sign_in_provider.added", Thing::Hub).after(told(&provider, !secret_sealed.is_empty()));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(id)
}

/// Changes a provider; its issuer stays, because its people are known by it.
///
/// # Errors
/// `NotFound`; `Invalid` with what is wrong; `Conflict` if no owner could sign in any more.
pub async fn change(app: &App, actor: Actor, id: ProviderId, typed: &Typed) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = hub_db::sign_in_provider::lock(tx.cx(), id).await?;
    let (before, secret_before) = found.ok_or(AppError::NotFound(Missing::Provider))?;
    let provider = Provider { id, ..checked(app, typed, Some(&before.issuer))? };
    let secret_sealed = match (typed.no_secret, typed.secret.expose().is_empty()) {
        (true, _) => String::new(),
        (false, true) => secret_before.clone(),
        (false, false) => sealed(app, &typed.secret),
    };
    if provider == before && secret_sealed == secret_before {
        return Ok(());
    }
    let written = Written { provider: &provider, secret_sealed: &secret_sealed };
    hub_db::sign_in_provider::update(tx.cx(), written, now).await?;
    prove_owner_gets_in(tx.cx()).await?;
    let mut after = told(&provider, !secret_sealed.is_empty());
    if secret_sealed != secret_before {
        after["secret"] = json!("another");
    }
    let act = Act::new("sign_in_provider.changed", Thing::Hub)
        .before(told(&before, !secret_before.is_empty()))
        .after(after);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}

/// Removes a provider: nobody signs in through it any more. Accounts stay.
///
/// # Errors
/// `NotFound`; `Conflict` if no owner could sign in any more.
pub async fn remove(app: &App, actor: Actor, id: ProviderId) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found = hub_db::sign_in_provider::lock(tx.cx(), id).await?;
    let (before, secret) = found.ok_or(AppError::NotFound(Missing::Provider))?;
    let linked = hub_db::sign_in_provider::remove(tx.cx(), id).await?;
    prove_owner_gets_in(tx.cx()).await?;
    let mut told = told(&before, !secret.is_empty());
    told["linked"] = json!(linked);
    let act = Act::new("sign_in_provider.removed", Thing::Hub).before(told);
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(tx.commit().await?)
}

/// The last owner is never locked out: one of them can sign in by something else than a provider that is off.
async fn prove_owner_gets_in(mut cx: Cx<'_>) -> Result<(), AppError> {
    let owners = hub_db::account::lock_active_owners(cx.again()).await?;
    if !owners.is_empty() || !hub_db::account::has_owner(cx).await? {
        return Ok(());
    }
    let why = "no owner could sign in any more: give one a password or a passkey first";
    Err(AppError::Conflict(why.to_owned()))
}

fn sealed(app: &App, secret: &Secret) -> String {
    if secret.expose().is_empty() {
        return String::new();
    }
    app.key.seal(&app.rng, SEAL, secret.expose()).as_str().to_owned()
}

/// A provider as the record shows it.
fn told(provider: &Provider, has_secret: bool) -> Value {
    json!({
        "label": provider.label, "issuer": provider.issuer, "client_id": provider.client_id,
        "secret": if has_secret { "set" } else { "none" }, "scopes": provider.scopes,
        "lets_in": provider.lets_in.name(), "domains": provider.lets_in.domains().join(", "),
        "trusts_addresses": provider.trusts_addresses, "on": provider.is_on,
    })
}

/// # Errors
/// `Invalid` with what is wrong with each field.
fn checked(app: &App, typed: &Typed, issuer: Option<&str>) -> Result<Provider, AppError> {
    let mut errors = FieldErrors::default();
    let label = cut_line(&typed.label, LINE_CHARS);
    if label.is_empty() {
        errors.add("label", "say what people call it, such as \"School account\"");
    }
    let issuer = issuer.unwrap_or(typed.issuer.trim());
    let is_address = Url::parse(issuer).is_ok_and(|url| app.fetch.may_carry_secrets(&url));
    if !is_address || issuer.chars().count() > ISSUER_CHARS {
        errors.add("issuer", "this is no https address");
    }
    let client_id = cut_line(&typed.client_id, LINE_CHARS);
    if client_id.is_empty() && typed.is_on {
        errors.add("client_id", "the provider cannot be on without it");
    }
    let lets_in = LetsIn::parse(&typed.lets_in, &typed.domains);
    if lets_in.is_none() {
        errors.add("domains", "write domains such as school.example, with commas between them");
    }
    errors.into_result()?;
    Ok(Provider {
        id: ProviderId(0),
        label,
        issuer: issuer.to_owned(),
        client_id,
        scopes: cut_line(&typed.scopes, LINE_CHARS),
        lets_in: lets_in.unwrap_or_default(),
        trusts_addresses: typed.trusts_addresses,
        is_on: typed.is_on,
    })
}
