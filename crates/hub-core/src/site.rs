//! A registered learning platform: what it says of itself, where it stands, and what staff gave it.

use jiff::Timestamp;

use crate::address::SiteAddress;
use crate::ids::SiteId;

/// Where a site stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SiteState {
    /// Asked to register; staff decides. It has no token.
    Waiting,
    /// Registered.
    Active,
    /// Staff stopped it: its calls are refused and its courses out of sight until lifted.
    Suspended,
    /// It unregistered or staff deleted it: its token is dead, its courses stay unless deleted with it.
    Left,
}

impl SiteState {
    /// The word in the database and in answers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Left => "left",
        }
    }

    /// The reverse of [`SiteState::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Waiting, Self::Active, Self::Suspended, Self::Left]
            .into_iter()
            .find(|state| state.name() == name)
    }
}

/// What the site wants shown of it in the public site list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disclosure {
    /// Nothing (`notdisplayed`); also what an unknown word means.
    #[default]
    NotDisplayed,
    /// Its name (`named`).
    Named,
    /// Its name with a link (`linked`).
    Linked,
}

impl Disclosure {
    /// The classic word, also in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::NotDisplayed => "notdisplayed",
            Self::Named => "named",
            Self::Linked => "linked",
        }
    }

    /// From the classic word; unknown ones disclose nothing.
    pub fn from_name(name: &str) -> Self {
        match name {
            "named" => Self::Named,
            "linked" => Self::Linked,
            _ => Self::NotDisplayed,
        }
    }

    /// What is shown of a site that wants this: nothing unless it is registered and staff made it visible.
    #[must_use]
    pub fn granted(self, state: SiteState, in_directory: bool) -> Self {
        if state == SiteState::Active && in_directory { self } else { Self::NotDisplayed }
    }
}

/// Numbers a site tells of itself; `None` where it does not (the classic −1).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Counters {
    /// Courses.
    pub courses: Option<i64>,
    /// Users.
    pub users: Option<i64>,
    /// Enrolments.
    pub enrolments: Option<i64>,
    /// Forum posts.
    pub posts: Option<i64>,
    /// Questions.
    pub questions: Option<i64>,
    /// Resources.
    pub resources: Option<i64>,
    /// Badges.
    pub badges: Option<i64>,
    /// Badges issued.
    pub issued_badges: Option<i64>,
    /// Participants per course, cut to a whole number as the classic hub did.
    pub participants_average: Option<i64>,
    /// Modules per course, likewise.
    pub modules_average: Option<i64>,
}

/// What a site says of itself at registration and at each update (protocol notes, 3.3 and 6.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct SiteInfo {
    /// Name, at most 255 characters.
    pub name: String,
    /// Description, plain text.
    pub description: String,
    /// Administrator's name.
    pub contact_name: String,
    /// Administrator's mail address; empty if none was given.
    pub contact_email: String,
    /// Telephone.
    pub contact_phone: String,
    /// Whether visitors may write to the administrator.
    pub contactable: bool,
    /// Whether it wants mail from the hub.
    pub email_alert: bool,
    /// Language code.
    pub language: String,
    /// Country, ISO 3166 alpha-2, or empty.
    pub country: String,
    /// Region code; `-` in core clients.
    pub region: String,
    /// Postal address.
    pub street: String,
    /// Free text.
    pub geolocation: String,
    /// What may be shown in the site list.
    pub disclosure: Disclosure,
    /// Moodle's version, a decimal string such as `2017051503.00`.
    pub moodle_version: String,
    /// Moodle's release, such as `3.3.3 (Build: 20171113)`.
    pub moodle_release: String,
    /// Its numbers.
    pub counters: Counters,
}

/// Column sizes of the classic hub (protocol notes, 10.1), in characters.
pub mod limits {
    /// `name`, `contactname`, `street`.
    pub const LINE: usize = 255;
    /// `description`; a text column there, so this bound is ours.
    pub const DESCRIPTION: usize = 20_000;
    /// `contactemail`, `geolocation`.
    pub const EMAIL: usize = 100;
    /// `contactphone`, `moodleversion`.
    pub const SHORT: usize = 20;
    /// `language`.
    pub const LANGUAGE: usize = 30;
    /// `moodlerelease`.
    pub const RELEASE: usize = 50;
    /// `regioncode`.
    pub const REGION: usize = 6;
}

/// A site as the hub keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// Its id; kept for ever.
    pub id: SiteId,
    /// Where it stands.
    pub state: SiteState,
    /// Where it is.
    pub address: SiteAddress,
    /// What it says of itself.
    pub info: SiteInfo,
    /// Its publications are listed at once.
    pub trusted: bool,
    /// First in the site list; implies trusted.
    pub prioritised: bool,
    /// Staff made it visible in the public site list.
    pub in_directory: bool,
    /// Publications in 24 hours if staff set an own limit: `Some(None)` unlimited.
    pub courses_per_day: Option<Option<u32>>,
    /// Grows when the site comes back with another secret: courses of earlier identities cannot be edited or
    /// withdrawn by its token until staff confirms.
    pub identity: i64,
    /// A changed name that waits for staff.
    pub waiting_name: Option<String>,
    /// A changed address that waits for staff.
    pub waiting_address: Option<SiteAddress>,
    /// When it first registered.
    pub registered_at: Timestamp,
    /// When what it says last changed.
    pub updated_at: Timestamp,
    /// When a token was last issued by a handshake.
    pub handshake_at: Option<Timestamp>,
    /// When it last made an authenticated call after the last handshake.
    pub last_seen_at: Option<Timestamp>,
    /// When it left.
    pub left_at: Option<Timestamp>,
    /// When its one token was seen to speak for two installations.
    pub cloned_at: Option<Timestamp>,
    /// Minutes and reasons of staff, free text.
    pub notes: String,
}

/// Minutes after a handshake within which a site's first call is expected.
pub const RETURN_MINUTES: i64 = 10;

impl Site {
    /// Registered, but no authenticated call came within [`RETURN_MINUTES`] of the handshake.
    pub fn return_not_seen(&self, now: Timestamp) -> bool {
        let Some(handshake_at) = self.handshake_at else { return false };
        let late = now.duration_since(handshake_at).as_secs() >= RETURN_MINUTES * 60;
        self.state == SiteState::Active && late && self.last_seen_at.is_none_or(|seen| seen < handshake_at)
    }

    /// Registered, but for so many days nothing was heard of it: neither a call nor a handshake.
    pub fn is_silent(&self, now: Timestamp, days: u32) -> bool {
        let heard_at = self.last_seen_at.or(self.handshake_at).unwrap_or(self.registered_at);
        self.state == SiteState::Active && now.duration_since(heard_at).as_hours() > 24 * i64::from(days)
    }

    /// Takes back what staff gave: trust, priority, the place in the site list, and a limit above the hub's own, which
    /// is `hub_limit` (`None`: unlimited). Another secret may be another installation. A limit below the hub's own
    /// stays, or else registering anew would lift it.
    pub fn take_back_favours(&mut self, hub_limit: Option<u32>) {
        (self.trusted, self.prioritised, self.in_directory) = (false, false, false);
        self.courses_per_day = match (self.courses_per_day, hub_limit) {
            (Some(Some(own)), Some(hub)) if own >= hub => None,
            (Some(None), _) => None,
            (restriction, _) => restriction,
        };
    }

    /// Whether the public site list may show it, and how: staff made it visible and it agreed.
    pub fn shown_as(&self) -> Disclosure {
        self.info.disclosure.granted(self.state, self.in_directory)
    }
}

/// Required fields that were given and are empty, by their classic names. Fields that are absent are not missing:
/// core cuts its address at 2,000 characters.
pub const REQUIRED: [&str; 7] =
    ["token", "url", "name", "contactname", "contactemail", "description", "language"];

#[cfg(test)]
mod tests {
    use super::*;

    fn site(now: Timestamp) -> Site {
        Site {
            id: SiteId(1),
            state: SiteState::Active,
            address: SiteAddress::parse("http://school.example").unwrap(),
            info: SiteInfo { disclosure: Disclosure::Linked, ..SiteInfo::default() },
            trusted: false,
            prioritised: false,
            in_directory: false,
            courses_per_day: None,
            identity: 1,
            waiting_name: None,
            waiting_address: None,
            registered_at: now,
            updated_at: now,
            handshake_at: Some(now),
            last_seen_at: None,
            left_at: None,
            cloned_at: None,
            notes: String::new(),
        }
    }

    #[test]
    fn what_staff_gave_is_taken_back_and_what_it_took_stays() {
        let now = "2026-11-22T10:00:00Z".parse().unwrap();
        for (own, hub, kept) in [
            (Some(None), Some(20), None),
            (Some(None), None, None),
            (Some(Some(50)), Some(20), None),
            (Some(Some(5)), Some(20), Some(Some(5))),
            (Some(Some(5)), None, Some(Some(5))),
            (None, Some(20), None),
        ] {
            let mut site = Site { trusted: true, in_directory: true, courses_per_day: own, ..site(now) };
            site.take_back_favours(hub);
            assert_eq!((site.trusted, site.in_directory, site.courses_per_day), (false, false, kept));
        }
    }

    #[test]
    fn the_way_back_is_missed_after_ten_minutes_without_a_call() {
        let start: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
        let later = start + jiff::SignedDuration::from_mins(10);
        let mut site = site(start);
        assert!(!site.return_not_seen(start));
        assert!(site.return_not_seen(later));
        site.last_seen_at = Some(start);
        assert!(!site.return_not_seen(later));
    }

    #[test]
    fn a_site_is_shown_only_if_staff_and_site_agree() {
        let mut site = site(Timestamp::UNIX_EPOCH);
        assert_eq!(site.shown_as(), Disclosure::NotDisplayed);
        site.in_directory = true;
        assert_eq!(site.shown_as(), Disclosure::Linked);
        site.state = SiteState::Suspended;
        assert_eq!(site.shown_as(), Disclosure::NotDisplayed);
    }
}
