//! Providers that people sign in through (OpenID Connect): which there are, the way there and back, and whose identity
//! is whose.
//!
//! A provider says who somebody is, never what they may do: roles are the hub's own matter. Nobody comes into an
//! account that exists because a provider gave them its mail address, unless staff trusts that provider's addresses,
//! and never into one of staff. A second factor is asked after a provider as after a password.

pub mod begin;
pub mod finish;
pub mod identity;
pub mod manage;

use hub_core::ProviderId;
use hub_core::secret::Secret;
use hub_core::sign_in_provider::Provider;

use super::sign_in::SignInError;
use crate::outside::crypto::Sealed;
use crate::outside::oidc::{Client, OidcError};
use crate::{App, AppError};

/// Binds a sealed secret of a provider to its purpose.
const SEAL: &str = "secret of a sign-in provider";
/// Providers of a hub at most: each is a button on the sign-in page.
pub const MOST: i64 = 20;

/// Why a provider brought nobody in.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// The provider is off, or is none.
    #[error("this hub does not offer that provider")]
    Unknown,
    /// The browser comes back without having been sent, too late, or twice.
    #[error("this sign-in was begun elsewhere, is too old or was used already")]
    Stale,
    /// The person, or the provider, said no.
    #[error("the provider said no: {0}")]
    Declined(String),
    /// The provider does not work, or cannot be trusted.
    #[error(transparent)]
    Provider(#[from] OidcError),
    /// It said no verified mail address, without which nobody gets an account.
    #[error("the provider gave no verified mail address")]
    NoAddress,
    /// Somebody has an account with this mail address: they sign in to it and link it there.
    #[error("there is an account for {0} already")]
    HasAccount(String),
    /// Nobody has an account with this mail address, and the provider makes none.
    #[error("{0} has no account on this hub")]
    NoAccount(String),
    /// The identity is another account's, or the account has another one at this provider.
    #[error("this identity, or this account, is linked otherwise already")]
    Taken,
    /// Linking needs a sign-in of the last minutes.
    #[error("sign in again, and do this within ten minutes")]
    Again,
    /// Too many from one network address.
    #[error("too many tries")]
    Wait,
    /// Anything else.
    #[error(transparent)]
    App(#[from] AppError),
}

impl From<hub_db::DbError> for ProviderError {
    fn from(error: hub_db::DbError) -> Self {
        Self::App(error.into())
    }
}

impl From<SignInError> for ProviderError {
    fn from(error: SignInError) -> Self {
        match error {
            SignInError::App(error) => Self::App(error),
            SignInError::Wrong => Self::Stale,
            SignInError::Again => Self::Again,
            SignInError::Wait { .. } => Self::Wait,
        }
    }
}

/// Where a provider sends browsers back to: the address that staff registers there.
pub fn redirect_address(app: &App, id: ProviderId) -> String {
    format!("{}/sign-in/with/{id}/back", app.address.as_str())
}

/// This hub as the provider knows it.
fn client(app: &App, provider: &Provider, secret_sealed: String) -> Result<Client, AppError> {
    let secret = if secret_sealed.is_empty() {
        None
    } else {
        let opened = app.key.open(SEAL, &Sealed::from_stored(secret_sealed));
        Some(Secret::new(opened.map_err(AppError::internal)?.expose()))
    };
    Ok(Client {
        id: provider.client_id.clone(),
        secret,
        back: redirect_address(app, provider.id),
        scopes: provider.scopes.clone(),
    })
}

/// A provider that is on, with its sealed secret.
async fn offered(app: &App, id: ProviderId) -> Result<(Provider, String), ProviderError> {
    let found = hub_db::sign_in_provider::by_id(app.db.read().await?.cx(), id).await?;
    found.filter(|(provider, _)| provider.is_on).ok_or(ProviderError::Unknown)
}
