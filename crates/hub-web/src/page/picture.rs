//! Pictures of cards: the first screenshot of a version, cut to the shape of cards.

use axum::extract::{Path, State};
use axum::response::{IntoResponse as _, Response};
use http::{HeaderMap, Method, StatusCode};
use hub_app::course::download;
use hub_app::{App, AppError, Missing};
use hub_core::VersionId;
use hub_core::visibility::Viewer;

use crate::moodle::download::refusal;
use crate::moodle::file::{self, Shown};

/// As long as the classic pictures are kept.
const KEEP: &str = "public, max-age=3600";

/// Answers `/pictures/{version}`.
pub async fn show(
    State(app): State<App>,
    method: Method,
    headers: HeaderMap,
    Path(id): Path<String>,
) -> Response {
    let found = match id.parse().map(VersionId) {
        Ok(id) => download::card(&app, Viewer::Stranger, id).await,
        Err(_) => Err(AppError::NotFound(Missing::File)),
    };
    let sent = match found {
        Ok(picture) => file::answer(&app, &method, &headers, &picture, Shown::Inline, KEEP).await,
        Err(error) => Err(error),
    };
    match sent {
        Ok((response, _)) => response,
        Err(AppError::NotFound(_)) => StatusCode::NOT_FOUND.into_response(),
        Err(error) => refusal(&error),
    }
}
