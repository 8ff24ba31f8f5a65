//! Guessing the password for registrations, by whom a trusted proxy says it comes from, and not with calls.

use std::time::Duration;

use hub_app::guesses::MOST;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{HubOptions, TestHub, conformance_test, db_test};

use super::{Answer, answer, ask, client, parameters, with};

async fn guarded(hub: &TestHub) -> (SimulatedSite, String) {
    hub.set("registration_password", "rosebud").await;
    hub.set("registration", "password").await;
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
    let address = site.registration_address(&hub.url());
    (site, address)
}

async fn try_password(address: &str, password: &str, headers: &[(&str, &str)]) -> Answer {
    let request = client().get(with(address, "password", Some(password)));
    answer(headers.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await
}

conformance_test! {
    async fn after_ten_wrong_passwords_not_even_the_right_one_is_looked_at(hub) {
        let (_site, address) = guarded(&hub).await;
        for number in 0..MOST {
            assert_eq!(try_password(&address, "", &[]).await.status, 422, "no password is no guess");
            assert_eq!(try_password(&address, &format!("guess {number}"), &[]).await.status, 422);
        }
        hub.advance(Duration::from_mins(1));
        for password in ["guess", "rosebud"] {
            let waits = try_password(&address, password, &[]).await;
            assert_eq!((waits.status, waits.header("retry-after")), (429, "840"));
            let text = "Too many wrong passwords came from your network. Please wait";
            assert!(waits.body.contains(text) && waits.body.contains("14"), "{}", waits.body);
            assert!(!waits.body.contains("rosebud"));
        }
        assert!(hub.sites().await.is_empty());
        hub.advance(Duration::from_mins(14));
        assert_eq!(try_password(&address, "rosebud", &[]).await.status, 303);
    }
}

db_test! {
    async fn many_guesses_at_once_are_no_way_around(hub) {
        let (_site, address) = guarded(&hub).await;
        let guesses: Vec<String> = (0..3 * MOST).map(|number| format!("guess {number}")).collect();
        let all = guesses.iter().map(|guess| try_password(&address, guess, &[]));
        let answers = futures_util::future::join_all(all).await;
        let looked_at = answers.iter().filter(|answer| answer.status == 422).count();
        assert_eq!(looked_at, MOST as usize);
    }
}

db_test! {
    async fn whoever_knows_the_password_may_register_as_often_as_needed(hub) {
        let (_site, address) = guarded(&hub).await;
        for _ in 0..MOST + 5 {
            assert_eq!(try_password(&address, "rosebud", &[]).await.status, 303);
        }
    }
}

fn behind_a_proxy() -> HubOptions {
    let trusted_proxies = vec!["127.0.0.1".parse().unwrap(), "10.0.0.0/8".parse().unwrap()];
    HubOptions { trusted_proxies, ..HubOptions::default() }
}

db_test! {
    async fn behind_a_trusted_proxy_each_client_counts_for_itself(hub = behind_a_proxy()) {
        let (_site, address) = guarded(&hub).await;
        for number in 0..MOST {
            // What the client wrote itself stands before what the proxy saw.
            let forged = format!("203.0.113.{number}, 198.51.100.7, 10.1.1.1");
            assert_eq!(try_password(&address, "guess", &[("x-forwarded-for", &forged)]).await.status, 422);
        }
        let again = [("x-forwarded-for", "203.0.113.77, 198.51.100.7, 10.1.1.1")];
        assert_eq!(try_password(&address, "rosebud", &again).await.status, 429);
        let other = [("x-forwarded-for", "198.51.100.8")];
        assert_eq!(try_password(&address, "rosebud", &other).await.status, 303);
    }
}

db_test! {
    async fn nobody_else_is_believed_where_a_request_comes_from(hub) {
        let (_site, address) = guarded(&hub).await;
        for number in 0..MOST {
            let forged = format!("203.0.113.{number}");
            let headers = [("x-forwarded-for", forged.as_str()), ("x-real-ip", &forged), ("client-ip", &forged)];
            assert_eq!(try_password(&address, "guess", &headers).await.status, 422);
        }
        let forged = [("x-forwarded-for", "203.0.113.77"), ("forwarded", "for=203.0.113.77")];
        assert_eq!(try_password(&address, "rosebud", &forged).await.status, 429);
    }
}

fn behind_a_proxy_with_an_alias() -> HubOptions {
    HubOptions { aliases: vec!["https://other.example".to_owned()], ..behind_a_proxy() }
}

db_test! {
    async fn what_a_request_says_never_becomes_the_hubs_address(hub = behind_a_proxy_with_an_alias()) {
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        let address = with(&site.registration_address(&hub.url()), "huburl", None);
        let forged = [
            ("x-forwarded-host", "evil.example"),
            ("x-forwarded-proto", "https"),
            ("forwarded", "host=evil.example;proto=https"),
            ("x-original-url", "https://evil.example/"),
        ];
        let request = client().get(&address);
        let back = answer(forged.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await;
        assert_eq!(parameters(&back.location())["url"], hub.url());
        let request = client().get(hub.url());
        let front = answer(forged.iter().fold(request, |request, (name, value)| request.header(*name, *value))).await;
        assert_eq!(front.status, 200);
        assert!(!front.body.contains("evil.example"));
        for mail in hub.mails().await {
            assert!(!mail.body.contains("evil.example"));
        }
        // A proxy that is trusted says by which scheme the alias was asked for; the alias is configured.
        let request = client().get(&address).header("host", "other.example").header("x-forwarded-proto", "https");
        assert_eq!(parameters(&answer(request).await.location())["url"], "https://other.example");
    }
}

db_test! {
    async fn a_thousand_signatures_at_once_are_no_guesses(hub) {
        let (_site, address) = guarded(&hub).await;
        let body = "<?xml version=\"1.0\"?><methodCall><methodName>system.methodSignature</methodName><params><param>\
            <value><string>hub_get_courses</string></value></param></params></methodCall>";
        let url = format!("{}/local/hub/webservice/webservices.php?wstoken=nonsense", hub.url());
        let http = client();
        let calls = (0..1000).map(|_| answer(http.post(&url).header("content-type", "text/xml").body(body)));
        let calls: Vec<_> = calls.collect();
        for answer in futures_util::future::join_all(calls).await {
            assert_eq!(answer.status, 200);
            assert!(answer.body.contains("<methodResponse>") && !answer.body.contains("<fault>"), "{}", answer.body);
        }
        assert_eq!(try_password(&address, "rosebud", &[]).await.status, 303);
        assert_eq!(ask(&hub.url()).await.status, 200);
    }
}
