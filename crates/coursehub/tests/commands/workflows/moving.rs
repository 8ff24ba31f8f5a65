//! Workflow 12: a site moves, is copied, is installed anew; and somebody with a stolen secret.

use hub_sample::site::{Kind, Outcome, Page, SimulatedSite};

use super::{Hub, course, short, workflow};
use crate::program::get;

workflow! {
    async fn workflow_12_move_copy_reinstall(hub) {
        let site = hub.site("Lake school").await;
        let advert = site.publish_advert(hub.url(), &course("WIND", "Wind"), 0).await.unwrap();
        hub.run(&["course", "accept", &short(advert)]);
        hub.finds(advert, Kind::Advert).await;
        a_copy_gets_an_identity_of_its_own(&hub, &site, advert).await;
        let site = a_moved_site_keeps_everything(&hub, site, advert).await;
        a_new_installation_needs_the_old_contact(&hub, &site, advert).await;
        a_stolen_secret_is_no_way_in(&hub, &site, advert).await;
    }
}

fn page(outcome: Outcome) -> Page {
    match outcome {
        Outcome::Page(page) => page,
        other => panic!("no page but {other:?}"),
    }
}

async fn a_copy_gets_an_identity_of_its_own(hub: &Hub, site: &SimulatedSite, advert: i64) {
    let copy = site.copy().await.unwrap();
    copy.forget_confirmation(hub.url());
    let asked = page(copy.register(hub.url()).await.unwrap());
    assert_eq!(asked.status, 200);
    assert!(asked.body.contains(site.wwwroot()) && asked.body.contains(copy.wwwroot()), "{}", asked.body);
    assert_eq!(hub.rows(&["site", "list"]).len(), 1, "nothing has changed yet");
    let renewed = page(copy.press(hub.url(), &asked, "action", "copied").await.unwrap());
    assert!(renewed.url.as_str().starts_with(copy.wwwroot()), "the copy makes a new secret: {}", renewed.url);
    assert_eq!(copy.register(hub.url()).await.unwrap(), Outcome::Confirmed);
    assert_ne!(hub.id_of(&copy), hub.id_of(site));
    assert_ne!(copy.hub(hub.url()).unwrap().secret, site.hub(hub.url()).unwrap().secret);
    site.get_info(hub.url()).await.unwrap();
    assert!(
        site.check_status(hub.url()).await.unwrap().course(advert).is_some(),
        "the original keeps its course"
    );
    let foreign = copy.unregister_courses(hub.url(), &[advert]).await.unwrap_err();
    assert_eq!(foreign.error_code(), Some("triedtounregisteracourseforwrongsite"));
}

async fn a_moved_site_keeps_everything(hub: &Hub, site: SimulatedSite, advert: i64) -> SimulatedSite {
    let (id, old, old_token) =
        (hub.id_of(&site), site.wwwroot().to_owned(), site.hub(hub.url()).unwrap().token);
    let moved = site.moved().await.unwrap();
    moved.forget_confirmation(hub.url());
    let asked = page(moved.register(hub.url()).await.unwrap());
    let done = moved.press(hub.url(), &asked, "action", "moved").await.unwrap();
    assert_eq!(done, Outcome::Confirmed);
    assert_eq!(hub.id_of(&moved), id, "the same site");
    assert!(hub.rows(&["site", "list"]).iter().all(|row| row["address"] != old.as_str()));
    assert!(moved.check_status(hub.url()).await.unwrap().course(advert).is_some());
    assert!(hub.is_found(advert, Kind::Advert).await);
    // Every handshake issues a token and ends the one before.
    let dead = moved.call(hub.url(), &old_token, "hub_get_info", &[]).await.unwrap_err();
    assert_eq!(dead.error_code(), Some("invalidtoken"));
    let mails = hub.mails("site_moved");
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0]["recipient"], moved.info().contact_email);
    let text = hub.mail(&mails[0]);
    assert!(text.contains(&old) && text.contains(moved.wwwroot()), "{text}");
    moved
}

async fn a_new_installation_needs_the_old_contact(hub: &Hub, site: &SimulatedSite, advert: i64) {
    let (id, old_token) = (hub.id_of(site), site.hub(hub.url()).unwrap().token);
    site.get_info(hub.url()).await.unwrap();
    site.forget_hub(hub.url());
    let asked = page(site.register(hub.url()).await.unwrap());
    assert_eq!(asked.status, 409);
    assert!(!asked.body.contains(&site.info().contact_email), "the address is not told: {}", asked.body);
    site.call(hub.url(), &old_token, "hub_get_info", &[]).await.unwrap();
    let mails = hub.mails("replacement_link");
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0]["recipient"], site.info().contact_email);
    // A mailbox nobody reads any more: staff reads the link to whoever proves to be right.
    let text = hub.mail(&mails[0]);
    let link = text.split_whitespace().find(|word| word.contains("/registrations/replace/")).unwrap();
    let compared = site.browser().open(link).await.unwrap();
    assert_eq!(compared.status, 200);
    let done = site.press(hub.url(), &compared, "freshmoodletokenconf", "1").await.unwrap();
    assert_eq!(done, Outcome::Confirmed);
    assert_eq!(get(link).status, 404, "the link works once");
    assert_eq!(hub.id_of(site), id);
    let dead = site.call(hub.url(), &old_token, "hub_get_info", &[]).await.unwrap_err();
    assert_eq!(dead.error_code(), Some("invalidtoken"));
    assert!(hub.is_found(advert, Kind::Advert).await, "its courses are kept");
    assert_eq!(hub.json(&["site", "show", &id])["trusted"], false);
}

async fn a_stolen_secret_is_no_way_in(hub: &Hub, site: &SimulatedSite, advert: i64) {
    let id = hub.id_of(site);
    let mails = hub.rows(&["mail", "list"]).len();
    let thief = site.copy().await.unwrap();
    thief.forget_confirmation(hub.url());
    let asked = page(thief.register(hub.url()).await.unwrap());
    assert_eq!(hub.id_of(site), id, "asking changes nothing");
    assert!(!thief.is_registered(hub.url()));
    // Even the wrong answer does not go unnoticed: the contact on record is told, not the one the thief names.
    let done = thief.press(hub.url(), &asked, "action", "moved").await.unwrap();
    assert_eq!(done, Outcome::Confirmed);
    let all = hub.rows(&["mail", "list"]);
    assert!(all.len() > mails);
    let told = hub.mails("site_moved");
    assert_eq!(told[0]["recipient"], site.info().contact_email);
    assert!(hub.mail(&told[0]).contains(thief.wwwroot()));
    // Staff blocks the secret; the owner registers again and staff says that it is the same site.
    hub.run(&["site", "block", &id]);
    let dead = thief.get_info(hub.url()).await.unwrap_err();
    assert_eq!(dead.error_code(), Some("invalidtoken"));
    thief.forget_confirmation(hub.url());
    assert_eq!(
        page(thief.register(hub.url()).await.unwrap()).status,
        403,
        "the secret opens nothing any more"
    );
    assert!(hub.run(&["course", "show", &short(advert)]).contains("left"));
}
