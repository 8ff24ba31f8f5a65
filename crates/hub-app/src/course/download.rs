//! What can be taken: packages, pictures, the hub's logo. Every door asks here.

use hub_core::VersionId;
use hub_core::course::{Kind, Version};
use hub_core::visibility::Viewer;
use hub_db::screenshot::Screenshot;

use super::show;
use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError, Missing};

/// A stored file that the caller may have; the door streams it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Takeable {
    /// Its bytes; also a strong entity tag.
    pub sha256: Sha256Hex,
    /// Its length.
    pub size_bytes: u64,
    /// Its media type.
    pub media_type: String,
    /// The name to save it under.
    pub file_name: String,
}

/// Which form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureSize {
    /// As large as it was stored.
    Original,
    /// At most 150 × 150 pixels.
    Thumbnail,
    /// For the cards of result pages.
    Card,
}

/// The package of a version.
///
/// # Errors
/// What the visibility function says, or `NotFound` while there is no package to be had.
pub async fn package(app: &App, viewer: Viewer, id: VersionId) -> Result<Takeable, AppError> {
    let version = show::one(app, viewer, id).await?;
    let hidden_from = viewer != Viewer::Staff && !version.is_public();
    let sha256 = version.package_sha256.as_deref().filter(|_| !hidden_from && version.kind == Kind::Share);
    let sha256 = sha256.and_then(|hash| hash.parse().ok()).ok_or(AppError::NotFound(Missing::File))?;
    Ok(Takeable {
        sha256,
        size_bytes: version.size_bytes.and_then(|size| u64::try_from(size).ok()).unwrap_or_default(),
        media_type: "application/vnd.moodle.backup".to_owned(),
        file_name: format!("{}.mbz", file_name(&version)),
    })
}

/// Counts a download of a package that was sent to its end; the day is kept, nothing of the person.
pub async fn count(app: &App, id: VersionId) -> Result<(), AppError> {
    let mut tx = app.db.begin().await?;
    hub_db::version::add_download(tx.cx(), id, app.clock.now()).await?;
    Ok(tx.commit().await?)
}

/// A screenshot of a version by its position, from 1.
pub async fn screenshot(
    app: &App,
    viewer: Viewer,
    id: VersionId,
    position: i64,
    size: PictureSize,
) -> Result<Takeable, AppError> {
    let version = show::one(app, viewer, id).await?;
    let shots = hub_db::screenshot::list(app.db.read().await?.cx(), version.text_id).await?;
    let shot = shots.into_iter().find(|shot| shot.position == position);
    picture(app, shot.ok_or(AppError::NotFound(Missing::File))?, size).await
}

/// The first screenshot of a version in the size of cards.
///
/// # Errors
/// What the visibility function says, or `NotFound` if it has none.
pub async fn card(app: &App, viewer: Viewer, id: VersionId) -> Result<Takeable, AppError> {
    let version = show::one(app, viewer, id).await?;
    let shots = hub_db::screenshot::list(app.db.read().await?.cx(), version.text_id).await?;
    let first = shots.into_iter().next().ok_or(AppError::NotFound(Missing::File))?;
    picture(app, first, PictureSize::Card).await
}

/// The hub's logo. Anybody may see it, also on a private hub: it stands on its sign-in page.
pub async fn logo(app: &App) -> Result<Takeable, AppError> {
    let sha256 = app.policy().logo.clone().and_then(|hash| hash.parse::<Sha256Hex>().ok());
    let sha256 = sha256.ok_or(AppError::NotFound(Missing::File))?;
    let size_bytes = app.blobs.size(&sha256).await?;
    Ok(Takeable { sha256, size_bytes, media_type: "image/png".to_owned(), file_name: "logo.png".to_owned() })
}

pub(crate) async fn picture(app: &App, shot: Screenshot, size: PictureSize) -> Result<Takeable, AppError> {
    let (sha256, name) = match size {
        PictureSize::Original => (shot.sha256, "screenshot"),
        PictureSize::Thumbnail => (shot.thumbnail_sha256, "thumbnail"),
        PictureSize::Card => (shot.card_sha256, "card"),
    };
    let sha256: Sha256Hex = sha256.parse().map_err(AppError::internal)?;
    let size_bytes = app.blobs.size(&sha256).await?;
    let ending = shot.media_type.rsplit('/').next().unwrap_or("png");
    let file_name = format!("{name}-{}.{ending}", shot.position);
    Ok(Takeable { sha256, size_bytes, media_type: shot.media_type, file_name })
}

/// The name a package is saved under, without its ending: the short name, as on classic hubs, without what file systems
/// and headers dislike.
pub fn file_name(version: &Version) -> String {
    let kept = |c: char| if c.is_alphanumeric() || "-_. ()".contains(c) { c } else { '_' };
    let name: String = version.text.short_name.chars().map(kept).collect();
    let name = name.trim_matches(['.', ' ']).to_owned();
    if name.is_empty() { format!("course-{}", version.id) } else { name }
}
