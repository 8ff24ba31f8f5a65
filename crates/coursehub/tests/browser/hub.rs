//! One process of the built program, with a data folder of its own.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

use crate::filled;

/// Looks for a mail that a job writes; each takes some tens of milliseconds.
pub const TRIES: u32 = 200;

/// Somebody who can sign in.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// What they type as mail address.
    pub email: String,
    /// What they type as password.
    pub password: String,
}

/// A served hub; killed with the test.
pub struct Hub {
    child: Child,
    /// Its address, without a slash at the end.
    url: String,
    data: PathBuf,
    _folder: TempDir,
}

/// The program with nothing of the test machine's environment that is meant for it.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coursehub"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("COURSEHUB_") {
            command.env_remove(name);
        }
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped());
    command
}

impl Hub {
    /// A new hub in which nothing is, at `http://localhost`: nobody owns it yet.
    pub fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("hub");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = program();
        command.args(["serve", "--listen", &format!("127.0.0.1:{port}")]);
        command.args(["--url", &format!("http://localhost:{port}")]);
        command.arg("--data").arg(&data);
        let (child, url, _) = start(command, &folder, "CourseHub is at ");
        Self { child, url, data, _folder: folder }
    }

    /// A new hub that may call sites on this machine's ports, and the link it prints for its owner to be.
    pub fn printing_its_link(site_ports: &[u16]) -> (Self, String) {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("hub");
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let mut command = program();
        command.args(["serve", "--listen", &format!("127.0.0.1:{port}")]);
        command.args(["--url", &format!("http://localhost:{port}")]);
        let ports: Vec<String> = site_ports.iter().map(u16::to_string).collect();
        command.env("COURSEHUB_NETWORK_ALLOW_PRIVATE", "127.0.0.0/8");
        command.env("COURSEHUB_NETWORK_ALLOW_PORTS", ports.join(","));
        command.arg("--data").arg(&data);
        let (child, url, printed) = start(command, &folder, "/setup/");
        let link = printed.split_whitespace().find(|word| word.contains("/setup/")).unwrap().to_owned();
        (Self { child, url, data, _folder: folder }, link)
    }

    /// A new hub that may call sites at loopback addresses, as simulated Moodles have them.
    pub fn for_sites() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("hub");
        let ports: Vec<String> = (1024..=65535).map(|port| port.to_string()).collect();
        let network =
            format!("[network]\nallow_private = ['127.0.0.0/8']\nallow_ports = [{}]\n", ports.join(","));
        let config = folder.path().join("sites.toml");
        std::fs::write(&config, network).unwrap();
        // Browsers of simulated sites have no scripts for the captcha.
        let mut quiet = program();
        quiet.args(["settings", "set", "captcha", "off", "--data"]).arg(&data);
        assert!(quiet.output().unwrap().status.success());
        let mut command = program();
        command.args(["serve", "--listen", "127.0.0.1:0", "--config"]).arg(config).arg("--data").arg(&data);
        let (child, url, _) = start(command, &folder, "CourseHub is at ");
        Self { child, url, data, _folder: folder }
    }

    /// Its address, as Moodles know it.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The demo's hub: nine sites, two dozen courses in seven languages, three publications that wait. It has an owner
    /// already. The sites themselves are not there: nobody asks them.
    pub fn filled() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("hub");
        filled::copy_to(&data);
        let mut command = program();
        command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(&data);
        let (child, url, _) = start(command, &folder, "CourseHub is at ");
        Self { child, url, data, _folder: folder }
    }

    /// The full address of a path on this hub.
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// Makes an owner.
    pub fn owner(&self) -> Credentials {
        self.account("owner")
    }

    /// Makes an account of that role: `owner`, `admin`, `moderator`, `curator` or `member`.
    pub fn account(&self, role: &str) -> Credentials {
        let email = format!("{role}@people.example");
        let password = format!("a long word for the {role}");
        let mut command = program();
        command.args(["admin", "create", &email, "--role", role, "--password-stdin", "--data"]);
        let mut child = command.arg(&self.data).stdin(Stdio::piped()).spawn().unwrap();
        writeln!(child.stdin.take().unwrap(), "{password}").unwrap();
        assert!(child.wait_with_output().unwrap().status.success(), "no account for {role}");
        Credentials { email, password }
    }

    /// Runs `coursehub ARGS` beside the hub and gives what it prints.
    #[track_caller]
    pub fn run(&self, args: &[&str]) -> String {
        let output = program().args(args).arg("--data").arg(&self.data).output().unwrap();
        assert!(output.status.success(), "{args:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// The newest mail of a kind, once it is written, as `coursehub mail show` prints it.
    #[track_caller]
    pub fn newest_mail(&self, kind: &str) -> String {
        for _ in 0..TRIES {
            let mails: Vec<Value> = serde_json::from_str(&self.run(&["mail", "list", "--json"])).unwrap();
            let of_kind = mails.iter().filter(|mail| mail["kind"] == kind);
            if let Some(id) = of_kind.filter_map(|mail| mail["id"].as_i64()).max() {
                return self.run(&["mail", "show", &id.to_string()]);
            }
        }
        panic!("no mail {kind}");
    }

    /// The path of the first link in the newest mail of a kind.
    #[track_caller]
    pub fn mailed_link(&self, kind: &str) -> String {
        let mail = self.newest_mail(kind);
        let link = mail.split_whitespace().find(|word| word.starts_with("http")).unwrap();
        format!("/{}", link.split_once("://").unwrap().1.split_once('/').unwrap().1)
    }

    /// The published versions, as `coursehub course list --json` prints them, oldest first.
    pub fn versions(&self) -> Vec<Value> {
        let mut all: Vec<Value> = serde_json::from_str(&self.run(&["course", "list", "--json"])).unwrap();
        all.sort_by_key(|version| version["id"].as_i64());
        all
    }
}

/// Starts it and reads what it prints up to a line with `words`: the process, its address, and all it printed.
pub fn start(mut command: Command, folder: &TempDir, words: &str) -> (Child, String, String) {
    let log = folder.path().join("log");
    let mut child = command.stderr(File::create(&log).unwrap()).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut printed = String::new();
    while !printed.contains(words) {
        let read = out.read_line(&mut printed).unwrap();
        assert!(read > 0, "it ended: {printed}\n{}", std::fs::read_to_string(&log).unwrap_or_default());
    }
    // Whatever else it prints must find a reader.
    std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
    let line = printed.lines().find_map(|line| line.strip_prefix("CourseHub is at "));
    let url = line.unwrap().trim_end_matches('/').to_owned();
    (child, url, printed)
}

impl Drop for Hub {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
