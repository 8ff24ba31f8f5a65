//! Whoever guesses passwords waits, and learns nothing from how they are answered.

use std::time::Duration;

use hub_core::rights::Role;
use hub_testkit::{HubOptions, PASSWORD, Stranger, TestHub, db_test};
use reqwest::{Response, StatusCode};

/// A hub behind a proxy, so that tests come from where they like.
fn behind_a_proxy() -> HubOptions {
    HubOptions { trusted_proxies: vec!["127.0.0.0/8".parse().unwrap()], ..HubOptions::default() }
}

/// A browser at an address of a network of its own.
fn at(hub: &TestHub, address: &str) -> Stranger {
    let mut stranger = Stranger::of(hub);
    address.clone_into(&mut stranger.from);
    stranger
}

/// What somebody sees: status, heads but those each answer has of its own, and the page without what they typed.
async fn seen(answer: Response, typed: &str) -> (StatusCode, Vec<String>, String) {
    let status = answer.status();
    let of_this_answer = ["date", "content-length", "x-request-id"];
    let heads = answer.headers().iter().filter(|(name, _)| !of_this_answer.contains(&name.as_str()));
    let heads = heads.map(|(name, value)| format!("{name}: {}", value.to_str().unwrap())).collect();
    let page = answer.text().await.unwrap().replace(typed, "…");
    (status, heads, page)
}

db_test! {
    async fn an_account_and_none_are_answered_alike_at_every_try(hub = behind_a_proxy()) {
        hub.account(Role::Owner).await;
        hub.account(Role::Moderator).await;
        let (known, unknown) = ("moderator@hub.example", "nobodyyyy@hub.example");
        for number in 0..8 {
            // From many addresses, so that it is the account that waits.
            let mut browser = at(&hub, &format!("198.51.{number}.1"));
            let one = seen(browser.sign_in(known, "wrong").await, known).await;
            let mut browser = at(&hub, &format!("203.0.{number}.1"));
            let two = seen(browser.sign_in(unknown, "wrong").await, unknown).await;
            assert_eq!(one, two, "try {number}");
            assert_eq!(one.0, StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(one.2.contains("Too many wrong"), number >= 5, "try {number}: {}", one.2);
        }
        let right = at(&hub, "198.51.100.1").sign_in(known, PASSWORD).await;
        assert_eq!(right.status(), StatusCode::UNPROCESSABLE_ENTITY, "the right password waits too");
        hub.advance(Duration::from_mins(2));
        let mut browser = at(&hub, "198.51.100.1");
        browser.sign_in(known, PASSWORD).await;
        assert!(browser.is_in().await, "a minute at most, so that nobody is locked out by others");
    }
}

db_test! {
    async fn one_network_waits_whatever_accounts_it_tries(hub = behind_a_proxy()) {
        hub.account(Role::Owner).await;
        hub.account(Role::Moderator).await;
        for number in 0..10 {
            let wrong = at(&hub, "2001:db8:1:2::1").sign_in(&format!("p{number}@hub.example"), "wrong").await;
            assert!(!wrong.text().await.unwrap().contains("Too many wrong"), "try {number}");
        }
        let mut neighbour = at(&hub, "2001:db8:1:2:ffff::9");
        let waits = neighbour.sign_in("moderator@hub.example", PASSWORD).await;
        assert_eq!(waits.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(waits.text().await.unwrap().contains("Too many wrong"), "a customer has a whole /64");
        let mut other = at(&hub, "2001:db8:1:3::1");
        other.sign_in("moderator@hub.example", PASSWORD).await;
        assert!(other.is_in().await, "others are not held up");
        hub.advance(Duration::from_mins(15));
        neighbour.sign_in("moderator@hub.example", PASSWORD).await;
        assert!(neighbour.is_in().await);
    }
}

db_test! {
    async fn codes_of_an_app_are_not_guessed_either(hub = behind_a_proxy()) {
        hub.account(Role::Owner).await;
        let person = hub.signed_in(Role::Moderator).await;
        let sealed = hub.app.key.seal(&hub.app.rng, "account.totp", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let mut tx = hub.app.db.begin().await.unwrap();
        hub_db::second_factor::set_totp(tx.cx(), person.account, Some(sealed.as_str()), 0, hub.app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        let mut browser = at(&hub, "198.51.100.1");
        browser.sign_in("moderator@hub.example", PASSWORD).await;
        let mut waited = false;
        for number in 0..9 {
            browser.from = format!("198.51.{number}.1");
            let wrong = browser.post("/sign-in/code", &[("code", "abcdef")]).await;
            assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
            waited = wrong.text().await.unwrap().contains("Too many wrong");
        }
        assert!(waited, "from whatever networks they come");
        assert!(!browser.is_in().await);
    }
}
