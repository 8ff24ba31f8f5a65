//! Registration by invitation, with an old client.

use std::time::Duration;

use hub_app::invitation::{self, NewInvitation};
use hub_core::rights::{Actor, Role};
use hub_sample::site::SimulatedSite;
use hub_testkit::{TestHub, db_test};

use super::{led_to, new_site, record, shown};

/// A site whose administrator types this into the password field.
async fn site_with(name: &str, code: &str) -> SimulatedSite {
    let mut site = new_site(name).await;
    let mut info = site.info().clone();
    code.clone_into(&mut info.password);
    site.set_info(info);
    site
}

async fn is_let_in(hub: &TestHub, site: &SimulatedSite) -> bool {
    site.register(&hub.url()).await.unwrap();
    site.is_registered(&hub.url())
}

db_test! {
    async fn a_code_lets_as_many_sites_in_as_it_has_uses(hub) {
        hub.set("registration", "invitation").await;
        let admin = hub.signed_in(Role::Admin).await;
        let form = [("note", "Lake school"), ("uses", "1"), ("days", "30")];
        let page = admin.post("/admin/settings/invitations", &form).await.text().await.unwrap();
        let code = page.split("id=\"invitation-code\"").nth(1).unwrap().split('>').nth(1).unwrap();
        let code = code.split('<').next().unwrap().to_owned();
        let again = admin.page("/admin/settings/invitations").await;
        assert!(!again.contains(&code) && again.contains("Lake school"), "the code is shown once");
        let nobody = new_site("Without").await;
        let refused = shown(nobody.register(&hub.url()).await.unwrap());
        assert!(refused.status == 422 && refused.body.contains("The invitation of this hub"), "{}", refused.body);
        assert!(!is_let_in(&hub, &site_with("Guesser", "abcde-fghjk-mnpqr").await).await);
        // Typed with other letters and without hyphens.
        let first = site_with("Lake school", &code.replace('-', "").to_uppercase()).await;
        assert!(is_let_in(&hub, &first).await);
        assert!(!is_let_in(&hub, &site_with("Hill school", &code).await).await, "it had one use");
        first.forget_confirmation(&hub.url());
        assert!(is_let_in(&hub, &first).await, "a known site needs no new one");
        assert_eq!(record(&hub, "invitation.used").await.len(), 1);
        let kept = format!("{:?}", (record(&hub, "").await, hub.mails().await));
        assert!(!kept.contains(&code));
    }
}

db_test! {
    async fn invitations_end_and_are_taken_back(hub) {
        hub.set("registration", "invitation").await;
        let new = NewInvitation { days: Some(2), ..NewInvitation::default() };
        let (id, code) = invitation::make(&hub.app, Actor::CommandLine, &new).await.unwrap();
        let (_, other) = invitation::make(&hub.app, Actor::CommandLine, &new).await.unwrap();
        for name in ["One", "Two"] {
            assert!(is_let_in(&hub, &site_with(name, code.expose()).await).await, "any number of uses");
        }
        let admin = hub.signed_in(Role::Admin).await;
        let taken = admin.post("/admin/settings/invitations", &[("revoke", &id.to_string())]).await;
        assert_eq!(led_to(&taken), "/admin/settings/invitations?done=invitation-revoked");
        assert!(!is_let_in(&hub, &site_with("Three", code.expose()).await).await);
        assert!(!invitation::revoke(&hub.app, Actor::CommandLine, id).await.unwrap(), "once is enough");
        hub.advance(Duration::from_hours(48));
        assert!(!is_let_in(&hub, &site_with("Four", other.expose()).await).await);
        let admin = hub.signed_in(Role::Admin).await;
        let page = admin.page("/admin/settings/invitations").await;
        assert!(page.contains("taken back") && page.contains("expired"), "{page}");
        let refused = admin.post("/admin/settings/invitations", &[("uses", "0"), ("days", "x")]).await;
        assert_eq!(refused.status(), 422);
    }
}
