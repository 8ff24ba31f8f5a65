//! Any `moodle_backup.xml`, in front of the rest of a course.

#![no_main]

use hub_package_fuzz::{check, package};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| check::package(&package::backup_with(("moodle_backup.xml", input))));
