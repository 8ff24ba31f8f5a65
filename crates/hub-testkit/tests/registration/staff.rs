//! What staff does with sites: repeated without harm, recorded, and seen from outside.

use hub_app::AppError;
use hub_app::site::staff;
use hub_core::SiteId;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, db_test, example_course};

use super::{page, registered, token};

const STAFF: Actor = Actor::CommandLine;

async fn record(hub: &TestHub, id: SiteId) -> Vec<String> {
    staff::show(&hub.app, id).await.unwrap().record.into_iter().rev().map(|line| line.act).collect()
}

async fn shares_found(hub: &TestHub, word: &str) -> usize {
    hub.settle().await;
    let anybody = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Anybody")).await.unwrap();
    anybody.search(&hub.url(), word, Kind::Advert, &[]).await.unwrap().total.try_into().unwrap()
}

db_test! {
    async fn trust_counts_for_what_comes_and_shows_what_waits(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let trusted = staff::trust(&hub.app, STAFF, id).await.unwrap();
        assert!(trusted.site.trusted);
        assert_eq!(trusted.waiting.len(), 1);
        assert_eq!(shares_found(&hub, "linear").await, 0, "what waited waits on");
        site.publish_advert(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        assert_eq!(shares_found(&hub, "photosynthesis").await, 1);
        let accepted = staff::accept_waiting(&hub.app, STAFF, id).await.unwrap();
        assert!(accepted.len() == 1 && accepted[0].outcome.is_ok(), "{accepted:?}");
        assert_eq!(shares_found(&hub, "linear").await, 1);
        assert!(staff::accept_waiting(&hub.app, STAFF, id).await.unwrap().is_empty());
        staff::untrust(&hub.app, STAFF, id).await.unwrap();
        site.publish_advert(&hub.url(), &example_course("CHESS-END"), 0).await.ok();
        assert_eq!(shares_found(&hub, "linear").await, 1, "what is listed stays");
        assert!(staff::waiting(&hub.app, id).await.unwrap().len() <= 1);
    }
}

db_test! {
    async fn priority_brings_trust_and_leaves_it(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let row = staff::prioritise(&hub.app, STAFF, id).await.unwrap();
        assert!(row.prioritised && row.trusted);
        let error = staff::untrust(&hub.app, STAFF, id).await.unwrap_err();
        assert!(error.to_string().contains("coursehub site unprioritise"), "the way out: {error}");
        assert!(hub.row_of(&site).await.trusted);
        let row = staff::unprioritise(&hub.app, STAFF, id).await.unwrap();
        assert!(!row.prioritised && row.trusted, "trust is kept");
        staff::untrust(&hub.app, STAFF, id).await.unwrap();
        let acts = record(&hub, id).await;
        for act in ["site.prioritised", "site.unprioritised", "site.untrusted"] {
            assert_eq!(acts.iter().filter(|done| *done == act).count(), 1, "{act} in {acts:?}");
        }
    }
}

db_test! {
    async fn every_decision_may_be_repeated_and_is_recorded_once(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        for _ in 0..2 {
            staff::trust(&hub.app, STAFF, id).await.unwrap();
            staff::show_in_list(&hub.app, STAFF, id).await.unwrap();
        }
        for _ in 0..2 {
            staff::hide_from_list(&hub.app, STAFF, id).await.unwrap();
            staff::suspend(&hub.app, STAFF, id).await.unwrap();
        }
        for _ in 0..2 {
            staff::resume(&hub.app, STAFF, id).await.unwrap();
            staff::set(&hub.app, STAFF, id, "notes", "by telephone").await.unwrap();
            staff::refuse_change(&hub.app, STAFF, id).await.unwrap();
            staff::accept_change(&hub.app, STAFF, id).await.unwrap();
        }
        for _ in 0..2 {
            staff::block(&hub.app, STAFF, id).await.unwrap();
        }
        for _ in 0..2 {
            staff::unblock(&hub.app, STAFF, id).await.unwrap();
            staff::delete(&hub.app, STAFF, id, staff::Courses::Go).await.unwrap();
        }
        let acts: Vec<String> =
            record(&hub, id).await.into_iter().filter(|act| act != "site.registered").collect();
        let expected = [
            "site.trusted",
            "site.shown_in_list",
            "site.hidden_from_list",
            "site.suspended",
            "site.resumed",
            "site.set",
            "site.blocked",
            "site.unblocked",
        ];
        assert_eq!(acts, expected);
        let lines = staff::show(&hub.app, id).await.unwrap().record;
        let trusted = lines.iter().find(|line| line.act == "site.trusted").unwrap();
        assert_eq!((trusted.before.as_str(), trusted.after.as_str()), ("{\"trusted\":false}", "{\"trusted\":true}"));
        for missing in [staff::trust(&hub.app, STAFF, SiteId(99)).await.err(), staff::show(&hub.app, SiteId(99)).await.err()] {
            assert!(matches!(missing, Some(AppError::NotFound(_))));
        }
    }
}

db_test! {
    async fn a_site_that_left_is_given_nothing(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        site.call_as_site(&hub.url(), "hub_unregister_site", &[]).await.unwrap();
        for error in [
            staff::trust(&hub.app, STAFF, id).await.err().unwrap(),
            staff::prioritise(&hub.app, STAFF, id).await.err().unwrap(),
            staff::show_in_list(&hub.app, STAFF, id).await.err().unwrap(),
            staff::suspend(&hub.app, STAFF, id).await.err().unwrap(),
            staff::resume(&hub.app, STAFF, id).await.err().unwrap(),
            staff::confirm(&hub.app, STAFF, id).await.err().unwrap(),
            staff::accept(&hub.app, STAFF, id).await.err().unwrap(),
        ] {
            assert!(error.to_string().contains("has left this hub"), "{error}");
        }
    }
}

db_test! {
    async fn a_deleted_site_goes_with_or_without_its_courses(hub) {
        for (courses, left) in [(staff::Courses::Stay, 1), (staff::Courses::Go, 0)] {
            let site = hub.trusted_site("Lake school").await;
            let id = hub.row_of(&site).await.id;
            site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
            assert_eq!(shares_found(&hub, "linear").await, 1);
            let deleted = staff::delete(&hub.app, STAFF, id, courses).await.unwrap();
            assert_eq!(deleted.publications, 1 - left);
            assert_eq!(shares_found(&hub, "linear").await, left);
            let error = site.get_info(&hub.url()).await.unwrap_err();
            assert_eq!(error.error_code(), Some("invalidtoken"));
            let row = hub.row_of(&site).await;
            assert_eq!((row.state, row.trusted), (SiteState::Left, false));
            staff::delete(&hub.app, STAFF, id, staff::Courses::Go).await.unwrap();
            hub.settle().await;
        }
    }
}

db_test! {
    async fn a_blocked_secret_can_be_unblocked(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        staff::block(&hub.app, STAFF, id).await.unwrap();
        assert!(staff::show(&hub.app, id).await.unwrap().blocked);
        let error = site.get_info(&hub.url()).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"), "calls fail at once");
        site.forget_confirmation(&hub.url());
        assert_eq!(page(site.register(&hub.url()).await.unwrap()).status, 403);
        assert_eq!(staff::unblock(&hub.app, STAFF, id).await.unwrap(), 1);
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
    }
}

db_test! {
    async fn settings_of_a_site_are_checked_and_its_token_survives_them(hub) {
        let site = hub.site("Lake school").await;
        let other = hub.site("Hill school").await;
        let id = hub.row_of(&site).await.id;
        let before = token(&hub, &site);
        for (key, value) in [
            ("name", "École"),
            ("description", "Two\nlines"),
            ("contact_name", "Uma"),
            ("contact_email", "uma@school.example"),
            ("language", "FR"),
            ("country", "fr"),
            ("notes", "by telephone, 3 May"),
            ("address", "https://Neu.example/moodle/"),
        ] {
            staff::set(&hub.app, STAFF, id, key, value).await.unwrap();
        }
        let row = staff::show(&hub.app, id).await.unwrap().site;
        assert_eq!(row.info.name, "École");
        assert_eq!(row.info.description, "Two\nlines");
        assert_eq!((row.info.language.as_str(), row.info.country.as_str()), ("fr", "FR"));
        assert_eq!(row.address.as_str(), "https://Neu.example/moodle");
        assert_eq!(row.notes, "by telephone, 3 May");
        assert!(site.call(&hub.url(), &before, "hub_get_info", &[]).await.is_ok(), "the token is the site's, not the address's");
        for (value, limit) in [("unlimited", Some(None)), ("0", Some(Some(0))), ("7", Some(Some(7))), ("", None)] {
            let row = staff::set(&hub.app, STAFF, id, "courses_per_day", value).await.unwrap();
            assert_eq!(row.courses_per_day, limit, "{value}");
        }
        for (key, value, text) in [
            ("name", " ", "a name is needed"),
            ("contact_email", "uma", "not a mail address"),
            ("country", "France", "two letters"),
            ("courses_per_day", "-1", "whole number"),
            ("address", "neu.example", "not a web address"),
            ("adress", "x", "did you mean \"address\""),
        ] {
            let error = staff::set(&hub.app, STAFF, id, key, value).await.unwrap_err();
            assert!(error.to_string().contains(text), "{key}: {error}");
        }
        let taken = staff::set(&hub.app, STAFF, id, "address", other.wwwroot()).await.unwrap_err();
        assert!(taken.to_string().contains("another site is registered"), "{taken}");
    }
}

db_test! {
    async fn a_waiting_address_is_taken_or_dropped(hub) {
        let mut site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let copy = site.copy().await.unwrap();
        copy.update_site_info(&hub.url()).await.unwrap();
        assert!(hub.row_of(&site).await.waiting_address.is_some());
        let row = staff::refuse_change(&hub.app, STAFF, id).await.unwrap();
        assert_eq!((row.waiting_address, row.address.as_str()), (None, site.wwwroot()));
        let mut info = site.info().clone();
        "Lake school, new".clone_into(&mut info.name);
        site.set_info(info);
        copy.update_site_info(&hub.url()).await.unwrap();
        let row = staff::accept_change(&hub.app, STAFF, id).await.unwrap();
        assert_eq!(row.address.as_str(), copy.wwwroot());
        assert_eq!(row.cloned_at, None, "it was a move");
        assert!(copy.get_info(&hub.url()).await.is_ok());
    }
}
