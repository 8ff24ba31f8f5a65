//! The recorded traffic of a classic hub, put to ours: every request as it was sent, every reply compared field by
//! field. `docs/DEVIATIONS.md` says what is compared, what is masked, and where we differ on purpose; each place where
//! we do is in [`deviations`].
//!
//! The recordings are not part of the project: `COURSEHUB_CAPTURES` or `../shared/captures`; without them the tests say
//! that they skipped.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "captures/compare.rs"]
mod compare;
#[path = "captures/deviations.rs"]
mod deviations;
#[path = "captures/recording.rs"]
mod recording;
#[path = "captures/replay.rs"]
mod replay;
#[path = "captures/wire.rs"]
mod wire;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deviations::DEVIATIONS;
use hub_app::course::decide::{Decision, decide};
use hub_app::site::staff;
use hub_core::rights::Actor;
use hub_core::{SiteId, VersionId};
use hub_testkit::{Engine, clients};
use replay::{Replay, Seen};

/// Recordings, or exchanges in them, that are not put to our hub, and why.
const NOT_REPLAYED: &[(&str, &str)] = &[
    (
        "02-hub-frontpage",
        "the settings form of the classic administration; the replay sets the same by our settings",
    ),
    ("10-site-registration-index", "inside the site"),
    ("12b-mailing-list-calls", "a mailing list, which this hub does not have"),
    ("14-registration-update-form", "inside the site"),
    ("23-advertise-a-form", "the same call as 21"),
    ("26-backup-stage-2#2", "the classic administration"),
    ("26-backup-stage-2#3", "the classic administration"),
    ("31-hub-managecourses", "the classic administration; the replay decides by our use case"),
    ("80-siteregistration-missing#2", "messages to publishers, which came to no reply worth keeping"),
    ("encodings", "what encoders make of values; a table, no exchange"),
];

async fn accept(replay: &Replay, id: i64) {
    decide(&replay.hub.app, Actor::CommandLine, VersionId(id), &Decision::Accept { despite_findings: false })
        .await
        .unwrap();
}

async fn published(replay: &mut Replay) {
    for name in ["12-register-submit", "15-update-site-info", "21-advertise-form", "23-advertise-c-submit"] {
        replay.file(name).await;
    }
    replay.file("25-share-a-form").await;
    replay.file("25-share-c-submit").await;
    replay.file_without("26-backup-stage-2", &[2, 3]).await;
    replay.hub.settle().await;
    replay.file("40-check-status").await;
    for id in [1, 2] {
        accept(replay, id).await;
    }
    replay.hub.settle().await;
    replay.file("42-check-status-visible").await;
}

async fn found_and_taken(replay: &mut Replay) {
    for name in [
        "51-community-search-enrol",
        "52-community-search-download",
        "53-community-search-filters",
        "54-community-search-none",
        "55a-community-search",
    ] {
        replay.file(name).await;
    }
    let package = replay.package();
    let taken = replay.file("55-community-download").await;
    assert!(taken[0].body == package, "55: other bytes than were uploaded");
    let taken = replay.file("56-download-anonymous").await;
    assert!(taken[0].body == package, "56: other bytes than were uploaded");
    let original = image::load_from_memory(&taken[1].body).unwrap();
    let thumbnail = image::load_from_memory(&taken[2].body).unwrap();
    assert!(original.width() >= thumbnail.width() && thumbnail.width() <= 150 && thumbnail.height() <= 150);
    assert!(taken[5].text().contains("Generated downloadable"), "56: the search finds the share");
    assert!(taken[6].text().contains("<title>Generated downloadable</title>"), "56: so does its feed");
    assert!(taken[8].text().contains("Generated"), "56: the permalink leads to the course");
}

async fn refused(replay: &mut Replay) {
    for name in [
        "60-fault-bad-token",
        "61-fault-no-token",
        "62-fault-unknown-function",
        "63-fault-missing-param",
        "64-fault-wrong-type",
        "65-fault-not-xml",
        "66-fault-empty-body",
        "67-get-method",
        "68-public-get-info",
        "69-public-get-courses",
        "70-public-get-sites",
        "71-public-register-courses",
        "72-site-get-sites",
        "73-register-course-missing-key",
        "74-unregister-foreign-course",
        "75-get-courses-by-ids",
        "76-get-sitesregister-stats",
        "77-update-site-info-empty",
        "78-utf8-proper-search",
    ] {
        replay.file(name).await;
    }
    replay.file_without("80-siteregistration-missing", &[2]).await;
}

async fn left_and_came_back(replay: &mut Replay) {
    replay.file("91-unpublish").await;
    replay.hub.settle().await;
    let feeds = replay.file("92-unregister-page").await;
    for feed in &feeds[1..] {
        let text = feed.text();
        assert!(text.contains("<title>Generated downloadable</title>"), "92: {text}");
        assert_eq!(text.matches("<item>").count(), 1, "92: {text}");
    }
    replay.file("93-unregister").await;
    replay.file("94-re2-register-submit").await;
}

async fn conflicts(replay: &mut Replay) {
    replay.file("86-reg-moved-or-copied").await;
    replay
        .page("86-reg-moved-or-copied2", &["http://school.example", "http://hub.example", "moved", "copied"])
        .await;
    replay.page("89-reg-new-secret-known-url", &["registered"]).await;
    replay.page("89-reg-new-secret-known-url-again", &["already on its way"]).await;
    replay.page("88-reg-missing-fields", &["not registered yet", "description"]).await;
    for name in ["88-reg-badport", "88-reg-localhost", "88-reg-unreachable"] {
        replay.page(name, &["not registered yet", "address"]).await;
    }
    replay.file("87-reg-copied-action").await;
    replay.file("87-reg-moved-action").await;
}

/// The site came back with another secret; staff says that it is the same, so that it may change its courses again.
async fn confirm_the_site(replay: &Replay) {
    let sites = staff::list(&replay.hub.app, SiteId(0), 10).await.unwrap();
    assert_eq!(sites.len(), 1, "one site all along");
    assert_eq!(staff::confirm(&replay.hub.app, Actor::CommandLine, sites[0].id).await.unwrap(), 1);
}

async fn limits(replay: &mut Replay) {
    replay.file("95-zend-client-2.6").await;
    confirm_the_site(replay).await;
    replay.hub.set("courses_per_site_per_day", "1").await;
    replay.file("96-quota-reached").await;
    replay.hub.set("courses_per_site_per_day", "0").await;
    replay.file("96-quota-zero").await;
    replay.file("99-advertise-while-quota-zero").await;
    replay.hub.set("courses_per_site_per_day", "20").await;
    replay.hub.set("enabled", "off").await;
    replay.file("97-hub-disabled").await;
    replay.hub.set("enabled", "on").await;
    replay.hub.set("reading", "members").await;
    replay.file("98-private-hub-publichub-token").await;
}

/// Another hub: the registration that the classic one refused for want of a mailing list, and the limits met by a
/// course that is really new.
async fn on_a_new_hub(engine: Engine, folder: PathBuf) -> Replay {
    let mut replay = Replay::start(engine, folder).await;
    let answers = replay.file("11z-register-without-mailing-list").await;
    replay.take_token("7724e9d0da5dc3d9cc93d1dea8982145", &answers[0]);
    replay.named = "new hub: ";
    replay.hub.set("courses_per_site_per_day", "0").await;
    replay.file("96-quota-zero").await;
    replay.file("99-advertise-while-quota-zero").await;
    replay.hub.set("courses_per_site_per_day", "1").await;
    replay.file_without("95-zend-client-2.6", &[1, 2, 3, 5, 6, 7, 8]).await;
    replay.file("96-quota-reached").await;
    replay
}

async fn replay_all(engine: Engine) {
    let Some(folder) = clients::captures() else { return };
    let fresh = on_a_new_hub(engine, folder.clone()).await;
    let mut replay = Replay::start(engine, folder.clone()).await;
    published(&mut replay).await;
    found_and_taken(&mut replay).await;
    refused(&mut replay).await;
    left_and_came_back(&mut replay).await;
    conflicts(&mut replay).await;
    limits(&mut replay).await;
    replay.seen.extend(fresh.seen);
    replay.replayed.extend(fresh.replayed);
    nothing_is_left_out(&folder, &replay.replayed);
    judge(&replay.seen);
}

fn nothing_is_left_out(folder: &Path, replayed: &[String]) {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for path in names.filter(|path| path.extension().is_some_and(|end| end == "txt")) {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let known = replayed.contains(&name) || NOT_REPLAYED.iter().any(|(left_out, _)| *left_out == name);
        assert!(known, "{name} is neither replayed nor left out for a reason");
    }
}

fn judge(seen: &[Seen]) {
    let mut problems = Vec::new();
    let mut met = BTreeSet::new();
    for one in seen {
        let found = DEVIATIONS.iter().position(|deviation| {
            deviation.path == one.path
                && deviation.recorded == one.recorded
                && deviation.ours == one.ours
                && deviation.at.contains(&one.at.as_str())
        });
        match found {
            Some(index) => drop(met.insert((index, one.at.clone()))),
            None => problems.push(format!(
                "unlisted: {} {}\n    - {:?}\n    + {:?}",
                one.at, one.path, one.recorded, one.ours
            )),
        }
    }
    for (index, deviation) in DEVIATIONS.iter().enumerate() {
        for at in deviation.at {
            if !met.contains(&(index, (*at).to_owned())) {
                problems.push(format!("no longer seen: {} {at} {}", deviation.id, deviation.path));
            }
        }
    }
    assert!(problems.is_empty(), "{} differences:\n{}", problems.len(), problems.join("\n"));
}

/// The rows of `docs/DEVIATIONS.md`: number, and what calls for it.
fn rows() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(clients::workspace().join("docs/DEVIATIONS.md")).unwrap();
    let rows = text.lines().filter(|line| line.starts_with("| D"));
    rows.map(|row| {
        let row = row.replace("\\|", "\u{1}");
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        assert_eq!(cells.len(), 6, "{row}");
        (cells[1].to_owned(), cells[4].replace('\u{1}', "|"))
    })
    .collect()
}

/// Text without what is only layout: emphasis and line ends.
fn plain(text: &str) -> String {
    text.replace('*', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_deviation_quotes_a_sentence_that_stands_in_its_source() {
    let Some(folder) = clients::captures() else { return };
    if !folder.join("../design.md").is_file() {
        clients::note_skip("the notes and the plan do not lie beside the recordings");
        return;
    }
    let read = |path: &str| std::fs::read_to_string(folder.join("..").join(path)).map(|text| plain(&text));
    let sources = [
        ("notes", "protocol/moodle-hub.md"),
        ("observed", "protocol/moodle-hub-observed.md"),
        ("design", "design.md"),
        ("features", "features.md"),
    ];
    for (id, called_for) in rows() {
        let mut quotes = 0;
        for part in called_for.split(" and \"") {
            let (quote, source) = part.trim_start_matches('"').rsplit_once('"').unwrap_or((part, ""));
            // Two sentences of one source name it once.
            let source = if source.is_empty() { called_for.rsplit_once('"').unwrap().1 } else { source };
            let word = source.trim().trim_start_matches('(').split([',', ')']).next().unwrap();
            let (_, path) =
                sources.iter().find(|(name, _)| *name == word).unwrap_or_else(|| panic!("{id}: {word}"));
            let text = read(path).unwrap_or_else(|error| panic!("{path}: {error}"));
            assert!(text.contains(&plain(quote)), "{id}: \"{quote}\" does not stand in {path}");
            quotes += 1;
        }
        assert!(quotes > 0, "{id} quotes nothing");
    }
}

#[test]
fn every_listed_difference_has_its_row() {
    let rows: Vec<String> = rows().into_iter().map(|(id, _)| id).collect();
    let numbered: Vec<String> = (1..=rows.len()).map(|number| format!("D{number}")).collect();
    assert_eq!(rows, numbered);
    for deviation in DEVIATIONS {
        assert!(rows.iter().any(|row| row == deviation.id), "{} has no row", deviation.id);
    }
}

mod the_recorded_exchanges_are_answered_as_recorded {
    use super::*;

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn sqlite() {
        Box::pin(replay_all(Engine::Sqlite)).await;
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn postgres() {
        if !Engine::postgres_is_left_out() {
            Box::pin(replay_all(Engine::Postgres)).await;
        }
    }
}
