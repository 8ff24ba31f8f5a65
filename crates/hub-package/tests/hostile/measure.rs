//! What reading costs this process. Where Linux does not tell, nothing is measured.

use std::fs;

/// Processor time of this thread spent in what was asked to be measured.
#[derive(Clone, Copy, Default)]
pub(crate) struct Cost {
    nanos: u64,
}

impl Cost {
    /// Runs `what` and adds its processor time.
    pub(crate) fn of<T>(&mut self, what: impl FnOnce() -> T) -> T {
        let before = thread_nanos();
        let done = what();
        self.nanos += thread_nanos() - before;
        done
    }

    #[expect(clippy::cast_precision_loss, reason = "a figure to look at")]
    pub(crate) fn millis(self) -> f64 {
        self.nanos as f64 / 1e6
    }
}

/// The first number of `schedstat` is the time this thread ran, in nanoseconds (Linux,
/// Documentation/scheduler/sched-stats.rst).
fn thread_nanos() -> u64 {
    let text = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    text.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// The most memory this process ever had resident, in KiB: `VmHWM` of proc_pid_status(5).
pub(crate) fn peak_kib() -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|word| word.parse().ok()).unwrap_or(0)
}

/// Open files, and bytes this process ever gave to any write call: `wchar` of proc_pid_io(5).
pub(crate) fn files_and_writes() -> (usize, String) {
    let open = fs::read_dir("/proc/self/fd").map_or(0, Iterator::count);
    let text = fs::read_to_string("/proc/self/io").unwrap_or_default();
    let written = text.lines().find(|line| line.starts_with("wchar:")).unwrap_or_default();
    (open, written.to_owned())
}
