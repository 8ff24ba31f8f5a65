//! A site's page: what it discloses of itself, and its courses.

use askama::Template;

use super::sites::SiteRow;
use crate::view::course::CourseCard;
use crate::view::parts::{Pager, PagerStep};
use crate::view::ui::Ui;

/// The page of a site.
#[derive(Template)]
#[template(path = "page/site.html")]
pub struct SitePage {
    /// What every page has.
    pub ui: Ui,
    /// The site as the list has it.
    pub site: SiteRow,
    /// What it says of itself; plain text.
    pub description: String,
    /// Where it is, if it wants to be linked.
    pub address: Option<String>,
    /// Its public courses, on all pages.
    pub total: i64,
    /// Courses on this page.
    pub cards: Vec<CourseCard>,
    /// Other pages.
    pub pager: Pager,
}
