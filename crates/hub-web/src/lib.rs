//! The doors of the hub: pages, the classic Moodle protocol, health.
//!
//! Every door is thin: it parses, calls one use case of `hub-app` with who is acting, and answers in its own form.
//! [`page`]s are askama templates filled with display data from [`view`], in the visitor's language ([`i18n`]), with
//! addresses from [`urls`].

mod base;
mod client_address;
pub mod i18n;
pub mod moodle;
pub mod page;
mod server;
pub mod urls;
pub mod view;

use axum::Router;
use axum::routing::get;
use hub_app::App;

pub use server::serve;

/// All doors of a hub, below the path of its address and at the root.
pub fn router(app: &App) -> Router {
    let doors = Router::new()
        .merge(page::routes(app))
        .merge(moodle::routes())
        .route("/healthz", get(|| async { "ok\n" }))
        .with_state(app.clone());
    base::below(app, doors)
}
