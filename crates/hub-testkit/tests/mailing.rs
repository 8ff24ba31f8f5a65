//! The way of a mail through a real mail server: TLS and its refusals, recipients that do not exist, servers that put off
//! or are down.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::mail::{self, Notice, Receiver, queue};
use hub_app::outside::mail::Authorities;
use hub_core::notice::Kind;
use hub_core::rights::Actor;
use hub_testkit::mail_server::MailServer;
use hub_testkit::{Engine, HubOptions, TestHub};
use tempfile::TempDir;

/// A certificate for `localhost` that vouches for itself, and its key, in one file.
struct Certificate {
    folder: TempDir,
    authorities: Authorities,
}

impl Certificate {
    fn new() -> Self {
        let made = rcgen::generate_simple_self_signed(vec!["localhost".to_owned()]).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let both = made.cert.pem() + &made.signing_key.serialize_pem();
        std::fs::write(folder.path().join("both.pem"), both).unwrap();
        Self { folder, authorities: Authorities::from_pem(&made.cert.pem()).unwrap() }
    }

    fn file(&self) -> String {
        self.folder.path().join("both.pem").display().to_string()
    }
}

async fn hub(engine: Engine, mail_url: String, authorities: Authorities) -> TestHub {
    let options =
        HubOptions { mail_url: Some(mail_url), mail_authorities: authorities, ..HubOptions::default() };
    TestHub::start_with(engine, options).await
}

/// A notice to somebody, in German.
async fn write_to(hub: &TestHub, address: &str) {
    let now = hub.app.clock.now();
    let mut tx = hub.app.db.begin().await.unwrap();
    let notice = Notice {
        kind: Kind::CourseRefused,
        receivers: &[Receiver::Address { address, language: "de" }],
        values: &[("title", "Plants <and> light"), ("reason", "No licence")],
    };
    mail::notify(&hub.app, &mut tx, &notice, now).await.unwrap();
    tx.commit().await.unwrap();
    hub.app.wake();
}

async fn states(hub: &TestHub) -> Vec<(String, String)> {
    let mails = mail::list(&hub.app, 100).await.unwrap();
    mails.into_iter().rev().map(|mail| (mail.recipient, mail.state)).collect()
}

async fn why(hub: &TestHub) -> String {
    mail::list(&hub.app, 1).await.unwrap().remove(0).last_error.unwrap_or_default()
}

fn is(recipient: &str, state: &str) -> (String, String) {
    (recipient.to_owned(), state.to_owned())
}

macro_rules! on_both {
    ($($name:ident($engine:ident) $body:block)*) => {
        $(mod $name {
            use super::*;
            async fn body($engine: Engine) $body
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() { body(Engine::Sqlite).await; }
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if !Engine::postgres_is_left_out() { body(Engine::Postgres).await; }
            }
        })*
    };
}

on_both! {
    a_mail_goes_over_tls_from_the_first_byte(engine) {
        let certificate = Certificate::new();
        let Some(mut server) = MailServer::start_with(0, &["--tls", "--certificate", &certificate.file()]) else { return };
        let hub = hub(engine, format!("smtps://localhost:{}", server.port()), certificate.authorities.clone()).await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        let mail = server.wait();
        assert_eq!(mail.to, ["ada@school.example"]);
        assert!(mail.text.contains("Plants <and> light") && mail.text.contains("No licence"), "{}", mail.text);
        assert!(mail.html.contains("Plants &lt;and&gt; light") && mail.html.contains("lang=\"de\""), "{}", mail.html);
        assert_eq!(states(&hub).await, [is("ada@school.example", "sent")]);
    }

    a_server_that_demands_starttls_gets_it(engine) {
        let certificate = Certificate::new();
        let Some(mut server) = MailServer::start_with(0, &["--starttls", "--certificate", &certificate.file()]) else { return };
        let url = format!("smtp+starttls://localhost:{}", server.port());
        let hub = hub(engine, url, certificate.authorities.clone()).await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        assert_eq!(server.wait().to, ["ada@school.example"]);
    }

    a_certificate_that_nobody_vouches_for_stops_the_mail_and_says_why(engine) {
        let certificate = Certificate::new();
        for (scheme, option) in [("smtps", "--tls"), ("smtp+starttls", "--starttls")] {
            let Some(server) = MailServer::start_with(0, &[option, "--certificate", &certificate.file()]) else { return };
            let hub = hub(engine, format!("{scheme}://localhost:{}", server.port()), Authorities::default()).await;
            write_to(&hub, "ada@school.example").await;
            hub.settle().await;
            assert_eq!(states(&hub).await, [is("ada@school.example", "waiting")], "{scheme}");
            let why = why(&hub).await;
            assert!(why.to_lowercase().contains("certificate"), "{scheme}: {why}");
            assert!(server.end().is_empty(), "{scheme}");
        }
    }

    nothing_is_said_in_the_clear_where_tls_is_asked_for(engine) {
        let Some(server) = MailServer::start(0) else { return };
        let hub = hub(engine, format!("smtp+starttls://localhost:{}", server.port()), Authorities::default()).await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        assert_eq!(states(&hub).await, [is("ada@school.example", "waiting")]);
        assert!(server.end().is_empty());
    }

    a_recipient_who_does_not_exist_is_given_up_at_once_and_holds_up_nobody(engine) {
        let Some(mut server) = MailServer::start(0) else { return };
        let hub = hub(engine, server.url(), Authorities::default()).await;
        write_to(&hub, "nobody@school.example").await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        assert_eq!(server.wait().to, ["ada@school.example"]);
        assert_eq!(states(&hub).await, [is("nobody@school.example", "dead"), is("ada@school.example", "sent")]);
        let dead = queue::page(&hub.app, "dead", None, 10).await.unwrap();
        assert!(dead[0].last_error.as_deref().unwrap().contains("No such person here"), "{dead:?}");
    }

    a_server_that_puts_off_gets_the_mail_later(engine) {
        let Some(mut server) = MailServer::start_with(0, &["--refuse", "2"]) else { return };
        let hub = hub(engine, server.url(), Authorities::default()).await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        assert_eq!(states(&hub).await, [is("ada@school.example", "waiting")]);
        assert!(why(&hub).await.contains("Try again later"));
        for _ in 0..2 {
            hub.advance(Duration::from_hours(1));
            hub.settle().await;
        }
        assert_eq!(server.wait().to, ["ada@school.example"]);
        assert_eq!(states(&hub).await, [is("ada@school.example", "sent")]);
    }

    a_server_that_is_down_is_asked_less_and_less_often_until_staff_is_told_and_asks_again(engine) {
        let Some(server) = MailServer::start(0) else { return };
        let (port, url) = (server.port(), server.url());
        server.end();
        let hub = hub(engine, url, Authorities::default()).await;
        write_to(&hub, "ada@school.example").await;
        let mut tries = Vec::new();
        for hour in 0..100 {
            hub.settle().await;
            let mail = mail::list(&hub.app, 1).await.unwrap().remove(0);
            tries.push(mail.attempts);
            if mail.state == "dead" {
                assert!((70..=76).contains(&hour), "given up after {hour} hours");
                break;
            }
            hub.advance(Duration::from_hours(1));
        }
        let (first_day, last_day) = (tries[24] - tries[0], tries[tries.len() - 1] - tries[tries.len() - 25]);
        assert!(first_day > last_day, "{tries:?}");
        assert_eq!(states(&hub).await, [is("ada@school.example", "dead")]);
        let mut server = MailServer::start(port).unwrap();
        let dead = queue::page(&hub.app, "dead", None, 10).await.unwrap();
        queue::retry(&hub.app, Actor::CommandLine, dead[0].id).await.unwrap();
        hub.settle().await;
        assert_eq!(server.wait().to, ["ada@school.example"]);
        assert_eq!(states(&hub).await, [is("ada@school.example", "sent")]);
    }

    one_click_ends_mails_of_a_kind_and_no_others(engine) {
        let Some(mut server) = MailServer::start(0) else { return };
        let hub = hub(engine, server.url(), Authorities::default()).await;
        write_to(&hub, "ada@school.example").await;
        hub.settle().await;
        let mail = server.wait();
        let link = mail.headers["list-unsubscribe"].as_str().unwrap().trim_matches(['<', '>']).to_owned();
        let page = reqwest::get(&link).await.unwrap();
        assert!(page.status().is_success());
        let client = reqwest::Client::new();
        let click = client.post(&link).header("content-type", "application/x-www-form-urlencoded");
        let click = click.body("List-Unsubscribe=One-Click").send().await.unwrap();
        assert!(click.status().is_success(), "{}", click.status());
        write_to(&hub, "Ada@School.example").await;
        write_to(&hub, "bo@school.example").await;
        hub.settle().await;
        assert_eq!(server.wait().to, ["bo@school.example"]);
        let ada = states(&hub).await.into_iter().filter(|(to, _)| to.eq_ignore_ascii_case("ada@school.example"));
        assert_eq!(ada.count(), 1, "what was switched off is not even written");
    }

    a_site_hears_in_its_own_language_that_it_is_trusted_now(engine) {
        let Some(mut server) = MailServer::start(0) else { return };
        let hub = hub(engine, server.url(), Authorities::default()).await;
        let site = hub.site("Seeschule").await;
        hub.change_site(&site, |row| "de".clone_into(&mut row.info.language)).await;
        hub.settle().await;
        server.wait();
        let id = hub.row_of(&site).await.id;
        for _ in 0..2 {
            hub_app::site::staff::trust(&hub.app, Actor::CommandLine, id).await.unwrap();
        }
        hub.settle().await;
        let mail = server.wait();
        assert!(mail.subject.contains("vertrau"), "{}", mail.subject);
        assert!(server.end().is_empty(), "said once");
    }
}
