//! What the report says about people.

use serde::{Deserialize, Serialize};

/// How much about people is in a package (package notes, section 7).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrivacyLevel {
    /// Nothing was seen.
    #[default]
    None,
    /// Secrets, e-mail addresses or names of files' authors only.
    Traces,
    /// User accounts, each of which Moodle's anonymiser went over; what they wrote stays as it was.
    Anonymised,
    /// User accounts, rows about users, or files of users.
    Personal,
}

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// User accounts that are not anonymous.
    Accounts,
    /// User accounts that are.
    AnonymousAccounts,
    /// Rows about a user: grades, attempts, posts, completion, logs.
    UserRows,
    /// Files of users: pictures, submissions, attachments of posts.
    UserFiles,
    /// Passwords, keys and tokens.
    Secrets,
    /// E-mail addresses in texts.
    EmailAddresses,
    /// Different names of authors of files.
    AuthorNames,
}

/// How much of one kind was seen at one place. It holds no value: no name, no address, no secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivacyEvidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// The members it was seen in, numbers of activities and blocks as `*`: `activities/quiz_*/quiz.xml`.
    pub place: String,
    /// The element, with those around it; of a file, its component and area.
    pub element: String,
    /// How many.
    pub count: u64,
}
