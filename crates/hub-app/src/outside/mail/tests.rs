//! Against aiosmtpd (`tests/clients/smtp_server.py`), and against answers it does not give.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{Ipv4Addr, TcpListener};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use super::*;

/// Ends with its standard input, that is with the test.
struct MailServer {
    port: u16,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    process: Child,
}

impl Drop for MailServer {
    fn drop(&mut self) {
        drop(self.process.stdin.take());
        let _ = self.process.wait();
    }
}

impl MailServer {
    /// `None`, and said so where `scripts/test` counts, on a machine without aiosmtpd.
    fn start(arguments: &[&str]) -> Option<Self> {
        let python = std::env::var("COURSEHUB_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let found = Command::new(&python).args(["-c", "import aiosmtpd"]).stderr(Stdio::null()).status();
        if !found.is_ok_and(|status| status.success()) {
            skip(&format!("aiosmtpd is not installed for {python}"));
            return None;
        }
        let mut process = Command::new(python)
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/clients/smtp_server.py"))
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let first: Value = serde_json::from_str(&lines.next().unwrap().unwrap()).unwrap();
        let port = u16::try_from(first["port"].as_u64().unwrap()).unwrap();
        Some(Self { port, lines, process })
    }

    fn next(&mut self) -> Value {
        serde_json::from_str(&self.lines.next().unwrap().unwrap()).unwrap()
    }
}

fn skip(reason: &str) {
    let required = ["CI", "COURSEHUB_REQUIRE_CLIENTS"].iter().any(|name| std::env::var_os(name).is_some());
    assert!(!required, "{reason}");
    eprintln!("skipped: {reason}");
    if let Some(list) = std::env::var_os("COURSEHUB_TEST_SKIPS") {
        let mut list = std::fs::OpenOptions::new().append(true).create(true).open(list).unwrap();
        writeln!(list, "{}: {reason}", std::thread::current().name().unwrap_or("mail")).unwrap();
    }
}

fn mailer(scheme: &str, port: u16) -> Mailer {
    Mailer::new(
        &format!("{scheme}://127.0.0.1:{port}"),
        "Course hub <hub@hub.example>",
        &Authorities::default(),
    )
    .unwrap()
}

fn mail(subject: &str, text: &str) -> OutgoingMail {
    OutgoingMail {
        id: MailId(17),
        to: EmailAddress::parse("ana@school.example").unwrap(),
        subject: subject.to_owned(),
        text: text.to_owned(),
        html: None,
        unsubscribe: None,
        written_at: "2024-05-06T07:08:09Z".parse().unwrap(),
    }
}

/// A server that gives prepared answers: the greeting, then one for each line it is sent.
fn scripted(answers: &'static [&'static str]) -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
        for answer in answers {
            let told = write!(stream, "{answer}\r\n").and_then(|()| lines.next().transpose());
            if !matches!(told, Ok(Some(_))) {
                return;
            }
        }
    });
    port
}

#[tokio::test]
async fn a_mail_arrives_with_its_text_and_the_headers_of_a_machine() {
    let Some(mut server) = MailServer::start(&[]) else { return };
    let subject = "Neue Seite: Bücher & 日本 — a subject that is much longer than one line of a mail may be, so it folds";
    let text = format!("Grüße,\n.a line that begins with a dot\n\n.\nlong {}\n日本\n", "x".repeat(2_000));
    mailer("smtp", server.port).send(&mail(subject, &text)).await.unwrap();
    let seen = server.next();
    assert_eq!(seen["mail_from"], "hub@hub.example");
    assert_eq!(seen["rcpt_to"], serde_json::json!(["ana@school.example"]));
    assert_eq!(seen["subject"], subject);
    assert_eq!(seen["text"].as_str().unwrap().replace("\r\n", "\n").trim_end(), text.trim_end());
    let headers = &seen["headers"];
    assert_eq!(headers["from"], "Course hub <hub@hub.example>");
    assert_eq!(headers["to"], "ana@school.example");
    assert_eq!(headers["date"], "Mon, 06 May 2024 07:08:09 +0000");
    assert_eq!(headers["message-id"], "<mail-17.1714979289000@hub.example>");
    assert_eq!(headers["auto-submitted"], "auto-generated");
    assert_eq!(headers["mime-version"], "1.0");
    assert_eq!(headers["content-type"], "text/plain; charset=\"utf-8\"");
}

#[tokio::test]
async fn a_subject_cannot_add_a_header_or_a_recipient() {
    let Some(mut server) = MailServer::start(&[]) else { return };
    let subject = "Hello\r\nBcc: eve@evil.example\r\n\r\nanother text\u{0}\u{7f}\u{85}end";
    mailer("smtp", server.port).send(&mail(subject, "text")).await.unwrap();
    let seen = server.next();
    assert_eq!(seen["rcpt_to"], serde_json::json!(["ana@school.example"]));
    assert_eq!(seen["subject"], "Hello Bcc: eve@evil.example another text end");
    assert_eq!(seen["headers"].get("bcc"), None);
    assert_eq!(seen["text"].as_str().unwrap().trim_end(), "text");
}

#[tokio::test]
async fn a_mail_that_is_put_off_can_be_sent_again_under_the_same_id() {
    let Some(mut server) = MailServer::start(&["--refuse", "1"]) else { return };
    let mailer = mailer("smtp", server.port);
    let error = mailer.send(&mail("Hello", "text")).await.unwrap_err();
    assert!(
        matches!(&error, MailError::Temporary { detail } if detail.contains("Try again later")),
        "{error}"
    );
    mailer.send(&mail("Hello", "text")).await.unwrap();
    assert_eq!(server.next()["headers"]["message-id"], "<mail-17.1714979289000@hub.example>");
}

#[tokio::test]
async fn a_server_that_offers_no_tls_gets_no_mail_where_tls_is_demanded() {
    let Some(server) = MailServer::start(&[]) else { return };
    for scheme in ["smtp+starttls", "smtps"] {
        let error = mailer(scheme, server.port).send(&mail("Hello", "text")).await.unwrap_err();
        assert!(matches!(error, MailError::Temporary { .. }), "{scheme}: {error}");
    }
}

#[tokio::test]
async fn no_server_at_all_is_temporary() {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    drop(listener);
    let error = mailer("smtp", port).send(&mail("Hello", "text")).await.unwrap_err();
    assert!(matches!(&error, MailError::Temporary { detail } if detail.contains("refused")), "{error}");
}

#[tokio::test]
async fn a_recipient_who_does_not_exist_is_permanent() {
    let port = scripted(&["220 hi", "250 hello", "250 sender", "550 5.1.1 No such user here"]);
    let error = mailer("smtp", port).send(&mail("Hello", "text")).await.unwrap_err();
    assert!(
        matches!(&error, MailError::Permanent { detail } if detail.contains("No such user here")),
        "{error}"
    );
}

#[tokio::test]
async fn a_wrong_password_is_temporary_because_it_is_not_the_mails_fault() {
    let port = scripted(&["220 hi", "250-hello\r\n250 AUTH PLAIN", "535 5.7.8 Authentication failed"]);
    let mailer = Mailer::new(
        &format!("smtp://hub:w%40rong@127.0.0.1:{port}"),
        "hub@hub.example",
        &Authorities::default(),
    )
    .unwrap();
    let error = mailer.send(&mail("Hello", "text")).await.unwrap_err();
    assert!(matches!(&error, MailError::Temporary { .. }), "{error}");
    assert!(!error.to_string().contains("rong") && !format!("{mailer:?}").contains("rong"), "{error}");
}

#[test]
fn the_address_of_the_server_says_how_it_is_reached() {
    for (url, protection, host, port, credentials) in [
        ("smtp://localhost", Protection::None, "localhost", 25, None),
        ("smtp://[::1]:2525", Protection::None, "::1", 2525, None),
        ("smtp+starttls://mail.example", Protection::StartTls, "mail.example", 587, None),
        ("smtps://mail.example/", Protection::Tls, "mail.example", 465, None),
        (
            "smtps://u%40x:p%2F%3A@mail.example:1465",
            Protection::Tls,
            "mail.example",
            1465,
            Some(("u@x", "p/:")),
        ),
    ] {
        let parsed = ServerAddress::parse(url).unwrap();
        assert_eq!((parsed.protection, parsed.host.as_str(), parsed.port), (protection, host, port), "{url}");
        let seen = parsed.credentials.as_ref().map(|(user, password)| (user.as_str(), password.as_str()));
        assert_eq!(seen, credentials, "{url}");
    }
}

#[test]
fn settings_that_cannot_be_used_are_explained_without_the_password() {
    for url in [
        "",
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp:///x",
        "smtps://u:geheim@",
        "smtp://h/path",
        "smtps://u:geheim@h?tls=none",
    ] {
        let error = Mailer::new(url, "hub@hub.example", &Authorities::default()).unwrap_err();
        assert_eq!(error, MailSettingError::Url, "{url}");
        assert!(!error.to_string().contains("geheim"));
    }
    for from in ["", "hub", "hub@", "a@b.example\r\nBcc: c@d.example"] {
        assert_eq!(
            Mailer::new("smtp://localhost", from, &Authorities::default()).unwrap_err(),
            MailSettingError::From,
            "{from}"
        );
    }
}

#[test]
fn only_what_the_mail_is_to_blame_for_is_permanent() {
    for permanent in [500, 550, 552, 553, 554] {
        assert!(is_about_this_mail(Some(permanent)), "{permanent}");
    }
    for temporary in [None, Some(421), Some(450), Some(451), Some(521), Some(530), Some(535)] {
        assert!(!is_about_this_mail(temporary), "{temporary:?}");
    }
}

#[tokio::test]
async fn a_mail_with_two_texts_offers_both_and_one_click_to_end_it() {
    let Some(mut server) = MailServer::start(&[]) else { return };
    let mut mail = mail("Hello", "plain\n");
    mail.html = Some("<p>rich</p>".to_owned());
    mail.unsubscribe = Some("https://hub.example/mail/preferences/abc".to_owned());
    mailer("smtp", server.port).send(&mail).await.unwrap();
    let seen = server.next();
    assert_eq!(seen["text"].as_str().unwrap().trim_end(), "plain");
    assert_eq!(seen["html"].as_str().unwrap().trim_end(), "<p>rich</p>");
    let headers = &seen["headers"];
    assert!(headers["content-type"].as_str().unwrap().starts_with("multipart/alternative"));
    assert_eq!(headers["list-unsubscribe"], "<https://hub.example/mail/preferences/abc>");
    assert_eq!(headers["list-unsubscribe-post"], "List-Unsubscribe=One-Click");
}
