//! Clients nobody here wrote: PHP's xmlrpc extension, Python's `xmlrpc.client`, curl; the small programs that drive
//! them are in `tests/clients`.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

/// The top of the workspace.
pub fn workspace() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).to_owned()
}

/// A client program of `tests/clients`, ready to run; `None` if its language is not on this machine and may be missing.
///
/// # Panics
/// If it is missing where the test command runs: that installs it.
pub fn client(file: &str) -> Option<Command> {
    let path = workspace().join("tests/clients").join(file);
    let interpreter = match path.extension().and_then(|ending| ending.to_str()) {
        Some("php") => "php".to_owned(),
        Some("py") => std::env::var("COURSEHUB_TEST_PYTHON").unwrap_or_else(|_| "python3".to_owned()),
        _ => "bash".to_owned(),
    };
    let mut probe = Command::new(&interpreter);
    if interpreter == "php" {
        probe.args(["-r", "exit(function_exists('xmlrpc_encode_request') ? 0 : 1);"]);
    } else {
        probe.arg("--version");
    }
    if !succeeds(probe) {
        return skip(&format!("{interpreter} is not on this machine, or lacks what the tests call"));
    }
    if interpreter == "bash" {
        curl()?;
    }
    let mut command = Command::new(interpreter);
    command.arg(path);
    Some(command)
}

/// curl itself, ready to run; `None` as with [`client`].
///
/// # Panics
/// As [`client`].
pub fn curl() -> Option<Command> {
    let mut probe = Command::new("curl");
    probe.arg("--version");
    if succeeds(probe) { Some(Command::new("curl")) } else { skip("curl is not on this machine") }
}

fn succeeds(mut probe: Command) -> bool {
    probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

/// Set where everything a test needs has been installed, so that nothing may be missing: by `scripts/test`.
const REQUIRED: [&str; 2] = ["CI", "COURSEHUB_REQUIRE_CLIENTS"];

/// Says that something a test needs is missing; the test command, which installs it, takes that for a failure.
///
/// # Panics
/// Where the test command runs.
pub fn skip<T>(what: &str) -> Option<T> {
    assert!(REQUIRED.iter().all(|name| std::env::var_os(name).is_none()), "{what}");
    eprintln!("skipped: {what}");
    note_skip(what);
    None
}

/// Appends a line to the list of what was left out, if the test command keeps one.
pub fn note_skip(what: &str) {
    let Some(list) = std::env::var_os("COURSEHUB_TEST_SKIPS") else { return };
    if let Ok(mut file) = std::fs::OpenOptions::new().append(true).create(true).open(list) {
        let _ = writeln!(file, "{what}");
    }
}

/// Runs a client with JSON on its standard input and reads JSON from its output.
///
/// # Panics
/// If it fails.
pub fn run_json(mut command: Command, arguments: &[&str], input: &Value) -> Value {
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the client starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    stdin.write_all(input.to_string().as_bytes()).expect("the client reads");
    drop(stdin);
    let output = child.wait_with_output().expect("the client ends");
    let text = String::from_utf8_lossy(&output.stdout);
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// The sample packages, which the project does not ship: the folder of `COURSEHUB_SAMPLES`, or `../shared/samples`.
pub fn samples() -> Option<PathBuf> {
    outside("COURSEHUB_SAMPLES", "../shared/samples")
}

/// Recorded exchanges of a classic hub, likewise: `COURSEHUB_CAPTURES`, or `../shared/captures`.
pub fn captures() -> Option<PathBuf> {
    outside("COURSEHUB_CAPTURES", "../shared/captures")
}

fn outside(variable: &str, default: &str) -> Option<PathBuf> {
    let folder = std::env::var_os(variable).map_or_else(|| workspace().join(default), PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("skipped: {} is not there; {variable} names another folder", folder.display());
    note_skip(&format!("{variable}: no such folder"));
    None
}
