//! Accounts and sessions: the first owner, signing in, waiting after failures.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::net::IpAddr;
use std::time::Duration;

use hub_app::AppError;
use hub_app::account::sign_in::{Browser, SignInError, sign_in};
use hub_app::account::{Person, create, reset_password, session, set_up};
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_testkit::{TestHub, db_test};

const PASSWORD: &str = "correct horse battery";

fn browser() -> Browser<'static> {
    Browser { user_agent: "Test/1.0", address: IpAddr::from([192, 0, 2, 7]) }
}

async fn account(hub: &TestHub, email: &str, role: Role) {
    let person = Person { email, name: "Ada", password: &Secret::new(PASSWORD) };
    create(&hub.app, Actor::CommandLine, &person, role).await.unwrap();
}

async fn try_in(hub: &TestHub, email: &str, password: &str) -> Result<Secret, SignInError> {
    sign_in(&hub.app, email, &Secret::new(password), browser()).await
}

db_test! {
    async fn the_set_up_link_makes_one_owner_and_never_two(hub) {
        let first = set_up::open_link(&hub.app).await.unwrap().unwrap();
        let second = set_up::open_link(&hub.app).await.unwrap().unwrap();
        let short = Person { email: "ada@hub.example", name: "", password: &Secret::new("short") };
        assert!(matches!(set_up::take(&hub.app, &first, &short, browser()).await, Err(AppError::Invalid(_))));
        let person = Person { email: "ada@hub.example", name: "Ada", password: &Secret::new(PASSWORD) };
        let token = set_up::take(&hub.app, &first, &person, browser()).await.unwrap();
        let signed_in = session::find(&hub.app, &token).await.unwrap().unwrap();
        assert_eq!((signed_in.account.role, signed_in.account.name.as_str()), (Role::Owner, "Ada"));
        for link in [&first, &second] {
            let other = Person { email: "eve@hub.example", ..person };
            let again = set_up::take(&hub.app, link, &other, browser()).await;
            assert!(matches!(again, Err(AppError::NotFound(_))), "every link is closed");
        }
        assert_eq!(set_up::open_link(&hub.app).await.unwrap(), None);
    }
}

db_test! {
    async fn a_link_taken_twice_at_once_makes_one_account(hub) {
        let link = set_up::open_link(&hub.app).await.unwrap().unwrap();
        let password = Secret::new(PASSWORD);
        let [one, two] = ["one@hub.example", "two@hub.example"].map(|email| Person { email, name: "", password: &password });
        let (one, two) = tokio::join!(
            set_up::take(&hub.app, &link, &one, browser()),
            set_up::take(&hub.app, &link, &two, browser()),
        );
        assert_eq!(usize::from(one.is_ok()) + usize::from(two.is_ok()), 1);
        assert_eq!(hub_app::account::list(&hub.app).await.unwrap().len(), 1);
    }
}

db_test! {
    async fn an_unknown_address_is_answered_like_a_wrong_password(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        assert!(matches!(try_in(&hub, "ada@hub.example", "wrong").await, Err(SignInError::Wrong)));
        assert!(matches!(try_in(&hub, "eve@hub.example", "wrong").await, Err(SignInError::Wrong)));
        assert!(try_in(&hub, " ADA@hub.example ", PASSWORD).await.is_ok(), "addresses are compared without case");
        for email in ["ada@hub.example", "eve@hub.example"] {
            let mut tries = 0;
            while !matches!(try_in(&hub, email, "wrong").await, Err(SignInError::Wait { .. })) {
                tries += 1;
            }
            assert_eq!(tries, if email.starts_with("ada") { 5 } else { 4 }, "{email}: those before count");
            hub.advance(Duration::from_mins(15));
        }
    }
}

db_test! {
    async fn who_fails_too_often_waits_and_then_comes_in(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        for _ in 0..5 {
            assert!(matches!(try_in(&hub, "ada@hub.example", "wrong").await, Err(SignInError::Wrong)));
        }
        let refused = try_in(&hub, "ada@hub.example", PASSWORD).await;
        assert!(matches!(refused, Err(SignInError::Wait { .. })), "the right password waits too");
        hub.advance(Duration::from_secs(2));
        assert!(try_in(&hub, "ada@hub.example", PASSWORD).await.is_ok());
        assert!(matches!(try_in(&hub, "ada@hub.example", "wrong").await, Err(SignInError::Wrong)), "counted anew");
    }
}

db_test! {
    async fn a_session_lives_while_it_is_used_and_ends_with_another_password(hub) {
        account(&hub, "ada@hub.example", Role::Admin).await;
        let token = try_in(&hub, "ada@hub.example", PASSWORD).await.unwrap();
        let other = try_in(&hub, "ada@hub.example", PASSWORD).await.unwrap();
        for _ in 0..3 {
            hub.advance(Duration::from_hours(24 * 10));
            assert!(session::find(&hub.app, &token).await.unwrap().is_some(), "used every ten days");
        }
        assert!(session::find(&hub.app, &other).await.unwrap().is_none(), "not used for thirty");
        let signed_in = session::find(&hub.app, &token).await.unwrap().unwrap();
        assert_eq!(session::list(&hub.app, signed_in.account.id).await.unwrap().len(), 1);
        let new = Secret::new("another long password");
        reset_password(&hub.app, Actor::CommandLine, "ada@hub.example", &new).await.unwrap();
        assert!(session::find(&hub.app, &token).await.unwrap().is_none());
    }
}
