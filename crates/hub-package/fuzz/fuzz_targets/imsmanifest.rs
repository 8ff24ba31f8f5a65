//! Any `imsmanifest.xml`: Common Cartridge, SCORM and IMS content packages.

#![no_main]

use hub_package_fuzz::{archive, check};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    check::package(&archive::tar_gz(&[("imsmanifest.xml", input), ("a.html", b"<p>Moon</p>")]));
});
