//! The own page of somebody who is signed in.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::account::session;
use hub_app::{App, AppError};
use hub_core::SessionId;
use hub_core::rights::Role;
use jiff::Timestamp;

use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// A browser that is signed in.
#[derive(Clone, Debug)]
pub struct SessionRow {
    /// Its id.
    pub id: SessionId,
    /// What it calls itself.
    pub browser: String,
    /// When it signed in.
    pub since: Timestamp,
    /// When it was last seen.
    pub seen: Timestamp,
    /// Whether it is the one before which the person sits.
    pub this: bool,
}

/// The own page.
#[derive(Template)]
#[template(path = "page/account/me.html")]
pub struct MePage {
    /// What every page has.
    pub ui: Ui,
    /// Their mail address.
    pub email: String,
    /// Their role.
    pub role: Role,
    /// Their browsers.
    pub sessions: Vec<SessionRow>,
}

/// Answers `GET /me`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match page(&app, &visitor).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor) -> Result<MePage, AppError> {
    let signed_in = visitor.signed_in().ok_or(AppError::MembersOnly)?;
    let sessions = session::list(app, signed_in.account.id).await?;
    let rows = sessions.into_iter().map(|session| SessionRow {
        this: session.id == signed_in.session_id,
        id: session.id,
        browser: session.user_agent,
        since: session.created_at,
        seen: session.used_at,
    });
    Ok(MePage {
        ui: visitor.ui.clone(),
        email: signed_in.account.email.clone(),
        role: signed_in.account.role,
        sessions: rows.collect(),
    })
}

/// Answers `POST /me/sessions`: ends one session, or all others.
pub async fn end_sessions(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Some(signed_in) = visitor.signed_in() else { return visitor.failure(&AppError::MembersOnly) };
    let account = signed_in.account.id;
    let ended = match form.get("session").parse::<SessionId>() {
        Ok(id) => session::end(&app, account, id).await,
        Err(_) => session::end_others(&app, account, signed_in.session_id).await.map(drop),
    };
    match ended {
        Ok(()) => visitor.done("/me", "sessions-ended"),
        Err(error) => visitor.failure(&error),
    }
}

#[cfg(any(test, debug_assertions))]
impl MePage {
    /// Two browsers.
    pub fn sample(ui: Ui) -> Self {
        let row = |id, browser: &str, this| SessionRow {
            id: SessionId(id),
            browser: browser.to_owned(),
            since: ui.now - jiff::SignedDuration::from_hours(50),
            seen: ui.now - jiff::SignedDuration::from_mins(3),
            this,
        };
        let sessions = vec![
            row(2, "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", true),
            row(1, "Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X)", false),
        ];
        Self { email: "ada@school.example".to_owned(), role: Role::Owner, sessions, ui }
    }
}
