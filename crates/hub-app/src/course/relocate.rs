//! A course is given to another site.

use hub_core::act::{Act, Changed, Thing};
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_core::{CourseId, SiteId, VersionId};

use crate::{App, AppError, Missing};

/// Gives a course with all its versions to a site, which may change and withdraw it from now on. `site_course_id` is its
/// id there, if that is known: then what that site publishes under this id becomes a version of the course.
///
/// # Errors
/// `NotFound` for an unknown course or site; `Conflict` if the site has left or has a course under this id.
pub async fn relocate(
    app: &App,
    actor: Actor,
    id: CourseId,
    site: SiteId,
    site_course_id: Option<i64>,
) -> Result<(), AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let course = hub_db::course::by_id(tx.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let to = hub_db::site::lock(tx.cx(), site).await?.ok_or(AppError::NotFound(Missing::Site))?;
    if to.state == SiteState::Left {
        return Err(AppError::Conflict(format!("site {site} has left this hub and can publish nothing")));
    }
    if course.site_id == Some(site) && course.identity == to.identity && site_course_id.is_none() {
        return Ok(());
    }
    if let Some(number) = site_course_id
        && let Some(there) = hub_db::course::lock_by_site_course(tx.cx(), site, number).await?
        && there.id != id
    {
        return Err(AppError::Conflict(format!(
            "site {site} has published another course under its id {number}, course {}",
            there.id
        )));
    }
    hub_db::course::set_site(tx.cx(), id, (site, to.identity), site_course_id).await?;
    let act = Act::new("course.relocated", Thing::Version(VersionId(id.get())))
        .before(serde_json::json!({ "site": course.site_id }))
        .after(serde_json::json!({ "site": site, "site_course_id": site_course_id }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    hub_db::change::append(tx.cx(), Changed::Course(id), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
