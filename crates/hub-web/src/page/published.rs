//! A course as its publisher sees it, by the link of a mail: the signature in it is the permission.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use hub_app::course::own::{self, OwnCourse};
use hub_app::{App, AppError};
use hub_core::course::Kind;
use hub_core::listing::Listing;

use crate::form::Form;
use crate::page::visitor::Visitor;
use crate::view::ui::Ui;

/// The page.
#[derive(Template)]
#[template(path = "page/published.html")]
pub struct PublishedPage {
    /// What every page has.
    pub ui: Ui,
    /// The course.
    pub own: OwnCourse,
}

impl PublishedPage {
    fn state(&self) -> &'static str {
        self.own.version.listing.name()
    }

    /// Why it is out of sight; empty if staff said nothing.
    fn reason(&self) -> &str {
        self.own.version.listing.reason().unwrap_or_default()
    }

    fn is_listed(&self) -> bool {
        self.own.version.listing == Listing::Listed
    }

    fn is_share(&self) -> bool {
        self.own.version.kind == Kind::Share
    }

    fn action(&self) -> String {
        self.ui.urls.to(&self.ui.here)
    }
}

async fn page(app: &App, visitor: &Visitor, token: &str) -> Result<PublishedPage, AppError> {
    let own = own::by_link(app, token).await?;
    let ui = Ui { here: format!("/published/{}", crate::urls::encoded(token)), ..visitor.ui.clone() };
    Ok(PublishedPage { ui, own })
}

/// Answers `GET /published/{token}`.
pub async fn show(State(app): State<App>, visitor: Visitor, Path(token): Path<String>) -> Response {
    match page(&app, &visitor, &token).await {
        Ok(page) => visitor.own_page(&page),
        Err(error) => visitor.failure(&error),
    }
}

/// Answers `POST /published/{token}`: takes the course back, or leads to the appeal, as `do` says.
pub async fn act(
    State(app): State<App>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Form,
) -> Response {
    let here = format!("/published/{}", crate::urls::encoded(&token));
    let done = match form.get("do") {
        "withdraw" => own::withdraw(&app, &token).await.map(|()| visitor.done(&here, "published-withdrawn")),
        "appeal" => own::appeal(&app, &token).await.map(|link| visitor.to(&format!("/appeals/{link}"))),
        _ => own::by_link(&app, &token).await.map(|_| visitor.to(&here)),
    };
    done.unwrap_or_else(|error| visitor.failure(&error))
}
