//! Names by language.

use hub_core::rights::Actor;
use hub_core::vocabulary::{Names, VocabularyKey};

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

/// Gives a term its names in several languages at once, in one act; empty ones are taken away, languages that are not
/// among them keep theirs. Gives whether anything was different before.
///
/// # Errors
/// As [`rename`].
pub async fn rename_all(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
    names: &Names,
) -> Result<bool, AppError> {
    let named = names.iter().map(|(code, name)| name_of(code, name)).collect::<Result<Vec<_>, _>>()?;
    let act = ("vocabulary.renamed", Reach::Words);
    change(app, actor, vocabulary, term, act, |_, term| {
        put_all(&mut term.names, named);
        if term.names.is_empty() && term.classic_name.is_none() {
            return Err(refused("name", "a term needs a name in at least one language"));
        }
        Ok(())
    })
    .await
}

/// Puts names in, or takes them away.
pub(super) fn put_all(names: &mut Names, named: Vec<(String, Option<String>)>) {
    for (code, name) in named {
        match name {
            Some(name) => names.insert(code, name),
            None => names.remove(&code),
        };
    }
}
