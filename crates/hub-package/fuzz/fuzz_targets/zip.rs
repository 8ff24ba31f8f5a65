//! Any bytes that begin as a zip does.

#![no_main]

use hub_package_fuzz::check;
use libfuzzer_sys::fuzz_target;

const STARTS: [&[u8; 4]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

fuzz_target!(|input: &[u8]| {
    let mut bytes = input.to_vec();
    if !STARTS.iter().any(|start| bytes.starts_with(*start)) {
        bytes.resize(bytes.len().max(STARTS[0].len()), 0);
        bytes[..4].copy_from_slice(STARTS[0]);
    }
    check::package(&bytes);
});
