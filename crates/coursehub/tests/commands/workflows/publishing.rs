//! Workflow 3: a teacher shares a course.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;

use hub_app::outside::crypto::Sha256Hex;
use hub_sample::package::{self, Container, Member, Origin};
use hub_sample::picture;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions, Wire};
use hub_testkit::example_course;

use super::{Hub, course, short, workflow};
use crate::program::soon;

workflow! {
    async fn workflow_03_publish_a_course_to_download(hub) {
        let site = hub.site("Lake school").await;
        let id = it_is_taken_as_it_is(&hub, &site).await;
        nobody_else_sees_it(&hub, &site, id).await;
        what_the_file_says_is_shown(&hub, id).await;
        wrong_uploads_store_nothing(&hub, &site).await;
        a_bomb_is_refused_and_everybody_told(&hub, &site).await;
        an_interrupted_upload_is_repeated(&hub).await;
    }
}

async fn it_is_taken_as_it_is(hub: &Hub, site: &SimulatedSite) -> i64 {
    let course = example_course("BOT-PHOTO");
    let id = site.register_course(hub.url(), &course, Kind::Share, 2).await.unwrap();
    for number in 1..=2 {
        let picture = picture::screenshot(&course, number);
        assert_eq!(site.upload_screenshot(hub.url(), id, number, &picture).await.unwrap().status, 200);
    }
    let bytes = site.back_up(&course);
    assert_eq!(site.upload_backup(hub.url(), id, &bytes).await.unwrap().status, 200);
    assert_eq!(hub.package_of(id).await, "ready");
    let shown = hub.run(&["course", "show", &short(id)]);
    let sha256 = Sha256Hex::of(&bytes);
    assert!(shown.contains(sha256.as_str()), "the hash of what was sent: {shown}");
    assert!(shown.contains("waiting"), "{shown}");
    id
}

async fn nobody_else_sees_it(hub: &Hub, site: &SimulatedSite, id: i64) {
    let stranger = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "Stranger")).await.unwrap();
    assert_eq!(stranger.search(hub.url(), "photosynthesis", Kind::Share, &[]).await.unwrap().total, 0);
    let ids = [("ids", Wire::from(vec![short(id).as_str()]))];
    assert_eq!(stranger.search(hub.url(), "", Kind::Share, &ids).await.unwrap().total, 0);
    for path in [
        format!("/courses/{id}"),
        format!("/?courseid={id}"),
        format!("/local/hub/webservice/download.php?filetype=backup&courseid={id}"),
        format!("/local/hub/webservice/download.php?filetype=screenshot&courseid={id}"),
        format!("/pictures/{id}"),
    ] {
        assert_eq!(hub.get(&path).status, 404, "{path}");
    }
    for path in ["/", "/search", "/search?q=photosynthesis", "/feeds/atom", "/feeds/rss"] {
        let page = hub.get(path);
        assert_eq!(page.status, 200, "{path}");
        assert!(!page.text().contains(&example_course("BOT-PHOTO").full_name), "{path}: {}", page.text());
    }
    let own = site.check_status(hub.url()).await.unwrap();
    assert_eq!(own.course(id).unwrap()["privacy"], 0, "its own site sees that it is not listed");
}

async fn what_the_file_says_is_shown(hub: &Hub, id: i64) {
    hub.run(&["course", "accept", &short(id)]);
    soon("it is listed", || async { hub.get(&format!("/?courseid={id}")).status != 404 }).await;
    let address = hub.get(&format!("/?courseid={id}")).header("location").to_owned();
    let page = hub.get(&address).text();
    let course = example_course("BOT-PHOTO");
    let size = hub.json(&["course", "show", &short(id)])["size_bytes"].as_i64().unwrap();
    for words in ["Moodle 3.3", course.sections[1].name.as_str(), "Quiz", "Forum"] {
        assert!(page.contains(words), "no {words} in {page}");
    }
    let shown = hub.run(&["course", "show", &short(id)]);
    assert!(shown.contains("Moodle 3.3"), "{shown}");
    assert!(size > 10_000 && shown.contains(&format!("{} kB", (size + 999) / 1000)), "{size}: {shown}");
    let shown = hub.json(&["course", "show", &short(id)]);
    assert!(shown["release"].as_str().unwrap().starts_with("3.3"), "{shown}");
    assert_eq!(shown["report"]["sections"].as_array().unwrap().len(), course.sections.len(), "{shown}");
}

/// Files below a folder.
fn files(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| if entry.path().is_dir() { files(&entry.path()) } else { 1 }).sum()
}

async fn wrong_uploads_store_nothing(hub: &Hub, site: &SimulatedSite) {
    let other = hub.site("Hill school").await;
    let stranger = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Stranger")).await.unwrap();
    let wanted = course("WIND", "Wind");
    let id = site.register_course(hub.url(), &wanted, Kind::Share, 0).await.unwrap();
    let bytes = site.back_up(&wanted);
    let folder = hub.data.path();
    let stored = || (files(&folder.join("blobs")), files(&folder.join("staging")));
    let before = stored();
    let text = |answer: hub_sample::site::Answer| (answer.status, String::from_utf8(answer.body).unwrap());
    let foreign = text(other.upload_backup(hub.url(), id, &bytes).await.unwrap());
    assert_eq!(foreign.0, 404, "{foreign:?}");
    let nobody = text(stranger.upload_backup(hub.url(), id, &bytes).await.unwrap());
    assert_eq!(nobody.0, 403, "{nobody:?}");
    let page = text(site.upload_backup(hub.url(), id, b"<html>sign in</html>").await.unwrap());
    assert_eq!(page.0, 422, "{page:?}");
    hub.set("package_max_bytes", "2048").await;
    let large = text(site.upload_backup(hub.url(), id, &example_bytes()).await.unwrap());
    assert_eq!(large.0, 413, "{large:?}");
    assert!(large.1.contains("2048"), "{large:?}");
    hub.set("package_max_bytes", "2147483648").await;
    assert_eq!(stored(), before, "something is left of a refused upload");
    let log = hub.data.log();
    for (_, why) in [foreign, nobody, page, large] {
        assert!(log.contains(&format!("An upload was refused: {}", why.trim())), "no {why} in {log}");
    }
    assert!(!log.contains(&site.hub(hub.url()).unwrap().token), "a token is in the log");
    let shown = hub.run(&["course", "show", &short(id)]);
    assert!(shown.contains("its file has not come yet"), "{shown}");
}

fn example_bytes() -> Vec<u8> {
    package::build(&example_course("BOT-PHOTO"), &Origin::default(), Container::TarGz)
}

async fn a_bomb_is_refused_and_everybody_told(hub: &Hub, site: &SimulatedSite) {
    let wanted = course("BOOM", "Boom");
    let id = site.register_course(hub.url(), &wanted, Kind::Share, 0).await.unwrap();
    let origin = Origin::default();
    let mut members = package::members(&wanted, &origin);
    members.push(Member::new(format!("files/ab/{}", "ab".repeat(20)), vec![0; 8 << 20]));
    let bomb = package::pack(&members, &origin, Container::TarGz);
    assert_eq!(site.upload_backup(hub.url(), id, &bomb).await.unwrap().status, 200, "only reading it tells");
    assert_eq!(hub.package_of(id).await, "refused");
    let shown = hub.run(&["course", "show", &short(id)]);
    assert!(shown.contains("bomb_ratio"), "{shown}");
    assert!(hub.data.log().contains("bomb_ratio"), "{}", hub.data.log());
    let mails = hub.mails("package_refused");
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0]["recipient"], site.info().contact_email);
    assert!(hub.mail(&mails[0]).contains("bomb_ratio"));
    assert_eq!(hub.get(&format!("/courses/{id}")).status, 404);
}

async fn an_interrupted_upload_is_repeated(hub: &Hub) {
    let site = hub.trusted("Coast school").await;
    let wanted = course("SEA", "The sea");
    let id = site.register_course(hub.url(), &wanted, Kind::Share, 0).await.unwrap();
    let bytes = site.back_up(&wanted);
    let token = site.hub(hub.url()).unwrap().token;
    let url = url::Url::parse(hub.url()).unwrap();
    let mut stream = TcpStream::connect((url.host_str().unwrap(), url.port().unwrap())).unwrap();
    let field = |name: &str, value: &str| {
        format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
    };
    let file = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mbz\"\r\n\r\n";
    let start = field("filetype", "backup") + &field("courseid", &short(id)) + &field("token", &token) + file;
    let length = start.len() + bytes.len() + "\r\n--cut--\r\n".len();
    let head = format!(
        "POST /local/hub/webservice/upload.php HTTP/1.1\r\nHost: {}\r\nContent-Length: {length}\r\n\
         Content-Type: multipart/form-data; boundary=cut\r\n\r\n{start}",
        url.authority()
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.write_all(&bytes[..bytes.len() / 2]).unwrap();
    // The other side hangs up: what it says then is of no interest.
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let _ = stream.read_to_end(&mut Vec::new());
    let shown = hub.json(&["course", "show", &short(id)]);
    assert_eq!((&shown["listing"], &shown["package"]), (&"draft".into(), &"none".into()), "{shown}");
    assert!(!hub.is_found(id, Kind::Share).await);
    assert_eq!(site.upload_backup(hub.url(), id, &bytes).await.unwrap().status, 200);
    hub.finds(id, Kind::Share).await;
    let taken = site.download_backup(hub.url(), id).await.unwrap();
    assert!(taken.body == bytes, "the bytes differ");
}
