//! The texts a version has had, and what differs between two.

use hub_core::course::CourseText;
use hub_core::{TextId, VersionId};
use jiff::Timestamp;

use super::edit::{FIELDS, value_of};
use crate::{App, AppError, Missing};

/// Texts that are looked at: a daily change for three years.
const MOST_TEXTS: i64 = 1000;

/// What a text is to its version now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its text.
    Accepted,
    /// Waits for staff.
    Waiting,
    /// Was its text, or waited and was dropped.
    Earlier,
}

/// One text of the history.
#[derive(Clone, Debug)]
pub struct PastText {
    /// Its number.
    pub id: TextId,
    /// When it was written.
    pub at: Timestamp,
    /// What it is now.
    pub standing: Standing,
    /// What it says.
    pub text: CourseText,
    /// What differs from the text written before it; for the oldest, nothing.
    pub changes: Vec<FieldChange>,
}

/// One field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name, as staff sets it; `contents` and `outcomes` are counted by the site and cannot be set.
    pub field: &'static str,
    /// What it was.
    pub before: String,
    /// What it is.
    pub after: String,
}

/// The texts of a version, newest first.
///
/// # Errors
/// `NotFound` if there is no such version.
pub async fn history(app: &App, id: VersionId) -> Result<Vec<PastText>, AppError> {
    let mut conn = app.db.read().await?;
    let version = hub_db::version::by_id(conn.cx(), id).await?.ok_or(AppError::NotFound(Missing::Course))?;
    let texts = hub_db::version::texts(conn.cx(), id, MOST_TEXTS).await?;
    let mut history: Vec<PastText> = Vec::with_capacity(texts.len());
    for (index, state) in texts.iter().enumerate() {
        let standing = if state.id == version.text_id {
            Standing::Accepted
        } else if Some(state.id) == version.waiting_text_id {
            Standing::Waiting
        } else {
            Standing::Earlier
        };
        let older = texts.get(index + 1);
        let changes = older.map(|older| differences(&older.text, &state.text)).unwrap_or_default();
        history.push(PastText {
            id: state.id,
            at: state.created_at,
            standing,
            text: state.text.clone(),
            changes,
        });
    }
    Ok(history)
}

/// The fields that differ, in the order of [`FIELDS`].
pub fn differences(before: &CourseText, after: &CourseText) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    for (field, _) in FIELDS {
        if let (Some(was), Some(is)) = (value_of(before, field), value_of(after, field))
            && was != is
        {
            changes.push(FieldChange { field, before: was, after: is });
        }
    }
    for (field, was, is) in [
        ("contents", contents(before), contents(after)),
        ("outcomes", before.outcomes.join("\n"), after.outcomes.join("\n")),
    ] {
        if was != is {
            changes.push(FieldChange { field, before: was, after: is });
        }
    }
    changes
}

fn contents(text: &CourseText) -> String {
    let lines = text.contents.iter().map(|found| format!("{} {}", found.count, found.module_name));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_named() {
        let before = CourseText { title: "Botany".into(), tags: vec!["a".into()], ..CourseText::default() };
        let after = CourseText { tags: vec!["a".into(), "b".into()], ..before.clone() };
        let expected = FieldChange { field: "tags", before: "a".into(), after: "a, b".into() };
        assert_eq!(differences(&before, &after), [expected]);
        assert!(differences(&before, &before).is_empty());
    }
}
