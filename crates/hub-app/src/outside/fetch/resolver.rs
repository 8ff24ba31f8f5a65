//! Names to addresses: by the system, or by a table that a test writes.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

/// Who turns names into addresses.
#[derive(Clone, Debug)]
pub enum Resolver {
    /// The machine's own way: hosts file, DNS.
    System,
    /// Prepared answers. A name that is not in the table does not exist.
    Table(Table),
}

/// Prepared answers, each name with the answers of its successive look-ups; the last one stays.
#[derive(Clone, Debug, Default)]
pub struct Table {
    answers: Arc<Mutex<HashMap<String, VecDeque<Vec<IpAddr>>>>>,
    ports: Arc<Mutex<HashMap<String, u16>>>,
    name_server: Option<SocketAddr>,
}

impl Table {
    /// Adds the next answer for `name`.
    #[must_use]
    pub fn with(self, name: &str, answer: &[IpAddr]) -> Self {
        let name = name.to_ascii_lowercase();
        self.answers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .entry(name)
            .or_default()
            .push_back(answer.to_vec());
        self
    }

    /// Asks the name server at this address for text records, by the real protocol.
    #[must_use]
    pub fn asking(mut self, name_server: SocketAddr) -> Self {
        self.name_server = Some(name_server);
        self
    }

    /// Where text records are asked for.
    pub(super) fn name_server(&self) -> Option<SocketAddr> {
        self.name_server
    }

    /// Lets addresses of `name` that say no port lead to `port` of this machine: the example sites of the demo have
    /// addresses like real ones, and listen where there is room.
    pub fn lead_to(&self, name: &str, port: u16) {
        let name = name.to_ascii_lowercase();
        let loopback = VecDeque::from([vec![IpAddr::from([127, 0, 0, 1])]]);
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).insert(name.clone(), loopback);
        self.ports.lock().unwrap_or_else(PoisonError::into_inner).insert(name, port);
    }

    fn look_up(&self, name: &str) -> Option<Vec<IpAddr>> {
        let mut names = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        let answers = names.get_mut(name)?;
        if answers.len() > 1 { answers.pop_front() } else { answers.front().cloned() }
    }
}

impl Resolver {
    /// The port that takes the place of the scheme's usual one; only a table has any.
    pub(super) fn port(&self, name: &str) -> Option<u16> {
        match self {
            Self::System => None,
            Self::Table(table) => {
                table.ports.lock().unwrap_or_else(PoisonError::into_inner).get(name).copied()
            }
        }
    }

    /// All addresses of `name`; never an empty list.
    pub(super) async fn look_up(&self, name: &str) -> io::Result<Vec<IpAddr>> {
        let addresses: Vec<IpAddr> = match self {
            // The port is not looked at.
            Self::System => tokio::net::lookup_host((name, 0)).await?.map(|address| address.ip()).collect(),
            Self::Table(table) => table.look_up(name).unwrap_or_default(),
        };
        if addresses.is_empty() {
            return Err(io::Error::new(io::ErrorKind::NotFound, "the name has no address"));
        }
        Ok(addresses)
    }
}
