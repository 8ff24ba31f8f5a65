//! What a person says of themselves: name and language.

use hub_core::text::cut_line;

use super::NAME_CHARS;
use super::session::SignedIn;
use crate::{App, AppError};

/// Keeps the name and the language of whoever is signed in; `language` is a code the caller knows, or empty.
///
/// # Errors
/// Only ours.
pub async fn set(app: &App, who: &SignedIn, name: &str, language: &str) -> Result<(), AppError> {
    let (id, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    hub_db::account::set_name(tx.cx(), id, &cut_line(name, NAME_CHARS), now).await?;
    hub_db::account::set_language(tx.cx(), id, language, now).await?;
    Ok(tx.commit().await?)
}
