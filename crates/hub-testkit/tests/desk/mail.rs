//! What the hub mails, as staff sees it; and what each receiver wants.

use std::time::Duration;

use hub_app::mail::{self, Notice, Receiver, queue};
use hub_core::MailId;
use hub_core::notice::Kind;
use hub_core::rights::{Actor, Role};
use hub_testkit::mail_server::MailServer;
use hub_testkit::{HubOptions, TestHub, db_test};

use super::{led_to, record, text};

const PATH: &str = "/admin/mail";

/// A notice with a word in its text that is no part of its subject.
async fn write(hub: &TestHub, kind: Kind, address: &str) -> MailId {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    let notice = Notice {
        kind,
        receivers: &[Receiver::Address { address, language: "en" }],
        values: &[
            ("title", "Botany"),
            ("reason", "verysecretword"),
            ("link", "https://hub.example/x/secrettoken"),
        ],
    };
    mail::notify(&hub.app, &mut tx, &notice, now).await.unwrap();
    tx.commit().await.unwrap();
    hub.app.wake();
    mail::list(&hub.app, 1).await.unwrap().first().map_or(MailId(0), |mail| mail.id)
}

async fn state(hub: &TestHub, id: MailId) -> String {
    mail::show(&hub.app, id).await.unwrap().mail.state
}

db_test! {
    async fn what_failed_is_tried_again_or_dropped_and_no_text_of_a_mail_is_shown(hub) {
        let admin = hub.signed_in(Role::Admin).await;
        assert!(text(&admin.page(PATH).await).contains("Nothing waits to be sent"));
        let mut ids = Vec::new();
        for number in 0..3 {
            let id = write(&hub, Kind::CourseRefused, &format!("ana{number}@lake.example")).await;
            queue::give_up(&hub.app, Actor::CommandLine, id).await.unwrap();
            ids.push(id);
        }
        let waiting = write(&hub, Kind::CourseAccepted, "ben@lake.example").await;
        // What failed is what one sees first.
        let html = admin.page(PATH).await;
        for part in ["ana0@lake.example", "Your course was refused", "Failed 3", "Waiting 1", "No mail server is set"] {
            assert!(text(&html).contains(part), "no {part} in {}", text(&html));
        }
        for tab in ["dead", "waiting"] {
            let html = admin.page(&format!("{PATH}?state={tab}")).await;
            assert!(!html.contains("verysecretword") && !html.contains("secrettoken"), "{html}");
        }
        assert!(html.contains("href=\"/admin/settings/mail\""));
        let dead = format!("{PATH}?state=dead");
        assert_eq!(admin.post(&dead, &[("do", "retry")]).await.status(), 422, "nothing is ticked");
        let one = ids[0].to_string();
        assert_eq!(led_to(&admin.post(&dead, &[("retry", &one)]).await), format!("{dead}&done=mail-retried"));
        assert_eq!(state(&hub, ids[0]).await, "waiting");
        let (two, three) = (ids[1].to_string(), ids[2].to_string());
        let both = [("mail", two.as_str()), ("mail", three.as_str()), ("do", "drop")];
        assert_eq!(led_to(&admin.post(&dead, &both).await), format!("{dead}&done=mail-dropped"));
        assert_eq!((state(&hub, ids[1]).await, state(&hub, ids[2]).await), ("dropped".into(), "dropped".into()));
        assert_eq!(led_to(&admin.post(PATH, &[("drop", &waiting.to_string())]).await), format!("{PATH}?state=waiting&done=mail-dropped"));
        hub.settle().await;
        assert_eq!(state(&hub, waiting).await, "dropped");
        // A dropped one can be sent after all; every act is in the record.
        let dropped = format!("{PATH}?state=dropped");
        assert!(text(&admin.page(&dropped).await).contains("Dropped 3"));
        admin.post(&dropped, &[("retry", &two)]).await;
        assert_eq!(state(&hub, ids[1]).await, "waiting");
        assert_eq!(record(&hub, "mail.retried").await.len(), 2);
        // Three by the command line before, three here.
        let given_up = record(&hub, "mail.given_up").await;
        assert_eq!(given_up.len(), 6);
        assert_eq!(given_up[0], ("{\"state\":\"waiting\"}".to_owned(), "{\"state\":\"dropped\"}".to_owned()));
        assert_eq!(admin.post(PATH, &[("retry", "999")]).await.status(), 404);
        assert_eq!(admin.post(PATH, &[("do", "test"), ("mail_test", "ada")]).await.status(), 422);
        let refused = admin.post(PATH, &[("do", "test"), ("mail_test", "ada@lake.example")]).await;
        assert_eq!(refused.status(), 422, "there is no mail server");
    }
}

db_test! {
    async fn everybody_chooses_when_which_mail_comes(hub) {
        let member = hub.signed_in(Role::Member).await;
        let html = member.page("/me/mail").await;
        assert!(html.contains("name=\"mail-course_refused\"") && !html.contains("name=\"mail-site_new\""), "{html}");
        assert!(!html.contains("mail-account_reset"), "mails of one's own security cannot be switched off");
        let choices = [("mail-course_refused", "weekly"), ("mail-course_hidden", "none"), ("mail-account_reset", "none"), ("mail-course_accepted", "sometimes")];
        assert_eq!(led_to(&member.post("/me/mail", &choices).await), "/me/mail?done=mail-choice");
        let html = member.page("/me/mail").await;
        assert!(html.contains("<option value=\"weekly\" selected>"), "{html}");
        let to = "member@hub.example";
        let weekly = write(&hub, Kind::CourseRefused, to).await;
        assert_eq!(state(&hub, weekly).await, "weekly");
        let now = write(&hub, Kind::CourseAccepted, to).await;
        assert_eq!(state(&hub, now).await, "waiting");
        assert_eq!(write(&hub, Kind::CourseHidden, to).await, now, "none is written");
        assert!(hub.signed_in(Role::Moderator).await.page("/me/mail").await.contains("name=\"mail-site_new\""));
    }
}

db_test! {
    async fn what_was_chosen_comes_at_its_time_and_no_earlier(hub) {
        // It is a Monday, past the hour of digests.
        let member = hub.signed_in(Role::Member).await;
        let choices = [
            ("mail-course_accepted", "now"),
            ("mail-course_refused", "daily"),
            ("mail-course_hidden", "weekly"),
            ("mail-course_deleted", "none"),
        ];
        member.post("/me/mail", &choices).await;
        let to = "member@hub.example";
        for kind in [Kind::CourseAccepted, Kind::CourseRefused, Kind::CourseHidden, Kind::CourseDeleted] {
            write(&hub, kind, to).await;
        }
        assert_eq!(mail::list(&hub.app, 10).await.unwrap().len(), 3, "none is not even written");
        let states = async || {
            let mails = mail::list(&hub.app, 10).await.unwrap();
            let of = |kind: &str| mails.iter().find(|mail| mail.kind == kind).unwrap().state.clone();
            [of("course_accepted"), of("course_refused"), of("course_hidden")]
        };
        mail::digest::plan(&hub.app).await.unwrap();
        hub.settle().await;
        assert_eq!(states().await, ["waiting", "daily", "weekly"]);
        for (day, weekly) in [(1, "weekly"), (2, "weekly"), (6, "weekly"), (7, "gathered")] {
            let start: jiff::Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
            while hub.app.clock.now() < start + jiff::SignedDuration::from_hours(24 * day) {
                hub.advance(Duration::from_hours(24));
                hub.settle().await;
            }
            assert_eq!(states().await[1..], ["gathered", weekly], "after {day} days");
        }
        assert_eq!(hub.mails_of("digest").await.len(), 2);
    }
}

db_test! {
    async fn a_digest_leaves_out_what_was_switched_off_since(hub) {
        let member = hub.signed_in(Role::Member).await;
        let to = "member@hub.example";
        let daily = [("mail-course_refused", "daily"), ("mail-course_hidden", "daily")];
        member.post("/me/mail", &daily).await;
        let unwanted = write(&hub, Kind::CourseRefused, to).await;
        let wanted = write(&hub, Kind::CourseHidden, to).await;
        member.post("/me/mail", &[("mail-course_refused", "none")]).await;
        mail::digest::plan(&hub.app).await.unwrap();
        hub.advance(Duration::from_hours(24));
        hub.settle().await;
        assert_eq!((state(&hub, unwanted).await, state(&hub, wanted).await), ("dropped".into(), "gathered".into()));
        let digests = hub.mails_of("digest").await;
        assert_eq!(digests.len(), 1);
        assert!(digests[0].body.contains("hidden") || digests[0].body.contains("Botany"), "{}", digests[0].body);
        assert!(!digests[0].mail.subject.contains('2'), "one mail: {}", digests[0].mail.subject);

        // Where nothing is left, nothing comes (a day later one has to sign in again); and what waited to be sent at once does not go out either.
        let member = hub.signed_in(Role::Member).await;
        write(&hub, Kind::CourseHidden, to).await;
        let at_once = write(&hub, Kind::CourseAccepted, to).await;
        member.post("/me/mail", &[("mail-course_hidden", "none"), ("mail-course_accepted", "none")]).await;
        queue::retry(&hub.app, Actor::CommandLine, at_once).await.unwrap();
        hub.advance(Duration::from_hours(24));
        hub.settle().await;
        assert_eq!(hub.mails_of("digest").await.len(), 1);
        assert_eq!(state(&hub, at_once).await, "dropped");
    }
}

#[tokio::test]
async fn the_link_below_a_mail_leads_to_the_same_choices() {
    let Some(mut server) = MailServer::start(0) else { return };
    let options = HubOptions { mail_url: Some(server.url()), ..HubOptions::default() };
    let hub = TestHub::start_with(hub_testkit::Engine::Sqlite, options).await;
    let to = "ana@lake.example";
    write(&hub, Kind::CourseRefused, to).await;
    hub.settle().await;
    let text = server.wait().text;
    let token = text.split("/mail/preferences/").nth(1).unwrap();
    let token: String =
        token.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_.=:".contains(*c)).collect();
    let path = format!("/mail/preferences/{token}");
    let html = hub.get(&path).await.text().await.unwrap();
    assert!(html.contains("Your course was refused") && html.contains("On Mondays"), "{html}");
    assert!(!html.contains("mail-site_new"), "who is no staff does not choose for staff");
    // Signed in or not, the token is the permission.
    let member = hub.signed_in(Role::Member).await;
    let chosen = member.post(&path, &[("do", "choose"), ("mail-course_hidden", "daily")]).await;
    assert_eq!(led_to(&chosen), format!("{path}?done=mail-choice"));
    let client = reqwest::Client::builder().no_proxy().build().unwrap();
    let one_click = client.post(format!("{}{path}", hub.url())).body("List-Unsubscribe=One-Click");
    let one_click =
        one_click.header("content-type", "application/x-www-form-urlencoded").send().await.unwrap();
    assert!(one_click.text().await.unwrap().contains("no more mails of this kind"));
    let daily = write(&hub, Kind::CourseHidden, to).await;
    assert_eq!(state(&hub, daily).await, "daily");
    assert_eq!(write(&hub, Kind::CourseRefused, to).await, daily, "none is written");
}
