//! An empty hub: how long it takes to start and how much memory it holds.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::process::memory_kb;

/// Which program, and how often.
#[derive(clap::Args)]
pub struct Options {
    /// The hub's program.
    #[arg(long, default_value = "target/release/coursehub")]
    program: PathBuf,
    /// Starts that are measured, after the first one, which makes the data folder.
    #[arg(long, default_value_t = 20)]
    starts: usize,
}

/// A hub that does not answer by then does not start.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long an empty hub is left alone before its memory is read.
const REST: Duration = Duration::from_secs(3);

/// Starts the hub again and again and prints milliseconds from `exec` to the first answer of `/healthz`.
pub fn measure(options: &Options) -> Result<()> {
    let data = tempfile::tempdir()?;
    let (hub, first) = start(&options.program, data.path())?;
    end(hub)?;
    let mut starts = Vec::new();
    for _ in 0..options.starts {
        let (hub, took) = start(&options.program, data.path())?;
        starts.push(took);
        end(hub)?;
    }
    starts.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    println!("first start, which makes the data folder: {:.1} ms", ms(first));
    if let (Some(fastest), Some(slowest)) = (starts.first(), starts.last()) {
        let middle = starts[starts.len() / 2];
        println!(
            "start: median {:.1} ms (fastest {:.1}, slowest {:.1})",
            ms(middle),
            ms(*fastest),
            ms(*slowest)
        );
    }
    let (hub, _) = start(&options.program, data.path())?;
    std::thread::sleep(REST);
    for line in ["VmRSS", "RssAnon", "RssFile", "VmHWM"] {
        println!("{line} {:.1} MB", Duration::from_micros(memory_kb(hub.id(), line)?).as_secs_f64() * 1024.0);
    }
    end(hub)
}

fn start(program: &Path, data: &Path) -> Result<(Child, Duration)> {
    // Taken and let go again: nobody else wants it within a millisecond.
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let mut command = Command::new(program);
    command.arg("serve").arg("--data").arg(data).args(["--listen", &address.to_string()]);
    let began = Instant::now();
    let hub = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().context("the hub's program")?;
    while began.elapsed() < PATIENCE {
        if answers(address) {
            return Ok((hub, began.elapsed()));
        }
        std::thread::sleep(Duration::from_micros(200));
    }
    end(hub)?;
    bail!("the hub does not answer")
}

fn answers(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200 ")
}

fn end(mut hub: Child) -> Result<()> {
    hub.kill()?;
    hub.wait()?;
    Ok(())
}
