//! Any document in place of a member of a backup; the first byte says of which.

#![no_main]

use hub_package_fuzz::{check, package};
use libfuzzer_sys::fuzz_target;

/// The digits 0 to 3 choose among them.
const MEMBERS: [&str; 4] = [
    "course/course.xml",
    "sections/section_3/section.xml",
    "activities/page_7/module.xml",
    "activities/page_7/page.xml",
];

fuzz_target!(|input: &[u8]| {
    let Some((which, document)) = input.split_first() else { return };
    let name = MEMBERS[usize::from(*which) % MEMBERS.len()];
    check::package(&package::backup_with((name, document)));
});
