//! What a publisher can send, and what it leaves behind: early acceptances, pictures, long texts, packages nobody can
//! read, withdrawals.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use std::time::Duration;

use hub_app::course::decide::{Decision, decide};
use hub_app::course::withdraw::withdraw;
use hub_app::jobs::Job;
use hub_core::VersionId;
use hub_core::course::Version;
use hub_core::listing::{Listing, PackageState};
use hub_core::rights::Actor;
use hub_db::blob::Use;
use hub_sample::site::{Kind, SimulatedSite, Wire};
use hub_testkit::{TestHub, db_test, example_course, small_course};

async fn version(hub: &TestHub, id: i64) -> Version {
    let mut conn = hub.app.db.read().await.unwrap();
    hub_db::version::by_id(conn.cx(), VersionId(id)).await.unwrap().unwrap()
}

async fn acts(hub: &TestHub, id: i64, name: &str) -> usize {
    let mut conn = hub.app.db.read().await.unwrap();
    let lines = hub_db::audit::of_thing(conn.cx(), ("version", id), 100).await.unwrap();
    lines.iter().filter(|line| line.act == name).count()
}

/// A share whose backup is sent and not read yet.
async fn sent(hub: &TestHub, site: &SimulatedSite, bytes: &[u8]) -> i64 {
    let id = site.register_course(&hub.url(), &small_course(1), Kind::Share, 0).await.unwrap();
    assert_eq!(site.upload_backup(&hub.url(), id, bytes).await.unwrap().status, 200);
    id
}

db_test! {
    async fn an_early_acceptance_does_not_reach_to_the_next_file(hub) {
        let site = hub.site("Lake school").await;
        let good = site.back_up(&example_course("BOT-PHOTO"));
        let id = sent(&hub, &site, &good[..good.len() / 2]).await;
        let accept = Decision::Accept { despite_findings: false };
        let decided = decide(&hub.app, Actor::CommandLine, VersionId(id), &accept).await.unwrap();
        assert!(decided.when_package_is_ready);
        hub.settle().await;
        assert_eq!(version(&hub, id).await.package.name(), "refused");
        assert_eq!(site.upload_backup(&hub.url(), id, &good).await.unwrap().status, 200);
        hub.settle().await;
        let read = version(&hub, id).await;
        assert_eq!((read.package, read.listing), (PackageState::Ready, Listing::Waiting), "nobody has seen this one");
    }
}

db_test! {
    async fn a_picture_over_the_limit_is_refused_before_it_is_read(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        let mut picture = hub_sample::picture::screenshot(&small_course(1), 1);
        picture.bytes.resize(hub_app::outside::images::MAX_BYTES + 1, 0);
        let answer = site.upload_screenshot(&hub.url(), id, 1, &picture).await.unwrap();
        assert_eq!(answer.status, 413);
        assert!(String::from_utf8_lossy(&answer.body).contains("5000000"), "the limit is named");
    }
}

db_test! {
    async fn a_picture_in_the_place_of_another_lets_that_one_go(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.publish_advert(&hub.url(), &small_course(1), 2).await.unwrap();
        let text = version(&hub, id).await.text_id;
        let uses = async |hub: &TestHub| {
            let mut conn = hub.app.db.read().await.unwrap();
            hub_db::blob::count_uses(conn.cx(), Use::Screenshot(text)).await.unwrap()
        };
        let pictures = [1, 2, 3].map(|number| hub_sample::picture::screenshot(&example_course("MATH-LIN1"), number));
        site.upload_screenshot(&hub.url(), id, 1, &pictures[0]).await.unwrap();
        site.upload_screenshot(&hub.url(), id, 2, &pictures[1]).await.unwrap();
        assert_eq!(uses(&hub).await, 6, "each a picture, a thumbnail and a card");
        for picture in &pictures {
            assert_eq!(site.upload_screenshot(&hub.url(), id, 1, picture).await.unwrap().status, 200);
        }
        assert_eq!(uses(&hub).await, 6);
    }
}

db_test! {
    async fn a_text_is_kept_within_measure(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = |notes: &str, module: &str, tool: Option<String>| {
            let content = Wire::object([("moduletype", Wire::from("activity")), ("modulename", Wire::from(module)), ("contentcount", Wire::Int(1))]);
            let mut members: Vec<(String, Wire)> = [
                ("fullname", Wire::from("Algebra")), ("shortname", Wire::from("A")), ("description", Wire::from("x")),
                ("language", Wire::from("en")), ("publishername", Wire::from("Ana")), ("publisheremail", Wire::from("")),
                ("contributornames", Wire::from("")), ("coverage", Wire::from("")), ("creatorname", Wire::from("")),
                ("licenceshortname", Wire::from("cc")), ("subject", Wire::from("")), ("audience", Wire::from("students")),
                ("educationallevel", Wire::from("secondary")), ("creatornotes", Wire::from(notes)),
                ("creatornotesformat", Wire::from("1")), ("sitecourseid", Wire::Int(42)),
                ("courseurl", Wire::from("https://school.example/course/view.php?id=42")), ("enrollable", Wire::Bool(true)),
                ("screenshots", Wire::Int(0)), ("contents", Wire::List(vec![content])),
            ].map(|(name, value)| (name.to_owned(), value)).to_vec();
            members.extend(tool.map(|tool| ("ltitool".to_owned(), Wire::from(tool.as_str()))));
            Wire::Struct(members)
        };
        let register = async |courses: Vec<Wire>| {
            site.call_as_site(&hub.url(), "hub_register_courses", &[("courses", Wire::List(courses))]).await
        };
        let nested = "<ul><li>".repeat(5_000);
        let id = register(vec![course(&nested, &"m".repeat(10_000), None)]).await.unwrap()[0].as_i64().unwrap();
        let text = version(&hub, id).await.text;
        assert!(text.creator_notes.starts_with("<p>&lt;ul&gt;"), "too deep to be parsed: shown as it is");
        assert_eq!(text.contents[0].module_name.len(), 100);
        hub.settle().await;
        let error = register(vec![course("", "quiz", Some("x".repeat(30_000)))]).await.unwrap_err();
        assert!(error.to_string().contains("ltitool"), "{error}");
        let error = register(vec![course("", "quiz", None); 101]).await.unwrap_err();
        assert!(error.to_string().contains("at most 100 courses"), "{error}");
    }
}

db_test! {
    async fn a_package_that_ends_the_program_again_and_again_is_held(hub) {
        let site = hub.trusted_site("Lake school").await;
        let good = site.back_up(&example_course("BOT-PHOTO"));
        let id = sent(&hub, &site, &good).await;
        // Claimed and never ended, as by a program that died of it.
        for _ in 0..12 {
            let now = hub.app.clock.now();
            let mut tx = hub.app.db.begin().await.unwrap();
            while hub_db::job::claim(tx.cx(), now, now + jiff::SignedDuration::from_secs(180)).await.unwrap().is_some() {}
            tx.commit().await.unwrap();
            hub.advance(Duration::from_secs(181));
        }
        hub.settle().await;
        let held = version(&hub, id).await;
        assert_eq!(held.package, PackageState::Held { codes: vec!["not_read".to_owned()] });
        assert_eq!(held.listing, Listing::Waiting, "a person looks at it");
        assert_eq!(site.upload_backup(&hub.url(), id, &good).await.unwrap().status, 200, "another takes its place");
        hub.settle().await;
        assert_eq!(version(&hub, id).await.package, PackageState::Ready);
    }
}

db_test! {
    async fn housekeeping_lets_go_of_all_that_was_not_taken_and_of_nothing_newer(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("courses_per_site_per_day", "").await;
        let good = site.back_up(&example_course("BOT-PHOTO"));
        let old = sent(&hub, &site, &good[..good.len() / 2]).await;
        hub.settle().await;
        hub.advance(Duration::from_hours(31 * 24));
        let new = sent(&hub, &site, &good[..good.len() / 3]).await;
        hub.settle().await;
        let mut tx = hub.app.db.begin().await.unwrap();
        Job::WithdrawDrafts.enqueue(tx.cx(), hub.app.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        hub.settle().await;
        for (id, kept) in [(old, false), (new, true)] {
            let mut conn = hub.app.db.read().await.unwrap();
            assert_eq!(hub_db::blob::count_uses(conn.cx(), Use::Package(VersionId(id))).await.unwrap() > 0, kept);
        }
    }
}

db_test! {
    async fn withdrawing_again_writes_nothing(hub) {
        let site = hub.trusted_site("Lake school").await;
        let id = site.publish_advert(&hub.url(), &small_course(1), 0).await.unwrap();
        let owner = hub.row_of(&site).await.id;
        for _ in 0..3 {
            withdraw(&hub.app, owner, &[VersionId(id), VersionId(id)]).await.unwrap();
        }
        assert_eq!(acts(&hub, id, "course.withdrawn").await, 1);
    }
}

db_test! {
    async fn decisions_and_withdrawals_at_once_never_wait_for_each_other(hub) {
        let site = hub.trusted_site("Lake school").await;
        hub.set("courses_per_site_per_day", "").await;
        let mut ids = Vec::new();
        for number in 0..8 {
            ids.push(VersionId(site.publish_advert(&hub.url(), &small_course(number), 0).await.unwrap()));
        }
        let owner = hub.row_of(&site).await.id;
        let backwards: Vec<VersionId> = ids.iter().rev().copied().collect();
        for _ in 0..5 {
            let hide = async {
                for id in &backwards {
                    let hide = Decision::Hide { reason: "a look at it".to_owned() };
                    let _ = decide(&hub.app, Actor::CommandLine, *id, &hide).await.inspect_err(no_deadlock);
                    let _ = decide(&hub.app, Actor::CommandLine, *id, &Decision::Unhide).await.inspect_err(no_deadlock);
                }
            };
            let (one, two, ()) =
                tokio::join!(withdraw(&hub.app, owner, &ids), withdraw(&hub.app, owner, &backwards), hide);
            assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        }
    }
}

fn no_deadlock(error: &hub_app::AppError) {
    assert!(!matches!(error, hub_app::AppError::Internal(_)), "{error:?}");
}
