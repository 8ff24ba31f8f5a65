//! Settings: each group through its page, at work at once for visitors and for Moodles; invitations; the pages that
//! staff writes; the guided set-up.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "settings/groups.rs"]
mod groups;
#[path = "settings/invitations.rs"]
mod invitations;
#[path = "settings/mail.rs"]
mod mail;
#[path = "settings/pages.rs"]
mod pages;
#[path = "settings/set_up.rs"]
mod set_up;

use hub_core::desk::AuditQuery;
use hub_sample::site::{Family, Outcome, Page, SimulatedSite, SiteOptions};
use hub_testkit::TestHub;
use reqwest::Response;

/// What the record says of acts whose names begin so, newest first: before and after.
async fn record(hub: &TestHub, act: &str) -> Vec<(String, String)> {
    let query = AuditQuery { act: act.to_owned(), ..AuditQuery::default() };
    let mut conn = hub.app.db.read().await.unwrap();
    let lines = hub_db::audit::list(conn.cx(), &query, None, 100).await.unwrap();
    lines.into_iter().map(|line| (line.before, line.after)).collect()
}

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

/// The page a registration ended on instead of the site.
fn shown(outcome: Outcome) -> Page {
    match outcome {
        Outcome::Page(page) => page,
        other => panic!("not a page: {other:?}"),
    }
}

fn led_to(answer: &Response) -> String {
    answer.headers()["location"].to_str().unwrap().to_owned()
}
