//! Staff's pages of the vocabularies: the list, one with its order, one value with everything about it.

mod act;
mod facet;
pub mod list;
pub mod show;
pub mod term;
mod words;

#[cfg(any(test, debug_assertions))]
pub mod samples;

use hub_core::rights::Right;
use hub_core::vocabulary::VocabularyKey;

use crate::doors::{Class, Doors};
use crate::urls::encoded;

const PATH: &str = "/admin/vocabularies";
const EXPORT: &str = "/admin/vocabularies.json";

/// The doors of these pages.
pub(crate) fn doors() -> Doors {
    let listings = Class::Staff(Right::Listings);
    Doors::default()
        .get(PATH, listings, list::show)
        .post(PATH, listings, list::act)
        .get(EXPORT, listings, list::export)
        .get("/admin/vocabularies/{name}", listings, show::show)
        .post("/admin/vocabularies/{name}", listings, act::act)
        .get("/admin/vocabularies/{name}/{term}", listings, term::show)
        .post("/admin/vocabularies/{name}/{term}", listings, term::act_on_term)
}

/// Where a vocabulary is edited.
fn path_of(vocabulary: &VocabularyKey) -> String {
    format!("{PATH}/{vocabulary}")
}

/// Where a term is.
pub(super) fn path_of_term(vocabulary: &str, term: &str) -> String {
    format!("{PATH}/{}/{}", encoded(vocabulary), encoded(term))
}
