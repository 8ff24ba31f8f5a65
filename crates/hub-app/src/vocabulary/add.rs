//! A new term.

use hub_core::rights::Actor;
use hub_core::vocabulary::{
    LicenceFacts, MOST_DEPTH, Names, STEP, Term, Vocabulary, VocabularyKey, check_term_key,
};

use super::{Reach, changed, check_classic, checked, done, get, load, named, refused, write};
use crate::{App, AppError};

/// What staff says of a new term.
#[derive(Clone, Debug, Default)]
pub struct NewTerm {
    /// Its key; without one it is made of the name.
    pub key: Option<String>,
    /// Names by language; at least one.
    pub names: Names,
    /// The term it stands below.
    pub parent: Option<String>,
    /// The code old clients are told.
    pub classic: Option<String>,
    /// Of a licence: what it allows.
    pub licence: Option<LicenceFacts>,
}

/// Adds a term at the end of its siblings. Gives its key.
///
/// # Errors
/// `Conflict` if there is a term of this key; `Invalid` names what does not fit.
pub async fn add(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    new: NewTerm,
) -> Result<String, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = get(&all, vocabulary)?;
    let term = make(vocabulary, new)?;
    let id = write(&mut tx, actor, "vocabulary.added", vocabulary, &term, now).await?;
    // Courses may have come with this code before anybody knew it.
    done(app, tx, &[changed(Reach::Courses, id)], now).await?;
    Ok(term.key)
}

fn make(vocabulary: &Vocabulary, new: NewTerm) -> Result<Term, AppError> {
    let names = checked(new.names)?;
    let name = names.get("en").or_else(|| names.values().next());
    let key = match (new.key, name) {
        (Some(key), _) => key.trim().to_owned(),
        (None, Some(name)) => key_of(name),
        (None, None) => return Err(refused("name", "a term needs a name")),
    };
    check_term_key(&key).map_err(|error| refused("key", error.to_string()))?;
    if vocabulary.term(&key).is_some() {
        return Err(AppError::Conflict(format!("there is a {} \"{key}\" already", vocabulary.key)));
    }
    let parent = match &new.parent {
        Some(words) => Some(above(vocabulary, words)?),
        None => None,
    };
    let licence = (vocabulary.key == VocabularyKey::Licence).then(|| new.licence.unwrap_or_default());
    Ok(Term {
        position: after_all(vocabulary, parent.as_deref()),
        classic: check_classic(vocabulary, new.classic.as_deref())?,
        key,
        names,
        parent,
        licence,
        ..Term::default()
    })
}

/// The key of a term that another can stand below.
pub(super) fn above(vocabulary: &Vocabulary, words: &str) -> Result<String, AppError> {
    let parent = named(vocabulary, words)?;
    if parent.merged_into.is_some() {
        return Err(refused("parent", format!("\"{}\" was merged into another", parent.key)));
    }
    if vocabulary.depth(&parent.key) + 1 >= MOST_DEPTH {
        return Err(refused("parent", format!("trees are at most {MOST_DEPTH} levels deep")));
    }
    Ok(parent.key.clone())
}

/// The place after all siblings.
pub(super) fn after_all(vocabulary: &Vocabulary, parent: Option<&str>) -> i64 {
    let siblings = vocabulary.terms().iter().filter(|term| term.parent.as_deref() == parent);
    siblings.map(|term| term.position).max().unwrap_or(0) + STEP
}

/// `middle-school` of "Middle school"; empty if nothing of the name can stand in a key.
fn key_of(name: &str) -> String {
    let plain: String = name
        .to_lowercase()
        .chars()
        .map(|c| match c {
            'ä' | 'à' | 'á' | 'â' => 'a',
            'ö' | 'ó' | 'ô' => 'o',
            'ü' | 'ú' | 'û' => 'u',
            'é' | 'è' | 'ê' => 'e',
            'í' | 'î' => 'i',
            'ñ' => 'n',
            'ç' => 'c',
            c if c.is_ascii_alphanumeric() => c,
            _ => ' ',
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    words.join("-").chars().take(40).collect::<String>().trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_of_the_name() {
        assert_eq!(key_of("Middle school (5–10)"), "middle-school-5-10");
        assert_eq!(key_of("Förderschule"), "forderschule");
        assert_eq!(key_of("学校"), "");
    }
}
