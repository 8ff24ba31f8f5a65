//! Moderation: the queue, claims and decisions; appeals of publishers; reports of visitors; what needs staff.
//!
//! A page of the queue gives each entry with the id of the text it shows. [`decide()`] takes that id back, so that
//! nobody decides on a text they have not read. What stands already, `course::decide` does for the command line,
//! carries the decisions out; both keep them in one table, from which [`numbers()`] counts. Who may do what is asked by
//! the doors.

pub mod abuse;
pub mod appeal;
mod ask;
mod claim;
mod decide;
mod feature;
mod lines;
mod look;
pub(crate) mod mails;
mod needs;
mod numbers;
mod queue;
mod restore;
mod snooze;
mod target;

pub use ask::ask_publisher;
pub use claim::{Take, claim, release};
pub use decide::{Choice, Ruling, Why, decide, history};
pub use feature::{feature, unfeature};
pub use hub_db::abuse_report::AbuseReport;
pub use hub_db::appeal::{Appeal, Message};
pub use hub_db::decision::Decision as KeptDecision;
pub use hub_db::need::Need;
pub use hub_db::queue::Claim;
pub use hub_db::staff_line::StaffLine;
pub use lines::{LineDraft, lines, save_lines, text_of};
pub use look::{Look, Neighbours, look, neighbours, picture};
pub use needs::{NeedCursor, NeedFilter, NeedPage, need_counts, needs};
pub use numbers::{MonthNumbers, RefusedBy, numbers, public_numbers};
pub use queue::{QueueCursor, QueueEntry, QueuePage, QueueQuery, queue, queue_length};
pub use restore::{restorable_until, restore};
pub use snooze::{snooze, wake_up};
pub use target::{Target, TargetAnswer, target};

use hub_core::moderation::MESSAGE_CHARS;
use hub_core::text::cut;

use crate::{AppError, FieldErrors};

/// A message or reason as it is kept.
///
/// # Errors
/// `Invalid` if nothing is said.
fn said(field: &'static str, raw: &str) -> Result<String, AppError> {
    let text = cut(raw, MESSAGE_CHARS);
    if text.is_empty() {
        return Err(invalid(field, "say something here; it is read by a person"));
    }
    Ok(text)
}

fn invalid(field: &'static str, why: &str) -> AppError {
    let mut errors = FieldErrors::default();
    errors.add(field, why);
    AppError::Invalid(errors)
}
