//! Passwords, one-time codes, recovery codes, and managing other people's accounts.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::net::IpAddr;
use std::time::Duration;

use aws_lc_rs::hmac;
use hub_app::AppError;
use hub_app::account::manage::{resume, set_role, suspend};
use hub_app::account::session::{self, SignedIn};
use hub_app::account::sign_in::{
    Browser, Challenge, Proof, SignInError, Step, finish, sign_in, with_password,
};
use hub_app::account::{Person, create, password, second_factor};
use hub_core::AccountId;
use hub_core::rights::{Actor, Role};
use hub_core::secret::Secret;
use hub_testkit::{TestHub, db_test};

const PASSWORD: &str = "correct horse battery";

fn browser() -> Browser<'static> {
    Browser { user_agent: "Test/1.0", address: IpAddr::from([192, 0, 2, 7]) }
}

async fn account(hub: &TestHub, email: &str, role: Role) -> AccountId {
    let person = Person { email, name: "Ada", password: &Secret::new(PASSWORD) };
    create(&hub.app, Actor::CommandLine, &person, role).await.unwrap()
}

async fn signed_in(hub: &TestHub, email: &str) -> SignedIn {
    let token = sign_in(&hub.app, email, &Secret::new(PASSWORD), browser()).await.unwrap();
    session::find(&hub.app, &token).await.unwrap().unwrap()
}

/// What an app shows for a secret in base32 (RFC 4648, RFC 6238), by another way than the hub's.
fn app_code(hub: &TestHub, secret: &Secret) -> String {
    let (mut bits, mut count, mut key) = (0_u32, 0, Vec::new());
    for c in secret.expose().bytes() {
        bits = (bits << 5 | u32::from(if c.is_ascii_digit() { c - b'2' + 26 } else { c - b'A' })) & 0xffff;
        count += 5;
        if count >= 8 {
            count -= 8;
            key.push(u8::try_from(bits >> count & 0xff).unwrap());
        }
    }
    let step = (hub.app.clock.now().as_second() / 30).to_be_bytes();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &key), &step);
    let at = usize::from(tag.as_ref()[19] & 15);
    let number = u32::from_be_bytes(tag.as_ref()[at..at + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

/// Gives an account a second factor; the secret and the recovery codes.
async fn enrol(hub: &TestHub, who: &SignedIn) -> (Secret, Vec<Secret>) {
    let enrolment = second_factor::begin_totp(&hub.app, who).await.unwrap();
    let code = app_code(hub, &enrolment.secret);
    let codes = second_factor::confirm_totp(&hub.app, who, &enrolment.token, &code).await.unwrap();
    (enrolment.secret, codes)
}

async fn challenge(hub: &TestHub, email: &str) -> Challenge {
    match with_password(&hub.app, email, &Secret::new(PASSWORD), browser()).await.unwrap() {
        Step::SecondFactor(challenge) => challenge,
        Step::SignedIn(_) => panic!("no second factor was asked for"),
    }
}

async fn prove(hub: &TestHub, challenge: &Challenge, proof: Proof<'_>) -> Result<Secret, SignInError> {
    finish(&hub.app, &challenge.token, proof, browser()).await
}

db_test! {
    async fn a_password_may_be_written_in_any_script_and_either_form(hub) {
        let (composed, decomposed) = ("p\u{e9}n\u{e9}lope \u{1f511} \u{5bc6}\u{7801}", "pe\u{301}ne\u{301}lope \u{1f511} \u{5bc6}\u{7801}");
        let person = Person { email: "ada@hub.example", name: "", password: &Secret::new(composed) };
        create(&hub.app, Actor::CommandLine, &person, Role::Owner).await.unwrap();
        for form in [composed, decomposed] {
            assert!(sign_in(&hub.app, "ada@hub.example", &Secret::new(form), browser()).await.is_ok());
        }
    }
}

db_test! {
    async fn how_long_a_password_must_be_is_a_setting(hub) {
        hub.set("password_min_chars", "16").await;
        let person = Person { email: "ada@hub.example", name: "", password: &Secret::new("fifteen letters") };
        let refused = create(&hub.app, Actor::CommandLine, &person, Role::Owner).await;
        assert!(matches!(refused, Err(AppError::Invalid(errors)) if errors.0[0].why.contains("16 to 1000")));
        hub.set("password_min_chars", "15").await;
        create(&hub.app, Actor::CommandLine, &person, Role::Owner).await.unwrap();
    }
}

db_test! {
    async fn changing_a_password_asks_for_the_old_one_and_ends_other_sessions(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let other = sign_in(&hub.app, "ada@hub.example", &Secret::new(PASSWORD), browser()).await.unwrap();
        let who = signed_in(&hub, "ada@hub.example").await;
        let new = Secret::new("quite another password");
        let wrong = password::change(&hub.app, &who, &Secret::new("wrong"), &new, browser()).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)));
        let short = password::change(&hub.app, &who, &Secret::new(PASSWORD), &Secret::new("short"), browser()).await;
        assert!(matches!(short, Err(SignInError::App(AppError::Invalid(_)))));
        assert!(session::find(&hub.app, &other).await.unwrap().is_some());
        password::change(&hub.app, &who, &Secret::new(PASSWORD), &new, browser()).await.unwrap();
        assert!(session::find(&hub.app, &other).await.unwrap().is_none());
        assert_eq!(session::list(&hub.app, who.account.id).await.unwrap().len(), 1, "this one goes on");
        assert!(sign_in(&hub.app, "ada@hub.example", &new, browser()).await.is_ok());
    }
}

db_test! {
    async fn a_session_keeps_the_network_and_not_the_address(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        let sessions = session::list(&hub.app, who.account.id).await.unwrap();
        assert_eq!(sessions[0].network, "192.0.2.0/24");
    }
}

db_test! {
    async fn with_a_second_factor_the_password_is_half_of_a_sign_in(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        let (secret, codes) = enrol(&hub, &who).await;
        assert_eq!(codes.len(), second_factor::RECOVERY_CODES);
        let by_password = sign_in(&hub.app, "ada@hub.example", &Secret::new(PASSWORD), browser()).await;
        assert!(matches!(by_password, Err(SignInError::App(AppError::Forbidden(_)))), "no way around");
        let half = challenge(&hub, "ada@hub.example").await;
        assert!(session::find(&hub.app, &half.token).await.unwrap().is_none(), "half is no session");
        let code = app_code(&hub, &secret);
        let replayed = prove(&hub, &half, Proof::Code(&code)).await;
        assert!(matches!(replayed, Err(SignInError::Wrong)), "this code was used for the enrolment");
        hub.advance(Duration::from_secs(30));
        let code = app_code(&hub, &secret);
        let token = prove(&hub, &half, Proof::Code(&code)).await.unwrap();
        assert!(session::find(&hub.app, &token).await.unwrap().is_some());
        let again = prove(&hub, &half, Proof::Code(&code)).await;
        assert!(matches!(again, Err(SignInError::App(AppError::NotFound(_)))), "the challenge is used up");
        let half = challenge(&hub, "ada@hub.example").await;
        assert!(matches!(prove(&hub, &half, Proof::Code(&code)).await, Err(SignInError::Wrong)), "replayed");
        hub.advance(Duration::from_mins(11));
        let code = app_code(&hub, &secret);
        let late = prove(&hub, &half, Proof::Code(&code)).await;
        assert!(matches!(late, Err(SignInError::App(AppError::NotFound(_)))), "too old");
    }
}

db_test! {
    async fn a_secret_is_asked_for_only_after_the_app_has_shown_that_it_has_it(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        let enrolment = second_factor::begin_totp(&hub.app, &who).await.unwrap();
        assert!(enrolment.uri.expose().contains(enrolment.secret.expose()));
        let wrong = second_factor::confirm_totp(&hub.app, &who, &enrolment.token, "000000").await;
        assert!(matches!(wrong, Err(AppError::Invalid(_))));
        assert!(sign_in(&hub.app, "ada@hub.example", &Secret::new(PASSWORD), browser()).await.is_ok());
        account(&hub, "eve@hub.example", Role::Member).await;
        let eve = signed_in(&hub, "eve@hub.example").await;
        let code = app_code(&hub, &enrolment.secret);
        let stolen = second_factor::confirm_totp(&hub.app, &eve, &enrolment.token, &code).await;
        assert!(matches!(stolen, Err(AppError::NotFound(_))), "another's enrolment");
        second_factor::confirm_totp(&hub.app, &who, &enrolment.token, &code).await.unwrap();
        assert!(second_factor::status(&hub.app, who.account.id).await.unwrap().has_totp);
    }
}

db_test! {
    async fn a_recovery_code_is_good_once_and_the_rest_are_counted(hub) {
        let id = account(&hub, "ada@hub.example", Role::Owner).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        let (_, codes) = enrol(&hub, &who).await;
        let half = challenge(&hub, "ada@hub.example").await;
        let typed = codes[3].expose().to_uppercase().replace('-', " ");
        prove(&hub, &half, Proof::RecoveryCode(&typed)).await.unwrap();
        assert_eq!(second_factor::status(&hub.app, id).await.unwrap().recovery_codes_left, 9);
        let half = challenge(&hub, "ada@hub.example").await;
        assert!(matches!(prove(&hub, &half, Proof::RecoveryCode(&typed)).await, Err(SignInError::Wrong)));
        let new = second_factor::renew_recovery_codes(&hub.app, &who, &Secret::new(PASSWORD), browser()).await.unwrap();
        let old = prove(&hub, &half, Proof::RecoveryCode(codes[4].expose())).await;
        assert!(matches!(old, Err(SignInError::Wrong)), "new ones end the old");
        prove(&hub, &half, Proof::RecoveryCode(new[0].expose())).await.unwrap();
    }
}

db_test! {
    async fn guessing_codes_is_throttled_and_the_right_one_waits_too(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        let (secret, _) = enrol(&hub, &who).await;
        hub.advance(Duration::from_secs(30));
        let half = challenge(&hub, "ada@hub.example").await;
        for _ in 0..5 {
            assert!(matches!(prove(&hub, &half, Proof::Code("none")).await, Err(SignInError::Wrong)));
        }
        let code = app_code(&hub, &secret);
        assert!(matches!(prove(&hub, &half, Proof::Code(&code)).await, Err(SignInError::Wait { .. })));
        let again = challenge(&hub, "ada@hub.example").await;
        let waits = prove(&hub, &again, Proof::Code(&code)).await;
        assert!(matches!(waits, Err(SignInError::Wait { .. })), "the password again is no way around");
        hub.advance(Duration::from_secs(2));
        prove(&hub, &half, Proof::Code(&code)).await.unwrap();
    }
}

db_test! {
    async fn a_second_factor_is_taken_off_by_its_person_or_by_who_manages_them(hub) {
        let ada = account(&hub, "ada@hub.example", Role::Owner).await;
        let bob = account(&hub, "bob@hub.example", Role::Admin).await;
        let who = signed_in(&hub, "ada@hub.example").await;
        enrol(&hub, &who).await;
        let refused = second_factor::reset(&hub.app, Actor::Account(bob), ada).await;
        assert!(matches!(refused, Err(AppError::Forbidden(_))), "an admin does not weaken an owner");
        let wrong = second_factor::remove_totp(&hub.app, &who, &Secret::new("wrong"), browser()).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)));
        second_factor::remove_totp(&hub.app, &who, &Secret::new(PASSWORD), browser()).await.unwrap();
        assert!(!second_factor::reset(&hub.app, Actor::CommandLine, ada).await.unwrap(), "already so");
        let who = signed_in(&hub, "bob@hub.example").await;
        enrol(&hub, &who).await;
        assert!(second_factor::reset(&hub.app, Actor::Account(ada), bob).await.unwrap());
        assert!(session::list(&hub.app, bob).await.unwrap().is_empty());
        signed_in(&hub, "bob@hub.example").await;
    }
}

db_test! {
    async fn a_suspended_account_is_told_so_after_its_right_password_only(hub) {
        account(&hub, "ada@hub.example", Role::Owner).await;
        let bob = account(&hub, "bob@hub.example", Role::Member).await;
        let token = sign_in(&hub.app, "bob@hub.example", &Secret::new(PASSWORD), browser()).await.unwrap();
        assert!(suspend(&hub.app, Actor::CommandLine, bob).await.unwrap());
        assert!(!suspend(&hub.app, Actor::CommandLine, bob).await.unwrap(), "already so");
        assert!(session::find(&hub.app, &token).await.unwrap().is_none());
        let wrong = sign_in(&hub.app, "bob@hub.example", &Secret::new("wrong"), browser()).await;
        assert!(matches!(wrong, Err(SignInError::Wrong)));
        let right = sign_in(&hub.app, "bob@hub.example", &Secret::new(PASSWORD), browser()).await;
        assert!(matches!(right, Err(SignInError::App(AppError::Forbidden(_)))));
        assert!(resume(&hub.app, Actor::CommandLine, bob).await.unwrap());
        signed_in(&hub, "bob@hub.example").await;
    }
}

db_test! {
    async fn the_last_owner_stays_and_only_owners_make_owners(hub) {
        let ada = account(&hub, "ada@hub.example", Role::Owner).await;
        let bob = account(&hub, "bob@hub.example", Role::Admin).await;
        let eve = account(&hub, "eve@hub.example", Role::Moderator).await;
        let last = set_role(&hub.app, Actor::Account(ada), ada, Role::Admin).await;
        assert!(matches!(last, Err(AppError::Conflict(_))));
        assert!(matches!(suspend(&hub.app, Actor::CommandLine, ada).await, Err(AppError::Conflict(_))));
        for (actor, of, role) in [(bob, eve, Role::Owner), (bob, ada, Role::Member), (eve, bob, Role::Member), (bob, bob, Role::Owner)] {
            let refused = set_role(&hub.app, Actor::Account(actor), of, role).await;
            assert!(matches!(refused, Err(AppError::Forbidden(_))), "{actor} makes {of} {role:?}");
        }
        assert!(set_role(&hub.app, Actor::Account(bob), eve, Role::Admin).await.unwrap());
        assert!(set_role(&hub.app, Actor::Account(ada), eve, Role::Owner).await.unwrap());
        suspend(&hub.app, Actor::Account(ada), eve).await.unwrap();
        let last = set_role(&hub.app, Actor::Account(ada), ada, Role::Admin).await;
        assert!(matches!(last, Err(AppError::Conflict(_))), "an owner who cannot sign in does not count");
        resume(&hub.app, Actor::Account(ada), eve).await.unwrap();
        let (one, two) = tokio::join!(
            set_role(&hub.app, Actor::CommandLine, ada, Role::Member),
            set_role(&hub.app, Actor::CommandLine, eve, Role::Member),
        );
        assert!(one.is_ok() != two.is_ok(), "of two owners demoted at once one stays");
        let mut conn = hub.app.db.read().await.unwrap();
        let lines = hub_db::audit::of_thing(conn.cx(), ("account", eve.get()), 50).await.unwrap();
        let made = lines.iter().find(|line| line.after.contains("owner")).unwrap();
        assert_eq!((made.act.as_str(), made.before.as_str()), ("account.role_changed", r#"{"role":"admin"}"#));
    }
}
