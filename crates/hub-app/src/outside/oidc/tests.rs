//! What is refused of a provider's answer. The provider says whatever a test wants; that a real one is understood is
//! shown in a browser.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKeyId, PrivateSigningKey as _};
use serde_json::{Value, json};

use super::*;
use crate::outside::crypto::token_hash;
use crate::outside::fetch::NetworkPolicy;

const NOW: i64 = 1_800_000_000;

/// A provider on loopback that gives out one ID token.
struct Told {
    issuer: String,
    token: Arc<Mutex<String>>,
    fetch: Fetcher,
}

/// The key of that number, as PKCS #8 (RFC 8410, 7).
fn key(number: u8) -> CoreEdDsaPrivateSigningKey {
    let mut der = vec![0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 4, 0x22, 4, 0x20];
    der.extend([number; 32]);
    let label = "PRIVATE KEY";
    let pem = format!("-----BEGIN {label}-----\n{}\n-----END {label}-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(JsonWebKeyId::new("one".to_owned()))).unwrap()
}

fn signed(header: &Value, claims: &Value, key: &CoreEdDsaPrivateSigningKey) -> String {
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", part(header), part(claims));
    let signature = key.sign(&CoreJwsSigningAlgorithm::EdDsa, text.as_bytes()).unwrap();
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

impl Told {
    fn serve() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let issuer = format!("http://127.0.0.1:{port}");
        let token = Arc::new(Mutex::new(String::new()));
        let (address, told) = (issuer.clone(), Arc::clone(&token));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                answer(stream.unwrap(), &address, &told.lock().unwrap());
            }
        });
        let policy =
            NetworkPolicy { allow_private: vec!["127.0.0.0/8".parse().unwrap()], allow_ports: vec![port] };
        Self { issuer, token, fetch: Fetcher::new(policy) }
    }

    /// What is right: each test changes one thing of it.
    fn claims(&self) -> Value {
        json!({
            "iss": self.issuer, "aud": "hub", "sub": "ada", "nonce": "the nonce", "iat": NOW, "exp": NOW + 300,
            "email": "ada@school.example", "email_verified": true, "name": "Ada",
        })
    }

    /// What becomes of a token.
    async fn redeem(&self, token: String) -> Result<Claims, OidcError> {
        *self.token.lock().unwrap() = token;
        let client = Client {
            id: "hub".to_owned(),
            secret: Some(Secret::new("secret")),
            back: "http://127.0.0.1/back".to_owned(),
            scopes: "email profile".to_owned(),
        };
        let description = Description::read(&self.fetch, &self.issuer).await.unwrap();
        let (verifier, nonce) = (Secret::new("v".repeat(43)), token_hash(&Secret::new("the nonce")));
        let proof = Proof { verifier: &verifier, nonce_hash: nonce.as_str() };
        let now = Timestamp::from_second(NOW).unwrap() + SignedDuration::from_secs(10);
        description.redeem(&self.fetch, &client, &Secret::new("code"), proof, now).await
    }

    async fn redeem_claims(&self, claims: &Value) -> Result<Claims, OidcError> {
        self.redeem(signed(&json!({ "alg": "EdDSA", "kid": "one" }), claims, &key(1))).await
    }
}

fn answer(mut stream: TcpStream, issuer: &str, token: &str) {
    let mut asked = vec![0; 16 * 1024];
    let read = stream.read(&mut asked).unwrap();
    let asked = String::from_utf8_lossy(&asked[..read]).into_owned();
    let body = match asked.split(' ').nth(1).unwrap_or_default() {
        "/.well-known/openid-configuration" => json!({
            "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth"),
            "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/keys"),
            "response_types_supported": ["code"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["EdDSA"],
        }),
        "/keys" => json!({ "keys": [serde_json::to_value(key(1).as_verification_key()).unwrap()] }),
        _ => json!({ "access_token": "a", "token_type": "Bearer", "id_token": token }),
    }
    .to_string();
    let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: ";
    write!(stream, "{head}{}\r\n\r\n{body}", body.len()).unwrap();
}

#[tokio::test]
async fn who_came_is_what_the_signed_word_says() {
    let told = Told::serve();
    let who = told.redeem_claims(&told.claims()).await.unwrap();
    let email = Some("ada@school.example".to_owned());
    assert_eq!(who, Claims { subject: "ada".to_owned(), verified_email: email, name: "Ada".to_owned() });
}

#[tokio::test]
async fn a_mail_address_counts_only_if_it_is_verified() {
    let told = Told::serve();
    for unverified in [json!(false), Value::Null] {
        let mut claims = told.claims();
        claims["email_verified"] = unverified;
        assert_eq!(told.redeem_claims(&claims).await.unwrap().verified_email, None);
    }
    let mut claims = told.claims();
    claims["email_verified"] = Value::Null;
    claims["xms_edov"] = json!(1);
    assert!(told.redeem_claims(&claims).await.unwrap().verified_email.is_some(), "Entra's word for it");
}

#[tokio::test]
async fn a_word_for_another_hub_another_sign_in_or_of_another_provider_is_refused() {
    let told = Told::serve();
    for (claim, value) in [
        ("aud", json!("another hub")),
        ("nonce", json!("another nonce")),
        ("nonce", Value::Null),
        ("iss", json!("https://evil.example")),
        ("sub", json!("")),
    ] {
        let mut claims = told.claims();
        claims[claim] = value;
        let refused = told.redeem_claims(&claims).await;
        assert!(matches!(refused, Err(OidcError::Untrusted(_))), "{claim}: {refused:?}");
    }
}

#[tokio::test]
async fn a_word_of_another_time_is_refused() {
    let told = Told::serve();
    let mut old = told.claims();
    old["exp"] = json!(NOW - 3600);
    assert!(matches!(told.redeem_claims(&old).await, Err(OidcError::Clock(_))));
    let mut early = told.claims();
    early["iat"] = json!(NOW + 3600);
    assert!(told.redeem_claims(&early).await.is_err());
}

#[tokio::test]
async fn a_word_that_nobody_or_somebody_else_signed_is_refused() {
    let told = Told::serve();
    let (head, claims) = (json!({ "alg": "EdDSA", "kid": "one" }), told.claims());
    let other = told.redeem(signed(&head, &claims, &key(2))).await;
    assert!(matches!(other, Err(OidcError::OtherKey(_))), "{other:?}");
    let unsigned = signed(&json!({ "alg": "none" }), &claims, &key(1));
    let unsigned = unsigned.rsplit_once('.').unwrap().0.to_owned() + ".";
    assert!(told.redeem(unsigned).await.is_err());
    // By the shared secret: nobody is to be believed by a word that people typed.
    let by_secret = signed(&json!({ "alg": "HS256" }), &claims, &key(1));
    assert!(told.redeem(by_secret).await.is_err());
}

#[tokio::test]
async fn a_provider_that_calls_itself_otherwise_is_none() {
    let told = Told::serve();
    let other = format!("{}/", told.issuer);
    assert!(matches!(Description::read(&told.fetch, &other).await, Err(OidcError::Misfit(_))));
}

#[tokio::test]
async fn secrets_do_not_travel_in_plain_http_beyond_what_is_allowed() {
    let fetch = Fetcher::new(NetworkPolicy::default());
    let refused = Description::read(&fetch, "http://school.example").await;
    assert!(matches!(refused, Err(OidcError::Misfit(_))), "{refused:?}");
}
