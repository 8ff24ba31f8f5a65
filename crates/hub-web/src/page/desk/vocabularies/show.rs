//! One vocabulary: its values in their order, and a form for another one.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::{App, vocabulary};
use hub_core::fold::fold;
use hub_core::vocabulary::{Term, Vocabulary, VocabularyKey};

use super::facet::FacetForms;
use super::words::{
    asked, choices, classic_field, hub_language, languages, missing, no_such, vocabulary_name,
};
use super::{PATH, path_of, path_of_term};
use crate::form::Form;
use crate::i18n::LANGUAGES;
use crate::page::visitor::Visitor;
use crate::urls::encoded;
use crate::view::field::{Choice, Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// A vocabulary with more values than this is shown level by level; the classic subjects are five hundred.
const AT_ONCE: usize = 150;

/// Characters of words that are looked for.
const WORDS_CHARS: usize = 100;

/// A value in its place.
#[derive(Clone, Debug)]
pub struct Line {
    key: String,
    name: String,
    href: String,
    depth: usize,
    /// How many stand below it, where these are on a page of their own, and that page.
    below: Option<(usize, String)>,
    /// Names of languages it has no name in.
    missing: Vec<String>,
    /// What old clients are told, where that is another code.
    told: Option<String>,
    courses: i64,
    retired: bool,
    /// The name of the one that stands for it.
    merged: Option<String>,
    added: bool,
    /// Whether it can go up, and down.
    moves: (bool, bool),
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/vocabulary.html")]
pub struct VocabularyPage {
    /// What every page has.
    pub ui: Ui,
    key: VocabularyKey,
    name: String,
    words: String,
    /// The values above those of this level, from the top: name and address.
    above: Vec<(String, String)>,
    lines: Vec<Line>,
    /// Whether it has values at all.
    has_any: bool,
    add: Vec<Field>,
    facet: Option<FacetForms>,
    wrong: FormErrors,
}

/// What the page is made of besides the vocabulary itself.
pub(super) struct Asked<'a> {
    pub(super) hub_language: &'a str,
    /// Public courses by the key of a term.
    pub(super) courses: HashMap<String, i64>,
    pub(super) words: &'a str,
    /// The value whose level is shown; empty for the top.
    pub(super) under: &'a str,
    pub(super) form: Option<&'a Form>,
    pub(super) wrong: FormErrors,
}

impl VocabularyPage {
    /// `None` if the hub has no such vocabulary.
    pub(super) fn new(ui: Ui, key: &VocabularyKey, asked: Asked<'_>) -> Option<Self> {
        let vocabulary = ui.terms.vocabularies().get(key)?;
        let names = vocabulary.terms().iter().map(|term| &term.names);
        let codes = languages(asked.hub_language, names.chain([&vocabulary.names]));
        let wanted = fold(asked.words);
        let under = vocabulary.terms().iter().find(|term| term.key == asked.under).map(|term| &term.key);
        let by_level = is_by_level(vocabulary) && wanted.is_empty();
        let mut lines: Vec<Line> = vocabulary
            .terms()
            .iter()
            .filter(|term| !by_level || term.parent.as_ref() == under)
            .map(|term| line(&ui, vocabulary, term, &codes, &asked.courses))
            .collect();
        if by_level {
            for line in &mut lines {
                line.depth = 0;
                line.below = below(&ui, vocabulary, &line.key);
            }
        }
        let has_any = !vocabulary.terms().is_empty();
        if !wanted.is_empty() {
            lines.retain(|line| fold(&line.name).contains(&wanted) || fold(&line.key).contains(&wanted));
        }
        Some(Self {
            name: vocabulary_name(&ui, key),
            add: add_fields(&ui, vocabulary, asked.form, asked.under, &asked.wrong),
            above: if by_level { above(&ui, vocabulary, under) } else { Vec::new() },
            facet: FacetForms::of(&ui, asked.hub_language, vocabulary, &asked.wrong),
            key: key.clone(),
            words: asked.words.to_owned(),
            lines,
            has_any,
            wrong: asked.wrong,
            ui,
        })
    }

    fn path(&self) -> String {
        self.ui.urls.to(&path_of(&self.key))
    }
}

/// Whether a vocabulary is shown level by level.
pub(super) fn is_by_level(vocabulary: &Vocabulary) -> bool {
    vocabulary.terms().len() > AT_ONCE && vocabulary.terms().iter().any(|term| term.parent.is_some())
}

/// The page of the level below a value; the top without one.
pub(super) fn path_of_level(vocabulary: &VocabularyKey, under: Option<&str>) -> String {
    match under {
        Some(key) => format!("{}?under={}", path_of(vocabulary), encoded(key)),
        None => path_of(vocabulary),
    }
}

fn below(ui: &Ui, vocabulary: &Vocabulary, key: &str) -> Option<(usize, String)> {
    let count = vocabulary.terms().iter().filter(|term| term.parent.as_deref() == Some(key)).count();
    (count > 0).then(|| (count, ui.urls.to(&path_of_level(&vocabulary.key, Some(key)))))
}

/// From the top to `under`; a vocabulary is no deeper than its terms are many.
fn above(ui: &Ui, vocabulary: &Vocabulary, under: Option<&String>) -> Vec<(String, String)> {
    let find = |key: &str| vocabulary.terms().iter().find(|term| term.key == key);
    let mut path = Vec::new();
    let mut at = under.and_then(|key| find(key));
    while let Some(term) = at.filter(|_| path.len() < vocabulary.terms().len()) {
        let href = ui.urls.to(&path_of_level(&vocabulary.key, Some(&term.key)));
        path.push((ui.terms.name_of(&vocabulary.key, term), href));
        at = term.parent.as_deref().and_then(find);
    }
    path.reverse();
    path
}

fn line(
    ui: &Ui,
    vocabulary: &Vocabulary,
    term: &Term,
    codes: &[String],
    courses: &HashMap<String, i64>,
) -> Line {
    let siblings: Vec<&Term> = siblings(vocabulary, term);
    let is_at = |other: Option<&&Term>| other.is_some_and(|other| other.key == term.key);
    let told = vocabulary.classic(&term.key);
    let merged = term.merged_into.as_deref().map(|into| ui.terms.name(vocabulary, into));
    Line {
        name: ui.terms.name_of(&vocabulary.key, term),
        href: ui.urls.to(&path_of_term(vocabulary.key.as_str(), &term.key)),
        depth: vocabulary.depth(&term.key).min(7),
        below: None,
        missing: match merged {
            Some(_) => Vec::new(),
            None => missing(&vocabulary.key, term, codes).iter().map(|code| ui.language_name(code)).collect(),
        },
        told: (told != term.key && merged.is_none()).then(|| told.to_owned()),
        courses: courses.get(&term.key).copied().unwrap_or(0),
        retired: term.retired,
        added: term.classic_name.is_none(),
        moves: (!is_at(siblings.first()), !is_at(siblings.last())),
        key: term.key.clone(),
        merged,
    }
}

/// Terms that stand beside one, itself included, in order; merged ones stand nowhere.
pub(super) fn siblings<'a>(vocabulary: &'a Vocabulary, term: &Term) -> Vec<&'a Term> {
    let beside = |other: &&Term| other.parent == term.parent && other.merged_into.is_none();
    vocabulary.terms().iter().filter(beside).collect()
}

fn add_fields(
    ui: &Ui,
    vocabulary: &Vocabulary,
    form: Option<&Form>,
    under: &str,
    wrong: &FormErrors,
) -> Vec<Field> {
    let lang = ui.lang;
    let typed = |name: &str| form.map_or("", |form| form.get(name)).to_owned();
    let mut fields: Vec<Field> = LANGUAGES
        .map(|code| {
            let label = ui.with("words-name-in", "language", ui.language_name(code));
            let name = format!("name-{code}");
            Field::line(lang, name.clone(), "words-names").labelled(label).value(typed(&name))
        })
        .to_vec();
    let key = Field::line(lang, "key", "words-key").help("words-key-help").left_to_right();
    fields.push(key.value(typed("key")));
    if !vocabulary.terms().is_empty() && vocabulary.key != VocabularyKey::Licence {
        let below: Vec<Choice> = choices(ui, vocabulary, &ui.t("words-below-none"), None);
        let below = Field::new(lang, Kind::Select(below), "parent", "words-below");
        fields.push(below.value(if form.is_some() { typed("parent") } else { under.to_owned() }));
    }
    if !matches!(vocabulary.key, VocabularyKey::Own(_)) {
        fields.push(classic_field(ui, vocabulary, None).value(typed("classic")));
    }
    fields.into_iter().map(|field| field.checked(wrong)).collect()
}

/// Answers `GET /admin/vocabularies/{name}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let words: String = asked(query.as_deref(), "q").chars().take(WORDS_CHARS).collect();
    let under = asked(query.as_deref(), "under");
    answer(&app, &visitor, &name, (&words, &under), None, FormErrors::default())
}

/// The page, again if something was wrong.
pub(super) fn answer(
    app: &App,
    visitor: &Visitor,
    name: &str,
    (words, under): (&str, &str),
    form: Option<&Form>,
    wrong: FormErrors,
) -> Response {
    let Ok(key) = VocabularyKey::parse(name) else { return no_such(visitor) };
    let courses = match vocabulary::used::courses(app, &key) {
        Ok(courses) => courses,
        Err(error) => return visitor.failure(&error),
    };
    let is_refused = !wrong.is_empty();
    let hub_language = hub_language(app);
    let asked = Asked { hub_language: &hub_language, courses, words, under, form, wrong };
    match VocabularyPage::new(visitor.ui.clone(), &key, asked) {
        None => no_such(visitor),
        Some(page) if is_refused => visitor.form_again(&page),
        Some(page) => visitor.own_page(&page),
    }
}
