//! The pages that staff writes: imprint, terms, privacy, and the agreement of publishers with its older editions.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::outside::markdown::markdown;
use hub_app::pages::{self, Edition};
use hub_app::{App, AppError, Missing};
use hub_core::page::Page;
use jiff::Timestamp;

use crate::page::visitor::Visitor;
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/legal.html")]
pub struct LegalPage {
    /// What every page has.
    pub ui: Ui,
    /// Which.
    pub page: Page,
    /// Its text.
    pub text: CleanHtml,
    /// The language the text is in.
    pub language: String,
    /// Number of the edition shown.
    pub number: i64,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// All editions of the agreement, the newest first; of other pages none.
    pub editions: Vec<(i64, Timestamp)>,
}

impl LegalPage {
    fn is_shown(&self, number: i64) -> bool {
        self.number == number
    }

    fn is_newest(&self) -> bool {
        self.editions.first().is_none_or(|(number, _)| *number == self.number)
    }
}

/// Answers `/imprint`.
pub async fn imprint(State(app): State<App>, visitor: Visitor) -> Response {
    show(&app, &visitor, Page::Imprint).await
}

/// Answers `/terms`.
pub async fn terms(State(app): State<App>, visitor: Visitor) -> Response {
    show(&app, &visitor, Page::Terms).await
}

/// Answers `/privacy`.
pub async fn privacy(State(app): State<App>, visitor: Visitor) -> Response {
    show(&app, &visitor, Page::Privacy).await
}

/// Answers `/agreement`.
pub async fn agreement(State(app): State<App>, visitor: Visitor) -> Response {
    show(&app, &visitor, Page::Agreement).await
}

/// Answers `/agreement/{edition}`.
pub async fn old_agreement(State(app): State<App>, visitor: Visitor, Path(number): Path<String>) -> Response {
    let Ok(number) = number.parse() else { return visitor.failure(&AppError::NotFound(Missing::Page)) };
    let found = pages::edition(&app, Page::Agreement, number).await;
    send(&app, &visitor, Page::Agreement, found).await
}

async fn show(app: &App, visitor: &Visitor, page: Page) -> Response {
    let edition = app.pages().get(page);
    send(app, visitor, page, Ok(edition)).await
}

async fn send(app: &App, visitor: &Visitor, page: Page, edition: Result<Edition, AppError>) -> Response {
    let filled = async {
        let edition = edition?;
        let editions = match page {
            Page::Agreement => pages::editions(app, page).await?,
            Page::Imprint | Page::Terms | Page::Privacy => Vec::new(),
        };
        fill(&visitor.ui, page, &edition, editions, &app.policy().language)
            .ok_or(AppError::NotFound(Missing::Page))
    };
    match filled.await {
        Ok(page) => visitor.page(&page),
        Err(error) => visitor.failure(&error),
    }
}

fn fill(
    ui: &Ui,
    page: Page,
    edition: &Edition,
    editions: Vec<(i64, Timestamp)>,
    hub_language: &str,
) -> Option<LegalPage> {
    let (language, text) = edition.text_for(&[ui.lang.code(), hub_language])?;
    Some(LegalPage {
        ui: ui.clone(),
        page,
        text: markdown(text).into(),
        language: language.to_owned(),
        number: edition.number,
        written_at: edition.written_at,
        editions,
    })
}

#[cfg(any(test, debug_assertions))]
impl LegalPage {
    /// A page, in its second edition.
    pub fn sample(ui: &Ui, page: Page) -> Self {
        let text = "# Who\n\nThe *Lakeside* schools, Lake Road 1.\n\n- Mail: hub@lakeside.example".to_owned();
        let texts = [("en".to_owned(), text)].into();
        let edition = Edition { number: 1, written_at: Some(ui.now), texts };
        let editions = if page == Page::Agreement { vec![(2, ui.now), (1, ui.now)] } else { Vec::new() };
        fill(ui, page, &edition, editions, "en").unwrap_or_else(|| unreachable!("it has a text"))
    }
}
