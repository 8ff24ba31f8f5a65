//! Staff decides on an appeal.

use hub_core::AppealId;
use hub_core::act::{Act, Thing};
use hub_core::moderation::{AppealState, Verdict};
use hub_core::rights::Actor;

use super::lock_open;
use crate::course::decide::{Decision, carry_out, take_up_again};
use crate::moderation::{mails, said};
use crate::{App, AppError, Missing};

/// How an appeal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The decision stands.
    Uphold,
    /// The decision is taken back: what was refused is accepted, what was hidden is shown again.
    Reverse {
        /// Also takes a package that its reader has held.
        despite_findings: bool,
    },
}

/// Decides on an appeal and tells the publisher.
///
/// # Errors
/// `Conflict` if it was decided already, or another text waits meanwhile; `WrongState` says what stands in the way of
/// taking the decision back; `Invalid` if nothing is said.
pub async fn close(
    app: &App,
    actor: Actor,
    id: AppealId,
    outcome: Outcome,
    message: &str,
) -> Result<(), AppError> {
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let appeal = lock_open(&mut tx, id).await?;
    let version = hub_db::version::lock(tx.cx(), appeal.version).await?;
    let version = version.ok_or(AppError::NotFound(Missing::Course))?;
    let decision = hub_db::decision::by_id(tx.cx(), appeal.decision).await?;
    let decision = decision.ok_or(AppError::NotFound(Missing::Appeal))?;
    let state = match outcome {
        Outcome::Uphold => AppealState::Upheld,
        Outcome::Reverse { despite_findings } => {
            let (version, reversal) = match (decision.verdict, decision.of_change) {
                (Verdict::Hidden, _) => (version.clone(), Decision::Unhide),
                (_, true) => {
                    let again = take_up_again(&mut tx, version.clone(), decision.text, now).await?;
                    (again, Decision::Accept { despite_findings })
                }
                (_, false) => (version.clone(), Decision::Accept { despite_findings }),
            };
            carry_out(&mut tx, actor, version, &reversal, now).await?;
            AppealState::Reversed
        }
    };
    hub_db::appeal::close(tx.cx(), id, state, &message, now).await?;
    let act = Act::new("appeal.decided", Thing::Appeal(id))
        .before(serde_json::json!({ "state": AppealState::Open.name() }))
        .after(serde_json::json!({ "state": state.name(), "message": message }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    mails::appeal_answered(app, &mut tx, &version, (decision.id, state, &message), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
