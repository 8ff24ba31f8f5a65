//! Registering and leaving (classic protocol notes, section 3).

use serde_json::Value;

use super::call::address;
use super::{Family, Page, SimulatedSite, SiteError, Wire};

/// How a registration went on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The browser came back to the site, which accepted: registered.
    Confirmed,
    /// The site was registered already and sent its new data by web service instead.
    Updated,
    /// The browser ended on this page: a question or refusal of the hub, or of the site.
    Page(Page),
}

impl SimulatedSite {
    /// Registers with a hub as its administrator would: the form on the site, then the browser goes where it is sent.
    ///
    /// # Errors
    /// If a request fails. A refusal is a page, not an error.
    pub async fn register(&self, hub_url: &str) -> Result<Outcome, SiteError> {
        if self.is_registered(hub_url) {
            self.update_site_info(hub_url).await?;
            return Ok(Outcome::Updated);
        }
        let page = self.browser().open(&self.registration_address(hub_url)).await?;
        self.outcome(hub_url, page).await
    }

    /// Where the site sends the administrator's browser to register. Begins the registration if there is none.
    pub fn registration_address(&self, hub_url: &str) -> String {
        let host =
            self.wwwroot().split("://").nth(1).and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let row = self.state.begin_registration(hub_url, host);
        let start = format!("{}/local/hub/siteregistration.php?", row.hub_url);
        let query = if self.family() == Family::CoreRest {
            self.info().core_query(&start, &row.secret, self.wwwroot())
        } else {
            self.info().classic_query(&row.hub_url, &row.secret, self.wwwroot())
        };
        start + &query
    }

    /// Presses a button on the hub's page, for instance `action` = `moved` or `copied`.
    ///
    /// # Errors
    /// [`SiteError::NoSuchForm`] if the page has no such button.
    pub async fn press(
        &self,
        hub_url: &str,
        page: &Page,
        name: &str,
        value: &str,
    ) -> Result<Outcome, SiteError> {
        let page = self.browser().press(page, name, value).await?;
        self.outcome(hub_url, page).await
    }

    async fn outcome(&self, hub_url: &str, page: Page) -> Result<Outcome, SiteError> {
        let confirmation = address(self.wwwroot(), "/admin/registration/confirmregistration.php")?;
        let came_back = page.url.as_str().starts_with(confirmation.as_str());
        if !came_back || !self.is_registered(hub_url) {
            return Ok(Outcome::Page(page));
        }
        // What did not fit into the address, core sends afterwards (classic protocol notes, section 3.3).
        let secret = self.hub(hub_url).map(|row| row.secret).unwrap_or_default();
        if self.family() == Family::CoreRest && self.info().core_length(&secret, self.wwwroot()) > 1800 {
            self.update_site_info(hub_url).await?;
        }
        Ok(Outcome::Confirmed)
    }

    /// Leaves the hub: `hub_unregister_site`, then the row goes. With [`Leave::ByForce`] it goes whatever the hub says.
    ///
    /// # Errors
    /// [`SiteError::NotRegistered`] without a registration; the hub's refusal, unless by force.
    pub async fn unregister_site(&self, hub_url: &str, how: Leave) -> Result<(), SiteError> {
        let Some(row) = self.hub(hub_url).filter(|row| row.is_confirmed) else {
            return Err(SiteError::NotRegistered(hub_url.to_owned()));
        };
        let mut parameters = Vec::new();
        if self.family() == Family::CoreRest {
            parameters.push(("url", Wire::from(vec![self.wwwroot()])));
        }
        let answer = self.call(&row.hub_url, &row.token, "hub_unregister_site", &parameters).await;
        if how == Leave::IfAllowed {
            answer?;
        }
        self.state.forget_hub(&row.hub_url);
        Ok(())
    }

    /// Unpublishes, for the site and on the hub: `hub_unregister_courses`. The ids go as text, as they come from a form.
    ///
    /// # Errors
    /// As [`SimulatedSite::call`].
    pub async fn unregister_courses(
        &self,
        hub_url: &str,
        hub_course_ids: &[i64],
    ) -> Result<Value, SiteError> {
        let ids: Vec<_> = hub_course_ids.iter().map(|id| Wire::Text(id.to_string())).collect();
        let answer =
            self.call_as_site(hub_url, "hub_unregister_courses", &[("courseids", Wire::List(ids))]).await?;
        self.state.forget_publications(hub_url.trim_end_matches('/'), hub_course_ids);
        Ok(answer)
    }

    /// A further address of the hub, opened in the administrator's browser.
    ///
    /// # Errors
    /// If a request fails.
    pub async fn open(&self, hub_url: &str, path: &str) -> Result<Page, SiteError> {
        self.browser().open(address(hub_url, path)?.as_str()).await
    }
}

/// How to leave a hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leave {
    /// Only if the hub agrees.
    IfAllowed,
    /// Whatever the hub says.
    ByForce,
}
