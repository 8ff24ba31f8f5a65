//! What each policy opens and closes for a registering site.

use std::time::Duration;

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_sample::site::{Family, Leave, SimulatedSite, SiteOptions};
use hub_testkit::{db_test, example_course};

use super::{ask, link, page, post, registered};

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

db_test! {
    async fn with_approval_a_site_waits_without_a_token_until_staff_accepts(hub) {
        hub.set("registration", "approval").await;
        hub.set("contact_email", "staff@hub.example").await;
        let site = new_site("Lake school").await;
        let waits = page(site.register(&hub.url()).await.unwrap());
        assert_eq!(waits.status, 200);
        for text in ["Your request has arrived", "This hub cannot send mail at the moment."] {
            assert!(waits.body.contains(text), "{text}: {}", waits.body);
        }
        let row = hub.row_of(&site).await;
        assert_eq!(row.state, SiteState::Waiting);
        assert_eq!(staff::show(&hub.app, row.id).await.unwrap().token, staff::TokenStanding::None);
        assert_eq!(hub.mails_of("site_new").await.len(), 1);
        assert!(hub.mails_of("site_accepted").await.is_empty());
        assert_eq!(ask(waits.url.as_str()).await.status, 200, "the page can be opened again");
        assert_eq!(post(waits.url.as_str(), &[]).await.status, 403, "and finishes nothing before");

        let accepted = staff::accept(&hub.app, Actor::CommandLine, row.id).await.unwrap();
        assert_eq!((accepted.state, accepted.trusted), (SiteState::Active, false));
        staff::accept(&hub.app, Actor::CommandLine, row.id).await.unwrap();
        let mails = hub.mails_of("site_accepted").await;
        assert_eq!(mails.len(), 1, "accepting again is no error and no second mail");
        let finish = link(&mails[0].body, &format!("{}/registrations/", hub.url()));
        let shown = site.browser().open(&finish).await.unwrap();
        site.browser().fill_in(&shown, &[]).await.unwrap();
        assert!(site.is_registered(&hub.url()));
        site.get_info(&hub.url()).await.unwrap();
    }
}

db_test! {
    async fn a_site_accepted_after_a_week_still_gets_its_way_back(hub) {
        hub.set("registration", "approval").await;
        let site = new_site("Lake school").await;
        page(site.register(&hub.url()).await.unwrap());
        let id = hub.row_of(&site).await.id;
        hub.advance(Duration::from_hours(8 * 24));
        staff::accept(&hub.app, Actor::CommandLine, id).await.unwrap();
        let mail = hub.mails_of("site_accepted_again").await.pop().unwrap();
        assert!(mail.body.contains("Register it once more"), "{}", mail.body);
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
    }
}

db_test! {
    async fn a_refused_site_is_told_why_and_may_ask_again(hub) {
        hub.set("registration", "approval").await;
        let site = new_site("Lake school").await;
        page(site.register(&hub.url()).await.unwrap());
        let id = hub.row_of(&site).await.id;
        assert!(staff::refuse(&hub.app, Actor::CommandLine, id, " ").await.is_err(), "a reason is needed");
        staff::refuse(&hub.app, Actor::CommandLine, id, "Only schools of this city").await.unwrap();
        staff::refuse(&hub.app, Actor::CommandLine, id, "Only schools of this city").await.unwrap();
        let mails = hub.mails_of("site_refused").await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains("Only schools of this city"));
        page(site.register(&hub.url()).await.unwrap());
        assert_eq!(hub.row_of(&site).await.state, SiteState::Waiting);
    }
}

db_test! {
    async fn registering_again_while_waiting_waits_on_in_one_row(hub) {
        hub.set("registration", "approval").await;
        let site = new_site("Lake school").await;
        page(site.register(&hub.url()).await.unwrap());
        let waits = page(site.register(&hub.url()).await.unwrap());
        assert!(waits.body.contains("Your request has arrived"), "{}", waits.body);
        assert_eq!(hub.sites().await.len(), 1);
        assert!(hub.mails_of("replacement_link").await.is_empty(), "nothing is lost by it");
        staff::accept(&hub.app, Actor::CommandLine, hub.sites().await[0].id).await.unwrap();
        registered(&hub, &site).await;
    }
}

db_test! {
    async fn a_closed_hub_takes_only_sites_it_knows(hub) {
        let known = hub.site("Lake school").await;
        hub.set("registration", "closed").await;
        let stranger = new_site("Hill school").await;
        let closed = page(stranger.register(&hub.url()).await.unwrap());
        assert_eq!(closed.status, 403);
        assert!(closed.body.contains("No new sites are taken at the moment."), "{}", closed.body);
        assert!(stranger.received().is_empty(), "and it is not called");
        known.forget_confirmation(&hub.url());
        registered(&hub, &known).await;
        assert_eq!(hub.sites().await.len(), 1);
    }
}

db_test! {
    async fn a_closed_hub_knows_the_original_of_a_copy_that_unregistered(hub) {
        let site = hub.site("Lake school").await;
        let copy = site.copy().await.unwrap();
        copy.update_site_info(&hub.url()).await.unwrap();
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        hub.set("registration", "closed").await;
        site.forget_confirmation(&hub.url());
        registered(&hub, &site).await;
    }
}

db_test! {
    async fn a_password_needs_no_private_hub_and_guards_no_known_site_less(hub) {
        hub.set("registration_password", "rosebud").await;
        hub.set("registration", "password").await;
        let mut site = new_site("Lake school").await;
        assert_eq!(page(site.register(&hub.url()).await.unwrap()).status, 422);
        let mut info = site.info().clone();
        "rosebud".clone_into(&mut info.password);
        site.set_info(info);
        registered(&hub, &site).await;
        let stored = format!("{:?}{:?}", hub.row_of(&site).await, hub.mails().await);
        assert!(!stored.contains("rosebud"));
    }
}

db_test! {
    async fn a_read_only_hub_and_one_that_is_off_register_nobody(hub) {
        let site = hub.site("Lake school").await;
        let newcomer = new_site("Hill school").await;
        for (state, text) in [("read-only", "Nothing can be registered or published"), ("off", "")] {
            hub.set("enabled", state).await;
            let refused = page(newcomer.register(&hub.url()).await.unwrap());
            assert_eq!(refused.status, 503, "{state}");
            assert!(refused.body.contains(text), "{state}: {}", refused.body);
            let error = site.update_site_info(&hub.url()).await.unwrap_err();
            assert_eq!(error.error_code(), Some("sitemaintenance"), "{state}");
            let empty = ask(&format!("{}/local/hub/siteregistration.php", hub.url())).await;
            assert_eq!(empty.status, 503, "{state}: said before anything else");
        }
        assert!(newcomer.received().is_empty());
        hub.set("enabled", "on").await;
        registered(&hub, &newcomer).await;
    }
}

db_test! {
    async fn a_suspended_site_is_refused_but_not_made_to_forget_its_registration(hub) {
        let site = hub.trusted_site("Lake school").await;
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let id = hub.row_of(&site).await.id;
        staff::suspend(&hub.app, Actor::CommandLine, id).await.unwrap();
        staff::suspend(&hub.app, Actor::CommandLine, id).await.unwrap();
        hub.settle().await;
        let error = site.get_info(&hub.url()).await.unwrap_err();
        assert_eq!(error.error_code(), Some("accessexception"), "never invalidtoken");
        let anybody = new_site("Anybody").await;
        let url = hub.url();
        let search = || anybody.search(&url, "linear", hub_sample::site::Kind::Advert, &[]);
        assert_eq!(search().await.unwrap().total, 0, "its courses are out of sight");
        let again = page({
            site.forget_confirmation(&hub.url());
            site.register(&hub.url()).await.unwrap()
        });
        assert_eq!(again.status, 403);
        site.forget_hub(&hub.url());
        assert_eq!(page(site.register(&hub.url()).await.unwrap()).status, 403, "nor with a new secret");
        staff::resume(&hub.app, Actor::CommandLine, id).await.unwrap();
        hub.settle().await;
        assert_eq!(search().await.unwrap().total, 1);
    }
}
