//! What staff does with sites.

use hub_core::SiteId;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::example_course;

use super::walk::{Tells, Walk, kept};

const FORM: &str = "/admin/sites/{id}";

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

/// One decision on one site.
async fn act(walk: &mut Walk, id: SiteId, fields: &[(&str, &str)], name: &'static str, tells: Tells) {
    walk.does((FORM, &[&id.to_string()]), fields, name, tells).await;
}

pub async fn all(walk: &mut Walk) {
    let site = kept(walk.hub.site("Lake school").await);
    let id = walk.hub.row_of(site).await.id;
    standing(walk, id).await;
    settings(walk, id).await;
    reach(walk, id).await;
    changes(walk, site, id).await;
    newcomers(walk, site, id).await;
    copies(walk).await;
    who_wait(walk).await;
    ends(walk).await;
}

async fn standing(walk: &mut Walk, id: SiteId) {
    for (word, name) in [
        ("trust", "site.trusted"),
        ("untrust", "site.untrusted"),
        ("prioritise", "site.prioritised"),
        ("unprioritise", "site.unprioritised"),
        ("hide", "site.hidden_from_list"),
        ("show", "site.shown_in_list"),
        ("suspend", "site.suspended"),
        ("resume", "site.resumed"),
    ] {
        // A new site is in the list or not, as it asked.
        if word == "hide" {
            walk.owner.post(&format!("/admin/sites/{id}"), &[("act", "show")]).await;
        }
        act(walk, id, &[("act", word)], name, Tells::Both).await;
    }
}

async fn settings(walk: &mut Walk, id: SiteId) {
    let named = [("was-name", "Lake school"), ("name", "Lake School of Art")];
    walk.does(("/admin/sites/{id}/settings", &[&id.to_string()]), &named, "site.set", Tells::Both).await;
    act(walk, id, &[("act", "lock"), ("field", "country")], "site.locked", Tells::After).await;
    act(walk, id, &[("act", "unlock"), ("field", "country")], "site.unlocked", Tells::Before).await;
    let words = [("act", "write"), ("text", "Is all well?")];
    act(walk, id, &words, "conversation.started", Tells::After).await;
}

async fn reach(walk: &mut Walk, id: SiteId) {
    act(walk, id, &[("act", "proof")], "site.proof_asked", Tells::Both).await;
    act(walk, id, &[("act", "look")], "site.proof_looked_for", Tells::Both).await;
    act(walk, id, &[("act", "rotate")], "site.token_rotated", Tells::Both).await;
}

async fn changes(walk: &mut Walk, site: &SimulatedSite, id: SiteId) {
    let waits = |row: &mut hub_core::site::Site| row.waiting_name = Some("Lake School of Arts".to_owned());
    walk.hub.change_site(site, waits).await;
    act(walk, id, &[("act", "refuse-change")], "site.change_refused", Tells::Both).await;
    walk.hub.change_site(site, waits).await;
    act(walk, id, &[("act", "accept-change")], "site.change_accepted", Tells::Both).await;
}

async fn newcomers(walk: &mut Walk, site: &SimulatedSite, id: SiteId) {
    for (fields, name) in [
        (vec![("act", "refuse-newcomer"), ("newcomer_reason", "This is ours")], "site.newcomer_refused"),
        (vec![("act", "accept-newcomer")], "site.replaced"),
    ] {
        let newcomer = kept(new_site("Newcomer").await);
        let address = newcomer.registration_address(&walk.hub.url());
        let mut address = url::Url::parse(&address).unwrap();
        let pairs: Vec<(String, String)> = address
            .query_pairs()
            .map(|(key, value)| {
                let value = if key == "url" { site.wwwroot().to_owned() } else { value.into_owned() };
                (key.into_owned(), value)
            })
            .collect();
        address.query_pairs_mut().clear().extend_pairs(pairs);
        assert_eq!(reqwest::get(address).await.unwrap().status(), 409);
        act(walk, id, &fields, name, Tells::Both).await;
        // Once a day somebody is asked.
        walk.hub.advance(std::time::Duration::from_hours(25));
        walk.owner = walk.hub.signed_in(hub_core::rights::Role::Owner).await;
    }
}

async fn copies(walk: &mut Walk) {
    let site = kept(walk.hub.site("Hill school").await);
    let id = walk.hub.row_of(site).await.id;
    site.publish_advert(&walk.hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    let copy = kept(site.copy().await.unwrap());
    copy.update_site_info(&walk.hub.url()).await.unwrap();
    act(walk, id, &[("act", "split")], "site.split", Tells::Both).await;

    // It comes back with another secret, and nobody knows whether it is the same.
    let site = kept(walk.hub.site("Forest school").await);
    let id = walk.hub.row_of(site).await.id;
    site.publish_advert(&walk.hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    let staff = hub_core::rights::Actor::CommandLine;
    hub_app::site::staff::delete(&walk.hub.app, staff, id, hub_app::site::staff::Courses::Stay)
        .await
        .unwrap();
    site.forget_hub(&walk.hub.url());
    site.register(&walk.hub.url()).await.unwrap();
    act(walk, id, &[("act", "confirm")], "site.confirmed", Tells::Both).await;
}

async fn who_wait(walk: &mut Walk) {
    walk.hub.set("registration", "approval").await;
    for (fields, name) in [
        (vec![("act", "accept")], "site.accepted"),
        (vec![("act", "refuse"), ("reason", "A test")], "site.refused"),
    ] {
        let site = kept(new_site("Waiting school").await);
        site.register(&walk.hub.url()).await.unwrap();
        let id = walk.hub.row_of(site).await.id;
        act(walk, id, &fields, name, Tells::Both).await;
    }
    walk.hub.set("registration", "open").await;
}

async fn ends(walk: &mut Walk) {
    let site = kept(walk.hub.site("Old school").await);
    let id = walk.hub.row_of(site).await.id;
    let revoke = [("act", "revoke"), ("revoke-name", "Old school")];
    act(walk, id, &revoke, "site.token_revoked", Tells::Both).await;
    let block = [("act", "block"), ("block-name", "Old school")];
    act(walk, id, &block, "site.blocked", Tells::Both).await;
    let unblock = [("site", &*id.to_string())];
    walk.does(("/admin/sites/blocked", &[]), &unblock, "site.unblocked", Tells::Both).await;
    let site = kept(walk.hub.site("Older school").await);
    let id = walk.hub.row_of(site).await.id;
    let delete = [("act", "delete"), ("delete-name", "Older school"), ("courses", "stay")];
    act(walk, id, &delete, "site.deleted", Tells::Both).await;
}
