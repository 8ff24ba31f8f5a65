//! `coursehub course add`: packages from disk.

mod meta;

use std::io::{IsTerminal as _, Write as _};
use std::path::{Path, PathBuf};

use hub_app::App;
use hub_app::course::add::{Added, add};
use hub_core::rights::Actor;

use crate::print;
use meta::Meta;

/// Adds every file; one that cannot be added stands in nobody's way.
///
/// # Errors
/// If `--meta` is wrong, or a package was not added.
pub async fn run(app: &App, files: &[PathBuf], meta: Option<&Path>) -> anyhow::Result<()> {
    let meta = match meta {
        Some(path) => Meta::read(path)?,
        None => Meta::default(),
    };
    let mut failed = 0;
    for (n, file) in files.iter().enumerate() {
        let place = format!("[{}/{}] {}", n + 1, files.len(), file.display());
        let fields = meta.of(file);
        let taken = add(app, Actor::CommandLine, file, &fields, progress(&place)).await;
        clear_progress();
        match taken {
            Ok(added) => print::out(&format!("{place}: {}", outcome(&added))),
            Err(error) => {
                failed += 1;
                print::remark(&format!("{place}: not added, {error}"));
            }
        }
    }
    // Why has been said beside each.
    anyhow::ensure!(
        failed == 0,
        "{failed} of {} not added",
        print::count(files.len(), "package", "packages")
    );
    Ok(())
}

fn outcome(added: &Added) -> String {
    let version = &added.version;
    if added.was_there {
        return format!("there already as course {}", version.id);
    }
    let codes = version.package.codes().join(", ");
    let held = if codes.is_empty() { String::new() } else { format!(", held back ({codes})") };
    format!(
        "course {} ({}), {}{held}",
        version.id,
        print::one_line(&version.text.title),
        version.listing.name()
    )
}

/// How often progress is written, in bytes.
const STEP: u64 = 8_000_000;

/// Shows how far a long file is, on a terminal only.
fn progress(place: &str) -> impl FnMut(u64) {
    let is_watched = std::io::stderr().is_terminal();
    let place = place.to_owned();
    let mut next = STEP;
    move |bytes| {
        if is_watched && bytes >= next {
            next = bytes + STEP;
            // Progress nobody can read is no reason to stop.
            let _ = write!(std::io::stderr().lock(), "\r{place}: {} MB", bytes / 1_000_000);
        }
    }
}

fn clear_progress() {
    if std::io::stderr().is_terminal() {
        let _ = write!(std::io::stderr().lock(), "\r\u{1b}[K");
    }
}
