//! Settings: the policy, read and changed by key.

mod change;

use bytes::Bytes;
use hub_core::policy::{SettingError, setting};
use hub_core::rights::Actor;

use crate::{App, AppError, FieldErrors, blob};

pub use change::change;
use change::store;

/// Changes one setting; takes effect at once here and within a second in other processes. Gives whether it was
/// different before.
///
/// # Errors
/// [`AppError::Setting`] for an unknown key or a value that does not fit, and for the logo: see [`set_logo`].
pub async fn set(app: &App, actor: Actor, key: &str, value: &str) -> Result<bool, AppError> {
    if key == "logo" && !value.is_empty() {
        return Err(SettingError::Picture.into());
    }
    store(app, actor, &[(setting(key)?.key, value)]).await.map(|different| different > 0)
}

/// Takes a picture as the hub's logo, written anew as PNG; `None` removes it. Gives whether it was different before.
///
/// # Errors
/// `Invalid` if it is no picture or too large.
pub async fn set_logo(app: &App, actor: Actor, file: Option<Bytes>) -> Result<bool, AppError> {
    let Some(file) = file else {
        return store(app, actor, &[("logo", "")]).await.map(|different| different > 0);
    };
    let picture = app.pictures.logo(file).await.map_err(|error| {
        let mut errors = FieldErrors::default();
        errors.add("logo", error.to_string());
        AppError::Invalid(errors)
    })?;
    let sha256 = blob::keep(app, app.blobs.stage_bytes(&picture.bytes).await?).await?;
    store(app, actor, &[("logo", sha256.as_str())]).await.map(|different| different > 0)
}
