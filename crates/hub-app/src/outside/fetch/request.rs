//! One request after another until there is an answer; each checked before it is made.

use std::error::Error;
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use reqwest::{Client, Method, Response, redirect};
use rustls::{CertificateError, ClientConfig};
use rustls_platform_verifier::BuilderVerifierExt as _;
use url::{Host, Url};

use super::{FetchError, Fetcher, Refusal, Step, TlsTrouble};

/// How we introduce ourselves. Firewalls in front of Moodle sites want a name; ours says what it is.
const USER_AGENT: &str = concat!("CourseHub/", env!("CARGO_PKG_VERSION"));
/// For one connection over all addresses of the host; the caller's total time limits everything.
const CONNECT_TIME: Duration = Duration::from_secs(3);
/// Addresses of a host that are tried. All are checked.
const ADDRESSES_TRIED: usize = 8;

/// The last response of a chain of redirects, its body not yet read.
pub(super) struct Answer {
    pub(super) response: Response,
    pub(super) url: Url,
    /// The response is one redirect more than was to be followed.
    pub(super) still_redirecting: bool,
}

impl Fetcher {
    /// Asks `url` and follows at most `max_redirects` redirects. What was seen is added to `steps`, also when this is
    /// cut off by a time limit.
    pub(super) async fn follow(
        &self,
        method: &Method,
        url: &Url,
        max_redirects: u8,
        steps: &mut Vec<Step>,
    ) -> Result<Answer, FetchError> {
        let mut url = url.clone();
        let mut followed = 0;
        loop {
            let response = self.ask(method, &url, steps).await?;
            let status = response.status().as_u16();
            steps.push(Step::Answered { method: method.to_string(), url: shown(&url), status });
            let Some(next) = redirect_target(&response, &url) else {
                return Ok(Answer { response, url, still_redirecting: false });
            };
            if followed == max_redirects {
                return Ok(Answer { response, url, still_redirecting: true });
            }
            followed += 1;
            steps.push(Step::Redirected { to: shown(&next) });
            url = next;
        }
    }

    /// Sends a form to `url`; redirects are answers.
    pub(super) async fn send_form(&self, url: &Url, body: String) -> Result<Answer, FetchError> {
        let addresses = self.check(url, &mut Vec::new()).await?;
        let request = self.client(url, addresses)?.post(url.clone());
        let request = request.header(http::header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        let response = request.body(body).send().await.map_err(|error| error_from(&error))?;
        Ok(Answer { response, url: url.clone(), still_redirecting: false })
    }

    /// Sends a request as it is; redirects are answers.
    pub(super) async fn send_as_it_is(&self, request: http::Request<Vec<u8>>) -> Result<Answer, FetchError> {
        let (parts, body) = request.into_parts();
        let url = Url::parse(&parts.uri.to_string())
            .map_err(|error| FetchError::Broken { detail: error.to_string() })?;
        let addresses = self.check(&url, &mut Vec::new()).await?;
        let request = self.client(&url, addresses)?.request(parts.method, url.clone());
        let sent = request.headers(parts.headers).body(body).send().await;
        Ok(Answer { response: sent.map_err(|error| error_from(&error))?, url, still_redirecting: false })
    }

    /// One request to one address that was checked and pinned.
    async fn ask(&self, method: &Method, url: &Url, steps: &mut Vec<Step>) -> Result<Response, FetchError> {
        let addresses = self.check(url, steps).await?;
        let client = self.client(url, addresses)?;
        client
            .request(method.clone(), url.clone())
            .header(http::header::ACCEPT, "*/*")
            .send()
            .await
            .map_err(|error| error_from(&error))
    }

    /// Whether `url` may be called, and where it leads.
    async fn check(&self, url: &Url, steps: &mut Vec<Step>) -> Result<Vec<SocketAddr>, FetchError> {
        let refuse = |refusal| Err(FetchError::Refused(refusal));
        if !matches!(url.scheme(), "http" | "https") {
            return refuse(Refusal::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return refuse(Refusal::UserInfo);
        }
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return refuse(Refusal::NoHost);
        };
        if !self.policy.allow_ports.contains(&port) {
            return refuse(Refusal::Port { port, allowed: self.policy.allow_ports.clone() });
        }
        // `Url` has turned decimal, octal, hexadecimal and short forms into these two already.
        let addresses = match host {
            Host::Ipv4(address) => vec![IpAddr::V4(address)],
            Host::Ipv6(address) => vec![IpAddr::V6(address)],
            Host::Domain(name) => self.look_up(name, steps).await?,
        };
        if let Some(class) = addresses.iter().find_map(|address| self.policy.objection(*address)) {
            return refuse(Refusal::Address { class });
        }
        // The connector puts the address's own port, if it has one, in the place of this.
        let port = url.domain().and_then(|name| self.resolver.port(name)).unwrap_or(port);
        Ok(addresses
            .into_iter()
            .take(ADDRESSES_TRIED)
            .map(|address| SocketAddr::new(address, port))
            .collect())
    }

    async fn look_up(&self, name: &str, steps: &mut Vec<Step>) -> Result<Vec<IpAddr>, FetchError> {
        let found = self.resolver.look_up(name).await;
        let addresses = found
            .map_err(|error| FetchError::Resolve { host: name.to_owned(), detail: error.to_string() })?;
        steps.push(Step::Found { host: name.to_owned(), addresses: addresses.clone() });
        Ok(addresses)
    }

    /// A client for one request: it knows these addresses and no others, and forgets everything afterwards.
    fn client(&self, url: &Url, addresses: Vec<SocketAddr>) -> Result<Client, FetchError> {
        let tls = if url.scheme() == "https" { self.tls()? } else { trusting_nobody()? };
        Client::builder()
            .tls_backend_preconfigured(tls)
            .dns_resolver(Pinned(addresses))
            .no_proxy()
            .redirect(redirect::Policy::none())
            .retry(reqwest::retry::never())
            .referer(false)
            .http1_only()
            .pool_max_idle_per_host(0)
            .connect_timeout(CONNECT_TIME)
            .user_agent(USER_AGENT)
            .build()
            .map_err(|error| error_from(&error))
    }

    /// The TLS set-up with the system's certificates. Read once: that takes milliseconds.
    fn tls(&self) -> Result<ClientConfig, FetchError> {
        let made = self.tls.get_or_init(|| {
            let builder = tls_builder().map_err(|error| error.to_string())?;
            let verifying = builder.with_platform_verifier().map_err(|error| error.to_string())?;
            Ok(verifying.with_no_client_auth())
        });
        made.clone().map_err(|detail| FetchError::Tls(TlsTrouble::Other(detail)))
    }
}

fn tls_builder() -> Result<rustls::ConfigBuilder<ClientConfig, rustls::WantsVerifier>, rustls::Error> {
    let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
    ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()
}

/// For plain http: no certificate would be accepted, and none is read.
fn trusting_nobody() -> Result<ClientConfig, FetchError> {
    let builder = tls_builder().map_err(|error| FetchError::Tls(TlsTrouble::Other(error.to_string())))?;
    Ok(builder.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth())
}

/// Answers every question with the addresses that were checked. Replaces all other ways to look a name up.
struct Pinned(Vec<SocketAddr>);

impl Resolve for Pinned {
    fn resolve(&self, _name: Name) -> Resolving {
        let addresses: Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

/// Where a redirect leads; `None` for other answers and for redirects that name no readable address.
fn redirect_target(response: &Response, url: &Url) -> Option<Url> {
    if !matches!(response.status().as_u16(), 301 | 302 | 303 | 307 | 308) {
        return None;
    }
    let location = response.headers().get(http::header::LOCATION)?;
    url.join(std::str::from_utf8(location.as_bytes()).ok()?).ok()
}

/// An address as it may be shown and stored: without what follows the path, which may carry secrets.
fn shown(url: &Url) -> String {
    let mut url = url.clone();
    url.set_query(None);
    url.set_fragment(None);
    url.to_string()
}

/// Finds out what a failed request failed of.
pub(super) fn error_from(error: &reqwest::Error) -> FetchError {
    let mut current: &(dyn Error + 'static) = error;
    loop {
        if let Some(tls) = current.downcast_ref::<rustls::Error>() {
            return FetchError::Tls(tls_trouble(tls));
        }
        // An `io::Error` that wraps another error gives that one's source as its own and would hide it.
        let wrapped = current.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        match (wrapped, current.source()) {
            (Some(inner), _) => current = inner,
            (None, Some(inner)) => current = inner,
            (None, None) => break,
        }
    }
    let deepest = current.to_string();
    if error.is_timeout() {
        FetchError::Timeout { limit: CONNECT_TIME }
    } else if error.is_connect() {
        FetchError::Connect { detail: deepest }
    } else {
        FetchError::Broken { detail: deepest }
    }
}

/// The frequent mistakes, each with a cure of its own.
fn tls_trouble(error: &rustls::Error) -> TlsTrouble {
    match error {
        rustls::Error::InvalidCertificate(
            CertificateError::Expired | CertificateError::ExpiredContext { .. },
        ) => TlsTrouble::Expired,
        rustls::Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        ) => TlsTrouble::OtherName,
        rustls::Error::InvalidCertificate(CertificateError::UnknownIssuer) => TlsTrouble::UnknownAuthority,
        other => TlsTrouble::Other(other.to_string()),
    }
}
