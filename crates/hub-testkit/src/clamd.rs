//! Malware scanners for tests: a stand-in that says what it is told to, and Debian's clamd with a signature made for the
//! test.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hub_app::outside::clamd::Clamd;
use tempfile::TempDir;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use crate::clients::skip;

/// What the stand-in is like at the moment.
#[derive(Clone, Debug)]
struct Mood {
    is_down: bool,
    signatures: String,
    /// Whether these bytes are bad.
    knows: fn(&[u8]) -> bool,
    most_bytes: usize,
    scans: usize,
}

/// A scanner that listens on a loopback port and speaks as clamd does.
#[derive(Clone)]
pub struct StandInClamd {
    address: SocketAddr,
    mood: Arc<Mutex<Mood>>,
}

impl StandInClamd {
    /// Starts one that knows nothing bad.
    ///
    /// # Panics
    /// If there is no loopback port.
    pub async fn start() -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a loopback port");
        let address = listener.local_addr().expect("a bound port");
        let mood = Mood {
            is_down: false,
            signatures: "ClamAV stand-in/1".to_owned(),
            knows: |_| false,
            most_bytes: 25_000_000,
            scans: 0,
        };
        let mood = Arc::new(Mutex::new(mood));
        let shared = Arc::clone(&mood);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let mood = Arc::clone(&shared);
                // Who is hung up on is nobody's trouble here.
                tokio::spawn(async move { answer(stream, &mood).await.unwrap_or_default() });
            }
        });
        Self { address, mood }
    }

    /// Where it is.
    pub fn clamd(&self) -> Clamd {
        Clamd::Tcp(self.address.to_string())
    }

    fn change(&self, change: impl FnOnce(&mut Mood)) {
        change(&mut self.mood.lock().expect("nobody panicked"));
    }

    /// Hangs up on everybody, or answers again.
    pub fn goes_down(&self, is_down: bool) {
        self.change(|mood| mood.is_down = is_down);
    }

    /// Has other signatures from now on.
    pub fn learns(&self, signatures: &str, knows: fn(&[u8]) -> bool) {
        self.change(|mood| {
            signatures.clone_into(&mut mood.signatures);
            mood.knows = knows;
        });
    }

    /// Takes no more bytes than this.
    pub fn takes(&self, most_bytes: usize) {
        self.change(|mood| mood.most_bytes = most_bytes);
    }

    /// How many files it scanned.
    ///
    /// # Panics
    /// If one of its connections did.
    pub fn scans(&self) -> usize {
        self.mood.lock().expect("nobody panicked").scans
    }
}

/// Answers one command, as clamd does to those that begin with `z`.
async fn answer(mut stream: TcpStream, mood: &Mutex<Mood>) -> std::io::Result<()> {
    let now = mood.lock().expect("nobody panicked").clone();
    if now.is_down {
        return Ok(());
    }
    let mut command = Vec::new();
    loop {
        match stream.read_u8().await? {
            0 => break,
            byte => command.push(byte),
        }
    }
    let said = match command.as_slice() {
        b"zVERSION" => now.signatures,
        b"zINSTREAM" => {
            let mut file = Vec::new();
            loop {
                let length = usize::try_from(stream.read_u32().await?).expect("a length");
                if length == 0 {
                    break;
                }
                if file.len() + length > now.most_bytes {
                    stream.write_all(b"INSTREAM size limit exceeded. ERROR\0").await?;
                    return Ok(());
                }
                let start = file.len();
                file.resize(start + length, 0);
                stream.read_exact(&mut file[start..]).await?;
            }
            mood.lock().expect("nobody panicked").scans += 1;
            if (now.knows)(&file) { "stream: Stand.In-1 FOUND".to_owned() } else { "stream: OK".to_owned() }
        }
        _ => "UNKNOWN COMMAND".to_owned(),
    };
    stream.write_all(said.as_bytes()).await?;
    stream.write_all(b"\0").await
}

/// Where Debian puts it.
const PROGRAM: &str = "/usr/sbin/clamd";

/// Debian's clamd, with one signature; ends with the value.
pub struct RealClamd {
    socket: PathBuf,
    process: Child,
    _folder: TempDir,
}

impl RealClamd {
    /// Starts one that knows `phrase` under `name`, and takes files of at most `most_bytes`. `None` if clamd is not on
    /// this machine and may be missing.
    ///
    /// # Panics
    /// If it is missing where the test command runs, or does not answer in time.
    pub async fn start(name: &str, phrase: &str, most_bytes: usize) -> Option<Self> {
        if !std::path::Path::new(PROGRAM).exists() {
            return skip("clamd is not installed");
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = |name: &str| folder.path().join(name);
        let mut signature = format!("{name}:0:*:");
        for byte in phrase.bytes() {
            let _ = write!(signature, "{byte:02x}");
        }
        let (socket, signatures) = (path("clamd.sock"), path("signatures"));
        std::fs::create_dir(&signatures).expect("a folder");
        std::fs::write(signatures.join("made.ndb"), format!("{signature}\n")).expect("a file");
        let configuration = format!(
            "Foreground yes\nLocalSocket {}\nDatabaseDirectory {}\nStreamMaxLength {most_bytes}\nTemporaryDirectory {}\n",
            socket.display(),
            signatures.display(),
            folder.path().display()
        );
        std::fs::write(path("clamd.conf"), configuration).expect("a file");
        let process = Command::new(PROGRAM)
            .arg("--config-file")
            .arg(path("clamd.conf"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::inherit())
            .spawn()
            .expect("clamd starts");
        let started = Self { socket, process, _folder: folder };
        for _ in 0..600 {
            if started.clamd().version().await.is_ok() {
                return Some(started);
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("clamd does not answer");
    }

    /// Where it is.
    pub fn clamd(&self) -> Clamd {
        Clamd::Socket(self.socket.clone())
    }
}

impl Drop for RealClamd {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
