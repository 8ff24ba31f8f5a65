//! All groups of settings, and what they open right now.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::App;

use super::access::{Line, lines};
use super::group::Group;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/settings/overview.html")]
pub struct OverviewPage {
    /// What every page has.
    pub ui: Ui,
    /// What is possible.
    pub access: Vec<Line>,
    /// Whether the guided set-up is not finished.
    pub set_up_open: bool,
}

/// Answers `GET /admin/settings`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let access = lines(&visitor.ui, &hub_app::access::now(&app));
    let set_up_open = !app.policy().set_up_done;
    visitor.own_page(&OverviewPage { ui: visitor.ui.clone(), access, set_up_open })
}

#[cfg(any(test, debug_assertions))]
impl OverviewPage {
    /// A hub that everybody reads and that takes sites by password.
    pub fn sample(ui: Ui) -> Self {
        let access = hub_app::access::Access {
            visitor: None,
            feeds: false,
            search: true,
            entrance: Some(hub_core::policy::Entrance::Password),
            courses_per_day: Some(20),
            publishes: true,
        };
        Self { access: lines(&ui, &access), set_up_open: true, ui }
    }
}
