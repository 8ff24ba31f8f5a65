//! Any text as HTML.

#![no_main]

use hub_package::active;
use hub_package_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let text = String::from_utf8_lossy(input);
    check::sightings(|| active::html(&text));
});
