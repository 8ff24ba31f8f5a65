//! The guarded fetcher: the only way out to addresses that somebody else chose.
//!
//! Whoever registers a site makes the hub call an address. Without a guard that is a door into the hub's own network
//! (the classic hub's weak point), so every request goes these steps, and a redirect starts again at the first:
//!
//! 1. the address is http or https, without user name, on an allowed port;
//! 2. its host is looked up once, and every answer must be public or named in `allow_private`; one forbidden answer
//!    refuses all;
//! 3. the connection goes to one of exactly these answers: no second look-up that could say something else, no proxy
//!    from the environment;
//! 4. certificates are verified, time and size have limits, redirects are followed by us, at most three.

mod address;
mod cidr;
mod probe;
mod records;
mod request;
mod resolver;

use std::net::{IpAddr, Ipv4Addr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use reqwest::Method;
use tokio::sync::Semaphore;
use url::{Host, Url};

pub use address::AddressClass;
pub use cidr::{Cidr, CidrError};
use probe::ProbeTimes;
pub use probe::{ProbeReport, Step, Verdict};
use request::Answer;
pub use resolver::{Resolver, Table};

/// Redirects that are followed (classic protocol notes, 3.6).
pub const MAX_REDIRECTS: u8 = 3;

/// Which addresses may be called at all; from `[network]` of the configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NetworkPolicy {
    /// Networks that may be called although they are not public: school intranets. Lifts the refusal for exactly what
    /// it names, loopback included.
    pub allow_private: Vec<Cidr>,
    /// Ports that may be called.
    pub allow_ports: Vec<u16>,
}

impl Default for NetworkPolicy {
    fn default() -> Self {
        Self { allow_private: Vec::new(), allow_ports: vec![80, 443, 8080, 8443] }
    }
}

impl NetworkPolicy {
    /// What kind of address stands in the way, if one does.
    fn objection(&self, address: IpAddr) -> Option<AddressClass> {
        let class = AddressClass::of(address);
        let allowed = class == AddressClass::Public
            || self.allow_private.iter().any(|network| network.contains(address));
        (!allowed).then_some(class)
    }
}

/// Why an address is not called at all. The texts may be shown to anybody: they tell nothing the caller did not know.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Neither http nor https.
    #[error("only http and https addresses are called")]
    Scheme,
    /// `https://name:password@host`.
    #[error("addresses with a user name or password are not called")]
    UserInfo,
    /// No host to call.
    #[error("the address names no host")]
    NoHost,
    /// A port that is not in `allow_ports`.
    #[error("port {port} is not called; allowed are {}", list(allowed))]
    Port {
        /// The port of the address.
        port: u16,
        /// What would be allowed.
        allowed: Vec<u16>,
    },
    /// The host is, or has among its addresses, one that is not public.
    #[error(
        "the host leads to {class}, which this hub does not call (its operator can allow a network with allow_private)"
    )]
    Address {
        /// What kind of address it is.
        class: AddressClass,
    },
}

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FetchError {
    /// It was not made, or a redirect was not followed.
    #[error(transparent)]
    Refused(Refusal),
    /// The host's name has no address.
    #[error("the name {host} could not be found")]
    Resolve {
        /// The name.
        host: String,
        /// What the resolver said.
        detail: String,
    },
    /// Nobody answered at any of the addresses.
    #[error("no connection: {detail}")]
    Connect {
        /// What the system said.
        detail: String,
    },
    /// The certificate or the encryption is not in order.
    #[error("no secure connection: {0}")]
    Tls(TlsTrouble),
    /// Not done in time.
    #[error("no complete answer within {} seconds", limit.as_secs_f32())]
    Timeout {
        /// The limit that was passed.
        limit: Duration,
    },
    /// More redirects than followed.
    #[error("more than {max} redirects")]
    Redirects {
        /// The limit that was passed.
        max: u8,
    },
    /// A longer answer than wanted.
    #[error("the answer is longer than {max_bytes} bytes")]
    TooLarge {
        /// The limit that was passed.
        max_bytes: u64,
    },
    /// Something answered, but not in HTTP, or broke off.
    #[error("the answer was broken: {detail}")]
    Broken {
        /// What was wrong.
        detail: String,
    },
}

/// What is wrong with a certificate or the encryption, for the person who can mend it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TlsTrouble {
    /// Too old.
    #[error("the certificate has expired")]
    Expired,
    /// Made for other names.
    #[error("the certificate is for another name")]
    OtherName,
    /// Nobody we know vouches for it.
    #[error(
        "the certificate is self-signed, from an unknown authority, or sent without its intermediate certificate"
    )]
    UnknownAuthority,
    /// Anything else, as the library says it.
    #[error("{0}")]
    Other(String),
}

/// What a request may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// From the first look-up to the last byte.
    pub total: Duration,
    /// Bytes of the body.
    pub max_bytes: u64,
    /// Redirects that are followed.
    pub max_redirects: u8,
}

/// An answer, whatever its status.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// Where it came from after redirects.
    pub url: Url,
    /// Its status.
    pub status: u16,
    /// Its `Content-Type`, if it is readable text.
    pub content_type: Option<String>,
    /// Its body, as it was sent (no compression is offered).
    pub body: Bytes,
}

/// Makes outgoing requests under a policy. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Fetcher {
    policy: Arc<NetworkPolicy>,
    resolver: Resolver,
    tls: Arc<OnceLock<Result<rustls::ClientConfig, String>>>,
    probe_times: ProbeTimes,
    probe_seats: Arc<Semaphore>,
}

impl Fetcher {
    /// A fetcher that asks the system's resolver and trusts the system's certificates.
    pub fn new(policy: NetworkPolicy) -> Self {
        Self::with_resolver(policy, Resolver::System)
    }

    /// A fetcher that asks `resolver`: tests bring their own names.
    pub fn with_resolver(policy: NetworkPolicy, resolver: Resolver) -> Self {
        Self {
            policy: Arc::new(policy),
            resolver,
            tls: Arc::default(),
            probe_times: ProbeTimes::DEFAULT,
            probe_seats: Arc::new(Semaphore::new(probe::SEATS)),
        }
    }

    /// Sends a form (urlencoded) to `url` by POST, under the same guard. Redirects are not followed.
    pub async fn post_form(&self, url: &Url, body: String, limits: Limits) -> Result<Fetched, FetchError> {
        let work = async { read_body(self.send_form(url, body).await?, limits.max_bytes).await };
        let timeout = FetchError::Timeout { limit: limits.total };
        tokio::time::timeout(limits.total, work).await.unwrap_or(Err(timeout))
    }

    /// Sends a request as it is, under the same guard; a redirect is an answer. The body is sent and read whole.
    pub async fn send(
        &self,
        request: http::Request<Vec<u8>>,
        limits: Limits,
    ) -> Result<http::Response<Vec<u8>>, FetchError> {
        let work = async {
            let answer = self.send_as_it_is(request).await?;
            let headers = answer.response.headers().clone();
            let fetched = read_body(answer, limits.max_bytes).await?;
            let mut response = http::Response::new(fetched.body.to_vec());
            *response.status_mut() =
                http::StatusCode::from_u16(fetched.status).unwrap_or(http::StatusCode::BAD_GATEWAY);
            *response.headers_mut() = headers;
            Ok(response)
        };
        let timeout = FetchError::Timeout { limit: limits.total };
        tokio::time::timeout(limits.total, work).await.unwrap_or(Err(timeout))
    }

    /// Whether secrets may travel to `url`: by https, or in plain http to an address of digits, or to this machine by
    /// its name, that the operator allowed as private.
    pub fn may_carry_secrets(&self, url: &Url) -> bool {
        let address = match (url.scheme(), url.host()) {
            ("https", Some(_)) => return true,
            ("http", Some(Host::Ipv4(address))) => IpAddr::V4(address),
            ("http", Some(Host::Ipv6(address))) => IpAddr::V6(address),
            ("http", Some(Host::Domain("localhost"))) => IpAddr::V4(Ipv4Addr::LOCALHOST),
            _ => return false,
        };
        self.policy.allow_private.iter().any(|network| network.contains(address))
    }

    /// Gets `url`. Any status is an answer; only what brought none is an error.
    pub async fn get(&self, url: &Url, limits: Limits) -> Result<Fetched, FetchError> {
        let work = async {
            let answer = self.follow(&Method::GET, url, limits.max_redirects, &mut Vec::new()).await?;
            if answer.still_redirecting {
                return Err(FetchError::Redirects { max: limits.max_redirects });
            }
            read_body(answer, limits.max_bytes).await
        };
        let timeout = FetchError::Timeout { limit: limits.total };
        tokio::time::timeout(limits.total, work).await.unwrap_or(Err(timeout))
    }
}

async fn read_body(answer: Answer, max_bytes: u64) -> Result<Fetched, FetchError> {
    let Answer { mut response, url, .. } = answer;
    let too_large = FetchError::TooLarge { max_bytes };
    if response.content_length().is_some_and(|length| length > max_bytes) {
        return Err(too_large);
    }
    let mut body = BytesMut::new();
    while let Some(chunk) = response.chunk().await.map_err(|error| request::error_from(&error))? {
        if body.len() as u64 + chunk.len() as u64 > max_bytes {
            return Err(too_large);
        }
        body.extend_from_slice(&chunk);
    }
    let content_type = response.headers().get(http::header::CONTENT_TYPE);
    Ok(Fetched {
        url,
        status: response.status().as_u16(),
        content_type: content_type.and_then(|value| value.to_str().ok()).map(str::to_owned),
        body: body.freeze(),
    })
}

fn list(ports: &[u16]) -> String {
    ports.iter().map(u16::to_string).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;
