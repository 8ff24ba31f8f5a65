//! One value of a vocabulary with everything that can be done to it.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::vocabulary::{self, Place};
use hub_app::{App, AppError};
use hub_core::vocabulary::{LicenceFacts, Term, Vocabulary, VocabularyKey};

use super::words::{
    NAME, asked, choices, classic_field, hub_language, known_name, languages, name_fields, names_of, no_such,
    said, vocabulary_name, wrong,
};
use super::{PATH, path_of, path_of_term};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// What would move if this value were merged into another.
#[derive(Clone, Debug)]
pub struct Preview {
    into: String,
    name: String,
    courses: i64,
    below: i64,
}

/// The page.
#[derive(Template)]
#[template(path = "page/desk/term.html")]
pub struct TermPage {
    /// What every page has.
    pub ui: Ui,
    vocabulary: VocabularyKey,
    vocabulary_name: String,
    key: String,
    name: String,
    retired: bool,
    merged: Option<String>,
    names: Vec<Field>,
    place: Option<Field>,
    classic: Option<Field>,
    licence: Vec<Field>,
    merge: Option<Field>,
    preview: Option<Preview>,
    wrong: FormErrors,
}

impl TermPage {
    /// `None` if there is no such value.
    pub(super) fn new(
        ui: Ui,
        hub_language: &str,
        key: &VocabularyKey,
        term: &str,
        wrong: FormErrors,
    ) -> Option<Self> {
        let vocabulary = ui.terms.vocabularies().get(key)?;
        let term = vocabulary.term(term)?;
        let codes = languages(hub_language, [&vocabulary.names, &term.names].into_iter());
        let names = name_fields(&ui, NAME, &codes, &term.names, |code| known_name(key, term, code));
        let is_merged = term.merged_into.is_some();
        let others = vocabulary.terms().iter().filter(|other| other.merged_into.is_none()).count();
        Some(Self {
            vocabulary_name: vocabulary_name(&ui, key),
            name: ui.terms.name_of(key, term),
            retired: term.retired,
            merged: term.merged_into.as_deref().map(|into| ui.terms.name(vocabulary, into)),
            names,
            place: (!is_merged && *key != VocabularyKey::Licence && others > 1)
                .then(|| place_field(&ui, vocabulary, term, &wrong)),
            classic: (!is_merged && !matches!(key, VocabularyKey::Own(_)))
                .then(|| classic_field(&ui, vocabulary, Some(term)).checked(&wrong)),
            licence: match &term.licence {
                Some(facts) if !is_merged => licence_fields(&ui, facts, &wrong),
                _ => Vec::new(),
            },
            merge: (!is_merged && others > 1).then(|| {
                let values = choices(&ui, vocabulary, &ui.t("words-choose"), Some(&term.key));
                Field::new(ui.lang, Kind::Select(values), "into", "words-merge-into")
                    .required()
                    .checked(&wrong)
            }),
            preview: None,
            vocabulary: key.clone(),
            key: term.key.clone(),
            wrong,
            ui,
        })
    }

    fn path(&self) -> String {
        self.ui.urls.to(&path_of_term(self.vocabulary.as_str(), &self.key))
    }

    fn moved(&self, preview: &Preview) -> String {
        let values = [
            ("count", preview.courses.into()),
            ("from", self.name.clone().into()),
            ("into", preview.name.clone().into()),
        ];
        self.ui.filled("words-merge-courses", &values).into_owned()
    }

    fn up(&self) -> String {
        format!("{}#term-{}", self.ui.urls.to(&path_of(&self.vocabulary)), self.key)
    }

    pub(super) fn with_preview(mut self, into: &str, courses: i64) -> Self {
        let all = self.ui.terms.vocabularies();
        let found = all.get(&self.vocabulary).and_then(|words| Some((words, words.term(into)?)));
        if let Some((words, term)) = found {
            let below = words.below(&self.key).count();
            self.preview = Some(Preview {
                into: term.key.clone(),
                name: self.ui.terms.name_of(&self.vocabulary, term),
                courses,
                below: i64::try_from(below).unwrap_or(i64::MAX),
            });
            self.merge = self.merge.map(|field| field.value(into));
        }
        self
    }
}

fn place_field(ui: &Ui, vocabulary: &Vocabulary, term: &Term, wrong: &FormErrors) -> Field {
    let mut values = choices(ui, vocabulary, &ui.t("words-below-none"), Some(&term.key));
    values.retain(|choice| choice.value.is_empty() || !vocabulary.is_within(&choice.value, &term.key));
    let parent = term.parent.clone().unwrap_or_default();
    Field::new(ui.lang, Kind::Select(values), "parent", "words-below").value(parent).checked(wrong)
}

fn licence_fields(ui: &Ui, facts: &LicenceFacts, wrong: &FormErrors) -> Vec<Field> {
    let lang = ui.lang;
    let fields = [
        Field::tick(lang, "reuse", "words-licence-reuse", facts.reuse),
        Field::tick(lang, "commercial", "words-licence-commercial", facts.commercial),
        Field::tick(lang, "derivatives", "words-licence-derivatives", facts.derivatives),
        Field::line(lang, "spdx", "words-licence-spdx").value(&facts.spdx).left_to_right(),
        Field::new(lang, Kind::Line("url"), "url", "words-licence-url").value(&facts.url).left_to_right(),
    ];
    fields.into_iter().map(|field| field.checked(wrong)).collect()
}

/// Answers `GET /admin/vocabularies/{name}/{term}`; with `into`, what a merge into that one would move.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path((name, term)): Path<(String, String)>,
    RawQuery(query): RawQuery,
) -> Response {
    let Ok(key) = VocabularyKey::parse(&name) else { return no_such(&visitor) };
    let page = TermPage::new(visitor.ui.clone(), &hub_language(&app), &key, &term, FormErrors::default());
    let Some(page) = page else { return no_such(&visitor) };
    let into = asked(query.as_deref(), "into");
    if into.is_empty() {
        return visitor.own_page(&page);
    }
    match vocabulary::used::courses_with(&app, &key, &term) {
        Ok(courses) => visitor.own_page(&page.with_preview(&into, courses)),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /admin/vocabularies/{name}/{term}`.
pub async fn act_on_term(
    State(app): State<App>,
    visitor: Visitor,
    Path((name, term)): Path<(String, String)>,
    form: Form,
) -> Response {
    let Ok(key) = VocabularyKey::parse(&name) else { return no_such(&visitor) };
    let all = app.vocabularies();
    // Exactly this one: a name that stands for another is no address.
    if all.get(&key).and_then(|words| words.term(&term)).is_none() {
        return no_such(&visitor);
    }
    let fields = ["classic", "url", "parent", "into"];
    match act(&app, &visitor, &key, &term, &form)
        .await
        .map_err(|error| wrong(visitor.ui.lang, error, &fields))
    {
        Ok(done) => visitor.done(&path_of_term(key.as_str(), &term), done),
        Err(Ok(wrong)) => match TermPage::new(visitor.ui.clone(), &hub_language(&app), &key, &term, wrong) {
            Some(page) => visitor.form_again(&page),
            None => no_such(&visitor),
        },
        Err(Err(error)) => visitor.failure(&error),
    }
}

async fn act(
    app: &App,
    visitor: &Visitor,
    key: &VocabularyKey,
    term: &str,
    form: &Form,
) -> Result<&'static str, AppError> {
    let who = visitor.actor();
    match form.get("do") {
        "names" => vocabulary::rename_all(app, who, key, term, &names_of(form, NAME)).await.map(said),
        "place" => {
            let to = match form.get("parent") {
                "" => Place::Top,
                parent => Place::Below(parent.to_owned()),
            };
            vocabulary::place(app, who, key, term, &to).await.map(said)
        }
        "map" => vocabulary::map(app, who, key, term, Some(form.get("classic"))).await.map(said),
        "licence" => {
            let facts = LicenceFacts {
                spdx: form.get("spdx").to_owned(),
                url: form.get("url").to_owned(),
                reuse: form.has("reuse"),
                commercial: form.has("commercial"),
                derivatives: form.has("derivatives"),
            };
            vocabulary::describe_licence(app, who, term, facts).await.map(said)
        }
        "retire" => vocabulary::retire(app, who, key, term).await.map(said),
        "back" => vocabulary::bring_back(app, who, key, term).await.map(said),
        "merge" => {
            let merged = vocabulary::merge(app, who, key, term, form.get("into")).await?;
            Ok(if merged { "words-merged" } else { "words-same" })
        }
        _ => Ok("words-same"),
    }
}
