//! Staff writes imprint, terms, privacy and the agreement of publishers.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::outside::markdown::markdown;
use hub_app::pages::{Edition, write};
use hub_app::{App, AppError, Missing};
use hub_core::page::Page;

use crate::form::Form;
use crate::i18n::{LANGUAGES, Lang};
use crate::page::visitor::Visitor;
use crate::view::field::{Field, FormErrors, Kind};
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// The list of pages.
#[derive(Template)]
#[template(path = "page/desk/pages.html")]
pub struct PagesPage {
    /// What every page has.
    pub ui: Ui,
    /// Each with its newest edition.
    pub pages: Vec<(Page, Edition)>,
}

impl PagesPage {
    fn languages(edition: &Edition) -> String {
        edition.texts.keys().map(|code| Lang::own_name(code)).collect::<Vec<_>>().join(", ")
    }
}

/// One page to be written.
#[derive(Template)]
#[template(path = "page/desk/write_page.html")]
pub struct WritePage {
    /// What every page has.
    pub ui: Ui,
    /// Which.
    pub page: Page,
    /// The edition that was read.
    pub based_on: i64,
    /// A text for each language.
    pub fields: Vec<Field>,
    /// What is wrong.
    pub wrong: FormErrors,
    /// How the texts will look, by language name.
    pub previews: Vec<(String, CleanHtml)>,
}

/// Answers `GET /admin/pages`.
pub async fn list(State(app): State<App>, visitor: Visitor) -> Response {
    let all = app.pages();
    let pages = Page::ALL.into_iter().map(|page| (page, all.get(page))).collect();
    visitor.own_page(&PagesPage { ui: visitor.ui.clone(), pages })
}

/// Answers `GET /admin/pages/{page}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(page): Path<String>) -> Response {
    let Some(page) = Page::from_name(&page) else {
        return visitor.failure(&AppError::NotFound(Missing::Page));
    };
    let edition = app.pages().get(page);
    let language = &app.policy().language;
    visitor.own_page(&filled(&visitor.ui, page, edition.number, &edition.texts, language))
}

/// Answers `POST /admin/pages/{page}`: writes it, or shows how it will look.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(page): Path<String>,
    form: Form,
) -> Response {
    let Some(page) = Page::from_name(&page) else {
        return visitor.failure(&AppError::NotFound(Missing::Page));
    };
    let texts = form.fields().iter().filter_map(|(name, text)| {
        let code = name.strip_prefix("text-")?;
        let is_code = code.len() <= 10 && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_code.then(|| (code.to_owned(), text.clone()))
    });
    let texts: BTreeMap<String, String> = texts.collect();
    let based_on = form.get("edition").parse().unwrap_or_default();
    let mut again = filled(&visitor.ui, page, based_on, &texts, &app.policy().language);
    if form.has("preview") {
        let written = texts.iter().filter(|(_, text)| !text.trim().is_empty());
        again.previews = written.map(|(code, text)| (Lang::own_name(code), markdown(text).into())).collect();
        return visitor.own_page(&again);
    }
    match write(&app, visitor.actor(), page, based_on, &texts).await {
        Ok(_) => visitor.done("/admin/pages", "page"),
        Err(error) => match FormErrors::from_error(error) {
            Ok(wrong) => {
                again.wrong = match wrong.of("text") {
                    "" => wrong,
                    long => FormErrors::whole(long),
                };
                visitor.form_again(&again)
            }
            Err(error) => visitor.failure(&error),
        },
    }
}

/// A field for each language of the pages, the hub's language and those that have a text; the reader's first.
fn filled(
    ui: &Ui,
    page: Page,
    based_on: i64,
    texts: &BTreeMap<String, String>,
    hub_language: &str,
) -> WritePage {
    let mut codes: Vec<&str> = vec![hub_language];
    codes.extend(LANGUAGES);
    codes.extend(texts.keys().map(String::as_str));
    let mut fields: Vec<Field> = Vec::new();
    for code in codes {
        let name = format!("text-{code}");
        if !fields.iter().any(|field| field.name() == name) {
            let text = texts.get(code).cloned().unwrap_or_default();
            let field =
                Field::new(ui.lang, Kind::Lines(if text.is_empty() { 4 } else { 12 }), name, "page-text");
            fields.push(field.labelled(Lang::own_name(code)).value(text));
        }
    }
    let wrong = FormErrors::default();
    WritePage { ui: ui.clone(), page, based_on, fields, wrong, previews: Vec::new() }
}

#[cfg(any(test, debug_assertions))]
impl PagesPage {
    /// One page written, the others not.
    pub fn sample(ui: Ui) -> Self {
        let texts = [("en".to_owned(), "Text".to_owned()), ("de".to_owned(), "Text".to_owned())].into();
        let written = Edition { number: 2, written_at: Some(ui.now), texts };
        let of = |page| if page == Page::Imprint { written.clone() } else { Edition::default() };
        let pages = Page::ALL.into_iter().map(|page| (page, of(page))).collect();
        Self { ui, pages }
    }
}

#[cfg(any(test, debug_assertions))]
impl WritePage {
    /// The agreement, with a preview.
    pub fn sample(ui: &Ui) -> Self {
        let texts = [("en".to_owned(), "You share what is *yours*.".to_owned())].into();
        let mut page = filled(ui, Page::Agreement, 1, &texts, "en");
        page.previews = vec![("English".to_owned(), markdown("You share what is *yours*.").into())];
        page
    }
}
