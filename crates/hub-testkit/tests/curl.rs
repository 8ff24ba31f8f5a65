//! curl, whose library every Moodle sends and fetches files with: its own multipart, over a TCP socket to a served hub.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::path::Path;
use std::process::Output;

use hub_sample::course::{Activity, Attached};
use hub_sample::site::{Kind, SimulatedSite};
use hub_testkit::clients::{client, curl};
use hub_testkit::{TestHub, db_test, small_course};

/// curl asks first for bodies beyond this many bytes.
const ASKS_FIRST: usize = 1024 * 1024;

/// A course whose backup cannot be packed below the size at which curl asks first.
fn large_backup(site: &SimulatedSite) -> Vec<u8> {
    let mut course = small_course(1);
    // A xorshift generator: noise that is the same each time.
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()[3]
    })
    .take(3 * ASKS_FIRST)
    .collect();
    let file = Attached::new("recording.mp3", noise);
    let mut pages = course.sections.iter_mut().flat_map(|section| &mut section.activities);
    let page = pages.find_map(|activity| if let Activity::Page(page) = activity { Some(page) } else { None });
    page.unwrap().files.push(file);
    let backup = site.back_up(&course);
    assert!(backup.len() > 2 * ASKS_FIRST, "{}", backup.len());
    backup
}

/// Sends a file with `tests/clients/upload.sh`; gives what curl printed, with its protocol on standard error.
async fn upload(
    hub: &TestHub,
    token: &str,
    kind: &str,
    id: i64,
    file: &Path,
    more: &[&str],
) -> Option<Output> {
    let mut command = client("upload.sh")?;
    command
        .arg(hub.url())
        .args([token, kind, &id.to_string()])
        .arg(file)
        .args(["--verbose", "--http1.1"])
        .args(more);
    tokio::task::spawn_blocking(move || Some(command.output().unwrap())).await.unwrap()
}

fn printed(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
    (text(&output.stdout), text(&output.stderr))
}

/// curl without a shell: the status and what it fetched into `into`.
async fn fetch(hub: &TestHub, id: i64, into: &Path, options: &[&str]) -> Option<(String, Vec<u8>)> {
    let mut command = curl()?;
    let address = format!("{}/local/hub/webservice/download.php?filetype=backup&courseid={id}", hub.url());
    command.args(["--silent", "--show-error", "--write-out", "%{http_code}", "--output"]).arg(into);
    command.args(options).arg(address);
    let output = tokio::task::spawn_blocking(move || command.output().unwrap()).await.unwrap();
    let (status, error) = printed(&output);
    let bytes = std::fs::read(into).unwrap_or_else(|_| panic!("nothing was fetched: {error}"));
    std::fs::remove_file(into).unwrap();
    Some((status, bytes))
}

/// A header of an answer that curl wrote down.
fn header(text: &[u8], name: &str) -> String {
    let text = String::from_utf8_lossy(text).into_owned();
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    let mut found = lines.filter(|(known, _)| known.eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
}

async fn share_of(hub: &TestHub, site: &SimulatedSite, number: usize) -> i64 {
    site.register_course(&hub.url(), &small_course(number), Kind::Share, 0).await.unwrap()
}

db_test! {
    async fn a_large_backup_goes_up_after_a_hundred_continue_and_comes_back_in_every_way(hub) {
        let site = hub.trusted_site("Lake school").await;
        let token = site.hub(&hub.url()).unwrap().token;
        let folder = tempfile::tempdir().unwrap();
        let (file, got) = (folder.path().join("backup.mbz"), folder.path().join("got"));
        let bytes = large_backup(&site);
        std::fs::write(&file, &bytes).unwrap();
        for (number, kind) in [(1, "backup"), (2, "mebis")] {
            let id = share_of(&hub, &site, number).await;
            let Some(output) = upload(&hub, &token, kind, id, &file, &[]).await else { return };
            let (answer, protocol) = printed(&output);
            assert_eq!(answer, "200\nOK\n", "{kind}: {protocol}");
            let asked = protocol.find("> Expect: 100-continue").expect("curl asks first");
            let told = protocol.find("< HTTP/1.1 100 Continue").expect("and is told to go on");
            let answered = protocol.find("< HTTP/1.1 200 OK").expect("and gets its answer");
            assert!(asked < told && told < answered, "{protocol}");
            hub.settle().await;

            let size = bytes.len();
            let (status, all) = fetch(&hub, id, &got, &[]).await.unwrap();
            assert!(status == "200" && all == bytes, "{kind}: {status}, {} bytes", all.len());
            let (status, head) = fetch(&hub, id, &got, &["--head"]).await.unwrap();
            assert_eq!((status.as_str(), header(&head, "content-length")), ("200", size.to_string()));
            let (tag, modified) = (header(&head, "etag"), header(&head, "last-modified"));
            assert!(tag.starts_with('"') && header(&head, "accept-ranges") == "bytes", "{tag}");
            let (status, part) = fetch(&hub, id, &got, &["--range", "1000-1999"]).await.unwrap();
            assert!(status == "206" && part == bytes[1000..2000], "{status}");
            let (status, end) = fetch(&hub, id, &got, &["--range", "-500"]).await.unwrap();
            assert!(status == "206" && end == bytes[size - 500..], "{status}");
            let (status, _) = fetch(&hub, id, &got, &["--range", "99999999-", "--dump-header", "-"]).await.unwrap();
            assert!(status.ends_with("416") && status.contains(&format!("bytes */{size}")), "{status}");
            // Broken off and resumed.
            std::fs::write(&got, &bytes[..size / 2]).unwrap();
            let (status, resumed) = fetch(&hub, id, &got, &["--continue-at", "-"]).await.unwrap();
            assert!(status == "206" && resumed == bytes, "{status}");
            let known = format!("If-None-Match: {tag}");
            let (status, headers) =
                fetch(&hub, id, &got, &["--header", &known, "--dump-header", got.to_str().unwrap()]).await.unwrap();
            assert_eq!((status.as_str(), header(&headers, "etag")), ("304", tag));
            let (status, all) = fetch(&hub, id, &got, &["--header", "If-None-Match: \"other\""]).await.unwrap();
            assert!(status == "200" && all == bytes, "{status}");
            if !modified.is_empty() {
                let since = format!("If-Modified-Since: {modified}");
                let (status, _) = fetch(&hub, id, &got, &["--header", &since, "--include"]).await.unwrap();
                assert_eq!(status, "304");
            }
        }
    }
}

db_test! {
    async fn what_the_token_after_the_file_does_not_open_is_answered_after_the_whole_file(hub) {
        let site = hub.trusted_site("Lake school").await;
        let token = site.hub(&hub.url()).unwrap().token;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("backup.mbz");
        std::fs::write(&file, large_backup(&site)).unwrap();
        let id = share_of(&hub, &site, 1).await;
        let stranger = "0".repeat(32);
        for (token, id, status, text) in [
            (stranger.as_str(), id, "403", "Invalid token"),
            (&token, 4711, "404", "no such course"),
        ] {
            let Some(output) = upload(&hub, token, "backup", id, &file, &[]).await else { return };
            let (answer, protocol) = printed(&output);
            assert!(output.status.success(), "the connection is not broken: {protocol}");
            assert!(answer.starts_with(&format!("{status}\n")) && answer.contains(text), "{answer}");
        }
        hub.set("package_max_bytes", "1000000").await;
        let output = upload(&hub, &token, "backup", id, &file, &[]).await.unwrap();
        let (answer, protocol) = printed(&output);
        assert!(output.status.success() && answer.starts_with("413\n"), "{answer} {protocol}");
        assert_eq!(std::fs::read_dir(hub.folder().join("staging")).unwrap().count(), 0, "nothing stays");
    }
}

db_test! {
    async fn a_screenshot_of_curl_is_shown(hub) {
        let site = hub.trusted_site("Lake school").await;
        let token = site.hub(&hub.url()).unwrap().token;
        let id = share_of(&hub, &site, 1).await;
        let folder = tempfile::tempdir().unwrap();
        let (file, got) = (folder.path().join("picture.png"), folder.path().join("got"));
        image::RgbImage::from_pixel(300, 200, image::Rgb([20, 90, 160])).save(&file).unwrap();
        let Some(output) = upload(&hub, &token, "screenshot", id, &file, &[]).await else { return };
        assert_eq!(printed(&output).0, "200\nOK\n");
        let Some(mut command) = curl() else { return };
        let address = format!(
            "{}/local/hub/webservice/download.php?filetype=screenshot&courseid={id}&screenshotnumber=1&token={token}",
            hub.url()
        );
        command.args(["--silent", "--fail", "--output"]).arg(&got).arg(address);
        assert!(tokio::task::spawn_blocking(move || command.status().unwrap()).await.unwrap().success());
        let picture = image::load_from_memory(&std::fs::read(&got).unwrap()).unwrap();
        assert!(picture.width() <= 150 && picture.height() <= 150);
    }
}
