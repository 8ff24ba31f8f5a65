//! A publisher appeals.

use hub_core::AppealId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_db::DbError;

use super::decision_of;
use crate::moderation::{mails, said};
use crate::{App, AppError, Missing};

/// Appeals against the decision that a mail's link leads to. Whoever has the link speaks for the publisher.
///
/// # Errors
/// `NotFound` for a link that is none; `Conflict` if the decision was appealed already or is none to appeal against;
/// `Invalid` if nothing is said.
pub async fn open(app: &App, link: &str, message: &str) -> Result<AppealId, AppError> {
    let decision = decision_of(app, link).await?;
    if !decision.verdict.may_be_appealed() {
        return Err(AppError::Conflict("only a refusal or hiding can be appealed".to_owned()));
    }
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let version = hub_db::version::by_id(tx.cx(), decision.version).await?;
    let version = version.ok_or(AppError::NotFound(Missing::Course))?;
    let id = match hub_db::appeal::insert(tx.cx(), decision.id, version.id, now).await {
        Err(DbError::Conflict(_)) => {
            return Err(AppError::Conflict("this decision was appealed already".to_owned()));
        }
        other => other?,
    };
    hub_db::appeal::add_message(tx.cx(), id, None, &message, now).await?;
    let act = Act::new("appeal.opened", Thing::Appeal(id))
        .after(serde_json::json!({ "decision": decision.id, "version": version.id }));
    hub_db::audit::record(tx.cx(), Actor::Visitor, &act, now).await?;
    mails::appealed(app, &mut tx, &version, (id, &message), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(id)
}
