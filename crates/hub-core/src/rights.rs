//! Who acts, and what each machine identity and each role may do.

use std::fmt;

use crate::ids::{AccountId, SiteId};

/// The role of a person's account, from most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Everything, and the only one who makes owners.
    Owner,
    /// Settings, sites, accounts.
    Admin,
    /// Decides on courses and reports.
    Moderator,
    /// Corrects and features listings.
    Curator,
    /// Reads, comments, publishes.
    Member,
}

impl Role {
    /// All, from most to least.
    pub const ALL: [Self; 5] = [Self::Owner, Self::Admin, Self::Moderator, Self::Curator, Self::Member];

    /// The word in the database and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Admin => "admin",
            Self::Moderator => "moderator",
            Self::Curator => "curator",
            Self::Member => "member",
        }
    }

    /// The reverse of [`Role::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A token's scope: the three machine identities. None can sign in, be renamed, deleted or given other rights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Reads the hub's own information in full; every other function is refused.
    DirectoryReader,
    /// Searches courses on a hub that everybody may read; the literal token `publichub`.
    PublicReader,
    /// One registered site.
    Site,
}

impl Scope {
    /// The word in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::DirectoryReader => "directory_reader",
            Self::PublicReader => "public_reader",
            Self::Site => "site",
        }
    }

    /// The reverse of [`Scope::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::DirectoryReader, Self::PublicReader, Self::Site].into_iter().find(|scope| scope.name() == name)
    }
}

/// Who does something; recorded with every act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "by", content = "id", rename_all = "snake_case")]
pub enum Actor {
    /// The hub itself: a job.
    Hub,
    /// Whoever may run `coursehub` on the hub's data.
    CommandLine,
    /// A person.
    Account(AccountId),
    /// A registered site.
    Site(SiteId),
    /// Somebody whose site is not registered yet.
    Visitor,
}

impl fmt::Display for Actor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hub => f.write_str("hub"),
            Self::CommandLine => f.write_str("command line"),
            Self::Account(id) => write!(f, "account {id}"),
            Self::Site(id) => write!(f, "site {id}"),
            Self::Visitor => f.write_str("visitor"),
        }
    }
}
