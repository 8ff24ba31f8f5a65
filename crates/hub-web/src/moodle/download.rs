//! `download.php`: packages, screenshots and the hub's logo. Never redirects; refusals have a short text and 4xx, since
//! classic clients write whatever comes into a file (protocol notes, 7.2).

use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::response::{IntoResponse as _, Response};
use hub_app::caller::{TokenError, authenticate};
use hub_app::course::download::{self, PictureSize};
use hub_app::{App, AppError, error_chain};
use hub_core::VersionId;
use hub_core::secret::Secret;
use hub_core::visibility::Viewer;
use hub_wire::upload::{Download, ImageSize, Wanted};
use tracing::Instrument as _;

use super::file::{self, Sent, Shown};
use crate::session::Session;

/// Listings and permissions change: stored copies are asked about again each time.
const ASK_AGAIN: &str = "private, no-cache";
/// Pictures of listed courses may be kept for a while, as the classic hub allowed.
const PICTURE: &str = "public, max-age=3600";

pub(super) async fn give(
    State(app): State<App>,
    method: Method,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    session: Option<Extension<Session>>,
) -> Response {
    let person = session.map_or(Viewer::Stranger, |session| session.viewer());
    let wanted = match Download::parse(query.unwrap_or_default().as_bytes()) {
        Ok(wanted) => wanted,
        Err(error) => return refuse(StatusCode::BAD_REQUEST, &error.to_string()),
    };
    match send(&app, &method, &headers, &wanted, person).await {
        Ok(response) => response,
        Err(error) => refusal(&error),
    }
}

async fn send(
    app: &App,
    method: &Method,
    headers: &HeaderMap,
    wanted: &Download,
    person: Viewer,
) -> Result<Response, AppError> {
    let viewer = match wanted.token.as_deref() {
        None => person,
        Some(token) => of_token(app, token).await?,
    };
    match wanted.wanted {
        Wanted::Backup { courseid } => {
            let id = VersionId(courseid);
            let package = download::package(app, viewer, id).await?;
            let (response, sent) =
                file::answer(app, method, headers, &package, Shown::Saved, ASK_AGAIN).await?;
            if sent == Sent::FromTheStart {
                count(app.clone(), id);
            }
            Ok(response)
        }
        Wanted::Screenshot { courseid, number, size } => {
            let size = match size {
                ImageSize::Original => PictureSize::Original,
                ImageSize::Thumbnail => PictureSize::Thumbnail,
            };
            let picture = download::screenshot(app, viewer, VersionId(courseid), number, size).await?;
            let cache = if viewer == Viewer::Stranger { PICTURE } else { ASK_AGAIN };
            Ok(file::answer(app, method, headers, &picture, Shown::Inline, cache).await?.0)
        }
        Wanted::HubLogo => {
            let logo = download::logo(app).await?;
            Ok(file::answer(app, method, headers, &logo, Shown::Inline, PICTURE).await?.0)
        }
    }
}

/// Counts a download without holding it up: what is sent does not depend on whether the database can write now.
fn count(app: App, id: VersionId) {
    let count = async move {
        if let Err(error) = download::count(&app, id).await {
            tracing::error!(error = error_chain(&error), version.id = %id, "A download of {id} was not counted");
        }
    };
    tokio::spawn(count.in_current_span());
}

/// A token that opens nothing leaves the caller a stranger: classic sites keep sending ended ones.
async fn of_token(app: &App, token: &str) -> Result<Viewer, AppError> {
    match authenticate(app, &Secret::new(token)).await {
        Ok(caller) => Ok(caller.viewer()),
        Err(TokenError::Invalid | TokenError::Suspended) => Ok(Viewer::Stranger),
        Err(TokenError::HubOff) => Err(AppError::HubOff),
        Err(TokenError::App(error)) => Err(error),
    }
}

/// A refusal of the file doors: a status and a short text.
pub(crate) fn refusal(error: &AppError) -> Response {
    let status = match error {
        AppError::NotFound(_) => StatusCode::NOT_FOUND,
        AppError::Gone => StatusCode::GONE,
        AppError::Forbidden(_) | AppError::MembersOnly => StatusCode::FORBIDDEN,
        AppError::HubOff | AppError::ReadOnly => StatusCode::SERVICE_UNAVAILABLE,
        AppError::Conflict(_) | AppError::WrongState(_) => StatusCode::CONFLICT,
        AppError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        AppError::Quota(_) => StatusCode::TOO_MANY_REQUESTS,
        AppError::Invalid(_) | AppError::Setting(_) => StatusCode::UNPROCESSABLE_ENTITY,
        AppError::Internal(source) => {
            tracing::error!(error = error_chain(source.as_ref()), "A file door failed");
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    refuse(status, &error.to_string())
}

/// Answers a method that the address does not take; the header `Allow` names those it does.
pub(super) async fn wrong_method(method: Method) -> Response {
    let text = format!(
        "this address does not take {method}; upload.php is sent a form by POST, the others are asked by GET"
    );
    refuse(StatusCode::METHOD_NOT_ALLOWED, &text)
}

pub(super) fn refuse(status: StatusCode, text: &str) -> Response {
    (status, [("cache-control", "no-store")], format!("{text}\n")).into_response()
}
