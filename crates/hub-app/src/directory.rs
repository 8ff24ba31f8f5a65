//! The directory reader: the machine identity that reads the hub's own information and nothing else.

use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Scope};
use hub_core::secret::Secret;

use crate::outside::crypto::token_hash;
use crate::{App, AppError};

/// Issues the directory reader's token and ends the one before. It is shown once: only its hash is kept.
pub async fn issue_token(app: &App, actor: Actor) -> Result<Secret, AppError> {
    let now = app.clock.now();
    let token = app.rng.token();
    let mut tx = app.db.begin().await?;
    hub_db::token::end_of_scope(tx.cx(), Scope::DirectoryReader, "replaced", now).await?;
    hub_db::token::insert(tx.cx(), token_hash(&token).as_str(), Scope::DirectoryReader, None, now).await?;
    hub_db::audit::record(tx.cx(), actor, &Act::new("directory.token_issued", Thing::Hub), now).await?;
    tx.commit().await?;
    Ok(token)
}
