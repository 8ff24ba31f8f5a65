//! About this hub: who runs it, how to take a course, how to connect a Moodle.

use askama::Template;
use hub_core::policy::Registration;

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
    /// Whether the classic form's password field must be filled in.
    pub password_needed: bool,
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
        Registration::Approval => "about-registration-approval",
        Registration::Closed => "about-registration-closed",
    }
}
