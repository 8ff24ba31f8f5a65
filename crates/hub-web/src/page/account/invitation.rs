//! Where a link for a new account leads: name and password.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::App;
use hub_app::account::invitation::{self, Invitation};
use hub_core::secret::Secret;

use super::sign_in::welcome;
use super::small_form::{SmallForm, new_password, refused};
use crate::client_address::Client;
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors};
use crate::view::ui::Ui;

/// The form.
pub fn page(ui: Ui, token: &str, email: &str, name: &str, wrong: FormErrors) -> SmallForm {
    let name = Field::line(ui.lang, "name", "setup-name").value(name).autocomplete("name");
    let fields = vec![name, new_password(&ui, "password")];
    let lead = ui.with("invitation-lead", "email", email.to_owned()).into_owned();
    let action = format!("/invitation/{token}");
    SmallForm::new(ui, ("invitation-title", "setup-owner-do"), lead, action, fields, wrong)
}

/// Answers `GET /invitation/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match invitation::find(&app, &Secret::new(token.as_str())).await {
        Ok(Invitation { email, name, .. }) => {
            let mut ui = visitor.ui.clone();
            ui.here = format!("/invitation/{token}");
            visitor.own_page(&page(ui, &token, &email, &name, FormErrors::default()))
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /invitation/{token}`.
pub(crate) async fn accept(
    State(app): State<App>,
    client: Client,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    let (link, name) = (Secret::new(token.as_str()), form.get("name"));
    let password = Secret::new(form.raw("password"));
    let error = match invitation::accept(&app, &link, name, &password, visitor.browser(client)).await {
        Ok(session) => return welcome(&app, &visitor, &session, "/me", "account-made").await,
        Err(error) => error,
    };
    let wrong = match refused(&visitor.ui, error) {
        Ok(wrong) => wrong,
        Err(error) => return visitor.failure(&error),
    };
    match invitation::find(&app, &link).await {
        Ok(found) => visitor.form_again(&page(visitor.ui.clone(), &token, &found.email, name, wrong)),
        Err(error) => visitor.failure(&error),
    }
}
