//! What staff decides on the pages of sites: what follows for the public, for an old client, and in the record.

use std::net::{Ipv4Addr, UdpSocket};
use std::sync::Mutex;
use std::time::Duration;

use hub_app::audit;
use hub_core::SiteId;
use hub_core::address::SiteAddress;
use hub_core::desk::AuditQuery;
use hub_core::rights::Role;
use hub_core::site::{Disclosure, SiteState};
use hub_sample::site::{Kind, Outcome, SimulatedSite};
use hub_testkit::{HubOptions, SignedIn, TestHub, db_test, example_course};

/// Sends a decision and gives the word of what was done.
async fn decide(staff: &SignedIn, id: SiteId, fields: &[(&str, &str)]) -> String {
    let answer = staff.post(&format!("/admin/sites/{id}"), fields).await;
    let status = answer.status();
    let to = answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned());
    let to = to.unwrap_or_else(|| panic!("{fields:?}: {status}"));
    to.split_once("?done=").unwrap_or_else(|| panic!("{fields:?}: {to}")).1.to_owned()
}

/// A form that is refused, with what stands on the page then.
async fn refused(staff: &SignedIn, id: SiteId, fields: &[(&str, &str)]) -> String {
    let answer = staff.post(&format!("/admin/sites/{id}"), fields).await;
    assert_eq!(answer.status(), 422, "{fields:?}");
    answer.text().await.unwrap()
}

/// The newest acts on a site, newest first; what the site itself did is left out.
async fn acts(hub: &TestHub, id: SiteId) -> Vec<String> {
    let query = AuditQuery { thing: Some(("site".to_owned(), Some(id.get()))), ..AuditQuery::default() };
    let found = audit::find(&hub.app, &query, 100).await.unwrap();
    let by_others = found.rows.into_iter().filter(|row| row.record.actor.0 != "site");
    by_others.map(|row| row.record.act).collect()
}

async fn advert(hub: &TestHub, site: &SimulatedSite, name: &str) -> i64 {
    let course = example_course(name);
    let id = site.register_course(&hub.url(), &course, Kind::Advert, 0).await.unwrap();
    hub.settle().await;
    id
}

async fn is_public(hub: &TestHub, id: i64) -> bool {
    hub.get(&format!("/?courseid={id}")).await.status().is_redirection()
}

db_test! {
    async fn a_trusted_site_is_listed_at_once_and_what_waits_is_offered(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let first = advert(&hub, &site, "MATH-LIN1").await;
        assert_eq!(decide(&staff, id, &[("act", "trust")]).await, "site-trusted-waiting");
        assert!(!is_public(&hub, first).await, "trust counts for what comes");
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(page.contains("value=\"accept-waiting\"") && page.contains("1 publication waits"), "{page}");
        assert_eq!(decide(&staff, id, &[("act", "accept-waiting")]).await, "site-waiting-accepted");
        let second = advert(&hub, &site, "BOT-PHOTO").await;
        assert!(is_public(&hub, first).await && is_public(&hub, second).await);
        assert_eq!(decide(&staff, id, &[("act", "untrust")]).await, "site-untrusted");
        assert!(is_public(&hub, second).await, "what is listed stays");
        assert_eq!(acts(&hub, id).await[..2], ["site.untrusted", "site.trusted"]);
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(page.contains("admin@hub.example") && page.contains("Trust withdrawn"), "who and what is shown");
    }
}

db_test! {
    async fn a_prioritised_site_is_trusted_and_first_and_stays_trusted(hub) {
        let (site, staff) = (hub.site("Zebra school").await, hub.signed_in(Role::Admin).await);
        let other = hub.site("Alpha school").await;
        for site in [&site, &other] {
            hub.change_site(site, |row| row.info.disclosure = Disclosure::Linked).await;
        }
        let id = hub.row_of(&site).await.id;
        for site in [&site, &other] {
            let id = hub.row_of(site).await.id;
            hub.change_site(site, |row| row.in_directory = false).await;
            assert_eq!(decide(&staff, id, &[("act", "show")]).await, "site-shown");
        }
        assert_eq!(decide(&staff, id, &[("act", "prioritise")]).await, "site-prioritised");
        assert!(hub.row_of(&site).await.trusted);
        let list = hub.get("/sites").await.text().await.unwrap();
        assert!(list.find("Zebra school").unwrap() < list.find("Alpha school").unwrap(), "{list}");
        let page = refused(&staff, id, &[("act", "untrust")]).await;
        assert!(page.contains("role=\"alert\"") && hub.row_of(&site).await.trusted, "{page}");
        assert_eq!(decide(&staff, id, &[("act", "unprioritise")]).await, "site-unprioritised");
        assert!(hub.row_of(&site).await.trusted);
        assert_eq!(decide(&staff, id, &[("act", "hide")]).await, "site-hidden");
        assert!(!hub.get("/sites").await.text().await.unwrap().contains("Zebra school"));
        let expected = ["site.hidden_from_list", "site.unprioritised", "site.prioritised", "site.shown_in_list"];
        assert_eq!(acts(&hub, id).await[..4], expected);
    }
}

db_test! {
    async fn a_suspended_site_is_refused_until_that_is_lifted(hub) {
        let (site, staff) = (hub.trusted_site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let course = advert(&hub, &site, "MATH-LIN1").await;
        assert_eq!(decide(&staff, id, &[("act", "suspend")]).await, "site-suspended");
        hub.settle().await;
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(page.contains("badge danger") && page.contains("Suspended"), "{page}");
        assert!(site.update_site_info(&hub.url()).await.is_err() && !is_public(&hub, course).await);
        assert_eq!(decide(&staff, id, &[("act", "resume")]).await, "site-resumed");
        hub.settle().await;
        assert!(site.update_site_info(&hub.url()).await.is_ok() && is_public(&hub, course).await);
        assert_eq!(acts(&hub, id).await[..2], ["site.resumed", "site.suspended"]);
    }
}

db_test! {
    async fn a_site_that_waits_is_accepted_or_refused_with_a_reason(hub) {
        let staff = hub.signed_in(Role::Admin).await;
        for act in ["accept", "refuse"] {
            let site = hub.site(&format!("School to {act}")).await;
            let id = hub.row_of(&site).await.id;
            hub.change_site(&site, |row| row.state = SiteState::Waiting).await;
            let fields = [("act", act), ("reason", "It is no school.")];
            if act == "refuse" {
                let page = refused(&staff, id, &[("act", act), ("reason", " ")]).await;
                assert!(page.contains("A reason is needed"), "{page}");
            }
            assert_eq!(decide(&staff, id, &fields).await, format!("site-{act}{}", if act == "refuse" { "d" } else { "ed" }));
            let expected = if act == "accept" { SiteState::Active } else { SiteState::Left };
            assert_eq!(hub.row_of(&site).await.state, expected);
        }
    }
}

db_test! {
    async fn a_changed_name_waits_with_old_and_new(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let wait = async || hub.change_site(&site, |row| row.waiting_name = Some("Lake School of Art".to_owned())).await;
        wait().await;
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(page.contains("Lake School of Art") && page.contains("value=\"accept-change\""), "{page}");
        assert_eq!(decide(&staff, id, &[("act", "refuse-change")]).await, "site-change-refused");
        assert_eq!(hub.row_of(&site).await.info.name, "Lake school");
        wait().await;
        assert_eq!(decide(&staff, id, &[("act", "accept-change")]).await, "site-change-accepted");
        assert_eq!(hub.row_of(&site).await.info.name, "Lake School of Art");
        assert_eq!(acts(&hub, id).await[..2], ["site.change_accepted", "site.change_refused"]);
    }
}

db_test! {
    async fn what_staff_corrects_is_locked_until_it_is_given_back(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let settings = format!("/admin/sites/{id}/settings");
        let wrong = [("name", ""), ("was-name", "Lake school"), ("country", "Spain"), ("was-country", "")];
        let answer = staff.post(&settings, &wrong).await;
        assert_eq!(answer.status(), 422);
        let page = answer.text().await.unwrap();
        assert!(page.contains("A name is needed") && page.contains("Two letters are needed"), "both at once: {page}");
        assert_eq!(hub.row_of(&site).await.info.name, "Lake school");
        let right = [("name", "Lake School of Art"), ("was-name", "Lake school"), ("notes", "rang\r\nback"),
            ("was-notes", ""), ("courses_per_day", "5"), ("was-courses_per_day", ""), ("language", "xx"), ("was-language", "xx")];
        assert!(staff.post(&settings, &right).await.status().is_redirection());
        site.update_site_info(&hub.url()).await.unwrap();
        let row = hub.row_of(&site).await;
        assert_eq!((row.info.name.as_str(), row.notes.as_str()), ("Lake School of Art", "rang\nback"));
        assert_eq!(row.courses_per_day, Some(Some(5)));
        assert_ne!(row.info.language, "xx", "nobody touched it in the form");
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(page.contains("value=\"unlock\"") && page.contains("Lake school"), "both values are shown");
        assert_eq!(decide(&staff, id, &[("act", "unlock"), ("field", "name")]).await, "site-unlocked");
        assert_eq!(hub.row_of(&site).await.info.name, "Lake school");
        assert_eq!(decide(&staff, id, &[("act", "lock"), ("field", "country")]).await, "site-locked");
        let page = refused(&staff, id, &[("act", "lock"), ("field", "trusted")]).await;
        assert!(page.contains("role=\"alert\""), "{page}");
        assert_eq!(acts(&hub, id).await[..3], ["site.locked", "site.unlocked", "site.set"]);
    }
}

db_test! {
    async fn tokens_are_revoked_by_typing_the_name_and_rotated_with_a_mail(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        assert!(site.get_info(&hub.url()).await.is_ok());
        let page = refused(&staff, id, &[("act", "revoke"), ("revoke-name", "Lake")]).await;
        assert!(page.contains("This is not the name of the site"), "{page}");
        assert!(site.get_info(&hub.url()).await.is_ok(), "nothing was done");
        let mails = hub.mails().await.len();
        assert_eq!(decide(&staff, id, &[("act", "revoke"), ("revoke-name", "Lake school")]).await, "site-revoked");
        let error = site.get_info(&hub.url()).await.unwrap_err();
        assert_eq!(error.error_code(), Some("invalidtoken"));
        assert_eq!(hub.mails().await.len(), mails, "whoever has the token is not warned");
        let other = hub.site("Hill school").await;
        let other_id = hub.row_of(&other).await.id;
        let mails = hub.mails().await.len();
        assert_eq!(decide(&staff, other_id, &[("act", "rotate")]).await, "site-rotated");
        assert!(other.get_info(&hub.url()).await.is_err());
        assert_eq!(hub.mails().await.len(), mails + 1);
        assert_eq!(acts(&hub, id).await[0], "site.token_revoked");
        assert_eq!(acts(&hub, other_id).await[0], "site.token_rotated");
    }
}

db_test! {
    async fn a_blocked_secret_is_listed_and_can_be_unblocked(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        assert!(staff.page("/admin/sites/blocked").await.contains("No secret is blocked"));
        assert_eq!(decide(&staff, id, &[("act", "block"), ("block-name", "Lake school")]).await, "site-blocked");
        assert!(site.get_info(&hub.url()).await.is_err());
        site.forget_confirmation(&hub.url());
        let Outcome::Page(page) = site.register(&hub.url()).await.unwrap() else { panic!("it registered") };
        assert!(page.body.contains("This identifier is blocked"), "{}", page.body);
        let list = staff.page("/admin/sites/blocked").await;
        assert!(list.contains(site.wwwroot()), "{list}");
        let answer = staff.post("/admin/sites/blocked", &[("site", &id.to_string())]).await;
        assert!(answer.status().is_redirection());
        site.register(&hub.url()).await.unwrap();
        assert!(site.is_registered(&hub.url()) && site.get_info(&hub.url()).await.is_ok());
        let acts = acts(&hub, id).await;
        assert!(acts.contains(&"site.blocked".to_owned()) && acts.contains(&"site.unblocked".to_owned()), "{acts:?}");
    }
}

db_test! {
    async fn a_site_is_deleted_with_or_without_its_courses(hub) {
        let staff = hub.signed_in(Role::Admin).await;
        for (courses, stays) in [("stay", true), ("go", false)] {
            let name = format!("School to {courses}");
            let site = hub.trusted_site(&name).await;
            let id = hub.row_of(&site).await.id;
            let course = advert(&hub, &site, "MATH-LIN1").await;
            let page = staff.page(&format!("/admin/sites/{id}")).await;
            assert!(page.contains(&hub.row_of(&site).await.info.contact_email), "it says who is mailed");
            refused(&staff, id, &[("act", "delete"), ("courses", courses), ("delete-name", "")]).await;
            let mails = hub.mails().await.len();
            decide(&staff, id, &[("act", "delete"), ("courses", courses), ("delete-name", &name)]).await;
            hub.settle().await;
            assert!(site.get_info(&hub.url()).await.is_err());
            assert_eq!(is_public(&hub, course).await, stays);
            assert!(hub.mails().await.len() > mails, "the contact is mailed");
            assert!(acts(&hub, id).await.contains(&"site.deleted".to_owned()));
        }
    }
}

db_test! {
    async fn two_installations_of_one_token_are_shown_and_split(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let copy = site.copy().await.unwrap();
        for caller in [&site, &copy, &site, &copy] {
            let _ = caller.update_site_info(&hub.url()).await;
        }
        let now = hub.app.clock.now();
        hub.change_site(&site, |row| row.cloned_at = Some(now)).await;
        let page = staff.page(&format!("/admin/sites/{id}")).await;
        let both = [site.wwwroot(), copy.wwwroot()];
        assert!(both.iter().all(|at| page.contains(at)) && page.contains("value=\"split\""), "{both:?}: {page}");
        assert_eq!(decide(&staff, id, &[("act", "split")]).await, "site-split");
        assert!(site.get_info(&hub.url()).await.is_err() && copy.get_info(&hub.url()).await.is_err());
        assert_eq!(acts(&hub, id).await[0], "site.split");
    }
}

db_test! {
    async fn address_and_reach_are_looked_at_from_the_page(hub) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let path = format!("/admin/sites/{id}");
        let checked = staff.post(&path, &[("act", "check")]).await.text().await.unwrap();
        assert!(checked.contains("The site answers (status 200)."), "{checked}");
        assert_eq!(decide(&staff, id, &[("act", "proof")]).await, "site-proof-asked");
        let page = staff.page(&path).await;
        assert!(page.contains("coursehub-proof") && page.contains("/coursehub-"), "{page}");
        let looked = staff.post(&path, &[("act", "look")]).await.text().await.unwrap();
        assert!(looked.contains("The code was not found"), "{looked}");
        hub.change_site(&site, |row| row.address = SiteAddress::parse("http://nowhere.invalid").unwrap()).await;
        let checked = staff.post(&path, &[("act", "check")]).await.text().await.unwrap();
        assert!(checked.contains("nowhere.invalid") && checked.contains("notice warning"), "{checked}");
    }
}

db_test! {
    async fn the_list_is_searched_filtered_sorted_and_saved(hub) {
        let staff = hub.signed_in(Role::Admin).await;
        let empty = staff.page("/admin/sites").await;
        assert!(empty.contains("No site has registered yet") && empty.contains("/help/connect"), "{empty}");
        hub.site("Älpine school").await;
        hub.trusted_site("Lake school").await;
        let all = staff.page("/admin/sites?sort=name&down=1").await;
        assert!(all.find("Lake school").unwrap() < all.find("Älpine school").unwrap());
        assert!(all.contains("aria-sort=\"descending\""), "{all}");
        let found = staff.page("/admin/sites?q=alp").await;
        assert!(found.contains("Älpine school") && !found.contains("Lake school"));
        let trusted = staff.page("/admin/sites?trusted=yes&state=active&courses=no").await;
        assert!(trusted.contains("Lake school") && !trusted.contains("Älpine school"));
        assert!(staff.page("/admin/sites?q=nosuch").await.contains("No site matches"));
        let file = staff.page("/admin/sites.csv?trusted=yes").await;
        assert!(file.starts_with("id,name,address") && file.contains("Lake school") && !file.contains("lpine"), "{file}");
    }
}

db_test! {
    async fn a_silent_site_is_marked_until_it_calls_and_is_never_taken_away(hub) {
        let site = hub.site("Lake school").await;
        site.get_info(&hub.url()).await.unwrap();
        let id = hub.row_of(&site).await.id;
        hub.advance(Duration::from_hours(30 * 24 + 1));
        let staff = hub.signed_in(Role::Admin).await;
        let pages = ["/admin/sites".to_owned(), format!("/admin/sites/{id}")];
        for page in &pages {
            assert!(staff.page(page).await.contains("Silent site"), "{page}");
        }
        assert_eq!(hub.row_of(&site).await.state, SiteState::Active);
        site.update_site_info(&hub.url()).await.unwrap();
        for page in &pages {
            assert!(!staff.page(page).await.contains("Silent site"), "{page}");
        }
    }
}

db_test! {
    async fn who_asks_for_a_sites_address_is_shown_and_the_reinstalled_site_gets_its_courses_by_staff(hub) {
        let (mut site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        let course = advert(&hub, &site, "MATH-LIN1").await;
        let old = site.hub(&hub.url()).unwrap().token;
        site.forget_hub(&hub.url());
        let mut info = site.info().clone();
        "Newly installed".clone_into(&mut info.name);
        site.set_info(info);
        let Outcome::Page(page) = site.register(&hub.url()).await.unwrap() else { panic!("it took the place") };
        assert_eq!(page.status, 409);
        let shown = staff.page(&format!("/admin/sites/{id}")).await;
        assert!(shown.contains("Newly installed") && shown.contains("Lake school"), "{shown}");
        assert_eq!(hub.row_of(&site).await.info.name, "Lake school", "nothing has changed");
        site.call(&hub.url(), &old, "hub_get_info", &[]).await.unwrap();

        decide(&staff, id, &[("act", "delete"), ("courses", "stay"), ("delete-name", "Lake school")]).await;
        assert_eq!(site.register(&hub.url()).await.unwrap(), Outcome::Confirmed);
        assert_eq!(hub.row_of(&site).await.id, id);
        assert!(staff.page(&format!("/admin/sites/{id}")).await.contains("value=\"confirm\""));
        assert_eq!(decide(&staff, id, &[("act", "confirm")]).await, "site-confirmed");
        assert!(site.check_status(&hub.url()).await.unwrap().course(course).is_some());
        assert!(site.call(&hub.url(), &old, "hub_get_info", &[]).await.is_err(), "the old token is dead");
    }
}

/// What the name server says.
static RECORD: Mutex<String> = Mutex::new(String::new());

/// A hub that asks a name server on loopback, which has one text record (RFC 1035, 3.3.14) for whatever it is asked.
fn with_a_name_server() -> HubOptions {
    let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let name_server = Some(socket.local_addr().unwrap());
    std::thread::spawn(move || {
        let mut question = [0; 1500];
        while let Ok((_, from)) = socket.recv_from(&mut question) {
            let end = 12 + question[12..].iter().position(|byte| *byte == 0).unwrap() + 5;
            let text = RECORD.lock().unwrap().clone();
            let length = u8::try_from(text.len()).unwrap();
            let answer = [&question[..2], &[0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0], &question[12..end]].concat();
            let record = [0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, length + 1, length];
            let _ = socket.send_to(&[&answer[..], &record, text.as_bytes()].concat(), from);
        }
    });
    let names = vec![("lake.example".to_owned(), Ipv4Addr::LOCALHOST.into())];
    HubOptions { names, name_server, ..HubOptions::default() }
}

db_test! {
    async fn a_site_is_proved_by_its_domain_on_the_page(hub = with_a_name_server()) {
        let (site, staff) = (hub.site("Lake school").await, hub.signed_in(Role::Admin).await);
        let id = hub.row_of(&site).await.id;
        hub.change_site(&site, |row| row.address = SiteAddress::parse("http://lake.example").unwrap()).await;
        let path = format!("/admin/sites/{id}");
        assert_eq!(decide(&staff, id, &[("act", "proof")]).await, "site-proof-asked");
        assert!(staff.page(&path).await.contains(".lake.example"), "the name of the record is told");
        "something else".clone_into(&mut RECORD.lock().unwrap());
        let looked = staff.post(&path, &[("act", "look")]).await.text().await.unwrap();
        assert!(looked.contains("The code was not found"), "{looked}");
        let code = hub_app::site::staff::show(&hub.app, id).await.unwrap().asked.unwrap().code;
        *RECORD.lock().unwrap() = code;
        let looked = staff.post(&path, &[("act", "look")]).await.text().await.unwrap();
        assert!(looked.contains("The code is there."), "{looked}");
        let page = staff.page(&path).await;
        assert!(page.contains("Proved by a record of the domain of"), "{page}");
    }
}
