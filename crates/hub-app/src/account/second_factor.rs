//! The second factor: one-time codes of an app, and recovery codes for the day the phone is lost.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use hub_core::AccountId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use hub_db::{Cx, Tx};
use jiff::Timestamp;

use super::manage::{lock_manageable, prove_may_manage};
use super::session::SignedIn;
use super::sign_in::{Browser, SignInError, prove_password};
use super::ticket::{self, Purpose};
use super::totp;
use crate::outside::crypto::{Sealed, Sha256Hex};
use crate::{App, AppError, FieldErrors, Missing};

/// Recovery codes of an account.
pub const RECOVERY_CODES: usize = 10;
/// What secrets are sealed for.
const SEALED_FOR: &str = "account.totp";

/// What an account has besides its password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Whether a code of an app is asked for.
    pub has_totp: bool,
    /// Recovery codes not used yet.
    pub recovery_codes_left: i64,
}

/// A secret to put into an app, good until it is confirmed by a code.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Brings [`confirm_totp`] back to this secret; for a hidden field.
    pub token: Secret,
    /// The secret to type where no camera is at hand.
    pub secret: Secret,
    /// The address that the picture shows; a link for apps on the same device.
    pub uri: Secret,
    /// The address as a QR code, an `svg` element.
    pub qr_svg: String,
}

/// What an account has besides its password.
pub async fn status(app: &App, account: AccountId) -> Result<SecondFactor, AppError> {
    let mut conn = app.db.read().await?;
    let has_totp = hub_db::second_factor::totp(conn.cx(), account).await?.is_some();
    let recovery_codes_left = hub_db::second_factor::recovery_codes_left(conn.cx(), account).await?;
    Ok(SecondFactor { has_totp, recovery_codes_left })
}

/// Makes a secret for an app. Nothing is asked for at sign-in before [`confirm_totp`].
pub async fn begin_totp(app: &App, who: &SignedIn) -> Result<Enrolment, AppError> {
    let (now, secret) = (app.clock.now(), app.rng.bytes::<{ totp::SECRET_BYTES }>());
    let uri = totp::uri(&app.policy().name, &who.account.email, &secret);
    let qr_svg = totp::qr_svg(&uri)?;
    let mut tx = app.db.begin().await?;
    let kept = STANDARD_NO_PAD.encode(secret);
    let token = ticket::issue(app, tx.cx(), Purpose::Totp, Some(who.account.id), &kept, now).await?;
    tx.commit().await?;
    Ok(Enrolment { token, secret: Secret::new(totp::base32(&secret)), uri, qr_svg })
}

/// The secret of [`begin_totp`] once more, for a form that was refused.
///
/// # Errors
/// `NotFound` if it is too old.
pub async fn enrolment(app: &App, who: &SignedIn, token: &Secret) -> Result<Enrolment, AppError> {
    let now = app.clock.now();
    let found = ticket::find::<String>(app, app.db.read().await?.cx(), Purpose::Totp, token, now).await?;
    let found = found.filter(|found| found.account == Some(who.account.id));
    let found = found.ok_or(AppError::NotFound(Missing::Link))?;
    let secret = STANDARD_NO_PAD.decode(&found.payload).map_err(AppError::internal)?;
    let secret = <[u8; totp::SECRET_BYTES]>::try_from(secret)
        .map_err(|_| AppError::internal("a secret of another length"))?;
    let uri = totp::uri(&app.policy().name, &who.account.email, &secret);
    let qr_svg = totp::qr_svg(&uri)?;
    Ok(Enrolment { token: token.clone(), secret: Secret::new(totp::base32(&secret)), uri, qr_svg })
}

/// Takes the secret of [`begin_totp`] into use, once a code shows that the app has it. Gives new recovery codes, to be
/// shown this once. Other sessions end: they began without the second factor.
///
/// # Errors
/// `Invalid` for a wrong code, after which the same secret can be tried again; `NotFound` if it is too old.
pub async fn confirm_totp(
    app: &App,
    who: &SignedIn,
    token: &Secret,
    code: &str,
) -> Result<Vec<Secret>, AppError> {
    let (id, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    let found = ticket::take::<String>(app, tx.cx(), Purpose::Totp, token, now).await?;
    let found = found.filter(|found| found.account == Some(id)).ok_or(AppError::NotFound(Missing::Link))?;
    let secret = STANDARD_NO_PAD.decode(&found.payload).map_err(AppError::internal)?;
    let Some(step) = totp::matching_step(&secret, code, now) else {
        // The transaction is given up, so the ticket stays.
        let mut errors = FieldErrors::default();
        errors.add("code", "this is not the code the app shows now; check that the device's clock is right");
        return Err(AppError::Invalid(errors));
    };
    let sealed = app.key.seal(&app.rng, SEALED_FOR, &found.payload);
    hub_db::second_factor::set_totp(tx.cx(), id, Some(sealed.as_str()), step, now).await?;
    let codes = put_codes(app, &mut tx, id, now).await?;
    ticket::end_all(tx.cx(), id, Purpose::Totp).await?;
    hub_db::session::end_others(tx.cx(), id, Some(who.session_id)).await?;
    let act = Act::new("account.second_factor_added", Thing::Account(id))
        .before(serde_json::json!({ "totp": false }))
        .after(serde_json::json!({ "totp": true }));
    hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Replaces the recovery codes; gives the new ones, to be shown this once.
///
/// # Errors
/// Those of the password; `Conflict` for an account that needs none.
pub async fn renew_recovery_codes(
    app: &App,
    who: &SignedIn,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<Vec<Secret>, SignInError> {
    prove_password(app, who, password, browser).await?;
    let (id, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    if hub_db::second_factor::totp(tx.cx(), id).await?.is_none() {
        let why = "this account is not asked for codes, so it needs no recovery codes";
        return Err(AppError::Conflict(why.to_owned()).into());
    }
    let codes = put_codes(app, &mut tx, id, now).await?;
    let act = Act::new("account.recovery_codes_renewed", Thing::Account(id));
    hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    tx.commit().await?;
    Ok(codes)
}

/// Takes the second factor off one's own account.
///
/// # Errors
/// Those of the password.
pub async fn remove_totp(
    app: &App,
    who: &SignedIn,
    password: &Secret,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    prove_password(app, who, password, browser).await?;
    let (id, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    take_off(&mut tx, Actor::Account(id), id, "account.second_factor_removed", now).await?;
    Ok(tx.commit().await?)
}

/// Takes the second factor off somebody else's account, for a person who has lost both phone and codes. Their sessions
/// end. Gives whether there was one.
///
/// # Errors
/// `NotFound`; `Forbidden` if the actor may not manage the account.
pub async fn reset(app: &App, actor: Actor, id: AccountId) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let account = lock_manageable(&mut tx, id).await?;
    prove_may_manage(&mut tx, actor, account.role).await?;
    let was_there = take_off(&mut tx, actor, id, "account.second_factor_reset", now).await?;
    if was_there {
        hub_db::session::end_others(tx.cx(), id, None).await?;
    }
    tx.commit().await?;
    Ok(was_there)
}

async fn take_off(
    tx: &mut Tx,
    actor: Actor,
    id: AccountId,
    name: &'static str,
    now: Timestamp,
) -> Result<bool, AppError> {
    if hub_db::second_factor::totp(tx.cx(), id).await?.is_none() {
        return Ok(false);
    }
    hub_db::second_factor::set_totp(tx.cx(), id, None, 0, now).await?;
    hub_db::second_factor::put_recovery_codes(tx.cx(), id, &[], now).await?;
    ticket::end_all(tx.cx(), id, Purpose::SignIn).await?;
    let act = Act::new(name, Thing::Account(id))
        .before(serde_json::json!({ "totp": true }))
        .after(serde_json::json!({ "totp": false }));
    hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    Ok(true)
}

/// Whether `typed` is a code of the account's app that was not used before; uses it up.
pub(super) async fn use_totp(
    app: &App,
    mut cx: Cx<'_>,
    id: AccountId,
    typed: &str,
    now: Timestamp,
) -> Result<bool, AppError> {
    let Some(sealed) = hub_db::second_factor::totp(cx.again(), id).await? else { return Ok(false) };
    let secret = app.key.open(SEALED_FOR, &Sealed::from_stored(sealed)).map_err(AppError::internal)?;
    let secret = STANDARD_NO_PAD.decode(secret.expose()).map_err(AppError::internal)?;
    let Some(step) = totp::matching_step(&secret, typed, now) else { return Ok(false) };
    Ok(hub_db::second_factor::use_step(cx, id, step).await?)
}

/// Whether `typed` is one of the account's recovery codes; uses it up.
pub(super) async fn use_recovery_code(cx: Cx<'_>, id: AccountId, typed: &str) -> Result<bool, AppError> {
    Ok(hub_db::second_factor::use_recovery_code(cx, id, code_hash(id, typed).as_str()).await?)
}

async fn put_codes(app: &App, tx: &mut Tx, id: AccountId, now: Timestamp) -> Result<Vec<Secret>, AppError> {
    let codes: Vec<String> = (0..RECOVERY_CODES).map(|_| app.rng.short_code()).collect();
    let hashes: Vec<String> = codes.iter().map(|code| code_hash(id, code).to_string()).collect();
    hub_db::second_factor::put_recovery_codes(tx.cx(), id, &hashes, now).await?;
    Ok(codes.into_iter().map(|code| Secret::new(format!("{}-{}", &code[..5], &code[5..]))).collect())
}

/// Codes are random (49 bits) and guesses are throttled, so a plain hash does; the account's id keeps those of two
/// accounts apart. Hyphens, blanks and case are as people type them.
fn code_hash(id: AccountId, typed: &str) -> Sha256Hex {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    Sha256Hex::of(format!("recovery code {id} {}", code.to_ascii_lowercase()).as_bytes())
}
