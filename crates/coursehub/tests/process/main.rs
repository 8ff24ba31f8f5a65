//! The hub as a process of its own: killed, traced, measured and run beside its commands.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod kill;
mod large_upload;
mod mails;
mod order;
mod served;
