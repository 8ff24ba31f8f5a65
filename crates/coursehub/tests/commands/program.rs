//! Runs the program and keeps hubs running for a test.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use hub_sample::site::{Browser, SimulatedSite};
use hub_testkit::{Engine, TestDatabase};
use serde_json::Value;
use tempfile::TempDir;

/// How long something may take that is there at once on a machine with nothing else to do. A hub follows other
/// processes within a second; test machines are crowded.
pub const SOON: Duration = Duration::from_secs(10);

/// A command that ended.
#[derive(Debug)]
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ended {
    /// Its standard output, if it went well.
    #[track_caller]
    pub fn ok(self) -> String {
        assert_eq!(self.code, 0, "{self:?}");
        self.out
    }

    /// Its standard error, if it ended with `code`.
    #[track_caller]
    pub fn failed(self, code: i32) -> String {
        assert_eq!(self.code, code, "{self:?}");
        self.err
    }
}

/// The program with nothing of the test machine's environment that is meant for it.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coursehub"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("COURSEHUB_") {
            command.env_remove(name);
        }
    }
    command.stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub fn run(mut command: Command) -> Ended {
    let output = command.output().expect("the program starts");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
    Ended { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}

/// Runs `coursehub ARGS` without a hub.
pub fn coursehub(args: &[&str]) -> Ended {
    let mut command = program();
    command.args(args);
    run(command)
}

/// A data folder of a test's own.
pub struct Data {
    folder: TempDir,
    /// On PostgreSQL; SQLite's file lies in the data folder.
    database: Option<TestDatabase>,
}

impl Data {
    /// A hub that knows nothing but its folder.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder"), database: None }
    }

    /// A hub on that database.
    pub async fn on(engine: Engine) -> Self {
        let data = Self::new();
        let database = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(TestDatabase::create(engine, data.folder.path()).await),
        };
        Self { database, ..data }
    }

    /// The data folder; not made yet.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("hub")
    }

    /// A file beside the data folder.
    pub fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).expect("a file can be written");
        path
    }

    /// `coursehub ARGS --data FOLDER`, not run yet.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = program();
        command.args(args).arg("--data").arg(self.path());
        if let Some(database) = &self.database {
            command.env("COURSEHUB_DATABASE_URL", database.url());
        }
        command
    }

    /// Runs `coursehub ARGS --data FOLDER`.
    pub fn run(&self, args: &[&str]) -> Ended {
        run(self.command(args))
    }

    /// Runs it with a line on standard input.
    pub fn run_with(&self, args: &[&str], line: &str) -> Ended {
        let mut command = self.command(args);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        writeln!(child.stdin.take().expect("a pipe"), "{line}").expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("it speaks UTF-8");
        Ended { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The JSON a command prints.
    #[track_caller]
    pub fn json(&self, args: &[&str]) -> Value {
        let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
        serde_json::from_str(&self.run(&args).ok()).expect("JSON alone on standard output")
    }

    /// Serves it, allowed to call every site on this machine.
    pub fn serve_for_all(&self) -> Served {
        self.let_strangers_in();
        let ports: Vec<String> = (1024..=65535).map(|port| port.to_string()).collect();
        let network =
            format!("[network]\nallow_private = ['127.0.0.0/8']\nallow_ports = [{}]\n", ports.join(","));
        let config = self.file("open.toml", network.as_bytes());
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0", "--config", arg(&config)]);
        command.stderr(std::fs::File::create(self.log_file()).expect("a log file"));
        Served::start(command)
    }

    /// Browsers of simulated sites have no scripts for the captcha.
    fn let_strangers_in(&self) {
        self.run(&["settings", "set", "captcha", "off"]).ok();
    }

    fn log_file(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    /// What [`Data::serve_for_all`] logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.log_file()).expect("a log")
    }

    /// Serves it, allowed to call these sites.
    pub fn serve(&self, sites: &[&SimulatedSite]) -> Served {
        self.let_strangers_in();
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"]);
        let ports: Vec<String> = sites.iter().map(|site| site.address().port().to_string()).collect();
        command.env("COURSEHUB_NETWORK_ALLOW_PRIVATE", "127.0.0.0/8");
        command.env("COURSEHUB_NETWORK_ALLOW_PORTS", ports.join(","));
        Served::start(command)
    }
}

/// A running `serve` or `demo`; killed with the test.
pub struct Served {
    child: Child,
    out: BufReader<ChildStdout>,
    /// Its printed address.
    pub url: String,
}

impl Served {
    /// Starts it and reads its address.
    pub fn start(mut command: Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the program starts");
        let mut out = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut line = String::new();
        out.read_line(&mut line).expect("it prints");
        let url = line.trim().strip_prefix("CourseHub is at ").expect("it prints its address").to_owned();
        Self { child, out, url }
    }

    /// Reads what it prints up to a line that has `words` in it.
    pub fn printed_until(&mut self, words: &str) -> String {
        let mut all = String::new();
        while !all.contains(words) {
            let read = self.out.read_line(&mut all).expect("it prints");
            assert!(read > 0, "it ended without \"{words}\": {all}");
        }
        all
    }

    /// Sends a signal and gives exit code and the rest of what it printed.
    pub fn end(mut self, signal: &str) -> (Option<i32>, String) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{signal}"), &id]).status().expect("kill can be run");
        assert!(sent.success());
        let mut rest = String::new();
        self.out.read_to_string(&mut rest).expect("it prints");
        (self.child.wait().expect("it ends").code(), rest)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An answer as it came, no redirect followed.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    /// The head in lower case.
    pub head: String,
    pub body: Vec<u8>,
}

impl Reply {
    /// The body of a page.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> &str {
        let line = self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")));
        line.unwrap_or_default().trim()
    }
}

/// Sends a request as it stands here and reads the answer to its end.
pub fn send(url: &str, method: &str, headers: &[(&str, &str)]) -> Reply {
    let url = url::Url::parse(url).expect("an address");
    let place = (url.host_str().expect("a host"), url.port_or_known_default().expect("a port"));
    let mut stream = TcpStream::connect(place).expect("somebody listens");
    let target = &url[url::Position::BeforePath..url::Position::AfterQuery];
    // HTTP/1.0: the answer comes in one piece and ends with the connection.
    let headers: Vec<String> = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let headers = headers.concat();
    let request = format!("{method} {target} HTTP/1.0\r\nHost: {}\r\n{headers}\r\n", url.authority());
    stream.write_all(request.as_bytes()).expect("the request is taken");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("the answer comes");
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
    let head = String::from_utf8_lossy(&answer[..end]).to_lowercase();
    let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).expect("a status");
    Reply { status, head, body: answer.split_off(end + 4) }
}

/// Gets an address.
pub fn get(url: &str) -> Reply {
    send(url, "GET", &[])
}

/// A page's status and text, as a browser sees them.
pub async fn page(url: &str) -> (u16, String) {
    let browser = Browser::new(Vec::new()).expect("a browser");
    let page = browser.open(url).await.expect("the page answers");
    (page.status, page.body)
}

/// Asks until the answer is yes; fails if that takes too long.
#[track_caller]
pub fn soon<'a, F>(what: &'a str, mut ask: impl FnMut() -> F + 'a) -> impl Future<Output = ()> + 'a
where
    F: Future<Output = bool> + 'a,
{
    let caller = std::panic::Location::caller();
    async move {
        let began = Instant::now();
        while !ask().await {
            assert!(began.elapsed() < SOON, "{caller}: not within {SOON:?}: {what}");
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }
}

/// A package of an example course.
pub fn package(short_name: &str) -> Vec<u8> {
    let course = hub_sample::courses::all().into_iter().find(|course| course.short_name == short_name);
    let origin = hub_sample::package::Origin::default();
    hub_sample::package::build(&course.expect("an example"), &origin, hub_sample::package::Container::TarGz)
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("a path of letters")
}
