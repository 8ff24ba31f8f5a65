//! Passkeys: keys that a device or a password manager keeps and shows only to this hub. One alone signs in, without an
//! address typed: it is asked to make sure of its person (by finger, face or PIN), so it is two factors in one.

pub mod list;
pub mod register;
pub mod remove;
pub mod rename;
pub mod sign_in;

use std::time::Duration;

use hub_core::AccountId;
use hub_core::secret::Secret;
use hub_core::text::cut_line;
use serde_json::Value;
use url::{Host, Url};
use uuid::Uuid;
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError, FieldErrors};

/// Passkeys of one account at most: far more than anybody has devices.
pub const MOST: usize = 20;
/// Characters of a passkey's name.
const NAME_CHARS: usize = 60;
/// How long a browser waits for its person: as long as the challenge is good.
const PATIENCE: Duration = Duration::from_mins(5);

/// What a browser is to ask an authenticator.
#[derive(Clone, Debug)]
pub struct Begun {
    /// Brings the answer back to its challenge; good once.
    pub token: Secret,
    /// The options for `navigator.credentials`, bytes in unpadded URL-safe base64 (WebAuthn, 5.4 and 5.5).
    pub options: Value,
}

/// The name passkeys are bound to: the hub's host, if one can be (WebAuthn, 5.1.2: a domain, reached over TLS or on
/// this machine itself).
fn relying_party_id(app: &App) -> Option<(String, Url)> {
    let mut origin = Url::parse(app.address.as_str()).ok()?;
    origin.set_path("");
    let Some(Host::Domain(host)) = origin.host() else { return None };
    let host = host.to_owned();
    (app.address.is_https() || host == "localhost" || host.ends_with(".localhost")).then_some((host, origin))
}

/// Whether this hub can have passkeys: one at an address of digits, or without TLS, cannot.
pub fn are_possible(app: &App) -> bool {
    relying_party_id(app).is_some()
}

fn relying_party(app: &App) -> Result<Webauthn, AppError> {
    let why = "passkeys need a hub with a name (not an address of digits) that is reached over https";
    let (id, origin) = relying_party_id(app).ok_or_else(|| AppError::Conflict(why.to_owned()))?;
    let name = app.policy().name.clone();
    let builder = WebauthnBuilder::new(&id, &origin).map_err(AppError::internal)?;
    builder.rp_name(&name).timeout(PATIENCE).build().map_err(AppError::internal)
}

/// What an authenticator keeps of whose a passkey is: nothing that tells a person (WebAuthn, 14.6.1).
fn user_handle(account: AccountId) -> Uuid {
    let digest = Sha256Hex::of(format!("passkeys of account {account}").as_bytes());
    let number = u128::from_str_radix(&digest.as_str()[..32], 16).unwrap_or_default();
    Uuid::from_u128(number)
}

/// # Errors
/// `Invalid` for an empty one.
fn checked_name(name: &str) -> Result<String, AppError> {
    let name = cut_line(name, NAME_CHARS);
    let mut errors = FieldErrors::default();
    if name.is_empty() {
        errors.add("name", "a name is needed, such as the device's");
    }
    errors.into_result().map(|()| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_handle_of_a_person_stays_and_is_theirs_alone() {
        assert_eq!(user_handle(AccountId(7)), user_handle(AccountId(7)));
        assert_ne!(user_handle(AccountId(7)), user_handle(AccountId(8)));
        assert!(!user_handle(AccountId(7)).is_nil());
    }
}
