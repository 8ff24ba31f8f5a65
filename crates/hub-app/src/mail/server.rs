//! The mail server set at run time: sealed in the settings, in force at once, never printed.
//!
//! Its door is the setting `mail_server` ([`crate::settings::set`]); with it empty the configuration file's server
//! is in force again. The sender is the setting `mail_from`.

use hub_core::secret::Secret;

use crate::outside::crypto::Sealed;
use crate::outside::mail::Mailer;
use crate::{App, AppError, FieldErrors};

/// What the address is sealed for.
const PURPOSE: &str = "setting mail_server";

/// The setting's value for a server's address: checked with the sender in force, sealed with the data folder's key.
///
/// # Errors
/// `Invalid` says what an address looks like; it never holds the password.
pub(crate) fn seal(app: &App, url: &str) -> Result<String, AppError> {
    if let Err(error) = Mailer::new(url, &app.mail_from(), &app.mail_authorities) {
        let mut errors = FieldErrors::default();
        errors.add("mail_server", error.to_string());
        return Err(AppError::Invalid(errors));
    }
    Ok(app.key.seal(&app.rng, PURPOSE, url).as_str().to_owned())
}

/// The address of a stored setting.
pub(crate) fn open(app: &App, sealed: &str) -> Result<Secret, AppError> {
    app.key.open(PURPOSE, &Sealed::from_stored(sealed.to_owned())).map_err(AppError::internal)
}
