//! Secrets that open nothing: whoever comes with one is led to renew it.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::site::staff;
use hub_app::{App, AppError};
use hub_core::SiteId;
use jiff::Timestamp;

use crate::form::Form;
use crate::page::error::Trouble;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// One blocked secret; the secret itself is not known to the hub.
#[derive(Clone, Debug)]
pub struct BlockedRow {
    /// The site that had it.
    pub site: Option<SiteId>,
    /// Where that site was.
    pub address: String,
    /// Since when.
    pub since: Timestamp,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/blocked_secrets.html")]
pub struct BlockedPage {
    /// What every page has.
    pub ui: Ui,
    /// Newest first.
    pub rows: Vec<BlockedRow>,
}

/// Answers `GET /admin/sites/blocked`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match staff::blocked(&app).await {
        Ok(all) => {
            let row = |secret: hub_app::site::staff::BlockedSecret| BlockedRow {
                site: secret.site_id,
                address: secret.address,
                since: secret.blocked_at,
            };
            visitor
                .own_page(&BlockedPage { ui: visitor.ui.clone(), rows: all.into_iter().map(row).collect() })
        }
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/sites/blocked`: those of one site may be used again.
pub async fn unblock(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let Ok(id) = form.get("site").parse::<i64>() else { return visitor.trouble(Trouble::BadRequest) };
    match unblocked(&app, &visitor, SiteId(id)).await {
        Ok(()) => visitor.done("/admin/sites/blocked", "site-unblocked"),
        Err(error) => visitor.failure(&error),
    }
}

async fn unblocked(app: &App, visitor: &Visitor, id: SiteId) -> Result<(), AppError> {
    staff::unblock(app, visitor.actor(), id).await.map(drop)
}

#[cfg(any(test, debug_assertions))]
impl BlockedPage {
    /// Two secrets.
    pub fn sample(ui: Ui) -> Self {
        let row = |site, address: &str, hours| BlockedRow {
            site,
            address: address.to_owned(),
            since: ui.now - jiff::SignedDuration::from_hours(hours),
        };
        let rows = vec![
            row(Some(SiteId(7)), "https://moodle.lakeside.example", 3),
            row(None, "https://a-very-long-name-of-a-school.far-away.example/moodle", 4000),
        ];
        Self { ui, rows }
    }
}
