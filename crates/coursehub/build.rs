//! How the program is linked.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Where the program's own addresses stand in it, packed: 30 kB to read at start instead of 1.7 MB, which would stay
    // resident. The C library understands it from glibc 2.36 on (Debian 12); a linker that does not know the option
    // leaves it out with a warning.
    if std::env::var("CARGO_CFG_TARGET_ENV").is_ok_and(|env| env == "gnu") {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
