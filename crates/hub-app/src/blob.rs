//! How the hub keeps bytes: row, bytes, row.

use crate::outside::blobs::Staged;
use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError};

/// Keeps staged bytes and gives the name they have from now on; the caller says next, in a transaction of its own, what
/// uses them.
///
/// Their row is committed before they get their name: from then on a purge that meets them leaves them alone. In the
/// other order it could delete bytes between their arrival and their first use. A crash after either step leaves a blob
/// that nothing uses, which the purge finds.
pub(crate) async fn keep(app: &App, staged: Staged) -> Result<Sha256Hex, AppError> {
    let size_bytes = i64::try_from(staged.size_bytes()).map_err(AppError::internal)?;
    let sha256 = staged.sha256().clone();
    let mut tx = app.db.begin().await?;
    hub_db::blob::put(tx.cx(), sha256.as_str(), size_bytes, app.clock.now()).await?;
    tx.commit().await?;
    app.blobs.commit_staged(staged).await?;
    Ok(sha256)
}
