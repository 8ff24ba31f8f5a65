//! Every sample package goes through the upload door and comes back byte for byte, or is refused with its reason.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

use hub_app::course::decide::{Decision, decide};
use hub_core::VersionId;
use hub_core::listing::PackageState;
use hub_core::rights::Actor;
use hub_sample::site::Kind;
use hub_testkit::clients::samples;
use hub_testkit::{db_test, small_course};

/// What becomes of each from a trusted site: ready, or the code it is held or refused with; behind "ready, look:" the
/// codes that staff looks at afterwards. Files that are refused at the door (neither zip nor gzip) have none.
const EXPECTED: &[(&str, &str)] = &[
    ("moodle26dev-zip-course.mbz", "ready"),
    ("moodle26-tgz-noindex-restrictions.mbz", "ready"),
    ("moodle28-zip-activity-quiz.mbz", "ready, look: not_a_course"),
    ("moodle32-tgz-files-scorm-imscp.mbz", "ready"),
    ("moodle32-tgz-dotslash-hardlink-activity.mbz", "ready, look: not_a_course"),
    ("moodle33-tgz-117users-studentquiz.mbz", "personal_data"),
    ("moodle41dev-tgz-3users.mbz", "personal_data"),
    ("moodle27-zip-gapfill.mbz", "ready"),
    ("moodle41-tgz-stack-demo-77quizzes.mbz", "ready"),
    ("moodle45-tgz-async-mode70.mbz", "ready"),
    ("moodle52-tgz-minimal.mbz", "ready"),
    ("moodle52-tgz-svg-duplicate-hardlinks.mbz", "ready"),
    ("cc11-py4e.imscc", "common_cartridge"),
    ("h5p-greeting-card.h5p", "h5p_package"),
    ("passwordis1.zip", "encrypted"),
    ("test_win8_cz.zip", "no_moodle_backup"),
    ("test_osx_1074.zip", "no_moodle_backup"),
    ("validscorm.zip", "ims_content_package"),
];

db_test! {
    async fn every_sample_comes_back_identical_or_is_refused_by_name(hub) {
        let Some(folder) = samples() else { return };
        hub.set("courses_per_site_per_day", "").await;
        let site = hub.trusted_site("Lake school").await;
        let mut wrong = Vec::new();
        for (number, (name, expected)) in EXPECTED.iter().enumerate() {
            let bytes = std::fs::read(folder.join(name)).unwrap();
            let id = site.register_course(&hub.url(), &small_course(number), Kind::Share, 0).await.unwrap();
            assert_eq!(site.upload_backup(&hub.url(), id, &bytes).await.unwrap().status, 200, "{name}");
            hub.settle().await;
            let mut conn = hub.app.db.read().await.unwrap();
            let version = hub_db::version::by_id(conn.cx(), VersionId(id)).await.unwrap().unwrap();
            let look = hub_db::package_look::of(conn.cx(), VersionId(id)).await.unwrap();
            drop(conn);
            let found = match &version.package {
                PackageState::Ready if look.is_empty() => "ready".to_owned(),
                PackageState::Ready => format!("ready, look: {}", look.join(",")),
                other => other.codes().join(","),
            };
            if found != *expected {
                wrong.push(format!("{name}: {found}, not {expected}"));
            }
            let back = site.download_backup(&hub.url(), id).await.unwrap();
            if version.package == PackageState::Ready {
                assert!(back.status == 200 && back.body == bytes, "{name} comes back as it went");
            } else {
                assert_eq!(back.status, 404, "{name} is not given to anybody");
                let accept = |despite_findings| Decision::Accept { despite_findings };
                let id = VersionId(id);
                decide(&hub.app, Actor::CommandLine, id, &accept(false)).await.unwrap_err();
                let lifted = decide(&hub.app, Actor::CommandLine, id, &accept(true)).await;
                let is_held = matches!(version.package, PackageState::Held { .. });
                assert_eq!(lifted.is_ok(), is_held, "{name}: staff takes what is held and nothing that is refused");
                let back = site.download_backup(&hub.url(), id.get()).await.unwrap();
                assert_eq!(back.status == 200 && back.body == bytes, is_held, "{name} after staff took it");
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
