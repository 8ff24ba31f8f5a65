//! Workflow 13: a site leaves, or is made to, with its courses or without.

use hub_sample::site::{Family, Kind, Leave, Outcome, SimulatedSite};

use super::{Hub, course, short, workflow};
use crate::program::soon;

workflow! {
    async fn workflow_13_leave(hub) {
        a_site_leaves_and_its_courses_stay(&hub).await;
        a_site_leaves_with_its_courses(&hub).await;
        staff_deletes_a_site_and_its_courses_stay(&hub).await;
        staff_deletes_a_site_with_its_courses(&hub).await;
    }
}

async fn site_with_course(hub: &Hub, family: Family, name: &str) -> (SimulatedSite, i64) {
    let site = hub.site_of(family, name).await;
    hub.run(&["site", "trust", &hub.id_of(&site)]);
    let advert = site.publish_advert(hub.url(), &course(name, name), 0).await.unwrap();
    hub.finds(advert, Kind::Advert).await;
    (site, advert)
}

async fn is_dead(hub: &Hub, site: &SimulatedSite, token: &str) {
    let dead = site.call(hub.url(), token, "hub_get_info", &[]).await.unwrap_err();
    assert_eq!(dead.error_code(), Some("invalidtoken"));
}

async fn a_site_leaves_and_its_courses_stay(hub: &Hub) {
    let (site, advert) = site_with_course(hub, Family::Zend, "Abbey").await;
    let (id, token) = (hub.id_of(&site), site.hub(hub.url()).unwrap().token);
    site.unregister_site(hub.url(), Leave::IfAllowed).await.unwrap();
    is_dead(hub, &site, &token).await;
    let row = hub.json(&["site", "show", &id]);
    assert_eq!((&row["state"], &row["trusted"]), (&"left".into(), &false.into()));
    assert!(hub.is_found(advert, Kind::Advert).await);
    // Whoever looks after them sees that their site is gone, and whom to ask.
    let shown = hub.run(&["course", "show", &short(advert)]);
    assert!(shown.contains("left today") && shown.contains(&site.info().contact_email), "{shown}");
    assert!(hub.run(&["course", "list"]).contains("Abbey (left)"));

    assert_eq!(site.register(hub.url()).await.unwrap(), Outcome::Confirmed, "it may come back");
    assert_eq!(hub.id_of(&site), id, "as the same site");
    hub.run(&["site", "confirm", &id]);
    assert_eq!(site.unregister_courses(hub.url(), &[advert]).await.unwrap(), 1);
    soon("it is withdrawn", || async { !hub.is_found(advert, Kind::Advert).await }).await;
}

async fn a_site_leaves_with_its_courses(hub: &Hub) {
    let (site, advert) = site_with_course(hub, Family::ExtUnpatched, "Beacon").await;
    let token = site.hub(hub.url()).unwrap().token;
    // The old client withdraws what it published first, then leaves.
    site.unregister_courses(hub.url(), &[advert]).await.unwrap();
    site.unregister_site(hub.url(), Leave::IfAllowed).await.unwrap();
    is_dead(hub, &site, &token).await;
    soon("it is gone", || async { !hub.is_found(advert, Kind::Advert).await }).await;
    assert_eq!(hub.get(&format!("/courses/{advert}")).status, 410);
    assert_eq!(site.register(hub.url()).await.unwrap(), Outcome::Confirmed);
}

/// The clean-up link in the newest mail to a deleted site.
fn clean_up_link(hub: &Hub, site: &SimulatedSite) -> String {
    let mails = hub.mails("site_deleted");
    assert_eq!(mails[0]["recipient"], site.info().contact_email);
    let text = hub.mail(&mails[0]);
    let link = text.split_whitespace().find(|word| word.contains("unregistration=1"));
    link.unwrap_or_else(|| panic!("no link in {text}")).to_owned()
}

async fn staff_deletes_a_site_and_its_courses_stay(hub: &Hub) {
    let (site, advert) = site_with_course(hub, Family::ExtUnpatched, "Castle").await;
    let (id, token) = (hub.id_of(&site), site.hub(hub.url()).unwrap().token);
    assert!(hub.run(&["site", "delete", &id]).contains("its courses stay"));
    is_dead(hub, &site, &token).await;
    assert!(hub.is_found(advert, Kind::Advert).await);
    let link = clean_up_link(hub, &site);
    assert!(link.starts_with(&format!("{}/admin/registration/index.php?huburl=", site.wwwroot())), "{link}");
    site.unregister_site(hub.url(), Leave::ByForce).await.unwrap();
    assert_eq!(site.register(hub.url()).await.unwrap(), Outcome::Confirmed, "it may come back");
    assert_eq!(hub.id_of(&site), id);
}

async fn staff_deletes_a_site_with_its_courses(hub: &Hub) {
    let (site, advert) = site_with_course(hub, Family::ExtPatched, "Dome").await;
    let (id, token) = (hub.id_of(&site), site.hub(hub.url()).unwrap().token);
    assert!(hub.run(&["site", "delete", &id, "--with-courses"]).contains("1 publication deleted"));
    is_dead(hub, &site, &token).await;
    soon("its course is gone", || async { !hub.is_found(advert, Kind::Advert).await }).await;
    assert_eq!(hub.get(&format!("/courses/{advert}")).status, 410);
    let link = clean_up_link(hub, &site);
    let page = format!("{}/admin/tool/customhub/index.php?huburl=", site.wwwroot());
    assert!(link.starts_with(&page), "Moodle 3.5 has its page elsewhere: {link}");
    assert!(hub.rows(&["course", "list", "--state", "removed"]).iter().any(|row| row["id"] == advert));
}
