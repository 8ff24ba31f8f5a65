//! Wrong passwords, counted by the address they come from, so that nobody tries them all.
//!
//! Only passwords are counted. A token has 32 random characters: trying them is hopeless, and counting calls would shut
//! out a Zend client, which asks for the signature of a function before every call of it (protocol notes, 4.7).

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

/// Wrong passwords one address may send within [`WINDOW`]; enough for a person who mistypes.
pub const MOST: u32 = 10;
/// How long a wrong password is remembered, from the first one.
pub const WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Addresses remembered at once, about a megabyte; beyond it the oldest is forgotten.
pub const MOST_ADDRESSES: usize = 10_000;

/// The wrong passwords of the last minutes. In the memory of this process: a node counts for itself.
#[derive(Debug, Default)]
pub struct Guesses(Mutex<HashMap<IpAddr, Counted>>);

#[derive(Clone, Copy, Debug)]
struct Counted {
    since: Timestamp,
    wrong: u32,
}

impl Counted {
    fn is_over(self, now: Timestamp) -> bool {
        now.duration_since(self.since) >= WINDOW
    }
}

/// How long an address has to wait until its next password is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait(pub SignedDuration);

impl Wait {
    /// In whole minutes, rounded up.
    pub fn minutes(self) -> i64 {
        (self.seconds() + 59) / 60
    }

    /// In whole seconds, rounded up, at least one.
    pub fn seconds(self) -> i64 {
        let more = i64::from(self.0.subsec_nanos() > 0);
        (self.0.as_secs() + more).max(1)
    }
}

impl Guesses {
    /// Counts a password as wrong before it is looked at, so that many at once are no way around;
    /// [`Guesses::was_right`] takes it back.
    ///
    /// # Errors
    /// [`Wait`] if the address has sent too many: this one must not be looked at, or it could still be tried.
    pub fn begin(&self, from: IpAddr, now: Timestamp) -> Result<(), Wait> {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = counted_as(from);
        if !counted.contains_key(&key) && counted.len() >= MOST_ADDRESSES {
            make_room(&mut counted, now);
        }
        let entry = counted.entry(key).or_insert(Counted { since: now, wrong: 0 });
        if entry.is_over(now) {
            *entry = Counted { since: now, wrong: 0 };
        }
        if entry.wrong >= MOST {
            return Err(Wait(WINDOW - now.duration_since(entry.since)));
        }
        entry.wrong += 1;
        Ok(())
    }

    /// Takes back what [`Guesses::begin`] counted.
    pub fn was_right(&self, from: IpAddr) {
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let key = counted_as(from);
        if let Some(entry) = counted.get_mut(&key) {
            entry.wrong = entry.wrong.saturating_sub(1);
            if entry.wrong == 0 {
                counted.remove(&key);
            }
        }
    }
}

/// A customer gets a whole /64 of IPv6 at least, so that counts as one address.
pub(crate) fn counted_as(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).into(),
        v4 @ IpAddr::V4(_) => v4,
    }
}

fn make_room(counted: &mut HashMap<IpAddr, Counted>, now: Timestamp) {
    counted.retain(|_, entry| !entry.is_over(now));
    if counted.len() >= MOST_ADDRESSES
        && let Some(oldest) = counted.iter().min_by_key(|(_, entry)| entry.since).map(|(key, _)| *key)
    {
        counted.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-03-02T09:00:00Z".parse().unwrap()
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn ten_wrong_passwords_are_looked_at_and_the_next_waits_for_the_rest_of_the_window() {
        let (guesses, from) = (Guesses::default(), address("192.0.2.7"));
        for _ in 0..MOST {
            assert_eq!(guesses.begin(from, now()), Ok(()));
        }
        let later = now() + SignedDuration::from_millis(60_500);
        let wait = guesses.begin(from, later).unwrap_err();
        assert_eq!((wait.minutes(), wait.seconds()), (14, 840));
        assert_eq!(guesses.begin(address("192.0.2.8"), later), Ok(()), "another address is another's");
        assert_eq!(guesses.begin(from, now() + WINDOW), Ok(()));
    }

    #[test]
    fn right_passwords_are_not_counted() {
        let (guesses, from) = (Guesses::default(), address("192.0.2.7"));
        for _ in 0..3 * MOST {
            assert_eq!(guesses.begin(from, now()), Ok(()));
            guesses.was_right(from);
        }
        assert!(guesses.0.lock().unwrap().is_empty());
    }

    #[test]
    fn a_network_of_one_customer_counts_as_one_address() {
        let guesses = Guesses::default();
        for last in 0..MOST {
            assert_eq!(guesses.begin(address(&format!("2001:db8:1:2::{last:x}")), now()), Ok(()));
        }
        assert!(guesses.begin(address("2001:db8:1:2:ffff::1"), now()).is_err());
        assert!(guesses.begin(address("2001:db8:1:3::1"), now()).is_ok());
        for _ in 0..MOST {
            assert_eq!(guesses.begin(address("::ffff:192.0.2.7"), now()), Ok(()));
        }
        assert!(guesses.begin(address("192.0.2.7"), now()).is_err(), "however it is written");
    }

    #[test]
    fn many_addresses_do_not_fill_the_memory() {
        let guesses = Guesses::default();
        for number in 0..u32::try_from(MOST_ADDRESSES).unwrap() + 500 {
            let at = now() + SignedDuration::from_millis(i64::from(number));
            let from = IpAddr::from((0x0a00_0000 + number).to_be_bytes());
            assert_eq!(guesses.begin(from, at), Ok(()));
        }
        assert_eq!(guesses.0.lock().unwrap().len(), MOST_ADDRESSES);
    }
}
