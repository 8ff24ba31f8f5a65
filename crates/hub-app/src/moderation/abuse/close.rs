//! Staff decides on a report of abuse.

use hub_core::AbuseReportId;
use hub_core::act::{Act, Thing};
use hub_core::moderation::{AbuseState, AbuseSubject};
use hub_core::rights::Actor;
use hub_db::Tx;
use jiff::Timestamp;

use super::report::{hide, show_again};
use crate::moderation::{invalid, mails, said};
use crate::{App, AppError, Missing};

/// How reports end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Nothing is wrong; what the hub hid by policy is shown again.
    Dismiss,
    /// The course is hidden; the message is the reason its publisher reads.
    HideCourse,
    /// The course's publisher is asked to put it right; the message says what. What the hub hid by policy is shown
    /// again.
    AskPublisher,
}

/// Which reports end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// This one.
    ThisOne,
    /// This one and all open ones about the same course or site.
    AllAboutIt,
}

/// Reports closed at once.
const MOST: i64 = 500;

/// Decides on a report and tells who made it, if they gave an address. `message` goes to both, the publisher and the
/// reporter.
///
/// # Errors
/// `Conflict` if it was decided already; `Invalid` if nothing is said, or for what cannot be done to a site.
pub async fn close(
    app: &App,
    actor: Actor,
    id: AbuseReportId,
    (ending, which): (Ending, Which),
    message: &str,
) -> Result<(), AppError> {
    let message = said("message", message)?;
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let report = hub_db::abuse_report::lock(tx.cx(), id).await?;
    let report = report.ok_or(AppError::NotFound(Missing::AbuseReport))?;
    if report.state != AbuseState::Open {
        return Err(AppError::Conflict("this report was decided already".to_owned()));
    }
    act_on(app, &mut tx, (actor, report.subject, ending), &message, now).await?;
    let state = match ending {
        Ending::Dismiss => AbuseState::Dismissed,
        Ending::HideCourse => AbuseState::Hidden,
        Ending::AskPublisher => AbuseState::Asked,
    };
    let closed = match which {
        Which::ThisOne => vec![report],
        Which::AllAboutIt => hub_db::abuse_report::open_about(tx.cx(), report.subject, MOST).await?,
    };
    for report in closed {
        mails::report_closed(app, &mut tx, &report, &message, now).await?;
        hub_db::abuse_report::close(tx.cx(), report.id, state, &message, now).await?;
        let act = Act::new("abuse_report.decided", Thing::AbuseReport(report.id))
            .before(serde_json::json!({ "state": AbuseState::Open.name() }))
            .after(serde_json::json!({ "state": state.name(), "message": message }));
        hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    }
    tx.commit().await?;
    app.wake();
    Ok(())
}

async fn act_on(
    app: &App,
    tx: &mut Tx,
    (actor, subject, ending): (Actor, AbuseSubject, Ending),
    message: &str,
    now: Timestamp,
) -> Result<(), AppError> {
    let AbuseSubject::Course(course) = subject else {
        return match ending {
            Ending::Dismiss => Ok(()),
            _ => {
                Err(invalid("ending", "a site is suspended or written to on its own page; then dismiss this"))
            }
        };
    };
    match ending {
        Ending::HideCourse => hide(app, tx, actor, course, message, now).await,
        Ending::Dismiss | Ending::AskPublisher => {
            show_again(tx, actor, course, now).await?;
            let newest = hub_db::version::of_course(tx.cx(), course, 1).await?.pop();
            match newest.filter(|_| ending == Ending::AskPublisher) {
                Some(version) => mails::asked(app, tx, &version, message, now).await,
                None => Ok(()),
            }
        }
    }
}
