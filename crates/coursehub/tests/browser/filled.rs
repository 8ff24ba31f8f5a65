//! The data of a filled hub, made once for all tests.
//!
//! The demo registers nine sites, paints pictures, packs courses and reads them: some seconds on all cores. What it
//! leaves is the same each time, so the first test that wants it keeps it and all of them take copies, as long as the
//! program is the same one.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use hub_testkit::StoppedHub;

use crate::browser::target;
use crate::hub::{program, start};

/// Older data would say "yesterday" where it says "today" otherwise.
const FRESH: Duration = Duration::from_hours(1);

/// Puts a filled hub's data into a folder that is not there yet.
pub fn copy_to(data: &Path) {
    let kept = target().join("tmp/filled-hub");
    fs::create_dir_all(kept.parent().unwrap()).unwrap();
    let lock = File::create(kept.with_extension("lock")).unwrap();
    lock.lock().unwrap();
    if fs::read_to_string(kept.join("made-by")).unwrap_or_default() != version() || !is_fresh(&kept) {
        let _ = fs::remove_dir_all(&kept);
        fs::create_dir_all(&kept).unwrap();
        fs::rename(fill(&kept), kept.join("data")).unwrap();
        fs::write(kept.join("made-by"), version()).unwrap();
    }
    copy(&kept.join("data"), data);
}

/// What tells one build of the program from another.
fn version() -> String {
    let file = fs::metadata(env!("CARGO_BIN_EXE_coursehub")).unwrap();
    format!("{} bytes, {:?}", file.len(), file.modified().unwrap())
}

fn is_fresh(kept: &Path) -> bool {
    let made = fs::metadata(kept.join("made-by")).and_then(|file| file.modified()).ok();
    made.and_then(|made| SystemTime::now().duration_since(made).ok()).is_some_and(|age| age < FRESH)
}

/// Runs the demo in that folder until it is filled; gives what it leaves when it is killed.
fn fill(kept: &Path) -> PathBuf {
    let folder = tempfile::tempdir_in(kept).unwrap();
    let mut command = program();
    command.args(["demo", "--listen", "127.0.0.1:0"]).env("TMPDIR", kept);
    let (mut child, _, printed) = start(command, &folder, "Ctrl-C");
    let data = printed.split("--data ").nth(1).and_then(|rest| rest.split_whitespace().next()).unwrap();
    // Asked to end it would take its data away. What a killed hub has acknowledged is there when it starts again.
    child.kill().unwrap();
    child.wait().unwrap();
    free_jobs(data.into());
    data.into()
}

/// Whatever the killed hub was at is begun again at once, not when its lease ends.
fn free_jobs(data: PathBuf) {
    let work = async move {
        let stopped = StoppedHub::open(&format!("sqlite:{}", data.join("hub.sqlite").display()), &data).await;
        stopped.let_leases_run_out().await;
        stopped.close().await;
    };
    // The test's own runtime must not be blocked by itself.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    std::thread::spawn(move || runtime.block_on(work)).join().unwrap();
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let (source, place) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy(&source, &place);
        } else {
            fs::copy(&source, &place).unwrap();
        }
    }
}
