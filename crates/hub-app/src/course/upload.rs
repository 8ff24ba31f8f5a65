//! A site sends the file of a share.

use hub_core::act::{Act, Thing};
use hub_core::course::{Kind, Version};
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_core::site::Site;
use hub_core::{SiteId, VersionId};
use hub_db::blob::Use;
use hub_package::door::{self, Container};

use super::publish::former_self;
use crate::jobs::Job;
use crate::outside::blobs::Staged;
use crate::outside::fault::{self, Moment};
use crate::{App, AppError, Missing, blob};

/// Takes a staged package for a version. What the door can see is refused here, with nothing stored: a foreign or
/// unknown course, a version that has its package, a file that is neither zip nor gzip. Everything inside the file is
/// judged by the job this enqueues.
///
/// # Errors
/// `NotFound`, `Forbidden`, `Conflict` (it has a package already), `Invalid` (not a package).
pub async fn package(app: &App, site: &Site, id: VersionId, staged: Staged) -> Result<(), AppError> {
    app.may_change()?;
    check(&load(app, site, id).await?)?;
    if let Container::NotAPackage(guess) = door::sniff(staged.head()) {
        let mut errors = crate::FieldErrors::default();
        errors.add("file", format!("a course backup (.mbz) is a zip or gzip file; this is {guess}"));
        errors.into_result()?;
    }
    let size_bytes = i64::try_from(staged.size_bytes()).map_err(AppError::internal)?;
    let sha256 = blob::keep(app, staged).await?;

    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::lock(tx.cx(), id).await?;
    let mut version = owned(version, site)?;
    check(&version)?;
    let package = |version: &Version| {
        let sha256 = version.package_sha256.as_ref();
        sha256.map(|sha256| serde_json::json!({ "sha256": sha256, "size_bytes": version.size_bytes }))
    };
    let before = package(&version).unwrap_or_default();
    hub_db::blob::remove_uses(tx.cx(), Use::Package(id), now).await?;
    hub_db::blob::add_use(tx.cx(), sha256.as_str(), Use::Package(id)).await?;
    version.package = PackageState::Reading;
    version.package_sha256 = Some(sha256.as_str().to_owned());
    version.size_bytes = Some(size_bytes);
    version.package_release = None;
    // An acceptance was of the file that was there then.
    version.accepted_early = false;
    version.updated_at = now;
    hub_db::version::update(tx.cx(), &version, now).await?;
    let act = Act::new("course.package_received", Thing::Version(id))
        .before(before)
        .after(package(&version).unwrap_or_default());
    hub_db::audit::record(tx.cx(), Actor::Site(site.id), &act, now).await?;
    Job::ReadPackage { version: id }.enqueue(tx.cx(), now).await?;
    fault::reach(Moment::BeforeCommit).await;
    tx.commit().await?;
    app.wake();
    fault::reach(Moment::BeforeAnswer).await;
    Ok(())
}

/// A version of this site's present self.
pub(super) async fn load(app: &App, site: &Site, id: VersionId) -> Result<Version, AppError> {
    owned(hub_db::version::by_id(app.db.read().await?.cx(), id).await?, site)
}

/// A foreign version is answered like one that does not exist.
pub(super) fn owned(version: Option<Version>, site: &Site) -> Result<Version, AppError> {
    let of = |version: &Version, id: SiteId| version.site_id == Some(id);
    let version =
        version.filter(|version| of(version, site.id)).ok_or(AppError::NotFound(Missing::Course))?;
    if version.course_identity == site.identity { Ok(version) } else { Err(former_self()) }
}

fn check(version: &Version) -> Result<(), AppError> {
    if version.kind == Kind::Advert {
        return Err(AppError::Conflict("an advertised course takes no backup; share it instead".to_owned()));
    }
    if version.listing.is_gone() || matches!(version.listing, Listing::Refused { .. }) {
        return Err(AppError::Conflict("this publication has ended; publish the course again".to_owned()));
    }
    if !version.package.takes_upload() {
        return Err(AppError::Conflict(
            "this publication has its backup already; publish the course again to share a newer one"
                .to_owned(),
        ));
    }
    Ok(())
}
