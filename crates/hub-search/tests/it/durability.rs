//! What is there after a restart.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use hub_core::CourseId;
use hub_search::{Error, Index, Update};

use crate::course::{course, found, put};

fn open(folder: &Path) -> (Index, i64) {
    let opened = Index::open(folder).unwrap();
    (opened.index, opened.last_sequence)
}

fn with_botany(folder: &Path) {
    let (index, last_sequence) = open(folder);
    assert_eq!(last_sequence, 0);
    index.apply(vec![put(course(1, "Botany"))], 41).unwrap();
    index.apply(vec![put(course(2, "Zoology"))], 42).unwrap();
}

fn assert_new(folder: &Path) {
    let (index, last_sequence) = open(folder);
    assert_eq!((last_sequence, index.course_count()), (0, 0));
    index.apply(vec![put(course(3, "Geology"))], 7).unwrap();
    assert_eq!(found(&index, ""), [3]);
}

#[test]
fn a_commit_is_there_after_reopening() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    let (index, last_sequence) = open(folder.path());
    assert_eq!(last_sequence, 42);
    assert_eq!(found(&index, "botany"), [1]);
    index.apply(vec![Update::Remove(CourseId(1))], 43).unwrap();
    drop(index);
    let (index, last_sequence) = open(folder.path());
    assert_eq!(last_sequence, 43);
    assert_eq!(found(&index, ""), [2]);
}

#[test]
fn an_empty_batch_moves_the_sequence_on() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    open(folder.path()).0.apply(Vec::new(), 50).unwrap();
    let (index, last_sequence) = open(folder.path());
    assert_eq!((last_sequence, index.course_count()), (50, 2));
}

#[test]
fn a_second_opener_is_told_so() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = open(folder.path());
    assert!(matches!(Index::open(folder.path()), Err(Error::Locked { .. })));
    drop(index);
    open(folder.path());
}

#[test]
fn a_wiped_index_is_empty_and_starts_from_the_beginning() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    let (index, _) = open(folder.path());
    index.wipe().unwrap();
    assert_eq!(found(&index, ""), [0; 0]);
    index.apply(vec![put(course(2, "Zoology"))], 3).unwrap();
    assert_eq!(found(&index, ""), [2]);
    index.wipe().unwrap();
    drop(index);
    assert_new(folder.path());
}

#[test]
fn a_released_writer_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let (index, _) = open(folder.path());
    index.release_writer().unwrap();
    for id in 1..=10 {
        index.apply(vec![put(course(id, "Botany"))], id).unwrap();
        if id % 5 == 0 {
            index.release_writer().unwrap();
        }
    }
    assert_eq!(found(&index, "botany").len(), 10);
}

/// Where the next test's child process writes.
const FOLDER_OF_CHILD: &str = "HUB_SEARCH_TEST_FOLDER";

#[test]
fn a_killed_writer_leaves_exactly_what_its_sequence_says() {
    for acknowledged in [1, 3, 6, 10] {
        let folder = tempfile::tempdir().unwrap();
        let mut writer = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "durability::child_that_writes_until_it_is_killed", "--nocapture"])
            .env(FOLDER_OF_CHILD, folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let applied = lines.map_while(Result::ok).filter(|line| line.starts_with("applied"));
        assert_eq!(applied.take(acknowledged).count(), acknowledged);
        writer.kill().unwrap();
        writer.wait().unwrap();

        let (index, last_sequence) = open(folder.path());
        assert!(last_sequence >= i64::try_from(acknowledged).unwrap());
        assert_eq!(found(&index, "botany"), (1..=last_sequence).collect::<Vec<_>>());
    }
}

/// Not a test of its own: the process the one above kills.
#[test]
fn child_that_writes_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER_OF_CHILD) else { return };
    let (index, _) = open(Path::new(&folder));
    for id in 1..=10_000 {
        index.apply(vec![put(course(id, "Botany"))], id).unwrap();
        println!("\napplied {id}");
    }
}

/// Each file of the index, cut to nothing, cut short, or gone.
#[test]
fn a_damaged_index_is_replaced_by_an_empty_one() {
    let whole = tempfile::tempdir().unwrap();
    open(whole.path()).0.apply(vec![put(course(1, "Botany"))], 41).unwrap();
    let names: Vec<_> =
        fs::read_dir(whole.path().join("index")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    for name in names {
        let kept = name.to_str().unwrap();
        if kept.starts_with('.') {
            continue;
        }
        for damage in ["empty", "short", "gone", "noise"] {
            let folder = tempfile::tempdir().unwrap();
            fs::create_dir(folder.path().join("index")).unwrap();
            for entry in fs::read_dir(whole.path().join("index")).unwrap() {
                let entry = entry.unwrap();
                fs::copy(entry.path(), folder.path().join("index").join(entry.file_name())).unwrap();
            }
            let path = folder.path().join("index").join(&name);
            let bytes = fs::read(&path).unwrap();
            match damage {
                "empty" => fs::write(&path, []).unwrap(),
                "short" => fs::write(&path, &bytes[..bytes.len() / 2]).unwrap(),
                "noise" => fs::write(&path, vec![0xa5; bytes.len()]).unwrap(),
                _ => fs::remove_file(&path).unwrap(),
            }
            let (index, last_sequence) = open(folder.path());
            assert_eq!((last_sequence, index.course_count()), (0, 0), "{kept} {damage}");
        }
    }
}

#[test]
fn an_index_of_another_version_is_replaced_by_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    let meta = folder.path().join("index/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    assert!(text.contains("\"2 42\""), "{text}");
    fs::write(&meta, text.replace("\"2 42\"", "\"0 42\"")).unwrap();
    assert_new(folder.path());
}

#[test]
fn an_index_with_other_fields_is_replaced_by_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    let meta = folder.path().join("index/meta.json");
    let text = fs::read_to_string(&meta).unwrap();
    fs::write(&meta, text.replace("\"featured_at\"", "\"promoted_at\"")).unwrap();
    assert_new(folder.path());
}

#[test]
fn an_interrupted_removal_leaves_no_index() {
    let folder = tempfile::tempdir().unwrap();
    with_botany(folder.path());
    fs::remove_file(folder.path().join("index/meta.json")).unwrap();
    assert_new(folder.path());
}
