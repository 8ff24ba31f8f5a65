//! Debian's Apache with `mod_security2` before a hub or a site: a web server as schools have it, with a rule that refuses
//! addresses in parameters.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::os::unix::fs::{MetadataExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::clients::skip;

const PROGRAM: &str = "/usr/sbin/apache2";
const MODULES: &str = "/usr/lib/apache2/modules";
/// Debian's user `nobody`: Apache must not have more rights than it needs, least of all in a test.
const NOBODY: u32 = 65534;
/// A server that does not listen by then never will.
const PATIENCE: Duration = Duration::from_secs(30);

/// Number of the rule below. The Core Rule Set has its rules of this kind at 931100 to 931130; this one has what 931130
/// refuses at its second level, with no exception for the server's own name.
pub const RULE: u32 = 931_130;

/// Refuses `http://` and `https://` in any parameter, percent-encoded once or twice.
const RULES: &str = r#"SecRule ARGS "@rx (?i)https?://" "id:931130,phase:2,deny,status:403,t:none,t:urlDecodeUni,log,msg:'address in a parameter'"
"#;

/// A running Apache; it ends with the value.
pub struct Apache {
    process: Child,
    folder: TempDir,
    port: u16,
    backend: u16,
}

impl Apache {
    /// Starts one at `port` of 127.0.0.1, with the rule, that hands everything on to `backend` there. `None` if Apache is
    /// not on this machine and may be missing.
    ///
    /// # Panics
    /// If it does not start, or is missing where the test command runs: that installs it.
    pub fn start(port: u16, backend: u16) -> Option<Self> {
        let needed = [Path::new(PROGRAM).to_owned(), module("security2")];
        if let Some(missing) = needed.iter().find(|path| !path.exists()) {
            return skip(&format!("{} is not on this machine", missing.display()));
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let process = launch(folder.path(), port, backend, "");
        Some(Self { process, folder, port, backend })
    }

    /// Starts it again with more lines after the rule, as an administrator who adds an exception.
    ///
    /// # Panics
    /// If it does not start with them.
    pub fn restart_with(&mut self, lines: &str) {
        self.stop();
        self.process = launch(self.folder.path(), self.port, self.backend, lines);
    }

    /// What it logged.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    fn stop(&mut self) {
        // In its debugging mode it is one process, so that nothing stays behind.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Drop for Apache {
    fn drop(&mut self) {
        self.stop();
    }
}

/// A port nobody listens on, for a server that cannot be asked which one it got. It lies below those the system gives out,
/// so that no other test gets it meanwhile.
///
/// # Panics
/// If all of them are taken.
pub fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    let start = u16::try_from(std::process::id() % 5_000).unwrap_or(0) * 2;
    let mut ports =
        std::iter::repeat_with(|| 20_000 + (start + NEXT.fetch_add(1, Ordering::Relaxed)) % 12_000);
    let free = ports.by_ref().take(12_000).find(|port| TcpListener::bind(("127.0.0.1", *port)).is_ok());
    free.expect("a port of 12,000")
}

fn module(name: &str) -> PathBuf {
    Path::new(MODULES).join(format!("mod_{name}.so"))
}

fn launch(folder: &Path, port: u16, backend: u16, lines: &str) -> Child {
    let configuration = folder.join("apache.conf");
    fs::write(&configuration, text(folder, port, backend, lines)).expect("the folder can be written");
    let mut command = Command::new(PROGRAM);
    command.arg("-X").arg("-f").arg(&configuration);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit());
    // Whoever made the folder runs this; root gives its rights up.
    if fs::metadata(folder).is_ok_and(|folder| folder.uid() == 0) {
        for path in [folder, &configuration] {
            chown(path, Some(NOBODY), Some(NOBODY)).expect("root may give its files away");
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    let mut process = command.current_dir("/").spawn().expect("Apache starts");
    let began = Instant::now();
    while !answers(port) {
        let ended = process.try_wait().expect("it can be asked");
        let log = || fs::read_to_string(folder.join("log")).unwrap_or_default();
        assert!(ended.is_none() && began.elapsed() < PATIENCE, "Apache does not start: {ended:?} {}", log());
        std::thread::sleep(Duration::from_millis(5));
    }
    process
}

/// Whether it answers, and not only listens: it reads its configuration twice and listens each time. The request is one
/// that its rule refuses, so that nobody behind it hears of it.
fn answers(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let request = b"GET /?are-you-there=http://x HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
    let mut answer = Vec::new();
    stream.write_all(request).is_ok()
        && stream.read_to_end(&mut answer).is_ok()
        && answer.starts_with(b"HTTP/1.1 403")
}

fn text(folder: &Path, port: u16, backend: u16, lines: &str) -> String {
    let folder = folder.display();
    let modules = ["mpm_event", "authz_core", "proxy", "proxy_http", "unique_id", "security2"];
    let modules =
        modules.map(|name| format!("LoadModule {name}_module {}", module(name).display())).join("\n");
    format!(
        "ServerRoot {folder}\nServerName 127.0.0.1\nListen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/log\n\
         Mutex posixsem\n{modules}\nSecRuleEngine On\nSecRequestBodyAccess On\nSecDataDir {folder}\nSecTmpDir {folder}\n\
         {RULES}ProxyPass / http://127.0.0.1:{backend}/\nProxyPreserveHost On\n{lines}\n"
    )
}
