//! What the system says of a process (`/proc`, see proc(5)).

use std::time::Duration;

use anyhow::{Context as _, Result};

/// Ticks a second of the times in `/proc/PID/stat`: 100 on every Linux we know (`getconf CLK_TCK`).
const TICKS: u64 = 100;

/// Processor time a process has used, in user and system mode.
pub fn cpu_time(pid: u32) -> Result<Duration> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).context("no such process")?;
    // The name, in parentheses, may hold blanks; utime and stime are the 12th and 13th field after it.
    let (_, fields) = stat.rsplit_once(')').context("an unknown form of stat")?;
    let ticks: u64 = fields.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<u64>().ok()).sum();
    Ok(Duration::from_millis(ticks * 1000 / TICKS))
}

/// A line of `/proc/PID/status` in kB, such as `VmRSS` (resident now) or `VmHWM` (most that ever was).
pub fn memory_kb(pid: u32, line: &str) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).context("no such process")?;
    let line = status.lines().find_map(|found| found.strip_prefix(line)?.strip_prefix(':'));
    line.context("no such line")?.trim().trim_end_matches(" kB").parse().context("not a number of kB")
}
