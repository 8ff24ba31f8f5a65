//! A whole hub in a test, on either database, driven by role.
//!
//! [`db_test!`] writes one test for SQLite and one for PostgreSQL. The PostgreSQL half needs
//! `COURSEHUB_TEST_DATABASE_URL`, which `scripts/test` sets; without it that half fails, unless
//! `COURSEHUB_SKIP_POSTGRES=1` says that it is left out on purpose.

pub mod apache;
pub mod clamd;
pub mod clients;
mod database;
mod dump;
mod hub;
pub mod mail_server;
mod person;
mod site;
mod stopped;
mod stranger;

pub use database::{Engine, TestDatabase};
pub use dump::Tables;
pub use hub::{HubOptions, TestHub};
pub use person::{PASSWORD, SignedIn};
pub use site::{example_course, small_course};
pub use stopped::StoppedHub;
pub use stranger::Stranger;

/// A conformance test: as [`db_test!`], and once more on a hub whose address has capitals, a port and a path.
#[macro_export]
macro_rules! conformance_test {
    ($(#[$doc:meta])* async fn $name:ident($hub:ident) $body:block) => {
        mod $name {
            use super::*;

            async fn body($hub: $crate::TestHub) $body

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                body($crate::TestHub::start($crate::Engine::Sqlite).await).await;
            }

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if $crate::Engine::postgres_is_left_out() {
                    return;
                }
                body($crate::TestHub::start($crate::Engine::Postgres).await).await;
            }

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn under_a_path() {
                let options = $crate::HubOptions::under_a_path();
                body($crate::TestHub::start_with($crate::Engine::Sqlite, options).await).await;
            }
        }
    };
}

/// One test body, run on SQLite and on PostgreSQL. The body gets a started [`TestHub`].
#[macro_export]
macro_rules! db_test {
    ($(#[$doc:meta])* async fn $name:ident($hub:ident) $body:block) => {
        $crate::db_test! { $(#[$doc])* async fn $name($hub = $crate::HubOptions::default()) $body }
    };
    ($(#[$doc:meta])* async fn $name:ident($hub:ident = $options:expr) $body:block) => {
        mod $name {
            use super::*;

            async fn body($hub: $crate::TestHub) $body

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                body($crate::TestHub::start_with($crate::Engine::Sqlite, $options).await).await;
            }

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if $crate::Engine::postgres_is_left_out() {
                    return;
                }
                body($crate::TestHub::start_with($crate::Engine::Postgres, $options).await).await;
            }
        }
    };
}
