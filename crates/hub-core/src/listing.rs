//! Where a publication stands: the listing state of a version, the state of its package, and every way from one
//! to the next.

use crate::course::Kind;

/// The listing state of a version.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Listing {
    /// No package yet, or its person has not finished: the owner alone sees it, it is not in the queue, and it is
    /// withdrawn after [`DRAFT_DAYS`].
    Draft,
    /// Waits for a decision of the hub's staff.
    Waiting,
    /// Accepted.
    Listed,
    /// Staff said no.
    Refused {
        /// Shown and mailed to the publisher.
        reason: String,
    },
    /// Staff took it out of sight.
    Hidden {
        /// Shown and mailed to the publisher.
        reason: String,
    },
    /// Its publisher took it back; only this state is revived by publishing again.
    Withdrawn,
    /// Staff deleted it.
    Removed,
}

/// Days after which a draft without a package is withdrawn.
pub const DRAFT_DAYS: i64 = 30;
/// Hours after which a draft without a file is shown to staff as such: the client sends the file with the next request.
pub const FILE_WITHIN_HOURS: i64 = 24;

/// The package state of a version.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PackageState {
    /// No file has arrived, or the version is an advert.
    None,
    /// A job reads it.
    Reading,
    /// Read and found good.
    Ready,
    /// Read and kept back; the codes say why.
    Held {
        /// Codes of the findings.
        codes: Vec<String>,
    },
    /// Read and found unusable.
    Refused {
        /// Code of the finding.
        code: String,
    },
}

/// What staff or a publisher asked for does not fit the state; the sentence says what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongState {
    /// A share without a file cannot be accepted.
    #[error("no package has arrived yet, so there is nothing to accept; it is listed when its file comes")]
    NoPackage,
    /// The package was refused by the reader.
    #[error("its package was not taken ({0}); ask the publisher for a new upload")]
    PackageNotTaken(String),
    /// The reader kept the package back for a person to look at.
    #[error(
        "its package is held ({0}); look at it and accept it despite these findings, or ask the publisher for a new upload"
    )]
    PackageHeld(String),
    /// The bytes of a package that was not taken are kept for a time only.
    #[error("its package was held and its file is no longer kept; ask the publisher for a new upload")]
    PackageNotKept,
    /// A listed version is hidden, not refused.
    #[error("it is listed already; hide it or delete it instead")]
    Listed,
    /// Withdrawn by its publisher.
    #[error("its publisher has withdrawn it; it comes back when they publish it again")]
    Withdrawn,
    /// Deleted by staff.
    #[error("it was deleted")]
    Removed,
    /// Only a hidden version can be unhidden.
    #[error("it is not hidden but {0}")]
    NotHidden(&'static str),
    /// Only what waits can be sent back for changes.
    #[error("it does not wait for a decision but is {0}")]
    NotWaiting(&'static str),
    /// Only what staff deleted can be restored.
    #[error("it was not deleted but is {0}")]
    NotRemoved(&'static str),
    /// Deleted longer ago than the hub keeps such things.
    #[error("it was deleted too long ago; its texts and its file are gone")]
    Purged,
}

/// What becomes of a text that arrives for an advert which exists already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resent {
    /// The text takes the place of the old one and the version has this state.
    InPlace(Listing),
    /// The text waits as a change; state and accepted text stay.
    Waits,
}

impl Listing {
    /// The state of an advert that arrives for the first time.
    pub fn of_new_advert(trusted: bool) -> Self {
        if trusted { Self::Listed } else { Self::Waiting }
    }

    /// The state of a share whose package has just been found good.
    ///
    /// `accepted_early`: staff accepted it while the package was being read. `staff_said_no`: another version of
    /// the course was hidden or removed, so that a person looks first, also for trusted sites.
    #[must_use]
    pub fn when_package_ready(&self, trusted: bool, accepted_early: bool, staff_said_no: bool) -> Self {
        match self {
            Self::Draft | Self::Waiting if accepted_early || (trusted && !staff_said_no) => Self::Listed,
            Self::Draft => Self::Waiting,
            other => other.clone(),
        }
    }

    /// The same advert was sent again by its site.
    pub fn on_resend(&self, trusted: bool) -> Resent {
        match self {
            Self::Listed if !trusted => Resent::Waits,
            Self::Refused { .. } | Self::Hidden { .. } | Self::Removed => Resent::Waits,
            Self::Draft | Self::Waiting | Self::Listed | Self::Withdrawn => {
                Resent::InPlace(Self::of_new_advert(trusted))
            }
        }
    }

    /// Staff accepts. The flag of the answer says that the decision is kept until the package is ready.
    pub fn on_accept(&self, kind: Kind, package: &PackageState) -> Result<(Self, bool), WrongState> {
        match self {
            Self::Withdrawn => return Err(WrongState::Withdrawn),
            Self::Removed => return Err(WrongState::Removed),
            _ => {}
        }
        match (kind, package) {
            (Kind::Advert, _) | (Kind::Share, PackageState::Ready) => Ok((Self::Listed, false)),
            (Kind::Share, PackageState::Reading) => Ok((self.clone(), true)),
            (Kind::Share, PackageState::None) => Err(WrongState::NoPackage),
            (Kind::Share, PackageState::Held { codes }) => Err(WrongState::PackageHeld(codes.join(", "))),
            (Kind::Share, PackageState::Refused { code }) => Err(WrongState::PackageNotTaken(code.clone())),
        }
    }

    /// Staff refuses a version that waits.
    pub fn on_refuse(&self, reason: &str) -> Result<Self, WrongState> {
        match self {
            Self::Draft | Self::Waiting | Self::Refused { .. } => {
                Ok(Self::Refused { reason: reason.to_owned() })
            }
            Self::Listed | Self::Hidden { .. } => Err(WrongState::Listed),
            Self::Withdrawn => Err(WrongState::Withdrawn),
            Self::Removed => Err(WrongState::Removed),
        }
    }

    /// Staff takes it out of sight.
    pub fn on_hide(&self, reason: &str) -> Result<Self, WrongState> {
        match self {
            Self::Withdrawn => Err(WrongState::Withdrawn),
            Self::Removed => Err(WrongState::Removed),
            _ => Ok(Self::Hidden { reason: reason.to_owned() }),
        }
    }

    /// Staff shows again what was hidden; what is listed already stays so.
    pub fn on_unhide(&self, kind: Kind, package: &PackageState) -> Result<Self, WrongState> {
        match self {
            Self::Hidden { .. } if kind == Kind::Share && *package != PackageState::Ready => Ok(Self::Draft),
            Self::Hidden { .. } | Self::Listed => Ok(Self::Listed),
            Self::Draft | Self::Waiting | Self::Refused { .. } | Self::Withdrawn | Self::Removed => {
                Err(WrongState::NotHidden(self.name()))
            }
        }
    }

    /// Whether it waits for a decision, with a change of it or without: what can be sent back for changes.
    pub fn check_waits(&self, change_waits: bool) -> Result<(), WrongState> {
        if *self == Self::Waiting || change_waits { Ok(()) } else { Err(WrongState::NotWaiting(self.name())) }
    }

    /// Staff restores what it deleted; `before` is the state it was deleted in. A draft comes back as one.
    pub fn on_restore(&self, before: &Self) -> Result<Self, WrongState> {
        match self {
            Self::Removed => Ok(before.clone()),
            _ => Err(WrongState::NotRemoved(self.name())),
        }
    }

    /// Its publisher takes it back. What staff refused, hid or removed keeps that state, so that publishing again
    /// does not revive it.
    #[must_use]
    pub fn on_withdraw(&self) -> Self {
        match self {
            Self::Draft | Self::Waiting | Self::Listed | Self::Withdrawn => Self::Withdrawn,
            Self::Refused { .. } | Self::Hidden { .. } | Self::Removed => self.clone(),
        }
    }

    /// The word in the database, in addresses and in answers.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Waiting => "waiting",
            Self::Listed => "listed",
            Self::Refused { .. } => "refused",
            Self::Hidden { .. } => "hidden",
            Self::Withdrawn => "withdrawn",
            Self::Removed => "removed",
        }
    }

    /// Why, where staff gave a reason.
    pub fn reason(&self) -> Option<&str> {
        match self {
            Self::Refused { reason } | Self::Hidden { reason } => Some(reason),
            _ => None,
        }
    }

    /// From the two columns of the database; `None` for an unknown word.
    pub fn from_columns(name: &str, reason: Option<String>) -> Option<Self> {
        let reason = reason.unwrap_or_default();
        Some(match name {
            "draft" => Self::Draft,
            "waiting" => Self::Waiting,
            "listed" => Self::Listed,
            "refused" => Self::Refused { reason },
            "hidden" => Self::Hidden { reason },
            "withdrawn" => Self::Withdrawn,
            "removed" => Self::Removed,
            _ => return None,
        })
    }

    /// Whether its publisher withdrew it or staff deleted it.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Withdrawn | Self::Removed)
    }
}

impl PackageState {
    /// The word in the database and in answers.
    pub fn name(&self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Reading => "reading",
            Self::Ready => "ready",
            Self::Held { .. } => "held",
            Self::Refused { .. } => "refused",
        }
    }

    /// Codes of findings, empty unless held or refused.
    pub fn codes(&self) -> Vec<String> {
        match self {
            Self::Held { codes } => codes.clone(),
            Self::Refused { code } => vec![code.clone()],
            _ => Vec::new(),
        }
    }

    /// From the two columns of the database: the word and the codes joined by commas.
    pub fn from_columns(name: &str, codes: &str) -> Option<Self> {
        Some(match name {
            "none" => Self::None,
            "reading" => Self::Reading,
            "ready" => Self::Ready,
            "held" => {
                Self::Held { codes: codes.split(',').filter(|c| !c.is_empty()).map(str::to_owned).collect() }
            }
            "refused" => Self::Refused { code: codes.to_owned() },
            _ => return None,
        })
    }

    /// What a held package becomes when staff takes it despite the findings; every other state stays.
    #[must_use]
    pub fn lift_hold(&self) -> Self {
        match self {
            Self::Held { .. } => Self::Ready,
            other => other.clone(),
        }
    }

    /// Whether another upload takes the place of what is there: a version with a package that is ready, or that is
    /// being read, keeps it.
    pub fn takes_upload(&self) -> bool {
        matches!(self, Self::None | Self::Held { .. } | Self::Refused { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden() -> Listing {
        Listing::Hidden { reason: "copyright".to_owned() }
    }

    #[test]
    fn only_what_its_publisher_withdrew_is_revived_by_publishing_again() {
        assert_eq!(Listing::Withdrawn.on_resend(true), Resent::InPlace(Listing::Listed));
        assert_eq!(Listing::Withdrawn.on_resend(false), Resent::InPlace(Listing::Waiting));
        for said_no in [hidden(), Listing::Removed, Listing::Refused { reason: String::new() }] {
            assert_eq!(said_no.on_resend(true), Resent::Waits);
            assert_eq!(said_no.on_withdraw(), said_no);
        }
    }

    #[test]
    fn an_untrusted_edit_of_a_listed_advert_waits_and_a_trusted_one_is_taken() {
        assert_eq!(Listing::Listed.on_resend(false), Resent::Waits);
        assert_eq!(Listing::Listed.on_resend(true), Resent::InPlace(Listing::Listed));
    }

    #[test]
    fn a_share_is_listed_by_trust_or_by_an_early_acceptance_once_its_package_is_ready() {
        assert_eq!(Listing::Draft.when_package_ready(true, false, false), Listing::Listed);
        assert_eq!(Listing::Draft.when_package_ready(false, true, true), Listing::Listed);
        assert_eq!(Listing::Draft.when_package_ready(false, false, false), Listing::Waiting);
        assert_eq!(Listing::Draft.when_package_ready(true, false, true), Listing::Waiting);
        assert_eq!(hidden().when_package_ready(true, true, false), hidden());
    }

    #[test]
    fn a_draft_without_a_file_is_not_accepted() {
        let accept = Listing::Draft.on_accept(Kind::Share, &PackageState::None);
        assert_eq!(accept, Err(WrongState::NoPackage));
        assert_eq!(Listing::Draft.on_accept(Kind::Share, &PackageState::Reading), Ok((Listing::Draft, true)));
    }

    #[test]
    fn a_held_package_is_taken_only_when_staff_lifts_the_hold() {
        let held = PackageState::Held { codes: vec!["not_a_course".into()] };
        let accept = Listing::Draft.on_accept(Kind::Share, &held);
        assert_eq!(accept, Err(WrongState::PackageHeld("not_a_course".into())));
        assert_eq!(Listing::Draft.on_accept(Kind::Share, &held.lift_hold()), Ok((Listing::Listed, false)));
        let refused = PackageState::Refused { code: "encrypted".into() };
        assert_eq!(refused.lift_hold(), refused, "what nobody can restore stays refused");
    }

    #[test]
    fn columns_give_back_the_state() {
        for listing in [
            Listing::Draft,
            Listing::Waiting,
            Listing::Listed,
            hidden(),
            Listing::Withdrawn,
            Listing::Removed,
        ] {
            let columns = Listing::from_columns(listing.name(), listing.reason().map(str::to_owned));
            assert_eq!(columns, Some(listing));
        }
        let held = PackageState::Held { codes: vec!["personal_data".into(), "secrets".into()] };
        assert_eq!(PackageState::from_columns(held.name(), &held.codes().join(",")), Some(held));
    }
}
