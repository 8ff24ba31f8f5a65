//! One visibility function, asked by every door: the table of who x door x state of the course x state of the hub.
//!
//! * `visibility/rows.rs` has a row for every route of hub-web, the list from which its router is made. **A new route
//!   without a row fails** and says what to do.
//! * `visibility/expected.rs` says by hand what must be shown to whom.
//! * `visibility/plant.rs` makes a hub with a course in every state, and everybody who may ask for it.
//! * `visibility/trial.rs` asks and compares.
//!
//! The whole table takes half a minute for each database: it asks thousands of times, which is what "every" means.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "visibility/ask.rs"]
mod ask;
#[path = "visibility/expected.rs"]
mod expected;
#[path = "visibility/plant.rs"]
mod plant;
#[path = "visibility/rows.rs"]
mod rows;
#[path = "visibility/trial.rs"]
mod trial;

use ask::Asker;
use expected::{HUBS, is_public};
use hub_app::course::{download, show};
use hub_core::course::Kind;
use hub_core::listing::PackageState;
use hub_core::policy::{Enabled, Policy, Reading};
use hub_core::query::CourseQuery;
use hub_core::site::SiteState;
use hub_core::visibility::{Facts, Publisher, Sight, Viewer, sight};
use hub_core::{CourseId, SiteId, VersionId};
use hub_testkit::db_test;
use plant::{Garden, IN_TITLES, Planted, listings, packages, plant};
use rows::{NO_DOORS, row, status};
use trial::Trial;

/// One of each kind and listing state.
fn some(planted: &[Planted]) -> Vec<&Planted> {
    let mut some: Vec<&Planted> = Vec::new();
    for one in planted {
        if some.iter().all(|known| (&known.listing, known.kind) != (&one.listing, one.kind)) {
            some.push(one);
        }
    }
    some
}

db_test! {
    async fn every_route_has_a_row(hub) {
        let routes = hub_web::routes(&hub.app);
        rows::check(&routes);
        assert!(routes.len() > 20, "only {} doors", routes.len());
    }
}

db_test! {
    async fn every_door_answers_everybody_as_the_table_says(hub) {
        let garden = Garden::plant(hub).await;
        let ask = Asker::new(&garden.hub);
        let routes = hub_web::routes(&garden.hub.app);
        rows::check(&routes);
        for state in &HUBS {
            garden.hub.set("enabled", state.enabled).await;
            garden.hub.set("reading", state.reading).await;
            for route in &routes {
                let row = row(route).unwrap();
                // Where everybody gets the same whatever is asked for, a few of each kind are enough.
                let knows_callers = matches!(row, rows::Row::Download);
                let all = state.enabled == "on" && (state.reading == "everyone" || knows_callers);
                let planted = if all { garden.planted.iter().collect() } else { some(&garden.planted) };
                Trial { garden: &garden, ask: &ask, hub: state, planted, route }.run(row).await;
            }
            for address in NO_DOORS {
                let answer = ask.get(address).await;
                assert_eq!(answer.status, status(Sight::Unknown), "{address}");
                assert!(!answer.text.contains(IN_TITLES), "{address}");
            }
        }
    }
}

db_test! {
    async fn staff_sees_every_version_and_members_what_everybody_sees(hub) {
        // No address knows staff or members yet, since nobody can sign in; the use cases do.
        let garden = Garden::plant(hub).await;
        let app = &garden.hub.app;
        for (enabled, reading) in [("on", "everyone"), ("on", "members"), ("off", "members")] {
            garden.hub.set("enabled", enabled).await;
            garden.hub.set("reading", reading).await;
            for planted in &garden.planted {
                show::one(app, Viewer::Staff, planted.id).await.unwrap();
                show::version(app, Viewer::Staff, planted.id, 1).await.unwrap();
                let taken = download::package(app, Viewer::Staff, planted.id).await;
                let there = planted.kind == Kind::Share && planted.package != PackageState::None;
                assert_eq!(taken.is_ok(), there, "{planted:?}");
                let member = show::one(app, Viewer::Member, planted.id).await;
                assert_eq!(member.is_ok(), enabled == "on" && is_public(planted), "{planted:?}");
            }
        }
        let query = CourseQuery { limit: 1000, ..CourseQuery::default() };
        let found = hub_app::search::find(app, Viewer::Staff, &query).await.unwrap();
        assert_eq!(found.courses.len(), garden.planted.iter().filter(|planted| is_public(planted)).count());
    }
}

db_test! {
    async fn the_database_and_the_visibility_function_agree_on_what_is_public(hub) {
        let mut sites: Vec<Option<Publisher>> = vec![None];
        for (name, state) in [
            ("Waiting", SiteState::Waiting),
            ("Active", SiteState::Active),
            ("Suspended", SiteState::Suspended),
            ("Left", SiteState::Left),
        ] {
            let site = hub.site(name).await;
            hub.change_site(&site, |row| row.state = state).await;
            sites.push(Some(Publisher { id: hub.row_of(&site).await.id, identity: 1, state }));
        }
        let open = Policy { enabled: Enabled::On, reading: Reading::Everyone, ..Policy::default() };
        let members = Policy { reading: Reading::Members, ..open.clone() };
        let mut by_site = std::collections::HashMap::new();
        let (mut adverts, mut shares, mut tried) = (0, 0, 0);
        for site in sites {
            for kind in [Kind::Advert, Kind::Share] {
                for listing in listings() {
                    for package in packages() {
                        for was_listed in [true, false] {
                            let facts = Facts { kind, listing: &listing, package: &package, site, was_listed };
                            let public = sight(Viewer::Stranger, &open, &facts) == Sight::Visible;
                            let member = sight(Viewer::Member, &members, &facts) == Sight::Visible;
                            let other = Viewer::Site { id: SiteId(i64::MAX), identity: 1 };
                            let other = sight(other, &members, &facts) == Sight::Visible;
                            let successor = site.map(|site| Viewer::Site { id: site.id, identity: 2 });
                            let successor = sight(successor.unwrap_or(Viewer::Member), &members, &facts) == Sight::Visible;
                            assert_eq!((member, other, successor), (public, public, public), "{facts:?}");
                            let of = site.map(|site| site.id);
                            let id = plant(&hub.app, of, kind, (&listing, &package), was_listed, None).await;
                            let mut conn = hub.app.db.read().await.unwrap();
                            let course = CourseId(id.get());
                            let (share, advert) = hub_db::version::newest_public(conn.cx(), course).await.unwrap();
                            let of_kind = if kind == Kind::Share { &share } else { &advert };
                            assert_eq!((of_kind.is_some(), share.is_some() != advert.is_some()), (public, public), "{facts:?}");
                            adverts += i64::from(public && kind == Kind::Advert);
                            shares += i64::from(public && kind == Kind::Share);
                            if let (true, Some(site)) = (public, of) {
                                *by_site.entry(site).or_insert(0) += 1;
                            }
                            tried += 1;
                        }
                    }
                }
            }
        }
        assert_eq!(tried, 5 * 2 * 7 * 5 * 2);
        hub.settle().await;
        let counts = hub_app::hub::counts(&hub.app).await.unwrap();
        assert_eq!((counts.adverts, counts.shares, counts.courses), (adverts, shares, adverts + shares));
        let mut conn = hub.app.db.read().await.unwrap();
        assert_eq!(hub_db::version::count_public_by_site(conn.cx()).await.unwrap(), by_site);
    }
}

db_test! {
    async fn a_withdrawn_version_of_a_course_that_is_still_there_is_gone(hub) {
        let site = hub.trusted_site("Lake school").await;
        let course = hub_testkit::example_course("BOT-PHOTO");
        let first = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        let second = site.publish_share(&hub.url(), &course, 0).await.unwrap();
        hub.settle().await;
        site.unregister_courses(&hub.url(), &[first]).await.unwrap();
        let ask = Asker::new(&hub);
        for (number, wanted) in [(1, Sight::Gone), (2, Sight::Visible), (3, Sight::Unknown)] {
            let answer = ask.get(&format!("/courses/{first}/versions/{number}")).await;
            assert_eq!(answer.status, status(wanted), "version {number}");
        }
        // The first version's number is the course's own: its page is that of the course.
        assert_eq!(ask.visit(&format!("/courses/{first}")).await.status, status(Sight::Visible));
        assert_eq!(ask.get(&format!("/?redirectcourseid={first}")).await.status, status(Sight::Gone));
        let mut conn = hub.app.db.read().await.unwrap();
        let second = hub_db::version::by_id(conn.cx(), VersionId(second)).await.unwrap().unwrap();
        assert_eq!(second.course_id, CourseId(first));
    }
}
