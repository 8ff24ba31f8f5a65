//! People and what the hub keeps of them: all of it taken along, all of it erased; secrets that are nowhere in plain;
//! invitations, the list of accounts, patience with guessers, and the last owner.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "people/invitations.rs"]
mod invitations;
#[path = "people/last_owner.rs"]
mod last_owner;
#[path = "people/list.rs"]
mod list;
#[path = "people/my_data.rs"]
mod my_data;
#[path = "people/secrets.rs"]
mod secrets;
#[path = "people/throttle.rs"]
mod throttle;

use hub_testkit::TestHub;
use reqwest::Response;

fn led_to(answer: &Response) -> String {
    answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// The acts in the record, oldest first.
async fn acts(hub: &TestHub) -> Vec<String> {
    let query = hub_core::desk::AuditQuery::default();
    let page = hub_app::audit::find(&hub.app, &query, 500).await.unwrap();
    page.rows.into_iter().rev().map(|row| row.record.act).collect()
}
