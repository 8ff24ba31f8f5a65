//! Vocabularies as one JSON text: to keep, to edit, to take to another hub.

use hub_core::TermId;
use hub_core::act::Changed;
use hub_core::rights::Actor;
use hub_core::vocabulary::{
    FacetKey, Names, StoredFacet, StoredTerm, Term, Vocabularies, VocabularyKey, check_term_key,
};

use super::{TermRecord, check_classic, checked, done, facet, get, load, refused, write};
use crate::{App, AppError};

/// Terms in one import.
const MOST_TERMS: usize = 20_000;

/// An own facet as programs read it.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FacetRecord {
    /// Its key.
    pub key: String,
    /// Names by language.
    pub names: Names,
    /// Its place among the facets.
    pub position: i64,
}

/// What a hub made of the vocabularies. The classic lists are in every hub: of them only what was changed is here.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Exchange {
    /// Own facets.
    pub facets: Vec<FacetRecord>,
    /// Terms added or changed.
    pub terms: Vec<TermRecord>,
}

/// What an import changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Facets made or changed.
    pub facets: usize,
    /// Terms added or changed.
    pub terms: usize,
}

/// What this hub made of the vocabularies.
pub fn export(vocabularies: &Vocabularies) -> Exchange {
    let classic = Vocabularies::classic();
    let facets = vocabularies.own().iter().filter_map(facet::stored).map(|stored| FacetRecord {
        key: stored.key.as_str().to_owned(),
        names: stored.names,
        position: stored.position,
    });
    let mut terms = Vec::new();
    for vocabulary in vocabularies.all() {
        let is_classic = |term: &Term| {
            classic.get(&vocabulary.key).and_then(|classic| classic.term(&term.key)) == Some(term)
        };
        let changed = vocabulary.terms().iter().filter(|term| !is_classic(term));
        terms.extend(changed.map(|term| TermRecord::of(&vocabulary.key, term)));
    }
    Exchange { facets: facets.collect(), terms }
}

/// Takes what another hub exported: facets and terms are added or become as they are there, everything else stays. All
/// or nothing.
///
/// # Errors
/// `Invalid` names the first thing that does not fit.
pub async fn import(app: &App, actor: Actor, exchange: Exchange) -> Result<Imported, AppError> {
    if exchange.terms.len() > MOST_TERMS {
        return Err(refused("terms", format!("at most {MOST_TERMS} terms are taken at once")));
    }
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let mut imported = Imported::default();
    let all = load(&mut tx).await?;
    for record in exchange.facets {
        let key = FacetKey::parse(&record.key).map_err(|error| refused("facets", error.to_string()))?;
        let after = StoredFacet { key, names: checked(record.names)?, position: record.position };
        let before = all.facet(&record.key).and_then(facet::stored);
        if before.as_ref() != Some(&after) {
            facet::write(&mut tx, actor, "vocabulary.imported", before.as_ref(), &after, now).await?;
            imported.facets += 1;
        }
    }
    // With the facets just made, and so that a term may name a parent that comes later in the file.
    let all = load(&mut tx).await?;
    let terms = exchange.terms.into_iter().map(|record| term(&all, record)).collect::<Result<Vec<_>, _>>()?;
    check_together(&all, &terms)?;
    for (key, term) in &terms {
        let vocabulary = get(&all, key)?;
        let is_same = vocabulary
            .term(&term.key)
            .is_some_and(|before| TermRecord::of(key, before) == TermRecord::of(key, term));
        if !is_same {
            write(&mut tx, actor, "vocabulary.imported", vocabulary, term, now).await?;
            imported.terms += 1;
        }
    }
    if imported == Imported::default() {
        return Ok(imported);
    }
    done(app, tx, &[Changed::EveryCourse], now).await?;
    Ok(imported)
}

fn term(all: &Vocabularies, record: TermRecord) -> Result<(VocabularyKey, Term), AppError> {
    let named = format!("{} \"{}\"", record.vocabulary, record.key);
    let wrong = |why: String| refused("terms", format!("{named}: {why}"));
    let key = VocabularyKey::parse(&record.vocabulary).map_err(|error| wrong(error.to_string()))?;
    let vocabulary = all.get(&key).ok_or_else(|| wrong("this hub has no such facet".to_owned()))?;
    let is_classic = vocabulary.term(&record.key).is_some_and(|term| term.classic_name.is_some());
    check_term_key(&record.key).map_err(|error| wrong(error.to_string()))?;
    let mut term = record.into_term();
    term.names = checked(term.names)?;
    if term.names.is_empty() && !is_classic {
        return Err(wrong("it has no name".to_owned()));
    }
    term.classic = check_classic(vocabulary, term.classic.as_deref())?;
    term.licence = term.licence.filter(|_| key == VocabularyKey::Licence);
    Ok((key, term))
}

/// Parents and targets must be there when all are in, and nothing may hang on itself.
fn check_together(all: &Vocabularies, terms: &[(VocabularyKey, Term)]) -> Result<(), AppError> {
    let facets = all.own().iter().filter_map(facet::stored).collect();
    let mut stored = Vec::new();
    for vocabulary in all.all() {
        let is_replaced =
            |term: &&Term| terms.iter().any(|(key, other)| *key == vocabulary.key && other.key == term.key);
        let kept = vocabulary.terms().iter().filter(|term| !is_replaced(term)).cloned();
        let new = terms.iter().filter(|(key, _)| *key == vocabulary.key).map(|(_, term)| term.clone());
        stored.extend(kept.chain(new).map(|term| StoredTerm {
            id: TermId(0),
            vocabulary: vocabulary.key.clone(),
            term,
        }));
    }
    let after = Vocabularies::of(facets, stored);
    for (key, term) in terms {
        let wrong = |why: &str| refused("terms", format!("{key} \"{}\": {why}", term.key));
        let vocabulary = get(&after, key)?;
        for named in [&term.parent, &term.merged_into].into_iter().flatten() {
            if vocabulary.term(named).is_none() {
                return Err(wrong(&format!("there is no \"{named}\"")));
            }
        }
        let mut above = Vec::new();
        let mut next = Some(term);
        while let Some(one) = next {
            if above.contains(&&one.key) {
                return Err(wrong("it hangs on itself"));
            }
            above.push(&one.key);
            let up = one.merged_into.as_deref().or(one.parent.as_deref());
            next = up.and_then(|key| vocabulary.term(key));
        }
    }
    Ok(())
}
