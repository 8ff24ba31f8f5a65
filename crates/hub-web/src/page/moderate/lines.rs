//! The lists staff keeps: canned reasons and the checklist, in order, each in the languages of the pages.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::moderation::{self, LineDraft, StaffLine};
use hub_app::{App, AppError, Missing};
use hub_core::LineId;
use hub_core::moderation::LineList;

use crate::form::Form;
use crate::i18n::Lang;
use crate::page::visitor::Visitor;
use crate::view::field::FormErrors;
use crate::view::ui::Ui;

/// Empty lines at the end of a list, to be filled in.
const EMPTY: usize = 2;

/// A line in the form.
#[derive(Clone, Debug)]
pub struct LineRow {
    /// Its id; empty for a new one.
    pub id: String,
    /// Language, its own name, and the text.
    pub texts: Vec<(&'static str, String, String)>,
}

impl LineRow {
    fn of(line: Option<&StaffLine>) -> Self {
        let text = |code: &str| line.and_then(|line| line.texts.get(code)).cloned().unwrap_or_default();
        Self {
            id: line.map(|line| line.id.to_string()).unwrap_or_default(),
            texts: Lang::all()
                .map(|lang| (lang.code(), Lang::own_name(lang.code()), text(lang.code())))
                .collect(),
        }
    }
}

/// The page.
#[derive(Template)]
#[template(path = "page/moderate/lines.html")]
pub struct LinesPage {
    /// What every page has.
    pub ui: Ui,
    /// Both lists.
    pub lists: Vec<(LineList, Vec<LineRow>)>,
    /// What was wrong.
    pub wrong: FormErrors,
}

impl LinesPage {
    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn key(&self, list: &LineList) -> &'static str {
        match list {
            LineList::Reasons => "lists-reasons",
            LineList::Checklist => "lists-checklist",
        }
    }

    #[expect(clippy::unused_self, reason = "templates call methods")]
    fn help(&self, list: &LineList) -> &'static str {
        match list {
            LineList::Reasons => "lists-reasons-help",
            LineList::Checklist => "lists-checklist-help",
        }
    }

    pub(crate) fn rows(lines: &[StaffLine]) -> Vec<LineRow> {
        lines.iter().map(Some).chain([None; EMPTY]).map(LineRow::of).collect()
    }
}

async fn page(app: &App, visitor: &Visitor, wrong: FormErrors) -> Result<LinesPage, AppError> {
    let mut lists = Vec::new();
    for list in LineList::ALL {
        lists.push((*list, LinesPage::rows(&moderation::lines(app, *list).await?)));
    }
    let mut ui = visitor.ui.clone();
    "/moderate/lists".clone_into(&mut ui.here);
    Ok(LinesPage { ui, lists, wrong })
}

/// Answers `GET /moderate/lists`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match page(&app, &visitor, FormErrors::default()).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// The lines of a form: fields `id`, `place` and one a language, each as often as there are lines. A line without any
/// text is left out.
fn drafts(form: &Form) -> Vec<LineDraft> {
    let codes: Vec<&str> = Lang::all().map(Lang::code).collect();
    let ids: Vec<&str> = form.all("id").collect();
    let places: Vec<i64> = form.all("place").map(|place| place.trim().parse().unwrap_or(i64::MAX)).collect();
    let mut texts = vec![BTreeMap::new(); ids.len()];
    for code in codes {
        for (row, text) in texts.iter_mut().zip(form.all(code)) {
            row.insert(code.to_owned(), text.trim().to_owned());
        }
    }
    let mut rows: Vec<(i64, LineDraft)> = ids
        .iter()
        .zip(texts)
        .enumerate()
        .map(|(index, (id, texts))| {
            let place = places.get(index).copied().unwrap_or(i64::MAX);
            (place, LineDraft { id: id.parse().ok().map(LineId), texts })
        })
        .filter(|(_, draft)| draft.texts.values().any(|text| !text.is_empty()))
        .collect();
    rows.sort_by_key(|(place, _)| *place);
    rows.into_iter().map(|(_, draft)| draft).collect()
}

/// Answers `POST /moderate/lists/{list}`.
pub async fn save(
    State(app): State<App>,
    visitor: Visitor,
    Path(list): Path<String>,
    form: Form,
) -> Response {
    let Some(list) = LineList::from_name(&list) else {
        return visitor.failure(&AppError::NotFound(Missing::Line));
    };
    let wrong = match moderation::save_lines(&app, visitor.actor(), list, &drafts(&form)).await {
        Ok(_) => return visitor.done("/moderate/lists", "saved-list"),
        Err(error) => match FormErrors::from_error(error) {
            Ok(wrong) => wrong,
            Err(error) => return visitor.failure(&error),
        },
    };
    match page(&app, &visitor, wrong).await {
        Ok(page) => visitor.form_again(&page),
        Err(error) => visitor.failure(&error),
    }
}
