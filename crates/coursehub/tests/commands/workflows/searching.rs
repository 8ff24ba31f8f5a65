//! Workflow 6: a teacher searches and takes from inside an old Moodle.

use std::collections::BTreeSet;

use hub_sample::course::{Audience, Level, Licence};
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions, Wire};
use hub_testkit::example_course;

use super::{Hub, course, short, workflow};
use crate::program::soon;

workflow! {
    async fn workflow_06_search_and_restore_from_moodle(hub) {
        hub.set("courses_per_site_per_day", "").await;
        let site = hub.trusted("Lake school").await;
        let stranger = SimulatedSite::start(SiteOptions::new(Family::Zend, "Stranger")).await.unwrap();
        fill(&hub, &site).await;
        filters_give_what_the_pages_give(&hub, &site, &stranger).await;
        all_can_be_paged_through(&hub, &stranger).await;
        what_is_not_public_never_comes(&hub, &site, &stranger).await;
        the_types_are_those_the_client_expects(&hub, &stranger).await;
        a_private_hub_knows_its_sites(&hub, &site, &stranger).await;
    }
}

/// Adverts on one page of an old client and more.
const ADVERTS: usize = 28;

async fn fill(hub: &Hub, site: &SimulatedSite) {
    for number in 0..ADVERTS {
        let mut one = course(&format!("A{number}"), &format!("Algebra {number}")).tags(["maths"]);
        if number % 3 == 0 {
            one = one.subject("field1010301").level(Level::Primary);
            "fr".clone_into(&mut one.language);
        }
        if number % 4 == 0 {
            one = one.audience(Audience::Educators).licence(Licence::CcBy4);
        }
        site.publish_advert(hub.url(), &one, 0).await.unwrap();
    }
    site.publish_share(hub.url(), &example_course("BOT-PHOTO"), 1).await.unwrap();
    soon("all is found", || async { hub.found("", Kind::Advert).await.total == 28 }).await;
    soon("the share is found", || async { hub.found("", Kind::Share).await.total == 1 }).await;
}

/// The ids an old client gets, page after page.
async fn ids(hub: &Hub, site: &SimulatedSite, kind: Kind, options: &[(&str, Wire)]) -> BTreeSet<i64> {
    let mut all = BTreeSet::new();
    loop {
        let skip = i64::try_from(all.len()).unwrap();
        let options = [options, &[("givememore", Wire::Int(skip))]].concat();
        let found = site.search(hub.url(), "algebra", kind, &options).await.unwrap();
        all.extend(found.courses.iter().map(|course| course["id"].as_i64().unwrap()));
        if found.courses.is_empty() || i64::try_from(all.len()).unwrap() >= found.total {
            assert_eq!(i64::try_from(all.len()).unwrap(), found.total);
            return all;
        }
    }
}

/// The ids a visitor gets, page after page.
fn ids_of_pages(hub: &Hub, query: &str) -> BTreeSet<i64> {
    let mut all = BTreeSet::new();
    for number in 1.. {
        let page = hub.get(&format!("/search?q=algebra&kind=advert&page={number}&{query}")).text();
        let hits = page.split("class=\"whole\" href=\"").skip(1);
        let hits = hits.map(|rest| {
            rest.split("/courses/").nth(1).unwrap().split('-').next().unwrap().parse::<i64>().unwrap()
        });
        let before = all.len();
        all.extend(hits);
        if all.len() == before {
            break;
        }
    }
    all
}

async fn filters_give_what_the_pages_give(hub: &Hub, site: &SimulatedSite, stranger: &SimulatedSite) {
    for (option, value, parameter) in [
        ("coverage", "all", "sort=updated"),
        ("language", "fr", "language=fr"),
        ("subject", "field101", "subject=field101"),
        ("educationallevel", "primary", "level=primary"),
        ("audience", "educators", "audience=educators"),
        ("licenceshortname", "cc-4.0", "licence=cc-4.0"),
    ] {
        let options = [(option, Wire::from(value))];
        let by_page = ids_of_pages(hub, parameter);
        assert!(!by_page.is_empty(), "{parameter}");
        assert_eq!(ids(hub, stranger, Kind::Advert, &options).await, by_page, "{option}");
        assert_eq!(ids(hub, site, Kind::Advert, &options).await, by_page, "{option} with a token");
    }
}

async fn all_can_be_paged_through(hub: &Hub, stranger: &SimulatedSite) {
    let first = stranger.search(hub.url(), "", Kind::Advert, &[]).await.unwrap();
    assert_eq!((first.courses.len(), first.total), (25, 28));
    assert_eq!(ids(hub, stranger, Kind::Advert, &[]).await.len(), ADVERTS);
}

async fn what_is_not_public_never_comes(hub: &Hub, site: &SimulatedSite, stranger: &SimulatedSite) {
    let mut shares = Vec::new();
    for name in ["HIDDEN", "DELETED"] {
        let id = site.publish_share(hub.url(), &course(name, name), 0).await.unwrap();
        hub.finds(id, Kind::Share).await;
        shares.push(id);
    }
    let fileless =
        site.register_course(hub.url(), &course("NOFILE", "No file"), Kind::Share, 0).await.unwrap();
    shares.push(fileless);
    hub.run(&["course", "hide", &short(shares[0]), "--reason", "a complaint"]);
    hub.run(&["course", "delete", &short(shares[1])]);
    for id in &shares {
        soon("it is out of sight", || async { !hub.is_found(*id, Kind::Share).await }).await;
        let by_id = [("ids", Wire::from(vec![short(*id).as_str()]))];
        assert_eq!(stranger.search(hub.url(), "", Kind::Share, &by_id).await.unwrap().total, 0, "{id}");
        assert_ne!(stranger.download_backup(hub.url(), *id).await.unwrap().status, 200, "{id}");
    }
}

async fn the_types_are_those_the_client_expects(hub: &Hub, stranger: &SimulatedSite) {
    let share = hub.found("", Kind::Share).await.courses[0]["id"].as_i64().unwrap();
    hub.run(&["course", "set", &short(share), "featured", "clear texts"]);
    soon("it is featured", || async {
        let found = stranger.search(hub.url(), "", Kind::Share, &[]).await.unwrap();
        found.courses[0]["rating"]["count"] == 1
    })
    .await;
    let found = stranger.search(hub.url(), "", Kind::Share, &[]).await.unwrap();
    let course = &found.courses[0];
    let example = example_course("BOT-PHOTO");
    assert_eq!(course["rating"]["scaleid"], 10);
    assert!((course["rating"]["aggregate"].as_f64().unwrap() - 10.0).abs() < f64::EPSILON, "{course}");
    assert!(course["comments"].as_array().is_none_or(Vec::is_empty), "{course}");
    assert_eq!(course["outcomes"][0]["fullname"], example.outcomes[0]);
    let contents = course["contents"].as_array().unwrap();
    let total: i64 = contents.iter().map(|count| count["contentcount"].as_i64().unwrap()).sum();
    assert_eq!(usize::try_from(total).unwrap(), example.activities().count());
    assert!(
        contents.iter().all(|count| count["moduletype"] == "activity" && count["modulename"].is_string())
    );
    assert!(course["backupsize"].as_i64().unwrap() > 1000);
    assert_eq!(course["screenshots"], 1);
    assert_eq!(course["enrollable"], false);
    assert!(course["timemodified"].is_i64());
}

async fn a_private_hub_knows_its_sites(hub: &Hub, site: &SimulatedSite, stranger: &SimulatedSite) {
    let share = hub.found("", Kind::Share).await.courses[0]["id"].as_i64().unwrap();
    assert_eq!(stranger.download_backup(hub.url(), share).await.unwrap().status, 200);
    hub.run(&["settings", "set", "reading", "members"]);
    soon("the hub is private", || async { hub.get("/search").status == 403 }).await;
    assert_eq!(stranger.download_backup(hub.url(), share).await.unwrap().status, 403);
    let refused = stranger.search(hub.url(), "", Kind::Share, &[]).await.unwrap_err();
    assert_eq!(refused.error_code(), Some("invalidtoken"));
    assert_eq!(site.search(hub.url(), "", Kind::Share, &[]).await.unwrap().total, 1);
    let taken = site.download_backup(hub.url(), share).await.unwrap();
    assert_eq!(taken.status, 200);
    assert!(taken.body == site.back_up(&example_course("BOT-PHOTO")), "the bytes differ");
}
