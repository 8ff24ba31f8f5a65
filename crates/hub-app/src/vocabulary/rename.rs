//! Names by language.

use hub_core::rights::Actor;
use hub_core::vocabulary::VocabularyKey;

use super::{Reach, change, name_of, refused};
use crate::{App, AppError};

/// Gives a term its name in one language; an empty one is taken away, and the classic name shows again. Gives whether
/// it was different before.
///
/// # Errors
/// `Invalid` for a term nobody knows or the last name of a term of the hub's own.
pub async fn rename(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
    language: &str,
    name: &str,
) -> Result<bool, AppError> {
    let (code, name) = name_of(language, name)?;
    let act = ("vocabulary.renamed", Reach::Words);
    change(app, actor, vocabulary, term, act, |_, term| {
        match name {
            Some(name) => term.names.insert(code, name),
            None => term.names.remove(&code),
        };
        if term.names.is_empty() && term.classic_name.is_none() {
            return Err(refused("name", "a term needs a name in at least one language"));
        }
        Ok(())
    })
    .await
}
