//! Any bytes as the tar in a gzip; checksums that a header leaves blank are filled in.

#![no_main]

use hub_package_fuzz::{archive, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let mut tar = input.to_vec();
    archive::fill_in_checksums(&mut tar);
    check::package(&archive::gzip(&tar));
});
