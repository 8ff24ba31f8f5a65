//! An empty hub: how long it takes to start and how much memory it holds.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Result;

use crate::process::memory_kb;
use crate::served::Hub;

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

/// How long an empty hub is left alone before its memory is read.
const REST: Duration = Duration::from_secs(3);

/// Starts the hub again and again and prints milliseconds from `exec` to the first answer of `/healthz`.
pub fn measure(options: &Options) -> Result<()> {
    let data = tempfile::tempdir()?;
    let first = Hub::serve(&options.program, data.path(), None)?.took;
    let mut starts = Vec::new();
    for _ in 0..options.starts {
        starts.push(Hub::serve(&options.program, data.path(), None)?.took);
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
    let hub = Hub::serve(&options.program, data.path(), None)?;
    std::thread::sleep(REST);
    for line in ["VmRSS", "RssAnon", "RssFile", "VmHWM"] {
        println!(
            "{line} {:.1} MB",
            Duration::from_micros(memory_kb(hub.pid(), line)?).as_secs_f64() * 1024.0
        );
    }
    Ok(())
}
