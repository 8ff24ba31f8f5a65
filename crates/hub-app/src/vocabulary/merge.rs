//! Two terms become one.

use hub_core::rights::Actor;
use hub_core::vocabulary::VocabularyKey;

use super::{Reach, changed, done, get, load, named, refused, write};
use crate::{App, AppError};

/// Lets one term stand for another: courses that came or will come with the code of `from` are shown, counted and
/// found under `into`. What stands below `from` stands below `into`. Gives whether it was different before.
///
/// # Errors
/// `Invalid` for terms nobody knows, and where one stands above the other in a way that makes no sense.
pub async fn merge(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    from: &str,
    into: &str,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = get(&all, vocabulary)?;
    let (from, mut into) = (named(vocabulary, from)?, named(vocabulary, into)?.clone());
    if from.merged_into.as_ref() == Some(&into.key) {
        return Ok(false);
    }
    if let Some(other) = &into.merged_into {
        return Err(refused("into", format!("\"{}\" was itself merged into \"{other}\"", into.key)));
    }
    if vocabulary.is_within(&into.key, &from.key) {
        return Err(refused(
            "into",
            format!("\"{}\" is \"{}\" or stands below it; merge the other way round", into.key, from.key),
        ));
    }
    // Old clients know the code of `from` and may not know any for `into`.
    let told = vocabulary.classic(&into.key);
    if vocabulary.term(told).is_none_or(|term| term.classic_name.is_none()) {
        let classic = vocabulary.classic(&from.key);
        into.classic =
            vocabulary.term(classic).filter(|term| term.classic_name.is_some()).map(|term| term.key.clone());
        write(&mut tx, actor, "vocabulary.mapped", vocabulary, &into, now).await?;
    }
    for term in vocabulary.terms() {
        let mut moved = term.clone();
        if term.merged_into.as_ref() == Some(&from.key) {
            moved.merged_into = Some(into.key.clone());
        } else if term.parent.as_ref() == Some(&from.key) {
            moved.parent = Some(into.key.clone());
        } else {
            continue;
        }
        write(&mut tx, actor, "vocabulary.moved", vocabulary, &moved, now).await?;
    }
    let mut merged = from.clone();
    merged.merged_into = Some(into.key.clone());
    let id = write(&mut tx, actor, "vocabulary.merged", vocabulary, &merged, now).await?;
    done(app, tx, &[changed(Reach::Courses, id)], now).await?;
    Ok(true)
}
