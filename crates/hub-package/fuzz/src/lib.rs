//! What the fuzz targets of `hub-package` share: packages around the fuzzed bytes, and what must hold of every report.
//!
//! A fuzzer cannot guess a checksum, so each target fuzzes one document or one layer and this crate writes the layers
//! around it: [`archive`] the containers, [`package`] the other members. [`check::package`] reads the result twice and
//! holds it against what `hub-package` promises, [`check::sightings`] does so for its readers of HTML and files.
//! `examples/seeds.rs` writes the corpora to begin with.

pub mod archive;
pub mod check;
pub mod package;
