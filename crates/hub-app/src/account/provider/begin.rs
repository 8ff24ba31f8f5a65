//! The way to a provider.

use hub_core::secret::Secret;
use hub_core::{AccountId, ProviderId};
use serde::{Deserialize, Serialize};
use url::Url;

use super::{ProviderError, client, offered};
use crate::App;
use crate::account::limit;
use crate::account::session::SignedIn;
use crate::account::sign_in::{Browser, prove_fresh};
use crate::account::ticket::{self, Purpose};
use crate::outside::crypto::token_hash;
use crate::outside::oidc::{Description, Once};

/// Where a browser is sent, and what it keeps meanwhile.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The provider's page.
    pub way: Url,
    /// For a cookie: only the browser that was sent is taken back.
    pub browser: Secret,
}

/// What is kept of a browser that is on its way.
#[derive(Serialize, Deserialize)]
pub(super) struct OnItsWay {
    /// To which provider.
    pub(super) provider: ProviderId,
    /// Hash of what the browser keeps.
    pub(super) browser_hash: String,
    /// Hash of what stands in the provider's signed answer.
    pub(super) nonce_hash: String,
    /// Shows the provider that who brings the code asked for it.
    pub(super) verifier: String,
    /// Where it leads to afterwards, a path below the hub's.
    pub(super) back: String,
    /// Which account is to be linked, if one is.
    pub(super) link: Option<AccountId>,
}

/// Sends a browser to a provider: to sign in, or, where somebody `is_linking`, to link their account with who they are
/// there. Asks the provider for its description: two requests.
///
/// # Errors
/// [`ProviderError::Unknown`], [`ProviderError::Provider`] and [`ProviderError::Wait`]; [`ProviderError::Again`] for
/// linking long after signing in.
pub async fn begin(
    app: &App,
    id: ProviderId,
    back: &str,
    is_linking: Option<&SignedIn>,
    browser: Browser<'_>,
) -> Result<Begun, ProviderError> {
    let now = app.clock.now();
    let (provider, secret_sealed) = offered(app, id).await?;
    limit::provider(app, browser, now).await?;
    if let Some(who) = is_linking {
        prove_fresh(app, who).await?;
    }
    let description = Description::read(&app.fetch, &provider.issuer).await?;
    let mut once = Once::new(&app.rng);
    let kept = app.rng.token();
    let on_its_way = OnItsWay {
        provider: id,
        browser_hash: token_hash(&kept).as_str().to_owned(),
        nonce_hash: token_hash(&once.nonce).as_str().to_owned(),
        verifier: once.verifier.expose().to_owned(),
        back: back.to_owned(),
        link: is_linking.map(|who| who.account.id),
    };
    let mut tx = app.db.begin().await?;
    once.state = ticket::issue(app, tx.cx(), Purpose::Provider, on_its_way.link, &on_its_way, now).await?;
    hub_db::ticket::sweep(tx.cx(), now).await?;
    tx.commit().await?;
    let way = description.way(&client(app, &provider, secret_sealed)?, &once)?;
    Ok(Begun { way, browser: kept })
}
