//! Clones by database copy: two installations that share one token.

use std::time::Duration;

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_sample::site::{Kind, Leave, Outcome, SimulatedSite};
use hub_testkit::{TestHub, db_test, example_course};

use super::{page, registered};

/// A site with an advert, and a copy of it that has called.
async fn clones(hub: &TestHub) -> (SimulatedSite, SimulatedSite, i64) {
    let site = hub.site("Lake school").await;
    let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    site.update_site_info(&hub.url()).await.unwrap();
    let copy = site.copy().await.unwrap();
    copy.update_site_info(&hub.url()).await.unwrap();
    (site, copy, advert)
}

/// The same site, courses and ids, and the courses can be changed.
async fn is_whole_again(hub: &TestHub, site: &SimulatedSite, advert: i64) {
    let mut course = example_course("MATH-LIN1");
    "Linear equations, second edition".clone_into(&mut course.full_name);
    assert_eq!(site.publish_advert(&hub.url(), &course, 0).await.unwrap(), advert);
    let status = site.check_status(&hub.url()).await.unwrap();
    assert_eq!(status.course(advert).unwrap()["fullname"], course.full_name.as_str());
}

db_test! {
    async fn two_addresses_are_seen_and_shown(hub) {
        hub.set("contact_email", "staff@hub.example").await;
        let (site, copy, _) = clones(&hub).await;
        let row = hub.row_of(&site).await;
        assert!(row.cloned_at.is_some());
        let details = staff::show(&hub.app, row.id).await.unwrap();
        let addresses: Vec<&str> = details
            .sightings
            .iter()
            .filter(|sighting| sighting.aspect == "address")
            .map(|sighting| sighting.value.as_str())
            .collect();
        assert_eq!(addresses.len(), 2, "both identities: {addresses:?}");
        assert!(addresses.contains(&site.wwwroot()) && addresses.contains(&copy.wwwroot()));
        assert!(hub.sites().await.len() == 1);
        let mails = hub.mails_of("site_changed").await.len();
        for _ in 0..3 {
            site.update_site_info(&hub.url()).await.unwrap();
            copy.update_site_info(&hub.url()).await.unwrap();
        }
        assert_eq!(hub.mails_of("site_changed").await.len(), mails, "staff is told once");
    }
}

db_test! {
    async fn releases_back_and_forth_are_seen_and_an_upgrade_is_none(hub) {
        let mut site = hub.site("Lake school").await;
        let old = site.info().clone();
        let mut new = old.clone();
        "3.4 (Build: 20171113)".clone_into(&mut new.moodle_release);
        site.update_site_info(&hub.url()).await.unwrap();
        hub.advance(Duration::from_secs(1));
        site.set_info(new);
        site.update_site_info(&hub.url()).await.unwrap();
        assert!(hub.row_of(&site).await.cloned_at.is_none(), "an upgrade");
        hub.advance(Duration::from_secs(1));
        site.set_info(old);
        site.update_site_info(&hub.url()).await.unwrap();
        assert!(hub.row_of(&site).await.cloned_at.is_some(), "both are still there");
    }
}

db_test! {
    async fn course_lists_back_and_forth_are_seen(hub) {
        let site = hub.site("Lake school").await;
        let copy = site.copy().await.unwrap();
        // Both gave the number 2 to another course: each installation counts for itself.
        let (first, second) = (example_course("MATH-LIN1"), example_course("BOT-PHOTO"));
        site.register_course(&hub.url(), &first, Kind::Share, 0).await.unwrap();
        hub.advance(Duration::from_secs(1));
        copy.register_course(&hub.url(), &second, Kind::Share, 0).await.unwrap();
        assert!(hub.row_of(&site).await.cloned_at.is_none(), "a course may be renamed");
        hub.advance(Duration::from_secs(1));
        site.register_course(&hub.url(), &first, Kind::Share, 0).await.unwrap();
        assert!(hub.row_of(&site).await.cloned_at.is_some());
    }
}

db_test! {
    async fn split_ends_both_tokens_and_tells_how_to_return(hub) {
        let (site, copy, advert) = clones(&hub).await;
        let id = hub.row_of(&site).await.id;
        let seen = staff::split(&hub.app, Actor::CommandLine, id).await.unwrap();
        assert!(seen.iter().any(|line| line.contains(copy.wwwroot())), "{seen:?}");
        assert!(staff::split(&hub.app, Actor::CommandLine, id).await.unwrap().is_empty(), "again is no error");
        for one in [&site, &copy] {
            let error = one.update_site_info(&hub.url()).await.unwrap_err();
            assert_eq!(error.error_code(), Some("invalidtoken"));
            assert!(error.to_string().contains("unregister from this hub"), "each is told: {error}");
        }
        let mails = hub.mails_of("site_split").await;
        assert_eq!(mails.len(), 1);
        for text in [site.wwwroot(), copy.wwwroot(), "unregistration=1"] {
            assert!(mails[0].body.contains(text), "{text}: {}", mails[0].body);
        }
        let details = staff::show(&hub.app, id).await.unwrap();
        assert_eq!((details.site.state, details.token), (SiteState::Active, staff::TokenStanding::None));

        for one in [&copy, &site] {
            one.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
            registered(&hub, one).await;
        }
        assert_eq!(hub.row_of(&site).await.id, id, "the one at the registered address is the site");
        assert_ne!(hub.row_of(&copy).await.id, id);
        is_whole_again(&hub, &site, advert).await;
        assert_eq!(copy.check_status(&hub.url()).await.unwrap().total, 0);
        assert!(hub.row_of(&site).await.cloned_at.is_none());
    }
}

db_test! {
    async fn after_split_the_original_may_also_come_with_its_old_secret(hub) {
        let (site, _copy, advert) = clones(&hub).await;
        let id = hub.row_of(&site).await.id;
        staff::split(&hub.app, Actor::CommandLine, id).await.unwrap();
        site.forget_confirmation(&hub.url());
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
        is_whole_again(&hub, &site, advert).await;
    }
}

db_test! {
    async fn after_a_clone_unregisters_the_original_comes_back_with_the_same_secret(hub) {
        let (site, copy, advert) = clones(&hub).await;
        let id = hub.row_of(&site).await.id;
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        let error = site.update_site_info(&hub.url()).await.unwrap_err();
        assert!(error.to_string().contains("then register again"), "the cure: {error}");
        site.forget_confirmation(&hub.url());
        registered(&hub, &site).await;
        let row = hub.row_of(&site).await;
        assert_eq!((row.id, row.identity), (id, 1));
        is_whole_again(&hub, &site, advert).await;
    }
}

db_test! {
    async fn after_a_clone_unregisters_the_original_comes_back_with_a_new_secret(hub) {
        let (site, copy, advert) = clones(&hub).await;
        let id = hub.row_of(&site).await.id;
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        site.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
        assert_eq!(staff::show(&hub.app, id).await.unwrap().unconfirmed_courses, 0, "no staff act");
        is_whole_again(&hub, &site, advert).await;
        // The copy registers anew and is another site.
        registered(&hub, &copy).await;
        assert_ne!(hub.row_of(&copy).await.id, id);
    }
}

db_test! {
    async fn a_clone_that_only_ever_unregistered_is_seen_by_the_originals_next_call(hub) {
        let site = hub.site("Lake school").await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let id = hub.row_of(&site).await.id;
        let copy = site.copy().await.unwrap();
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        hub.advance(Duration::from_hours(26));
        site.update_site_info(&hub.url()).await.unwrap_err();
        site.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
        is_whole_again(&hub, &site, advert).await;
    }
}

db_test! {
    async fn a_stranger_on_the_address_of_a_clone_gets_nothing(hub) {
        let (mut site, copy, advert) = clones(&hub).await;
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        site.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        let mut info = site.info().clone();
        "mallory@evil.example".clone_into(&mut info.contact_email);
        site.set_info(info);
        registered(&hub, &site).await;
        let error = site.unregister_courses(&hub.url(), &[advert]).await.unwrap_err();
        assert!(error.to_string().contains("staff must confirm"), "{error}");
    }
}

db_test! {
    async fn a_copy_that_unregistered_is_asked_before_it_takes_the_originals_place(hub) {
        let (site, copy, _) = clones(&hub).await;
        let id = hub.row_of(&site).await.id;
        copy.call_as_site(&hub.url(), "hub_unregister_site", &[]).await.unwrap();
        copy.forget_confirmation(&hub.url());
        let asked = page(copy.register(&hub.url()).await.unwrap());
        page(copy.press(&hub.url(), &asked, "action", "copied").await.unwrap());
        registered(&hub, &copy).await;
        assert_ne!(hub.row_of(&copy).await.id, id);
        site.forget_confirmation(&hub.url());
        assert_eq!(site.register(&hub.url()).await.unwrap(), Outcome::Confirmed);
        assert_eq!(hub.row_of(&site).await.id, id);
    }
}
