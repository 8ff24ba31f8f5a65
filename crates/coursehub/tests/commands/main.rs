//! The built program, run as people run it: what it prints, its exit codes, and what a running hub does of it.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod configuration;
mod courses;
mod demo;
mod inspect;
mod managing;
mod output;
mod program;
mod serve;
mod settings;
mod vocabulary;
mod workflows;
