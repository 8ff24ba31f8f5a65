//! The id of a request: in the log beside everything that is told of it, in the answer's head and on error pages.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

/// Where the id stands, in the request for whoever answers it and in the answer.
pub(crate) const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// Gives a request an id. What the caller sent as such is not believed: it could be any other request's.
///
/// Addresses are not told of: those of registrations carry secrets.
pub(crate) async fn give(mut request: Request, next: Next) -> Response {
    let id = format!("{:016x}", rand::random::<u64>());
    // At the level of errors, so that errors have it whatever else is logged.
    let span = tracing::error_span!("request", %id, method = %request.method());
    let value = HeaderValue::from_str(&id).ok();
    if let Some(value) = &value {
        request.headers_mut().insert(HEADER, value.clone());
    }
    let mut response = next.run(request).instrument(span).await;
    if let Some(value) = value {
        response.headers_mut().insert(HEADER, value);
    }
    response
}
