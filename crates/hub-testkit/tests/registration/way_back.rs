//! The way back: whether the site has called since its administrator was sent home.

use std::time::Duration;

use hub_app::site::staff;
use hub_app::site::way_back::{self, Standing};
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, conformance_test, db_test};

use super::{ask, link, page, parameters, post, registered, token};

/// A site whose firewall stopped the way back: the hub redirected, the site heard nothing. Gives the address of the
/// page that shows where it stands.
async fn stopped(hub: &TestHub) -> (SimulatedSite, String) {
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    assert_eq!(ask(&site.registration_address(&hub.url())).await.status, 303);
    let mail = hub.mails_of("site_registered").await.pop().expect("the contact is mailed");
    let page = link(&mail.body, &format!("{}/registrations/", hub.url()));
    (site, page)
}

async fn standing(hub: &TestHub, page: &str) -> Standing {
    way_back::page(&hub.app, page.rsplit('/').next().unwrap()).await.unwrap().standing
}

conformance_test! {
    async fn without_a_call_the_return_is_not_seen_after_ten_minutes(hub) {
        let (site, address) = stopped(&hub).await;
        let id = hub.row_of(&site).await.id;
        assert_eq!(standing(&hub, &address).await, Standing::OnItsWay);
        assert!(!staff::show(&hub.app, id).await.unwrap().return_not_seen);
        assert!(ask(&address).await.body.contains("Almost there"));
        hub.advance(Duration::from_mins(10));
        assert_eq!(standing(&hub, &address).await, Standing::ReturnNotSeen);
        assert!(staff::show(&hub.app, id).await.unwrap().return_not_seen);
        let shown = ask(&address).await;
        assert_eq!(shown.status, 200);
        assert_eq!(shown.header("cache-control"), "no-store");
        for text in [
            "Registered, but your Moodle has not called",
            "answers 403",
            "signed in",
            "SecRuleRemoveById 931100-931130",
            "(confirmregistration|renewregistration|index)",
            "siteregistration",
            "Try again",
        ] {
            assert!(shown.body.contains(text), "{text}: {}", shown.body);
        }
        assert!(!shown.body.contains(&site.hub(&hub.url()).unwrap().secret), "no secrets in pages");

        // The firewall was taught; the administrator presses the button.
        let before = ask(&address).await;
        assert_eq!(before.status, 200);
        let again = site.browser().open(&address).await.unwrap();
        let done = site.browser().fill_in(&again, &[]).await.unwrap();
        assert!(done.body.contains("registrationconfirmed"), "{}", done.body);
        assert!(done.way[1].as_str().starts_with(site.wwwroot()));
        assert!(site.is_registered(&hub.url()));
        site.get_info(&hub.url()).await.unwrap();
        assert_eq!(standing(&hub, &address).await, Standing::Registered);
        assert!(ask(&address).await.body.contains("Your Moodle is connected"));
        assert!(!staff::show(&hub.app, id).await.unwrap().return_not_seen);
    }
}

db_test! {
    async fn trying_again_never_costs_a_working_token(hub) {
        let (site, address) = stopped(&hub).await;
        // It arrived after all, and the administrator presses the button nevertheless.
        site.forget_hub(&hub.url());
        let outcome = page(site.register(&hub.url()).await.unwrap());
        assert_eq!(outcome.status, 409, "another secret is asked about as ever");
        let other = hub.site("Hill school").await;
        let mails = hub.mails_of("site_registered").await;
        let others = link(&mails.last().unwrap().body, &format!("{}/registrations/", hub.url()));
        let before = token(&hub, &other);
        assert_eq!(post(&others, &[]).await.status, 303, "before its first call nobody knows");
        assert!(other.get_info(&hub.url()).await.is_ok(), "what arrived works on");
        let refused = post(&others, &[]).await;
        assert_eq!(refused.status, 403);
        assert!(refused.body.contains("it is registered already"), "{}", refused.body);
        assert_eq!(token(&hub, &other), before);
        assert!(other.get_info(&hub.url()).await.is_ok());
        assert_eq!(ask(&address).await.status, 200);
    }
}

db_test! {
    async fn the_token_of_a_lost_way_back_ends_when_the_next_is_used(hub) {
        let (site, address) = stopped(&hub).await;
        let first = parameters(&post(&address, &[]).await.location())["newtoken"].clone();
        let second = parameters(&post(&address, &[]).await.location())["newtoken"].clone();
        assert!(site.call(&hub.url(), &second, "hub_get_info", &[]).await.is_ok());
        let error = site.call(&hub.url(), &first, "hub_get_info", &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
    }
}

db_test! {
    async fn the_page_lives_a_week_and_looking_at_it_changes_nothing(hub) {
        let (site, address) = stopped(&hub).await;
        let before = hub.row_of(&site).await;
        ask(&address).await;
        assert_eq!(hub.row_of(&site).await, before);
        hub.advance(Duration::from_hours(7 * 24 + 1));
        for answer in [ask(&address).await, post(&address, &[]).await] {
            assert_eq!(answer.status, 404);
            assert!(answer.body.contains("This link is unknown, already used or too old."), "{}", answer.body);
        }
        assert_eq!(ask(&format!("{}/registrations/nonsense", hub.url())).await.status, 404);
    }
}

db_test! {
    async fn our_own_links_carry_no_address_in_a_parameter(hub) {
        hub.set("contact_email", "staff@hub.example").await;
        let site = hub.site("Lake school").await;
        site.forget_hub(&hub.url());
        page(site.register(&hub.url()).await.unwrap());
        for mail in hub.mails().await {
            for word in mail.body.split_whitespace().filter(|word| word.starts_with(&hub.url())) {
                let url = reqwest::Url::parse(word.trim_end_matches(['.', ')'])).unwrap();
                assert_eq!(url.query(), None, "{} of {}", url, mail.mail.kind);
            }
        }
    }
}

db_test! {
    async fn a_registered_site_that_calls_is_never_said_to_be_lost(hub) {
        let site = SimulatedSite::start(SiteOptions::new(Family::CoreRest, "Core school")).await.unwrap();
        registered(&hub, &site).await;
        site.get_info(&hub.url()).await.unwrap();
        hub.advance(Duration::from_hours(48));
        let id = hub.row_of(&site).await.id;
        assert!(!staff::show(&hub.app, id).await.unwrap().return_not_seen);
    }
}
