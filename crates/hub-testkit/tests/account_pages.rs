//! The pages of accounts over HTTP: signing in by two steps, one's own pages, people managed by staff, links by mail.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use aws_lc_rs::hmac;
use hub_core::rights::Role;
use hub_testkit::{PASSWORD, SignedIn, Stranger, TestHub, db_test};
use reqwest::{Response, StatusCode};

fn location(answer: &Response) -> String {
    answer.headers()["location"].to_str().unwrap().to_owned()
}

/// What an app shows for a secret in base32 (RFC 4648, RFC 6238).
fn app_code(hub: &TestHub, secret: &str) -> String {
    let (mut bits, mut count, mut key) = (0_u32, 0, Vec::new());
    for c in secret.bytes() {
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

/// What stands in a page after `before`, up to `end`.
fn between<'a>(page: &'a str, before: &str, end: &str) -> &'a str {
    page.split(before)
        .nth(1)
        .and_then(|rest| rest.split(end).next())
        .unwrap_or_else(|| panic!("{before}: {page}"))
}

/// Sets up an app on the own page: its secret, and the recovery codes.
async fn enrol(hub: &TestHub, person: &SignedIn) -> (String, Vec<String>) {
    let page = person.post("/me/security/second-factor", &[("do", "begin")]).await.text().await.unwrap();
    let secret = between(&page, "<code id=\"secret\"", "</code>").split('>').nth(1).unwrap().replace(' ', "");
    let token = between(&page, "name=\"token\" value=\"", "\"").to_owned();
    let refused =
        person.post("/me/security/second-factor/confirm", &[("token", &token), ("code", "000000")]).await;
    assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().await.unwrap().contains("<svg"), "the same picture stands there again");
    let code = app_code(hub, &secret);
    let page = person.post("/me/security/second-factor/confirm", &[("token", &token), ("code", &code)]).await;
    let page = page.text().await.unwrap();
    let codes = between(&page, "<pre id=\"codes\"", "</pre>").split_once('>').unwrap().1;
    (secret, codes.lines().map(str::to_owned).collect())
}

db_test! {
    async fn an_account_with_an_app_signs_in_by_two_steps(hub) {
        let person = hub.signed_in(Role::Moderator).await;
        let (secret, codes) = enrol(&hub, &person).await;
        assert_eq!(codes.len(), 10);
        hub.advance(Duration::from_mins(2));
        let mut browser = Stranger::of(&hub);
        let wrong = browser.sign_in("moderator@hub.example", "wrong").await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let half = browser.sign_in("moderator@hub.example", PASSWORD).await;
        assert_eq!(location(&half), "/sign-in/code");
        assert!(!browser.is_in().await, "a password alone opens nothing");
        let wrong = browser.post("/sign-in/code", &[("code", "123 456")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let code = app_code(&hub, &secret);
        let done = browser.post("/sign-in/code", &[("code", &code), ("back", "/admin/rights")]).await;
        assert_eq!(location(&done), "/admin/rights");
        assert!(browser.is_in().await);

        let mut lost = Stranger::of(&hub);
        lost.sign_in("moderator@hub.example", PASSWORD).await;
        let done = lost.post("/sign-in/code", &[("code", &codes[3].to_uppercase())]).await;
        assert_eq!(location(&done), "/start?done=recovery-used");
        assert!(lost.is_in().await);
        assert_eq!(location(&lost.get("/start?done=recovery-used").await), "/moderate?done=recovery-used");
        let mut again = Stranger::of(&hub);
        again.sign_in("moderator@hub.example", PASSWORD).await;
        let used = again.post("/sign-in/code", &[("code", &codes[3])]).await;
        assert_eq!(used.status(), StatusCode::UNPROCESSABLE_ENTITY, "a recovery code is good once");
    }
}

db_test! {
    async fn somebody_invited_chooses_a_password_once_and_owners_are_made_by_owners(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let admin = hub.signed_in(Role::Admin).await;
        let invite = [("email", "ada@school.example"), ("role", "curator"), ("name", "Ada")];
        assert_eq!(location(&admin.post("/admin/accounts/invite", &invite).await), "/admin/accounts?done=invited");
        let too_much = [("email", "eve@school.example"), ("role", "owner")];
        assert_eq!(admin.post("/admin/accounts/invite", &too_much).await.status(), StatusCode::FORBIDDEN);
        let link = hub.mailed_link("account_invitation").await;
        let mut ada = Stranger::of(&hub);
        assert!(ada.get(&link).await.text().await.unwrap().contains("ada@school.example"));
        let short = ada.post(&link, &[("name", "Ada"), ("password", "short")]).await;
        assert_eq!(short.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let made = ada.post(&link, &[("name", "Ada L"), ("password", "a long enough one")]).await;
        assert_eq!(made.status(), StatusCode::SEE_OTHER);
        assert!(ada.is_in().await);
        assert_eq!(ada.post(&link, &[("password", "a long enough one")]).await.status(), StatusCode::FORBIDDEN);
        assert_eq!(Stranger::of(&hub).get(&link).await.status(), StatusCode::NOT_FOUND, "it was used");
        let list = owner.page("/admin/accounts?q=ada&role=curator").await;
        assert!(list.contains("Ada L") && !list.contains("admin@hub.example"));
        let again = admin.post("/admin/accounts/invite", &invite).await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY, "the address has an account");
    }
}

db_test! {
    async fn staff_manages_accounts_but_never_the_last_owner(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let admin = hub.signed_in(Role::Admin).await;
        let member = hub.signed_in(Role::Member).await;
        let of = |person: &SignedIn| format!("/admin/accounts/{}", person.account);
        admin.post(&of(&member), &[("do", "role"), ("role", "curator")]).await;
        let page = admin.page(&of(&member)).await;
        assert!(page.contains("account.role_changed") && page.contains("curator"), "the record stands there");
        admin.post(&of(&member), &[("do", "suspend")]).await;
        assert_eq!(member.get("/me").await.status(), StatusCode::SEE_OTHER, "its sessions end");
        admin.post(&of(&member), &[("do", "resume")]).await;
        assert_eq!(admin.post(&of(&owner), &[("do", "suspend")]).await.status(), StatusCode::FORBIDDEN);
        for act in [[("do", "suspend"), ("role", "")], [("do", "role"), ("role", "member")]] {
            let refused = owner.post(&of(&owner), &act).await;
            assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.text().await.unwrap().contains("last owner"));
        }
        enrol(&hub, &admin).await;
        owner.post(&of(&admin), &[("do", "second-factor")]).await;
        assert!(owner.page(&of(&admin)).await.contains("account.second_factor_reset"));
    }
}

db_test! {
    async fn a_forgotten_password_is_replaced_by_a_mailed_link_once(hub) {
        let person = hub.signed_in(Role::Member).await;
        let mut browser = Stranger::of(&hub);
        let known = browser.post("/forgotten", &[("email", "member@hub.example")]).await;
        let unknown = browser.post("/forgotten", &[("email", "nobody@hub.example")]).await;
        assert_eq!((known.status(), location(&known)), (unknown.status(), location(&unknown)));
        let link = hub.mailed_link("account_reset").await;
        assert_eq!(hub.mails_of("account_reset").await.len(), 1);
        assert_eq!(browser.get(&link).await.status(), StatusCode::OK);
        let done = browser.post(&link, &[("password", "another long password")]).await;
        assert_eq!(location(&done), "/sign-in?done=reset");
        assert_eq!(person.get("/me").await.status(), StatusCode::SEE_OTHER, "sessions end");
        assert_eq!(browser.get(&link).await.status(), StatusCode::NOT_FOUND, "it is good once");
        assert_eq!(browser.sign_in("member@hub.example", PASSWORD).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        browser.sign_in("member@hub.example", "another long password").await;
        assert!(browser.is_in().await);

        for _ in 0..5 {
            Stranger::of(&hub).post("/forgotten", &[("email", "member@hub.example")]).await;
        }
        hub.settle().await;
        assert_eq!(hub.mails_of("account_reset").await.len(), 3, "three in an hour, whoever asks");
        let link = hub.mailed_link("account_reset").await;
        hub.advance(Duration::from_mins(61));
        assert_eq!(Stranger::of(&hub).get(&link).await.status(), StatusCode::NOT_FOUND, "it is good for an hour");
    }
}

db_test! {
    async fn another_address_counts_once_its_reader_confirmed_it(hub) {
        let person = hub.signed_in(Role::Member).await;
        let wrong = person.post("/me/email", &[("email", "new@hub.example"), ("current", "wrong")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        person.post("/me", &[("name", "Mia"), ("language", "de")]).await;
        person.post("/me/mail", &[("mail-course_refused", "weekly")]).await;
        person.post("/me/email", &[("email", "new@hub.example"), ("current", PASSWORD)]).await;
        let link = hub.mailed_link("account_email_change").await;
        let mails = hub.mails_of("account_email_change").await;
        assert_eq!((mails[0].mail.recipient.as_str(), mails[0].mail.language.as_str()), ("new@hub.example", "de"));
        let mut browser = Stranger::of(&hub);
        assert_eq!(browser.get(&link).await.status(), StatusCode::OK);
        assert!(person.page("/me").await.contains("member@hub.example"), "looking changes nothing");
        browser.post(&link, &[]).await;
        assert!(person.page("/me").await.contains("new@hub.example"));
        assert_eq!(hub.mails_of("account_email_changed").await[0].mail.recipient, "member@hub.example");
        let choices = person.page("/me/mail").await;
        let refused = choices.split("name=\"mail-course_refused\"").nth(1).unwrap();
        let refused = refused.split("</select>").next().unwrap();
        assert!(refused.contains("value=\"weekly\" selected"), "what they chose goes with them: {refused}");
    }
}

db_test! {
    async fn people_make_accounts_for_themselves_only_where_the_hub_lets_them(hub) {
        hub.account(Role::Owner).await;
        let mut browser = Stranger::of(&hub);
        assert_eq!(browser.get("/sign-up").await.status(), StatusCode::NOT_FOUND);
        assert!(!browser.get("/sign-in").await.text().await.unwrap().contains("/sign-up"));
        hub.set("self_registration", "domains").await;
        hub.set("self_registration_domains", "school.example").await;
        assert!(browser.get("/sign-in").await.text().await.unwrap().contains("/sign-up"));
        let other = browser.post("/sign-up", &[("email", "eve@else.example")]).await;
        assert_eq!(other.status(), StatusCode::UNPROCESSABLE_ENTITY);
        browser.post("/sign-up", &[("email", "ada@school.example"), ("name", "Ada")]).await;
        let link = hub.mailed_link("account_sign_up").await;
        browser.post(&link, &[("name", "Ada"), ("password", "a long enough one")]).await;
        assert!(browser.is_in().await);
        let ada = hub_app::account::by_email(&hub.app, "ada@school.example").await.unwrap();
        assert_eq!(ada.role, Role::Member);
        let mut twice = Stranger::of(&hub);
        let same = twice.post("/sign-up", &[("email", "ada@school.example")]).await;
        assert_eq!(location(&same), "/sign-in?done=sign-up-sent");
        hub.settle().await;
        assert_eq!(hub.mails_of("account_exists").await.len(), 1, "only its reader learns that there is one");
    }
}

db_test! {
    async fn a_person_takes_their_data_along_and_is_forgotten(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let member = hub.signed_in(Role::Member).await;
        let data: serde_json::Value = serde_json::from_str(&member.page("/me/data").await).unwrap();
        assert_eq!(data["account"]["email"], "member@hub.example");
        assert!(!data.to_string().contains("argon2"));
        let untyped = member.post("/me/erase", &[("typed", "yes"), ("current", PASSWORD)]).await;
        assert_eq!(untyped.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let wrong = member.post("/me/erase", &[("typed", "member@hub.example"), ("current", "no")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let right = [("typed", "Member@hub.example"), ("current", PASSWORD)];
        assert_eq!(location(&member.post("/me/erase", &right).await), "/?done=erased");
        assert_eq!(member.get("/me").await.status(), StatusCode::SEE_OTHER);
        assert!(!owner.page("/admin/accounts").await.contains("member@hub.example"));
        let record = hub_app::audit::find(&hub.app, &hub_core::desk::AuditQuery::default(), 100).await.unwrap();
        assert!(record.rows.iter().any(|row| row.record.act == "account.erased"));
        assert!(!format!("{:?}", record.rows).contains("member@hub.example"));
        let last = owner.post("/me/erase", &[("typed", "owner@hub.example"), ("current", PASSWORD)]).await;
        assert_eq!(last.status(), StatusCode::UNPROCESSABLE_ENTITY, "the last owner stays");
    }
}

db_test! {
    async fn the_daily_tidying_forgets_sessions_and_links_that_ended(hub) {
        hub.signed_in(Role::Member).await;
        Stranger::of(&hub).post("/forgotten", &[("email", "member@hub.example")]).await;
        hub.settle().await;
        hub.advance(Duration::from_hours(24 * 20));
        let mut tx = hub.app.db.begin().await.unwrap();
        let now = hub.app.clock.now();
        hub_app::jobs::Job::WithdrawDrafts.enqueue(tx.cx(), now).await.unwrap();
        tx.commit().await.unwrap();
        hub.settle().await;
        let mut conn = hub.app.db.read().await.unwrap();
        let id = hub.account(Role::Member).await;
        let long_ago = now - jiff::SignedDuration::from_hours(24 * 30);
        let left = hub_db::session::of_account(conn.cx(), id, long_ago).await.unwrap();
        assert!(left.is_empty(), "not even those that ended: {left:?}");
    }
}

db_test! {
    async fn pages_of_staff_are_compressed_only_where_their_address_says_nothing(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        for (path, packed) in [
            ("/admin/accounts", true),
            ("/admin/accounts?q=abc", false),
            ("/admin/accounts/4711", false),
            ("/me", false),
            ("/sign-in", false),
        ] {
            let answer = owner.get_gzipped(path).await;
            assert_eq!(answer.headers().contains_key("content-encoding"), packed, "{path}");
        }
    }
}

db_test! {
    async fn the_word_of_a_form_is_another_on_every_page_and_known_for_the_whole_session(hub) {
        let owner = hub.signed_in(Role::Owner).await;
        let word = |page: &str| between(page, "name=\"csrf\" value=\"", "\"").to_owned();
        let (one, other) = (word(&owner.page("/me").await), word(&owner.page("/me").await));
        assert_ne!(one, other);
        for (word, status) in [
            (one.clone(), StatusCode::SEE_OTHER),
            (other, StatusCode::SEE_OTHER),
            (one[..32].to_owned(), StatusCode::FORBIDDEN),
            (one.replace(|digit: char| digit.is_ascii_digit(), "a"), StatusCode::FORBIDDEN),
        ] {
            let answer = owner.post_foreign("/me", &[("name", "Ada"), ("csrf", &word)]).await;
            assert_eq!(answer.status(), status, "{word}");
        }
    }
}
