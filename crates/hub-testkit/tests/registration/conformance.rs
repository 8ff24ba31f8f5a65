//! Conformance tests of the classic protocol notes, section 13, each with its number.

use std::time::Duration;

use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_core::site::SiteState;
use hub_sample::site::{Family, Front, Kind, Outcome, SimulatedSite, SiteOptions, Wire};
use hub_testkit::{HubOptions, TestHub, conformance_test, db_test, example_course};

use super::{answer, ask, ask_as, client, link, page, parameters, post, registered, token, with};

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

/// What the confirmation page of a site must get.
fn check_way_back(hub: &TestHub, site: &SimulatedSite, answer: &super::Answer) -> String {
    assert_eq!(answer.status, 303, "{}", answer.body);
    let location = answer.location();
    let page = format!("{}/admin/registration/confirmregistration.php?newtoken=", site.wwwroot());
    assert!(location.as_str().starts_with(&page), "{location}");
    let names: Vec<String> = location.query_pairs().map(|(name, _)| name.into_owned()).collect();
    assert_eq!(names, ["newtoken", "url", "token", "hubname"], "in the classic order");
    let given = parameters(&location);
    assert_eq!(given["token"], site.hub(&hub.url()).unwrap().secret);
    assert_eq!(given["hubname"], hub.app.policy().name);
    let new = given["newtoken"].clone();
    assert!(new.len() == 32 && new.bytes().all(|byte| byte.is_ascii_alphanumeric()), "{new}");
    assert_eq!(answer.header("cache-control"), "no-store");
    assert_eq!(answer.header("referrer-policy"), "no-referrer");
    given["url"].clone()
}

conformance_test! {
    async fn conformance_01_an_unknown_site_is_sent_back_with_a_token(hub) {
        hub.set("name", "École & <Hub>").await;
        let site = new_site("École du Lac").await;
        let answer = ask(&site.registration_address(&hub.url())).await;
        let url = check_way_back(&hub, &site, &answer);
        assert_eq!(url, hub.url(), "the address requested, byte for byte");
        let probed: Vec<String> = site.received().into_iter().map(|request| request.method).collect();
        assert_eq!(probed, ["HEAD"], "its probe answered 200");
        assert_eq!(hub.row_of(&site).await.state, SiteState::Active);
    }
}

db_test! {
    async fn conformance_02_under_an_alias_the_alias_comes_back(
        hub = HubOptions { aliases: vec!["http://LocalHost:{port}".to_owned()], ..HubOptions::default() }
    ) {
        let alias = format!("http://LocalHost:{}", hub.port());
        let site = new_site("Lake school").await;
        assert_eq!(site.register(&alias).await.unwrap(), Outcome::Confirmed);
        // A site that does not say what its administrator typed: the host that was asked decides.
        let other = new_site("Hill school").await;
        let silent = with(&other.registration_address(&alias), "huburl", None);
        let given = parameters(&ask(&silent).await.location());
        assert_eq!(given["url"], alias);
        // What is none of ours is never echoed.
        let third = new_site("Sea school").await;
        let foreign = with(&third.registration_address(&hub.url()), "huburl", Some("http://evil.example"));
        assert_eq!(parameters(&ask(&foreign).await.location())["url"], hub.url());
    }
}

conformance_test! {
    async fn conformance_03_only_secret_and_address_are_needed(hub) {
        let site = new_site("Lake school").await;
        let mut address = site.registration_address(&hub.url());
        let all: Vec<String> =
            reqwest::Url::parse(&address).unwrap().query_pairs().map(|(name, _)| name.into_owned()).collect();
        for name in all.iter().filter(|name| !matches!(name.as_str(), "token" | "url")) {
            address = with(&address, name, None);
        }
        check_way_back(&hub, &site, &ask(&address).await);
        let row = hub.row_of(&site).await;
        assert_eq!(row.info.name, site.wwwroot(), "it is called by its address until it says more");

        // Core since 3.4 cuts its address and sends the rest afterwards.
        let mut core = SimulatedSite::start(SiteOptions::new(Family::CoreRest, "Core school")).await.unwrap();
        let mut info = core.info().clone();
        info.description = "Lange Beschreibung, die nicht in die Adresse passt. ".repeat(60);
        core.set_info(info.clone());
        registered(&hub, &core).await;
        assert_eq!(hub.row_of(&core).await.info.description, info.description.trim());
    }
}

conformance_test! {
    async fn conformance_04_the_old_name_of_the_language_is_read(hub) {
        let site = new_site("Lake school").await;
        let address = with(&site.registration_address(&hub.url()), "language", Some(""));
        let answer = ask(&with(&address, "Xlanguage", Some("fr"))).await;
        check_way_back(&hub, &site, &answer);
        assert_eq!(hub.row_of(&site).await.info.language, "fr");
    }
}

conformance_test! {
    async fn conformance_05_a_wrong_password_is_a_page_and_no_site(hub) {
        hub.set("registration_password", "rosebud").await;
        hub.set("registration", "password").await;
        let site = new_site("Lake school").await;
        for password in ["", "Rosebud", "rosebud "] {
            let answer = ask(&with(&site.registration_address(&hub.url()), "password", Some(password))).await;
            assert_eq!(answer.status, 422, "{password}");
            assert!(answer.body.contains("The password of this hub is missing or wrong."), "{}", answer.body);
            assert!(answer.header("content-type").starts_with("text/html"));
            assert!(password.is_empty() || !answer.body.contains(password), "it is not shown again");
        }
        assert!(hub.sites().await.is_empty());
        assert!(site.received().is_empty(), "the hub calls no address for strangers");
        let answer = ask(&with(&site.registration_address(&hub.url()), "password", Some("rosebud"))).await;
        check_way_back(&hub, &site, &answer);
    }
}

conformance_test! {
    async fn conformance_06_a_site_that_answers_is_seen(hub) {
        let site = new_site("Lake school").await;
        let login = new_site("Log in").await;
        let address = site.registration_address(&hub.url());
        site.set_front(Front { head: 404, get: 404, location: None });
        let answer = ask(&address).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Your site answered with an error."), "{}", answer.body);
        assert!(hub.sites().await.is_empty());
        site.set_front(Front { head: 503, get: 200, location: None });
        check_way_back(&hub, &site, &ask(&address).await);
        let asked: Vec<String> = site.received().into_iter().map(|request| request.method).collect();
        assert_eq!(asked, ["HEAD", "GET", "HEAD", "GET"], "GET only where HEAD did not say yes");
        site.set_front(Front { head: 302, get: 302, location: Some(login.wwwroot().to_owned()) });
        check_way_back(&hub, &site, &ask(&address).await);
        site.set_front(Front { head: 302, get: 302, location: None });
        check_way_back(&hub, &site, &ask(&address).await);
    }
}

db_test! {
    async fn conformance_06_the_hubs_own_machine_is_not_called(
        hub = HubOptions { network: Some(hub_app::outside::fetch::NetworkPolicy::default()), ..HubOptions::default() }
    ) {
        let site = new_site("Lake school").await;
        let address = with(&site.registration_address(&hub.url()), "url", Some("http://127.0.0.1/"));
        let answer = ask(&address).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("a private network that this hub does not enter"), "{}", answer.body);
        assert!(hub.sites().await.is_empty());
    }
}

conformance_test! {
    async fn conformance_07_registering_again_gives_a_new_token_and_ends_the_old(hub) {
        let site = new_site("Lake school").await;
        registered(&hub, &site).await;
        let first = token(&hub, &site);
        assert!(site.get_info(&hub.url()).await.is_ok());
        site.forget_confirmation(&hub.url());
        let answer = ask(&site.registration_address(&hub.url())).await;
        check_way_back(&hub, &site, &answer);
        let second = parameters(&answer.location())["newtoken"].clone();
        assert_ne!(first, second);
        assert_eq!(hub.sites().await.len(), 1);
        let error = site.call(&hub.url(), &first, "hub_get_info", &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
        assert!(site.call(&hub.url(), &second, "hub_get_info", &[]).await.is_ok());
    }
}

conformance_test! {
    async fn conformance_08_a_moved_site_keeps_everything_and_a_copy_starts_anew(hub) {
        let site = new_site("Lake school").await;
        registered(&hub, &site).await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        let (id, old) = (hub.row_of(&site).await.id, site.wwwroot().to_owned());

        let copy = site.copy().await.unwrap();
        copy.forget_confirmation(&hub.url());
        let asked = page(copy.register(&hub.url()).await.unwrap());
        assert_eq!(asked.status, 200);
        for value in [&old, copy.wwwroot(), "Lake school", "ada@school.example"] {
            assert!(asked.body.contains(value), "{value} is compared");
        }
        for choice in ["moved", "copied"] {
            assert!(asked.body.contains(&format!("value=\"{choice}\"")), "{choice} can be chosen: {}", asked.body);
        }
        assert_eq!(hub.sites().await.len(), 1, "nothing has changed yet");
        assert_eq!(hub.row_of(&site).await.address.as_str(), old);
        let renewed = page(copy.press(&hub.url(), &asked, "action", "copied").await.unwrap());
        let way = &renewed.way[1];
        let renew = format!("{}/admin/registration/renewregistration.php", copy.wwwroot());
        assert!(way.as_str().starts_with(&renew), "{way}");
        let given = parameters(way);
        assert_eq!(given.len(), 3);
        assert_eq!(given["url"], hub.url());
        assert_eq!(given["token"], site.hub(&hub.url()).unwrap().secret);
        assert_eq!(given["hubname"], hub.app.policy().name);
        let request = copy.received().pop().unwrap();
        assert_eq!(request.method, "GET", "core since 3.4 hands only the query on");
        assert!(renewed.body.contains("register again"), "{}", renewed.body);
        registered(&hub, &copy).await;
        assert_ne!(hub.row_of(&copy).await.id, id);
        assert!(site.get_info(&hub.url()).await.is_ok(), "the original works on");

        let moved = site.moved().await.unwrap();
        moved.forget_confirmation(&hub.url());
        let asked = page(moved.register(&hub.url()).await.unwrap());
        let outcome = moved.press(&hub.url(), &asked, "action", "moved").await.unwrap();
        assert_eq!(outcome, Outcome::Confirmed);
        let row = hub.row_of(&moved).await;
        assert_eq!(row.id, id);
        assert_eq!(row.address.as_str(), moved.wwwroot());
        assert!(hub.sites().await.iter().all(|site| site.address.as_str() != old));
        let status = moved.check_status(&hub.url()).await.unwrap();
        assert!(status.course(advert).is_some(), "the courses are kept");
        let mails = hub.mails_of("site_moved").await;
        assert!(mails.len() == 1 && mails[0].body.contains(&old), "the old contact is told: {mails:?}");
    }
}

conformance_test! {
    async fn conformance_09_a_newcomer_on_a_known_address_needs_the_old_contact(hub) {
        let site = new_site("Lake school").await;
        registered(&hub, &site).await;
        let old_token = token(&hub, &site);
        site.get_info(&hub.url()).await.unwrap();
        let before = hub.row_of(&site).await;
        site.forget_hub(&hub.url());
        let asked = page(site.register(&hub.url()).await.unwrap());
        assert_eq!(asked.status, 409);
        assert!(asked.body.contains("a…@school.example"), "{}", asked.body);
        assert!(!asked.body.contains("ada@school.example"));
        assert_eq!(hub.row_of(&site).await, before, "nothing has changed");
        assert!(site.call(&hub.url(), &old_token, "hub_get_info", &[]).await.is_ok());
        let mails = hub.mails_of("replacement_link").await;
        assert_eq!(mails.len(), 1);
        assert_eq!(mails[0].mail.recipient, "ada@school.example");

        hub.advance(Duration::from_hours(23));
        let asked = page(site.register(&hub.url()).await.unwrap());
        assert!(asked.body.contains("Less than a day ago"), "{}", asked.body);
        assert_eq!(hub.mails_of("replacement_link").await.len(), 1, "at most one mail a day");
        let first = link(&mails[0].body, &format!("{}/registrations/replace/", hub.url()));
        assert!(!reqwest::Url::parse(&first).unwrap().query_pairs().any(|_| true), "no address in a parameter");
        hub.advance(Duration::from_hours(1));
        page(site.register(&hub.url()).await.unwrap());
        let mails = hub.mails_of("replacement_link").await;
        assert_eq!(mails.len(), 2);
        let second = link(&mails[1].body, &format!("{}/registrations/replace/", hub.url()));
        assert_eq!(ask(&first).await.status, 404, "each mail carries a fresh link");

        let compared = site.browser().open(&second).await.unwrap();
        assert_eq!(compared.status, 200);
        assert!(compared.body.contains("Replace the registration"), "{}", compared.body);
        assert_eq!(hub.row_of(&site).await, before, "looking changes nothing");
        let outcome = site.press(&hub.url(), &compared, "freshmoodletokenconf", "1").await.unwrap();
        assert_eq!(outcome, Outcome::Confirmed, "303 to the new site's page, with its raw secret");
        assert_eq!(hub.row_of(&site).await.id, before.id);
        assert!(site.get_info(&hub.url()).await.is_ok());
        let error = site.call(&hub.url(), &old_token, "hub_get_info", &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
        for answer in [ask(&second).await, post(&second, &[("freshmoodletokenconf", "1")]).await] {
            assert_eq!(answer.status, 404);
            assert!(answer.body.contains("This link is unknown, already used or too old."), "{}", answer.body);
        }
    }
}

conformance_test! {
    async fn conformance_10_a_blocked_secret_is_led_to_a_new_one(hub) {
        let site = new_site("Lake school").await;
        registered(&hub, &site).await;
        let id = hub.row_of(&site).await.id;
        staff::block(&hub.app, Actor::CommandLine, id).await.unwrap();
        site.forget_confirmation(&hub.url());
        let blocked = page(site.register(&hub.url()).await.unwrap());
        assert_eq!(blocked.status, 403);
        assert!(blocked.body.contains("This identifier is blocked"), "{}", blocked.body);
        assert_eq!(hub.sites().await.len(), 1, "no row");
        assert_eq!(hub.sites().await[0].state, SiteState::Left);
        let renew = format!("{}/admin/registration/renewregistration.php", site.wwwroot());
        let renew = link(&blocked.body, &renew).replace("&amp;", "&").replace("&#38;", "&");
        let renewed = site.browser().open(&renew).await.unwrap();
        assert_eq!(renewed.status, 200, "the link works by GET: {}", renewed.body);
        registered(&hub, &site).await;
    }
}

conformance_test! {
    async fn conformance_11_names_of_all_scripts_are_kept(hub) {
        let name = "École №1 — 学校 “مدرسة” 🎓";
        let site = new_site(name).await;
        check_way_back(&hub, &site, &ask(&site.registration_address(&hub.url())).await);
        assert_eq!(hub.row_of(&site).await.info.name, name);
    }
}

/// The struct of `hub_update_site_info` with all numbers as text.
fn update_as_text(site: &SimulatedSite, changes: &[(&str, Wire)]) -> Vec<(&'static str, Wire)> {
    let text = |value: &str| Wire::Text(value.to_owned());
    let mut members: Vec<(String, Wire)> = [
        ("name", text(&site.info().name)),
        ("description", text("A school")),
        ("contactname", text("Ada Admin")),
        ("contactemail", text("ada@school.example")),
        ("contactphone", text("")),
        ("imageurl", text("")),
        ("privacy", text("linked")),
        ("street", text("")),
        ("regioncode", text("-")),
        ("countrycode", text("FR")),
        ("geolocation", text("")),
        ("contactable", text("1")),
        ("emailalert", text("0")),
        ("courses", text("12")),
        ("users", text("-1")),
        ("enrolments", text("2.")),
        ("posts", text("2.000000")),
        ("questions", Wire::Double(2.0)),
        ("resources", Wire::Double(27.5)),
        ("participantnumberaverage", text("27.5")),
        ("modulenumberaverage", text("6.")),
        ("language", text("en")),
        ("moodleversion", text("2017051501.03")),
        ("moodlerelease", text("3.3.1+ (Build: 20170727)")),
        ("url", text(site.wwwroot())),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .to_vec();
    for (name, value) in changes {
        members.retain(|(known, _)| known != name);
        members.push(((*name).to_owned(), value.clone()));
    }
    vec![("siteinfo", Wire::Struct(members))]
}

conformance_test! {
    async fn conformance_18_numbers_as_text_are_whole_counters(hub) {
        for family in [Family::Zend, Family::ExtUnpatched, Family::ExtPatched] {
            let site = hub.site_of(family, "Lake school").await;
            let parameters = update_as_text(&site, &[]);
            let done = site.call_as_site(&hub.url(), "hub_update_site_info", &parameters).await.unwrap();
            assert_eq!(done, serde_json::json!(true), "a boolean");
            let counters = hub.row_of(&site).await.info.counters;
            assert_eq!((counters.courses, counters.users), (Some(12), None), "-1 is undisclosed");
            assert_eq!((counters.enrolments, counters.posts), (Some(2), Some(2)));
            assert_eq!((counters.questions, counters.resources), (Some(2), Some(27)), "cut, not rounded");
            assert_eq!((counters.participants_average, counters.modules_average), (Some(27), Some(6)));
        }
    }
}

conformance_test! {
    async fn conformance_19_a_name_in_any_of_three_spellings_is_stored_right(hub) {
        let site = hub.site_of(Family::ExtPatched, "Ecole").await;
        let body = |name: &str| {
            let members: String = [("description", "d"), ("contactname", "Ada"), ("contactemail", "ada@school.example"),
                ("contactphone", ""), ("imageurl", ""), ("privacy", "linked"), ("street", ""), ("regioncode", "-"),
                ("countrycode", "FR"), ("geolocation", ""), ("contactable", "1"), ("emailalert", "1"),
                ("courses", "1"), ("users", "1"), ("enrolments", "1"), ("posts", "1"), ("questions", "1"),
                ("resources", "1"), ("participantnumberaverage", "1"), ("modulenumberaverage", "1"),
                ("language", "fr"), ("moodleversion", "2017051501.03"), ("moodlerelease", "3.3.1+"), ("name", name),
                ("url", site.wwwroot())]
                .map(|(name, value)| {
                    format!("<member><name>{name}</name><value><string>{value}</string></value></member>")
                })
                .concat();
            format!(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<methodCall>\n<methodName>hub_update_site_info</methodName>\n\
                 <params><param><value><struct>{members}</struct></value></param></params></methodCall>"
            )
        };
        for name in ["&#195;&#137;cole", "École", "&#201;cole"] {
            hub.change_site(&site, |row| row.waiting_name = None).await;
            let answer = site.post_xml(&hub.url(), &token(&hub, &site), body(name).into_bytes()).await.unwrap();
            let reply = String::from_utf8(answer.body).unwrap();
            assert!(reply.contains("<boolean>1</boolean>"), "{reply}");
            let row = hub.row_of(&site).await;
            assert_eq!(row.waiting_name.as_deref(), Some("École"), "{name}");
            assert_eq!(row.info.name, "Ecole", "until staff accepts the change");
        }
    }
}

conformance_test! {
    async fn conformance_20_a_taken_address_is_refused_and_a_free_one_is_reviewed(hub) {
        hub.set("contact_email", "staff@hub.example").await;
        let (site, other) = (hub.site("Lake school").await, hub.site("Hill school").await);
        let update = |url: &str| update_as_text(&site, &[("url", Wire::Text(url.to_owned()))]);
        let before = hub.row_of(&site).await;
        let taken = site.call_as_site(&hub.url(), "hub_update_site_info", &update(other.wwwroot())).await.unwrap_err();
        assert_eq!(taken.error_code(), Some("urlalreadyexist"));
        assert!(matches!(taken, hub_sample::site::SiteError::Fault { code: 45_490_607, .. }), "{taken:?}");
        assert!(taken.to_string().contains("another site is registered at this address"), "{taken}");
        assert_eq!(hub.row_of(&site).await.waiting_address, None);
        assert_eq!(hub.row_of(&site).await.info.description, before.info.description, "nothing was taken");

        let free = "http://elsewhere.example/moodle";
        let done = site.call_as_site(&hub.url(), "hub_update_site_info", &update(free)).await.unwrap();
        assert_eq!(done, serde_json::json!(true));
        let row = hub.row_of(&site).await;
        assert_eq!(row.waiting_address.as_ref().map(hub_core::address::SiteAddress::as_str), Some(free));
        assert_eq!(row.address, before.address);
        assert!(site.get_info(&hub.url()).await.is_ok(), "the token still works");
        let mails = hub.mails_of("site_changed").await;
        assert_eq!(mails.len(), 1);
        assert!(mails[0].body.contains(free) && mails[0].body.contains(site.wwwroot()), "{}", mails[0].body);
    }
}

conformance_test! {
    async fn conformance_35_a_site_leaves_and_comes_back(hub) {
        let site = hub.trusted_site("Lake school").await;
        let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        hub.settle().await;
        let id = hub.row_of(&site).await.id;
        let old_token = token(&hub, &site);
        let left = site.call_as_site(&hub.url(), "hub_unregister_site", &[]).await.unwrap();
        assert_eq!(left, serde_json::json!(1));
        let error = site.get_info(&hub.url()).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
        assert!(error.to_string().contains("unregister from this hub"), "the cure: {error}");
        hub.settle().await;
        let anybody = new_site("Anybody").await;
        let found = anybody.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(found.courses[0]["id"], advert, "courses stay listed");
        let row = hub.row_of(&site).await;
        assert_eq!((row.state, row.trusted), (SiteState::Left, false));

        site.forget_hub(&hub.url());
        registered(&hub, &site).await;
        let row = hub.row_of(&site).await;
        assert_eq!((row.id, row.state, row.trusted), (id, SiteState::Active, false));
        assert_ne!(token(&hub, &site), old_token);
        assert_eq!(hub.sites().await.len(), 1);
    }
}

conformance_test! {
    async fn conformance_45_rest_answers_in_json(hub) {
        let rest = format!("{}/local/hub/webservice/webservices.php", hub.url());
        let asked = |token: &str| {
            format!("{rest}?wsfunction=hub_get_info&moodlewsrestformat=json&wstoken={token}")
        };
        let answer = ask(&asked("publichub")).await;
        assert_eq!(answer.status, 200);
        assert!(answer.header("content-type").starts_with("application/json"));
        let info: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(info["name"], hub.app.policy().name);
        assert_eq!(info["url"], hub.url());
        let answer = ask(&asked("0123456789abcdef0123456789abcdef")).await;
        assert_eq!(answer.status, 200);
        let fault: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        assert!(fault["exception"].is_string(), "{fault}");
        assert_eq!(fault["errorcode"], "invalidtoken");
    }
}

conformance_test! {
    async fn conformance_46_rest_updates_with_names_nobody_knows(hub) {
        let site = hub.site_of(Family::CoreRest, "Core school").await;
        let rest = format!("{}/local/hub/webservice/webservices.php", hub.url());
        let token = token(&hub, &site);
        let fields = |description: &'static str| {
            [
                ("wstoken", token.clone()),
                ("wsfunction", "hub_update_site_info".to_owned()),
                ("moodlewsrestformat", "json".to_owned()),
                ("siteinfo[name]", "Core school".to_owned()),
                ("siteinfo[description]", description.to_owned()),
                ("siteinfo[url]", site.wwwroot().to_owned()),
                ("siteinfo[mobileservicesenabled]", "1".to_owned()),
                ("siteinfo[analyticsenabledmodels]", "3".to_owned()),
                ("siteinfo[pluginusage]", "x".to_owned()),
                ("validateurl", "1".to_owned()),
            ]
        };
        let get = fields("by GET");
        let answer = ask(reqwest::Url::parse_with_params(&rest, &get).unwrap().as_str()).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "true"));
        assert_eq!(hub.row_of(&site).await.info.description, "by GET");
        let by_post = fields("by POST");
        let borrowed: Vec<(&str, &str)> = by_post.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = post(&rest, &borrowed).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, "true"));
        assert_eq!(hub.row_of(&site).await.info.description, "by POST");
    }
}

conformance_test! {
    async fn conformance_49_a_host_without_port_still_gets_the_configured_address(hub) {
        let site = new_site("Lake school").await;
        let host = if hub.url().contains("LocalHost") { "localhost" } else { "127.0.0.1" };
        let silent = with(&site.registration_address(&hub.url()), "huburl", None);
        let answer = ask_as(host, &silent).await;
        assert_eq!(check_way_back(&hub, &site, &answer), hub.url());
        // Clients since 3.1 always name the host alone.
        let client_site = hub.site("Hill school").await;
        assert_eq!(client_site.get_info(&hub.url()).await.unwrap()["url"], hub.url());
    }
}

conformance_test! {
    async fn long_request_lines_doubled_slashes_and_other_methods_are_answered(hub) {
        let site = new_site("Lake school").await;
        let address = site.registration_address(&hub.url());
        for size in [16 * 1024, 48 * 1024] {
            let long = with(&address, "description", Some(&"x".repeat(size)));
            let answer = ask(&long).await;
            check_way_back(&hub, &site, &answer);
        }
        let answer = ask(&address.replacen("/local/hub/", "//local//hub/", 1)).await;
        check_way_back(&hub, &site, &answer);
        let count = hub.sites().await.len();
        let silent = answer_of("HEAD", &address).await;
        assert_eq!((silent.status, silent.body.as_str()), (200, ""));
        assert_eq!(answer_of("DELETE", &address).await.status, 405);
        assert_eq!(hub.sites().await.len(), count);
    }
}

async fn answer_of(method: &str, address: &str) -> super::Answer {
    answer(client().request(method.parse().unwrap(), address)).await
}

conformance_test! {
    async fn fields_that_came_empty_are_all_named_at_once(hub) {
        let site = new_site("Lake school").await;
        let address = site.registration_address(&hub.url());
        let mut all = address.clone();
        for (field, label) in [
            ("name", "Name of your site"),
            ("contactname", "Administrator"),
            ("contactemail", "Mail address"),
            ("description", "Description"),
            ("language", "Language"),
            ("token", "Identifier of your site"),
            ("url", "Address of your site"),
        ] {
            let answer = ask(&with(&address, field, Some(" "))).await;
            assert_eq!(answer.status, 422, "{field}");
            assert!(answer.body.contains(label), "{field}: {}", answer.body);
            assert!(answer.body.contains("This is empty and is needed."), "{field}: {}", answer.body);
            all = with(&all, field, Some(""));
        }
        let answer = ask(&all).await;
        assert_eq!(answer.body.matches("This is empty and is needed.").count(), 7, "{}", answer.body);
        let answer = ask(&with(&address, "contactemail", Some("ada at school"))).await;
        assert!(answer.body.contains("This is not one mail address."), "{}", answer.body);
        let answer = ask(&with(&address, "url", Some("javascript:alert(1)"))).await;
        assert_eq!(answer.status, 422);
        for needed in ["token", "url"] {
            assert_eq!(ask(&with(&address, needed, None)).await.status, 422, "{needed} absent");
        }
        assert!(hub.sites().await.is_empty());
        assert!(site.received().is_empty(), "nobody is called for a form with holes");
    }
}
