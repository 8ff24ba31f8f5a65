//! Results of a search.

mod facets;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use hub_app::search::find;
use hub_app::site::directory::names;
use hub_app::{App, AppError};
use hub_core::SiteId;
use hub_core::query::Sort;

use super::fill;
use super::visitor::Visitor;
use crate::view::course::CourseCard;
use crate::view::parts::{Chip, FacetGroup, Pager, PagerStep};
use crate::view::search::Search;
use crate::view::ui::Ui;

/// The results page.
#[derive(Template)]
#[template(path = "page/results.html")]
pub struct ResultsPage {
    /// What every page has.
    pub ui: Ui,
    /// What was asked.
    pub search: Search,
    /// Courses found, on all pages.
    pub total: i64,
    /// Courses on this page.
    pub cards: Vec<CourseCard>,
    /// Filters with counts.
    pub facets: Vec<FacetGroup>,
    /// Chosen values.
    pub chips: Vec<Chip>,
    /// Other pages.
    pub pager: Pager,
    /// Orders to choose from.
    pub sorts: Vec<Sort>,
}

impl ResultsPage {
    fn sort_key(&self, sort: &Sort) -> &'static str {
        match sort {
            Sort::Relevance => "sort-relevance",
            Sort::Newest => "sort-newest",
            Sort::Updated => "sort-updated",
            Sort::Oldest => "sort-oldest",
            Sort::Name => "sort-name",
            Sort::NameBackwards => "sort-name-backwards",
            Sort::Publisher => "sort-publisher",
            Sort::Featured => "sort-featured",
        }
    }
}

/// Orders offered for a search: those for people, and the one it has if that came by an address.
pub fn offered_sorts(search: &Search) -> Vec<Sort> {
    let mut sorts = Sort::CHOICES.to_vec();
    if !sorts.contains(&search.sort) {
        sorts.push(search.sort);
    }
    sorts
}

/// Answers `/search`.
pub async fn show(State(app): State<App>, mut visitor: Visitor, RawQuery(query): RawQuery) -> Response {
    let search =
        Search::parse(query.as_deref().unwrap_or_default()).in_force(visitor.ui.terms.vocabularies());
    // One address for one search, whatever was typed.
    visitor.ui.here = search.path();
    match page(&app, &visitor, search).await {
        Ok(page) => visitor.page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, search: Search) -> Result<ResultsPage, AppError> {
    let results = find(app, visitor.viewer, &search.to_course_query()).await?;
    let mut ids = fill::site_ids(&results.courses);
    let counts = results.facets.unwrap_or_default();
    ids.extend(counts.sites.iter().filter_map(|(id, _)| id.parse::<SiteId>().ok()));
    ids.sort_unstable();
    ids.dedup();
    let sites = names(app, &ids).await?;
    let ui = visitor.ui.clone();
    let facets = facets::groups(&ui.terms, ui.lang, &search, &counts, &sites);
    Ok(ResultsPage {
        total: i64::try_from(results.total).unwrap_or(i64::MAX),
        cards: fill::cards(results.courses, &sites, &search.words),
        chips: facets::chips(&ui, &search, &sites),
        facets,
        pager: Pager::of_search(&ui.urls, &search, results.total),
        sorts: offered_sorts(&search),
        search,
        ui,
    })
}
