//! `coursehub serve` as a child process.

use std::ffi::OsString;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use hub_sample::site::SimulatedSite;
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::sync::OnceCell;

/// A hub that does not listen by then never will.
const PATIENCE: Duration = Duration::from_mins(1);

/// How a hub is served. Its port is the same at every start: publications are known by the hub's address.
pub struct Service {
    pub folder: PathBuf,
    pub database_url: Option<String>,
    /// Its mail server, if it has one.
    pub mail_url: Option<String>,
    /// Programs and arguments in front of the hub's own.
    pub under: Vec<OsString>,
    port: u16,
    site_ports: Vec<u16>,
    /// Done at the first start: strangers are let in.
    let_in: OnceCell<()>,
}

impl Service {
    /// A hub in that folder that may call these sites.
    pub fn new(folder: &Path, sites: &[SimulatedSite]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let site_ports = sites.iter().map(|site| site.address().port()).collect();
        Self {
            folder: folder.to_owned(),
            database_url: None,
            mail_url: None,
            under: Vec::new(),
            port,
            site_ports,
            let_in: OnceCell::new(),
        }
    }

    /// The hub's address.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Where it listens.
    pub fn listen(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    /// The folder through which it is told where to stop.
    pub fn faults(&self) -> PathBuf {
        self.folder.join("faults")
    }

    /// Starts the process and waits until it listens. What it logs is kept in the folder's `log`.
    pub async fn start(&self) -> Child {
        std::fs::create_dir_all(self.faults()).unwrap();
        self.let_in.get_or_init(|| self.let_strangers_in()).await;
        let log =
            std::fs::OpenOptions::new().create(true).append(true).open(self.folder.join("log")).unwrap();
        let mut words = self.under.clone();
        words.push(env!("CARGO_BIN_EXE_coursehub").into());
        let mut command = Command::new(&words[0]);
        command.args(&words[1..]).arg("serve").arg("--data").arg(&self.folder);
        command.args(["--listen", &self.listen()]);
        let ports: Vec<String> = self.site_ports.iter().map(u16::to_string).collect();
        command.env("COURSEHUB_NETWORK_ALLOW_PRIVATE", "127.0.0.0/8");
        command.env("COURSEHUB_NETWORK_ALLOW_PORTS", ports.join(","));
        command.env("COURSEHUB_TEST_FAULTS", self.faults());
        if let Some(url) = &self.database_url {
            command.env("COURSEHUB_DATABASE_URL", url);
        }
        if let Some(url) = &self.mail_url {
            command.env("COURSEHUB_MAIL_URL", url).env("COURSEHUB_MAIL_FROM", "Course hub <hub@hub.example>");
        }
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).kill_on_drop(true);
        let mut child = command.spawn().unwrap();
        let began = Instant::now();
        while TcpStream::connect(self.listen()).await.is_err() {
            let ended = child.try_wait().unwrap();
            assert!(ended.is_none() && began.elapsed() < PATIENCE, "the hub does not start: {}", self.log());
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        child
    }

    /// Browsers of simulated sites have no scripts for the captcha.
    async fn let_strangers_in(&self) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_coursehub"));
        command.args(["settings", "set", "captcha", "off", "--data"]).arg(&self.folder);
        if let Some(url) = &self.database_url {
            command.env("COURSEHUB_DATABASE_URL", url);
        }
        let ended = command.stdin(Stdio::null()).output().await.unwrap();
        assert!(ended.status.success(), "{ended:?}");
    }

    /// What the hub logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder.join("log")).unwrap_or_default()
    }
}
