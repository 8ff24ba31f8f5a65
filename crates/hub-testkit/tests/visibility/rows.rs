//! The table of doors: how each is asked, and by that which of the lists of `expected.rs` it is held against.

use hub_core::VersionId;
use hub_core::course::Kind;
use hub_core::rights::Role;
use hub_core::visibility::Sight;
use hub_web::{Class, Route};
use reqwest::StatusCode;

use super::plant::{Garden, Planted};

/// How one door is tried.
#[derive(Clone, Copy, Debug)]
pub enum Row {
    /// Shows one version, or a picture of it: asked for every planted one, without and with tokens, which count for
    /// nothing here.
    Page(fn(VersionId) -> String),
    /// The front page: a list, and the classic addresses `?courseid=` and `?redirectcourseid=`.
    Front,
    /// A list of the courses that have a word.
    Search(fn(&str) -> String),
    /// A page about the hub or a site; shows no course that is not public.
    About(fn(&Garden) -> String),
    /// `download.php`: packages and pictures, asked for every planted version with every token.
    Download,
    /// The web service: every function with every token.
    Service,
    /// Changes something: an address, and its status on a hub that is on. Otherwise 503.
    Change(&'static str, StatusCode),
    /// Somebody's own link, here one that does not exist: 404 unless the hub is off.
    Link(&'static str),
    /// A form for strangers, or the page it stands on: open on a hub in every state, with this status.
    Form(&'static str, StatusCode),
    /// A form for strangers that is closed on a hub that is off: this status otherwise.
    Letter(&'static str, StatusCode),
    /// Somebody's own page, at this address: whoever is not signed in is sent to do so. What it is to those who are,
    /// the test `rights` asks.
    Own(&'static str),
    /// A page of staff, at this address: the same, and this role and those above may open it.
    Staff(Role, &'static str),
    /// Open to everybody, always, with this status: it shows nothing of any course, site or person.
    Open(&'static str, StatusCode),
}

/// One row for every route that `hub_web::routes` lists: its method, its path as registered, how it is tried.
#[rustfmt::skip]
pub const ROWS: &[(&str, &str, Row)] = &[
    // Pages, feeds and pictures.
    ("GET",  "/",                                       Row::Front),
    ("GET",  "/index.php",                              Row::Front),
    ("GET",  "/search",                                 Row::Search(|word| format!("/search?q={word}"))),
    ("GET",  "/feeds/atom",                             Row::Search(|word| format!("/feeds/atom?q={word}"))),
    ("GET",  "/feeds/rss",                              Row::Search(|word| format!("/feeds/rss?q={word}"))),
    ("GET",  "/rss/file.php/{*path}",                   Row::Search(classic_feed)),
    ("GET",  "/courses/{id}",                           Row::Page(|id| format!("/courses/{id}"))),
    ("GET",  "/courses/{id}/versions/{number}",         Row::Page(|id| format!("/courses/{id}/versions/1"))),
    ("GET",  "/pictures/{id}",                          Row::Page(|id| format!("/pictures/{id}"))),
    ("GET",  "/sites",                                  Row::About(|_| "/sites".to_owned())),
    ("GET",  "/sites/{id}",                             Row::About(|garden| format!("/sites/{}", garden.shown_site))),
    ("GET",  "/about",                                  Row::About(|_| "/about".to_owned())),
    ("GET",  "/help",                                   Row::Open("/help", StatusCode::OK)),
    ("GET",  "/help/connect",                           Row::Open("/help/connect?moodle=3.1", StatusCode::OK)),
    ("GET",  "/help/publish",                           Row::Open("/help/publish", StatusCode::OK)),
    // Classic clients.
    ("GET",  "/local/hub/webservice/download.php",      Row::Download),
    ("ANY",  "/local/hub/webservice/webservices.php",   Row::Service),
    ("ANY",  "/webservice/xmlrpc/server.php",           Row::Service),
    ("ANY",  "/webservice/rest/server.php",             Row::Service),
    ("ANY",  "/local/hub/siteregistration.php",
        Row::Change("/local/hub/siteregistration.php?url=&token=", StatusCode::UNPROCESSABLE_ENTITY)),
    ("POST", "/local/hub/webservice/upload.php",
        Row::Change("/local/hub/webservice/upload.php", StatusCode::BAD_REQUEST)),
    ("GET",  "/registrations/{code}",                   Row::Link("/registrations/nosuchcode")),
    ("POST", "/registrations/{code}",
        Row::Change("/registrations/nosuchcode", StatusCode::NOT_FOUND)),
    ("GET",  "/registrations/replace/{link}",           Row::Link("/registrations/replace/nosuchlink")),
    ("POST", "/registrations/replace/{link}",
        Row::Change("/registrations/replace/nosuchlink", StatusCode::NOT_FOUND)),
    // People with an account, and staff.
    ("GET",  "/sign-in",                                Row::Form("/sign-in", StatusCode::OK)),
    ("POST", "/sign-in",                                Row::Form("/sign-in", StatusCode::UNPROCESSABLE_ENTITY)),
    ("GET",  "/sign-in/code",                           Row::Form("/sign-in/code", StatusCode::SEE_OTHER)),
    ("POST", "/sign-in/code",                           Row::Form("/sign-in/code", StatusCode::SEE_OTHER)),
    ("GET",  "/sign-up",                                Row::Form("/sign-up", StatusCode::NOT_FOUND)),
    ("POST", "/sign-up",                                Row::Form("/sign-up", StatusCode::NOT_FOUND)),
    ("GET",  "/forgotten",                              Row::Form("/forgotten", StatusCode::OK)),
    ("POST", "/forgotten",                              Row::Form("/forgotten", StatusCode::SEE_OTHER)),
    ("GET",  "/reset/{token}",                          Row::Form("/reset/nosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/reset/{token}",                          Row::Form("/reset/nosuchlink", StatusCode::NOT_FOUND)),
    ("GET",  "/sign-in/with/{id}",                      Row::Form("/sign-in/with/99", StatusCode::UNPROCESSABLE_ENTITY)),
    ("GET",  "/sign-in/with/{id}/back",                 Row::Form("/sign-in/with/99/back?state=x&code=y", StatusCode::UNPROCESSABLE_ENTITY)),
    ("POST", "/me/security/providers/{id}/link",        Row::Own("/me/security/providers/99/link")),
    ("POST", "/me/security/providers/{id}/unlink",      Row::Own("/me/security/providers/99/unlink")),
    ("GET",  "/admin/sign-in-providers",                Row::Staff(Role::Admin, "/admin/sign-in-providers")),
    ("POST", "/admin/sign-in-providers",                Row::Staff(Role::Admin, "/admin/sign-in-providers")),
    ("GET",  "/admin/sign-in-providers/{id}",           Row::Staff(Role::Admin, "/admin/sign-in-providers/99")),
    ("POST", "/admin/sign-in-providers/{id}",           Row::Staff(Role::Admin, "/admin/sign-in-providers/99")),
    ("GET",  "/invitation/{token}",                     Row::Form("/invitation/nosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/invitation/{token}",                     Row::Form("/invitation/nosuchlink", StatusCode::NOT_FOUND)),
    ("GET",  "/new-address/{token}",                    Row::Form("/new-address/nosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/new-address/{token}",                    Row::Form("/new-address/nosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/sign-out",                               Row::Own("/sign-out")),
    ("GET",  "/setup/{link}",                           Row::Form("/setup/nosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/setup/{link}",                           Row::Form("/setup/nosuchlink", StatusCode::NOT_FOUND)),
    ("GET",  "/mail/preferences/{token}",               Row::Form("/mail/preferences/nosuchtoken", StatusCode::NOT_FOUND)),
    ("POST", "/mail/preferences/{token}",               Row::Form("/mail/preferences/nosuchtoken", StatusCode::NOT_FOUND)),
    ("GET",  "/setup",                                  Row::Staff(Role::Owner, "/setup")),
    ("GET",  "/setup/steps/{step}",                     Row::Staff(Role::Owner, "/setup/steps/registration")),
    ("POST", "/setup/steps/{step}",                     Row::Staff(Role::Owner, "/setup/steps/backup")),
    ("POST", "/setup/done",                             Row::Staff(Role::Owner, "/setup/done")),
    ("GET",  "/setup/echo/{word}",                      Row::Open("/setup/echo/nosuchword", StatusCode::NOT_FOUND)),
    ("GET",  "/contact",                                Row::Letter("/contact", StatusCode::OK)),
    ("POST", "/contact",                                Row::Letter("/contact", StatusCode::UNPROCESSABLE_ENTITY)),
    ("GET",  "/courses/{id}/contact",                   Row::Letter("/courses/x/contact", StatusCode::NOT_FOUND)),
    ("POST", "/courses/{id}/contact",                   Row::Letter("/courses/x/contact", StatusCode::NOT_FOUND)),
    ("GET",  "/sites/{id}/contact",                     Row::Letter("/sites/x/contact", StatusCode::NOT_FOUND)),
    ("POST", "/sites/{id}/contact",                     Row::Letter("/sites/x/contact", StatusCode::NOT_FOUND)),
    ("GET",  "/local/hub/sendmessage.php",              Row::Open("/local/hub/sendmessage.php?id=1", StatusCode::SEE_OTHER)),
    ("GET",  "/messages/{token}",                       Row::Letter("/messages/1snosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/messages/{token}",                       Row::Letter("/messages/1snosuchlink", StatusCode::NOT_FOUND)),
    ("GET",  "/me",                                     Row::Own("/me")),
    ("POST", "/me",                                     Row::Own("/me")),
    ("POST", "/me/email",                               Row::Own("/me/email")),
    ("GET",  "/me/data",                                Row::Own("/me/data")),
    ("GET",  "/me/erase",                               Row::Own("/me/erase")),
    ("POST", "/me/erase",                               Row::Own("/me/erase")),
    ("GET",  "/me/security",                            Row::Own("/me/security")),
    ("POST", "/me/security/password",                   Row::Own("/me/security/password")),
    ("POST", "/me/security/second-factor",              Row::Own("/me/security/second-factor")),
    ("POST", "/me/security/second-factor/confirm",      Row::Own("/me/security/second-factor/confirm")),
    ("POST", "/me/sessions",                            Row::Own("/me/sessions")),
    ("GET",  "/moderate/messages",                      Row::Staff(Role::Moderator, "/moderate/messages")),
    ("GET",  "/moderate/messages/{id}",                 Row::Staff(Role::Moderator, "/moderate/messages/1")),
    ("POST", "/moderate/messages/{id}",                 Row::Staff(Role::Moderator, "/moderate/messages/1")),
    ("GET",  "/admin/accounts",                         Row::Staff(Role::Admin, "/admin/accounts")),
    ("GET",  "/admin/accounts.csv",                     Row::Staff(Role::Admin, "/admin/accounts.csv")),
    ("POST", "/admin/accounts/invitations",             Row::Staff(Role::Admin, "/admin/accounts/invitations")),
    ("GET",  "/admin/accounts/invite",                  Row::Staff(Role::Admin, "/admin/accounts/invite")),
    ("POST", "/admin/accounts/invite",                  Row::Staff(Role::Admin, "/admin/accounts/invite")),
    ("GET",  "/admin/accounts/{id}",                    Row::Staff(Role::Admin, "/admin/accounts/1")),
    ("POST", "/admin/accounts/{id}",                    Row::Staff(Role::Admin, "/admin/accounts/1")),
    ("POST", "/sign-in/passkey/begin",                  Row::Form("/sign-in/passkey/begin", StatusCode::UNPROCESSABLE_ENTITY)),
    ("POST", "/sign-in/passkey",                        Row::Form("/sign-in/passkey", StatusCode::UNPROCESSABLE_ENTITY)),
    ("GET",  "/me/passkeys",                            Row::Own("/me/passkeys")),
    ("POST", "/me/passkeys",                            Row::Own("/me/passkeys")),
    ("POST", "/me/passkeys/begin",                      Row::Own("/me/passkeys/begin")),
    ("POST", "/me/passkeys/{id}/name",                  Row::Own("/me/passkeys/1/name")),
    ("POST", "/me/passkeys/{id}/remove",                Row::Own("/me/passkeys/1/remove")),
    ("GET",  "/admin/rights",                           Row::Staff(Role::Curator, "/admin/rights")),
    ("GET",  "/admin/settings",                         Row::Staff(Role::Admin, "/admin/settings")),
    ("GET",  "/admin/settings/{group}",                 Row::Staff(Role::Admin, "/admin/settings/hub")),
    // Empty fields are refused: it changes nothing that the other rows need.
    ("POST", "/admin/settings/{group}",                 Row::Staff(Role::Admin, "/admin/settings/hub")),
    ("GET",  "/admin/settings/mail",                    Row::Staff(Role::Admin, "/admin/settings/mail")),
    ("POST", "/admin/settings/mail",                    Row::Staff(Role::Admin, "/admin/settings/mail")),
    ("GET",  "/admin/settings/invitations",             Row::Staff(Role::Admin, "/admin/settings/invitations")),
    ("POST", "/admin/settings/invitations",             Row::Staff(Role::Admin, "/admin/settings/invitations")),
    ("GET",  "/admin/vocabularies",                     Row::Staff(Role::Curator, "/admin/vocabularies")),
    ("POST", "/admin/vocabularies",                     Row::Staff(Role::Curator, "/admin/vocabularies")),
    ("GET",  "/admin/vocabularies.json",                Row::Staff(Role::Curator, "/admin/vocabularies.json")),
    ("GET",  "/admin/vocabularies/{name}",              Row::Staff(Role::Curator, "/admin/vocabularies/level")),
    ("POST", "/admin/vocabularies/{name}",              Row::Staff(Role::Curator, "/admin/vocabularies/level")),
    ("GET",  "/admin/vocabularies/{name}/{term}",       Row::Staff(Role::Curator, "/admin/vocabularies/level/primary")),
    ("POST", "/admin/vocabularies/{name}/{term}",       Row::Staff(Role::Curator, "/admin/vocabularies/level/primary")),
    ("GET",  "/admin/mail",                             Row::Staff(Role::Admin, "/admin/mail")),
    ("POST", "/admin/mail",                             Row::Staff(Role::Admin, "/admin/mail")),
    ("GET",  "/me/mail",                                Row::Own("/me/mail")),
    ("POST", "/me/mail",                                Row::Own("/me/mail")),
    ("GET",  "/admin/audit",                            Row::Staff(Role::Admin, "/admin/audit")),
    ("GET",  "/admin/audit.csv",                        Row::Staff(Role::Admin, "/admin/audit.csv")),
    ("GET",  "/admin/audit.jsonl",                      Row::Staff(Role::Admin, "/admin/audit.jsonl")),
    ("GET",  "/admin/pages",                            Row::Staff(Role::Admin, "/admin/pages")),
    ("GET",  "/admin/pages/{page}",                     Row::Staff(Role::Admin, "/admin/pages/imprint")),
    ("POST", "/admin/pages/{page}",                     Row::Staff(Role::Admin, "/admin/pages/imprint")),
    ("GET",  "/admin/sites",                            Row::Staff(Role::Admin, "/admin/sites")),
    ("GET",  "/admin/sites.csv",                        Row::Staff(Role::Admin, "/admin/sites.csv")),
    ("GET",  "/admin/sites/blocked",                    Row::Staff(Role::Admin, "/admin/sites/blocked")),
    ("POST", "/admin/sites/blocked",                    Row::Staff(Role::Admin, "/admin/sites/blocked")),
    ("GET",  "/admin/sites/{id}",                       Row::Staff(Role::Admin, "/admin/sites/1")),
    ("POST", "/admin/sites/{id}",                       Row::Staff(Role::Admin, "/admin/sites/1")),
    ("POST", "/admin/sites/{id}/settings",              Row::Staff(Role::Admin, "/admin/sites/1/settings")),
    // Staff's list of courses.
    ("GET",  "/admin/courses",                              Row::Staff(Role::Curator, "/admin/courses")),
    ("GET",  "/admin/courses/csv",                          Row::Staff(Role::Curator, "/admin/courses/csv")),
    ("POST", "/admin/courses/preview",                      Row::Staff(Role::Curator, "/admin/courses/preview")),
    ("POST", "/admin/courses/run",                          Row::Staff(Role::Moderator, "/admin/courses/run")),
    ("POST", "/admin/courses/retag",                        Row::Staff(Role::Curator, "/admin/courses/retag")),
    ("GET",  "/admin/courses/batches",                      Row::Staff(Role::Curator, "/admin/courses/batches")),
    ("GET",  "/admin/courses/batches/{id}",                 Row::Staff(Role::Curator, "/admin/courses/batches/999")),
    ("POST", "/admin/courses/batches/{id}/undo",            Row::Staff(Role::Moderator, "/admin/courses/batches/999/undo")),
    ("POST", "/admin/courses/batches/{id}/retag/undo",      Row::Staff(Role::Curator, "/admin/courses/batches/999/retag/undo")),
    ("GET",  "/admin/courses/{id}",                         Row::Staff(Role::Curator, "/admin/courses/999")),
    ("POST", "/admin/courses/{id}/decide",                  Row::Staff(Role::Moderator, "/admin/courses/999/decide")),
    ("POST", "/admin/courses/{id}/looked",                  Row::Staff(Role::Moderator, "/admin/courses/999/looked")),
    ("POST", "/admin/courses/{id}/feature",                 Row::Staff(Role::Curator, "/admin/courses/999/feature")),
    ("POST", "/admin/courses/{id}/notes",                   Row::Staff(Role::Curator, "/admin/courses/999/notes")),
    ("POST", "/admin/courses/{id}/move",                    Row::Staff(Role::Admin, "/admin/courses/999/move")),
    ("GET",  "/admin/courses/{id}/edit",                    Row::Staff(Role::Curator, "/admin/courses/999/edit")),
    ("POST", "/admin/courses/{id}/edit",                    Row::Staff(Role::Curator, "/admin/courses/999/edit")),
    ("POST", "/admin/courses/{id}/pictures",                Row::Staff(Role::Curator, "/admin/courses/999/pictures")),
    ("GET",  "/admin/courses/{id}/history",                 Row::Staff(Role::Curator, "/admin/courses/999/history")),
    // Moderation.
    ("GET",  "/start",                                  Row::Own("/start")),
    ("GET",  "/numbers",                                Row::About(|_| "/numbers".to_owned())),
    ("GET",  "/courses/{id}/report",                    Row::Form("/courses/nosuchcourse/report", StatusCode::NOT_FOUND)),
    ("POST", "/courses/{id}/report",                    Row::Form("/courses/nosuchcourse/report", StatusCode::NOT_FOUND)),
    ("GET",  "/sites/{id}/report",                      Row::Form("/sites/nosuchsite/report", StatusCode::NOT_FOUND)),
    ("POST", "/sites/{id}/report",                      Row::Form("/sites/nosuchsite/report", StatusCode::NOT_FOUND)),
    ("GET",  "/published/{token}",                      Row::Letter("/published/1pnosuchlink", StatusCode::NOT_FOUND)),
    ("POST", "/published/{token}",                      Row::Letter("/published/1pnosuchlink", StatusCode::NOT_FOUND)),
    ("GET",  "/appeals/{token}",                        Row::Form("/appeals/nosuchtoken", StatusCode::NOT_FOUND)),
    ("POST", "/appeals/{token}",                        Row::Form("/appeals/nosuchtoken", StatusCode::NOT_FOUND)),
    ("GET",  "/moderate",                               Row::Staff(Role::Moderator, "/moderate")),
    ("POST", "/moderate/snooze",                        Row::Staff(Role::Moderator, "/moderate/snooze")),
    ("POST", "/moderate/ask",                           Row::Staff(Role::Moderator, "/moderate/ask")),
    ("GET",  "/moderate/queue",                         Row::Staff(Role::Moderator, "/moderate/queue")),
    ("GET",  "/moderate/queue/{version}",               Row::Staff(Role::Moderator, "/moderate/queue/1")),
    ("POST", "/moderate/queue/{version}",               Row::Staff(Role::Moderator, "/moderate/queue/1")),
    ("POST", "/moderate/queue/{version}/claim",         Row::Staff(Role::Moderator, "/moderate/queue/1/claim")),
    ("POST", "/moderate/queue/{version}/target",        Row::Staff(Role::Moderator, "/moderate/queue/1/target")),
    ("GET",  "/moderate/queue/{version}/pictures/{number}", Row::Staff(Role::Moderator, "/moderate/queue/1/pictures/1")),
    ("GET",  "/moderate/reports",                       Row::Staff(Role::Moderator, "/moderate/reports")),
    ("GET",  "/moderate/reports/{id}",                  Row::Staff(Role::Moderator, "/moderate/reports/1")),
    ("POST", "/moderate/reports/{id}",                  Row::Staff(Role::Moderator, "/moderate/reports/1")),
    ("GET",  "/moderate/appeals",                       Row::Staff(Role::Moderator, "/moderate/appeals")),
    ("GET",  "/moderate/appeals/{id}",                  Row::Staff(Role::Moderator, "/moderate/appeals/1")),
    ("POST", "/moderate/appeals/{id}",                  Row::Staff(Role::Moderator, "/moderate/appeals/1")),
    ("GET",  "/moderate/lists",                         Row::Staff(Role::Moderator, "/moderate/lists")),
    ("POST", "/moderate/lists/{list}",                  Row::Staff(Role::Moderator, "/moderate/lists/nosuchlist")),
    // What tells nothing of anybody.
    ("GET",  "/imprint",                                Row::Open("/imprint", StatusCode::NOT_FOUND)),
    ("GET",  "/terms",                                  Row::Open("/terms", StatusCode::NOT_FOUND)),
    ("GET",  "/privacy",                                Row::Open("/privacy", StatusCode::NOT_FOUND)),
    ("GET",  "/agreement",                              Row::Open("/agreement", StatusCode::NOT_FOUND)),
    ("GET",  "/agreement/{edition}",                    Row::Open("/agreement/1", StatusCode::NOT_FOUND)),
    ("GET",  "/healthz",                                Row::Open("/healthz", StatusCode::OK)),
    ("GET",  "/assets/{hash}/{name}",                   Row::Open("/assets/0/nosuch.css", StatusCode::NOT_FOUND)),
    ("GET",  "/about/components",                       Row::Open("/about/components", StatusCode::OK)),
];

/// Addresses that Moodles and browsers ask for and that are no doors of this hub: nobody is told anything there.
pub const NO_DOORS: [&str; 5] = [
    "/.well-known/openid-configuration",
    "/.well-known/webfinger?resource=acct:a@b.example",
    "/local/hub/admin/managecourses.php?visibility=2",
    "/pluginfile.php/1/backup/course/1/backup.mbz",
    "/api/v1/courses",
];

fn classic_feed(word: &str) -> String {
    let user = "0123456789abcdef0123456789abcdef";
    // A secret that opened the feed of what is not visible on the classic hub opens nothing here.
    format!("/rss/file.php/2/{user}/local_hub/all/all/all/all/all/all/{word}/newest/rss.xml?rsssecret=secret")
}

/// The row of a route.
pub fn row(route: &Route) -> Option<Row> {
    let row = ROWS.iter().find(|row| (row.0, row.1) == (route.method, route.path));
    row.map(|row| row.2)
}

/// What hub-web must say of a door that is tried so.
fn is_of_class(row: Row, class: Class) -> bool {
    let wanted = match row {
        // Which right a page asks for is not told here but who has it.
        Row::Staff(least, _) => {
            let Class::Staff(right) = class else { return false };
            return Role::ALL.into_iter().all(|role| role.may(right) == (role as u8 <= least as u8));
        }
        Row::Form(..) => Class::Form,
        Row::Letter(..) => Class::Letter,
        Row::Own(_) => Class::Own,
        Row::Page(_) | Row::Download => Class::Course,
        Row::Front | Row::Search(_) | Row::About(_) => Class::Reading,
        Row::Service => Class::Service,
        Row::Change(..) => Class::Changing,
        Row::Link(_) => Class::Link,
        Row::Open(..) => Class::Open,
    };
    wanted == class
}

/// Fails for a route without a row and for a row without a route, and says what to do.
pub fn check(routes: &[Route]) {
    for route in routes {
        let Route { method, path, .. } = route;
        let Some(row) = row(route) else {
            panic!(
                "{method} {path} has no row. Add one to ROWS in crates/hub-testkit/tests/visibility/rows.rs: choose by \
                 the docs of Row what the door shows, and the table asks it for courses in every state, as everybody, \
                 on a hub in every state. If it shows one version, that is Row::Page."
            );
        };
        assert!(
            is_of_class(row, route.class),
            "{method} {path}: its row and its class in hub-web say different things: {row:?}, {:?}",
            route.class
        );
    }
    for (method, path, _) in ROWS {
        let there = routes.iter().any(|route| (route.method, route.path) == (*method, *path));
        // A door of debug builds only.
        let may_be_missing = *path == "/about/components";
        assert!(
            there || may_be_missing,
            "{method} {path} has a row in tests/visibility/rows.rs but is no route of hub-web any more: take the row out"
        );
    }
}

/// How pages and files say what is due.
pub fn status(sight: Sight) -> StatusCode {
    match sight {
        Sight::Visible => StatusCode::OK,
        Sight::MembersOnly => StatusCode::FORBIDDEN,
        Sight::Gone => StatusCode::GONE,
        Sight::Unknown => StatusCode::NOT_FOUND,
        Sight::HubOff => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Whether a version can have a package to take.
pub fn has_package(planted: &Planted) -> bool {
    planted.kind == Kind::Share
}
