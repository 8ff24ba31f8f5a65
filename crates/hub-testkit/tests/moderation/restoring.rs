//! What staff deleted is restored for a while, then purged.

use std::time::Duration;

use hub_app::AppError;
use hub_app::course::decide::{Decision, decide};
use hub_app::jobs::Job;
use hub_app::moderation::{feature, restore, unfeature};
use hub_core::listing::{Listing, WrongState};
use hub_core::rights::Actor;
use hub_testkit::{TestHub, db_test};

use crate::plant::{acts, advert, text, version};

async fn purge(hub: &TestHub) {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    Job::PurgeRemoved.enqueue(tx.cx(), now).await.unwrap();
    Job::PurgeRemoved.enqueue(tx.cx(), now).await.unwrap();
    tx.commit().await.unwrap();
    hub.settle().await;
}

db_test! {
    async fn a_deleted_course_comes_back_as_it_was_within_the_time(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Back")).await;
        decide(&hub.app, Actor::CommandLine, id, &Decision::Delete).await.unwrap();
        hub.advance(Duration::from_hours(29 * 24));
        purge(&hub).await;
        restore(&hub.app, Actor::CommandLine, id).await.unwrap();
        let back = version(&hub, id).await;
        assert_eq!((back.listing, back.text.title.as_str()), (Listing::Listed, "Back"));
        assert_eq!(acts(&hub, id).await, ["course.deleted", "course.restored"]);
        let again = restore(&hub.app, Actor::CommandLine, id).await;
        assert!(matches!(again, Err(AppError::WrongState(WrongState::NotRemoved(_)))), "{again:?}");
    }
}

db_test! {
    async fn after_the_time_its_texts_are_gone(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Gone")).await;
        decide(&hub.app, Actor::CommandLine, id, &Decision::Delete).await.unwrap();
        hub.advance(Duration::from_hours(31 * 24));
        purge(&hub).await;
        let gone = version(&hub, id).await;
        assert_eq!((gone.listing, gone.text.title.as_str()), (Listing::Removed, ""));
        let late = restore(&hub.app, Actor::CommandLine, id).await;
        assert!(matches!(late, Err(AppError::WrongState(WrongState::Purged))), "{late:?}");
    }
}

db_test! {
    async fn a_course_is_featured_with_a_reason_only(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Fine")).await;
        assert!(matches!(feature(&hub.app, Actor::CommandLine, id, " ").await, Err(AppError::Invalid(_))));
        feature(&hub.app, Actor::CommandLine, id, "Our course of the week").await.unwrap();
        assert!(version(&hub, id).await.featured);
        unfeature(&hub.app, Actor::CommandLine, id).await.unwrap();
        assert!(!version(&hub, id).await.featured);
    }
}
