//! Moderation: what waits, how staff decides, appeals, and what visitors report.

use crate::ids::{CourseId, SiteId};

/// Minutes without activity after which a claim is void.
pub const CLAIM_MINUTES: i64 = 30;
/// Days within which distinct reporters of a course are counted together.
pub const REPORTERS_DAYS: i64 = 7;
/// Days after which something sent back for changes is in the queue again, if nobody says otherwise.
pub const ASKED_DAYS: i64 = 14;
/// Characters of a reason, a message of an appeal or the text of a report of abuse: two pages.
pub const MESSAGE_CHARS: usize = 5000;

/// A word for each variant, in the database, in addresses and in answers.
macro_rules! words {
    ($name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $name {
            /// All of them, in the order they are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database, in addresses and in answers.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }

            /// The reverse of `name`.
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.name() == name)
            }
        }
    };
}
pub(crate) use words;

/// Why something is in the queue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QueueKind {
    /// A version that was never decided on.
    New,
    /// Another text for an advert that staff has decided on before.
    Change,
    /// A version whose package the reader held.
    Held,
}
words!(QueueKind { New = "new", Change = "change", Held = "held" });

/// What staff decided, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Listed, or its change taken.
    Accepted,
    /// Refused, or its change dropped.
    Refused,
    /// Taken out of sight.
    Hidden,
    /// Shown again.
    Unhidden,
    /// Sent back for changes.
    Asked,
    /// Deleted.
    Deleted,
    /// Restored after it was deleted.
    Restored,
}
words!(Verdict {
    Accepted = "accepted",
    Refused = "refused",
    Hidden = "hidden",
    Unhidden = "unhidden",
    Asked = "asked",
    Deleted = "deleted",
    Restored = "restored",
});

impl Verdict {
    /// Whether its publisher may appeal.
    pub fn may_be_appealed(self) -> bool {
        matches!(self, Self::Refused | Self::Hidden)
    }
}

/// The lists of lines that staff keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineList {
    /// Canned reasons to refuse or hide, and what to ask of publishers.
    Reasons,
    /// What a moderator looks at before accepting.
    Checklist,
}
words!(LineList { Reasons = "reasons", Checklist = "checklist" });

/// Where an appeal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppealState {
    /// Waits for staff.
    Open,
    /// The decision stands.
    Upheld,
    /// The decision was taken back.
    Reversed,
}
words!(AppealState { Open = "open", Upheld = "upheld", Reversed = "reversed" });

/// What a visitor finds wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbuseCategory {
    /// Wrong licence, or somebody else's work.
    Copyright,
    /// Data of people.
    PersonalData,
    /// It insults or harms.
    Offensive,
    /// It does not work.
    Broken,
    /// Advertising, or nothing to do with learning.
    Spam,
    /// Something else; the text says what.
    Other,
}
words!(AbuseCategory {
    Copyright = "copyright",
    PersonalData = "personal_data",
    Offensive = "offensive",
    Broken = "broken",
    Spam = "spam",
    Other = "other",
});

/// What a report of abuse is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
#[non_exhaustive]
pub enum AbuseSubject {
    /// A course.
    Course(CourseId),
    /// A site.
    Site(SiteId),
}

impl AbuseSubject {
    /// The word and number of the two columns.
    pub fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Course(id) => ("course", id.get()),
            Self::Site(id) => ("site", id.get()),
        }
    }

    /// The reverse of [`AbuseSubject::columns`].
    pub fn from_columns(kind: &str, id: i64) -> Option<Self> {
        match kind {
            "course" => Some(Self::Course(CourseId(id))),
            "site" => Some(Self::Site(SiteId(id))),
            _ => None,
        }
    }
}

/// Where a report of abuse stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AbuseState {
    /// Waits for staff.
    Open,
    /// Nothing was wrong.
    Dismissed,
    /// The course was hidden.
    Hidden,
    /// The publisher was asked to put it right.
    Asked,
}
words!(AbuseState { Open = "open", Dismissed = "dismissed", Hidden = "hidden", Asked = "asked" });

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_give_back_what_they_name() {
        assert!(Verdict::ALL.iter().all(|one| Verdict::from_name(one.name()) == Some(*one)));
        assert!(AbuseCategory::ALL.iter().all(|one| AbuseCategory::from_name(one.name()) == Some(*one)));
        for subject in [AbuseSubject::Course(CourseId(3)), AbuseSubject::Site(SiteId(4))] {
            let (kind, id) = subject.columns();
            assert_eq!(AbuseSubject::from_columns(kind, id), Some(subject));
        }
        assert_eq!(AbuseSubject::from_columns("comment", 1), None);
    }

    #[test]
    fn only_a_no_can_be_appealed() {
        let appealed: Vec<_> = Verdict::ALL.iter().filter(|verdict| verdict.may_be_appealed()).collect();
        assert_eq!(appealed, [&Verdict::Refused, &Verdict::Hidden]);
    }
}
