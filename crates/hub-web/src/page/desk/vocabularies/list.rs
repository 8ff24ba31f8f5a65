//! All vocabularies: the classic ones, the hub's own facets, and the way to another hub.

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse as _, Response};
use hub_app::vocabulary::{self, Exchange};
use hub_app::{App, AppError};
use hub_core::vocabulary::{FacetKey, Vocabulary, VocabularyKey};

use super::words::{FACET, hub_language, languages, missing, name_fields, names_of, vocabulary_name, wrong};
use super::{EXPORT, PATH, path_of};
use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::ui::Ui;

/// One vocabulary in the list.
#[derive(Clone, Debug)]
pub struct Row {
    key: String,
    name: String,
    href: String,
    offered: i64,
    retired: i64,
    missing: i64,
}

/// The list.
#[derive(Template)]
#[template(path = "page/desk/vocabularies.html")]
pub struct VocabulariesPage {
    /// What every page has.
    pub ui: Ui,
    classic: Vec<Row>,
    own: Vec<Row>,
    new_facet: Vec<Field>,
    file: Field,
    wrong: FormErrors,
}

impl VocabulariesPage {
    /// The vocabularies of `ui`, with what was typed.
    pub fn new(ui: Ui, hub_language: &str, form: Option<&Form>, wrong: FormErrors) -> Self {
        let all = ui.terms.vocabularies();
        let row = |vocabulary: &Vocabulary| row(&ui, hub_language, vocabulary);
        let classic = VocabularyKey::CLASSIC.iter().filter_map(|key| all.get(key)).map(row).collect();
        let own = all.own().iter().map(row).collect();
        Self {
            new_facet: new_facet(&ui, hub_language, form, &wrong),
            file: Field::new(ui.lang, Kind::File(".json,application/json"), "file", "words-file")
                .help("words-file-help")
                .checked(&wrong),
            classic,
            own,
            wrong,
            ui,
        }
    }
}

fn row(ui: &Ui, hub_language: &str, vocabulary: &Vocabulary) -> Row {
    let codes = languages(hub_language, std::iter::once(&vocabulary.names));
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let nameless = vocabulary.offered().filter(|term| !missing(&vocabulary.key, term, &codes).is_empty());
    Row {
        key: vocabulary.key.to_string(),
        name: vocabulary_name(ui, &vocabulary.key),
        href: ui.urls.to(&path_of(&vocabulary.key)),
        offered: count(vocabulary.offered().count()),
        retired: count(vocabulary.terms().len() - vocabulary.offered().count()),
        missing: count(nameless.count()),
    }
}

fn new_facet(ui: &Ui, hub_language: &str, form: Option<&Form>, wrong: &FormErrors) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.get(name));
    let key = Field::line(ui.lang, "key", "words-facet-key").help("words-facet-key-help").left_to_right();
    let names = form.map(|form| names_of(form, FACET)).unwrap_or_default();
    let mut fields = vec![key.value(typed("key")).required().checked(wrong)];
    let names = name_fields(ui, FACET, &languages(hub_language, std::iter::empty()), &names, |_| None);
    // What is missing is said once there is something to miss it in.
    fields.extend(names.into_iter().map(|field| field.helped("")));
    fields
}

/// Answers `GET /admin/vocabularies`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    let page = VocabulariesPage::new(visitor.ui.clone(), &hub_language(&app), None, FormErrors::default());
    visitor.own_page(&page)
}

/// Answers `POST /admin/vocabularies`: makes a facet, moves one, or takes over a file.
pub async fn act(State(app): State<App>, visitor: Visitor, form: Form) -> Response {
    let done = if form.has("up") || form.has("down") {
        order(&app, &visitor, &form).await
    } else if form.get("do") == "import" {
        import(&app, &visitor, &form).await
    } else {
        make(&app, &visitor, &form).await
    };
    match done.map_err(|error| wrong(visitor.ui.lang, error, &["key", "file"])) {
        Ok((path, done)) => visitor.done(&path, done),
        Err(Ok(wrong)) => {
            let page = VocabulariesPage::new(visitor.ui.clone(), &hub_language(&app), Some(&form), wrong);
            visitor.form_again(&page)
        }
        Err(Err(error)) => visitor.failure(&error),
    }
}

type Done = Result<(String, &'static str), AppError>;

async fn make(app: &App, visitor: &Visitor, form: &Form) -> Done {
    let names = names_of(form, FACET);
    let key = vocabulary::make_facet(app, visitor.actor(), form.get("key"), names).await?;
    Ok((path_of(&VocabularyKey::Own(key)), "words"))
}

async fn order(app: &App, visitor: &Visitor, form: &Form) -> Done {
    let (key, up) = if form.has("up") { (form.get("up"), true) } else { (form.get("down"), false) };
    let all = app.vocabularies();
    let at = all.own().iter().position(|facet| facet.key.as_str() == key);
    let (Some(at), Ok(key)) = (at, FacetKey::parse(key)) else {
        return Err(AppError::NotFound(hub_app::Missing::Vocabulary));
    };
    // Places count from 1.
    let place = if up { at.max(1) } else { at + 2 };
    let moved = vocabulary::order_facet(app, visitor.actor(), &key, place).await?;
    Ok((PATH.to_owned(), if moved { "words-moved" } else { "words-same" }))
}

async fn import(app: &App, visitor: &Visitor, form: &Form) -> Done {
    let refused = |why: String| {
        let mut errors = hub_app::FieldErrors::default();
        errors.add("file", why);
        AppError::Invalid(errors)
    };
    let Some(file) = form.file("file").filter(|file| !file.bytes.is_empty()) else {
        return Err(refused(visitor.ui.t("words-file-none").into_owned()));
    };
    let exchange: Exchange = serde_json::from_slice(&file.bytes).map_err(|error| {
        refused(visitor.ui.with("words-file-wrong", "why", error.to_string()).into_owned())
    })?;
    let imported = vocabulary::import(app, visitor.actor(), exchange).await?;
    let changed = imported != vocabulary::Imported::default();
    Ok((PATH.to_owned(), if changed { "words-imported" } else { "words-same" }))
}

/// Answers `GET /admin/vocabularies.json`: what this hub made of the vocabularies.
pub async fn export(State(app): State<App>, visitor: Visitor) -> Response {
    let exchange = vocabulary::export(&app.vocabularies());
    match serde_json::to_string_pretty(&exchange) {
        Ok(text) => {
            let head = [
                (header::CONTENT_TYPE, "application/json; charset=utf-8"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"vocabularies.json\""),
                (header::CACHE_CONTROL, "no-store"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (head, text + "\n").into_response()
        }
        Err(error) => visitor.failure(&AppError::internal(error)),
    }
}
