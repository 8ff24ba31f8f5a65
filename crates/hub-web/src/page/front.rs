//! The front page: one box, an honest answer to "what is here", and a few ways in.

mod kept;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::site::directory::names;
use hub_app::{App, AppError};

use super::fill;
use super::visitor::Visitor;
use crate::urls::encoded;
use crate::view::course::CourseCard;
use crate::view::ui::Ui;
use kept::Kept;

/// A subject with the number of courses in it.
#[derive(Clone, Debug)]
pub struct SubjectCount {
    /// Code of a top field.
    pub code: String,
    /// Courses in it and below.
    pub count: i64,
}

/// The front page.
#[derive(Template)]
#[template(path = "page/front.html")]
pub struct FrontPage {
    /// What every page has.
    pub ui: Ui,
    /// Public courses.
    pub courses: i64,
    /// Registered sites.
    pub sites: i64,
    /// Languages of public courses.
    pub languages: i64,
    /// Newest first.
    pub newest: Vec<CourseCard>,
    /// Chosen by staff.
    pub featured: Vec<CourseCard>,
    /// Most downloaded.
    pub most_taken: Vec<CourseCard>,
    /// Top fields that have courses.
    pub subjects: Vec<SubjectCount>,
}

struct Row<'a> {
    title_key: &'static str,
    all: String,
    all_key: &'static str,
    cards: &'a [CourseCard],
}

impl FrontPage {
    fn rows(&self) -> Vec<Row<'_>> {
        let search = |query| self.ui.urls.search(&crate::view::search::Search::parse(query));
        let rows = [
            Row {
                title_key: "front-featured",
                all: search("sort=featured"),
                all_key: "front-featured-all",
                cards: &self.featured,
            },
            Row {
                title_key: "front-new",
                all: search("sort=newest"),
                all_key: "front-new-all",
                cards: &self.newest,
            },
            Row {
                title_key: "front-most",
                all: String::new(),
                all_key: "front-new-all",
                cards: &self.most_taken,
            },
        ];
        rows.into_iter().filter(|row| !row.cards.is_empty()).collect()
    }
}

/// Answers `/`: the front page, and the classic addresses that people and clients kept (protocol notes, section 11).
pub async fn show(State(app): State<App>, visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let query = query.as_deref().unwrap_or_default();
    match Kept::read(query) {
        Some(kept) if visitor.signed_in().is_none() && kept::wants_sign_in(query) => {
            visitor.to(&format!("/sign-in?back={}", encoded(&kept.path())))
        }
        Some(kept) => kept.answer(&app, visitor).await,
        None => match page(&app, &visitor).await {
            Ok(page) => visitor.page(&page),
            Err(error) => visitor.failure(&error),
        },
    }
}

async fn page(app: &App, visitor: &Visitor) -> Result<FrontPage, AppError> {
    let front = hub_app::hub::front(app, visitor.viewer).await?;
    let mut sites = fill::site_ids(&front.newest);
    sites.extend(fill::site_ids(&front.featured));
    let sites = names(app, &sites).await?;
    let known = visitor.ui.terms.vocabularies().subject();
    let subjects = front.facets.subjects.iter();
    let mut subjects: Vec<SubjectCount> = subjects
        .filter(|(code, _)| known.term(code).is_some() && known.depth(code) == 0)
        .map(|(code, count)| SubjectCount { code: code.clone(), count: count.cast_signed() })
        .collect();
    subjects.sort_by(|a, b| visitor.ui.compare(&visitor.ui.subject(&a.code), &visitor.ui.subject(&b.code)));
    Ok(FrontPage {
        ui: visitor.ui.clone(),
        courses: i64::try_from(front.courses).unwrap_or(i64::MAX),
        sites: front.sites,
        languages: i64::try_from(front.facets.languages.len()).unwrap_or(i64::MAX),
        newest: fill::cards(front.newest, &sites, ""),
        featured: fill::cards(front.featured, &sites, ""),
        most_taken: Vec::new(),
        subjects,
    })
}
