//! Settings: the policy, read and changed by key.

use bytes::Bytes;
use hub_core::act::{Act, Changed, Thing};
use hub_core::policy::SettingError;
use hub_core::rights::Actor;
use hub_db::blob::Use;

use crate::{App, AppError, FieldErrors, blob};

/// Changes one setting; takes effect at once here and within a second in other processes. Gives whether it was
/// different before.
///
/// # Errors
/// [`AppError::Setting`] for an unknown key or a value that does not fit, and for the logo: see [`set_logo`].
pub async fn set(app: &App, actor: Actor, key: &str, value: &str) -> Result<bool, AppError> {
    if key == "logo" && !value.is_empty() {
        return Err(SettingError::Picture.into());
    }
    store(app, actor, key, value).await
}

/// Takes a picture as the hub's logo, written anew as PNG; `None` removes it. Gives whether it was different before.
///
/// # Errors
/// `Invalid` if it is no picture or too large.
pub async fn set_logo(app: &App, actor: Actor, file: Option<Bytes>) -> Result<bool, AppError> {
    let Some(file) = file else { return store(app, actor, "logo", "").await };
    let picture = app.pictures.logo(file).await.map_err(|error| {
        let mut errors = FieldErrors::default();
        errors.add("logo", error.to_string());
        AppError::Invalid(errors)
    })?;
    let sha256 = blob::keep(app, app.blobs.stage_bytes(&picture.bytes).await?).await?;
    store(app, actor, "logo", sha256.as_str()).await
}

async fn store(app: &App, actor: Actor, key: &str, value: &str) -> Result<bool, AppError> {
    let now = app.clock.now();
    // Another process may have changed it since this one read it last.
    app.refresh_policy().await?;
    let mut policy = app.policy().as_ref().clone();
    let before = policy.get(key)?;
    let stored = match key {
        "registration_password" if !value.is_empty() => {
            crate::outside::password::hash(value.to_owned()).await?
        }
        "mail_server" if !value.trim().is_empty() => crate::mail::server::seal(app, value.trim())?,
        _ => value.to_owned(),
    };
    policy.set(key, &stored)?;
    let after = policy.get(key)?;
    // Of a password only its hash is known, of a mail server its sealed address: another one each time.
    let is_password = matches!(key, "registration_password" | "mail_server") && !after.is_empty();
    if before == after && !is_password {
        return Ok(false);
    }
    let mut tx = app.db.begin().await?;
    hub_db::setting::put(tx.cx(), key, &stored, now).await?;
    if key == "logo" {
        hub_db::blob::remove_uses(tx.cx(), Use::Logo, now).await?;
        if !stored.is_empty() {
            hub_db::blob::add_use(tx.cx(), &stored, Use::Logo).await?;
        }
    }
    let act = Act::new("settings.changed", Thing::Hub)
        .before(serde_json::json!({ key: before }))
        .after(serde_json::json!({ key: after }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    tx.commit().await?;
    app.refresh_policy().await?;
    if key == "mail_server" && !stored.is_empty() {
        crate::mail::take_up_waiting(app).await?;
    }
    app.wake();
    Ok(true)
}
