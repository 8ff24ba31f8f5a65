//! Ends mails of one kind, by the link below each. The token in it is the permission, so nobody signs in, and mail
//! programs may send the POST by themselves (RFC 8058): it needs no word of a form.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::App;
use hub_app::mail::preferences;

use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/mail_preferences.html")]
pub struct MailPreferencesPage {
    /// What every page has.
    pub ui: Ui,
    /// Whose mails.
    pub address: String,
    /// Where the form goes; nowhere once it is done.
    pub action: Option<String>,
}

/// Answers `GET /mail/preferences/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    page(&app, &visitor, &token, true).await
}

/// Answers `POST /mail/preferences/{token}`.
pub async fn unsubscribe(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match preferences::unsubscribe(&app, &token).await {
        Ok(()) => page(&app, &visitor, &token, false).await,
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, token: &str, asks: bool) -> Response {
    match preferences::read(app, token).await {
        Ok(found) => {
            let mut ui = visitor.ui.clone();
            let path = format!("/mail/preferences/{token}");
            let action = asks.then(|| ui.urls.to(&path));
            ui.here = path;
            visitor.own_page(&MailPreferencesPage { ui, address: found.address.as_str().to_owned(), action })
        }
        Err(error) => visitor.failure(&error),
    }
}
