//! Bodies as they come in: how long the doors wait for the next piece of one, and how many they take at once. The
//! classic protocol names its sender after the body or beside it, so strangers are kept within limits too (protocol
//! notes, 7.1).

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::Body;
use bytes::Bytes;
use futures_util::{Stream, StreamExt as _, stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// How patient the doors are, and how much they take at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How long the next piece of a body may take; who sends one is not held to any speed.
    pub idle: Duration,
    /// How long a body waits for its turn.
    pub turn: Duration,
    /// Uploads at once. Each holds one buffer of memory and its bytes on disk.
    pub uploads: usize,
    /// Large calls of the web service at once. Each may hold 16 MiB of memory, and some times that while it is read.
    pub large_calls: usize,
    /// How many of either come from one address: a site sends one after the other, a server may have some sites.
    pub by_address: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            idle: Duration::from_mins(1),
            turn: Duration::from_mins(1),
            uploads: 32,
            large_calls: 16,
            by_address: 4,
        }
    }
}

/// The limits at work: one for all doors of a hub.
pub(crate) struct Intake {
    limits: Limits,
    pub(crate) uploads: Turns,
    pub(crate) large_calls: Turns,
}

impl Intake {
    pub(crate) fn new(limits: Limits) -> Self {
        let turns = |at_once| Turns {
            all: Arc::new(Semaphore::new(at_once)),
            by_address: limits.by_address,
            patience: limits.turn,
            addresses: Mutex::default(),
        };
        Self { limits, uploads: turns(limits.uploads), large_calls: turns(limits.large_calls) }
    }

    /// A body piece by piece. It ends with an error as soon as nothing comes for too long.
    pub(crate) fn pieces(
        &self,
        body: Body,
    ) -> impl Stream<Item = Result<Bytes, BodyError>> + Send + Unpin + 'static {
        let idle = self.limits.idle;
        Box::pin(stream::unfold(Some(body.into_data_stream()), move |pieces| async move {
            let mut pieces = pieces?;
            match timeout(idle, pieces.next()).await {
                Ok(Some(Ok(piece))) => Some((Ok(piece), Some(pieces))),
                Ok(Some(Err(error))) => Some((Err(BodyError::Broken(error)), None)),
                Ok(None) => None,
                Err(_) => Some((Err(BodyError::Idle(idle)), None)),
            }
        }))
    }
}

/// Why a body did not come to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum BodyError {
    /// Its sender fell silent.
    #[error("nothing came for {} seconds, so the request was given up", .0.as_secs())]
    Idle(Duration),
    /// The connection ended.
    #[error("the request broke off")]
    Broken(#[source] axum::Error),
}

/// Turns at a door: so many at once, and so many of them to one address.
pub(crate) struct Turns {
    all: Arc<Semaphore>,
    by_address: usize,
    patience: Duration,
    addresses: Mutex<HashMap<IpAddr, Arc<Semaphore>>>,
}

/// A turn; the next one's when it is dropped.
pub(crate) struct Turn {
    _of_address: Option<OwnedSemaphorePermit>,
    _of_all: OwnedSemaphorePermit,
}

/// No turn came in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too much is sent to this hub at once from where you are; try again in a few minutes")]
pub(crate) struct Busy;

impl Turns {
    /// Waits for a turn of `address`, for a while.
    pub(crate) async fn take(&self, address: IpAddr) -> Result<Turn, Busy> {
        let own = self.of(address);
        let turn = async {
            let of_address = match own {
                Some(own) => Some(own.acquire_owned().await.map_err(|_| Busy)?),
                None => None,
            };
            let of_all = Arc::clone(&self.all).acquire_owned().await.map_err(|_| Busy)?;
            Ok(Turn { _of_address: of_address, _of_all: of_all })
        };
        // A turn that is free is taken, however short the patience.
        timeout(self.patience, turn).await.unwrap_or(Err(Busy))
    }

    /// The turns of one address. This machine has none of its own: behind a proxy here that is not in `trusted_proxies`
    /// it would be everybody.
    fn of(&self, address: IpAddr) -> Option<Arc<Semaphore>> {
        let address = network(address);
        if address.is_loopback() {
            return None;
        }
        let mut addresses = self.addresses.lock().unwrap_or_else(PoisonError::into_inner);
        // Turns and who waits for one hold the semaphore too.
        addresses.retain(|_, turns| Arc::strong_count(turns) > 1);
        let new = || Arc::new(Semaphore::new(self.by_address));
        Some(Arc::clone(addresses.entry(address).or_insert_with(new)))
    }
}

/// A customer gets a whole /64 of IPv6 at least, so that counts as one address.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) if !v6.is_loopback() => Ipv6Addr::from_bits(v6.to_bits() & (u128::MAX << 64)).into(),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intake(idle: Duration) -> Intake {
        Intake::new(Limits { idle, turn: Duration::ZERO, uploads: 3, by_address: 2, ..Limits::default() })
    }

    fn address(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[tokio::test]
    async fn a_body_that_falls_silent_ends_with_an_error() {
        let first = stream::iter([Ok::<_, std::io::Error>("first")]);
        let body = Body::from_stream(first.chain(stream::pending()));
        let mut pieces = intake(Duration::from_millis(1)).pieces(body);
        assert_eq!(pieces.next().await.unwrap().unwrap(), "first");
        assert!(matches!(pieces.next().await, Some(Err(BodyError::Idle(_)))));
        assert!(pieces.next().await.is_none());
    }

    #[tokio::test]
    async fn an_address_has_a_few_of_all_turns() {
        let uploads = intake(Duration::ZERO).uploads;
        let first = uploads.take(address("2001:db8:1:2::1")).await.unwrap();
        let _second = uploads.take(address("2001:db8:1:2::2")).await.unwrap();
        assert!(uploads.take(address("2001:db8:1:2::3")).await.is_err(), "one network is one address");
        let _third = uploads.take(address("192.0.2.1")).await.unwrap();
        assert!(uploads.take(address("192.0.2.2")).await.is_err(), "no more than three at all");
        drop(first);
        let _fourth = uploads.take(address("192.0.2.2")).await.unwrap();
    }

    #[tokio::test]
    async fn this_machine_has_all_turns_and_nobody_is_remembered() {
        let uploads = intake(Duration::ZERO).uploads;
        for name in ["127.0.0.1", "::1", "::ffff:127.0.0.1"].map(address) {
            let _turns = [
                uploads.take(name).await.unwrap(),
                uploads.take(name).await.unwrap(),
                uploads.take(name).await.unwrap(),
            ];
        }
        drop(uploads.take(address("192.0.2.1")).await);
        drop(uploads.take(address("192.0.2.2")).await);
        assert_eq!(uploads.addresses.lock().unwrap().len(), 1, "the last one's, until the next comes");
    }
}
