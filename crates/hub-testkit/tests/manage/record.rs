//! The record of who changed what.

use hub_app::audit::{self, Form};
use hub_app::site::staff;
use hub_core::desk::AuditQuery;
use hub_testkit::{TestHub, db_test};

use super::{STAFF, whole};

async fn acts(hub: &TestHub, query: AuditQuery) -> Vec<String> {
    let page = audit::find(&hub.app, &query, 100).await.unwrap();
    assert_eq!(page.next, None);
    page.rows.into_iter().map(|row| row.record.act).collect()
}

db_test! {
    async fn the_record_is_searched_by_who_what_when_and_words(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        staff::set(&hub.app, STAFF, id, "notes", "Überprüft").await.unwrap();
        staff::trust(&hub.app, STAFF, id).await.unwrap();
        let by_staff = AuditQuery { actor: Some(("command_line".to_owned(), None)), ..AuditQuery::default() };
        assert_eq!(acts(&hub, by_staff.clone()).await, ["site.trusted", "site.set"]);
        let later = Some(hub.app.clock.now() + jiff::SignedDuration::from_hours(1));
        for (query, found) in [
            (AuditQuery { words: "uberpruft".to_owned(), ..by_staff.clone() }, vec!["site.set"]),
            (AuditQuery { act: "site.tr".to_owned(), ..by_staff.clone() }, vec!["site.trusted"]),
            (AuditQuery { act: "site_".to_owned(), ..by_staff.clone() }, vec![]),
            (AuditQuery { thing: Some(("site".to_owned(), Some(id.get() + 1))), ..by_staff.clone() }, vec![]),
            (AuditQuery { after: later, ..by_staff.clone() }, vec![]),
            (AuditQuery { before: later, ..by_staff.clone() }, vec!["site.trusted", "site.set"]),
        ] {
            assert_eq!(acts(&hub, query.clone()).await, found, "{query:?}");
        }
        let first = audit::find(&hub.app, &by_staff, 1).await.unwrap();
        assert_eq!((first.rows.len(), first.rows[0].thing_name.as_str()), (1, "Lake school"));
        let second = audit::find(&hub.app, &AuditQuery { older_than: first.next, ..by_staff }, 1).await.unwrap();
        assert_eq!((second.rows[0].record.act.as_str(), second.next), ("site.set", None));
    }
}

db_test! {
    async fn the_record_leaves_as_csv_and_as_json(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        for number in 0..600 {
            staff::set(&hub.app, STAFF, id, "notes", &format!("note {number}")).await.unwrap();
        }
        let query = AuditQuery { act: "site.set".to_owned(), ..AuditQuery::default() };
        let csv = whole(audit::export(&hub.app, &query, Form::Csv)).await;
        assert_eq!(csv.split_terminator("\r\n").count(), 601);
        let json = whole(audit::export(&hub.app, &query, Form::JsonLines)).await;
        let lines: Vec<serde_json::Value> =
            json.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines.len(), 600);
        assert_eq!(lines[0]["before"]["notes"], "note 598");
        assert_eq!(lines[599]["after"]["notes"], "note 0");
        assert_eq!(lines[0]["thing"]["name"], "Lake school");
    }
}
