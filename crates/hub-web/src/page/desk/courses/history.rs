//! The texts a version has had, and what each changed.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::history::{FieldChange, PastText, Standing, history};
use hub_app::{App, AppError};
use hub_core::VersionId;

use super::acts::id_of;
use super::path_of;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/desk/courses/history.html")]
pub struct HistoryPage {
    /// What every page has.
    pub ui: Ui,
    /// Which version.
    pub id: VersionId,
    /// Newest first.
    pub texts: Vec<PastText>,
}

impl HistoryPage {
    fn back(&self) -> String {
        self.ui.urls.to(&path_of(self.id))
    }

    fn title(&self) -> &str {
        self.texts.first().map_or("", |past| &past.text.title)
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn standing_key(&self, past: &PastText) -> &'static str {
        match past.standing {
            Standing::Accepted => "courses-desk-text-accepted",
            Standing::Waiting => "courses-desk-text-waiting",
            Standing::Earlier => "courses-desk-text-earlier",
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn field_key(&self, change: &FieldChange) -> String {
        format!("courses-desk-field-{}", change.field.replace('_', "-"))
    }
}

/// Answers `GET /admin/courses/{id}/history`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(named): Path<String>) -> Response {
    match page(&app, &visitor, &named).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, named: &str) -> Result<HistoryPage, AppError> {
    let id = id_of(named)?;
    let texts = history(app, id).await?;
    let mut ui = visitor.ui.clone();
    ui.here = format!("{}/history", path_of(id));
    Ok(HistoryPage { ui, id, texts })
}

#[cfg(any(test, debug_assertions))]
impl HistoryPage {
    /// Two texts.
    pub fn sample(ui: Ui) -> Self {
        use hub_core::TextId;
        use hub_core::course::CourseText;
        let text = |title: &str| CourseText { title: title.to_owned(), ..CourseText::default() };
        let past = |id, standing, title: &str, changes| PastText {
            id: TextId(id),
            at: ui.now - jiff::SignedDuration::from_hours(10 * (4 - id)),
            standing,
            text: text(title),
            changes,
        };
        let change = FieldChange { field: "title", before: "Plants".to_owned(), after: "Botany".to_owned() };
        let texts = vec![
            past(2, Standing::Accepted, "Botany", vec![change]),
            past(1, Standing::Earlier, "Plants", vec![]),
        ];
        Self { texts, id: VersionId(17), ui }
    }
}
