//! The hub as a process of its own: killed, traced and measured from outside.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

mod kill;
mod large_upload;
mod order;
mod served;
