//! The way back from a provider: who came, and which account that is.

use hub_core::account::AccountState;
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::sign_in_provider::Provider;
use hub_core::text::{EmailAddress, cut_line};
use hub_core::{AccountId, ProviderId};
use hub_db::{DbError, Tx};
use jiff::Timestamp;

use super::begin::OnItsWay;
use super::{ProviderError, client, offered};
use crate::account::session::SignedIn;
use crate::account::sign_in::{Browser, Step, after_first_factor, prove_active};
use crate::account::ticket::{self, Purpose};
use crate::account::{NAME_CHARS, Person, add, key};
use crate::outside::crypto::{same_secret, token_hash};
use crate::outside::oidc::{Claims, Description, Proof};
use crate::{App, AppError, Missing};

/// What a provider's answer says in the address the browser comes back to.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answer<'a> {
    /// Brings it back to the question.
    pub state: &'a str,
    /// The code; empty if the provider said no.
    pub code: &'a str,
    /// Why it said no; may be empty.
    pub error: &'a str,
    /// Who answers, if it says so (RFC 9207).
    pub issuer: Option<&'a str>,
}

/// What became of it.
#[derive(Clone, Debug)]
pub enum Came {
    /// Somebody signed in, or is asked for their second factor; then they go on to that path.
    In(Step, String),
    /// The account of whoever is signed in is linked.
    Linked,
}

/// Takes a browser back from a provider. `kept` is what it kept from [`super::begin::begin`]; `who` is signed in at it
/// now, if somebody is.
///
/// # Errors
/// Every [`ProviderError`]; `Forbidden` for a suspended account.
pub async fn finish(
    app: &App,
    id: ProviderId,
    answer: Answer<'_>,
    kept: &Secret,
    who: Option<&SignedIn>,
    browser: Browser<'_>,
) -> Result<Came, ProviderError> {
    let now = app.clock.now();
    let on_its_way = take(app, id, answer, kept, now).await?;
    // Who began to link must be who comes back.
    if on_its_way.link != who.map(|who| who.account.id).filter(|_| on_its_way.link.is_some()) {
        return Err(ProviderError::Stale);
    }
    let (provider, secret_sealed) = offered(app, id).await?;
    let description = Description::read(&app.fetch, &provider.issuer).await?;
    if !description.is_named(answer.issuer) {
        return Err(ProviderError::Stale);
    }
    if answer.code.is_empty() {
        return Err(ProviderError::Declined(cut_line(answer.error, NAME_CHARS)));
    }
    let proof = Proof { verifier: &Secret::new(on_its_way.verifier), nonce_hash: &on_its_way.nonce_hash };
    let client = client(app, &provider, secret_sealed)?;
    let claims = description.redeem(&app.fetch, &client, &Secret::new(answer.code), proof, now).await?;
    let mut tx = app.db.begin().await?;
    if let Some(account) = on_its_way.link {
        link(&mut tx, &provider, account, &claims, now).await?;
        tx.commit().await?;
        return Ok(Came::Linked);
    }
    let account = account_of(&mut tx, &provider, &claims, now).await?;
    let account = hub_db::account::by_id(tx.cx(), account).await?;
    let account = account.ok_or(AppError::NotFound(Missing::Account))?;
    prove_active(&account)?;
    let step = after_first_factor(app, &mut tx, &account, browser, now).await?;
    tx.commit().await?;
    Ok(Came::In(step, on_its_way.back))
}

/// Uses up what was kept of the browser, whatever the answer is.
async fn take(
    app: &App,
    id: ProviderId,
    answer: Answer<'_>,
    kept: &Secret,
    now: Timestamp,
) -> Result<OnItsWay, ProviderError> {
    let mut tx = app.db.begin().await?;
    let state = Secret::new(answer.state);
    let found = ticket::take::<OnItsWay>(app, tx.cx(), Purpose::Provider, &state, now).await?;
    tx.commit().await?;
    let on_its_way = found.ok_or(ProviderError::Stale)?.payload;
    let is_same_browser = same_secret(token_hash(kept).as_str(), &on_its_way.browser_hash);
    if is_same_browser && on_its_way.provider == id { Ok(on_its_way) } else { Err(ProviderError::Stale) }
}

/// The account of who came: known by the identity, made now, or found by an address that staff trusts the provider with.
async fn account_of(
    tx: &mut Tx,
    provider: &Provider,
    claims: &Claims,
    now: Timestamp,
) -> Result<AccountId, ProviderError> {
    let subject = (provider.id, claims.subject.as_str());
    let email = claims.verified_email.clone().unwrap_or_default();
    if let Some(known) = hub_db::sign_in_provider::identity(tx.cx(), provider.id, &claims.subject).await? {
        hub_db::sign_in_provider::used(tx.cx(), subject, &email, now).await?;
        return Ok(known.account_id);
    }
    if EmailAddress::parse(&email).is_none() {
        return Err(ProviderError::NoAddress);
    }
    match hub_db::account::by_key(tx.cx(), &key(&email)).await? {
        Some((account, _)) => {
            let is_trusted = provider.trusts_addresses
                && !account.role.is_staff()
                && account.state == AccountState::Active;
            if !is_trusted {
                return Err(ProviderError::HasAccount(email));
            }
            link(tx, provider, account.id, claims, now).await?;
            Ok(account.id)
        }
        None if provider.lets_in.makes_account_of(&email) => {
            let password = Secret::new("");
            let person = Person { email: &email, name: &claims.name, password: &password };
            let id = add(tx, Actor::Visitor, &person, Role::Member, "", now).await?;
            link(tx, provider, id, claims, now).await?;
            Ok(id)
        }
        None => Err(ProviderError::NoAccount(email)),
    }
}

async fn link(
    tx: &mut Tx,
    provider: &Provider,
    account: AccountId,
    claims: &Claims,
    now: Timestamp,
) -> Result<(), ProviderError> {
    let known = hub_db::sign_in_provider::identity(tx.cx(), provider.id, &claims.subject).await?;
    if known.is_some_and(|known| known.account_id == account) {
        return Ok(());
    }
    let email = claims.verified_email.clone().unwrap_or_default();
    let subject = (provider.id, claims.subject.as_str());
    match hub_db::sign_in_provider::link(tx.cx(), subject, account, &email, now).await {
        Err(DbError::Conflict(_)) => return Err(ProviderError::Taken),
        other => other?,
    }
    let act = Act::new("account.provider_linked", Thing::Account(account))
        .after(serde_json::json!({ "provider": provider.label, "email": email }));
    Ok(hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?)
}
