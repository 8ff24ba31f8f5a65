//! Whether the hub reaches a site, and what it finds there.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use hub_app::site::staff::{self, Finding, Method};
use hub_core::address::SiteAddress;
use hub_core::desk::Series;
use hub_testkit::db_test;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::STAFF;

type Pages = Arc<Mutex<HashMap<String, String>>>;

/// A web server with these pages; everything else is not found.
async fn serve(pages: Pages) -> String {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = vec![0; 4096];
            let read = stream.read(&mut request).await.unwrap_or(0);
            let head = String::from_utf8_lossy(&request[..read]).into_owned();
            let path = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let body = pages.lock().unwrap().get(&path).cloned();
            let status = if body.is_some() { "200 OK" } else { "404 Not Found" };
            let body = body.unwrap_or_default();
            let length = body.len();
            let body = if head.starts_with("HEAD") { "" } else { &body };
            let answer =
                format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}");
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    address
}

db_test! {
    async fn a_code_at_the_sites_address_is_evidence_with_a_date(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let pages = Pages::default();
        pages.lock().unwrap().insert("/".to_owned(), "<head></head>".to_owned());
        let address = serve(Arc::clone(&pages)).await;
        hub.change_site(&site, |row| row.address = SiteAddress::parse(&address).unwrap()).await;
        assert!(staff::look_for_proof(&hub.app, STAFF, id).await.is_err(), "no code was given yet");
        let asked = staff::ask_proof(&hub.app, STAFF, id).await.unwrap();
        assert_eq!(staff::ask_proof(&hub.app, STAFF, id).await.unwrap(), asked, "the code stays");
        let nothing = staff::look_for_proof(&hub.app, STAFF, id).await.unwrap();
        assert_eq!((nothing.found, nothing.not_found.len()), (None, 2), "{nothing:?}");
        pages.lock().unwrap().insert("/".to_owned(), format!("<head>{}</head>", asked.meta));
        assert_eq!(staff::look_for_proof(&hub.app, STAFF, id).await.unwrap().found, Some(Method::Meta));
        let path = asked.file.strip_prefix(&address).unwrap().to_owned();
        pages.lock().unwrap().insert(path.clone(), format!("my code: {}", asked.code));
        assert_eq!(staff::look_for_proof(&hub.app, STAFF, id).await.unwrap().found, Some(Method::Meta));
        pages.lock().unwrap().insert(path, format!("{}\n", asked.code));
        assert_eq!(staff::look_for_proof(&hub.app, STAFF, id).await.unwrap().found, Some(Method::File));
        pages.lock().unwrap().clear();
        assert_eq!(staff::look_for_proof(&hub.app, STAFF, id).await.unwrap().found, None);
        let seen = staff::show(&hub.app, id).await.unwrap().proof.unwrap().seen.unwrap();
        assert_eq!((seen.method.as_str(), seen.address), ("file", address), "what was seen stays evidence");
        assert_eq!(seen.at, hub.app.clock.now());
    }
}

db_test! {
    async fn a_check_says_what_answers_and_which_moodle_it_is(hub) {
        let site = hub.site("Lake school").await;
        let id = hub.row_of(&site).await.id;
        let pages = Pages::default();
        pages.lock().unwrap().insert("/".to_owned(), "a site".to_owned());
        pages.lock().unwrap().insert("/lib/upgrade.txt".to_owned(), "Changes\n\n=== 4.5 ===\n".to_owned());
        let address = serve(Arc::clone(&pages)).await;
        hub.change_site(&site, |row| {
            row.address = SiteAddress::parse(&address).unwrap();
            "3.11.2".clone_into(&mut row.info.moodle_release);
        }).await;
        let findings = staff::check_connectivity(&hub.app, id).await.unwrap().findings;
        let (shown, said) = (Series { major: 4, minor: 5 }, Series { major: 3, minor: 11 });
        let expected =
            [Finding::Answers { status: 200 }, Finding::Unencrypted, Finding::OtherMoodle { shown, said }];
        assert_eq!(findings, expected);
        pages.lock().unwrap().clear();
        let findings = staff::check_connectivity(&hub.app, id).await.unwrap().findings;
        assert_eq!(findings, [Finding::NoSite { status: 404 }]);
    }
}
