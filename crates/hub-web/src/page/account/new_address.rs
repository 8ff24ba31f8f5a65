//! Where the link to a new mail address leads: it is taken by a button, since programs that check mails open links.

use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::App;
use hub_app::account::email_change;
use hub_core::secret::Secret;

use super::small_form::SmallForm;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// The button.
pub fn page(ui: Ui, token: &str, email: &str) -> SmallForm {
    let lead = ui.with("new-address-lead", "email", email.to_owned()).into_owned();
    let action = format!("/new-address/{token}");
    let words = ("new-address-title", "new-address-do");
    SmallForm::new(ui, words, lead, action, Vec::new(), FormErrors::default())
}

/// Answers `GET /new-address/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match email_change::find(&app, &Secret::new(token.as_str())).await {
        Ok(email) => {
            let mut ui = visitor.ui.clone();
            ui.here = format!("/new-address/{token}");
            visitor.own_page(&page(ui, &token, &email))
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /new-address/{token}`.
pub async fn confirm(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match email_change::confirm(&app, &Secret::new(token.as_str())).await {
        Ok(()) => visitor.done("/sign-in", "new-address"),
        Err(error) => visitor.failure(&error),
    }
}
