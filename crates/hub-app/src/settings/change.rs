//! Several settings changed together: all of them or none, each with its line in the record.

use hub_core::act::{Act, Changed, Thing};
use hub_core::policy::SettingError;
use hub_core::rights::Actor;
use hub_db::blob::Use;

use crate::outside::password;
use crate::{App, AppError, FieldErrors};

/// One that is different now.
struct Different {
    key: &'static str,
    stored: String,
    before: String,
    after: String,
}

/// Changes settings, all of them or none; takes effect at once here and within a second in other processes. Gives how
/// many were different before.
///
/// # Errors
/// `Invalid` names every key whose value does not fit and what it takes; `Setting` an unknown key, and the logo.
pub async fn change(app: &App, actor: Actor, values: &[(&'static str, &str)]) -> Result<usize, AppError> {
    if values.iter().any(|(key, value)| *key == "logo" && !value.is_empty()) {
        return Err(SettingError::Picture.into());
    }
    let mut errors = FieldErrors::default();
    let mut policy = app.policy().as_ref().clone();
    for (key, value) in values {
        match policy.set(key, value) {
            Ok(()) => {}
            Err(SettingError::Value { key, wanted, .. }) => errors.add(key, wanted),
            Err(other) => return Err(other.into()),
        }
    }
    errors.into_result()?;
    store(app, actor, values).await
}

/// As [`change`], for values that are right or whose first wrong one is told as it is.
pub(super) async fn store(
    app: &App,
    actor: Actor,
    values: &[(&'static str, &str)],
) -> Result<usize, AppError> {
    let now = app.clock.now();
    // Another process may have changed them since this one read them last.
    app.refresh_policy().await?;
    let mut policy = app.policy().as_ref().clone();
    let mut different = Vec::new();
    for (key, value) in values {
        let before = policy.get(key)?;
        let stored = to_store(app, key, value).await?;
        policy.set(key, &stored)?;
        let after = policy.get(key)?;
        // Of a secret only its hash or its sealed form is known, which is another one each time.
        let is_secret =
            matches!(*key, "registration_password" | "mail_server" | "captcha_secret") && !after.is_empty();
        if before != after || is_secret {
            different.push(Different { key, stored, before, after });
        }
    }
    if different.is_empty() {
        return Ok(0);
    }
    let mut tx = app.db.begin().await?;
    for setting in &different {
        hub_db::setting::put(tx.cx(), setting.key, &setting.stored, now).await?;
        if setting.key == "logo" {
            hub_db::blob::remove_uses(tx.cx(), Use::Logo, now).await?;
            if !setting.stored.is_empty() {
                hub_db::blob::add_use(tx.cx(), &setting.stored, Use::Logo).await?;
            }
        }
        let act = Act::new("settings.changed", Thing::Hub)
            .before(serde_json::json!({ setting.key: setting.before }))
            .after(serde_json::json!({ setting.key: setting.after }));
        hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    }
    hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    tx.commit().await?;
    app.refresh_policy().await?;
    if different.iter().any(|setting| setting.key == "mail_server" && !setting.stored.is_empty()) {
        crate::mail::take_up_waiting(app).await?;
    }
    app.wake();
    Ok(different.len())
}

/// What is kept of a value.
async fn to_store(app: &App, key: &str, value: &str) -> Result<String, AppError> {
    match key {
        "registration_password" if !value.is_empty() => password::hash(value.to_owned()).await,
        "mail_server" if !value.trim().is_empty() => crate::mail::server::seal(app, value.trim()),
        "captcha_secret" if !value.trim().is_empty() => Ok(crate::captcha::seal(app, value.trim())),
        _ => Ok(value.to_owned()),
    }
}
