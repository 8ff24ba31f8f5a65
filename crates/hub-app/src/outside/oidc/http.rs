//! The library's way out: the guarded fetcher, and no other.

use std::pin::Pin;
use std::time::Duration;

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use url::Url;

use super::OidcError;
use crate::outside::fetch::{FetchError, Fetcher, Limits};

/// A person waits in front of a page meanwhile. The largest of these documents, a set of keys, has some kilobytes.
const LIMITS: Limits = Limits { total: Duration::from_secs(10), max_bytes: 512 * 1024, max_redirects: 0 };

/// Sends the library's requests.
pub(super) struct Http(pub(super) Fetcher);

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum HttpTrouble {
    /// Nothing came, or it was not asked.
    #[error(transparent)]
    Fetch(#[from] FetchError),
    /// The server has a fault of its own.
    #[error("status {0}")]
    Fault(u16),
    /// Secrets would travel in plain http.
    #[error("{0} is not https")]
    Plain(String),
}

impl From<HttpTrouble> for OidcError {
    fn from(trouble: HttpTrouble) -> Self {
        match trouble {
            HttpTrouble::Fetch(FetchError::Refused(refusal)) => Self::Misfit(refusal.to_string()),
            HttpTrouble::Plain(_) => Self::Misfit(trouble.to_string()),
            other => Self::Down(other.to_string()),
        }
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpTrouble;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpTrouble>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(async move {
            let address = request.uri().to_string();
            let carries = Url::parse(&address).is_ok_and(|address| self.0.may_carry_secrets(&address));
            if !carries {
                return Err(HttpTrouble::Plain(address));
            }
            let response = self.0.send(request, LIMITS).await?;
            let status = response.status();
            if status.is_server_error() { Err(HttpTrouble::Fault(status.as_u16())) } else { Ok(response) }
        })
    }
}
