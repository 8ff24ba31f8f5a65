//! Where a term stands, what old clients are told of it, and what a licence allows.

use hub_core::rights::Actor;
use hub_core::text::cut_line;
use hub_core::vocabulary::{LicenceFacts, MOST_DEPTH, STEP, Term, Vocabulary, VocabularyKey};

use super::add::{above, after_all};
use super::{Reach, change, changed, check_classic, done, get, load, named, refused, write};
use crate::{App, AppError};

/// Where a term goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Directly before another, and below the same.
    Before(String),
    /// Directly after another, and below the same.
    After(String),
    /// Below another, after all that stands there.
    Below(String),
    /// At the top, after all others.
    Top,
}

/// Moves a term, and with it all that stands below it. Gives whether it was elsewhere before.
///
/// # Errors
/// `Invalid` for terms nobody knows and for a place below the term itself.
pub async fn place(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
    to: &Place,
) -> Result<bool, AppError> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let all = load(&mut tx).await?;
    let vocabulary = get(&all, vocabulary)?;
    let before = named(vocabulary, term)?;
    let mut after = before.clone();
    let mut renumbered = Vec::new();
    match to {
        Place::Before(other) => renumbered = beside(vocabulary, &mut after, named(vocabulary, other)?, 0),
        Place::After(other) => renumbered = beside(vocabulary, &mut after, named(vocabulary, other)?, 1),
        Place::Below(other) => after.parent = Some(above(vocabulary, other)?),
        Place::Top => after.parent = None,
    }
    if matches!(to, Place::Below(_) | Place::Top) && after.parent != before.parent {
        after.position = after_all(vocabulary, after.parent.as_deref());
    }
    if after.parent.as_deref().is_some_and(|parent| vocabulary.is_within(parent, &before.key)) {
        return Err(refused("parent", format!("\"{}\" cannot stand below itself", before.key)));
    }
    let new_depth = after.parent.as_deref().map_or(0, |parent| vocabulary.depth(parent) + 1);
    if new_depth + height(vocabulary, before) >= MOST_DEPTH {
        return Err(refused("parent", format!("trees are at most {MOST_DEPTH} levels deep")));
    }
    if *before == after && renumbered.is_empty() {
        return Ok(false);
    }
    for other in &renumbered {
        write(&mut tx, actor, "vocabulary.moved", vocabulary, other, now).await?;
    }
    let id = write(&mut tx, actor, "vocabulary.moved", vocabulary, &after, now).await?;
    let reach = if before.parent == after.parent { Reach::Words } else { Reach::Courses };
    done(app, tx, &[changed(reach, id)], now).await?;
    Ok(true)
}

/// How many levels stand below a term.
fn height(vocabulary: &Vocabulary, term: &Term) -> usize {
    let own = vocabulary.depth(&term.key);
    let below = vocabulary.terms().iter().filter(|other| vocabulary.is_within(&other.key, &term.key));
    below.map(|other| vocabulary.depth(&other.key).saturating_sub(own)).max().unwrap_or(0)
}

/// Puts a term before (0) or after (1) another. Gives the siblings that had to be numbered anew to make room.
fn beside(vocabulary: &Vocabulary, moved: &mut Term, other: &Term, after: usize) -> Vec<Term> {
    moved.parent.clone_from(&other.parent);
    let siblings: Vec<&Term> = vocabulary
        .terms()
        .iter()
        .filter(|term| term.parent == other.parent && term.key != moved.key)
        .collect();
    let at = siblings.iter().position(|term| term.key == other.key).map_or(siblings.len(), |at| at + after);
    let left = at.checked_sub(1).map(|left| siblings[left].position);
    let right = siblings.get(at).map(|term| term.position);
    let room = match (left, right) {
        (Some(left), Some(right)) if right - left >= 2 => Some(left + (right - left) / 2),
        (Some(_), Some(_)) => None,
        (Some(left), None) => Some(left + STEP),
        (None, right) => Some(right.unwrap_or(STEP) - STEP),
    };
    let is_there =
        |position: i64| left.is_none_or(|left| left < position) && right.is_none_or(|right| position < right);
    // It stands there already.
    if vocabulary.term(&moved.key).is_some_and(|now| now.parent == moved.parent && is_there(now.position)) {
        return Vec::new();
    }
    if let Some(position) = room {
        moved.position = position;
        return Vec::new();
    }
    moved.position = (i64::try_from(at).unwrap_or(0) + 1) * STEP;
    let number = |(place, term): (usize, &&Term)| {
        let place = i64::try_from(if place < at { place } else { place + 1 }).unwrap_or(0);
        Term { position: (place + 1) * STEP, ..(*term).clone() }
    };
    let numbered = siblings.iter().enumerate().map(number);
    numbered.filter(|term| vocabulary.term(&term.key) != Some(term)).collect()
}

/// Says which code clients are told that know the classic lists only; `None`: that of the nearest term above. Gives
/// whether it was different before.
///
/// # Errors
/// `Invalid` for a code that is not in the classic list.
pub async fn map(
    app: &App,
    actor: Actor,
    vocabulary: &VocabularyKey,
    term: &str,
    classic: Option<&str>,
) -> Result<bool, AppError> {
    change(app, actor, vocabulary, term, ("vocabulary.mapped", Reach::Words), |vocabulary, term| {
        term.classic = check_classic(vocabulary, classic)?.filter(|code| *code != term.key);
        Ok(())
    })
    .await
}

/// Says what a licence allows and where its text stands. Gives whether it was different before.
///
/// # Errors
/// `Invalid` for an address that is none of the web.
pub async fn describe_licence(
    app: &App,
    actor: Actor,
    licence: &str,
    facts: LicenceFacts,
) -> Result<bool, AppError> {
    let facts = LicenceFacts { spdx: cut_line(&facts.spdx, 60), url: cut_line(&facts.url, 255), ..facts };
    let is_web = url::Url::parse(&facts.url).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    if !facts.url.is_empty() && !is_web {
        return Err(refused("url", "an address that begins with https:// is needed"));
    }
    let act = ("vocabulary.licence_described", Reach::Words);
    change(app, actor, &VocabularyKey::Licence, licence, act, |_, term| {
        term.licence = Some(facts);
        Ok(())
    })
    .await
}
