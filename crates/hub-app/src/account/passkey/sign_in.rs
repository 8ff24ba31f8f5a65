//! Signing in with a passkey, instead of an address and a password or after them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hub_core::secret::Secret;
use hub_db::Cx;
use jiff::Timestamp;
use serde_json::{Value, json};
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::{Begun, relying_party, user_handle};
use crate::account::session;
use crate::account::sign_in::{Browser, SignInError, of_half_done, prove_active};
use crate::account::ticket::{self, Purpose};
use crate::{App, AppError, Missing};

/// Makes a challenge for whoever has a passkey of this hub. With the token of a sign-in that is half done, only for
/// the passkeys of that account.
///
/// # Errors
/// `Conflict` if this hub cannot have passkeys.
pub async fn begin(app: &App, half_done: Option<&Secret>) -> Result<Begun, AppError> {
    let now = app.clock.now();
    let (options, state) =
        relying_party(app)?.start_discoverable_authentication().map_err(AppError::internal)?;
    let mut options = serde_json::to_value(options.public_key).map_err(AppError::internal)?;
    let mut tx = app.db.begin().await?;
    if let Some(half_done) = half_done {
        options["allowCredentials"] = passkeys_of(app, tx.cx(), half_done, now).await?;
    }
    let token = ticket::issue(app, tx.cx(), Purpose::Passkey, None, &state, now).await?;
    hub_db::ticket::sweep(tx.cx(), now).await?;
    tx.commit().await?;
    Ok(Begun { token, options })
}

/// The passkeys of somebody who gave their password; empty, which means any, if that was too long ago.
async fn passkeys_of(
    app: &App,
    mut cx: Cx<'_>,
    half_done: &Secret,
    now: Timestamp,
) -> Result<Value, AppError> {
    let Some(account) = of_half_done(app, cx.again(), half_done, now).await? else { return Ok(json!([])) };
    let mut ids = Vec::new();
    for passkey in hub_db::passkey::of_account(cx, account).await? {
        let passkey: Passkey = serde_json::from_str(&passkey.credential).map_err(AppError::internal)?;
        ids.push(json!({ "type": "public-key", "id": URL_SAFE_NO_PAD.encode(passkey.cred_id()) }));
    }
    Ok(Value::Array(ids))
}

/// Begins a session for whose passkey answered the challenge of [`begin`]; gives the session's token. The challenge is
/// used up whatever the answer is.
///
/// # Errors
/// `NotFound` for a challenge that was used or is too old; [`SignInError::Wrong`] for an answer that does not fit, or
/// of a passkey that is nobody's any more; `Forbidden` for a suspended account.
pub async fn finish(
    app: &App,
    token: &Secret,
    answer: &str,
    browser: Browser<'_>,
) -> Result<Secret, SignInError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let found =
        ticket::take::<DiscoverableAuthentication>(app, tx.cx(), Purpose::Passkey, token, now).await?;
    tx.commit().await?;
    let state = found.ok_or(AppError::NotFound(Missing::Link))?.payload;
    let Ok(answer) = serde_json::from_str::<PublicKeyCredential>(answer) else {
        return Err(SignInError::Wrong);
    };
    let mut tx = app.db.begin().await?;
    let credential_id = URL_SAFE_NO_PAD.encode(answer.get_credential_id());
    let Some(known) = hub_db::passkey::by_credential_id(tx.cx(), &credential_id).await? else {
        return Err(SignInError::Wrong);
    };
    if answer.get_user_unique_id().is_some_and(|handle| handle != user_handle(known.account_id).as_bytes()) {
        return Err(SignInError::Wrong);
    }
    let mut passkey: Passkey = serde_json::from_str(&known.credential).map_err(AppError::internal)?;
    let checked = relying_party(app)?.finish_discoverable_authentication_v2(&answer, state, &passkey);
    let result = checked.map_err(|error| {
        tracing::info!(%error, passkey = %known.id, "A passkey's answer was refused");
        SignInError::Wrong
    })?;
    let account = hub_db::account::by_id(tx.cx(), known.account_id).await?;
    let account = account.ok_or(AppError::NotFound(Missing::Account))?;
    prove_active(&account)?;
    passkey.update_credential(&result);
    let credential = serde_json::to_string(&passkey).map_err(AppError::internal)?;
    hub_db::passkey::used(tx.cx(), known.id, &credential, i64::from(result.counter()), now).await?;
    // What was half done by a password is done now.
    ticket::end_all(tx.cx(), account.id, Purpose::SignIn).await?;
    let token = session::begin(app, &mut tx, account.id, browser, now).await?;
    tx.commit().await?;
    Ok(token)
}
