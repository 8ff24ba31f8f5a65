//! Any `h5p.json`.

#![no_main]

use hub_package_fuzz::{archive, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    check::package(&archive::tar_gz(&[("h5p.json", input), ("content/content.json", b"{}")]));
});
