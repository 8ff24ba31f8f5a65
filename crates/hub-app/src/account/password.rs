//! Passwords: which are taken, and changing one's own.

use hub_core::AccountId;
use hub_core::act::{Act, Thing};
use hub_core::rights::Actor;
use hub_core::secret::Secret;
use unicode_normalization::UnicodeNormalization as _;

use super::session::SignedIn;
use super::sign_in::{Browser, SignInError, prove_password};
use super::ticket::{self, Purpose};
use crate::outside::password;
use crate::{App, AppError, FieldErrors};

/// Characters a password has at most, so that hashing one costs nothing worth an attack.
pub const MAX_PASSWORD_CHARS: usize = 1000;

/// One form for what looks the same: keyboards write "é" as one character or as two (NIST SP 800-63B, 3.1.1.2).
pub(super) fn normalised(password: &Secret) -> String {
    password.expose().nfc().collect()
}

/// Adds why a new password is refused. Length is all that is asked for; any character will do.
pub(super) fn check(app: &App, password: &Secret, errors: &mut FieldErrors) {
    let least = usize::try_from(app.policy().password_min_chars).unwrap_or(MAX_PASSWORD_CHARS);
    let length = normalised(password).chars().count();
    if !(least..=MAX_PASSWORD_CHARS).contains(&length) {
        let why = format!("it must have {least} to {MAX_PASSWORD_CHARS} characters, this has {length}");
        errors.add("password", why);
    }
}

/// The hash of a new password.
///
/// # Errors
/// `Invalid` for one that is too short or too long.
pub(super) async fn hash_new(app: &App, password: &Secret) -> Result<String, AppError> {
    let mut errors = FieldErrors::default();
    check(app, password, &mut errors);
    errors.into_result()?;
    password::hash(normalised(password)).await
}

/// Whether an account has a password; one that was made through a provider has none.
///
/// # Errors
/// Only ours.
pub async fn has_one(app: &App, account: AccountId) -> Result<bool, AppError> {
    let hash = hub_db::account::password_hash(app.db.read().await?.cx(), account).await?;
    Ok(hash.is_some_and(|hash| !hash.is_empty()))
}

/// Changes the password of whoever is signed in, and ends their other sessions. An account without a password, made by
/// a provider's sign-in, gets its first one, soon after a sign-in.
///
/// # Errors
/// [`SignInError::Wrong`] and [`SignInError::Wait`] for the current password; `Invalid` for the new one.
pub async fn change(
    app: &App,
    who: &SignedIn,
    current: &Secret,
    new: &Secret,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    let mut errors = FieldErrors::default();
    check(app, new, &mut errors);
    errors.into_result()?;
    prove_password(app, who, current, browser).await?;
    let hash = hash_new(app, new).await?;
    let (id, now) = (who.account.id, app.clock.now());
    let mut tx = app.db.begin().await?;
    hub_db::account::set_password_of(tx.cx(), id, &hash, now).await?;
    hub_db::session::end_others(tx.cx(), id, Some(who.session_id)).await?;
    ticket::end_all(tx.cx(), id, Purpose::PasswordReset).await?;
    ticket::end_all(tx.cx(), id, Purpose::SignIn).await?;
    let act = Act::new("account.password_changed", Thing::Account(id));
    hub_db::audit::record(tx.cx(), Actor::Account(id), &act, now).await?;
    Ok(tx.commit().await?)
}
