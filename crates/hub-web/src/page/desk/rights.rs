//! Who may do what: the table of `hub-core`, as it stands.

use askama::Template;
use axum::response::Response;
use hub_core::rights::{Right, Role};

use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/desk/rights.html")]
pub struct RightsPage {
    /// What every page has.
    pub ui: Ui,
    roles: [Role; 5],
    rights: Vec<Right>,
}

impl RightsPage {
    /// The table.
    pub fn new(ui: Ui) -> Self {
        Self { ui, roles: Role::ALL, rights: Right::all().collect() }
    }

    fn has(role: Role, right: Right) -> bool {
        role.may(right)
    }
}

/// Answers `GET /admin/rights`.
pub async fn show(visitor: Visitor) -> Response {
    visitor.own_page(&RightsPage::new(visitor.ui.clone()))
}
