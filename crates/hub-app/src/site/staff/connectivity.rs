//! Whether the hub reaches a site, and what to do if it does not.

use std::time::Duration;

use hub_core::SiteId;
use hub_core::desk::Series;
use hub_core::site::Site;
use url::Url;

use crate::outside::fetch::{FetchError, Limits, ProbeReport, Refusal, Step, TlsTrouble, Verdict};
use crate::{App, AppError, Missing};

/// A page or a text file of the site.
const PAGE: Limits = Limits { total: Duration::from_secs(6), max_bytes: 2_000_000, max_redirects: 3 };
/// An answer that takes longer makes classic clients give up: they wait 10 seconds for the hub, which asks meanwhile.
const SLOW: Duration = Duration::from_secs(4);

/// What a check of a site's address says. The pages have one sentence for each, with what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// It answers.
    Answers {
        /// The status.
        status: u16,
    },
    /// A server answers, but not with a site.
    NoSite {
        /// The status.
        status: u16,
    },
    /// Its name has no address.
    NoName {
        /// The name.
        host: String,
    },
    /// It is never called: an address that is not public, a port that is not allowed.
    NotCalled(Refusal),
    /// Its certificate or encryption is not in order.
    Certificate {
        /// What is wrong.
        why: TlsTrouble,
    },
    /// Nothing answers.
    Silent {
        /// Why not.
        why: FetchError,
    },
    /// It answers late.
    Slow,
    /// It leads on to another address.
    LeadsOn {
        /// Where to.
        to: String,
    },
    /// It is reached without encryption.
    Unencrypted,
    /// It shows which Moodle it is.
    Moodle(Series),
    /// It shows another Moodle than it says.
    OtherMoodle {
        /// What it shows.
        shown: Series,
        /// What it says.
        said: Series,
    },
}

impl Finding {
    /// Whether somebody has to do something.
    pub fn is_trouble(&self) -> bool {
        !matches!(self, Self::Answers { .. } | Self::Moodle(_))
    }
}

/// What a check saw.
#[derive(Clone, Debug)]
pub struct Connectivity {
    /// What follows, most important first.
    pub findings: Vec<Finding>,
    /// All steps: names, addresses, statuses, redirects, and the time.
    pub probe: ProbeReport,
}

/// Calls a site's address as registration does, and explains what came. Changes nothing.
///
/// # Errors
/// `NotFound` if there is no such site.
pub async fn check_connectivity(app: &App, id: SiteId) -> Result<Connectivity, AppError> {
    let site = hub_db::site::by_id(app.db.read().await?.cx(), id).await?;
    let site = site.ok_or(AppError::NotFound(Missing::Site))?;
    let url = Url::parse(site.address.as_str()).map_err(AppError::internal)?;
    let Some(probe) = app.fetch.probe_in_turn(&url).await else {
        return Err(AppError::Conflict("many sites are being called at this moment; try again".to_owned()));
    };
    let mut findings = vec![first(&probe.verdict)];
    if probe.exists() {
        findings.extend(leads_on(&url, &probe));
        findings.extend((probe.took > SLOW).then_some(Finding::Slow));
        findings.extend((url.scheme() == "http").then_some(Finding::Unencrypted));
        findings.extend(moodle(app, &site).await);
    }
    Ok(Connectivity { findings, probe })
}

fn first(verdict: &Verdict) -> Finding {
    match verdict.clone() {
        Verdict::Exists { status } => Finding::Answers { status },
        Verdict::NoSite { status } => Finding::NoSite { status },
        Verdict::Refused(refusal) | Verdict::Failed(FetchError::Refused(refusal)) => {
            Finding::NotCalled(refusal)
        }
        Verdict::Failed(FetchError::Resolve { host, .. }) => Finding::NoName { host },
        Verdict::Failed(FetchError::Tls(why)) => Finding::Certificate { why },
        Verdict::Failed(other) => Finding::Silent { why: other },
    }
}

/// Another host, or from http to https.
fn leads_on(url: &Url, probe: &ProbeReport) -> Option<Finding> {
    let last = probe.steps.iter().rev().find_map(|step| match step {
        Step::Redirected { to } => Url::parse(to).ok(),
        _ => None,
    })?;
    let elsewhere = last.host_str() != url.host_str() || last.scheme() != url.scheme();
    elsewhere.then(|| Finding::LeadsOn { to: last.to_string() })
}

/// Moodle's own list of changes for developers, which most sites serve, begins with its release.
async fn moodle(app: &App, site: &Site) -> Option<Finding> {
    let address = format!("{}/lib/upgrade.txt", site.address.as_str().trim_end_matches('/'));
    let answer = app.fetch.get(&Url::parse(&address).ok()?, PAGE).await.ok()?;
    if answer.status != 200 {
        return None;
    }
    let shown = release_of(&String::from_utf8_lossy(&answer.body))?;
    Some(match Series::of_release(&site.info.moodle_release) {
        Some(said) if said != shown => Finding::OtherMoodle { shown, said },
        _ => Finding::Moodle(shown),
    })
}

/// The release of the first heading: `=== 4.5 ===`, `== 3.11.2 ==`.
fn release_of(text: &str) -> Option<Series> {
    let heading =
        text.lines().take(50).find(|line| line.starts_with("==") && line.trim_end().ends_with("=="))?;
    Series::of_release(heading.trim_matches(|c: char| c == '=' || c.is_whitespace()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_heading_says_which_moodle_it_is() {
        let text = "This files describes API changes in core libraries.\n\n=== 4.5 Onwards ===\n\nx\n\n=== 4.4 ===\n";
        assert_eq!(release_of(text), Some(Series { major: 4, minor: 5 }));
        assert_eq!(release_of("<html>not found</html>"), None);
    }
}
