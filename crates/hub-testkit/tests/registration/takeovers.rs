//! Who may take a registration over, and what of it: other secrets on known addresses, and addresses that were left.

use std::time::Duration;

use hub_app::course::decide::{Decision, decide};
use hub_app::jobs::Job;
use hub_app::site::staff;
use hub_core::rights::{Actor, Role};
use hub_core::site::SiteState;
use hub_core::{SiteId, VersionId};
use hub_sample::site::{Family, Kind, Leave, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, db_test, example_course};

use super::{Answer, ask, link, page, parameters, post, registered, token, with};

const STAFF: Actor = Actor::CommandLine;

async fn new_site(name: &str) -> SimulatedSite {
    SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, name)).await.unwrap()
}

/// The registration address of a site, with another secret than its own.
fn with_another_secret(hub: &TestHub, site: &SimulatedSite) -> String {
    with(&site.registration_address(&hub.url()), "token", Some("Another0secret0of0somebody0elses"))
}

/// `from` registers, with its own secret, at the address of `onto`; gives the link that the contact there is mailed.
async fn asked_to_replace(hub: &TestHub, from: &SimulatedSite, onto: &SimulatedSite) -> String {
    let address = with(&from.registration_address(&hub.url()), "url", Some(onto.wwwroot()));
    assert_eq!(ask(&address).await.status, 409);
    let mail = hub.mails_of("replacement_link").await.pop().unwrap();
    link(&mail.body, &format!("{}/registrations/replace/", hub.url()))
}

async fn confirm(link: &str) -> Answer {
    post(link, &[("freshmoodletokenconf", "1")]).await
}

async fn row(hub: &TestHub, id: SiteId) -> hub_core::site::Site {
    staff::show(&hub.app, id).await.unwrap().site
}

async fn found_by_anybody(hub: &TestHub, word: &str) -> i64 {
    hub.settle().await;
    new_site("Anybody").await.search(&hub.url(), word, Kind::Advert, &[]).await.unwrap().total
}

db_test! {
    async fn a_live_site_that_takes_another_ones_address_ends_its_former_registration(hub) {
        let (old, newcomer) = (hub.site("Hill school").await, hub.site("Lake school").await);
        let (old_id, newcomer_id) = (hub.row_of(&old).await.id, hub.row_of(&newcomer).await.id);
        let (old_token, newcomer_token) = (token(&hub, &old), token(&hub, &newcomer));
        let link = asked_to_replace(&hub, &newcomer, &old).await;
        let done = confirm(&link).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let way = done.location();
        assert!(way.as_str().starts_with(old.wwwroot()), "{way}");
        let given = parameters(&way);
        assert_eq!(given["token"], newcomer.hub(&hub.url()).unwrap().secret);
        for ended in [&old_token, &newcomer_token] {
            let error = old.call(&hub.url(), ended, "hub_get_info", &[]).await.unwrap_err();
            assert_eq!(error.error_code(), Some("invalidtoken"));
        }
        old.call(&hub.url(), &given["newtoken"], "hub_get_info", &[]).await.unwrap();
        assert_eq!(row(&hub, newcomer_id).await.state, SiteState::Left, "one secret, one registration");
        let kept = row(&hub, old_id).await;
        assert_eq!((kept.state, kept.info.name.as_str()), (SiteState::Active, "Lake school"));
        assert_eq!(hub.mails_of("site_moved").await.len(), 1, "the contact of the ended one is told");
    }
}

db_test! {
    async fn a_newcomer_whose_secret_was_registered_elsewhere_meanwhile_is_one_site(hub) {
        let (old, newcomer) = (hub.site("Hill school").await, new_site("Lake school").await);
        let link = asked_to_replace(&hub, &newcomer, &old).await;
        registered(&hub, &newcomer).await;
        let id = hub.row_of(&newcomer).await.id;
        assert_eq!(confirm(&link).await.status, 303);
        assert_eq!(row(&hub, id).await.state, SiteState::Left);
    }
}

db_test! {
    async fn a_link_about_an_address_the_site_has_left_is_refused_with_the_reason(hub) {
        let site = hub.site("Hill school").await;
        let id = hub.row_of(&site).await.id;
        let link = asked_to_replace(&hub, &new_site("Lake school").await, &site).await;
        staff::set(&hub.app, STAFF, id, "address", "http://elsewhere.example").await.unwrap();
        let other = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Third")).await.unwrap();
        let there = with(&other.registration_address(&hub.url()), "url", Some(site.wwwroot()));
        assert_eq!(ask(&there).await.status, 303, "somebody else is registered there by now");
        let before = row(&hub, id).await;
        for _ in 0..2 {
            let refused = confirm(&link).await;
            assert_eq!(refused.status, 409, "{}", refused.body);
            assert!(refused.body.contains("another address"), "{}", refused.body);
        }
        assert_eq!(row(&hub, id).await, before);
    }
}

db_test! {
    async fn a_secret_that_was_blocked_meanwhile_replaces_nothing(hub) {
        let (site, newcomer) = (hub.site("Hill school").await, hub.site("Lake school").await);
        let (id, newcomer_id) = (hub.row_of(&site).await.id, hub.row_of(&newcomer).await.id);
        let link = asked_to_replace(&hub, &newcomer, &site).await;
        staff::block(&hub.app, STAFF, newcomer_id).await.unwrap();
        let before = row(&hub, id).await;
        let refused = confirm(&link).await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        assert!(refused.body.contains("blocked"), "{}", refused.body);
        assert_eq!(row(&hub, id).await, before);
    }
}

db_test! {
    async fn a_suspended_site_does_not_leave_its_suspension_for_another_address(hub) {
        let (site, suspended) = (hub.site("Hill school").await, hub.site("Lake school").await);
        let suspended_id = hub.row_of(&suspended).await.id;
        let link = asked_to_replace(&hub, &suspended, &site).await;
        staff::suspend(&hub.app, STAFF, suspended_id).await.unwrap();
        assert_eq!(confirm(&link).await.status, 403);
        hub.advance(Duration::from_hours(25));
        let mails = hub.mails_of("replacement_link").await.len();
        let again = with(&suspended.registration_address(&hub.url()), "url", Some(site.wwwroot()));
        assert_eq!(ask(&again).await.status, 403);
        assert_eq!(hub.mails_of("replacement_link").await.len(), mails, "and asks nobody");
        assert_eq!(row(&hub, suspended_id).await.state, SiteState::Suspended);
    }
}

db_test! {
    async fn the_end_of_a_suspended_site_shows_none_of_its_courses(hub) {
        for blocked in [false, true] {
            let site = hub.trusted_site("Lake school").await;
            let id = hub.row_of(&site).await.id;
            let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
            assert_eq!(found_by_anybody(&hub, "linear").await, 1);
            staff::suspend(&hub.app, STAFF, id).await.unwrap();
            if blocked {
                staff::block(&hub.app, STAFF, id).await.unwrap();
            } else {
                staff::delete(&hub.app, STAFF, id, staff::Courses::Stay).await.unwrap();
            }
            assert_eq!(found_by_anybody(&hub, "linear").await, 0, "blocked: {blocked}");
            let shown = ask(&format!("{}/courses/{advert}", hub.url())).await;
            assert_eq!(shown.status, 404);
            // Nor by coming back: staff decides on each.
            site.forget_hub(&hub.url());
            registered(&hub, &site).await;
            staff::confirm(&hub.app, STAFF, id).await.unwrap();
            staff::trust(&hub.app, STAFF, id).await.unwrap();
            assert_eq!(found_by_anybody(&hub, "linear").await, 0);
            decide(&hub.app, STAFF, VersionId(advert), &Decision::Unhide).await.unwrap();
            assert_eq!(found_by_anybody(&hub, "linear").await, 1);
            staff::delete(&hub.app, STAFF, id, staff::Courses::Go).await.unwrap();
        }
    }
}

db_test! {
    async fn a_suspended_site_that_goes_with_its_courses_leaves_none(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        staff::suspend(&hub.app, STAFF, id).await.unwrap();
        let deleted = staff::delete(&hub.app, STAFF, id, staff::Courses::Go).await.unwrap();
        assert_eq!((deleted.was_here, deleted.publications), (true, 1));
        assert_eq!(found_by_anybody(&hub, "linear").await, 0);
    }
}

/// A site without a contact that left while a copy of it was alive.
async fn left_clone_without_contact(hub: &TestHub) -> (SimulatedSite, SiteId, i64) {
    let site = hub.trusted_site("Lake school").await;
    let advert = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
    let copy = site.copy().await.unwrap();
    copy.update_site_info(&hub.url()).await.unwrap();
    let id = hub.row_of(&site).await.id;
    copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
    hub.change_site(&site, |row| row.info.contact_email.clear()).await;
    (site, id, advert)
}

db_test! {
    async fn nobody_is_the_original_of_a_clone_by_having_no_contact_either(hub) {
        let (site, id, advert) = left_clone_without_contact(&hub).await;
        site.forget_hub(&hub.url());
        let stranger = with(&site.registration_address(&hub.url()), "contactemail", None);
        assert_eq!(ask(&stranger).await.status, 303);
        let details = staff::show(&hub.app, id).await.unwrap();
        assert_eq!((details.site.identity, details.unconfirmed_courses), (2, 1), "staff confirms first");
        assert!(advert > 0);
    }
}

db_test! {
    async fn a_split_site_without_contact_is_nobodys_for_the_asking(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        hub.change_site(&site, |row| row.info.contact_email.clear()).await;
        staff::split(&hub.app, STAFF, id).await.unwrap();
        site.forget_hub(&hub.url());
        let stranger = with(&site.registration_address(&hub.url()), "contactemail", None);
        assert_eq!(ask(&stranger).await.status, 409);
        assert_eq!(staff::show(&hub.app, id).await.unwrap().token, staff::TokenStanding::None);
    }
}

db_test! {
    async fn a_successor_reads_of_its_predecessor_what_everybody_reads(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let unlisted = site.publish_advert(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        let listed = site.publish_advert(&hub.url(), &example_course("MATH-LIN1"), 0).await.unwrap();
        decide(&hub.app, STAFF, VersionId(listed), &Decision::Accept { despite_findings: false }).await.unwrap();
        let mut changed = example_course("MATH-LIN1");
        "Linear equations, not yet accepted".clone_into(&mut changed.full_name);
        assert_eq!(site.publish_advert(&hub.url(), &changed, 0).await.unwrap(), listed);
        hub.settle().await;
        let own = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(own.course(listed).unwrap()["fullname"], changed.full_name.as_str());
        assert!(own.course(unlisted).is_some());

        site.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        registered(&hub, &site).await;
        assert_eq!((hub.row_of(&site).await.id, hub.row_of(&site).await.identity), (id, 2));
        let seen = site.check_status(&hub.url()).await.unwrap();
        assert!(seen.course(unlisted).is_none(), "{seen:?}");
        let accepted = example_course("MATH-LIN1").full_name;
        assert_eq!(seen.course(listed).unwrap()["fullname"], accepted.as_str(), "what everybody sees");
        let picture = format!(
            "{}/local/hub/webservice/download.php?filetype=screenshot&courseid={unlisted}&token={}",
            hub.url(),
            token(&hub, &site)
        );
        assert_eq!(ask(&picture).await.status, 404);

        staff::confirm(&hub.app, STAFF, id).await.unwrap();
        let own = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(own.course(listed).unwrap()["fullname"], changed.full_name.as_str());
        assert!(own.course(unlisted).is_some());
    }
}

db_test! {
    async fn the_contact_of_a_predecessor_is_not_mailed_the_way_back_of_its_successor(hub) {
        let site = hub.site("Lake school").await;
        site.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        let mails = hub.mails_of("site_registered").await.len();
        let silent = site.registration_address(&hub.url());
        let silent = ["contactemail", "contactname", "name"].iter().fold(silent, |all, one| with(&all, one, None));
        assert_eq!(ask(&silent).await.status, 303);
        assert_eq!(hub.mails_of("site_registered").await.len(), mails);
        let row = hub.row_of(&site).await;
        assert_eq!((row.identity, row.info.contact_email.as_str()), (2, ""));
        assert_eq!((row.info.contact_name.as_str(), row.info.name.as_str()), ("", site.wwwroot()));
    }
}

db_test! {
    async fn a_request_that_waits_cannot_be_taken_over(hub) {
        hub.set("registration", "approval").await;
        let mut site = new_site("Lake school").await;
        page(site.register(&hub.url()).await.unwrap());
        let first = hub.row_of(&site).await;
        let mut info = site.info().clone();
        "mallory@evil.example".clone_into(&mut info.contact_email);
        site.set_info(info);
        let attempt = with_another_secret(&hub, &site);
        for _ in 0..3 {
            let refused = ask(&attempt).await;
            assert_eq!(refused.status, 409, "{}", refused.body);
            assert!(refused.body.contains("waits for the hub"), "{}", refused.body);
        }
        assert_eq!(hub.row_of(&site).await, first, "the first request stands as it was");
        let record = staff::show(&hub.app, first.id).await.unwrap().record;
        let attempts: Vec<_> = record.iter().filter(|line| line.act == "site.asked_by_another").collect();
        assert_eq!(attempts.len(), 1, "staff sees it, once a day: {record:?}");
        assert!(attempts[0].after.contains("mallory@evil.example"), "{attempts:?}");
        hub.advance(Duration::from_hours(25));
        ask(&attempt).await;
        let record = staff::show(&hub.app, first.id).await.unwrap().record;
        assert_eq!(record.iter().filter(|line| line.act == "site.asked_by_another").count(), 2);
        staff::accept(&hub.app, STAFF, first.id).await.unwrap();
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, first.id, "the first secret is the one that was accepted");
    }
}

db_test! {
    async fn after_a_refusal_another_secret_may_ask(hub) {
        hub.set("registration", "approval").await;
        let site = new_site("Lake school").await;
        page(site.register(&hub.url()).await.unwrap());
        site.forget_hub(&hub.url());
        assert_eq!(page(site.register(&hub.url()).await.unwrap()).status, 409);
        staff::refuse(&hub.app, STAFF, hub.row_of(&site).await.id, "You asked twice").await.unwrap();
        assert_eq!(page(site.register(&hub.url()).await.unwrap()).status, 200);
        assert_eq!(hub.row_of(&site).await.state, SiteState::Waiting);
    }
}

db_test! {
    async fn a_closed_hub_takes_the_original_of_a_split_site_back(hub) {
        let site = hub.site("Lake school").await;
        let copy = site.copy().await.unwrap();
        copy.update_site_info(&hub.url()).await.unwrap();
        let id = hub.row_of(&site).await.id;
        hub.set("registration", "closed").await;
        staff::split(&hub.app, STAFF, id).await.unwrap();
        for one in [&copy, &site] {
            one.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        }
        assert_eq!(page(copy.register(&hub.url()).await.unwrap()).status, 403, "the copy is a new site");
        registered(&hub, &site).await;
        assert_eq!(hub.row_of(&site).await.id, id);
    }
}

db_test! {
    async fn a_closed_hub_takes_the_original_back_after_its_clone_unregistered_and_no_stranger(hub) {
        let site = hub.site("Lake school").await;
        let copy = site.copy().await.unwrap();
        copy.update_site_info(&hub.url()).await.unwrap();
        let id = hub.row_of(&site).await.id;
        copy.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
        hub.set("registration", "closed").await;
        site.unregister_site(&hub.url(), Leave::ByForce).await.unwrap();
        for contact in [Some("mallory@evil.example"), Some(""), None] {
            let stranger = with(&site.registration_address(&hub.url()), "contactemail", contact);
            let status = ask(&stranger).await.status;
            assert!([403, 422].contains(&status), "{contact:?}: {status}");
        }
        registered(&hub, &site).await;
        let back = hub.row_of(&site).await;
        assert_eq!((back.id, back.identity), (id, 1));
    }
}

db_test! {
    async fn a_release_of_any_length_is_taken(hub) {
        let mut site = new_site("Lake school").await;
        let mut info = site.info().clone();
        // Not repetitive: PostgreSQL compresses what repeats before it measures an index row.
        info.moodle_release = (0..1200_u32)
            .map(|n| char::from_u32(0x4e00 + n.wrapping_mul(n).wrapping_mul(7919) % 20_000).unwrap())
            .collect();
        site.set_info(info);
        registered(&hub, &site).await;
        assert_eq!(site.update_site_info(&hub.url()).await.unwrap(), serde_json::json!(true));
        let id = hub.row_of(&site).await.id;
        let mut sightings = staff::show(&hub.app, id).await.unwrap().sightings;
        sightings.retain(|one| one.aspect == "release");
        assert_eq!(sightings.len(), 1, "{sightings:?}");
        assert_eq!(sightings[0].value.chars().count(), 50);
    }
}

db_test! {
    async fn a_limit_that_staff_raised_does_not_pass_to_another_secret(hub) {
        for (given, kept) in [("unlimited", None), ("5000", None), ("0", Some(Some(0)))] {
            let site = hub.site("Lake school").await;
            let id = hub.row_of(&site).await.id;
            staff::set(&hub.app, STAFF, id, "courses_per_day", given).await.unwrap();
            let mine = row(&hub, id).await.courses_per_day;
            // With the same secret it is the same site.
            site.call_as_site(&hub.url(), "hub_unregister_site", &[]).await.unwrap();
            site.forget_confirmation(&hub.url());
            registered(&hub, &site).await;
            assert_eq!(row(&hub, id).await.courses_per_day, mine);
            site.unregister_site(&hub.url(), Leave::IfAllowed).await.unwrap();
            registered(&hub, &site).await;
            assert_eq!(row(&hub, id).await.courses_per_day, kept, "{given}: what staff took stays taken");
        }
    }
}

db_test! {
    async fn housekeeping_forgets_secrets_that_were_kept_for_a_week(hub) {
        let site = hub.site("Hill school").await;
        asked_to_replace(&hub, &new_site("Lake school").await, &site).await;
        let id = hub.row_of(&site).await.id;
        let code = {
            let mail = hub.mails_of("site_registered").await.pop().unwrap();
            link(&mail.body, &format!("{}/registrations/", hub.url())).rsplit('/').next().unwrap().to_owned()
        };
        // Read as of the first day, when nothing had expired: what is deleted is gone then, too.
        let first_day = hub.app.clock.now();
        let kept = || async {
            let mut conn = hub.app.db.read().await.unwrap();
            let newcomer = hub_db::registration::replacement_of(conn.cx(), id).await.unwrap();
            let handshake = hub_db::registration::handshake(conn.cx(), &code, first_day).await.unwrap();
            (newcomer.is_some(), handshake.is_some())
        };
        for (days, there) in [(6, true), (2, false), (1, false)] {
            hub.advance(Duration::from_hours(24 * days));
            let mut tx = hub.app.db.begin().await.unwrap();
            Job::WithdrawDrafts.enqueue(tx.cx(), hub.app.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
            hub.settle().await;
            assert_eq!(kept().await, (there, there), "{days}");
        }
    }
}

db_test! {
    async fn an_update_that_changes_nothing_leaves_only_a_sighting(hub) {
        let mut site = hub.trusted_site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        site.update_site_info(&hub.url()).await.unwrap();
        hub.settle().await;
        let changes = || async {
            let mut conn = hub.app.db.read().await.unwrap();
            hub_db::change::last(conn.cx()).await.unwrap()
        };
        let seen = || async {
            let all = staff::show(&hub.app, id).await.unwrap().sightings;
            all.into_iter().find(|one| one.aspect == "address").unwrap().times
        };
        let (record, feed, times) =
            (staff::show(&hub.app, id).await.unwrap().record.len(), changes().await, seen().await);
        hub.advance(Duration::from_hours(24 * 7));
        site.update_site_info(&hub.url()).await.unwrap();
        assert_eq!(staff::show(&hub.app, id).await.unwrap().record.len(), record);
        assert_eq!(changes().await, feed);
        assert_eq!(seen().await, times + 1);
        assert_eq!(hub.row_of(&site).await.last_seen_at, Some(hub.app.clock.now()));

        let mut info = site.info().clone();
        info.courses += 1;
        site.set_info(info.clone());
        site.update_site_info(&hub.url()).await.unwrap();
        assert_eq!(staff::show(&hub.app, id).await.unwrap().record.len(), record + 1);
        assert_eq!(changes().await, feed, "its courses read the same");
        let other = if info.privacy == "linked" { "named" } else { "linked" };
        other.clone_into(&mut info.privacy);
        site.set_info(info);
        site.update_site_info(&hub.url()).await.unwrap();
        assert_eq!(changes().await, feed + 1, "they may name it now");
    }
}

/// The page of a site, as one of its administrators sees it.
async fn desk(hub: &TestHub, id: SiteId) -> (hub_testkit::SignedIn, String) {
    (hub.signed_in(Role::Admin).await, format!("/admin/sites/{id}"))
}

db_test! {
    async fn staff_compares_a_newcomer_with_the_site_and_gives_it_the_registration(hub) {
        let (site, newcomer) = (hub.trusted_site("Hill school").await, new_site("Lake school").await);
        let id = hub.row_of(&site).await.id;
        let old_token = token(&hub, &site);
        let (admin, path) = desk(&hub, id).await;
        let link = asked_to_replace(&hub, &newcomer, &site).await;
        let needs = admin.page("/moderate?kind=newcomer").await;
        assert!(needs.contains("Hill school") && needs.contains(&path), "{needs}");
        let told = hub.mails_of("site_newcomer").await.pop().unwrap();
        assert!(told.body.contains("Lake school") && told.body.contains(&path), "{}", told.body);
        let page = admin.page(&path).await;
        assert!(page.contains("id=\"newcomer\"") && page.contains("Lake school"), "both are shown");

        admin.post(&path, &[("act", "accept-newcomer")]).await;
        let now = row(&hub, id).await;
        assert_eq!((now.info.name.as_str(), now.trusted), ("Lake school", false));
        let error = site.call(&hub.url(), &old_token, "hub_get_info", &[]).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
        let way = hub.mails_of("site_accepted").await.pop().unwrap();
        assert_eq!(way.mail.recipient, newcomer.info().contact_email);
        let back = ask(&super::link(&way.body, &format!("{}/registrations/", hub.url()))).await;
        assert_eq!(back.status, 200, "the new contact is shown the way back");
        let old = hub.mails_of("site_replaced").await.pop().unwrap();
        assert_eq!(old.mail.recipient, site.info().contact_email);
        assert_eq!(confirm(&link).await.status, 404, "the old contact's link is spent");
        assert!(!admin.page(&path).await.contains("id=\"newcomer\""));
        assert!(!admin.page("/moderate").await.contains("/admin/sites/"), "nothing is left to do");
        let record = staff::show(&hub.app, id).await.unwrap().record;
        let line = record.iter().find(|line| line.act == "site.replaced").unwrap();
        assert!(line.before.contains("Hill school") && line.after.contains("Lake school"), "{line:?}");
    }
}

db_test! {
    async fn a_newcomer_that_staff_refuses_reads_why_and_cannot_have_the_contact_mailed_again_at_once(hub) {
        let (site, newcomer) = (hub.site("Hill school").await, new_site("Lake school").await);
        let id = hub.row_of(&site).await.id;
        let link = asked_to_replace(&hub, &newcomer, &site).await;
        let before = row(&hub, id).await;
        let (admin, path) = desk(&hub, id).await;
        let unsaid = admin.post(&path, &[("act", "refuse-newcomer"), ("newcomer_reason", " ")]).await;
        assert_eq!(unsaid.status(), 422, "a reason is needed");
        admin.post(&path, &[("act", "refuse-newcomer"), ("newcomer_reason", "This is Hill school's")]).await;
        assert_eq!(row(&hub, id).await, before);
        let refused = hub.mails_of("site_refused").await.pop().unwrap();
        assert_eq!(refused.mail.recipient, newcomer.info().contact_email);
        assert!(refused.body.contains("This is Hill school's"), "{}", refused.body);
        assert_eq!(confirm(&link).await.status, 404);
        let late = admin.post(&path, &[("act", "accept-newcomer")]).await;
        assert_eq!(late.status(), 422, "it was refused");
        let again = with(&newcomer.registration_address(&hub.url()), "url", Some(site.wwwroot()));
        let mails = hub.mails_of("replacement_link").await.len();
        assert_eq!(ask(&again).await.status, 409);
        assert_eq!(hub.mails_of("replacement_link").await.len(), mails);
        hub.advance(Duration::from_hours(25));
        assert_eq!(ask(&again).await.status, 409);
        assert_eq!(hub.mails_of("replacement_link").await.len(), mails + 1, "once a day");
        // By then the admin must sign in again.
        let (admin, path) = desk(&hub, id).await;
        assert!(admin.page(&path).await.contains("id=\"newcomer\""));
    }
}
