//! `upload.php`: the file of a share, and screenshots. The token comes after the file, so the file is spooled to disk
//! while it is hashed, before anybody knows who sends it (protocol notes, 7.1).

use std::sync::Arc;

use axum::Extension;
use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::response::Response;
use hub_app::caller::{Caller, TokenError, authenticate};
use hub_app::course::{screenshot, upload};
use hub_app::outside::blobs::Staged;
use hub_app::{App, AppError};
use hub_core::VersionId;
use hub_core::secret::Secret;
use hub_core::site::Site;
use hub_wire::upload::{Upload, UploadFields, UploadKind};

use super::download::{refusal, refuse};
use crate::client_address::Client;
use crate::intake::{BodyError, Busy, Intake};

/// What goes wrong at this door.
enum Refused {
    /// The multipart form itself.
    Form(String),
    /// Its sender fell silent.
    Silent(String),
    /// Too many come at once from there.
    Busy(Busy),
    /// The token.
    Token(TokenError),
    /// The hub's rules.
    App(AppError),
}

impl From<AppError> for Refused {
    fn from(error: AppError) -> Self {
        Self::App(error)
    }
}

impl From<Busy> for Refused {
    fn from(error: Busy) -> Self {
        Self::Busy(error)
    }
}

impl From<multer::Error> for Refused {
    fn from(error: multer::Error) -> Self {
        if let multer::Error::StreamReadFailed(source) = &error
            && let Some(silent @ BodyError::Idle(_)) = source.downcast_ref()
        {
            return Self::Silent(silent.to_string());
        }
        Self::Form(format!("the form could not be read: {error}"))
    }
}

pub(super) async fn take(
    State(app): State<App>,
    client: Client,
    Extension(intake): Extension<Arc<Intake>>,
    request: Request,
) -> Response {
    let error = match store(&app, &client, &intake, request).await {
        // Some clients take an empty body for a failure.
        Ok(()) => return refuse(StatusCode::OK, "OK"),
        Err(error) => error,
    };
    let (answer, why) = match error {
        Refused::Form(text) => (refuse(StatusCode::BAD_REQUEST, &text), text),
        Refused::Silent(text) => (refuse(StatusCode::REQUEST_TIMEOUT, &text), text),
        Refused::Busy(busy) => (refuse(StatusCode::TOO_MANY_REQUESTS, &busy.to_string()), busy.to_string()),
        Refused::Token(TokenError::HubOff) => (refusal(&AppError::HubOff), AppError::HubOff.to_string()),
        Refused::Token(TokenError::App(error)) | Refused::App(error) => (refusal(&error), error.to_string()),
        Refused::Token(error) => (refuse(StatusCode::FORBIDDEN, &error.to_string()), error.to_string()),
    };
    // The classic client looks at no answer of an upload: nobody but this log tells why a file never came.
    tracing::warn!(status = answer.status().as_u16(), from = %client.address, "An upload was refused: {why}");
    answer
}

async fn store(app: &App, client: &Client, intake: &Intake, request: Request) -> Result<(), Refused> {
    app.may_change()?;
    let _turn = intake.uploads.take(client.address).await?;
    let (fields, staged) = spool(app, intake, request).await?;
    let upload = fields.finish().map_err(|error| Refused::Form(error.to_string()))?;
    let site = site_of(app, &upload).await?;
    let Some(staged) = staged else { return Err(Refused::Form("the part \"file\" is missing".to_owned())) };
    let id = VersionId(upload.courseid);
    match upload.kind {
        UploadKind::Backup => upload::package(app, &site, id, staged).await?,
        UploadKind::Screenshot { number } => screenshot::put(app, &site, id, number, staged).await?,
    }
    Ok(())
}

async fn site_of(app: &App, upload: &Upload) -> Result<Box<Site>, Refused> {
    match authenticate(app, &Secret::new(&*upload.token)).await {
        Ok(Caller::Site(site)) => Ok(site),
        Ok(Caller::PublicReader | Caller::DirectoryReader) => Err(Refused::Token(TokenError::Invalid)),
        Err(error) => Err(Refused::Token(error)),
    }
}

/// Reads the form part by part; the file goes to the staging folder as it comes. A refused upload's staged file goes
/// away with its handle.
async fn spool(
    app: &App,
    intake: &Intake,
    request: Request,
) -> Result<(UploadFields, Option<Staged>), Refused> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let boundary = kind.and_then(|kind| multer::parse_boundary(kind).ok());
    let boundary =
        boundary.ok_or_else(|| Refused::Form("a multipart/form-data body is expected".to_owned()))?;
    let mut form = multer::Multipart::new(intake.pieces(request.into_body()), boundary);
    let (mut fields, mut staged) = (UploadFields::default(), None);
    while let Some(mut field) = form.next_field().await? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let mut staging =
                app.blobs.stage(app.policy().package_max_bytes).await.map_err(AppError::from)?;
            while let Some(chunk) = field.chunk().await? {
                staging.write(&chunk).await.map_err(AppError::from)?;
            }
            staged = Some(staging.finish().await.map_err(AppError::from)?);
            continue;
        }
        let mut value = Vec::new();
        while let Some(chunk) = field.chunk().await? {
            if value.len() + chunk.len() > UploadFields::MAX_VALUE_BYTES {
                return Err(Refused::Form(format!("the field \"{name}\" is too long")));
            }
            value.extend_from_slice(&chunk);
        }
        fields.set(&name, &String::from_utf8_lossy(&value));
    }
    Ok((fields, staged))
}
