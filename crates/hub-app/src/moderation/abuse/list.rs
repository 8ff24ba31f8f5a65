//! Reports of abuse, oldest first.

use hub_core::AbuseReportId;
use hub_core::moderation::{AbuseState, AbuseSubject};
use hub_db::abuse_report::AbuseReport;
use jiff::Timestamp;

use crate::{App, AppError, Missing};

/// The last report of a page: when it came, and its id.
pub type AbuseCursor = (Timestamp, AbuseReportId);

/// Reports in one state after some others of it, oldest first, at most `limit` and 200.
///
/// # Errors
/// Only ours.
pub async fn list(
    app: &App,
    state: AbuseState,
    after: Option<AbuseCursor>,
    limit: i64,
) -> Result<Vec<AbuseReport>, AppError> {
    Ok(hub_db::abuse_report::list(app.db.read().await?.cx(), state, after, limit.clamp(1, 200)).await?)
}

/// The open reports about one thing, oldest first, at most 200.
///
/// # Errors
/// Only ours.
pub async fn about(app: &App, subject: AbuseSubject) -> Result<Vec<AbuseReport>, AppError> {
    Ok(hub_db::abuse_report::open_about(app.db.read().await?.cx(), subject, 200).await?)
}

/// One report.
///
/// # Errors
/// `NotFound` if there is none of this number.
pub async fn show(app: &App, id: AbuseReportId) -> Result<AbuseReport, AppError> {
    let found = hub_db::abuse_report::by_id(app.db.read().await?.cx(), id).await?;
    found.ok_or(AppError::NotFound(Missing::AbuseReport))
}

/// What a report is about: the title of the newest version, or the name of the site; empty if it is gone.
///
/// # Errors
/// Only ours.
pub async fn name(app: &App, subject: AbuseSubject) -> Result<String, AppError> {
    let mut conn = app.db.read().await?;
    let name = match subject {
        AbuseSubject::Course(id) => {
            hub_db::version::of_course(conn.cx(), id, 1).await?.pop().map(|version| version.text.title)
        }
        AbuseSubject::Site(id) => hub_db::site::by_id(conn.cx(), id).await?.map(|site| site.info.name),
        _ => None,
    };
    Ok(name.unwrap_or_default())
}
