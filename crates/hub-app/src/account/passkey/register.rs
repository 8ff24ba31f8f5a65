//! Adding a passkey to one's own account.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hub_core::PasskeyId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_db::DbError;
use hub_db::passkey::NewPasskey;
use webauthn_rs::prelude::{CredentialID, Passkey, PasskeyRegistration, RegisterPublicKeyCredential};

use super::{Begun, MOST, checked_name, relying_party, user_handle};
use crate::account::session::SignedIn;
use crate::account::ticket::{self, Purpose};
use crate::{App, AppError, FieldErrors, Missing};

/// Makes a challenge for a new passkey. It is asked to be found again without an address typed.
///
/// # Errors
/// `Conflict` if this hub cannot have passkeys, or the account has enough.
pub async fn begin(app: &App, who: &SignedIn) -> Result<Begun, AppError> {
    let (account, now) = (&who.account, app.clock.now());
    let relying_party = relying_party(app)?;
    let mut tx = app.db.begin().await?;
    let known = hub_db::passkey::of_account(tx.cx(), account.id).await?;
    if known.len() >= MOST {
        return Err(AppError::Conflict(format!("an account has {MOST} passkeys at most; remove one first")));
    }
    let ids: Result<Vec<CredentialID>, AppError> = known
        .iter()
        .map(|passkey| serde_json::from_str::<Passkey>(&passkey.credential).map_err(AppError::internal))
        .map(|passkey| passkey.map(|passkey| passkey.cred_id().clone()))
        .collect();
    let name = if account.name.is_empty() { &account.email } else { &account.name };
    let (options, state) = relying_party
        .start_passkey_registration(user_handle(account.id), &account.email, name, Some(ids?))
        .map_err(AppError::internal)?;
    let mut options = serde_json::to_value(options.public_key).map_err(AppError::internal)?;
    // The library leaves it to the authenticator whether the passkey can be found without an address.
    options["authenticatorSelection"]["residentKey"] = "required".into();
    options["authenticatorSelection"]["requireResidentKey"] = true.into();
    let token = ticket::issue(app, tx.cx(), Purpose::NewPasskey, Some(account.id), &state, now).await?;
    tx.commit().await?;
    Ok(Begun { token, options })
}

/// Adds the passkey that answered the challenge of [`begin`].
///
/// # Errors
/// `NotFound` for a challenge that was used or is too old; `Invalid` for a wrong answer or an empty name; `Conflict`
/// for a passkey that is somebody's already.
pub async fn finish(
    app: &App,
    who: &SignedIn,
    token: &Secret,
    name: &str,
    answer: &str,
) -> Result<PasskeyId, AppError> {
    let (account, now) = (who.account.id, app.clock.now());
    let name = checked_name(name)?;
    let mut tx = app.db.begin().await?;
    let found = ticket::take::<PasskeyRegistration>(app, tx.cx(), Purpose::NewPasskey, token, now).await?;
    tx.commit().await?;
    let found = found.filter(|found| found.account == Some(account));
    let state = found.ok_or(AppError::NotFound(Missing::Link))?.payload;
    let passkey = checked_answer(app, answer, &state)?;
    let credential = serde_json::to_string(&passkey).map_err(AppError::internal)?;
    let new = NewPasskey {
        account_id: account,
        credential_id: &URL_SAFE_NO_PAD.encode(passkey.cred_id()),
        name: &name,
        credential: &credential,
        sign_count: 0,
    };
    let mut tx = app.db.begin().await?;
    let id = match hub_db::passkey::insert(tx.cx(), new, now).await {
        Err(DbError::Conflict(_)) => {
            return Err(AppError::Conflict("this passkey is somebody's already".to_owned()));
        }
        other => other?,
    };
    let act = Act::new("account.passkey_added", Thing::Account(account))
        .after(serde_json::json!({ "passkey": name }));
    hub_db::audit::record(tx.cx(), Actor::Account(account), &act, now).await?;
    tx.commit().await?;
    Ok(id)
}

fn checked_answer(app: &App, answer: &str, state: &PasskeyRegistration) -> Result<Passkey, AppError> {
    let refused = |why: &str| {
        tracing::info!(why, "A new passkey was refused");
        let mut errors = FieldErrors::default();
        errors.add("answer", "the device's answer does not fit; please try again");
        AppError::Invalid(errors)
    };
    let answer: RegisterPublicKeyCredential =
        serde_json::from_str(answer).map_err(|error| refused(&error.to_string()))?;
    relying_party(app)?
        .finish_passkey_registration(&answer, state)
        .map_err(|error| refused(&error.to_string()))
}
