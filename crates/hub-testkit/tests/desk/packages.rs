//! What was found in a package, beside the course in the queue, and what staff wants done about it.

use hub_app::jobs::Job;
use hub_app::moderation::{NeedFilter, needs};
use hub_core::VersionId;
use hub_core::listing::{Listing, PackageState};
use hub_core::need::NeedKind;
use hub_core::rights::Role;
use hub_sample::package::{self, Container, Member, Origin};
use hub_sample::site::{Kind, SimulatedSite};
use hub_testkit::{TestHub, db_test, small_course};

use super::text;

/// Shares a package with something after its end.
async fn odd_share(hub: &TestHub, site: &SimulatedSite, number: usize) -> VersionId {
    let course = small_course(number);
    let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
    let mut bytes = site.back_up(&course);
    bytes.extend_from_slice(b"and more");
    assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200);
    hub.settle().await;
    VersionId(id)
}

async fn state(hub: &TestHub, id: VersionId) -> PackageState {
    let mut conn = hub.app.db.read().await.unwrap();
    hub_db::version::by_id(conn.cx(), id).await.unwrap().unwrap().package
}

db_test! {
    async fn staff_chooses_what_a_finding_does_and_sees_it_in_the_queue(hub) {
        let site = hub.trusted_site("Lake school").await;
        let owner = hub.signed_in(Role::Owner).await;
        let id = odd_share(&hub, &site, 1).await;
        assert_eq!(state(&hub, id).await, PackageState::Ready);
        // What was found stands on staff's page of the course, also where it changes nothing.
        let page = text(&owner.page(&format!("/admin/courses/{id}")).await);
        assert!(page.contains("Tell Something follows after the end of the archive."), "{page}");

        let settings = "/admin/settings/packages";
        let form = text(&owner.page(settings).await);
        assert!(form.contains("The package contains user accounts.") && form.contains("Tell (usual)"), "{form}");
        let answer = owner.post(settings, &[("finding-trailing_data", "hold"), ("finding-text_cut", "allow")]).await;
        assert_eq!(answer.status(), 303);
        assert_eq!(hub.app.policy().findings.to_string(), "trailing_data=hold");
        assert!(owner.page(settings).await.contains("<option value=\"hold\" selected"));

        let site = hub.site("River school").await;
        let id = odd_share(&hub, &site, 2).await;
        assert_eq!(state(&hub, id).await, PackageState::Held { codes: vec!["trailing_data".to_owned()] });
        let look = text(&owner.page(&format!("/moderate/queue/{id}")).await);
        assert!(look.contains("Hold for a look Something follows after the end of the archive."), "{look}");
        assert!(look.contains("8 bytes after the end of the gzip stream"), "{look}");
        assert!(look.contains("About people traces"), "{look}");
    }
}

/// The versions on the list of what needs staff because of what was found in their packages.
async fn to_look_at(hub: &TestHub) -> Vec<(i64, String)> {
    let filter = NeedFilter { kind: Some(NeedKind::Findings), ..NeedFilter::default() };
    let page = needs(&hub.app, &filter).await.unwrap();
    page.needs.into_iter().map(|need| (need.subject, need.detail)).collect()
}

async fn listing(hub: &TestHub, id: VersionId) -> Listing {
    let mut conn = hub.app.db.read().await.unwrap();
    hub_db::version::by_id(conn.cx(), id).await.unwrap().unwrap().listing
}

db_test! {
    async fn what_would_hold_a_package_of_a_trusted_site_lists_it_and_tells_staff(hub) {
        let moderator = hub.signed_in(Role::Moderator).await;
        hub.set("findings", "trailing_data=hold").await;
        let id = odd_share(&hub, &hub.trusted_site("Lake school").await, 1).await;
        assert_eq!((state(&hub, id).await, listing(&hub, id).await), (PackageState::Ready, Listing::Listed));
        assert_eq!(to_look_at(&hub).await, [(id.get(), "trailing_data".to_owned())]);
        let mails = hub.mails_of("package_listed").await;
        assert_eq!(mails.len(), 1);
        let due = format!("/admin/courses/{id}");
        assert!(mails[0].body.contains(&due) && mails[0].body.contains("trailing_data"), "{}", mails[0].body);
        assert!(moderator.page("/moderate").await.contains(&due));
        let page = text(&moderator.page(&due).await);
        assert!(page.contains("nobody has looked at it yet: trailing_data"), "{page}");

        assert_eq!(moderator.post(&format!("{due}/looked"), &[]).await.status(), 303);
        assert_eq!(to_look_at(&hub).await, []);
        assert!(!text(&moderator.page(&due).await).contains("nobody has looked at it yet"));
        assert_eq!(listing(&hub, id).await, Listing::Listed);
    }
}

db_test! {
    async fn people_in_the_package_of_a_trusted_site_hold_it(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = small_course(1);
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let origin = Origin::default();
        let mut members = package::members(&course, &origin);
        let user = "<users><user id=\"7\"><username>anna</username><email>anna@school.example</email></user></users>";
        members.push(Member::new("users.xml", user));
        let bytes = package::pack(&members, &origin, Container::TarGz);
        assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200);
        hub.settle().await;
        assert_eq!(state(&hub, VersionId(id)).await.name(), "held");
        assert_eq!(listing(&hub, VersionId(id)).await, Listing::Waiting);
        assert_eq!(to_look_at(&hub).await, []);
    }
}

/// SHA-1 of [`DOCUMENT`].
const DOCUMENT_HASH: &str = "4d90c904fe02c72e40e40461e68b6f28611cea0e";
const DOCUMENT: &str = "%PDF-1.7\nleaf\n";

db_test! {
    async fn nobody_accepts_what_they_could_not_look_at_without_knowing_it(hub) {
        let moderator = hub.signed_in(Role::Moderator).await;
        let site = hub.site("Lake school").await;
        let course = small_course(1);
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let origin = Origin::default();
        let mut members = package::members(&course, &origin);
        members.push(Member::new(format!("files/{}/{DOCUMENT_HASH}", &DOCUMENT_HASH[..2]), DOCUMENT));
        let bytes = package::pack(&members, &origin, Container::TarGz);
        assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200);
        hub.settle().await;
        let id = VersionId(id);
        let look = format!("/moderate/queue/{id}");
        let page = text(&moderator.page(&look).await);
        assert!(page.contains("Not seen by you: one item"), "{page}");
        assert!(page.contains(DOCUMENT_HASH) && page.contains("document"), "{page}");
        let shown = {
            let mut conn = hub.app.db.read().await.unwrap();
            hub_db::version::by_id(conn.cx(), id).await.unwrap().unwrap().text_id.to_string()
        };
        let accept = [("choice", "accept"), ("text", shown.as_str())];

        let unknowing = moderator.post(&look, &accept).await;
        assert_eq!(unknowing.status(), 422);
        let why = text(&unknowing.text().await.unwrap());
        assert!(why.contains("Not everything in the package can be shown"), "{why}");
        let by_the_desk = [("act", "accept"), ("text", shown.as_str())];
        let unknowing = moderator.post(&format!("/admin/courses/{id}/decide"), &by_the_desk).await;
        assert_eq!(unknowing.status(), 422);
        assert_eq!(listing(&hub, id).await, Listing::Waiting);

        let knowing = [accept[0], accept[1], ("unseen", "1")];
        assert_eq!(moderator.post(&look, &knowing).await.status(), 303);
        assert_eq!(listing(&hub, id).await, Listing::Listed);
    }
}

db_test! {
    async fn a_package_is_read_again_when_the_reader_has_learned_something(hub) {
        let public = odd_share(&hub, &hub.trusted_site("Lake school").await, 1).await;
        let waits = odd_share(&hub, &hub.site("River school").await, 2).await;
        let read_again = async || {
            let mut tx = hub.app.db.begin().await.unwrap();
            let now = hub.app.clock.now();
            Job::ReadAgain { after: String::new() }.enqueue(tx.cx(), now).await.unwrap();
            tx.commit().await.unwrap();
            hub.settle().await;
        };
        // This reader has read them: there is nothing to do.
        hub.set("findings", "trailing_data=hold").await;
        read_again().await;
        assert_eq!(to_look_at(&hub).await, []);

        for id in [public, waits] {
            hub.as_an_older_reader_saw_it(id).await;
        }
        read_again().await;
        assert_eq!(to_look_at(&hub).await, [(public.get(), "trailing_data".to_owned())]);
        assert_eq!((state(&hub, public).await, listing(&hub, public).await), (PackageState::Ready, Listing::Listed));
        assert_eq!(state(&hub, waits).await, PackageState::Held { codes: vec!["trailing_data".to_owned()] });
        assert_eq!(listing(&hub, waits).await, Listing::Waiting);
        let record = hub.signed_in(Role::Owner).await.page("/admin/audit?act=course.package_read_again").await;
        assert_eq!(record.matches("Package read again").count(), 3, "{record}");
    }
}
