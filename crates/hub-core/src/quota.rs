//! How many publications a site may make in 24 hours.

use std::fmt;

use jiff::SignedDuration;

/// Hours over which publications are counted.
pub const WINDOW_HOURS: i64 = 24;

/// The quota refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuotaError {
    /// Publishing is closed for this site.
    #[error("this site may not publish courses on this hub")]
    None,
    /// The limit is reached.
    #[error("this site may publish {} in 24 hours and has published {used}; {again}", courses(*.limit))]
    Reached {
        /// Publications in 24 hours.
        limit: u32,
        /// Publications in the last 24 hours.
        used: u32,
        /// When there is place.
        again: Again,
    },
}

fn courses(count: u32) -> String {
    if count == 1 { "1 course".to_owned() } else { format!("{count} courses") }
}

/// When what was refused can be published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Again {
    /// Later; nobody has looked when.
    Later,
    /// After this time.
    In(SignedDuration),
    /// Never all at once: they are more than fit into 24 hours.
    Fewer,
}

impl fmt::Display for Again {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Later => f.write_str("try again later"),
            Self::In(wait) => {
                // Rounded up: whoever waits that long is let in.
                let minutes = ((wait.as_secs() + 59) / 60).max(1);
                match (minutes / 60, minutes % 60) {
                    (0, minutes) => write!(f, "try again in {minutes} min"),
                    (hours, 0) => write!(f, "try again in {hours} h"),
                    (hours, minutes) => write!(f, "try again in {hours} h {minutes} min"),
                }
            }
            Self::Fewer => f.write_str("send fewer at once"),
        }
    }
}

/// How many of those published in the last 24 hours must be older than that before `new` more fit; `None` if they
/// never fit.
pub fn to_wait_for(limit: u32, used: u32, new: u32) -> Option<u32> {
    (new <= limit).then(|| used.saturating_add(new).saturating_sub(limit))
}

/// The limit in force: the site's own wins over the hub's; `None` is unlimited.
pub fn limit(of_site: Option<Option<u32>>, of_hub: Option<u32>) -> Option<u32> {
    of_site.unwrap_or(of_hub)
}

/// Whether `new` more publications fit. Each course of a batch counts singly; changes of what exists are free
/// (`new` = 0 always passes).
pub fn check(limit: Option<u32>, used: u32, new: u32) -> Result<(), QuotaError> {
    match limit {
        Some(0) if new > 0 => Err(QuotaError::None),
        Some(limit) if new > 0 && used.saturating_add(new) > limit => {
            Err(QuotaError::Reached { limit, used, again: Again::Later })
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_none_and_empty_is_unlimited() {
        assert_eq!(check(Some(0), 0, 1), Err(QuotaError::None));
        assert_eq!(check(None, 1_000_000, 1), Ok(()));
    }

    #[test]
    fn a_batch_counts_singly_and_changes_are_free() {
        assert_eq!(check(Some(3), 1, 2), Ok(()));
        let again = Again::Later;
        assert_eq!(check(Some(3), 1, 3), Err(QuotaError::Reached { limit: 3, used: 1, again }));
        assert_eq!(check(Some(3), 3, 0), Ok(()));
    }

    #[test]
    fn the_refusal_says_how_long_to_wait() {
        let said =
            |limit, wait| QuotaError::Reached { limit, used: limit, again: Again::In(wait) }.to_string();
        let start = "this site may publish 1 course in 24 hours and has published 1; try again in ";
        assert_eq!(said(1, SignedDuration::from_secs(30)), format!("{start}1 min"));
        assert_eq!(said(1, SignedDuration::from_hours(1)), format!("{start}1 h"));
        assert_eq!(said(1, SignedDuration::from_secs(86_399)), format!("{start}24 h"));
        assert!(
            said(2, SignedDuration::from_secs(7_500))
                .ends_with("2 courses in 24 hours and has published 2; try again in 2 h 5 min")
        );
        assert_eq!(to_wait_for(3, 3, 1), Some(1));
        assert_eq!(to_wait_for(3, 2, 3), Some(2));
        assert_eq!(to_wait_for(3, 2, 4), None);
    }

    #[test]
    fn the_sites_own_limit_wins() {
        assert_eq!(limit(Some(Some(2)), Some(20)), Some(2));
        assert_eq!(limit(Some(None), Some(20)), None);
        assert_eq!(limit(None, Some(20)), Some(20));
    }
}
