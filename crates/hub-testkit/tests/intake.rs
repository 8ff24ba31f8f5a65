//! Slow and greedy senders: they close no door to others.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_sample::site::Kind;
use hub_testkit::{HubOptions, TestHub, db_test, small_course};
use hub_web::Limits;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

const UPLOAD: &str = "/local/hub/webservice/upload.php";
const SERVICE: &str = "/local/hub/webservice/webservices.php";
/// More than a call that needs no turn.
const LARGE: usize = 300 * 1024;

/// A hub behind a proxy of this machine.
fn hub_with(limits: Limits) -> HubOptions {
    HubOptions { limits, trusted_proxies: vec!["127.0.0.1/32".parse().unwrap()], ..HubOptions::default() }
}

/// One place for each address, no waiting for it, and all the time one needs.
fn one_each() -> Limits {
    Limits { by_address: 1, turn: Duration::ZERO, ..Limits::default() }
}

/// The shortest patience.
fn at_once() -> Limits {
    Limits { idle: Duration::from_millis(100), ..Limits::default() }
}

/// Sends the head of a request of `length` bytes from `client`, and the beginning of its body.
async fn begin(hub: &TestHub, path: &str, client: &str, length: usize, body: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(("127.0.0.1", hub.port())).await.unwrap();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: hub\r\nConnection: close\r\nX-Forwarded-For: {client}\r\nContent-Length: {length}\r\n\
         Content-Type: multipart/form-data; boundary=b\r\n\r\n"
    );
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(body).await.unwrap();
    stream
}

/// Status and text of the answer.
async fn answer(mut stream: TcpStream) -> (u16, String) {
    let mut bytes = Vec::new();
    // The rest may be lost where the hub hung up on what it did not read.
    let _ = stream.read_to_end(&mut bytes).await;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    (text.split(' ').nth(1).map_or(0, |status| status.parse().unwrap()), text)
}

/// The beginning of a file, and no more.
const FILE: &[u8] =
    b"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mbz\"\r\n\r\nPK\x03\x04abc";

fn staged(hub: &TestHub) -> usize {
    std::fs::read_dir(hub.folder().join("staging")).map_or(0, Iterator::count)
}

/// Waits until the hub has got so many uploads.
async fn are_staged(hub: &TestHub, expected: usize) {
    let in_time = tokio::time::timeout(Duration::from_secs(20), async {
        while staged(hub) != expected {
            tokio::task::yield_now().await;
        }
    });
    in_time.await.expect("files are staged and go away");
}

db_test! {
    async fn an_upload_that_falls_silent_is_given_up_and_its_file_goes_away(hub = hub_with(at_once())) {
        let (status, text) = answer(begin(&hub, UPLOAD, "192.0.2.1", 1000, FILE).await).await;
        assert_eq!(status, 408, "{text}");
        assert!(text.contains("nothing came for"), "{text}");
        are_staged(&hub, 0).await;
    }
}

db_test! {
    async fn one_address_does_not_close_the_upload_door_to_others(hub = hub_with(one_each())) {
        let site = hub.trusted_site("Lake school").await;
        let _slow = begin(&hub, UPLOAD, "192.0.2.1", 1000, FILE).await;
        are_staged(&hub, 1).await;
        let (status, text) = answer(begin(&hub, UPLOAD, "192.0.2.1", FILE.len(), FILE).await).await;
        assert_eq!(status, 429, "{text}");
        let (status, text) = answer(begin(&hub, UPLOAD, "192.0.2.2", FILE.len(), FILE).await).await;
        assert_eq!(status, 400, "looked at, and no whole form: {text}");
        let id = site.publish_share(&hub.url(), &small_course(1), 0).await.unwrap();
        hub.settle().await;
        assert!(site.search(&hub.url(), "", Kind::Share, &[]).await.unwrap().course(id).is_some());
    }
}

db_test! {
    async fn a_call_that_falls_silent_is_given_up_with_a_fault(hub = hub_with(at_once())) {
        let (status, text) = answer(begin(&hub, SERVICE, "192.0.2.1", 1000, b"<?xml").await).await;
        assert_eq!(status, 200, "{text}");
        assert!(text.contains("<fault>") && text.contains("nothing came for"), "{text}");
    }
}

db_test! {
    async fn large_calls_of_one_address_come_one_after_the_other(hub = hub_with(one_each())) {
        let body = vec![b' '; LARGE];
        let slow = begin(&hub, SERVICE, "192.0.2.1", LARGE + 1, &body).await;
        // Which of the two has the turn is not told; the other is refused, and only it.
        let other = begin(&hub, SERVICE, "192.0.2.1", LARGE + 1, &body).await;
        let (status, refused) = tokio::select! {
            _ = slow.readable() => answer(slow).await,
            _ = other.readable() => answer(other).await,
        };
        assert_eq!(status, 200);
        assert!(refused.contains("<fault>") && refused.contains("at once from where you are"), "{refused}");
        let (status, text) = answer(begin(&hub, SERVICE, "192.0.2.2", LARGE, &body).await).await;
        assert_eq!(status, 200);
        assert!(text.contains("<fault>") && !text.contains("at once from where you are"), "{text}");
        let (_, text) = answer(begin(&hub, SERVICE, "192.0.2.1", 5, b"<?xml").await).await;
        assert!(text.contains("<fault>") && !text.contains("at once from where you are"), "{text}");
    }
}
