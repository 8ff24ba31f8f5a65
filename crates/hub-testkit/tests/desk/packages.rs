//! What was found in a package, beside the course in the queue, and what staff wants done about it.

use hub_core::VersionId;
use hub_core::listing::PackageState;
use hub_core::rights::Role;
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

async fn package(hub: &TestHub, id: VersionId) -> PackageState {
    let mut conn = hub.app.db.read().await.unwrap();
    hub_db::version::by_id(conn.cx(), id).await.unwrap().unwrap().package
}

db_test! {
    async fn staff_chooses_what_a_finding_does_and_sees_it_in_the_queue(hub) {
        let site = hub.trusted_site("Lake school").await;
        let owner = hub.signed_in(Role::Owner).await;
        let id = odd_share(&hub, &site, 1).await;
        assert_eq!(package(&hub, id).await, PackageState::Ready);
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

        let id = odd_share(&hub, &site, 2).await;
        assert_eq!(package(&hub, id).await, PackageState::Held { codes: vec!["trailing_data".to_owned()] });
        let look = text(&owner.page(&format!("/moderate/queue/{id}")).await);
        assert!(look.contains("Hold for a look Something follows after the end of the archive."), "{look}");
        assert!(look.contains("8 bytes after the end of the gzip stream"), "{look}");
    }
}
