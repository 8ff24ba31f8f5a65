//! What needs staff: the kinds, from most to least urgent.

use crate::moderation::words;

/// Years without a change after which a listing is looked at again.
pub const UNTOUCHED_YEARS: i64 = 3;
/// Checks in vain on different days after which a link needs staff.
pub const DEAD_LINK_FAILURES: i64 = 3;

/// What can need staff. The order is the urgency: people who wait for an answer first, tidying last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NeedKind {
    /// A visitor reported something.
    AbuseReport,
    /// A publisher appealed.
    Appeal,
    /// Two installations use one token.
    Clone,
    /// Somebody registers a known address with a secret of their own.
    Newcomer,
    /// The malware scanner does not answer, and packages wait for it.
    ScannerDown,
    /// A version waits for its first decision.
    WaitingCourse,
    /// A change of a listing waits.
    WaitingChange,
    /// Something was found in the package of a course that is public already.
    Findings,
    /// A site registered and was never heard again.
    ReturnNotSeen,
    /// The link of an advert, or the demo of a share, leads nowhere.
    DeadLink,
    /// A site has made no call for long.
    SilentSite,
    /// A listing says no licence.
    NoLicence,
    /// A listing has no description.
    NoDescription,
    /// A listing has no picture.
    NoPicture,
    /// The text is not in the letters of its language.
    WrongLanguage,
    /// Two courses have one title or one package.
    Duplicate,
    /// Not touched for years.
    Untouched,
}
words!(NeedKind {
    AbuseReport = "abuse_report",
    Appeal = "appeal",
    Clone = "clone",
    Newcomer = "newcomer",
    ScannerDown = "scanner_down",
    WaitingCourse = "waiting_course",
    WaitingChange = "waiting_change",
    Findings = "findings",
    ReturnNotSeen = "return_not_seen",
    DeadLink = "dead_link",
    SilentSite = "silent_site",
    NoLicence = "no_licence",
    NoDescription = "no_description",
    NoPicture = "no_picture",
    WrongLanguage = "wrong_language",
    Duplicate = "duplicate",
    Untouched = "untouched",
});

impl NeedKind {
    /// Whether the daily look finds it, rather than each view of the list.
    pub fn is_found_daily(self) -> bool {
        self >= Self::DeadLink
    }

    /// What its subject is: `abuse_report`, `appeal`, `site`, `version`, or the `hub` itself, whose number is 0.
    pub fn subject(self) -> &'static str {
        match self {
            Self::AbuseReport => "abuse_report",
            Self::Appeal => "appeal",
            Self::ScannerDown => "hub",
            Self::Clone | Self::Newcomer | Self::ReturnNotSeen | Self::SilentSite => "site",
            _ => "version",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_listed_by_urgency() {
        assert!(NeedKind::ALL.is_sorted());
        assert!(!NeedKind::ReturnNotSeen.is_found_daily());
        assert!(NeedKind::Untouched.is_found_daily());
    }
}
