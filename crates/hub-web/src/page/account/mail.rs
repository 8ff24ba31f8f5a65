//! When the signed-in person wants which mail.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::App;
use hub_app::mail::preferences;
use hub_core::text::EmailAddress;

use crate::form::Form;
use crate::page::error::Trouble;
use crate::page::visitor::Visitor;
use crate::view::mail_choices::{ChoiceGroup, groups, read};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/account/mail.html")]
pub struct OwnMailPage {
    /// What every page has.
    pub ui: Ui,
    address: String,
    choices: Vec<ChoiceGroup>,
}

/// The address of whoever is signed in.
fn address(visitor: &Visitor) -> Option<EmailAddress> {
    visitor.signed_in().and_then(|signed_in| EmailAddress::parse(&signed_in.account.email))
}

/// Answers `GET /me/mail`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let Some(address) = address(&visitor) else { return visitor.trouble(Trouble::SignedOut) };
    let is_staff = visitor.signed_in().is_some_and(|signed_in| signed_in.account.role.is_staff());
    match preferences::of_address(&app, &address).await {
        Ok(choices) => visitor.own_page(&OwnMailPage {
            choices: groups(visitor.ui.lang, &choices, is_staff),
            address: address.as_str().to_owned(),
            ui: visitor.ui.clone(),
        }),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /me/mail`.
pub async fn save(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(address) = address(&visitor) else { return visitor.trouble(Trouble::SignedOut) };
    match preferences::set_for(&app, &address, &read(&form)).await {
        Ok(()) => visitor.done("/me/mail", "mail-choice"),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(any(test, debug_assertions))]
impl OwnMailPage {
    /// Somebody of the staff, with some choices made.
    pub fn sample(ui: Ui) -> Self {
        use hub_core::notice::{Delivery, Kind};
        let kinds = Kind::ALL.iter().filter(|kind| kind.may_be_switched_off() && **kind != Kind::Digest);
        let choices: Vec<(Kind, Delivery)> =
            kinds.zip(Delivery::ALL.into_iter().cycle()).map(|(kind, delivery)| (*kind, delivery)).collect();
        let choices = groups(ui.lang, &choices, true);
        Self { address: "ada@school.example".to_owned(), choices, ui }
    }
}
