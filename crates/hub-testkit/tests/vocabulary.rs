//! Staff edits the vocabularies: what pages, search, old clients and a second node make of it at once.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::collections::BTreeMap;

use hub_app::outside::blobs::Blobs;
use hub_app::outside::clock::Clock;
use hub_app::outside::crypto::DataKey;
use hub_app::outside::fetch::{Fetcher, NetworkPolicy};
use hub_app::outside::random::Rng;
use hub_app::vocabulary::{self, NewTerm, Place, Used};
use hub_app::{App, AppConfig};
use hub_core::VersionId;
use hub_core::rights::Actor;
use hub_core::vocabulary::{FacetKey, LicenceFacts, VocabularyKey};
use hub_sample::course::Licence::{AllRightsReserved, CcBy4};
use hub_sample::course::{Course, Level};
use hub_sample::site::{Family, Kind, SimulatedSite, Wire};
use hub_testkit::{TestHub, db_test, small_course};
use serde_json::Value;

const WHO: Actor = Actor::CommandLine;
const BOTANY: &str = "field1010903";
const MARINE: &str = "field1010907";

fn course(number: usize, subject: &str) -> Course {
    small_course(number).subject(subject)
}

async fn advert(hub: &TestHub, site: &SimulatedSite, course: &Course) -> i64 {
    let id = site.publish_advert(&hub.url(), course, 0).await.unwrap();
    hub.settle().await;
    id
}

fn names(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
}

fn term(name: &str) -> NewTerm {
    NewTerm { names: names(&[("en", name)]), ..NewTerm::default() }
}

async fn page_at(address: &str, path: &str, language: &str) -> String {
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let answer =
        client.get(format!("{address}{path}")).header("accept-language", language).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.text().await.unwrap()
}

async fn page(hub: &TestHub, path: &str) -> String {
    page_at(&hub.url(), path, "en").await
}

/// Courses of the small ones that a search page shows.
async fn found(hub: &TestHub, path: &str) -> Vec<usize> {
    let html = page(hub, path).await;
    (1..10).filter(|number| html.contains(&format!("Small course {number}"))).collect()
}

/// Name and count of a value beside the results; `None` if it is not offered.
fn facet(html: &str, parameter: &str, value: &str) -> Option<(String, String)> {
    let input = format!("name=\"{parameter}\" value=\"{value}\"");
    let rest = html.split_once(&input)?.1;
    let between =
        |text: &str, from: &str| text.split_once(from)?.1.split_once('<').map(|(word, _)| word.to_owned());
    Some((between(rest, "<span dir=\"auto\">")?, between(rest, "<span class=\"count\">")?))
}

async fn offered(hub: &TestHub, site: &SimulatedSite, list: &str) -> Vec<(i64, String)> {
    let forms = site.call_as_site(&hub.url(), "hub_get_forminfo", &[]).await.unwrap();
    let tags = forms["tagtypes"][list].as_array().unwrap().clone();
    tags.iter().map(|tag| (tag["id"].as_i64().unwrap(), tag["text"].as_str().unwrap().to_owned())).collect()
}

async fn acts(hub: &TestHub, act: &str) -> Vec<(Value, Value)> {
    let mut conn = hub.app.db.read().await.unwrap();
    let mut found = Vec::new();
    for id in 0..20 {
        for (kind, id) in [("term", id), ("hub", 0)] {
            let lines = hub_db::audit::of_thing(conn.cx(), (kind, id), 100).await.unwrap();
            found.extend(lines.into_iter().filter(|line| line.act == act));
        }
    }
    found.dedup_by_key(|line| line.id);
    let json = |text: &str| serde_json::from_str(text).unwrap();
    found.iter().map(|line| (json(&line.before), json(&line.after))).collect()
}

/// Another node on the same database, and its address.
async fn second_node(hub: &TestHub) -> (App, String) {
    let rng = Rng::seeded(8);
    let policy = NetworkPolicy { allow_private: Vec::new(), allow_ports: Vec::new() };
    let config = AppConfig {
        db: hub_db::Db::open(hub.database_url()).await.unwrap(),
        blobs: Blobs::in_folder(hub.folder()).unwrap(),
        index: hub_search::Opened { index: hub_search::Index::in_memory().unwrap(), last_sequence: 0 },
        key: DataKey::load(hub.folder(), None, &rng).unwrap(),
        clock: Clock::manual(hub.app.clock.now()),
        rng,
        fetch: Fetcher::new(policy),
        mailer: None,
        mail_authorities: hub_app::outside::mail::Authorities::default(),
        clamd: None,
        address: hub.app.address.clone(),
        aliases: Vec::new(),
        trusted_proxies: Vec::new(),
    };
    let app = App::start(config).await.unwrap();
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let router = hub_web::router_within(&app, hub_web::Limits::default());
    tokio::spawn(hub_web::serve(listener, router, std::future::pending()));
    (app, address)
}

db_test! {
    async fn a_classic_code_of_a_merged_subject_finds_its_course_under_the_new_one(hub) {
        let site = hub.trusted_site("Lake school").await;
        advert(&hub, &site, &course(1, BOTANY)).await;
        advert(&hub, &site, &course(2, MARINE)).await;
        let subject = VocabularyKey::Subject;
        assert!(vocabulary::merge(&hub.app, WHO, &subject, BOTANY, MARINE).await.unwrap());
        hub.settle().await;
        // An old client goes on sending the code it knows.
        let id = advert(&hub, &site, &course(3, BOTANY)).await;
        for code in [BOTANY, MARINE, "field10109"] {
            assert_eq!(found(&hub, &format!("/search?subject={code}")).await, [1, 2, 3], "{code}");
            let asked = [("subject", Wire::from(code))];
            let answer = site.search(&hub.url(), "", Kind::Advert, &asked).await.unwrap();
            assert_eq!(answer.total, 3, "{code}");
            assert!(answer.courses.iter().all(|course| course["subject"] == MARINE), "{code}");
        }
        let html = page(&hub, &format!("/search?subject={BOTANY}")).await;
        assert_eq!(facet(&html, "subject", MARINE), Some(("Marine Science".to_owned(), "3".to_owned())));
        assert_eq!(facet(&html, "subject", BOTANY), None);
        let html = page(&hub, &format!("/?courseid={id}")).await;
        assert!(html.contains("Marine Science") && !html.contains("Botany"));
        assert!(offered(&hub, &hub.site_of(Family::Mebis, "M").await, "subject").await.iter().all(|(_, name)| name != "Botany"));

        assert!(!vocabulary::merge(&hub.app, WHO, &subject, BOTANY, MARINE).await.unwrap(), "so already");
        assert!(vocabulary::merge(&hub.app, WHO, &subject, MARINE, BOTANY).await.is_err(), "the other way round");
        assert!(vocabulary::bring_back(&hub.app, WHO, &subject, BOTANY).await.unwrap());
        hub.settle().await;
        assert_eq!(found(&hub, &format!("/search?subject={BOTANY}")).await, [1, 3], "nothing was lost");
        assert_eq!(found(&hub, &format!("/search?subject={MARINE}")).await, [2]);
        let merged = acts(&hub, "vocabulary.merged").await;
        assert_eq!(merged[0].1["merged_into"], MARINE);
        assert_eq!(merged[0].1["key"], BOTANY);
    }
}

db_test! {
    async fn a_new_name_shows_at_once_also_on_a_second_node(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mebis = hub.site_of(Family::Mebis, "Gymnasium").await;
        let id = advert(&hub, &site, &course(1, BOTANY).level(Level::Primary)).await;
        advert(&hub, &site, &course(2, MARINE).level(Level::Secondary)).await;
        let (other, address) = second_node(&hub).await;
        hub_app::search::catch_up(&other).await.unwrap();
        assert_eq!(facet(&page_at(&address, "/search", "en").await, "level", "primary").unwrap().0, "Primary");
        for (key, name, language) in [
            (VocabularyKey::Subject, "Plants & more", "en"),
            (VocabularyKey::Subject, "Pflanzenkunde", "de"),
        ] {
            assert!(vocabulary::rename(&hub.app, WHO, &key, BOTANY, language, name).await.unwrap());
        }
        vocabulary::rename(&hub.app, WHO, &VocabularyKey::Level, "primary", "en", "First school").await.unwrap();
        hub_app::search::catch_up(&other).await.unwrap();
        for node in [hub.url(), address] {
            let html = page_at(&node, &format!("/courses/{id}"), "en").await;
            assert!(html.contains("Plants &#38; more") && !html.contains("Botany"), "{html}");
            assert!(page_at(&node, &format!("/courses/{id}"), "de").await.contains("Pflanzenkunde"));
            let html = page_at(&node, &format!("/search?subject={BOTANY}"), "en").await;
            assert_eq!(facet(&html, "subject", BOTANY).unwrap().0, "Plants &#38; more");
            let html = page_at(&node, "/search", "en").await;
            assert_eq!(facet(&html, "level", "primary").unwrap().0, "First school");
        }
        let language = hub.row_of(&mebis).await.info.language;
        let name = if language == "de" { "Pflanzenkunde" } else { "Plants & more" };
        assert!(offered(&hub, &mebis, "subject").await.iter().any(|(_, text)| text == name));
        let renamed = acts(&hub, "vocabulary.renamed").await;
        assert!(renamed.iter().any(|(before, after)| {
            before["names"] == serde_json::json!({ "en": "Plants & more" })
                && after["names"]["de"] == "Pflanzenkunde"
        }), "{renamed:?}");
        vocabulary::rename(&hub.app, WHO, &VocabularyKey::Level, "primary", "en", "").await.unwrap();
        assert_eq!(facet(&page(&hub, "/search").await, "level", "primary").unwrap().0, "Primary");
    }
}

db_test! {
    async fn a_retired_term_is_no_longer_offered_but_shown_where_it_is_used(hub) {
        let site = hub.trusted_site("Lake school").await;
        let mebis = hub.site_of(Family::Mebis, "Gymnasium").await;
        let id = advert(&hub, &site, &course(1, BOTANY)).await;
        advert(&hub, &site, &course(2, MARINE)).await;
        let subject = VocabularyKey::Subject;
        let before = offered(&hub, &mebis, "subject").await;
        assert!(vocabulary::retire(&hub.app, WHO, &subject, BOTANY).await.unwrap());
        hub.settle().await;
        let after = offered(&hub, &mebis, "subject").await;
        assert_eq!(after.len() + 1, before.len());
        assert!(before.iter().filter(|(_, name)| name != "Botany").eq(&after), "the numbers of the others stay");
        assert!(page(&hub, &format!("/courses/{id}")).await.contains("Botany"));
        assert_eq!(found(&hub, &format!("/search?subject={BOTANY}")).await, [1]);
        assert_eq!(facet(&page(&hub, &format!("/search?subject={BOTANY}")).await, "subject", BOTANY).unwrap().1, "1");
        assert!(vocabulary::bring_back(&hub.app, WHO, &subject, BOTANY).await.unwrap());
        assert_eq!(offered(&hub, &mebis, "subject").await, before);
    }
}

db_test! {
    async fn codes_nobody_knows_work_as_before_and_get_a_name_when_staff_adds_them(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = advert(&hub, &site, &course(1, "robots")).await;
        advert(&hub, &site, &course(2, MARINE)).await;
        assert_eq!(found(&hub, "/search?subject=robots").await, [1]);
        assert!(page(&hub, &format!("/courses/{id}")).await.contains(">robots</a>"));
        let told = |found: hub_sample::site::Found| found.course(id).unwrap()["subject"].clone();
        assert_eq!(told(site.search(&hub.url(), "", Kind::Advert, &[]).await.unwrap()), "robots");
        assert_eq!(found(&hub, "/search?subject=nothing").await, [0; 0]);

        let new = NewTerm {
            key: Some("robots".to_owned()),
            parent: Some("field102".to_owned()),
            classic: Some("field1020101".to_owned()),
            ..term("Robotics")
        };
        vocabulary::add(&hub.app, WHO, &VocabularyKey::Subject, new.clone()).await.unwrap();
        assert!(vocabulary::add(&hub.app, WHO, &VocabularyKey::Subject, new).await.is_err(), "twice");
        hub.settle().await;
        assert!(page(&hub, &format!("/courses/{id}")).await.contains("Robotics"));
        assert_eq!(found(&hub, "/search?subject=field102").await, [1], "it is counted in its field");
        // Old clients print names of codes they know; by those they find it too.
        assert_eq!(told(site.search(&hub.url(), "", Kind::Advert, &[]).await.unwrap()), "field1020101");
        let asked = [("subject", Wire::from("field10201"))];
        assert_eq!(told(site.search(&hub.url(), "", Kind::Advert, &asked).await.unwrap()), "field1020101");
        let asked = [("subject", Wire::from("field10201")), ("ids", Wire::List(vec![Wire::Int(id)]))];
        assert_eq!(site.search(&hub.url(), "", Kind::Advert, &asked).await.unwrap().total, 1, "by its id too");

        vocabulary::place(&hub.app, WHO, &VocabularyKey::Subject, "robots", &Place::Below("field109".to_owned()))
            .await
            .unwrap();
        hub.settle().await;
        assert_eq!(found(&hub, "/search?subject=field109").await, [1], "it moved with its courses");
        assert_eq!(found(&hub, "/search?subject=field102").await, [0; 0]);
        let inside = Place::Below("robots".to_owned());
        assert!(vocabulary::place(&hub.app, WHO, &VocabularyKey::Subject, "field109", &inside).await.is_err());
    }
}

db_test! {
    async fn staff_orders_what_people_choose_from(hub) {
        let level = VocabularyKey::Level;
        let order = || -> Vec<String> {
            hub.app.vocabularies().level().offered().map(|term| term.key.clone()).collect()
        };
        vocabulary::place(&hub.app, WHO, &level, "other", &Place::Before("primary".to_owned())).await.unwrap();
        for _ in 0..15 {
            vocabulary::place(&hub.app, WHO, &level, "tertiary", &Place::After("primary".to_owned())).await.unwrap();
            vocabulary::place(&hub.app, WHO, &level, "secondary", &Place::After("primary".to_owned())).await.unwrap();
        }
        assert_eq!(order()[..4], ["other", "primary", "secondary", "tertiary"]);
        let there = Place::After("primary".to_owned());
        assert!(!vocabulary::place(&hub.app, WHO, &level, "secondary", &there).await.unwrap(), "so already");
    }
}

db_test! {
    async fn an_own_facet_is_made_filled_searched_and_removed(hub) {
        let site = hub.trusted_site("Lake school").await;
        let first = advert(&hub, &site, &course(1, BOTANY)).await;
        let second = advert(&hub, &site, &course(2, BOTANY)).await;
        let key = vocabulary::make_facet(&hub.app, WHO, "school-type", names(&[("en", "School"), ("de", "Schulart")]))
            .await
            .unwrap();
        let facet_key = VocabularyKey::Own(key.clone());
        vocabulary::add(&hub.app, WHO, &facet_key, term("Primary school")).await.unwrap();
        vocabulary::add(&hub.app, WHO, &facet_key, term("Grammar school")).await.unwrap();
        let set = async |id: i64, facet: &str, value: &str| {
            vocabulary::values::set(&hub.app, WHO, VersionId(id), facet, value).await
        };
        assert!(set(first, "school-type", "primary school").await.unwrap());
        assert!(!set(first, "school-type", "primary-school").await.unwrap(), "so already");
        assert!(set(second, "school-type", "Grammar school, primary-school").await.unwrap());
        assert!(set(second, "school-type", "nursery").await.unwrap_err().to_string().contains("nursery"));
        assert!(set(second, "year", "1").await.unwrap_err().to_string().contains("school-type"));
        hub.settle().await;
        let html = page(&hub, "/search").await;
        assert!(html.contains("<legend>School</legend>"), "{html}");
        assert_eq!(facet(&html, "facet.school-type", "primary-school"), Some(("Primary school".to_owned(), "2".to_owned())));
        assert_eq!(facet(&html, "facet.school-type", "grammar-school").unwrap().1, "1");
        assert!(page_at(&hub.url(), "/search", "de").await.contains("<legend>Schulart</legend>"));
        assert_eq!(found(&hub, "/search?facet.school-type=grammar-school").await, [2]);
        assert_eq!(found(&hub, "/search?facet.school-type=grammar-school&facet.school-type=primary-school").await, [1, 2]);
        assert!(page(&hub, &format!("/courses/{first}")).await.contains("Primary school"));

        vocabulary::merge(&hub.app, WHO, &facet_key, "grammar-school", "primary-school").await.unwrap();
        hub.settle().await;
        assert_eq!(found(&hub, "/search?facet.school-type=grammar-school").await, [1, 2]);
        let refused = vocabulary::remove_facet(&hub.app, WHO, &key, Used::Refuse).await.unwrap_err().to_string();
        assert!(refused.contains("2 courses"), "{refused}");
        vocabulary::remove_facet(&hub.app, WHO, &key, Used::TakeOff).await.unwrap();
        hub.settle().await;
        assert!(!page(&hub, "/search").await.contains("School</legend>"));
        let removed = acts(&hub, "vocabulary.facet_removed").await;
        assert_eq!(removed[0].0["terms"].as_array().unwrap().len(), 2, "the record keeps them: {removed:?}");
        assert!(FacetKey::parse("q").is_err());
    }
}

db_test! {
    async fn what_a_mebis_client_chose_from_the_hubs_facets_is_found(hub) {
        let mebis = hub.site_of(Family::Mebis, "Gymnasium").await;
        hub.change_site(&mebis, |row| row.trusted = true).await;
        let key = vocabulary::make_facet(&hub.app, WHO, "school-type", names(&[("en", "School")])).await.unwrap();
        for name in ["Primary school", "Grammar school"] {
            vocabulary::add(&hub.app, WHO, &VocabularyKey::Own(key.clone()), term(name)).await.unwrap();
        }
        let schools = offered(&hub, &mebis, "schooltype").await;
        assert_eq!(schools.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>(), ["Primary school", "Grammar school"]);
        let subjects = offered(&hub, &mebis, "subject").await;
        let number = |name: &str| subjects.iter().find(|(_, text)| text == name).unwrap().0;
        let text = |value: &str| Wire::from(value);
        let course = Wire::object([
            ("fullname", text("Small course 1")), ("shortname", text("S1")), ("description", text("One")),
            ("language", text("de")), ("publishername", text("Ada")), ("publisheremail", text("ada@school.example")),
            ("contributornames", text("")), ("creatorname", text("Ada")), ("audience", text("students")),
            ("subject", text(&format!("{},{}", number("Botany"), number("Marine Science")))),
            ("creatornotes", text("")), ("creatornotesformat", text("1")), ("sitecourseid", Wire::Int(5)),
            ("courseurl", text("https://school.example/course/view.php?id=5")),
            ("schooltype", text(&format!("[\"{}\"]", schools[1].0))), ("schoolyear", text("[]")),
            ("enrollable", Wire::Bool(true)), ("share", Wire::Bool(false)),
        ]);
        mebis.call_as_site(&hub.url(), "hub_register_courses", &[("courses", Wire::List(vec![course]))]).await.unwrap();
        hub.settle().await;
        assert_eq!(found(&hub, "/search?facet.school-type=grammar-school").await, [1]);
        assert_eq!(found(&hub, "/search?facet.school-type=primary-school").await, [0; 0]);
        assert_eq!(found(&hub, &format!("/search?subject={BOTANY}")).await, [1]);
        assert_eq!(found(&hub, &format!("/search?subject={MARINE}")).await, [1]);
        // Staff's word goes before the site's.
        let id = mebis.search(&hub.url(), "", Kind::Advert, &[]).await.unwrap().courses[0]["id"].as_i64().unwrap();
        vocabulary::values::set(&hub.app, WHO, VersionId(id), "school-type", "primary-school").await.unwrap();
        hub.settle().await;
        assert_eq!(found(&hub, "/search?facet.school-type=primary-school").await, [1]);
        assert_eq!(found(&hub, "/search?facet.school-type=grammar-school").await, [0; 0]);
    }
}

db_test! {
    async fn a_course_with_a_licence_that_is_not_allowed_waits_also_of_a_trusted_site(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("licences_allowed", "cc-4.0, cc-sa-4.0").await;
        let licensed = |number: usize, licence| course(number, BOTANY).licence(licence);
        advert(&hub, &site, &licensed(1, CcBy4)).await;
        advert(&hub, &site, &licensed(2, AllRightsReserved)).await;
        let share = site.publish_share(&hub.url(), &licensed(3, AllRightsReserved), 0).await.unwrap();
        hub.settle().await;
        assert_eq!(found(&hub, "/search").await, [1]);
        let details = hub_app::course::look::show(&hub.app, VersionId(share)).await.unwrap();
        assert_eq!(details.version.listing.name(), "waiting");
        assert!(!details.licence_allowed);
        // The licence of a listed advert is changed: the text waits, the accepted one stays.
        let mut changed = licensed(1, AllRightsReserved);
        "Small course 1, changed".clone_into(&mut changed.full_name);
        advert(&hub, &site, &changed).await;
        assert!(!page(&hub, "/search").await.contains("changed"));
        hub.set("licences_allowed", "").await;
        advert(&hub, &site, &licensed(2, AllRightsReserved)).await;
        assert_eq!(found(&hub, "/search").await, [1, 2]);
    }
}

db_test! {
    async fn a_licence_of_the_hub_says_what_it_allows(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = advert(&hub, &site, &course(1, BOTANY)).await;
        let licence = LicenceFacts {
            url: "https://www.gnu.org/licenses/fdl-1.3.html".to_owned(),
            spdx: "GFDL-1.3-only".to_owned(),
            reuse: true,
            commercial: true,
            derivatives: true,
        };
        let new = NewTerm { key: Some("gfdl".to_owned()), licence: Some(licence.clone()), ..term("GNU FDL 1.3") };
        vocabulary::add(&hub.app, WHO, &VocabularyKey::Licence, new).await.unwrap();
        hub_app::course::edit::set(&hub.app, WHO, VersionId(id), "licence", "gfdl").await.unwrap();
        hub.settle().await;
        let html = page(&hub, &format!("/courses/{id}")).await;
        assert!(html.contains("GNU FDL 1.3") && html.contains("https://www.gnu.org/licenses/fdl-1.3.html"));
        assert!(html.contains("also for money, as its licence says"), "{html}");
        let bad = LicenceFacts { url: "javascript:alert(1)".to_owned(), ..licence };
        assert!(vocabulary::describe_licence(&hub.app, WHO, "gfdl", bad).await.is_err());
    }
}

db_test! {
    async fn what_one_hub_made_another_takes_over(hub) {
        let key = vocabulary::make_facet(&hub.app, WHO, "year", names(&[("en", "Year")])).await.unwrap();
        vocabulary::add(&hub.app, WHO, &VocabularyKey::Own(key.clone()), term("One")).await.unwrap();
        vocabulary::merge(&hub.app, WHO, &VocabularyKey::Subject, BOTANY, MARINE).await.unwrap();
        let exported = vocabulary::export(&hub.app.vocabularies());
        assert_eq!((exported.facets.len(), exported.terms.len()), (1, 2), "only what was changed: {exported:?}");
        let again = vocabulary::import(&hub.app, WHO, exported.clone()).await.unwrap();
        assert_eq!((again.facets, again.terms), (0, 0));

        vocabulary::remove_facet(&hub.app, WHO, &key, Used::Refuse).await.unwrap();
        vocabulary::bring_back(&hub.app, WHO, &VocabularyKey::Subject, BOTANY).await.unwrap();
        let taken = vocabulary::import(&hub.app, WHO, exported.clone()).await.unwrap();
        assert_eq!((taken.facets, taken.terms), (1, 2));
        assert_eq!(vocabulary::export(&hub.app.vocabularies()), exported);

        let mut bad = exported.clone();
        for term in &mut bad.terms {
            term.parent = Some(term.key.clone());
        }
        let refused = vocabulary::import(&hub.app, WHO, bad).await.unwrap_err().to_string();
        assert!(refused.contains("hangs on itself"), "{refused}");
        assert_eq!(vocabulary::export(&hub.app.vocabularies()), exported, "all or nothing");
    }
}
