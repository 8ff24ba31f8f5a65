//! Messages by relay: both ways, no address shown, limits, staff.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_core::desk::AuditQuery;
use hub_core::rights::Role;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, db_test, example_course};
use reqwest::{Client, Response, StatusCode};

const SENDER: &str = "ada@visitor.example";

async fn post(hub: &TestHub, path: &str, fields: &[(&str, &str)]) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = client.post(format!("{}{path}", hub.url()));
    request.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap()
}

fn fields(text: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![("category", "question"), ("name", "Ada"), ("email", SENDER), ("text", text), ("copy", "1")]
}

/// What the record says of acts of this name, newest first: before and after.
async fn record(hub: &TestHub, act: &str) -> Vec<(String, String)> {
    let query = AuditQuery { act: act.to_owned(), ..AuditQuery::default() };
    let mut conn = hub.app.db.read().await.unwrap();
    let lines = hub_db::audit::list(conn.cx(), &query, None, 100).await.unwrap();
    lines.into_iter().map(|line| (line.before, line.after)).collect()
}

/// The link in a mail, as a path.
fn link(body: &str) -> String {
    let at = body.find("/messages/").unwrap();
    body[at..].split_whitespace().next().unwrap().to_owned()
}

db_test! {
    async fn a_publisher_and_a_visitor_write_to_each_other_and_see_no_address(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        hub.settle().await;
        let path = format!("/courses/{id}/contact");
        assert_eq!(hub.get(&path).await.status(), StatusCode::OK);
        let sent = post(&hub, &path, &fields("May I translate it?")).await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
        let first = hub.mails_of("message_new").await.pop().unwrap();
        assert!(first.body.contains("May I translate it?") && !first.body.contains(SENDER), "{}", first.body);
        let publisher = first.mail.recipient.clone();
        let theirs = link(&first.body);
        let page = hub.get(&theirs).await.text().await.unwrap();
        assert!(page.contains("May I translate it?") && !page.contains(SENDER));
        let copy = hub.mails_of("message_copy").await.pop().unwrap();
        assert_eq!(copy.mail.recipient, SENDER);
        assert_ne!(link(&copy.body), theirs);
        let answered = post(&hub, &theirs, &[("text", "Yes, please.")]).await;
        assert_eq!(answered.status(), StatusCode::SEE_OTHER);
        let answer = hub.mails_of("message_answered").await.pop().unwrap();
        assert_eq!(answer.mail.recipient, SENDER);
        assert!(answer.body.contains("Yes, please.") && !answer.body.contains(&publisher), "{}", answer.body);
        let page = hub.get(&link(&answer.body)).await.text().await.unwrap();
        assert!(page.contains("Yes, please.") && !page.contains(&publisher));
        let wrong = theirs.replace("/messages/1r", "/messages/1s");
        assert_eq!(hub.get(&wrong).await.status(), StatusCode::NOT_FOUND);
        let moderator = hub.signed_in(Role::Moderator).await;
        assert!(moderator.page("/moderate/messages").await.contains("Ada"));
        assert!(moderator.page("/moderate/messages/1").await.contains("Yes, please."));
        moderator.post("/moderate/messages/1", &[("do", "close")]).await;
        assert_eq!(post(&hub, &theirs, &[("text", "More")]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        moderator.post("/moderate/messages/1", &[("do", "block")]).await;
        assert_eq!(post(&hub, &path, &fields("Again")).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        hub.set("reading", "members").await;
        assert_eq!(hub.get(&path).await.status(), StatusCode::FORBIDDEN);
        assert_eq!(hub.get("/contact").await.status(), StatusCode::OK);
        hub.set("enabled", "off").await;
        assert_eq!(hub.get("/contact").await.status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}

db_test! {
    async fn ten_messages_a_day_are_taken_and_wrong_fields_are_named(hub) {
        let wrong = post(&hub, "/contact", &[("category", "question"), ("email", "no")]).await;
        assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = wrong.text().await.unwrap();
        for told in ["Write your message here", "Say who you are", "This is not a mail address"] {
            assert!(page.contains(told), "{told}");
        }
        for _ in 0..10 {
            assert_eq!(post(&hub, "/contact", &fields("Hello")).await.status(), StatusCode::SEE_OTHER);
        }
        let page = post(&hub, "/contact", &fields("Hello")).await.text().await.unwrap();
        assert!(page.contains("10 messages a day"), "{page}");
        hub.advance(std::time::Duration::from_hours(25));
        assert_eq!(post(&hub, "/contact", &fields("Hello")).await.status(), StatusCode::SEE_OTHER);
    }
}

db_test! {
    async fn a_form_without_the_captchas_answer_is_shown_again_with_what_was_written(hub) {
        hub.set("captcha", "proof_of_work").await;
        let refused = post(&hub, "/contact", &fields("Hello there")).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = refused.text().await.unwrap();
        assert!(page.contains("Hello there") && page.contains("data-captcha"));
        let member = hub.signed_in(Role::Member).await;
        assert!(!member.page("/contact").await.contains("data-captcha"));
        let sent = member.post("/contact", &[("category", "issue"), ("text", "From a member")]).await;
        assert_eq!(sent.status(), StatusCode::SEE_OTHER);
    }
}

db_test! {
    async fn a_site_that_is_not_contactable_is_written_to_neither_by_itself_nor_by_its_courses(hub) {
        let mut options = SiteOptions::new(Family::ExtUnpatched, "Lake school");
        options.info.is_contactable = false;
        let mut site = SimulatedSite::start(options).await.unwrap();
        site.register(&hub.url()).await.unwrap();
        hub.change_site(&site, |row| (row.trusted, row.in_directory) = (true, true)).await;
        let contact = site.info().contact_email.clone();
        // A publication that names no address of its own.
        let mut info = site.info().clone();
        info.contact_email = String::new();
        site.set_info(info);
        let course = site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        hub.settle().await;
        hub.account(Role::Moderator).await;

        let id = hub.row_of(&site).await.id;
        let page = hub.get(&format!("/sites/{id}")).await;
        assert_eq!(page.status(), StatusCode::OK);
        assert!(!page.text().await.unwrap().contains(&format!("/sites/{id}/contact")));
        let form = format!("/sites/{id}/contact");
        assert_eq!(hub.get(&form).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(post(&hub, &form, &fields("Hello")).await.status(), StatusCode::NOT_FOUND);

        let form = format!("/courses/{course}/contact");
        assert_eq!(post(&hub, &form, &fields("Hello")).await.status(), StatusCode::SEE_OTHER);
        let told: Vec<String> =
            hub.mails_of("message_new").await.into_iter().map(|mail| mail.mail.recipient).collect();
        assert_eq!(told, ["moderator@hub.example"], "not {contact}");

        hub.change_site(&site, |row| row.info.contactable = true).await;
        assert_eq!(hub.get(&format!("/sites/{id}/contact")).await.status(), StatusCode::OK);
        assert_eq!(post(&hub, &form, &fields("Hello")).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(hub.mails_of("message_new").await.pop().unwrap().mail.recipient, contact);
    }
}

db_test! {
    async fn what_staff_does_with_a_conversation_is_recorded_with_before_and_after(hub) {
        assert_eq!(post(&hub, "/contact", &fields("Hello")).await.status(), StatusCode::SEE_OTHER);
        let moderator = hub.signed_in(Role::Moderator).await;
        moderator.post("/moderate/messages/1", &[("do", "answer"), ("text", "Good day.")]).await;
        let answer = hub.mails_of("message_answered").await.pop().unwrap();
        assert_eq!(answer.mail.recipient, SENDER);
        assert!(answer.body.contains("Good day.") && !answer.body.contains("moderator@hub.example"));
        let pair = |before: &str, after: &str| (before.to_owned(), after.to_owned());
        assert_eq!(record(&hub, "conversation.answered").await[0].1, r#"{"side":"staff"}"#);
        for act in ["close", "open"] {
            moderator.post("/moderate/messages/1", &[("do", act)]).await;
        }
        let (open, closed) = (r#"{"state":"open"}"#, r#"{"state":"closed"}"#);
        assert_eq!(record(&hub, "conversation.state").await, [pair(closed, open), pair(open, closed)]);
        for _ in 0..2 {
            moderator.post("/moderate/messages/1", &[("do", "block")]).await;
        }
        let (free, blocked) = (r#"{"blocked":false}"#, r#"{"blocked":true}"#);
        let lines = record(&hub, "conversation.sender_blocked").await;
        assert_eq!(lines, [pair(blocked, free), pair(free, blocked)]);
        for line in record(&hub, "").await {
            assert!(!format!("{line:?}").contains(SENDER), "no address: {line:?}");
        }
    }
}

db_test! {
    async fn why_a_message_is_not_taken_is_said_in_the_writers_language(hub) {
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
        let send = async |text: &str| {
            let fields = [("category", "question"), ("name", "Ada"), ("email", SENDER), ("text", text)];
            let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            let request = client.post(format!("{}/contact", hub.url())).header("accept-language", "de");
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            request.body(body).send().await.unwrap().text().await.unwrap()
        };
        assert!(send("").await.contains("Schreiben Sie hier Ihre Nachricht"));
        hub.set("messages_per_day", "1").await;
        send("Hallo").await;
        let page = send("Hallo").await;
        assert!(page.contains("nimmt 1 Nachrichten am Tag") && page.contains("Hallo</textarea>"), "{page}");
        hub.signed_in(Role::Moderator).await.post("/moderate/messages/1", &[("do", "block")]).await;
        assert!(send("Hallo").await.contains("keine Nachrichten mehr"));
    }
}

/// Sends a form as a browser that wants a language.
async fn post_in(hub: &TestHub, language: &str, path: &str, fields: &[(&str, &str)]) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = client.post(format!("{}{path}", hub.url())).header("accept-language", language);
    request.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap()
}

db_test! {
    async fn strangers_and_sites_are_written_to_in_their_own_languages(hub) {
        let mut options = SiteOptions::new(Family::ExtUnpatched, "École du lac");
        "fr".clone_into(&mut options.info.language);
        let site = SimulatedSite::start(options).await.unwrap();
        site.register(&hub.url()).await.unwrap();
        hub.change_site(&site, |row| (row.trusted, row.in_directory) = (true, true)).await;
        let course = site.publish_share(&hub.url(), &example_course("BOT-PHOTO"), 0).await.unwrap();
        hub.settle().await;
        let moderator = hub.signed_in(Role::Moderator).await;
        moderator.post("/me", &[("name", "Mo"), ("language", "es")]).await;

        // A message: its writer reads German, the site French.
        post_in(&hub, "de", &format!("/courses/{course}/contact"), &fields("Hallo")).await;
        assert_eq!(hub.mails_of("message_copy").await[0].mail.language, "de");
        let arrived = hub.mails_of("message_new").await.remove(0);
        assert_eq!(arrived.mail.language, "fr");
        assert_eq!(post(&hub, &link(&arrived.body), &[("text", "Bonjour")]).await.status(), StatusCode::SEE_OTHER);
        assert_eq!(hub.mails_of("message_answered").await[0].mail.language, "de");

        // A report: acknowledgment and outcome in Arabic, the hub's own mail to who decides in Spanish.
        let report = [("category", "copyright"), ("text", "Mine"), ("email", "r@home.example")];
        let sent = post_in(&hub, "ar", &format!("/courses/{course}/report"), &report).await;
        assert_eq!(sent.status(), StatusCode::OK);
        assert_eq!(hub.mails_of("report_received").await[0].mail.language, "ar");
        assert_eq!(hub.mails_of("report_new").await[0].mail.language, "es");
        moderator.post("/moderate/reports/1", &[("ending", "hide"), ("message", "They are not free.")]).await;
        assert_eq!(hub.mails_of("report_answered").await[0].mail.language, "ar");
        assert_eq!(hub.mails_of("course_hidden").await[0].mail.language, "fr");
    }
}

db_test! {
    async fn a_page_in_a_language_nobody_read_through_says_that_it_is_a_draft(hub) {
        let page = async |language: &str| hub.get(&format!("/about?lang={language}")).await.text().await.unwrap();
        for (language, said) in [("de", "ist ein Entwurf"), ("es", "es un borrador"), ("fr", "est un brouillon"), ("ar", "مسودة")] {
            let page = page(language).await;
            assert_eq!(page.matches(said).count(), 1, "{language}: {page}");
            let line = page.split("<footer").nth(1).unwrap().split(said).next().unwrap();
            assert!(line.rsplit("<a ").next().unwrap().contains("/contact"), "it leads to the contact form");
        }
        assert!(!page("en").await.contains("draft"));
    }
}

db_test! {
    async fn what_staff_is_refused_is_said_in_their_language(hub) {
        let moderator = hub.signed_in(Role::Moderator).await;
        moderator.post("/me", &[("name", "Mo"), ("language", "de")]).await;
        post(&hub, "/contact", &fields("Hello")).await;
        moderator.post("/moderate/messages/1", &[("do", "close")]).await;
        let refused = moderator.post("/moderate/messages/1", &[("do", "answer"), ("text", "Hi")]).await;
        let page = refused.text().await.unwrap();
        assert!(page.contains("Dieses Gespräch ist geschlossen."), "{page}");
        let admin = hub.signed_in(Role::Admin).await;
        admin.post("/me", &[("name", "Ad"), ("language", "fr")]).await;
        let site = hub.trusted_site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let looked = admin.post(&format!("/admin/sites/{id}"), &[("act", "look")]).await;
        let refused = looked.text().await.unwrap();
        assert!(refused.contains("Aucun code n’a encore été donné"), "{refused}");
    }
}

db_test! {
    async fn staff_asks_a_site_and_reads_its_answer(hub) {
        let site = hub.site("Lake school").await;
        hub.change_site(&site, |row| row.info.contactable = false).await;
        let id = hub.row_of(&site).await.id;
        // A way back that was not seen needs staff.
        hub.change_site(&site, |row| row.last_seen_at = None).await;
        hub.advance(std::time::Duration::from_hours(1));
        let admin = hub.signed_in(Role::Admin).await;
        let needs = admin.page("/moderate?kind=return_not_seen").await;
        assert!(needs.contains("Lake school") && needs.contains("Ask the site"), "{needs}");
        let subject = id.to_string();
        let form = [
            ("kind", "return_not_seen"), ("subject", subject.as_str()), ("message", "Is your cron at work?"),
        ];
        admin.post("/moderate/ask", &form).await;
        assert!(!admin.page("/moderate").await.contains("Lake school"), "it rests for a week");
        let asked = hub.mails_of("message_new").await.pop().unwrap();
        assert_eq!(asked.mail.recipient, site.info().contact_email);
        assert!(asked.body.contains("Is your cron at work?"), "{}", asked.body);
        let theirs = link(&asked.body);
        assert_eq!(post(&hub, &theirs, &[("text", "It is now.")]).await.status(), StatusCode::SEE_OTHER);
        let answer = hub.mails_of("message_answered").await.pop().unwrap();
        assert!(answer.body.contains("It is now.") && answer.body.contains("/moderate/messages/1"), "{}", answer.body);
        assert_ne!(answer.mail.recipient, site.info().contact_email);
        let page = admin.page("/moderate/messages/1").await;
        assert!(page.contains("It is now.") && !page.contains("value=\"block\""), "nobody blocks staff");
        admin.post("/moderate/messages/1", &[("do", "answer"), ("text", "Thank you.")]).await;
        let thanks = hub.mails_of("message_answered").await.pop().unwrap();
        assert_eq!((thanks.mail.recipient.as_str(), link(&thanks.body)), (asked.mail.recipient.as_str(), theirs));

        // The same from the site's page, and nothing for those who do not look after sites.
        admin.post(&format!("/admin/sites/{id}"), &[("act", "write"), ("text", "All is well here.")]).await;
        assert!(hub.mails_of("message_new").await.pop().unwrap().body.contains("All is well here."));
        let moderator = hub.signed_in(Role::Moderator).await;
        assert_eq!(moderator.post("/moderate/ask", &form).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(record(&hub, "conversation.started").await.len(), 2);
    }
}
