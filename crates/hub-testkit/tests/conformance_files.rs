//! Conformance tests of the classic protocol notes, section 13: uploads and downloads, over a TCP socket.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_app::course::decide::{Decision, decide};
use hub_app::jobs::Job;
use hub_core::VersionId;
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_core::rights::Role;
use hub_sample::picture::Picture;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions};
use hub_testkit::{TestHub, db_test, example_course};
use image::ImageFormat;
use reqwest::{Client, Response, StatusCode};

/// A plain client that follows no redirect, as the site's curl.
fn client() -> Client {
    Client::builder().redirect(reqwest::redirect::Policy::none()).no_proxy().build().unwrap()
}

async fn get(hub: &TestHub, query: &str) -> Response {
    client().get(format!("{}/local/hub/webservice/download.php?{query}", hub.url())).send().await.unwrap()
}

async fn downloads(hub: &TestHub, id: i64) -> i64 {
    let mut conn = hub.app.db.read().await.unwrap();
    hub_db::version::by_id(conn.cx(), VersionId(id)).await.unwrap().unwrap().downloads
}

/// A download is counted beside its answer: looks until there are so many, or too many.
async fn counted(hub: &TestHub, id: i64, expected: i64) {
    let in_time = tokio::time::timeout(std::time::Duration::from_secs(20), async {
        while downloads(hub, id).await < expected {
            tokio::task::yield_now().await;
        }
    });
    in_time.await.expect("it is counted");
    assert_eq!(downloads(hub, id).await, expected);
}

fn files_below(folder: &std::path::Path) -> usize {
    let Ok(entries) = std::fs::read_dir(folder) else { return 0 };
    entries.flatten().map(|entry| if entry.path().is_dir() { files_below(&entry.path()) } else { 1 }).sum()
}

db_test! {
    async fn conformance_36_a_backup_comes_back_byte_for_byte(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let bytes = site.back_up(&course);
        let answer = site.upload_backup(&hub.url(), id, &bytes).await.unwrap();
        assert_eq!((answer.status, answer.body.as_slice()), (200, b"OK\n".as_slice()));
        hub.settle().await;
        let found = site.search(&hub.url(), "", Kind::Share, &[]).await.unwrap();
        assert_eq!(found.course(id).unwrap()["backupsize"].as_u64(), u64::try_from(bytes.len()).ok());
        let answer = site.download_backup(&hub.url(), id).await.unwrap();
        assert_eq!(answer.status, 200);
        assert!(answer.body == bytes, "the bytes differ");
    }
}

db_test! {
    async fn conformance_36_the_token_comes_last_and_the_name_is_a_path_of_the_site(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let bytes = site.back_up(&course);
        let path = "/var/www/moodledata/filedir/da/39/da39a3ee5e6b4b0d3255bfef95601890afd80709";
        let head = |rest: &str| format!("--abec889be3647727\r\nContent-Disposition: form-data; {rest}");
        let parts = [
            format!("{}\r\n\r\nbackup\r\n", head("name=\"filetype\"")).into_bytes(),
            format!("{}\r\n\r\n{id}\r\n", head("name=\"courseid\"")).into_bytes(),
            head(&format!("name=\"file\"; filename=\"{path}\"\r\nContent-Type: application/octet-stream\r\n\r\n")).into_bytes(),
            bytes.clone(),
            format!("\r\n{}\r\n\r\n{}\r\n", head("name=\"token\""), site.hub(&hub.url()).unwrap().token).into_bytes(),
            b"--abec889be3647727--\r\n".to_vec(),
        ];
        let url = format!("{}/local/hub/webservice/upload.php", hub.url());
        let request = client().post(url).header("content-type", "multipart/form-data; boundary=abec889be3647727");
        let answer = request.body(parts.concat()).send().await.unwrap();
        assert_eq!((answer.status(), answer.text().await.unwrap().as_str()), (StatusCode::OK, "OK\n"));
        hub.settle().await;
        let answer = get(&hub, &format!("filetype=backup&courseid={id}")).await;
        let name = answer.headers()["content-disposition"].to_str().unwrap().to_owned();
        assert_eq!(name, "attachment; filename=\"BOT-PHOTO.mbz\"", "the path is used nowhere");
        assert!(answer.bytes().await.unwrap() == bytes);
    }
}

db_test! {
    async fn conformance_36_expect_continue_is_answered(hub) {
        let mut options = SiteOptions::new(Family::ExtUnpatched, "Lake school");
        options.expects_continue = true;
        let site = SimulatedSite::start(options).await.unwrap();
        site.register(&hub.url()).await.unwrap();
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let answer = site.upload_backup(&hub.url(), id, &site.back_up(&course)).await.unwrap();
        assert_eq!(answer.status, 200);
    }
}

db_test! {
    async fn conformance_37_a_foreign_or_unknown_upload_stores_nothing(hub) {
        let site = hub.trusted_site("Lake school").await;
        let other = hub.trusted_site("Hill school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let bytes = site.back_up(&course);
        let before = files_below(hub.folder());
        assert_eq!(other.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 404, "another site's course");
        assert_eq!(site.upload_backup(&hub.url(), 4711, &bytes).await.unwrap().status, 404, "an unknown course");
        let nobody = SimulatedSite::start(SiteOptions::new(Family::ExtUnpatched, "Nobody")).await.unwrap();
        let answer = nobody.upload_backup(&hub.url(), id, &bytes).await.unwrap();
        assert_eq!(answer.status, 403, "no token of ours");
        assert!(answer.body.len() < 1000, "a short text");
        assert_eq!(site.upload_backup(&hub.url(), id, b"<html>sign in</html>").await.unwrap().status, 422);
        assert_eq!(files_below(hub.folder()), before, "nothing of it lies in the data folder");
        assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200);
    }
}

db_test! {
    async fn conformance_38_a_version_with_its_package_takes_no_other(hub) {
        let site = hub.trusted_site("Lake school").await;
        let (course, other) = (example_course("BOT-PHOTO"), example_course("MATH-LIN1"));
        let id = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let answer = site.upload_backup(&hub.url(), id, &site.back_up(&other)).await.unwrap();
        assert_eq!(answer.status, 409);
        let kept = site.download_backup(&hub.url(), id).await.unwrap();
        assert!(kept.body == site.back_up(&course), "the first is kept");
    }
}

db_test! {
    async fn those_who_decide_are_told_of_a_share_when_its_package_is_read_and_it_waits(hub) {
        hub.signed_in(Role::Moderator).await;
        let site = hub.site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        hub.settle().await;
        assert!(hub.mails_of("course_waits").await.is_empty(), "there is nothing to decide on yet");
        site.upload_backup(&hub.url(), id, &site.back_up(&course)).await.unwrap();
        hub.settle().await;
        let told = hub.mails_of("course_waits").await;
        assert_eq!(told.len(), 1);
        assert!(told[0].body.contains("/moderate/queue/") && told[0].body.contains("Lake school"), "{}", told[0].body);
    }
}

db_test! {
    async fn a_refused_package_is_replaced_by_a_good_one(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let good = site.back_up(&course);
        assert_eq!(site.upload_backup(&hub.url(), id, &good[..good.len() / 2]).await.unwrap().status, 200);
        hub.settle().await;
        assert_eq!(site.search(&hub.url(), "", Kind::Share, &[]).await.unwrap().total, 0);
        let mails = hub_app::mail::list(&hub.app, 10).await.unwrap();
        assert!(mails.iter().any(|mail| mail.kind == "package_refused" && mail.recipient == "ada@school.example"));
        assert_eq!(site.upload_backup(&hub.url(), id, &good).await.unwrap().status, 200);
        hub.settle().await;
        assert_eq!(site.search(&hub.url(), "", Kind::Share, &[]).await.unwrap().total, 1);
    }
}

db_test! {
    async fn a_held_package_is_lifted_only_while_its_bytes_are_kept(hub) {
        let site = hub.trusted_site("Lake school").await;
        let lifted = |id| decide(&hub.app, Actor::CommandLine, id, &Decision::Accept { despite_findings: true });
        for (course, kept) in [(example_course("BOT-PHOTO"), true), (example_course("MATH-LIN1"), false)] {
            let id = VersionId(site.publish_share(&hub.url(), &course, 0).await.unwrap());
            hub.settle().await;
            let mut tx = hub.app.db.begin().await.unwrap();
            let mut version = hub_db::version::lock(tx.cx(), id).await.unwrap().unwrap();
            version.package = PackageState::Held { codes: vec!["personal_data".to_owned()] };
            version.listing = Listing::Draft;
            hub_db::version::update(tx.cx(), &version, hub.app.clock.now()).await.unwrap();
            Job::WithdrawDrafts.enqueue(tx.cx(), hub.app.clock.now()).await.unwrap();
            tx.commit().await.unwrap();
            if !kept {
                hub.advance(std::time::Duration::from_hours(31 * 24));
            }
            hub.settle().await;
            let error = lifted(id).await.err().map(|error| error.to_string());
            assert_eq!(error.is_none(), kept, "{error:?}");
            assert!(error.is_none_or(|text| text.contains("new upload")), "it says what to do");
        }
    }
}

db_test! {
    async fn conformance_39_screenshots_are_pictures_and_come_in_two_sizes(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("MATH-LIN1");
        let id = site.register_course(&hub.url(), &course, Kind::Advert, 2).await.unwrap();
        for number in 1..=2 {
            let picture = hub_sample::picture::screenshot(&course, number);
            assert_eq!(site.upload_screenshot(&hub.url(), id, number, &picture).await.unwrap().status, 200);
        }
        // The other formats take the place of number 2, which is put back after that.
        let second = hub_sample::picture::screenshot(&course, 2);
        let painted = image::load_from_memory(&second.bytes).unwrap();
        for (format, name) in [(ImageFormat::Jpeg, "b.jpg"), (ImageFormat::Gif, "c.gif"), (ImageFormat::Png, "a.png")] {
            let mut bytes = std::io::Cursor::new(Vec::new());
            painted.to_rgb8().write_to(&mut bytes, format).unwrap();
            let sent = Picture { file_name: name.to_owned(), bytes: bytes.into_inner() };
            assert_eq!(site.upload_screenshot(&hub.url(), id, 2, &sent).await.unwrap().status, 200, "{name}");
            let original = format!("courseid={id}&filetype=screenshot&imagewidth=original&screenshotnumber=2");
            let shown = get(&hub, &original).await;
            assert_eq!(shown.status(), StatusCode::OK, "{name}");
            assert!(shown.headers()["content-type"].to_str().unwrap().starts_with("image/"), "{name}");
            let length: usize = shown.headers()["content-length"].to_str().unwrap().parse().unwrap();
            let bytes = shown.bytes().await.unwrap();
            assert_eq!(bytes.len(), length, "{name}");
            let shown = image::load_from_memory(&bytes).unwrap();
            assert_eq!((shown.width(), shown.height()), (painted.width(), painted.height()), "{name} in its own size");
            if format == ImageFormat::Png {
                assert!(shown.to_rgb8() == painted.to_rgb8(), "no point of it differs");
            }
        }
        let mut fake = hub_sample::picture::screenshot(&course, 3);
        fake.bytes = b"this is no picture".to_vec();
        "text.png".clone_into(&mut fake.file_name);
        assert_eq!(site.upload_screenshot(&hub.url(), id, 3, &fake).await.unwrap().status, 422, "a text called .png");
        let picture = hub_sample::picture::screenshot(&course, 3);
        assert_eq!(site.upload_screenshot(&hub.url(), id, 10, &picture).await.unwrap().status, 400, "nine slots");
        hub.settle().await;
        let found = site.search(&hub.url(), "linear", Kind::Advert, &[]).await.unwrap();
        assert_eq!(found.course(id).unwrap()["screenshots"], 2);

        let thumbnail = get(&hub, &format!("courseid={id}&filetype=screenshot")).await;
        assert_eq!(thumbnail.status(), StatusCode::OK);
        let kind = thumbnail.headers()["content-type"].to_str().unwrap().to_owned();
        assert!(kind.starts_with("image/"), "{kind}");
        let thumbnail = image::load_from_memory(&thumbnail.bytes().await.unwrap()).unwrap();
        assert!(thumbnail.width() <= 150 && thumbnail.height() <= 150);
        let full = get(&hub, &format!("courseid={id}&filetype=screenshot&imagewidth=original&screenshotnumber=2")).await;
        let full = image::load_from_memory(&full.bytes().await.unwrap()).unwrap();
        let sent = image::load_from_memory(&hub_sample::picture::screenshot(&course, 2).bytes).unwrap();
        assert_eq!((full.width(), full.height()), (sent.width(), sent.height()));
        assert_eq!(get(&hub, &format!("courseid={id}&filetype=screenshot&screenshotnumber=3")).await.status(), 404);
        let odd = get(&hub, &format!("courseid={id}&filetype=screenshot&imagewidth=20&imageheight=30")).await;
        assert_eq!(odd.status(), 400);
    }
}

db_test! {
    async fn conformance_40_downloads_obey_visibility(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let backup = format!("filetype=backup&courseid={id}");
        let answer = get(&hub, &backup).await;
        assert_eq!(answer.status(), StatusCode::OK);
        assert_eq!(answer.headers()["content-type"], "application/vnd.moodle.backup");
        assert_eq!(answer.headers()["content-disposition"], "attachment; filename=\"BOT-PHOTO.mbz\"");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert!(answer.bytes().await.unwrap() == site.back_up(&course));
        counted(&hub, id, 1).await;

        hub.set("reading", "members").await;
        let refused = get(&hub, &backup).await;
        assert_eq!(refused.status(), StatusCode::FORBIDDEN);
        assert!(refused.bytes().await.unwrap().len() < 1000);
        let token = site.hub(&hub.url()).unwrap().token;
        assert_eq!(get(&hub, &format!("{backup}&token={token}")).await.status(), StatusCode::OK);
        assert_eq!(get(&hub, &format!("courseid={id}&filetype=screenshot")).await.status(), StatusCode::FORBIDDEN);
        hub.set("reading", "everyone").await;

        let hide = Decision::Hide { reason: "copyright".to_owned() };
        decide(&hub.app, Actor::CommandLine, VersionId(id), &hide).await.unwrap();
        assert_eq!(get(&hub, &backup).await.status(), StatusCode::NOT_FOUND, "hidden");
        decide(&hub.app, Actor::CommandLine, VersionId(id), &Decision::Unhide).await.unwrap();
        assert_eq!(get(&hub, &backup).await.status(), StatusCode::OK);
        hub_app::course::withdraw::withdraw(&hub.app, hub.row_of(&site).await.id, &[VersionId(id)]).await.unwrap();
        assert_eq!(get(&hub, &backup).await.status(), StatusCode::GONE, "withdrawn");
        hub.set("enabled", "off").await;
        assert_eq!(get(&hub, &backup).await.status(), StatusCode::SERVICE_UNAVAILABLE);
    }
}

db_test! {
    async fn conformance_41_the_logo_is_there_or_404(hub) {
        assert_eq!(get(&hub, "filetype=hubscreenshot").await.status(), StatusCode::NOT_FOUND);
        assert_eq!(get(&hub, "filetype=hubscreenshot&courseid=1").await.status(), StatusCode::BAD_REQUEST);
        let picture = hub_sample::picture::cover(&example_course("MATH-LIN1"));
        hub_app::settings::set_logo(&hub.app, Actor::CommandLine, Some(picture.bytes.into())).await.unwrap();
        for reading in ["everyone", "members"] {
            hub.set("reading", reading).await;
            let logo = get(&hub, "filetype=hubscreenshot").await;
            assert_eq!(logo.status(), StatusCode::OK, "for anybody, also on a private hub");
            assert!(logo.headers()["content-type"].to_str().unwrap().starts_with("image/"));
            let logo = image::load_from_memory(&logo.bytes().await.unwrap()).unwrap();
            assert!(logo.width() <= 150 && logo.height() <= 150 && logo.width() > 1, "more than a dot, no more than asked");
        }
        hub.set("reading", "everyone").await;
        let site = hub.site("Lake school").await;
        assert_eq!(site.get_info(&hub.url()).await.unwrap()["hublogo"], 1, "clients ask for it only then");
        assert_eq!(get(&hub, "filetype=hubscreenshot&courseid=1").await.status(), StatusCode::BAD_REQUEST);
    }
}

db_test! {
    async fn ranges_tags_and_head_are_answered(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let bytes = site.back_up(&course);
        let url = format!("{}/local/hub/webservice/download.php?filetype=backup&courseid={id}", hub.url());
        let head = client().head(&url).send().await.unwrap();
        assert_eq!(head.headers()["content-length"], bytes.len().to_string().as_str());
        assert_eq!(head.headers()["accept-ranges"], "bytes");
        let tag = head.headers()["etag"].to_str().unwrap().to_owned();
        assert_eq!(downloads(&hub, id).await, 0, "a look is no download");

        let same = client().get(&url).header("if-none-match", &tag).send().await.unwrap();
        assert_eq!(same.status(), StatusCode::NOT_MODIFIED);
        let half = bytes.len() / 2;
        let first = client().get(&url).header("range", format!("bytes=0-{}", half - 1)).send().await.unwrap();
        assert_eq!(first.status(), StatusCode::PARTIAL_CONTENT);
        let first = first.bytes().await.unwrap();
        counted(&hub, id, 1).await;
        let rest = client().get(&url).header("range", format!("bytes={half}-")).header("if-range", &tag);
        let rest = rest.send().await.unwrap().bytes().await.unwrap();
        assert!([first, rest].concat() == bytes, "two halves make the whole");
        let last = client().get(&url).header("range", "bytes=-1").send().await.unwrap();
        assert_eq!(last.bytes().await.unwrap(), bytes[bytes.len() - 1..]);
        let other = client().get(&url).header("range", "bytes=0-1").header("if-range", "\"other\"");
        assert_eq!(other.send().await.unwrap().status(), StatusCode::OK);
        // Had the rest or the last byte been counted, there were more.
        counted(&hub, id, 2).await;
        let beyond = client().get(&url).header("range", "bytes=999999999-").send().await.unwrap();
        assert_eq!(beyond.status(), StatusCode::RANGE_NOT_SATISFIABLE);
    }
}

db_test! {
    async fn a_download_does_not_wait_for_the_database_to_write(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = example_course("BOT-PHOTO");
        let id = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        let long_write = hub.app.db.begin().await.unwrap();
        let backup = format!("filetype=backup&courseid={id}");
        let answer = tokio::time::timeout(std::time::Duration::from_secs(10), get(&hub, &backup));
        let answer = answer.await.expect("the download does not wait");
        assert_eq!(answer.status(), StatusCode::OK);
        assert!(answer.bytes().await.unwrap() == site.back_up(&course));
        drop(long_write);
        counted(&hub, id, 1).await;
    }
}

db_test! {
    async fn a_file_over_the_limit_is_refused_and_not_kept(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("package_max_bytes", "2048").await;
        let course = example_course("BOT-PHOTO");
        let id = site.register_course(&hub.url(), &course, Kind::Share, 0).await.unwrap();
        let before = files_below(hub.folder());
        let answer = site.upload_backup(&hub.url(), id, &site.back_up(&course)).await.unwrap();
        assert_eq!(answer.status, 413);
        let text = String::from_utf8(answer.body).unwrap();
        assert!(text.contains("2048"), "the limit is named: {text}");
        assert_eq!(files_below(hub.folder()), before);
    }
}
