//! Tells the contact of a site of which nothing was heard for long: whether its address answers, so that the one who
//! can mend it knows where to look. Staff sees it among its needs; the site itself stays as it is.

use hub_core::SiteId;
use hub_core::site::SiteState;
use jiff::tz::TimeZone;
use url::Url;

use super::JobFailure;
use crate::outside::fetch::Verdict;
use crate::{App, site};

pub(super) async fn run(app: &App, id: SiteId) -> Result<(), JobFailure> {
    let found = hub_db::site::by_id(app.db.read().await?.cx(), id).await?;
    let Some(found) = found.filter(|found| found.state == SiteState::Active) else { return Ok(()) };
    let Some(url) = Url::parse(&found.address.to_string()).ok() else { return Ok(()) };
    let why = match app.fetch.probe(&url).await.verdict {
        Verdict::NoSite { status } => Some(format!("it answers with status {status}")),
        Verdict::Failed(error) => Some(error.to_string()),
        // An address that this hub never calls may be fine for everybody else.
        Verdict::Exists { .. } | Verdict::Refused(_) => None,
    };
    let heard = found.last_seen_at.or(found.handshake_at).unwrap_or(found.registered_at);
    let since = heard.to_zoned(TimeZone::UTC).date().to_string();
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    site::mails::silent(app, &mut tx, &found, &since, why.as_deref(), now).await?;
    tx.commit().await?;
    app.wake();
    Ok(())
}
