//! The three machine identities: what each may do, and that nothing else works.

use hub_app::machine::{self, Attempt, Machine};
use hub_core::rights::Actor;
use hub_sample::site::{Family, SimulatedSite, SiteOptions, Wire};
use hub_testkit::{TestHub, conformance_test, db_test, example_course};

use super::token;

const FUNCTIONS: [&str; 8] = [
    "hub_get_info",
    "hub_update_site_info",
    "hub_register_courses",
    "hub_get_courses",
    "hub_unregister_courses",
    "hub_unregister_site",
    "hub_get_forminfo",
    "hub_site_is_registered",
];

async fn caller(family: Family) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(family, "Caller")).await.unwrap()
}

async fn refusal(
    hub: &TestHub,
    caller: &SimulatedSite,
    token: &str,
    function: &str,
) -> Option<(String, String)> {
    let error = caller.call(&hub.url(), token, function, &[]).await.err()?;
    Some((error.error_code().unwrap_or_default().to_owned(), error.to_string()))
}

conformance_test! {
    async fn the_directory_token_reads_the_hubs_information_and_nothing_else(hub) {
        hub.set("contact_name", "Uma Hub").await;
        hub.set("contact_email", "staff@hub.example").await;
        let first = machine::issue_directory_token(&hub.app, Actor::CommandLine).await.unwrap();
        let token = machine::issue_directory_token(&hub.app, Actor::CommandLine).await.unwrap();
        for family in [Family::ExtPatched, Family::CoreRest] {
            let caller = caller(family).await;
            let (code, _) = refusal(&hub, &caller, first.expose(), "hub_get_info").await.unwrap();
            assert_eq!(code, "invalidtoken", "the earlier one has ended");
            let info = caller.call(&hub.url(), token.expose(), "hub_get_info", &[]).await.unwrap();
            assert_eq!((&info["contactname"], &info["contactemail"]), (&"Uma Hub".into(), &"staff@hub.example".into()));
            for function in FUNCTIONS.iter().filter(|function| **function != "hub_get_info") {
                let (code, text) = refusal(&hub, &caller, token.expose(), function).await.unwrap();
                assert_eq!(code, "accessexception", "{function}: {text}");
                assert!(text.contains(function), "the reason: {text}");
            }
        }
        // Nor does it open the other doors.
        let caller = caller(Family::ExtPatched).await;
        let share = caller.upload_backup(&hub.url(), 1, b"PK").await.unwrap();
        assert_eq!(share.status, 403, "{}", String::from_utf8_lossy(&share.body));
    }
}

conformance_test! {
    async fn the_public_reader_registers_nothing_and_is_nobody_on_a_private_hub(hub) {
        for family in [Family::Zend, Family::ExtUnpatched, Family::CoreRest] {
            let caller = caller(family).await;
            for function in
                ["hub_register_courses", "hub_update_site_info", "hub_unregister_courses", "hub_unregister_site"]
            {
                let (code, text) = refusal(&hub, &caller, "publichub", function).await.unwrap();
                assert_eq!(code, "accessexception", "{function}: {text}");
            }
        }
        hub.set("reading", "members").await;
        let caller = caller(Family::ExtPatched).await;
        for function in FUNCTIONS {
            let (code, _) = refusal(&hub, &caller, "publichub", function).await.unwrap();
            assert_eq!(code, "invalidtoken", "{function}");
        }
    }
}

db_test! {
    async fn a_sites_token_acts_for_its_own_site_only(hub) {
        let (site, other) = (hub.trusted_site("Lake school").await, hub.trusted_site("Hill school").await);
        let advert = other.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let share = other.register_course(&hub.url(), &example_course("BOT-PHOTO"), hub_sample::site::Kind::Share, 0)
            .await.unwrap();
        let mine = token(&hub, &site);
        let ids = [("courseids", Wire::List(vec![Wire::Int(advert)]))];
        let error = site.call(&hub.url(), &mine, "hub_unregister_courses", &ids).await.unwrap_err();
        assert_eq!(error.error_code(), Some("triedtounregisteracourseforwrongsite"));
        let upload = site.upload_backup(&hub.url(), share, &other.back_up(&example_course("BOT-PHOTO"))).await.unwrap();
        assert!(upload.status >= 400, "{}", upload.status);
        // What it says of itself changes itself, whatever address it claims.
        let mut claims = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Hill school")).await.unwrap();
        let mut info = claims.info().clone();
        "taken over".clone_into(&mut info.description);
        claims.set_info(info);
        let before = hub.row_of(&other).await;
        let update = [("siteinfo", Wire::Struct(vec![
            ("name".to_owned(), Wire::from("x")), ("url".to_owned(), Wire::from(other.wwwroot())),
        ]))];
        assert!(site.call(&hub.url(), &mine, "hub_update_site_info", &update).await.is_err());
        assert_eq!(hub.row_of(&other).await, before);
    }
}

db_test! {
    async fn no_attempt_on_a_machine_identity_succeeds_and_each_says_why(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        for machine in [Machine::DirectoryReader, Machine::PublicReader, Machine::Site(id)] {
            for attempt in [Attempt::SignIn, Attempt::Rename, Attempt::Delete, Attempt::Widen] {
                let text = machine.refuse(attempt).to_string();
                assert!(text.contains(&machine.to_string()) && text.len() > machine.to_string().len() + 20, "{text}");
            }
        }
        for name in ["publichub", "directory reader", "public_hub_user@hub.example", "Site 1"] {
            assert!(machine::check_account_name(name).is_err(), "{name}");
        }
        assert!(machine::check_account_name("ana@school.example").is_ok());
        // No setting and no key of a site names one.
        for key in ["publichub", "public_reader", "directory_reader", "directory_token"] {
            assert!(hub_app::settings::set(&hub.app, Actor::CommandLine, key, "x").await.is_err(), "{key}");
            assert!(hub_app::site::staff::set(&hub.app, Actor::CommandLine, id, key, "x").await.is_err(), "{key}");
        }
        // Renaming the site renames what is shown, not who it is.
        let before = token(&hub, &site);
        hub_app::site::staff::set(&hub.app, Actor::CommandLine, id, "name", "publichub").await.unwrap();
        assert!(site.get_info(&hub.url()).await.is_ok());
        assert_eq!(token(&hub, &site), before);
    }
}
