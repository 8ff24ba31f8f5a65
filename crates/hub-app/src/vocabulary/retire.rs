//! Terms that are no longer offered, and those that are again.

use hub_core::rights::Actor;
use hub_core::vocabulary::VocabularyKey;

use super::{Reach, change, changed, done, get, load, named, write};
use crate::{App, AppError};

/// No longer offers a term where people choose. Courses that have it keep it, show it and are found by it. Gives
/// whether it was offered before.
///
/// # Errors
/// `Invalid` for a term nobody knows.
pub async fn retire(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
) -> Result<bool, AppError> {
    change(app, actor, vocabulary, term, ("vocabulary.retired", Reach::Words), |_, term| {
        term.retired = true;
        Ok(())
    })
    .await
}

/// Offers a term again that was retired or merged; a merged one stands for itself again, and so do the courses that
/// came with its code. What stood below it stays where the merge put it. Gives whether it was different before.
///
/// # Errors
/// `Invalid` for a term nobody knows.
pub async fn bring_back(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = get(&all, vocabulary)?;
    let before = named(vocabulary, term)?;
    let mut after = before.clone();
    after.retired = false;
    // The courses are in the index under the term that stood for this one.
    let stood_for = after.merged_into.take().and_then(|_| vocabulary.resolve(&before.key));
    if *before == after {
        return Ok(false);
    }
    let id = write(&mut tx, actor, "vocabulary.brought_back", vocabulary, &after, now).await?;
    let changes = match stood_for {
        Some(other) => {
            let other = hub_db::vocabulary::put(tx.cx(), &vocabulary.key, other).await?;
            vec![changed(Reach::Courses, other), changed(Reach::Courses, id)]
        }
        None => vec![changed(Reach::Words, id)],
    };
    done(app, tx, &changes, now).await?;
    Ok(true)
}
