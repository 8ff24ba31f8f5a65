//! The program: command line, configuration, wiring and signals.
fn main() {}
