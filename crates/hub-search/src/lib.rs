//! The full-text index of the hub's public courses, one document for each.
//!
//! The database is the truth; the index can be thrown away and built again from it at any time. Whoever follows
//! the change feed hands [`Index::apply`] what changed together with the feed's sequence number. Both are one
//! commit, so that after a crash [`Index::open`] says from where to go on: the last committed sequence, or 0 where
//! the folder was missing, damaged or written by another version of this crate.
//!
//! A text search ([`Index::search`]) finds the courses that have all its words, in any order and any field, each
//! word whole or as the beginning of a longer one. `fold` holds what counts as a word and which letters are
//! the same. How well a course matches is decided when it is indexed (`document`): each word is written as many
//! times as it is important there, a word of the title most often, and its frequency is the score. So one list of
//! postings per word answers both whether and how well it matches, and a search needs nothing else.
//!
//! Everything here blocks. [`Index::search`] says what a search costs: mostly less than handing it to another
//! thread. [`Index::apply`] waits for the disk and belongs in `spawn_blocking`.

mod clause;
mod document;
mod error;
mod facet;
mod fold;
mod index;
mod ranking;
mod schema;
mod search;
mod snapshot;

pub use error::{Error, Result};
pub use index::{Index, Opened, Update};
