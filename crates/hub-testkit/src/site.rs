//! Registered sites in a test: simulated Moodles that went through the real registration.

use hub_core::SiteId;
use hub_core::site::Site;
use hub_sample::course::Course;
use hub_sample::site::{Family, SimulatedSite, SiteOptions};

use crate::TestHub;

impl TestHub {
    /// A registered site of Moodle 3.1 to 3.3, not trusted.
    pub async fn site(&self, name: &str) -> SimulatedSite {
        self.site_of(Family::ExtUnpatched, name).await
    }

    /// A registered site of a client family, not trusted.
    ///
    /// # Panics
    /// If the registration does not end on the site's confirmation.
    pub async fn site_of(&self, family: Family, name: &str) -> SimulatedSite {
        let site = SimulatedSite::start(SiteOptions::new(family, name)).await.expect("a simulated site");
        let outcome = site.register(&self.url()).await.expect("the registration is answered");
        assert!(site.is_registered(&self.url()), "{name} is not registered: {outcome:?}");
        site
    }

    /// A registered site that staff trusts.
    pub async fn trusted_site(&self, name: &str) -> SimulatedSite {
        let site = self.site(name).await;
        self.change_site(&site, |row| row.trusted = true).await;
        site
    }

    /// All sites the hub has, those that left included, oldest first.
    ///
    /// # Panics
    /// If they cannot be read.
    pub async fn sites(&self) -> Vec<Site> {
        let mut conn = self.app.db.read().await.expect("a connection");
        hub_db::site::list(conn.cx(), SiteId(0), 1000).await.expect("the sites")
    }

    /// The hub's row of a simulated site.
    ///
    /// # Panics
    /// If there is none.
    pub async fn row_of(&self, site: &SimulatedSite) -> Site {
        let key = hub_core::address::SiteAddress::parse(site.wwwroot()).expect("an address").key().to_owned();
        self.sites().await.into_iter().find(|row| row.address.key() == key).expect("the site is registered")
    }

    /// Changes the hub's row of a site, past all rules.
    ///
    /// # Panics
    /// If the database refuses.
    pub async fn change_site(&self, site: &SimulatedSite, change: impl FnOnce(&mut Site)) {
        let mut row = self.row_of(site).await;
        change(&mut row);
        let mut tx = self.app.db.begin().await.expect("a transaction");
        hub_db::site::update(tx.cx(), &row).await.expect("the site is written");
        let changed = hub_core::act::Changed::Site(row.id);
        hub_db::change::append(tx.cx(), changed, self.app.clock.now()).await.expect("the feed is written");
        tx.commit().await.expect("the change is committed");
    }
}

/// One of the example courses, by its short name.
///
/// # Panics
/// If there is no such course.
pub fn example_course(short_name: &str) -> Course {
    let found = hub_sample::courses::all().into_iter().find(|course| course.short_name == short_name);
    found.unwrap_or_else(|| panic!("no example course {short_name}"))
}

/// A small course with a name of its own.
pub fn small_course(number: usize) -> Course {
    let mut course = hub_sample::courses::all().swap_remove(0);
    course.full_name = format!("Small course {number}");
    course.short_name = format!("SMALL{number}");
    course
}
