//! Any file; its first line is its name.

#![no_main]

use hub_package::active;
use hub_package_fuzz::check;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let line = input.iter().position(|byte| *byte == b'\n');
    let (name, contents) = line.map_or((&b""[..], input), |at| (&input[..at], &input[at + 1..]));
    let name = String::from_utf8_lossy(name);
    check::sightings(|| active::file(&name, contents));
});
