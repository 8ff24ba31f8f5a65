//! The classic hub protocol, for every Moodle from 2.0: addresses, replies and faults as its clients expect them.

mod call;
pub(crate) mod courses;
pub(crate) mod download;
pub(crate) mod fault;
pub(crate) mod file;
mod form_info;
mod registration;
mod screen;
mod upload;
mod webservice;

use axum::extract::DefaultBodyLimit;

use crate::doors::{Class, Doors};

/// The classic addresses. None of them ever redirects: clients replay a redirected call without its body.
pub(crate) fn doors() -> Doors {
    Doors::default()
        .any("/local/hub/siteregistration.php", Class::Changing, registration::answer)
        .get("/registrations/{code}", Class::Link, registration::standing)
        .post("/registrations/{code}", Class::Changing, registration::try_again)
        .get("/registrations/replace/{link}", Class::Link, registration::compare)
        .post("/registrations/replace/{link}", Class::Changing, registration::replace_site)
        .any("/local/hub/webservice/webservices.php", Class::Service, webservice::answer)
        .any("/webservice/xmlrpc/server.php", Class::Service, webservice::answer)
        .any("/webservice/rest/server.php", Class::Service, webservice::answer)
        .post("/local/hub/webservice/upload.php", Class::Changing, upload::take)
        .get("/local/hub/webservice/download.php", Class::Course, download::give)
        // Each door reads its body in pieces and has limits of its own.
        .with(|doors| {
            doors.method_not_allowed_fallback(download::wrong_method).layer(DefaultBodyLimit::disable())
        })
}
