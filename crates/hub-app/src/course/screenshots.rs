//! Screenshot rows of a text together with the uses of their blobs.

use hub_core::TextId;
use hub_db::Tx;
use hub_db::blob::Use;
use jiff::Timestamp;

use crate::AppError;

/// Gives a new text the pictures of another.
pub(super) async fn copy(tx: &mut Tx, from: TextId, to: TextId) -> Result<(), AppError> {
    hub_db::screenshot::copy(tx.cx(), from, to).await?;
    use_all(tx, to).await
}

/// Records that a text uses the pictures it has.
pub(super) async fn use_all(tx: &mut Tx, text: TextId) -> Result<(), AppError> {
    for shot in hub_db::screenshot::list(tx.cx(), text).await? {
        for sha256 in [&shot.sha256, &shot.thumbnail_sha256, &shot.card_sha256] {
            hub_db::blob::add_use(tx.cx(), sha256, Use::Screenshot(text)).await?;
        }
    }
    Ok(())
}

/// A text that is no longer shown gives its pictures up.
pub(super) async fn forget(tx: &mut Tx, text: TextId, now: Timestamp) -> Result<(), AppError> {
    hub_db::blob::remove_uses(tx.cx(), Use::Screenshot(text), now).await?;
    Ok(hub_db::screenshot::remove_all(tx.cx(), text).await?)
}
