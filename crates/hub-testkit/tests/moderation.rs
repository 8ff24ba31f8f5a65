//! Moderation: the queue, decisions, appeals, reports of abuse, and what needs staff.

#![expect(clippy::unwrap_used, reason = "in a test a panic is the message")]

#[path = "moderation/abuse.rs"]
mod abuse;
#[path = "moderation/appeals.rs"]
mod appeals;
#[path = "moderation/decisions.rs"]
mod decisions;
#[path = "moderation/needs.rs"]
mod needs;
#[path = "moderation/pages.rs"]
mod pages;
#[path = "moderation/plant.rs"]
mod plant;
#[path = "moderation/queue.rs"]
mod queue;
#[path = "moderation/restoring.rs"]
mod restoring;
