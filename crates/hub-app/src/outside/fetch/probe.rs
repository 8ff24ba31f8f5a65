//! Whether there is a site at an address.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use reqwest::Method;
use tokio::time::Instant;
use url::Url;

use super::{FetchError, Fetcher, MAX_REDIRECTS, Refusal};

/// How long a probe may take.
#[derive(Clone, Copy, Debug)]
pub(super) struct ProbeTimes {
    /// For the HEAD request; servers that never answer HEAD leave the rest to GET.
    pub(super) head: Duration,
    /// For the whole probe. Classic clients of one family give up their call, during which we probe, after 10 seconds
    /// (classic protocol notes, 3.6: keep under 8 s).
    pub(super) total: Duration,
}

impl ProbeTimes {
    pub(super) const DEFAULT: Self =
        Self { head: Duration::from_millis(3_500), total: Duration::from_millis(7_500) };
}

/// What a probe concluded.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Somebody is there: any 2xx or 3xx, 401, 403. A login page in front of everything, a closed site and a chain of
    /// redirects that a visitor without cookies cannot end are sites as well.
    Exists {
        /// The last status.
        status: u16,
    },
    /// There is a server, but not this page.
    NoSite {
        /// The last status.
        status: u16,
    },
    /// The address is one that is never called.
    Refused(Refusal),
    /// Nothing answered.
    Failed(FetchError),
}

/// One thing that was seen on the way. For staff: the addresses of a host are not for everybody.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The host's name was looked up.
    Found {
        /// The name.
        host: String,
        /// All its addresses.
        addresses: Vec<IpAddr>,
    },
    /// A server answered.
    Answered {
        /// HEAD or GET.
        method: String,
        /// The address asked, without its query.
        url: String,
        /// The status.
        status: u16,
    },
    /// The answer led on.
    Redirected {
        /// Where to, without its query.
        to: String,
    },
    /// The request ended without an answer.
    Stopped {
        /// HEAD or GET.
        method: String,
        /// Why.
        error: FetchError,
    },
}

/// What a probe saw.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct ProbeReport {
    /// What follows from it.
    pub verdict: Verdict,
    /// All that happened, in order.
    pub steps: Vec<Step>,
    /// How long it took.
    pub took: Duration,
}

impl ProbeReport {
    /// Whether the address counts as that of an existing site.
    pub fn exists(&self) -> bool {
        matches!(self.verdict, Verdict::Exists { .. })
    }
}

/// Probes for strangers that run at one time: each holds a connection, for at most [`ProbeTimes::total`].
pub(super) const SEATS: usize = 16;

impl Fetcher {
    /// As [`Self::probe`], a few at a time: whoever registers sites makes the hub call addresses. Waits for its turn at
    /// most as long as a probe may take; `None` if it did not come.
    pub async fn probe_in_turn(&self, url: &Url) -> Option<ProbeReport> {
        let turn = tokio::time::timeout(self.probe_times.total, self.probe_seats.acquire()).await;
        let _seat = turn.ok()?.ok()?;
        Some(self.probe(url).await)
    }

    /// Looks whether a site answers at `url`: HEAD, and where that does not say yes, GET (classic protocol notes,
    /// 3.6). No body is read. Takes at most 7.5 seconds.
    pub async fn probe(&self, url: &Url) -> ProbeReport {
        let started = Instant::now();
        let mut steps = Vec::new();
        let mut verdict =
            self.probe_once(&Method::HEAD, url, started + self.probe_times.head, &mut steps).await;
        // Not asked again: what is never called, and names without address.
        let is_final = matches!(
            verdict,
            Verdict::Exists { .. } | Verdict::Refused(_) | Verdict::Failed(FetchError::Resolve { .. })
        );
        if !is_final {
            verdict = self.probe_once(&Method::GET, url, started + self.probe_times.total, &mut steps).await;
        }
        ProbeReport { verdict, steps, took: started.elapsed() }
    }

    async fn probe_once(
        &self,
        method: &Method,
        url: &Url,
        deadline: Instant,
        steps: &mut Vec<Step>,
    ) -> Verdict {
        let limit = deadline.saturating_duration_since(Instant::now());
        let asked = self.follow(method, url, MAX_REDIRECTS, steps);
        let answer = match tokio::time::timeout_at(deadline, asked).await {
            Ok(answer) => answer,
            Err(_) => Err(FetchError::Timeout { limit }),
        };
        match answer {
            Ok(answer) => match answer.response.status().as_u16() {
                status @ (200..=399 | 401 | 403) => Verdict::Exists { status },
                status => Verdict::NoSite { status },
            },
            Err(error) => {
                steps.push(Step::Stopped { method: method.to_string(), error: error.clone() });
                match error {
                    FetchError::Refused(refusal) => Verdict::Refused(refusal),
                    error => Verdict::Failed(error),
                }
            }
        }
    }
}

/// One sentence that may be shown to anybody: it names no address and nothing of the hub's network.
impl fmt::Display for Verdict {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exists { status } => write!(formatter, "a site answers (status {status})"),
            Self::NoSite { status } => {
                write!(formatter, "a server answers, but with an error (status {status})")
            }
            Self::Refused(refusal) => refusal.fmt(formatter),
            Self::Failed(error) => error.fmt(formatter),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Found { host, addresses } => {
                write!(formatter, "{host} is at ")?;
                for (index, address) in addresses.iter().enumerate() {
                    let comma = if index == 0 { "" } else { ", " };
                    write!(formatter, "{comma}{address}")?;
                }
                Ok(())
            }
            Self::Answered { method, url, status } => {
                write!(formatter, "{method} {url} answered {status}")
            }
            Self::Redirected { to } => write!(formatter, "redirected to {to}"),
            Self::Stopped { method, error } => write!(formatter, "{method} stopped: {error}"),
        }
    }
}

/// What was seen, a line for each step, then the verdict and the time. For staff.
impl fmt::Display for ProbeReport {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.steps {
            writeln!(formatter, "{step}")?;
        }
        write!(formatter, "{} ({} ms)", self.verdict, self.took.as_millis())
    }
}
