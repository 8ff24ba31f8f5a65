//! The passkeys of an account.

use hub_core::AccountId;
use hub_db::passkey::Passkey;

use crate::{App, AppError};

/// The passkeys of an account, the first added first.
pub async fn list(app: &App, account: AccountId) -> Result<Vec<Passkey>, AppError> {
    Ok(hub_db::passkey::of_account(app.db.read().await?.cx(), account).await?)
}
