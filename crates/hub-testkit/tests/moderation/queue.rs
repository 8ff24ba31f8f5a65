//! What is in the queue, and who is at work on it.

use std::time::Duration;

use hub_app::AppError;
use hub_app::moderation::{QueueQuery, Take, claim, queue, release};
use hub_core::listing::Listing;
use hub_core::moderation::QueueKind;
use hub_core::rights::{Actor, Role};
use hub_testkit::{PASSWORD, db_test};

use crate::plant::{advert, moderator, send_again, text};

const MINUTE: Duration = Duration::from_mins(1);

db_test! {
    async fn the_queue_is_paged_oldest_first_and_shows_the_text_that_waits(hub) {
        let mut waiting = Vec::new();
        for number in 0..3 {
            waiting.push(advert(&hub, &Listing::Waiting, &text(&format!("Waits {number}"))).await);
            hub.advance(MINUTE);
        }
        let listed = advert(&hub, &Listing::Listed, &text("Listed")).await;
        let change = send_again(&hub, listed, &text("Changed")).await;
        let query = QueueQuery { limit: 3, ..QueueQuery::default() };
        let page = queue(&hub.app, &query).await.unwrap();
        assert_eq!(page.entries.iter().map(|entry| entry.version).collect::<Vec<_>>(), waiting);
        assert_eq!(page.total, 4);
        let rest = queue(&hub.app, &QueueQuery { after: page.next, ..query }).await.unwrap();
        let [last] = rest.entries.as_slice() else { panic!("{rest:?}") };
        assert_eq!((last.why, last.text, last.title.as_str()), (QueueKind::Change, change, "Changed"));
        assert_eq!(rest.next, None);
    }
}

db_test! {
    async fn the_queue_is_filtered_by_kind_language_and_claim(hub) {
        let english = advert(&hub, &Listing::Waiting, &text("English")).await;
        let mut german = text("Deutsch");
        "de".clone_into(&mut german.language);
        let german = advert(&hub, &Listing::Waiting, &german).await;
        let anna = moderator(&hub, "Anna").await;
        claim(&hub.app, anna, german, Take::IfFree).await.unwrap();
        let found = async |query: QueueQuery| {
            let page = queue(&hub.app, &query).await.unwrap();
            page.entries.iter().map(|entry| entry.version).collect::<Vec<_>>()
        };
        let all = QueueQuery::default();
        assert_eq!(found(QueueQuery { language: Some("de".to_owned()), ..all.clone() }).await, [german]);
        assert_eq!(found(QueueQuery { claimed_by: Some(anna), ..all.clone() }).await, [german]);
        assert_eq!(found(QueueQuery { unclaimed: true, ..all.clone() }).await, [english]);
        assert_eq!(found(QueueQuery { why: Some(QueueKind::Change), ..all }).await, []);
    }
}

db_test! {
    async fn a_second_moderator_sees_who_has_it_and_may_take_it_over(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Taken")).await;
        let (anna, ben) = (moderator(&hub, "Anna").await, moderator(&hub, "Ben").await);
        claim(&hub.app, anna, id, Take::IfFree).await.unwrap();
        let Err(AppError::Conflict(why)) = claim(&hub.app, ben, id, Take::IfFree).await else { panic!() };
        assert!(why.contains("Anna"), "{why}");
        release(&hub.app, ben, id).await.unwrap();
        let page = queue(&hub.app, &QueueQuery::default()).await.unwrap();
        assert_eq!(page.entries[0].claim.as_ref().unwrap().name, "Anna", "not Ben's to release");
        assert_eq!(claim(&hub.app, ben, id, Take::Over).await.unwrap().account, ben);
        assert!(crate::plant::acts(&hub, id).await.contains(&"course.claim_taken_over".to_owned()));
    }
}

db_test! {
    async fn a_claim_is_void_after_half_an_hour_without_activity(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Forgotten")).await;
        let (anna, ben) = (moderator(&hub, "Anna").await, moderator(&hub, "Ben").await);
        claim(&hub.app, anna, id, Take::IfFree).await.unwrap();
        hub.advance(29 * MINUTE);
        claim(&hub.app, anna, id, Take::IfFree).await.unwrap();
        hub.advance(29 * MINUTE);
        assert!(claim(&hub.app, ben, id, Take::IfFree).await.is_err(), "she was active");
        hub.advance(MINUTE);
        assert_eq!(claim(&hub.app, ben, id, Take::IfFree).await.unwrap().account, ben);
    }
}

db_test! {
    async fn what_somebody_was_at_is_free_when_they_erase_their_account(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Left")).await;
        let ben = moderator(&hub, "Ben").await;
        let anna = hub.signed_in(Role::Moderator).await;
        claim(&hub.app, anna.account, id, Take::IfFree).await.unwrap();
        let gone = [("typed", "moderator@hub.example"), ("current", PASSWORD)];
        assert_eq!(anna.post("/me/erase", &gone).await.status(), 303);
        assert_eq!(claim(&hub.app, ben, id, Take::IfFree).await.unwrap().account, ben);
    }
}

db_test! {
    async fn staff_whose_account_is_suspended_is_told_of_nothing(hub) {
        let site = hub.site("Lake school").await;
        let (anna, ben) = (moderator(&hub, "Anna").await, moderator(&hub, "Ben").await);
        hub_app::account::manage::suspend(&hub.app, Actor::CommandLine, ben).await.unwrap();
        site.publish_advert(&hub.url(), &hub_testkit::example_course("BOT-PHOTO"), 0).await.unwrap();
        let told: Vec<String> =
            hub.mails_of("course_waits").await.into_iter().map(|mail| mail.mail.recipient).collect();
        let address = hub_app::account::show(&hub.app, anna).await.unwrap().email;
        assert_eq!(told, [address]);
    }
}
