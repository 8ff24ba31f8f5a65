//! What a provider answers: a code is changed for a signed word on who came, and that word is looked at closely.

use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreErrorResponseType, CoreGenderClaim};
use openidconnect::{
    AccessToken, AdditionalClaims, AuthorizationCode, ClaimsVerificationError, Nonce,
    OAuth2TokenResponse as _, PkceCodeVerifier, RequestTokenError, SignatureVerificationError,
    StandardErrorResponse, SubjectIdentifier, TokenResponse as _, UserInfoClaims, UserInfoError,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use hub_core::secret::Secret;

use super::http::{Http, HttpTrouble};
use super::{Client, Description, LibraryClient, OidcError, Tokens};
use crate::error_chain;
use crate::outside::crypto::{same_secret, token_hash};
use crate::outside::fetch::Fetcher;

/// How far two clocks may be apart (OpenID Connect Core 1.0, 2, at `exp`: "usually no more than a few minutes").
const LEEWAY: SignedDuration = SignedDuration::from_mins(2);
/// Characters of a subject at most (OpenID Connect Core 1.0, 2).
const SUBJECT_CHARS: usize = 255;

/// Claims that stand for a verified mail address under another name.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Vouched {
    /// Microsoft Entra ID has no `email_verified`; this optional claim of its says that the owner of the address's
    /// domain was verified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    xms_edov: Option<Value>,
}

impl AdditionalClaims for Vouched {}

impl Vouched {
    fn is_given(&self) -> bool {
        match &self.xms_edov {
            Some(Value::Bool(given)) => *given,
            Some(Value::Number(number)) => number.as_i64() == Some(1),
            Some(Value::String(word)) => matches!(word.as_str(), "1" | "true" | "True"),
            _ => false,
        }
    }
}

/// Who came, by the provider's word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Who it is there: never changes, and is never given to another (OpenID Connect Core 1.0, 2).
    pub subject: String,
    /// The mail address, if the provider says that it is verified.
    pub verified_email: Option<String>,
    /// What the person is called; may be empty.
    pub name: String,
}

/// By what a code and the answer to it are known.
#[derive(Clone, Copy, Debug)]
pub struct Proof<'a> {
    /// The secret whose hash went with the question.
    pub verifier: &'a Secret,
    /// The hash of the nonce that went with it.
    pub nonce_hash: &'a str,
}

impl Description {
    /// Changes a code for the word on who came: one request, and one more where the address is not in that word.
    ///
    /// Checked are signature, issuer, audience, times and nonce (OpenID Connect Core 1.0, 3.1.3.7).
    ///
    /// # Errors
    /// Every [`OidcError`].
    pub async fn redeem(
        &self,
        fetch: &Fetcher,
        client: &Client,
        code: &Secret,
        proof: Proof<'_>,
        now: Timestamp,
    ) -> Result<Claims, OidcError> {
        let (library, http) = (self.client(client)?, Http(fetch.clone()));
        let request = library
            .exchange_code(AuthorizationCode::new(code.expose().to_owned()))
            .map_err(|error| OidcError::Misfit(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(proof.verifier.expose().to_owned()));
        let tokens = request.request_async(&http).await.map_err(not_redeemed)?;
        let mut who = self.read_word(&library, &tokens, proof.nonce_hash, now)?;
        if who.verified_email.is_none() && self.0.userinfo_endpoint().is_some() {
            let more = ask_more(&library, &http, tokens.access_token(), &who.subject).await?;
            who.verified_email = more.verified_email;
            if who.name.is_empty() {
                who.name = more.name;
            }
        }
        Ok(who)
    }

    /// Reads the signed word, if everything about it is right.
    fn read_word(
        &self,
        library: &LibraryClient,
        tokens: &Tokens,
        nonce_hash: &str,
        now: Timestamp,
    ) -> Result<Claims, OidcError> {
        let missing = || OidcError::Untrusted("it sent no ID token".to_owned());
        let word = tokens.id_token().ok_or_else(missing)?;
        let verifier = library
            .id_token_verifier()
            .set_allowed_algs(self.algorithms())
            .set_time_fn(move || SystemTime::from(now - LEEWAY).into())
            .set_issue_time_verifier_fn(move |issued| {
                let newest = SystemTime::from(now + LEEWAY);
                if SystemTime::from(issued) > newest {
                    Err("it is from the future".to_owned())
                } else {
                    Ok(())
                }
            });
        let is_ours = |nonce: Option<&Nonce>| match nonce {
            Some(nonce) if same_secret(token_hash(&Secret::new(nonce.secret())).as_str(), nonce_hash) => {
                Ok(())
            }
            Some(_) => Err("another nonce".to_owned()),
            None => Err("no nonce".to_owned()),
        };
        let claims = word.claims(&verifier, is_ours).map_err(not_trusted)?;
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.chars().count() > SUBJECT_CHARS {
            return Err(OidcError::Untrusted("a subject that is empty or too long".to_owned()));
        }
        let email = claims.email().map(|email| email.as_str());
        let name = claims.name().and_then(|name| name.get(None)).map(|name| name.as_str());
        Ok(Claims {
            subject: subject.to_owned(),
            verified_email: verified(email, claims.email_verified(), claims.additional_claims()),
            name: name.unwrap_or_default().to_owned(),
        })
    }
}

fn verified(email: Option<&str>, is_verified: Option<bool>, vouched: &Vouched) -> Option<String> {
    // What is said in the standard's word counts, also when it is no.
    let is_verified = is_verified.unwrap_or_else(|| vouched.is_given());
    email.filter(|_| is_verified).map(str::to_owned)
}

/// Asks for the address and the name where the signed word left them out, as providers may. An answer that cannot be
/// read gives neither; the person is known without it.
async fn ask_more(
    library: &LibraryClient,
    http: &Http,
    token: &AccessToken,
    subject: &str,
) -> Result<Claims, OidcError> {
    let nothing = Claims { subject: subject.to_owned(), verified_email: None, name: String::new() };
    let expected = SubjectIdentifier::new(subject.to_owned());
    let Ok(request) = library.user_info(token.clone(), Some(expected)) else { return Ok(nothing) };
    let told: Result<UserInfoClaims<Vouched, CoreGenderClaim>, _> = request.request_async(http).await;
    let told = match told {
        Ok(told) => told,
        Err(UserInfoError::Request(trouble)) => return Err(trouble.into()),
        Err(error) => {
            tracing::warn!(error = error_chain(&error), "A provider's user information could not be read");
            return Ok(nothing);
        }
    };
    let email = told.email().map(|email| email.as_str());
    let name = told.name().and_then(|name| name.get(None)).map(|name| name.as_str().to_owned());
    Ok(Claims {
        verified_email: verified(email, told.email_verified(), told.additional_claims()),
        name: name.unwrap_or_default(),
        ..nothing
    })
}

fn not_redeemed(
    error: RequestTokenError<HttpTrouble, StandardErrorResponse<CoreErrorResponseType>>,
) -> OidcError {
    match error {
        RequestTokenError::Request(trouble) => trouble.into(),
        RequestTokenError::ServerResponse(answer) => match answer.error() {
            CoreErrorResponseType::InvalidGrant => OidcError::Stale,
            other => OidcError::Misfit(other.as_ref().to_owned()),
        },
        other => OidcError::Misfit(error_chain(&other)),
    }
}

fn not_trusted(error: ClaimsVerificationError) -> OidcError {
    match error {
        ClaimsVerificationError::Expired(why) => OidcError::Clock(why),
        ClaimsVerificationError::SignatureVerification(
            why @ (SignatureVerificationError::NoMatchingKey
            | SignatureVerificationError::CryptoError(_)
            | SignatureVerificationError::AmbiguousKeyId(_)),
        ) => OidcError::OtherKey(why.to_string()),
        other => OidcError::Untrusted(error_chain(&other)),
    }
}
