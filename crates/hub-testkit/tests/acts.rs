//! Every act of staff is in the record, with who did it, to what, and what was before and after.
//!
//! One walk goes through all forms of staff, act by act, as an owner's browser sends them. Afterwards the route list and
//! the list of acts say whether something was left out: a new form of staff or a new act without a step here fails.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "acts/courses.rs"]
mod courses;
#[path = "acts/hub.rs"]
mod hub;
#[path = "acts/moderation.rs"]
mod moderation;
#[path = "acts/people.rs"]
mod people;
#[path = "acts/sites.rs"]
mod sites;
#[path = "acts/walk.rs"]
mod walk;

use std::collections::BTreeSet;

use hub_core::act::names::NAMES;
use hub_testkit::db_test;
use hub_web::Class;
use walk::Walk;

/// Forms of staff that leave nothing changed behind, and why.
const LEAVES_NO_TRACE: &[(&str, &str)] = &[
    ("/admin/courses/preview", "shows what would be done"),
    ("/moderate/queue/{version}/target", "looks where an advert leads"),
];

/// Acts that no form of staff does: of sites, publishers, visitors, people on their own pages, the command line and the
/// hub itself. Each is looked for in the record by the tests of what it belongs to.
const OF_OTHERS: &[&str] = &[
    // A site, or somebody before its registration page.
    "site.alive_after_leaving",
    "site.asked",
    "site.asked_by_another",
    "site.left",
    "site.moved",
    "site.moved_onto_another",
    "site.registered",
    "site.registered_again",
    "site.replacement_asked",
    "site.tried_again",
    "site.updated",
    "invitation.used",
    // A publisher.
    "course.change_waits",
    "course.changed",
    "course.package_received",
    "course.published",
    "course.screenshot_received",
    "course.withdrawn",
    "appeal.opened",
    // A visitor.
    "abuse_report.received",
    // Somebody for themselves.
    "account.created",
    "account.email_changed",
    "account.erased",
    "account.passkey_added",
    "account.passkey_removed",
    "account.password_changed",
    "account.password_reset_by_mail",
    "account.provider_linked",
    "account.provider_unlinked",
    "account.recovery_code_used",
    "account.recovery_codes_renewed",
    "account.second_factor_added",
    "account.second_factor_removed",
    "hub.set_up",
    // The command line.
    "account.password_reset",
    "course.added",
    "course.unlocked",
    "directory.token_issued",
    "index.rebuild_asked",
    "need.woken",
    // The hub itself.
    "course.link_alive",
    "course.link_dead",
    "course.package_not_read",
    "course.package_read",
    "course.purged",
];

db_test! {
    async fn every_act_of_staff_is_in_the_record_with_what_was_before_and_after(hub) {
        let mut walk = Walk::begin(hub).await;
        sites::all(&mut walk).await;
        courses::all(&mut walk).await;
        moderation::all(&mut walk).await;
        people::all(&mut walk).await;
        hub::all(&mut walk).await;

        assert!(walk.wrong.is_empty(), "{:#?}", walk.wrong);
        let done = &walk.acts;
        let known: BTreeSet<&str> = NAMES.iter().copied().collect();
        let elsewhere: BTreeSet<&str> = OF_OTHERS.iter().copied().collect();
        let unseen: Vec<_> = known.iter().filter(|act| !done.contains(*act) && !elsewhere.contains(*act)).collect();
        assert!(unseen.is_empty(), "acts without a step here: {unseen:?}");
        let both: Vec<_> = done.intersection(&elsewhere).collect();
        assert!(both.is_empty(), "a step here does what is said to be done by others only: {both:?}");
        let unknown: Vec<_> = elsewhere.difference(&known).collect();
        assert!(unknown.is_empty(), "no such acts: {unknown:?}");

        let forms = hub_web::routes(&walk.hub.app).into_iter();
        let forms = forms.filter(|route| route.method == "POST" && matches!(route.class, Class::Staff(_)));
        let missing: Vec<_> = forms
            .map(|route| route.path)
            .filter(|path| !walk.forms.contains(path) && LEAVES_NO_TRACE.iter().all(|(other, _)| other != path))
            .collect();
        assert!(missing.is_empty(), "forms of staff without a step here: {missing:?}");
        walk.record_is_readable().await;
    }
}
