//! Any `files.xml`, beside the contents of a file.

#![no_main]

use hub_package_fuzz::{check, package};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| check::package(&package::backup_with(("files.xml", input))));
