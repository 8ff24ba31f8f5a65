//! The classic hub protocol, for every Moodle from 2.0: addresses, replies and faults as its clients expect them.

use axum::Router;
use hub_app::App;

/// The classic addresses.
pub fn routes() -> Router<App> {
    Router::new()
}
