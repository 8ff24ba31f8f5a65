//! The machine identities: the directory reader, the public reader and one for each site. They are no accounts: nobody
//! signs in as one, and no page, API or command renames them, deletes them or gives them other rights.

use std::fmt;

use hub_core::SiteId;
use hub_core::act::{Act, Thing};
use hub_core::rights::{Actor, Scope};
use hub_core::secret::Secret;

use crate::caller::PUBLIC_TOKEN;
use crate::outside::crypto::token_hash;
use crate::{App, AppError};

/// One of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Machine {
    /// Reads the hub's own information in full.
    DirectoryReader,
    /// Searches courses on a hub that everybody may read.
    PublicReader,
    /// A registered site.
    Site(SiteId),
}

/// What somebody tries on one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// To sign in as it, or to make an account of its name.
    SignIn,
    /// To give it another name.
    Rename,
    /// To delete it.
    Delete,
    /// To give it other rights.
    Widen,
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::DirectoryReader => f.write_str("the directory reader"),
            Self::PublicReader => f.write_str("the public reader"),
            Self::Site(id) => write!(f, "the machine identity of site {id}"),
        }
    }
}

impl Machine {
    /// The machine identity a name means, in our words or in those of the classic hub, where these were accounts
    /// (protocol notes, 8.1). Names of accounts are asked here before they are made.
    pub fn from_name(name: &str) -> Option<Self> {
        let plain: String =
            name.trim().to_lowercase().chars().map(|c| if "-_ ".contains(c) { '_' } else { c }).collect();
        match plain.as_str() {
            "directory_reader" | "hub_directory" => Some(Self::DirectoryReader),
            "public_reader" | "public_hub_user" | PUBLIC_TOKEN => Some(Self::PublicReader),
            _ if plain.ends_with("_directory_user") => Some(Self::DirectoryReader),
            _ if plain.ends_with("_registered_site_user") => Some(Self::Site(SiteId(0))),
            _ => {
                let id = plain.strip_prefix("site_")?.parse().ok()?;
                Some(Self::Site(SiteId(id)))
            }
        }
    }

    /// Why an attempt fails; every attempt does.
    pub fn refuse(self, attempt: Attempt) -> AppError {
        let why = match (self, attempt) {
            (_, Attempt::SignIn) => {
                "is no person: it has no password and no mail address, and nobody can sign in as it"
                    .to_owned()
            }
            (_, Attempt::Rename) => "is known by its name in every hub and cannot be renamed".to_owned(),
            (Self::DirectoryReader, Attempt::Delete) => {
                "cannot be deleted; a new `coursehub directory token` ends the earlier token".to_owned()
            }
            (Self::PublicReader, Attempt::Delete) => {
                "cannot be deleted; `coursehub settings set reading members` closes the hub to strangers"
                    .to_owned()
            }
            (Self::Site(_), Attempt::Delete) => {
                "goes with its site only; see `coursehub site delete`".to_owned()
            }
            (Self::DirectoryReader, Attempt::Widen) => {
                "reads the hub's own information and nothing else; that cannot be changed".to_owned()
            }
            (Self::PublicReader, Attempt::Widen) => {
                "searches public courses and nothing else; that cannot be changed".to_owned()
            }
            (Self::Site(_), Attempt::Widen) => {
                "acts for its own site and nothing else; that cannot be changed".to_owned()
            }
        };
        AppError::Forbidden(format!("{self} {why}"))
    }
}

/// Refuses names of machine identities for accounts.
///
/// # Errors
/// `Forbidden`, with the reason.
pub fn check_account_name(name: &str) -> Result<(), AppError> {
    let local = name.split('@').next().unwrap_or_default();
    match Machine::from_name(name).or_else(|| Machine::from_name(local)) {
        Some(machine) => Err(machine.refuse(Attempt::SignIn)),
        None => Ok(()),
    }
}

/// Issues the directory reader's token and ends the earlier one. The token is shown once: only its hash is kept.
///
/// # Errors
/// Only ours.
pub async fn issue_directory_token(app: &App, actor: Actor) -> Result<Secret, AppError> {
    let now = app.clock.now();
    let token = app.rng.token();
    let mut tx = app.db.begin().await?;
    let ended =
        hub_db::token::end_of_scope(tx.cx(), Scope::DirectoryReader, "another was issued", now).await?;
    hub_db::token::insert(tx.cx(), token_hash(&token).as_str(), Scope::DirectoryReader, None, now).await?;
    let act = Act::new("directory.token_issued", Thing::Hub).after(serde_json::json!({ "ended": ended }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    tx.commit().await?;
    Ok(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_machine_identities_are_known_in_both_tongues() {
        for name in ["Directory reader", "http://moodle.org/hub_directory_user"] {
            assert_eq!(Machine::from_name(name), Some(Machine::DirectoryReader), "{name}");
        }
        for name in ["publichub", "PUBLIC-reader", "public_hub_user"] {
            assert_eq!(Machine::from_name(name), Some(Machine::PublicReader), "{name}");
        }
        assert_eq!(Machine::from_name("site 7"), Some(Machine::Site(SiteId(7))));
        assert!(matches!(
            Machine::from_name("http://school.example_registered_site_user"),
            Some(Machine::Site(_))
        ));
        for name in ["ana@school.example", "Site manager", "directory"] {
            assert_eq!(Machine::from_name(name), None, "{name}");
        }
    }
}
