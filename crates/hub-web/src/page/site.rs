//! A site's page: what it discloses of itself, and its courses.

use askama::Template;
use axum::extract::{Path, RawQuery, State};
use axum::response::Response;
use hub_app::search::find;
use hub_app::site::directory;
use hub_app::{App, AppError, Missing};
use hub_core::SiteId;
use hub_core::query::{CourseQuery, Sort};

use super::fill;
use super::sites::SiteRow;
use super::visitor::Visitor;
use crate::view::course::CourseCard;
use crate::view::parts::{Pager, PagerStep};
use crate::view::search::{PER_PAGE, Search};
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
    /// Its number.
    pub site_id: SiteId,
    /// Whether it can be written to.
    pub contactable: bool,
    /// Its public courses, on all pages.
    pub total: i64,
    /// Courses on this page.
    pub cards: Vec<CourseCard>,
    /// Other pages.
    pub pager: Pager,
}

/// Answers `/sites/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let number = Search::parse(query.as_deref().unwrap_or_default()).page;
    let made = match id.parse::<SiteId>() {
        Ok(id) => page(&app, &visitor, id, number).await,
        Err(_) => Err(AppError::NotFound(Missing::Site)),
    };
    match made {
        Ok(page) => visitor.page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor, id: SiteId, number: usize) -> Result<SitePage, AppError> {
    let site = directory::show(app, visitor.viewer, id).await?;
    let query = CourseQuery {
        sites: vec![id],
        sort: Sort::Newest,
        offset: (number - 1) * PER_PAGE,
        limit: PER_PAGE,
        ..CourseQuery::default()
    };
    let found = find(app, visitor.viewer, &query).await?;
    let total = i64::try_from(found.total).unwrap_or(i64::MAX);
    let path =
        |page: usize| if page > 1 { format!("/sites/{id}?page={page}") } else { format!("/sites/{id}") };
    let mut ui = visitor.ui.clone();
    ui.here = path(number);
    Ok(SitePage {
        // Its own name above every course would say nothing.
        cards: fill::cards(found.courses, &std::collections::HashMap::new(), ""),
        pager: Pager::new(number, found.total.div_ceil(PER_PAGE), |page| ui.urls.to(&path(page))),
        site: fill::site_row(&site, total),
        description: site.description,
        address: site.address,
        site_id: id,
        contactable: site.contactable,
        total,
        ui,
    })
}
