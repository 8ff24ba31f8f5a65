//! The ways between the pages behind a sign-in.

use hub_core::rights::Right;

use super::ui::Ui;

/// One page of the side bar.
struct Place {
    path: &'static str,
    key: &'static str,
    icon: &'static str,
    /// Who sees it; `None`: everybody who is signed in.
    right: Option<Right>,
}

/// Its count stands beside it.
const QUEUE: &str = "/moderate/queue";

/// The pages in the order people need them.
const PLACES: &[Place] = &[
    Place { path: "/moderate", key: "needs-title", icon: "check", right: Some(Right::Decisions) },
    Place { path: QUEUE, key: "queue-title", icon: "time", right: Some(Right::Decisions) },
    Place { path: "/moderate/reports", key: "reports-title", icon: "warning", right: Some(Right::Decisions) },
    Place { path: "/moderate/appeals", key: "appeals-title", icon: "mail", right: Some(Right::Decisions) },
    Place { path: "/moderate/messages", key: "desk-messages", icon: "mail", right: Some(Right::Decisions) },
    Place { path: "/moderate/lists", key: "lists-title", icon: "section", right: Some(Right::Decisions) },
    Place { path: "/admin/courses", key: "courses-desk-title", icon: "level", right: Some(Right::Listings) },
    Place { path: "/admin/sites", key: "sites-title", icon: "site", right: Some(Right::Sites) },
    Place { path: "/admin/accounts", key: "accounts-title", icon: "person", right: Some(Right::Accounts) },
    Place { path: "/admin/vocabularies", key: "words-title", icon: "tag", right: Some(Right::Listings) },
    Place { path: "/admin/settings", key: "settings-title", icon: "filter", right: Some(Right::Settings) },
    Place {
        path: "/admin/sign-in-providers",
        key: "providers-title",
        icon: "lock",
        right: Some(Right::Settings),
    },
    Place { path: "/admin/pages", key: "pages-title", icon: "section", right: Some(Right::Settings) },
    Place { path: "/admin/mail", key: "mail-desk-title", icon: "mail", right: Some(Right::Mail) },
    Place { path: "/admin/audit", key: "audit-title", icon: "record", right: Some(Right::Audit) },
    Place { path: "/admin/rights", key: "desk-rights", icon: "lock", right: Some(Right::Listings) },
    Place { path: "/me", key: "desk-me", icon: "person", right: None },
    Place { path: "/me/mail", key: "me-mail-title", icon: "mail", right: None },
    Place { path: "/me/security", key: "security-title", icon: "lock", right: None },
];

/// Ways that belong together: those of one first folder.
pub struct WayGroup {
    /// Key of its name.
    pub key: &'static str,
    /// In the order people need them.
    pub ways: Vec<Way>,
}

/// First folders, and the keys of their groups' names.
const GROUPS: [(&str, &str); 3] =
    [("/moderate", "desk-group-moderate"), ("/admin", "desk-group-admin"), ("/me", "desk-group-me")];

/// A way to a page.
pub struct Way {
    /// Its address.
    pub href: String,
    /// Key of its name.
    pub key: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// Whether the visitor is there, or on a page below it.
    pub current: bool,
    /// How many wait there; 0 is not shown.
    pub count: i64,
}

impl Ui {
    /// The pages this person may open, in groups.
    pub fn desk_ways(&self) -> Vec<WayGroup> {
        let here = self.here.split('?').next().unwrap_or_default();
        let below =
            |path: &str| here.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        // Of two that fit, the longer one: `/moderate/queue` is not the page `/moderate`.
        let current =
            PLACES.iter().map(|place| place.path).filter(|path| below(path)).max_by_key(|path| path.len());
        let may = |right: Option<Right>| right.is_none_or(|right| self.may(right.name()));
        let way = |place: &Place| Way {
            href: self.urls.to(place.path),
            key: place.key,
            icon: place.icon,
            current: Some(place.path) == current,
            count: if place.path == QUEUE { self.waiting } else { 0 },
        };
        let group = |(folder, key)| {
            let of_group = PLACES.iter().filter(|place| place.path.starts_with(folder) && may(place.right));
            WayGroup { key, ways: of_group.map(way).collect() }
        };
        GROUPS.into_iter().map(group).filter(|group| !group.ways.is_empty()).collect()
    }
}
