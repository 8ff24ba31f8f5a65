//! Settings: the policy, read and changed by key.

use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;

use crate::{App, AppError};

/// Changes one setting; takes effect at once here and within a second in other processes.
///
/// # Errors
/// [`AppError::Setting`] for an unknown key or a value that does not fit.
pub async fn set(app: &App, actor: Actor, key: &str, value: &str) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut policy = app.policy().as_ref().clone();
    let before = policy.get(key)?;
    let stored = match key {
        "registration_password" if !value.is_empty() => {
            crate::outside::password::hash(value.to_owned()).await?
        }
        _ => value.to_owned(),
    };
    policy.set(key, &stored)?;
    let after = policy.get(key)?;
    let mut tx = app.db.begin().await?;
    hub_db::setting::put(tx.cx(), key, &stored, now).await?;
    let act = Act::new("settings.changed", Thing::Hub)
        .before(serde_json::json!({ key: before }))
        .after(serde_json::json!({ key: after }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Settings, now).await?;
    tx.commit().await?;
    app.refresh_policy().await?;
    app.wake();
    Ok(())
}
