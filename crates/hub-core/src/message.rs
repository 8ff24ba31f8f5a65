//! Messages by relay: what they are about, what kind they are, how long they may be.

use crate::ids::{CourseId, SiteId};

/// Characters of a message.
pub const TEXT_CHARS: usize = 5000;
/// Characters of a sender's name.
pub const NAME_CHARS: usize = 100;

/// In the place of the keyed hash of a sender's mail address, where staff is the sender.
pub const STAFF: &str = "staff";

/// What a message is: the four of the classic form (sendmessage.php).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Category {
    /// A question.
    Question,
    /// A suggestion.
    Improvement,
    /// Something is wrong.
    Issue,
    /// Thanks.
    Appreciation,
}

impl Category {
    /// All, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Question, Self::Improvement, Self::Issue, Self::Appreciation];

    /// The word in the database and in forms.
    pub fn name(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Improvement => "improvement",
            Self::Issue => "issue",
            Self::Appreciation => "appreciation",
        }
    }

    /// The reverse of [`Category::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.name() == name)
    }
}

/// What messages are about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The hub.
    Hub,
    /// A course.
    Course(CourseId),
    /// A site.
    Site(SiteId),
}

impl Subject {
    /// The word and number of the two columns.
    pub fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Hub => ("hub", 0),
            Self::Course(id) => ("course", id.get()),
            Self::Site(id) => ("site", id.get()),
        }
    }

    /// The reverse of [`Subject::columns`].
    pub fn from_columns(kind: &str, id: i64) -> Option<Self> {
        match kind {
            "hub" => Some(Self::Hub),
            "course" => Some(Self::Course(CourseId(id))),
            "site" => Some(Self::Site(SiteId(id))),
            _ => None,
        }
    }
}

/// Who of the two wrote a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Who began.
    Sender,
    /// Who was written to.
    Receiver,
    /// The hub's staff, who may answer in every conversation.
    Staff,
}

impl Side {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Receiver => "receiver",
            Self::Staff => "staff",
        }
    }

    /// The reverse of [`Side::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Sender, Self::Receiver, Self::Staff].into_iter().find(|side| side.name() == name)
    }
}

/// Where a conversation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Both may write.
    Open,
    /// Staff closed it: it can be read.
    Closed,
}

impl State {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// The reverse of [`State::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Open, Self::Closed].into_iter().find(|state| state.name() == name)
    }
}
