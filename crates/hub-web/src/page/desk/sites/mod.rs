//! Staff's pages of sites: the list, one site with all its decisions, and the blocked secrets.

pub mod act;
pub mod blocked;
mod form;
pub mod list;
mod query;
mod reach;
pub mod show;
mod words;

#[cfg(any(test, debug_assertions))]
pub mod samples;

use hub_core::rights::Right;

use crate::doors::{Class, Doors};

/// The doors of these pages.
pub(crate) fn doors() -> Doors {
    let sites = Class::Staff(Right::Sites);
    Doors::default()
        .get("/admin/sites", sites, list::show)
        .get("/admin/sites.csv", sites, list::file)
        .get("/admin/sites/blocked", sites, blocked::show)
        .post("/admin/sites/blocked", sites, blocked::unblock)
        .get("/admin/sites/{id}", sites, show::show)
        .post("/admin/sites/{id}", sites, act::act)
        .post("/admin/sites/{id}/settings", sites, form::save)
}
