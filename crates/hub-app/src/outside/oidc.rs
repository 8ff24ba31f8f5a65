//! Sign-in at a provider by OpenID Connect: what the provider says of itself, the way there, and what it answers.
//!
//! Of the protocol's flows only the one by code is spoken (OpenID Connect Core 1.0, 3.1), always with PKCE (RFC 7636).
//! Every request goes through the guarded fetcher: a provider is an address that somebody typed. Redirects are not
//! followed, and nothing secret travels in plain http beyond what the operator allowed.

mod answer;
mod http;

use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreClaimName, CoreClaimType, CoreClientAuthMethod,
    CoreErrorResponseType, CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm, CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreSubjectIdentifierType,
    CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalProviderMetadata, AuthType, AuthenticationFlow, ClientId, ClientSecret, CsrfToken,
    DiscoveryError, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields,
    IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse, UserInfoUrl,
};
use serde::{Deserialize, Serialize};
use url::Url;

use hub_core::secret::Secret;

use self::answer::Vouched;
use self::http::{Http, HttpTrouble};
use super::fetch::Fetcher;
use super::random::Rng;
use crate::error_chain;

pub use self::answer::{Claims, Proof};

/// Why a provider brought nobody in. The texts are for staff and logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OidcError {
    /// It did not answer, or not in time, or with an error of its own.
    #[error("it does not answer: {0}")]
    Down(String),
    /// It answered, but it and this hub do not fit together: a matter of staff.
    #[error("it and this hub do not fit together: {0}")]
    Misfit(String),
    /// The code was used, or is too old.
    #[error("it does not know the code any more")]
    Stale,
    /// Its answer is signed with a key that its description did not have.
    #[error("its answer is signed with another key: {0}")]
    OtherKey(String),
    /// Its answer is not what was asked for, or not for us.
    #[error("its answer is not in order: {0}")]
    Untrusted(String),
    /// Its answer is from another time: one of two clocks is wrong.
    #[error("its clock and this hub's differ: {0}")]
    Clock(String),
}

/// What providers say of themselves beyond the library's fields.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Announced {
    /// Whether answers carry the issuer (RFC 9207, 3).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    authorization_response_iss_parameter_supported: Option<bool>,
}

impl AdditionalProviderMetadata for Announced {}

type Metadata = ProviderMetadata<
    Announced,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Tokens = StandardTokenResponse<
    IdTokenFields<
        Vouched,
        EmptyExtraTokenFields,
        CoreGenderClaim,
        CoreJweContentEncryptionAlgorithm,
        CoreJwsSigningAlgorithm,
    >,
    CoreTokenType,
>;

type LibraryClient = openidconnect::Client<
    Vouched,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// This hub as a provider knows it.
#[derive(Clone, Debug)]
pub struct Client {
    /// What the provider calls it.
    pub id: String,
    /// By what the provider knows it; `None` for a client that has none and proves itself by PKCE alone.
    pub secret: Option<Secret>,
    /// Where answers come.
    pub back: String,
    /// What is asked for besides `openid`, separated by blanks.
    pub scopes: String,
}

/// What one sign-in has of its own: made for it, good once.
#[derive(Clone, Debug)]
pub struct Once {
    /// Brings the browser's answer back to its question.
    pub state: Secret,
    /// Stands in the provider's signed answer.
    pub nonce: Secret,
    /// Shows that whoever brings the code is who asked for it; never leaves this hub before.
    pub verifier: Secret,
}

impl Once {
    /// New ones.
    pub fn new(rng: &Rng) -> Self {
        // A verifier has 43 characters at least (RFC 7636, 4.1).
        let verifier = format!("{}{}", rng.token().expose(), rng.token().expose());
        Self { state: rng.token(), nonce: rng.token(), verifier: Secret::new(verifier) }
    }
}

/// What a provider says of itself, with its keys.
#[derive(Clone, Debug)]
pub struct Description(Metadata);

impl Description {
    /// Reads it where the issuer's address says (OpenID Connect Discovery 1.0, 4): two requests.
    ///
    /// # Errors
    /// [`OidcError::Down`], and [`OidcError::Misfit`] for one that calls itself otherwise, or cannot be used safely.
    pub async fn read(fetch: &Fetcher, issuer: &str) -> Result<Self, OidcError> {
        let issuer =
            IssuerUrl::new(issuer.to_owned()).map_err(|error| OidcError::Misfit(error.to_string()))?;
        let http = Http(fetch.clone());
        let metadata = Metadata::discover_async(issuer, &http).await.map_err(not_described)?;
        let description = Self(metadata);
        description.check(fetch)?;
        Ok(description)
    }

    /// Whether everything is there that this hub speaks, at addresses that may be trusted with it.
    fn check(&self, fetch: &Fetcher) -> Result<(), OidcError> {
        let misfit = |why: String| Err(OidcError::Misfit(why));
        let Some(token) = self.0.token_endpoint() else {
            return misfit("it names no token endpoint".to_owned());
        };
        let mut addresses = vec![self.0.authorization_endpoint().url(), token.url()];
        addresses.extend(self.0.userinfo_endpoint().map(UserInfoUrl::url));
        if let Some(plain) = addresses.into_iter().find(|address| !fetch.may_carry_secrets(address)) {
            return misfit(format!("{plain} is not https"));
        }
        if self.algorithms().is_empty() {
            return misfit("it signs in no way that its public keys can prove".to_owned());
        }
        Ok(())
    }

    /// The ways it signs in that are checked with its public keys. Signatures by the shared secret are left out: a
    /// secret is typed by people, copied, and may be short.
    fn algorithms(&self) -> Vec<CoreJwsSigningAlgorithm> {
        use CoreJwsSigningAlgorithm as Algorithm;
        const PUBLIC: [Algorithm; 9] = [
            Algorithm::RsaSsaPkcs1V15Sha256,
            Algorithm::RsaSsaPkcs1V15Sha384,
            Algorithm::RsaSsaPkcs1V15Sha512,
            Algorithm::RsaSsaPssSha256,
            Algorithm::RsaSsaPssSha384,
            Algorithm::RsaSsaPssSha512,
            Algorithm::EcdsaP256Sha256,
            Algorithm::EcdsaP384Sha384,
            Algorithm::EdDsa,
        ];
        let offered = self.0.id_token_signing_alg_values_supported();
        PUBLIC.into_iter().filter(|algorithm| offered.contains(algorithm)).collect()
    }

    /// Where the browser is sent to be asked who it is.
    ///
    /// # Errors
    /// [`OidcError::Misfit`] for an address of this hub that cannot be told.
    pub fn way(&self, client: &Client, once: &Once) -> Result<Url, OidcError> {
        let verifier = PkceCodeVerifier::new(once.verifier.expose().to_owned());
        let library = self.client(client)?;
        let (state, nonce) = (once.state.expose().to_owned(), once.nonce.expose().to_owned());
        let request = library.authorize_url(
            AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
            move || CsrfToken::new(state.clone()),
            move || Nonce::new(nonce.clone()),
        );
        let scopes = client.scopes.split_whitespace().filter(|scope| *scope != "openid");
        let request = request
            .add_scopes(scopes.map(|scope| Scope::new(scope.to_owned())))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        Ok(request.url().0)
    }

    /// Whether an answer that names `issuer` is this provider's (RFC 9207, 2.4): another one's would be a mix-up.
    pub fn is_named(&self, issuer: Option<&str>) -> bool {
        let must = self.0.additional_metadata().authorization_response_iss_parameter_supported == Some(true);
        match issuer {
            Some(issuer) => issuer == self.0.issuer().as_str(),
            None => !must,
        }
    }

    fn client(&self, client: &Client) -> Result<LibraryClient, OidcError> {
        let back =
            RedirectUrl::new(client.back.clone()).map_err(|error| OidcError::Misfit(error.to_string()))?;
        let secret = client.secret.as_ref().map(|secret| ClientSecret::new(secret.expose().to_owned()));
        let library =
            LibraryClient::from_provider_metadata(self.0.clone(), ClientId::new(client.id.clone()), secret);
        let methods = self.0.token_endpoint_auth_methods_supported();
        // Without a word of it a provider takes the secret in the head (OpenID Connect Discovery 1.0, 3).
        let in_head = methods.is_none_or(|known| known.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let how = if in_head { AuthType::BasicAuth } else { AuthType::RequestBody };
        Ok(library.set_redirect_uri(back).set_auth_type(how))
    }
}

fn not_described(error: DiscoveryError<HttpTrouble>) -> OidcError {
    match error {
        DiscoveryError::Request(trouble) => trouble.into(),
        DiscoveryError::Response(_, _, what)
        | DiscoveryError::Validation(what)
        | DiscoveryError::Other(what) => OidcError::Misfit(what),
        other => OidcError::Misfit(error_chain(&other)),
    }
}

#[cfg(test)]
mod tests;
