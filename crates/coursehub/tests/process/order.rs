//! The order in which an upload reaches the disk, read from the system calls of a served hub.
//!
//! Killing a process does not show whether its writes were synced: the system keeps them. So the calls themselves are
//! looked at, by strace(1). Where it is missing or may not trace, the test says so and passes.

use std::path::Path;
use std::process::Stdio;

use hub_app::outside::crypto::Sha256Hex;
use hub_sample::site::{Family, Kind, SimulatedSite, SiteOptions};
use hub_testkit::small_course;

use crate::served::Service;

/// A system call: from the line where it began to the line where it had ended.
#[derive(Debug)]
struct Call {
    began: usize,
    ended: usize,
    text: String,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_upload_is_on_the_disk_before_it_is_acknowledged() {
    if !may_trace() {
        println!("skipped: strace is missing or may not trace");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let trace = folder.path().join("trace");
    let site = SimulatedSite::start(SiteOptions::new(Family::ExtPatched, "School")).await.unwrap();
    let mut service = Service::new(folder.path(), std::slice::from_ref(&site));
    let calls = "trace=fsync,fdatasync,rename,renameat,renameat2,write,writev,sendto";
    let strace = ["strace", "--follow-forks", "--decode-fds=path", "--string-limit=80", "-e", calls, "-o"];
    service.under = strace.iter().map(Into::into).chain([trace.clone().into()]).collect();
    let mut hub = service.start().await;
    site.register(&service.url()).await.unwrap();
    let course = small_course(1);
    let id = site.register_course(&service.url(), &course, Kind::Share, 0).await.unwrap();
    let backup = site.back_up(&course);
    let answer = site.upload_backup(&service.url(), id, &backup).await.unwrap();
    assert_eq!(answer.status, 200);
    // SIGTERM, so that strace ends with the hub and its file is whole.
    hub_stops(&mut hub).await;

    let calls = read(&std::fs::read_to_string(&trace).unwrap());
    let hash = Sha256Hex::of(&backup);
    let (shard, rest) = hash.as_str().split_at(2);
    let renamed = one(&calls, 0, &["rename", "/staging/upload-", rest]);
    let synced =
        calls.iter().rfind(|call| call.ended < renamed.began && has(call, &["sync(", "/staging/upload-"]));
    assert!(synced.is_some(), "the file is not synced before it gets its name");
    let shard_synced = one(&calls, renamed.ended, &["fsync(", &format!("/blobs/{shard}>")]);
    let folder_synced = one(&calls, renamed.ended, &["fsync(", "/blobs>"]);
    let placed = shard_synced.ended.max(folder_synced.ended);
    // SQLite's commit: the write-ahead log is written and synced.
    let committed = one(&calls, placed, &["sync(", "/hub.sqlite-wal>"]);
    let answered = one(&calls, renamed.ended, &["HTTP/1.1 200 OK", "text/plain"]);
    assert!(
        committed.ended < answered.began,
        "answered before the commit was synced: {committed:?} {answered:?}"
    );
}

fn may_trace() -> bool {
    let mut command = std::process::Command::new("strace");
    command.args(["-o", "/dev/null", "true"]).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

async fn hub_stops(strace: &mut tokio::process::Child) {
    let children = format!("/proc/{0}/task/{0}/children", strace.id().unwrap());
    let hub = std::fs::read_to_string(Path::new(&children)).unwrap();
    let stopped = std::process::Command::new("kill").args(["-TERM", hub.trim()]).status().unwrap();
    assert!(stopped.success());
    strace.wait().await.unwrap();
}

/// The calls of a trace. A call of one thread that another interrupted stands on two lines (strace(1)):
/// `PID fsync(5</x> <unfinished ...>` and `PID <... fsync resumed>) = 0`.
fn read(trace: &str) -> Vec<Call> {
    let mut calls: Vec<Call> = Vec::new();
    let mut open = std::collections::HashMap::new();
    for (number, line) in trace.lines().enumerate() {
        let (thread, text) = line.split_once(' ').unwrap_or_default();
        let text = text.trim_start();
        if text.starts_with("<... ") {
            if let Some(index) = open.remove(thread) {
                let call: &mut Call = &mut calls[index];
                call.ended = number;
                call.text.push_str(text);
            }
            continue;
        }
        let is_open = text.contains("<unfinished ...>");
        if is_open {
            open.insert(thread, calls.len());
        }
        let ended = if is_open { usize::MAX } else { number };
        calls.push(Call { began: number, ended, text: text.to_owned() });
    }
    calls
}

fn has(call: &Call, words: &[&str]) -> bool {
    words.iter().all(|word| call.text.contains(word))
}

/// The first call after that line that names all the words.
fn one<'c>(calls: &'c [Call], after: usize, words: &[&str]) -> &'c Call {
    let found = calls.iter().find(|call| call.began >= after && has(call, words));
    found.unwrap_or_else(|| panic!("no call with {words:?} after line {after}"))
}
