//! How many publications a site may make in 24 hours.

/// Hours over which publications are counted.
pub const WINDOW_HOURS: i64 = 24;

/// The quota refuses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuotaError {
    /// Publishing is closed for this site.
    #[error("this site may not publish courses on this hub")]
    None,
    /// The limit is reached.
    #[error("this site may publish {limit} courses in 24 hours and has published {used}; try again later")]
    Reached {
        /// Publications in 24 hours.
        limit: u32,
        /// Publications in the last 24 hours.
        used: u32,
    },
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
            Err(QuotaError::Reached { limit, used })
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
        assert_eq!(check(Some(3), 1, 3), Err(QuotaError::Reached { limit: 3, used: 1 }));
        assert_eq!(check(Some(3), 3, 0), Ok(()));
    }

    #[test]
    fn the_sites_own_limit_wins() {
        assert_eq!(limit(Some(Some(2)), Some(20)), Some(2));
        assert_eq!(limit(Some(None), Some(20)), None);
        assert_eq!(limit(None, Some(20)), Some(20));
    }
}
