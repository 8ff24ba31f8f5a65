//! Accounts that people make for themselves, where the hub's policy lets them.

use hub_core::text::{EmailAddress, cut_line};

use super::asked::{Asked, take};
use super::sign_in::{Browser, SignInError};
use super::{NAME_CHARS, invitation};
use crate::{App, AppError, FieldErrors};

pub use invitation::{accept, find};

/// Asks for an account; the answer goes to the address by mail, and tells there alone whether it has one already.
///
/// # Errors
/// `Forbidden` where nobody may; `Invalid` for an address that may not; [`SignInError::Wait`].
pub async fn ask(
    app: &App,
    email: &str,
    name: &str,
    language: &str,
    browser: Browser<'_>,
) -> Result<(), SignInError> {
    let (policy, email) = (app.policy(), email.trim());
    if policy.self_registration == hub_core::policy::SelfRegistration::Off {
        return Err(AppError::Forbidden("on this hub, accounts are made by staff".to_owned()).into());
    }
    let mut errors = FieldErrors::default();
    if EmailAddress::parse(email).is_none() {
        errors.add("email", format!("\"{email}\" is no mail address"));
    } else if !policy.may_sign_up(email) {
        let domains = policy.self_registration_domains.join(", ");
        errors.add("email", format!("this hub takes addresses of these domains only: {domains}"));
    }
    errors.into_result()?;
    crate::machine::check_account_name(email)?;
    let asked = Asked::SignUp {
        email: email.to_owned(),
        name: cut_line(name, NAME_CHARS),
        language: language.to_owned(),
    };
    take(app, &asked, browser).await
}
