//! What was done: the words of the audit record and of the change feed.

pub mod names;

use crate::ids::{
    AbuseReportId, AccountId, AppealId, ConversationId, CourseId, MailId, SiteId, TermId, VersionId,
};

/// What an act was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Thing {
    /// The hub itself: settings.
    Hub,
    /// A site.
    Site(SiteId),
    /// A version.
    Version(VersionId),
    /// An account.
    Account(AccountId),
    /// A term of a vocabulary.
    Term(TermId),
    /// A publisher's appeal.
    Appeal(AppealId),
    /// What a visitor reported.
    AbuseReport(AbuseReportId),
    /// A mail.
    Mail(MailId),
    /// Messages between a visitor and whom they wrote to.
    Conversation(ConversationId),
}

impl Thing {
    /// The word and number of the two columns.
    pub fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Hub => ("hub", 0),
            Self::Site(id) => ("site", id.get()),
            Self::Version(id) => ("version", id.get()),
            Self::Account(id) => ("account", id.get()),
            Self::Term(id) => ("term", id.get()),
            Self::Appeal(id) => ("appeal", id.get()),
            Self::AbuseReport(id) => ("abuse_report", id.get()),
            Self::Mail(id) => ("mail", id.get()),
            Self::Conversation(id) => ("conversation", id.get()),
        }
    }
}

/// One line of the audit record: who did what to which thing, and what it was before and after. Values are JSON
/// objects of the fields that changed; never secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// A verb in the past, dotted by area: `site.registered`, `course.accepted`.
    pub name: &'static str,
    /// To what.
    pub thing: Thing,
    /// The changed fields as they were; `null` if there was nothing.
    pub before: serde_json::Value,
    /// The changed fields as they are now; `null` if there is nothing.
    pub after: serde_json::Value,
}

impl Act {
    /// An act without before and after.
    pub fn new(name: &'static str, thing: Thing) -> Self {
        Self { name, thing, before: serde_json::Value::Null, after: serde_json::Value::Null }
    }

    /// With what it was before.
    #[must_use]
    pub fn before(mut self, value: serde_json::Value) -> Self {
        self.before = value;
        self
    }

    /// With what it is now.
    #[must_use]
    pub fn after(mut self, value: serde_json::Value) -> Self {
        self.after = value;
        self
    }
}

/// What the change feed tells its followers to look at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Changed {
    /// A course or one of its versions.
    Course(CourseId),
    /// A site, and with it all its courses.
    Site(SiteId),
    /// Settings.
    Settings,
    /// Nothing: staff asked every node to build its search index anew.
    Index,
    /// Names or order of vocabularies.
    Vocabulary,
    /// What a term stands for, and with it the courses that have it.
    Term(TermId),
    /// The vocabularies so much that every course has to be looked at again.
    EveryCourse,
}

impl Changed {
    /// The word and number of the two columns.
    pub fn columns(self) -> (&'static str, i64) {
        match self {
            Self::Course(id) => ("course", id.get()),
            Self::Site(id) => ("site", id.get()),
            Self::Settings => ("settings", 0),
            Self::Index => ("index", 0),
            Self::Vocabulary => ("vocabulary", 0),
            Self::Term(id) => ("term", id.get()),
            Self::EveryCourse => ("every_course", 0),
        }
    }

    /// The reverse of [`Changed::columns`].
    pub fn from_columns(kind: &str, id: i64) -> Option<Self> {
        match kind {
            "course" => Some(Self::Course(CourseId(id))),
            "site" => Some(Self::Site(SiteId(id))),
            "settings" => Some(Self::Settings),
            "index" => Some(Self::Index),
            "vocabulary" => Some(Self::Vocabulary),
            "term" => Some(Self::Term(TermId(id))),
            "every_course" => Some(Self::EveryCourse),
            _ => None,
        }
    }
}
