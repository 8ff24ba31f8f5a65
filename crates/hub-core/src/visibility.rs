//! Who may see a course: the one function that every door, feed, search, picture and download asks.

use crate::course::{Kind, is_public};
use crate::ids::SiteId;
use crate::listing::{Listing, PackageState};
use crate::policy::{Enabled, Policy, Reading};
use crate::site::SiteState;

/// Who asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// Nobody in particular: a visitor, or the public reader's token.
    Stranger,
    /// A person with an account.
    Member,
    /// A registered site with a live token, as the one it is now.
    Site {
        /// Its id.
        id: SiteId,
        /// Which of those that had this registration one after the other.
        identity: i64,
    },
    /// Somebody of the hub's staff, or its command line.
    Staff,
}

/// The site a version came from, as the one it was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// Its id.
    pub id: SiteId,
    /// Which of those that had this registration one after the other; a successor owns nothing of its predecessor's
    /// until staff confirms that both are the same site.
    pub identity: i64,
    /// Where the registration stands now.
    pub state: SiteState,
}

/// What of a version the decision needs.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// Advert or share.
    pub kind: Kind,
    /// Where it stands.
    pub listing: &'a Listing,
    /// Where its package stands.
    pub package: &'a PackageState,
    /// Its site, if a site published it.
    pub site: Option<Publisher>,
    /// Whether the public has ever seen it: then its end is told, otherwise it never was.
    pub was_listed: bool,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Shown.
    Visible,
    /// Shown to those who sign in: the hub is private.
    MembersOnly,
    /// It was here and is no more.
    Gone,
    /// As if it had never been.
    Unknown,
    /// The hub is switched off.
    HubOff,
}

/// Whether strangers may read anything at all. `None` if they may.
pub fn may_read(viewer: Viewer, policy: &Policy) -> Option<Sight> {
    match (policy.enabled, policy.reading, viewer) {
        (_, _, Viewer::Staff) => None,
        (Enabled::Off, _, _) => Some(Sight::HubOff),
        (_, Reading::Members, Viewer::Stranger) => Some(Sight::MembersOnly),
        _ => None,
    }
}

/// Who sees what.
pub fn sight(viewer: Viewer, policy: &Policy, version: &Facts<'_>) -> Sight {
    if let Some(closed) = may_read(viewer, policy) {
        return closed;
    }
    let suspended = version.site.is_some_and(|publisher| publisher.state == SiteState::Suspended);
    let owner =
        version.site.is_some_and(|Publisher { id, identity, .. }| viewer == Viewer::Site { id, identity });
    if !suspended && is_public(version.kind, version.listing, version.package) {
        return Sight::Visible;
    }
    if viewer == Viewer::Staff || (owner && !version.listing.is_gone()) {
        return Sight::Visible;
    }
    match version.listing {
        Listing::Withdrawn | Listing::Removed if version.was_listed => Sight::Gone,
        _ => Sight::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts<'a>(listing: &'a Listing, package: &'a PackageState, state: SiteState) -> Facts<'a> {
        let site = Some(Publisher { id: SiteId(7), identity: 1, state });
        Facts { kind: Kind::Share, listing, package, site, was_listed: true }
    }

    fn site(id: i64, identity: i64) -> Viewer {
        Viewer::Site { id: SiteId(id), identity }
    }

    #[test]
    fn a_listed_share_is_seen_once_its_package_is_ready() {
        let open = Policy::default();
        let ready = facts(&Listing::Listed, &PackageState::Ready, SiteState::Active);
        let reading = facts(&Listing::Listed, &PackageState::Reading, SiteState::Active);
        assert_eq!(sight(Viewer::Stranger, &open, &ready), Sight::Visible);
        assert_eq!(sight(Viewer::Stranger, &open, &reading), Sight::Unknown);
        assert_eq!(sight(site(7, 1), &open, &reading), Sight::Visible);
        assert_eq!(sight(site(8, 1), &open, &reading), Sight::Unknown);
    }

    #[test]
    fn a_successor_sees_of_its_predecessor_what_everybody_sees() {
        let open = Policy::default();
        let draft = facts(&Listing::Draft, &PackageState::Ready, SiteState::Active);
        let listed = facts(&Listing::Listed, &PackageState::Ready, SiteState::Active);
        assert_eq!(sight(site(7, 1), &open, &draft), Sight::Visible);
        assert_eq!(sight(site(7, 2), &open, &draft), Sight::Unknown);
        assert_eq!(sight(site(7, 2), &open, &listed), Sight::Visible);
    }

    #[test]
    fn the_courses_of_a_suspended_site_are_out_of_sight_and_those_of_one_that_left_stay() {
        let open = Policy::default();
        let suspended = facts(&Listing::Listed, &PackageState::Ready, SiteState::Suspended);
        let left = facts(&Listing::Listed, &PackageState::Ready, SiteState::Left);
        assert_eq!(sight(Viewer::Stranger, &open, &suspended), Sight::Unknown);
        assert_eq!(sight(Viewer::Stranger, &open, &left), Sight::Visible);
    }

    #[test]
    fn a_private_hub_shows_strangers_nothing_not_even_an_end() {
        let private = Policy { reading: Reading::Members, ..Policy::default() };
        let gone = facts(&Listing::Withdrawn, &PackageState::Ready, SiteState::Active);
        assert_eq!(sight(Viewer::Stranger, &private, &gone), Sight::MembersOnly);
        assert_eq!(sight(Viewer::Member, &private, &gone), Sight::Gone);
    }

    #[test]
    fn a_hub_that_is_off_shows_nothing_to_anybody_but_staff() {
        let off = Policy { enabled: Enabled::Off, ..Policy::default() };
        let ready = facts(&Listing::Listed, &PackageState::Ready, SiteState::Active);
        assert_eq!(sight(site(7, 1), &off, &ready), Sight::HubOff);
        assert_eq!(sight(Viewer::Staff, &off, &ready), Sight::Visible);
    }
}
