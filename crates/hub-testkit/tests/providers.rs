//! Accounts that are signed in to through a provider: what they may do without a password, and that an owner always gets
//! in. What is said between hub and provider is tested at a real one, in a browser.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::AppError;
use hub_app::account::manage::{set_role, suspend};
use hub_app::account::provider::manage::{Typed, add, change, remove};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_core::{AccountId, ProviderId};
use hub_testkit::{TestHub, db_test};
use reqwest::StatusCode;

const STAFF: Actor = Actor::CommandLine;

fn school(is_on: bool) -> Typed {
    Typed {
        label: "School account".to_owned(),
        issuer: "https://login.school.example".to_owned(),
        client_id: "hub".to_owned(),
        secret: Secret::new("the secret of the hub"),
        no_secret: false,
        scopes: "email profile".to_owned(),
        lets_in: "accounts".to_owned(),
        domains: String::new(),
        trusts_addresses: false,
        is_on,
    }
}

/// Takes an account's password away and links it instead, as if it had been made through the provider.
async fn by_provider_alone(hub: &TestHub, account: AccountId, provider: ProviderId) {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    hub_db::account::set_password_of(tx.cx(), account, "", now).await.unwrap();
    hub_db::sign_in_provider::link(tx.cx(), (provider, "olga"), account, "", now).await.unwrap();
    tx.commit().await.unwrap();
}

fn is_refused<T>(result: &Result<T, AppError>) -> bool {
    matches!(result, Err(AppError::Conflict(_)))
}

db_test! {
    async fn an_owner_who_cannot_sign_in_does_not_count_as_one(hub) {
        let provider = add(&hub.app, STAFF, &school(true)).await.unwrap();
        let olga = hub.account(Role::Owner).await;
        let password = Secret::new("correct horse battery");
        let person = hub_app::account::Person { email: "ada@hub.example", name: "Ada", password: &password };
        let ada = hub_app::account::create(&hub.app, STAFF, &person, Role::Owner).await.unwrap();
        by_provider_alone(&hub, olga, provider).await;
        // Ada has a password, so the provider may go off; then she is the only one who gets in.
        change(&hub.app, STAFF, provider, &school(false)).await.unwrap();
        assert!(is_refused(&suspend(&hub.app, STAFF, ada).await));
        assert!(is_refused(&set_role(&hub.app, STAFF, ada, Role::Admin).await));
        change(&hub.app, STAFF, provider, &school(true)).await.unwrap();
        suspend(&hub.app, STAFF, ada).await.unwrap();
        // Now Olga is the only one, and the provider her only way.
        assert!(is_refused(&change(&hub.app, STAFF, provider, &school(false)).await));
        assert!(is_refused(&remove(&hub.app, STAFF, provider).await));
    }
}

db_test! {
    async fn an_account_without_a_password_proves_itself_by_a_fresh_sign_in(hub) {
        let provider = add(&hub.app, STAFF, &school(true)).await.unwrap();
        let person = hub.signed_in(Role::Member).await;
        by_provider_alone(&hub, person.account, provider).await;
        hub.advance(Duration::from_mins(11));
        for (door, fields) in [
            ("/me/erase", vec![("typed", "member@hub.example")]),
            ("/me/email", vec![("email", "eve@else.example")]),
            ("/me/security/password", vec![("password", "a password of Eve's own")]),
            ("/me/security/providers/1/link", vec![]),
        ] {
            let answer = person.post(door, &fields).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{door}");
            assert!(answer.text().await.unwrap().contains("within the last ten minutes"), "{door}");
        }
        let person = hub.signed_in(Role::Member).await;
        let set = person.post("/me/security/password", &[("password", "a password of my own")]).await;
        assert_eq!(set.status(), StatusCode::SEE_OTHER);
        let gone = person.post("/me/security/providers/1/unlink", &[]).await;
        assert_eq!(gone.status(), StatusCode::SEE_OTHER);
    }
}

db_test! {
    async fn the_last_way_into_an_account_stays(hub) {
        let provider = add(&hub.app, STAFF, &school(true)).await.unwrap();
        let person = hub.signed_in(Role::Member).await;
        by_provider_alone(&hub, person.account, provider).await;
        let kept = person.post("/me/security/providers/1/unlink", &[]).await;
        assert_eq!(kept.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(person.page("/me/security").await.contains("/providers/1/unlink"));
    }
}

db_test! {
    async fn staff_adds_a_provider_whose_secret_nobody_reads_again(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        let fields = [
            ("label", "School account"), ("issuer", "https://login.school.example"), ("client_id", "hub"),
            ("secret", "the secret of the hub"), ("scopes", "email"), ("lets_in", "domains"),
            ("domains", "school.example"), ("on", "1"),
        ];
        let added = admin.post("/admin/sign-in-providers", &fields).await;
        assert_eq!(added.status(), StatusCode::SEE_OTHER);
        let page = admin.page("/admin/sign-in-providers/1").await;
        assert!(page.contains("/sign-in/with/1/back") && !page.contains("the secret of the hub"));
        let record = admin.page("/admin/audit?act=sign_in_provider.").await;
        assert!(record.contains("School account") && !record.contains("the secret of the hub"));
        assert!(hub.get("/sign-in").await.text().await.unwrap().contains("/sign-in/with/1"));
        // The same again, one that is no address, and domains without one.
        for (name, value) in [("issuer", "https://login.school.example"), ("issuer", "http://school.example"), ("domains", "")] {
            let mut wrong = fields.to_vec();
            wrong.retain(|(known, _)| *known != name);
            wrong.push((name, value));
            let answer = admin.post("/admin/sign-in-providers", &wrong).await;
            assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY, "{name} {value}");
        }
        assert_eq!(admin.post("/admin/sign-in-providers/1", &[("do", "remove")]).await.status(), StatusCode::SEE_OTHER);
        assert!(!hub.get("/sign-in").await.text().await.unwrap().contains("/sign-in/with/1"));
    }
}
