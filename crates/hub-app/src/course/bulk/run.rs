//! A bulk act is begun.

use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;

use super::act::{AT_ONCE, go_on};
use super::{BulkAct, Progress, Selection, preview, progress};
use crate::jobs::Job;
use crate::{App, AppError, FieldErrors};

/// Does what was seen in a preview. A few are done at once; many are done by a job, and [`progress`] says how far it is.
///
/// # Errors
/// `Conflict` if the publications are not those of the preview any more; `Invalid` if there are none.
pub async fn run(
    app: &App,
    actor: Actor,
    act: &BulkAct,
    selection: &Selection,
    token: &str,
) -> Result<Progress, AppError> {
    act.check()?;
    let now = app.clock.now();
    let json = |value: Result<String, serde_json::Error>| value.map_err(AppError::internal);
    let (act_json, actor_json) = (json(serde_json::to_string(act))?, json(serde_json::to_string(&actor))?);
    let mut tx = app.db.begin().await?;
    let id = hub_db::batch::insert(tx.cx(), &act_json, &actor_json, now).await?;
    match selection {
        Selection::These(ids) => hub_db::batch::plan_some(tx.cx(), id, ids).await?,
        Selection::All(query) => hub_db::batch::plan_all(tx.cx(), id, query).await?,
    }
    // What is planned is what is compared, so that nothing can come between.
    let versions = hub_db::batch::versions(tx.cx(), id).await?;
    if versions.is_empty() {
        let mut errors = FieldErrors::default();
        errors.add("selection", "no course is selected");
        return Err(AppError::Invalid(errors));
    }
    if preview::token(act, &versions)? != token {
        return Err(AppError::Conflict(
            "the courses are not those that were shown any more; look at the selection again".to_owned(),
        ));
    }
    let total = i64::try_from(versions.len()).unwrap_or(i64::MAX);
    hub_db::batch::set_total(tx.cx(), id, total).await?;
    let record = Act::new("courses.batch_begun", Thing::Hub)
        .before(serde_json::json!({ "batch": null }))
        .after(serde_json::json!({ "batch": id, "act": act, "courses": total }));
    hub_db::audit::record(tx.cx(), actor, &record, now).await?;
    let is_long = total > AT_ONCE;
    if is_long {
        Job::Batch { batch: id }.enqueue(tx.cx(), now).await?;
    }
    tx.commit().await?;
    app.wake();
    if !is_long {
        go_on(app, id).await?;
    }
    progress(app, id).await
}
