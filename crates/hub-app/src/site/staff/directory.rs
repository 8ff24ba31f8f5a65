//! The public site list.

use hub_core::SiteId;
use hub_core::rights::Actor;
use hub_core::site::Site;

use super::{change, still_here};
use crate::{App, AppError};

/// The public site list may show the site, as far as it agreed itself.
///
/// # Errors
/// `Conflict` if it has left.
pub async fn show_in_list(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.shown_in_list", |site| {
        still_here(site)?;
        site.in_directory = true;
        Ok(())
    })
    .await
}

/// The public site list does not show the site.
///
/// # Errors
/// `NotFound` if there is no such site.
pub async fn hide_from_list(app: &App, actor: Actor, id: SiteId) -> Result<Site, AppError> {
    change(app, actor, id, "site.hidden_from_list", |site| {
        site.in_directory = false;
        Ok(())
    })
    .await
}
