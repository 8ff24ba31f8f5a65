//! Workflow 7: a site advertises a course.

use hub_sample::site::{Kind, SimulatedSite};

use super::{Hub, course, short, workflow};
use crate::program::soon;

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
