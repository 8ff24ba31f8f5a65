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

/// Something that not everybody with an account may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Right {
    /// Correct, tag and feature listings, edit vocabularies.
    Listings,
    /// See what waits, decide on it, answer reports and appeals.
    Decisions,
    /// Trust, correct, suspend and delete sites.
    Sites,
    /// Change what the hub is and does.
    Settings,
    /// Give accounts to people, change the roles of those below an owner.
    Accounts,
    /// Read and send again what the hub mails.
    Mail,
    /// Read the record of all acts.
    Audit,
    /// Make owners, and take that role away.
    Owners,
}

/// Who has which right: the one table, shown to staff as it stands.
const RIGHTS: [(Right, &[Role]); 8] = [
    (Right::Listings, &[Role::Owner, Role::Admin, Role::Moderator, Role::Curator]),
    (Right::Decisions, &[Role::Owner, Role::Admin, Role::Moderator]),
    (Right::Sites, &[Role::Owner, Role::Admin]),
    (Right::Settings, &[Role::Owner, Role::Admin]),
    (Right::Accounts, &[Role::Owner, Role::Admin]),
    (Right::Mail, &[Role::Owner, Role::Admin]),
    (Right::Audit, &[Role::Owner, Role::Admin]),
    (Right::Owners, &[Role::Owner]),
];

impl Right {
    /// All, those of most roles first.
    pub fn all() -> impl Iterator<Item = Self> {
        RIGHTS.into_iter().map(|(right, _)| right)
    }

    /// Its word in texts and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Listings => "listings",
            Self::Decisions => "decisions",
            Self::Sites => "sites",
            Self::Settings => "settings",
            Self::Accounts => "accounts",
            Self::Mail => "mail",
            Self::Audit => "audit",
            Self::Owners => "owners",
        }
    }
}

impl Role {
    /// Whether this role has a right.
    pub fn may(self, right: Right) -> bool {
        RIGHTS.iter().any(|(given, roles)| *given == right && roles.contains(&self))
    }

    /// Whether this role has any right at all: then its people are staff and see courses in every state.
    pub fn is_staff(self) -> bool {
        Right::all().any(|right| self.may(right))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_role_has_a_right_that_one_above_it_lacks() {
        for right in Right::all() {
            let have: Vec<bool> = Role::ALL.into_iter().map(|role| role.may(right)).collect();
            assert!(have[0] && have.is_sorted_by(|a, b| a >= b), "{right:?}: {have:?}");
        }
    }

    #[test]
    fn members_are_no_staff() {
        assert!(!Role::Member.is_staff());
        assert!(Role::ALL[..4].iter().all(|role| role.is_staff()));
    }
}
