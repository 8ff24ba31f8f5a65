//! When the receiver of a mail wants more of them, by the link below each. The token in it is the permission, so nobody
//! signs in, and mail programs may send the POST by themselves (RFC 8058): it needs no word of a form.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::mail::preferences::{self, Preferences};
use hub_app::{App, AppError};

use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::mail_choices::{ChoiceGroup, groups, kind_name, read};
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/mail_preferences.html")]
pub struct MailPreferencesPage {
    /// What every page has.
    pub ui: Ui,
    /// Whose mails.
    pub address: String,
    /// The mail the link came with.
    pub kind: String,
    /// Where the forms go.
    pub action: String,
    /// Whether mails of this kind were just ended.
    pub stopped: bool,
    /// When which mail comes.
    pub choices: Vec<ChoiceGroup>,
}

/// Answers `GET /mail/preferences/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    page(&app, &visitor, &token, false).await
}

/// Answers `POST /mail/preferences/{token}`: ends mails of this kind, or keeps what was chosen for all.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    if form.get("do") == "choose" {
        return match preferences::set(&app, &token, &read(&form)).await {
            Ok(()) => visitor.done(&path(&token), "mail-choice"),
            Err(error) => visitor.failure(&error),
        };
    }
    match preferences::unsubscribe(&app, &token).await {
        Ok(()) => page(&app, &visitor, &token, true).await,
        Err(error) => visitor.failure(&error),
    }
}

fn path(token: &str) -> String {
    format!("/mail/preferences/{token}")
}

async fn page(app: &App, visitor: &Visitor, token: &str, stopped: bool) -> Response {
    match found(app, token).await {
        Ok((found, is_staff)) => {
            let mut ui = visitor.ui.clone();
            ui.here = path(token);
            visitor.own_page(&MailPreferencesPage {
                address: found.address.as_str().to_owned(),
                kind: kind_name(ui.lang, found.kind.name()),
                action: ui.urls.to(&ui.here),
                stopped,
                choices: groups(ui.lang, &found.choices, is_staff),
                ui,
            })
        }
        Err(error) => visitor.failure(&error),
    }
}

async fn found(app: &App, token: &str) -> Result<(Preferences, bool), AppError> {
    let found = preferences::read(app, token).await?;
    let is_staff = preferences::is_staff(app, &found.address).await?;
    Ok((found, is_staff))
}

#[cfg(any(test, debug_assertions))]
impl MailPreferencesPage {
    /// Of a publisher.
    pub fn sample(ui: Ui, stopped: bool) -> Self {
        use hub_core::notice::{Delivery, Kind};
        let choices = [(Kind::CourseRefused, Delivery::Never), (Kind::CourseAccepted, Delivery::Weekly)];
        Self {
            address: "ana.ruiz@lakeside.example".to_owned(),
            kind: kind_name(ui.lang, "course_refused"),
            action: ui.urls.to("/mail/preferences/token"),
            stopped,
            choices: groups(ui.lang, &choices, false),
            ui,
        }
    }
}
