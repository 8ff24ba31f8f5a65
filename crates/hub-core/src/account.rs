//! Accounts of people: their states, and who may give which role to whom.

use crate::rights::Role;

/// What an account is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountState {
    /// Its person signs in.
    Active,
    /// Nobody signs in with it until staff resumes it.
    Suspended,
    /// Its person had it erased: only the id is left, for the audit record.
    Erased,
}

impl AccountState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Active, Self::Suspended, Self::Erased];

    /// The word in the database and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Suspended => "suspended",
            Self::Erased => "erased",
        }
    }

    /// The reverse of [`AccountState::name`].
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// Why somebody may not manage an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MayNotManage {
    /// Neither owner nor admin.
    #[error("only owners and admins manage accounts")]
    NotStaff,
    /// An owner's account, or one that would become an owner's.
    #[error("only owners make owners and manage their accounts")]
    OwnersOnly,
}

/// Whether a person of role `actor` may manage an account of role `of` (suspend it, reset its second factor, give it
/// another role). Whoever gives a role asks twice: for the role there is, and for the role there will be.
///
/// # Errors
/// Why not.
pub fn may_manage(actor: Role, of: Role) -> Result<(), MayNotManage> {
    match (actor, of) {
        (Role::Owner, _) | (Role::Admin, Role::Admin | Role::Moderator | Role::Curator | Role::Member) => {
            Ok(())
        }
        (Role::Admin, Role::Owner) => Err(MayNotManage::OwnersOnly),
        (Role::Moderator | Role::Curator | Role::Member, _) => Err(MayNotManage::NotStaff),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_owners_manage_owners_and_admins_manage_the_rest() {
        for of in Role::ALL {
            assert_eq!(may_manage(Role::Owner, of), Ok(()));
            let below_owner = if of == Role::Owner { Err(MayNotManage::OwnersOnly) } else { Ok(()) };
            assert_eq!(may_manage(Role::Admin, of), below_owner);
            for actor in [Role::Moderator, Role::Curator, Role::Member] {
                assert_eq!(may_manage(actor, of), Err(MayNotManage::NotStaff));
            }
        }
    }

    #[test]
    fn states_are_read_as_they_are_written() {
        for state in AccountState::ALL {
            assert_eq!(AccountState::from_name(state.name()), Some(state));
        }
        assert_eq!(AccountState::from_name("asleep"), None);
    }
}
