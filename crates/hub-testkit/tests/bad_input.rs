//! Bad input at every classic door: an error in the door's own form that says what is wrong, and nothing is stored.
//!
//! What is broken in XML has its tests with the web service (`conformance_17`), packages theirs in `hub-package`.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use hub_sample::site::{Family, Kind, SimulatedSite, Wire};
use hub_testkit::{TestHub, db_test, small_course};
use reqwest::{Client, RequestBuilder};
use serde_json::Value;

fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

/// Status, type and text of an answer.
async fn ask(request: RequestBuilder) -> (u16, String, String) {
    let answer = request.send().await.unwrap();
    let kind = answer.headers().get("content-type").map_or("", |value| value.to_str().unwrap()).to_owned();
    (answer.status().as_u16(), kind, answer.text().await.unwrap())
}

/// All that a caller could have left behind: sites, versions, mails and files.
async fn kept(hub: &TestHub) -> (String, String, usize, usize) {
    let versions = hub_app::course::look::list(&hub.app, None, 1000).await.unwrap();
    let versions: Vec<_> = versions.into_iter().map(|row| row.version).collect();
    let sites: Vec<_> =
        hub.sites().await.into_iter().map(|site| (site.id, site.address, site.info.name)).collect();
    let files = ["blobs", "staging"].map(|name| files_below(&hub.folder().join(name)));
    (format!("{sites:?}"), format!("{versions:?}"), hub.mails().await.len(), files.iter().sum())
}

fn files_below(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.flatten().map(|entry| if entry.path().is_dir() { files_below(&entry.path()) } else { 1 }).sum()
}

fn token(hub: &TestHub, site: &SimulatedSite) -> String {
    site.hub(&hub.url()).unwrap().token
}

db_test! {
    async fn a_rest_call_that_makes_no_sense_is_answered_in_json_with_200(hub) {
        let site = hub.site_of(Family::CoreRest, "Lake school").await;
        let before = kept(&hub).await;
        let address = format!("{}/local/hub/webservice/webservices.php?wstoken={}", hub.url(), token(&hub, &site));
        let deep = format!("wsfunction=hub_update_site_info&siteinfo{}=1", "[a]".repeat(10_000));
        let many = format!("wsfunction=hub_update_site_info&{}", "siteinfo[name]=x&".repeat(200_000));
        let bodies = [
            ("wsfunction=hub_no_such_function", "invalidrecord", "hub_no_such_function"),
            ("wsfunction=hub_update_site_info", "invalidparameter", "siteinfo"),
            ("wsfunction=hub_update_site_info&siteinfo=x", "invalidparameter", "siteinfo"),
            ("wsfunction=hub_update_site_info&siteinfo[name][x]=1", "invalidparameter", "name"),
            ("wsfunction=hub_unregister_courses&courseids=7", "invalidparameter", "courseids"),
            ("wsfunction=hub_unregister_courses&courseids[0]=seven", "invalidparameter", "courseids"),
            ("wsfunction=hub_register_courses&courses[0][fullname]=A", "invalidparameter", "courses"),
            ("wsfunction=hub_get_courses&search=a&downloadable=perhaps&enrollable=1", "invalidparameter", "downloadable"),
            (deep.as_str(), "invalidparameter", ""),
            (many.as_str(), "invalidparameter", ""),
        ];
        for (body, code, words) in bodies {
            let request = client().post(format!("{address}&moodlewsrestformat=json"));
            let request = request.header("content-type", "application/x-www-form-urlencoded");
            let shown = &body[..body.len().min(80)];
            let (status, kind, text) = ask(request.body(body.to_owned())).await;
            assert_eq!((status, kind.as_str()), (200, "application/json; charset=utf-8"), "{shown}");
            let fault: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(fault["errorcode"], code, "{shown}: {text}");
            assert!(fault["message"].as_str().unwrap().contains(words), "{shown}: {text}");
            assert!(text.len() < 1000, "what was sent is not sent back whole: {shown}");
        }
        assert_eq!(kept(&hub).await, before);
    }
}

db_test! {
    async fn an_upload_that_makes_no_sense_gets_a_short_text_and_leaves_no_file(hub) {
        let site = hub.trusted_site("Lake school").await;
        let other = hub.trusted_site("Hill school").await;
        let id = site.register_course(&hub.url(), &small_course(1), Kind::Share, 0).await.unwrap();
        let before = kept(&hub).await;
        let address = format!("{}/local/hub/webservice/upload.php", hub.url());
        let part = |name: &str, value: &str| {
            format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        };
        let file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mbz\"\r\n\r\nPK\u{3}\u{4}abc\r\n";
        let (mine, theirs) = (part("token", &token(&hub, &site)), part("token", &token(&hub, &other)));
        let (backup, course) = (part("filetype", "backup"), part("courseid", &id.to_string()));
        let end = "--b--\r\n";
        let bodies = [
            (format!("{backup}{course}{file}{end}"), 400, "token"),
            (format!("{backup}{course}{mine}{end}"), 400, "file"),
            (format!("{backup}{file}{mine}{end}"), 400, "courseid"),
            (format!("{backup}{}{file}{mine}{end}", part("courseid", "seven")), 400, "courseid"),
            (format!("{course}{file}{mine}{end}"), 400, "filetype"),
            (format!("{}{course}{file}{mine}{end}", part("filetype", "../x")), 400, "filetype"),
            (format!("{backup}{course}{file}{theirs}{end}"), 404, ""),
            (format!("{backup}{course}{file}{}{end}", part("token", "no token of ours")), 403, "token"),
            (format!("{backup}{course}{file}{mine}"), 400, "form"),
            (format!("{backup}{course}{file}")[..160].to_owned(), 400, "form"),
            ("no form at all".to_owned(), 400, "form"),
            (String::new(), 400, "form"),
            (format!("{}{end}", part("x", "y").repeat(5_000)), 400, ""),
            (format!("{}{mine}{end}", part("courseid", &"9".repeat(2_000_000))), 400, ""),
        ];
        for (body, expected, words) in bodies {
            let shown = body.chars().take(300).collect::<String>();
            let request = client().post(&address).header("content-type", "multipart/form-data; boundary=b");
            let (status, kind, text) = ask(request.body(body)).await;
            assert_eq!((status, kind.as_str()), (expected, "text/plain; charset=utf-8"), "{text}: {shown}");
            assert!(text.contains(words) && text.len() < 500, "{text}: {shown}");
        }
        for kind in ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded"] {
            let (status, _, text) = ask(client().post(&address).header("content-type", kind).body("a=b")).await;
            assert!(status == 400 && text.contains("multipart/form-data"), "{kind}: {status} {text}");
        }
        assert_eq!(kept(&hub).await, before);
    }
}

db_test! {
    async fn an_upload_whose_connection_breaks_leaves_no_file(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.register_course(&hub.url(), &small_course(1), Kind::Share, 0).await.unwrap();
        let before = kept(&hub).await;
        let start = format!(
            "POST /local/hub/webservice/upload.php HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nContent-Length: 90000000\r\n\
             Content-Type: multipart/form-data; boundary=b\r\n\r\n\
             --b\r\nContent-Disposition: form-data; name=\"courseid\"\r\n\r\n{id}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mbz\"\r\n\r\nPK\u{3}\u{4}",
            hub.port()
        );
        let port = hub.port();
        let cut = move || {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
            stream.write_all(start.as_bytes()).unwrap();
            stream.write_all(&vec![7; 3 << 20]).unwrap();
            stream.shutdown(std::net::Shutdown::Write).unwrap();
            // The hub's answer, or its end of the connection: by then it is done with the upload.
            let mut rest = Vec::new();
            let _ = stream.read_to_end(&mut rest);
        };
        tokio::task::spawn_blocking(cut).await.unwrap();
        assert_eq!(kept(&hub).await, before);
    }
}

db_test! {
    async fn a_download_or_page_that_makes_no_sense_is_a_client_error_in_words(hub) {
        let site = hub.trusted_site("Lake school").await;
        site.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        let before = kept(&hub).await;
        let download = "local/hub/webservice/download.php";
        let addresses = [
            (format!("{download}?"), 400, "filetype"),
            (format!("{download}?filetype=backup"), 400, "courseid"),
            (format!("{download}?filetype=backup&courseid=seven"), 400, "courseid"),
            (format!("{download}?filetype=backup&courseid=-1"), 400, "courseid"),
            (format!("{download}?filetype=backup&courseid=99999999999999999999"), 400, "courseid"),
            (format!("{download}?filetype=..%2F..%2Fhub.sqlite&courseid=1"), 400, "filetype"),
            (format!("{download}?filetype=screenshot&courseid=1&screenshotnumber=1000000"), 404, ""),
            ("courses/seven".to_owned(), 404, "nothing here"),
            ("courses/99999999999999999999".to_owned(), 404, "nothing here"),
            ("courses/1/versions/99999999999999999999".to_owned(), 404, "nothing here"),
            ("sites/-1".to_owned(), 404, "nothing here"),
            ("..%2f..%2fetc%2fpasswd".to_owned(), 404, "nothing here"),
            ("%00%ff".to_owned(), 404, "nothing here"),
            ("registrations/replace/no-such-link".to_owned(), 404, "unknown, already used or too old"),
            ("registrations/no-such-code".to_owned(), 404, "unknown, already used or too old"),
            ("local/hub/siteregistration.php".to_owned(), 422, "Identifier of your site"),
            ("local/hub/siteregistration.php?token=x&url=javascript%3Aalert(1)&name=a".to_owned(), 422, "Address of your site"),
        ];
        for (address, expected, words) in addresses {
            let (status, _, text) = ask(client().get(format!("{}/{address}", hub.url()))).await;
            assert_eq!(status, expected, "{address}: {text}");
            assert!(text.contains(words), "{address}: {text}");
        }
        let odd = [
            "search?page=-1&sort=zzz&subject=%3Cscript%3E&kind=x&language=%FF",
            "search?page=99999999999999999999",
            "search?q=%00%22%27%28%29%5B%5D%7B%7D%2A%3A%5E%7E%2B-%7C%26%21",
            "search?q=title%3Aa%20AND%20%28",
        ];
        for address in odd {
            let (status, _, text) = ask(client().get(format!("{}/{address}", hub.url()))).await;
            assert_eq!(status, 200, "{address}: what makes no sense in a search is left out");
            assert!(!text.contains("<script>"), "{address}");
        }
        assert_eq!(kept(&hub).await, before);
    }
}

db_test! {
    async fn a_wrong_method_is_refused_in_words(hub) {
        let (upload, page) = ("local/hub/webservice/upload.php", "courses/1");
        let calls = [
            (client().get(format!("{}/{upload}", hub.url())), "POST", "text/plain; charset=utf-8", "by POST"),
            (client().delete(format!("{}/{page}", hub.url())), "GET", "text/html; charset=utf-8", "ordinary link"),
            (client().post(format!("{}/", hub.url())), "GET", "text/html; charset=utf-8", "ordinary link"),
        ];
        for (call, allowed, form, words) in calls {
            let answer = call.send().await.unwrap();
            assert_eq!(answer.status(), 405);
            assert!(answer.headers()["allow"].to_str().unwrap().contains(allowed));
            assert_eq!(answer.headers()["content-type"], form);
            assert!(answer.text().await.unwrap().contains(words), "it says what to do");
        }
    }
}

db_test! {
    async fn what_belongs_to_another_site_stays_as_it_is(hub) {
        let (mine, theirs) = (hub.trusted_site("Lake school").await, hub.trusted_site("Hill school").await);
        let id = mine.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        hub.settle().await;
        let before = kept(&hub).await;
        for ids in [vec![Wire::Int(id)], vec![Wire::Int(-1)], vec![Wire::from("9999999999999999999999")]] {
            let _ = theirs.call_as_site(&hub.url(), "hub_unregister_courses", &[("courseids", Wire::List(ids))]).await;
        }
        let picture = hub_sample::picture::screenshot(&small_course(1), 1);
        assert_eq!(theirs.upload_screenshot(&hub.url(), id, 1, &picture).await.unwrap().status, 404);
        assert_eq!(kept(&hub).await, before);
    }
}
