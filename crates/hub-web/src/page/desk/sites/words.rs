//! What a site's marks and states are called.

use hub_core::site::{Site, SiteState};
use jiff::Timestamp;

/// One mark beside a site's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its colour.
    pub tone: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Key of its word.
    pub key: &'static str,
}

/// The key of a state's word.
pub fn state_key(state: SiteState) -> &'static str {
    match state {
        SiteState::Waiting => "sites-desk-waiting",
        SiteState::Active => "sites-desk-active",
        SiteState::Suspended => "sites-desk-suspended",
        SiteState::Left => "sites-desk-left",
    }
}

/// All marks of a site, its state first unless that is the usual one. It is silent after so many days without a call.
pub fn marks(site: &Site, now: Timestamp, silent_days: u32) -> Vec<Mark> {
    let mark = |tone, icon, key| Mark { tone, icon, key };
    let state = state_key(site.state);
    let all = [
        (site.state == SiteState::Waiting, mark("warning", "time", state)),
        (site.state == SiteState::Suspended, mark("danger", "lock", state)),
        (site.state == SiteState::Left, mark("", "close", state)),
        (site.cloned_at.is_some(), mark("danger", "copy", "sites-desk-cloned")),
        (
            site.waiting_name.is_some() || site.waiting_address.is_some(),
            mark("warning", "again", "sites-desk-changed"),
        ),
        (site.return_not_seen(now), mark("warning", "warning", "sites-desk-not-returned")),
        (site.is_silent(now, silent_days), mark("warning", "time", "need-silent_site")),
        (site.prioritised, mark("accent", "star", "sites-desk-prioritised")),
        (site.trusted, mark("good", "ok", "sites-desk-trusted")),
        (site.in_directory, mark("information", "site", "sites-desk-in-list")),
    ];
    all.into_iter().filter(|(there, _)| *there).map(|(_, mark)| mark).collect()
}
