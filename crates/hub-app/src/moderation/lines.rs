//! The lists staff keeps: canned reasons and the hub's own checklist.

use std::collections::BTreeMap;

use hub_core::LineId;
use hub_core::act::{Act, Thing};
use hub_core::moderation::{LineList, MESSAGE_CHARS};
use hub_core::rights::Actor;
use hub_core::text::cut;
use hub_db::staff_line::StaffLine;

use super::invalid;
use crate::{App, AppError, Missing};

/// Lines of one list.
const MOST: i64 = 200;

/// A line as staff writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineDraft {
    /// The line it replaces; `None`: a new one.
    pub id: Option<LineId>,
    /// A text for each language code; empty ones are dropped.
    pub texts: BTreeMap<String, String>,
}

/// The lines of a list that are offered, in their order.
///
/// # Errors
/// Only ours.
pub async fn lines(app: &App, list: LineList) -> Result<Vec<StaffLine>, AppError> {
    Ok(hub_db::staff_line::list(app.db.read().await?.cx(), list, MOST).await?)
}

/// Saves a whole list in this order. A line that is left out is offered no longer; decisions still know it.
///
/// # Errors
/// `Invalid` for a line without any text or too many; `NotFound` for an id that is not of this list.
pub async fn save_lines(
    app: &App,
    actor: Actor,
    list: LineList,
    drafts: &[LineDraft],
) -> Result<Vec<StaffLine>, AppError> {
    if i64::try_from(drafts.len()).is_ok_and(|count| count > MOST) {
        return Err(invalid("lines", "at most 200"));
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let before = hub_db::staff_line::list(tx.cx(), list, MOST).await?;
    for (position, draft) in (0_i64..).zip(drafts) {
        if draft.id.is_some_and(|id| before.iter().all(|line| line.id != id)) {
            return Err(AppError::NotFound(Missing::Line));
        }
        let texts = tidy(&draft.texts);
        if texts.is_empty() {
            return Err(invalid("lines", "each line needs a text in one language at least"));
        }
        hub_db::staff_line::put(tx.cx(), list, draft.id, position, &texts).await?;
    }
    for gone in before.iter().filter(|line| drafts.iter().all(|draft| draft.id != Some(line.id))) {
        hub_db::staff_line::retire(tx.cx(), gone.id, now).await?;
    }
    let after = hub_db::staff_line::list(tx.cx(), list, MOST).await?;
    if after != before {
        let act = Act::new("moderation.lines_changed", Thing::Hub)
            .before(serde_json::json!({ list.name(): summary(&before) }))
            .after(serde_json::json!({ list.name(): summary(&after) }));
        hub_db::audit::record(tx.cx(), actor, &act, now).await?;
    }
    tx.commit().await?;
    Ok(after)
}

fn tidy(texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let texts = texts.iter().map(|(language, text)| (language.clone(), cut(text, MESSAGE_CHARS)));
    texts.filter(|(_, text)| !text.is_empty()).collect()
}

fn summary(lines: &[StaffLine]) -> Vec<serde_json::Value> {
    lines.iter().map(|line| serde_json::json!({ "id": line.id, "texts": line.texts })).collect()
}

/// A line in the first of these languages it has (`pt_br` is also `pt`), else in English, else in any.
pub fn text_of(line: &StaffLine, languages: &[&str]) -> String {
    let base = |language: &str| language.split(['_', '-']).next().unwrap_or_default().to_owned();
    let found = languages
        .iter()
        .find_map(|language| line.texts.get(*language).or_else(|| line.texts.get(&base(language))))
        .or_else(|| line.texts.get("en"))
        .or_else(|| line.texts.values().next());
    found.cloned().unwrap_or_default()
}
