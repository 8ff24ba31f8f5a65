//! The way back: whether a registered site has called since its browser was sent home, and if not, what stood in the
//! way.

use std::borrow::Cow;

use askama::Template;
use jiff::Timestamp;

use crate::view::ui::Ui;

/// How far it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReturnState {
    /// The site has called: registered on both sides.
    Registered,
    /// Staff has accepted it; the browser was not sent home yet.
    Accepted,
    /// Registered here; the call is awaited.
    Awaited,
    /// Registered here, and no call came in time.
    NotSeen,
}

/// The page of the way back.
#[derive(Template)]
#[template(path = "page/registration/return.html")]
pub struct ReturnPage {
    /// What every page has.
    pub ui: Ui,
    /// How far it came.
    pub state: ReturnState,
    /// The site's name.
    pub site_name: String,
    /// The site's address.
    pub site_address: String,
    /// Path of the site's address: empty or `/moodle`.
    pub site_path: String,
    /// Path of the hub's address.
    pub hub_path: String,
    /// When the browser was sent home.
    pub handshake_at: Option<Timestamp>,
    /// When the site last called.
    pub seen_at: Option<Timestamp>,
    /// Sends the browser home, by POST.
    pub retry: String,
}

/// Rules of the OWASP Core Rule Set that refuse addresses in parameters ("remote file inclusion", file
/// REQUEST-931): 931100 to 931130.
const RULES: &str = "931100-931130";

impl ReturnPage {
    fn title_key(&self) -> &'static str {
        match self.state {
            ReturnState::Registered => "return-done-title",
            ReturnState::Accepted => "return-accepted-title",
            ReturnState::Awaited => "return-awaited-title",
            ReturnState::NotSeen => "return-lost-title",
        }
    }

    fn lead(&self) -> Cow<'static, str> {
        match self.state {
            ReturnState::Registered => self.ui.t("return-done-lead"),
            ReturnState::Accepted => self.ui.t("return-accepted-lead"),
            ReturnState::Awaited => self.ui.t("return-awaited-lead"),
            ReturnState::NotSeen => {
                self.ui.with("return-lost-lead", "minutes", hub_core::site::RETURN_MINUTES)
            }
        }
    }

    fn icon(&self) -> &'static str {
        match self.state {
            ReturnState::Registered | ReturnState::Accepted => "ok",
            ReturnState::Awaited => "time",
            ReturnState::NotSeen => "warning",
        }
    }

    fn tone(&self) -> &'static str {
        match self.state {
            ReturnState::Registered | ReturnState::Accepted => "good",
            ReturnState::Awaited => "information",
            ReturnState::NotSeen => "warning",
        }
    }

    fn needs_help(&self) -> bool {
        matches!(self.state, ReturnState::Awaited | ReturnState::NotSeen)
    }

    /// For the Apache before the site: the two pages the hub sends the browser to and the one that forgets a hub, in both
    /// places a Moodle may have them (protocol notes, section 1).
    fn site_exception(&self) -> String {
        let page = r"admin/(registration|tool/customhub)/(confirmregistration|renewregistration|index)\.php";
        exception(&self.site_path, page)
    }

    /// For the Apache before the hub: the page the site sends the browser to, and the two addresses at which core's REST
    /// client names its site in a parameter (protocol notes, section 4.8).
    fn hub_exception(&self) -> String {
        let page = r"(local/hub/(siteregistration|webservice/webservices)|webservice/rest/server)\.php";
        exception(&self.hub_path, page)
    }
}

fn exception(base: &str, page: &str) -> String {
    let base = base.trim_end_matches('/').replace('.', r"\.");
    format!(
        "<LocationMatch \"^{base}/{page}$\">\n  <IfModule security2_module>\n    SecRuleRemoveById {RULES}\n  </IfModule>\n</LocationMatch>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exceptions_name_the_pages_below_the_paths_of_site_and_hub() {
        assert!(exception("/moodle", "x").starts_with("<LocationMatch \"^/moodle/x$\">"));
        assert!(exception("", "x").starts_with("<LocationMatch \"^/x$\">"));
        assert!(exception("/a.b/", "x").contains(r"^/a\.b/x$"));
    }
}
