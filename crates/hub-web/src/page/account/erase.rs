//! Erasing one's own account.

use axum::extract::State;
use axum::http::header;
use axum::response::Response;
use hub_app::account::erase::erase;
use hub_app::account::manage::is_last_owner;
use hub_app::account::sign_in::SignInError;
use hub_app::{App, AppError};
use hub_core::secret::Secret;

use super::sign_in::not_signed_in;
use super::small_form::{SmallForm, refused};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::session as cookie;
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The form.
pub fn page(ui: Ui, email: &str, wrong: FormErrors) -> SmallForm {
    let typed = Field::line(ui.lang, "typed", "erase-typed").left_to_right().required();
    let typed = typed.helped(ui.with("erase-typed-help", "email", email.to_owned()));
    let password = Field::password(ui.lang, "current", "password-current", "current-password");
    let lead = ui.t("erase-lead");
    let fields = vec![typed, password];
    let words = ("erase-title", "erase-do");
    let form = SmallForm::new(ui, words, lead, "/me/erase".to_owned(), fields, wrong);
    SmallForm { danger: true, ..form }
}

/// Answers `GET /me/erase`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let Some(signed_in) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let wrong = match is_last_owner(&app, signed_in.account.id).await {
        Ok(true) => FormErrors::whole(visitor.ui.t("account-last-owner")),
        Ok(false) => FormErrors::default(),
        Err(error) => return visitor.failure(&error),
    };
    visitor.own_page(&page(visitor.ui.clone(), &signed_in.account.email, wrong))
}

/// Answers `POST /me/erase`.
pub(crate) async fn confirm(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    form: Form,
) -> Response {
    let Some(who) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let password = Secret::new(form.raw("current"));
    let wrong = match erase(&app, who, form.get("typed"), &password, visitor.browser(client)).await {
        Ok(()) => {
            let mut response = visitor.done("/", "erased");
            if let Some(cookie) = cookie::end(&visitor.ui.urls) {
                response.headers_mut().append(header::SET_COOKIE, cookie);
            }
            return response;
        }
        Err(SignInError::Wrong) => {
            FormErrors::default().and("current", visitor.ui.t("password-wrong").into_owned())
        }
        Err(SignInError::App(AppError::Conflict(_))) => FormErrors::whole(visitor.ui.t("account-last-owner")),
        Err(SignInError::App(error)) => match refused(&visitor.ui, error) {
            Ok(wrong) => wrong,
            Err(error) => return visitor.failure(&error),
        },
        Err(error) => match not_signed_in(&app, &visitor.ui, error) {
            Ok(why) => FormErrors::whole(why),
            Err(error) => return visitor.failure(&error),
        },
    };
    visitor.form_again(&page(visitor.ui.clone(), &who.account.email, wrong))
}
