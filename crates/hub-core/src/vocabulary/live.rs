//! The vocabularies in force: the classic lists with what staff made of them. Kept in memory; every lookup is a hash.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use super::term::{FacetKey, LicenceFacts, Names, Term, VocabularyKey};
use super::{AUDIENCES, LEVELS, LICENCES, subjects};
use crate::ids::TermId;

/// Deeper trees are cut: nobody opens so many levels, and a circle ends here.
pub const MOST_DEPTH: usize = 8;
/// Places between two terms of the classic lists, so that others fit between them.
pub const STEP: i64 = 1000;
/// Numbers of the hub's own terms begin here, above all numbers of classic ones.
const OWN_NUMBERS: i64 = 1_000_000;
/// Numbers of classic terms that mebis clients were never offered: subjects that are not leaves.
const INNER_NUMBERS: i64 = 10_000;

/// What staff changed or added, as it is stored: the whole term, but of classic ones only the names that staff gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredTerm {
    /// Its row.
    pub id: TermId,
    /// Which vocabulary.
    pub vocabulary: VocabularyKey,
    /// The term; its number and classic name are filled in by [`Vocabularies::of`].
    pub term: Term,
}

/// An own facet, as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredFacet {
    /// Its key.
    pub key: FacetKey,
    /// Its names by language.
    pub names: Names,
    /// Its place among the facets.
    pub position: i64,
}

/// One vocabulary.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Which.
    pub key: VocabularyKey,
    /// Names of an own facet; empty for the others, which the pages name.
    pub names: Names,
    /// Place among the own facets.
    pub position: i64,
    /// In order: each directly before those below it.
    terms: Vec<Term>,
    depths: Vec<usize>,
    by_key: HashMap<String, usize>,
    by_number: HashMap<i64, usize>,
    /// Terms for which old clients are told another code, with that code.
    told_as: Vec<(usize, String)>,
}

/// All vocabularies of a hub.
#[derive(Clone, Debug)]
pub struct Vocabularies {
    subject: Vocabulary,
    level: Vocabulary,
    audience: Vocabulary,
    licence: Vocabulary,
    own: Vec<Vocabulary>,
}

static CLASSIC: LazyLock<Arc<Vocabularies>> =
    LazyLock::new(|| Arc::new(Vocabularies::of(Vec::new(), Vec::new())));

impl Vocabularies {
    /// The classic lists as they are.
    pub fn classic() -> Arc<Self> {
        Arc::clone(&CLASSIC)
    }

    /// The classic lists with what is stored.
    pub fn of(facets: Vec<StoredFacet>, terms: Vec<StoredTerm>) -> Self {
        let mut stored: BTreeMap<VocabularyKey, Vec<StoredTerm>> = BTreeMap::new();
        for term in terms {
            stored.entry(term.vocabulary.clone()).or_default().push(term);
        }
        let mut take = |key: VocabularyKey, names, position| {
            let changed = stored.remove(&key).unwrap_or_default();
            Vocabulary::of(key, names, position, changed)
        };
        let mut classic = |key| take(key, Names::new(), 0);
        let (subject, level) = (classic(VocabularyKey::Subject), classic(VocabularyKey::Level));
        let (audience, licence) = (classic(VocabularyKey::Audience), classic(VocabularyKey::Licence));
        let mut own: Vec<Vocabulary> = facets
            .into_iter()
            .map(|facet| take(VocabularyKey::Own(facet.key), facet.names, facet.position))
            .collect();
        own.sort_by(|a, b| (a.position, &a.key).cmp(&(b.position, &b.key)));
        Self { subject, level, audience, licence, own }
    }

    /// Subjects.
    pub fn subject(&self) -> &Vocabulary {
        &self.subject
    }

    /// Levels.
    pub fn level(&self) -> &Vocabulary {
        &self.level
    }

    /// Audiences.
    pub fn audience(&self) -> &Vocabulary {
        &self.audience
    }

    /// Licences.
    pub fn licence(&self) -> &Vocabulary {
        &self.licence
    }

    /// The hub's own facets, in order.
    pub fn own(&self) -> &[Vocabulary] {
        &self.own
    }

    /// One own facet.
    pub fn facet(&self, key: &str) -> Option<&Vocabulary> {
        self.own.iter().find(|facet| facet.key.as_str() == key)
    }

    /// One vocabulary; `None` for an own facet the hub does not have.
    pub fn get(&self, key: &VocabularyKey) -> Option<&Vocabulary> {
        match key {
            VocabularyKey::Subject => Some(&self.subject),
            VocabularyKey::Level => Some(&self.level),
            VocabularyKey::Audience => Some(&self.audience),
            VocabularyKey::Licence => Some(&self.licence),
            VocabularyKey::Own(own) => self.facet(own.as_str()),
        }
    }

    /// All, the classic ones first.
    pub fn all(&self) -> impl Iterator<Item = &Vocabulary> {
        [&self.subject, &self.level, &self.audience, &self.licence].into_iter().chain(&self.own)
    }
}

impl Vocabulary {
    fn of(key: VocabularyKey, names: Names, position: i64, stored: Vec<StoredTerm>) -> Self {
        let mut terms = classic_terms(&key);
        let mut places: HashMap<String, usize> =
            terms.iter().enumerate().map(|(place, term)| (term.key.clone(), place)).collect();
        for StoredTerm { id, mut term, .. } in stored {
            if let Some(place) = places.get(&term.key) {
                (term.number, term.classic_name) = (terms[*place].number, terms[*place].classic_name);
                terms[*place] = term;
            } else {
                term.number = OWN_NUMBERS + id.get();
                places.insert(term.key.clone(), terms.len());
                terms.push(term);
            }
        }
        let (terms, depths) = in_order(terms);
        let by_key = terms.iter().enumerate().map(|(place, term)| (term.key.clone(), place)).collect();
        let by_number = terms.iter().enumerate().map(|(place, term)| (term.number, place)).collect();
        let mut made = Self { key, names, position, terms, depths, by_key, by_number, told_as: Vec::new() };
        made.told_as = (0..made.terms.len())
            .filter(|place| made.terms[*place].merged_into.is_none())
            .map(|place| (place, made.classic(&made.terms[place].key).to_owned()))
            .filter(|(place, told)| *told != made.terms[*place].key)
            .collect();
        made
    }

    /// All terms, each directly before those below it.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Terms to choose from, in order.
    pub fn offered(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter().filter(|term| term.is_offered())
    }

    /// The term of exactly this key, merged or not.
    pub fn term(&self, key: &str) -> Option<&Term> {
        self.by_key.get(key).map(|place| &self.terms[*place])
    }

    /// The term of a number.
    pub fn by_number(&self, number: i64) -> Option<&Term> {
        self.by_number.get(&number).map(|place| &self.terms[*place])
    }

    /// The term that stands for a code, whoever sent it: of a merged one that into which it was merged. Very old
    /// subjects have bare digits, `010101` for `field1010101` (protocol notes, section 14).
    pub fn resolve(&self, code: &str) -> Option<&Term> {
        let mut term = match self.term(code) {
            Some(term) => term,
            None if self.key == VocabularyKey::Subject && is_bare(code) => {
                self.term(&format!("field1{code}"))?
            }
            None => return None,
        };
        for _ in 0..MOST_DEPTH {
            match term.merged_into.as_deref().and_then(|key| self.term(key)) {
                Some(next) => term = next,
                None => break,
            }
        }
        Some(term)
    }

    /// The key under which a code is counted and searched; a code nobody knows stands for itself.
    pub fn canonical<'a>(&'a self, code: &'a str) -> &'a str {
        self.resolve(code).map_or(code, |term| &term.key)
    }

    /// The term of a code with those above it, the top first; empty if nobody knows the code.
    pub fn path(&self, code: &str) -> Vec<&Term> {
        let mut path = Vec::new();
        let mut next = self.resolve(code);
        while let Some(term) = next.filter(|_| path.len() < MOST_DEPTH) {
            path.push(term);
            next = term.parent.as_deref().and_then(|parent| self.resolve(parent));
        }
        path.reverse();
        path
    }

    /// Keys of the term and all above it, as the index holds them; an unknown code stands alone.
    pub fn with_all_above(&self, code: &str) -> Vec<String> {
        match self.path(code) {
            path if path.is_empty() => vec![code.to_owned()],
            path => path.into_iter().map(|term| term.key.clone()).collect(),
        }
    }

    /// 0 for a term at the top or a code nobody knows.
    pub fn depth(&self, code: &str) -> usize {
        self.resolve(code).and_then(|term| self.by_key.get(&term.key)).map_or(0, |place| self.depths[*place])
    }

    /// Where a term stands among all, for sorting; codes nobody knows stand last.
    pub fn rank(&self, code: &str) -> usize {
        self.resolve(code).and_then(|term| self.by_key.get(&term.key)).copied().unwrap_or(usize::MAX)
    }

    /// Whether a code stands below another, or for the same term.
    pub fn is_within(&self, code: &str, above: &str) -> bool {
        let above = self.canonical(above);
        match self.path(code) {
            path if path.is_empty() => code == above,
            path => path.iter().any(|term| term.key == above),
        }
    }

    /// Terms directly below one, in order.
    pub fn below<'a>(&'a self, key: &'a str) -> impl Iterator<Item = &'a Term> {
        self.terms.iter().filter(move |term| term.parent.as_deref() == Some(key))
    }

    /// The code that clients are told who know the classic lists only. A code nobody knows is told as it came.
    pub fn classic<'a>(&'a self, code: &'a str) -> &'a str {
        // Nearly always, and asked four times for each course of an answer.
        if let Some(term) = self.term(code)
            && (term.classic_name.is_some() && term.classic.is_none() && term.merged_into.is_none())
        {
            return &term.key;
        }
        let path = self.path(code);
        let told = path.iter().rev().find_map(|term| match &term.classic {
            Some(classic) => Some(classic.as_str()),
            None if term.classic_name.is_some() => Some(term.key.as_str()),
            None => None,
        });
        told.or_else(|| path.last().map(|term| term.key.as_str())).unwrap_or(code)
    }

    /// The keys a client means who asks by a classic code: its term, and the hub's own terms that are told as that
    /// code or one below it.
    pub fn asked_by_classic(&self, code: &str) -> Vec<String> {
        let mut keys = vec![self.canonical(code).to_owned()];
        let is_tree = self.key == VocabularyKey::Subject;
        for (place, told) in &self.told_as {
            let means = told == code || (is_tree && super::subject(code).is_some() && told.starts_with(code));
            if means && !keys.contains(&self.terms[*place].key) {
                keys.push(self.terms[*place].key.clone());
            }
        }
        keys
    }

    /// The term people mean by a key, a number or a name in any language, without regard to case.
    pub fn meant(&self, words: &str) -> Option<&Term> {
        let words = words.trim();
        let folded = words.to_lowercase();
        let is_called = |term: &&Term| {
            let staff = term.names.values().any(|name| name.to_lowercase() == folded);
            staff || term.classic_name.is_some_and(|name| name.to_lowercase() == folded)
        };
        let numbered = || words.parse().ok().and_then(|number| self.by_number(number));
        let called = || self.terms.iter().find(is_called);
        let term = self.resolve(words).or_else(numbered).or_else(called)?;
        self.resolve(&term.key)
    }
}

fn is_bare(code: &str) -> bool {
    matches!(code.len(), 2 | 4 | 6) && code.bytes().all(|byte| byte.is_ascii_digit())
}

/// Each term directly before those below it, siblings by their place, and how deep each stands.
fn in_order(terms: Vec<Term>) -> (Vec<Term>, Vec<usize>) {
    let known: HashSet<String> = terms.iter().map(|term| term.key.clone()).collect();
    let mut below: HashMap<Option<String>, Vec<usize>> = HashMap::new();
    for (place, term) in terms.iter().enumerate() {
        let parent = term.parent.clone().filter(|parent| known.contains(parent));
        below.entry(parent).or_default().push(place);
    }
    for siblings in below.values_mut() {
        siblings
            .sort_by(|a, b| (terms[*a].position, &terms[*a].key).cmp(&(terms[*b].position, &terms[*b].key)));
    }
    let mut order: Vec<(usize, usize)> = Vec::with_capacity(terms.len());
    let mut stack: Vec<(usize, usize)> = Vec::new();
    let tops = below.remove(&None).unwrap_or_default();
    stack.extend(tops.into_iter().rev().map(|place| (place, 0)));
    while let Some((place, depth)) = stack.pop() {
        order.push((place, depth));
        let children = below.remove(&Some(terms[place].key.clone())).unwrap_or_default();
        stack.extend(children.into_iter().rev().map(|child| (child, (depth + 1).min(MOST_DEPTH))));
    }
    // What is left hangs on itself, which no act of staff allows: it stands at the end.
    let mut left: Vec<usize> = below.into_values().flatten().collect();
    left.sort_unstable();
    order.extend(left.into_iter().map(|place| (place, 0)));
    let mut terms: Vec<Option<Term>> = terms.into_iter().map(Some).collect();
    order.into_iter().filter_map(|(place, depth)| Some((terms[place].take()?, depth))).unzip()
}

/// The classic list of a vocabulary.
fn classic_terms(key: &VocabularyKey) -> Vec<Term> {
    let term = |number: i64, key: &str, name: &'static str| Term {
        key: key.to_owned(),
        number,
        position: number * STEP,
        classic_name: Some(name),
        ..Term::default()
    };
    match key {
        VocabularyKey::Subject => classic_subjects(),
        VocabularyKey::Level => {
            let names =
                ["Primary", "Secondary", "Tertiary", "Government", "Association", "Corporate", "Other"];
            (1..).zip(LEVELS).zip(names).map(|((number, key), name)| term(number, key, name)).collect()
        }
        VocabularyKey::Audience => {
            let names = ["Educators", "Students", "Moodle administrators"];
            (1..).zip(AUDIENCES).zip(names).map(|((number, key), name)| term(number, key, name)).collect()
        }
        VocabularyKey::Licence => (1..)
            .zip(LICENCES)
            .map(|(number, licence)| Term {
                licence: Some(facts(licence)),
                ..term(number, licence.code, licence.name)
            })
            .collect(),
        VocabularyKey::Own(_) => Vec::new(),
    }
}

/// Leaves are numbered from 1 in the order of their codes, as mebis clients were always told; the others apart.
fn classic_subjects() -> Vec<Term> {
    let mut leaves = 0;
    (0..)
        .zip(subjects())
        .map(|(place, subject)| {
            let number = if subject.depth() == 2 {
                leaves += 1;
                leaves
            } else {
                INNER_NUMBERS + place
            };
            let path = subject.path();
            Term {
                key: subject.code.to_owned(),
                number,
                parent: path.len().checked_sub(2).map(|above| path[above].code.to_owned()),
                position: place * STEP,
                classic_name: Some(subject.name),
                ..Term::default()
            }
        })
        .collect()
}

/// What Moodle's licences allow, by their codes (creativecommons.org; SPDX licence list).
fn facts(licence: super::Licence) -> LicenceFacts {
    let (kind, version) = match licence.code.strip_suffix("-4.0") {
        Some(kind) => (kind, "4.0"),
        None => (licence.code, "3.0"),
    };
    let free = kind == "public" || kind.starts_with("cc");
    let has = |part: &str| kind.split('-').any(|one| one == part);
    let spdx = match kind {
        "public" => "CC0-1.0".to_owned(),
        // In the order of SPDX, which is that of the licences' names.
        _ if free => {
            let parts = [("nc", "-NC"), ("nd", "-ND"), ("sa", "-SA")];
            let parts: String = parts.iter().filter(|(part, _)| has(part)).map(|(_, name)| *name).collect();
            format!("CC-BY{parts}-{version}")
        }
        _ => String::new(),
    };
    LicenceFacts {
        spdx,
        url: licence.url.to_owned(),
        reuse: free,
        commercial: free && !has("nc"),
        derivatives: free && !has("nd"),
    }
}

#[cfg(test)]
mod tests;
