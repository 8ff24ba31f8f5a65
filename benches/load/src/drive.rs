//! Drives a served hub and says what came of it.
//!
//! Threads that block are used, one a connection, and no async runtime: at some thousand calls a second they take less
//! of the generator's core, and they wake up within 0.1 ms of a planned time where a runtime's timer has 1 ms steps.

use std::net::{SocketAddr, ToSocketAddrs as _};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::connection::{Connection, find};
use crate::process;
use crate::request::{self, Door};
use crate::words::{Numbers, Vocabulary};

/// How the hub is driven.
#[derive(clap::Args)]
pub struct Options {
    /// Where the hub listens.
    #[arg(long, default_value = "127.0.0.1:8080")]
    hub: String,
    #[command(flatten)]
    request: request::Options,
    /// Connections at once.
    #[arg(long, default_value_t = 16)]
    connections: usize,
    /// Calls a second, evenly spaced whatever the hub does: latency then counts from the planned moment, so that a
    /// hub that stalls is not measured by the calls it kept from being sent. Without it every connection calls again
    /// as soon as it is answered.
    #[arg(long)]
    rate: Option<u32>,
    /// Seconds measured, after a second that is not.
    #[arg(long, default_value_t = 10)]
    seconds: u64,
    /// Process id of the hub, to print the processor time a call takes.
    #[arg(long)]
    pid: Option<u32>,
    /// Writes the body of the first answer to this file, to look at.
    #[arg(long)]
    keep: Option<PathBuf>,
}

/// What one connection saw.
#[derive(Default)]
struct Seen {
    microseconds: Vec<u32>,
    bytes: usize,
}

/// Runs and prints.
pub fn run(options: &Options) -> Result<()> {
    let address = options.hub.to_socket_addrs()?.next().context("no such hub")?;
    let vocabulary = Vocabulary::new();
    let words = vocabulary.asked();
    let requests: Vec<Vec<u8>> =
        words.iter().map(|word| request::bytes(&options.request, &options.hub, word)).collect();
    look_first(options, address, &requests)?;
    round(options, address, &requests, Duration::from_secs(1))?;
    let before = options.pid.map(process::cpu_time).transpose()?;
    let began = Instant::now();
    let seen = round(options, address, &requests, Duration::from_secs(options.seconds))?;
    let took = began.elapsed();
    let after = options.pid.map(process::cpu_time).transpose()?;
    print(options, seen, took, before.zip(after).map(|(before, after)| after.saturating_sub(before)))
}

/// Every word once: what is measured are searches that find something.
fn look_first(options: &Options, address: SocketAddr, requests: &[Vec<u8>]) -> Result<()> {
    let mut connection = Connection::open(address)?;
    let (mut courses, mut full, mut sizes) = (0, 0, Vec::new());
    for (n, request) in requests.iter().enumerate() {
        sizes.push(connection.exchange(request)?);
        let body = connection.body();
        if find(body, b"<fault>").is_some() {
            bail!("the hub answered with a fault: {}", String::from_utf8_lossy(body));
        }
        if let (0, Some(file)) = (n, &options.keep) {
            std::fs::write(file, body)?;
        }
        let here = count(body, b"<name>fullname</name>");
        courses += here;
        full += usize::from(here >= 25);
    }
    sizes.sort_unstable();
    println!("words {}", requests.len());
    if options.request.door == Door::Courses {
        println!("courses in an answer, mean {:.1}; answers with 25 {full}", per(courses, requests.len()));
    }
    println!("answer bytes, head included: median {} largest {}", middle(&sizes), sizes[sizes.len() - 1]);
    Ok(())
}

fn round(
    options: &Options,
    address: SocketAddr,
    requests: &[Vec<u8>],
    length: Duration,
) -> Result<Vec<Seen>> {
    let planned = AtomicU64::new(0);
    let began = Instant::now();
    std::thread::scope(|scope| {
        let connections: Vec<_> = (0..options.connections)
            .map(|seed| {
                let planned = &planned;
                scope.spawn(move || {
                    let mut connection = Connection::open(address)?;
                    let mut numbers = Numbers::new(100 + seed as u64);
                    let mut seen = Seen::default();
                    loop {
                        let due = match options.rate {
                            Some(rate) => {
                                let number = planned.fetch_add(1, Ordering::Relaxed);
                                let due = began + Duration::from_secs_f64(per_u64(number, u64::from(rate)));
                                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                                due
                            }
                            None => Instant::now(),
                        };
                        if due.duration_since(began) >= length {
                            return Ok(seen);
                        }
                        let request: &Vec<u8> = numbers.pick(requests);
                        seen.bytes += connection.exchange(request)?;
                        let took = due.elapsed().as_micros();
                        seen.microseconds.push(u32::try_from(took).unwrap_or(u32::MAX));
                    }
                })
            })
            .collect();
        connections
            .into_iter()
            .map(|connection| connection.join().map_err(|_| anyhow::anyhow!("a connection panicked"))?)
            .collect()
    })
}

fn print(options: &Options, seen: Vec<Seen>, took: Duration, cpu: Option<Duration>) -> Result<()> {
    let bytes: usize = seen.iter().map(|seen| seen.bytes).sum();
    let mut all: Vec<u32> = seen.into_iter().flat_map(|seen| seen.microseconds).collect();
    all.sort_unstable();
    let (calls, Some(worst)) = (all.len(), all.last()) else { bail!("not one call was answered") };
    match options.rate {
        Some(rate) => println!("planned {rate} calls/s over {} connections", options.connections),
        None => println!("as fast as answered over {} connections", options.connections),
    }
    println!(
        "calls {calls} in {:.2} s: {:.0} calls/s",
        took.as_secs_f64(),
        per(calls, 1) / took.as_secs_f64()
    );
    println!(
        "answer bytes, mean {:.0}; {:.1} MB/s",
        per(bytes, calls),
        per(bytes, 1_000_000) / took.as_secs_f64()
    );
    let at = |permille: usize| f64::from(all[(calls * permille / 1000).min(calls - 1)]) / 1000.0;
    println!(
        "latency ms: p50 {:.2} p90 {:.2} p99 {:.2} p99.9 {:.2} max {:.2}",
        at(500),
        at(900),
        at(990),
        at(999),
        f64::from(*worst) / 1000.0
    );
    if let Some(cpu) = cpu {
        let each = cpu.as_secs_f64() * 1_000_000.0 / per(calls, 1);
        println!(
            "hub's processor time: {each:.0} µs a call, {:.2} cores",
            cpu.as_secs_f64() / took.as_secs_f64()
        );
    }
    Ok(())
}

fn count(body: &[u8], wanted: &[u8]) -> usize {
    let (mut rest, mut found) = (body, 0);
    while let Some(at) = find(rest, wanted) {
        found += 1;
        rest = &rest[at + wanted.len()..];
    }
    found
}

fn middle(sorted: &[usize]) -> usize {
    sorted[sorted.len() / 2]
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn per(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[expect(clippy::cast_precision_loss, reason = "exact for the calls of many years")]
fn per_u64(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
