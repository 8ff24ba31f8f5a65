//! Pages of the hub's staff that are about the hub as a whole: the record of acts, vocabularies, mails; and what each
//! person wants to be mailed.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "desk/audit.rs"]
mod audit;
#[path = "desk/mail.rs"]
mod mail;
#[path = "desk/malware.rs"]
mod malware;
#[path = "desk/packages.rs"]
mod packages;
#[path = "desk/vocabularies.rs"]
mod vocabularies;

use hub_core::desk::AuditQuery;
use hub_testkit::TestHub;
use reqwest::Response;

fn led_to(answer: &Response) -> String {
    answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// What the record says of acts whose names begin so, newest first: before and after.
async fn record(hub: &TestHub, act: &str) -> Vec<(String, String)> {
    let query = AuditQuery { act: act.to_owned(), ..AuditQuery::default() };
    let page = hub_app::audit::find(&hub.app, &query, 100).await.unwrap();
    page.rows.into_iter().map(|row| (row.record.before, row.record.after)).collect()
}

/// What a reader sees: without head, tags and runs of blanks.
fn text(html: &str) -> String {
    let body = html.split_once("<main").map_or(html, |(_, body)| body);
    let mut text = String::new();
    let mut inside = true;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
