//! What time it is: the system's, or a test's.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use jiff::Timestamp;

/// Where use cases read the time. Times have whole milliseconds, as the database keeps them, so that a value
/// read back equals the one written.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's clock.
    System,
    /// A clock that stands still until a test moves it; clones share one time.
    Manual(ManualClock),
}

impl Clock {
    /// A clock that stands at `start`.
    pub fn manual(start: Timestamp) -> Self {
        Self::Manual(ManualClock(Arc::new(AtomicI64::new(start.as_millisecond()))))
    }

    /// The time now, in UTC.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => whole_milliseconds(Timestamp::now().as_millisecond()),
            Self::Manual(manual) => whole_milliseconds(manual.0.load(Ordering::SeqCst)),
        }
    }

    /// Moves a manual clock forward. The system's clock does not obey and stays as it is.
    pub fn advance(&self, by: Duration) {
        if let Self::Manual(manual) = self {
            let milliseconds = i64::try_from(by.as_millis()).unwrap_or(i64::MAX);
            manual.0.fetch_add(milliseconds, Ordering::SeqCst);
        }
    }
}

/// The time of a [`Clock::Manual`].
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

fn whole_milliseconds(since_1970: i64) -> Timestamp {
    // Out of range means before the year -9999 or after 9999; the nearest end is the honest answer.
    Timestamp::from_millisecond(since_1970).unwrap_or(if since_1970 < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_manual_clock_moves_only_when_told_and_for_all_its_clones() {
        let start: Timestamp = "2024-05-06T07:08:09.123Z".parse().unwrap();
        let clock = Clock::manual(start);
        let other = clock.clone();
        assert_eq!(clock.now(), start);
        other.advance(Duration::from_secs(90));
        assert_eq!(clock.now().to_string(), "2024-05-06T07:09:39.123Z");
    }

    #[test]
    fn the_system_clock_tells_whole_milliseconds() {
        let now = Clock::System.now();
        assert_eq!(now, Timestamp::from_millisecond(now.as_millisecond()).unwrap());
    }

    #[test]
    fn a_clock_moved_beyond_the_calendar_stays_at_its_end() {
        let clock = Clock::manual(Timestamp::UNIX_EPOCH);
        clock.advance(Duration::from_secs(u64::MAX / 1_000));
        assert_eq!(clock.now(), Timestamp::MAX);
    }
}
