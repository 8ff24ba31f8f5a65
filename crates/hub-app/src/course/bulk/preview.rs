//! What a bulk act would be done to.

use hub_core::VersionId;
use hub_db::version_list;

use super::{BulkAct, Selection};
use crate::course::find::in_order;
use crate::outside::crypto::Sha256Hex;
use crate::{App, AppError};

/// Names that are shown.
const NAMES: usize = 20;

/// What a bulk act would be done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// How many publications.
    pub total: usize,
    /// The first of them with their titles, in the order of the list.
    pub first: Vec<(VersionId, String)>,
    /// What [`super::run`] takes, so that what was seen is what is done.
    pub token: String,
}

/// Says how many publications an act would be done to, and names the first.
///
/// # Errors
/// `Invalid` names what the act lacks.
pub async fn preview(app: &App, act: &BulkAct, selection: &Selection) -> Result<Preview, AppError> {
    act.check()?;
    let mut conn = app.db.read().await?;
    let mut ids = match selection {
        Selection::These(ids) => present(in_order(conn.cx(), ids).await?.iter().map(|found| found.id)),
        Selection::All(query) => version_list::some(conn.cx(), query, i64::MAX, 0).await?,
    };
    let first = in_order(conn.cx(), &ids[..ids.len().min(NAMES)]).await?;
    let first = first.into_iter().map(|version| (version.id, version.text.title)).collect();
    ids.sort_unstable();
    Ok(Preview { total: ids.len(), first, token: token(act, &ids)? })
}

/// Each once.
fn present(ids: impl Iterator<Item = VersionId>) -> Vec<VersionId> {
    let mut present = Vec::new();
    for id in ids {
        if !present.contains(&id) {
            present.push(id);
        }
    }
    present
}

/// Says which act on which publications: not a secret, only what must not change between looking and doing. `ids` are
/// sorted.
pub(super) fn token(act: &BulkAct, ids: &[VersionId]) -> Result<String, AppError> {
    let seen = serde_json::to_vec(&(act, ids)).map_err(AppError::internal)?;
    Ok(Sha256Hex::of(&seen).as_str().to_owned())
}
