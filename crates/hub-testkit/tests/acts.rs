//! Every act of staff is in the record, with who did it, to what, and what was before and after.
//!
//! One walk goes through all forms of staff, act by act, as an owner's browser sends them, and through what sites,
//! visitors, people on their own pages, the command line and the hub itself do. Afterwards every line is compared with the
//! row of its act (`rows.rs`), and the route list and the list of acts say whether something was left out: a new form of
//! staff or a new act without a row and a step here fails.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "acts/courses.rs"]
mod courses;
#[path = "acts/hub.rs"]
mod hub;
#[path = "acts/moderation.rs"]
mod moderation;
#[path = "acts/others.rs"]
mod others;
#[path = "acts/own.rs"]
mod own;
#[path = "acts/people.rs"]
mod people;
#[path = "acts/rows.rs"]
mod rows;
#[path = "acts/sites.rs"]
mod sites;
#[path = "acts/walk.rs"]
mod walk;

use hub_core::act::names::NAMES;
use hub_core::rights::Role;
use hub_testkit::db_test;
use hub_web::Class;
use rows::{ELSEWHERE, ROWS};
use walk::Walk;

/// Forms of staff that leave nothing changed behind, and why.
const LEAVES_NO_TRACE: &[(&str, &str)] = &[
    ("/admin/courses/preview", "shows what would be done"),
    ("/moderate/queue/{version}/target", "looks where an advert leads"),
];

db_test! {
    async fn every_act_of_staff_is_in_the_record_with_what_was_before_and_after(hub) {
        let mut walk = Walk::begin(hub).await;
        sites::all(&mut walk).await;
        courses::all(&mut walk).await;
        moderation::all(&mut walk).await;
        people::all(&mut walk).await;
        hub::all(&mut walk).await;

        own::all(&walk.hub).await;
        others::all(&walk.hub).await;
        // Years have gone by meanwhile.
        walk.owner = walk.hub.signed_in(Role::Owner).await;

        let done = walk.compare().await;
        assert!(walk.wrong.is_empty(), "{:#?}", walk.wrong);
        let known: Vec<&str> = ROWS.iter().map(|row| row.0).collect();
        assert_eq!(known, NAMES, "one row for each act, in their order");
        let unseen: Vec<_> = NAMES.iter().filter(|act| !done.contains(**act) && !ELSEWHERE.contains(*act)).collect();
        assert!(unseen.is_empty(), "acts without a step here: {unseen:?}");

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

#[test]
fn every_field_of_the_record_has_a_name_in_every_language() {
    for field in ROWS.iter().flat_map(|row| row.3.fields()) {
        for lang in hub_web::i18n::Lang::all() {
            let names =
                [format!("audit-field-{field}"), format!("courses-desk-field-{}", field.replace('_', "-"))];
            assert!(names.iter().any(|name| lang.has(name)), "{}: no name of {field}", lang.code());
        }
    }
}
