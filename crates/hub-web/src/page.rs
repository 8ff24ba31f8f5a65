//! The pages people see. One file a page: its template struct, its samples, its handler.

pub mod about;
pub mod answer;
pub mod asset;
pub mod course;
pub mod error;
pub mod feed;
mod fill;
pub mod front;
pub mod picture;
pub mod registration;
pub mod results;
pub mod site;
pub mod sites;
pub mod visitor;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::get;
use hub_app::App;

#[cfg(any(test, debug_assertions))]
pub mod components;

#[cfg(any(test, debug_assertions))]
pub mod samples;

#[cfg(test)]
pub(crate) mod tests;

/// The pages, below the hub's own path.
pub fn routes(app: &App) -> Router<App> {
    let pages = Router::new()
        .route("/", get(front::show))
        .route("/index.php", get(front::show))
        .route("/search", get(results::show))
        .route("/courses/{id}", get(course::show))
        .route("/courses/{id}/versions/{number}", get(course::show_version))
        .route("/sites", get(sites::show))
        .route("/sites/{id}", get(site::show))
        .route("/about", get(about::show));
    #[cfg(debug_assertions)]
    let pages = pages.route("/about/components", get(components::show));
    pages
        .fallback(error::missing)
        .layer(from_fn_with_state(app.clone(), visitor::remember_language))
        .route("/assets/{hash}/{name}", get(asset::show))
        .route("/pictures/{id}", get(picture::show))
        .route("/feeds/atom", get(feed::atom))
        .route("/feeds/rss", get(feed::rss))
        .route("/rss/file.php/{*path}", get(feed::classic))
        .method_not_allowed_fallback(error::wrong_method)
}
