//! One act on many publications: looked at first, done in parts, and undone within a day.

mod act;
mod preview;
mod run;
mod undo;

use hub_core::VersionId;
use hub_core::desk::StaffCourseQuery;
use hub_core::rights::Actor;
use hub_db::batch::ItemState;
use jiff::Timestamp;

use crate::{App, AppError, FieldErrors, Missing};

pub(crate) use act::go_on;
pub use preview::{Preview, preview};
pub use run::run;
pub use undo::{UNDO_HOURS, undo};

/// What is done to each.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum BulkAct {
    /// Accepted and listed, with the change that waits, if there is one.
    List,
    /// Taken out of sight.
    Hide {
        /// Told to the publishers.
        reason: String,
    },
    /// Deleted.
    Delete,
    /// Gets a tag.
    AddTag {
        /// The tag.
        tag: String,
    },
    /// Loses a tag, however it is capitalised.
    RemoveTag {
        /// The tag.
        tag: String,
    },
    /// Its publisher gets a mail. This cannot be undone.
    Mail {
        /// One line.
        subject: String,
        /// Plain text; the course's name and address follow it.
        body: String,
    },
}

impl BulkAct {
    /// Its word in addresses and in the record.
    pub fn name(&self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Hide { .. } => "hide",
            Self::Delete => "delete",
            Self::AddTag { .. } => "add_tag",
            Self::RemoveTag { .. } => "remove_tag",
            Self::Mail { .. } => "mail",
        }
    }

    /// Whether [`undo`] can take it back.
    pub fn can_be_undone(&self) -> bool {
        !matches!(self, Self::Mail { .. })
    }

    fn check(&self) -> Result<(), AppError> {
        let mut errors = FieldErrors::default();
        let mut need = |field: &'static str, value: &str, why: &str| {
            if value.trim().is_empty() {
                errors.add(field, why);
            }
        };
        match self {
            Self::Hide { reason } => need("reason", reason, "a reason is needed; the publishers read it"),
            Self::AddTag { tag } | Self::RemoveTag { tag } => need("tag", tag, "a tag is needed"),
            Self::Mail { subject, body } => {
                need("subject", subject, "a mail needs a subject");
                need("body", body, "a mail needs a text");
            }
            Self::List | Self::Delete => {}
        }
        errors.into_result()
    }
}

/// Which publications.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Selection {
    /// These.
    These(Vec<VersionId>),
    /// All that a query finds, on whatever page.
    All(Box<StaffCourseQuery>),
}

/// How far a batch is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Its number.
    pub id: i64,
    /// What is done.
    pub act: BulkAct,
    /// Who.
    pub actor: Actor,
    /// Publications in it.
    pub total: i64,
    /// Not yet done.
    pub planned: i64,
    /// Done.
    pub done: i64,
    /// Passed over: each with why.
    pub skipped: i64,
    /// Undone.
    pub undone: i64,
    /// Not undone, since they have changed meanwhile.
    pub kept: i64,
    /// The first of those that were passed over or not undone, with why.
    pub exceptions: Vec<(VersionId, String)>,
    /// When it was begun.
    pub begun_at: Timestamp,
    /// When all was done.
    pub ended_at: Option<Timestamp>,
    /// When undoing it was begun.
    pub undone_at: Option<Timestamp>,
    /// Whether [`undo`] would take it back now.
    pub can_be_undone: bool,
}

/// Exceptions that are shown.
const EXCEPTIONS: i64 = 100;

/// How far a batch is.
///
/// # Errors
/// `NotFound` if there is none of this number.
pub async fn progress(app: &App, id: i64) -> Result<Progress, AppError> {
    let mut conn = app.db.read().await?;
    let batch = hub_db::batch::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let counts = hub_db::batch::counts(conn.cx(), id).await?;
    let mut exceptions = Vec::new();
    for state in [ItemState::Skipped, ItemState::Kept] {
        for item in hub_db::batch::items(conn.cx(), id, state, EXCEPTIONS).await? {
            exceptions.push((item.version, item.why));
        }
    }
    let count = |state| counts.iter().find(|(of, _)| *of == state).map_or(0, |(_, count)| *count);
    let act: BulkAct = serde_json::from_str(&batch.act).map_err(AppError::internal)?;
    let can_be_undone = act.can_be_undone()
        && batch.ended_at.is_some()
        && batch.undone_at.is_none()
        && undo::is_in_time(batch.created_at, app.clock.now());
    Ok(Progress {
        id,
        act,
        actor: serde_json::from_str(&batch.actor).map_err(AppError::internal)?,
        total: batch.total,
        planned: count(ItemState::Planned),
        done: count(ItemState::Done),
        skipped: count(ItemState::Skipped),
        undone: count(ItemState::Undone),
        kept: count(ItemState::Kept),
        exceptions,
        begun_at: batch.created_at,
        ended_at: batch.ended_at,
        undone_at: batch.undone_at,
        can_be_undone,
    })
}

/// The newest batches, at most `limit`.
///
/// # Errors
/// Only ours.
pub async fn list(app: &App, limit: i64) -> Result<Vec<Progress>, AppError> {
    let batches = hub_db::batch::list(app.db.read().await?.cx(), limit).await?;
    let mut all = Vec::with_capacity(batches.len());
    for batch in batches {
        all.push(progress(app, batch.id).await?);
    }
    Ok(all)
}
