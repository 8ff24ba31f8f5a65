//! The classic hub protocol, for every Moodle from 2.0: addresses, replies and faults as its clients expect them.

mod call;
pub(crate) mod courses;
pub(crate) mod download;
pub(crate) mod fault;
pub(crate) mod file;
mod registration;
mod screen;
mod upload;
mod webservice;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{any, get, post};
use hub_app::App;

/// The classic addresses. None of them ever redirects: clients replay a redirected call without its body.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/local/hub/siteregistration.php", any(registration::answer))
        .route("/registrations/{code}", get(registration::standing).post(registration::try_again))
        .route("/registrations/replace/{link}", get(registration::compare).post(registration::replace_site))
        .route("/local/hub/webservice/webservices.php", any(webservice::answer))
        .route("/webservice/xmlrpc/server.php", any(webservice::answer))
        .route("/webservice/rest/server.php", any(webservice::answer))
        .route("/local/hub/webservice/upload.php", post(upload::take))
        .route("/local/hub/webservice/download.php", get(download::give))
        .method_not_allowed_fallback(download::wrong_method)
        // Each door reads its body in pieces and has limits of its own.
        .layer(DefaultBodyLimit::disable())
}
