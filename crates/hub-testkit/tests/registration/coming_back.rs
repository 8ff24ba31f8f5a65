//! Sites that left and come back.

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_sample::site::{Kind, Leave, SimulatedSite};
use hub_testkit::{TestHub, db_test, example_course};

use super::registered;

async fn advert_of_one_that_left(hub: &TestHub) -> (SimulatedSite, i64) {
    let site = hub.trusted_site("Lake school").await;
    let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    site.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
    hub.settle().await;
    (site, advert)
}

async fn found(hub: &TestHub, site: &SimulatedSite, word: &str) -> usize {
    hub.settle().await;
    site.search(&hub.url(), word, Kind::Advert, &[]).await.unwrap().courses.len()
}

db_test! {
    async fn with_another_secret_former_courses_stay_public_and_out_of_reach_until_confirmed(hub) {
        hub.set("contact_email", "staff@hub.example").await;
        let (site, advert) = advert_of_one_that_left(&hub).await;
        let id = hub.row_of(&site).await.id;
        registered(&hub, &site).await;
        let row = hub.row_of(&site).await;
        assert_eq!((row.id, row.state, row.trusted, row.identity), (id, SiteState::Active, false, 2));
        assert_eq!(found(&hub, &site, "linear").await, 1, "still public");
        let details = staff::show(&hub.app, id).await.unwrap();
        assert_eq!(details.unconfirmed_courses, 1);
        let mails = hub.mails_of("site_came_back").await;
        assert!(mails.iter().any(|mail| mail.body.contains("until staff confirms")), "{mails:?}");

        let mut course = example_course("MATH-LIN1");
        "Linear equations, taken over".clone_into(&mut course.full_name);
        let edited = site.publish_advert(&hub.url(), &course, 0).await.unwrap_err();
        assert!(edited.to_string().contains("staff must confirm"), "{edited}");
        let withdrawn = site.unregister_courses(&hub.url(), &[advert]).await.unwrap_err();
        assert!(withdrawn.to_string().contains("staff must confirm"), "{withdrawn}");
        assert_eq!(found(&hub, &site, "linear").await, 1);
        let other = site.publish_advert(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        assert_ne!(other, advert, "new courses are its own");

        assert_eq!(staff::confirm(&hub.app, Actor::CommandLine, id).await.unwrap(), 1);
        assert_eq!(staff::confirm(&hub.app, Actor::CommandLine, id).await.unwrap(), 0, "again is no error");
        assert_eq!(staff::show(&hub.app, id).await.unwrap().unconfirmed_courses, 0);
        assert_eq!(site.publish_advert(&hub.url(), &course, 0).await.unwrap(), advert, "same course, same id");
        assert_eq!(site.unregister_courses(&hub.url(), &[advert]).await.unwrap(), serde_json::json!(1));
        assert_eq!(found(&hub, &site, "linear").await, 0);
    }
}

db_test! {
    async fn with_the_same_secret_it_is_the_same_site(hub) {
        let site = hub.trusted_site("Lake school").await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let before = hub.row_of(&site).await;
        // Unregistered by hand, with the row kept: a database restored from a copy of yesterday.
        site.call_as_site(&hub.url(), "hub_unregister_site", &[]).await.unwrap();
        site.forget_confirmation(&hub.url());
        registered(&hub, &site).await;
        let row = hub.row_of(&site).await;
        assert_eq!((row.id, row.identity, row.trusted), (before.id, 1, false));
        assert_eq!(site.unregister_courses(&hub.url(), &[advert]).await.unwrap(), serde_json::json!(1));
    }
}

db_test! {
    async fn a_site_that_staff_deleted_may_come_back_by_the_rules(hub) {
        let site = hub.trusted_site("Lake school").await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let id = hub.row_of(&site).await.id;
        let deleted = staff::delete(&hub.app, Actor::CommandLine, id, staff::Courses::Stay).await.unwrap();
        assert!(deleted.was_here);
        let error = site.get_info(&hub.url()).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"), "the token is dead at once");
        site.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        registered(&hub, &site).await;
        let row = hub.row_of(&site).await;
        assert_eq!((row.id, row.identity), (id, 2));
        let error = site.unregister_courses(&hub.url(), &[advert]).await.unwrap_err();
        assert!(error.to_string().contains("staff must confirm"), "{error}");
    }
}
