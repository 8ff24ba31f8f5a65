//! The captcha: solved for real, replayed, expired, for another form, and by waiting; at a classic registration.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::captcha::{
    Answer, CaptchaError, PATIENT_PER_HOUR, Purpose, Puzzle, Refused, check, is_solved, puzzle,
};
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, db_test};

fn challenge(hub: &TestHub, purpose: Purpose) -> String {
    match puzzle(&hub.app, purpose) {
        Some(Puzzle::Work { challenge, .. }) => challenge,
        other => panic!("{other:?}"),
    }
}

fn solved(challenge: &str) -> String {
    (0..u64::MAX).map(|nonce| format!("{nonce:x}")).find(|nonce| is_solved(challenge, nonce)).unwrap()
}

async fn try_it(hub: &TestHub, purpose: Purpose, challenge: &str, nonce: &str) -> Result<(), Refused> {
    let (challenge, nonce) = (challenge.to_owned(), nonce.to_owned());
    let from = "192.0.2.7".parse().unwrap();
    let answer = Answer { challenge, nonce, response: String::new(), from };
    match check(&hub.app, purpose, &answer).await {
        Ok(()) => Ok(()),
        Err(CaptchaError::Refused(refused)) => Err(refused),
        Err(CaptchaError::App(error)) => panic!("{error}"),
    }
}

db_test! {
    async fn a_solution_is_good_once_for_one_form_and_not_for_ever(hub) {
        assert!(puzzle(&hub.app, Purpose::Contact).is_none(), "off");
        hub.set("captcha", "proof_of_work").await;
        let first = challenge(&hub, Purpose::Contact);
        let nonce = solved(&first);
        assert!(first.len() + 1 + nonce.len() <= 55, "one block of SHA-256: {first}:{nonce}");
        assert_eq!(try_it(&hub, Purpose::Report, &first, &nonce).await, Err(Refused::Wrong));
        let wrong = (0..1000).map(|n| format!("x{n}")).find(|nonce| !is_solved(&first, nonce)).unwrap();
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &wrong).await, Err(Refused::Wrong));
        let easy = first.replacen(".11.", ".1.", 1);
        assert_ne!(easy, first);
        assert_eq!(try_it(&hub, Purpose::Contact, &easy, "0").await, Err(Refused::Wrong));
        assert_eq!(try_it(&hub, Purpose::Contact, "", "0").await, Err(Refused::Missing));
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &nonce).await, Ok(()));
        assert_eq!(try_it(&hub, Purpose::Contact, &first, &nonce).await, Err(Refused::Spent));
        let late = challenge(&hub, Purpose::Contact);
        let nonce = solved(&late);
        hub.advance(Duration::from_hours(2));
        assert_eq!(try_it(&hub, Purpose::Contact, &late, &nonce).await, Err(Refused::Expired));
    }
}

db_test! {
    async fn without_scripts_patience_helps_some_times_an_hour(hub) {
        hub.set("captcha", "proof_of_work").await;
        let all: Vec<String> = (0..=PATIENT_PER_HOUR).map(|_| challenge(&hub, Purpose::Contact)).collect();
        hub.advance(Duration::from_secs(29));
        let early = try_it(&hub, Purpose::Contact, &all[0], "").await;
        assert_eq!(early, Err(Refused::TooEarly { seconds: 1 }));
        hub.advance(Duration::from_secs(1));
        let (last, some) = all.split_last().unwrap();
        for challenge in some {
            assert_eq!(try_it(&hub, Purpose::Contact, challenge, "").await, Ok(()));
        }
        assert_eq!(try_it(&hub, Purpose::Contact, &some[0], "").await, Err(Refused::TooMany));
        assert_eq!(try_it(&hub, Purpose::Contact, last, "").await, Err(Refused::TooMany));
        hub.advance(Duration::from_mins(61));
        assert_eq!(try_it(&hub, Purpose::Contact, last, "").await, Ok(()));
    }
}

db_test! {
    async fn a_new_site_is_registered_by_a_person_and_a_known_one_is_not_asked(hub) {
        hub.set("captcha", "proof_of_work").await;
        let site = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Lake school")).await.unwrap();
        let page = site.browser().open(&site.registration_address(&hub.url())).await.unwrap();
        let shown = &page.body;
        assert!(shown.contains("One step before your site is registered"), "{shown}");
        assert!(hub.sites().await.is_empty());
        let challenge = shown.split("data-captcha=\"").nth(1).unwrap().split('"').next().unwrap();
        let nonce = solved(challenge);
        site.browser().fill_in(&page, &[("captcha_nonce", &nonce)]).await.unwrap();
        assert_eq!(hub.sites().await.len(), 1);
        assert!(site.is_registered(&hub.url()));
    }
}
