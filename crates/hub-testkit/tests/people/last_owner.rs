//! The hub keeps an owner who can come in, whatever anybody does.

use hub_app::AppError;
use hub_app::account::passkey::{list, remove};
use hub_app::account::{erase, manage, session, sign_in};
use hub_core::PasskeyId;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_testkit::{PASSWORD, SignedIn, Stranger, TestHub, db_test};
use reqwest::StatusCode;

use crate::led_to;

/// That owner is an owner still, active, and comes in by password.
async fn stays(hub: &TestHub, owner: &SignedIn, told: &str) {
    let account = hub_app::account::show(&hub.app, owner.account).await.unwrap();
    assert_eq!((account.role.name(), account.state.name()), ("owner", "active"), "{told}");
    let mut browser = Stranger::of(hub);
    browser.sign_in("owner@hub.example", PASSWORD).await;
    assert!(browser.is_in().await, "{told}");
}

fn is_refused<T>(done: &Result<T, AppError>) -> bool {
    matches!(done, Err(AppError::Conflict(_)))
}

db_test! {
    async fn no_way_takes_the_last_owner_away(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let other = hub.signed_in(Role::Admin).await;
        let (app, id) = (&hub.app, owner.account);
        // A second owner who cannot come in, and one who is gone, do not count.
        manage::set_role(app, Actor::CommandLine, other.account, Role::Owner).await.unwrap();
        manage::suspend(app, Actor::CommandLine, other.account).await.unwrap();
        assert!(owner.page(&format!("/admin/accounts/{id}")).await.contains("last owner"));
        let page = format!("/admin/accounts/{id}");
        for role in [Role::Admin, Role::Moderator, Role::Curator, Role::Member] {
            let refused = owner.post(&page, &[("do", "role"), ("role", role.name())]).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
            assert!(is_refused(&manage::set_role(app, Actor::CommandLine, id, role).await));
            stays(&hub, &owner, role.name()).await;
        }
        let refused = owner.post(&page, &[("do", "suspend")]).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(is_refused(&manage::suspend(app, Actor::CommandLine, id).await));
        stays(&hub, &owner, "suspended").await;
        let typed = [("typed", "owner@hub.example"), ("current", PASSWORD)];
        assert_eq!(owner.post("/me/erase", &typed).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        stays(&hub, &owner, "erased").await;
        manage::resume(app, Actor::CommandLine, other.account).await.unwrap();
        assert_eq!(led_to(&owner.post("/me/erase", &typed).await), "/?done=erased", "with another owner they may go");
    }
}

db_test! {
    async fn two_owners_who_take_each_other_away_at_once_leave_one(hub) {
        for round in 0..3 {
            let (one, two) = (hub.signed_in(Role::Owner).await, hub.signed_in(Role::Admin).await);
            for id in [one.account, two.account] {
                manage::set_role(&hub.app, Actor::CommandLine, id, Role::Owner).await.unwrap();
            }
            let by = |person: &SignedIn| Actor::Account(person.account);
            let (first, second) = tokio::join!(
                manage::set_role(&hub.app, by(&one), two.account, Role::Member),
                manage::suspend(&hub.app, by(&two), one.account),
            );
            let done = usize::from(first.is_ok()) + usize::from(second.is_ok());
            assert_eq!(done, 1, "round {round}: {first:?} {second:?}");
            manage::resume(&hub.app, Actor::CommandLine, one.account).await.unwrap();
        }
    }
}

db_test! {
    async fn two_owners_who_erase_themselves_at_once_leave_one(hub) {
        let (one, two) = (hub.signed_in(Role::Owner).await, hub.signed_in(Role::Admin).await);
        manage::set_role(&hub.app, Actor::CommandLine, two.account, Role::Owner).await.unwrap();
        drop((one, two));
        let browser = sign_in::Browser { user_agent: "", address: [192, 0, 2, 1].into() };
        let password = Secret::new(PASSWORD);
        let gone = async |email: &'static str| {
            let token = sign_in::sign_in(&hub.app, email, &password, browser).await.unwrap();
            let who = session::find(&hub.app, &token).await.unwrap().unwrap();
            erase::erase(&hub.app, &who, email, &password, browser).await.is_ok()
        };
        let (first, second) = tokio::join!(gone("owner@hub.example"), gone("admin@hub.example"));
        assert_ne!(first, second);
    }
}

db_test! {
    async fn nobody_takes_their_own_last_way_in_away(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let id = owner.account;
        for name in ["first", "second"] {
            hub.execute(&format!(
                "INSERT INTO passkey (account_id, credential_id, name, credential, sign_count, created_at)
                VALUES ({id}, '{name}', '{name}', '{{}}', 0, 1)"
            ))
            .await;
        }
        hub.execute(&format!("UPDATE account SET password_hash = '' WHERE id = {id}")).await;
        let mut conn = hub.app.db.read().await.unwrap();
        let account = hub_db::account::by_id(conn.cx(), id).await.unwrap().unwrap();
        let session_id = hub_db::session::of_account(conn.cx(), id, hub.app.clock.now()).await.unwrap()[0].id;
        drop(conn);
        let who = session::SignedIn { account, session_id };
        remove::remove(&hub.app, &who, PasskeyId(1)).await.unwrap();
        let last = remove::remove(&hub.app, &who, PasskeyId(2)).await;
        assert!(is_refused(&last), "{last:?}");
        let pressed = owner.post("/me/passkeys/2/remove", &[]).await;
        assert_eq!(pressed.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(pressed.text().await.unwrap().contains("last way into your account"));
        assert_eq!(list::list(&hub.app, id).await.unwrap().len(), 1);
        hub.execute("INSERT INTO oidc_provider (label, issuer, client_id, client_secret_sealed, scopes, makes_accounts,
            links_by_email, domains, is_on, created_at, updated_at)
            VALUES ('School', 'https://id.school.example', 'hub', '', '', FALSE, FALSE, '', TRUE, 1, 1)").await;
        hub.execute(&format!("INSERT INTO oidc_identity (provider_id, subject, account_id, created_at, used_at)
            VALUES (1, 'theirs', {id}, 1, 1)")).await;
        remove::remove(&hub.app, &who, PasskeyId(2)).await.unwrap();
    }
}
