//! What was announced and whose file never came, as staff sees it.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::course::look::{self, NO_FILE};
use hub_sample::site::Kind;
use hub_testkit::{TestHub, db_test, small_course};

async fn late(hub: &TestHub) -> Vec<i64> {
    let rows = look::list(&hub.app, Some(NO_FILE), 100).await.unwrap();
    let now = hub.app.clock.now();
    assert!(rows.iter().all(|row| row.version.has_no_file(now)));
    rows.iter().map(|row| row.version.id.get()).collect()
}

db_test! {
    async fn a_share_whose_file_did_not_come_within_a_day_is_listed_as_such(hub) {
        let url = hub.url();
        let site = hub.trusted_site("Lake school").await;
        let first = site.register_course(&url, &small_course(1), Kind::Share, 0).await.unwrap();
        site.publish_advert(&url, &small_course(2), 0).await.unwrap();
        site.publish_share(&url, &small_course(3), 0).await.unwrap();
        hub.advance(Duration::from_hours(24));
        assert_eq!(late(&hub).await, [0; 0], "not before a whole day is over");
        let second = site.register_course(&url, &small_course(4), Kind::Share, 0).await.unwrap();
        hub.advance(Duration::from_millis(1));
        assert_eq!(late(&hub).await, [first]);
        hub.advance(Duration::from_hours(24));
        assert_eq!(late(&hub).await, [first, second], "the oldest first");
        let answer = site.upload_backup(&url, first, &site.back_up(&small_course(1))).await.unwrap();
        assert_eq!(answer.status, 200);
        assert_eq!(late(&hub).await, [second]);
        hub.settle().await;
        site.unregister_courses(&url, &[second]).await.unwrap();
        assert_eq!(late(&hub).await, [0; 0]);
    }
}
