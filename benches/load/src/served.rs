//! A hub that runs as long as something is measured.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

/// A hub that does not answer by then does not start.
const PATIENCE: Duration = Duration::from_secs(30);

/// A served hub; ends with this.
pub struct Hub {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// From `exec` to the first answer of `/healthz`.
    pub took: Duration,
}

impl Hub {
    /// Serves a data folder and waits for the first answer.
    pub fn serve(program: &Path, data: &Path, database_url: Option<&str>) -> Result<Self> {
        // Taken and let go again: nobody else wants it within a millisecond.
        let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
        let mut command = Command::new(program);
        command.arg("serve").arg("--data").arg(data).args(["--listen", &address.to_string()]);
        if let Some(url) = database_url {
            command.env("COURSEHUB_DATABASE_URL", url);
        }
        let began = Instant::now();
        let child =
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("the hub's program")?;
        let mut hub = Self { child, address, took: Duration::ZERO };
        while began.elapsed() < PATIENCE {
            if answers(address) {
                hub.took = began.elapsed();
                return Ok(hub);
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        bail!("the hub does not answer")
    }

    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        // A hub that ended by itself is ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answers(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200 ")
}
