//! Another name for a passkey.

use hub_core::PasskeyId;

use super::checked_name;
use crate::account::session::SignedIn;
use crate::{App, AppError, Missing};

/// Gives one's own passkey another name.
///
/// # Errors
/// `Invalid` for an empty name; `NotFound` if it is not one's own.
pub async fn rename(app: &App, who: &SignedIn, id: PasskeyId, name: &str) -> Result<(), AppError> {
    let name = checked_name(name)?;
    let mut tx = app.db.begin().await?;
    if !hub_db::passkey::rename(tx.cx(), who.account.id, id, &name).await? {
        return Err(AppError::NotFound(Missing::Account));
    }
    Ok(tx.commit().await?)
}
