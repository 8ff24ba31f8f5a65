//! Workflow 7: a site advertises a course.

use std::time::Duration;

use hub_app::jobs::Job;
use hub_core::VersionId;
use hub_sample::site::{Front, Kind, SimulatedSite};
use hub_testkit::{Engine, TestHub};

use super::{Hub, course, short, workflow};
use crate::program::{program, run, soon};

workflow! {
    async fn workflow_07_advertise_a_course(hub) {
        let site = hub.site("Lake school").await;
        let id = twice_is_the_same(&hub, &site).await;
        a_change_waits_and_the_accepted_text_stays(&hub, &site, id).await;
        visits_lead_to_the_site(&hub, &site, id);
    }
}

async fn twice_is_the_same(hub: &Hub, site: &SimulatedSite) -> i64 {
    let wanted = course("WIND", "Wind");
    let id = site.publish_advert(hub.url(), &wanted, 1).await.unwrap();
    assert_eq!(site.publish_advert(hub.url(), &wanted, 0).await.unwrap(), id);
    assert_eq!(hub.rows(&["course", "list"]).len(), 1);
    hub.run(&["course", "accept", &short(id)]);
    hub.run(&["course", "set", &short(id), "featured", "clear texts"]);
    hub.finds(id, Kind::Advert).await;
    assert_eq!(site.publish_advert(hub.url(), &wanted, 0).await.unwrap(), id);
    let shown = hub.json(&["course", "show", &short(id)]);
    assert_eq!((&shown["screenshots"], &shown["featured"]), (&1.into(), &"clear texts".into()), "{shown}");
    id
}

async fn a_change_waits_and_the_accepted_text_stays(hub: &Hub, site: &SimulatedSite, id: i64) {
    let title = || async {
        let found = hub.found("", Kind::Advert).await;
        found.course(id).map(|course| course["fullname"].as_str().unwrap().to_owned())
    };
    assert_eq!(site.publish_advert(hub.url(), &course("WIND", "Wind and waves"), 0).await.unwrap(), id);
    let shown = hub.run(&["course", "show", &short(id)]);
    assert!(shown.contains("+ Wind and waves"), "{shown}");
    assert_eq!(title().await.as_deref(), Some("Wind"));
    let page = || hub.get(hub.get(&format!("/courses/{id}")).header("location")).text();
    assert!(!page().contains("waves"));
    let own = site.check_status(hub.url()).await.unwrap();
    assert_eq!(own.course(id).unwrap()["fullname"], "Wind and waves");
    assert_eq!(own.course(id).unwrap()["privacy"], 1, "its publisher sees that it is listed");
    hub.run(&["course", "accept", &short(id)]);
    soon("the change is shown", || async { title().await.as_deref() == Some("Wind and waves") }).await;
    assert!(page().contains("Wind and waves"));
    assert_eq!(hub.json(&["course", "show", &short(id)])["featured"], "clear texts");
}

fn visits_lead_to_the_site(hub: &Hub, site: &SimulatedSite, id: i64) {
    let visit = hub.get(&format!("/?redirectcourseid={id}"));
    assert!(visit.header("location").starts_with(site.wwwroot()), "{visit:?}");
}

/// A day goes by, and the daily look at links with it: at a seventh of them, and at those in trouble.
async fn a_day_later(hub: &TestHub) {
    hub.advance(Duration::from_hours(24));
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    Job::CheckLinks { after: VersionId(0) }.enqueue(tx.cx(), now).await.unwrap();
    tx.commit().await.unwrap();
    hub.settle().await;
}

/// Days pass only on a hub with a clock of its own; staff types its commands all the same.
async fn a_dead_link_is_noticed(engine: Engine) {
    let hub = TestHub::start(engine).await;
    let staff = |words: &[&str]| {
        let mut command = program();
        command.args(words).arg("--data").arg(hub.folder()).env("COURSEHUB_DATABASE_URL", hub.database_url());
        run(command).ok()
    };
    let site = hub.trusted_site("Lake school").await;
    let id = site.publish_advert(&hub.url(), &course("WIND", "Wind"), 0).await.unwrap();
    hub.settle().await;
    for _ in 0..7 {
        a_day_later(&hub).await;
    }
    assert!(!staff(&["course", "show", &short(id)]).contains("Link"), "all is well");
    site.set_front(Front { head: 404, get: 404, location: None });
    let mut days = 0;
    while !staff(&["course", "show", &short(id)]).contains("did not answer when last looked for") {
        assert!(days < 7, "its turn comes once a week");
        a_day_later(&hub).await;
        days += 1;
    }
    a_day_later(&hub).await;
    assert!(hub.mails_of("link_dead").await.is_empty(), "twice is no trouble");
    assert!(staff(&["course", "show", &short(id)]).contains("did not answer when last looked for"));
    a_day_later(&hub).await;
    let shown = staff(&["course", "show", &short(id)]);
    assert!(shown.contains("dead since") && shown.contains("status 404"), "{shown}");
    assert!(staff(&["course", "list"]).contains("dead"));
    a_day_later(&hub).await;
    let mails = hub.mails_of("link_dead").await;
    assert_eq!(mails.len(), 1, "told once");
    assert_eq!(mails[0].mail.recipient, site.info().contact_email);
    assert!(mails[0].body.contains(site.wwwroot()) && mails[0].body.contains("404"), "{}", mails[0].body);
    site.set_front(Front::default());
    a_day_later(&hub).await;
    assert!(!staff(&["course", "show", &short(id)]).contains("dead since"));
    assert!(!staff(&["course", "list"]).contains("dead"));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workflow_07_a_dead_link_is_noticed_on_sqlite() {
    a_dead_link_is_noticed(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn workflow_07_a_dead_link_is_noticed_on_postgres() {
    if !Engine::postgres_is_left_out() {
        a_dead_link_is_noticed(Engine::Postgres).await;
    }
}
