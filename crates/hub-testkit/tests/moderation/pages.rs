//! The pages of moderation over HTTP, and what everybody else sees of what is done there.

use hub_core::listing::Listing;
use hub_core::rights::Role;
use hub_core::visibility::Viewer;
use hub_core::{AccountId, VersionId};
use hub_testkit::{SignedIn, TestHub, db_test, example_course};
use reqwest::{Client, Response, StatusCode};

use crate::plant::{acts, advert, link, moderator, send_again, text, version};

/// The id of the text that a page shows.
fn shown(page: &str) -> String {
    let value = page.split("name=\"text\" value=\"").nth(1).unwrap();
    value.split('"').next().unwrap().to_owned()
}

fn leads_to(answer: &Response) -> String {
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    answer.headers()["location"].to_str().unwrap().to_owned()
}

/// Decides on the text that the page shows now.
async fn decide(person: &SignedIn, id: VersionId, choice: &str, words: &str) -> Response {
    let path = format!("/moderate/queue/{id}");
    let text = shown(&person.page(&path).await);
    person.post(&path, &[("text", &text), ("choice", choice), ("words", words)]).await
}

/// Sends a form as a stranger's browser does.
async fn post(hub: &TestHub, path: &str, fields: &[(&str, &str)]) -> Response {
    let client = Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap();
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = client.post(format!("{}{path}", hub.url()));
    request.header("content-type", "application/x-www-form-urlencoded").body(body).send().await.unwrap()
}

async fn found(hub: &TestHub, words: &str) -> bool {
    hub.settle().await;
    let page = hub.get(&format!("/search?q={words}")).await.text().await.unwrap();
    page.contains("class=\"hit\"")
}

db_test! {
    async fn an_accepted_course_is_seen_by_everybody_and_its_publisher_is_told(hub) {
        let site = hub.site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let number = site.publish_advert(&hub.url(), &course, 1).await.unwrap();
        let id = VersionId(number);
        let told = hub.mails_of("course_waits").await;
        assert!(told.iter().all(|mail| mail.body.contains(&format!("/moderate/queue/{id}"))));
        let person = hub.signed_in(Role::Moderator).await;
        let queue = person.page("/moderate/queue").await;
        assert!(queue.contains(&format!("/moderate/queue/{id}\"")) && queue.contains("Lake school"), "{queue}");
        assert!(person.page("/moderate").await.contains(&format!("/moderate/queue/{id}\"")));
        let page = person.page(&format!("/moderate/queue/{id}")).await;
        assert!(page.contains(&format!("/moderate/queue/{id}/pictures/1\"")), "the screenshot of what waits");
        assert_eq!(person.get(&format!("/moderate/queue/{id}/pictures/1")).await.status(), StatusCode::OK);
        assert_eq!(hub.get(&format!("/courses/{id}")).await.status(), StatusCode::NOT_FOUND);
        assert!(!found(&hub, "photosynthesis").await);

        assert!(leads_to(&decide(&person, id, "accept", "").await).contains("done=decided-accept"));
        assert!(found(&hub, "photosynthesis").await);
        assert!(matches!(hub.get(&format!("/courses/{id}")).await.status().as_u16(), 200 | 308));
        let status = site.check_status(&hub.url()).await.unwrap();
        assert_eq!(status.course(number).unwrap()["privacy"], 1, "the old client calls it Listed");
        assert_eq!(hub.mails_of("course_accepted").await.len(), 1);
        assert!(acts(&hub, id).await.contains(&"course.accepted".to_owned()));
        assert!(!person.page("/moderate/queue").await.contains(&format!("/moderate/queue/{id}\"")));

        leads_to(&decide(&person, id, "hide", "The link is dead.").await);
        assert!(!found(&hub, "photosynthesis").await);
        let status = site.check_status(&hub.url()).await.unwrap();
        assert!(status.course(number).is_none_or(|course| course["privacy"] != 1), "nor does the old client");
        assert!(hub.mails_of("course_hidden").await[0].body.contains("The link is dead."));
    }
}

db_test! {
    async fn a_refusal_needs_a_reason_and_its_mail_leads_to_an_appeal_that_is_heard(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Meadows")).await;
        let person = hub.signed_in(Role::Moderator).await;
        let again = decide(&person, id, "refuse", "").await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.text().await.unwrap().contains("Say why"));
        leads_to(&decide(&person, id, "refuse", "The pictures are not free.").await);
        let mail = hub.mails_of("course_refused").await.pop().unwrap();
        assert!(mail.body.contains("The pictures are not free."));
        let own = format!("/appeals/{}", link(&hub, "course_refused").await);
        let page = hub.get(&own).await.text().await.unwrap();
        assert!(page.contains("Meadows") && page.contains("The pictures are not free."));
        assert!(!page.contains("moderator"), "who decided is not told");
        assert_eq!(post(&hub, &own, &[("message", " ")]).await.status(), StatusCode::UNPROCESSABLE_ENTITY);
        leads_to(&post(&hub, &own, &[("message", "I drew them.")]).await);
        leads_to(&post(&hub, &own, &[("message", "All of them.")]).await);

        let mail = hub.mails_of("appeal_new").await.pop().unwrap();
        assert!(mail.body.contains("/moderate/appeals/1"), "{}", mail.body);
        assert!(person.page("/moderate/appeals").await.contains("/moderate/appeals/1"));
        let page = person.page("/moderate/appeals/1").await;
        assert!(page.contains("I drew them.") && page.contains("All of them."));
        leads_to(&person.post("/moderate/appeals/1", &[("act", "answer"), ("message", "Show us.")]).await);
        assert!(hub.get(&own).await.text().await.unwrap().contains("Show us."));
        leads_to(&person.post("/moderate/appeals/1", &[("act", "reverse"), ("message", "Thank you.")]).await);
        assert_eq!(version(&hub, id).await.listing, Listing::Listed);
        assert_eq!(hub.mails_of("appeal_reversed").await.len(), 1);
        assert!(found(&hub, "Meadows").await);
        let page = hub.get(&own).await.text().await.unwrap();
        assert!(page.contains("Taken back") && !page.contains("<textarea"), "{page}");
    }
}

db_test! {
    async fn a_decision_on_a_text_that_was_replaced_is_told_kindly_and_decides_nothing(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Before")).await;
        let person = hub.signed_in(Role::Moderator).await;
        let path = format!("/moderate/queue/{id}");
        let old = shown(&person.page(&path).await);
        send_again(&hub, id, &text("Afterwards")).await;
        let answer = person.post(&path, &[("text", &old), ("choice", "accept"), ("words", "Kept")]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = answer.text().await.unwrap();
        assert!(page.contains("Another text came") && page.contains("Afterwards") && page.contains("Kept"));
        assert_ne!(shown(&page), old);
        assert_eq!(version(&hub, id).await.listing, Listing::Waiting);
    }
}

db_test! {
    async fn a_second_moderator_sees_that_it_is_taken_and_may_take_it_over(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Contested")).await;
        let path = format!("/moderate/queue/{id}");
        let ada = moderator(&hub, "Ada").await;
        hub_app::moderation::claim(&hub.app, ada, id, hub_app::moderation::Take::IfFree).await.unwrap();
        let person = hub.signed_in(Role::Moderator).await;
        assert!(person.page(&path).await.contains("Ada is at work on it."));
        assert!(person.page("/moderate/queue").await.contains("Ada"));
        assert!(!person.page("/moderate/queue?who=free").await.contains(&format!("{path}\"")));
        let answer = decide(&person, id, "accept", "").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.text().await.unwrap().contains("Ada is at work on it now."));
        leads_to(&person.post(&format!("{path}/claim"), &[]).await);
        leads_to(&decide(&person, id, "accept", "").await);
        assert_eq!(version(&hub, id).await.listing, Listing::Listed);
        let is_other = |account: AccountId| account != person.account;
        assert!(is_other(ada) && acts(&hub, id).await.contains(&"course.claim_taken_over".to_owned()));
    }
}

db_test! {
    async fn a_change_is_shown_beside_what_stands(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Trees of the lake")).await;
        send_again(&hub, id, &text("Trees of the north lake")).await;
        let person = hub.signed_in(Role::Moderator).await;
        let page = person.page(&format!("/moderate/queue/{id}")).await;
        assert!(page.contains("<ins>north </ins>"), "{page}");
        leads_to(&decide(&person, id, "refuse", "There is one lake.").await);
        assert_eq!(version(&hub, id).await.text.title, "Trees of the lake");
        assert_eq!(hub.mails_of("change_refused").await.len(), 1);
    }
}

db_test! {
    async fn a_report_is_acknowledged_decided_and_counted(hub) {
        let id = advert(&hub, &Listing::Listed, &text("Disputed")).await;
        let page = hub.get(&format!("/courses/{id}/report")).await.text().await.unwrap();
        assert!(page.contains("Disputed"));
        let person = hub.signed_in(Role::Moderator).await;
        let path = format!("/courses/{id}/report");
        let again = post(&hub, &path, &[("category", "copyright"), ("text", "")]).await;
        assert_eq!(again.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let fields = [("category", "copyright"), ("text", "These are mine."), ("email", "visitor@home.example")];
        let sent = post(&hub, &path, &fields).await;
        assert_eq!(sent.status(), StatusCode::OK);
        assert!(sent.text().await.unwrap().contains("Your report has arrived"));
        assert_eq!(hub.mails_of("report_received").await.len(), 1);
        assert!(hub.mails_of("report_new").await[0].body.contains("/moderate/reports/1"));

        assert!(person.page("/moderate").await.contains("/moderate/reports/1"));
        assert!(person.page("/moderate/reports/1").await.contains("These are mine."));
        let nothing = person.post("/moderate/reports/1", &[("ending", "hide"), ("message", "")]).await;
        assert_eq!(nothing.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let hide = [("ending", "hide"), ("message", "They are not free.")];
        leads_to(&person.post("/moderate/reports/1", &hide).await);
        assert_eq!(hub.get(&format!("/courses/{id}")).await.status(), StatusCode::NOT_FOUND);
        assert_eq!(hub.get(&path).await.status(), StatusCode::NOT_FOUND);
        assert!(hub.mails_of("report_answered").await[0].body.contains("They are not free."));
        assert_eq!(hub.mails_of("course_hidden").await.len(), 1);
        assert!(acts(&hub, id).await.contains(&"course.hidden".to_owned()));
        assert!(person.page("/moderate/reports?state=hidden").await.contains("Disputed"));
        let numbers = hub.get("/numbers").await.text().await.unwrap();
        assert!(numbers.contains("<svg class=\"bars\"") && numbers.contains("<table"));
    }
}

db_test! {
    async fn a_report_of_a_stranger_is_not_taken_without_the_captchas_answer(hub) {
        hub.set("captcha", "proof_of_work").await;
        hub.signed_in(Role::Moderator).await;
        let id = advert(&hub, &Listing::Listed, &text("Disputed")).await;
        let path = format!("/courses/{id}/report");
        let fields = [("category", "copyright"), ("text", "These are mine.")];
        let refused = post(&hub, &path, &fields).await;
        assert_eq!(refused.status(), StatusCode::UNPROCESSABLE_ENTITY);
        let page = refused.text().await.unwrap();
        assert!(page.contains("These are mine.") && page.contains("data-captcha"), "{page}");
        assert!(hub.mails_of("report_new").await.is_empty());
        let member = hub.signed_in(Role::Member).await;
        assert!(!member.page(&path).await.contains("data-captcha"), "who is signed in is not asked");
        assert!(member.post(&path, &fields).await.text().await.unwrap().contains("Your report has arrived"));
        assert_eq!(hub.mails_of("report_new").await.len(), 1);
    }
}

db_test! {
    async fn a_site_that_needs_staff_leads_to_its_page_only_who_may_open_that(hub) {
        let site = hub.site("Lost").await;
        hub.change_site(&site, |row| row.last_seen_at = None).await;
        hub.advance(std::time::Duration::from_mins(11));
        let id = hub.row_of(&site).await.id;
        let waits = advert(&hub, &Listing::Waiting, &text("Waits")).await;
        for (role, leads) in [(Role::Admin, true), (Role::Moderator, false)] {
            let person = hub.signed_in(role).await;
            let page = person.page("/moderate").await;
            assert!(page.contains("Lost"), "{page}");
            assert_eq!(page.contains(&format!("/admin/sites/{id}\"")), leads, "{role:?}");
            assert!(page.contains(&format!("/admin/courses/{waits}/edit\"")) && page.contains("/moderate/ask\""));
        }
    }
}

db_test! {
    async fn what_is_snoozed_is_gone_from_the_list_and_the_publisher_can_be_asked(hub) {
        let id = advert(&hub, &Listing::Waiting, &text("Not today")).await;
        let person = hub.signed_in(Role::Moderator).await;
        let subject = id.to_string();
        let form = [("kind", "waiting_course"), ("subject", subject.as_str()), ("days", "7")];
        assert!(leads_to(&person.post("/moderate/snooze", &form).await).ends_with("/moderate?done=snoozed"));
        let page = person.page("/moderate").await;
        assert!(page.contains("Nothing needs you") && !page.contains("Not today"), "{page}");
        assert!(page.contains("<span class=\"badge accent\">1</span>"), "the queue's count stands in the side bar");
        let listed = advert(&hub, &Listing::Listed, &text("Listed")).await.to_string();
        let form = [("kind", "no_picture"), ("subject", listed.as_str()), ("message", "A picture, please.")];
        leads_to(&person.post("/moderate/ask", &form).await);
        assert!(hub.mails_of("course_changes_asked").await[0].body.contains("A picture, please."));
        let id = VersionId(listed.parse().unwrap());
        assert!(acts(&hub, id).await.contains(&"course.publisher_asked".to_owned()));
    }
}

db_test! {
    async fn reasons_and_checklist_are_kept_in_order_and_in_the_language_of_the_course(hub) {
        let person = hub.signed_in(Role::Moderator).await;
        let line = |place, en, de| [("id", ""), ("place", place), ("en", en), ("de", de), ("es", ""), ("fr", ""), ("ar", "")];
        let form = [line("20", "Second", "Zweitens"), line("10", "First", "Erstens"), line("30", "", "")].concat();
        leads_to(&person.post("/moderate/lists/reasons", &form).await);
        leads_to(&person.post("/moderate/lists/checklist", &line("1", "Is it free?", "Ist es frei?")).await);
        let page = person.page("/moderate/lists").await;
        assert!(page.find(">First<").unwrap() < page.find(">Second<").unwrap(), "{page}");
        let mut german = text("Wiesen");
        "de".clone_into(&mut german.language);
        let id = advert(&hub, &Listing::Waiting, &german).await;
        let path = format!("/moderate/queue/{id}");
        let page = person.page(&path).await;
        assert!(page.contains("Erstens") && page.contains("Is it free?"), "{page}");
        let canned = page.split("<option value=\"").nth(2).unwrap().split('"').next().unwrap();
        let text = shown(&page);
        leads_to(&person.post(&path, &[("text", &text), ("choice", "refuse"), ("canned", canned)]).await);
        assert!(matches!(version(&hub, id).await.listing, Listing::Refused { reason } if reason == "Erstens"));
        let numbers = hub_app::moderation::public_numbers(&hub.app, Viewer::Stranger, 1).await.unwrap();
        assert_eq!(numbers[0].refused_by[0].text, "First");
    }
}

db_test! {
    async fn signing_in_leads_those_who_decide_to_what_waits(hub) {
        let person = hub.signed_in(Role::Moderator).await;
        assert!(leads_to(&person.get("/start").await).ends_with("/moderate"));
        let curator = hub.signed_in(Role::Curator).await;
        assert!(leads_to(&curator.get("/start").await).ends_with("/me"));
        assert!(!curator.page("/me").await.contains("/moderate/queue"));
    }
}
