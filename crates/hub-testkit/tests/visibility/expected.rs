//! What everybody must be shown, written out by hand. Nothing here asks the program: were its visibility function or an
//! SQL condition wrong, the doors would answer otherwise than these tables say.

use hub_core::site::SiteState;
use hub_core::visibility::Sight::{self, Gone, HubOff, MembersOnly, Unknown, Visible};
use hub_wire::moodle::Function;

use super::plant::{Caller, Planted};

/// A version's states, and what of it is shown on a hub that shows anything. `*` is any; the first line that fits counts.
///
/// A site's own token sees what is not public yet; what is gone, it sees as everybody does. Staff sees all.
#[rustfmt::skip]
const STATES: [(&str, &str, &str, &str, Sight, Sight); 11] = [
    // kind     listing      package  was public   to everybody  to its own site
    ("advert",  "listed",    "*",     "*",         Visible,      Visible),
    ("share",   "listed",    "ready", "*",         Visible,      Visible),
    ("share",   "listed",    "*",     "*",         Unknown,      Visible),
    ("*",       "draft",     "*",     "*",         Unknown,      Visible),
    ("*",       "waiting",   "*",     "*",         Unknown,      Visible),
    ("*",       "refused",   "*",     "*",         Unknown,      Visible),
    ("*",       "hidden",    "*",     "*",         Unknown,      Visible),
    ("*",       "withdrawn", "*",     "yes",       Gone,         Gone),
    ("*",       "withdrawn", "*",     "no",        Unknown,      Unknown),
    ("*",       "removed",   "*",     "yes",       Gone,         Gone),
    ("*",       "removed",   "*",     "no",        Unknown,      Unknown),
];

/// The hub's settings, and what they make of every version and list; `None` leaves it to [`STATES`].
#[rustfmt::skip]
pub const HUBS: [HubState; 6] = [
    //         enabled      reading     to strangers        to sites
    HubState { enabled: "on",        reading: "everyone", strangers: None,              sites: None },
    HubState { enabled: "on",        reading: "members",  strangers: Some(MembersOnly), sites: None },
    HubState { enabled: "read-only", reading: "everyone", strangers: None,              sites: None },
    HubState { enabled: "read-only", reading: "members",  strangers: Some(MembersOnly), sites: None },
    HubState { enabled: "off",       reading: "everyone", strangers: Some(HubOff),      sites: Some(HubOff) },
    HubState { enabled: "off",       reading: "members",  strangers: Some(HubOff),      sites: Some(HubOff) },
];

/// A line of [`HUBS`].
#[derive(Clone, Copy, Debug)]
pub struct HubState {
    pub enabled: &'static str,
    pub reading: &'static str,
    /// What strangers get instead of anything.
    pub strangers: Option<Sight>,
    /// What registered sites get instead of anything.
    pub sites: Option<Sight>,
}

/// The web service's functions, and which token may call them on a hub that is on and that everybody may read.
#[rustfmt::skip]
const FUNCTIONS: [(&str, bool, bool, bool); 8] = [
    // function                 publichub  directory  a site
    ("hub_get_info",            true,      true,      true),
    ("hub_get_courses",         true,      false,     true),
    ("hub_get_forminfo",        true,      false,     true),
    ("hub_site_is_registered",  true,      false,     true),
    ("hub_update_site_info",    false,     false,     true),
    ("hub_register_courses",    false,     false,     true),
    ("hub_unregister_courses",  false,     false,     true),
    ("hub_unregister_site",     false,     false,     true),
];

/// Functions that a read-only hub answers with `sitemaintenance`, whoever may call them otherwise.
const CHANGING: [&str; 2] = ["hub_register_courses", "hub_unregister_courses"];

/// What is shown of a version: to a caller, or with `None` to a visitor.
pub fn due(hub: &HubState, caller: Option<&Caller>, planted: &Planted) -> Sight {
    let own_site = caller.and_then(|caller| caller.site);
    if let Some(closed) = if own_site.is_some() { hub.sites } else { hub.strangers } {
        return closed;
    }
    let own = own_site == Some(planted.site) && !planted.former;
    let was_public = if planted.was_listed { "yes" } else { "no" };
    let words = [planted.kind.name(), planted.listing.name(), planted.package.name(), was_public];
    let fits = |line: [&str; 4]| line.iter().zip(words).all(|(cell, word)| *cell == "*" || *cell == word);
    let line = STATES.iter().find(|line| fits([line.0, line.1, line.2, line.3]));
    let (.., everybody, owner) = line.unwrap_or_else(|| {
        panic!(
            "no line fits {words:?}: add one to STATES in tests/visibility/expected.rs and say who sees it"
        )
    });
    match (own, planted.state) {
        (true, _) => *owner,
        // What a suspended site has listed is out of sight until staff lifts the suspension.
        (false, SiteState::Suspended) if *everybody == Visible => Unknown,
        (false, _) => *everybody,
    }
}

/// Whether the version is in lists, searches and feeds, where these are shown at all, and can be downloaded.
pub fn is_public(planted: &Planted) -> bool {
    due(&HUBS[0], None, planted) == Visible
}

/// The fault that a caller gets of a function; `None` if it may call it.
pub fn fault(hub: &HubState, caller: &Caller, function: Function) -> Option<&'static str> {
    let name = function.name();
    let line = FUNCTIONS.iter().find(|line| line.0 == name);
    let (_, publichub, directory, site) = line.unwrap_or_else(|| {
        panic!(
            "{name} has no line: add one to FUNCTIONS in tests/visibility/expected.rs and say who may call it"
        )
    });
    if hub.enabled == "off" {
        return Some("sitemaintenance");
    }
    let may = match caller.name {
        "publichub" if hub.reading == "everyone" => publichub,
        "directory" => directory,
        "owner" | "untrusted" | "successor" => site,
        // Never invalidtoken: core would forget its registration.
        "suspended" => return Some("accessexception"),
        _ => return Some("invalidtoken"),
    };
    if !may {
        return Some("accessexception");
    }
    (hub.enabled == "read-only" && CHANGING.contains(&name)).then_some("sitemaintenance")
}
