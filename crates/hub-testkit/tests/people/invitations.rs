//! Invitations that wait for their people: listed, sent again, taken back.

use std::time::Duration;

use hub_app::account::invitation;
use hub_core::rights::{Actor, Role};
use hub_testkit::{Stranger, TestHub, db_test};
use reqwest::StatusCode;

use crate::{acts, led_to};

const PASSWORD: &str = "a long enough one";
const PATH: &str = "/admin/accounts/invitations";

/// The name of the only open invitation, as its buttons have it.
async fn only(hub: &TestHub) -> String {
    let open = invitation::open(&hub.app).await.unwrap();
    assert_eq!(open.len(), 1);
    open[0].id.clone()
}

db_test! {
    async fn an_open_invitation_is_listed_with_who_and_when_until_it_is_used(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let new = [("email", "ada@school.example"), ("role", "curator")];
        admin.post("/admin/accounts/invite", &new).await;
        let page = admin.page("/admin/accounts").await;
        for part in ["Open invitations", "ada@school.example", "admin@hub.example", "9 March 2026"] {
            assert!(page.contains(part), "{part}: {page}");
        }
        assert!(!admin.page("/admin/accounts?page=2").await.contains("Open invitations"));
        let link = hub.mailed_link("account_invitation").await;
        assert!(!page.contains(link.rsplit('/').next().unwrap()), "the link is its reader's alone");
        let mut ada = Stranger::of(&hub);
        ada.post(&link, &[("name", "Ada"), ("password", PASSWORD)]).await;
        assert!(ada.is_in().await);
        assert!(!admin.page("/admin/accounts").await.contains("Open invitations"));
    }
}

db_test! {
    async fn an_invitation_taken_back_opens_nothing(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        admin.post("/admin/accounts/invite", &[("email", "ada@school.example"), ("role", "member")]).await;
        let link = hub.mailed_link("account_invitation").await;
        let id = only(&hub).await;
        let foreign = admin.post_foreign(PATH, &[("do", "withdraw"), ("invitation", &id)]).await;
        assert_eq!(foreign.status(), StatusCode::FORBIDDEN);
        let done = admin.post(PATH, &[("do", "withdraw"), ("invitation", &id)]).await;
        assert_eq!(led_to(&done), "/admin/accounts?done=invitation-withdrawn");
        assert_eq!(Stranger::of(&hub).get(&link).await.status(), StatusCode::NOT_FOUND);
        let late = Stranger::of(&hub).post(&link, &[("name", "Ada"), ("password", PASSWORD)]).await;
        assert_eq!(late.status(), StatusCode::NOT_FOUND);
        let again = admin.post(PATH, &[("do", "again"), ("invitation", &id)]).await;
        assert_eq!(led_to(&again), "/admin/accounts?done=invitation-gone");
        assert!(acts(&hub).await.contains(&"account.invitation_withdrawn".to_owned()));
    }
}

db_test! {
    async fn an_invitation_sent_again_has_a_fresh_link_and_its_whole_time(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        owner.post("/admin/accounts/invite", &[("email", "ada@school.example"), ("role", "owner")]).await;
        let first = hub.mailed_link("account_invitation").await;
        hub.advance(Duration::from_hours(24 * 6));
        let (owner, admin) = (hub.signed_in(Role::Owner).await, hub.signed_in(Role::Admin).await);
        let id = only(&hub).await;
        let page = admin.page("/admin/accounts").await;
        assert!(page.contains("ada@school.example") && !page.contains(&id), "only owners do anything to owners");
        for act in ["again", "withdraw"] {
            let refused = admin.post(PATH, &[("do", act), ("invitation", &id)]).await;
            assert_eq!(refused.status(), StatusCode::FORBIDDEN, "{act}");
        }
        let done = owner.post(PATH, &[("do", "again"), ("invitation", &id)]).await;
        assert_eq!(led_to(&done), "/admin/accounts?done=invited");
        let second = hub.mailed_link("account_invitation").await;
        assert_ne!(first, second);
        hub.advance(Duration::from_hours(24 * 6));
        assert_eq!(Stranger::of(&hub).get(&first).await.status(), StatusCode::NOT_FOUND, "the first link ended");
        let mut ada = Stranger::of(&hub);
        ada.post(&second, &[("name", "Ada"), ("password", PASSWORD)]).await;
        assert!(ada.is_in().await);
        assert!(acts(&hub).await.contains(&"account.invited_again".to_owned()));
    }
}

db_test! {
    async fn a_member_whom_an_operator_invites_comes_in_though_nobody_may_sign_up(hub) {
        let (app, email) = (&hub.app, "ada@school.example");
        invitation::invite(app, Actor::CommandLine, email, "Ada", Role::Member, "en").await.unwrap();
        let owner = hub.signed_in(Role::Owner).await;
        assert!(owner.page("/admin/accounts").await.contains("by command"));
        let link = hub.mailed_link("account_invitation").await;
        let mut ada = Stranger::of(&hub);
        let made = ada.post(&link, &[("name", "Ada"), ("password", PASSWORD)]).await;
        assert_eq!(made.status(), StatusCode::SEE_OTHER);
        assert!(ada.is_in().await);
    }
}

db_test! {
    async fn who_signs_up_alone_is_no_invitation_and_stays_out_once_the_hub_closes(hub) {
        hub.set("self_registration", "open").await;
        Stranger::of(&hub).post("/sign-up", &[("email", "eve@home.example"), ("name", "Eve")]).await;
        let link = hub.mailed_link("account_sign_up").await;
        assert!(invitation::open(&hub.app).await.unwrap().is_empty());
        hub.set("self_registration", "off").await;
        let late = Stranger::of(&hub).post(&link, &[("name", "Eve"), ("password", PASSWORD)]).await;
        assert_eq!(late.status(), StatusCode::NOT_FOUND);
        hub.set("self_registration", "open").await;
        let mut eve = Stranger::of(&hub);
        eve.post(&link, &[("name", "Eve"), ("password", PASSWORD)]).await;
        assert!(eve.is_in().await, "a refusal uses nothing up");
    }
}
