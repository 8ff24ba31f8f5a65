//! The doors of the hub: pages, the classic Moodle protocol, health.
//!
//! Every door is thin: it parses, calls one use case of `hub-app` with who is acting, and answers in its own form.
//! [`page`]s are askama templates filled with display data from [`view`], in the visitor's language ([`i18n`]), with
//! addresses from [`urls`].

#![allow(
    clippy::trivially_copy_pass_by_ref,
    clippy::unused_self,
    reason = "templates call methods with references"
)]

mod base;
mod client_address;
mod doors;
pub mod form;
mod guard;
pub mod i18n;
mod intake;
pub mod moodle;
pub mod page;
mod request_id;
mod server;
mod session;
pub mod urls;
pub mod view;

use std::sync::Arc;

use axum::middleware::{from_fn, from_fn_with_state};
use axum::{Extension, Router};
use hub_app::App;

pub use doors::{Class, Route};
pub use intake::Limits;
pub use server::serve;

use doors::Doors;
use guard::Guard;
use intake::Intake;

fn doors(app: &App) -> Doors {
    page::doors(app).and(moodle::doors()).get("/healthz", Class::Open, async || "ok\n")
}

/// All doors of a hub, below the path of its address and at the root.
pub fn router(app: &App) -> Router {
    router_within(app, Limits::default())
}

/// As [`router`], with other limits on what comes in.
pub fn router_within(app: &App, limits: Limits) -> Router {
    let doors = doors(app);
    let intake = Arc::new(Intake::new(limits));
    let guard = Guard::new(app, doors.routes(), Arc::clone(&intake));
    let doors = doors.router().with_state(app.clone()).layer(from_fn_with_state(guard, guard::keep));
    let intake = Extension(intake);
    base::below(app, doors.layer(intake).layer(from_fn(request_id::give)))
}

/// The list of these doors.
pub fn routes(app: &App) -> Vec<Route> {
    doors(app).list()
}
