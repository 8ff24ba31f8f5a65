//! About this hub: who runs it, how to take a course, how to connect a Moodle.

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use hub_app::outside::markdown::markdown;
use hub_app::{App, AppError};
use hub_core::policy::Registration;

use super::visitor::Visitor;
use crate::view::html::CleanHtml;
use crate::view::ui::Ui;

/// The about page.
#[derive(Template)]
#[template(path = "page/about.html")]
pub struct AboutPage {
    /// What every page has.
    pub ui: Ui,
    /// The hub's description.
    pub description: CleanHtml,
    /// Public courses.
    pub courses: i64,
    /// Registered sites.
    pub sites: i64,
    /// Languages of public courses.
    pub languages: i64,
    /// Key of the sentence on who may register.
    pub registration_key: &'static str,
    /// Whom to ask.
    pub contact_name: String,
    /// Version of this software.
    pub version: &'static str,
}

/// The sentence on who may register.
pub fn registration_key(registration: Registration) -> &'static str {
    match registration {
        Registration::Open => "about-registration-open",
        Registration::Password => "about-registration-password",
        Registration::Invitation => "about-registration-invitation",
        Registration::Approval => "about-registration-approval",
        Registration::Closed => "about-registration-closed",
    }
}

/// Answers `/about`.
pub async fn show(State(app): State<App>, visitor: Visitor) -> Response {
    match page(&app, &visitor).await {
        Ok(page) => visitor.page(&page),
        Err(error) => visitor.failure(&error),
    }
}

async fn page(app: &App, visitor: &Visitor) -> Result<AboutPage, AppError> {
    let front = hub_app::hub::front(app, visitor.viewer).await?;
    let policy = app.policy();
    Ok(AboutPage {
        ui: visitor.ui.clone(),
        description: markdown(&policy.description).into(),
        courses: i64::try_from(front.courses).unwrap_or(i64::MAX),
        sites: front.sites,
        languages: i64::try_from(front.facets.languages.len()).unwrap_or(i64::MAX),
        registration_key: registration_key(policy.registration),
        contact_name: policy.contact_name.clone(),
        version: env!("CARGO_PKG_VERSION"),
    })
}
