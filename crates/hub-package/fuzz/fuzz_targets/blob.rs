//! Any contents of a file of a backup: pictures, and zips that are looked into.

#![no_main]

use hub_package_fuzz::{check, package};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let (name, _) = package::LEAF;
    check::package(&package::backup_with((name, input)));
});
