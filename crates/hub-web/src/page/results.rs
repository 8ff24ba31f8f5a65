//! Results of a search.

use askama::Template;
use hub_core::query::Sort;

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
    #[expect(
        clippy::unused_self,
        clippy::trivially_copy_pass_by_ref,
        reason = "templates call methods with references"
    )]
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
