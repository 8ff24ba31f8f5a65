//! What people do with a hub from beginning to end, by the number of the workflow in the list of features: the hub is
//! the served program, Moodles are simulated sites, staff types commands.

mod advertising;
mod finding;
mod leaving;
mod limits;
mod moving;
mod publishing;
mod registering;
mod searching;

use std::sync::atomic::{AtomicUsize, Ordering};

use hub_sample::course::{Course, Section};
use hub_sample::site::{Family, Found, Kind, Outcome, SimulatedSite, SiteOptions};
use hub_testkit::Engine;
use serde_json::Value;

use crate::program::{Data, Reply, Served, get, soon};

/// A served hub and its staff.
struct Hub {
    // Before its data: what is dropped first stops first.
    served: Served,
    data: Data,
    changes: AtomicUsize,
}

impl Hub {
    async fn start(engine: Engine) -> Self {
        let data = Data::on(engine).await;
        let hub = Self { served: data.serve_for_all(), data, changes: AtomicUsize::new(0) };
        hub.run(&["settings", "set", "contact_email", "staff@hub.example"]);
        hub
    }

    fn url(&self) -> &str {
        &self.served.url
    }

    /// Staff types a command.
    #[track_caller]
    fn run(&self, args: &[&str]) -> String {
        self.data.run(args).ok()
    }

    #[track_caller]
    fn json(&self, args: &[&str]) -> Value {
        self.data.json(args)
    }

    /// A list's rows.
    #[track_caller]
    fn rows(&self, args: &[&str]) -> Vec<Value> {
        self.json(args).as_array().unwrap().clone()
    }

    /// Mails of one kind, newest first.
    fn mails(&self, kind: &str) -> Vec<Value> {
        let all = self.rows(&["mail", "list"]);
        all.into_iter().filter(|mail| mail["kind"] == kind).collect()
    }

    /// The text of a mail.
    fn mail(&self, mail: &Value) -> String {
        self.run(&["mail", "show", &mail["id"].to_string()])
    }

    fn get(&self, path: &str) -> Reply {
        get(&format!("{}{path}", self.url()))
    }

    /// Changes a setting and waits until the served hub has it: it takes all settings at once, and its name is read.
    async fn set(&self, key: &str, value: &str) {
        self.run(&["settings", "set", key, value]);
        let name = format!("Hub changed {} times", self.changes.fetch_add(1, Ordering::Relaxed));
        self.run(&["settings", "set", "name", &name]);
        soon("the setting", || async { self.get("/").text().contains(&name) }).await;
    }

    /// A registered site.
    async fn site(&self, name: &str) -> SimulatedSite {
        self.site_of(Family::ExtUnpatched, name).await
    }

    async fn site_of(&self, family: Family, name: &str) -> SimulatedSite {
        let site = SimulatedSite::start(SiteOptions::new(family, name)).await.unwrap();
        assert_eq!(site.register(self.url()).await.unwrap(), Outcome::Confirmed);
        site
    }

    /// A registered site that staff trusts.
    async fn trusted(&self, name: &str) -> SimulatedSite {
        let site = self.site(name).await;
        self.run(&["site", "trust", &self.id_of(&site)]);
        site
    }

    /// The number of a site.
    fn id_of(&self, site: &SimulatedSite) -> String {
        let rows = self.rows(&["site", "list"]);
        let row = rows.iter().find(|row| row["address"] == site.wwwroot() && row["state"] != "left");
        row.unwrap_or_else(|| panic!("no {} in {rows:?}", site.wwwroot()))["id"].to_string()
    }

    /// What a stranger's Moodle finds.
    async fn found(&self, words: &str, kind: Kind) -> Found {
        let options = SiteOptions::new(Family::ExtPatched, "Stranger");
        SimulatedSite::start(options).await.unwrap().search(self.url(), words, kind, &[]).await.unwrap()
    }

    async fn is_found(&self, id: i64, kind: Kind) -> bool {
        self.found("", kind).await.course(id).is_some()
    }

    /// Waits until strangers find a course.
    async fn finds(&self, id: i64, kind: Kind) {
        soon("the course is found", || self.is_found(id, kind)).await;
    }

    /// Waits until a package has been read, and gives what became of it.
    async fn package_of(&self, id: i64) -> String {
        let state =
            || self.json(&["course", "show", &id.to_string()])["package"].as_str().unwrap().to_owned();
        soon("the package is read", || async { state() != "reading" }).await;
        state()
    }
}

/// A course of one page.
fn course(short_name: &str, title: &str) -> Course {
    Course::new(short_name, title, "en")
        .summary("<p>How things grow.</p>")
        .section(Section::new("Leaves").page("A leaf", "<p>It is green.</p>"))
}

fn short(id: i64) -> String {
    id.to_string()
}

/// One test for each database.
macro_rules! workflow {
    ($(#[$doc:meta])* async fn $name:ident($hub:ident) $body:block) => {
        mod $name {
            use super::*;

            async fn body($hub: Hub) $body

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                body(Hub::start(hub_testkit::Engine::Sqlite).await).await;
            }

            $(#[$doc])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if !hub_testkit::Engine::postgres_is_left_out() {
                    body(Hub::start(hub_testkit::Engine::Postgres).await).await;
                }
            }
        }
    };
}
use workflow;
